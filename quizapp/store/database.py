"""The engine, and the unit of work: one transaction, one use case."""

import os
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

_BUSY_SECONDS = 20


class Unit:
    """One transaction. Services read and write through `session` and never commit."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._later: list[Callable[[], None]] = []

    def after_commit(self, call: Callable[[], None]) -> None:
        """Run `call` once the transaction is durable; never if it fails."""
        self._later.append(call)

    def committed(self) -> None:
        for call in self._later:
            call()


class Database:
    """Owns the engine of one database; one a process."""

    def __init__(self, url: str) -> None:
        self.engine = connect(url)
        os.register_at_fork(after_in_child=partial(_forget_connections, weakref.ref(self.engine)))

    @contextmanager
    def unit(self, *, write: bool = True) -> Iterator[Unit]:
        """A transaction that commits at the end, or leaves nothing when an error passes.

        `write=False` takes no lock and cannot write.
        """
        engine = self.engine.execution_options(quizapp_write=write)
        with Session(engine, expire_on_commit=False) as session:
            unit = Unit(session)
            with session.begin():
                yield unit
        unit.committed()

    def close(self) -> None:
        self.engine.dispose()


def _forget_connections(engine: "weakref.ref[Engine]") -> None:
    """A forked child never shares its parent's connections."""
    if (found := engine()) is not None:
        found.dispose(close=False)


def connect(url: str) -> Engine:
    """An engine set up for its database; a SQLite file's folder is made at the first use."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        engine = create_engine(parsed, pool_pre_ping=True)
        event.listen(engine, "begin", _begin_postgresql)
        return engine
    engine = create_engine(parsed, connect_args={"timeout": _BUSY_SECONDS})
    event.listen(engine, "do_connect", _make_folder)
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _make_folder(_dialect: Any, _record: Any, arguments: list[str], _options: Any) -> None:
    Path(arguments[0]).parent.mkdir(parents=True, exist_ok=True)


def _set_up_sqlite(connection: Any, _record: ConnectionPoolEntry) -> None:
    """`synchronous=FULL`: in WAL mode, NORMAL would survive a killed process but may lose the last
    commits at a power cut; an answer that was acknowledged must survive both."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its lock at once, so that what it read cannot change before it writes."""
    write = connection.get_execution_options().get("quizapp_write", True)
    connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if write else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    if not connection.get_execution_options().get("quizapp_write", True):
        connection.execute(text("SET TRANSACTION READ ONLY"))
