"""Reading: the article with its facts, words, people and places."""

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from quizapp.model import QuizappError
from quizapp.services import exporting, reviewing
from quizapp.services import library as service
from quizapp.store import Unit
from quizapp.web.articles.page import build
from quizapp.web.articles.words import Meaning, Tap, meanings
from quizapp.web.headers import set_policy
from quizapp.web.preferences import current_glosses
from quizapp.web.site import now, site
from quizapp.web.visitors import actor, writer

articles = Blueprint("articles", __name__, template_folder="templates")


@articles.get("/articles/<set_id>")
def article(set_id: str) -> str:
    with site().database.unit(write=False) as unit:
        reading = service.read_article(unit, set_id=set_id, actor=actor(), now=now())
        study_set = exporting.study_set(unit, set_id=set_id, actor=actor(), now=now())
    page = build(
        reading.article,
        facts=study_set.facts,
        entities=reading.entities,
        lexemes=reading.lexemes if current_glosses() else (),
    )
    lit = request.args.get("fact")
    return render_template(
        "articles/article.html",
        reading=reading,
        page=page,
        lit=lit,
        glosses=current_glosses(),
        teaches=actor().teaches,
    )


@articles.get("/articles/<set_id>/words")
def word(set_id: str) -> str:
    tap = _tap()
    with site().database.unit(write=False) as unit:
        found = _meanings(unit, set_id, tap)
    return _word_page(set_id, tap, found)


@articles.post("/articles/<set_id>/words/<lexeme_id>")
def save_word(set_id: str, lexeme_id: str) -> str | BaseResponse:
    tap, who = _tap(), writer()
    with site().database.unit() as unit:
        chosen = next((m for m in _meanings(unit, set_id, tap) if m.lexeme.id == lexeme_id), None)
        if chosen is None:
            raise QuizappError("word-unknown", f"{tap.form} has no sense {lexeme_id}")
        reviewing.save_word(unit, lexeme=chosen.lexeme, set_id=set_id, actor=who, now=now())
    return _after_change(set_id, tap)


@articles.post("/articles/<set_id>/words/<lexeme_id>/forget")
def forget_word(set_id: str, lexeme_id: str) -> str | BaseResponse:
    with site().database.unit() as unit:
        reviewing.forget_word(unit, lexeme_id=lexeme_id, actor=actor())
    return _after_change(set_id, _tap())


@articles.get("/countries/<iso3>/map.svg")
def country_map(iso3: str) -> Response:
    if site().resources.world.get(iso3) is None:
        raise QuizappError("country-unknown", f"no country {iso3}")
    svg = site().resources.atlas.locator_svg(iso3, dark="dark" in request.args)
    set_policy(default_src="'none'", style_src="'unsafe-inline'")
    response = Response(svg, mimetype="image/svg+xml")
    response.cache_control.max_age = 24 * 3600
    return response


def _tap() -> Tap:
    at = request.values.get("at", type=int)
    return Tap(form=request.values.get("form", "").strip()[:80], at=at)


def _meanings(unit: Unit, set_id: str, tap: Tap) -> tuple[Meaning, ...]:
    reading = service.read_article(unit, set_id=set_id, actor=actor(), now=now())
    return meanings(
        tap,
        article=reading.article,
        lexemes=reading.lexemes,
        lexicon=site().resources.lexicon,
        saved=reading.saved,
    )


def _after_change(set_id: str, tap: Tap) -> str | BaseResponse:
    if "HX-Request" in request.headers:
        with site().database.unit(write=False) as unit:
            return _word_page(set_id, tap, _meanings(unit, set_id, tap))
    return redirect(url_for("articles.word", set_id=set_id, form=tap.form, at=tap.at))


def _word_page(set_id: str, tap: Tap, found: tuple[Meaning, ...]) -> str:
    whole = "HX-Request" not in request.headers
    template = "articles/word.html" if whole else "articles/_word.html"
    return render_template(template, set_id=set_id, tap=tap, meanings=found)
