"""What is kept of the Wiktionnaire's senses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.words.bands import estimate
from quizapp.words.definitions import MAX_SENSES, clean, senses


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("thumb|Une digue (2). Mur contre la mer.", "Mur contre la mer."),
        ("fait d'agir", "Fait d’agir."),
        ("Objectif,.", "Objectif."),
        ("Réunion de chefs. Ce mot est courant.", "Réunion de chefs."),
        ("Deuxième jourSelon la norme de la semaine.", None),
        ("Voir ce mot.", None),
        ("Variante orthographique de clé.", None),
        ("Qui | que", None),
        ("x" * 300, None),
        ("", None),
    ],
)
def test_a_sense_is_cleaned(raw: str, expected: str | None) -> None:
    assert clean(raw) == expected


def test_dated_senses_come_last() -> None:
    raw = ["Impôt féodal payé au seigneur.", "Longueur d’un bâton."]
    assert senses(raw, "noun", {"manger"}) == (
        "Longueur d’un bâton.",
        "Impôt féodal payé au seigneur.",
    )


def test_a_noun_takes_no_definition_of_a_verb() -> None:
    assert senses(["Manger le matin.", "Repas du matin."], "noun", {"manger"}) == (
        "Repas du matin.",
    )


@given(st.lists(st.text(max_size=80), max_size=12))
def test_any_senses_give_few_clean_lines(raw: list[str]) -> None:
    found = senses(raw, "noun", {"manger"})
    assert len(found) <= MAX_SENSES
    assert all(text.endswith(".") and "|" not in text for text in found)


@pytest.mark.parametrize(
    ("zipf", "band"), [(6.0, "A1"), (4.5, "A2"), (4.0, "B1"), (3.3, "B2"), (2.7, "C1"), (1.0, "C2")]
)
def test_bands_follow_frequency(zipf: float, band: str) -> None:
    assert estimate(zipf) == band
    assert estimate(None) is None
