"""Facts of a parsed article."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizapp.facts.candidate import Candidate
from quizapp.facts.candidates import Reader
from quizapp.facts.confidence import ACCEPTED, confidence_of
from quizapp.facts.entities import Registry, registry_of
from quizapp.facts.grading import importance_of, kind_of, time_of
from quizapp.model import Article, Entity, Fact
from quizapp.nlp.trees import ParsedArticle
from quizapp.resources import Resources

_LEFT_OUT = 0.1
_HOPELESS = frozenset(
    {"unbalanced", "personal", "pronoun", "clitic", "unknown_speaker", "dangling", "verbless"}
)


_LEANING = frozenset(
    {"vague", "own", "third", "pointing", "anchorless", "undated", "other", "other_owner",
     "nameless", "vague_speaker", "vague_title", "comparing"}
)  # fmt: skip
"""Features of a wording that only the article around it makes plain."""


@dataclass(frozen=True)
class Extraction:
    """What an article says, and whom and what it names."""

    facts: tuple[Fact, ...]
    entities: tuple[Entity, ...]


def extract(parsed: ParsedArticle, *, resources: Resources) -> Extraction:
    """Self-contained facts in text order, each with the sentence that proves it.

    Those whose confidence reaches the threshold are accepted, the others proposed; what no reader
    could use is left out.
    """
    registry = registry_of(parsed, resources=resources)
    reader = Reader(parsed, registry=registry, resources=resources)
    facts = tuple(_facts(reader.candidates(), parsed.article, registry))
    named = (entity for fact in facts for entity in _entities_of(fact))
    return Extraction(facts=facts, entities=registry.used(named))


def _entities_of(fact: Fact) -> Iterable[str]:
    speaker = fact.attribution.entity if fact.attribution else None
    return (*fact.entities, *((speaker,) if speaker else ()))


def _facts(candidates: Iterable[Candidate], article: Article, registry: Registry) -> Iterator[Fact]:
    ids: set[str] = set()
    statements: set[str] = set()
    for candidate in candidates:
        confidence = confidence_of(candidate.features)
        if candidate.features & _HOPELESS or confidence < _LEFT_OUT:
            continue
        fact = _fact(candidate, article, registry, confidence, ids)
        if fact.statement not in statements:
            statements.add(fact.statement)
            ids.add(fact.id)
            yield fact


def _fact(
    candidate: Candidate, article: Article, registry: Registry, confidence: float, ids: set[str]
) -> Fact:
    accepted = confidence >= ACCEPTED and not candidate.warnings
    return Fact(
        id=_new_id(candidate, ids),
        kind=kind_of(candidate),
        segments=candidate.segments,
        modality=candidate.modality,
        negated=candidate.negated,
        attribution=candidate.attribution,
        time=time_of(candidate),
        evidence=article.quote(candidate.evidence.start, candidate.evidence.end),
        confidence=confidence,
        status="accepted" if accepted else "proposed",
        importance=importance_of(candidate, article, registry),
        resolved_by=candidate.resolved_by,
        standalone=not candidate.features & _LEANING,
        warnings=candidate.warnings,
    )


def _new_id(candidate: Candidate, ids: set[str]) -> str:
    """A hash of the evidence's place and the verb; the next one where two facts share both."""
    base = f"{candidate.evidence.start}-{candidate.evidence.end}-{candidate.lemma}"
    numbered = (f"{base}-{n}" if n else base for n in range(len(ids) + 1))
    hashes = (hashlib.sha256(key.encode()).hexdigest()[:10] for key in numbered)
    return next(new for new in hashes if new not in ids)
