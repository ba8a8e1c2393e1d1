"""Of which verb a date tells, and of which it does not."""

import pytest

from quizapp.nlp.models import Models
from quizapp.resources import Resources
from tests.unit.facts.voice.scene import told

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("text", "statement", "time"),
    [
        ("Le Kenya a confirmé jeudi avoir réparé le phare de Brest.",
         "Le 13 mars 2025, le Kenya a confirmé avoir réparé le phare de Brest.", "2025-03-13"),
        ("Jeudi, le Kenya a confirmé avoir réparé le phare de Brest.",
         "Le 13 mars 2025, le Kenya a confirmé avoir réparé le phare de Brest.", "2025-03-13"),
        ("Le Kenya s’est excusé d’avoir réparé le phare de Brest en 1936.",
         "Le Kenya s’est excusé d’avoir réparé le phare de Brest en 1936.", None),
        ("Le Kenya est secoué par la chute du phare de Brest samedi dernier.",
         "Le Kenya est secoué par la chute du phare de Brest le 8 mars 2025.", None),
        ("En novembre 2013, le Kenya rachète le phare de Brest.",
         "Le Kenya rachète le phare de Brest en novembre 2013.", "2013-11"),
        ("Le Kenya a jeudi réparé le phare de Brest.",
         "Le Kenya a réparé le 13 mars 2025 le phare de Brest.", "2025-03-13"),
        ("Le Kenya a commémoré l’incendie du phare de Brest, le 28 janvier 1917.",
         "Le Kenya a commémoré l’incendie du phare de Brest, le 28 janvier 1917.", None),
        ("La remise du phare de Brest devait se faire le 19 mars pour une heure.",
         "La remise du phare de Brest devait se faire le 19 mars 2025 pour une heure.",
         "2025-03-19"),
        ("Le Kenya répare chaque année le phare de Brest en août.",
         "Le Kenya répare chaque année le phare de Brest en août.", None),
    ],
)  # fmt: skip
def test_when(
    text: str, statement: str, time: str | None, models: Models, resources: Resources
) -> None:
    facts = told(text, models, resources)
    assert statement in facts
    assert facts[statement].time == time


@pytest.mark.parametrize(
    "text",
    [
        "Un seul phare est réparé, celui de Brest.",
        "Les élus de Brest ont exprimé, à des degrés divers, leur joie face au phare.",
    ],
)
def test_commas_stay_together(text: str, models: Models, resources: Resources) -> None:
    assert text in told(text, models, resources)
