"""`python -m tests.evaluation CORPUS_DIR [GOLD_DIR]`: facts per article, and against gold facts."""

import argparse
from pathlib import Path

from quizapp.nlp.models import load_models
from quizapp.resources import ResourcePaths, load_resources
from tests.evaluation.corpus import Run, run_on
from tests.evaluation.gold import Score, read_gold, score

_ROOT = Path(__file__).parents[2]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("corpus", type=Path, help="a folder of .txt articles")
    arguments.add_argument("gold", type=Path, nargs="?", help="a folder of gold facts, .json")
    options = arguments.parse_args()
    resources = load_resources(ResourcePaths.under(_ROOT))
    models = load_models()
    runs = [run_on(path, models=models, resources=resources)
            for path in sorted(options.corpus.glob("*.txt"))]  # fmt: skip
    _print_counts(runs)
    if options.gold:
        _print_scores([score(run, read_gold(options.gold / f"{run.name}.json")) for run in runs
                       if (options.gold / f"{run.name}.json").exists()])  # fmt: skip


def _print_counts(runs: list[Run]) -> None:
    print(f"{'article':44}{'words':>7}{'facts':>7}{'accepted':>10}{'parse ms':>10}{'facts ms':>10}")
    for run in runs:
        print(f"{run.name[:42]:44}{run.words:7}{len(run.facts):7}{len(run.accepted):10}"
              f"{run.parse_ms:10.0f}{run.facts_ms:10.0f}")  # fmt: skip
    few = sum(len(run.accepted) < 8 for run in runs)
    print(f"{len(runs)} articles; {few} with fewer than 8 accepted facts")


def _print_scores(scores: list[Score]) -> None:
    print(f"\n{'gold article':44}{'gold':>6}{'found':>7}{'recall':>8}{'precision':>11}")
    for one in [*scores, Score.total(scores)]:
        print(f"{one.name[:42]:44}{one.gold:6}{one.matched:7}{one.recall:8.2f}"
              f"{one.precision:11.2f}")  # fmt: skip


main()
