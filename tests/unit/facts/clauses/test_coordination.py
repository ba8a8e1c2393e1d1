"""Facts of coordinated clauses and predicates."""

from datetime import date

import pytest

from quizapp.facts.extract import extract
from quizapp.model import Draft, Fact
from quizapp.nlp.models import Models
from quizapp.nlp.parse import parse
from quizapp.reading.articles import to_article
from quizapp.resources import Resources

pytestmark = pytest.mark.models


def facts_of(text: str, models: Models, resources: Resources) -> tuple[Fact, ...]:
    article = to_article(Draft(title="Un titre", text=text, published_on=date(2025, 3, 14)))
    return extract(parse(article, models=models, resources=resources), resources=resources).facts


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("Le Kenya a signé l’accord lundi et a fermé le port de Mombasa mardi.",
         {"Le Kenya a signé l’accord le 10 mars 2025.",
          "Le Kenya a fermé le port de Mombasa le 11 mars 2025."}),
        ("Des digues ont été construites à Mombasa et des radars ont été installés à Nairobi.",
         {"Des digues ont été construites à Mombasa.",
          "Des radars ont été installés à Nairobi."}),
        ("Ce sont 40 navires japonais qui ont quitté le port de Mombasa.",
         {"40 navires japonais ont quitté le port de Mombasa."}),
    ],
)  # fmt: skip
def test_each_predicate_is_a_fact(
    text: str, statements: set[str], models: Models, resources: Resources
) -> None:
    assert {f.statement for f in facts_of(text, models, resources)} == statements


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Le Kenya ne cherche qu’à vendre du thé au Japon.", False),
        ("Le Kenya ne cherche pas à vendre du thé au Japon.", True),
    ],
)
def test_ne_que_restricts(text: str, negated: bool, models: Models, resources: Resources) -> None:
    (fact,) = facts_of(text, models, resources)
    assert fact.negated == negated
