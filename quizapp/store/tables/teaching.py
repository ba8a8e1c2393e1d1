"""Courses, and what they are given to do."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.tables.base import Base, article_key, one_of, user_key


class QuizRow(Base):
    """Questions of one study set, picked and ordered."""

    __tablename__ = "quiz"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[str] = article_key()
    owner_id: Mapped[int] = user_key()
    title: Mapped[str] = mapped_column(Text)
    picks: Mapped[list[str]]
    created_at: Mapped[datetime]


class CourseRow(Base):
    __tablename__ = "course"

    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[int] = user_key()
    title: Mapped[str] = mapped_column(Text)
    join_code: Mapped[str] = mapped_column(String(12), unique=True)
    timezone: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]


class Enrolment(Base):
    """A learner in a course; the return link's secret is kept as a hash."""

    __tablename__ = "enrolment"

    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("course.id", ondelete="CASCADE"))
    user_id: Mapped[int] = user_key()
    nickname: Mapped[str] = mapped_column(String(40))
    nickname_key: Mapped[str] = mapped_column(String(80))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    joined_at: Mapped[datetime]

    __table_args__ = (
        UniqueConstraint("course_id", "user_id"),
        UniqueConstraint("course_id", "nickname_key"),
    )


class AssignmentRow(Base):
    __tablename__ = "assignment"

    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("course.id", ondelete="CASCADE"), index=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(Text)
    due_at: Mapped[datetime | None]
    attempts: Mapped[int | None]
    feedback: Mapped[str] = mapped_column(String(10))
    shuffle: Mapped[bool]
    from_memory: Mapped[bool]
    created_at: Mapped[datetime]

    __table_args__ = (one_of("feedback", ("at_once", "at_end", "after_due")),)
