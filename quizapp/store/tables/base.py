"""What all tables share."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Integer, MetaData, String
from sqlalchemy.orm import DeclarativeBase, MappedColumn, mapped_column

from quizapp.store.types import Document, UtcDateTime

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcDateTime,
        dict[str, Any]: Document,
        list[Any]: Document,
        list[str]: Document,
    }


def one_of(column: str, values: Sequence[str]) -> CheckConstraint:
    """The column holds one of these words."""
    return CheckConstraint(
        f"{column} IN ({', '.join(repr(value) for value in values)})", name=column
    )


def user_key(
    *, on_delete: str = "CASCADE", nullable: bool = False, index: bool = True
) -> MappedColumn[Any]:
    return mapped_column(
        Integer, ForeignKey("user.id", ondelete=on_delete), nullable=nullable, index=index
    )


def article_key(*, on_delete: str = "CASCADE", nullable: bool = False) -> MappedColumn[Any]:
    return mapped_column(
        String(200), ForeignKey("article.id", ondelete=on_delete), nullable=nullable, index=True
    )


def article_part_key() -> MappedColumn[Any]:
    """The first half of the key of what lives inside a study set."""
    return mapped_column(
        String(200), ForeignKey("article.id", ondelete="CASCADE"), primary_key=True
    )
