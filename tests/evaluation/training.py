"""`python -m tests.evaluation.training`: labels → the weights of confidence.

A logistic model with an L2 penalty: one weight a feature, and one for each pair of features that
the data ask for. Folds are by article, so that no statement is judged by its neighbours.
"""

import json
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import quizapp.facts
from quizapp.facts.confidence import RARE, Model, terms
from tests.evaluation.calibration import bins_of, cuts_of, expected_calibration_error, log_loss
from tests.evaluation.calibration import suggest as suggested
from tests.evaluation.verdicts import Label, read_labels

WEIGHTS = Path(quizapp.facts.__path__[0]) / "confidence.json"
FOLDS = 10
PENALTIES = (0.3, 1.0, 3.0, 10.0)
"""Strengths of L2 that are tried; the one with the least loss on held-back articles is taken."""
THRESHOLDS = tuple(round(0.4 + 0.025 * i, 3) for i in range(24))
_FEWEST = 5
"""A feature seen less often shares the weight of all that are rare."""
_FEWEST_PAIRS = 20
_ASKED_FOR = 12.0
"""The score statistic (chi-square, one degree) from which a pair gets a weight: p < 0.001."""
_MOST_PAIRS = 12

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class CrossValidation:
    """The probability of each label by a model that saw nothing of its article."""

    labels: tuple[Label, ...]
    predicted: tuple[float, ...]
    penalty: float

    @property
    def came_true(self) -> list[bool]:
        return [label.verdict == "right" for label in self.labels]

    @property
    def verdicts(self) -> list[str]:
        return [label.verdict for label in self.labels]

    @property
    def loss(self) -> float:
        return log_loss(self.predicted, self.came_true)


def fold_of(labels: Sequence[Label], folds: int = FOLDS) -> dict[str, int]:
    """Articles dealt out, the longest first, each to the fold that has least."""
    sizes = Counter(label.seen.article for label in labels)
    loads = [0] * folds
    dealt = {}
    for article, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        fold = loads.index(min(loads))
        dealt[article] = fold
        loads[fold] += size
    return dealt


def fit(labels: Sequence[Label], *, penalty: float) -> Model:
    """The same labels give the same model, whatever their order."""
    ordered = sorted(labels, key=lambda label: label.seen.key)
    true = np.array([label.verdict == "right" for label in ordered], dtype=np.float64)
    counts = Counter(name for label in ordered for name in label.seen.features)
    names = sorted(name for name, count in counts.items() if count >= _FEWEST)
    seen = [_terms(label.seen.features, names) for label in ordered]
    names.append(RARE)
    columns = _columns(names, seen)
    weights = _newton(columns, true, penalty)
    pairs = _pairs(names, seen)
    for _ in range(_MOST_PAIRS):
        best = _most_asked_for(pairs, columns, weights, true, seen)
        if best is None:
            break
        names.append(best)
        pairs.remove(best)
        columns = _columns(names, seen)
        weights = _newton(columns, true, penalty)
    rounded = [round(float(w), 4) for w in weights]
    return Model(rounded[0], dict(sorted(zip(names, rounded[1:], strict=True))))


def _terms(features: frozenset[str], names: Sequence[str]) -> frozenset[str]:
    rare = frozenset() if features <= set(names) else frozenset({RARE})
    return frozenset(terms(features | rare))


def _columns(names: Sequence[str], seen: Sequence[frozenset[str]]) -> Matrix:
    rows = [[1.0, *(float(name in terms) for name in names)] for terms in seen]
    return np.array(rows, dtype=np.float64)


def _newton(columns: Matrix, true: Matrix, penalty: float) -> Matrix:
    """The weights of least loss; the intercept is not penalised."""
    ridge = np.diag([1e-6, *[penalty] * (columns.shape[1] - 1)])
    weights = np.zeros(columns.shape[1])
    for _ in range(50):
        predicted = _logistic(columns @ weights)
        slope = columns.T @ (true - predicted) - ridge @ weights
        curve = (columns * (predicted * (1 - predicted))[:, None]).T @ columns + ridge
        step = np.linalg.solve(curve, slope)
        weights = weights + step
        if float(np.abs(step).max()) < 1e-9:
            break
    return weights


def _logistic(score: Matrix) -> Matrix:
    return np.asarray(1 / (1 + np.exp(-score)), dtype=np.float64)


def _pairs(names: Sequence[str], seen: Sequence[frozenset[str]]) -> list[str]:
    together = Counter(name for one in seen for name in one if "+" in name)
    pairs = (f"{a}+{b}" for a, b in combinations(sorted(names), 2))
    return [pair for pair in pairs if together[pair] >= _FEWEST_PAIRS]


