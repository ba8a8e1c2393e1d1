"""Study sets: JSON documents with the columns that queries need.

`edited_at` marks a row that a person decided on or changed: neither a new analysis nor a curated
folder overwrites it.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKeyConstraint, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.tables.base import Base, article_key, article_part_key, one_of, user_key

SET_STATUSES = ("draft", "shared", "public")
DECISIONS = ("proposed", "accepted", "rejected")
ITEM_ID = String(200)


def _question_key() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["article_id", "question_id"], ["question.article_id", "question.id"], ondelete="CASCADE"
    )


class ArticleRow(Base):
    """A study set. Before its analysis it has a `draft` and no version."""

    __tablename__ = "article"

    id: Mapped[str] = mapped_column(ITEM_ID, primary_key=True)
    owner_id: Mapped[int | None] = user_key(on_delete="SET NULL", nullable=True)
    status: Mapped[str] = mapped_column(String(10))
    title: Mapped[str] = mapped_column(Text)
    source: Mapped[str | None] = mapped_column(Text)
    licence: Mapped[str | None] = mapped_column(Text)
    published_on: Mapped[date | None]
    words: Mapped[int]
    draft: Mapped[dict[str, Any] | None]
    version: Mapped[int | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    __table_args__ = (one_of("status", SET_STATUSES), Index(None, "status", "updated_at"))


class ArticleVersion(Base):
    """Append-only."""

    __tablename__ = "article_version"

    article_id: Mapped[str] = article_part_key()
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    document: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]


class EntityRow(Base):
    __tablename__ = "entity"

    article_id: Mapped[str] = article_part_key()
    id: Mapped[str] = mapped_column(ITEM_ID, primary_key=True)
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(Text)
    document: Mapped[dict[str, Any]]
    edited_at: Mapped[datetime | None]


class FactRow(Base):
    __tablename__ = "fact"

    article_id: Mapped[str] = article_part_key()
    id: Mapped[str] = mapped_column(ITEM_ID, primary_key=True)
    position: Mapped[int]
    status: Mapped[str] = mapped_column(String(10))
    importance: Mapped[int]
    confidence: Mapped[float | None]
    document: Mapped[dict[str, Any]]
    edited_at: Mapped[datetime | None]

    __table_args__ = (one_of("status", DECISIONS), Index(None, "article_id", "status"))


class QuestionRow(Base):
    """`version` is the number of the current `QuestionVersion`."""

    __tablename__ = "question"

    article_id: Mapped[str] = article_part_key()
    id: Mapped[str] = mapped_column(ITEM_ID, primary_key=True)
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    level: Mapped[str] = mapped_column(String(2))
    status: Mapped[str] = mapped_column(String(10))
    version: Mapped[int]
    edited_at: Mapped[datetime | None]

    __table_args__ = (one_of("status", DECISIONS), Index(None, "article_id", "status"))


class QuestionVersion(Base):
    """Append-only; answers point at the version that was answered."""

    __tablename__ = "question_version"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[str] = mapped_column(String(200))
    question_id: Mapped[str] = mapped_column(ITEM_ID)
    number: Mapped[int]
    document: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]

    __table_args__ = (
        _question_key(),
        UniqueConstraint("article_id", "question_id", "number"),
    )


class LexemeRow(Base):
    __tablename__ = "lexeme"

    article_id: Mapped[str] = article_part_key()
    id: Mapped[str] = mapped_column(ITEM_ID, primary_key=True)
    position: Mapped[int]
    lemma: Mapped[str] = mapped_column(Text)
    band: Mapped[str | None] = mapped_column(String(2))
    document: Mapped[dict[str, Any]]
    edited_at: Mapped[datetime | None]

    __table_args__ = (Index(None, "lemma"),)


class Edit(Base):
    """One change at the teacher's desk; `before` holds the rows as they were, for undo."""

    __tablename__ = "edit"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[str] = article_key()
    user_id: Mapped[int | None] = user_key(on_delete="SET NULL", nullable=True)
    code: Mapped[str] = mapped_column(String(40))
    before: Mapped[dict[str, Any]]
    made_at: Mapped[datetime]


class FlagRow(Base):
    """A reader says that a question is wrong."""

    __tablename__ = "flag"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[str] = mapped_column(String(200))
    question_id: Mapped[str] = mapped_column(ITEM_ID)
    user_id: Mapped[int | None] = user_key(on_delete="SET NULL", nullable=True)
    reason: Mapped[str] = mapped_column(String(20))
    note: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime]
    resolved_at: Mapped[datetime | None]

    __table_args__ = (
        _question_key(),
        Index(None, "article_id", "question_id"),
    )


class DeckRelease(Base):
    """A deck that a user downloaded: the hash of each note by its GUID. No article: the world."""

    __tablename__ = "deck_release"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = user_key()
    article_id: Mapped[str | None] = article_key(nullable=True)
    number: Mapped[int]
    parts: Mapped[list[str]]
    notes: Mapped[dict[str, Any]]
    built_at: Mapped[datetime]


class JobRow(Base):
    """Long work. This row is the truth; the queue only wakes the worker."""

    __tablename__ = "job"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    article_id: Mapped[str] = article_key()
    user_id: Mapped[int | None] = user_key(on_delete="SET NULL", nullable=True)
    status: Mapped[str] = mapped_column(String(10))
    questions: Mapped[int]
    seed: Mapped[int]
    step: Mapped[str] = mapped_column(String(40))
    progress: Mapped[float]
    claim: Mapped[str | None] = mapped_column(String(36))
    runs: Mapped[int]
    error_code: Mapped[str | None] = mapped_column(String(60))
    error_message: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    heartbeat_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]

    __table_args__ = (
        one_of("status", ("queued", "running", "done", "failed", "cancelled")),
        Index(None, "status", "heartbeat_at"),
    )
