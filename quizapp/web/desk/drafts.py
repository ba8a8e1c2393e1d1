"""From a text to its analysis: paste, file or address; correct; watch the progress."""

from collections.abc import Callable

from flask import redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from quizapp.model import Draft, QuizappError
from quizapp.services import authoring
from quizapp.web.desk.blueprint import desk
from quizapp.web.desk.forms import AddressForm, FileForm, PasteForm, TextForm
from quizapp.web.limits import IMPORT, limiter
from quizapp.web.messages import told
from quizapp.web.site import now, site
from quizapp.web.visitors import actor

Page = str | tuple[str, int] | Response


@desk.get("/new")
def new() -> str:
    _require_teacher()
    return _new_page()


@desk.post("/new/text")
def add_text() -> Page:
    from quizapp.reading.text import draft_from_text

    _require_teacher()
    form = PasteForm()
    if not form.validate_on_submit():
        return _new_page(paste=form), 400
    return _kept(
        lambda: draft_from_text(
            form.text.data or "",
            title=form.title.data or None,
            source=form.source.data or None,
            published_on=form.published_on.data,
        ),
        paste=form,
    )


@desk.post("/new/file")
def add_file() -> Page:
    from quizapp.reading.files import draft_from_file

    _require_teacher()
    form = FileForm()
    if not form.validate_on_submit():
        return _new_page(file=form), 400
    upload = form.file.data
    return _kept(lambda: draft_from_file(upload.filename or "", upload.read()), file=form)


@desk.post("/new/address")
@limiter.limit(IMPORT)
def add_address() -> Page:
    from quizapp.reading.web import draft_from_url

    _require_teacher()
    form = AddressForm()
    if not form.validate_on_submit():
        return _new_page(address=form), 400
    return _kept(lambda: draft_from_url(form.url.data or ""), address=form)


@desk.get("/<set_id>/text")
def text(set_id: str) -> str:
    with site().database.unit(write=False) as unit:
        draft = authoring.read_draft(unit, set_id=set_id, actor=actor())
    form = TextForm(title=draft.title, text=draft.text, published_on=draft.published_on)
    return render_template("desk/text.html", set_id=set_id, draft=draft, form=form)


@desk.post("/<set_id>/text")
def edit_text(set_id: str) -> Page:
    form = TextForm()
    if not form.validate_on_submit():
        with site().database.unit(write=False) as unit:
            draft = authoring.read_draft(unit, set_id=set_id, actor=actor())
        return render_template("desk/text.html", set_id=set_id, draft=draft, form=form), 400
    with site().database.unit() as unit:
        authoring.edit_draft(
            unit,
            set_id=set_id,
            title=form.title.data or "",
            text=form.text.data or "",
            published_on=form.published_on.data,
            actor=actor(),
            now=now(),
        )
        if "analyse" not in request.form:
            return redirect(url_for("desk.text", set_id=set_id))
        job = authoring.start_analysis(
            unit, set_id=set_id, actor=actor(), now=now(), enqueue=site().enqueue
        )
    return redirect(url_for("desk.job", job_id=job.id))


@desk.get("/jobs/<job_id>")
def job(job_id: str) -> str | Response:
    with site().database.unit(write=False) as unit:
        found = authoring.find_job(unit, job_id=job_id, actor=actor())
    if found.status == "done":
        return _to_workbench(found.set_id)
    error = told(found.error_code)[1] if found.error_code else None
    part = "HX-Request" in request.headers
    template = "desk/_job.html" if part else "desk/job.html"
    return render_template(template, job=found, error=error)


@desk.post("/jobs/<job_id>/cancel")
def cancel(job_id: str) -> Response:
    with site().database.unit() as unit:
        found = authoring.cancel_job(unit, job_id=job_id, actor=actor(), now=now())
    return redirect(url_for("desk.text", set_id=found.set_id))


@desk.post("/jobs/<job_id>/retry")
def retry(job_id: str) -> Response:
    with site().database.unit() as unit:
        found = authoring.retry_job(
            unit, job_id=job_id, actor=actor(), now=now(), enqueue=site().enqueue
        )
    return redirect(url_for("desk.job", job_id=found.id))


def _to_workbench(set_id: str) -> Response:
    address = url_for("desk.workbench", set_id=set_id)
    if "HX-Request" in request.headers:
        return Response(status=204, headers={"HX-Redirect": address})
    return redirect(address)


def _require_teacher() -> None:
    if not actor().teaches:
        raise QuizappError("forbidden", "only a teacher may add an article")


def _new_page(error: str | None = None, **forms: FlaskForm) -> str:
    shown = {"paste": PasteForm, "file": FileForm, "address": AddressForm}
    filled = {name: forms.get(name) or form(formdata=None) for name, form in shown.items()}
    return render_template("desk/new.html", error=error, tried=next(iter(forms), None), **filled)


def _kept(read: Callable[[], Draft], **forms: FlaskForm) -> Page:
    """Read and keep a draft; what cannot be read is told beside the form, with what was typed."""
    try:
        draft = read()
    except QuizappError as error:
        status, message = told(error.code)
        return _new_page(error=message, **forms), status
    with site().database.unit() as unit:
        set_id = authoring.save_draft(unit, draft=draft, actor=actor(), now=now())
    return redirect(url_for("desk.text", set_id=set_id))
