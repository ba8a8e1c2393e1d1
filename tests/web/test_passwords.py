"""A password changed, forgotten, recovered by mail."""

import re
from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from quizapp.resources import Resources
from quizapp.store import Database
from quizapp.web.accounts.mail import configuration
from tests.sites import open_site
from tests.web.mailbox import Mailbox, mailbox
from tests.web.visitor import PASSWORD, Visitor

EMAIL = "ana@example.org"
NEW = "une autre phrase longue"
LINK = re.compile(r"http://127\.0\.0\.1:8000(/reset/\S+)")


@pytest.fixture
def mail() -> Iterator[Mailbox]:
    with mailbox() as opened:
        yield opened


@pytest.fixture
def mailing(database: Database, resources: Resources, mail: Mailbox) -> Flask:
    """A site that can send mail."""
    app = open_site(
        database, resources=resources, mail_url=f"{mail.url}?from=quizapp@school.example"
    )
    app.testing = True
    app.extensions["mail"].suppress = False
    return app


def signed_in(visitor: Visitor, password: str) -> bool:
    visitor.sign_in(EMAIL, password)
    return EMAIL in visitor.read("/me")


def test_a_password_is_changed(visitor: Visitor, visitors: Callable[[], Visitor]) -> None:
    visitor.sign_up(EMAIL)
    elsewhere = visitors()
    assert signed_in(elsewhere, PASSWORD)
    fields = {"new_password": NEW, "new_password_confirm": NEW}
    assert 'id="password-error"' in visitor.send("/change", {"password": "faux", **fields})
    assert "new password is saved" in visitor.send("/change", {"password": PASSWORD, **fields})
    assert EMAIL in visitor.read("/me")
    assert EMAIL not in elsewhere.read("/me")
    assert not signed_in(visitors(), PASSWORD)
    assert signed_in(visitors(), NEW)


def test_without_mail_the_administrator_helps(visitor: Visitor) -> None:
    assert "Ask the administrator" in visitor.read("/login")
    visitor.read("/reset", status=404)


@pytest.mark.parametrize(
    ("language", "subject", "words"),
    [
        ("en", "quizapp: choose a new password", "The link works once"),
        ("fr", "quizapp\u202f: choisissez un nouveau mot de passe", "Ce lien sert une fois"),
    ],
)
def test_a_forgotten_password_is_recovered_by_mail(
    mailing: Flask, mail: Mailbox, language: str, subject: str, words: str
) -> None:
    visitor = Visitor(mailing, language=language)
    visitor.sign_up(EMAIL)
    visitor.send("/logout")
    assert "/reset" in visitor.read("/login")
    assert EMAIL in visitor.send("/reset", {"email": EMAIL})
    message = mail.messages()[0]
    assert (message["To"], message["From"]) == (EMAIL, "quizapp@school.example")
    assert message["Subject"] == subject
    assert words in message.get_content()
    # The link names the site by its setting: the test's own Host header is another.
    found = LINK.search(message.get_content())
    assert found
    visitor.send(found[1], {"password": NEW, "password_confirm": NEW})
    assert signed_in(visitor, NEW)
    assert not signed_in(Visitor(mailing), PASSWORD)
    assert len(mail.messages()) == 2
    again = Visitor(mailing).read(found[1])
    assert "no longer valid" in again


def test_nobody_is_written_to_without_an_account(mailing: Flask, mail: Mailbox) -> None:
    page = Visitor(mailing).send("/reset", {"email": "nobody@example.org"})
    assert 'id="email-error"' in page
    assert not mail.messages()


@pytest.mark.parametrize(
    ("url", "port", "ssl", "tls", "user", "password"),
    [
        ("smtp://relay.example", 25, False, False, None, None),
        ("smtp://ana:a%40b@mail.example", 587, False, True, "ana", "a@b"),
        ("smtps://ana:b@mail.example", 465, True, False, "ana", "b"),
        ("smtps://ana:b@mail.example:4650", 4650, True, False, "ana", "b"),
    ],
)
def test_a_password_is_never_sent_in_clear(
    url: str, port: int, ssl: bool, tls: bool, user: str | None, password: str | None
) -> None:
    read = configuration(url, base_url="https://quiz.example/")
    assert (read["MAIL_PORT"], read["MAIL_USE_SSL"], read["MAIL_USE_TLS"]) == (port, ssl, tls)
    assert (read["MAIL_USERNAME"], read["MAIL_PASSWORD"]) == (user, password)
    assert read["MAIL_DEFAULT_SENDER"] == "quizapp@quiz.example"
