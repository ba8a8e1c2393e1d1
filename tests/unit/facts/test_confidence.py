"""How observations weigh."""

import pytest

from quizapp.facts.confidence import Model, confidence_of


def test_observations_add_up_and_pairs_weigh_when_both_are_there() -> None:
    model = Model(intercept=0.0, weights={"agree": 2.0, "long": -1.0, "agree+long": -1.0})
    assert model.probability(frozenset()) == 0.5
    assert model.probability(frozenset({"agree"})) == pytest.approx(0.8808, abs=1e-4)
    assert model.probability(frozenset({"long", "agree"})) == 0.5
    assert model.probability(frozenset({"never", "seen"})) == 0.5


def test_two_parsers_that_agree_are_believed() -> None:
    agreeing, differing = ({x, "short", "named_subject"} for x in ("agree", "differ"))
    assert confidence_of(frozenset(agreeing)) > confidence_of(frozenset(differing))


def test_a_statement_that_has_lost_something_is_doubted() -> None:
    plain = frozenset({"agree", "short", "named_subject"})
    assert confidence_of(plain | {"broken"}) < confidence_of(plain)


def test_always_a_probability() -> None:
    assert 0 <= confidence_of(frozenset({"pronoun", "clitic", "personal", "unbalanced"})) <= 1
