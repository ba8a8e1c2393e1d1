"""Courses: joining by code, coming back by link, results."""

import re

import pytest
from flask import Flask

from tests import factories
from tests.web.people import somebody
from tests.web.visitor import Visitor


@pytest.fixture
def teacher(app: Flask) -> Visitor:
    return somebody(app, role="teacher")


def open_course(teacher: Visitor) -> tuple[str, str]:
    """The address of a new course and its join code."""
    sent = teacher.post("/courses", {"title": "Seconde B"})
    address = sent.headers["Location"]
    found = re.search(r"/join\?code=(\w+)", teacher.read(address))
    assert found is not None
    return address, found[1]


def join(app: Flask, code: str, nickname: str) -> tuple[Visitor, str]:
    """A learner in the course, and the return link that was shown once."""
    learner = Visitor(app)
    page = learner.post("/join", {"code": code, "nickname": nickname}).get_data(as_text=True)
    found = re.search(r"/return/[\w-]+", page)
    assert found is not None, page
    return learner, found[0]


def assign(teacher: Visitor, course: str) -> str:
    """The first two questions of the public set, assigned; the address of the results."""
    set_id = factories.study_set().id
    picks = [question.id for question in factories.questions()[:2]]
    sent = teacher.post(
        f"/desk/{set_id}/quizzes", {"title": "Deux questions", "pick": picks, "assign": "1"}
    )
    assigning = sent.headers["Location"]
    page = teacher.follow(assigning, {"course": course.rsplit("/", 1)[1], "feedback": "at_once"})
    found = re.search(r"/assignments/\d+", page)
    assert found is not None
    return found[0]


def test_a_learner_joins_with_a_nickname_and_comes_back_by_link(
    app: Flask, teacher: Visitor
) -> None:
    course, code = open_course(teacher)
    _, link = join(app, code.lower(), "Léa")
    assert "Léa" in teacher.read(course)
    elsewhere = Visitor(app)
    assert elsewhere.get(link).status_code == 302
    assign(teacher, course)
    assert "Deux questions" in elsewhere.read("/")


def test_a_learner_is_known_by_her_nickname(app: Flask, teacher: Visitor) -> None:
    _, code = open_course(teacher)
    learner, _ = join(app, code, "Léa")
    assert ">Léa</a>" in learner.read("/")
    assert ">Sign in<" not in learner.read("/")
    page = learner.read("/me")
    assert "return link" in page
    assert "Seconde B" in page


def test_an_unknown_code_and_a_taken_nickname_are_told(app: Flask, teacher: Visitor) -> None:
    _, code = open_course(teacher)
    join(app, code, "Léa")
    stranger = Visitor(app)
    assert stranger.post("/join", {"code": "NOPE00", "nickname": "Max"}).status_code == 404
    assert stranger.post("/join", {"code": code, "nickname": "léa"}).status_code == 409


def test_a_class_joins_from_one_address_and_guessing_codes_is_slowed_down(
    app: Flask, teacher: Visitor
) -> None:
    _, code = open_course(teacher)
    for number in range(25):
        join(app, code, f"Élève {number}")
    stranger = Visitor(app)
    guess = {"code": "NOPE00", "nickname": "Max"}
    assert [stranger.post("/join", guess).status_code for _ in range(21)] == [404] * 20 + [429]


def test_a_new_link_ends_the_old_one(app: Flask, teacher: Visitor) -> None:
    course, code = open_course(teacher)
    _, old = join(app, code, "Léa")
    page = teacher.read(course)
    learner = re.search(rf"{course}/learners/\d+", page)
    assert learner is not None
    shown = teacher.post(f"{learner[0]}/link").get_data(as_text=True)
    new = re.search(r"/return/[\w-]+", shown)
    assert new is not None
    assert Visitor(app).get(old).status_code == 400
    assert Visitor(app).get(new[0]).status_code == 302


def test_a_teacher_who_tries_a_link_does_not_become_the_learner(
    app: Flask, teacher: Visitor
) -> None:
    course, code = open_course(teacher)
    _, link = join(app, code, "Léa")
    signed_in = Visitor(app)
    signed_in.sign_up("prof@example.org")
    signed_in.read(link)
    assert "prof@example.org" in signed_in.read("/me")
    signed_in.send("/logout")
    signed_in.sign_in("prof@example.org")
    assert "Seconde B" not in signed_in.read("/me")
    learner = Visitor(app)
    learner.read(link)
    assert "Seconde B" in learner.read("/me")
    assert "Léa" in teacher.read(course)


def test_the_grid_and_its_spreadsheet_show_who_answered(app: Flask, teacher: Visitor) -> None:
    course, code = open_course(teacher)
    learner, _ = join(app, code, "=Léa")
    results = assign(teacher, course)
    learner.post(f"{results}/quiz")
    assert "=Léa" in teacher.read(results)
    cell = re.search(rf"{results}/learners/\d+", teacher.read(results))
    assert cell is not None
    assert "=Léa" in teacher.read(cell[0])
    table = teacher.get(f"{results}/results.csv").get_data()
    assert table.startswith(b"\xef\xbb\xbf")
    assert "'=Léa;" in table.decode("utf-8-sig")


def test_another_teacher_sees_nothing_of_it(app: Flask, teacher: Visitor) -> None:
    course, _ = open_course(teacher)
    results = assign(teacher, course)
    other = somebody(app, role="teacher", name="Une Autre")
    for path in (course, results, f"{results}/results.csv"):
        assert other.get(path).status_code == 404
    assert somebody(app, name="Un Élève").get(course).status_code in (403, 404)
