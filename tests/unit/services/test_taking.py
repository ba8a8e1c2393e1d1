"""Attempts: what is shown, what is kept, what is marked."""

import dataclasses
import json
from datetime import date, timedelta
from random import Random
from threading import Thread

import pytest
from sqlalchemy import func, select

from quizapp.model import ChoiceResponse, Question, QuizappError, Response, TextResponse
from quizapp.services import accounts, library, reviewing, taking
from quizapp.services.access import ANONYMOUS, Actor
from quizapp.services.teaching import Course
from quizapp.store.tables import AttemptRow, CardRow, ResponseRow
from tests import factories
from tests.unit.services.scene import Scene

QUESTIONS = factories.questions()


def test_a_question_comes_without_its_key(scene: Scene) -> None:
    set_id, learner = scene.library(), scene.guest()
    attempt = scene.start(set_id, learner)
    for question in QUESTIONS:
        shown = attempt.question
        assert shown is not None
        assert shown.id == question.id
        text = json.dumps(dataclasses.asdict(shown), ensure_ascii=False)
        for secret in ("correct", "rationale", "key_text", "accepted", "L’article dit", "evidence"):
            assert secret not in text
        attempt = scene.answer(attempt.id, question, learner).attempt
    assert attempt.question is None
    assert attempt.answered == attempt.total == 9


def test_every_kind_can_be_answered_right_and_wrong(scene: Scene) -> None:
    set_id = scene.library()
    for right in (True, False):
        learner = scene.guest()
        attempt = scene.start(set_id, learner)
        for question in QUESTIONS:
            feedback = scene.answer(attempt.id, question, learner, right=right).feedback
            assert feedback is not None
            assert feedback.correct is right
            assert feedback.key_text == question.key_text
            assert feedback.evidence == question.evidence
        with scene.database.unit() as unit:
            results = taking.finish(unit, attempt_id=attempt.id, actor=learner, now=scene.now)
        assert results.score == (1 if right else 0)
        assert len(results.missed) == (0 if right else 9)


def test_the_rationale_is_that_of_the_chosen_option(scene: Scene) -> None:
    set_id, learner = scene.library(), scene.guest()
    attempt = scene.start(set_id, learner)
    feedback = scene.answer(attempt.id, QUESTIONS[0], learner, right=False).feedback
    assert feedback is not None
    assert feedback.rationale == "L’article ne dit pas à Oslo."
    assert feedback.right_choices == ("b",)


def test_the_same_answer_twice_is_kept_once(scene: Scene) -> None:
    set_id, learner = scene.library(), scene.guest()
    attempt = scene.start(set_id, learner)
    first = scene.answer(attempt.id, QUESTIONS[0], learner, client_id="one")
    again = scene.answer(attempt.id, QUESTIONS[0], learner, right=False, client_id="one")
    assert again == first
    with pytest.raises(QuizappError) as error:
        scene.answer(attempt.id, QUESTIONS[0], learner, client_id="two")
    assert error.value.code == "already-answered"
    with scene.database.unit(write=False) as unit:
        assert unit.session.scalar(select(func.count(ResponseRow.id))) == 1


