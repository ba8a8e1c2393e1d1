"""What an assignment withholds of its study set, and until when."""

from collections.abc import Callable
from datetime import date
from random import Random

import pytest

from quizapp.model import QuizappError
from quizapp.services import exporting, library, taking, teaching
from quizapp.services.access import Actor
from tests import factories
from tests.unit.services.scene import Scene

DUE = date(2026, 3, 5)
_Given = tuple[str, teaching.Assignment, Actor]


def _given(scene: Scene, **terms: object) -> _Given:
    """A set of the teacher's, its assignment, a learner of the course."""
    lea = scene.teacher()
    course, set_id = scene.course(lea), scene.analysed(lea)
    assignment = scene.assign(lea, course, set_id, **terms)
    return set_id, assignment, Actor(user_id=scene.join(course, "Ana").user.id, guest=True)


def _read(scene: Scene, set_id: str, actor: Actor) -> tuple[bool, int, int]:
    """Whether keys are kept back; how many facts and questions a deck may hold."""
    with scene.database.unit(write=False) as unit:
        reading = library.read_article(unit, set_id=set_id, actor=actor, now=scene.now)
        found = exporting.study_set(unit, set_id=set_id, actor=actor, now=scene.now)
    assert reading.article.text == factories.TEXT
    return reading.keys_kept_back, len(found.facts), len(found.questions)


def _code(act: Callable[[], object]) -> str | None:
    try:
        act()
    except QuizappError as error:
        return error.code
    return None


def _practise_missed(scene: Scene, set_id: str, actor: Actor) -> None:
    with scene.database.unit() as unit:
        taking.start_missed(unit, set_id=set_id, actor=actor, now=scene.now, rng=Random(1))


ALL = (False, len(factories.facts()), 9)
NONE = (True, 0, 0)


def test_keys_wait_for_the_due_date(scene: Scene) -> None:
    set_id, assignment, ana = _given(scene, feedback="after_due", due_on=DUE)
    assert _read(scene, set_id, ana) == NONE
    scene.take(scene.start_assignment(assignment, ana).id, ana, wrong=("q-lieu",))
    assert _read(scene, set_id, ana) == NONE
    assert _code(lambda: scene.start(set_id, ana)) == "assignment-open"
    assert _code(lambda: _practise_missed(scene, set_id, ana)) == "assignment-open"
    scene.wait(days=5)
    assert _read(scene, set_id, ana) == ALL
    assert scene.start(set_id, ana).question is not None


def test_keys_wait_for_the_end_of_an_attempt(scene: Scene) -> None:
    set_id, assignment, ana = _given(scene, feedback="at_end")
    assert _read(scene, set_id, ana) == NONE
    attempt = scene.start_assignment(assignment, ana)
    assert _read(scene, set_id, ana) == NONE
    scene.take(attempt.id, ana)
    assert _read(scene, set_id, ana) == ALL


def test_what_can_no_longer_be_done_keeps_nothing_back(scene: Scene) -> None:
    set_id, _, ana = _given(scene, feedback="at_end", due_on=DUE)
    scene.wait(days=5)
    assert _read(scene, set_id, ana) == ALL


def test_feedback_at_once_keeps_nothing_back(scene: Scene) -> None:
    set_id, _, ana = _given(scene, feedback="at_once", due_on=DUE)
    assert _read(scene, set_id, ana) == ALL


def test_only_learners_of_the_course_wait(scene: Scene) -> None:
    lea, ana, bob = scene.teacher(), scene.user("ana@example.org"), scene.user("bob@example.org")
    set_id = scene.library()
    for course, actor in ((scene.course(lea), ana), (scene.course(lea, "C1"), bob)):
        scene.join(course, str(actor.user_id), actor)
        scene.join(course, "Léa", lea)
        if actor is ana:
            quiz_set = scene.analysed(lea)
            scene.assign(lea, course, quiz_set, feedback="at_end")
    assert _read(scene, quiz_set, lea) == ALL
    assert _read(scene, quiz_set, ana) == NONE
    assert _read(scene, quiz_set, bob) == ALL
    assert _read(scene, set_id, ana) == ALL


def test_practice_begun_before_the_assignment_tells_no_key(scene: Scene) -> None:
    lea, ana, set_id = scene.teacher(), scene.user("ana@example.org"), scene.library()
    course, own = scene.course(lea), scene.analysed(lea)
    scene.join(course, "Ana", ana)
    scene.assign(lea, course, own)
    other, practice = scene.start(set_id, ana), scene.start(own, ana)
    scene.assign(lea, course, own, feedback="at_end")
    question = factories.questions()[0]
    assert _code(lambda: scene.answer(practice.id, question, ana)) == "assignment-open"
    assert scene.answer(other.id, question, ana).feedback is not None


@pytest.mark.parametrize("feedback", ["at_once", "after_due"])
def test_recall_hides_the_text_everywhere(scene: Scene, feedback: str) -> None:
    set_id, assignment, ana = _given(scene, feedback=feedback, from_memory=True, due_on=DUE)
    assert _read(scene, set_id, ana)[0] is (feedback == "after_due")
    attempt = scene.start_assignment(assignment, ana)

    def read() -> None:
        with scene.database.unit(write=False) as unit:
            library.read_article(unit, set_id=set_id, actor=ana, now=scene.now)

    def take_away() -> None:
        with scene.database.unit(write=False) as unit:
            exporting.study_set(unit, set_id=set_id, actor=ana, now=scene.now)

    assert _code(read) == _code(take_away) == "text-hidden"
    with scene.database.unit(write=False) as unit:
        assert library.countries(unit, set_id=set_id, actor=ana)
    scene.finish(attempt.id, ana)
    assert _code(read) is _code(take_away) is None
