"""What is there to read, and for whom."""

import re

from hypothesis import given
from hypothesis import strategies as st

from quizapp.model import QuizappError
from quizapp.services import authoring, library, reviewing, taking, teaching
from quizapp.services.access import ANONYMOUS, Actor
from quizapp.services.library import Place, Progress
from quizapp.services.overview import shortened
from tests import factories
from tests.unit.services.scene import Scene


def ids(scene: Scene, actor: Actor, scope: str) -> list[str]:
    with scene.database.unit(write=False) as unit:
        return [s.id for s in library.list_sets(unit, actor=actor, now=scene.now, scope=scope)]  # type: ignore[arg-type]


def test_a_card_of_the_library_says_what_to_expect(scene: Scene) -> None:
    set_id = scene.library()
    with scene.database.unit(write=False) as unit:
        (summary,) = library.list_sets(unit, actor=ANONYMOUS, now=scene.now)
    assert summary.id == set_id
    assert summary.title == factories.TITLE
    assert (summary.level, summary.questions, summary.lexemes) == ("B1", 9, 3)
    assert (summary.words, summary.minutes) == (118, 1)
    assert summary.places == (
        Place(id="NOR", name="Norvège"),
        Place(id="SEN", name="Sénégal"),
        Place(id="dakar", name="Dakar"),
    )
    assert summary.progress is None
    assert summary.summary == factories.SIGNED
    assert not summary.owned


@given(st.text(alphabet="aé œ,«\u202f", max_size=60), st.integers(min_value=8, max_value=40))
def test_a_summary_is_cut_at_a_word(text: str, length: int) -> None:
    line, whole = shortened(text, length), re.sub(" +", " ", text).strip()
    assert len(line) <= length
    if line != whole:
        assert line.endswith("…")
        assert whole.startswith(line[:-1])


def test_progress_counts_the_last_try_of_each_question(scene: Scene) -> None:
    set_id, ana = scene.library(), scene.user("ana@example.org")
    first = factories.multiple_choice()
    attempt = scene.start(set_id, ana)
    scene.answer(attempt.id, first, ana, right=False)
    assert _progress(scene, ana) == Progress(answered=1, correct=0, total=9)
    with scene.database.unit() as unit:
        taking.finish(unit, attempt_id=attempt.id, actor=ana, now=scene.now)
    scene.wait(hours=1)
    scene.answer(scene.start(set_id, ana).id, first, ana)
    assert _progress(scene, ana) == Progress(answered=1, correct=1, total=9)
    assert _progress(scene, scene.guest()) is None


def test_drafts_are_their_owner_s_and_shared_sets_of_their_courses(scene: Scene) -> None:
    lea, bob = scene.teacher(), scene.teacher("bob@example.org")
    set_id = scene.analysed(lea)
    course = scene.course(lea)
    ana = Actor(user_id=scene.join(course, "Ana").user.id, guest=True)
    stranger = scene.guest()
    assert ids(scene, lea, "own") == [set_id]
    assert ids(scene, bob, "own") == []
    for actor in (ana, stranger, bob, ANONYMOUS):
        assert _code(scene, set_id, actor) == "not-found"
    _share(scene, set_id, lea)
    assert ids(scene, ana, "shared") == [set_id]
    assert ids(scene, stranger, "shared") == []
    assert ids(scene, ANONYMOUS, "public") == []
    assert _code(scene, set_id, ana) is None
    for actor in (stranger, bob, ANONYMOUS):
        assert _code(scene, set_id, actor) == "not-found"


def test_what_one_worked_on_stays_readable_after_leaving_the_course(scene: Scene) -> None:
    lea = scene.teacher()
    set_id = scene.analysed(lea)
    _share(scene, set_id, lea)
    course = scene.course(lea)
    learners = {}
    for name in ("Ana", "Zoé"):
        user = scene.join(course, name).user
        learners[name] = Actor(user_id=user.id, guest=True)
    scene.start(set_id, learners["Ana"])
    for learner in learners.values():
        with scene.database.unit() as unit:
            teaching.remove_learner(
                unit, course_id=course.id, user_id=learner.user_id or 0, actor=lea
            )
    assert _code(scene, set_id, learners["Ana"]) is None
    assert _code(scene, set_id, learners["Zoé"]) == "not-found"


def test_an_article_opens_with_its_words_and_those_saved(scene: Scene) -> None:
    set_id, ana = scene.library(), scene.user("ana@example.org")
    with scene.database.unit() as unit:
        reviewing.save_word(
            unit, lexeme=factories.lexeme(), set_id=set_id, actor=ana, now=scene.now
        )
        reading = library.read_article(unit, set_id=set_id, actor=ana, now=scene.now)
        unknown = library.read_article(unit, set_id=set_id, actor=ANONYMOUS, now=scene.now)
    assert reading.article == factories.article()
    assert reading.entities == factories.entities()
    assert reading.lexemes == factories.lexemes()
    assert reading.saved == {"chalutier-noun-1"}
    assert unknown.saved == frozenset()


def test_an_article_that_was_not_analysed_does_not_open(scene: Scene) -> None:
    lea = scene.teacher()
    assert _code(scene, scene.draft(lea), lea) == "analysis-missing"


def _progress(scene: Scene, actor: Actor) -> Progress | None:
    with scene.database.unit(write=False) as unit:
        return library.list_sets(unit, actor=actor, now=scene.now)[0].progress


def _share(scene: Scene, set_id: str, actor: Actor) -> None:
    with scene.database.unit() as unit:
        authoring.set_status(unit, set_id=set_id, status="shared", actor=actor, now=scene.now)


def _code(scene: Scene, set_id: str, actor: Actor) -> str | None:
    try:
        with scene.database.unit(write=False) as unit:
            library.read_article(unit, set_id=set_id, actor=actor, now=scene.now)
    except QuizappError as error:
        return error.code
    return None
