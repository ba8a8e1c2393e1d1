"""What a question's form sends, as the JSON of a response: one reader a kind."""

from collections.abc import Callable
from typing import Final, cast

from werkzeug.datastructures import MultiDict

from quizapp.model import QuestionKind, QuizappError, Response
from quizapp.services import taking

Form = MultiDict[str, str]


def read_response(form: Form) -> Response:
    """The response in a submitted form; its hidden field `kind` says which shape."""
    kind = form.get("kind", "")
    if kind not in READERS:
        raise QuizappError("response-malformed", f"no question is of the kind {kind!r}")
    return taking.parse_response(cast("QuestionKind", kind), READERS[kind](form))


def _choice(form: Form) -> dict[str, object]:
    return {"choice": _needed(form.get("choice"))}


def _true_false(form: Form) -> dict[str, object]:
    return _choice(form) | {"quote": form.get("quote") or None}


def _choices(form: Form) -> dict[str, object]:
    chosen = form.getlist("choice")
    _needed("".join(chosen))
    return {"choices": chosen}


def _text(form: Form) -> dict[str, object]:
    return {"text": _needed(form.get("text"))}


def _gaps(form: Form) -> dict[str, object]:
    texts = [text.strip() for text in form.getlist("gap")]
    _needed("".join(texts))
    return {"texts": texts}


def _pairs(form: Form) -> dict[str, object]:
    rights = form.getlist("right")
    for right in rights:
        _needed(right)
    return {"pairs": list(zip(form.getlist("left"), rights, strict=False))}


def _order(form: Form) -> dict[str, object]:
    """Each item comes with its place, from 1."""
    places, items = form.getlist("place"), form.getlist("item")
    if sorted(places) != sorted(str(n) for n in range(1, len(items) + 1)):
        raise QuizappError("places-repeated", "two items have one place")
    placed = sorted(zip(places, items, strict=True), key=lambda pair: int(pair[0]))
    return {"texts": [item for _, item in placed]}


def _country(form: Form) -> dict[str, object]:
    return {"country": _needed(form.get("country"))}


def _needed(text: str | None) -> str:
    if text is None or not text.strip():
        raise QuizappError("response-empty", "there is no answer to check")
    return text.strip()


READERS: Final[dict[str, Callable[[Form], dict[str, object]]]] = {
    "multiple_choice": _choice,
    "multiple_response": _choices,
    "true_false": _true_false,
    "short_answer": _text,
    "numeric": _text,
    "cloze": _gaps,
    "matching": _pairs,
    "ordering": _order,
    "map": _country,
}
"""A new kind of question has its line here and its template in `kinds/`."""
