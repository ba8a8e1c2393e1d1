"""Words that exclude one another."""

import pytest

from quizapp.model import Segment
from quizapp.questions.opposites import other_direction, other_verb
from quizapp.resources import Resources

_OBJECT = Segment(role="object", text="le texte")


@pytest.mark.parametrize(
    ("group", "other"),
    [
        ("augmente", "diminue"),
        ("ont augmenté", "ont diminué"),
        ("n’a pas accepté", "n’a pas refusé"),
        ("avait rejeté", "avait adopté"),
        ("va fermer", "va ouvrir"),
    ],
)
def test_a_verb_is_exchanged_in_its_form(resources: Resources, group: str, other: str) -> None:
    assert other_verb(group, [_OBJECT], resources.verbs) == other


@pytest.mark.parametrize("group", ["mange", "s’ouvre", "l’a accepté"])
def test_verbs_without_an_opposite_stay(resources: Resources, group: str) -> None:
    assert other_verb(group, [_OBJECT], resources.verbs) is None


def test_a_verb_built_otherwise_is_not_exchanged(resources: Resources) -> None:
    recipient = Segment(role="complement", text="à travailler")
    assert other_verb("autorise", [_OBJECT, recipient], resources.verbs) is None


def test_one_direction_is_turned_round() -> None:
    assert other_direction("dans le nord de la Syrie") == "dans le sud de la Syrie"
    assert other_direction("une hausse particulièrement forte") == (
        "une baisse particulièrement forte"
    )


@pytest.mark.parametrize("text", ["du nord et du sud", "en plus de cris", "dans la ville"])
def test_several_directions_or_none_stay(text: str) -> None:
    assert other_direction(text) is None
