"""The files that a deck leaves, and those that it does not."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.export.anki import PARTS, DeckReport, write_deck
from quizapp.model import QuizappError, StudySet
from tests import factories
from tests.anki.conftest import Places

BUILT = datetime(2026, 11, 22, 12, 0, 0, 500_000, tzinfo=UTC)


def _write(
    places: Places,
    out: Path,
    *,
    study_set: StudySet | None = None,
    parts: frozenset[str] = frozenset(PARTS),
    ledger: Path | None = None,
    built_at: datetime = BUILT,
) -> DeckReport:
    return write_deck(
        [study_set or factories.study_set()],
        resources=places,
        parts=parts,
        out=out,
        built_at=built_at,
        ledger=ledger,
    )


def test_the_report_counts_what_is_written(places: Places, tmp_path: Path) -> None:
    out = tmp_path / "deck.apkg"
    report = _write(places, out)
    assert report.decks == {
        "quizapp::Vocabulaire": 3,
        "quizapp::Géopolitique": 3,
        "quizapp::Questions": 5,
    }
    assert report.note_types == {"vocabulary": 3, "country": 2, "person": 1, "question": 5}
    assert report.size == out.stat().st_size
    assert len(report.warnings) == len(report.left_out) == 4
    assert list(tmp_path.iterdir()) == [out]


def test_a_chosen_part_alone(places: Places, tmp_path: Path) -> None:
    report = _write(places, tmp_path / "a.apkg", parts=frozenset({"geopolitics"}))
    assert report.note_types == {"country": 2, "person": 1, "event": 1}


def test_the_ledger_remembers_when_each_note_changed(places: Places, tmp_path: Path) -> None:
    ledger, later = tmp_path / "ledger.json", BUILT + timedelta(days=3)
    _write(places, tmp_path / "a.apkg", ledger=ledger)
    first = json.loads(ledger.read_text())
    assert len(first) == 11
    words = (factories.lexeme(definition="Autre définition."), *factories.lexemes()[1:])
    changed = factories.study_set(lexemes=words)
    _write(places, tmp_path / "b.apkg", study_set=changed, ledger=ledger, built_at=later)
    second = json.loads(ledger.read_text())
    moved = [guid for guid in second if second[guid] != first[guid]]
    assert len(moved) == 1
    assert second[moved[0]]["changed_at"] == "2026-11-25T12:00:00Z"


def test_a_broken_ledger_stops_before_anything_is_written(places: Places, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.json"
    ledger.write_text('{"a": 1}')
    with pytest.raises(QuizappError) as caught:
        _write(places, tmp_path / "a.apkg", ledger=ledger)
    assert caught.value.code == "ledger-broken"
    assert list(tmp_path.iterdir()) == [ledger]


@pytest.mark.parametrize(
    ("parts", "code"),
    [(frozenset({"vocabulary"}), "deck-empty"), (frozenset({"audio"}), "deck-part")],
)
def test_nothing_to_write_writes_nothing(
    places: Places, tmp_path: Path, parts: frozenset[str], code: str
) -> None:
    with pytest.raises(QuizappError) as caught:
        _write(places, tmp_path / "a.apkg", study_set=factories.study_set(lexemes=()), parts=parts)
    assert caught.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written(places: Places, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    for out in (tmp_path / "missing" / "a.apkg", tmp_path / "taken"):
        with pytest.raises(QuizappError) as caught:
            _write(places, out)
        assert caught.value.code == "deck-unwritable"
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
