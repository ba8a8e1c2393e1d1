"""Facts of coordinated clauses and predicates."""

from datetime import date

import pytest

from quizapp.facts.candidate import Candidate
from quizapp.facts.candidates import Reader
from quizapp.facts.entities import registry_of
from quizapp.facts.extract import extract
from quizapp.model import Draft, Fact
from quizapp.model.fact import join_segments
from quizapp.nlp.models import Models
from quizapp.nlp.parse import parse
from quizapp.reading.articles import to_article
from quizapp.resources import Resources

pytestmark = pytest.mark.models


def facts_of(text: str, models: Models, resources: Resources) -> tuple[Fact, ...]:
    article = to_article(Draft(title="Un titre", text=text, published_on=date(2025, 3, 14)))
    return extract(parse(article, models=models, resources=resources), resources=resources).facts


def candidates_of(text: str, models: Models, resources: Resources) -> tuple[Candidate, ...]:
    article = to_article(Draft(title="Un titre", text=text, published_on=date(2025, 3, 14)))
    parsed = parse(article, models=models, resources=resources)
    registry = registry_of(parsed, resources=resources)
    return tuple(Reader(parsed, registry=registry, resources=resources).candidates())


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("Le Kenya a signé l’accord lundi et a fermé le port de Mombasa mardi.",
         {"Le Kenya a signé l’accord le 10 mars 2025.",
          "Le Kenya a fermé le port de Mombasa le 11 mars 2025."}),
        ("Des digues ont été construites à Mombasa et des radars ont été installés à Nairobi.",
         {"Des digues ont été construites à Mombasa.",
          "Des radars ont été installés à Nairobi."}),
        ("Ce sont 40 navires japonais qui ont quitté le port de Mombasa.",
         {"40 navires japonais ont quitté le port de Mombasa."}),
    ],
)  # fmt: skip
def test_each_predicate_is_a_fact(
    text: str, statements: set[str], models: Models, resources: Resources
) -> None:
    assert {f.statement for f in facts_of(text, models, resources)} == statements


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Le Kenya ne cherche qu’à vendre du thé au Japon.", False),
        ("Le Kenya ne cherche pas à vendre du thé au Japon.", True),
    ],
)
def test_ne_que_restricts(text: str, negated: bool, models: Models, resources: Resources) -> None:
    (fact,) = facts_of(text, models, resources)
    assert fact.negated == negated


@pytest.mark.parametrize(
    ("text", "statement", "modality"),
    [
        ("Le maire de Mombasa a été arrêté puis relâché mardi.",
         "Le maire de Mombasa a été relâché le 11 mars 2025.", "asserted"),
        ("Le maire de Mombasa a été arrêté puis relâché par la police kényane.",
         "Le maire de Mombasa a été relâché par la police kényane.", "asserted"),
        ("Le Kenya veut réduire les taxes et augmenter les salaires.",
         "Le Kenya veut augmenter les salaires.", "desired"),
        ("Le Kenya cherche à vendre son thé et à acheter du riz.",
         "Le Kenya cherche à acheter du riz.", "desired"),
        ("Durant la grève, ni le port de Mombasa ni la gare de Nairobi ne peuvent vendre du thé.",
         "Ni le port de Mombasa ni la gare de Nairobi ne peuvent vendre du thé durant la grève.",
         "asserted"),
        ("Une explosion a dans un premier temps été évoquée par la presse kényane.",
         "Une explosion a été évoquée dans un premier temps par la presse kényane.", "asserted"),
        ("Les pêcheurs kényans réparent et vendent des barques.",
         "Les pêcheurs kényans réparent des barques.", "asserted"),
        ("Le Kenya ne manque pas de vendre du thé au Japon.",
         "Le Kenya ne manque pas de vendre du thé au Japon.", "asserted"),

        ("Il faut fermer le port de Mombasa.", "Il faut fermer le port de Mombasa.", "necessary"),
        ("On compte 6 millions de chômeurs au Kenya.",
         "On compte 6 millions de chômeurs au Kenya.", "asserted"),
    ],
)  # fmt: skip
def test_statements(
    text: str, statement: str, modality: str, models: Models, resources: Resources
) -> None:
    found = {
        join_segments([s.text for s in c.segments]): c
        for c in candidates_of(text, models, resources)
    }
    assert found[statement].modality == modality


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        ("Le Kenya a livré au Japon du café et du sucre.", True),
        ("Le Kenya a livré notamment du café et du sucre.", False),
        ("Le Kenya a livré du café et du sucre, entre autres.", False),
    ],
)
def test_whether_a_list_is_whole(
    text: str, complete: bool, models: Models, resources: Resources
) -> None:
    (told,) = candidates_of(text, models, resources)
    goods = next(s for s in told.segments if s.role == "object")
    assert [m.text for m in goods.members] == ["du café", "du sucre"]
    assert goods.complete == complete


def test_how_far_two_readings_agree_is_told(models: Models, resources: Resources) -> None:
    (told,) = candidates_of("Le Kenya a livré du thé au Japon.", models, resources)
    assert {"subject_agrees", "verb_agrees", "subject_entity", "past"} <= told.features


def test_a_time_of_what_is_said_is_not_that_of_the_saying(
    models: Models, resources: Resources
) -> None:
    told = candidates_of("Le maire Johnson Sakaja a indiqué que le port de Lamu rouvrira en 2030.",
                         models, resources)  # fmt: skip
    statements = {join_segments([s.text for s in c.segments]) for c in told}
    assert "Johnson Sakaja a indiqué que le port de Lamu rouvrira en 2030." in statements


def test_a_time_belongs_to_the_clause_in_which_it_stands(
    models: Models, resources: Resources
) -> None:
    told = candidates_of("Le maire de Nairobi, qui a quitté la Tanzanie en 2008, a signé la loi.",
                         models, resources)  # fmt: skip
    statements = {join_segments([s.text for s in c.segments]) for c in told}
    assert "Le maire de Nairobi a signé la loi." in statements
    assert not any("loi" in s and "2008" in s for s in statements)
