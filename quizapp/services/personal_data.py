"""What is kept about one person: handed over, deleted, or moved to the account that she made."""

from datetime import date, datetime
from typing import Any, cast

from pydantic import JsonValue
from sqlalchemy import ColumnElement, Select, delete, exists, func, inspect, or_, select, update
from sqlalchemy.orm import DeclarativeBase

from quizapp.model import QuizappError
from quizapp.services.access import Actor, signed_in
from quizapp.services.overview import score_was_told
from quizapp.services.sets import load_set
from quizapp.store import Unit
from quizapp.store.tables import (
    ArticleRow,
    AssignmentRow,
    AttemptRow,
    CardRow,
    CourseRow,
    DeckRelease,
    Edit,
    Enrolment,
    FlagRow,
    Invitation,
    JobRow,
    QuizRow,
    ResponseRow,
    ReviewRow,
    SavedWordRow,
    User,
)

_SECRET = {
    "password_hash",
    "fs_uniquifier",
    "token_hash",
    "claim",
    "nickname_key",
    "mark",
    "before",
}
"""Secrets, what another column tells, and marks: these quote keys."""


def export_data(unit: Unit, *, actor: Actor, now: datetime) -> dict[str, JsonValue]:
    """Everything that is kept about the actor, but for secrets. Scores that an assignment keeps
    back are not among the answers, nor the cards that would tell which were missed."""
    user_id = signed_in(actor)
    data: dict[str, Any] = {
        name: [_plain(row) for row in unit.session.scalars(select(table).where(condition))]
        for name, (table, condition) in own_rows(user_id).items()
    }
    told = set(unit.session.scalars(_told_attempts(user_id, now)))
    for response in data["responses"]:
        if response["attempt_id"] not in told:
            del response["score"]
    data["cards"] = [card for card in data["cards"] if not _announced(card, now)]
    analysed = select(ArticleRow).where(
        ArticleRow.owner_id == user_id, ArticleRow.version.is_not(None)
    )
    data["study_sets"] = [
        load_set(unit, row=row, accepted_only=False).model_dump(mode="json", exclude={"timings"})
        for row in unit.session.scalars(analysed).all()
    ]
    return cast(dict[str, JsonValue], data)


def own_rows(user_id: int) -> dict[str, tuple[type[DeclarativeBase], ColumnElement[bool]]]:
    """Where a user is kept, by the names that the download gives to it."""
    attempts = select(AttemptRow.id).where(AttemptRow.user_id == user_id)
    cards = select(CardRow.id).where(CardRow.user_id == user_id)
    courses = select(CourseRow.id).where(CourseRow.owner_id == user_id)
    invited = (Invitation.created_by == user_id) | (Invitation.redeemed_by == user_id)
    return {
        "user": (User, User.id == user_id),
        "invitations": (Invitation, invited),
        "articles": (ArticleRow, ArticleRow.owner_id == user_id),
        "jobs": (JobRow, JobRow.user_id == user_id),
        "edits": (Edit, Edit.user_id == user_id),
        "quizzes": (QuizRow, QuizRow.owner_id == user_id),
        "courses": (CourseRow, CourseRow.owner_id == user_id),
        "assignments": (AssignmentRow, AssignmentRow.course_id.in_(courses)),
        "enrolments": (Enrolment, Enrolment.user_id == user_id),
        "attempts": (AttemptRow, AttemptRow.user_id == user_id),
        "responses": (ResponseRow, ResponseRow.attempt_id.in_(attempts)),
        "cards": (CardRow, CardRow.user_id == user_id),
        "reviews": (ReviewRow, ReviewRow.card_id.in_(cards)),
        "saved_words": (SavedWordRow, SavedWordRow.user_id == user_id),
        "flags": (FlagRow, FlagRow.user_id == user_id),
        "deck_releases": (DeckRelease, DeckRelease.user_id == user_id),
    }


