"""Who asks, and what they may see."""

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import exists, select
from sqlalchemy.sql import ColumnElement

from quizapp.model import QuizappError
from quizapp.store import Unit
from quizapp.store.tables import ArticleRow, AttemptRow, CourseRow, Enrolment

Role = Literal["learner", "teacher", "administrator"]


@dataclass(frozen=True, kw_only=True)
class Actor:
    """The user who asks; `user_id` is None for a visitor of whom nothing is kept yet."""

    user_id: int | None
    role: Role = "learner"
    guest: bool = False

    @property
    def teaches(self) -> bool:
        return self.role in ("teacher", "administrator")


ANONYMOUS = Actor(user_id=None)


def signed_in(actor: Actor) -> int:
    """The id of the user row behind the actor, a guest's too."""
    if actor.user_id is None:
        raise QuizappError("sign-in-needed", "this needs a user: sign in first")
    return actor.user_id


def teacher(actor: Actor) -> int:
    """The id of an actor who teaches."""
    user_id = signed_in(actor)
    if not actor.teaches:
        raise QuizappError("forbidden", "only a teacher may do this")
    return user_id


def shared_with(user_id: int) -> ColumnElement[bool]:
    """Study sets of the teachers whose courses this user attends, and those once worked on."""
    taught = (
        exists()
        .where(CourseRow.owner_id == ArticleRow.owner_id)
        .where(Enrolment.course_id == CourseRow.id)
        .where(Enrolment.user_id == user_id)
    )
    tried = (
        exists().where(AttemptRow.article_id == ArticleRow.id).where(AttemptRow.user_id == user_id)
    )
    return (ArticleRow.status == "shared") & (taught | tried)


def readable_set(unit: Unit, *, set_id: str, actor: Actor) -> ArticleRow:
    """The study set, if the actor may read it; one that may not be read does not exist."""
    row = unit.session.get(ArticleRow, set_id)
    if row is not None and (row.status == "public" or may_edit(row, actor)):
        return row
    if row is not None and actor.user_id is not None:
        query = select(ArticleRow.id).where(ArticleRow.id == set_id, shared_with(actor.user_id))
        if unit.session.scalar(query) is not None:
            return row
    raise no_such_set(set_id)


def editable_set(unit: Unit, *, set_id: str, actor: Actor, lock: bool = True) -> ArticleRow:
    """The study set, if the actor may change it; locked, unless it is only looked at."""
    teacher(actor)
    row = unit.session.get(ArticleRow, set_id, with_for_update=lock or None, populate_existing=lock)
    if row is None:
        raise no_such_set(set_id)
    if not may_edit(row, actor):
        if row.status == "public":
            raise QuizappError("forbidden", f"{set_id}: only its owner may change it")
        raise no_such_set(set_id)
    return row


def may_edit(row: ArticleRow, actor: Actor) -> bool:
    if actor.role == "administrator":
        return True
    return actor.teaches and row.owner_id is not None and row.owner_id == actor.user_id


def no_such_set(set_id: str) -> QuizappError:
    return QuizappError("not-found", f"{set_id}: no such study set, or it is not shared with you")
