"""Long main clauses once more, without their outer complements.

« Un commissaire a été blessé en Guyane lors d’une manifestation, sur fond de revendications »
also gives the fact without the last complement: shorter, and as true. Of the facts of one
predicate the surest is kept.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizapp.facts.candidate import Candidate
from quizapp.facts.clauses.drafting import Draft, draft
from quizapp.facts.clauses.shortening import shortened
from quizapp.facts.context import Context, Read
from quizapp.facts.stating import state
from quizapp.model import Role, Segment

_LONG = 16
_LESS = 4
"""How many words a shorter statement has to spare."""


def find(context: Context, reads: Iterable[Read]) -> Iterator[Candidate]:
    for read in reads:
        size = _size(read.drafted)
        shorter = shortened(read.clause) if size > _LONG else None
        if shorter is None:
            continue
        subject = read.found.segment if read.found else None
        wording = context.wording.of_piece(read.piece, context.sentence)
        drafted = draft(shorter, wording=wording, registry=context.registry, subject=subject)
        if drafted is None or size - _size(drafted) < _LESS:
            continue
        second = _alike(drafted, read.second) if read.second else None
        candidate = state(replace(read, clause=shorter, drafted=drafted, second=second), context)
        yield replace(candidate, features=candidate.features | {"shortened"})


def _size(drafted: Draft) -> int:
    return sum(len(segment.text.split()) for segment in drafted.segments)


def _alike(drafted: Draft, second: Draft) -> Draft:
    """The other reading cut where `drafted` is cut, for the two to be compared."""
    told: dict[Role, str] = {segment.role: segment.text for segment in drafted.rest}
    rest = tuple(_cut(segment, told) for segment in second.rest if segment.role in told)
    front = tuple(s for s in second.front if s in drafted.front)
    return replace(second, rest=rest, front=front)


def _cut(segment: Segment, told: dict[Role, str]) -> Segment:
    text = told[segment.role]
    if segment.members or not segment.text.startswith(text):
        return segment
    return segment.model_copy(update={"text": text})
