"""Courses."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from quizapp.model import QuizappError
from quizapp.services.access import Actor, signed_in, teacher
from quizapp.store import Unit
from quizapp.store.tables import AssignmentRow, CourseRow, Enrolment

_CODE_LETTERS = "ABCDEFGHJKMNPQRTUVWXY346789"
"""None that is taken for another when read aloud or on a blackboard."""

_CODE_LENGTH = 6


@dataclass(frozen=True, kw_only=True)
class Course:
    """`learners` and `assignments` are counts."""

    id: int
    title: str
    join_code: str
    timezone: str
    learners: int
    assignments: int


def create_course(unit: Unit, *, title: str, timezone: str, actor: Actor, now: datetime) -> Course:
    owner_id = teacher(actor)
    if not title.strip():
        raise QuizappError("title-missing", "a course needs a title")
    row = CourseRow(
        owner_id=owner_id,
        title=title.strip(),
        join_code=_fresh_code(unit),
        timezone=timezone,
        created_at=now,
    )
    unit.session.add(row)
    unit.session.flush()
    return course_of(unit, row)


def courses(unit: Unit, *, actor: Actor) -> tuple[Course, ...]:
    """Those that the actor teaches, the latest first."""
    query = (
        select(CourseRow).where(CourseRow.owner_id == teacher(actor)).order_by(CourseRow.id.desc())
    )
    return tuple(course_of(unit, row) for row in unit.session.scalars(query).all())


def delete_course(unit: Unit, *, course_id: int, actor: Actor) -> None:
    """The course with its assignments and the attempts at them."""
    unit.session.delete(own_course(unit, course_id=course_id, actor=actor))


def renew_join_code(unit: Unit, *, course_id: int, actor: Actor) -> Course:
    """A new code; the old one lets nobody in any more."""
    row = own_course(unit, course_id=course_id, actor=actor)
    row.join_code = _fresh_code(unit)
    unit.session.flush()
    return course_of(unit, row)


def find_course_by_code(unit: Unit, *, join_code: str) -> Course:
    return course_of(unit, course_by_code(unit, join_code, lock=False))


def own_course(unit: Unit, *, course_id: int, actor: Actor) -> CourseRow:
    row = unit.session.get(CourseRow, course_id)
    if row is None or row.owner_id != teacher(actor):
        raise QuizappError("not-found", f"{course_id}: no such course of yours")
    return row


def attended(unit: Unit, *, actor: Actor) -> tuple[Course, ...]:
    """The courses that the actor attends."""
    query = (
        select(CourseRow)
        .join(Enrolment, Enrolment.course_id == CourseRow.id)
        .where(Enrolment.user_id == signed_in(actor))
        .order_by(CourseRow.id.desc())
    )
    return tuple(course_of(unit, row) for row in unit.session.scalars(query).all())


def course_of(unit: Unit, row: CourseRow) -> Course:
    enrolled = select(func.count()).where(Enrolment.course_id == row.id)
    given = select(func.count()).where(AssignmentRow.course_id == row.id)
    return Course(
        id=row.id,
        title=row.title,
        join_code=row.join_code,
        timezone=row.timezone,
        learners=unit.session.scalar(enrolled) or 0,
        assignments=unit.session.scalar(given) or 0,
    )


def course_by_code(unit: Unit, join_code: str, *, lock: bool) -> CourseRow:
    """A lock makes those who join at once take turns, so that a nickname stays one learner's."""
    code = "".join(join_code.split()).upper()
    query = select(CourseRow).where(CourseRow.join_code == code)
    row = unit.session.scalar(query.with_for_update() if lock else query)
    if row is None:
        raise QuizappError("join-code-unknown", f"{code}: no course has this code")
    return row


def _fresh_code(unit: Unit) -> str:
    while True:
        code = "".join(secrets.choice(_CODE_LETTERS) for _ in range(_CODE_LENGTH))
        if unit.session.scalar(select(CourseRow.id).where(CourseRow.join_code == code)) is None:
            return code
