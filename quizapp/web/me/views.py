"""One's own pages: progress, saved words, account and data."""

import json

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask_security import logout_user
from werkzeug.wrappers import Response as BaseResponse

from quizapp.model import QuizappError
from quizapp.services import accounts, library, reviewing, teaching
from quizapp.services.practice import practice
from quizapp.web import visitors
from quizapp.web.i18n import gettext as _
from quizapp.web.me.chart import chart, skill_bars
from quizapp.web.site import now, site
from quizapp.web.visitors import actor, forget, learner_here, visitor

me = Blueprint("me", __name__, template_folder="templates", url_prefix="/me")

FORECAST_DAYS = 30
PAST_DAYS = 28


@me.get("/progress")
def progress() -> str:
    who = actor()
    if who.user_id is None:
        return render_template("me/progress.html", begun=False)
    with site().database.unit(write=False) as unit:
        due = reviewing.forecast(unit, actor=who, now=now(), days=FORECAST_DAYS)
        sets = library.list_sets(unit, actor=who, now=now())
        sets += library.list_sets(unit, actor=who, now=now(), scope="shared")
        session = reviewing.session(unit, actor=who, now=now())
        found = practice(unit, actor=who, now=now(), days=PAST_DAYS)
    tried = [s for s in sets if s.progress and s.progress.answered]
    return render_template(
        "me/progress.html",
        begun=any(due) or session.new or tried or any(found.days),
        due=chart(due),
        past=chart(found.days),
        practice=found,
        skills=skill_bars(found.skills),
        sets=tried,
        session=session,
    )


@me.get("/words")
def words() -> str:
    who = actor()
    saved: tuple[reviewing.SavedWord, ...] = ()
    if who.user_id is not None:
        with site().database.unit(write=False) as unit:
            saved = reviewing.saved_words(unit, actor=who)
    return render_template("me/words.html", saved=saved)


@me.post("/words/<lexeme_id>/forget")
def forget_word(lexeme_id: str) -> BaseResponse:
    with site().database.unit() as unit:
        reviewing.forget_word(unit, lexeme_id=lexeme_id, actor=actor())
    return redirect(url_for("me.words"), code=303)


@me.get("")
def account() -> str:
    who = actor()
    attended: tuple[teaching.Course, ...] = ()
    if who.user_id is not None:
        with site().database.unit(write=False) as unit:
            attended = teaching.attended(unit, actor=who)
    return render_template(
        "me/account.html",
        user=visitor(),
        courses=attended,
        learner=learner_here(),
        teaches=who.teaches,
    )


@me.post("/take-over")
def take_over() -> BaseResponse:
    if request.form.get("sure") != "yes":
        raise QuizappError("not-sure", "tick the box to take the work over")
    visitors.take_over()
    flash(_("The work is now yours."), "success")
    return redirect(url_for("me.account"), code=303)


@me.get("/data.json")
def data() -> Response:
    with site().database.unit(write=False) as unit:
        found = accounts.export_data(unit, actor=actor(), now=now())
    response = Response(
        json.dumps(found, ensure_ascii=False, indent=2), mimetype="application/json"
    )
    response.headers.set("Content-Disposition", "attachment", filename="quizapp.json")
    return response


@me.post("/delete")
def delete() -> BaseResponse:
    if request.form.get("sure") != "yes":
        raise QuizappError("not-sure", "tick the box to delete an account")
    with site().database.unit() as unit:
        accounts.delete_account(unit, actor=actor())
    logout_user()
    forget()
    flash(_("Everything about you was deleted."), "success")
    return redirect(url_for("library.index"), code=303)
