"""What every page and every form must have, found by walking over the whole URL map."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from werkzeug.routing import Rule

from quizapp.resources import Resources
from quizapp.store import Database
from quizapp.web import app as application
from tests import factories
from tests.sites import open_site
from tests.web.visitor import Visitor, forms

FILLING = {
    "set_id": factories.SET_ID,
    "question_id": "q-lieu",
    "lexeme_id": "chalutier-noun-1",
    "fact_id": "norvege-verse",
    "iso3": "SEN",
    "filename": "css/tokens.css",
    "token": "x" * 40,
}
OPEN = {
    "accounts.invitation": "the token is the key",
    "articles.article": "services decide by the set",
    "articles.country_map": "public knowledge",
    "articles.word": "services decide by the set",
    "courses.join": "the code is the key",
    "courses.return_by_link": "the token is the key",
    "decks.cards": "services decide by the set",
    "decks.choose": "services decide by the set",
    "decks.download": "services decide by the set",
    "decks.stylesheet": "a style sheet",
    "library.index": "what is public",
    "me.account": "says that nothing is kept",
    "me.progress": "says that nothing is kept",
    "me.words": "says that nothing is kept",
    "pages.health": "for the operator",
    "pages.sources": "licences",
    "review.session": "says that nothing is due",
    "security.change_password": "redirects to sign-in",
    "security.login": "sign-in",
    "security.register": "sign-up",
    "security.logout": "nobody to sign out",
    "security.verify": "redirects to sign-in",
    "static": "our own files",
}
"""What an anonymous visitor may read, and why."""


def rules(app: Flask, method: str) -> list[Rule]:
    return [rule for rule in app.url_map.iter_rules() if method in (rule.methods or ())]


def address(app: Flask, rule: Rule) -> str:
    values: dict[str, Any] = {name: FILLING.get(name, 1) for name in rule.arguments}
    with app.test_request_context():
        return str(app.url_for(rule.endpoint, **values))


def test_every_change_needs_a_token(app: Flask) -> None:
    client = app.test_client()
    changes = [rule for rule in rules(app, "POST") if not rule.endpoint.startswith("static")]
    assert len(changes) > 15
    for rule in changes:
        response = client.post(address(app, rule))
        assert response.status_code == 400, rule.rule
        assert "trop longtemps" in response.get_data(as_text=True), rule.rule


def test_what_is_not_open_to_all_is_guarded(app: Flask) -> None:
    client = app.test_client()
    for rule in rules(app, "GET"):
        with client.get(address(app, rule)) as response:
            status = response.status_code
        if rule.endpoint in OPEN:
            assert status in (200, 302, 400), f"{rule.endpoint}: {status}"
        else:
            assert status in (401, 403, 404), f"{rule.endpoint} is open: {status}"


def test_nobody_changes_anything_without_a_right(visitor: Visitor, app: Flask) -> None:
    """Even with a token, an anonymous visitor reaches only what begins a guest."""
    begins_a_guest = {
        "articles.save_word",
        "courses.join",
        "pages.preferences",
        "quiz.begin",
        "security.change_password",
        "security.login",
        "security.logout",
        "security.register",
        "security.verify",
    }
    for rule in rules(app, "POST"):
        if rule.endpoint not in begins_a_guest:
            status = visitor.post(address(app, rule)).status_code
            assert 400 <= status < 500, f"{rule.endpoint}: {status}"


def pages(visitor: Visitor) -> Iterator[tuple[str, str]]:
    visitor.send(f"/articles/{factories.SET_ID}/quiz")
    for path in (
        "/",
        "/login",
        "/register",
        "/me",
        "/me/progress",
        "/me/words",
        "/review",
        "/sources",
        "/attempts/1",
        f"/articles/{factories.SET_ID}",
        f"/articles/{factories.SET_ID}/deck",
        f"/articles/{factories.SET_ID}/words?form=accord",
    ):
        yield path, visitor.read(path)


def test_every_form_that_changes_something_holds_a_token(visitor: Visitor) -> None:
    for path, page in pages(visitor):
        for form in forms(page):
            if form.method == "post":
                assert form.values.get("csrf_token"), f"{path}: {form.action}"


def test_no_page_has_a_style_or_a_script_of_its_own(visitor: Visitor) -> None:
    for path, page in pages(visitor):
        assert not re.search(
            r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=|javascript:", page
        ), path
        assert not re.search(r"""(?:src|href|action)=["']?(?:https?:)?//(?!127)""", page) or (
            path == "/sources"
        ), path


