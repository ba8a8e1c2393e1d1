"""The whole story: an article becomes a study set."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.model import Article, StudySet, Timings
from quizapp.resources import Resources

if TYPE_CHECKING:
    from quizapp.nlp.models import Models

Report = Callable[[str, float], None]
"""Told at each step: its name (`parse`, `facts`, `words`, `questions`) and the share done."""

QUESTIONS = 20
"""How many questions a study set gets unless somebody asks for another number."""


def generate(
    article: Article,
    *,
    resources: Resources,
    models: "Models",
    questions: int = QUESTIONS,
    seed: int = 0,
    read_ms: float = 0,
    report: Report = lambda step, share: None,
) -> StudySet:
    """Analyse an article; the same article, count and seed give an equal study set."""
    from quizapp.facts.extract import extract
    from quizapp.nlp.parse import parse
    from quizapp.questions.compose import compose
    from quizapp.words.pick import pick

    watch = _Stopwatch()
    report("parse", 0.0)
    parsed = parse(article, models=models, resources=resources)
    parse_ms = watch.lap()
    report("facts", 0.4)
    extraction = extract(parsed, resources=resources)
    facts_ms = watch.lap()
    report("words", 0.6)
    lexemes = pick(parsed, resources=resources)
    words_ms = watch.lap()
    report("questions", 0.8)
    composed = compose(
        article,
        extraction.facts,
        extraction.entities,
        lexemes,
        resources=resources,
        count=questions,
        seed=seed,
    )
    questions_ms = watch.lap()
    report("done", 1.0)
    return StudySet(
        article=article,
        entities=extraction.entities,
        facts=extraction.facts,
        questions=composed,
        lexemes=lexemes,
        timings=Timings(
            read_ms=read_ms,
            parse_ms=parse_ms,
            facts_ms=facts_ms,
            words_ms=words_ms,
            questions_ms=questions_ms,
        ),
    )


def is_curated(source: Path) -> bool:
    """Whether a folder holds a study set written by hand."""
    return (source / "article.md").is_file()


def assemble(
    folder: Path, *, resources: Resources, questions: int | None = None, seed: int = 0
) -> StudySet:
    """Read a curated folder; no model is loaded.

    Without `questions` every question that can be composed is there. Raises QuizappError that
    names the file, the line and what was expected.
    """
    from quizapp.facts.notation import read_facts
    from quizapp.questions.compose import compose
    from quizapp.questions.curated import apply_overrides
    from quizapp.reading.curated import read_article
    from quizapp.words.curated import read_lexemes
    from quizapp.world.curated import read_entities

    watch = _Stopwatch()
    article = read_article(folder)
    entities = read_entities(folder / "entities.yaml", article)
    facts = read_facts(folder / "facts.yaml", article, entities=entities)
    lexemes = read_lexemes(folder / "words.yaml", article, lexicon=resources.lexicon)
    read_ms = watch.lap()
    composed = compose(
        article, facts, entities, lexemes, resources=resources, count=questions, seed=seed
    )
    curated = apply_overrides(composed, folder / "questions.yaml", article, facts)
    return StudySet(
        article=article,
        entities=entities,
        facts=facts,
        questions=curated,
        lexemes=lexemes,
        timings=Timings(read_ms=read_ms, questions_ms=watch.lap()),
    )


class _Stopwatch:
    def __init__(self) -> None:
        self._last = time.perf_counter()

    def lap(self) -> float:
        """Milliseconds since the last lap."""
        now = time.perf_counter()
        lap, self._last = now - self._last, now
        return round(lap * 1000, 3)
