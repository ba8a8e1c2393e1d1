"""A teacher rewrites a fact; only its own questions are composed again."""

from datetime import datetime

from pydantic import ValidationError

from quizapp.facts.notation import parse_clause
from quizapp.model import Fact, Question, QuizappError, StudySet
from quizapp.resources import Resources
from quizapp.services.access import Actor, editable_set
from quizapp.services.authoring.decisions import fact_row, question_row
from quizapp.services.authoring.history import Change
from quizapp.services.marking import remark
from quizapp.services.sets import fact_of, load_set, put_fact, put_question
from quizapp.store import Unit
from quizapp.store.tables import QuestionRow


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

    Its questions are composed again under their ids; a teacher's own edits stay as they are, and
    a question that the new fact no longer gives is rejected.
    """
    from quizapp.questions.compose import compose_for

    row = editable_set(unit, set_id=set_id, actor=actor)
    old = fact_row(unit, set_id=set_id, fact_id=fact_id)
    study_set = load_set(unit, row=row, accepted_only=False)
    fact = _rewritten(fact_of(old), clause, study_set)
    change = Change(unit, row=row, actor=actor, now=now)
    change.note(facts=[old])
    put_fact(unit, set_id=set_id, fact=fact, position=old.position).edited_at = now
    facts = tuple(fact if f.id == fact_id else f for f in study_set.facts)
    composed = compose_for(
        fact,
        study_set.article,
        facts,
        study_set.entities,
        study_set.lexemes,
        resources=resources,
    )
    _replace(unit, change, study_set, fact_id, composed)
    change.record("edit-fact")
    return fact


def _rewritten(fact: Fact, clause: str, study_set: StudySet) -> Fact:
    try:
        segments = parse_clause(clause)
        changes = {"segments": segments, "origin": "edited", "status": "accepted", "warnings": ()}
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
    set_id, fresh = study_set.id, {question.id: question for question in composed}
    for question in study_set.questions:
        if fact_id not in question.facts:
            continue
        row = question_row(unit, set_id=set_id, question_id=question.id)
        new = fresh.pop(question.id, None)
        if question.origin in ("edited", "written"):
            continue
        change.note(questions=[row])
        if new is None:
            row.status = "rejected"
            continue
        kept = new.model_copy(update={"status": question.status})
        put_question(unit, set_id=set_id, question=kept, position=row.position, now=change.now)
        remark(unit, set_id=set_id, question=kept, now=change.now)
    for position, question in enumerate(fresh.values(), start=len(study_set.questions)):
        if unit.session.get(QuestionRow, (set_id, question.id)) is None:
            change.note_new(question_ids=[question.id])
            put_question(unit, set_id=set_id, question=question, position=position, now=change.now)
