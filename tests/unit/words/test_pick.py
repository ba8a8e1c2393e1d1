"""Words worth learning, picked from a parsed article."""

from typing import TYPE_CHECKING

import pytest

from quizapp.model import Lexeme
from quizapp.nlp.parse import parse
from quizapp.nlp.trees import ParsedArticle
from quizapp.reading.articles import to_article
from quizapp.reading.text import draft_from_text
from quizapp.resources import Resources
from quizapp.words.pick import pick

if TYPE_CHECKING:
    from quizapp.nlp.models import Models

pytestmark = pytest.mark.models

TEXT = """La grève des dockers paralyse le port du Havre

Les dockers du Havre ont entamé lundi une grève de trois jours pour réclamer une hausse de leurs
salaires. Le syndicat dénonce des licenciements et s’oppose à la fermeture de deux chantiers.

La préfecture craint une pénurie de carburant dans la région. Selon Marie Lefort, porte-parole du
port, vingt navires attendent au large. Pour les ouvriers, cette aide serait une bouée de sauvetage.

La grève pourrait durer. Le syndicat a rejeté l’offre du gouvernement, qui souhaite négocier un
accord avec les entreprises en échange d’une reprise du travail."""


@pytest.fixture(scope="module")
def parsed(models: "Models", resources: Resources) -> ParsedArticle:
    return parse(to_article(draft_from_text(TEXT)), models=models, resources=resources)


@pytest.fixture(scope="module")
def picked(parsed: ParsedArticle, resources: Resources) -> tuple[Lexeme, ...]:
    return pick(parsed, resources=resources)


def test_the_words_of_the_subject_are_picked(picked: tuple[Lexeme, ...]) -> None:
    lemmas = {lexeme.lemma for lexeme in picked}
    assert len(picked) >= 20
    assert {"grève", "syndicat", "pénurie", "licenciement", "bouée de sauvetage"} <= lemmas


def test_names_and_numbers_are_not(picked: tuple[Lexeme, ...]) -> None:
    lemmas = {lexeme.lemma.lower() for lexeme in picked}
    assert not lemmas & {"havre", "marie", "lefort", "trois", "vingt", "deux", "le", "être"}


def test_each_lexeme_can_be_learned(picked: tuple[Lexeme, ...], parsed: ParsedArticle) -> None:
    for lexeme in picked:
        assert lexeme.definition or lexeme.gloss.en
        assert lexeme.sources
        assert (lexeme.gender is not None) == (lexeme.pos == "noun")
        assert lexeme.sentence is not None
        assert lexeme.form is not None
        assert lexeme.form in lexeme.sentence.text
        start, end = lexeme.sentence.start, lexeme.sentence.end
        assert parsed.article.text[start:end] == lexeme.sentence.text


def test_ids_are_unique_and_plain(picked: tuple[Lexeme, ...]) -> None:
    ids = [lexeme.id for lexeme in picked]
    assert len(set(ids)) == len(ids)
    assert all(" " not in each and "/" not in each and each.endswith("-1") for each in ids)


def test_a_reflexive_verb_is_told_as_one(parsed: ParsedArticle, resources: Resources) -> None:
    constructions = {lexeme.construction for lexeme in pick(parsed, resources=resources, count=99)}
    assert "s’opposer à qqch" in constructions
    assert "négocier qqch avec qqn" in constructions


def test_the_count_is_a_ceiling_and_the_order_stays(
    parsed: ParsedArticle, resources: Resources, picked: tuple[Lexeme, ...]
) -> None:
    assert pick(parsed, resources=resources, count=5) == picked[:5]
    assert pick(parsed, resources=resources, count=0) == ()
