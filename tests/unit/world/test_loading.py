"""Broken data are refused with file, record and what was expected."""

import shutil
from pathlib import Path

import pytest

from quizapp.model import QuizappError
from quizapp.world import load_world
from tests.unit.world.conftest import PATHS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(PATHS.world, tmp_path / "world")


def broken(folder: Path, old: str, new: str, file: str = "countries.yaml") -> QuizappError:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(QuizappError) as caught:
        load_world(folder)
    return caught.value


def test_a_wrong_value_names_its_record_and_field(folder: Path) -> None:
    error = broken(folder, "  article: la\n", "  article: der\n")
    assert error.code == "world-invalid"
    assert "countries.yaml, record FRA, article" in error.message


def test_an_unknown_field_is_refused(folder: Path) -> None:
    assert (
        "record FRA, colour" in broken(folder, "  iso2: FR\n", "  iso2: FR\n  colour: 1\n").message
    )


def test_broken_yaml_names_its_line(folder: Path) -> None:
    assert "countries.yaml, line" in broken(folder, "- iso3: DEU", "- [iso3: DEU").message


def test_an_id_used_twice_is_refused(folder: Path) -> None:
    assert "FRA is used twice" in broken(folder, "- iso3: DEU", "- iso3: FRA").message


def test_something_else_than_a_list_is_refused(folder: Path) -> None:
    (folder / "treaties.yaml").write_text("a: 1\n", encoding="utf-8")
    with pytest.raises(QuizappError, match=r"treaties\.yaml: a list of records"):
        load_world(folder)


def test_a_missing_file_is_told(folder: Path) -> None:
    (folder / "people.yaml").unlink()
    with pytest.raises(QuizappError, match=r"people\.yaml is missing"):
        load_world(folder)


def test_norway_stays_norway(folder: Path) -> None:
    norway = load_world(folder).country("NOR")
    assert norway.iso2 == "NO"
    assert norway.name == "Norvège"
