"""A run of extraction on an article of ours: what readers are given to judge."""

from datetime import date
from pathlib import Path

import pytest

from quizapp.nlp.models import Models
from quizapp.resources import Resources
from tests.evaluation.corpus import SEED, Run, articles_of, run_on
from tests.evaluation.labels import to_judge

pytestmark = pytest.mark.models

_ARTICLE = """Brest : un pont rouvre

Le 4 avril 2017, la maire Jeanne Morel a inauguré le nouveau pont de Brest. Elle a ensuite quitté \
la ville. Selon le préfet, les travaux ont coûté trois millions d'euros. Celui-ci n'en dit pas \
plus, ce qui étonne.
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory, models: Models, resources: Resources) -> Run:
    path = tmp_path_factory.mktemp("corpus") / "d999-pont.txt"
    path.write_text(_ARTICLE, encoding="utf-8")
    return run_on(path, models=models, resources=resources)


def test_readers_get_every_fact_that_extraction_keeps_once(run: Run) -> None:
    chosen = [fact for _, fact in to_judge(run)]
    statements = [fact.statement for fact in chosen]
    assert len(statements) == len(set(statements))
    assert {fact.statement for fact in run.facts} <= set(statements)
    assert run.accepted
    assert len(chosen) <= len(run.judged)


def test_an_observation_says_where_the_sentence_stands_and_not_what_it_says(run: Run) -> None:
    for seen, fact in to_judge(run):
        assert run.article.text[seen.start : seen.end] == fact.evidence.text
        assert seen.article == "d999-pont"
        assert fact.statement not in repr(seen)


def test_the_seed_article_stands_beside_the_corpus_and_is_read_with_its_date(
    tmp_path: Path, models: Models, resources: Resources
) -> None:
    corpus, gold = tmp_path / "articles", tmp_path / "gold"
    corpus.mkdir()
    gold.mkdir()
    (corpus / "d999-pont.txt").write_text(_ARTICLE, encoding="utf-8")
    seed = tmp_path / f"{SEED}.txt"
    seed.write_text("Un titre\n\nLe pont a rouvert mardi.\n", encoding="utf-8")
    assert [path.stem for path in articles_of(corpus, gold=gold)] == ["d999-pont"]
    (gold / f"{SEED}.json").write_text("{}", encoding="utf-8")
    assert [path.stem for path in articles_of(corpus, gold=gold)] == ["d999-pont", SEED]
    assert run_on(seed, models=models, resources=resources).article.published_on == date(
        2024, 6, 18
    )
