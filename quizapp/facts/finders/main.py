"""The facts of the main clauses of a sentence, as they stand."""

from collections.abc import Iterable, Iterator

from quizapp.facts.candidate import Candidate
from quizapp.facts.context import Context, Read
from quizapp.facts.stating import state
from quizapp.nlp.markers import speech_verb


def find(context: Context, reads: Iterable[Read]) -> Iterator[Candidate]:
    """Each clause, but for « X a déclaré : », which only opens a quotation."""
    for read in reads:
        opens = read.piece.main.words[-1].text == ":"
        if not (opens and speech_verb(context.resources.verbs, read.clause.verb[-1].text)):
            yield state(read, context)
