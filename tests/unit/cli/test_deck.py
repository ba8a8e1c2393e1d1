"""`flask deck`."""

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.sites import ROOT
from tests.unit.cli import sources
from tests.unit.cli.conftest import Run, in_a_process

CURATED = ROOT / "decks" / "poutine-kim-2024"


def members(path: Path) -> set[str]:
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        return set(package.namelist())


def test_from_a_study_set_in_json_and_from_its_folder(
    run: Run, workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    folder = str(sources.curated(workplace))
    assert run("generate", folder, "-o", "set.json").code == 0
    assert run("deck", "set.json", "-o", "a.apkg").code == 0
    ran = run("deck", folder, "-o", "b.apkg")
    assert ran.code == 0
    assert ran.out.startswith("b.apkg: ")
    assert "collection.anki2" in members(workplace / "a.apkg")
    assert (workplace / "a.apkg").read_bytes() == (workplace / "b.apkg").read_bytes()


def test_the_world(run: Run, workplace: Path) -> None:
    ran = run("deck", str(ROOT / "decks" / "world"), "-o", "world.apkg")
    assert ran.code == 0, ran.err
    assert {"collection.anki2", "media"} <= members(workplace / "world.apkg")


def test_one_part_and_a_ledger(run: Run, workplace: Path) -> None:
    options = ("--parts", "vocabulary", "--ledger", "l.json")
    ran = run("deck", str(CURATED), "-o", "words.apkg", *options)
    assert ran.code == 0, ran.err
    assert (workplace / "l.json").is_file()
    with zipfile.ZipFile(workplace / "words.apkg") as package:
        package.extract("collection.anki2", workplace)
    with closing(sqlite3.connect(workplace / "collection.anki2")) as collection:
        notes, types = collection.execute(
            "select count(*), count(distinct mid) from notes"
        ).fetchone()
    assert (notes > 40, types) == (True, 1)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--parts", "vocabulary,poems"], "no such part: poems; known: vocabulary"),
        (["--parts", ","], "--parts names none of"),
        (["--published", "hier"], "--published"),
        (["--ledger", "broken.json"], "broken.json"),
    ],
)
def test_wrong_options(run: Run, workplace: Path, options: list[str], message: str) -> None:
    sources.text(workplace / "broken.json", "{")
    folder = sources.curated(workplace.parent)
    ran = run("deck", str(folder), "-o", "a.apkg", *options)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert ran.err.count("\n") == 1
    assert {path.name for path in workplace.iterdir()} == {"tmp", "broken.json"}


@pytest.mark.parametrize("epoch", ["hier", "-1", "9" * 30])
def test_a_malformed_epoch(run: Run, monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    ran = run("deck", str(CURATED), "-o", "a.apkg")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "SOURCE_DATE_EPOCH is malformed" in ran.err


def test_two_processes_write_the_same_bytes(tmp_path: Path) -> None:
    for name, seed in (("a", "1"), ("b", "2")):
        ran = in_a_process(
            *("deck", str(CURATED), "-o", str(tmp_path / f"{name}.apkg")),
            SOURCE_DATE_EPOCH="1700000000",
            PYTHONHASHSEED=seed,
        )
        assert ran.code == 0, ran.err
    assert (tmp_path / "a.apkg").read_bytes() == (tmp_path / "b.apkg").read_bytes()
