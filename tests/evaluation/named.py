"""Entities that extraction names, against those of a gold file."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.french.typography import normalise
from quizapp.model import Article, Entity
from tests.evaluation.corpus import Run
from tests.evaluation.gold import Gold
from tests.evaluation.phrases import tokens_of

CLASSES = ("person", "place", "organisation")
_CLASS = {
    "person": "person", "organisation": "organisation", "organization": "organisation",
    "country": "place", "city": "place", "region": "place", "place": "place",
}  # fmt: skip
"""Events, works and products are not compared: gold names few of them."""
_DETERMINERS = frozenset("le la les l".split())


@dataclass(frozen=True)
class Tally:
    """How many entities of a class gold has, extraction has, and both have."""

    name: str
    gold: int
    extracted: int
    both: int

    @property
    def recall(self) -> float:
        return self.both / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        return self.both / self.extracted if self.extracted else 0.0

    @property
    def f1(self) -> float:
        whole = self.gold + self.extracted
        return 2 * self.both / whole if whole else 0.0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.name, self.gold + other.gold, self.extracted + other.extracted,
                     self.both + other.both)  # fmt: skip


def tallies(run: Run, gold: Gold) -> tuple[Tally, ...]:
    """One a class; two entities are the same when they share a name, whatever its article."""
    rows = []
    for name in CLASSES:
        wanted = [_plain([e.name, *e.aliases]) for e in gold.entities if _CLASS.get(e.type) == name]
        found = [_names(e, run.article) for e in run.entities
                 if e.mentions and _CLASS.get(e.kind) == name]  # fmt: skip
        both = sum(any(one & other for other in found) for one in wanted)
        spurious = sum(not any(one & other for other in wanted) for one in found)
        rows.append(Tally(name, len(wanted), both + spurious, both))
    return tuple(rows)


def _names(entity: Entity, article: Article) -> frozenset[str]:
    mentioned = (article.text[span.start : span.end] for span in entity.mentions)
    return _plain([entity.name, *mentioned])


def _plain(names: Iterable[str]) -> frozenset[str]:
    words = ([t for t in tokens_of(normalise(name)) if t not in _DETERMINERS] for name in names)
    return frozenset(" ".join(tokens) for tokens in words if tokens)
