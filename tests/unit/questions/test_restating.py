"""A clause in other words."""

import pytest

from quizapp.questions.restating import restated
from tests.unit.questions.conftest import MakeBench


@pytest.mark.parametrize(
    ("clause", "other"),
    [
        (
            "[subject La Norvège | NOR] [verb a signé] [object la déclaration] [time en 2020].",
            "la déclaration a été signée par la Norvège en 2020",
        ),
        (
            "[subject La Norvège | NOR] [verb signera] [object l’accord].",
            "l’accord sera signé par la Norvège",
        ),
        (
            "[subject Awa Diallo | awa-diallo] [verb est née] [place à Dakar] [time en 1990].",
            "en 1990, Awa Diallo est née à Dakar",
        ),
    ],
)
def test_it_means_the_same(make_bench: MakeBench, clause: str, other: str) -> None:
    bench = make_bench(clause)
    assert restated(bench.clauses[0], bench) == other


@pytest.mark.parametrize(
    "clause",
    [
        "[subject La Norvège | NOR] [verb veut] [object la paix].",
        "[subject La Norvège | NOR] [verb a signé] [object son accord].",
        "[subject La Norvège | NOR] [verb a signé] [object l’accord] [manner sans lire le texte].",
        "[subject La Norvège | NOR] [verb n’a pas signé] [object l’accord].",
    ],
)
def test_what_would_change_its_sense_stays(make_bench: MakeBench, clause: str) -> None:
    bench = make_bench(clause)
    assert restated(bench.clauses[0], bench) is None
