"""Who is what, without a verb: « le ministre X », « X, présidente de Y »."""

from collections.abc import Iterable, Iterator

from quizapp.facts.candidate import Candidate
from quizapp.facts.context import Context, Read
from quizapp.facts.roles import role_candidate, roles_of


def find(context: Context, reads: Iterable[Read]) -> Iterator[Candidate]:
    article, world = context.article, context.resources.world
    for role in roles_of(context.sentence, article=article, registry=context.registry):
        yield role_candidate(role, context.sentence, article, world)
