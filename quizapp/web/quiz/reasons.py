"""Why somebody flags a question."""

from typing import Final, Literal, get_args

from quizapp.model import QuizappError
from quizapp.web.i18n import lazy_gettext as _

Reason = Literal["wrong-key", "unclear", "two-answers", "language", "other"]

REASONS: Final = {
    "wrong-key": _("The answer given as right is wrong"),
    "two-answers": _("More than one answer is right"),
    "unclear": _("The question is unclear"),
    "language": _("The French is not right"),
    "other": _("Something else"),
}


def read_reason(text: str) -> Reason:
    """The reason a form names, or an error."""
    for reason in get_args(Reason):
        if text == reason:
            return reason  # type: ignore[no-any-return]
    raise QuizappError("reason-unknown", f"{text!r} is no reason to flag a question")
