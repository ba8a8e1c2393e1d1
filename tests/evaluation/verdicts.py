"""What readers judged of candidate facts, kept as data without the articles' words."""

import hashlib
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Literal, get_args

from quizapp.facts.extract import Judged
from quizapp.model import Fact

Verdict = Literal["right", "truncated", "wrong"]
VERDICTS: tuple[str, ...] = get_args(Verdict)

LABELS = Path(__file__).with_name("labels.tsv")
"""Of articles that extraction is tuned on: what training reads."""
BLIND = Path(__file__).with_name("blind.tsv")
"""Of articles that were read for nothing else before: the accepted facts, every one."""


@dataclass(frozen=True)
class Observation:
    """A candidate without its words: where it stands, a hash of what it says, its features."""

    article: str
    start: int
    end: int
    digest: str
    """Of statement, speaker, modality and polarity: a verdict holds as long as these stay."""
    kind: str
    features: frozenset[str]

    @property
    def key(self) -> tuple[str, int, int, str]:
        return self.article, self.start, self.end, self.digest

    @property
    def id(self) -> str:
        """Unique in its article, and short enough for a sheet."""
        return f"{self.start}-{self.digest[:6]}"


@dataclass(frozen=True)
class Label:
    """An observation with what a blind reader said of it.

    `alone`: it can be understood without the article, five years later. `speaker`: whether the
    right one is named; None where it is nobody's saying.
    """

    seen: Observation
    verdict: str
    alone: bool
    speaker: bool | None = None


def observe(article: str, judged: Judged) -> Observation:
    fact = judged.fact
    return Observation(
        article=article,
        start=fact.evidence.start,
        end=fact.evidence.end,
        digest=digest_of(fact),
        kind=fact.kind,
        features=judged.features,
    )


def digest_of(fact: Fact) -> str:
    speaker = fact.attribution.text if fact.attribution else ""
    told = "\n".join((fact.statement, speaker, fact.modality, str(fact.negated)))
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def read_observations(path: Path) -> list[Observation]:
    return [_observation(row) for row in _rows(path, _SEEN)]


def write_observations(path: Path, observations: Iterable[Observation]) -> None:
    _write(path, _SEEN, [_cells(one) for one in observations])


def read_labels(path: Path = LABELS) -> list[Label]:
    """In the order of the file; an empty list where there is none."""
    if not path.exists():
        return []
    return [
        Label(_observation(row), row["verdict"], row["alone"] == "y", _SPEAKER[row["speaker"]])
        for row in _rows(path, _LABELLED)
    ]


def write_labels(labels: Iterable[Label], path: Path = LABELS) -> None:
    shown = {told: text for text, told in _SPEAKER.items()}
    ordered = sorted(labels, key=lambda label: label.seen.key)
    _write(path, _LABELLED, [
        [*_cells(label.seen), label.verdict, "y" if label.alone else "n",
         shown[label.speaker]] for label in ordered
    ])  # fmt: skip


_SEEN = tuple(field.name for field in fields(Observation))
_LABELLED = (*_SEEN, "verdict", "alone", "speaker")
_SPEAKER = {"y": True, "n": False, "-": None}


def _cells(seen: Observation) -> list[str]:
    *plain, features = astuple(seen)
    return [*map(str, plain), " ".join(sorted(features))]


def _observation(row: dict[str, str]) -> Observation:
    return Observation(
        article=row["article"],
        start=int(row["start"]),
        end=int(row["end"]),
        digest=row["digest"],
        kind=row["kind"],
        features=frozenset(row["features"].split()),
    )


def _rows(path: Path, header: tuple[str, ...]) -> list[dict[str, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    if tuple(lines[0].split("\t")) != header:
        raise SystemExit(f"{path}: expected the columns {' '.join(header)}")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def _write(path: Path, header: tuple[str, ...], rows: Iterable[list[str]]) -> None:
    lines = ["\t".join(cells) for cells in [list(header), *rows]]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
