"""Gender and number of a noun phrase."""

import pytest

from quizapp.french import nouns
from quizapp.french.verbs import Gender

GENDERS: dict[str, Gender] = {"cartouches": "f", "missiles": "m", "accord": "m", "aide": "f"}


@pytest.mark.parametrize(
    ("phrase", "gender", "number"),
    [
        ("la Russie", "f", "s"),
        ("un accord", "m", "s"),
        ("l’accord", "m", "s"),
        ("l’aide alimentaire", "f", "s"),
        ("des missiles", "m", "p"),
        ("des millions de cartouches d’artillerie", "f", "p"),
        ("11 000 missiles", "m", "p"),
        ("plus de 11 000 conteneurs", None, None),
        ("une aide et un accord", "m", "p"),
        ("toutes les armes", "f", "p"),
        ("l’inconnu", None, "s"),
    ],
)
def test_agreement(phrase: str, gender: str | None, number: str | None) -> None:
    assert nouns.agreement(phrase, GENDERS.get) == (gender, number)


def test_the_head_stands_before_its_complement() -> None:
    assert nouns.head("la nouvelle aide de la Russie") == "aide"
    assert nouns.head("11 000 conteneurs d’armes") == "conteneurs"
    assert nouns.head("« oui »") is None
    assert nouns.head("") is None


def test_what_is_counted() -> None:
    assert nouns.counted("des millions de cartouches d’artillerie") == "cartouches"
    assert nouns.counted("une centaine de grands navires") == "navires"
    assert nouns.counted("un accord") == "accord"
