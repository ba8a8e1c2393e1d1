"""The whole of composing: what is asked, in which order, and always the same."""

from collections import Counter
from itertools import combinations

import pytest

from quizapp.model import Fact, Question
from quizapp.questions.compose import compose, compose_for
from quizapp.resources import Resources
from tests import factories


def composed(resources: Resources, count: int | None = None, seed: int = 0) -> tuple[Question, ...]:
    return compose(
        factories.article(),
        factories.facts(),
        factories.entities(),
        factories.lexemes(),
        resources=resources,
        count=count,
        seed=seed,
    )


def test_the_same_seed_gives_the_same_questions(resources: Resources) -> None:
    assert composed(resources) == composed(resources)


def test_another_seed_keeps_the_ids_of_what_it_asks(resources: Resources) -> None:
    first = {q.id: q for q in composed(resources)}
    second = {q.id: q for q in composed(resources, seed=1)}
    assert first != second
    assert any(first[q].prompt == second[q].prompt for q in first.keys() & second.keys())


def test_count_is_the_most(resources: Resources) -> None:
    assert len(composed(resources, 4)) == 4
    assert len(composed(resources, 500)) == len(composed(resources))


def test_a_quiz_mixes_kinds_and_sentences(resources: Resources) -> None:
    quiz = composed(resources, 6)
    assert len({q.kind for q in quiz}) >= 4
    assert max(Counter(fact for q in quiz for fact in q.facts).values()) <= 2


def test_ids_are_unique_and_facts_known(resources: Resources) -> None:
    quiz = composed(resources)
    assert len({q.id for q in quiz}) == len(quiz)
    facts = {fact.id for fact in factories.facts()}
    assert all(set(q.facts) <= facts for q in quiz)


def test_no_question_of_a_fact_tells_the_key_of_another(resources: Resources) -> None:
    for one, other in combinations(composed(resources), 2):
        if set(one.facts) & set(other.facts) and one.kind == other.kind == "multiple_choice":
            assert one.key_text.lower() not in other.prompt.lower()


def test_proposed_facts_make_none(resources: Resources) -> None:
    facts = tuple(f.model_copy(update={"status": "proposed"}) for f in factories.facts())
    quiz = compose(
        factories.article(), facts, factories.entities(), (),
        resources=resources, count=None, seed=0,
    )  # fmt: skip
    assert quiz == ()


def test_the_author_is_never_asked_who_said_it(resources: Resources) -> None:
    asked = [q.id for q in composed(resources) if "accord-mauvais" in q.facts]
    assert all("speaker" not in question_id for question_id in asked)


@pytest.mark.parametrize("fact", factories.facts(), ids=lambda fact: fact.id)
def test_one_fact_has_its_own_questions(resources: Resources, fact: Fact) -> None:
    proposed = fact.model_copy(update={"status": "proposed"})
    questions = compose_for(
        proposed, factories.article(), factories.facts(), factories.entities(),
        resources=resources, seed=0,
    )  # fmt: skip
    assert questions
    assert all(q.facts == (fact.id,) for q in questions)
    assert [q.score for q in questions] == sorted((q.score for q in questions), reverse=True)
