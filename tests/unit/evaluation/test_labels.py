"""Verdicts on their way from sheets to the data that training reads."""

from pathlib import Path

import pytest

from quizapp.facts.notation.clause import parse_clause
from quizapp.model import Attribution, Evidence, Fact
from tests.evaluation.labels import filled
from tests.evaluation.verdicts import (
    Label,
    Observation,
    digest_of,
    read_labels,
    write_labels,
)

_HEADER = "id\tverdict\talone\tspeaker\tnote"
_SEEN = Observation(
    "d999-pont", 120, 180, "3f2a77b10c9d4e55", "event", frozenset({"agree", "short"})
)


def test_a_sheet_gives_the_rows_that_have_a_verdict() -> None:
    other = Observation("d999-pont", 200, 230, "aa2a77b10c9d4e55", "role", frozenset())
    sheet = f"{_HEADER}\n{_SEEN.id}\tright\tY\tn\tbien\n{other.id}\t\t\t-\t\n"
    known = {_SEEN.id: _SEEN, other.id: other}
    assert list(filled(sheet, known, name="sheet")) == [
        Label(_SEEN, "right", alone=True, speaker=False)
    ]


@pytest.mark.parametrize(
    "row",
    [
        "120-3f2a77\tgood\ty\t-",
        "120-3f2a77\tright\t\t-",
        "120-3f2a77\tright\ty\tX",
        "9-000000\tright\ty\t-",
    ],
)
def test_a_row_that_is_not_understood_is_named(row: str) -> None:
    with pytest.raises(SystemExit, match=r"sheet, line 2: expected a known id, one of right"):
        list(filled(f"{_HEADER}\n{row}\n", {_SEEN.id: _SEEN}, name="sheet"))


def test_labels_are_read_as_they_were_written_and_in_order(tmp_path: Path) -> None:
    first = Label(_SEEN, "truncated", alone=False, speaker=True)
    second = Label(Observation("d1", 5, 9, "00", "quote", frozenset()), "right", alone=True)
    write_labels([first, second], tmp_path / "labels.tsv")
    assert read_labels(tmp_path / "labels.tsv") == [second, first]
    assert read_labels(tmp_path / "none.tsv") == []


def test_a_verdict_holds_as_long_as_speaker_modality_and_polarity_do() -> None:
    fact = Fact(
        id="f",
        kind="event",
        segments=parse_clause("[subject Le pont] [verb a rouvert]."),
        evidence=Evidence(start=0, end=1, text="L"),
    )
    changes = (
        {"negated": True},
        {"modality": "reported"},
        {"attribution": Attribution(text="la ville")},
    )
    digests = {digest_of(fact.model_copy(update=change)) for change in changes}
    assert len(digests | {digest_of(fact)}) == 4
    assert digest_of(fact.model_copy(update={"confidence": 0.3, "id": "g"})) == digest_of(fact)
