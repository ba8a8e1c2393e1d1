"""Verdicts of blind readers on candidate facts.

python -m tests.evaluation.labels dump CORPUS OUT ARTICLE…   what readers read, and their sheets
python -m tests.evaluation.labels collect OUT                sheets that are filled → labels.tsv
python -m tests.evaluation.labels refresh CORPUS             present features of judged statements
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from quizapp.facts.extract import Judged
from quizapp.model import Article, Fact
from quizapp.nlp.models import load_models
from quizapp.resources import ResourcePaths, load_resources
from tests.evaluation.corpus import Run, run_on
from tests.evaluation.verdicts import (
    BLIND,
    LABELS,
    VERDICTS,
    Label,
    Observation,
    observe,
    read_labels,
    read_observations,
    write_labels,
    write_observations,
)

_ROOT = Path(__file__).parents[2]
_UNFIT_SHARE = 10
"""One in so many of the candidates whose wording is unfit is read all the same."""
_HEADER = "id\tverdict\talone\tspeaker\tnote"
_ANSWERS = {"y": True, "n": False, "-": None, "": None}
_GUIDE = """\
Read each statement beside the title, the date and the sentence that it comes from.
verdict   right      says what the article says, whole, grammatical; right speaker, modality,
                     polarity and time; it may leave out side information of its sentence
          truncated  nothing false, but a necessary part is missing, or the wording is mangled:
                     one would have to repair it before printing it
          wrong      says something that the article does not say (subject, speaker, time,
                     polarity, attachment): who reads the fact alone believes something false
