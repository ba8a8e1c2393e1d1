"""The words themselves: « … », a déclaré X."""

from collections.abc import Iterable, Iterator

from quizapp.facts.candidate import Candidate
from quizapp.facts.context import Context, Read
from quizapp.facts.voice.quoting import quotation


def find(context: Context, reads: Iterable[Read]) -> Iterator[Candidate]:
    found = quotation(context.sentence, context.voice, context.article)
    if found:
        yield found
