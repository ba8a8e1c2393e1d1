"""The commands of the real application, run in this process or in one of their own."""

import importlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from quizapp.store import upgrade
from tests.sites import ROOT

CLEAN = {k: v for k, v in os.environ.items() if not k.startswith(("QUIZAPP_", "FLASK_"))}


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in; what commands leave there or in their `tmp` is seen."""
    folder = tmp_path / "work"
    (folder / "tmp").mkdir(parents=True)
    monkeypatch.chdir(folder)
    monkeypatch.setattr(tempfile, "tempdir", str(folder / "tmp"))
    return folder


@pytest.fixture
def run(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("generate", "article.txt")`: the application of wsgi.py over a database of its own."""
    for name in set(os.environ) - set(CLEAN):
        monkeypatch.delenv(name)
    monkeypatch.setenv("FLASK_RUN_FROM_CLI", "true")
    monkeypatch.setenv("QUIZAPP_DATABASE_URL", f"sqlite:///{workplace.parent / 'quizapp.sqlite'}")
    app = importlib.import_module("wsgi").compose()

    def call(*arguments: str, given: bytes = b"") -> Ran:
        result = app.test_cli_runner().invoke(args=arguments, input=given, prog_name="flask")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ran(result.exit_code, result.stdout, result.stderr)

    return call


@pytest.fixture
def tables(workplace: Path) -> None:
    """The database of `run`, migrated."""
    upgrade(f"sqlite:///{workplace.parent / 'quizapp.sqlite'}")


def in_a_process(*arguments: str, folder: Path = ROOT, **variables: str) -> Ran:
    """The command as a person starts it."""
    done = subprocess.run(
        [sys.executable, "-m", "flask", *arguments],
        cwd=folder,
        env=CLEAN | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def everything_in(folder: Path) -> dict[Path, bytes]:
    """Every file below `folder` with what it holds."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
