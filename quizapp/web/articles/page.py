"""What the article page shows beside the text: facts, dates, people and places."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.model import Article, Entity, Fact, Lexeme, Span
from quizapp.web.markup import FACT, WORD, Block, blocks

TIMELINE_FROM = 3
"""Dates that make a timeline worth its place."""

_PEOPLE = ("person", "organisation")
_PLACES = ("country", "place")


@dataclass(frozen=True)
class Page:
    """The article and what stands beside it."""

    blocks: tuple[Block, ...]
    facts: tuple[Fact, ...]
    timeline: tuple[Fact, ...]
    people: tuple[Entity, ...]
    places: tuple[Entity, ...]
    others: tuple[Entity, ...]


def build(
    article: Article,
    *,
    facts: Sequence[Fact],
    entities: Sequence[Entity],
    lexemes: Sequence[Lexeme],
) -> Page:
    """Lay out a study set for reading."""
    strokes: dict[str, Sequence[Span]] = {FACT + fact.id: (fact.evidence,) for fact in facts}
    strokes |= {WORD + lexeme.id: _uses(lexeme) for lexeme in lexemes}
    told = sorted((f for f in facts if f.time), key=lambda f: f.time or "")
    enough = len({fact.time for fact in told}) >= TIMELINE_FROM
    return Page(
        blocks=blocks(article, strokes),
        facts=tuple(sorted(facts, key=lambda f: (f.evidence.start, -f.importance))),
        timeline=tuple(told) if enough else (),
        people=tuple(e for e in entities if e.kind in _PEOPLE),
        places=tuple(e for e in entities if e.kind in _PLACES),
        others=tuple(e for e in entities if e.kind not in _PEOPLE + _PLACES),
    )


def _uses(lexeme: Lexeme) -> tuple[Span, ...]:
    """Where the word itself stands in the sentence that shows it."""
    if lexeme.sentence is None or lexeme.form is None:
        return ()
    at = lexeme.sentence.text.find(lexeme.form)
    if at < 0:
        return ()
    start = lexeme.sentence.start + at
    return (Span(start=start, end=start + len(lexeme.form)),)
