"""Files → draft: text, web page, PDF or DOCX, told by content rather than by name."""

import io
import re
import zipfile
from datetime import date
from pathlib import PurePath

from quizapp.model import Draft, QuizappError
from quizapp.reading.html import draft_from_html
from quizapp.reading.normal import MAX_CHARACTERS
from quizapp.reading.pdf import pdf_text
from quizapp.reading.text import draft_from_text

MAX_BYTES = 20_000_000
_MAX_MARKUP = 8_000_000
"""Bytes of a DOCX that are parsed: it takes sixty times as much memory."""
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b", re.I | re.S
)
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1b\x7f]")
_BROKEN_WORD = re.compile(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])")
_BLANK_PREFIXED = re.compile(r"\b(?:nord|sud|est|ouest|vice|porte|main|ex|avant|après|non|mi)-\n")


def draft_from_file(
    name: str,
    data: bytes,
    *,
    title: str | None = None,
    published_on: date | None = None,
) -> Draft:
    """Read a file; `name` is kept as the source."""
    source = PurePath(name).name or None
    if len(data) > MAX_BYTES:
        raise QuizappError("article-too-long", f"{name}: larger than 20 MB; cut it to one article")
    if b"%PDF-" in data[:1024]:
        text = _pdf_text(name, data)
    elif data.startswith(b"PK\x03\x04"):
        text = _docx_text(name, data)
    elif _HTML.match(data[:4096]):
        draft = draft_from_html(data, source=source)
        return draft.model_copy(update={"title": title or draft.title})
    else:
        text = decode(name, data)
    return draft_from_text(text, title=title, source=source, published_on=published_on)


def decode(name: str, data: bytes) -> str:
    """UTF-8, UTF-16 with its mark, else Windows-1252; what is no text is refused."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    elif b"\x00" in data:
        raise _binary(name)
    else:
        if len(data) > 4 * MAX_CHARACTERS:
            raise QuizappError(
                "article-too-long",
                f"{name}: {len(data):,} bytes of text; cut it to {MAX_CHARACTERS:,} characters",
            )
        text = _decode_bytes(data)
    if len(_CONTROLS.findall(text)) * 50 > len(text):
        raise _binary(name)
    return text


def _decode_bytes(data: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _binary(name: str) -> QuizappError:
    return QuizappError(
        "article-binary", f"{name}: this is no text; give a text, PDF, DOCX or HTML file"
    )


def _pdf_text(name: str, data: bytes) -> str:
    text = pdf_text(name, data)
    if not text.strip():
        raise QuizappError(
            "article-empty", f"{name}: the PDF holds pictures of text; paste the text itself"
        )
    text = _BLANK_PREFIXED.sub(lambda match: match[0].rstrip("\n"), text)
    return _BROKEN_WORD.sub("", text)


def _docx_text(name: str, data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except zipfile.BadZipFile as error:
        raise QuizappError("file-unreadable", f"{name}: the file is damaged") from error
    if not any(member.filename == "word/document.xml" for member in members):
        raise QuizappError(
            "file-unsupported", f"{name}: not a kind of file we read; give text, PDF, DOCX or HTML"
        )
    if sum(member.file_size for member in members if _is_markup(member)) > _MAX_MARKUP:
        raise QuizappError("article-too-long", f"{name}: too much content; cut it to one article")
    return "\n\n".join(_docx_paragraphs(name, data))


def _is_markup(member: zipfile.ZipInfo) -> bool:
    """By its name, or because it was packed well: pictures hardly shrink."""
    return member.filename.endswith(".xml") or member.file_size > 2 * member.compress_size


def _docx_paragraphs(name: str, data: bytes) -> list[str]:
    from docx import Document
    from lxml.etree import LxmlError

    try:
        return [paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs]
    except (LxmlError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise QuizappError("file-unreadable", f"{name}: the document is damaged") from error
