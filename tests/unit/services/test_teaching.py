"""Courses, learners by nickname, assignments, the grid."""

from datetime import date
from threading import Thread

import pytest

from quizapp.model import QuizappError
from quizapp.services import accounts, authoring, library, teaching
from quizapp.services.access import ANONYMOUS, Actor
from quizapp.services.teaching import Course, Joined, Terms
from tests import factories
from tests.unit.services.scene import Scene


@pytest.fixture
def lea(scene: Scene) -> Actor:
    return scene.teacher()


@pytest.fixture
def course(scene: Scene, lea: Actor) -> Course:
    return scene.course(lea)


def actor_of(joined: Joined) -> Actor:
    return accounts.actor_of(joined.user)


def test_a_visitor_joins_by_code_and_comes_back_by_link(scene: Scene, course: Course) -> None:
    spaced = f" {course.join_code[:3].lower()} {course.join_code[3:]}"
    with scene.database.unit() as unit:
        assert teaching.find_course_by_code(unit, join_code=spaced) == course
        joined = teaching.join(
            unit,
            join_code=spaced,
            nickname="  Ana   Ruiz ",
            actor=ANONYMOUS,
            language="fr",
            now=scene.now,
        )
    assert joined.nickname == "Ana Ruiz"
    assert joined.user.guest
    assert joined.token is not None
    with scene.database.unit() as unit:
        back = teaching.return_by_link(unit, token=joined.token, now=scene.now)
        assert back.id == joined.user.id
        assert [c.id for c in teaching.attended(unit, actor=actor_of(joined))] == [course.id]


@pytest.mark.parametrize(
    ("nickname", "code"),
    [
        ("ANA", "nickname-taken"),
        ("Ａｎａ", "nickname-taken"),
        (" ", "nickname-malformed"),
        ("x" * 41, "nickname-malformed"),
        ("a\x00b", "nickname-malformed"),
    ],
)
def test_a_nickname_is_one_learner_s(
    scene: Scene, course: Course, nickname: str, code: str
) -> None:
    scene.join(course, "Ana")
    with pytest.raises(QuizappError) as error:
        scene.join(course, nickname)
    assert error.value.code == code


