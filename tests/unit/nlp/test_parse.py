"""Articles parsed by both models."""

import itertools

import pytest

from quizapp.nlp.models import Models
from quizapp.nlp.parse import parse
from quizapp.resources import Resources
from tests.golden.extraction import sample_article

pytestmark = pytest.mark.models


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
