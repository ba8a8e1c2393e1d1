"""A visitor of the site: follows links, fills in the forms that the pages really hold."""

import re
from html.parser import HTMLParser
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from quizapp.services import accounts
from quizapp.web.site import EXTENSION, Site

PASSWORD = "une phrase assez longue"
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


class Form:
    """A form of a page: where it goes and what it sends by itself."""

    def __init__(self, attributes: dict[str, str | None]) -> None:
        self.action = attributes.get("action") or ""
        self.method = (attributes.get("method") or "get").lower()
        self.fields: list[tuple[str, str]] = []

    @property
    def values(self) -> dict[str, str]:
        return dict(self.fields)


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._open: Form | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "form":
            self._open = Form(attributes)
            self.forms.append(self._open)
        elif self._open and tag == "input" and attributes.get("type") == "hidden":
            self._open.fields.append((attributes["name"] or "", attributes.get("value") or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None


def forms(page: str) -> list[Form]:
    """Every form of a page."""
    parser = _Forms()
    parser.feed(page)
    return parser.forms


class Visitor:
    """One browser with its cookies; it asked for English pages unless told otherwise."""

    def __init__(self, app: Flask, *, language: str = "en") -> None:
        self.client = app.test_client()
        self.client.set_cookie("language", language)

    def read(self, path: str, *, status: int = 200, **options: Any) -> str:
        """The page at `path`, after redirections."""
        response = self.client.get(path, follow_redirects=True, **options)
        assert response.status_code == status, f"{path}: {response.status_code}"
        return response.get_data(as_text=True)

    def token(self) -> str:
        found = TOKEN.search(self.read("/"))
        assert found
        return found[1]

    def post(self, path: str, data: Any = None, **options: Any) -> TestResponse:
        """A form sent with its token, not following redirections."""
        pairs = list(data.items()) if isinstance(data, dict) else list(data or ())
        fields: dict[str, list[str]] = {"csrf_token": [self.token()]}
        for name, value in pairs:
            fields.setdefault(name, []).extend(value if isinstance(value, list) else [value])
        return self.client.post(path, data=fields, **options)

    def send(self, path: str, data: Any = None) -> str:
        """A form sent; the page that one lands on."""
        response = self.post(path, data, follow_redirects=True)
        assert response.status_code == 200, f"{path}: {response.status_code}"
        return response.get_data(as_text=True)

    def get(self, path: str) -> TestResponse:
        """What that address answers, whatever its status."""
        return self.client.get(path)

    def follow(self, path: str, data: Any = None) -> str:
        """A form sent that leads on; the page that one lands on."""
        response = self.post(path, data)
        assert response.status_code in (302, 303), response.get_data(as_text=True)
        return self.read(response.headers["Location"])

    def be(self, user_id: int) -> "Visitor":
        """From now on this user's browser."""
        self.read("/")
        parts: Site = self.client.application.extensions[EXTENSION]
        with parts.database.unit(write=False) as unit:
            user = accounts.find_user(unit, user_id=user_id)
        assert user is not None
        with self.client.session_transaction() as session:
            session["guest"] = user.fs_uniquifier
        return self

    def sign_up(self, email: str, password: str = PASSWORD) -> str:
        return self.send("/register", {"email": email, "password": password, "submit": "1"})

    def sign_in(self, email: str, password: str = PASSWORD) -> str:
        return self.send("/login", {"email": email, "password": password, "submit": "1"})
