import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.words.compounds import plural


@pytest.mark.parametrize(
    ("singular", "expected"),
    [
        ("navire", "navires"),
        ("mandat d'arrêt", "mandats d'arrêt"),
        ("mouvement social", "mouvements sociaux"),
        ("bureau de vote", "bureaux de vote"),
        ("haut responsable", "hauts responsables"),
        ("bras de fer", "bras de fer"),
        ("course à pied", "courses à pied"),
        ("festival", "festivals"),
    ],
)
def test_the_words_before_the_preposition_take_the_mark(singular: str, expected: str) -> None:
    assert plural(singular) == expected


@given(st.from_regex(r"[a-zéè]{1,8}( de [a-z]{1,8})?", fullmatch=True))
def test_a_plural_keeps_its_plural(noun: str) -> None:
    assert plural(plural(noun)) == plural(noun)