@pytest.mark.parametrize(
    ("question", "response", "code"),
    [
        (QUESTIONS[0], TextResponse(text="à Dakar"), "response-malformed"),
        (QUESTIONS[0], ChoiceResponse(choice="z"), "choice-unknown"),
        (factories.short_answer(id="q-autre"), TextResponse(text="x"), "question-unknown"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(
    scene: Scene, question: Question, response: Response, code: str
) -> None:
    set_id, learner = scene.library(), scene.guest()
    attempt = scene.start(set_id, learner)
    with pytest.raises(QuizappError) as error, scene.database.unit() as unit:
        taking.answer(
            unit,
            attempt_id=attempt.id,
            question_id=question.id,
            client_id="c",
            response=response,
            actor=learner,
            now=scene.now,
        )
    assert error.value.code == code


def test_an_attempt_goes_on_where_it_was_left(scene: Scene) -> None:
    set_id, learner = scene.library(), scene.guest()
    attempt = scene.start(set_id, learner)
    scene.answer(attempt.id, QUESTIONS[0], learner)
    scene.wait(days=3)
    assert scene.start(set_id, learner).id == attempt.id
    with scene.database.unit(write=False) as unit:
        resumed = taking.resume(unit, attempt_id=attempt.id, actor=learner)
        assert taking.open_attempts(unit, actor=learner) == (resumed,)
    assert resumed.number == 2
    assert resumed.question is not None
    assert resumed.question.id == QUESTIONS[1].id


def test_an_attempt_is_its_learner_s_alone(scene: Scene) -> None:
    set_id, learner = scene.library(), scene.guest()
    attempt = scene.start(set_id, learner)
    for other in (scene.guest(), scene.teacher(), ANONYMOUS):
        with pytest.raises(QuizappError) as error, scene.database.unit(write=False) as unit:
            taking.resume(unit, attempt_id=attempt.id, actor=other)
        assert error.value.code == "not-found"
        with pytest.raises(QuizappError) as error:
            scene.answer(attempt.id, QUESTIONS[0], other)
        assert error.value.code == "not-found"


def test_a_visitor_without_row_cannot_start(scene: Scene) -> None:
    set_id = scene.library()
    with pytest.raises(QuizappError) as error:
        scene.start(set_id, ANONYMOUS)
    assert error.value.code == "sign-in-needed"


def test_finishing_twice_changes_nothing_and_ends_answering(scene: Scene) -> None:
    set_id, learner = scene.library(), scene.guest()
    attempt = scene.start(set_id, learner)
    scene.answer(attempt.id, QUESTIONS[0], learner, right=False)
    with scene.database.unit() as unit:
        first = taking.finish(unit, attempt_id=attempt.id, actor=learner, now=scene.now)
        assert taking.finish(unit, attempt_id=attempt.id, actor=learner, now=scene.now) == first
    with pytest.raises(QuizappError) as error:
        scene.answer(attempt.id, QUESTIONS[1], learner)
    assert error.value.code == "attempt-finished"
    with scene.database.unit(write=False) as unit:
        assert unit.session.scalar(select(func.count(CardRow.id))) == 1


def test_only_what_was_missed_is_practised(scene: Scene) -> None:
    set_id, learner = scene.library(), scene.guest()
    scene.take(scene.start(set_id, learner).id, learner, wrong=("q-lieu", "q-carte"))
    with scene.database.unit() as unit:
        again = taking.start_missed(
            unit, set_id=set_id, actor=learner, now=scene.now, rng=Random(1)
        )
    assert again.total == 2
    scene.answer(again.id, QUESTIONS[0], learner)
    scene.answer(again.id, QUESTIONS[8], learner)
    scene.finish(again.id, learner)
    with pytest.raises(QuizappError) as error, scene.database.unit() as unit:
        taking.start_missed(unit, set_id=set_id, actor=learner, now=scene.now, rng=Random(1))
    assert error.value.code == "questions-needed"


def test_a_double_click_practises_what_was_missed_once(scene: Scene) -> None:
    set_id, learner = scene.library(), scene.guest()
    scene.take(scene.start(set_id, learner).id, learner, wrong=("q-lieu", "q-carte"))
    begun = set()
    for _ in range(2):
        with scene.database.unit() as unit:
            attempt = taking.start_missed(
                unit, set_id=set_id, actor=learner, now=scene.now, rng=Random(1)
            )
        begun.add(attempt.id)
    assert len(begun) == 1


def test_at_the_end_means_at_the_end(scene: Scene) -> None:
    teacher = scene.teacher()
    course = scene.course(teacher)
    assignment = scene.assign(teacher, course, scene.analysed(teacher), feedback="at_end")
    learner = _learner(scene, course)
    attempt = scene.start_assignment(assignment, learner)
    assert scene.answer(attempt.id, QUESTIONS[0], learner).feedback is None
    assert _results(scene, attempt.id, learner).items is None
    assert _feedback_code(scene, attempt.id, learner) == "forbidden"
    with scene.database.unit() as unit:
        results = taking.finish(unit, attempt_id=attempt.id, actor=learner, now=scene.now)
    assert results.items is not None
    assert results.points == 1


def test_after_the_due_date_means_after_it_for_cards_too(scene: Scene) -> None:
    teacher = scene.teacher()
    course = scene.course(teacher)
    assignment = scene.assign(
        teacher,
        course,
        scene.analysed(teacher),
        feedback="after_due",
        due_on=scene.now.date() + timedelta(days=2),
    )
    learner = _learner(scene, course)
    attempt = scene.start_assignment(assignment, learner)
    results = scene.take(attempt.id, learner, wrong=("q-lieu",))
    assert results.items is None
    assert results.score is None
    assert results.shown_from == assignment.due_at
    with scene.database.unit() as unit:
        assert reviewing.session(unit, actor=learner, now=scene.now).card is None
        card_id = unit.session.scalars(select(CardRow.id)).one()
    with pytest.raises(QuizappError), scene.database.unit(write=False) as unit:
        reviewing.reveal(unit, card_id=card_id, actor=learner, now=scene.now)
    scene.wait(days=3)
    assert _results(scene, attempt.id, learner).missed == ("q-lieu",)
    with scene.database.unit(write=False) as unit:
        assert reviewing.session(unit, actor=learner, now=scene.now).new == 1


def test_what_an_assignment_keeps_back_is_told_nowhere(scene: Scene) -> None:
    teacher = scene.teacher()
    course = scene.course(teacher)
    set_id = scene.analysed(teacher)
    due_on = scene.now.date() + timedelta(days=2)
    assignment = scene.assign(teacher, course, set_id, feedback="after_due", due_on=due_on)
    learner = _learner(scene, course)
    scene.take(scene.start_assignment(assignment, learner).id, learner, wrong=("q-lieu",))
    with scene.database.unit(write=False) as unit:
        (summary,) = library.list_sets(unit, actor=learner, now=scene.now, scope="shared")
        data = json.dumps(accounts.export_data(unit, actor=learner, now=scene.now))
    assert summary.progress is None
    assert "score" not in data
    assert "accepted_form" not in data
    assert json.loads(data)["cards"] == []
    with pytest.raises(QuizappError) as error, scene.database.unit() as unit:
        taking.start_missed(unit, set_id=set_id, actor=learner, now=scene.now, rng=Random(1))
    assert error.value.code == "assignment-open"
    with pytest.raises(QuizappError) as error, scene.database.unit() as unit:
        reviewing.rate(unit, card_id=1, rating="again", actor=learner, now=scene.now, rng=Random(1))
    assert error.value.code == "card-unknown"
    scene.wait(days=3)
    with scene.database.unit(write=False) as unit:
        (summary,) = library.list_sets(unit, actor=learner, now=scene.now, scope="shared")
        responses = accounts.export_data(unit, actor=learner, now=scene.now)["responses"]
    assert summary.progress is not None
    assert (summary.progress.answered, summary.progress.correct) == (9, 8)
    assert "score" in json.dumps(responses)


def test_without_a_due_date_the_end_of_an_attempt_tells_its_score(scene: Scene) -> None:
    teacher = scene.teacher()
    course = scene.course(teacher)
    assignment = scene.assign(teacher, course, scene.analysed(teacher), feedback="after_due")
    learner = _learner(scene, course)
    scene.take(scene.start_assignment(assignment, learner).id, learner)
    with scene.database.unit(write=False) as unit:
        (summary,) = library.list_sets(unit, actor=learner, now=scene.now, scope="shared")
    assert summary.progress is not None
    assert summary.progress.correct == 9


def test_a_due_date_is_the_end_of_the_day_in_the_course_s_zone(scene: Scene) -> None:
    teacher = scene.teacher()
    course = scene.course(teacher)
    set_id = scene.analysed(teacher)
    assignment = scene.assign(teacher, course, set_id, due_on=date(2026, 3, 2))
    assert assignment.due_at is not None
    assert assignment.due_at.isoformat() == "2026-03-02T22:59:00+00:00"
    learner = _learner(scene, course)
    attempt = scene.start_assignment(assignment, learner)
    scene.now = assignment.due_at
    scene.answer(attempt.id, QUESTIONS[0], learner)
    scene.wait(minutes=1)
    for late in (
        lambda: scene.answer(attempt.id, QUESTIONS[1], learner),
        lambda: scene.start_assignment(assignment, _learner(scene, course, "Zoé")),
    ):
        with pytest.raises(QuizappError) as error:
            late()
        assert error.value.code == "assignment-closed"


def test_attempts_are_counted(scene: Scene) -> None:
    teacher = scene.teacher()
    course = scene.course(teacher)
    assignment = scene.assign(teacher, course, scene.analysed(teacher), attempts=1)
    learner = _learner(scene, course)
    scene.take(scene.start_assignment(assignment, learner).id, learner)
    with pytest.raises(QuizappError) as error:
        scene.start_assignment(assignment, learner)
    assert error.value.code == "attempts-used"


def test_options_are_shuffled_only_when_asked_and_stay_so(scene: Scene) -> None:
    teacher = scene.teacher()
    course = scene.course(teacher)
    set_id = scene.analysed(teacher)
    orders = set()
    for shuffle in (False, True):
        assignment = scene.assign(teacher, course, set_id, shuffle=shuffle)
        for n in range(6):
            learner = _learner(scene, course, f"{shuffle}{n}")
            with scene.database.unit() as unit:
                attempt = taking.start_assignment(
                    unit,
                    assignment_id=assignment.id,
                    actor=learner,
                    now=scene.now,
                    rng=Random(n),
                )
                again = taking.resume(unit, attempt_id=attempt.id, actor=learner)
            assert attempt.question is not None
            assert attempt.question == again.question
            orders.add((shuffle, tuple(choice.id for choice in attempt.question.choices)))
    assert len([order for shuffle, order in orders if not shuffle]) == 1
    assert len([order for shuffle, order in orders if shuffle]) > 1


def test_from_memory_hides_the_text_until_the_end(scene: Scene) -> None:
    teacher = scene.teacher()
    course = scene.course(teacher)
    assignment = scene.assign(teacher, course, scene.analysed(teacher), from_memory=True)
    learner = _learner(scene, course)
    attempt = scene.start_assignment(assignment, learner)
    with scene.database.unit() as unit:
        assert taking.passage(unit, attempt_id=attempt.id, actor=learner) is None
        taking.finish(unit, attempt_id=attempt.id, actor=learner, now=scene.now)
        passage = taking.passage(unit, attempt_id=attempt.id, actor=learner)
    assert passage is not None
    assert passage.text == factories.TEXT


def test_a_double_click_starts_one_attempt(scene: Scene) -> None:
    set_id, learner = scene.library(), scene.guest()
    threads = [Thread(target=scene.start, args=(set_id, learner)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with scene.database.unit(write=False) as unit:
        assert unit.session.scalar(select(func.count(AttemptRow.id))) == 1


def _learner(scene: Scene, course: Course, nickname: str = "Ana") -> Actor:
    joined = scene.join(course, nickname)
    return Actor(user_id=joined.user.id, guest=True)


def _results(scene: Scene, attempt_id: int, learner: Actor) -> taking.Results:
    with scene.database.unit(write=False) as unit:
        return taking.results(unit, attempt_id=attempt_id, actor=learner, now=scene.now)


def _feedback_code(scene: Scene, attempt_id: int, learner: Actor) -> str:
    with pytest.raises(QuizappError) as error, scene.database.unit(write=False) as unit:
        taking.feedback(
            unit, attempt_id=attempt_id, question_id="q-lieu", actor=learner, now=scene.now
        )
    return error.value.code
