"""`facts.yaml`: a curated set's facts, each a labelled clause with its evidence."""

from collections.abc import Sequence
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationError
from ruamel.yaml import YAML

from quizapp.documents import Located, Row, read_rows
from quizapp.facts.notation.clause import parse_clause, parse_member, write_clause, write_member
from quizapp.french.typography import locate
from quizapp.model import (
    Article,
    Attribution,
    Entity,
    Evidence,
    Fact,
    FactKind,
    FactStatus,
    Member,
    Modality,
    Origin,
    QuizappError,
    Segment,
)
from quizapp.model.base import Id, NonEmpty
from quizapp.model.fact import IsoTime


def _written_as_date(value: object) -> object:
    """YAML reads 2024-06-19 as a date and 2024 as a number."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, int) else value


class _FactRow(Row):
    id: Id
    kind: FactKind
    clause: NonEmpty
    modality: Modality = "asserted"
    negated: bool = False
    attribution: NonEmpty | None = None
    evidence: NonEmpty
    evidence_at: Annotated[int, Field(ge=1)] | None = None
    time: Annotated[IsoTime | None, BeforeValidator(_written_as_date)] = None
    importance: Annotated[int, Field(ge=1, le=3)] = 2
    confidence: Annotated[float, Field(ge=0, le=1)] | None = None
    status: FactStatus = "accepted"
    origin: Origin = "curated"
    resolved_by: str | None = None
    standalone: bool = True
    warnings: tuple[str, ...] = ()


def read_facts(
    path: Path, article: Article, *, entities: Sequence[Entity] | None = None
) -> tuple[Fact, ...]:
    """The facts of `path`, accepted and curated unless it says otherwise.

    Where `entities` are given, a fact may name no other. A QuizappError names file, line and what
    was expected.
    """
    known = None if entities is None else {entity.id for entity in entities}
    facts: dict[str, Fact] = {}
    for row in read_rows(path, _FactRow):
        if row.value.id in facts:
            row.fail("document-shape", f"the id '{row.value.id}' is used twice", key="id")
        facts[row.value.id] = fact = _fact(row, article)
        if known is not None:
            _check_entities(row, fact, known)
    return tuple(facts.values())


def write_facts(facts: Sequence[Fact], article: Article) -> str:
    """YAML that `read_facts` reads back as the same facts."""
    yaml = YAML(typ="rt")
    yaml.width = 10_000
    yaml.allow_unicode = True
    out = StringIO()
    yaml.dump([_row(fact, article) for fact in facts], out)
    return out.getvalue()


def _fact(row: Located[_FactRow], article: Article) -> Fact:
    written = row.value
    fields: dict[str, Any] = written.model_dump(
        exclude={"clause", "attribution", "evidence", "evidence_at"}
    )
    try:
        return Fact(
            segments=_segments(row),
            attribution=_attribution(row),
            evidence=_evidence(row, article),
            **fields,
        )
    except ValidationError as error:
        row.fail("document-shape", error.errors()[0]["msg"])


def _check_entities(row: Located[_FactRow], fact: Fact, known: set[str]) -> None:
    speaker = fact.attribution.entity if fact.attribution else None
    if speaker and speaker not in known:
        row.fail("entity-unknown", f"the set has no entity '{speaker}'", key="attribution")
    if missing := [name for name in fact.entities if name not in known]:
        row.fail("entity-unknown", f"the set has no entity '{missing[0]}'", key="clause")


def _segments(row: Located[_FactRow]) -> tuple[Segment, ...]:
    try:
        return parse_clause(row.value.clause)
    except QuizappError as error:
        row.fail(error.code, f"clause, {error.message}", key="clause")


def _attribution(row: Located[_FactRow]) -> Attribution | None:
    if row.value.attribution is None:
        return None
    try:
        speaker = parse_member(row.value.attribution)
    except QuizappError as error:
        row.fail(error.code, f"attribution, {error.message}", key="attribution")
    return Attribution(text=speaker.text, entity=speaker.entity)


def _evidence(row: Located[_FactRow], article: Article) -> Evidence:
    words, nth = row.value.evidence, row.value.evidence_at
    found = locate(words, article.text)
    if not found:
        row.fail("evidence-missing", f"the article does not say « {words} »", key="evidence")
    if nth is None and len(found) > 1:
        message = f"the article says this {len(found)} times; add 'evidence_at: 1' to {len(found)}"
        row.fail("evidence-ambiguous", message, key="evidence")
    if nth is not None and nth > len(found):
        message = f"expected 1 to {len(found)}: the article says this {len(found)} times"
        row.fail("evidence-missing", message, key="evidence_at")
    span = found[(nth or 1) - 1]
    return article.quote(span.start, span.end)


def _row(fact: Fact, article: Article) -> dict[str, object]:
    written: dict[str, object] = {
        "id": fact.id,
        "kind": fact.kind,
        "clause": write_clause(fact.segments),
        **fact.model_dump(
            mode="json",
            include={
                "modality", "negated", "time", "importance", "confidence", "status", "origin",
                "resolved_by", "standalone", "warnings",
            },
        ),
        "evidence": fact.evidence.text,
    }  # fmt: skip
    if fact.attribution:
        speaker = Member(text=fact.attribution.text, entity=fact.attribution.entity)
        written["attribution"] = write_member(speaker)
    found = locate(fact.evidence.text, article.text)
    if len(found) > 1:
        starts = [span.start for span in found]
        written["evidence_at"] = starts.index(fact.evidence.start) + 1
    defaults = {name: field.default for name, field in _FactRow.model_fields.items()}
    order = [name for name in _FactRow.model_fields if name in written]
    return {name: written[name] for name in order if not _is_default(written[name], defaults[name])}


def _is_default(value: object, default: object) -> bool:
    return value == default or (value == [] and default == ())
