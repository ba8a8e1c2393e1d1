"""What a teacher reads beside a fact."""

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
    article = to_article(Draft(title="Un titre", text=text, published_on=date(2024, 6, 18)))
    return extract(parse(article, models=models, resources=resources), resources=resources).facts


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("Le secrétaire d’État américain Lloyd Austin a rencontré les ambassadeurs.",
         "Lloyd Austin était alors secrétaire à la Défense."),
        ("Istanbul est la capitale de la Turquie.", "la capitale de la Turquie est Ankara."),
        ("La Suisse est membre de l’OTAN.", "la Suisse n’était pas membre de l’OTAN à cette date."),
        ("Le TNP est entré en vigueur en 1975.",
         "le traité de non-prolifération nucléaire est entré en vigueur en 1970."),
        ("Le traité de non-prolifération nucléaire a été signé en 1972 par Londres et Washington.",
         "le traité de non-prolifération nucléaire a été signé en 1968."),
    ],
)  # fmt: skip
def test_what_the_records_contradict_is_proposed_with_a_warning(
    text: str, warning: str, models: Models, resources: Resources
) -> None:
    facts = facts_of(text, models, resources)
    assert facts
    assert all(fact.status == "proposed" for fact in facts)
    assert all(fact.warnings[0].endswith(warning) for fact in facts)


@pytest.mark.parametrize(
    "text",
    [
        "Ankara est la capitale de la Turquie.",
        "Istanbul est la capitale économique de la Turquie.",
        "La Suède est membre de l’OTAN.",
        "La Suisse n’est pas membre de l’OTAN.",
        "L’accord de Paris a été signé en 2015.",
        "Le protocole de Kyoto a été ratifié en 2004 par la Russie.",
        "Le ministre de l’Intérieur a promis de signer l’accord.",
        "La Turquie veut être membre des BRICS.",
    ],
)
def test_what_the_records_confirm_or_do_not_know_passes(
    text: str, models: Models, resources: Resources
) -> None:
    facts = facts_of(text, models, resources)
    assert facts
    assert not any(fact.warnings for fact in facts)


def test_a_reader_sees_how_a_metonym_was_read(models: Models, resources: Resources) -> None:
    (fact,) = facts_of("Pyongyang a livré des obus à la Russie.", models, resources)
    assert fact.entities[0] == "PRK"
    assert fact.resolved_by == "«\u202fPyongyang\u202f»\u202f: la Corée du Nord (métonymie)"
    (fact,) = facts_of("La Corée du Nord a livré des obus.", models, resources)
    assert fact.resolved_by is None
