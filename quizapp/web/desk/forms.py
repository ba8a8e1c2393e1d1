"""Forms of the teacher's desk."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import DateField, StringField, TextAreaField, URLField
from wtforms.validators import InputRequired, Length, Optional

from quizapp.web.i18n import lazy_gettext as _

_TITLE = Length(max=300)


class PasteForm(FlaskForm):  # type: ignore[misc]
    """A text typed or pasted."""

    title = StringField(_("Title"), [_TITLE])
    text = TextAreaField(_("Text of the article"), [InputRequired(_("Paste the text first."))])
    source = StringField(_("Source"), [Length(max=500)])
    published_on = DateField(_("Publication date"), [Optional()])


class FileForm(FlaskForm):  # type: ignore[misc]
    """A text, PDF or DOCX file."""

    file = FileField(_("File"), [FileRequired(_("Choose a file first."))])


class AddressForm(FlaskForm):  # type: ignore[misc]
    """A page of the public web."""

    url = URLField(
        _("Address of the page"),
        [InputRequired(_("Give the address first.")), Length(max=2000)],
    )


class TextForm(FlaskForm):  # type: ignore[misc]
    """The text that was read, before its analysis."""

    title = StringField(_("Title"), [InputRequired(_("An article needs a title.")), _TITLE])
    text = TextAreaField(_("Text"), [InputRequired(_("There is no text left."))])
    published_on = DateField(_("Publication date"), [Optional()])


class FactForm(FlaskForm):  # type: ignore[misc]
    """A fact as a labelled clause."""

    clause = TextAreaField(_("Sentence with its segments"), [InputRequired(), Length(max=4000)])


class QuizForm(FlaskForm):  # type: ignore[misc]
    """A quiz: its questions come as places beside them."""

    title = StringField(_("Title of the quiz"), [_TITLE])
