"""People: accounts, guests, invitations."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast
from zoneinfo import available_timezones

from sqlalchemy import delete, exists, func, select
from sqlalchemy.exc import IntegrityError

from quizapp.model import QuizappError
from quizapp.services import personal_data
from quizapp.services.access import ANONYMOUS, Actor, Role, signed_in
from quizapp.services.tokens import new_token, token_hash
from quizapp.store import Unit, tables

SEEN_EVERY = timedelta(hours=1)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")

export_data = personal_data.export_data
delete_account = personal_data.delete_account
merge_guest = personal_data.merge_guest


@dataclass(frozen=True, kw_only=True)
class User:
    """A person. A guest has no account: a visitor who answered, or a learner who came by a join
    code and is known by nickname in a course."""

    id: int
    email: str | None
    name: str | None
    password_hash: str | None
    role: Role
    guest: bool
    active: bool
    fs_uniquifier: str
    language: str
    timezone: str
    created_at: datetime
    last_seen: datetime


@dataclass(frozen=True, kw_only=True)
class Invitation:
    role: Role
    expires_at: datetime


def actor_of(user: User | None) -> Actor:
    if user is None:
        return ANONYMOUS
    return Actor(user_id=user.id, role=user.role, guest=user.guest)


def create_user(
    unit: Unit,
    *,
    email: str,
    password_hash: str | None,
    now: datetime,
    role: Role = "learner",
    name: str | None = None,
    language: str = "fr",
    timezone: str = "Europe/Paris",
) -> User:
    """A new account; raises `email-malformed`, `email-taken`."""
    address = email.strip().lower()
    if not _EMAIL.fullmatch(address) or len(address) > 254:
        raise QuizappError("email-malformed", f"{email}: not an e-mail address")
    if find_user_by_email(unit, email=address) is not None:
        raise QuizappError("email-taken", f"{address}: there is an account already")
    row = _new_row(language=language, timezone=timezone, now=now)
    row.email, row.name, row.password_hash, row.role = address, name, password_hash, role
    try:
        return _added(unit, row)
    except IntegrityError as error:
        raise QuizappError("email-taken", f"{address}: there is an account already") from error


def create_guest(unit: Unit, *, language: str, timezone: str, now: datetime) -> User:
    row = _new_row(language=language, timezone=timezone, now=now)
    row.guest = True
    return _added(unit, row)


def find_user(unit: Unit, *, user_id: int) -> User | None:
    row = unit.session.get(tables.User, user_id)
    return _user(row) if row else None


def find_user_by_email(unit: Unit, *, email: str) -> User | None:
    query = select(tables.User).where(tables.User.email == email.strip().lower())
    row = unit.session.scalar(query)
    return _user(row) if row else None


def find_user_by_uniquifier(unit: Unit, *, fs_uniquifier: str) -> User | None:
    query = select(tables.User).where(tables.User.fs_uniquifier == fs_uniquifier)
    row = unit.session.scalar(query)
    return _user(row) if row else None


def shown_name(unit: Unit, *, user: User) -> str | None:
    """What to call a person: the name, else what stands before @ in the address, else the
    nickname of the latest course. None for a guest of no course."""
    if user.name or user.email:
        return user.name or (user.email or "").partition("@")[0]
    query = (
        select(tables.Enrolment.nickname)
        .where(tables.Enrolment.user_id == user.id)
        .order_by(tables.Enrolment.joined_at.desc(), tables.Enrolment.course_id.desc())
        .limit(1)
    )
    return unit.session.scalar(query)


def is_enrolled(unit: Unit, *, user_id: int) -> bool:
    """Whether the user attends a course."""
    query = select(tables.Enrolment.id).where(tables.Enrolment.user_id == user_id).limit(1)
    return unit.session.scalar(query) is not None


def has_teacher(unit: Unit) -> bool:
    query = select(exists().where(tables.User.role.in_(("teacher", "administrator"))))
    return bool(unit.session.scalar(query))


def save_user(unit: Unit, *, user: User) -> User:
    """Write what Flask-Security may change."""
    row = _row(unit, user.id)
    row.email = user.email.strip().lower() if user.email else None
    row.name, row.password_hash, row.role = user.name, user.password_hash, user.role
    row.active, row.fs_uniquifier = user.active, user.fs_uniquifier
    row.language, row.timezone, row.last_seen = user.language, user.timezone, user.last_seen
    unit.session.flush()
    return _user(row)


def touch(unit: Unit, *, user_id: int, now: datetime) -> None:
    """Remember that the user was here; written at most once an hour."""
    row = _row(unit, user_id)
    if now - row.last_seen >= SEEN_EVERY:
        row.last_seen = now


def end_sessions(unit: Unit, *, user_id: int) -> None:
    """No cookie or remembered browser is this user's any more."""
    _row(unit, user_id).fs_uniquifier = secrets.token_hex(32)


