"""Arranged answers: matching, ordering."""

from collections import Counter
from collections.abc import Collection
from itertools import combinations

from quizapp.french.typography import normalise
from quizapp.model import Matching, Ordering, PairsResponse, TextsResponse
from quizapp.study.grading.mark import Mark, Part, in_parts, wrong


def _same(text: str) -> str:
    return " ".join(normalise(text).split())


def grade_matching(question: Matching, response: PairsResponse, known: Collection[str]) -> Mark:
    """The share of right pairs; a left-hand side that is paired twice is not right."""
    given = {_same(left): right for left, right in response.pairs}
    times = Counter(_same(left) for left, _ in response.pairs)
    parts = []
    for left, right in question.answer:
        chosen = given.get(_same(left), "")
        right_one = times[_same(left)] == 1 and _same(chosen) == _same(right)
        parts.append(Part(given=chosen, expected=right, correct=right_one))
    return in_parts(parts, question.key_text)


def grade_ordering(question: Ordering, response: TextsResponse, known: Collection[str]) -> Mark:
    """Kendall's tau, never below 0: each pair in the right order counts for it, each in the wrong
    order against it."""
    given = [_same(text) for text in response.texts]
    expected = [_same(text) for text in question.answer]
    if sorted(given) != sorted(expected) or len(set(expected)) < len(expected):
        return wrong(question.key_text)
    ranks = [expected.index(text) for text in given]
    pairs = list(combinations(ranks, 2))
    kept = sum(first < second for first, second in pairs)
    return Mark(
        score=max(0.0, (2 * kept - len(pairs)) / len(pairs)),
        correct=given == expected,
        accepted_form=question.key_text,
        parts=tuple(
            Part(given=response.texts[n], expected=text, correct=given[n] == expected[n])
            for n, text in enumerate(question.answer)
        ),
    )
