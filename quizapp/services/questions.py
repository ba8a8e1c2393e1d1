"""Questions as learners see them: without key before the answer, with feedback after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from quizapp.model import (
    ChoiceResponse,
    ChoicesResponse,
    Cloze,
    CountryResponse,
    Evidence,
    Level,
    Matching,
    Numeric,
    PairsResponse,
    Question,
    QuestionKind,
    QuizappError,
    Response,
    Skill,
    TextResponse,
    TextsResponse,
    TrueFalse,
)
from quizapp.study.grading import Flag, Mark, Part

_SHAPES: dict[QuestionKind, type[Response]] = {
    "multiple_choice": ChoiceResponse,
    "multiple_response": ChoicesResponse,
    "true_false": ChoiceResponse,
    "short_answer": TextResponse,
    "numeric": TextResponse,
    "cloze": TextsResponse,
    "matching": PairsResponse,
    "ordering": TextsResponse,
    "map": CountryResponse,
}


@dataclass(frozen=True, kw_only=True)
class PublicChoice:
    id: str
    text: str


@dataclass(frozen=True, kw_only=True)
class PublicQuestion:
    """What may be shown before the answer is in.

    `lefts` are the left-hand sides of a matching, `gaps` counts those of a cloze, `unit` belongs
    to a numeric answer, `justification` asks for the sentence that proves a true_false.
    """

    id: str
    kind: QuestionKind
    prompt: str
    choices: tuple[PublicChoice, ...]
    lefts: tuple[str, ...]
    gaps: int
    unit: str | None
    justification: bool
    level: Level
    skill: Skill


@dataclass(frozen=True, kw_only=True)
class Feedback:
    """What is shown after the answer. `correct` means the full score; `right_choices` are choice
    ids; `rationale` belongs to the chosen option, else to the key; `remarked` says that the key
    was corrected after the answer."""

    question_id: str
    kind: QuestionKind
    prompt: str
    response: Response
    score: float
    correct: bool
    parts: tuple[Part, ...]
    flags: tuple[Flag, ...]
    accepted_form: str
    key_text: str
    rationale: str | None
    choices: tuple[PublicChoice, ...]
    right_choices: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    remarked: bool


def parse_response(kind: QuestionKind, data: object) -> Response:
    """A learner's answer from JSON; raises `response-malformed`."""
    try:
        return TypeAdapter(_SHAPES[kind]).validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        message = f"not an answer to a {kind} question: {where} {first['msg']}"
        raise QuizappError("response-malformed", message) from error


def check_shape(question: Question, response: Response) -> None:
    """The response has the shape of the question, and names choices that it offers."""
    if not isinstance(response, _SHAPES[question.kind]):
        raise QuizappError("response-malformed", f"not an answer to a {question.kind} question")
    offered = {choice.id for choice in question.choices}
    if isinstance(response, ChoiceResponse) and response.choice not in offered:
        raise QuizappError("choice-unknown", f"{question.id}: no choice {response.choice}")
    if isinstance(response, ChoicesResponse) and not offered.issuperset(response.choices):
        raise QuizappError("choice-unknown", f"{question.id}: a choice that it does not offer")


def public(question: Question, *, order: Sequence[str] = ()) -> PublicQuestion:
    """The question without its key; `order` holds choice ids, where they were shuffled."""
    return PublicQuestion(
        id=question.id,
        kind=question.kind,
        prompt=question.prompt,
        choices=_choices(question, order),
        lefts=tuple(left for left, _ in question.answer) if isinstance(question, Matching) else (),
        gaps=len(question.answer) if isinstance(question, Cloze) else 0,
        unit=question.answer.unit if isinstance(question, Numeric) else None,
        justification=question.justification if isinstance(question, TrueFalse) else False,
        level=question.level,
        skill=question.skill,
    )


def feedback_on(
    question: Question,
    response: Response,
    mark: Mark,
    *,
    order: Sequence[str] = (),
    remarked: bool = False,
) -> Feedback:
    """`question` in its present version: the key that counts."""
    return Feedback(
        question_id=question.id,
        kind=question.kind,
        prompt=question.prompt,
        response=response,
        score=mark.score,
        correct=mark.correct,
        parts=mark.parts,
        flags=mark.flags,
        accepted_form=mark.accepted_form,
        key_text=question.key_text,
        rationale=rationale(question, response),
        choices=_choices(question, order),
        right_choices=tuple(c.id for c in question.choices if c.correct),
        evidence=question.evidence,
        remarked=remarked,
    )


def rationale(question: Question, response: Response | None) -> str | None:
    """What to say about the chosen option, else about the key."""
    chosen = {response.choice} if isinstance(response, ChoiceResponse) else set()
    picked = [c.rationale for c in question.choices if c.id in chosen and c.rationale]
    of_key = [c.rationale for c in question.choices if c.correct and c.rationale]
    return next(iter(picked + of_key), None)


def _choices(question: Question, order: Sequence[str]) -> tuple[PublicChoice, ...]:
    choices = {c.id: PublicChoice(id=c.id, text=c.text) for c in question.choices}
    if set(order) != set(choices):
        return tuple(choices.values())
    return tuple(choices[choice_id] for choice_id in order)
