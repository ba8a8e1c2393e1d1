"""Statements that the article contradicts."""

import pytest

from quizapp.questions.kinds.falsehoods import changes
from tests.unit.questions.conftest import MakeBench


def variants(make_bench: MakeBench, *clauses: object) -> dict[str, str]:
    """For the first clause: what is told instead, by the sort of change."""
    bench = make_bench(*clauses)
    clause = bench.clauses[0]
    return {
        change.variant: change.subject or change.verb or next(iter(change.swap.values()))
        for change in changes(clause, bench)
    }


def test_another_country_of_the_article_takes_the_place(make_bench: MakeBench) -> None:
    found = variants(
        make_bench,
        "[subject La Norvège | NOR] [verb a livré] [object des filets].",
        "[subject La Suède | SWE] [verb a construit] [object un port].",
    )
    assert found["party"] == "la Suède"


def test_nobody_takes_a_place_that_the_article_gives_him_too(make_bench: MakeBench) -> None:
    found = variants(
        make_bench,
        "[subject La Norvège | NOR] [verb a livré] [object des filets].",
        "[subject La Suède | SWE] [verb a livré] [object des bateaux].",
    )
    assert "party" not in found


def test_charges_are_exchanged_within_a_gender(make_bench: MakeBench) -> None:
    found = variants(
        make_bench,
        "[subject Jean Petit | jean-petit] [verb est] [attribute directeur du port de Brest].",
        "[subject Awa Diallo | awa-diallo] [verb est] [attribute présidente de la banque Atlas].",
        "[subject Marie Blanc | marie-blanc] [verb est] [attribute professeur de chimie].",
    )
    assert found["office"] == "professeur de chimie"


def test_directions_and_opposites(make_bench: MakeBench) -> None:
    north = "[subject La Norvège | NOR] [verb domine] [object le nord de la région]."
    rises = "[subject La Norvège | NOR] [verb augmente] [object les salaires]."
    assert variants(make_bench, north)["direction"] == "le sud de la région"
    assert variants(make_bench, rises)["opposite"] == "diminue"


@pytest.mark.parametrize("changed", [{"negated": True}, {"modality": "denied"}])
def test_what_is_denied_has_no_false_version(
    make_bench: MakeBench, changed: dict[str, object]
) -> None:
    clause = "[subject La Norvège | NOR] [verb n’a pas livré] [object douze filets]."
    assert variants(make_bench, (clause, changed)) == {}
