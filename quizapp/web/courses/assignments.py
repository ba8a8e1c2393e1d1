"""Quizzes given to courses, and what came of them."""

from flask import flash, make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response

from quizapp.export.csv import render as render_csv
from quizapp.services import teaching
from quizapp.web.courses.blueprint import courses
from quizapp.web.courses.forms import AssignForm, CourseForm, course_choices
from quizapp.web.i18n import gettext as _
from quizapp.web.site import now, site
from quizapp.web.visitors import actor


@courses.get("/quizzes/<int:quiz_id>/assign")
def choose(quiz_id: int) -> str:
    return render_template(
        "courses/assign.html", quiz_id=quiz_id, form=_form(), new=CourseForm(formdata=None)
    )


@courses.post("/quizzes/<int:quiz_id>/assign")
def assign(quiz_id: int) -> Response | tuple[str, int]:
    form = _form()
    if not form.validate_on_submit():
        new = CourseForm(formdata=None)
        return render_template("courses/assign.html", quiz_id=quiz_id, form=form, new=new), 400
    with site().database.unit() as unit:
        made = teaching.assign(
            unit,
            course_id=form.course.data,
            quiz_id=quiz_id,
            terms=teaching.Terms(
                due_on=form.due_on.data,
                attempts=form.attempts.data,
                feedback=form.feedback.data,
                shuffle=form.shuffle.data,
                from_memory=form.from_memory.data,
            ),
            actor=actor(),
            now=now(),
        )
    flash(_("The quiz is assigned."), "success")
    return redirect(url_for("courses.course", course_id=made.course_id))


@courses.get("/assignments/<int:assignment_id>")
def grid(assignment_id: int) -> str:
    return render_template("courses/grid.html", grid=_grid(assignment_id))


@courses.get("/assignments/<int:assignment_id>/learners/<int:user_id>")
def answers(assignment_id: int, user_id: int) -> str:
    with site().database.unit(write=False) as unit:
        found = teaching.answers(unit, assignment_id=assignment_id, user_id=user_id, actor=actor())
    return render_template("courses/answers.html", answers=found)


@courses.get("/assignments/<int:assignment_id>/results.csv")
def grid_csv(assignment_id: int) -> Response:
    found = _grid(assignment_id)
    header, *rows = teaching.grid_rows(found)
    response = make_response(render_csv(header, rows))
    response.headers["Content-Type"] = "text/csv; charset=utf-8"
    name = f"quizapp-{assignment_id}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@courses.post("/assignments/<int:assignment_id>/delete")
def unassign(assignment_id: int) -> Response:
    course_id = _grid(assignment_id).assignment.course_id
    with site().database.unit() as unit:
        teaching.unassign(unit, assignment_id=assignment_id, actor=actor())
    flash(_("The assignment is deleted."), "success")
    return redirect(url_for("courses.course", course_id=course_id))


def _grid(assignment_id: int) -> teaching.Grid:
    with site().database.unit(write=False) as unit:
        return teaching.grid(unit, assignment_id=assignment_id, actor=actor())


def _form() -> AssignForm:
    with site().database.unit(write=False) as unit:
        found = teaching.courses(unit, actor=actor())
    form = AssignForm()
    form.course.choices = course_choices(found)
    return form
