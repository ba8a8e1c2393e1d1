"""Extraction run on one article of a corpus."""

import time
from dataclasses import dataclass
from pathlib import Path

from quizapp.facts.extract import extract
from quizapp.model import Fact
from quizapp.nlp.models import Models
from quizapp.nlp.parse import parse
from quizapp.reading.articles import to_article
from quizapp.reading.files import draft_from_file
from quizapp.resources import Resources


@dataclass(frozen=True)
class Run:
    """What one article gave."""

    name: str
    words: int
    facts: tuple[Fact, ...]
    parse_ms: float
    facts_ms: float

    @property
    def accepted(self) -> tuple[Fact, ...]:
        return tuple(fact for fact in self.facts if fact.status == "accepted")


def run_on(path: Path, *, models: Models, resources: Resources) -> Run:
    article = to_article(draft_from_file(path.name, path.read_bytes()))
    started = time.perf_counter()
    parsed = parse(article, models=models, resources=resources)
    between = time.perf_counter()
    facts = extract(parsed, resources=resources).facts
    ended = time.perf_counter()
    return Run(
        name=path.stem,
        words=len(article.text.split()),
        facts=facts,
        parse_ms=(between - started) * 1000,
        facts_ms=(ended - between) * 1000,
    )
