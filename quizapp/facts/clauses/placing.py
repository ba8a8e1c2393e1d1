"""What was peeled off a clause goes back to its place: times, asides that hold a figure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizapp.facts.clauses.clause import Clause
from quizapp.facts.wording import Wording, position
from quizapp.model import Role, Segment
from quizapp.nlp.trees import Piece

_MODAL = frozenset({"devoir", "pouvoir", "aller", "falloir", "faire", "laisser"})


@dataclass(frozen=True)
class Item:
    """A segment with where its words stood; `comma` tells that one stood before it."""

    segment: Segment
    at: float
    comma: bool = False
    verbal: bool = False


def with_times(
    clause: Clause, items: list[Item], wording: Wording
) -> tuple[list[Item], list[Item]]:
    """Times peeled off this clause: segments of their own, or part of the complement they end."""
    loose: list[Item] = []
    for time in _own_times(clause, wording):
        at = position(clause.tree, time.span.start)
        inside_verb = clause.verb[0].i < at <= clause.verb[-1].i
        at = _out_of_verb(clause, at) if inside_verb else at
        text = wording.time(time)
        host = next((n for n, i in enumerate(items) if i.verbal and _ends_at(clause, i, at)), None)
        if host is not None and wording.shown(time.main.words[0]) != ",":
            item = items[host]
            longer = Segment(role=item.segment.role, text=f"{item.segment.text} {text}")
            items[host] = replace(item, segment=longer)
        else:
            comma = at > clause.verb[-1].i and clause.tree.words[at - 1].text == ","
            role: Role = "complement" if _of_other_verb(clause, at) else "time"
            loose.append(Item(Segment(role=role, text=text), at - 0.5, comma=comma))
    return items, loose


def _out_of_verb(clause: Clause, at: int) -> int:
    """« a confirmé lundi avoir reçu »: before the clause, for behind its infinitive it would say
    when that happened; « a lundi confirmé »: behind the verb."""
    behind = clause.tree.words[at : at + 1]
    infinitive = any(word.feats.get("VerbForm") == "Inf" for word in behind)
    return -1 if infinitive and has_two_times(clause) else clause.verb[-1].i + 1


def _of_other_verb(clause: Clause, at: int) -> bool:
    """« s’est excusé d’avoir comparé … en 1936 »: no date of the excuse."""
    perfect = any(
        word.feats.get("VerbForm") == "Inf" and word.lemma in {"avoir", "être"}
        for word in clause.verb[1:-1]
    )
    return perfect and at > clause.verb[-1].i and has_two_times(clause)


def has_two_times(clause: Clause) -> bool:
    """« a confirmé avoir reçu »: each of the two verbs may have a date of its own."""
    return len(clause.lemmas) > 1 and clause.lemmas[0] not in _MODAL


def _ends_at(clause: Clause, item: Item, at: int) -> bool:
    part = next((p for p in clause.parts if p.first == item.at), None)
    return part is not None and part.last + 1 == at


def times_of_subject(clause: Clause, subject: Segment, wording: Wording) -> Segment:
    """« Poke lancée en décembre 2012 »: the time behind a participle belongs to the subject."""
    part = clause.subject
    if part is None or clause.shared or not clause.tree.words[part.last].is_verb:
        return subject
    after = clause.tree.words[part.last + 1 :]
    if not after:
        return subject
    times = [t for t in wording.between(clause.tree.words[part.last].end, after[0].start)
             if not wording.shown(t.main.words[0]).startswith(",")]  # fmt: skip
    text = " ".join([subject.text, *(wording.time(time) for time in times)])
    return subject.model_copy(update={"text": text}) if times else subject


def _own_times(clause: Clause, wording: Wording) -> Iterator[Piece]:
    parts = [p for p in (*clause.parts, clause.subject) if p]
    own = [p for p in parts if not (clause.shared and p is clause.subject)]
    first = min([clause.verb[0].i, *(p.first for p in own)])
    last = max([clause.verb[-1].i, *(p.last for p in own)])
    for time in wording.times:
        at = position(clause.tree, time.span.start)
        within = any(p.first < at <= p.last for p in own)
        closing = at < len(clause.tree.words) and all(
            word.pos == "PUNCT" for word in clause.tree.words[last + 1 : at]
        )
        if first <= at and (at <= last + 1 or closing) and not within:
            yield time


def with_asides(clause: Clause, items: list[Item], wording: Wording) -> list[Item]:
    """« (22 minutes) » behind the complement that it follows, « , alors que … » at the end."""
    placed = list(items)
    for aside in wording.asides:
        at = position(clause.tree, aside.span.start)
        text = wording.time(aside)
        behind = next((n for n, i in enumerate(placed) if _ends_at(clause, i, at)), None)
        if text.startswith("(") and behind is not None:
            host = placed[behind]
            longer = Segment(role=host.segment.role, text=f"{host.segment.text} {text}",
                             entity=host.segment.entity)  # fmt: skip
            placed[behind] = replace(host, segment=longer)
        elif _closes(clause, at):
            told = Segment(role="complement", text=text)
            placed.append(Item(told, at + 0.5, comma=not text.startswith("("), verbal=True))
    return placed


def _closes(clause: Clause, at: int) -> bool:
    """Whether nothing but the full stop follows."""
    ends = max([clause.verb[-1].i, *(part.last for part in clause.parts)])
    rest = clause.tree.words[ends + 1 :]
    return at > ends and all(word.pos == "PUNCT" for word in rest)