def test_those_who_join_at_once_do_not_share_a_nickname(scene: Scene, course: Course) -> None:
    outcomes: list[str] = []

    def join() -> None:
        try:
            outcomes.append(scene.join(course, "Ana").nickname)
        except QuizappError as error:
            outcomes.append(error.code)

    threads = [Thread(target=join) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["Ana", *["nickname-taken"] * 3]


def test_an_unknown_code_opens_nothing_nor_does_one_that_was_renewed(
    scene: Scene, lea: Actor, course: Course
) -> None:
    with scene.database.unit() as unit:
        renewed = teaching.renew_join_code(unit, course_id=course.id, actor=lea)
    assert renewed.join_code != course.join_code
    with pytest.raises(QuizappError) as error:
        scene.join(course, "Ana")
    assert error.value.code == "join-code-unknown"
    scene.join(renewed, "Ana")


def test_a_reissued_link_ends_the_old_one(scene: Scene, lea: Actor, course: Course) -> None:
    joined = scene.join(course, "Ana")
    with scene.database.unit() as unit:
        token = teaching.reissue_link(unit, course_id=course.id, user_id=joined.user.id, actor=lea)
        assert teaching.return_by_link(unit, token=token, now=scene.now).id == joined.user.id
    with pytest.raises(QuizappError) as error, scene.database.unit() as unit:
        teaching.return_by_link(unit, token=joined.token or "", now=scene.now)
    assert error.value.code == "return-link-invalid"


def test_a_reissued_link_ends_the_sessions(scene: Scene, lea: Actor, course: Course) -> None:
    joined = scene.join(course, "Ana")
    with scene.database.unit() as unit:
        teaching.reissue_link(unit, course_id=course.id, user_id=joined.user.id, actor=lea)
    with scene.database.unit(write=False) as unit:
        old = joined.user.fs_uniquifier
        assert accounts.find_user_by_uniquifier(unit, fs_uniquifier=old) is None


def test_no_link_opens_the_work_for_another_teacher(
    scene: Scene, lea: Actor, course: Course
) -> None:
    joined = scene.join(course, "Ana")
    scene.join(scene.course(lea, "C1"), "Ana", actor_of(joined))
    with scene.database.unit() as unit:
        teaching.reissue_link(unit, course_id=course.id, user_id=joined.user.id, actor=lea)
    bob = scene.teacher("bob@example.org")
    scene.join(scene.course(bob), "Ana", actor_of(joined))
    with pytest.raises(QuizappError) as error, scene.database.unit() as unit:
        teaching.reissue_link(unit, course_id=course.id, user_id=joined.user.id, actor=lea)
    assert error.value.code == "learner-elsewhere"


def test_no_link_opens_an_account(scene: Scene, lea: Actor, course: Course) -> None:
    """Neither a link of an account, nor that of a guest who signed up meanwhile."""
    root = scene.user("root@example.org", "administrator")
    assert scene.join(course, "Root", root).token is None
    with pytest.raises(QuizappError) as error, scene.database.unit() as unit:
        teaching.reissue_link(unit, course_id=course.id, user_id=root.user_id or 0, actor=lea)
    assert error.value.code == "forbidden"
    guest, ana = scene.join(course, "Ana"), scene.user("ana@example.org")
    with scene.database.unit() as unit:
        accounts.merge_guest(unit, guest_id=guest.user.id, user_id=ana.user_id or 0, now=scene.now)
        page = teaching.course(unit, course_id=course.id, actor=lea)
    assert [(learner.nickname, learner.account) for learner in page.learners] == [
        ("Ana", True),
        ("Root", True),
    ]
    with pytest.raises(QuizappError) as error, scene.database.unit() as unit:
        teaching.return_by_link(unit, token=guest.token or "", now=scene.now)
    assert error.value.code == "return-link-invalid"


def test_joining_again_keeps_the_nickname(scene: Scene, course: Course) -> None:
    first = scene.join(course, "Ana")
    again = scene.join(course, "Anita", actor_of(first))
    assert (again.user.id, again.nickname) == (first.user.id, "Ana")
    assert again.course.learners == 1


def test_a_learner_can_be_renamed(scene: Scene, lea: Actor, course: Course) -> None:
    ana, zoe = scene.join(course, "Ana"), scene.join(course, "Zoé")
    with scene.database.unit() as unit:
        teaching.rename_learner(
            unit, course_id=course.id, user_id=ana.user.id, nickname="ANA", actor=lea
        )
        page = teaching.course(unit, course_id=course.id, actor=lea)
    assert [learner.nickname for learner in page.learners] == ["ANA", "Zoé"]
    with pytest.raises(QuizappError) as error, scene.database.unit() as unit:
        teaching.rename_learner(
            unit, course_id=course.id, user_id=zoe.user.id, nickname="ana", actor=lea
        )
    assert error.value.code == "nickname-taken"


def test_merged_learners_have_one_work(scene: Scene, lea: Actor, course: Course) -> None:
    assignment = scene.assign(lea, course, scene.analysed(lea))
    one, two = scene.join(course, "Ana"), scene.join(course, "Ana bis")
    attempt = scene.start_assignment(assignment, actor_of(one))
    scene.take(attempt.id, actor_of(one), wrong=("q-lieu",))
    with scene.database.unit() as unit:
        teaching.merge_learners(
            unit,
            course_id=course.id,
            user_id=one.user.id,
            into=two.user.id,
            actor=lea,
            now=scene.now,
        )
        (row,) = teaching.grid(unit, assignment_id=assignment.id, actor=lea).rows
        assert accounts.find_user(unit, user_id=one.user.id) is None
    assert row.nickname == "Ana bis"
    assert row.score == pytest.approx(8 / 9)


def test_a_teacher_merges_no_account_nor_another_teacher_s_learner(
    scene: Scene, lea: Actor, course: Course
) -> None:
    into = scene.join(course, "Ana")
    account = scene.user("bob@example.org")
    scene.join(course, "Bob", account)
    elsewhere = scene.join(course, "Zoé")
    scene.join(scene.course(scene.teacher("eve@example.org")), "Zoé", actor_of(elsewhere))
    for user_id in (account.user_id or 0, elsewhere.user.id, into.user.id):
        with pytest.raises(QuizappError) as error, scene.database.unit() as unit:
            teaching.merge_learners(
                unit,
                course_id=course.id,
                user_id=user_id,
                into=into.user.id,
                actor=lea,
                now=scene.now,
            )
        assert error.value.code == "forbidden"


def test_assigning_shares_a_draft(scene: Scene, lea: Actor, course: Course) -> None:
    set_id = scene.analysed(lea)
    scene.assign(lea, course, set_id)
    ana = actor_of(scene.join(course, "Ana"))
    with scene.database.unit(write=False) as unit:
        assert (
            library.read_article(unit, set_id=set_id, actor=ana, now=scene.now).summary.status
            == "shared"
        )


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        (Terms(due_on=date(2026, 3, 1)), "due-date-past"),
        (Terms(attempts=0), "attempts-malformed"),
    ],
)
def test_terms_that_nobody_can_meet_are_refused(
    scene: Scene, lea: Actor, course: Course, terms: Terms, code: str
) -> None:
    set_id = scene.analysed(lea)
    with scene.database.unit() as unit:
        quiz = authoring.save_quiz(
            unit, set_id=set_id, title="Q", questions=["q-lieu"], actor=lea, now=scene.now
        )
    with pytest.raises(QuizappError) as error, scene.database.unit() as unit:
        teaching.assign(
            unit, course_id=course.id, quiz_id=quiz.id, terms=terms, actor=lea, now=scene.now
        )
    assert error.value.code == code


