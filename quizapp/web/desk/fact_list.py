"""The facts of a set as the desk lists them: what needs a person first, forty a page."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from quizapp.french.typography import tidy
from quizapp.model import Fact
from quizapp.services.authoring import CONFIDENT

PER_PAGE = 40
LIKELY = 0.5
"""From there on a fact is more probably right than not."""

Shown = Literal["all", "to-read", "accepted", "leaning", "warned"]
GroupName = Literal["warned", "proposed", "accepted", "rejected"]
Certainty = Literal["sure", "likely", "doubtful"]

GROUPS: tuple[GroupName, ...] = ("warned", "proposed", "accepted", "rejected")
FILTERS: Mapping[Shown, Callable[[Fact], bool]] = {
    "all": lambda fact: True,
    "to-read": lambda fact: fact.status == "proposed",
    "accepted": lambda fact: fact.status == "accepted",
    "leaning": lambda fact: not fact.standalone and fact.status != "rejected",
    "warned": lambda fact: bool(fact.warnings) and fact.status != "rejected",
}
"""By the word in the address: `?show=to-read`."""

_CERTAINTIES: tuple[Certainty | None, ...] = ("sure", None, "likely", "doubtful")
_NOTE = re.compile(r"«\s*(?P<said>[^»]+?)\s*»\s*:\s*(?P<why>.+)", re.DOTALL)


@dataclass(frozen=True)
class Note:
    """How words of the article were read: `said` stands there, `why` tells what is meant."""

    said: str | None
    why: str


@dataclass(frozen=True)
class FactItem:
    """A fact on the desk; `next` is the id of the one to read after it."""

    fact: Fact
    certainty: Certainty | None
    notes: tuple[Note, ...]
    next: str | None


@dataclass(frozen=True)
class Group:
    """The part of a group that stands on this page; `total` counts the whole group."""

    name: GroupName
    total: int
    items: tuple[FactItem, ...]


@dataclass(frozen=True)
class Listing:
    """One page of the facts that a filter lets through; `counts` has every filter's."""

    shown: Shown
    counts: Mapping[Shown, int]
    groups: tuple[Group, ...]
    number: int
    pages: int

    def holds(self, fact_id: str | None) -> bool:
        return any(item.fact.id == fact_id for group in self.groups for item in group.items)


def listing(
    facts: Sequence[Fact], *, shown: Shown = "all", number: int | None = None, focus: str = ""
) -> Listing:
    """Facts with warnings, those to read from the surest on, the accepted, the rejected.

    Within a certainty they follow the text. Without `number` it is the page of the fact `focus`;
    a number past the end is the last page.
    """
    ordered = sorted(filter(FILTERS[shown], facts), key=_place)
    pages = max(1, -(-len(ordered) // PER_PAGE))
    if number is None:
        at = next((n for n, fact in enumerate(ordered) if fact.id == focus), 0)
        number = at // PER_PAGE + 1
    number = min(max(number, 1), pages)
    return Listing(
        shown=shown,
        counts={name: sum(map(keeps, facts)) for name, keeps in FILTERS.items()},
        groups=tuple(_groups(ordered, (number - 1) * PER_PAGE)),
        number=number,
        pages=pages,
    )


def certainty_of(fact: Fact) -> Certainty | None:
    """The confidence as a word; None for a fact written by hand."""
    if fact.confidence is None:
        return None
    if fact.confidence >= CONFIDENT:
        return "sure"
    return "likely" if fact.confidence >= LIKELY else "doubtful"


def notes_of(fact: Fact) -> tuple[Note, ...]:
    """`« il » : sujet de la phrase précédente` as its two halves, each note by itself."""
    found = []
    for text in (fact.resolved_by or "").split(" ; "):
        if match := _NOTE.fullmatch(text.strip()):
            found.append(Note(tidy(match["said"]), tidy(match["why"])))
        elif text.strip():
            found.append(Note(None, tidy(text.strip())))
    return tuple(found)


def _group_of(fact: Fact) -> GroupName:
    return "warned" if fact.status == "proposed" and fact.warnings else fact.status


def _place(fact: Fact) -> tuple[int, int, int]:
    group = _group_of(fact)
    rank = _CERTAINTIES.index(certainty_of(fact)) if group == "proposed" else 0
    return GROUPS.index(group), rank, fact.evidence.start


def _groups(ordered: Sequence[Fact], start: int) -> list[Group]:
    """The groups of the page that begins at `start`."""
    following = dict(zip((f.id for f in ordered), (f.id for f in ordered[1:]), strict=False))
    page = ordered[start : start + PER_PAGE]
    found = []
    for name in GROUPS:
        items = tuple(
            FactItem(fact, certainty_of(fact), notes_of(fact), following.get(fact.id))
            for fact in page
            if _group_of(fact) == name
        )
        if items:
            found.append(Group(name, sum(_group_of(f) == name for f in ordered), items))
    return found
