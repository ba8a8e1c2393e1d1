"""What the whole code keeps to."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tests.sites import ROOT

LONGEST_FUNCTION = 60
LONGEST_MODULE = 350
MIGRATIONS = ROOT / "quizapp" / "store" / "migrations" / "versions"
MODULES = sorted(p for p in (ROOT / "quizapp").rglob("*.py") if p.parent != MIGRATIONS)


def tracked() -> list[Path]:
    """Every text file that belongs to the project."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Every function of a module with its length in lines, without its docstring."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) and node.body[1:] else node.body
            lines = (node.end_lineno or node.lineno) - body[0].lineno + 1
            yield node.name, lines


def test_no_module_is_long() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in MODULES
    }
    assert {name: n for name, n in lengths.items() if n > LONGEST_MODULE} == {}


def test_no_function_is_long() -> None:
    long = {
        f"{path.relative_to(ROOT)}: {name}": lines
        for path in MODULES
        for name, lines in functions(path)
        if lines > LONGEST_FUNCTION
    }
    assert long == {}


def test_nothing_is_left_to_be_done() -> None:
    left = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME)\b")
    for path in tracked():
        if path.suffix in {".py", ".js", ".css", ".html", ".md", ".yaml", ".toml", ".txt", ".po"}:
            assert not left.search(path.read_text(encoding="utf-8")), path


def test_no_test_is_skipped_or_sleeps() -> None:
    forbidden = re.compile(r"pytest\.(?:skip|xfail)|mark\.(?:skip|xfail)|\btime\.sleep\(")
    for path in sorted((ROOT / "tests").rglob("*.py")):
        if path != Path(__file__):
            assert not forbidden.search(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize(
    "catalogue", sorted((ROOT / "quizapp" / "web" / "translations").rglob("*.po")), ids=str
)
def test_every_text_of_the_interface_is_translated(catalogue: Path) -> None:
    with catalogue.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    assert len(messages) > 100
    for message in messages:
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(forms), message.id
        assert not message.fuzzy, message.id
