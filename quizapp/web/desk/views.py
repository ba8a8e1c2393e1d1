"""The desk: all sets of a teacher, and one of them open for approval."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.services import authoring
from quizapp.services.library import SetStatus
from quizapp.web.desk import drafts, facts, questions, quizzes
from quizapp.web.desk.blueprint import desk
from quizapp.web.desk.opening import chosen, is_swap, opened
from quizapp.web.desk.page import questions_page
from quizapp.web.i18n import gettext as _
from quizapp.web.i18n import ngettext
from quizapp.web.site import now, site
from quizapp.web.visitors import actor

__all__ = ["desk", "drafts", "facts", "questions", "quizzes"]

STATUSES: tuple[SetStatus, ...] = ("draft", "shared", "public")


@desk.get("/")
def index() -> str:
    with site().database.unit(write=False) as unit:
        entries = authoring.desk(unit, actor=actor())
    return render_template("desk/index.html", entries=entries)


@desk.get("/<set_id>")
def workbench(set_id: str) -> str | Response:
    found = opened(set_id)
    if found is None:
        return redirect(url_for("desk.text", set_id=set_id))
    return render_template(
        "desk/workbench.html",
        page=questions_page(found),
        part="desk/_questions.html",
        focus=request.args.get("focus"),
    )


@desk.post("/<set_id>/questions/<question_id>/<decision>")
def decide_question(set_id: str, question_id: str, decision: str) -> str | Response:
    decide = chosen(
        {"approve": authoring.approve_question, "reject": authoring.reject_question}, decision
    )
    with site().database.unit() as unit:
        decide(unit, set_id=set_id, question_id=question_id, actor=actor(), now=now())
    return _after(set_id, focus=request.form.get("next", question_id))


@desk.post("/<set_id>/accept-confident")
def accept_confident(set_id: str) -> str | Response:
    with site().database.unit() as unit:
        count = authoring.accept_confident(unit, set_id=set_id, actor=actor(), now=now())
    flash(ngettext("%(num)s question approved.", "%(num)s questions approved.", count), "success")
    return _after(set_id)


@desk.post("/<set_id>/undo")
def undo(set_id: str) -> str | Response:
    with site().database.unit() as unit:
        authoring.undo(unit, set_id=set_id, actor=actor(), now=now())
    if "show" in request.args:
        return facts.after(set_id, focus=request.form.get("next", ""))
    return _after(set_id, focus=request.form.get("next"))


@desk.post("/<set_id>/status")
def set_status(set_id: str) -> Response:
    status = chosen({name: name for name in STATUSES}, request.form.get("status", ""))
    with site().database.unit() as unit:
        authoring.set_status(
            unit,
            set_id=set_id,
            status=status,
            licence=request.form.get("licence", "")[:200],
            actor=actor(),
            now=now(),
        )
    flash(_("Saved."), "success")
    return redirect(url_for("desk.workbench", set_id=set_id))


@desk.post("/<set_id>/flags/<int:flag_id>/resolve")
def resolve_flag(set_id: str, flag_id: int) -> Response:
    with site().database.unit() as unit:
        authoring.resolve_flag(unit, flag_id=flag_id, actor=actor(), now=now())
    return redirect(url_for("desk.workbench", set_id=set_id))


@desk.get("/<set_id>/delete")
def confirm_delete(set_id: str) -> str:
    with site().database.unit(write=False) as unit:
        entries = {e.summary.id: e for e in authoring.desk(unit, actor=actor())}
    entry = chosen(entries, set_id)
    return render_template("desk/delete.html", summary=entry.summary)


@desk.post("/<set_id>/delete")
def delete(set_id: str) -> Response:
    with site().database.unit() as unit:
        authoring.delete_set(unit, set_id=set_id, actor=actor())
    flash(_("The article and all that was made of it are deleted."), "success")
    return redirect(url_for("desk.index"))


def _after(set_id: str, focus: str | None = None) -> str | Response:
    """The questions after a change: their list for htmx, the whole page otherwise."""
    found = opened(set_id) if is_swap() else None
    if found is None:
        anchor = f"item-{focus}" if focus else None
        return redirect(url_for("desk.workbench", set_id=set_id, _anchor=anchor), code=303)
    return render_template("desk/_questions.html", page=questions_page(found), focus=focus)
