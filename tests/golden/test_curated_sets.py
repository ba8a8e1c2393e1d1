"""The curated sets of `decks/`: whole, exact, well set."""

import re
from pathlib import Path

import pytest

from quizapp.facts.notation import parse_clause, read_facts, write_clause, write_facts
from quizapp.french.typography import NARROW
from quizapp.model import AUTHOR, StudySet
from quizapp.reading.curated import read_article
from quizapp.words.curated import read_lexemes
from quizapp.world import load_world
from quizapp.world.curated import read_entities

DECKS = Path(__file__).parents[2] / "decks"
FOLDERS = sorted(path.parent for path in DECKS.glob("*/article.md"))

_BAD_SPACE = re.compile(rf"(?<!{NARROW})[;:!?»](?=\s|$)|«(?!{NARROW})|[ \u00a0][;:!?»]")
_STRAIGHT = re.compile(r"['\"]")
_BARE_THOUSANDS = re.compile(r"\d[ \u00a0]\d{3}")


def read(folder: Path) -> StudySet:
    article = read_article(folder)
    entities = read_entities(folder / "entities.yaml", article)
    return StudySet(
        article=article,
        entities=entities,
        facts=read_facts(folder / "facts.yaml", article, entities=entities),
        lexemes=read_lexemes(folder / "words.yaml", article),
    )


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def study_set(request: pytest.FixtureRequest) -> StudySet:
    return read(request.param)


@pytest.fixture(scope="module")
def poutine() -> StudySet:
    return read(DECKS / "poutine-kim-2024")


def test_the_article_has_the_length_of_a_lesson(study_set: StudySet) -> None:
    article = study_set.article
    assert 400 <= len(re.findall(r"[\w’-]+", article.text)) <= 1000
    assert len(article.headings) in (3, 4)


def test_every_sentence_supports_a_fact(study_set: StudySet) -> None:
    article = study_set.article
    bare = [
        article.text[sentence.start : sentence.end]
        for sentence in article.sentences
        if not any(sentence.overlaps(fact.evidence) for fact in study_set.facts)
    ]
    assert bare == []


def test_spans_are_exact_and_lie_in_sentences(study_set: StudySet) -> None:
    text = study_set.article.text
    for fact in study_set.facts:
        evidence = fact.evidence
        assert text[evidence.start : evidence.end] == evidence.text
        assert study_set.article.sentence_of(evidence) is not None, fact.id
    for entity in study_set.entities:
        names = {re.sub(r"\W", "", name) for name in (entity.name, *entity.aliases)}
        for span in entity.mentions:
            assert re.sub(r"\W", "", text[span.start : span.end]) in names
    for lexeme in study_set.lexemes:
        assert lexeme.sentence
        assert lexeme.form
        assert lexeme.form in lexeme.sentence.text


def test_facts_are_sentences_that_stand_alone(study_set: StudySet) -> None:
    pointing = re.compile(
        r"^(Il|Elle|Ils|Elles|Ce|Cette|Ces|Cela|Son|Sa|Ses|Leur|Leurs)\b"
        r"|\b(hier|demain|la veille|cette année|le mois dernier|ce dernier|cette dernière)\b"
    )
    for fact in study_set.facts:
        assert fact.statement[0].isupper(), fact.id
        assert fact.segments[-1].text == ".", fact.id
        assert not pointing.search(fact.statement), fact.statement
        assert fact.status == "accepted"
        assert fact.segment("verb") is not None, fact.id


def test_speech_is_framed_and_attributed(study_set: StudySet) -> None:
    for fact in study_set.facts:
        framed = fact.segments[0].role == "frame"
        assert framed == (fact.attribution is not None), fact.id
        if fact.attribution:
            assert fact.attribution.text in fact.segments[0].text, fact.id
            assert fact.attribution.text == AUTHOR or fact.modality != "asserted", fact.id


def test_statements_are_distinct(study_set: StudySet) -> None:
    statements = [fact.statement for fact in study_set.facts]
    assert len(set(statements)) == len(statements)


def test_typography_is_french(study_set: StudySet) -> None:
    texts = [
        study_set.article.title,
        study_set.article.text,
        *(fact.statement for fact in study_set.facts),
        *(entity.description or "" for entity in study_set.entities),
        *(alias for entity in study_set.entities for alias in (entity.name, *entity.aliases)),
        *(lexeme.definition or "" for lexeme in study_set.lexemes),
    ]
    for text in texts:
        for fault in (_STRAIGHT, _BAD_SPACE, _BARE_THOUSANDS):
            assert not fault.search(text), text


def test_entities_bear_the_ids_of_the_world(study_set: StudySet) -> None:
    world = load_world(DECKS / "world")
    for entity in study_set.entities:
        found = {record.id for record in world.find(entity.name)}
        assert not found or entity.id in found, entity.id


def test_facts_survive_their_notation(study_set: StudySet, tmp_path: Path) -> None:
    for fact in study_set.facts:
        assert parse_clause(write_clause(fact.segments)) == fact.segments
    path = tmp_path / "facts.yaml"
    path.write_text(write_facts(study_set.facts, study_set.article), encoding="utf-8")
    assert read_facts(path, study_set.article) == study_set.facts


def test_poutine_is_a_full_lesson(poutine: StudySet) -> None:
    assert (len(poutine.facts), len(poutine.entities), len(poutine.lexemes)) == (99, 44, 51)
    assert {fact.kind for fact in poutine.facts} == {
        "event", "state", "role", "quote", "quantity", "date", "intention", "cause", "comparison",
    }  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "les 18 et 19 juin 2024",
        "depuis 24 ans",
        "juillet 2000",
        "deux fois",
        "« Les Cadets de Podolsk »",
        "en 1941",
        "traité de partenariat stratégique global",
        "Andreï Belooussov, Denis Mantourov et Alexandre Novak",
        "des millions d’obus",
        "11 000 conteneurs",
        "Hwasong-11",
        "600 dollars",
        "rapatriés en 2019",
        "plus de 400 touristes russes entre février et mai 2024",
        "secrétaire américain à la Défense",
        "porte-parole du Conseil de sécurité nationale",
        "« dépendant » des dirigeants autoritaires",
    ],
)
def test_poutine_tells_what_happened(poutine: StudySet, words: str) -> None:
    told = [fact.statement.replace(NARROW, " ") for fact in poutine.facts]
    assert any(words in statement for statement in told)
