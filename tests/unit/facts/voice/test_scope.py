"""« Selon X » governs its own clause."""

import pytest

from quizapp.nlp.models import Models
from quizapp.resources import Resources
from tests.unit.facts.voice.scene import speakers, told

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("text", "framed", "own"),
    [
        ("Des coups de feu ont été tirés selon Reuters, mais l’armée du Kenya n’a rien confirmé.",
         "oups de feu", "armée du Kenya"),
        ("Selon Jean Borel, « le pont de Brest a tenu », tandis que le port de Lorient a cédé.",
         "le pont de Brest", "e port de Lorient"),
        ("Trois navires manquent, mais, selon les secours, le port de Lorient est ouvert.",
         "le port de Lorient", "rois navires"),
    ],
)  # fmt: skip
def test_other_clause_is_the_articles_own(
    text: str, framed: str, own: str, models: Models, resources: Resources
) -> None:
    facts = told(text, models, resources)
    assert None not in speakers(facts, framed)
    assert speakers(facts, own) == {None}


def test_second_predicate_keeps_its_speaker(models: Models, resources: Resources) -> None:
    text = "Selon Jean Petit, le port de Brest a fermé mais a été rouvert lundi."
    assert speakers(told(text, models, resources), "rouvert") == {"Jean Petit"}


def test_newspaper_does_not_say_what_it_reports(models: Models, resources: Resources) -> None:
    text = "« Le pont de Brest a tenu toute la nuit », dit-il selon Ouest-France."
    assert "Ouest-France" not in speakers(told(text, models, resources), "pont de Brest")
