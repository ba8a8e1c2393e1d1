"""The article: immutable text with the spans of its parts."""

from bisect import bisect_right
from datetime import date
from operator import attrgetter
from typing import Self

from pydantic import model_validator

from quizapp.model.base import Id, NonEmpty, Noun
from quizapp.model.span import Evidence, Span


class Article(Noun):
    """A text as `reading` normalised it (NFC, `\\n`, no NUL, no lone surrogate).

    The title stands in `title` only; `text` begins with the body. `headings` and `paragraphs` are
    disjoint and cover the text but for white space; `sentences` lie inside paragraphs.
    """

    id: Id
    title: NonEmpty
    language: str = "fr"
    text: NonEmpty
    source: str | None = None
    licence: str | None = None
    published_on: date | None = None
    headings: tuple[Span, ...] = ()
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]

    @model_validator(mode="after")
    def _spans_lie_in_the_text(self) -> Self:
        size = len(self.text)
        for span in (*self.headings, *self.paragraphs, *self.sentences):
            if span.end > size:
                raise ValueError(f"span {span.start}..{span.end} ends after the text ({size})")
        return self

    def quote(self, start: int, end: int) -> Evidence:
        return Evidence(start=start, end=end, text=self.text[start:end])

    def paragraph_of(self, span: Span) -> Span | None:
        """The paragraph or heading in which `span` begins."""
        return _holding(self.paragraphs, span.start) or _holding(self.headings, span.start)

    def sentence_of(self, span: Span) -> Span | None:
        """The sentence in which `span` begins."""
        return _holding(self.sentences, span.start)


def _holding(spans: tuple[Span, ...], offset: int) -> Span | None:
    """Which of the spans, disjoint and in order, `offset` lies in."""
    at = bisect_right(spans, offset, key=attrgetter("start")) - 1
    return spans[at] if at >= 0 and offset < spans[at].end else None
