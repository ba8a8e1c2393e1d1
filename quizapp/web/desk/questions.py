"""Editing a question, writing one, and correcting a fact."""

from flask import abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.facts.notation import write_clause
from quizapp.model import Fact, Question, QuestionKind, QuizappError, StudySet
from quizapp.services import authoring
from quizapp.web.desk.blueprint import desk
from quizapp.web.desk.forms import FactForm
from quizapp.web.desk.question_form import KINDS, LEVELS, ROWS, SKILLS, fields, read_question
from quizapp.web.desk.words import ROLES
from quizapp.web.i18n import gettext as _
from quizapp.web.i18n import ngettext
from quizapp.web.messages import told
from quizapp.web.site import now, rng, site
from quizapp.web.visitors import actor


@desk.get("/<set_id>/questions/new")
def new_question(set_id: str) -> str:
    kind = _kind(request.args.get("kind", KINDS[0]))
    return _form(_study_set(set_id), kind, None, {"level": "B1", "skill": "détaillée"})


@desk.post("/<set_id>/questions/new")
def add_question(set_id: str) -> tuple[str, int] | Response:
    study_set, kind = _study_set(set_id), _kind(request.form.get("kind", ""))
    try:
        question = read_question(request.form, kind=kind, article=study_set.article, rng=rng())
    except QuizappError as error:
        return _form(study_set, kind, None, _typed(), error), 400
    with site().database.unit() as unit:
        added = authoring.add_question(
            unit, set_id=set_id, question=question, actor=actor(), now=now()
        )
    flash(_("The question was added."), "success")
    return _to_item(set_id, added.id)


@desk.get("/<set_id>/questions/<question_id>")
def question(set_id: str, question_id: str) -> str:
    study_set = _study_set(set_id)
    found = _question(study_set, question_id)
    return _form(study_set, found.kind, found, fields(found))


@desk.post("/<set_id>/questions/<question_id>")
def edit_question(set_id: str, question_id: str) -> tuple[str, int] | Response:
    study_set = _study_set(set_id)
    base = _question(study_set, question_id)
    try:
        edited = read_question(
            request.form, kind=base.kind, article=study_set.article, rng=rng(), base=base
        )
    except QuizappError as error:
        return _form(study_set, base.kind, base, _typed(), error), 400
    with site().database.unit() as unit:
        remark = authoring.edit_question(
            unit, set_id=set_id, question=edited, actor=actor(), now=now()
        )
    flash(_("Saved."), "success")
    if remark.answers:
        flash(_remarked(remark), "info")
    return _to_item(set_id, question_id)


@desk.get("/<set_id>/facts/<fact_id>")
def fact(set_id: str, fact_id: str) -> str:
    found = _fact(_study_set(set_id), fact_id)
    form = FactForm(clause=write_clause(found.segments))
    return _fact_page(set_id, found, form, None)


@desk.post("/<set_id>/facts/<fact_id>")
def edit_fact(set_id: str, fact_id: str) -> tuple[str, int] | Response:
    form = FactForm()
    try:
        with site().database.unit() as unit:
            authoring.edit_fact(
                unit,
                set_id=set_id,
                fact_id=fact_id,
                clause=" ".join((form.clause.data or "").split()),
                actor=actor(),
                now=now(),
                resources=site().resources,
            )
    except QuizappError as error:
        if error.code != "clause-malformed":
            raise
        found = _fact(_study_set(set_id), fact_id)
        return _fact_page(set_id, found, form, error.message), 400
    address = url_for("desk.facts", set_id=set_id, focus=fact_id, _anchor=f"item-{fact_id}")
    return redirect(address, code=303)


def _fact_page(set_id: str, fact: Fact, form: FactForm, error: str | None) -> str:
    return render_template(
        "desk/fact.html", set_id=set_id, fact=fact, form=form, error=error, roles=ROLES
    )


def _study_set(set_id: str) -> StudySet:
    with site().database.unit(write=False) as unit:
        opened = authoring.open_set(unit, set_id=set_id, actor=actor())
    if not opened.editable:
        raise QuizappError("forbidden", f"{set_id}: only its owner may change it")
    return opened.study_set


def _question(study_set: StudySet, question_id: str) -> Question:
    for question in study_set.questions:
        if question.id == question_id:
            return question
    raise QuizappError("question-unknown", f"{study_set.id}: no question {question_id}")


def _fact(study_set: StudySet, fact_id: str) -> Fact:
    for fact in study_set.facts:
        if fact.id == fact_id:
            return fact
    raise QuizappError("fact-unknown", f"{study_set.id}: no fact {fact_id}")


def _kind(name: str) -> QuestionKind:
    if name not in KINDS:
        abort(404)
    return name


def _form(
    study_set: StudySet,
    kind: QuestionKind,
    question: Question | None,
    values: dict[str, object],
    error: QuizappError | None = None,
) -> str:
    return render_template(
        "desk/question.html",
        study_set=study_set,
        kind=kind,
        question=question,
        values=values,
        kinds=KINDS,
        levels=LEVELS,
        skills=SKILLS,
        rows=ROWS,
        error=told(error.code)[1] if error else None,
        detail=error.message if error else None,
    )


def _typed() -> dict[str, object]:
    """What was typed, shown again beside the error."""
    form = request.form
    keys = set(form.getlist("key"))
    rows = zip(
        form.getlist("choice_id"), form.getlist("choice"), form.getlist("rationale"), strict=False
    )
    return form.to_dict() | {
        "choices": [
            {"id": choice_id, "text": text, "rationale": why, "correct": choice_id in keys}
            for choice_id, text, why in rows
        ],
        "pairs": list(zip(form.getlist("left"), form.getlist("right"), strict=False)),
    }


def _remarked(remark: authoring.Remark) -> str:
    return (
        ngettext(
            "%(num)s past answer was marked again.",
            "%(num)s past answers were marked again.",
            remark.answers,
        )
        + " "
        + _("%(raised)s gained, %(lowered)s lost.", raised=remark.raised, lowered=remark.lowered)
    )


def _to_item(set_id: str, item_id: str) -> Response:
    return redirect(url_for("desk.workbench", set_id=set_id, _anchor=f"item-{item_id}"), code=303)
