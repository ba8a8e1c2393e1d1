"""An answer and a score, in words."""

from typing import Any

from quizapp.model import (
    ChoiceResponse,
    ChoicesResponse,
    CountryResponse,
    PairsResponse,
    Response,
    TextResponse,
    TextsResponse,
)
from quizapp.services.taking import Feedback
from quizapp.web.i18n import lazy_gettext as _
from quizapp.web.site import site

_PRAISE = (
    (1.0, _("Everything right!")),
    (0.8, _("Very good")),
    (0.6, _("Good, with some points to review")),
    (0.4, _("Half of it is there")),
    (0.0, _("A text to read again")),
)

FLAGS = {
    "accent-missing": _("Mind the accents: see how it is written."),
    "typo": _("A slip of the pen, forgiven: see how it is written."),
    "quote-wrong": _("The verdict is right, but the sentence you copied does not prove it."),
    "other-unit": _("Mind the unit."),
    "unreadable-number": _("This could not be read as a number."),
}


def praise(score: float) -> Any:
    """The score in words."""
    return next(text for least, text in _PRAISE if score >= least)


def chosen_choices(response: Response) -> frozenset[str]:
    """The ids of the options that were ticked."""
    match response:
        case ChoiceResponse(choice=choice):
            return frozenset((choice,))
        case ChoicesResponse(choices=choices):
            return frozenset(choices)
        case _:
            return frozenset()


def answered(feedback: Feedback) -> str:
    """What was answered, as one would say it."""
    response = feedback.response
    match response:
        case TextResponse(text=text):
            return text
        case TextsResponse(texts=texts):
            return " ; ".join(text or "…" for text in texts)
        case PairsResponse(pairs=pairs):
            return " ; ".join(f"{left} : {right}" for left, right in pairs)
        case CountryResponse(country=country):
            record = site().resources.world.get(country)
            return record.name if record else country
        case ChoiceResponse() | ChoicesResponse():
            chosen = chosen_choices(response)
            return " ; ".join(c.text for c in feedback.choices if c.id in chosen)


def labels(feedback: Feedback) -> tuple[str, ...]:
    """What stands before each part of an answer: the left-hand sides, the places, nothing."""
    if isinstance(feedback.response, PairsResponse):
        return tuple(left for left, _right in feedback.response.pairs)
    if feedback.kind == "ordering":
        return tuple(f"{place}." for place in range(1, len(feedback.parts) + 1))
    return ()
