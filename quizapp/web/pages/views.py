"""Pages that belong to no family: preferences, sources, health."""

from urllib.parse import urlsplit

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from quizapp.services import accounts
from quizapp.settings import LANGUAGES
from quizapp.web.pages.sources import SOURCES
from quizapp.web.preferences import keep
from quizapp.web.site import site
from quizapp.web.visitors import actor, visitor

pages = Blueprint("pages", __name__, template_folder="templates")


@pages.get("/healthz")
def health() -> Response:
    """200 when the database answers."""
    with site().database.unit(write=False) as unit:
        accounts.find_user(unit, user_id=0)
    return Response("ok\n", mimetype="text/plain")


@pages.get("/sources")
def sources() -> str:
    return render_template("pages/sources.html", SOURCES=SOURCES)


@pages.post("/preferences")
def preferences() -> BaseResponse:
    response = redirect(own_path(request.form.get("next", "")), code=303)
    keep(response, request.form)
    language = request.form.get("language")
    if visitor() is not None and language in LANGUAGES:
        with site().database.unit() as unit:
            accounts.set_preferences(unit, actor=actor(), language=language)
    return response


def own_path(address: str) -> str:
    """`address` if it is a path of this site, else the library."""
    parts = urlsplit(address)
    if (
        not address.isprintable()
        or parts.scheme
        or parts.netloc
        or not address.startswith("/")
        or address[1:2] in ("/", "\\")
    ):
        return url_for("library.index")
    return address
