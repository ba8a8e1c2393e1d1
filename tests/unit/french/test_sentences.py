"""Sentence boundaries."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.french.sentences import split


def sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il pleut. Elle part.", ["Il pleut.", "Elle part."]),
        ("M. Durand reçoit Mme Petit. Il sourit.", ["M. Durand reçoit Mme Petit.", "Il sourit."]),
        ("Le Dr. Morel a lu J. K. Rowling.", ["Le Dr. Morel a lu J. K. Rowling."]),
        ("Anne part. J.-P. Morel reste.", ["Anne part.", "J.-P. Morel reste."]),
        ("Il habite à St. Malo. Là-bas, il lit.", ["Il habite à St. Malo.", "Là-bas, il lit."]),
        ("Le taux est de 3.5 points. Il baisse.", ["Le taux est de 3.5 points.", "Il baisse."]),
        ("Il vote le plan B. Elle refuse.", ["Il vote le plan B.", "Elle refuse."]),
        ("Des pommes, des poires, etc. Le reste suit.",
         ["Des pommes, des poires, etc.", "Le reste suit."]),
        ("« Où va-t-il ? » demande Anne. Nul ne sait.",
         ["« Où va-t-il ? » demande Anne.", "Nul ne sait."]),
        ("« Il part. » Puis elle sort.", ["« Il part. »", "Puis elle sort."]),
        ("« Je pars. Je reviendrai », a dit Léa.", ["« Je pars.", "Je reviendrai », a dit Léa."]),
        ("Il hésite… puis accepte. Enfin !", ["Il hésite… puis accepte.", "Enfin !"]),
        ("Il attend... Elle vient.", ["Il attend...", "Elle vient."]),
        ("1. Des armes contre du blé\n\nLe port rouvre.",
         ["1. Des armes contre du blé", "Le port rouvre."]),
        ("Un titre sans point\nUne phrase.", ["Un titre sans point", "Une phrase."]),
        ("Il a plu cette année. selon la météo, du moins.",
         ["Il a plu cette année.", "selon la météo, du moins."]),
        ("Vraiment ?! Oui.", ["Vraiment ?!", "Oui."]),
        ("", []),
        (" \n\t ", []),
    ],
)  # fmt: skip
def test_split(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet=st.characters(), max_size=300) | st.text(" .!?…«»\"'\nAab1,M", max_size=80))
def test_spans_are_exact_disjoint_and_cover_every_word(text: str) -> None:
    spans = split(text)
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() for s in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
