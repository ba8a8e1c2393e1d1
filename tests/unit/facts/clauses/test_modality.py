"""How a clause is meant, by its verb and mood."""

import pytest

from quizapp.nlp.models import Models
from quizapp.resources import Resources
from tests.unit.facts.voice.scene import told

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Un homme de Brest est soupçonné d’avoir volé le phare.", "possible"),
        ("Le Kenya est accusé de fraude.", "reported"),
        ("Le Kenya s’est engagé à réparer le phare de Brest.", "planned"),
        ("Le Kenya a proposé de réparer le phare de Brest.", "planned"),
        ("Le Kenya a proposé une trêve.", "asserted"),
        ("Le Kenya a proposé une digue pour protéger le phare de Brest.", "asserted"),
        ("Le Kenya appelle le Japon à réparer le phare de Brest.", "desired"),
        ("Le Kenya a appelé la police de Brest.", "asserted"),
        ("Le Kenya aurait dû réparer le phare de Brest.", "necessary"),
        ("Le Kenya aurait réparé le phare de Brest.", "reported"),
        ("Le Kenya tente de réparer le phare de Brest.", "asserted"),
        ("Le Kenya a tenté de réparer le phare de Brest.", "asserted"),
        ("Le Kenya établit les chiffres de Brest.", "asserted"),
        ("Le Kenya ne peut pas réparer le phare de Brest.", "asserted"),
        ("Le Kenya peut réparer le phare de Brest.", "possible"),
        ("Le Kenya ne pourrait pas réparer le phare de Brest.", "possible"),
        ("Le phare de Brest sera réparé.", "planned"),
        ("Le Kenya projette deux films à Brest.", "asserted"),
        ("Le Kenya projette de réparer le phare de Brest.", "planned"),
        ("Le Kenya a démenti une attaque contre Brest.", "denied"),
    ],
)
def test_modality(text: str, modality: str, models: Models, resources: Resources) -> None:
    assert told(text, models, resources)[text].modality == modality


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Le Kenya affirme que le Japon réparera le phare de Brest.", "planned"),
        ("Le Kenya affirme que le Japon a réparé le phare de Brest.", "asserted"),
        ("Le Kenya affirme que le Japon doit réparer le phare de Brest.", "necessary"),
        ("Le Kenya affirme que le Japon aurait réparé le phare de Brest.", "reported"),
    ],
)
def test_what_is_said_has_its_own(
    text: str, modality: str, models: Models, resources: Resources
) -> None:
    assert told(text, models, resources)[text].modality == modality


def test_a_story_told_in_the_future(models: Models, resources: Resources) -> None:
    facts = told("Le coureur du Kenya sera finalement disqualifié à Brest.", models, resources)
    assert {fact.modality for s, fact in facts.items() if "disqualifié" in s} == {"asserted"}
