"""Questions in Moodle's terms, before they are written as GIFT or XML."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizapp.export.left_out import LeftOut
from quizapp.model import (
    Article,
    Choice,
    Cloze,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numeric,
    Ordering,
    Question,
    ShortAnswer,
    StudySet,
    TrueFalse,
)

MOST_WEIGHTS = 10
"""Moodle knows the fractions 1/1 to 1/10 of a mark and refuses others."""
_PLAIN = str.maketrans({"’": "'", "\u202f": " ", "\u00a0": " "})


@dataclass(frozen=True)
class Option:
    """One answer to choose; `percent` is its share of the mark."""

    text: str
    percent: float
    feedback: str = ""


@dataclass(frozen=True)
class Selection:
    """multichoice; several answers when not `single`."""

    options: tuple[Option, ...]
    single: bool


@dataclass(frozen=True)
class Truth:
    """truefalse; `feedback` is what both answers are told."""

    right: bool
    feedback: str


@dataclass(frozen=True)
class Typed:
    """shortanswer."""

    accepted: tuple[str, ...]


@dataclass(frozen=True)
class Number:
    """numerical."""

    value: float


@dataclass(frozen=True)
class Gaps:
    """cloze: accepted answers for each gap of the prompt."""

    accepted: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Pairs:
    """matching; an empty left side is a wrong answer more."""

    pairs: tuple[tuple[str, str], ...]


Answer = Selection | Truth | Typed | Number | Gaps | Pairs


@dataclass(frozen=True)
class Item:
    """A question of Moodle's bank. `passage` is the text that proves the key."""

    id: str
    name: str
    prompt: str
    answer: Answer
    passage: str


def items(
    study_set: StudySet, questions: Sequence[Question]
) -> tuple[tuple[Item, ...], tuple[LeftOut, ...]]:
    """The questions that Moodle can ask, in their order, and those that it cannot."""
    asked: list[Item] = []
    left_out: list[LeftOut] = []
    for question in questions:
        answer = _answer(question)
        if isinstance(answer, str):
            left_out.append(LeftOut(f"{study_set.id}/{question.id}", answer))
            continue
        name = f"{len(asked) + 1:02d} {question.prompt}"
        passage = _passage(study_set.article, question)
        asked.append(Item(question.id, name[:80], _prompt(question), answer, passage))
    return tuple(asked), tuple(left_out)


def asked(study_set: StudySet) -> tuple[Question, ...]:
    """The questions of a study set that nobody rejected."""
    return tuple(q for q in study_set.questions if q.status != "rejected")


def _prompt(question: Question) -> str:
    if not isinstance(question, Cloze) or not question.choices:
        return question.prompt
    bank = " · ".join(choice.text for choice in question.choices)
    return f"{question.prompt} (mots à placer\u202f: {bank})"


def _passage(article: Article, question: Question) -> str:
    stretches = (f"«\u202f{evidence.text}\u202f»" for evidence in question.evidence)
    return f"{article.title}\u202f: {' […] '.join(stretches)}" if question.evidence else ""


def _answer(question: Question) -> Answer | str:
    """The answer, or in French why Moodle has none of that form."""
    form = _FORMS.get(question.kind)
    return form(question) if form else "Moodle n’a pas de question sur une carte."


def _multiple_choice(question: MultipleChoice) -> Answer | str:
    return _selection(question.choices, single=True)


def _multiple_response(question: MultipleResponse) -> Answer | str:
    return _selection(question.choices, single=False)


def _true_false(question: TrueFalse) -> Answer | str:
    if len(question.choices) > 2:
        return _selection(question.choices, single=True)
    return Truth(question.answer == "vrai", _rationales(question.choices))


def _short_answer(question: ShortAnswer) -> Answer:
    return Typed(_spellings([question.answer, *question.accepted]))


def _numeric(question: Numeric) -> Answer:
    return Number(question.answer.value)


def _cloze(question: Cloze) -> Answer:
    return Gaps(tuple(_spellings(accepted) for accepted in question.answer))


def _selection(choices: Sequence[Choice], *, single: bool) -> Answer | str:
    right = sum(choice.correct for choice in choices)
    wrong = len(choices) - right
    if max(right, wrong) > MOST_WEIGHTS:
        return "Moodle ne sait pas noter autant d’options."
    penalty = 0 if single or not wrong else -100 / wrong
    return Selection(
        tuple(
            Option(c.text, 100 / right if c.correct else penalty, c.rationale or "")
            for c in choices
        ),
        single=single,
    )


def _matching(question: Matching) -> Answer | str:
    rights = {right for _, right in question.answer}
    wrong = [choice.text for choice in question.choices if choice.text not in rights]
    if len(rights) + len(wrong) < 3:
        return "Moodle demande au moins trois réponses à associer."
    return Pairs((*question.answer, *(("", text) for text in wrong)))


def _ordering(question: Ordering) -> Answer | str:
    """Each text with its rank: an association works in every Moodle, ordering in few."""
    if len(question.answer) < 3:
        return "Moodle demande au moins trois réponses à associer."
    ranks = {text: str(rank) for rank, text in enumerate(question.answer, start=1)}
    return Pairs(tuple((choice.text, ranks[choice.text]) for choice in question.choices))


def _rationales(choices: Iterable[Choice]) -> str:
    return " ".join(dict.fromkeys(c.rationale for c in choices if c.rationale))


def _spellings(accepted: Iterable[str]) -> tuple[str, ...]:
    """Each also with the apostrophe and spaces of a keyboard, which Moodle tells apart."""
    return tuple(dict.fromkeys(s for text in accepted for s in (text, text.translate(_PLAIN))))


_FORMS: Mapping[str, Callable[..., Answer | str]] = {
    "multiple_choice": _multiple_choice,
    "multiple_response": _multiple_response,
    "true_false": _true_false,
    "short_answer": _short_answer,
    "numeric": _numeric,
    "cloze": _cloze,
    "matching": _matching,
    "ordering": _ordering,
}
