"""Which of two parsers reads a clause better."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.facts.clauses.clause import Clause
from quizapp.facts.clauses.parts import Part, form
from quizapp.facts.clauses.predicates import clauses_of
from quizapp.nlp.trees import Piece

_UNSOUND = frozenset({"broken", "leftover", "subjectless", "inverted"})
_PLURAL = frozenset("les des ces ses leurs plusieurs quelques certains certaines".split())
_SINGULAR = frozenset("le la l' un une ce cet cette son sa chaque".split())
_RELATING = frozenset(
    "qui que qu' dont où quoi quand lequel laquelle lesquels lesquelles auquel auxquels duquel"
    " auxquelles desquels desquelles lorsque lorsqu' puisque puisqu' comme si s' quoique".split()
)
_OPEN = frozenset({"PROPN", "NOUN", "NUM", "PRON"})


@dataclass(frozen=True)
class Reading:
    """A clause with the other parser's reading of it; `swapped` tells that it is the second
    parser's own."""

    clause: Clause
    other: Clause | None
    swapped: bool = False


def readings(piece: Piece) -> Iterator[Reading]:
    """The clauses of a piece, each as the parser reads it that makes fewer faults."""
    main, second = clauses_of(piece.main), clauses_of(piece.second)
    if not main or (second and _worse(main, second)):
        yield from (Reading(clause, None, swapped=True) for clause in second)
        return
    for clause in main:
        other = _twin(clause, second)
        if other and faults_of(other) < faults_of(clause):
            yield Reading(other, clause, swapped=True)
        else:
            yield Reading(clause, other)


def _worse(main: tuple[Clause, ...], second: tuple[Clause, ...]) -> bool:
    """Whether only the second parser's clauses are free of faults, and their verbs are others."""
    verbs = [{clause.finite.start for clause in clauses} for clauses in (main, second)]
    faulty = any(clause.flaws & _UNSOUND for clause in main)
    return faulty and verbs[0] != verbs[1] and not any(faults_of(clause) for clause in second)


def _twin(clause: Clause, others: tuple[Clause, ...]) -> Clause | None:
    """The other reading of the same verb; two predicates may share one conjugated form."""
    alike = [c for c in others if c.finite.start == clause.finite.start]
    exact = (c for c in alike if c.verb[-1].start == clause.verb[-1].start)
    shared = clause.helpers or any(c.helpers for c in alike)
    return next(exact, None if shared else next(iter(alike), None))


def faults_of(clause: Clause) -> int:
    """How much is odd in a reading; 0 for one that nothing speaks against."""
    return (
        4 * len(clause.flaws & _UNSOUND)
        + 3 * _disagrees(clause)
        + 2 * hides_verb(clause)
        + sum(_is_loose(clause, part) for part in clause.parts)
        + _is_passive_with_object(clause)
    )


def _disagrees(clause: Clause) -> bool:
    part = clause.subject
    if part is None or clause.shared or part.head.pos == "PRON":
        return False
    words = clause.tree.words[part.first : part.last + 1]
    first, wanted = form(words[0]), clause.finite.feats.get("Number")
    if any(form(w) in {"et", "ou", "ni"} for w in words):
        return False
    return (first in _PLURAL and wanted == "Sing") or (first in _SINGULAR and wanted == "Plur"
                                                       and len(words) < 3)  # fmt: skip


def hides_verb(clause: Clause) -> bool:
    """A conjugated verb inside a complement that nothing subordinates."""
    return any(
        any(w.is_finite for w in words) and not any(form(w) in _RELATING for w in words)
        for words in (clause.tree.words[p.first : p.last + 1] for p in _own(clause))
        if "«" not in {w.text for w in words} and form(words[0]) not in {"si", "s'", "quand"}
        and form(words[0])[:5] not in {"lorsq", "comme", "puisq"}
    )  # fmt: skip


def _is_loose(clause: Clause, part: Part) -> bool:
    """A bare noun behind the verb that is neither object nor attribute."""
    first = clause.tree.words[part.first]
    return part.role in {"complement", "place", "manner"} and first.pos in _OPEN


def _is_passive_with_object(clause: Clause) -> bool:
    return clause.passive and any(part.role == "object" for part in clause.parts)


def _own(clause: Clause) -> Iterator[Part]:
    yield from clause.parts
    if clause.subject and not clause.shared:
        yield clause.subject
