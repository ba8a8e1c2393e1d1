"""Distractors of a stem: same type and shape as the key, false according to the article."""

from decimal import Decimal

from quizapp.french.numbers import find_numbers
from quizapp.questions.asking import Stem
from quizapp.questions.bench import Bench
from quizapp.questions.options import figures
from quizapp.questions.options.entities import entity_options
from quizapp.questions.options.option import Option
from quizapp.questions.options.phrases import are_related, phrase_options

__all__ = ["Option", "are_related", "in_order", "options"]

WANTED = 3


def options(stem: Stem, bench: Bench) -> list[Option]:
    """Up to three wrong options."""
    if stem.sort in ("person", "country", "organisation"):
        return entity_options(stem, bench, WANTED)
    if stem.sort in ("number", "duration", "year", "date"):
        return _figure_options(stem, bench)
    return phrase_options(stem, bench, WANTED)


def in_order(texts: list[str], stem: Stem, bench: Bench) -> list[str]:
    """Figures and dates ascending, everything else by the seed."""
    if stem.sort in ("number", "duration"):
        return sorted(texts, key=figures.size)
    if stem.sort in ("year", "date"):
        return sorted(texts, key=figures.chronological)
    shuffled = sorted(texts)
    bench.rng("order", stem.fact.id, stem.asked).shuffle(shuffled)
    return shuffled


def _figure_options(stem: Stem, bench: Bench) -> list[Option]:
    rng = bench.rng("figures", stem.fact.id, stem.asked)
    if stem.sort == "year":
        published = bench.article.published_on
        texts = figures.other_years(stem.key, rng, WANTED, published.year if published else None)
    elif stem.sort == "date":
        texts = figures.other_dates(stem.key, rng, WANTED)
    else:
        texts = figures.other_figures(stem.key, rng, WANTED, _true_numbers(stem))
    return [Option(text, f"Non\u202f: c’est {stem.key}.") for text in texts]


def _true_numbers(stem: Stem) -> set[Decimal]:
    return {number.value for number in find_numbers(stem.fact.evidence.text)}
