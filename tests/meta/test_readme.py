"""The README and the code say the same."""

import re
from collections.abc import Iterator

import click
import pytest

from quizapp import cli
from quizapp.settings import NAMES, PREFIX, Settings
from tests.sites import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


class _Commands:
    """Stands where an application has its command line."""

    def __init__(self) -> None:
        self.cli = click.Group()


@pytest.fixture(scope="module")
def ours() -> click.Group:
    app = _Commands()
    cli.register(app, Settings.from_environ({}, root=ROOT, serving=False))  # type: ignore[arg-type]
    return app.cli


def leaves(group: click.Group, *path: str) -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from leaves(command, *path, name)
        else:
            yield " ".join((*path, name)), command


def table(heading: str) -> list[str]:
    """The first cells of the table below a heading."""
    section = README.split(f"## {heading}\n")[1].split("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| ")]
    return [row.split(" | ")[0].removeprefix("| ") for row in rows[1:]]


def documented() -> set[str]:
    """`user create EMAIL --role teacher` is the command `user create` with an option."""
    found = set()
    for cell in table("On the command line"):
        for words in re.findall(r"`(?:\.venv/bin/flask )?([^`]+)`", cell):
            names = re.match(r"[a-z]+(?: [a-z]+)*", words)
            assert names, cell
            found.add(names[0])
    return found


def test_every_command_is_documented_and_every_documented_one_exists(ours: click.Group) -> None:
    assert documented() == {name for name, _ in leaves(ours)}


def test_documented_options_exist(ours: click.Group) -> None:
    commands = dict(leaves(ours))
    seen = 0
    for cell in table("On the command line"):
        for words in re.findall(r"`(?:\.venv/bin/flask )?([^`]+)`", cell):
            names = re.match(r"[a-z]+(?: [a-z]+)*", words)
            assert names
            known = {option for p in commands[names[0]].params for option in p.opts}
            given = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", words))
            assert given <= known, names[0]
            seen += len(given)
    assert seen > 5


def test_every_setting_is_documented_and_every_documented_one_exists() -> None:
    told = [cell.strip("`") for cell in table("Settings")]
    assert sorted(told) == sorted(PREFIX + name for name in NAMES)


def test_every_make_command_that_the_readme_names_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"\bmake ([a-z-]+)", README))
    assert named
    assert named <= set(re.findall(r"^([a-z-]+):", makefile, re.M))


def test_every_link_leads_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "ATTRIBUTION.md", *(ROOT / "docs").rglob("*.md")):
        links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
        for link in links:
            if not re.match(r"[a-z]+:", link):
                assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_every_page_of_the_documentation_is_reached_from_the_readme() -> None:
    reached = set(re.findall(r"\]\((docs/[^)#\s]+\.md)", README))
    assert reached == {str(p.relative_to(ROOT)) for p in (ROOT / "docs").rglob("*.md")}
