"""The page of figures, written for an article of three sentences."""

import re
from pathlib import Path

import pytest

from quizapp.resources import Resources
from tests.evaluation.named import tallies
from tests.evaluation.page import Judgements, Measured, table, write_page
from tests.evaluation.scoring import find, missed, score
from tests.evaluation.traps import TrapVerdict
from tests.evaluation.verdicts import Label, Observation
from tests.unit.evaluation.scene import GOLD, RUN, SENTENCES


@pytest.fixture(scope="module")
def measured(resources: Resources) -> Measured:
    found = find(RUN, GOLD, resources.verbs)
    lost = missed(RUN, GOLD, found, resources.verbs)
    return Measured(
        runs=[RUN],
        scores=[score(RUN, found)],
        missed=[(RUN.name, one) for one in lost],
        tallies=tallies(RUN, GOLD),
    )


def _labels() -> list[Label]:
    verdicts = ("right", "right", "right", "truncated", "wrong")
    return [
        Label(
            Observation(f"d{number % 20}", number, number + 1, f"{number:016x}", "event",
                        frozenset({"agree"} if number % 5 < 3 else {"differ"})),
            verdicts[number % 5],
            alone=True,
            speaker=number % 2 == 0,
        )
        for number in range(200)
    ]  # fmt: skip


_JUDGED = Judgements(
    labels=_labels(),
    blind=_labels(),
    traps=(TrapVerdict("d999-pont", 1, "passed", "right person"),
           TrapVerdict("d999-pont", 2, "failed", "hour read as a date")),
)  # fmt: skip


def test_the_page_has_figures_and_pictures_and_no_sentence(
    measured: Measured, tmp_path: Path
) -> None:
    write_page(measured, _JUDGED, tmp_path)
    text = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert "| d999-pont | 4 | 25.0 % | 33.3 % | 50.0 % | 66.7 % | 1 | 100.0 % |" in text
    assert "| d999-pont | g23 | 81–104 | no candidate |" in text
    assert "| all | 200 | 60.0 % | 20.0 % | 20.0 % | 100 of 200 | 100.0 % |" in text
    assert "| all | 1 | 1 | 0 |" in text
    assert not [words for words in SENTENCES if words[:20] in text]
    assert not re.search(r"\{\w+\}", text)
    pictures = set(re.findall(r"\((\w+\.svg)\)", text))
    assert pictures == {path.name for path in tmp_path.glob("*.svg")}


def test_the_same_figures_give_the_same_pictures(measured: Measured, tmp_path: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    for folder in (first, second):
        write_page(measured, _JUDGED, folder)
    for path in first.iterdir():
        assert path.read_bytes() == (second / path.name).read_bytes()


def test_columns_of_figures_keep_to_the_right() -> None:
    rows = [("pont", 3, "1.5 %", "4 of 5"), ("port", 12, "20.0 %", "none")]
    assert table("what | how many | share | note", rows).splitlines()[1] == (
        "| --- | ---: | ---: | --- |"
    )