alone     y / n      can be understood without the article, five years later
speaker   y / n      the right person says it; - stands where it is said by nobody
note                 for what is not right: why, in a few words
"""


def main() -> None:
    arguments = argparse.ArgumentParser(prog="python -m tests.evaluation.labels")
    commands = arguments.add_subparsers(dest="command", required=True)
    dumping = commands.add_parser("dump", help="write what readers read, and their sheets")
    dumping.add_argument("corpus", type=Path)
    dumping.add_argument("out", type=Path, help="a folder outside the working copy")
    dumping.add_argument("articles", nargs="+", help="names, .txt or not")
    dumping.add_argument("--accepted", action="store_true", help="the accepted facts alone")
    collecting = commands.add_parser("collect", help="add the verdicts of filled sheets")
    collecting.add_argument("out", type=Path)
    collecting.add_argument("--blind", action="store_true", help="into blind.tsv, never trained on")
    refreshing = commands.add_parser("refresh", help="observe the judged statements anew")
    refreshing.add_argument("corpus", type=Path)
    refreshing.add_argument(
        "--prune", action="store_true", help="drop statements that extraction no longer makes"
    )
    options = arguments.parse_args()
    if options.command == "dump":
        for run in _runs(options.corpus, options.articles):
            _dump(run, options.out, accepted=options.accepted)
    elif options.command == "collect":
        _collect(options.out, BLIND if options.blind else LABELS)
    else:
        _refresh(options.corpus, prune=options.prune)


def _runs(corpus: Path, names: Iterable[str]) -> Iterator[Run]:
    resources = load_resources(ResourcePaths.under(_ROOT))
    models = load_models()
    for name in names:
        path = corpus / f"{name.removesuffix('.txt')}.txt"
        yield run_on(path, models=models, resources=resources)


# Dump


def _dump(run: Run, out: Path, *, accepted: bool) -> None:
    """`OUT/<article>.txt` to read, `.tsv` to fill, and `observed/<article>.tsv` not to look at."""
    chosen = [(seen, fact) for seen, fact in to_judge(run)
              if not accepted or fact.status == "accepted"]  # fmt: skip
    (out / "observed").mkdir(parents=True, exist_ok=True)
    write_observations(out / "observed" / f"{run.name}.tsv", [seen for seen, _ in chosen])
    sheet = out / f"{run.name}.tsv"
    if sheet.exists():
        raise SystemExit(f"{sheet} is there already: collect it, or take it away")
    (out / f"{run.name}.txt").write_text(_reading(run.article, chosen), encoding="utf-8")
    rows = [f"{seen.id}\t\t\t{'' if fact.attribution else '-'}\t" for seen, fact in chosen]
    sheet.write_text("\n".join([_HEADER, *rows]) + "\n", encoding="utf-8")
    print(f"{run.name}: {len(chosen)} candidates to judge")


def to_judge(run: Run) -> Iterator[tuple[Observation, Fact]]:
    """Each statement once, as extraction takes it; of the unfit, one in `_UNFIT_SHARE`."""
    for judged in _distinct(run):
        seen = observe(run.name, judged)
        if not judged.is_unfit or int(seen.digest, 16) % _UNFIT_SHARE == 0:
            yield seen, judged.fact


def _distinct(run: Run) -> list[Judged]:
    """In text order; of equal statements the one that extraction keeps."""
    distinct: dict[str, Judged] = {}
    for judged in sorted(run.judged, key=lambda one: one.is_unfit):
        distinct.setdefault(judged.fact.statement, judged)
    return sorted(distinct.values(), key=lambda one: one.fact.evidence.start)


def _reading(article: Article, chosen: Sequence[tuple[Observation, Fact]]) -> str:
    when = article.published_on.isoformat() if article.published_on else "unknown"
    parts = [_GUIDE, f"\n{article.title}\npublished: {when}\n"]
    for (start, end), group in groupby(chosen, key=lambda pair: (pair[0].start, pair[0].end)):
        before = [s for s in article.sentences if s.end <= start][-1:]
        parts.append("\n" + "=" * 80)
        parts.extend(f"  before    {_line(article.text[s.start : s.end])}" for s in before)
        parts.append(f"  sentence  {_line(article.text[start:end])}\n")
        parts.extend(
            f"{seen.id}\n    {fact.statement}\n    {_traits(fact)}" for seen, fact in group
        )
    return "\n".join(parts) + "\n"


def _line(text: str) -> str:
    return " ".join(text.split())


def _traits(fact: Fact) -> str:
    speaker = fact.attribution.text if fact.attribution else "nobody"
    return (f"said by {speaker} · {fact.modality} · {'negated' if fact.negated else 'affirmative'}"
            f" · time {fact.time or 'none'}")  # fmt: skip


# Collect


def _collect(out: Path, into: Path) -> None:
    labels = {label.seen.key: label for label in read_labels(into)}
    known = len(labels)
    for path in sorted((out / "observed").glob("*.tsv")):
        seen = {one.id: one for one in read_observations(path)}
        sheet = out / path.name
        for label in filled(sheet.read_text(encoding="utf-8"), seen, name=str(sheet)):
            labels[label.seen.key] = label
    write_labels(labels.values(), into)
    print(f"{len(labels)} labels in {into.name}, {len(labels) - known} of them new")


def filled(text: str, seen: dict[str, Observation], *, name: str) -> Iterator[Label]:
    """The rows of a sheet that have a verdict; the first that is not understood ends the run."""
    for number, line in enumerate(text.splitlines()[1:], 2):
        cells = [cell.strip().lower() for cell in line.split("\t")]
        key, verdict, alone, speaker = [*cells, "", "", "", ""][:4]
        if not verdict:
            continue
        known = key in seen and verdict in VERDICTS
        if not known or alone not in {"y", "n"} or speaker not in _ANSWERS:
            expected = f"a known id, one of {', '.join(VERDICTS)}, y or n, y, n or -"
            raise SystemExit(f"{name}, line {number}: expected {expected}; found {line!r}")
        yield Label(seen[key], verdict, alone == "y", _ANSWERS[speaker])


# Refresh


def _refresh(corpus: Path, *, prune: bool) -> None:
    labels = read_labels()
    present = {
        seen.key: seen
        for run in _runs(corpus, sorted({label.seen.article for label in labels}))
        for seen in (observe(run.name, judged) for judged in _distinct(run))
    }
    gone = [label for label in labels if label.seen.key not in present]
    kept = [replace(label, seen=present[label.seen.key]) for label in labels
            if label.seen.key in present]  # fmt: skip
    write_labels(kept if prune else [*kept, *gone])
    print(f"{len(kept)} labels observed anew; {len(gone)} statements are no longer made"
          f" ({'dropped' if prune else 'kept as they were observed'})")  # fmt: skip


if __name__ == "__main__":
    main()
