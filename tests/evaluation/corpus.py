"""Extraction run on the articles of a corpus."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quizapp.facts.entities import registry_of
from quizapp.facts.extract import Judged, extract, judge
from quizapp.model import Article, Entity, Fact
from quizapp.nlp.models import Models
from quizapp.nlp.parse import parse
from quizapp.reading.articles import to_article
from quizapp.reading.files import draft_from_file
from quizapp.resources import Resources

SEED = "seed-article"
_PUBLISHED = {SEED: date(2024, 6, 18)}
"""Of the articles whose text does not say when it was published."""


@dataclass(frozen=True)
class Run:
    """What one article gave."""

    article: Article
    name: str
    facts: tuple[Fact, ...]
    entities: tuple[Entity, ...]
    judged: tuple[Judged, ...]
    """Every candidate with its features, those that extraction leaves out too."""
    parse_ms: float
    facts_ms: float

    @property
    def words(self) -> int:
        return len(self.article.text.split())

    @property
    def accepted(self) -> tuple[Fact, ...]:
        return tuple(fact for fact in self.facts if fact.status == "accepted")


def articles_of(corpus: Path, *, gold: Path | None = None) -> Iterator[Path]:
    """The corpus in order of names, and the seed article beside it where there is gold of it."""
    yield from sorted(corpus.glob("*.txt"))
    beside = corpus.parent / f"{SEED}.txt"
    if gold and (gold / f"{SEED}.json").exists() and beside.exists():
        yield beside


def run_on(path: Path, *, models: Models, resources: Resources) -> Run:
    draft = draft_from_file(path.name, path.read_bytes(), published_on=_PUBLISHED.get(path.stem))
    article = to_article(draft)
    started = time.perf_counter()
    parsed = parse(article, models=models, resources=resources)
    between = time.perf_counter()
    extraction = extract(parsed, resources=resources)
    ended = time.perf_counter()
    registry = registry_of(parsed, resources=resources)
    return Run(
        article=article,
        name=path.stem,
        facts=extraction.facts,
        entities=extraction.entities,
        judged=tuple(judge(parsed, registry, resources=resources)),
        parse_ms=(between - started) * 1000,
        facts_ms=(ended - between) * 1000,
    )
