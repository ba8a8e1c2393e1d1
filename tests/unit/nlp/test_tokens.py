"""Tokens with exact offsets."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.french.verbs import Verbs
from quizapp.model import Span
from quizapp.nlp.tokens import merge_names, tokenise


def words(text: str, verbs: Verbs) -> list[str]:
    return [text[t.start : t.end] for t in tokenise(text, 0, len(text), verbs=verbs)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’école d'Anne", ["L’", "école", "d'", "Anne"]),
        ("Jong-un part en week-end", ["Jong-un", "part", "en", "week-end"]),
        ("a-t-il dit", ["a", "-t-il", "dit"]),
        ("dit-elle", ["dit", "-elle"]),
        ("11\u202f000 obus", ["11\u202f000", "obus"]),
        ("3,5\u00a0% de hausse", ["3,5\u00a0%", "de", "hausse"]),
        ("«\u00a0oui\u00a0»", ["«", "oui", "»"]),
        ("c’est-à-dire demain", ["c’est-à-dire", "demain"]),
        ("M. Petit évite d’accorder", ["M.", "Petit", "évite", "d’", "accorder"]),
        ("aujourd’hui, 1er mai", ["aujourd’hui", ",", "1er", "mai"]),
    ],
)
def test_tokenise(text: str, expected: list[str], verbs: Verbs) -> None:
    assert words(text, verbs) == expected


def test_a_name_becomes_one_token(verbs: Verbs) -> None:
    text = "La Corée du Nord attend"
    tokens = tokenise(text, 0, len(text), verbs=verbs)
    merged = merge_names(tokens, [Span(start=3, end=16)])
    assert [(t.form, text[t.start : t.end]) for t in merged] == [
        ("La", "La"), ("Corée", "Corée du Nord"), ("attend", "attend"),
    ]  # fmt: skip


@given(st.text(max_size=120))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_tokens_cover_everything_but_spaces(verbs: Verbs, text: str) -> None:
    assert "".join("".join(words(text, verbs)).split()) == "".join(text.split())
