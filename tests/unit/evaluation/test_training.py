"""Weights learnt from labels of which the truth is known."""

import random
from pathlib import Path

from tests.evaluation.calibration import bins_of, expected_calibration_error
from tests.evaluation.training import cross_validate, fit, fold_of, write_weights
from tests.evaluation.verdicts import Label, Observation


def _labels(count: int = 1200) -> list[Label]:
    """« agree » makes right likely, « half » unlikely, « agree » with « long » unlikely again."""
    rng = random.Random(7)
    labels = []
    for number in range(count):
        features = frozenset(
            name
            for name, share in (("agree", 0.5), ("half", 0.3), ("long", 0.4), ("noise", 0.5))
            if rng.random() < share
        )
        likely = 0.9 if "agree" in features else 0.4
        likely = 0.3 if {"agree", "long"} <= features else likely
        likely = 0.1 if "half" in features else likely
        verdict = "right" if rng.random() < likely else rng.choice(["wrong", "truncated"])
        seen = Observation(f"article-{number % 30}", number, number + 9, f"{number:016x}", "event",
                           features)  # fmt: skip
        labels.append(Label(seen, verdict, alone=True))
    return labels


def test_learns_what_makes_facts_right_and_which_two_go_together() -> None:
    model = fit(_labels(), penalty=1.0)
    assert model.weights["agree"] > 1
    assert model.weights["half"] < -1
    assert model.weights["agree+long"] < -1
    assert abs(model.weights["noise"]) < 0.3
    assert not {name for name in model.weights if "+" in name and "noise" in name}


def test_the_same_labels_give_the_same_file_in_any_order(tmp_path: Path) -> None:
    labels = _labels(300)
    for name, order in (("first", labels), ("second", labels[::-1])):
        write_weights(fit(order, penalty=1.0), tmp_path / name)
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()


def test_articles_are_never_parted_and_folds_are_even() -> None:
    labels = _labels(300)
    folds = fold_of(labels, folds=5)
    assert set(folds) == {label.seen.article for label in labels}
    sizes = [sum(folds[x.seen.article] == fold for x in labels) for fold in range(5)]
    assert max(sizes) - min(sizes) <= 10


def test_probabilities_of_held_back_articles_are_calibrated() -> None:
    validation = cross_validate(_labels(), penalty=1.0)
    bins = bins_of(validation.predicted, validation.came_true)
    assert expected_calibration_error(bins) < 0.06
    assert validation.loss < 0.55
