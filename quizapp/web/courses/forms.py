"""Forms of courses and assignments."""

from collections.abc import Sequence

from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, IntegerField, SelectField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined] # newer than its stubs
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from quizapp.services.teaching import Course
from quizapp.web.i18n import lazy_gettext as _

FEEDBACK = (
    SelectChoice("at_once", _("after each answer")),
    SelectChoice("at_end", _("at the end of the quiz")),
    SelectChoice("after_due", _("after the due date")),
)


class CourseForm(FlaskForm):  # type: ignore[misc]
    """A new course."""

    title = StringField(
        _("Name of the course"), [InputRequired(_("Name the course first.")), Length(max=200)]
    )


class AssignForm(FlaskForm):  # type: ignore[misc]
    """A quiz given to a course."""

    course = SelectField(_("Course"), [InputRequired(_("Choose a course."))], coerce=int)
    due_on = DateField(_("Due date"), [Optional()])
    attempts = IntegerField(_("Attempts"), [Optional(), NumberRange(1, 100)])
    feedback = SelectField(_("Corrections are shown"), choices=list(FEEDBACK))
    shuffle = BooleanField(_("Shuffle questions and options"))
    from_memory = BooleanField(_("From memory: the article is hidden"))


class JoinForm(FlaskForm):  # type: ignore[misc]
    """A learner who has a code."""

    code = StringField(
        _("Code of the course"), [InputRequired(_("Type the code first.")), Length(max=20)]
    )
    nickname = StringField(
        _("Your nickname"), [InputRequired(_("Choose a nickname.")), Length(max=40)]
    )


class NicknameForm(FlaskForm):  # type: ignore[misc]
    """Another name for a learner."""

    nickname = StringField(_("Nickname"), [InputRequired(), Length(max=40)])


def course_choices(courses: Sequence[Course]) -> list[SelectChoice]:
    """Courses as options of `AssignForm.course`."""
    return [SelectChoice(course.id, course.title) for course in courses]