def test_a_set_that_its_owner_withdrew_is_not_assigned(
    scene: Scene, lea: Actor, course: Course
) -> None:
    owner = scene.teacher("omar@example.org")
    set_id = scene.analysed(owner)
    with scene.database.unit() as unit:
        authoring.set_status(
            unit, set_id=set_id, status="public", licence="CC BY", actor=owner, now=scene.now
        )
        quiz = authoring.save_quiz(
            unit, set_id=set_id, title="Q", questions=["q-lieu"], actor=lea, now=scene.now
        )
        authoring.set_status(unit, set_id=set_id, status="draft", actor=owner, now=scene.now)
    with pytest.raises(QuizappError) as error, scene.database.unit() as unit:
        teaching.assign(
            unit, course_id=course.id, quiz_id=quiz.id, terms=Terms(), actor=lea, now=scene.now
        )
    assert error.value.code == "not-found"
    with scene.database.unit(write=False) as unit:
        assert authoring.open_set(unit, set_id=set_id, actor=owner).entry.summary.status == "draft"


def test_what_is_to_do_and_how_it_went(scene: Scene, lea: Actor, course: Course) -> None:
    set_id = scene.analysed(lea)
    later = scene.assign(lea, course, set_id, title="Plus tard")
    first = scene.assign(lea, course, set_id, title="D’abord", due_on=date(2026, 3, 9))
    hidden = scene.assign(
        lea, course, set_id, title="Caché", due_on=date(2026, 3, 20), feedback="after_due"
    )
    ana = actor_of(scene.join(course, "Ana"))
    for assignment in (first, hidden):
        attempt = scene.start_assignment(assignment, ana)
        scene.take(attempt.id, ana, wrong=("q-lieu",))
    opened = scene.start_assignment(later, ana)
    with scene.database.unit(write=False) as unit:
        todos = teaching.todos(unit, actor=ana, now=scene.now)
        assert teaching.todos(unit, actor=ANONYMOUS, now=scene.now) == ()
    assert [todo.assignment.title for todo in todos] == ["D’abord", "Caché", "Plus tard"]
    assert [todo.best for todo in todos] == [pytest.approx(8 / 9), None, None]
    assert [todo.open_attempt for todo in todos] == [None, None, opened.id]
    assert [todo.attempts_used for todo in todos] == [1, 1, 1]


