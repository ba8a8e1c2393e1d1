"""Numbers in figures and in words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.french.numbers import find_numbers, parse, spell


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("11\u00a0000 conteneurs", "11000", "conteneurs", "exact"),
        ("environ 11 000 conteneurs", "11000", "conteneurs", "about"),
        ("plus de 400 touristes russes", "400", "touristes russes", "more"),
        ("près de 3,5 %", "3.5", "%", "about"),
        ("deux millions d’euros", "2000000", "euros", "exact"),
        ("2,4 milliards de dollars", "2400000000", "dollars", "exact"),
        ("une centaine de soldats", "100", "soldats", "about"),
        ("les quatre-vingt-dix-sept élus", "97", "élus", "exact"),
        ("vingt et un morts", "21", "morts", "exact"),
        ("mille deux cents pages", "1200", "pages", "exact"),
        ("trois cent mille réfugiés", "300000", "réfugiés", "exact"),
        ("au moins 12 blessés", "12", "blessés", "more"),
        ("un", "1", "", "exact"),
    ],
)
def test_parse(text: str, value: str, unit: str, bound: str) -> None:
    number = parse(text)
    assert number is not None
    assert (number.value, number.unit, number.bound) == (Decimal(value), unit, bound)


@pytest.mark.parametrize(
    "text", ["", "un pays", "des chars", "Boeing 737", "vingt trente", "la moitié", "et", "d'un"]
)
def test_what_does_not_begin_with_a_number(text: str) -> None:
    assert parse(text) is None


def test_find_numbers_gives_exact_spans() -> None:
    text = "Les 27 pays versent 1,5 million d’euros à une dizaine de villes ; une autre attend."
    found = find_numbers(text)
    words = [text[n.span.start : n.span.end] for n in found]
    assert words == ["27", "1,5 million", "une dizaine"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zéro"), (17, "dix-sept"), (21, "vingt et un"), (71, "soixante et onze"),
        (80, "quatre-vingts"), (81, "quatre-vingt-un"), (91, "quatre-vingt-onze"), (100, "cent"),
        (200, "deux cents"), (243, "deux cent quarante-trois"), (1000, "mille"),
        (80_000, "quatre-vingt mille"), (2_000_000, "deux millions"),
        (1_001_200, "un million mille deux cents"),
    ],
)  # fmt: skip
def test_spell(number: int, words: str) -> None:
    assert spell(number) == words


def test_spell_refuses_what_it_cannot_spell() -> None:
    with pytest.raises(ValueError, match="not between"):
        spell(-1)


@given(st.integers(min_value=2, max_value=10**6 - 1))
def test_a_spelled_number_is_read_back(number: int) -> None:
    parsed = parse(spell(number))
    assert parsed is not None
    assert parsed.value == number


@given(st.text(max_size=100) | st.text("0123456789., un deux%cent", max_size=40))
def test_never_raises_and_spans_lie_in_the_text(text: str) -> None:
    assert all(0 <= n.span.start < n.span.end <= len(text) for n in find_numbers(text))
    parse(text)


@pytest.mark.parametrize("words", ["aux alentours de", "plus de", "au maximum", "jusqu'à"])
def test_what_stands_far_before_a_number_changes_nothing(words: str) -> None:
    (near,) = find_numbers(f"{words} 400 touristes")
    (far,) = find_numbers("Des touristes viennent. " * 500 + f"{words} 400 touristes")
    assert (far.value, far.unit, far.bound) == (near.value, near.unit, near.bound)
    assert near.bound != "exact"
