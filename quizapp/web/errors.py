"""Every error becomes a page here, and nowhere else: what happened, what was kept, what to do."""

from flask import Flask, Response, make_response, render_template
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from quizapp.model import QuizappError
from quizapp.web.messages import MESSAGES, told

_CODES = {400: "bad-request", 403: "forbidden", 404: "not-found", 405: "method"}
_CODES |= {413: "too-large", 429: "too-many", 500: "broken"}


def init_app(app: Flask) -> None:
    app.register_error_handler(QuizappError, _quizapp_error)
    app.register_error_handler(CSRFError, _csrf_error)
    app.register_error_handler(SecurityError, _foreign_host)
    app.register_error_handler(HTTPException, _http_error)


def _quizapp_error(error: QuizappError) -> Response:
    return _page(error.code, None if error.code in MESSAGES else error.message)


def _csrf_error(_error: CSRFError) -> Response:
    return _page("csrf")


def _foreign_host(_error: SecurityError) -> Response:
    """Without a name of our own no page can be drawn."""
    return Response("Unknown host.", 400, mimetype="text/plain")


def _http_error(error: HTTPException) -> Response:
    status = error.code or 500
    if status < 400:
        return make_response(error.get_response())
    return _page(_CODES.get(status, "bad-request" if status < 500 else "broken"))


def _page(code: str, detail: str | None = None) -> Response:
    status, text = told(code)
    page = render_template("errors/error.html", code=code, status=status, text=text, detail=detail)
    return make_response(page, status)
