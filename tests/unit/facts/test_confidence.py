"""How observations weigh."""

from quizapp.facts.confidence import ACCEPTED, confidence_of


def test_two_parsers_that_agree_are_believed() -> None:
    assert confidence_of(frozenset({"agree", "short"})) > ACCEPTED
    agreeing, differing = ({x, "short", "named_subject"} for x in ("agree", "differ"))
    assert confidence_of(frozenset(agreeing)) > confidence_of(frozenset(differing))


def test_a_vague_subject_is_proposed_and_a_pronoun_left_out() -> None:
    vague = confidence_of(frozenset({"agree", "short", "vague"}))
    pronoun = confidence_of(frozenset({"agree", "short", "pronoun"}))
    assert pronoun < vague < ACCEPTED


def test_always_a_probability() -> None:
    assert 0 <= confidence_of(frozenset({"pronoun", "clitic", "personal", "unbalanced"})) <= 1
