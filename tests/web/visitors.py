"""People at the keyboard: a test client that reads tokens from the pages, as a browser would."""

import re
from datetime import UTC, datetime

from flask import Flask
from werkzeug.test import TestResponse

from quizapp.services import accounts
from quizapp.services.access import Role
from quizapp.store import Database
from quizapp.web.site import EXTENSION, Site

_TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


class Visitor:
    """One browser, with its cookies and the token of the last page."""

    def __init__(self, app: Flask) -> None:
        self.client = app.test_client()
        self.token = ""

    def get(self, path: str, **options: object) -> TestResponse:
        return self._seen(self.client.get(path, **options))

    def post(self, path: str, **data: object) -> TestResponse:
        """Send a form with the token of the page seen last."""
        return self._seen(self.client.post(path, data={"csrf_token": self.token} | data))

    def follow(self, path: str, **data: object) -> TestResponse:
        """Send a form and open the page that it leads to."""
        sent = self.post(path, **data)
        assert sent.status_code in (302, 303), sent.get_data(as_text=True)
        return self.get(sent.headers["Location"])

    def _seen(self, response: TestResponse) -> TestResponse:
        if response.mimetype == "text/html" and (
            found := _TOKEN.search(response.get_data(as_text=True))
        ):
            self.token = found[1]
        return response


def somebody(app: Flask, *, role: Role = "learner", name: str = "Mme Prof") -> Visitor:
    """A new user of that role, known to her browser."""
    parts: Site = app.extensions[EXTENSION]
    user_id = _new_user(parts.database, role, name)
    visitor = Visitor(app)
    with visitor.client.session_transaction() as session:
        session["guest"] = user_id
    visitor.get("/")
    return visitor


def _new_user(database: Database, role: Role, name: str) -> int:
    with database.unit() as unit:
        email = f"{name.lower().replace(' ', '.')}@example.org"
        user = accounts.create_user(
            unit, email=email, password_hash=None, role=role, name=name, now=datetime.now(UTC)
        )
    return user.id


def text_of(response: TestResponse) -> str:
    return response.get_data(as_text=True)
