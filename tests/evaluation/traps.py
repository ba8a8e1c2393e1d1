"""The traps that gold files describe: a person says which are passed.

python -m tests.evaluation.traps dump CORPUS GOLD OUT   each trap with the facts extracted near it
python -m tests.evaluation.traps collect OUT            the filled sheet → traps.tsv
"""

import argparse
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizapp.french.typography import locate
from quizapp.model import Fact, Span
from quizapp.nlp.models import load_models
from quizapp.resources import ResourcePaths, load_resources
from tests.evaluation.corpus import Run, articles_of, run_on
from tests.evaluation.gold import Gold, read_gold
from tests.evaluation.phrases import tokens_of

TRAPS = Path(__file__).with_name("traps.tsv")
VERDICTS = ("passed", "failed", "not applicable")
_ROOT = Path(__file__).parents[2]
_HEADER = "article\ttrap\tverdict\twhy"
_QUOTED = re.compile(r"«\s*([^»]+?)\s*»|“([^”]+)”")
_SHEET = "traps.tsv"
_GUIDE = """\
For each trap, read the accepted facts near it (A), then the proposed ones (p).
passed          what is accepted near it is right about it, or what falls into it is only proposed
failed          an accepted fact does what the trap warns of
not applicable  no fact, accepted or proposed, touches it
Write the verdict in traps.tsv, and why in a few words of your own: no words of the article.
"""


@dataclass(frozen=True)
class TrapVerdict:
    """`trap` counts from 1 in the order of the gold file."""

    article: str
    trap: int
    verdict: str
    why: str


def main() -> None:
    arguments = argparse.ArgumentParser(prog="python -m tests.evaluation.traps")
    commands = arguments.add_subparsers(dest="command", required=True)
    dumping = commands.add_parser("dump", help="write each trap with the facts near it")
    for name in ("corpus", "gold", "out"):
        dumping.add_argument(name, type=Path)
    collecting = commands.add_parser("collect", help="take over the filled sheet")
    collecting.add_argument("out", type=Path)
    options = arguments.parse_args()
    if options.command == "dump":
        _dump(options.corpus, options.gold, options.out)
        return
    text = (options.out / _SHEET).read_text(encoding="utf-8")
    verdicts = list(parse(text, name=str(options.out / _SHEET)))
    write_verdicts(verdicts)
    print(f"{len(verdicts)} verdicts in {TRAPS.name}")


def _dump(corpus: Path, gold: Path, out: Path) -> None:
    resources = load_resources(ResourcePaths.under(_ROOT))
    models = load_models()
    out.mkdir(parents=True, exist_ok=True)
    parts, rows = [_GUIDE], [_HEADER]
    for path in articles_of(corpus, gold=gold):
        known = gold / f"{path.stem}.json"
        if known.exists():
            run = run_on(path, models=models, resources=resources)
            facts = read_gold(known)
            parts.extend(_reading(run, facts))
            rows += [f"{run.name}\t{n}\t\t" for n in range(1, len(facts.traps) + 1)]
    (out / "traps.txt").write_text("\n".join(parts) + "\n", encoding="utf-8")
    (out / _SHEET).write_text("\n".join(rows) + "\n", encoding="utf-8")


def _reading(run: Run, gold: Gold) -> Iterator[str]:
    yield f"\n{'=' * 80}\n{run.name}: {run.article.title}"
    for number, trap in enumerate(gold.traps, 1):
        sentences = sentences_of(trap, run)
        yield f"\n--- {run.name} trap {number}\n{trap}"
        for span in sentences:
            yield f"  sentence  {' '.join(run.article.text[span.start : span.end].split())}"
            yield from (
                f"    {_line(fact)}" for fact in run.facts if fact.evidence.start == span.start
            )


def _line(fact: Fact) -> str:
    mark = "A" if fact.status == "accepted" else "p"
    return f"{mark} {fact.confidence:.2f} {fact.statement} ({fact.modality}, time {fact.time})"


def sentences_of(trap: str, run: Run) -> list[Span]:
    """Those that hold words which the trap quotes; else the two that share most words with it."""
    quoted = [locate(part, run.article.text) for words in _quotations(trap)
              for part in re.split(r"…|\.\.\.|\[…\]", words) if part.strip()]  # fmt: skip
    spans = [span for found in quoted for span in found[:2]]
    holding = [s for s in run.article.sentences
               if any(s.start < span.end and span.start < s.end for span in spans)]  # fmt: skip
    return holding or _alike(trap, run)


def _quotations(trap: str) -> Iterator[str]:
    return (match[1] or match[2] for match in _QUOTED.finditer(trap))


def _alike(trap: str, run: Run) -> list[Span]:
    wanted = {token for token in tokens_of(trap) if len(token) > 3}

    def shared(span: Span) -> int:
        return len(wanted & set(tokens_of(run.article.text[span.start : span.end])))

    best = sorted(run.article.sentences, key=shared, reverse=True)[:2]
    return sorted(best, key=lambda span: span.start)


def parse(text: str, *, name: str) -> Iterator[TrapVerdict]:
    """The rows of a sheet; the first that is not understood ends the run."""
    for number, line in enumerate(text.splitlines()[1:], 2):
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != 4 or not cells[1].isdigit() or cells[2] not in VERDICTS:
            expected = f"article, number, one of {', '.join(VERDICTS)}, why"
            raise SystemExit(f"{name}, line {number}: expected {expected}; found {line!r}")
        yield TrapVerdict(cells[0], int(cells[1]), cells[2], cells[3])


def read_verdicts(path: Path = TRAPS) -> list[TrapVerdict]:
    """Empty while nobody has judged."""
    return list(parse(path.read_text(encoding="utf-8"), name=path.name)) if path.exists() else []


def write_verdicts(verdicts: Iterable[TrapVerdict], path: Path = TRAPS) -> None:
    rows: Sequence[str] = [f"{v.article}\t{v.trap}\t{v.verdict}\t{v.why}" for v in verdicts]
    path.write_text("\n".join([_HEADER, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
