"""Both parses and extraction beside one bare parse: `python -m tests.bench.extraction`."""

import time
from itertools import pairwise

import spacy
from spacy.language import Language

from quizapp.facts.extract import extract
from quizapp.model import Article
from quizapp.nlp.models import Models, load_models
from quizapp.nlp.parse import parse
from quizapp.resources import Resources, load_resources
from tests.bench.timing import PATHS
from tests.newswriting import article

LIMIT = 2.5
_ARTICLES = 20


def main() -> None:
    """Prints means over articles that are each read once, in milliseconds. « bare » is the medium
    model as it is installed, « ours » the same with the arithmetic that we choose."""
    resources, models = load_resources(PATHS), load_models()
    installed = spacy.load("fr_core_news_md")
    measure(article(150, seed=_ARTICLES), installed, models, resources)
    print(f"means of {_ARTICLES} articles; both parses and extraction may cost ×{LIMIT}")
    print(f"{'words':>7}{'bare':>9}{'ours':>9}{'parse':>9}{'extract':>9}   of bare   of ours")
    for words in (150, 400, 1000):
        texts = [article(words, seed=seed) for seed in range(_ARTICLES)]
        rounds = [measure(text, installed, models, resources) for text in texts]
        bare, ours, both, facts = (sum(spent) / _ARTICLES for spent in zip(*rounds, strict=True))
        print(
            f"{words:7}{bare:9.1f}{ours:9.1f}{both:9.1f}{facts:9.1f}"
            f"     ×{(both + facts) / bare:.2f}     ×{(both + facts) / ours:.2f}"
        )


def measure(
    text: Article, installed: Language, models: Models, resources: Resources
) -> list[float]:
    """Milliseconds of the bare parse, the same with our arithmetic, both parses, extraction."""
    moments = [time.perf_counter()]
    installed(text.text)
    moments.append(time.perf_counter())
    models.main(text.text)
    moments.append(time.perf_counter())
    parsed = parse(text, models=models, resources=resources)
    moments.append(time.perf_counter())
    extract(parsed, resources=resources)
    moments.append(time.perf_counter())
    return [(after - before) * 1000 for before, after in pairwise(moments)]


if __name__ == "__main__":
    main()
