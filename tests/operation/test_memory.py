"""A worker that analyses articles for months holds no more than after its first ones."""

import pytest

from quizapp.nlp.models import Models
from quizapp.resources import Resources
from tests.bench.growth import analyse, resident_mb
from tests.newswriting import article

pytestmark = pytest.mark.models

MOST_GROWTH_MB = 8


def test_models_forget_the_words_of_an_article(models: Models, resources: Resources) -> None:
    analyse(article(300), models, resources)
    known = [len(nlp.vocab.strings) for nlp in (models.main, models.second)]
    for seed in range(1, 4):
        analyse(article(300, seed=seed), models, resources)
    assert known == [len(nlp.vocab.strings) for nlp in (models.main, models.second)]


def test_many_articles_take_no_more_memory_than_some(models: Models, resources: Resources) -> None:
    """To keep each parsed article would take 15 MB here."""
    for seed in range(30):
        analyse(article(120, seed=seed), models, resources)
    before = resident_mb()
    for seed in range(30, 130):
        analyse(article(120, seed=seed), models, resources)
    assert resident_mb() - before < MOST_GROWTH_MB
