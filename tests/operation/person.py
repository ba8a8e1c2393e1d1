"""Somebody with a browser, over real HTTP."""

import http.cookiejar
import re
import urllib.parse
import urllib.request
from collections.abc import Sequence

from tests.web.visitor import TOKEN, Form, forms

Fields = Sequence[tuple[str, str]]


class Person:
    """Keeps cookies; reads pages and sends their forms. A site that does not answer raises
    `OSError` or `HTTPException`."""

    def __init__(self, url: str) -> None:
        self.url = url
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._opener = urllib.request.build_opener(jar)
        self.at = url

    def get(self, path: str) -> bytes:
        with self._opener.open(urllib.parse.urljoin(self.url, path), timeout=30) as answer:
            self.at = answer.url
            body: bytes = answer.read()
        return body

    def read(self, path: str) -> str:
        return self.get(path).decode()

    def send(self, path: str, fields: Fields = ()) -> str:
        """The page that a form sent with a fresh token leads to."""
        token = TOKEN.search(self.read("/"))
        assert token
        data = urllib.parse.urlencode([("csrf_token", token[1]), *fields]).encode()
        request = urllib.request.Request(urllib.parse.urljoin(self.url, path), data)  # noqa: S310
        with self._opener.open(request, timeout=30) as answer:
            self.at = answer.url
            body: bytes = answer.read()
        return body.decode()


def question_id(page: str) -> str:
    found = re.search(r'action="/attempts/\d+/questions/([^"/]+)"', page)
    assert found, page
    return found[1]


def answer_form(page: str) -> tuple[Form, Fields]:
    """The form of the question and what it sends by itself."""
    form = next(form for form in forms(page) if "/questions/" in form.action)
    return form, [pair for pair in form.fields if pair[0] in ("client_id", "kind")]
