"""Chosen answers: multiple_choice, multiple_response, true_false, map."""

from collections.abc import Collection

from quizapp.french.typography import locate
from quizapp.model import (
    ChoiceResponse,
    ChoicesResponse,
    CountryResponse,
    MapQuestion,
    MultipleChoice,
    MultipleResponse,
    TrueFalse,
)
from quizapp.study.grading.mark import Mark, Part, right, wrong

_SHORTEST_QUOTE = 3
_LONGEST_QUOTE = 3


def grade_multiple_choice(
    question: MultipleChoice, response: ChoiceResponse, known: Collection[str]
) -> Mark:
    mark = right if response.choice == question.answer else wrong
    return mark(question.key_text)


def grade_multiple_response(
    question: MultipleResponse, response: ChoicesResponse, known: Collection[str]
) -> Mark:
    """Each wrong option that is ticked costs one right one."""
    ticked, keys = set(response.choices), set(question.answer)
    offered = {choice.id for choice in question.choices}
    parts = tuple(
        Part(
            given="x" if choice.id in ticked else "",
            expected="x" if choice.correct else "",
            correct=(choice.id in ticked) == choice.correct,
        )
        for choice in question.choices
    )
    score = max(0, len(ticked & keys) - len(ticked - keys)) / len(keys)
    correct = ticked == keys and ticked <= offered
    return Mark(score=score, correct=correct, accepted_form=question.key_text, parts=parts)


def grade_true_false(question: TrueFalse, response: ChoiceResponse, known: Collection[str]) -> Mark:
    """Where a justification is asked for, marks only if answer and quotation are both right."""
    if response.choice != question.answer.replace(" ", "-"):
        return wrong(question.key_text)
    wanted = question.justification and question.evidence
    if wanted and not _proves(response.quote or "", question):
        return wrong(question.key_text, "quote-wrong")
    return right(question.key_text)


def _proves(quote: str, question: TrueFalse) -> bool:
    """The quotation stands in the evidence, or holds it without being the whole article."""
    for evidence in question.evidence:
        inside = len(quote.split()) >= _SHORTEST_QUOTE and locate(quote, evidence.text)
        around = len(quote) <= _LONGEST_QUOTE * len(evidence.text) and locate(evidence.text, quote)
        if inside or around:
            return True
    return False


def grade_map(question: MapQuestion, response: CountryResponse, known: Collection[str]) -> Mark:
    mark = right if response.country.strip().upper() == question.answer else wrong
    return mark(question.key_text)
