"""Which entry of the lexicon a verb of the text is."""

from typing import TYPE_CHECKING

import pytest

from quizapp.nlp.parse import parse
from quizapp.reading.articles import to_article
from quizapp.reading.text import draft_from_text
from quizapp.resources import Resources
from quizapp.words.candidates import Candidate, candidates

if TYPE_CHECKING:
    from quizapp.nlp.models import Models

pytestmark = pytest.mark.models

TEXT = """Le sommet des ministres à Vienne

Le sommet s’est déroulé mardi à Vienne. Les ministres ont accusé la société de fraude. La
négociation se heurte à un refus du syndicat. Les pompiers ont déroulé une longue échelle."""


@pytest.fixture(scope="module")
def found(models: "Models", resources: Resources) -> dict[str, Candidate]:
    parsed = parse(to_article(draft_from_text(TEXT)), models=models, resources=resources)
    return {use.entry.lemma: use for use in candidates(parsed, resources.lexicon)}


def test_a_reflexive_verb_with_a_sense_of_its_own_is_a_word_of_its_own(
    found: dict[str, Candidate],
) -> None:
    assert found["se dérouler"].entry.definition == "Avoir lieu."
    assert "dérouler" in found
    assert found["dérouler"].construction == "dérouler qqch"


def test_an_aspirated_h_keeps_the_pronoun_whole(found: dict[str, Candidate]) -> None:
    assert found["se heurter"].construction == "se heurter à qqch"


def test_a_plain_verb_shows_its_plain_construction(found: dict[str, Candidate]) -> None:
    assert found["accuser"].construction == "accuser qqn de qqch"
