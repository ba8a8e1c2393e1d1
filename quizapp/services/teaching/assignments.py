"""What a course is given to do."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import cast
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from quizapp.model import QuizappError
from quizapp.services.access import Actor, readable_set
from quizapp.services.authoring.quizzes import own_quiz
from quizapp.services.taking.answers import may_show
from quizapp.services.taking.attempts import FeedbackPolicy
from quizapp.services.teaching.courses import Course, course_of, own_course
from quizapp.services.teaching.learners import Learner, learners
from quizapp.store import Unit
from quizapp.store.tables import (
    AssignmentRow,
    AttemptRow,
    CourseRow,
    Enrolment,
    QuizRow,
    ResponseRow,
)

_DUE_TIME = time(23, 59)


@dataclass(frozen=True, kw_only=True)
class Assignment:
    """`attempts` is how many a learner has, None for any number; `questions` is a count."""

    id: int
    course_id: int
    course_title: str
    quiz_id: int
    set_id: str
    title: str
    due_at: datetime | None
    attempts: int | None
    feedback: FeedbackPolicy
    shuffle: bool
    from_memory: bool
    questions: int


@dataclass(frozen=True, kw_only=True)
class Terms:
    """How an assignment is done: due at 23:59 of a day in the course's zone; `attempts` None is
    any number; `title` None is the quiz's."""

    title: str | None = None
    due_on: date | None = None
    attempts: int | None = None
    feedback: FeedbackPolicy = "at_once"
    shuffle: bool = False
    from_memory: bool = False


@dataclass(frozen=True, kw_only=True)
class CoursePage:
    course: Course
    learners: tuple[Learner, ...]
    assignments: tuple[Assignment, ...]


@dataclass(frozen=True, kw_only=True)
class Todo:
    """An assignment as its learner sees it; `best` is the best score, where it may be shown."""

    assignment: Assignment
    attempts_used: int
    open_attempt: int | None
    last_finished: int | None
    best: float | None


def course(unit: Unit, *, course_id: int, actor: Actor) -> CoursePage:
    row = own_course(unit, course_id=course_id, actor=actor)
    query = (
        select(AssignmentRow)
        .where(AssignmentRow.course_id == course_id)
        .order_by(AssignmentRow.id.desc())
    )
    return CoursePage(
        course=course_of(unit, row),
        learners=learners(unit, course_id=course_id),
        assignments=tuple(assignment_of(unit, a) for a in unit.session.scalars(query).all()),
    )


def assign(
    unit: Unit, *, course_id: int, quiz_id: int, terms: Terms, actor: Actor, now: datetime
) -> Assignment:
    """Give a quiz to a course; one's own draft set becomes shared, and another's that was withdrawn
    stays so."""
    owner = own_course(unit, course_id=course_id, actor=actor)
    quiz = own_quiz(unit, quiz_id=quiz_id, actor=actor)
    article = readable_set(unit, set_id=quiz.article_id, actor=actor)
    if terms.attempts is not None and terms.attempts < 1:
        raise QuizappError("attempts-malformed", "an assignment allows at least one attempt")
    row = AssignmentRow(
        course_id=course_id,
        quiz_id=quiz_id,
        title=(terms.title or "").strip() or quiz.title,
        due_at=_due_at(terms.due_on, owner.timezone, now),
        attempts=terms.attempts,
        feedback=terms.feedback,
        shuffle=terms.shuffle,
        from_memory=terms.from_memory,
        created_at=now,
    )
    unit.session.add(row)
    if article.status == "draft":
        article.status = "shared"
    unit.session.flush()
    return assignment_of(unit, row)


def _due_at(due_on: date | None, timezone: str, now: datetime) -> datetime | None:
    if due_on is None:
        return None
    due_at = datetime.combine(due_on, _DUE_TIME, ZoneInfo(timezone)).astimezone(UTC)
    if due_at <= now:
        raise QuizappError("due-date-past", f"{due_on}: this day is over")
    return due_at


def unassign(unit: Unit, *, assignment_id: int, actor: Actor) -> None:
    """Take it back, with the attempts at it."""
    unit.session.delete(own_assignment(unit, assignment_id=assignment_id, actor=actor))


def todos(unit: Unit, *, actor: Actor, now: datetime) -> tuple[Todo, ...]:
    """What the courses that the actor attends were given, the next due first."""
    if actor.user_id is None:
        return ()
    query = (
        select(AssignmentRow)
        .join(Enrolment, Enrolment.course_id == AssignmentRow.course_id)
        .where(Enrolment.user_id == actor.user_id)
        .order_by(AssignmentRow.due_at.is_(None), AssignmentRow.due_at, AssignmentRow.id)
    )
    rows = unit.session.scalars(query).all()
    return tuple(_todo(unit, row, actor.user_id, now) for row in rows)


def own_assignment(unit: Unit, *, assignment_id: int, actor: Actor) -> AssignmentRow:
    """An assignment of a course that the actor teaches."""
    row = unit.session.get(AssignmentRow, assignment_id)
    if row is None:
        raise QuizappError("not-found", f"{assignment_id}: no such assignment of yours")
    own_course(unit, course_id=row.course_id, actor=actor)
    return row


def assignment_of(unit: Unit, row: AssignmentRow) -> Assignment:
    quiz = unit.session.get_one(QuizRow, row.quiz_id)
    return Assignment(
        id=row.id,
        course_id=row.course_id,
        course_title=unit.session.get_one(CourseRow, row.course_id).title,
        quiz_id=row.quiz_id,
        set_id=quiz.article_id,
        title=row.title,
        due_at=row.due_at,
        attempts=row.attempts,
        feedback=cast(FeedbackPolicy, row.feedback),
        shuffle=row.shuffle,
        from_memory=row.from_memory,
        questions=len(quiz.picks),
    )


def _todo(unit: Unit, row: AssignmentRow, user_id: int, now: datetime) -> Todo:
    query = (
        select(AttemptRow, func.coalesce(func.sum(ResponseRow.score), 0.0))
        .join(ResponseRow, ResponseRow.attempt_id == AttemptRow.id, isouter=True)
        .where(AttemptRow.assignment_id == row.id, AttemptRow.user_id == user_id)
        .group_by(AttemptRow.id)
        .order_by(AttemptRow.id)
    )
    attempts = unit.session.execute(query).all()
    finished = [(attempt, points) for attempt, points in attempts if attempt.finished_at]
    scores = [
        points / len(attempt.plan) for attempt, points in finished if may_show(row, attempt, now)
    ]
    return Todo(
        assignment=assignment_of(unit, row),
        attempts_used=len(attempts),
        open_attempt=next((a.id for a, _ in attempts if a.finished_at is None), None),
        last_finished=finished[-1][0].id if finished else None,
        best=max(scores, default=None),
    )
