"""What learners do."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.tables.base import Base, article_key, one_of, user_key
from quizapp.store.tables.content import ITEM_ID


class AttemptRow(Base):
    """One go at a series of questions. `plan` is its order: one `{question, version, choices}`
    each, the version and the order of choices being those that the learner sees."""

    __tablename__ = "attempt"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = user_key(index=False)
    article_id: Mapped[str] = article_key()
    assignment_id: Mapped[int | None] = mapped_column(
        ForeignKey("assignment.id", ondelete="CASCADE"), index=True
    )
    plan: Mapped[list[Any]]
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]

    __table_args__ = (Index(None, "user_id", "article_id"),)


class ResponseRow(Base):
    """An answer as it was given, with its mark; `client_id` makes giving it twice harmless."""

    __tablename__ = "response"

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"))
    client_id: Mapped[str] = mapped_column(String(36))
    question_id: Mapped[str] = mapped_column(ITEM_ID)
    question_version_id: Mapped[int] = mapped_column(
        ForeignKey("question_version.id", ondelete="CASCADE"), index=True
    )
    document: Mapped[dict[str, Any]]
    mark: Mapped[dict[str, Any]]
    score: Mapped[float]
    given_at: Mapped[datetime]
    remarked_at: Mapped[datetime | None]

    __table_args__ = (
        UniqueConstraint("attempt_id", "client_id"),
        UniqueConstraint("attempt_id", "question_id"),
    )


class CardRow(Base):
    """What one learner reviews of one item: a missed question or a saved word.

    `item` is the global key. `state` is the scheduler's, None until the first review.
    """

    __tablename__ = "card"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = user_key(index=False)
    kind: Mapped[str] = mapped_column(String(10))
    item: Mapped[str] = mapped_column(String(401))
    article_id: Mapped[str | None] = article_key(nullable=True)
    state: Mapped[dict[str, Any] | None]
    due_at: Mapped[datetime]
    created_at: Mapped[datetime]

    __table_args__ = (
        one_of("kind", ("question", "word")),
        UniqueConstraint("user_id", "kind", "item"),
        Index(None, "user_id", "due_at"),
    )


class ReviewRow(Base):
    """One rating; `state_before` and `due_before` take it back."""

    __tablename__ = "review"

    id: Mapped[int] = mapped_column(primary_key=True)
    card_id: Mapped[int] = mapped_column(ForeignKey("card.id", ondelete="CASCADE"), index=True)
    rating: Mapped[str] = mapped_column(String(10))
    reviewed_at: Mapped[datetime]
    state_before: Mapped[dict[str, Any] | None]
    due_before: Mapped[datetime]

    __table_args__ = (one_of("rating", ("again", "hard", "good", "easy")),)


class SavedWordRow(Base):
    """A word on a learner's list, as the article gave it when it was saved."""

    __tablename__ = "saved_word"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = user_key(index=False)
    lexeme_id: Mapped[str] = mapped_column(ITEM_ID)
    article_id: Mapped[str | None] = article_key(on_delete="SET NULL", nullable=True)
    document: Mapped[dict[str, Any]]
    saved_at: Mapped[datetime]

    __table_args__ = (UniqueConstraint("user_id", "lexeme_id"),)
