"""The words themselves: « … », a déclaré X."""

from collections.abc import Iterable, Iterator

from quizapp.facts.candidate import Candidate
from quizapp.facts.context import Context, Read
from quizapp.facts.voice.quoting import quotation


def find(context: Context, reads: Iterable[Read]) -> Iterator[Candidate]:
    for quoted in context.quoted:
        found = quotation(quoted, context.sentence, context.article)
        if found:
            yield found
