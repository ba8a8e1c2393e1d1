"""A backup of one database fills another."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from quizapp.model import QuizappError
from quizapp.store import Database, backup, upgrade
from quizapp.store.tables import Base
from tests.unit.services.scene import Scene


@pytest.fixture
def filled(database: Database) -> Database:
    """People, a set, a course, answers, cards, an edit."""
    scene = Scene(database)
    lea = scene.teacher()
    set_id = scene.analysed(lea)
    assignment = scene.assign(lea, scene.course(lea), set_id)
    attempt = scene.start_assignment(assignment, lea)
    scene.take(attempt.id, lea, wrong=("q-lieu",))
    scene.library()
    return database


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Database]:
    url = f"sqlite:///{tmp_path / 'other.sqlite'}"
    upgrade(url)
    database = Database(url)
    yield database
    database.close()


def rows(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    with database.unit(write=False) as unit:
        return {
            table.name: sorted(map(tuple, unit.session.execute(select(table))), key=repr)
            for table in Base.metadata.sorted_tables
        }


def test_every_row_comes_back(filled: Database, empty: Database, tmp_path: Path) -> None:
    written = backup.write(filled, tmp_path / "site.backup")
    assert backup.read(empty, tmp_path / "site.backup") == written
    assert rows(empty) == rows(filled)
    assert written == sum(map(len, rows(filled).values())) > 50


def test_a_restored_database_goes_on(database: Database, empty: Database, tmp_path: Path) -> None:
    """From SQLite into either database, whose next ids are free."""
    scene = Scene(empty)
    scene.teacher()
    backup.write(empty, tmp_path / "site.backup")
    backup.read(database, tmp_path / "site.backup")
    assert Scene(database).user("ana@example.org").user_id != 1


def test_a_filled_database_is_not_overwritten(filled: Database, tmp_path: Path) -> None:
    backup.write(filled, tmp_path / "site.backup")
    before = rows(filled)
    with pytest.raises(QuizappError) as error:
        backup.read(filled, tmp_path / "site.backup")
    assert error.value.code == "database-filled"
    assert rows(filled) == before


@pytest.mark.parametrize("damage", ["cut", "plain", "other"])
def test_a_damaged_backup_leaves_nothing(
    filled: Database, empty: Database, tmp_path: Path, damage: str
) -> None:
    path = tmp_path / "site.backup"
    backup.write(filled, path)
    whole = path.read_bytes()
    damaged = {
        "cut": whole[: len(whole) // 2],
        "plain": b"not gzip",
        "other": gzip.compress(json.dumps({"format": "else"}).encode()),
    }
    path.write_bytes(damaged[damage])
    with pytest.raises(QuizappError) as error:
        backup.read(empty, path)
    assert error.value.code == "backup-malformed"
    assert not any(rows(empty).values())


def test_a_backup_of_other_tables_is_refused(
    filled: Database, empty: Database, tmp_path: Path
) -> None:
    path = tmp_path / "site.backup"
    backup.write(filled, path)
    lines = gzip.decompress(path.read_bytes()).decode().splitlines(keepends=True)
    header = json.loads(lines[0]) | {"revision": "0000"}
    path.write_bytes(gzip.compress("".join([json.dumps(header) + "\n", *lines[1:]]).encode()))
    with pytest.raises(QuizappError) as error:
        backup.read(empty, path)
    assert error.value.code == "backup-revision"
