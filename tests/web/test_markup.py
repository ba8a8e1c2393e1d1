"""Strokes on a text: the text stays whole, and each letter knows what covers it."""

import re

from hypothesis import given
from hypothesis import strategies as st

from quizapp.model import Span
from quizapp.web.markup import blocks, passages, quotes
from tests import factories

ARTICLE = factories.article()
SIZE = len(ARTICLE.text)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, SIZE - 1))
    return Span(start=start, end=draw(st.integers(start + 1, SIZE)))


STROKES = st.dictionaries(
    st.sampled_from(["fact-a", "fact-b", "word-c"]), st.lists(spans(), max_size=3)
)


@given(STROKES)
def test_no_stroke_changes_the_text(strokes: dict[str, list[Span]]) -> None:
    for block in blocks(ARTICLE, strokes):
        text = "".join(piece.text for piece in block.pieces)
        assert ARTICLE.text[block.start : block.start + len(text)] == text
    whole = "".join(piece.text for block in blocks(ARTICLE, strokes) for piece in block.pieces)
    assert re.sub(r"\s", "", whole) == re.sub(r"\s", "", ARTICLE.text)


@given(STROKES)
def test_each_letter_lies_under_its_strokes(strokes: dict[str, list[Span]]) -> None:
    for block in blocks(ARTICLE, strokes):
        at = block.start
        for piece in block.pieces:
            for place in range(at, at + len(piece.text)):
                covering = {
                    i for i, found in strokes.items() for s in found if s.start <= place < s.end
                }
                assert covering == set(piece.ids)
            at += len(piece.text)


@given(STROKES)
def test_a_stroke_starts_once_at_most(strokes: dict[str, list[Span]]) -> None:
    starts = [
        i for block in blocks(ARTICLE, strokes) for piece in block.pieces for i in piece.starts
    ]
    assert len(starts) == len(set(starts))


def test_only_the_paragraphs_that_prove_something_are_shown() -> None:
    (block,) = passages(ARTICLE, [factories.evidence(factories.JOBS)])
    assert [piece.text for piece in block.pieces if piece.ids] == [factories.JOBS]


def test_evidence_alone_shows_nothing_around_it() -> None:
    (block,) = quotes([factories.evidence(factories.JOBS)])
    assert [piece.text for piece in block.pieces] == [factories.JOBS]
