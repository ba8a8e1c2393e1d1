"""Who uses the site."""

from datetime import datetime

from sqlalchemy import Index, String, false, true
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.tables.base import Base, one_of, user_key

ROLES = ("learner", "teacher", "administrator")


class User(Base):
    """A person: with an account (e-mail), a learner of a course (none), or a guest."""

    __tablename__ = "user"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str | None] = mapped_column(String(254), unique=True)
    name: Mapped[str | None] = mapped_column(String(100))
    password_hash: Mapped[str | None] = mapped_column(String(255))
    role: Mapped[str] = mapped_column(String(20), server_default="learner")
    guest: Mapped[bool] = mapped_column(server_default=false())
    active: Mapped[bool] = mapped_column(server_default=true())
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True)
    language: Mapped[str] = mapped_column(String(8))
    timezone: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]
    last_seen: Mapped[datetime]

    __table_args__ = (one_of("role", ROLES), Index(None, "guest", "last_seen"))


class Invitation(Base):
    """A link that gives a role once; only the hash of its secret is kept."""

    __tablename__ = "invitation"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[str] = mapped_column(String(20))
    created_by: Mapped[int | None] = user_key(on_delete="SET NULL", nullable=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    redeemed_by: Mapped[int | None] = user_key(on_delete="SET NULL", nullable=True)
    redeemed_at: Mapped[datetime | None]

    __table_args__ = (one_of("role", ROLES),)
