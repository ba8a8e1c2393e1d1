"""A backup fills any empty database with the same rows; a damaged one fills nothing."""

import gzip
import itertools
import json
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from quizapp.model import QuizappError
from quizapp.store import Database, backup
from quizapp.store.tables import Base, CourseRow, User
from tests import factories
from tests.databases import empty
from tests.unit.services.scene import Scene

Rows = dict[str, list[dict[str, Any]]]


def fill(database: Database) -> None:
    """Something in nearly every table, as services leave it there."""
    scene = Scene(database)
    scene.library()
    lea, guest = scene.teacher(), scene.guest()
    set_id = scene.analysed(lea)
    course = scene.course(lea)
    learner = scene.join(course, "Zoé « ‘é’ » 🐟", guest)
    assert learner is not None
    attempt = scene.start_assignment(scene.assign(lea, course, set_id), guest)
    scene.take(attempt.id, guest, wrong=(factories.questions()[0].id,))


def rows(database: Database) -> Rows:
    with database.unit(write=False) as unit:
        return {
            table.name: [
                dict(row)
                for row in unit.session.execute(
                    select(table).order_by(*table.primary_key.columns)
                ).mappings()
            ]
            for table in Base.metadata.sorted_tables
        }


def count(database: Database) -> int:
    return sum(map(len, rows(database).values()))


@pytest.fixture
def another(
    tmp_path: Path, sqlite_template: Path, postgresql_url: str
) -> Iterator[Callable[[str], Database]]:
    """`another("postgresql")`: an empty, migrated database."""
    opened: list[Database] = []

    def call(kind: str) -> Database:
        if kind == "sqlite":
            path = tmp_path / f"another-{len(opened)}.sqlite"
            shutil.copyfile(sqlite_template, path)
            opened.append(Database(f"sqlite:///{path}"))
        else:
            empty(postgresql_url)
            opened.append(Database(postgresql_url))
        return opened[-1]

    yield call
    for database in opened:
        database.close()


@pytest.mark.parametrize("target", ["sqlite", "postgresql"])
def test_every_row_arrives_and_ids_go_on(
    database: Database, another: Callable[[str], Database], tmp_path: Path, target: str
) -> None:
    fill(database)
    before = rows(database)
    assert len([name for name, held in before.items() if held]) > 14
    file = tmp_path / "backup.gz"
    written = backup.write(database, file)
    assert written == sum(map(len, before.values()))
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    restored = another(target)
    assert backup.read(restored, file) == written
    assert rows(restored) == before
    scene = Scene(restored)
    newcomer = scene.user("new@example.org")
    assert newcomer.user_id == 1 + max(user["id"] for user in before["user"])
    assert scene.start(factories.SET_ID, newcomer).id > max(a["id"] for a in before["attempt"])


def lines(file: Path) -> list[str]:
    held = gzip.decompress(file.read_bytes()).splitlines()
    return sorted(json.dumps(json.loads(line), sort_keys=True) for line in held)


def test_there_and_back_again(
    database: Database, another: Callable[[str], Database], tmp_path: Path
) -> None:
    """To the other kind of database and back: the same lines, but for the order of keys."""
    fill(database)
    kinds = ["sqlite", "postgresql"]
    if database.engine.dialect.name == "sqlite":
        kinds.reverse()
    files = [tmp_path / f"{n}.gz" for n in range(3)]
    backup.write(database, files[0])
    for kind, source, target in zip(kinds, files[:2], files[1:], strict=True):
        restored = another(kind)
        backup.read(restored, source)
        backup.write(restored, target)
    first, _, last = map(lines, files)
    assert last == first


def test_a_backup_is_of_one_moment(database: Database, tmp_path: Path) -> None:
    """Users and courses always bear one name; a backup made meanwhile never sees two."""
    fill(database)
    stop, renamed = threading.Event(), threading.Event()

    def rename() -> None:
        for number in itertools.count():
            with database.unit() as unit:
                unit.session.execute(update(User).values(name=str(number)))
                unit.session.execute(update(CourseRow).values(title=str(number)))
            renamed.set()
            if stop.is_set():
                return

    thread = threading.Thread(target=rename)
    thread.start()
    try:
        for _ in range(5):
            renamed.clear()
            assert renamed.wait(10)
            backup.write(database, tmp_path / "backup.gz")
            assert len(names(tmp_path / "backup.gz")) == 1
    finally:
        stop.set()
        thread.join()


