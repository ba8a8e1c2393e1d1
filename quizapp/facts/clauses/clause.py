"""A clause of a parsed piece, as ranges of words."""

from dataclasses import dataclass
from functools import cached_property

from quizapp.facts.clauses.parts import Part
from quizapp.nlp.trees import Tree, Word


@dataclass(frozen=True)
class Clause:
    """A conjugated verb with what belongs to it.

    `verb` are the words of the verbal group, `flaws` what makes the reading doubtful or the clause
    unfit: `clitic` (an object pronoun), `pronoun` (the subject is one), `impersonal`, `inverted`,
    `broken` (parts that overlap or are not contiguous), `leftover` (words that belong nowhere).
    """

    tree: Tree
    head: Word
    verb: tuple[Word, ...]
    subject: Part | None
    parts: tuple[Part, ...]
    dropped: frozenset[int]
    lemmas: tuple[str, ...]
    negated: bool
    passive: bool
    shared: bool
    flaws: frozenset[str]
    helpers: tuple[Word, ...] = ()
    """The auxiliaries of the predicate before: « a été arrêté puis relâché »."""

    @cached_property
    def finite(self) -> Word:
        group = (*self.helpers, *self.verb)
        return next((word for word in group if word.is_finite), self.verb[0])

    @property
    def lemma(self) -> str:
        """The lexical verb, behind auxiliaries and modals."""
        return self.lemmas[-1]

    @property
    def borrows_subject(self) -> bool:
        """Whether « il » was read for a « qui » or for the « et » before a second predicate."""
        return self.subject is not None and not self.shared and self.subject.head.borrowed
