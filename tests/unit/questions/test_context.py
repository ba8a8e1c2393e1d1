"""Stems that only a reader of the article would understand."""

import pytest

from quizapp.questions.context import is_relative, takes_for_known
from tests.unit.questions.conftest import MakeBench

_CLAUSE = (
    "[subject La Norvège | NOR] [verb a fourni] [object des filets] [recipient au Sénégal | SEN]."
)


@pytest.mark.parametrize(
    ("stem", "words"),
    [
        ("Qui est le chef de l’organisation ?", "l’organisation"),
        ("Combien de soldats combattent dans le nord du pays ?", "du pays"),
        ("D’après l’article, l’armée et ses alliés restent vulnérables.", "l’armée"),
        ("D’après l’article, les deux hommes ont été arrêtés.", "les deux hommes"),
        ("D’après l’article, Luc Petit est le directeur de cabinet du préfet.", "du préfet"),
    ],
)
def test_a_noun_without_its_complement_is_taken_for_known(
    make_bench: MakeBench, stem: str, words: str
) -> None:
    assert takes_for_known(stem, make_bench(_CLAUSE)) == words


@pytest.mark.parametrize(
    "stem",
    [
        "Qui est le chef de l’organisation Horizon ?",
        "D’après l’article, l’armée syrienne a reculé.",
        "D’après l’article, le préfet de Guyane a reçu une délégation de pêcheurs.",
        "D’après l’article, le Sénégal a acheté des filets pour le pays.",
        "D’après l’article, la ville qui borde le fleuve a brûlé.",
    ],
)
def test_a_noun_that_is_explained_stands_alone(make_bench: MakeBench, stem: str) -> None:
    assert takes_for_known(stem, make_bench(_CLAUSE)) is None


@pytest.mark.parametrize(
    "stem",
    [
        "Qui ouvre un front encore plus à l’est ?",
        "Combien de survivants ont été retrouvés jusqu’à présent ?",
        "Qui est-ce qu’une autre affaire vise ?",
        "D’après l’article, sept autres incidents ont eu lieu.",
    ],
)
def test_what_leans_on_an_earlier_sentence_is_relative(stem: str) -> None:
    assert is_relative(stem)


def test_a_plain_stem_is_not_relative() -> None:
    assert not is_relative("Qui a ouvert un front à l’est de la ville de Raqqa ?")
