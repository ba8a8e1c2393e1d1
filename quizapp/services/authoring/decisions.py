"""What a teacher decides about questions and facts."""

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import func, select

from quizapp.model import Fact, Question, QuizappError
from quizapp.services.access import Actor, editable_set
from quizapp.services.authoring.history import Change
from quizapp.services.marking import Remark, remark
from quizapp.services.sets import (
    current_version,
    load_article,
    load_facts,
    load_questions,
    put_question,
    question_of,
)
from quizapp.store import Unit
from quizapp.store.tables import ArticleRow, FactRow, QuestionRow

CONFIDENT = 0.8
"""A fact as probable as that is accepted by the button that accepts all confident ones."""


def is_confident(fact: Fact, threshold: float = CONFIDENT) -> bool:
    """A proposal that nothing speaks against: no warning, and probable or written by hand."""
    return (
        fact.status == "proposed"
        and not fact.warnings
        and (fact.confidence is None or fact.confidence >= threshold)
    )


def approve_question(
    unit: Unit, *, set_id: str, question_id: str, actor: Actor, now: datetime
) -> None:
    """Accept a question, and the facts on which it rests."""
    row = editable_set(unit, set_id=set_id, actor=actor)
    question = question_row(unit, set_id=set_id, question_id=question_id)
    change = Change(unit, row=row, actor=actor, now=now)
    _accept(unit, change, [question])
    change.record("approve-question")


def reject_question(
    unit: Unit, *, set_id: str, question_id: str, actor: Actor, now: datetime
) -> None:
    row = editable_set(unit, set_id=set_id, actor=actor)
    question = question_row(unit, set_id=set_id, question_id=question_id)
    change = Change(unit, row=row, actor=actor, now=now)
    _decide(change, questions=[question], status="rejected")
    change.record("reject-question")


def edit_question(
    unit: Unit, *, set_id: str, question: Question, actor: Actor, now: datetime
) -> Remark:
    """Replace a question by the teacher's own wording and key, and accept it; answers given
    before are marked again. The kind stays."""
    row = editable_set(unit, set_id=set_id, actor=actor)
    old = question_row(unit, set_id=set_id, question_id=question.id)
    if old.kind != question.kind:
        raise QuizappError("question-malformed", f"{question.id}: its kind is {old.kind}")
    change = Change(unit, row=row, actor=actor, now=now)
    change.note(questions=[old])
    edited = question.model_copy(update={"status": "accepted", "origin": "edited"})
    _check_evidence(unit, row, edited)
    _accept_facts(unit, change, edited.facts)
    put_question(unit, set_id=set_id, question=edited, position=old.position, now=now)
    old.edited_at = now
    change.record("edit-question")
    return remark(unit, set_id=set_id, question=edited, now=now)


def add_question(
    unit: Unit, *, set_id: str, question: Question, actor: Actor, now: datetime
) -> Question:
    """Add a question of the teacher's own, accepted, under a fresh id, at the end."""
    row = editable_set(unit, set_id=set_id, actor=actor)
    changes = {"id": f"q-{secrets.token_hex(4)}", "status": "accepted", "origin": "written"}
    added = question.model_copy(update=changes)
    _check_evidence(unit, row, added)
    last = select(func.max(QuestionRow.position)).where(QuestionRow.article_id == set_id)
    position = unit.session.scalar(last)
    change = Change(unit, row=row, actor=actor, now=now)
    change.note_new(question_ids=[added.id])
    _accept_facts(unit, change, added.facts)
    put_question(
        unit,
        set_id=set_id,
        question=added,
        position=0 if position is None else position + 1,
        now=now,
    ).edited_at = now
    change.record("add-question")
    return added


def reject_fact(unit: Unit, *, set_id: str, fact_id: str, actor: Actor, now: datetime) -> None:
    """Reject a fact and the questions that rest on it."""
    row = editable_set(unit, set_id=set_id, actor=actor)
    fact = fact_row(unit, set_id=set_id, fact_id=fact_id)
    resting = [q.id for q in load_questions(unit, set_id=set_id) if fact_id in q.facts]
    rows = [question_row(unit, set_id=set_id, question_id=question_id) for question_id in resting]
    change = Change(unit, row=row, actor=actor, now=now)
    _decide(change, facts=[fact], questions=rows, status="rejected")
    change.record("reject-fact")


def accept_confident(
    unit: Unit, *, set_id: str, actor: Actor, now: datetime, threshold: float = CONFIDENT
) -> int:
    """Accept the proposed questions whose facts are all accepted or confident and carry no
    warning; how many."""
    row = editable_set(unit, set_id=set_id, actor=actor)
    sure = {
        fact.id
        for fact in load_facts(unit, set_id=set_id)
        if fact.status == "accepted" or is_confident(fact, threshold)
    }
    chosen = [
        question_row(unit, set_id=set_id, question_id=question.id)
        for question in load_questions(unit, set_id=set_id)
        if question.status == "proposed" and sure.issuperset(question.facts)
    ]
    if chosen:
        change = Change(unit, row=row, actor=actor, now=now)
        _accept(unit, change, chosen)
        change.record("accept-confident")
    return len(chosen)


def question_row(unit: Unit, *, set_id: str, question_id: str) -> QuestionRow:
    row = unit.session.get(QuestionRow, (set_id, question_id))
    if row is None:
        raise QuizappError("question-unknown", f"{set_id}: no question {question_id}")
    return row


def fact_row(unit: Unit, *, set_id: str, fact_id: str) -> FactRow:
    row = unit.session.get(FactRow, (set_id, fact_id))
    if row is None:
        raise QuizappError("fact-unknown", f"{set_id}: no fact {fact_id}")
    return row


def _accept(unit: Unit, change: Change, rows: Sequence[QuestionRow]) -> None:
    _decide(change, questions=rows, status="accepted")
    for row in rows:
        question = question_of(current_version(unit, row=row).document)
        _accept_facts(unit, change, question.facts)


def _accept_facts(unit: Unit, change: Change, fact_ids: Iterable[str]) -> None:
    rows = [fact_row(unit, set_id=change.set_id, fact_id=fact_id) for fact_id in fact_ids]
    _decide(change, facts=[r for r in rows if r.status != "accepted"], status="accepted")


def _decide(
    change: Change,
    *,
    facts: Sequence[FactRow] = (),
    questions: Sequence[QuestionRow] = (),
    status: str,
) -> None:
    change.note(facts=facts, questions=questions)
    rows: list[FactRow | QuestionRow] = [*facts, *questions]
    for row in rows:
        row.status, row.edited_at = status, change.now


def _check_evidence(unit: Unit, row: ArticleRow, question: Question) -> None:
    article = load_article(unit, row=row)
    for evidence in question.evidence:
        if article.text[evidence.start : evidence.end] != evidence.text:
            message = f"{question.id}: its evidence is not in the text at {evidence.start}"
            raise QuizappError("question-malformed", message)
