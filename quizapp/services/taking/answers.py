"""Answers: saved first, then marked and shown as the assignment allows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from quizapp.model import Question, QuizappError, Response
from quizapp.services import cards
from quizapp.services.access import Actor
from quizapp.services.marking import RESPONSE, mark
from quizapp.services.questions import Feedback, check_shape, feedback_on
from quizapp.services.sets import load_questions, question_of
from quizapp.services.taking.attempts import Attempt, assignment_of, own_attempt, view
from quizapp.services.withholding import refuse_kept_back
from quizapp.store import Unit
from quizapp.store.tables import (
    AssignmentRow,
    AttemptRow,
    QuestionRow,
    QuestionVersion,
    ResponseRow,
)
from quizapp.study.grading import Mark


@dataclass(frozen=True, kw_only=True)
class Answered:
    """`feedback` is None where the assignment shows it later."""

    attempt: Attempt
    feedback: Feedback | None


@dataclass(frozen=True, kw_only=True)
class Results:
    """`items` is None until feedback may be shown, at `shown_from` where that is known. `points`
    is the sum of the scores, `score` their mean; unanswered questions count as 0."""

    attempt: Attempt
    score: float | None
    points: float | None
    total: int
    items: tuple[Feedback, ...] | None
    shown_from: datetime | None
    missed: tuple[str, ...]


def answer(
    unit: Unit,
    *,
    attempt_id: int,
    question_id: str,
    client_id: str,
    response: Response,
    actor: Actor,
    now: datetime,
) -> Answered:
    """Save an answer and mark it. The same `client_id` again changes nothing and gives the same;
    raises `already-answered` for a second answer to the same question."""
    row = own_attempt(unit, attempt_id=attempt_id, actor=actor, lock=True)
    step = _step(row, question_id)
    given = _given(unit, row, question_id)
    if given is None:
        _refuse_late(unit, row, now)
        if row.assignment_id is None:
            refuse_kept_back(unit, set_id=row.article_id, actor=actor, now=now)
        version = unit.session.get_one(QuestionVersion, step["version"])
        given = _save(unit, row, version, client_id, response, now)
    elif given.client_id != client_id:
        raise QuizappError("already-answered", f"{question_id}: it was answered already")
    attempt = view(unit, row=row)
    if attempt.feedback != "at_once":
        return Answered(attempt=attempt, feedback=None)
    return Answered(attempt=attempt, feedback=feedback_of(unit, row, [given])[0])


def feedback(
    unit: Unit, *, attempt_id: int, question_id: str, actor: Actor, now: datetime
) -> Feedback:
    """The feedback on an answered question again, where it may be shown."""
    row = own_attempt(unit, attempt_id=attempt_id, actor=actor)
    _step(row, question_id)
    given = _given(unit, row, question_id)
    if given is None or not may_show(assignment_of(unit, row), row, now):
        raise QuizappError("forbidden", f"{question_id}: feedback comes later")
    return feedback_of(unit, row, [given])[0]


def finish(unit: Unit, *, attempt_id: int, actor: Actor, now: datetime) -> Results:
    """End the attempt; what was missed becomes review cards. A second time changes nothing."""
    row = own_attempt(unit, attempt_id=attempt_id, actor=actor, lock=True)
    if row.finished_at is None:
        row.finished_at = now
        shown_from = _shown_from(assignment_of(unit, row), now)
        for given in _all_given(unit, row):
            if given.score < 1:
                cards.add_question(
                    unit,
                    user_id=row.user_id,
                    set_id=row.article_id,
                    question_id=given.question_id,
                    now=now,
                    shown_from=shown_from,
                )
        unit.session.flush()
    return results(unit, attempt_id=attempt_id, actor=actor, now=now)


def results(unit: Unit, *, attempt_id: int, actor: Actor, now: datetime) -> Results:
    row = own_attempt(unit, attempt_id=attempt_id, actor=actor)
    assignment = assignment_of(unit, row)
    attempt = view(unit, row=row)
    if not may_show(assignment, row, now):
        return Results(
            attempt=attempt,
            score=None,
            points=None,
            total=attempt.total,
            items=None,
            shown_from=_shown_from(assignment, now) if row.finished_at else None,
            missed=(),
        )
    given = _all_given(unit, row)
    points = sum(response.score for response in given)
    return Results(
        attempt=attempt,
        score=points / attempt.total,
        points=points,
        total=attempt.total,
        items=feedback_of(unit, row, given),
        shown_from=None,
        missed=tuple(response.question_id for response in given if response.score < 1),
    )


def may_show(assignment: AssignmentRow | None, row: AttemptRow, now: datetime) -> bool:
    """Whether keys may be seen: at once, after the end, or after the due date."""
    if assignment is None or assignment.feedback == "at_once":
        return True
    if assignment.feedback == "at_end" or assignment.due_at is None:
        return row.finished_at is not None
    return now >= assignment.due_at


def _shown_from(assignment: AssignmentRow | None, now: datetime) -> datetime:
    """When a finished attempt shows its keys."""
    if assignment is None or assignment.feedback != "after_due" or assignment.due_at is None:
        return now
    return max(now, assignment.due_at)


def _step(row: AttemptRow, question_id: str) -> dict[str, object]:
    for step in row.plan:
        if step["question"] == question_id:
            found: dict[str, object] = step
            return found
    raise QuizappError("question-unknown", f"{question_id}: not a question of this attempt")


def _given(unit: Unit, row: AttemptRow, question_id: str) -> ResponseRow | None:
    query = select(ResponseRow).where(
        ResponseRow.attempt_id == row.id, ResponseRow.question_id == question_id
    )
    return unit.session.scalar(query)


def _all_given(unit: Unit, row: AttemptRow) -> list[ResponseRow]:
    """In the order of the questions."""
    query = select(ResponseRow).where(ResponseRow.attempt_id == row.id)
    order = {step["question"]: n for n, step in enumerate(row.plan)}
    return sorted(unit.session.scalars(query), key=lambda given: order[given.question_id])


def _refuse_late(unit: Unit, row: AttemptRow, now: datetime) -> None:
    if row.finished_at is not None:
        raise QuizappError("attempt-finished", f"{row.id}: this attempt is finished")
    assignment = assignment_of(unit, row)
    if assignment is not None and assignment.due_at is not None and now > assignment.due_at:
        raise QuizappError("assignment-closed", f"{assignment.title}: it was due already")


def _save(
    unit: Unit,
    row: AttemptRow,
    version: QuestionVersion,
    client_id: str,
    response: Response,
    now: datetime,
) -> ResponseRow:
    question = _present(unit, row.article_id, version)
    check_shape(question_of(version.document), response)
    given = mark(unit, set_id=row.article_id, question=question, response=response)
    saved = ResponseRow(
        attempt_id=row.id,
        client_id=client_id,
        question_id=version.question_id,
        question_version_id=version.id,
        document=response.model_dump(mode="json"),
        mark=given.model_dump(mode="json"),
        score=given.score,
        given_at=now,
        remarked_at=None,
    )
    unit.session.add(saved)
    unit.session.flush()
    return saved


def _present(unit: Unit, set_id: str, version: QuestionVersion) -> Question:
    """The question with the key that counts now, were it corrected during the attempt."""
    asked = QuestionRow.id == version.question_id
    return load_questions(unit, set_id=set_id, where=asked)[0]


def feedback_of(unit: Unit, row: AttemptRow, given: Sequence[ResponseRow]) -> tuple[Feedback, ...]:
    """What is said of these answers of one attempt, by the keys that count now."""
    asked = QuestionRow.id.in_([response.question_id for response in given])
    present = {q.id: q for q in load_questions(unit, set_id=row.article_id, where=asked)}
    orders = {step["question"]: step["choices"] for step in row.plan}
    return tuple(
        feedback_on(
            present[response.question_id],
            RESPONSE.validate_python(response.document),
            Mark.model_validate(response.mark),
            order=orders[response.question_id],
            remarked=response.remarked_at is not None,
        )
        for response in given
    )
