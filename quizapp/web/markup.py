"""An article's text cut into blocks and pieces, so that a template can draw strokes on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from quizapp.model import Article, Evidence, Span

FACT, WORD = "fact-", "word-"
"""What begins the id of a stroke: evidence of a fact, a word of the set."""


@dataclass(frozen=True)
class Piece:
    """A stretch of one block; `ids` names the strokes that cover it."""

    text: str
    ids: tuple[str, ...]
    starts: tuple[str, ...]

    @property
    def is_word(self) -> bool:
        """Whether it is a word worth learning."""
        return any(stroke_id.startswith(WORD) for stroke_id in self.ids)


@dataclass(frozen=True)
class Block:
    """A heading or a paragraph."""

    kind: Literal["heading", "paragraph"]
    start: int
    pieces: tuple[Piece, ...]

    @property
    def struck(self) -> bool:
        return any(piece.ids for piece in self.pieces)


def blocks(article: Article, strokes: Mapping[str, Sequence[Span]]) -> tuple[Block, ...]:
    """The whole text in order; `strokes` maps an id to the spans that it covers.

    A piece's `starts` are the strokes whose first piece it is: where a link can jump to.
    """
    spans = [(stroke_id, span) for stroke_id, found in strokes.items() for span in found]
    seen: set[str] = set()
    found: list[Block] = []
    everything = [("heading", h) for h in article.headings]
    everything += [("paragraph", p) for p in article.paragraphs]
    for kind, block in sorted(everything, key=lambda pair: pair[1].start):
        pieces = _pieces(article.text, block, spans, seen)
        found.append(Block("heading" if kind == "heading" else "paragraph", block.start, pieces))
    return tuple(found)


def passages(article: Article, evidence: Sequence[Span]) -> tuple[Block, ...]:
    """Only the blocks that hold evidence, with the stroke on it."""
    return tuple(block for block in blocks(article, {"evidence": evidence}) if block.struck)


def quotes(evidence: Sequence[Evidence]) -> tuple[Block, ...]:
    """The evidence alone, where the text around it is not to be shown."""
    return tuple(
        Block("paragraph", found.start, (Piece(found.text, ("evidence",), ()),))
        for found in evidence
    )


def _pieces(
    text: str, block: Span, spans: Sequence[tuple[str, Span]], seen: set[str]
) -> tuple[Piece, ...]:
    inside = [(stroke_id, span) for stroke_id, span in spans if span.overlaps(block)]
    edges = {block.start, block.end}
    for _, span in inside:
        edges |= {max(span.start, block.start), min(span.end, block.end)}
    cuts = sorted(edges)
    pieces = []
    for start, end in pairwise(cuts):
        covering = (i for i, span in inside if span.start <= start and end <= span.end)
        ids = tuple(dict.fromkeys(covering))
        pieces.append(Piece(text[start:end], ids, tuple(i for i in ids if i not in seen)))
        seen.update(ids)
    return tuple(pieces)