def test_an_assignment_is_its_course_s(scene: Scene, lea: Actor, course: Course) -> None:
    assignment = scene.assign(lea, course, scene.analysed(lea))
    for stranger in (scene.guest(), scene.teacher("bob@example.org")):
        with pytest.raises(QuizappError) as error:
            scene.start_assignment(assignment, stranger)
        assert error.value.code == "not-found"


def test_the_grid_shows_the_best_finished_attempt(scene: Scene, lea: Actor, course: Course) -> None:
    assignment = scene.assign(lea, course, scene.analysed(lea))
    ana, zoe = actor_of(scene.join(course, "Ana")), actor_of(scene.join(course, "Zoé"))
    scene.join(course, "Max")
    for wrong in (("q-lieu", "q-carte"), ("q-lieu",), ("q-lieu", "q-duree", "q-carte")):
        scene.take(scene.start_assignment(assignment, ana).id, ana, wrong=wrong)
    opened = scene.start_assignment(assignment, zoe)
    scene.answer(opened.id, factories.multiple_choice(), zoe)
    with scene.database.unit(write=False) as unit:
        grid = teaching.grid(unit, assignment_id=assignment.id, actor=lea)
    assert [row.nickname for row in grid.rows] == ["Ana", "Max", "Zoé"]
    assert [row.score for row in grid.rows] == [
        pytest.approx(8 / 9),
        None,
        pytest.approx(1 / 9),
    ]
    assert [cell.score for cell in grid.rows[0].cells] == [0, 1, 1, 1, 1, 1, 1, 1, 1]
    assert [cell.score for cell in grid.rows[2].cells] == [1, *[None] * 8]
    assert grid.columns[0].facility is None
    rows = teaching.grid_rows(grid)
    assert rows[0] == [
        "Nom",
        *(question.prompt for question in factories.questions()),
        "Note (%)",
        "Terminé le",
    ]
    assert rows[1] == ["Ana", "0", *["100"] * 8, "88,9", "02/03/2026 11:00"]
    assert rows[2] == ["Max", *[""] * 11]


def test_item_statistics_come_with_twenty_learners(
    scene: Scene, lea: Actor, course: Course
) -> None:
    assignment = scene.assign(lea, course, scene.analysed(lea))
    for n in range(20):
        learner = actor_of(scene.join(course, f"n{n}"))
        wrong = ("q-lieu", "q-duree") if n < 5 else ("q-carte",) if n < 7 else ()
        scene.take(scene.start_assignment(assignment, learner).id, learner, wrong=wrong)
    with scene.database.unit(write=False) as unit:
        columns = teaching.grid(unit, assignment_id=assignment.id, actor=lea).columns
    by_id = {column.question_id: column for column in columns}
    assert by_id["q-lieu"].facility == 0.75
    assert by_id["q-carte"].facility == 0.9
    assert (by_id["q-lieu"].discrimination or 0) > 0.7
    assert (by_id["q-carte"].discrimination or 0) < 0


def test_a_course_is_its_teacher_s(scene: Scene, lea: Actor, course: Course) -> None:
    joined = scene.join(course, "Ana")
    bob = scene.teacher("bob@example.org")
    for call in (
        lambda unit: teaching.course(unit, course_id=course.id, actor=bob),
        lambda unit: teaching.renew_join_code(unit, course_id=course.id, actor=bob),
        lambda unit: teaching.delete_course(unit, course_id=course.id, actor=bob),
        lambda unit: teaching.reissue_link(
            unit, course_id=course.id, user_id=joined.user.id, actor=bob
        ),
        lambda unit: teaching.remove_learner(
            unit, course_id=course.id, user_id=joined.user.id, actor=bob
        ),
    ):
        with pytest.raises(QuizappError) as error, scene.database.unit() as unit:
            call(unit)
        assert error.value.code == "not-found"
    with scene.database.unit() as unit:
        assert teaching.courses(unit, actor=bob) == ()
        teaching.delete_course(unit, course_id=course.id, actor=lea)
        assert teaching.courses(unit, actor=lea) == ()
    with pytest.raises(QuizappError) as error, scene.database.unit() as unit:
        teaching.courses(unit, actor=actor_of(joined))
    assert error.value.code == "forbidden"
