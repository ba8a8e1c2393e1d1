"""The front page: what there is to read."""

from flask import Blueprint, render_template

from quizapp.services import library as service
from quizapp.services import taking, teaching
from quizapp.web.site import now, site
from quizapp.web.visitors import actor

library = Blueprint("library", __name__, template_folder="templates")


@library.get("/")
def index() -> str:
    who = actor()
    known = who.user_id is not None
    with site().database.unit(write=False) as unit:
        return render_template(
            "library/index.html",
            public=service.list_sets(unit, actor=who, now=now()),
            shared=service.list_sets(unit, actor=who, now=now(), scope="shared") if known else (),
            open_attempts=taking.open_attempts(unit, actor=who) if known else (),
            todos=teaching.todos(unit, actor=who, now=now()) if known else (),
        )
