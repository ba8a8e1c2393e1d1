"""Facts written by hand, and how many of them extraction finds."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from quizapp.french.typography import normalise
from quizapp.model import Fact
from tests.evaluation.corpus import Run


@dataclass(frozen=True)
class GoldFact:
    statement: str
    subject: str
    verb: str
    object: str
    negated: bool
    modality: str


@dataclass(frozen=True)
class Score:
    """`agreeing` accepted facts match a gold fact; a right fact that gold lacks counts against."""

    name: str
    gold: int
    matched: int
    accepted: int
    agreeing: int

    @property
    def recall(self) -> float:
        return self.matched / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        return self.agreeing / self.accepted if self.accepted else 0.0

    @classmethod
    def total(cls, scores: Iterable["Score"]) -> "Score":
        rows = list(scores)
        return cls(
            name="all",
            gold=sum(row.gold for row in rows),
            matched=sum(row.matched for row in rows),
            accepted=sum(row.accepted for row in rows),
            agreeing=sum(row.agreeing for row in rows),
        )


def read_gold(path: Path) -> tuple[GoldFact, ...]:
    found = json.loads(path.read_text(encoding="utf-8"))["facts"]
    return tuple(
        GoldFact(
            statement=fact["statement"],
            subject=fact["arguments"].get("subject", ""),
            verb=fact["arguments"].get("verb", ""),
            object=" ".join(v for k, v in fact["arguments"].items()
                            if k not in {"subject", "verb", "attribution"}),
            negated=fact["negated"],
            modality=fact["modality"],
        )
        for fact in found
    )  # fmt: skip


def score(run: Run, gold: tuple[GoldFact, ...]) -> Score:
    pairs = [(g, f) for g in gold for f in run.accepted if matches(f, g)]
    return Score(
        name=run.name,
        gold=len(gold),
        matched=len({id(g) for g, _ in pairs}),
        accepted=len(run.accepted),
        agreeing=len({f.id for _, f in pairs}),
    )


def matches(fact: Fact, gold: GoldFact) -> bool:
    """Same polarity and modality; subject, verb and complements share most of their words."""
    if fact.negated != gold.negated or fact.modality != gold.modality:
        return False
    subject = " ".join(s.text for s in fact.segments if s.role in {"subject", "frame"})
    verb = " ".join(s.text for s in fact.segments if s.role == "verb")
    rest = " ".join(s.text for s in fact.segments if s.role not in {"subject", "verb", "link"})
    return (
        _share(gold.subject, f"{subject} {rest}") >= 0.5
        and _share(gold.verb, verb) >= 0.5
        and _share(gold.object, f"{rest} {subject}") >= 0.5
    )


def _share(wanted: str, text: str) -> float:
    """How many of the wanted content words stand in `text`, by their first letters."""
    words = _stems(wanted)
    return len(words & _stems(text)) / len(words) if words else 1.0


def _stems(text: str) -> set[str]:
    small = {
        "le",
        "la",
        "les",
        "de",
        "des",
        "du",
        "un",
        "une",
        "en",
        "et",
        "au",
        "aux",
        "a",
        "l",
        "d",
    }
    words = re.findall(r"\w+", normalise(text))
    return {word[:5] for word in words if word not in small} or set(words)
