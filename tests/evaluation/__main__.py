"""`python -m tests.evaluation CORPUS [GOLD]`: facts of each article, and against gold facts."""

import argparse
from pathlib import Path

from quizapp.nlp.models import load_models
from quizapp.resources import ResourcePaths, load_resources
from tests.evaluation.corpus import articles_of, run_on
from tests.evaluation.gold import read_gold
from tests.evaluation.named import tallies
from tests.evaluation.page import Judgements, Measured, write_page
from tests.evaluation.scoring import find, missed, score
from tests.evaluation.terminal import print_counts, print_missed, print_scores, print_tallies
from tests.evaluation.traps import read_verdicts
from tests.evaluation.verdicts import BLIND, read_labels

_ROOT = Path(__file__).parents[2]


def main() -> None:
    options = _arguments()
    resources = load_resources(ResourcePaths.under(_ROOT))
    models = load_models()
    files = sorted(options.gold.glob("*.json")) if options.gold else []
    gold = {path.stem: read_gold(path) for path in files}
    runs = [run_on(path, models=models, resources=resources)
            for path in articles_of(options.corpus, gold=options.gold)
            if not options.gold_only or path.stem in gold]  # fmt: skip
    print_counts(runs)
    compared = [run for run in runs if run.name in gold]
    if not compared:
        return
    found = {run.name: find(run, gold[run.name], resources.verbs) for run in compared}
    lost = {run.name: missed(run, gold[run.name], found[run.name], resources.verbs)
            for run in compared}  # fmt: skip
    by_class = zip(*(tallies(run, gold[run.name]) for run in compared), strict=True)
    measured = Measured(
        runs=runs,
        scores=[score(run, found[run.name]) for run in compared],
        missed=[(name, one) for name, rows in lost.items() for one in rows],
        tallies=[sum(rest, first) for first, *rest in by_class],
    )
    if options.missed:
        for run in compared:
            print_missed(run, lost[run.name])
    print_scores(measured.scores)
    print_tallies(measured.tallies)
    if options.page:
        people = Judgements(read_labels(), read_labels(BLIND), read_verdicts())
        write_page(measured, people, options.page)


def _arguments() -> argparse.Namespace:
    arguments = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    arguments.add_argument("corpus", type=Path, help="a folder of .txt articles")
    arguments.add_argument("gold", type=Path, nargs="?", help="a folder of gold facts, .json")
    arguments.add_argument(
        "--gold-only", action="store_true", help="only the articles that have gold facts"
    )
    arguments.add_argument(
        "--missed",
        action="store_true",
        help="list the gold facts that no accepted fact matches, with the nearest candidate",
    )
    arguments.add_argument("--page", type=Path, help="the folder of the page to write")
    return arguments.parse_args()


if __name__ == "__main__":
    main()
