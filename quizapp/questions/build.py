"""What every question takes from its facts: identity, evidence, level, score."""

import hashlib
from collections.abc import Sequence
from typing import Any

from quizapp.model import Choice, Evidence, Fact, Level, QuestionKind, QuestionStatus
from quizapp.questions.bench import Bench
from quizapp.questions.wording import words

LAST_RESORT = 0.3
"""A score up to this: only for an article that has little else."""

_LETTERS = "abcdefghijklmnop"
_LONG_SENTENCE = 32
_SHORT_SENTENCE = 14
_LEVELS: tuple[Level, ...] = ("A2", "B1", "B2", "C1")
# How well each kind works with learners, before any of them has answered.
_KIND_VALUE: dict[QuestionKind, float] = {
    "multiple_choice": 0.30,
    "multiple_response": 0.18,
    "true_false": 0.22,
    "short_answer": 0.24,
    "numeric": 0.24,
    "cloze": 0.18,
    "matching": 0.30,
    "ordering": 0.30,
    "map": 0.16,
}


def identity(facts: Sequence[Fact], kind: QuestionKind, asked: str, variant: str = "") -> str:
    """From facts, kind, what is asked and variant; never from the wording."""
    ids = [fact.id for fact in facts]
    key = (
        ids[0] if len(ids) == 1 else hashlib.sha256("|".join(sorted(ids)).encode()).hexdigest()[:8]
    )
    name = "-".join(part for part in (key, kind, asked, variant) if part)
    return name if len(name) <= 200 else hashlib.sha256(name.encode()).hexdigest()[:16]


def common(
    facts: Sequence[Fact], bench: Bench, *, kind: QuestionKind, asked: str, variant: str = ""
) -> dict[str, Any]:
    """The fields that do not depend on the wording."""
    evidence = evidence_of(facts, bench)
    return {
        "id": identity(facts, kind, asked, variant),
        "facts": tuple(fact.id for fact in facts),
        "evidence": evidence,
        "level": level(facts, evidence),
        "score": score(facts, kind),
        "status": status(facts),
        "skill": "détaillée",
    }


def evidence_of(facts: Sequence[Fact], bench: Bench) -> tuple[Evidence, ...]:
    """One stretch a fact, in text order; what lies inside another stretch is left out."""
    found = {(e.start, e.end): e for e in (bench.evidence(fact) for fact in facts)}
    ordered = sorted(found.values(), key=lambda e: (e.start, -e.end))
    kept: list[Evidence] = []
    for evidence in ordered:
        if not any(other.contains(evidence) for other in kept):
            kept.append(evidence)
    return tuple(kept)


def status(facts: Sequence[Fact]) -> QuestionStatus:
    """Questions on hand-made facts need no second reading."""
    curated = bool(facts) and all(fact.origin == "curated" for fact in facts)
    return "accepted" if curated else "proposed"


def level(facts: Sequence[Fact], evidence: Sequence[Evidence]) -> Level:
    """An estimate: the length of the passage, and whether somebody else speaks in it."""
    longest = max((len(words(e.text)) for e in evidence), default=0)
    rank = 0 if longest <= _SHORT_SENTENCE else 1
    rank += longest > _LONG_SENTENCE
    rank += any(fact.attribution or fact.modality != "asserted" for fact in facts)
    return _LEVELS[min(rank, 3)]


def score(facts: Sequence[Fact], kind: QuestionKind) -> float:
    """Hand-set: importance, certainty, kind."""
    importance = sum(fact.importance for fact in facts) / len(facts) / 3
    certainty = min(1.0 if f.confidence is None else f.confidence for f in facts)
    return round(0.45 * importance + 0.25 * certainty + _KIND_VALUE[kind], 3)


def choice_id(place: int) -> str:
    return _LETTERS[place]


def quoted(fact: Fact) -> str:
    """What the article says, as feedback quotes it."""
    return f"« {fact.statement} »"


def says(fact: Fact) -> str:
    """The rationale of a key."""
    return f"Oui\u202f: {quoted(fact)}"


def choices(texts: Sequence[str], key: str, rationales: dict[str, str]) -> tuple[Choice, ...]:
    return tuple(
        Choice(id=choice_id(place), text=text, correct=text == key, rationale=rationales.get(text))
        for place, text in enumerate(texts)
    )
