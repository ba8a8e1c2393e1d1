"""Item statistics and mastery."""

import pytest

from quizapp.study import mastery, statistics
from quizapp.study.statistics import Attempt


def attempts(*scores: float) -> list[Attempt]:
    return [Attempt(f"l{n}", 1, score, "a" if score else "b") for n, score in enumerate(scores)]


def test_facility_counts_first_attempts_only() -> None:
    again = [Attempt("l1", 2, 1.0), Attempt("l0", 0, 0.0)]
    assert statistics.facility([*attempts(1, 0, 1, 1), *again], minimum=4) == 0.5


def test_too_few_learners_give_no_figure() -> None:
    few = attempts(*[1] * 19)
    assert statistics.facility(few) is None
    assert statistics.point_biserial(few, {a.learner: 1 for a in few}) is None
    assert statistics.choice_shares(few, ["a"]) is None
    assert statistics.facility([], minimum=0) is None


def test_an_item_that_strong_learners_pass_discriminates() -> None:
    item = attempts(1, 1, 0, 0)
    rest = {"l0": 9.0, "l1": 8.0, "l2": 3.0, "l3": 2.0}
    strong = statistics.point_biserial(item, rest, minimum=4)
    assert strong == pytest.approx(0.986, abs=0.01)
    weak = statistics.point_biserial(item, {k: -v for k, v in rest.items()}, minimum=4)
    assert weak == pytest.approx(-0.986, abs=0.01)


def test_no_spread_no_correlation() -> None:
    assert statistics.point_biserial(attempts(1, 1), {"l0": 1, "l1": 2}, minimum=2) is None


def test_distractor_use() -> None:
    shares = statistics.choice_shares(attempts(1, 1, 1, 0), ["a", "b", "c"], minimum=4)
    assert shares == {"a": 0.75, "b": 0.25, "c": 0}


def test_mastery_is_the_mean_score_by_skill() -> None:
    result = mastery.by_skill([("détaillée", 1), ("détaillée", 0.5), ("lexique", 0)])
    assert result["détaillée"].share == 0.75
    assert result["détaillée"].answered == 2
    assert result["lexique"].share == 0
    assert "globale" not in result
