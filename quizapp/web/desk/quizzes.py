"""Picking and ordering the questions of a quiz."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.model import QuizappError
from quizapp.services import authoring
from quizapp.services.authoring import Desk, Quiz
from quizapp.web.decks.handouts import quiz_handouts
from quizapp.web.desk.blueprint import desk
from quizapp.web.desk.forms import QuizForm
from quizapp.web.i18n import gettext as _
from quizapp.web.site import now, site
from quizapp.web.visitors import actor


@desk.get("/<set_id>/quizzes/new")
def new_quiz(set_id: str) -> str:
    opened = _open(set_id)
    return _page(opened, None)


@desk.get("/<set_id>/quizzes/<int:quiz_id>")
def quiz(set_id: str, quiz_id: int) -> str:
    opened = _open(set_id)
    return _page(opened, _quiz(opened, quiz_id))


@desk.post("/<set_id>/quizzes")
@desk.post("/<set_id>/quizzes/<int:quiz_id>")
def save_quiz(set_id: str, quiz_id: int | None = None) -> Response:
    form = QuizForm()
    with site().database.unit() as unit:
        saved = authoring.save_quiz(
            unit,
            set_id=set_id,
            title=form.title.data or "",
            questions=_picked(),
            actor=actor(),
            now=now(),
            quiz_id=quiz_id,
        )
    flash(_("The quiz is saved."), "success")
    if "assign" in request.form:
        return redirect(url_for("courses.choose", quiz_id=saved.id))
    return redirect(url_for("desk.quiz", set_id=set_id, quiz_id=saved.id))


@desk.post("/<set_id>/quizzes/<int:quiz_id>/delete")
def delete_quiz(set_id: str, quiz_id: int) -> Response:
    with site().database.unit() as unit:
        authoring.delete_quiz(unit, quiz_id=quiz_id, actor=actor())
    flash(_("The quiz is deleted."), "success")
    return redirect(url_for("desk.workbench", set_id=set_id))


def _open(set_id: str) -> Desk:
    with site().database.unit(write=False) as unit:
        return authoring.open_set(unit, set_id=set_id, actor=actor())


def _quiz(opened: Desk, quiz_id: int) -> Quiz:
    for found in opened.quizzes:
        if found.id == quiz_id:
            return found
    raise QuizappError("not-found", f"{quiz_id}: no such quiz")


def _picked() -> list[str]:
    """Ticked questions by the place typed beside each; those without one come last, in order."""
    ticked = request.form.getlist("pick")
    places = {
        question_id: request.form.get(f"place-{question_id}", type=int) or len(ticked) + 1
        for question_id in ticked
    }
    return sorted(ticked, key=lambda question_id: places[question_id])


def _page(opened: Desk, quiz: Quiz | None) -> str:
    accepted = [q for q in opened.study_set.questions if q.status == "accepted"]
    chosen = quiz.questions if quiz else tuple(q.id for q in accepted[:10])
    order = {question_id: place for place, question_id in enumerate(chosen, 1)}
    return render_template(
        "desk/quiz.html",
        desk=opened,
        quiz=quiz,
        order=order,
        questions=sorted(accepted, key=lambda q: order.get(q.id, len(order) + 1)),
        handouts=quiz_handouts(quiz.id) if quiz else (),
        form=QuizForm(title=quiz.title if quiz else opened.study_set.article.title),
    )
