"""From a clause to labelled segments: the words stay, their order becomes plain."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.members import is_complete, joiner_of, members_of
from quizapp.facts.clauses.parts import Part
from quizapp.facts.clauses.placing import (
    Item,
    has_two_times,
    times_of_subject,
    with_asides,
    with_times,
)
from quizapp.facts.entities import Registry
from quizapp.facts.wording import Wording, span_of
from quizapp.french.elision import join, lower_initial, upper_initial
from quizapp.model import Segment
from quizapp.model.fact import coordinate
from quizapp.nlp.trees import Tree

_ADVERBIAL = frozenset("de à nouveau loin peu près par la suite fois pour première fait".split())
"""The words of « de nouveau », « par la suite », « pour la première fois » inside a verb."""


@dataclass(frozen=True)
class Draft:
    """The segments of a clause without frame and full stop; `flaws` are those of the clause."""

    subject: Segment
    verb: Segment
    front: tuple[Segment, ...]
    rest: tuple[Segment, ...]
    flaws: frozenset[str]
    comma: bool = False
    """Whether a comma closes an apposition inside the subject."""

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """As they make a sentence, the first with a capital."""
        front = [part for s in self.front for part in (s, Segment(role="link", text=","))]
        closing = [Segment(role="link", text=",")] if self.comma else []
        ordered = [*front, self.subject, *closing, self.verb, *self.rest]
        lowered = [ordered[0], *(recased(s, lower_initial) for s in ordered[1:])]
        return (recased(lowered[0], upper_initial), *lowered[1:])


def recased(segment: Segment, change: Callable[[str], str]) -> Segment:
    """`segment` with its first letter changed, in its first member too."""
    changed = change(segment.text)
    if not segment.members:
        return segment.model_copy(update={"text": changed}) if changed != segment.text else segment
    first = segment.members[0].model_copy(update={"text": change(segment.members[0].text)})
    members = (first, *segment.members[1:])
    text = coordinate([m.text for m in members], segment.joiner)
    return segment.model_copy(update={"text": text, "members": members})


def draft(
    clause: Clause, *, wording: Wording, registry: Registry, subject: Segment | None = None
) -> Draft | None:
    """The clause as segments; `subject` replaces its own (a pronoun, « qui »)."""
    if subject is None and clause.subject is None:
        return None
    own = subject or _segment(clause, clause.subject, wording, registry)  # type: ignore[arg-type]
    verb, flaws = _verb(clause, wording)
    items = [*_complements(clause, wording, registry)]
    if subject is None:
        own = times_of_subject(clause, own, wording)
    items = with_asides(clause, items, wording)
    items, times = with_times(clause, items, wording)
    said = [own.text, *(item.segment.text for item in items)]
    times = [t for t in times if not any(t.segment.text in text for text in said)]
    ordered = sorted([*items, *times], key=lambda item: item.at)
    start = clause.verb[0].i
    front = [item for item in ordered if item.at < start]
    rest = [item for item in ordered if item.at >= start]
    if not has_two_times(clause):
        front, rest = _moved_back(front, rest)
    return Draft(
        subject=own,
        verb=verb,
        front=tuple(item.segment for item in front),
        rest=tuple(_with_commas(rest)),
        flaws=clause.flaws | flaws,
        comma=subject is None and "," in own.text and (_comma_follows(clause) or _is_apposed(own)),
    )


def _is_apposed(segment: Segment) -> bool:
    """« Lahore, deuxième ville du pays »: one comma, that of an apposition, waits for another."""
    _, comma, behind = segment.text.rpartition(", ")
    several = {"et", "ou", "ni", "puis"} & set(behind.split())
    return bool(comma) and segment.text.count(", ") % 2 == 1 and not segment.members and not several


def _comma_follows(clause: Clause) -> bool:
    part = clause.subject
    following = clause.tree.words[part.last + 1 : part.last + 2] if part else ()
    return not clause.shared and any(word.text == "," for word in following)


def _verb(clause: Clause, wording: Wording) -> tuple[Segment, frozenset[str]]:
    first, last = clause.verb[0].i, clause.verb[-1].i
    group = {word.i for word in clause.verb}
    moved = frozenset(i for p in inner_parts(clause) for i in range(p.first, p.last + 1))
    strangers = [
        w for w in clause.tree.words[first : last + 1]
        if w.i not in group | clause.dropped | moved and w.pos not in {"ADV", "PUNCT"}
        and w.text.lower() not in _ADVERBIAL
    ]  # fmt: skip
    commas = frozenset(w.i for w in clause.tree.words[first:last] if w.text == ",")
    bare = replace(wording, times=())
    text = bare.text(clause.tree, first, last, clause.dropped | moved | commas)
    for word in reversed(clause.helpers):
        text = join(wording.shown(word), text)
    return Segment(role="verb", text=text), frozenset({"broken"} if strangers else ())


def inner_parts(clause: Clause) -> tuple[Part, ...]:
    """« a, dans un premier temps, été évoquée »: complements that go behind the verb."""
    words = clause.tree.words
    return tuple(
        p for p in clause.parts
        if clause.verb[0].i < p.first and p.last < clause.verb[-1].i
        and words[p.first].pos == "ADP" and p.last - p.first >= 2
    )  # fmt: skip


def _complements(clause: Clause, wording: Wording, registry: Registry) -> Iterator[Item]:
    verb = range(clause.verb[0].i, clause.verb[-1].i)
    moved = inner_parts(clause)
    for part in clause.parts:
        if part.first in verb and part not in moved:
            continue
        words = clause.tree.words[part.first : part.last + 1]
        yield Item(
            segment=_segment(clause, part, wording, registry),
            at=clause.verb[-1].i + 0.2 if part in moved else part.first,
            comma=part not in moved
            and part.first > 0
            and clause.tree.words[part.first - 1].text == ",",
            verbal=any(w.is_verb for w in words),
        )


def _segment(clause: Clause, part: Part, wording: Wording, registry: Registry) -> Segment:
    first, last = _quoted(clause.tree, part)
    text = wording.text(clause.tree, first, last, frozenset())
    members = members_of(clause.tree, part, text, wording, registry)
    if members:
        complete = is_complete(clause.tree, part, wording)
        joiner = joiner_of(clause.tree, part)
        return Segment.of_members(part.role, members, joiner=joiner, complete=complete)
    words = clause.tree.words[first : last + 1]
    return Segment(role=part.role, text=text, entity=registry.entity_of(text, span_of(words)))


def _quoted(tree: Tree, part: Part) -> tuple[int, int]:
    """The range widened to the guillemets that touch it, when only one of a pair is inside."""
    first, last = part.first, part.last
    texts = [w.text for w in tree.words[first : last + 1]]
    opened, closed = texts.count("«"), texts.count("»")
    around = tree.words[max(0, first - 1) : first] + tree.words[last + 1 : last + 2]
    if [w.text for w in around] == ["«", "»"]:
        return first - 1, last + 1
    if closed > opened and first > 0 and tree.words[first - 1].text == "«":
        first -= 1
    if opened > closed and last + 1 < len(tree.words) and tree.words[last + 1].text == "»":
        last += 1
    return first, last


def _moved_back(front: list[Item], rest: list[Item]) -> tuple[list[Item], list[Item]]:
    """A short time or place in front goes behind a short predicate."""
    words = sum(len(item.segment.text.split()) for item in rest)
    apposed = bool(rest) and "," in rest[-1].segment.text
    if any(item.verbal for item in rest) or words > 8 or apposed:
        return front, rest
    short = [
        i for i in front
        if i.segment.role in {"time", "place"} and len(i.segment.text.split()) <= 5
    ]  # fmt: skip
    moved = [replace(i, segment=recased(i.segment, lower_initial), comma=False) for i in short]
    return [i for i in front if i not in short], [*rest, *moved]


def _with_commas(items: list[Item]) -> Iterator[Segment]:
    """A comma where one stood; the two around what now follows the verb go together."""
    opened = False
    for n, item in enumerate(items):
        closes = "," in item.segment.text or n == len(items) - 1
        apposed = n > 0 and _is_apposed(items[n - 1].segment)
        moved = apposed and item.segment.role in {"time", "duration"}
        if (moved or (item.comma and (n or item.verbal or closes))) and not opened:
            yield Segment(role="link", text=",")
        opened = item.comma and not n and not item.verbal and not closes
        yield item.segment
