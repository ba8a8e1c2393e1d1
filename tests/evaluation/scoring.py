"""Recall and precision of a run against gold facts, and why the others were missed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from quizapp.french.typography import locate
from quizapp.french.verbs import Verbs
from quizapp.model import Article, Fact, Span
from tests.evaluation.corpus import Run
from tests.evaluation.gold import Gold, GoldFact
from tests.evaluation.matching import Difference, Matcher

Reason = Literal["not accepted", "no candidate"] | Difference


@dataclass(frozen=True)
class Found:
    """A gold fact with the facts that match it; `others` hold what extraction leaves out, too."""

    gold: GoldFact
    accepted: tuple[Fact, ...]
    others: tuple[Fact, ...]


@dataclass(frozen=True)
class Missed:
    """A gold fact that no accepted fact matches, with the nearest candidate of its sentence."""

    gold: GoldFact
    nearest: Fact | None
    reasons: tuple[Reason, ...]
    span: Span | None
    """Where its evidence stands in the article."""


@dataclass(frozen=True)
class Score:
    """`agreeing` accepted facts match a gold fact; a right fact that gold lacks counts against."""

    name: str
    gold: Counter[int]
    """How many gold facts there are of each importance."""
    matched: Counter[int]
    matched_any: Counter[int]
    """Those that some candidate matches: what a confidence that never errs could reach."""
    accepted: int
    agreeing: int

    def recall(self, *, importance: int | None = None, any_candidate: bool = False) -> float:
        found = self.matched_any if any_candidate else self.matched
        levels = [importance] if importance else list(self.gold)
        wanted = sum(self.gold[level] for level in levels)
        return sum(found[level] for level in levels) / wanted if wanted else 0.0

    @property
    def precision(self) -> float:
        return self.agreeing / self.accepted if self.accepted else 0.0

    @classmethod
    def total(cls, name: str, scores: Iterable["Score"]) -> "Score":
        rows = list(scores)
        return cls(
            name=name,
            gold=sum((row.gold for row in rows), Counter()),
            matched=sum((row.matched for row in rows), Counter()),
            matched_any=sum((row.matched_any for row in rows), Counter()),
            accepted=sum(row.accepted for row in rows),
            agreeing=sum(row.agreeing for row in rows),
        )


def find(run: Run, gold: Gold, verbs: Verbs) -> tuple[Found, ...]:
    matcher = Matcher(gold, run.article, verbs)
    found = []
    for fact in gold.facts:
        accepted = tuple(f for f in run.accepted if matcher.matches(f, fact))
        others = (j.fact for j in run.judged if j.fact not in accepted)
        found.append(Found(fact, accepted, tuple(f for f in others if matcher.matches(f, fact))))
    return tuple(found)


def score(run: Run, found: Sequence[Found]) -> Score:
    return Score(
        name=run.name,
        gold=Counter(f.gold.importance for f in found),
        matched=Counter(f.gold.importance for f in found if f.accepted),
        matched_any=Counter(f.gold.importance for f in found if f.accepted or f.others),
        accepted=len(run.accepted),
        agreeing=len({fact.id for f in found for fact in f.accepted}),
    )


def missed(run: Run, gold: Gold, found: Iterable[Found], verbs: Verbs) -> tuple[Missed, ...]:
    """In the order of the gold file."""
    matcher = Matcher(gold, run.article, verbs)
    return tuple(_missed(f, run, matcher) for f in found if not f.accepted)


def _missed(found: Found, run: Run, matcher: Matcher) -> Missed:
    span = _located(found.gold.evidence, run.article)
    if found.others:
        best = max(found.others, key=lambda fact: fact.confidence or 0)
        return Missed(found.gold, best, ("not accepted",), span)
    near = [judged.fact for judged in run.judged if _overlap(judged.fact, span)]
    differing = [(matcher.differences(fact, found.gold), fact) for fact in near]
    if not differing:
        return Missed(found.gold, None, ("no candidate",), span)
    reasons, nearest = min(differing, key=lambda pair: (len(pair[0]), -(pair[1].confidence or 0)))
    return Missed(found.gold, nearest, reasons or ("not accepted",), span)


def _located(words: str, article: Article) -> Span | None:
    return next(iter(locate(words, article.text)), None)


def _overlap(fact: Fact, span: Span | None) -> bool:
    return span is not None and fact.evidence.start < span.end and span.start < fact.evidence.end
