"""The facts of an open set: what needs a person first, filtered, decided one by one."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.services import authoring
from quizapp.web.desk.blueprint import desk
from quizapp.web.desk.fact_list import FILTERS, Shown
from quizapp.web.desk.opening import chosen, is_swap, opened
from quizapp.web.desk.page import FactsPage, facts_page
from quizapp.web.desk.words import CERTAINTIES, FACT_KINDS
from quizapp.web.i18n import ngettext
from quizapp.web.site import now, site
from quizapp.web.visitors import actor


@desk.get("/<set_id>/facts")
def facts(set_id: str) -> str | Response:
    focus = request.args.get("focus", "")
    page = _page(set_id, focus=focus, number=request.args.get("page", type=int))
    if page is None:
        return redirect(url_for("desk.text", set_id=set_id))
    return _shown(page, focus)


@desk.post("/<set_id>/facts/<fact_id>/accept")
def accept_fact(set_id: str, fact_id: str) -> str | Response:
    with site().database.unit() as unit:
        authoring.accept_fact(
            unit,
            set_id=set_id,
            fact_id=fact_id,
            actor=actor(),
            now=now(),
            resources=site().resources,
        )
    return after(set_id, focus=request.form.get("next", fact_id))


@desk.post("/<set_id>/facts/<fact_id>/reject")
def reject_fact(set_id: str, fact_id: str) -> str | Response:
    with site().database.unit() as unit:
        authoring.reject_fact(unit, set_id=set_id, fact_id=fact_id, actor=actor(), now=now())
    return after(set_id, focus=request.form.get("next", fact_id))


@desk.post("/<set_id>/accept-confident-facts")
def accept_confident_facts(set_id: str) -> str | Response:
    with site().database.unit() as unit:
        count = authoring.accept_confident_facts(
            unit, set_id=set_id, actor=actor(), now=now(), resources=site().resources
        )
    flash(ngettext("%(num)s fact accepted.", "%(num)s facts accepted.", count), "success")
    return after(set_id)


def after(set_id: str, focus: str = "") -> str | Response:
    """The facts after a change, under the same filter, on the page that holds `focus`."""
    page = _page(set_id, focus=focus) if is_swap() else None
    if page is None:
        address = url_for(
            "desk.facts",
            set_id=set_id,
            show=_filter(),
            focus=focus or None,
            _anchor=f"item-{focus}" if focus else "proposals",
        )
        return redirect(address, code=303)
    return _shown(page, focus)


def _filter() -> Shown:
    name = request.args.get("show", "all")
    return chosen({known: known for known in FILTERS}, name)


def _page(set_id: str, *, focus: str, number: int | None = None) -> FactsPage | None:
    shown = _filter()
    found = opened(set_id)
    return facts_page(found, shown=shown, number=number, focus=focus) if found else None


def _shown(page: FactsPage, focus: str) -> str:
    part = "desk/_facts.html"
    return render_template(
        part if is_swap() else "desk/workbench.html",
        page=page,
        part=part,
        focus=focus if page.listing.holds(focus) else "",
        certainties=CERTAINTIES,
        kinds=FACT_KINDS,
    )
