"""What stands before the subject: « Au troisième trimestre, », « Sur l’ensemble du pays, »."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.parts import Part, trimmed
from quizapp.nlp.trees import Tree


def whole_fronts(parts: Iterable[Part], verb: int) -> Iterator[Part]:
    """« En marge de la grève | dans les gares, le maire … »: what no comma parts is one."""
    held: Part | None = None
    for part in sorted(parts, key=lambda p: p.first):
        if held and held.last + 1 == part.first and part.last < verb and part.role != "subject":
            held = replace(held, last=part.last)
            continue
        if held:
            yield held
        held = None if part.role == "subject" or part.last >= verb else part
        if held is None:
            yield part
    if held:
        yield held


def with_lost_front(clauses: list[Clause]) -> list[Clause]:
    """« Sur l’ensemble du pays, le chômage est en hausse »: where the parser hangs the clause on
    the noun before it, that phrase is the clause's front all the same."""
    first = clauses[0] if clauses else None
    if first is None or first.subject is None or first.shared:
        return clauses
    start = min([first.verb[0].i, first.subject.first, *(p.first for p in first.parts)])
    front = _fronted(first.tree, start)
    if front is None:
        return clauses
    return [replace(first, parts=(front, *first.parts)), *clauses[1:]]


def _fronted(tree: Tree, start: int) -> Part | None:
    words = tree.words[:start]
    closed = len(words) > 2 and words[-1].text == "," and words[0].pos == "ADP"
    if not closed or any(w.is_finite or w.text in {":", ";", "«", "»", "("} for w in words):
        return None
    head = next((w for w in words if w.pos in {"NOUN", "PROPN", "NUM"}), None)
    return trimmed(tree, Part("complement", head, 0, start - 1)) if head else None
