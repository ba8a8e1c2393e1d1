"""Taking a quiz: one question a screen, feedback at once, results."""

from uuid import uuid4

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.model import Article
from quizapp.services import library, taking, teaching
from quizapp.services.taking import Attempt, Feedback
from quizapp.store import Unit
from quizapp.web.i18n import gettext as _
from quizapp.web.i18n import sort_key
from quizapp.web.markup import Block, blocks, passages, quotes
from quizapp.web.quiz.reasons import REASONS, read_reason
from quizapp.web.quiz.responses import read_response
from quizapp.web.quiz.words import FLAGS, answered, chosen_choices, labels, praise
from quizapp.web.site import now, rng, site
from quizapp.web.visitors import actor, writer
from quizapp.world.atlas import MAP_SIZE, Outline

quiz = Blueprint("quiz", __name__, template_folder="templates")


@quiz.app_context_processor
def _words() -> dict[str, object]:
    return {
        "praise": praise,
        "answered": answered,
        "chosen_choices": chosen_choices,
        "labels": labels,
        "FLAGS": FLAGS,
        "MAP_SIZE": MAP_SIZE,
    }


@quiz.post("/articles/<set_id>/quiz")
def begin(set_id: str) -> Response:
    who = writer()
    with site().database.unit() as unit:
        attempt = taking.start(unit, set_id=set_id, actor=who, now=now(), rng=rng())
    return _next(attempt)


@quiz.post("/articles/<set_id>/quiz/missed")
def begin_missed(set_id: str) -> Response:
    with site().database.unit() as unit:
        attempt = taking.start_missed(unit, set_id=set_id, actor=actor(), now=now(), rng=rng())
    return _next(attempt)


@quiz.post("/assignments/<int:assignment_id>/quiz")
def begin_assignment(assignment_id: int) -> Response:
    with site().database.unit() as unit:
        attempt = taking.start_assignment(
            unit, assignment_id=assignment_id, actor=actor(), now=now(), rng=rng()
        )
    return _next(attempt)


@quiz.get("/attempts/<int:attempt_id>")
def question(attempt_id: int) -> str | Response:
    with site().database.unit(write=False) as unit:
        attempt = taking.resume(unit, attempt_id=attempt_id, actor=actor())
        text = _passage(unit, attempt)
        places = _places(unit, attempt)
    if attempt.finished:
        return redirect(url_for("quiz.results", attempt_id=attempt_id))
    if attempt.question is None:
        return render_template("quiz/all_answered.html", attempt=attempt)
    return render_template(
        "quiz/question.html",
        attempt=attempt,
        question=attempt.question,
        text=blocks(text, {}) if text else (),
        client_id=str(uuid4()),
        countries=_countries() if attempt.question.kind == "map" else (),
        outlines=_outlines(places),
    )


@quiz.post("/attempts/<int:attempt_id>/questions/<question_id>")
def answer(attempt_id: int, question_id: str) -> Response:
    response = read_response(request.form)
    with site().database.unit() as unit:
        kept = taking.answer(
            unit,
            attempt_id=attempt_id,
            question_id=question_id,
            client_id=request.form.get("client_id", ""),
            response=response,
            actor=actor(),
            now=now(),
        )
    if kept.feedback is None:
        return _next(kept.attempt)
    return redirect(
        url_for("quiz.feedback", attempt_id=attempt_id, question_id=question_id), code=303
    )


@quiz.get("/attempts/<int:attempt_id>/questions/<question_id>")
def feedback(attempt_id: int, question_id: str) -> str:
    with site().database.unit(write=False) as unit:
        attempt = taking.resume(unit, attempt_id=attempt_id, actor=actor())
        found = taking.feedback(
            unit, attempt_id=attempt_id, question_id=question_id, actor=actor(), now=now()
        )
        text = _passage(unit, attempt)
    return render_template(
        "quiz/feedback.html",
        attempt=attempt,
        feedback=found,
        proof=_proof(text, found),
        text=blocks(text, {"evidence": found.evidence}) if text else (),
        reasons=REASONS,
    )


@quiz.post("/attempts/<int:attempt_id>/questions/<question_id>/flag")
def flag(attempt_id: int, question_id: str) -> Response:
    reason = read_reason(request.form.get("reason", ""))
    with site().database.unit() as unit:
        attempt = taking.resume(unit, attempt_id=attempt_id, actor=actor())
        teaching.flag_question(
            unit,
            set_id=attempt.set_id,
            question_id=question_id,
            reason=reason,
            note=request.form.get("note", "")[:500],
            actor=actor(),
            now=now(),
        )
    flash(_("Thank you: the teacher will look at this question."), "success")
    return redirect(url_for("quiz.feedback", attempt_id=attempt_id, question_id=question_id))


@quiz.post("/attempts/<int:attempt_id>/finish")
def finish(attempt_id: int) -> Response:
    with site().database.unit() as unit:
        taking.finish(unit, attempt_id=attempt_id, actor=actor(), now=now())
    return redirect(url_for("quiz.results", attempt_id=attempt_id), code=303)


@quiz.get("/attempts/<int:attempt_id>/results")
def results(attempt_id: int) -> str:
    with site().database.unit(write=False) as unit:
        found = taking.results(unit, attempt_id=attempt_id, actor=actor(), now=now())
        text = _passage(unit, found.attempt)
    items = found.items or ()
    missed = [(item, _proof(text, item)) for item in items if not item.correct]
    return render_template("quiz/results.html", results=found, items=items, missed=missed)


def _next(attempt: Attempt) -> Response:
    return redirect(url_for("quiz.question", attempt_id=attempt.id), code=303)


def _passage(unit: Unit, attempt: Attempt) -> Article | None:
    return taking.passage(unit, attempt_id=attempt.id, actor=actor())


def _proof(article: Article | None, item: Feedback) -> tuple[Block, ...]:
    """The paragraphs that prove the key; only the sentences while the text is hidden."""
    return passages(article, item.evidence) if article else quotes(item.evidence)


def _places(unit: Unit, attempt: Attempt) -> tuple[str, ...]:
    """The countries of the article, where the next question asks for one."""
    if attempt.question is None or attempt.question.kind != "map":
        return ()
    return library.countries(unit, set_id=attempt.set_id, actor=actor())


def _outlines(places: tuple[str, ...]) -> tuple[Outline, ...]:
    """The map of those countries and all that lies around, nothing of it marked."""
    world = site().resources.world
    known = {country.id for country in world.countries()}
    shown = [place for place in places if place in known]
    found = site().resources.atlas.outlines(shown) if shown else ()
    return tuple(outline for outline in found if outline.country in known)


def _countries() -> list[tuple[str, str]]:
    found = [(country.id, country.name) for country in site().resources.world.countries()]
    return sorted(found, key=lambda pair: sort_key(pair[1]))
