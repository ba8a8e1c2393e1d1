"""The words themselves: « … », a déclaré X."""

from collections.abc import Iterable, Iterator

from quizapp.facts.candidate import Candidate
from quizapp.facts.context import Context, Read
from quizapp.facts.voice.quoting import quotation


def find(context: Context, reads: Iterable[Read]) -> Iterator[Candidate]:
    verbs = [read.clause.head.start for read in reads]
    for quoted in context.quoted:
        inside = [at for at in verbs if quoted.span.start <= at < quoted.span.end]
        predicate = inside[0] if len(inside) == 1 else None
        found = quotation(quoted, context.sentence, context.article, predicate=predicate)
        if found:
            yield found
