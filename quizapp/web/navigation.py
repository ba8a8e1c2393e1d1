"""The links of the masthead, for whoever may use them."""

from dataclasses import dataclass
from typing import Any

from flask import Flask, request, url_for

from quizapp.services import reviewing
from quizapp.web.i18n import lazy_gettext as _
from quizapp.web.site import now, site
from quizapp.web.visitors import actor


@dataclass(frozen=True)
class Item:
    """A link; `count` is what waits behind it."""

    text: Any
    href: str
    current: bool
    count: int = 0


LEARNING = (
    (_("Library"), "library.index", ("library", "articles", "quiz", "decks")),
    (_("Review"), "review.session", ("review",)),
    (_("Progress"), "me.progress", ("me",)),
)
TEACHING = (
    (_("Desk"), "desk.index", ("desk",)),
    (_("Courses"), "courses.index", ("courses",)),
)
"""Text, endpoint, and the families of pages that belong to it."""


def init_app(app: Flask) -> None:
    app.jinja_env.globals["navigation"] = lambda: items(app)


def items(app: Flask) -> list[Item]:
    """What the visitor sees; a page that is not installed has no link."""
    who = actor()
    entries = LEARNING + (TEACHING if who.teaches else ())
    due = _due() if who.user_id is not None else 0
    return [
        Item(
            text,
            url_for(endpoint),
            request.blueprint in families,
            due if "review" in families else 0,
        )
        for text, endpoint, families in entries
        if endpoint in app.view_functions
    ]


def _due() -> int:
    with site().database.unit(write=False) as unit:
        waiting = reviewing.session(unit, actor=actor(), now=now())
    return waiting.due + waiting.new
