"""What a statement has lost of its sentence is told by features."""

from datetime import date

import pytest

from quizapp.facts.candidates import Reader
from quizapp.facts.entities import registry_of
from quizapp.model import Draft
from quizapp.nlp.models import Models
from quizapp.nlp.parse import parse
from quizapp.reading.articles import to_article
from quizapp.resources import Resources

pytestmark = pytest.mark.models

LOSSES = {
    "repeated", "says_nothing", "hidden_verb", "glued", "lost_exception", "lost_condition",
    "cut_coordination",
}  # fmt: skip


def losses_in(text: str, models: Models, resources: Resources) -> set[str]:
    article = to_article(Draft(title="Un titre", text=text, published_on=date(2025, 3, 14)))
    parsed = parse(article, models=models, resources=resources)
    registry = registry_of(parsed, resources=resources)
    found = tuple(Reader(parsed, registry=registry, resources=resources).candidates())
    assert found
    return {name for candidate in found for name in candidate.features & LOSSES}


@pytest.mark.parametrize(
    ("text", "loss"),
    [
        ("Le maire de Brest s’insurge.", "says_nothing"),
        ("La panne de Brest est liée.", "says_nothing"),
        ("La loi a été votée le 3 mai par le conseil et publiée au journal officiel.", "glued"),
        ("Plusieurs routes ont été partiellement ou complètement fermées à Brest.", "says_nothing"),
        ("Si la ville refusait, elle devrait tout payer mais ce refus ne concerne pas Jean Petit.",
         "lost_condition"),
        ("Le port de Brest est ouvert aux navires (c’est uniquement le cas le matin).",
         "lost_exception"),
    ],
)  # fmt: skip
def test_loss_is_told(text: str, loss: str, models: Models, resources: Resources) -> None:
    assert loss in losses_in(text, models, resources)


@pytest.mark.parametrize(
    "text",
    [
        "Le maire de Brest s’insurge contre la fermeture du port.",
        "La panne de Brest est liée à la tempête.",
        "Jean Petit est arrivé mardi à Brest.",
        "Le Kenya a signé l’accord et a fermé le port de Mombasa.",
        "L’enquête a montré que le port de Mombasa était fermé.",
    ],
)
def test_whole_statement_has_lost_nothing(text: str, models: Models, resources: Resources) -> None:
    assert not losses_in(text, models, resources)
