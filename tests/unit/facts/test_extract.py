"""What extraction makes of single sentences."""

from datetime import date

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
    article = to_article(Draft(title="Un titre", text=text, published_on=date(2025, 3, 14)))
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
         ("[subject Les otages] [verb ont été libérés] "
          "[agent par l’armée nigériane | armee-nigeriane]."), "asserted"),
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


@pytest.mark.parametrize(
    ("text", "statement", "modality"),
    [
        ("Le Kenya a dû fermer le port de Mombasa.",
         "Le Kenya a dû fermer le port de Mombasa.", "asserted"),
        ("Le Kenya risque de fermer le port de Mombasa.",
         "Le Kenya risque de fermer le port de Mombasa.", "possible"),
        ("Les marins kényans allèrent à la rencontre des pêcheurs somaliens.",
         "Les marins kényans allèrent à la rencontre des pêcheurs somaliens.", "asserted"),
        ("Le Kenya n’a plus livré que du thé au Japon.",
         "Le Kenya n’a plus livré que du thé au Japon.", "asserted"),
    ],
)  # fmt: skip
def test_what_happened_is_asserted(
    text: str, statement: str, modality: str, models: Models, resources: Resources
) -> None:
    (fact,) = facts_of(text, models, resources)
    assert (fact.statement, fact.modality, fact.negated) == (statement, modality, False)


def test_an_apposed_name_is_that_of_the_head(models: Models, resources: Resources) -> None:
    facts = facts_of("Le journal cite le directeur de cabinet du président du club de Nairobi,"
                     " Johnson Sakaja, mardi.", models, resources)  # fmt: skip
    assert [f.statement for f in facts if f.kind == "role"] == [
        "Johnson Sakaja est le directeur de cabinet du président du club de Nairobi."
    ]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Johnson Sakaja, maire de Nairobi, a salué « une décision courageuse » du Kenya.",
         "Johnson Sakaja a salué «\u202fune décision courageuse\u202f» du Kenya."),
        ("La banque suisse Kobo a, elle, écopé de 2 millions d’euros d’amende.",
         "La banque suisse Kobo a écopé de 2 millions d’euros d’amende."),
        ("Le jeu Kiboko lancé en décembre 2012 a été fermé en 2014.",
         "Le jeu Kiboko lancé en décembre 2012 a été fermé en 2014."),
        ("Le Kenya a signé l’accord jeudi soir à Nairobi.",
         "Le Kenya a signé l’accord le 13 mars 2025 au soir à Nairobi."),
        ("Selon Anna Mwangi, ministre kényane de l’Eau, le Japon aide Nairobi.",
         "Selon Anna Mwangi, le Japon aide Nairobi."),
    ],
)  # fmt: skip
def test_nothing_that_matters_is_cut(
    text: str, statement: str, models: Models, resources: Resources
) -> None:
    assert statement in {f.statement for f in facts_of(text, models, resources)}


def test_a_bare_noun_takes_the_only_name(models: Models, resources: Resources) -> None:
    facts = facts_of("Le Kenya a signé l’accord. Les pluies tropicales ont détruit plusieurs routes"
                     " dans le nord du pays.", models, resources)  # fmt: skip
    rain = next(f for f in facts if "pluies" in f.statement)
    assert rain.statement.endswith("dans le nord du Kenya.")
    assert rain.resolved_by == "« pays » : le Kenya, seul pays dont il soit question"


def test_two_countries_leave_the_country_open(models: Models, resources: Resources) -> None:
    facts = facts_of("Le Kenya a signé l’accord avec le Japon. Les pluies tropicales ont détruit"
                     " plusieurs routes dans le nord du pays.", models, resources)  # fmt: skip
    rain = next(f for f in facts if "pluies" in f.statement)
    assert rain.statement.endswith("du pays.")
    assert not rain.standalone