def test_the_headers_of_a_page(visitor: Visitor) -> None:
    headers = visitor.client.get("/").headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["object-src"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert "Strict-Transport-Security" not in headers


def test_cards_are_shown_in_a_sandbox(visitor: Visitor) -> None:
    response = visitor.client.get(f"/articles/{factories.SET_ID}/deck/cards?parts=vocabulary")
    policy = response.headers["Content-Security-Policy"]
    assert "sandbox" in policy
    assert "script-src 'none'" in policy
    assert "frame-ancestors 'self'" in policy


def test_no_cache_keeps_what_is_somebody_s_own(visitor: Visitor) -> None:
    visitor.send(f"/articles/{factories.SET_ID}/quiz")
    for path in ("/me/data.json", f"/articles/{factories.SET_ID}/deck.apkg?parts=vocabulary"):
        assert visitor.get(path).headers["Cache-Control"] == "no-store"
    assert "max-age" in visitor.get("/countries/SEN/map.svg").headers["Cache-Control"]


def test_a_number_too_large_for_a_row_is_no_address(visitor: Visitor) -> None:
    for path in ("/attempts", "/assignments", "/courses"):
        visitor.read(f"{path}/{2**63}", status=404)


def test_a_public_site_answers_to_its_own_name_only(
    database: Database, resources: Resources
) -> None:
    app = open_site(database, resources=resources, base_url="https://quiz.example.org")
    client = app.test_client()
    assert client.get("/join", base_url="https://quiz.example.org").status_code == 200
    assert client.get("/healthz", base_url="http://127.0.0.1:8000").status_code == 200
    assert client.get("/join", base_url="https://evil.example.org").status_code == 400


def test_https_makes_cookies_secure_and_lasts(database: Database, resources: Resources) -> None:
    app = open_site(database, resources=resources, base_url="https://quiz.example.org")
    response = app.test_client().get("/", base_url="https://quiz.example.org")
    assert response.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    cookie = response.headers["Set-Cookie"]
    assert "Secure" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_too_large_a_request_is_refused(visitor: Visitor) -> None:
    large = "x" * (application.MAX_UPLOAD + 1)
    response = visitor.client.post("/preferences", data={"next": large})
    assert response.status_code == 413
    assert "12 MB" in response.get_data(as_text=True)


def test_a_class_signs_in_from_one_address(
    visitor: Visitor, visitors: Callable[[], Visitor]
) -> None:
    visitor.sign_up("ana@example.org")
    for _ in range(12):
        learner = visitors()
        learner.sign_in("ana@example.org")
        assert "Signed in as ana@example.org" in learner.read("/me")


def test_guessing_passwords_is_slowed_down(visitor: Visitor) -> None:
    tries = [visitor.post("/login", {"email": "a@example.org"}).status_code for _ in range(11)]
    assert tries[-1] == 429
    assert "Wait a minute" in visitor.post("/login", {}).get_data(as_text=True)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_error_says_what_to_do_in_the_visitors_language(app: Flask, language: str) -> None:
    page = Visitor(app, language=language).read("/nulle-part", status=404)
    assert ("Aller à la bibliothèque" if language == "fr" else "Go to the library") in page


def test_a_failure_on_our_side_tells_nothing_about_it(app: Flask) -> None:
    @app.get("/breaks")
    def breaks() -> str:
        raise RuntimeError("a secret detail")

    app.testing = False
    page = Visitor(app).read("/breaks", status=500)
    assert "Something broke on our side" in page
    assert "secret detail" not in page


def test_a_wrong_method_is_a_clear_error(visitor: Visitor) -> None:
    assert "use the button" in visitor.read("/preferences", status=405)
