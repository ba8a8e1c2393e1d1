"""Stems of a fact: only the forms that French carries without regenerating a noun phrase."""

from collections.abc import Callable, Iterator

from quizapp.questions.asking import how_many, roles, what, who
from quizapp.questions.asking.stem import Sort, Stem
from quizapp.questions.bench import Bench
from quizapp.questions.clause import Clause

__all__ = ["Sort", "Stem", "all_stems"]

_ASKING: tuple[Callable[[Clause, Bench], Iterator[Stem]], ...] = (
    who.subject,
    who.direct_object,
    who.prepositional,
    what.direct_object,
    what.inanimate_subject,
    what.place,
    what.time,
    what.duration,
    what.purpose,
    what.cause,
    how_many.quantity,
    roles.office,
)


def all_stems(bench: Bench) -> Iterator[Stem]:
    """Every stem of every usable fact that is asked about, in the order of the text."""
    clauses = {clause.fact.id: clause for clause in bench.asked}
    usable = [fact for fact in bench.usable if bench.focus in (None, fact.id)]
    for fact in sorted(usable, key=lambda fact: (fact.evidence.start, fact.id)):
        clause = clauses.get(fact.id)
        if clause:
            for ask in _ASKING:
                yield from ask(clause, bench)
        yield from roles.speaker(fact, clause, bench)
