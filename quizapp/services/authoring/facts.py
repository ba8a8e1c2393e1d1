"""A teacher accepts or rewrites facts; only their own questions are composed."""

from collections.abc import Collection, Sequence
from datetime import datetime

from pydantic import ValidationError

from quizapp.facts.notation import parse_clause
from quizapp.model import Fact, Question, QuizappError, StudySet
from quizapp.questions.compose import compose_for
from quizapp.resources import Resources
from quizapp.services.access import Actor, editable_set
from quizapp.services.authoring.decisions import fact_row, is_confident, question_row
from quizapp.services.authoring.history import Change, EditCode
from quizapp.services.marking import remark
from quizapp.services.sets import fact_of, load_set, put_fact, put_question
from quizapp.store import Unit

PER_FACT = 2
"""How many questions on one fact a set holds before more are offered."""

_SEED = 0


def accept_fact(
    unit: Unit, *, set_id: str, fact_id: str, actor: Actor, now: datetime, resources: Resources
) -> None:
    """Accept a fact; questions that rest on it alone are proposed while it has fewer than two."""
    row = editable_set(unit, set_id=set_id, actor=actor)
    fact_row(unit, set_id=set_id, fact_id=fact_id)
    study_set = load_set(unit, row=row, accepted_only=False)
    change = Change(unit, row=row, actor=actor, now=now)
    _accept(unit, change, study_set, {fact_id}, resources, "accept-fact")


def accept_confident_facts(
    unit: Unit, *, set_id: str, actor: Actor, now: datetime, resources: Resources
) -> int:
    """Accept the proposed facts that are confident and carry no warning, each as `accept_fact`
    does; how many."""
    row = editable_set(unit, set_id=set_id, actor=actor)
    study_set = load_set(unit, row=row, accepted_only=False)
    chosen = {fact.id for fact in study_set.facts if is_confident(fact)}
    if chosen:
        change = Change(unit, row=row, actor=actor, now=now)
        _accept(unit, change, study_set, chosen, resources, "accept-confident-facts")
    return len(chosen)


def edit_fact(
    unit: Unit,
    *,
    set_id: str,
    fact_id: str,
    clause: str,
    actor: Actor,
    now: datetime,
    resources: Resources,
) -> Fact:
    """Replace the segments of a fact, written as a clause; the fact keeps its id and is accepted.

    The questions that rest on it alone are composed again under their ids, and rejected where the
    new fact no longer gives them; those that it shares with other facts wait for a new approval.
    A teacher's own edits stay as they are.
    """
    row = editable_set(unit, set_id=set_id, actor=actor)
    old = fact_row(unit, set_id=set_id, fact_id=fact_id)
    study_set = load_set(unit, row=row, accepted_only=False)
    fact = _rewritten(fact_of(old), clause, study_set)
    change = Change(unit, row=row, actor=actor, now=now)
    change.note(facts=[old])
    put_fact(unit, set_id=set_id, fact=fact, position=old.position).edited_at = now
    facts = tuple(fact if f.id == fact_id else f for f in study_set.facts)
    composed = compose_for(
        fact, study_set.article, facts, study_set.entities, resources=resources, seed=_SEED
    )
    _replace(unit, change, study_set, fact_id, composed)
    change.record("edit-fact")
    return fact


def _accept(
    unit: Unit,
    change: Change,
    study_set: StudySet,
    fact_ids: Collection[str],
    resources: Resources,
    code: EditCode,
) -> None:
    rows = [fact_row(unit, set_id=study_set.id, fact_id=fact_id) for fact_id in fact_ids]
    change.note(facts=rows)
    for row in rows:
        row.status, row.edited_at = "accepted", change.now
    facts = tuple(
        fact.model_copy(update={"status": "accepted"}) if fact.id in fact_ids else fact
        for fact in study_set.facts
    )
    offered = []
    for fact in facts:
        if fact.id in fact_ids:
            composed = compose_for(
                fact, study_set.article, facts, study_set.entities, resources=resources, seed=_SEED
            )
            held = [q for q in study_set.questions if fact.id in q.facts and q.status != "rejected"]
            offered += _offered(study_set, composed, len(held))
    _add(unit, change, study_set, offered)
    change.record(code)


def _rewritten(fact: Fact, clause: str, study_set: StudySet) -> Fact:
    try:
        segments = parse_clause(clause)
        changes = {
            "segments": segments, "origin": "edited", "status": "accepted", "standalone": True,
            "warnings": (),
        }  # fmt: skip
        edited = Fact.model_validate(fact.model_dump() | changes)
    except QuizappError as error:
        raise QuizappError("clause-malformed", error.message) from error
    except ValidationError as error:
        raise QuizappError("clause-malformed", error.errors()[0]["msg"]) from error
    if unknown := [e for e in edited.entities if study_set.entity(e) is None]:
        raise QuizappError("clause-malformed", f"not an entity of this text: {unknown[0]}")
    return edited


def _replace(
    unit: Unit,
    change: Change,
    study_set: StudySet,
    fact_id: str,
    composed: tuple[Question, ...],
) -> None:
    fresh = {question.id: question for question in composed}
    own = [question for question in study_set.questions if fact_id in question.facts]
    for question in own:
        if question.origin not in ("edited", "written"):
            _renew(unit, change, question, fresh.get(question.id))
    kept = sum(question.id in fresh for question in own)
    _add(unit, change, study_set, _offered(study_set, composed, kept))


def _offered(study_set: StudySet, composed: Sequence[Question], held: int) -> list[Question]:
    """The best that the set does not know yet, as many as a fact that has `held` still lacks."""
    known = {question.id for question in study_set.questions}
    return [question for question in composed if question.id not in known][
        : max(0, PER_FACT - held)
    ]


def _add(unit: Unit, change: Change, study_set: StudySet, questions: Sequence[Question]) -> None:
    """Put new questions at the end of the set."""
    for position, question in enumerate(questions, start=len(study_set.questions)):
        change.note_new(question_ids=[question.id])
        put_question(
            unit, set_id=study_set.id, question=question, position=position, now=change.now
        )


def _renew(unit: Unit, change: Change, question: Question, new: Question | None) -> None:
    row = question_row(unit, set_id=change.set_id, question_id=question.id)
    change.note(questions=[row])
    if new is not None:
        kept = new.model_copy(update={"status": question.status})
        put_question(
            unit, set_id=change.set_id, question=kept, position=row.position, now=change.now
        )
        remark(unit, set_id=change.set_id, question=kept, now=change.now)
    elif len(question.facts) == 1:
        row.status = "rejected"
    elif question.status == "accepted":
        row.status = "proposed"
