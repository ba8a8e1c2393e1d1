"""Clauses as an article: each fact's statement is the sentence that proves it."""

from collections.abc import Callable
from typing import Any

import pytest

from quizapp.facts.notation import parse_clause
from quizapp.facts.notation.clause import parse_member
from quizapp.model import Article, Attribution, Entity, Evidence, Fact, Span
from quizapp.questions.bench import Bench
from quizapp.resources import Resources

MakeBench = Callable[..., Bench]

_PEOPLE = {"awa-diallo": "Awa Diallo", "jean-petit": "Jean Petit", "marie-blanc": "Marie Blanc"}


def _fact(number: int, clause: str, start: int, changes: dict[str, Any]) -> Fact:
    segments = parse_clause(clause)
    fields: dict[str, Any] = {
        "id": f"f{number}", "kind": "event", "segments": segments, "status": "accepted",
        "origin": "curated", "importance": 2,
    }  # fmt: skip
    said = changes.pop("attribution", None)
    if said:
        member = parse_member(said)
        fields["attribution"] = Attribution(text=member.text, entity=member.entity)
    draft = Fact(**fields | {"evidence": Evidence(start=0, end=1, text="x")} | changes)
    words = draft.statement
    evidence = Evidence(start=start, end=start + len(words), text=words)
    return draft.model_copy(update={"evidence": evidence})


def _entity(entity_id: str, resources: Resources) -> Entity:
    if resources.world.get(entity_id) is not None:
        return resources.world.entity(entity_id)
    if entity_id in _PEOPLE:
        return Entity(id=entity_id, name=_PEOPLE[entity_id], kind="person")
    return Entity(id=entity_id, name=entity_id.replace("-", " ").title(), kind="place")


@pytest.fixture
def make_bench(resources: Resources) -> MakeBench:
    """`make_bench(clause, (clause, {field: value}), …)`; `published_on` is a keyword."""

    def make(*clauses: str | tuple[str, dict[str, Any]], seed: int = 0, **article: Any) -> Bench:
        facts: list[Fact] = []
        text = ""
        for number, item in enumerate(clauses):
            clause, changes = item if isinstance(item, tuple) else (item, {})
            facts.append(_fact(number, clause, len(text), dict(changes)))
            text += f"{facts[-1].statement} "
        spans = tuple(Span(start=f.evidence.start, end=f.evidence.end) for f in facts)
        ids = {e for f in facts for e in f.entities}
        ids |= {f.attribution.entity for f in facts if f.attribution and f.attribution.entity}
        return Bench(
            article=Article(
                id="essai", title="Essai", text=text.rstrip(), sentences=spans,
                paragraphs=(Span(start=0, end=len(text.rstrip())),), **article,
            ),
            facts=tuple(facts),
            entities=tuple(_entity(entity_id, resources) for entity_id in sorted(ids)),
            lexemes=(),
            resources=resources,
            seed=seed,
        )  # fmt: skip

    return make
