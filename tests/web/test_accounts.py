"""Accounts: guests, sign-up, take-over, invitations, one's own data."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from flask import Flask

from quizapp.services import accounts
from quizapp.services.access import Actor
from quizapp.store import Database
from tests import factories
from tests.web.people import somebody
from tests.web.test_taking import RIGHT, WRONG, Taker
from tests.web.visitor import Visitor

EMAIL = "lina@example.org"


def test_reading_makes_no_user(visitor: Visitor, database: Database) -> None:
    visitor.read("/")
    visitor.read(f"/articles/{factories.SET_ID}")
    with database.unit(write=False) as unit:
        assert accounts.find_user(unit, user_id=1) is None
    assert "Nothing is kept about you" in visitor.read("/me")


def test_signing_up_signs_in(visitor: Visitor) -> None:
    visitor.sign_up(EMAIL)
    assert EMAIL in visitor.read("/me")
    assert f">{EMAIL.partition('@')[0]}</a>" in visitor.read("/")


def test_the_browser_of_a_deleted_guest_is_nobody_s(
    visitors: Callable[[], Visitor], database: Database
) -> None:
    """SQLite gives the id of the last user who was deleted to the next."""
    before = visitors()
    before.send(f"/articles/{factories.SET_ID}/quiz")
    with database.unit() as unit:
        accounts.delete_account(unit, actor=Actor(user_id=1, guest=True))
    visitors().sign_up(EMAIL)
    with database.unit(write=False) as unit:
        assert accounts.find_user_by_email(unit, email=EMAIL) == accounts.find_user(unit, user_id=1)
    assert EMAIL not in before.read("/me")
    assert "Nothing is kept about you" in before.read("/me")


def test_the_password_is_kept_as_argon2(visitor: Visitor, database: Database) -> None:
    visitor.sign_up(EMAIL)
    with database.unit(write=False) as unit:
        user = accounts.find_user_by_email(unit, email=EMAIL)
    assert user is not None
    assert user.password_hash is not None
    assert user.password_hash.startswith("$argon2id$")
    assert (user.role, user.guest) == ("learner", False)


def test_signing_out_and_in_again(visitor: Visitor) -> None:
    visitor.sign_up(EMAIL)
    visitor.send("/logout")
    assert EMAIL not in visitor.read("/me")
    visitor.sign_in(EMAIL)
    assert EMAIL in visitor.read("/me")


def test_a_wrong_password_stays_outside(visitor: Visitor, visitors: Callable[[], Visitor]) -> None:
    visitor.sign_up(EMAIL)
    other = visitors()
    page = other.sign_in(EMAIL, "une autre phrase longue")
    assert 'id="password-error"' in page or 'role="alert"' in page
    assert EMAIL not in other.read("/me")


def test_a_short_password_or_a_taken_address_is_refused(
    visitor: Visitor, visitors: Callable[[], Visitor]
) -> None:
    assert 'id="password-error"' in visitor.sign_up(EMAIL, "court")
    visitor.sign_up(EMAIL)
    assert 'id="email-error"' in visitors().sign_up(EMAIL)


def test_a_guest_who_signs_up_keeps_the_answers(visitor: Visitor, database: Database) -> None:
    Taker(visitor).take(RIGHT | {"q-lieu": WRONG["q-lieu"]})
    visitor.sign_up(EMAIL)
    assert "8 of 9 right" in visitor.read("/")
    assert "9 points" not in visitor.read("/attempts/1/results")
    with database.unit(write=False) as unit:
        assert accounts.find_user(unit, user_id=1) is None


def test_a_guest_who_signs_in_brings_the_answers_along(
    visitor: Visitor, visitors: Callable[[], Visitor]
) -> None:
    visitor.sign_up(EMAIL)
    guest = visitors()
    Taker(guest).take(RIGHT)
    guest.sign_in(EMAIL)
    assert "9 of 9 right" in guest.read("/")
    assert "9 of 9 right" in visitor.read("/")


def test_a_learner_at_a_shared_computer_is_not_taken_over_unasked(
    visitor: Visitor, visitors: Callable[[], Visitor], app: Flask
) -> None:
    teacher = somebody(app, role="teacher")
    teacher.post("/courses", {"title": "B2", "timezone": "Europe/Paris"})
    code = re.search(r"/join\?code=(\w+)", teacher.read("/courses/1"))
    assert code
    visitor.sign_up(EMAIL)
    shared = visitors()
    shared.post("/join", {"code": code[1], "nickname": "Léa"})
    assert "Another learner was here" in shared.sign_in(EMAIL)
    assert "Take over the work of Léa" in shared.read("/me")
    assert "B2" not in visitor.read("/me")
    assert shared.post("/me/take-over").status_code == 400
    shared.send("/me/take-over", {"sure": "yes"})
    assert "Take over the work" not in shared.read("/me")
    assert "B2" in visitor.read("/me")
    assert visitor.post("/me/take-over", {"sure": "yes"}).status_code == 404


def test_a_second_browser_is_another_guest(
    visitor: Visitor, visitors: Callable[[], Visitor]
) -> None:
    Taker(visitor).take(RIGHT)
    assert "9 of 9 right" not in visitors().read("/")


def test_sign_in_leads_back_to_the_page_that_asked(visitor: Visitor) -> None:
    visitor.sign_up(EMAIL)
    visitor.send("/logout")
    fields = {"email": EMAIL, "password": "une phrase assez longue", "submit": "1"}
    response = visitor.post("/login?next=/me/words", fields)
    assert response.headers["Location"].endswith("/me/words")


def test_no_way_leads_to_another_site(visitor: Visitor) -> None:
    for address in (
        "https://example.org/",
        "//example.org",
        "/\\example.org",
        "javascript:1",
        "/\n",
    ):
        response = visitor.post("/preferences", {"theme": "dark", "next": address})
        assert response.headers["Location"] == "/"


def invite(database: Database, *, days: int = 7) -> str:
    with database.unit() as unit:
        return accounts.invite_teacher(unit, actor=None, now=datetime.now(UTC), days=days)


def test_an_invitation_makes_one_teacher_once(
    visitor: Visitor, visitors: Callable[[], Visitor], database: Database
) -> None:
    link = f"/invitations/{invite(database)}"
    assert "Create an account first" in visitor.read(link)
    assert visitor.post(link).status_code == 401
    visitor.sign_up(EMAIL)
    assert "Welcome!" in visitor.send(link)
    with database.unit(write=False) as unit:
        user = accounts.find_user_by_email(unit, email=EMAIL)
    assert user is not None
    assert user.role == "teacher"
    late = visitors()
    late.sign_up("tard@example.org")
    assert late.post(link).status_code == 400
    assert "used already" in late.read(link, status=400)


def test_an_invitation_runs_out(visitor: Visitor, database: Database) -> None:
    with database.unit() as unit:
        past = datetime.now(UTC) - timedelta(days=8)
        token = accounts.invite_teacher(unit, actor=None, now=past)
    assert "has run out" in visitor.read(f"/invitations/{token}", status=400)


def test_ones_data_can_be_downloaded(visitor: Visitor) -> None:
    visitor.sign_up(EMAIL)
    Taker(visitor).take(RIGHT)
    response = visitor.client.get("/me/data.json")
    assert response.headers["Content-Disposition"].startswith("attachment")
    text = response.get_data(as_text=True)
    assert EMAIL in text
    assert "q-lieu" in text
    assert "argon2" not in text
    assert isinstance(json.loads(text), dict)


def test_nobody_has_no_data(visitor: Visitor) -> None:
    assert visitor.client.get("/me/data.json").status_code == 401


def test_deleting_ones_data_leaves_nothing(visitor: Visitor, database: Database) -> None:
    visitor.sign_up(EMAIL)
    Taker(visitor).take(RIGHT)
    assert visitor.post("/me/delete").status_code == 400
    assert "was deleted" in visitor.send("/me/delete", {"sure": "yes"})
    assert "Nothing is kept about you" in visitor.read("/me")
    with database.unit(write=False) as unit:
        assert accounts.find_user_by_email(unit, email=EMAIL) is None


def test_language_and_theme_stay(visitor: Visitor) -> None:
    page = visitor.send("/preferences", {"language": "fr", "next": "/sources"})
    assert '<html lang="fr"' in page
    assert "Sources et licences" in page
    page = visitor.send("/preferences", {"theme": "dark", "next": "/"})
    assert 'data-theme="dark"' in page
    assert "Bibliothèque" in page
    assert 'data-theme="dark"' in visitor.send("/preferences", {"theme": "no-such", "next": "/"})


def test_the_browsers_time_zone_is_kept(visitor: Visitor, database: Database) -> None:
    visitor.client.set_cookie("timezone", "Asia/Tokyo")
    visitor.sign_up(EMAIL)
    with database.unit(write=False) as unit:
        user = accounts.find_user_by_email(unit, email=EMAIL)
    assert user is not None
    assert user.timezone == "Asia/Tokyo"


def test_a_forged_time_zone_is_ignored(visitor: Visitor, database: Database) -> None:
    visitor.client.set_cookie("timezone", "../../etc/passwd")
    visitor.sign_up(EMAIL)
    with database.unit(write=False) as unit:
        user = accounts.find_user_by_email(unit, email=EMAIL)
    assert user is not None
    assert user.timezone == "Europe/Paris"
