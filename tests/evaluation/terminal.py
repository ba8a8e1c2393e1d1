"""What an evaluation prints: figures, and the articles' sentences, which are nowhere else."""

from collections import Counter
from collections.abc import Sequence

from tests.evaluation.corpus import Run
from tests.evaluation.named import Tally
from tests.evaluation.page import totals_of
from tests.evaluation.scoring import Missed, Score


def print_counts(runs: Sequence[Run]) -> None:
    print(f"{'article':44}{'words':>7}{'facts':>7}{'accepted':>10}{'parse ms':>10}{'facts ms':>10}")
    for run in runs:
        print(f"{run.name[:42]:44}{run.words:7}{len(run.facts):7}{len(run.accepted):10}"
              f"{run.parse_ms:10.0f}{run.facts_ms:10.0f}")  # fmt: skip
    few = sum(len(run.accepted) < 8 for run in runs)
    print(f"{len(runs)} articles; {few} with fewer than 8 accepted facts")


def print_scores(scores: Sequence[Score]) -> None:
    print(f"\n{'':44}{'':>6}{'recall, accepted':>18}{'recall, any':>16}")
    print(f"{'gold article':44}{'gold':>6}{'all':>9}{'imp. 3':>9}{'all':>8}{'imp. 3':>8}"
          f"{'accepted':>10}{'agreeing':>10}")  # fmt: skip
    for one in [*scores, *totals_of(scores)]:
        print(f"{one.name[:42]:44}{one.gold.total():6}{one.recall():9.2f}"
              f"{one.recall(importance=3):9.2f}{one.recall(any_candidate=True):8.2f}"
              f"{one.recall(importance=3, any_candidate=True):8.2f}"
              f"{one.accepted:10}{one.precision:10.2f}")  # fmt: skip


def print_tallies(tallies: Sequence[Tally]) -> None:
    print(f"\n{'entities':16}{'gold':>6}{'found':>7}{'precision':>11}{'recall':>8}{'F1':>6}")
    for one in tallies:
        print(f"{one.name:16}{one.gold:6}{one.extracted:7}{one.precision:11.2f}{one.recall:8.2f}"
              f"{one.f1:6.2f}")  # fmt: skip


def print_missed(run: Run, rows: Sequence[Missed]) -> None:
    print(f"\n##### {run.name}: {len(rows)} gold facts missed")
    features = {judged.fact.id: judged.features for judged in run.judged}
    for row in rows:
        gold = row.gold
        traits = f"{gold.kind} {gold.modality}{' negated' if gold.negated else ''}"
        print(f"\n{gold.id} [{gold.importance}] {', '.join(row.reasons)}\n   gold {gold.statement}"
              f" ({traits}) {dict(gold.arguments)}")  # fmt: skip
        if row.nearest:
            fact = row.nearest
            print(f"   near {fact.confidence:.2f} {fact.statement} ({fact.modality})"
                  f" {sorted(features[fact.id])}")  # fmt: skip
    counted = Counter(row.reasons[0] if len(row.reasons) == 1 else "several" for row in rows)
    print(f"\n{run.name}: " + ", ".join(f"{why} {n}" for why, n in counted.most_common()))
