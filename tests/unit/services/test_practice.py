"""What a learner masters, what she retains, on which days she practised."""

from random import Random

import pytest

from quizapp.model import QuizappError
from quizapp.services import reviewing
from quizapp.services.access import ANONYMOUS, Actor
from quizapp.services.practice import Practice, Retention, practice
from quizapp.study.scheduling import Rating
from tests import factories
from tests.unit.services.scene import Scene


def read(scene: Scene, actor: Actor, days: int = 7) -> Practice:
    with scene.database.unit(write=False) as unit:
        return practice(unit, actor=actor, now=scene.now, days=days)


def rate(scene: Scene, actor: Actor, rating: Rating) -> None:
    with scene.database.unit() as unit:
        card = reviewing.session(unit, actor=actor, now=scene.now).card
        assert card is not None
        reviewing.rate(
            unit, card_id=card.card_id, rating=rating, actor=actor, now=scene.now, rng=Random(1)
        )


def test_skills_count_the_last_answer_to_each_question(scene: Scene) -> None:
    set_id, ana = scene.library(), scene.user("ana@example.org")
    scene.take(scene.start(set_id, ana).id, ana, wrong=("q-lieu",))
    skills = read(scene, ana).skills
    questions = factories.questions()
    assert {skill: found.answered for skill, found in skills.items()} == {
        skill: sum(question.skill == skill for question in questions)
        for skill in {question.skill for question in questions}
    }
    missed = skills[factories.multiple_choice().skill]
    assert round(missed.share * missed.answered) == missed.answered - 1
    scene.wait(hours=1)
    scene.answer(scene.start(set_id, ana).id, factories.multiple_choice(), ana)
    assert all(found.share == 1 for found in read(scene, ana).skills.values())
    assert read(scene, scene.guest()).skills == {}


def test_days_are_review_days_of_the_learner(scene: Scene) -> None:
    set_id, ana = scene.library(), scene.user("ana@example.org")
    scene.take(scene.start(set_id, ana).id, ana)
    scene.wait(days=2)
    scene.answer(scene.start(set_id, ana).id, factories.multiple_choice(), ana)
    assert read(scene, ana).days == (0, 0, 0, 0, 9, 0, 1)
    assert read(scene, ana, days=2).days == (0, 1)


def test_retention_is_of_learned_cards_only(scene: Scene) -> None:
    ana = scene.user("ana@example.org")
    with scene.database.unit() as unit:
        for name in ("un", "deux"):
            reviewing.save_word(
                unit, lexeme=factories.lexeme(name), set_id=None, actor=ana, now=scene.now
            )
    rate(scene, ana, "easy")
    rate(scene, ana, "easy")
    assert read(scene, ana).retention == Retention(reviews=0, known=0)
    scene.wait(days=60)
    rate(scene, ana, "good")
    rate(scene, ana, "again")
    assert read(scene, ana).retention == Retention(reviews=2, known=1)
    assert read(scene, ana).days[-1] == 2


def test_nobody_has_no_practice(scene: Scene) -> None:
    with pytest.raises(QuizappError) as error:
        read(scene, ANONYMOUS)
    assert error.value.code == "sign-in-needed"