def names(file: Path) -> set[str]:
    held = gzip.decompress(file.read_bytes()).splitlines()[1:]
    rows = [row for table, row in map(json.loads, held) if table in ("user", "course")]
    assert len(rows) == 3
    return {row.get("name") or row["title"] for row in rows}


def refused(database: Database, file: Path) -> str:
    """The code of the error that restoring ends with; the database stays as it was."""
    before = rows(database)
    with pytest.raises(QuizappError) as caught:
        backup.read(database, file)
    assert rows(database) == before
    assert str(file) in caught.value.message or caught.value.code == "database-filled"
    assert "\n" not in caught.value.message
    return caught.value.code


@pytest.fixture(scope="module")
def whole(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A good backup."""
    folder = tmp_path_factory.mktemp("whole")
    shutil.copyfile(sqlite_template, folder / "a.sqlite")
    database = Database(f"sqlite:///{folder / 'a.sqlite'}")
    fill(database)
    backup.write(database, folder / "backup.gz")
    database.close()
    return (folder / "backup.gz").read_bytes()


def test_a_filled_database_is_refused(database: Database, whole: bytes, tmp_path: Path) -> None:
    file = tmp_path / "backup.gz"
    file.write_bytes(whole)
    Scene(database).teacher()
    assert refused(database, file) == "database-filled"


def test_other_tables_are_refused(database: Database, whole: bytes, tmp_path: Path) -> None:
    file = tmp_path / "backup.gz"
    header, rest = gzip.decompress(whole).split(b"\n", 1)
    older = json.dumps(json.loads(header) | {"revision": "0000"}).encode()
    file.write_bytes(gzip.compress(older + b"\n" + rest))
    assert refused(database, file) == "backup-revision"


def _changed(line: bytes) -> Callable[[bytes], bytes]:
    """A whole gzip file whose last line is another."""
    return lambda whole: gzip.compress(
        b"\n".join([*gzip.decompress(whole).splitlines()[:-1], line, b""])
    )


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "cut in the middle": lambda whole: whole[: len(whole) // 2],
    "without its end": lambda whole: whole[:-6],
    "one byte changed": lambda whole: (
        whole[: len(whole) // 2]
        + bytes([whole[len(whole) // 2] ^ 0xFF])
        + whole[len(whole) // 2 + 1 :]
    ),
    "empty": lambda _: b"",
    "no gzip": lambda _: b"quizapp",
    "empty gzip": lambda _: gzip.compress(b""),
    "another format": lambda _: gzip.compress(b'{"format": "else"}\n'),
    "no revision": lambda _: gzip.compress(b'{"format": "quizapp/backup/1"}\n'),
    "no JSON": _changed(b"{"),
    "no row": _changed(b'["user"]'),
    "an unknown table": _changed(b'["poem", {"id": 1}]'),
    "an unknown column": _changed(b'["user", {"id": 99, "colour": "blue"}]'),
    "half a row": _changed(b'["user", {"id": 99}]'),
    "a wrong type": _changed(b'["user", {"id": 99, "created_at": "hier"}]'),
    "a row of nobody": _changed(b'["review", {"id": 9, "card_id": 999, "user_id": 999}]'),
    "no text": _changed(b"\xff\xfe\x00"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_restores_nothing(
    database: Database, whole: bytes, tmp_path: Path, damage: str
) -> None:
    file = tmp_path / "backup.gz"
    file.write_bytes(DAMAGES[damage](whole))
    assert refused(database, file) == "backup-malformed"
    assert count(database) == 0


def test_a_folder_that_is_not_there(database: Database, tmp_path: Path) -> None:
    with pytest.raises(QuizappError, match="no such folder"):
        backup.write(database, tmp_path / "nowhere" / "backup.gz")
    assert not (tmp_path / "nowhere").exists()