def set_password(unit: Unit, *, user_id: int, password_hash: str) -> None:
    """A new password ends all other sessions."""
    row = _row(unit, user_id)
    row.password_hash, row.fs_uniquifier = password_hash, secrets.token_hex(32)


def set_preferences(
    unit: Unit,
    *,
    actor: Actor,
    language: str | None = None,
    timezone: str | None = None,
    name: str | None = None,
) -> User:
    row = _row(unit, signed_in(actor))
    if timezone is not None and timezone not in available_timezones():
        raise QuizappError("timezone-unknown", f"{timezone}: not a zone of the IANA list")
    row.language = language or row.language
    row.timezone = timezone or row.timezone
    row.name = name or row.name
    return _user(row)


def invite_teacher(
    unit: Unit, *, actor: Actor | None, now: datetime, role: Role = "teacher", days: int = 7
) -> str:
    """The secret of a link that gives the role once; `actor=None` is the command line,
    whose former links end."""
    if actor is not None and actor.role != "administrator":
        raise QuizappError("forbidden", "only an administrator may invite teachers")
    if actor is None:
        unused = tables.Invitation.created_by.is_(None), tables.Invitation.redeemed_at.is_(None)
        unit.session.execute(delete(tables.Invitation).where(*unused))
    token = new_token()
    unit.session.add(
        tables.Invitation(
            token_hash=token_hash(token),
            role=role,
            created_by=actor.user_id if actor else None,
            created_at=now,
            expires_at=now + timedelta(days=days),
        )
    )
    return token


def find_invitation(unit: Unit, *, token: str, now: datetime) -> Invitation:
    row = _invitation(unit, token, now, lock=False)
    return Invitation(role=cast(Role, row.role), expires_at=row.expires_at)


def redeem_invitation(unit: Unit, *, token: str, user_id: int, now: datetime) -> User:
    """Give the user the invitation's role, once; raises `invitation-invalid`."""
    invitation = _invitation(unit, token, now, lock=True)
    user = _row(unit, user_id)
    if user.email is None:
        raise QuizappError("sign-in-needed", "an invitation needs an account with an e-mail")
    invitation.redeemed_by, invitation.redeemed_at = user.id, now
    if user.role != "administrator":
        user.role = invitation.role
    return _user(user)


def delete_idle_guests(unit: Unit, *, now: datetime, days: int = 90) -> int:
    """Forget the guests who stayed away; learners of a course stay."""
    idle = (
        select(tables.User.id)
        .where(tables.User.guest, tables.User.last_seen < now - timedelta(days=days))
        .where(~exists().where(tables.Enrolment.user_id == tables.User.id))
    )
    count = unit.session.scalar(select(func.count()).select_from(idle.subquery())) or 0
    unit.session.execute(delete(tables.User).where(tables.User.id.in_(idle)))
    return count


def _invitation(unit: Unit, token: str, now: datetime, *, lock: bool) -> tables.Invitation:
    query = select(tables.Invitation).where(tables.Invitation.token_hash == token_hash(token))
    row = unit.session.scalar(query.with_for_update() if lock else query)
    if row is None or row.redeemed_at is not None or row.expires_at <= now:
        raise QuizappError("invitation-invalid", "this invitation was used, or has expired")
    return row


def _new_row(*, language: str, timezone: str, now: datetime) -> tables.User:
    return tables.User(
        role="learner",
        guest=False,
        active=True,
        fs_uniquifier=secrets.token_hex(32),
        language=language,
        timezone=timezone,
        created_at=now,
        last_seen=now,
    )


def _added(unit: Unit, row: tables.User) -> User:
    unit.session.add(row)
    unit.session.flush()
    return _user(row)


def _row(unit: Unit, user_id: int) -> tables.User:
    row = unit.session.get(tables.User, user_id)
    if row is None:
        raise QuizappError("not-found", f"{user_id}: no such user")
    return row


def _user(row: tables.User) -> User:
    return User(
        id=row.id,
        email=row.email,
        name=row.name,
        password_hash=row.password_hash,
        role=cast(Role, row.role),
        guest=row.guest,
        active=row.active,
        fs_uniquifier=row.fs_uniquifier,
        language=row.language,
        timezone=row.timezone,
        created_at=row.created_at,
        last_seen=row.last_seen,
    )
