"""Stretches of a text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quizapp.model import Span
from quizapp.model.span import overlapping

offsets = st.lists(st.integers(0, 60), unique=True, max_size=16).map(sorted)


@given(offsets, st.integers(0, 60), st.integers(1, 20))
def test_overlapping_finds_what_going_through_all_finds(
    bounds: list[int], start: int, length: int
) -> None:
    spans = [Span(start=a, end=b) for a, b in list(pairwise(bounds))[::2]]
    span = Span(start=start, end=start + length)
    assert list(overlapping(spans, span)) == [s for s in spans if s.overlaps(span)]
