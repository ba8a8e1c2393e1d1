"""Repairs of what the models call a name."""

import pytest

from quizapp.nlp.names import repair


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("Anne Roy", "PER", "PER"),
        ("ministre de la Défense", "ORG", None),
        ("État", "LOC", None),
        ("place Kim Il Sung", "PER", "LOC"),
        ("Stade de France", "LOC", "LOC"),
        ("Stade rennais", "LOC", "ORG"),
        ("Université de Lille", "LOC", "ORG"),
        ("Haut-Commissaire aux réfugiés", "ORG", None),
        ("demain", "MISC", None),
        ("Brest", "AUTRE", None),
    ],
)
def test_repair(text: str, label: str, expected: str | None) -> None:
    assert repair(text, label) == expected
