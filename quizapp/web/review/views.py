"""Reviews: what is due, one card at a time."""

from typing import get_args

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.model import QuizappError
from quizapp.services import reviewing
from quizapp.study.scheduling import Rating
from quizapp.web.i18n import lazy_gettext as _
from quizapp.web.site import now, rng, site
from quizapp.web.visitors import actor

review = Blueprint("review", __name__, template_folder="templates", url_prefix="/review")

RATINGS = (("again", _("Again")), ("hard", _("Hard")), ("good", _("Good")), ("easy", _("Easy")))


@review.get("")
def session() -> str:
    who = actor()
    if who.user_id is None:
        return render_template("review/done.html", session=None)
    with site().database.unit(write=False) as unit:
        found = reviewing.session(unit, actor=who, now=now())
    if found.card is None:
        return render_template("review/done.html", session=found)
    return render_template("review/front.html", session=found, card=found.card)


@review.get("/<int:card_id>")
def back(card_id: int) -> str | Response:
    with site().database.unit(write=False) as unit:
        found = reviewing.session(unit, actor=actor(), now=now())
        if found.card is None or found.card.card_id != card_id:
            return redirect(url_for("review.session"))
        answer = reviewing.reveal(unit, card_id=card_id, actor=actor(), now=now())
    return render_template(
        "review/back.html", session=found, card=found.card, back=answer, ratings=RATINGS
    )


@review.post("/<int:card_id>")
def rate(card_id: int) -> Response:
    rating = _rating(request.form.get("rating", ""))
    with site().database.unit() as unit:
        reviewing.rate(
            unit,
            card_id=card_id,
            rating=rating,
            actor=actor(),
            now=now(),
            rng=rng(),
            reviewed_at=request.form.get("reviewed_at"),
        )
    return redirect(url_for("review.session"), code=303)


@review.post("/undo")
def undo() -> Response:
    with site().database.unit() as unit:
        reviewing.undo(unit, actor=actor(), now=now())
    return redirect(url_for("review.session"), code=303)


def _rating(text: str) -> Rating:
    for rating in get_args(Rating):
        if text == rating:
            return rating  # type: ignore[no-any-return]
    raise QuizappError("rating-unknown", f"{text!r} is no rating")
