"""How well probabilities fit what came true."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

BINS = 10


@dataclass(frozen=True)
class Bin:
    """Forecasts of about the same probability, and how many of them came true."""

    size: int
    predicted: float
    observed: float


@dataclass(frozen=True)
class Cut:
    """What would be accepted at a threshold."""

    threshold: float
    accepted: int
    right: float
    wrong: float


def bins_of(predicted: Sequence[float], came_true: Sequence[bool], bins: int = BINS) -> list[Bin]:
    """In `bins` groups of equal size, give or take one, by rising probability; ties keep order."""
    pairs = sorted(zip(predicted, came_true, strict=True), key=lambda pair: pair[0])
    edges = [round(len(pairs) * i / bins) for i in range(bins + 1)]
    groups = [pairs[a:b] for a, b in pairwise(edges) if b > a]
    return [
        Bin(
            size=len(group),
            predicted=sum(p for p, _ in group) / len(group),
            observed=sum(true for _, true in group) / len(group),
        )
        for group in groups
    ]


def expected_calibration_error(bins: Sequence[Bin]) -> float:
    """The mean distance between what was predicted and what was observed, by size of bin."""
    total = sum(one.size for one in bins)
    return sum(one.size * abs(one.predicted - one.observed) for one in bins) / total


def log_loss(predicted: Sequence[float], came_true: Sequence[bool]) -> float:
    """Nats per forecast; 0 for a seer."""
    pairs = zip(predicted, came_true, strict=True)
    return -sum(math.log(p if true else 1 - p) for p, true in pairs) / len(predicted)


def cuts_of(
    predicted: Sequence[float], verdicts: Sequence[str], thresholds: Sequence[float]
) -> list[Cut]:
    """For each threshold the share of right and of wrong facts at or above it."""
    return [_cut(threshold, [v for p, v in zip(predicted, verdicts, strict=True) if p >= threshold])
            for threshold in thresholds]  # fmt: skip


def _cut(threshold: float, verdicts: Sequence[str]) -> Cut:
    size = max(len(verdicts), 1)
    return Cut(
        threshold=threshold,
        accepted=len(verdicts),
        right=verdicts.count("right") / size,
        wrong=verdicts.count("wrong") / size,
    )


def suggest(cuts: Sequence[Cut], *, right: float, wrong: float) -> Cut | None:
    """The lowest threshold at which enough of what is accepted is right and little is wrong."""
    kept = (cut for cut in cuts if cut.accepted and cut.right >= right and cut.wrong <= wrong)
    return min(kept, key=lambda cut: cut.threshold, default=None)
