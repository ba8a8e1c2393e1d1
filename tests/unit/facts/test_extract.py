"""What extraction makes of single sentences."""

import pytest

from quizapp.facts.extract import extract
from quizapp.facts.notation import write_clause
from quizapp.model import Draft, Fact
from quizapp.nlp.models import Models
from quizapp.nlp.parse import parse
from quizapp.reading.articles import to_article
from quizapp.resources import Resources

pytestmark = pytest.mark.models


def facts_of(text: str, models: Models, resources: Resources) -> tuple[Fact, ...]:
    article = to_article(Draft(title="Un titre", text=text))
    return extract(parse(article, models=models, resources=resources), resources=resources).facts


@pytest.mark.parametrize(
    ("text", "clause", "modality"),
    [
        ("La Chine devrait signer l’accord.",
         "[subject La Chine | CHN] [verb devrait signer] [object l’accord].", "planned"),
        ("La Chine doit signer l’accord.",
         "[subject La Chine | CHN] [verb doit signer] [object l’accord].", "necessary"),
        ("Le Brésil peut refuser l’accord.",
         "[subject Le Brésil | BRA] [verb peut refuser] [object l’accord].", "possible"),
        ("Le Brésil souhaite un accord.",
         "[subject Le Brésil | BRA] [verb souhaite] [object un accord].", "desired"),
        ("Les otages ont été libérés par l’armée nigériane.",
         "[subject Les otages] [verb ont été libérés] [agent par l’armée nigériane].", "asserted"),
    ],
)  # fmt: skip
def test_modality_and_roles(
    text: str, clause: str, modality: str, models: Models, resources: Resources
) -> None:
    found = {write_clause(f.segments): f.modality for f in facts_of(text, models, resources)}
    assert found == {clause: modality}


def test_members_keep_their_entities(models: Models, resources: Resources) -> None:
    (fact,) = facts_of("Le Brésil a livré au Kenya du café et du sucre.", models, resources)
    goods = fact.segment("object")
    assert goods is not None
    assert [m.text for m in goods.members] == ["du café", "du sucre"]
    assert fact.entities == ("BRA", "KEN")


def test_only_is_no_negation(models: Models, resources: Resources) -> None:
    facts = facts_of("La Chine n’a livré que du riz. La Chine n’a pas livré de riz.",
                     models, resources)  # fmt: skip
    assert {f.statement: f.negated for f in facts}["La Chine n’a pas livré de riz."]
    assert not any(f.negated for f in facts if "que du riz" in f.statement)


@pytest.mark.parametrize(
    "text", ["Il pleut.", "C’est un succès.", "On l’a vu.", "Nous partons.", "Les moyens."]
)
def test_what_cannot_stand_alone_gives_nothing(
    text: str, models: Models, resources: Resources
) -> None:
    assert not [f for f in facts_of(text, models, resources) if f.status == "accepted"]
