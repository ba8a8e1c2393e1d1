"""A fact before it is judged."""

from dataclasses import dataclass
from datetime import date

from quizapp.model import Attribution, FactKind, Modality, Segment, Span


@dataclass(frozen=True)
class Candidate:
    """A fact before it is judged; `features` feed its confidence."""

    segments: tuple[Segment, ...]
    evidence: Span
    lemma: str
    features: frozenset[str]
    modality: Modality = "asserted"
    negated: bool = False
    kind: FactKind | None = None
    attribution: Attribution | None = None
    resolved_by: str | None = None
    warnings: tuple[str, ...] = ()
    day: date | None = None
    """The day from which its dates count."""
    predicate: int | None = None
    """Where its verb stands in the article; of several facts of one predicate one is kept."""


STOP = Segment(role="link", text=".")
"""The full stop that ends a statement."""
