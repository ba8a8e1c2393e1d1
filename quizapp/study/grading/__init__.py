"""Marks a response. Pure and total: a response of another shape than the question's scores 0."""

from collections.abc import Callable, Collection
from typing import Any

from quizapp.model import (
    ChoiceResponse,
    ChoicesResponse,
    CountryResponse,
    PairsResponse,
    Question,
    QuestionKind,
    Response,
    TextResponse,
    TextsResponse,
)
from quizapp.study.grading.arranged import grade_matching, grade_ordering
from quizapp.study.grading.chosen import (
    grade_map,
    grade_multiple_choice,
    grade_multiple_response,
    grade_true_false,
)
from quizapp.study.grading.mark import Flag, Mark, Part, wrong
from quizapp.study.grading.typed import grade_cloze, grade_numeric, grade_short_answer

__all__ = ["Flag", "Mark", "Part", "grade"]

_Grader = Callable[[Any, Any, Collection[str]], Mark]

_GRADERS: dict[QuestionKind, tuple[type[Response], _Grader]] = {
    "multiple_choice": (ChoiceResponse, grade_multiple_choice),
    "multiple_response": (ChoicesResponse, grade_multiple_response),
    "true_false": (ChoiceResponse, grade_true_false),
    "short_answer": (TextResponse, grade_short_answer),
    "numeric": (TextResponse, grade_numeric),
    "cloze": (TextsResponse, grade_cloze),
    "matching": (PairsResponse, grade_matching),
    "ordering": (TextsResponse, grade_ordering),
    "map": (CountryResponse, grade_map),
}


def grade(question: Question, response: Response, *, known: Collection[str] = ()) -> Mark:
    """The mark of one response.

    `known` holds names and words that are right elsewhere (the other entities of the study set):
    no typo is forgiven that makes one of them.
    """
    shape, grader = _GRADERS[question.kind]
    if not isinstance(response, shape):
        return wrong(question.key_text)
    return grader(question, response, known)
