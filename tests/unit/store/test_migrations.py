"""The migrations make the tables that the code declares."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import CheckConstraint, Connection, inspect

from quizapp.store import Database, upgrade
from quizapp.store.migrate import is_current
from quizapp.store.tables import Base


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.engine.connect() as connection:
        yield connection


def test_migrations_equal_the_declared_tables(connection: Connection) -> None:
    context = MigrationContext.configure(connection, opts={"compare_server_default": True})
    assert compare_metadata(context, Base.metadata) == []


def test_migrations_make_the_declared_checks(connection: Connection) -> None:
    """Alembic's comparison leaves out CHECK constraints."""
    found = inspect(connection)
    for table in Base.metadata.sorted_tables:
        declared = {
            str(constraint.name)
            for constraint in table.constraints
            if isinstance(constraint, CheckConstraint)
        }
        assert {check["name"] for check in found.get_check_constraints(table.name)} == declared


def test_every_foreign_key_says_what_deleting_does() -> None:
    for table in Base.metadata.sorted_tables:
        for constraint in table.foreign_key_constraints:
            assert constraint.ondelete in ("CASCADE", "SET NULL"), constraint.name


def test_upgrading_twice_is_harmless(database_url: str) -> None:
    assert is_current(database_url)
    upgrade(database_url)
    assert is_current(database_url)


def test_a_new_file_is_not_current(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'deep' / 'new.sqlite'}"
    assert not is_current(url)
    upgrade(url)
    assert is_current(url)
