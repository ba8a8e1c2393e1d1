"""Item statistics of classical test theory, over first attempts only.

Each function gives None under a minimum number of learners: a figure from five is noise.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from typing import NamedTuple

MINIMUM = 20
"""The least number of first attempts for a figure worth showing."""


class Attempt(NamedTuple):
    """One learner's answer to one question: `at` orders the attempts of the learner."""

    learner: str
    at: int
    score: float
    choice: str | None = None


def first_attempts(attempts: Iterable[Attempt]) -> tuple[Attempt, ...]:
    """The earliest attempt of each learner."""
    firsts: dict[str, Attempt] = {}
    for attempt in attempts:
        known = firsts.get(attempt.learner)
        if known is None or attempt.at < known.at:
            firsts[attempt.learner] = attempt
    return tuple(firsts.values())


def facility(attempts: Iterable[Attempt], *, minimum: int = MINIMUM) -> float | None:
    """Mean score at the first attempt: .30 to .80 is a useful item."""
    firsts = first_attempts(attempts)
    if len(firsts) < max(minimum, 1):
        return None
    return sum(attempt.score for attempt in firsts) / len(firsts)


def point_biserial(
    attempts: Iterable[Attempt], rest: Mapping[str, float], *, minimum: int = MINIMUM
) -> float | None:
    """Correlation of the item with the learner's score on the *other* items (`rest`): .20 or more
    tells strong learners from weak. None also where everybody scored the same."""
    pairs = [(a.score, rest[a.learner]) for a in first_attempts(attempts) if a.learner in rest]
    if len(pairs) < max(minimum, 2):
        return None
    return _correlation([score for score, _ in pairs], [total for _, total in pairs])


def choice_shares(
    attempts: Iterable[Attempt], choices: Iterable[str], *, minimum: int = MINIMUM
) -> dict[str, float] | None:
    """The share of first attempts that picked each choice: a distractor under .05 does nothing."""
    firsts = first_attempts(attempts)
    if len(firsts) < max(minimum, 1):
        return None
    picked = Counter(attempt.choice for attempt in firsts)
    return {choice: picked[choice] / len(firsts) for choice in choices}


def _correlation(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread_x = sqrt(sum((x - mean_x) ** 2 for x in xs))
    spread_y = sqrt(sum((y - mean_y) ** 2 for y in ys))
    if spread_x == 0 or spread_y == 0:
        return None
    together = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return max(-1.0, min(1.0, together / (spread_x * spread_y)))
