"""What a parser says of a stretch of text, as plain data with exact offsets."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from operator import attrgetter
from typing import Literal

from quizapp.model import Article, Span

PieceKind = Literal[
    "core", "predicate", "relative", "participle", "marker", "clause", "saying", "frame", "tail",
    "apposition", "time", "inner_time", "aside",
]  # fmt: skip
"""`marker` holds the « , alors que » before a `clause`, which is parsed without it; `inner_time` is
a time that belongs to a clause, a relative or a participle."""
Label = Literal["PER", "LOC", "ORG", "MISC"]


@dataclass(frozen=True)
class Word:
    """A token as it was parsed; `text` is the article's `text[start:end]`.

    `head` is the index of its governor in the same tree, its own for a root. `borrowed` marks the
    « qui » of a relative clause, which was parsed as a pronoun subject.
    """

    i: int
    text: str
    start: int
    end: int
    pos: str
    dep: str
    head: int
    lemma: str
    feats: dict[str, str] = field(default_factory=dict)
    borrowed: bool = False

    @property
    def is_verb(self) -> bool:
        return self.pos in {"VERB", "AUX"}

    @property
    def is_finite(self) -> bool:
        return self.feats.get("VerbForm") == "Fin"


@dataclass(frozen=True, eq=False)
class Tree:
    """One parser's reading of a piece; each is itself only, so that what is read in it can be
    kept beside it."""

    words: tuple[Word, ...]

    @cached_property
    def _children(self) -> dict[int, tuple[Word, ...]]:
        children: dict[int, list[Word]] = {}
        for word in self.words:
            if word.head != word.i:
                children.setdefault(word.head, []).append(word)
        return {head: tuple(words) for head, words in children.items()}

    @cached_property
    def roots(self) -> tuple[Word, ...]:
        return tuple(word for word in self.words if word.head == word.i)

    def children(self, word: Word, *deps: str) -> tuple[Word, ...]:
        """Dependents in text order; with `deps`, those whose label is one or a subtype of one."""
        children = self._children.get(word.i, ())
        return tuple(c for c in children if _is_a(c.dep, deps)) if deps else children

    def child(self, word: Word, *deps: str) -> Word | None:
        children = self._children.get(word.i, ())
        return next((c for c in children if not deps or _is_a(c.dep, deps)), None)

    @cached_property
    def _subtrees(self) -> dict[int, tuple[Word, ...]]:
        return {}

    def subtree(self, word: Word) -> tuple[Word, ...]:
        """The word and all that it governs, in text order."""
        if word.i not in self._subtrees:
            self._subtrees[word.i] = self._below(word)
        return self._subtrees[word.i]

    def _below(self, word: Word) -> tuple[Word, ...]:
        found = [word]
        for above in found:
            found += self._children.get(above.i, ())
        return tuple(sorted(found, key=attrgetter("i")))

    def at(self, start: int) -> Word | None:
        at = bisect_left(self.words, start, key=attrgetter("start"))
        return next((word for word in self.words[at : at + 1] if word.start == start), None)


@cache
def _is_a(dep: str, deps: tuple[str, ...]) -> bool:
    return any(dep == wanted or dep.startswith(f"{wanted}:") for wanted in deps)


@dataclass(frozen=True)
class Piece:
    """A stretch of a sentence that was parsed by itself: its core, or what was peeled off it."""

    kind: PieceKind
    span: Span
    main: Tree
    second: Tree


@dataclass(frozen=True)
class Name:
    """A name that a model recognised."""

    span: Span
    text: str
    label: Label
    agreed: bool
    """Whether both models found it with this label."""


@dataclass(frozen=True)
class ParsedSentence:
    """A sentence cut into pieces; every word belongs to exactly one, unless there are none."""

    span: Span
    pieces: tuple[Piece, ...]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word as the main model reads it, in text order."""
        words = (word for piece in self.pieces for word in piece.main.words)
        return tuple(sorted(words, key=attrgetter("start")))

    def of_kind(self, *kinds: PieceKind) -> tuple[Piece, ...]:
        return tuple(piece for piece in self.pieces if piece.kind in kinds)


@dataclass(frozen=True)
class ParsedArticle:
    """An article with its sentences parsed and its names found. Offsets are the article's."""

    article: Article
    sentences: tuple[ParsedSentence, ...]
    names: tuple[Name, ...]

    @property
    def words(self) -> Iterator[Word]:
        for sentence in self.sentences:
            yield from sentence.words
