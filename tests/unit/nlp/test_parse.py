"""Articles parsed by both models."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.facts.extract import extract
from quizapp.model import Article, Span, StudySet
from quizapp.nlp.models import Models
from quizapp.nlp.parse import parse
from quizapp.resources import Resources
from tests.golden.extraction import sample_article

pytestmark = pytest.mark.models

WORDS = (
    "Le ministre , qui a dit « oui » ( FDS ) selon Anne Roy la Chine ne vote pas lundi 12 000 % :"
    " ; … . ! a-t-il que l’État et en 2019"
).split()


def test_every_word_stands_where_the_article_has_it(models: Models, resources: Resources) -> None:
    article = sample_article()
    parsed = parse(article, models=models, resources=resources)
    for sentence in parsed.sentences:
        words = sentence.words
        assert all(article.text[w.start : w.end] == w.text for w in words)
        assert all(a.end <= b.start for a, b in itertools.pairwise(words))
        assert all(len(p.main.words) == len(p.second.words) for p in sentence.pieces)


def test_names_are_found_with_their_kind(models: Models, resources: Resources) -> None:
    parsed = parse(sample_article(), models=models, resources=resources)
    labels = {name.text: name.label for name in parsed.names if name.agreed}
    assert labels["Fumio Kishida"] == "PER"
    assert labels["Mombasa"] == "LOC"


def test_verbs_get_their_infinitive(models: Models, resources: Resources) -> None:
    parsed = parse(sample_article(), models=models, resources=resources)
    lemmas = {word.text: word.lemma for word in parsed.words if word.is_verb}
    assert lemmas["craint"] == "craindre"
    assert lemmas["construirons"] == "construire"


@given(
    st.text(min_size=1, max_size=200) | st.lists(st.sampled_from(WORDS), min_size=1).map(" ".join)
)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_gives_valid_facts(models: Models, resources: Resources, text: str) -> None:
    article = _article(text)
    if article is None:
        return
    found = extract(parse(article, models=models, resources=resources), resources=resources)
    StudySet(article=article, facts=found.facts, entities=found.entities)


def _article(text: str) -> Article | None:
    """The text as one paragraph and one sentence, when it has anything to read."""
    body = "".join(c for c in text if not 0xD800 <= ord(c) < 0xE000)
    if not body.strip():
        return None
    whole = (Span(start=0, end=len(body)),)
    return Article(id="a", title="Titre", text=body, paragraphs=whole, sentences=whole)
