"""Facts → questions: compose, check, score, select."""

from collections.abc import Iterator, Sequence

from quizapp.model import Article, Entity, Fact, Lexeme, Question
from quizapp.questions.asking import all_stems
from quizapp.questions.bench import Bench
from quizapp.questions.build import LAST_RESORT
from quizapp.questions.checks import rejection, takes_something_for_known
from quizapp.questions.kinds import COMPOSERS, ON_ONE_FACT, Composer
from quizapp.questions.select import select
from quizapp.resources import Resources


def compose(
    article: Article,
    facts: Sequence[Fact],
    entities: Sequence[Entity],
    lexemes: Sequence[Lexeme],
    *,
    resources: Resources,
    count: int | None,
    seed: int,
) -> tuple[Question, ...]:
    """Questions in the order of a quiz; without `count` all that stand beside one another.

    The same set and seed give the same questions. Only accepted facts without warnings make any.
    """
    bench = Bench(article, tuple(facts), tuple(entities), tuple(lexemes), resources, seed)
    return select([q for q, failed in judged(bench) if failed is None], count)


def compose_for(
    fact: Fact,
    article: Article,
    facts: Sequence[Fact],
    entities: Sequence[Entity],
    *,
    resources: Resources,
    seed: int,
) -> tuple[Question, ...]:
    """Every question that rests on this fact alone, best first, as if it were accepted."""
    accepted = fact.model_copy(update={"status": "accepted", "warnings": ()})
    others = [accepted if other.id == fact.id else other for other in facts]
    if all(other.id != fact.id for other in facts):
        others.append(accepted)
    bench = Bench(article, tuple(others), tuple(entities), (), resources, seed, focus=fact.id)
    own = [q for q, failed in judged(bench, ON_ONE_FACT) if failed is None]
    return tuple(sorted(own, key=lambda q: (-q.score, q.id)))


def judged(
    bench: Bench, composers: Sequence[Composer] = COMPOSERS
) -> Iterator[tuple[Question, str | None]]:
    """Every question that can be composed, with the name of the check that it fails."""
    stems = tuple(all_stems(bench))
    seen: set[str] = set()
    for composer in composers:
        for question in composer(bench, stems):
            if question.id not in seen:
                seen.add(question.id)
                yield _weighed(question, bench), rejection(question, bench)


def _weighed(question: Question, bench: Bench) -> Question:
    """Its score, low where the article alone explains of what it speaks."""
    if not takes_something_for_known(question, bench):
        return question
    return question.model_copy(update={"score": round(question.score * LAST_RESORT, 3)})
