"""Calibration error and thresholds, on forecasts whose figures are counted by hand."""

import math

import pytest

from tests.evaluation.calibration import (
    bins_of,
    cuts_of,
    expected_calibration_error,
    log_loss,
    suggest,
)


def test_forecasts_that_come_true_as_often_as_said_have_no_error() -> None:
    predicted = [0.25] * 4 + [0.75] * 4
    came_true = [True, False, False, False, True, True, True, False]
    bins = bins_of(predicted, came_true, bins=2)
    assert [(one.size, one.predicted, one.observed) for one in bins] == [
        (4, 0.25, 0.25),
        (4, 0.75, 0.75),
    ]
    assert expected_calibration_error(bins) == 0


def test_the_error_is_the_mean_distance_by_size() -> None:
    bins = bins_of([0.1, 0.3, 0.8, 0.8, 0.9], [False, False, True, False, True], bins=2)
    assert [(one.size, one.observed) for one in bins] == [(2, 0.0), (3, 2 / 3)]
    assert expected_calibration_error(bins) == pytest.approx((2 * 0.2 + 3 * (2.5 / 3 - 2 / 3)) / 5)


def test_bins_hold_all_forecasts_in_equal_shares() -> None:
    bins = bins_of([i / 103 for i in range(103)], [i % 2 == 0 for i in range(103)])
    assert len(bins) == 10
    assert sum(one.size for one in bins) == 103
    assert {one.size for one in bins} == {10, 11}
    assert bins == sorted(bins, key=lambda one: one.predicted)


def test_equal_forecasts_are_not_sorted_by_what_came_true() -> None:
    bins = bins_of([0.5] * 8, [True, False] * 4, bins=2)
    assert [one.observed for one in bins] == [0.5, 0.5]


def test_loss_of_a_coin() -> None:
    assert log_loss([0.5, 0.5], [True, False]) == pytest.approx(math.log(2))


def test_threshold_is_the_lowest_that_keeps_both_promises() -> None:
    predicted = [0.2, 0.5, 0.6, 0.7, 0.8]
    verdicts = ["wrong", "truncated", "right", "right", "right"]
    cuts = cuts_of(predicted, verdicts, (0.1, 0.4, 0.55, 0.9))
    assert [(cut.accepted, cut.right, cut.wrong) for cut in cuts] == [
        (5, 0.6, 0.2),
        (4, 0.75, 0.0),
        (3, 1.0, 0.0),
        (0, 0.0, 0.0),
    ]
    chosen = suggest(cuts, right=0.9, wrong=0.02)
    assert chosen is not None
    assert chosen.threshold == 0.55
    assert suggest(cuts[:2], right=0.9, wrong=0.02) is None
