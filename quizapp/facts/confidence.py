"""How likely a fact is right and complete."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations
from pathlib import Path

ACCEPTED = 0.8
"""Facts at or above this confidence are accepted without a person: of the candidates of held-back
articles that reach it, 91 % were right and complete and 4 % wrong (`make train-confidence`)."""

_WEIGHTS = Path(__file__).with_name("confidence.json")
"""Written by `make train-confidence`."""


RARE = "rare"
"""Stands for every feature of which too few facts were judged: they are odd, each in its way."""


@dataclass(frozen=True)
class Model:
    """A logistic model of what was observed; `a+b` weighs when both `a` and `b` were."""

    intercept: float
    weights: Mapping[str, float]

    def probability(self, features: frozenset[str]) -> float:
        """Between 0 and 1; features without a weight weigh, all together, as one that is rare."""
        told = features if features <= self.weights.keys() else features | {RARE}
        single = sum(self.weights.get(name, 0.0) for name in sorted(told))
        paired = sum(w for a in sorted(told) for b, w in self._pairs.get(a, ()) if b in told)
        return 1 / (1 + math.exp(-(self.intercept + single + paired)))

    @cached_property
    def _pairs(self) -> dict[str, list[tuple[str, float]]]:
        """The weights of `a+b`, under `a`."""
        found: dict[str, list[tuple[str, float]]] = {}
        for name, weight in self.weights.items():
            first, plus, second = name.partition("+")
            if plus:
                found.setdefault(first, []).append((second, weight))
        return found


def terms(features: frozenset[str]) -> list[str]:
    """The features, and each two of them as `a+b` in alphabetical order."""
    ordered = sorted(features)
    return [*ordered, *(f"{a}+{b}" for a, b in combinations(ordered, 2))]


def confidence_of(features: frozenset[str]) -> float:
    """The probability, by the weights that come with the code, to three decimals."""
    return round(_model().probability(features), 3)


@cache
def _model() -> Model:
    data = json.loads(_WEIGHTS.read_text(encoding="utf-8"))
    return Model(intercept=data["intercept"], weights=data["weights"])
