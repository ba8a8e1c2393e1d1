"""The curated sets of the repository, in the real Anki."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.export.anki import PARTS, write_deck, write_world_deck
from quizapp.generate import assemble, is_curated
from quizapp.model import StudySet
from quizapp.resources import Resources
from tests.anki.collection import Anki

DECKS = Path(__file__).parents[2] / "decks"
CURATED = sorted(folder for folder in DECKS.iterdir() if is_curated(folder))
BUILT = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(scope="module", params=CURATED, ids=lambda folder: folder.name)
def curated(request: pytest.FixtureRequest, resources: Resources) -> StudySet:
    return assemble(request.param, resources=resources)


def _write(study_set: StudySet, out: Path, resources: Resources, built_at: datetime = BUILT) -> int:
    report = write_deck(
        [study_set],
        resources=resources,
        parts=frozenset(PARTS),
        out=out,
        built_at=built_at,
        ledger=out.with_name("ledger.json"),
    )
    assert set(report.decks) == {
        "quizapp::Vocabulaire",
        "quizapp::Géopolitique",
        "quizapp::Questions",
    }
    return report.notes


def test_a_curated_set_is_whole(
    curated: StudySet, anki: Anki, resources: Resources, tmp_path: Path
) -> None:
    notes = _write(curated, tmp_path / "a.apkg", resources)
    taken = anki.take(tmp_path / "a.apkg")
    assert (taken.new, taken.conflicting, taken.other) == (notes, 0, 0)
    assert anki.complaints() == []
    assert anki.missing_and_unused_media() == ([], [])
    _write(curated, tmp_path / "b.apkg", resources, BUILT + timedelta(days=1))
    again = anki.take(tmp_path / "b.apkg")
    assert (again.new, again.updated, again.duplicate) == (0, 0, notes)
    assert anki.cards_to_add_and_remove() == (0, 0)


def test_no_front_shows_the_answer_to_when(
    curated: StudySet, anki: Anki, resources: Resources, tmp_path: Path
) -> None:
    _write(curated, tmp_path / "a.apkg", resources)
    anki.take(tmp_path / "a.apkg")
    events = [card for card in anki.cards() if card.template == "Dater"]
    assert events
    for card in events:
        year = card.back.split('class="key"', 1)[1].split("</p>")[0].split()[-1][-4:]
        assert year.isdigit()
        assert year not in card.front


def test_the_world_is_whole(anki: Anki, resources: Resources, tmp_path: Path) -> None:
    out = tmp_path / "world.apkg"
    report = write_world_deck(resources=resources, out=out, built_at=BUILT)
    assert report.note_types["country"] >= 193
    assert anki.take(out).new == report.notes
    assert anki.complaints() == []
    assert anki.missing_and_unused_media() == ([], [])
    assert anki.cards_to_add_and_remove() == (0, 0)
