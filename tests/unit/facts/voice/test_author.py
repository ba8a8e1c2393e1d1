"""The author's own judgements."""

import pytest

from quizapp.model.fact import AUTHOR
from quizapp.nlp.models import Models
from quizapp.resources import Resources
from tests.unit.facts.voice.scene import speakers, told

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("La réforme du port de Brest est une honte.", "est une honte"),
        ("Le retard du Kenya est regrettable.", "est regrettable"),
        ("Malheureusement, le Kenya a vendu le phare de Lamu.", "a vendu le phare"),
    ],
)
def test_judgements(text: str, words: str, models: Models, resources: Resources) -> None:
    assert speakers(told(text, models, resources), words) == {AUTHOR}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("La réforme du port de Brest est une loi.", "est une loi", None),
        ("Selon le Kenya, la réforme du port est une honte.", "est une honte", "le Kenya"),
    ],
)
def test_what_is_no_judgement_of_the_author(
    text: str, words: str, speaker: str | None, models: Models, resources: Resources
) -> None:
    assert speakers(told(text, models, resources), words) == {speaker}
