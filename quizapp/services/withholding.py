"""What an assignment withholds of its study set: the keys for a time, the text during recall.
No access checks: for the services only."""

from datetime import datetime

from sqlalchemy import ColumnElement, exists, func, select

from quizapp.model import QuizappError
from quizapp.services.access import Actor
from quizapp.store import Unit
from quizapp.store.tables import (
    ArticleRow,
    AssignmentRow,
    AttemptRow,
    CourseRow,
    Enrolment,
    QuizRow,
    User,
)


def kept_back(unit: Unit, *, set_id: str, user_id: int | None, now: datetime) -> bool:
    """Whether an assignment of a course that the user attends does not show her its keys yet.
    Never so for a teacher."""
    query = (
        select(AssignmentRow.id)
        .join(QuizRow, QuizRow.id == AssignmentRow.quiz_id)
        .join(ArticleRow, ArticleRow.id == QuizRow.article_id)
        .join(CourseRow, CourseRow.id == AssignmentRow.course_id)
        .join(Enrolment, Enrolment.course_id == CourseRow.id)
        .join(User, User.id == Enrolment.user_id)
        .where(User.id == user_id, User.role == "learner", QuizRow.article_id == set_id)
        .where(CourseRow.owner_id != User.id, func.coalesce(ArticleRow.owner_id, 0) != User.id)
        .where(_withheld(now))
        .limit(1)
    )
    return user_id is not None and unit.session.scalar(query) is not None


def refuse_kept_back(unit: Unit, *, set_id: str, actor: Actor, now: datetime) -> None:
    """Raises `assignment-open` where an answer would be told that an assignment keeps back."""
    if kept_back(unit, set_id=set_id, user_id=actor.user_id, now=now):
        raise QuizappError("assignment-open", f"{set_id}: an assignment keeps its keys back")


def refuse_during_recall(unit: Unit, *, set_id: str, actor: Actor) -> None:
    """Raises `text-hidden` during an attempt that is to be answered from memory."""
    query = (
        select(AttemptRow.id)
        .join(AssignmentRow, AssignmentRow.id == AttemptRow.assignment_id)
        .where(AttemptRow.user_id == actor.user_id, AttemptRow.article_id == set_id)
        .where(AttemptRow.finished_at.is_(None), AssignmentRow.from_memory)
        .limit(1)
    )
    if actor.user_id is not None and unit.session.scalar(query) is not None:
        raise QuizappError("text-hidden", f"{set_id}: an attempt from memory is open")


def _withheld(now: datetime) -> ColumnElement[bool]:
    """Until the due date, or until an attempt is finished where that shows the keys."""
    due = AssignmentRow.due_at
    finished = exists().where(
        AttemptRow.assignment_id == AssignmentRow.id,
        AttemptRow.user_id == User.id,
        AttemptRow.finished_at.is_not(None),
    )
    by_finishing = (AssignmentRow.feedback == "at_end") | due.is_(None)
    return (
        (AssignmentRow.feedback != "at_once")
        & (due.is_(None) | (due > now))
        & ~(by_finishing & finished)
    )
