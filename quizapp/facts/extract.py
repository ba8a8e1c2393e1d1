"""Facts of a parsed article."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizapp.facts.annotating import annotated
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
    {"unbalanced", "personal", "pronoun", "clitic", "unknown_speaker", "dangling", "verbless",
     "backward", "severed"}
)  # fmt: skip


_LEANING = frozenset(
    {"vague", "own", "third", "pointing", "anchorless", "undated", "other", "other_owner",
     "nameless", "untold", "vague_speaker", "vague_title", "comparing",
     "quote_pointing"}
)  # fmt: skip
"""Features of a wording that only the article around it makes plain."""


@dataclass(frozen=True)
class Extraction:
    """What an article says, and whom and what it names."""

    facts: tuple[Fact, ...]
    entities: tuple[Entity, ...]


@dataclass(frozen=True)
class Judged:
    """A candidate as a fact, with what was observed of it."""

    fact: Fact
    features: frozenset[str]
    predicate: int | None

    @property
    def is_unfit(self) -> bool:
        """No fact by its wording alone, however it was read."""
        return bool(self.features & _HOPELESS)

    @property
    def is_hopeless(self) -> bool:
        """No reader could use it."""
        return self.is_unfit or (self.fact.confidence or 0) < _LEFT_OUT


def extract(parsed: ParsedArticle, *, resources: Resources) -> Extraction:
    """Self-contained facts in text order, each with the sentence that proves it.

    Those whose confidence reaches the threshold are accepted, the others proposed; what no reader
    could use is left out.
    """
    registry = registry_of(parsed, resources=resources)
    facts = surest(judge(parsed, registry, resources=resources))
    named = (entity for fact in facts for entity in _entities_of(fact))
    return Extraction(facts=facts, entities=registry.used(named))


def surest(candidates: Iterable[Judged]) -> tuple[Fact, ...]:
    """What a reader could use, in text order: of the facts of one predicate the surest."""
    kept: dict[str, Judged] = {}
    by_predicate: dict[int, str] = {}
    for judged in candidates:
        statement = judged.fact.statement
        if judged.is_hopeless or statement in kept:
            continue
        rival = by_predicate.get(judged.predicate) if judged.predicate is not None else None
        if rival and (kept[rival].fact.confidence or 0) >= (judged.fact.confidence or 0):
            continue
        if rival:
            del kept[rival]
        kept[statement] = judged
        if judged.predicate is not None:
            by_predicate[judged.predicate] = statement
    return tuple(judged.fact for judged in kept.values())


def judge(parsed: ParsedArticle, registry: Registry, *, resources: Resources) -> Iterator[Judged]:
    """Every candidate, the hopeless too, in text order."""
    ids: set[str] = set()
    for read in Reader(parsed, registry=registry, resources=resources).candidates():
        candidate = annotated(read, parsed.article, resources.world)
        if not _is_worded(candidate):
            continue
        fact = _fact(candidate, parsed.article, registry, ids)
        ids.add(fact.id)
        yield Judged(fact, candidate.features, candidate.predicate)


def _is_worded(candidate: Candidate) -> bool:
    """Whether each segment says a word: one may stand for a lone « or bracket."""
    said = (s.text for s in candidate.segments if s.role != "link")
    return all(any(c.isalnum() for c in text) for text in said)


def _entities_of(fact: Fact) -> Iterable[str]:
    speaker = fact.attribution.entity if fact.attribution else None
    return (*fact.entities, *((speaker,) if speaker else ()))


def _fact(candidate: Candidate, article: Article, registry: Registry, ids: set[str]) -> Fact:
    confidence = confidence_of(candidate.features)
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
