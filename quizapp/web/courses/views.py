"""Courses of a teacher: learners, assignments, results."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.model import QuizappError
from quizapp.services import teaching
from quizapp.services.teaching import CoursePage, Learner
from quizapp.web.courses import assignments, joining
from quizapp.web.courses.blueprint import courses
from quizapp.web.courses.forms import CourseForm, NicknameForm
from quizapp.web.i18n import current_timezone
from quizapp.web.i18n import gettext as _
from quizapp.web.site import now, site
from quizapp.web.visitors import actor

__all__ = ["assignments", "courses", "joining"]


@courses.get("/courses")
def index() -> str:
    with site().database.unit(write=False) as unit:
        found = teaching.courses(unit, actor=actor())
    return render_template("courses/index.html", courses=found, form=CourseForm(formdata=None))


@courses.post("/courses")
def create() -> Response | tuple[str, int]:
    form = CourseForm()
    if not form.validate_on_submit():
        with site().database.unit(write=False) as unit:
            found = teaching.courses(unit, actor=actor())
        return render_template("courses/index.html", courses=found, form=form), 400
    with site().database.unit() as unit:
        made = teaching.create_course(
            unit,
            title=form.title.data or "",
            timezone=current_timezone(),
            actor=actor(),
            now=now(),
        )
    waiting = request.form.get("quiz", type=int)
    if waiting is not None:
        return redirect(url_for("courses.choose", quiz_id=waiting))
    return redirect(url_for("courses.course", course_id=made.id))


@courses.get("/courses/<int:course_id>")
def course(course_id: int) -> str:
    return render_template("courses/course.html", page=_page(course_id))


@courses.post("/courses/<int:course_id>/code")
def renew_code(course_id: int) -> Response:
    with site().database.unit() as unit:
        teaching.renew_join_code(unit, course_id=course_id, actor=actor())
    flash(_("The old code no longer works."), "success")
    return redirect(url_for("courses.course", course_id=course_id))


@courses.get("/courses/<int:course_id>/learners/<int:user_id>")
def learner(course_id: int, user_id: int) -> str:
    page = _page(course_id)
    found = _learner(page, user_id)
    form = NicknameForm(formdata=None, nickname=found.nickname)
    return render_template("courses/learner.html", page=page, learner=found, form=form)


@courses.post("/courses/<int:course_id>/learners/<int:user_id>/rename")
def rename(course_id: int, user_id: int) -> Response:
    with site().database.unit() as unit:
        teaching.rename_learner(
            unit,
            course_id=course_id,
            user_id=user_id,
            nickname=NicknameForm().nickname.data or "",
            actor=actor(),
        )
    return redirect(url_for("courses.course", course_id=course_id))


@courses.post("/courses/<int:course_id>/learners/<int:user_id>/link")
def reissue(course_id: int, user_id: int) -> str:
    with site().database.unit() as unit:
        token = teaching.reissue_link(unit, course_id=course_id, user_id=user_id, actor=actor())
    page = _page(course_id)
    link = url_for("courses.return_by_link", token=token, _external=True)
    found = _learner(page, user_id)
    return render_template("courses/link.html", page=page, learner=found, link=link)


@courses.post("/courses/<int:course_id>/learners/<int:user_id>/merge")
def merge(course_id: int, user_id: int) -> Response:
    with site().database.unit() as unit:
        teaching.merge_learners(
            unit,
            course_id=course_id,
            user_id=user_id,
            into=joining.chosen_id("into"),
            actor=actor(),
            now=now(),
        )
    flash(_("Their work is now one."), "success")
    return redirect(url_for("courses.course", course_id=course_id))


@courses.post("/courses/<int:course_id>/learners/<int:user_id>/remove")
def remove(course_id: int, user_id: int) -> Response:
    with site().database.unit() as unit:
        teaching.remove_learner(unit, course_id=course_id, user_id=user_id, actor=actor())
    flash(_("The learner left the course."), "success")
    return redirect(url_for("courses.course", course_id=course_id))


def _page(course_id: int) -> CoursePage:
    with site().database.unit(write=False) as unit:
        return teaching.course(unit, course_id=course_id, actor=actor())


def _learner(page: CoursePage, user_id: int) -> Learner:
    for found in page.learners:
        if found.user_id == user_id:
            return found
    raise QuizappError("learner-unknown", f"{user_id} is not in course {page.course.id}")
