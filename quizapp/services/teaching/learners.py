"""Learners of a course: by nickname and return link, or with an account."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from quizapp.model import QuizappError
from quizapp.services import accounts
from quizapp.services.access import Actor
from quizapp.services.accounts import User
from quizapp.services.personal_data import move_work
from quizapp.services.teaching.courses import Course, course_by_code, course_of, own_course
from quizapp.services.tokens import new_token, token_hash
from quizapp.store import Unit, tables
from quizapp.store.tables import AssignmentRow, AttemptRow, CourseRow, Enrolment, ResponseRow

_NICKNAME_LENGTH = 40


@dataclass(frozen=True, kw_only=True)
class Learner:
    """A member of a course; `account` says that she signed up, and needs no return link."""

    user_id: int
    nickname: str
    account: bool
    joined_at: datetime
    last_seen: datetime
    answered: int


@dataclass(frozen=True, kw_only=True)
class Joined:
    """`token` is the secret of the return link, readable once; None for who has an account."""

    course: Course
    user: User
    nickname: str
    token: str | None


def join(
    unit: Unit, *, join_code: str, nickname: str, actor: Actor, language: str, now: datetime
) -> Joined:
    """Enrol under a nickname that is free in the course; a visitor becomes a user. Who is enrolled
    already keeps her nickname and gets a new return link."""
    row = course_by_code(unit, join_code, lock=True)
    shown = _checked_nickname(nickname)
    if actor.user_id is None:
        user = accounts.create_guest(unit, language=language, timezone=row.timezone, now=now)
    else:
        user = accounts.find_user(unit, user_id=actor.user_id) or _gone(actor.user_id)
    token = new_token()
    enrolment = _enrolment(unit, row.id, user.id)
    if enrolment is None:
        _refuse_taken(unit, row.id, shown)
        enrolment = Enrolment(
            course_id=row.id,
            user_id=user.id,
            nickname=shown,
            nickname_key=_key(shown),
            token_hash=token_hash(token),
            joined_at=now,
        )
        unit.session.add(enrolment)
    enrolment.token_hash = token_hash(token)
    unit.session.flush()
    return Joined(
        course=course_of(unit, row),
        user=user,
        nickname=enrolment.nickname,
        token=token if user.guest else None,
    )


def return_by_link(unit: Unit, *, token: str, now: datetime) -> User:
    """Who the return link belongs to. It opens no account: those have a password."""
    query = select(Enrolment.user_id).where(Enrolment.token_hash == token_hash(token))
    user_id = unit.session.scalar(query)
    user = accounts.find_user(unit, user_id=user_id) if user_id else None
    if user is None or not user.guest or not user.active:
        raise QuizappError("return-link-invalid", "this link was replaced; ask your teacher")
    accounts.touch(unit, user_id=user.id, now=now)
    return user


def reissue_link(unit: Unit, *, course_id: int, user_id: int, actor: Actor) -> str:
    """A new return link's secret for a learner who has no account and attends no other teacher's
    course; her old link and her open sessions end."""
    course = own_course(unit, course_id=course_id, actor=actor)
    enrolment = _member(unit, course_id, user_id)
    learner = unit.session.get_one(tables.User, user_id)
    if not learner.guest:
        raise QuizappError("forbidden", "this learner has an account, and needs no link")
    if _attends_elsewhere(unit, user_id, course):
        raise QuizappError("learner-elsewhere", "another teacher's course knows this learner too")
    accounts.end_sessions(unit, user_id=user_id)
    token = new_token()
    enrolment.token_hash = token_hash(token)
    return token


def rename_learner(
    unit: Unit, *, course_id: int, user_id: int, nickname: str, actor: Actor
) -> None:
    own_course(unit, course_id=course_id, actor=actor)
    enrolment = _member(unit, course_id, user_id)
    shown = _checked_nickname(nickname)
    if _key(shown) != enrolment.nickname_key:
        _refuse_taken(unit, course_id, shown)
    enrolment.nickname, enrolment.nickname_key = shown, _key(shown)
    unit.session.flush()


def merge_learners(
    unit: Unit, *, course_id: int, user_id: int, into: int, actor: Actor, now: datetime
) -> None:
    """One person came under two nicknames: the work of the first, who has no account and attends
    no other teacher's course, becomes the second's."""
    course = own_course(unit, course_id=course_id, actor=actor)
    _member(unit, course_id, user_id)
    _member(unit, course_id, into)
    source = unit.session.get_one(tables.User, user_id)
    if user_id == into or not source.guest or _attends_elsewhere(unit, user_id, course):
        raise QuizappError("forbidden", "this learner cannot be merged into the other")
    move_work(unit, source=user_id, target=into)
    unit.session.delete(source)
    unit.session.flush()


def remove_learner(unit: Unit, *, course_id: int, user_id: int, actor: Actor) -> None:
    """End the enrolment; the learner keeps what she did."""
    own_course(unit, course_id=course_id, actor=actor)
    unit.session.delete(_member(unit, course_id, user_id))


def learners(unit: Unit, *, course_id: int) -> tuple[Learner, ...]:
    """By nickname. No access check: for `teaching` only."""
    answered = (
        select(func.count(ResponseRow.id))
        .join(AttemptRow, AttemptRow.id == ResponseRow.attempt_id)
        .join(AssignmentRow, AssignmentRow.id == AttemptRow.assignment_id)
        .where(AssignmentRow.course_id == course_id, AttemptRow.user_id == tables.User.id)
        .scalar_subquery()
    )
    query = (
        select(Enrolment, tables.User, answered)
        .join(tables.User, tables.User.id == Enrolment.user_id)
        .where(Enrolment.course_id == course_id)
        .order_by(Enrolment.nickname_key)
    )
    return tuple(
        Learner(
            user_id=user.id,
            nickname=enrolment.nickname,
            account=not user.guest,
            joined_at=enrolment.joined_at,
            last_seen=user.last_seen,
            answered=count,
        )
        for enrolment, user, count in unit.session.execute(query)
    )


def _checked_nickname(nickname: str) -> str:
    shown = " ".join(unicodedata.normalize("NFC", nickname).split())
    if not 1 <= len(shown) <= _NICKNAME_LENGTH or not shown.isprintable():
        message = f"a nickname has 1 to {_NICKNAME_LENGTH} letters"
        raise QuizappError("nickname-malformed", message)
    return shown


def _key(nickname: str) -> str:
    return unicodedata.normalize("NFKC", nickname).casefold()[:80]


def _refuse_taken(unit: Unit, course_id: int, nickname: str) -> None:
    query = select(Enrolment.id).where(
        Enrolment.course_id == course_id, Enrolment.nickname_key == _key(nickname)
    )
    if unit.session.scalar(query) is not None:
        raise QuizappError("nickname-taken", f"{nickname}: somebody in the course has this name")


def _enrolment(unit: Unit, course_id: int, user_id: int) -> Enrolment | None:
    query = select(Enrolment).where(Enrolment.course_id == course_id, Enrolment.user_id == user_id)
    return unit.session.scalar(query)


def _member(unit: Unit, course_id: int, user_id: int) -> Enrolment:
    enrolment = _enrolment(unit, course_id, user_id)
    if enrolment is None:
        raise QuizappError("learner-unknown", f"{user_id}: not a learner of this course")
    return enrolment


def _attends_elsewhere(unit: Unit, user_id: int, course: CourseRow) -> bool:
    """Whether the learner is enrolled with another teacher."""
    query = (
        select(Enrolment.id)
        .join(CourseRow, CourseRow.id == Enrolment.course_id)
        .where(Enrolment.user_id == user_id, CourseRow.owner_id != course.owner_id)
        .limit(1)
    )
    return unit.session.scalar(query) is not None


def _gone(user_id: int) -> User:
    raise QuizappError("not-found", f"{user_id}: no such user")
