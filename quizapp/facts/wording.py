"""From ranges of parsed words to the words that we print."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from quizapp.french.typography import tidy
from quizapp.model import Article, Span
from quizapp.nlp.trees import ParsedSentence, Piece, Tree, Word

_ELIDED = re.compile(r"(?<=\w)'$")
"""« c' » before what another segment says."""


@dataclass(frozen=True)
class Wording:
    """Reads an article's words back; `times` are the time adverbials peeled off the sentence,
    `asides` what else was peeled off and has to go back."""

    article: Article
    times: tuple[Piece, ...]
    asides: tuple[Piece, ...] = ()

    def of_piece(self, piece: Piece, sentence: ParsedSentence) -> "Wording":
        """The same with only the times cut out of `piece`, and the asides up to the next one."""
        reach = reach_of(piece, sentence)
        own = times_of(piece, sentence)
        return replace(
            self,
            times=tuple(time for time in self.times if time in own),
            asides=tuple(aside for aside in self.asides if reach.contains(aside.span)),
        )

    def text(self, tree: Tree, first: int, last: int, dropped: frozenset[int]) -> str:
        """The words `first` to `last` with the times that stand among them, tidied."""
        words = [w for w in tree.words[first : last + 1] if w.i not in dropped]
        text = ""
        for before, word in zip([None, *words], words, strict=False):
            text += (self._gap(before, word) if before else "") + self.shown(word)
        return tidy(_ELIDED.sub("’", text))

    def shown(self, word: Word) -> str:
        """The word as printed, without the brackets of an editor: « [un] », « [l]’ »."""
        text = self.article.text[word.start : word.end]
        return text if len(text) == 1 else text.replace("[", "").replace("]", "")

    def _gap(self, before: Word, word: Word) -> str:
        """What stands between two words: a space, nothing, or a time that was peeled off."""
        peeled = self.between(before.end, word.start)
        if peeled:
            return f" {' '.join(self._verbatim(t.span) for t in peeled)} ".replace(" ,", ",")
        gap = self.article.text[before.end : word.start]
        if "," in gap and before.text[0].isupper() and word.text[0].isupper():
            return ", "
        return " " if gap else ""

    def between(self, start: int, end: int) -> list[Piece]:
        """The pieces that go back between two offsets, in text order."""
        inside = (t for t in (*self.times, *self.asides)
                  if start <= t.span.start and t.span.end <= end)  # fmt: skip
        return sorted(inside, key=lambda piece: piece.span.start)

    def _verbatim(self, span: Span) -> str:
        return self.article.text[span.start : span.end].strip()

    def time(self, piece: Piece) -> str:
        """A time adverbial by itself, without the commas around it."""
        text = tidy(self._verbatim(piece.span).strip(" ,\u00a0\u202f"))
        return text[:1].lower() + text[1:]


def position(tree: Tree, offset: int) -> int:
    """Index of the first word that stands behind `offset`."""
    return next((w.i for w in tree.words if w.start >= offset), len(tree.words))


def span_of(words: Sequence[Word]) -> Span:
    return Span(start=min(w.start for w in words), end=max(w.end for w in words))


def main_pieces(sentence: ParsedSentence) -> tuple[Piece, ...]:
    """The cores of a sentence, the sayings before and the predicates coordinated with them, in
    text order."""
    pieces = sentence.of_kind("core", "predicate", "saying")
    return tuple(sorted(pieces, key=lambda piece: piece.span.start))


def reach_of(piece: Piece, sentence: ParsedSentence) -> Span:
    """From where a main piece begins to where the next one does."""
    starts = [p.span.start for p in main_pieces(sentence)]
    at = starts.index(piece.span.start)
    end = starts[at + 1] if at + 1 < len(starts) else sentence.span.end
    return Span(start=starts[at] if at else sentence.span.start, end=max(end, piece.span.end))


def times_of(piece: Piece, sentence: ParsedSentence) -> tuple[Piece, ...]:
    """« en 2008 » of « , qui a fui en 2008, » is a time of the relative clause, not of the core:
    times stand behind the piece out of which they were cut."""
    places = [(part.kind, part.span) for part in sentence.pieces]
    behind = sentence.pieces[places.index((piece.kind, piece.span)) + 1 :]
    return tuple(takewhile(lambda part: part.kind == "time", behind))
