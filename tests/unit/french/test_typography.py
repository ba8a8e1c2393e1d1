"""What we print, and how texts are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.french.typography import is_balanced, locate, normalise, tidy

TEXTS = st.text(max_size=200) | st.text(" .:;!?%«»\"'“”’aB1\u202f\u00a0()…", max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'école d'Anne", "L’école d’Anne"),
        ('Il dit "oui".', "Il dit «\u202foui\u202f»."),
        ("« oui »", "«\u202foui\u202f»"),
        ("«oui»", "«\u202foui\u202f»"),
        ("Quoi ? Rien ; enfin : tout !", "Quoi\u202f? Rien\u202f; enfin\u202f: tout\u202f!"),
        ("Quoi? Rien!", "Quoi\u202f? Rien\u202f!"),
        ("11 000 euros, 3,5 %", "11\u202f000 euros, 3,5\u202f%"),
        ("à 10:30 sur https://exemple.fr", "à 10:30 sur https://exemple.fr"),
        ("le 1 er avril", "le 1er avril"),
        ("Il  attend ... ( un peu ) .", "Il attend… (un peu)."),
    ],
)
def test_tidy(text: str, expected: str) -> None:
    assert tidy(text) == expected


@given(TEXTS)
def test_tidy_twice_changes_nothing(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once


@given(TEXTS)
def test_normalise_keeps_offsets(text: str) -> None:
    assert len(normalise(text)) == len(text)
    assert normalise(normalise(text)) == normalise(text)


def test_locate_ignores_apostrophes_spaces_and_case() -> None:
    text = "Selon l'ONU, 11\u00a0000 « conteneurs » manquent ; l’ONU attend."
    assert [text[s.start : s.end] for s in locate("l’ONU", text)] == ["l'ONU", "l’ONU"]
    found = locate("11\u202f000 «\u202fconteneurs\u202f»", text)
    assert [text[s.start : s.end] for s in found] == ["11\u00a0000 « conteneurs »"]
    assert locate("onu att", text) == []
    assert locate("", text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("« a (b) »", True), ("« a", False), ("a)", False), ('"a"', True), ('"a', False)],
)
def test_is_balanced(text: str, *, expected: bool) -> None:
    assert is_balanced(text) is expected
