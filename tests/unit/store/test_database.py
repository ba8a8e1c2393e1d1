"""The unit of work: all or nothing, and what SQLite is told."""

import multiprocessing
import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import func, select, text, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError, StatementError

from quizapp.store import Database
from quizapp.store.tables import CourseRow, User

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def user(name: str = "a", *, seen: datetime = NOW) -> User:
    return User(
        email=f"{name}@example.org",
        fs_uniquifier=name,
        language="fr",
        timezone="Europe/Paris",
        created_at=NOW,
        last_seen=seen,
    )


def count(database: Database) -> int:
    with database.unit(write=False) as unit:
        return unit.session.scalar(select(func.count(User.id))) or 0


def test_a_unit_commits_at_its_end(database: Database) -> None:
    with database.unit() as unit:
        unit.session.add(user())
    assert count(database) == 1


def test_an_error_leaves_nothing(database: Database) -> None:
    called: list[str] = []

    def fail() -> None:
        with database.unit() as unit:
            unit.after_commit(lambda: called.append("never"))
            unit.session.add(user())
            unit.session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert count(database) == 0
    assert called == []


def test_calls_after_commit_see_what_was_written(database: Database) -> None:
    seen: list[int] = []
    with database.unit() as unit:
        unit.after_commit(lambda: seen.append(count(database)))
        unit.session.add(user())
        assert seen == []
    assert seen == [1]


def test_a_reading_unit_cannot_write(database: Database) -> None:
    with pytest.raises(SQLAlchemyError, match="read"), database.unit(write=False) as unit:
        unit.session.execute(update(User).values(name="b"))
    with database.unit() as unit:
        unit.session.add(user())
    assert count(database) == 1


def test_a_naive_time_is_refused(database: Database) -> None:
    naive = datetime(2026, 3, 1, 12)  # noqa: DTZ001
    with pytest.raises(StatementError, match="naive"), database.unit() as unit:
        unit.session.add(user(seen=naive))


def test_times_come_back_in_utc(database: Database) -> None:
    elsewhere = datetime(2026, 3, 1, 20, tzinfo=timezone(timedelta(hours=8)))
    with database.unit() as unit:
        unit.session.add(user(seen=elsewhere))
    with database.unit(write=False) as unit:
        seen = unit.session.scalars(select(User.last_seen)).one()
    assert seen == elsewhere
    assert seen.tzinfo is UTC


def test_foreign_keys_hold(database: Database) -> None:
    orphan = CourseRow(owner_id=99, title="B2", join_code="ABC", timezone="UTC", created_at=NOW)
    with pytest.raises(IntegrityError), database.unit() as unit:
        unit.session.add(orphan)


def test_a_word_outside_the_list_is_refused(database: Database) -> None:
    odd = user()
    odd.role = "king"
    with pytest.raises(IntegrityError), database.unit() as unit:
        unit.session.add(odd)


def test_two_writers_take_turns(database: Database) -> None:
    """Each reads, then writes what it read plus one; none is lost, none fails."""
    with database.unit() as unit:
        first = user()
        first.name = "0"
        unit.session.add(first)

    def add_one() -> None:
        for _ in range(10):
            with database.unit() as unit:
                row = unit.session.scalars(select(User).with_for_update()).one()
                row.name = str(int(row.name or 0) + 1)

    threads = [threading.Thread(target=add_one) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.unit(write=False) as unit:
        assert unit.session.scalars(select(User.name)).one() == "40"


def test_sqlite_is_durable_and_strict(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'new' / 'a.sqlite'}")
    with database.engine.connect() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA synchronous")) == 2
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
        assert int(connection.scalar(text("PRAGMA busy_timeout")) or 0) >= 10_000
    database.close()


def test_a_forked_child_has_its_own_connections(database: Database) -> None:
    """As under a web server that loads the site, then forks."""
    with database.unit() as unit:
        unit.session.add(user("parent"))
    child = multiprocessing.get_context("fork").Process(target=_add_users, args=(database,))
    child.start()
    _add_users(database, "p")
    child.join()
    assert child.exitcode == 0
    assert count(database) == 41


def _add_users(database: Database, prefix: str = "c") -> None:
    for n in range(20):
        with database.unit() as unit:
            unit.session.add(user(f"{prefix}{n}"))
