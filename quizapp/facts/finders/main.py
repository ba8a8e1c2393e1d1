"""The facts of the main clauses of a sentence, as they stand."""

from collections.abc import Iterable, Iterator

from quizapp.facts.candidate import Candidate
from quizapp.facts.context import Context, Read
from quizapp.facts.finders.reported import told
from quizapp.facts.stating import state


def find(context: Context, reads: Iterable[Read]) -> Iterator[Candidate]:
    """Each clause; what the finder of reported speech replaces is left to it."""
    for read in reads:
        if not told(read, context):
            yield state(read, context)
