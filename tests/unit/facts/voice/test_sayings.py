"""« X déclare que … »: who speaks, and what is said as a fact of its own."""

import pytest

from quizapp.nlp.models import Models
from quizapp.resources import Resources
from tests.unit.facts.voice.scene import speakers, told

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("text", "statement", "speaker"),
    [
        ("Le Kenya a annoncé à la BBC que le port de Mombasa fermera.",
         "Le Kenya a annoncé à la BBC que le port de Mombasa fermera.", "le Kenya"),
        ("La mairie de Brest précise également qu’un pont a cédé.",
         "La mairie de Brest précise qu’un pont a cédé.", "la mairie de Brest"),
        ("Le parquet de Brest lui a indiqué vendredi que l’enquête est terminée.",
         "Le parquet de Brest a indiqué le 14 mars 2025 que l’enquête est terminée.",
         "le parquet de Brest"),
    ],
)  # fmt: skip
def test_what_is_said_is_framed(
    text: str, statement: str, speaker: str, models: Models, resources: Resources
) -> None:
    facts = told(text, models, resources)
    attribution = facts[statement].attribution
    assert attribution is not None
    assert attribution.text == speaker
    assert facts[statement].segments[0].role == "frame"


def test_each_clause_said_is_a_fact(models: Models, resources: Resources) -> None:
    facts = told("La Chine affirme que le port a fermé et que la grue de Tianjin est tombée "
                 "et ajoute qu’un navire a coulé.", models, resources)  # fmt: skip
    assert [statement for statement in facts if statement.startswith("La Chine ")] == [
        "La Chine affirme que le port a fermé.",
        "La Chine affirme que la grue de Tianjin est tombée.",
        "La Chine ajoute qu’un navire a coulé.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron a visité Brest, ajoutant que le phare de Brest est tombé.",
        "« La digue a cédé », précise Emmanuel Macron, ajoutant que le phare de Brest est tombé.",
        "Emmanuel Macron a dit que la digue a cédé, ajoutant que le phare de Brest est tombé.",
    ],
)
def test_a_participle_that_says(text: str, models: Models, resources: Resources) -> None:
    facts = told(text, models, resources)
    assert speakers(facts, "phare de Brest") == {"Emmanuel Macron"}


def test_he_is_who_speaks(models: Models, resources: Resources) -> None:
    facts = told("Emmanuel Macron a déclaré qu’il quittera Brest. Il ajoute que la grève "
                 "des dockers continue.", models, resources)  # fmt: skip
    assert "Emmanuel Macron a déclaré qu’Emmanuel Macron quittera Brest." in facts
    continued = facts["Emmanuel Macron ajoute que la grève des dockers continue."]
    assert continued.attribution is not None
    assert continued.attribution.entity == "emmanuel-macron"


@pytest.mark.parametrize(
    "text",
    [
        "Le Kenya n’a pas précisé que le port a fermé.",
        "L’homme qui a dit que le port ferme vit à Brest.",
        "Le Kenya, ainsi que la Chine, livre du café.",
        "Le Kenya annonce plus de ventes que la Chine.",
    ],
)
def test_no_speech_no_frame(text: str, models: Models, resources: Resources) -> None:
    assert not [f for f in told(text, models, resources).values() if f.attribution]


def test_an_unknown_speaker_asserts_nothing(models: Models, resources: Resources) -> None:
    assert not told("Elle affirme que le port de Mombasa a fermé.", models, resources)


def test_words_of_an_editor_lose_their_brackets(models: Models, resources: Resources) -> None:
    facts = told("Le Kenya affirme que « [le] port de Mombasa a fermé [l]’accès à la mer ».",
                 models, resources)  # fmt: skip
    assert list(facts) == ["Le Kenya affirme que le port de Mombasa a fermé l’accès à la mer."]


def test_guillemets_that_run_over_segments_are_dropped(
    models: Models, resources: Resources
) -> None:
    facts = told("Le Kenya affirme que la Chine a « volé le phare » de Lamu.", models, resources)
    assert list(facts) == ["Le Kenya affirme que la Chine a volé le phare de Lamu."]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Il a été annoncé lundi que le phare de Brest sera réparé.",
         "Il a été annoncé que le phare de Brest sera réparé."),
        ("Il a été indiqué que « le phare de Brest a été réparé ».",
         "Il a été indiqué que le phare de Brest a été réparé."),
    ],
)  # fmt: skip
def test_nobody_announces(text: str, statement: str, models: Models, resources: Resources) -> None:
    facts = told(text, models, resources)
    assert facts[statement].attribution is None