def _most_asked_for(
    pairs: Sequence[str],
    columns: Matrix,
    weights: Matrix,
    true: Matrix,
    seen: Sequence[frozenset[str]],
) -> str | None:
    """The pair whose weight would most lessen the loss, where that is no chance."""
    if not pairs:
        return None
    predicted = _logistic(columns @ weights)
    spread = predicted * (1 - predicted)
    extra = _columns(pairs, seen)[:, 1:]
    curve = (columns * spread[:, None]).T @ columns + 1e-6 * np.eye(columns.shape[1])
    mixed = (columns * spread[:, None]).T @ extra
    own = (extra**2 * spread[:, None]).sum(axis=0)
    left = np.maximum(own - (mixed * np.linalg.solve(curve, mixed)).sum(axis=0), 1e-9)
    statistic = (extra.T @ (true - predicted)) ** 2 / left
    best = int(statistic.argmax())
    usable = statistic[best] >= _ASKED_FOR and left[best] > 0.5
    return pairs[best] if usable else None


def cross_validate(labels: Sequence[Label], *, penalty: float) -> CrossValidation:
    folds = fold_of(labels)
    models = {
        fold: fit([x for x in labels if folds[x.seen.article] != fold], penalty=penalty)
        for fold in sorted(set(folds.values()))
    }
    predicted = [models[folds[x.seen.article]].probability(x.seen.features) for x in labels]
    return CrossValidation(tuple(labels), tuple(predicted), penalty)


def best_validation(labels: Sequence[Label]) -> CrossValidation:
    """The penalty that held-back articles prefer, with their probabilities."""
    if not labels:
        raise SystemExit("no labels yet: see python -m tests.evaluation.labels")
    tried = [cross_validate(labels, penalty=penalty) for penalty in PENALTIES]
    return min(tried, key=lambda one: one.loss)


def write_weights(model: Model, path: Path = WEIGHTS) -> None:
    data = {"intercept": model.intercept, "weights": dict(model.weights)}
    path.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    labels = read_labels()
    validation = best_validation(labels)
    model = fit(labels, penalty=validation.penalty)
    write_weights(model)
    _print_validation(validation)
    _print_features(labels, model)


def _print_validation(validation: CrossValidation) -> None:
    labels = validation.labels
    counts = Counter(validation.verdicts)
    base = counts["right"] / len(labels)
    chance = -(base * math.log(base) + (1 - base) * math.log(1 - base))
    bins = bins_of(validation.predicted, validation.came_true)
    print(
        f"{len(labels)} labels of {len({x.seen.article for x in labels})} articles: {dict(counts)}"
    )
    print(f"held-back articles, L2 penalty {validation.penalty}: log loss {validation.loss:.3f}"
          f" (base rate alone {chance:.3f}),"
          f" expected calibration error {expected_calibration_error(bins):.3f}")  # fmt: skip
    print(f"\n{'predicted':>10}{'observed':>10}{'labels':>8}")
    for one in bins:
        print(f"{one.predicted:10.3f}{one.observed:10.3f}{one.size:8}")
    cuts = cuts_of(validation.predicted, validation.verdicts, THRESHOLDS)
    print(f"\n{'threshold':>10}{'right':>8}{'wrong':>8}{'accepted':>10}")
    for cut in (one for one in cuts if one.accepted):
        print(f"{cut.threshold:10.3f}{cut.right:8.3f}{cut.wrong:8.3f}{cut.accepted:10}")
    best = suggested(cuts, right=0.9, wrong=0.02)
    print(f"suggested threshold: {best.threshold if best else 'none keeps the wrong below 2 %'}")


def _print_features(labels: Sequence[Label], model: Model) -> None:
    print(f"\n{'feature':32}{'weight':>8}{'labels':>8}{'right':>8}{'wrong':>8}{'alone':>8}")
    seen = Counter(name for label in labels for name in terms(label.seen.features))
    names = (set(model.weights) & set(seen)) | {name for name in seen if "+" not in name}
    for name in sorted(names, key=lambda n: -seen[n]):
        having = [x for x in labels if name in terms(x.seen.features)]
        share = {v: sum(x.verdict == v for x in having) / len(having) for v in ("right", "wrong")}
        alone = sum(x.alone for x in having) / len(having)
        print(f"{name:32}{model.weights.get(name, 0):8.2f}{len(having):8}{share['right']:8.2f}"
              f"{share['wrong']:8.2f}{alone:8.2f}")  # fmt: skip


if __name__ == "__main__":
    main()
