"""`python -m tests.evaluation CORPUS [GOLD]`: facts of each article, and against gold facts."""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from quizapp.nlp.models import load_models
from quizapp.resources import ResourcePaths, load_resources
from tests.evaluation.corpus import SEED, Run, articles_of, run_on
from tests.evaluation.gold import read_gold
from tests.evaluation.scoring import Missed, Score, find, missed, score

_ROOT = Path(__file__).parents[2]


def main() -> None:
    options = _arguments()
    resources = load_resources(ResourcePaths.under(_ROOT))
    models = load_models()
    gold = {path.stem: read_gold(path) for path in sorted(options.gold.glob("*.json"))} \
        if options.gold else {}  # fmt: skip
    paths = [path for path in articles_of(options.corpus, gold=options.gold)
             if not options.gold_only or path.stem in gold]  # fmt: skip
    runs = [run_on(path, models=models, resources=resources) for path in paths]
    _print_counts(runs)
    compared = [run for run in runs if run.name in gold]
    if not compared:
        return
    found = {run.name: find(run, gold[run.name], resources.verbs) for run in compared}
    if options.missed:
        for run in compared:
            _print_missed(run, missed(run, gold[run.name], found[run.name], resources.verbs))
    _print_scores([score(run, found[run.name]) for run in compared])


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
    return arguments.parse_args()


def _print_counts(runs: list[Run]) -> None:
    print(f"{'article':44}{'words':>7}{'facts':>7}{'accepted':>10}{'parse ms':>10}{'facts ms':>10}")
    for run in runs:
        print(f"{run.name[:42]:44}{run.words:7}{len(run.facts):7}{len(run.accepted):10}"
              f"{run.parse_ms:10.0f}{run.facts_ms:10.0f}")  # fmt: skip
    few = sum(len(run.accepted) < 8 for run in runs)
    print(f"{len(runs)} articles; {few} with fewer than 8 accepted facts")


def _print_scores(scores: list[Score]) -> None:
    print(f"\n{'':44}{'':>6}{'recall, accepted':>18}{'recall, any':>16}")
    print(f"{'gold article':44}{'gold':>6}{'all':>9}{'imp. 3':>9}{'all':>8}{'imp. 3':>8}"
          f"{'accepted':>10}{'agreeing':>10}")  # fmt: skip
    totals = [Score.total("all", scores)]
    if any(one.name == SEED for one in scores):
        totals.append(Score.total("all but the seed article",
                                  [one for one in scores if one.name != SEED]))  # fmt: skip
    for one in [*scores, *totals]:
        print(f"{one.name[:42]:44}{one.gold.total():6}{one.recall():9.2f}"
              f"{one.recall(importance=3):9.2f}{one.recall(any_candidate=True):8.2f}"
              f"{one.recall(importance=3, any_candidate=True):8.2f}"
              f"{one.accepted:10}{one.precision:10.2f}")  # fmt: skip


def _print_missed(run: Run, rows: Sequence[Missed]) -> None:
    print(f"\n##### {run.name}: {len(rows)} gold facts missed")
    features = {judged.fact.id: judged.features for judged in run.judged}
    for row in rows:
        gold = row.gold
        traits = "".join((f" {gold.modality}", " negated" if gold.negated else ""))
        print(f"\n{gold.id} [{gold.importance}] {', '.join(row.reasons)}\n   gold {gold.statement}"
              f" ({gold.kind}{traits}) {dict(gold.arguments)}")  # fmt: skip
        if row.nearest:
            fact = row.nearest
            print(f"   near {fact.confidence:.2f} {fact.statement} ({fact.modality})"
                  f" {sorted(features[fact.id])}")  # fmt: skip
    counted = Counter(row.reasons[0] if len(row.reasons) == 1 else "several" for row in rows)
    print(f"\n{run.name}: " + ", ".join(f"{why} {n}" for why, n in counted.most_common()))


if __name__ == "__main__":
    main()
