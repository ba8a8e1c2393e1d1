"""The two databases on which every store and service test runs.

`database` is empty and migrated, once on SQLite and once on PostgreSQL. The PostgreSQL server is
Debian's, started by the tests on a socket of its own and stopped at the end.
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.store import Database, upgrade
from quizapp.store.tables import Base

_STARTS_WITHIN = 30
_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """A migrated database on a server of our own."""
    binaries = _binaries()
    home = Path(tempfile.mkdtemp(prefix="quizapp-pg-"))
    user = "postgres" if os.geteuid() == 0 else None
    if user is not None:
        shutil.chown(home, user)
    initdb = (*("initdb", "-D", "data", "-U", "quizapp"), *("-A", "trust", "-E", "UTF8", "-N"))
    subprocess.run(
        [binaries / initdb[0], *initdb[1:]], check=True, capture_output=True, user=user, cwd=home
    )
    options = [item for setting in (*_FAST, "listen_addresses=") for item in ("-c", setting)]
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(
            [binaries / "postgres", "-D", "data", "-k", home, *options],
            stdout=log,
            stderr=log,
            user=user,
            cwd=home,
        )
    url = f"postgresql+psycopg://quizapp@/postgres?host={home}"
    try:
        _wait_for(binaries / "pg_isready", home, server)
        upgrade(url)
        yield url
    finally:
        server.terminate()
        server.wait(_STARTS_WITHIN)
        shutil.rmtree(home)


def _binaries() -> Path:
    """Debian keeps them out of the PATH, one folder a version."""
    on_path = shutil.which("initdb")
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not found and on_path is None:
        pytest.fail("these tests need PostgreSQL: apt-get install postgresql")
    return found[-1] if found else Path(str(on_path)).parent


def _wait_for(ready: Path, home: Path, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + _STARTS_WITHIN
    while subprocess.run([ready, "-q", "-h", home], check=False).returncode != 0:
        if server.poll() is not None or time.monotonic() > deadline:
            pytest.fail(f"PostgreSQL does not start: {(home / 'log').read_text()}")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy from."""
    path = tmp_path_factory.mktemp("sqlite") / "template.sqlite"
    upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty, migrated database."""
    if request.param == "sqlite":
        path = tmp_path / "quizapp.sqlite"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
        return f"sqlite:///{path}"
    url: str = request.getfixturevalue("postgresql_url")
    empty(url)
    return url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = Database(database_url)
    yield opened
    opened.close()


def empty(url: str) -> None:
    """Deleting a few rows is much quicker than TRUNCATE of all tables."""
    database = Database(url)
    with database.unit() as unit:
        for table in reversed(Base.metadata.sorted_tables):
            unit.session.execute(table.delete())
    database.close()
