"""Facts of a text of our own, word for word."""

import pytest

from quizapp.facts.extract import Extraction, extract
from quizapp.facts.notation import write_clause
from quizapp.model import Draft, Fact, StudySet
from quizapp.nlp.models import Models
from quizapp.nlp.parse import parse
from quizapp.reading.articles import to_article
from quizapp.resources import Resources
from tests.golden.extraction import ACCEPTED, TEXT, TITLE, sample_article

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def extraction(models: Models, resources: Resources) -> Extraction:
    return extract(parse(sample_article(), models=models, resources=resources), resources=resources)


def test_accepted_facts(extraction: Extraction) -> None:
    accepted = [_line(fact) for fact in extraction.facts if fact.status == "accepted"]
    assert accepted == ACCEPTED


def _line(fact: Fact) -> str:
    polarity = "negated" if fact.negated else "affirmed"
    speaker = fact.attribution.text if fact.attribution else "-"
    clause = write_clause(fact.segments)
    return " · ".join([fact.kind, fact.modality, polarity, fact.time or "-", speaker, clause])


def test_evidence_is_the_sentence_and_entities_are_known(extraction: Extraction) -> None:
    article = sample_article()
    study_set = StudySet(article=article, facts=extraction.facts, entities=extraction.entities)
    spans = {(s.start, s.end) for s in article.sentences}
    assert {(f.evidence.start, f.evidence.end) for f in study_set.facts} <= spans


def test_a_pronoun_keeps_what_it_was_resolved_by(extraction: Extraction) -> None:
    promise = next(f for f in extraction.facts if "a promis" in f.statement)
    assert promise.resolved_by == "« il » : seule personne dont il soit alors question"
    assert promise.statement == "Fumio Kishida a promis une aide de 3,5 millions d’euros."


def test_what_points_back_is_not_accepted(extraction: Extraction) -> None:
    assert not any("Cette décision" in f.statement and f.status == "accepted"
                   for f in extraction.facts)  # fmt: skip


def test_without_a_publication_date_relative_times_stay_open(
    models: Models, resources: Resources
) -> None:
    article = to_article(Draft(title=TITLE, text=TEXT))
    facts = extract(parse(article, models=models, resources=resources), resources=resources).facts
    monday = next(f for f in facts if "lundi" in f.statement)
    assert monday.time is None
    assert {f.time for f in facts if "2019" in f.statement} == {"2019"}


def test_ids_stay_when_the_article_is_read_again(
    extraction: Extraction, models: Models, resources: Resources
) -> None:
    again = extract(
        parse(sample_article(), models=models, resources=resources), resources=resources
    )
    assert again == extraction
