"""Statements that stop too early, or point at what only their sentence tells."""

from datetime import date

import pytest

from quizapp.facts.entities import registry_of
from quizapp.facts.extract import extract, judge
from quizapp.model import Article, Draft
from quizapp.nlp.models import Models
from quizapp.nlp.parse import parse
from quizapp.reading.articles import to_article
from quizapp.resources import Resources

pytestmark = pytest.mark.models

NAMES = {
    "hanging_subject", "cut_examples", "cut_infinitive", "lone_ne", "cut_saying", "subjunctive",
    "lost_dont", "lost_degree", "half_idiom", "lost_que", "adverb_pointing", "presenting",
    "loose_tail", "objectless",
}  # fmt: skip


def severed_in(text: str, models: Models, resources: Resources) -> set[str]:
    parsed = parse(_article(text), models=models, resources=resources)
    registry = registry_of(parsed, resources=resources)
    return {f for j in judge(parsed, registry, resources=resources) for f in j.features & NAMES}


def _article(text: str) -> Article:
    return to_article(Draft(title="Un titre", text=text, published_on=date(2025, 3, 14)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Des élus étaient là, tels que Bruno Petit, adjoint à Brest, ou Marie Rivière.",
         "cut_examples"),
        ("Les règles de la course de Brest obligent les marins.", "half_idiom"),
        ("Là, à nouveau, la grève touche le port de Brest.", "adverb_pointing"),
        ("Les marins de Brest ont écrit un livre dessus.", "adverb_pointing"),
        ("Il s’agit de deux navires de Brest.", "presenting"),
    ],
)  # fmt: skip
def test_severed_statement_is_told(
    text: str, name: str, models: Models, resources: Resources
) -> None:
    assert name in severed_in(text, models, resources)


@pytest.mark.parametrize(
    "text",
    [
        "Le Mali fait face à une révolte depuis 2004.",
        "Les règles de la course de Brest obligent les marins à dormir.",
        "Jean Petit explique dans un livre que le port de Brest a fermé.",
        "Plusieurs élus étaient présents, tels que Bruno Petit et Marie Rivière.",
        "Jean Petit a rencontré le maire et la préfète de Brest.",
    ],
)
def test_whole_statement_is_not_severed(text: str, models: Models, resources: Resources) -> None:
    assert not severed_in(text, models, resources)


def test_severed_statement_is_left_out(models: Models, resources: Resources) -> None:
    parsed = parse(_article("Là, le Kenya vend du thé à la Chine."), models=models,
                   resources=resources)  # fmt: skip
    assert not extract(parsed, resources=resources).facts


def test_apposition_is_closed_before_a_date(models: Models, resources: Resources) -> None:
    text = "Le 3 mars, une attaque a tué 14 personnes à Brest, deuxième ville de Bretagne."
    parsed = parse(_article(text), models=models, resources=resources)
    registry = registry_of(parsed, resources=resources)
    told = [j.fact.statement for j in judge(parsed, registry, resources=resources)]
    assert not any("Bretagne le 3 mars" in statement for statement in told)
