"""Learners come by a code and a nickname, and come back by their own link."""

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.model import QuizappError
from quizapp.services import teaching
from quizapp.web.courses.blueprint import courses
from quizapp.web.courses.forms import JoinForm
from quizapp.web.limits import CROWD, JOIN, failed, limiter
from quizapp.web.messages import told
from quizapp.web.preferences import current_language
from quizapp.web.site import now, site
from quizapp.web.visitors import actor, remember_guest, visitor


@courses.get("/join")
def join() -> str:
    form = JoinForm(formdata=None, code=request.args.get("code", ""))
    return render_template("courses/join.html", form=form, error=None)


@courses.post("/join")
@limiter.limit(CROWD)
@limiter.limit(JOIN, deduct_when=failed)
def joined() -> str | tuple[str, int]:
    form = JoinForm()
    if not form.validate_on_submit():
        return render_template("courses/join.html", form=form, error=None), 400
    try:
        with site().database.unit() as unit:
            found = teaching.join(
                unit,
                join_code=form.code.data or "",
                nickname=form.nickname.data or "",
                actor=actor(),
                language=current_language(),
                now=now(),
            )
    except QuizappError as error:
        status, message = told(error.code)
        return render_template("courses/join.html", form=form, error=message), status
    if visitor() is None:
        remember_guest(found.user)
    link = url_for("courses.return_by_link", token=found.token, _external=True)
    return render_template("courses/joined.html", joined=found, link=link)


@courses.get("/return/<token>")
@limiter.limit(CROWD)
@limiter.limit(JOIN, deduct_when=failed)
def return_by_link(token: str) -> Response:
    """Whoever is signed in stays so: her next sign-in would take the learner's work over."""
    with site().database.unit() as unit:
        user = teaching.return_by_link(unit, token=token, now=now())
    known = visitor()
    if known is None or known.guest:
        remember_guest(user)
    return redirect(url_for("library.index"))


def chosen_id(field: str) -> int:
    """A number that a form field holds; a page that sent none is refused."""
    value = request.form.get(field, type=int)
    if value is None:
        abort(400)
    return value
