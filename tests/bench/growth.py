"""What a longer text and many texts cost: `python -m tests.bench.growth`."""

import os
import time
from pathlib import Path

from quizapp.facts.extract import extract
from quizapp.model import Article
from quizapp.nlp.models import Models, load_models
from quizapp.nlp.parse import parse
from quizapp.resources import Resources, load_resources
from tests.bench.timing import PATHS
from tests.newswriting import article, numbers

_PAGE = os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    """Prints milliseconds for 1,000 words of texts of three lengths, then the megabytes that the
    process holds after 50 articles and after 500."""
    resources, models = load_resources(PATHS), load_models()
    analyse(article(300), models, resources)
    print(f"{'':14}{'words':>8}{'read':>8}{'parse':>8}{'extract':>9}   ms for 1,000 words")
    for name, make in (("news", article), ("only numbers", numbers)):
        for words in (1_000, 5_000, 20_000):
            started = time.perf_counter()
            text = make(words)
            read = time.perf_counter() - started
            spent = (read, *analyse(text, models, resources))
            each = [part * 1e6 / words for part in spent]
            print(f"{name:14}{words:8}{each[0]:8.1f}{each[1]:8.1f}{each[2]:9.1f}")
    for count in range(1, 501):
        analyse(article(250, seed=count), models, resources)
        if count in {50, 250, 500}:
            print(f"{count} articles of 250 words: {resident_mb():.0f} MB")


def analyse(text: Article, models: Models, resources: Resources) -> tuple[float, float]:
    """Seconds of the parse and of the extraction."""
    started = time.perf_counter()
    parsed = parse(text, models=models, resources=resources)
    read = time.perf_counter()
    extract(parsed, resources=resources)
    return read - started, time.perf_counter() - read


def resident_mb() -> float:
    """Memory of this process."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE / 1e6


if __name__ == "__main__":
    main()
