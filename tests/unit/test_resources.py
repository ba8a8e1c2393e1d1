"""The tables are opened together, or the person is told which command builds what is missing."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.model import QuizappError
from quizapp.resources import ResourcePaths, Resources, load_resources
from tests.sites import ROOT


def test_all_tables_are_opened(resources: Resources) -> None:
    assert resources.world.country("FRA").capital == "Paris"
    assert resources.lexicon.look_up("maison")
    assert resources.verbs.forms("aller")
    assert resources.atlas.flag_path("FR").is_file()


@pytest.mark.parametrize(
    ("table", "command"),
    [
        ("lexicon", "flask lexicon build"),
        ("verbs", "make assets"),
        ("map_shapes", "make assets"),
        ("flags", "make assets"),
        ("world", "restore it from the repository"),
    ],
)
def test_a_missing_table_names_its_command(tmp_path: Path, table: str, command: str) -> None:
    paths = replace(ResourcePaths.under(ROOT), **{table: tmp_path / "missing"})
    with pytest.raises(QuizappError, match=command):
        load_resources(paths)
