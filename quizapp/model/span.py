"""Stretches of an article's text, in Unicode code points."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Self

from pydantic import model_validator

from quizapp.model.base import Noun


class Span(Noun):
    """The half-open stretch `text[start:end]`."""

    start: int
    end: int

    @model_validator(mode="after")
    def _is_ordered(self) -> Self:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}..{self.end}")
        return self

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


def overlapping(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those of `spans`, which are disjoint and in order, that share something with `span`."""
    first = bisect_right(spans, span.start, key=attrgetter("end"))
    return spans[first : bisect_left(spans, span.end, key=attrgetter("start"))]


class Evidence(Span):
    """A span together with its words: `article.text[start:end] == text`, always."""

    text: str

    @model_validator(mode="after")
    def _has_its_length(self) -> Self:
        if len(self.text) != self.end - self.start:
            raise ValueError(f"{self.start}..{self.end} does not hold {len(self.text)} characters")
        return self
