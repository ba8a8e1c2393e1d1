"""Relative clauses told with their antecedent."""

import pytest

from quizapp.nlp.models import Models
from quizapp.resources import Resources
from tests.unit.facts.finders.test_participles import told

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("text", "statement", "feature"),
    [
        ("Le navire a quitté le port de Mombasa, qui abrite la flotte kényane.",
         "Le port de Mombasa abrite la flotte kényane.", "relative"),
        ("Le navire a quitté le port de Mombasa (Kenya), qui exporte du thé.",
         "Le port de Mombasa exporte du thé.", "relative"),
        ("Le principal port du Kenya est Mombasa, qui exporte du thé.",
         "Mombasa exporte du thé.", "relative"),
        ("Le navire transporte les marchandises qui ont quitté Mombasa en 2019.",
         "Les marchandises ont quitté Mombasa en 2019.", "restrictive"),
        ("Le Japon applique la loi que le Kenya a votée en 2019.",
         "Le Kenya a voté la loi en 2019.", "relative_que"),
        ("Le juge vise la société Kobo, dont le directeur a quitté Nairobi.",
         "Le directeur de la société Kobo a quitté Nairobi.", "relative_dont"),
        ("Le bus transportait vingt marins, dont deux dormaient.",
         "Deux des vingt marins dormaient.", "relative_dont"),
        ("Le navire est arrivé à Mombasa, où travaillent deux mille dockers.",
         "Deux mille dockers travaillent à Mombasa.", "relative_where"),
        ("Le navire est arrivé à Mombasa, où la marine kényane a construit un quai.",
         "La marine kényane a construit un quai à Mombasa.", "relative_where"),
    ],
)  # fmt: skip
def test_the_antecedent_is_written_in(
    text: str, statement: str, feature: str, models: Models, resources: Resources
) -> None:
    found = told(text, models, resources)
    assert statement in found
    assert feature in found[statement].features


def test_number_and_gender_choose_the_antecedent(models: Models, resources: Resources) -> None:
    found = told("Le Kenya a vendu les grues du port, qui étaient rouillées.", models, resources)
    relative = [statement for statement, c in found.items() if "relative" in c.features]
    assert relative == ["Les grues du port étaient rouillées."]


@pytest.mark.parametrize(
    "text",
    [
        "Le Kenya réclame un accord qui interdit la pêche au large de Mombasa.",
        "C’est le Kenya qui préside la conférence de Nairobi.",
        "C’est la pire crise qu’ait connue le Kenya.",
    ],
)
def test_what_is_no_fact_beside_the_main_one(
    text: str, models: Models, resources: Resources
) -> None:
    assert not [c for c in told(text, models, resources).values() if "relative" in c.features]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Le Kenya enregistre une baisse du loyer, qui passe à 9 euros.",
         "Le loyer passe à 9 euros."),
        ("Le navire appartient au fondateur de la société Kobo, qui a été liquidée en 2014.",
         "La société Kobo a été liquidée en 2014."),
        ("Le Kenya a modifié la définition du port concernant la pêche, qui exclut les navires.",
         "La définition du port concernant la pêche exclut les navires."),
        ("Une défaite attend le ministre avec Wanjiru Kamau, qui a démissionné en 2019.",
         "Wanjiru Kamau a démissionné en 2019."),
    ],
)  # fmt: skip
def test_sense_and_agreement_choose_the_antecedent(
    text: str, statement: str, models: Models, resources: Resources
) -> None:
    found = told(text, models, resources)
    assert [s for s, c in found.items() if "relative" in c.features] == [statement]


@pytest.mark.parametrize(
    "text",
    [
        "Le Kenya a inauguré le premier pont qui franchira le fleuve.",
        "Les années qui ont suivi ont ruiné le port de Mombasa.",
    ],
)
def test_a_noun_that_is_nothing_without_its_relative(
    text: str, models: Models, resources: Resources
) -> None:
    assert not [c for c in told(text, models, resources).values() if "relative" in c.features]