def _told_attempts(user_id: int, now: datetime) -> Select[int]:
    return (
        select(AttemptRow.id)
        .join(AssignmentRow, AssignmentRow.id == AttemptRow.assignment_id, isouter=True)
        .where(AttemptRow.user_id == user_id, score_was_told(now))
    )


def _announced(card: dict[str, Any], now: datetime) -> bool:
    """Whether this card begins only when an assignment shows its key."""
    return card["state"] is None and datetime.fromisoformat(card["due_at"]) > now


def _plain(row: DeclarativeBase) -> dict[str, JsonValue]:
    columns = [c.key for c in inspect(type(row)).column_attrs if c.key not in _SECRET]
    values = {name: getattr(row, name) for name in columns}
    return {
        name: value.isoformat() if isinstance(value, datetime | date) else value
        for name, value in values.items()
    }


def delete_account(unit: Unit, *, actor: Actor) -> None:
    """Forget the actor. Her courses go first, with what learners did in them; then her study sets,
    save those that others read or worked on by themselves."""
    user_id = signed_in(actor)
    unit.session.execute(delete(CourseRow).where(CourseRow.owner_id == user_id))
    used = or_(
        ArticleRow.status == "public",
        exists().where(AttemptRow.article_id == ArticleRow.id, AttemptRow.user_id != user_id),
        exists().where(CardRow.article_id == ArticleRow.id, CardRow.user_id != user_id),
    )
    unit.session.execute(delete(ArticleRow).where(ArticleRow.owner_id == user_id, ~used))
    unit.session.execute(delete(User).where(User.id == user_id))


def merge_guest(unit: Unit, *, guest_id: int, user_id: int, now: datetime) -> None:
    """What the guest did becomes the user's; the guest is forgotten. Where both have the same
    word, card or course, the user's own stays, but for a card that only the guest reviewed."""
    guest = unit.session.get(User, guest_id, with_for_update=True)
    if guest is None or not guest.guest or guest_id == user_id:
        raise QuizappError("not-found", f"{guest_id}: no such guest")
    if unit.session.get(User, user_id) is None:
        raise QuizappError("not-found", f"{user_id}: no such user")
    move_work(unit, source=guest_id, target=user_id)
    unit.session.delete(guest)


def move_work(unit: Unit, *, source: int, target: int) -> None:
    """Hand over all rows of one learner to another."""
    _drop_double_cards(unit, source, target)
    _drop_doubles(unit, SavedWordRow, SavedWordRow.lexeme_id, source, target)
    _drop_doubles(unit, Enrolment, Enrolment.course_id, source, target)
    for table in (AttemptRow, CardRow, SavedWordRow, Enrolment, FlagRow, DeckRelease, Edit, JobRow):
        unit.session.execute(update(table).where(table.user_id == source).values(user_id=target))
    unit.session.flush()
    unit.session.expire_all()


def _drop_doubles(unit: Unit, table: Any, key: Any, source: int, target: int) -> None:
    kept = select(key).where(table.user_id == target)
    unit.session.execute(delete(table).where(table.user_id == source, key.in_(kept)))


def _drop_double_cards(unit: Unit, source: int, target: int) -> None:
    """Of two cards of one item keep the one reviewed more often; of equals, the target's."""
    reviews = (
        select(func.count(ReviewRow.id)).where(ReviewRow.card_id == CardRow.id).scalar_subquery()
    )
    query = select(CardRow.kind, CardRow.item, CardRow.id, reviews)
    found = {
        user_id: {
            (kind, item): (count, card_id)
            for kind, item, card_id, count in unit.session.execute(
                query.where(CardRow.user_id == user_id)
            )
        }
        for user_id in (source, target)
    }
    both = found[source].keys() & found[target].keys()
    losers = [
        found[source][key][1]
        if found[source][key][0] <= found[target][key][0]
        else found[target][key][1]
        for key in both
    ]
    unit.session.execute(delete(CardRow).where(CardRow.id.in_(losers)))
