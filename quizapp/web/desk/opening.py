"""What the views of an open set share."""

from collections.abc import Mapping
from typing import TypeVar

from flask import abort, request

from quizapp.model import QuizappError
from quizapp.services import authoring
from quizapp.web.site import site
from quizapp.web.visitors import actor

T = TypeVar("T")


def opened(set_id: str) -> authoring.Desk | None:
    """The open set; None before its analysis."""
    with site().database.unit(write=False) as unit:
        try:
            return authoring.open_set(unit, set_id=set_id, actor=actor())
        except QuizappError as error:
            if error.code == "analysis-missing":
                return None
            raise


def chosen(known: Mapping[str, T], name: str) -> T:
    """What an address names; a page that does not exist otherwise."""
    if name not in known:
        abort(404)
    return known[name]


def is_swap() -> bool:
    """Whether htmx asks for a part; going back it wants the whole page."""
    headers = request.headers
    return "HX-Request" in headers and "HX-History-Restore-Request" not in headers
