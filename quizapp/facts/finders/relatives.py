"""The facts of relative clauses: « le port, qui abrite la flotte, … »."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizapp.facts.candidate import Candidate
from quizapp.facts.clauses.drafting import draft
from quizapp.facts.clauses.predicates import better_read, clauses_of
from quizapp.facts.context import Context, Read
from quizapp.facts.reference.subjects import antecedent
from quizapp.facts.stating import state
from quizapp.nlp.trees import Piece, Tree


def find(context: Context, reads: Iterable[Read]) -> Iterator[Candidate]:
    """Relative clauses that a comma opens, with « qui » replaced by its antecedent."""
    for core in map(better_read, context.sentence.of_kind("core")):
        for relative in context.sentence.of_kind("relative"):
            if core.span.start <= relative.span.start:
                yield from _relative(core.main, relative, context)


def _relative(core: Tree, piece: Piece, context: Context) -> Iterator[Candidate]:
    wording, registry = context.wording, context.registry
    for clause in clauses_of(piece.main):
        if clause.subject is None or not clause.subject.head.borrowed:
            continue
        found = antecedent(core, piece, clause, wording=wording, registry=registry)
        if found is None:
            continue
        drafted = draft(clause, wording=wording, registry=registry, subject=found.segment)
        if drafted is None:
            continue
        twin = next((c for c in clauses_of(piece.second) if c.finite.start == clause.finite.start),
                    None)  # fmt: skip
        second = (
            draft(twin, wording=wording, registry=registry, subject=found.segment) if twin else None
        )
        candidate = state(Read(piece, clause, drafted, second, found), context)
        yield replace(candidate, features=candidate.features - {"resolved"} | {"relative"})
