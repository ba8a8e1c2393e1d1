"""Draft → article: the spans of headings, paragraphs and sentences."""

import hashlib
import re
import unicodedata

from quizapp.french import sentences
from quizapp.model import Article, Draft, QuizappError, Span
from quizapp.reading.blocks import blocks_of
from quizapp.reading.normal import normalise

_HEADING_LENGTH = 110
_NUMBERED = re.compile(r"^(?:\d{1,2}|[IVX]{1,4}|[A-H])\s?[.):–—-]\s")
_SENTENCE_END = re.compile(r"[.!…;:,][\s»”\"’')\]]*$")


def to_article(draft: Draft) -> Article:
    """The immutable article of a draft; its id comes from its title and its text."""
    blocks = blocks_of(normalise(draft.text))
    title = " ".join(normalise(draft.title).split())
    if not title or not blocks:
        raise QuizappError("article-empty", "there is no text; give an article of a few sentences")
    spans, text = _lay_out(blocks)
    is_heading = [
        _is_heading(block, last=number == len(blocks)) for number, block in enumerate(blocks, 1)
    ]
    if all(is_heading):
        is_heading = [False] * len(blocks)
    paragraphs = tuple(s for s, heading in zip(spans, is_heading, strict=True) if not heading)
    return Article(
        id=_identify(title, text),
        title=title,
        language=draft.language,
        text=text,
        source=draft.source,
        licence=draft.licence,
        published_on=draft.published_on,
        headings=tuple(s for s, heading in zip(spans, is_heading, strict=True) if heading),
        paragraphs=paragraphs,
        sentences=tuple(_sentences(text, paragraphs)),
    )


def _lay_out(blocks: list[str]) -> tuple[list[Span], str]:
    spans = []
    position = 0
    for block in blocks:
        spans.append(Span(start=position, end=position + len(block)))
        position += len(block) + 2
    return spans, "\n\n".join(blocks)


def _sentences(text: str, paragraphs: tuple[Span, ...]) -> list[Span]:
    return [
        Span(start=paragraph.start + found.start, end=paragraph.start + found.end)
        for paragraph in paragraphs
        for found in sentences.split(text[paragraph.start : paragraph.end])
    ]


def _is_heading(block: str, *, last: bool) -> bool:
    """A short line that ends like no sentence and announces something."""
    if last or len(block) > _HEADING_LENGTH or _SENTENCE_END.search(block):
        return False
    numbered = _NUMBERED.match(block)
    opening = block[numbered.end() :] if numbered else block
    return bool(opening) and (bool(numbered) or opening.lstrip("«“\"' \u00a0\u202f")[:1].isupper())


def _identify(title: str, text: str) -> str:
    plain = unicodedata.normalize("NFKD", title.lower().replace("œ", "oe").replace("æ", "ae"))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    slug = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    slug = slug[:60].rsplit("-", 1)[0] if len(slug) > 60 else slug
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return f"{slug}-{digest}" if slug else f"article-{digest}"
