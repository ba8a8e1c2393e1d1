"""`docs/evaluation/README.md`: the figures of a run, without a word of the articles."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizapp.facts.confidence import ACCEPTED
from tests.evaluation import plots
from tests.evaluation.calibration import Bin, Cut, bins_of, cuts_of, expected_calibration_error
from tests.evaluation.corpus import SEED, Run
from tests.evaluation.named import Tally
from tests.evaluation.scoring import Missed, Score
from tests.evaluation.training import THRESHOLDS, CrossValidation, best_validation
from tests.evaluation.traps import VERDICTS as TRAP_VERDICTS
from tests.evaluation.traps import TrapVerdict
from tests.evaluation.verdicts import VERDICTS, Label

_TEMPLATE = Path(__file__).with_name("page.md")
_WORST = 25
_FIGURE = re.compile(r"[\d.,]+(?: %| of \d+)?")


@dataclass(frozen=True)
class Measured:
    """Everything that one run of the evaluation found."""

    runs: Sequence[Run]
    scores: Sequence[Score]
    missed: Sequence[tuple[str, Missed]]
    """Each with the name of its article."""
    tallies: Sequence[Tally]


@dataclass(frozen=True)
class Judgements:
    """What people wrote down: verdicts to train on, verdicts of unseen articles, and of traps."""

    labels: Sequence[Label]
    blind: Sequence[Label]
    traps: Sequence[TrapVerdict]


def write_page(measured: Measured, judgements: Judgements, folder: Path) -> None:
    """Writes the page and its pictures; needs labels."""
    folder.mkdir(parents=True, exist_ok=True)
    validation = best_validation(judgements.labels)
    plots.recall(measured.scores, folder / "recall.svg")
    plots.reliability(_bins(validation), folder / "reliability.svg")
    plots.thresholds(_cuts(validation), ACCEPTED, folder / "thresholds.svg")
    values = _of_gold(measured) | _of_labels(validation)
    values |= _of_people(judgements) | _of_runs(measured)
    page = _TEMPLATE.read_text(encoding="utf-8").format_map(values)
    (folder / "README.md").write_text(page, encoding="utf-8")


def totals_of(scores: Sequence[Score]) -> list[Score]:
    """All files, and all but the article on which the first rules were written."""
    others = [one for one in scores if one.name != SEED]
    without = [Score.total("all but the seed article", others)] if len(others) < len(scores) else []
    return [Score.total("all", scores), *without]


def table(header: str, rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table of columns named « a | b »; columns of figures keep to the right."""
    columns = header.split(" | ")
    cells = [list(map(str, row)) for row in rows]
    rule = ["---:" if all(_FIGURE.fullmatch(row[i]) for row in cells) else "---"
            for i in range(len(columns))]  # fmt: skip
    return "\n".join(f"| {' | '.join(line)} |" for line in [columns, rule, *cells])


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _of_gold(measured: Measured) -> dict[str, str]:
    rows = [
        (one.name, one.gold.total(), _percent(one.recall()), _percent(one.recall(importance=3)),
         _percent(one.recall(any_candidate=True)),
         _percent(one.recall(importance=3, any_candidate=True)),
         one.accepted, _percent(one.precision))
        for one in [*measured.scores, *totals_of(measured.scores)]
    ]  # fmt: skip
    reasons = Counter(reason for _, one in measured.missed for reason in one.reasons[:1])
    lost = [(name, one.gold.id, _offsets(one), ", ".join(one.reasons))
            for name, one in measured.missed if one.gold.importance == 3]  # fmt: skip
    return {
        "recall": table(
            "article | gold facts | recall | recall, importance 3 | among all candidates"
            " | importance 3, all candidates | accepted | agree with gold", rows),
        "reasons": table("reason | gold facts", reasons.most_common()),
        "lost": str(len(lost)),
        "missed": table("article | fact | characters | reason", lost),
    }  # fmt: skip


def _offsets(missed: Missed) -> str:
    return f"{missed.span.start}–{missed.span.end}" if missed.span else "–"


