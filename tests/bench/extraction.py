"""`python -m tests.bench.extraction`: both parses and extraction beside one bare parse."""

import time
from collections.abc import Callable
from pathlib import Path

from quizapp.facts.extract import extract
from quizapp.nlp.models import load_models
from quizapp.nlp.parse import parse
from quizapp.resources import ResourcePaths, load_resources
from tests.golden.extraction import sample_article

_ROOT = Path(__file__).parents[2]
_ROUNDS = 10


def main() -> None:
    """Prints the best of ten rounds on one article, in milliseconds, and the ratio."""
    resources = load_resources(ResourcePaths.under(_ROOT))
    models = load_models()
    article = sample_article()
    bare = _best(lambda: models.main(article.text))
    parsed = parse(article, models=models, resources=resources)
    both = _best(lambda: parse(article, models=models, resources=resources))
    facts = _best(lambda: extract(parsed, resources=resources))
    print(f"{len(article.text.split())} words, best of {_ROUNDS}")
    print(f"bare parse, one model   {bare:8.1f} ms")
    print(f"two models, peeled      {both:8.1f} ms  ×{both / bare:.1f}")
    print(f"extraction              {facts:8.1f} ms  ×{facts / bare:.1f}")


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times) * 1000


if __name__ == "__main__":
    main()
