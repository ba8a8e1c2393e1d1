"""Files are read by what they hold."""

import io
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from quizapp.model import QuizappError
from quizapp.reading.files import draft_from_file
from quizapp.reading.html import draft_from_html
from quizapp.reading.pdf import pdf_text
from quizapp.reading.sources import open_source

TEXT = "Un accord à Genève\n\nLes deux pays ont signé l’accord. Ils se réuniront à l’été."

FONTS = b" /Resources << /Font << /F1 5 0 R >> >> >>"


def pdf(lines: list[str]) -> bytes:
    """A one-page PDF with one line of text each."""
    shown = " T* ".join(f"({line}) Tj".replace("’", "'") for line in lines)
    content = f"BT /F1 11 Tf 14 TL 50 750 Td {shown} ET".encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R" + FONTS,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n"
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start
    return bytes(out)


def docx(paragraphs: list[str]) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_text_in_any_usual_encoding(encoding: str) -> None:
    draft = draft_from_file("genève.txt", TEXT.encode(encoding))
    assert draft.title == "Un accord à Genève"
    assert draft.text == "Les deux pays ont signé l’accord. Ils se réuniront à l’été."
    assert draft.source == "genève.txt"


def test_a_docx_whatever_its_name() -> None:
    draft = draft_from_file("accord.txt", docx(TEXT.split("\n\n")))
    assert draft.title == "Un accord à Genève"
    assert draft.text.endswith("à l’été.")


def test_a_pdf_with_broken_lines() -> None:
    lines = [
        "Un accord à Genève",
        "Les deux pays ont signé un accord de coopé-",
        "ration sur les ports, et leur dirigeant nord-",
        "coréen a salué une étape que chacun attendait",
        "depuis des années.",
    ]
    draft = draft_from_file("accord.pdf", pdf(lines))
    assert "accord de coopération sur les ports" in f"{draft.title} {draft.text}"
    assert "nord-coréen a salué" in draft.text


def test_a_saved_page() -> None:
    page = f"<html lang=fr><body><article><h1>Un accord</h1><p>{TEXT * 3}</p></article></body>"
    assert "Les deux pays ont signé" in draft_from_file("page", page.encode()).text


def _zip(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "make", "code"),
    [
        ("a.txt", lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "article-binary"),
        ("b.txt", lambda: bytes(range(1, 32)) * 50, "article-binary"),
        ("c.docx", lambda: _zip({"x.txt": b"bonjour"}), "file-unsupported"),
        ("d.docx", lambda: b"PK\x03\x04 damaged", "file-unreadable"),
        ("e.docx", lambda: _zip({"word/document.xml": b"<w"}), "file-unreadable"),
        ("f.docx", lambda: _zip({"word/document.xml": b"<w:p/>" * 1_500_000}), "article-too-long"),
        (
            "f.docx",
            lambda: _zip({"word/document.xml": b"", "word/media/1.png": b"<w:p/>" * 1_500_000}),
            "article-too-long",
        ),
        ("g.pdf", lambda: b"%PDF-1.4\n% nothing follows", "file-unreadable"),
        ("h.pdf", lambda: pdf([]), "article-empty"),
        ("i.txt", lambda: b"mot " * 1_300_000, "article-too-long"),
        ("j.txt", lambda: b"", "article-empty"),
    ],
)
def test_bad_files_are_refused_in_one_line(name: str, make: Callable[[], bytes], code: str) -> None:
    with pytest.raises(QuizappError) as caught:
        draft_from_file(name, make())
    assert caught.value.code == code
    assert "\n" not in caught.value.message


def test_sources_of_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "accord.txt"
    path.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert open_source(str(path)).title == "Un accord à Genève"
    assert open_source("-").title == "Un accord à Genève"


@pytest.mark.parametrize(
    ("source", "code"), [("absent.txt", "file-missing"), ("ftp://example.org/a", "url-invalid")]
)
def test_sources_that_cannot_be_opened(source: str, code: str) -> None:
    with pytest.raises(QuizappError) as caught:
        open_source(source)
    assert caught.value.code == code


def test_a_pdf_that_never_ends_is_stopped() -> None:
    before = time.monotonic()
    with pytest.raises(QuizappError) as error:
        pdf_text("z.pdf", _endless_pdf(), seconds=2)
    assert error.value.code == "article-too-long"
    assert time.monotonic() - before < 5


def test_a_pdf_holds_an_article_and_no_book() -> None:
    with pytest.raises(QuizappError) as error:
        draft_from_file("livre.pdf", pdf(["Le port de Dakar est très grand."] * 15_000))
    assert error.value.code == "article-too-long"


def test_a_page_of_line_breaks_is_refused() -> None:
    with pytest.raises(QuizappError) as error:
        draft_from_html("<html><body><p>Un texte." + "<br>" * 400_000)
    assert error.value.code == "article-too-long"


def _endless_pdf() -> bytes:
    """A page whose text takes minutes to lay out."""
    return pdf(["mot"] * 600_000)
