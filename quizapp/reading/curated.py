"""`article.md` of a curated folder: front matter, `## ` headings, paragraphs."""

import re
import unicodedata
from datetime import date
from pathlib import Path

from quizapp.documents import Located, Row, read_row, read_text
from quizapp.french import sentences
from quizapp.model import Article, QuizappError, Span
from quizapp.model.base import Id, NonEmpty

_FENCE = "---"
_HEADING = "## "
_BLOCKS = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


class _FrontMatter(Row):
    id: Id
    title: NonEmpty
    source: NonEmpty
    published_on: date
    licence: NonEmpty
    language: NonEmpty = "fr"


def read_article(folder: Path) -> Article:
    """The article of a curated folder, whose name is its id.

    A paragraph may be wrapped over several lines; a blank line ends it.
    """
    path = folder / "article.md"
    text = unicodedata.normalize("NFC", read_text(path).replace("\r\n", "\n"))
    front, body = _parts(text, path)
    if front.value.id != folder.resolve().name:
        front.fail("document-shape", f"id: expected the folder's name, {folder.name}", key="id")
    headings, paragraphs, words = _blocks(body, path)
    return Article(
        **front.value.model_dump(),
        text=words,
        headings=headings,
        paragraphs=paragraphs,
        sentences=tuple(
            sentence
            for sentence in sentences.split(words)
            if any(paragraph.contains(sentence) for paragraph in paragraphs)
        ),
    )


def _parts(text: str, path: Path) -> tuple[Located[_FrontMatter], str]:
    lines = text.split("\n")
    fences = [number for number, line in enumerate(lines) if line.rstrip() == _FENCE]
    if len(fences) < 2 or fences[0] != 0:
        raise QuizappError(
            "document-shape", f"{path}:1: expected front matter between two lines of '{_FENCE}'"
        )
    front = read_row("\n".join(lines[1 : fences[1]]), _FrontMatter, path=path, first_line=2)
    return front, "\n".join(lines[fences[1] + 1 :])


def _blocks(body: str, path: Path) -> tuple[tuple[Span, ...], tuple[Span, ...], str]:
    headings: list[Span] = []
    paragraphs: list[Span] = []
    text = ""
    for block in _BLOCKS.split(body.strip(" \t\n")):
        words = " ".join(line.strip(" \t") for line in block.split("\n"))
        is_heading = words.startswith(_HEADING)
        words = words.removeprefix(_HEADING).strip(" \t")
        if words.startswith("#"):
            message = f"{path}: headings begin with '{_HEADING}', not '{words[:20]}'"
            raise QuizappError("document-shape", message)
        if words:
            text += "\n\n" if text else ""
            span = Span(start=len(text), end=len(text) + len(words))
            (headings if is_heading else paragraphs).append(span)
            text += words
    if not paragraphs:
        raise QuizappError("article-empty", f"{path}: there is no text after the front matter")
    return tuple(headings), tuple(paragraphs), text