def _of_labels(validation: CrossValidation) -> dict[str, str]:
    bins, labels = _bins(validation), validation.labels
    judged = zip(validation.predicted, labels, strict=True)
    believed = [(p, x) for p, x in judged if x.verdict == "wrong" and p >= ACCEPTED]
    worst = sorted(believed, key=lambda pair: (-pair[0], pair[1].seen.key))[:_WORST]
    return {
        "labels": str(len(labels)),
        "labelled_articles": str(len({label.seen.article for label in labels})),
        "loss": f"{validation.loss:.3f}",
        "error": f"{expected_calibration_error(bins):.3f}",
        "accepted": str(ACCEPTED),
        "calibration": table("predicted | observed | labels", [
            (f"{one.predicted:.3f}", f"{one.observed:.3f}", one.size) for one in bins]),
        "thresholds": table("threshold | right and complete | wrong | accepted", [
            (f"{cut.threshold:.3f}", _percent(cut.right), _percent(cut.wrong), cut.accepted)
            for cut in _cuts(validation)]),
        "believed": str(len(believed)),
        "worst": table("article | confidence | characters | kind | observed", [
            (x.seen.article, f"{p:.2f}", f"{x.seen.start}–{x.seen.end}", x.seen.kind,
             " ".join(sorted(x.seen.features))) for p, x in worst]),
    }  # fmt: skip


def _bins(validation: CrossValidation) -> list[Bin]:
    return bins_of(validation.predicted, validation.came_true)


def _cuts(validation: CrossValidation) -> list[Cut]:
    cuts = cuts_of(validation.predicted, validation.verdicts, THRESHOLDS)
    return [cut for cut in cuts if cut.accepted]


def _of_people(judgements: Judgements) -> dict[str, str]:
    return {
        "blind": _blind(judgements.blind) if judgements.blind else "Nobody has read them yet.",
        "traps": _traps(judgements.traps) if judgements.traps else "Nobody has judged them yet.",
        "every_trap": table("article | trap | verdict | why",
                            [(v.article, v.trap, v.verdict, v.why) for v in judgements.traps]),
    }  # fmt: skip


def _blind(labels: Sequence[Label]) -> str:
    articles = sorted({label.seen.article for label in labels})
    groups = [(name, [x for x in labels if x.seen.article == name]) for name in articles]
    return table(
        "article | facts | right and complete | truncated | wrong | right speaker | stands alone",
        [_verdicts(name, group) for name, group in [*groups, ("all", list(labels))]],
    )


def _verdicts(name: str, labels: Sequence[Label]) -> list[object]:
    counts = Counter(label.verdict for label in labels)
    spoken = [label.speaker for label in labels if label.speaker is not None]
    return [
        name,
        len(labels),
        *(_percent(counts[verdict] / len(labels)) for verdict in VERDICTS),
        f"{sum(spoken)} of {len(spoken)}",
        _percent(sum(label.alone for label in labels) / len(labels)),
    ]


def _traps(verdicts: Sequence[TrapVerdict]) -> str:
    rows = {
        name: Counter(v.verdict for v in verdicts if name in {v.article, "all"})
        for name in [*dict.fromkeys(v.article for v in verdicts), "all"]
    }
    return table(f"article | {' | '.join(TRAP_VERDICTS)}", [
        (name, *(counts[verdict] for verdict in TRAP_VERDICTS)) for name, counts in rows.items()
    ])  # fmt: skip


def _of_runs(measured: Measured) -> dict[str, str]:
    runs = measured.runs
    thousands = sum(run.words for run in runs) / 1000
    accepted = sum(len(run.accepted) for run in runs)
    rows = [
        ("articles", len(runs)),
        ("words", f"{1000 * thousands:,.0f}"),
        ("facts", sum(len(run.facts) for run in runs)),
        ("accepted facts", accepted),
        ("accepted facts per 1,000 words", f"{accepted / thousands:.1f}"),
        ("articles with fewer than 8 accepted facts", sum(len(r.accepted) < 8 for r in runs)),
        ("parse, ms per 1,000 words", f"{sum(run.parse_ms for run in runs) / thousands:.0f}"),
        ("facts, ms per 1,000 words", f"{sum(run.facts_ms for run in runs) / thousands:.0f}"),
    ]
    return {
        "timings": table("of the whole corpus | ", rows),
        "entities": table("class | gold | extracted | precision | recall | F1", [
            (t.name, t.gold, t.extracted, _percent(t.precision), _percent(t.recall), f"{t.f1:.2f}")
            for t in measured.tallies]),
    }  # fmt: skip
