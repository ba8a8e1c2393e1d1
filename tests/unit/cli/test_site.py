"""What fills the database: `flask user`, `flask article`, `flask library`, `flask facts`."""

import re
from pathlib import Path

import pytest
from flask_security.utils import verify_password
from sqlalchemy import select

from quizapp.store import Database, upgrade
from quizapp.store.tables import ArticleRow, JobRow, User
from tests.unit.cli import sources
from tests.unit.cli.conftest import Run, in_a_process

pytestmark = pytest.mark.usefixtures("tables")


@pytest.fixture
def database(workplace: Path) -> Database:
    return Database(f"sqlite:///{workplace.parent / 'quizapp.sqlite'}")


def password_of(words: str) -> str:
    found = re.search(r"password (\S+)", words)
    assert found
    return found[1]


def user(database: Database) -> User:
    with database.unit(write=False) as unit:
        return unit.session.scalars(select(User)).one()


def test_an_account_and_its_new_password(run: Run, database: Database) -> None:
    made = run("user", "create", "Lea@Example.org", "--role", "teacher")
    assert made.code == 0, made.err
    first = user(database)
    assert (first.email, first.role) == ("lea@example.org", "teacher")
    assert (again := run("user", "create", "lea@example.org")).code == 2
    assert again.err.count("\n") == 1
    reset = run("user", "reset", "lea@example.org")
    second = user(database)
    assert second.fs_uniquifier != first.fs_uniquifier
    assert matches(password_of(made.out), first)
    assert matches(password_of(reset.out), second)
    assert not matches(password_of(made.out), second)


def matches(password: str, row: User) -> bool:
    import wsgi

    with wsgi.app.app_context():
        return bool(verify_password(password, row.password_hash or ""))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["user", "reset", "nobody@example.org"], "no such user; see `flask user create`"),
        (["user", "create", "not an address"], "address"),
        (["user", "create", "a@example.org", "--role", "king"], "--role"),
        (["article", "add", "text.txt", "--owner", "nobody@example.org"], "no such user"),
    ],
)
def test_wrong_people(run: Run, workplace: Path, arguments: list[str], message: str) -> None:
    sources.text(workplace / "text.txt")
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert ran.err.count("\n") == 1


def test_an_article_waits_for_the_worker(
    run: Run, workplace: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("user", "create", "lea@example.org", "--role", "teacher")
    path = sources.text(workplace / "text.txt")
    ran = run(
        "article", "add", str(path), "--owner", "lea@example.org", "--published", "2025-03-15"
    )
    assert ran.code == 0, ran.err
    with database.unit(write=False) as unit:
        article = unit.session.scalars(select(ArticleRow)).one()
        job = unit.session.scalars(select(JobRow)).one()
    assert ran.out == f"{article.id}: queued\n"
    assert (job.status, article.title) == ("queued", sources.TITLE)


def test_the_library_is_loaded_twice(run: Run) -> None:
    first = run("library", "load")
    assert first.code == 0, first.err
    second = run("library", "load").out
    assert re.search(r"poutine-kim-2024: [1-9]\d\d+ added, 0 updated, 0 unchanged", first.out)
    for line in second.splitlines():
        assert re.search(r": 0 added, 0 updated, [1-9]\d+ unchanged, 0 kept as edited$", line), line


def test_a_backup_is_restored_elsewhere(run: Run, workplace: Path) -> None:
    run("user", "create", "lea@example.org")
    assert run("backup", "site.gz").out == "site.gz: 1 rows\n"
    filled = run("restore", "site.gz")
    assert (filled.code, filled.err.count("\n")) == (2, 1)
    assert "restore into a new one" in filled.err
    elsewhere = f"sqlite:///{workplace / 'elsewhere.sqlite'}"
    upgrade(elsewhere)
    file = workplace / "cut.gz"
    file.write_bytes((workplace / "site.gz").read_bytes()[:-9])
    for path, code in ((file, 2), (workplace / "site.gz", 0)):
        ran = in_a_process("restore", str(path), QUIZAPP_DATABASE_URL=elsewhere)
        assert ran.code == code, ran.err
        assert ran.err.count("\n") == (1 if code else 0)
    assert user(Database(elsewhere)).email == "lea@example.org"


def test_a_folder_of_ones_own(run: Run, workplace: Path) -> None:
    folder = sources.curated(workplace)
    checked = run("facts", "check", str(folder))
    assert checked.code == 0, checked.err
    assert checked.out.startswith("eau: 2 facts, ")
    loaded = run("library", "load", str(folder))
    assert loaded.out.startswith("eau: ")
