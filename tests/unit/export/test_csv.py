"""Tables for French spreadsheets."""

import csv
import io
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from quizapp.export.csv import render


def _rows(table: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_grid_of_results() -> None:
    table = render(
        ("Élève", "Question 1", "Note"),
        [("Zoé ; Cie", True, 0.5), ("Ali", None, 12), ("Léa", False, date(2024, 6, 18))],
    )
    assert table.startswith(b"\xef\xbb\xbf")
    assert table.endswith(b"\r\n")
    assert _rows(table) == [
        ["Élève", "Question 1", "Note"],
        ["Zoé ; Cie", "oui", "0,5"],
        ["Ali", "", "12"],
        ["Léa", "non", "2024-06-18"],
    ]


def test_numbers_below_zero_stay_numbers() -> None:
    assert _rows(render(("n",), [(-2,), (-0.25,)]))[1:] == [["-2"], ["-0,25"]]


_NASTY = st.text(st.sampled_from("=+-@\t\r\n ;\"'|ａ＝A1"), min_size=1, max_size=8)


@given(_NASTY)
def test_no_text_is_a_formula(text: str) -> None:
    ((cell,),) = _rows(render((text,), []))
    assert cell in (text, f"'{text}")
    assert cell.lstrip(" \u00a0")[:1] not in tuple("=+-@\t\r\n＝＋－＠")
