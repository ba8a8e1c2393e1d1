"""The whole database in one file that any database can be filled from.

A gzip file of JSON lines: a header, then one `[table, row]` a line, parents before children.
"""

import gzip
import json
import tempfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any, TextIO

from sqlalchemy import Connection, Date, Table, func, insert, select, text
from sqlalchemy.exc import OperationalError, StatementError

from quizapp.model import QuizappError
from quizapp.store.database import Database
from quizapp.store.migrate import revision
from quizapp.store.tables.base import Base
from quizapp.store.types import UtcDateTime

FORMAT = "quizapp/backup/1"
_BATCH = 500


def write(database: Database, path: Path) -> int:
    """Copy every row, as of one moment, while the site runs; returns the number of rows."""
    if not path.parent.is_dir():
        raise QuizappError("folder-missing", f"{path.parent}: no such folder; make it first")
    count = 0
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}-") as folder:
        draft = Path(folder) / path.name
        with (
            gzip.open(draft, "wt", encoding="utf-8") as file,
            database.unit(write=False) as unit,
        ):
            connection = unit.session.connection()
            _see_one_moment(connection)
            header = {"format": FORMAT, "revision": revision(connection)}
            file.write(json.dumps(header) + "\n")
            for table in Base.metadata.sorted_tables:
                for row in connection.execute(select(table)).mappings():
                    line = [table.name, dict(row)]
                    file.write(json.dumps(line, default=_plain, ensure_ascii=False) + "\n")
                    count += 1
        draft.replace(path)
    return count


def read(database: Database, path: Path) -> int:
    """Fill an empty, migrated database; all rows or none. Returns the number of rows."""
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file, database.unit() as unit:
            connection = unit.session.connection()
            _check(connection, file, path)
            count = 0
            for name, rows in groupby(_lines(file), key=lambda line: line[0]):
                table = Base.metadata.tables[name]
                for batch in _batches(row for _, row in rows):
                    connection.execute(insert(table), [_typed(table, row) for row in batch])
                    count += len(batch)
            _restart_sequences(connection)
            return count
    except OperationalError:
        raise
    except _DAMAGE as error:
        raise QuizappError(
            "backup-malformed",
            f"{path}: not a whole backup ({type(error).__name__}); nothing was restored",
        ) from error


_DAMAGE = (gzip.BadGzipFile, EOFError, zlib.error, ValueError, KeyError, StatementError)
"""What reading or inserting raises when a file was cut, changed or made by something else."""


def _lines(file: TextIO) -> Iterator[tuple[str, dict[str, Any]]]:
    for line in file:
        match json.loads(line):
            case [str(name), dict(row)]:
                yield name, row
            case _:
                raise ValueError("expected [table, row]")


def _see_one_moment(connection: Connection) -> None:
    """SQLite's readers do so by themselves."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))


def _check(connection: Connection, file: TextIO, path: Path) -> None:
    header = json.loads(file.readline() or "null")
    if not isinstance(header, dict) or header.get("format") != FORMAT or "revision" not in header:
        raise QuizappError("backup-malformed", f"{path}: not made by `flask backup`")
    if header["revision"] != revision(connection):
        raise QuizappError(
            "backup-revision",
            f"{path}: made with other tables ({header['revision']}); run `flask db upgrade` here,"
            " or restore with the version that made it",
        )
    filled = [t.name for t in Base.metadata.sorted_tables if _size(connection, t)]
    if filled:
        raise QuizappError(
            "database-filled",
            f"the database holds rows already ({filled[0]}); restore into a new one",
        )


def _size(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _plain(value: Any) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(f"no JSON form for {type(value).__name__}")


def _typed(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(table.c[name].type, value) for name, value in row.items()}


def _value(column_type: Any, value: Any) -> Any:
    if isinstance(value, str) and isinstance(column_type, UtcDateTime):
        return datetime.fromisoformat(value)
    if isinstance(value, str) and isinstance(column_type, Date):
        return date.fromisoformat(value)
    return value


def _batches(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    batch: list[dict[str, Any]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _restart_sequences(connection: Connection) -> None:
    """PostgreSQL hands out ids from sequences, which inserted rows do not move."""
    if connection.dialect.name != "postgresql":
        return
    for table in Base.metadata.sorted_tables:
        if (column := table.autoincrement_column) is not None:
            connection.execute(
                text(
                    f"SELECT setval(pg_get_serial_sequence('\"{table.name}\"', '{column.name}'),"
                    f' (SELECT coalesce(max("{column.name}"), 0) + 1 FROM "{table.name}"), false)'
                )
            )
