"""Commands as a person starts them: a process each, in a copy of the project."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import ROOT
from tests.unit.cli import sources
from tests.unit.cli.conftest import CLEAN, everything_in, in_a_process


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The project as it is after `make lexicon`, where nothing ran yet."""
    folder = tmp_path / "copy"
    (folder / "instance").mkdir(parents=True)
    (folder / "wsgi.py").write_bytes((ROOT / "wsgi.py").read_bytes())
    for name in ("quizapp", "decks", "static", "node_modules", "instance/lexicon.sqlite"):
        (folder / name).symlink_to(ROOT / name)
    return folder


def test_generate_opens_no_database_and_writes_no_secret(copy: Path, tmp_path: Path) -> None:
    source, out = sources.curated(tmp_path), tmp_path / "set.json"
    ran = in_a_process("generate", str(source), "-o", str(out), folder=copy)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert out.stat().st_size > 1000
    assert [path.name for path in (copy / "instance").iterdir()] == ["lexicon.sqlite"]


def test_generate_needs_no_database_that_works(copy: Path, tmp_path: Path) -> None:
    source = sources.curated(tmp_path)
    for url in ("sqlite:////proc/nowhere/a.sqlite", "postgresql://nobody@127.0.0.1:1/none"):
        ran = in_a_process("facts", "check", str(source), folder=copy, QUIZAPP_DATABASE_URL=url)
        assert ran.code == 0, ran.err
        ran = in_a_process("library", "load", folder=copy, QUIZAPP_DATABASE_URL=url)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("Error: ")
        assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("command", "name", "value"),
    [
        (["generate", "article.txt"], "QUIZAPP_TIMEZONE", "Mars"),
        (["schema"], "QUIZAPP_COLOUR", "blue"),
        (["db", "upgrade"], "QUIZAPP_DATABASE_URL", "mysql://x/y"),
        (["serve"], "QUIZAPP_TRUSTED_PROXIES", "many"),
        (["--help"], "QUIZAPP_LANGUAGE", "de"),
    ],
)
def test_a_malformed_setting_stops_every_command(
    copy: Path, command: list[str], name: str, value: str
) -> None:
    before = everything_in(copy / "instance")
    ran = in_a_process(*command, folder=copy, **{name: value})
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"quizapp: {name} ")
    assert ran.err.count("\n") == 1
    assert everything_in(copy / "instance") == before


def test_a_reader_that_had_enough_is_no_error() -> None:
    """`flask schema | head -1`"""
    with subprocess.Popen(
        [sys.executable, "-m", "flask", "schema"],
        cwd=ROOT,
        env=CLEAN,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_the_commands_are_ours(copy: Path) -> None:
    listed = in_a_process("--help", folder=copy).out.split("Commands:")[1]
    names = {line.split()[0] for line in listed.splitlines() if line.startswith("  ")}
    assert {"generate", "deck", "serve"} <= names
    assert not names & {"users", "roles"}
