"""What may be taken away."""

import pytest

from quizapp.model import QuizappError
from quizapp.services import authoring, exporting
from quizapp.services.access import ANONYMOUS, Actor
from tests import factories
from tests.unit.services.scene import Scene


def test_a_deck_holds_what_was_accepted(scene: Scene) -> None:
    lea = scene.teacher()
    questions = [
        question.model_copy(update={"status": "proposed"}) if question.id != "q-lieu" else question
        for question in factories.questions()
    ]
    facts = [
        fact.model_copy(update={"status": "rejected"}) if fact.id == "norvege-verse" else fact
        for fact in factories.facts()
    ]
    set_id = scene.analysed(lea, questions=tuple(questions), facts=tuple(facts))
    with scene.database.unit(write=False) as unit:
        study_set = exporting.study_set(unit, set_id=set_id, actor=lea, now=scene.now)
    assert [question.id for question in study_set.questions] == ["q-lieu"]
    assert len(study_set.facts) == len(facts) - 1
    assert study_set.lexemes == factories.lexemes()


def test_keys_at_a_glance_are_for_teachers(scene: Scene) -> None:
    set_id, lea = scene.library(), scene.teacher()
    assert _code(scene, set_id, lea) is None
    assert _code(scene, set_id, scene.guest()) == "forbidden"
    assert _code(scene, set_id, ANONYMOUS) == "sign-in-needed"
    own = scene.analysed(lea)
    assert _code(scene, own, scene.teacher("bob@example.org")) == "not-found"


def test_a_quiz_leaves_with_its_questions_in_its_order(scene: Scene) -> None:
    lea = scene.teacher()
    set_id = scene.analysed(lea)
    with scene.database.unit() as unit:
        quiz = authoring.save_quiz(
            unit,
            set_id=set_id,
            title="Q",
            questions=["q-carte", "q-lieu"],
            actor=lea,
            now=scene.now,
        )
        study_set = exporting.quiz_set(unit, quiz_id=quiz.id, actor=lea)
    assert [question.id for question in study_set.questions] == ["q-carte", "q-lieu"]
    ana = scene.user("ana@example.org")
    with pytest.raises(QuizappError) as error, scene.database.unit(write=False) as unit:
        exporting.quiz_set(unit, quiz_id=quiz.id, actor=ana)
    assert error.value.code == "forbidden"


def test_releases_are_counted_for_each_learner_and_deck(scene: Scene) -> None:
    set_id, ana, guest = scene.library(), scene.user("ana@example.org"), scene.guest()
    notes = {"guid": "hash"}

    def release(actor: Actor, set_id: str | None) -> int:
        with scene.database.unit() as unit:
            return exporting.record_release(
                unit, set_id=set_id, parts={"questions"}, notes=notes, actor=actor, now=scene.now
            )

    assert [release(ana, set_id), release(ana, set_id), release(ana, None)] == [1, 2, 1]
    notes = {"guid": "other"}
    assert release(ana, set_id) == 3
    with scene.database.unit(write=False) as unit:
        assert exporting.last_release(unit, set_id=set_id, actor=ana) == {"guid": "other"}
        assert exporting.last_release(unit, set_id=None, actor=ana) == {"guid": "hash"}
        assert exporting.last_release(unit, set_id=set_id, actor=guest) is None


def _code(scene: Scene, set_id: str, actor: Actor) -> str | None:
    try:
        with scene.database.unit(write=False) as unit:
            exporting.study_set(unit, set_id=set_id, actor=actor, now=scene.now, teaching=True)
    except QuizappError as error:
        return error.code
    return None
