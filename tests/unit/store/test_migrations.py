"""The migrations make the tables that the code declares."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import CheckConstraint, Connection, inspect, text

from quizapp.store import Database, upgrade
from quizapp.store.migrate import is_current
from quizapp.store.tables import Base
from tests.sites import ROOT


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


def test_processes_that_upgrade_at_once_take_turns(database_url: str, tmp_path: Path) -> None:
    url = database_url
    if database_url.startswith("sqlite"):
        url = f"sqlite:///{tmp_path / 'new.sqlite'}"
    else:
        _drop_everything(database_url)
    command = [sys.executable, "-c", f"from quizapp.store import upgrade; upgrade({url!r})"]
    processes = [subprocess.Popen(command, cwd=ROOT) for _ in range(3)]
    assert [process.wait(60) for process in processes] == [0, 0, 0]
    assert is_current(url)


def _drop_everything(url: str) -> None:
    database = Database(url)
    with database.unit() as unit:
        unit.session.execute(text("DROP SCHEMA public CASCADE"))
        unit.session.execute(text("CREATE SCHEMA public"))
    database.close()
