"""Dates written out from the day of publication."""

from datetime import date

import pytest

from quizapp.facts.dating import anchor, dated
from quizapp.model import Segment

FRIDAY = date(2025, 3, 14)


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("vendredi", "le 14 mars 2025"),
        ("jeudi soir", "le 13 mars 2025 au soir"),
        ("depuis mardi", "depuis le 11 mars 2025"),
        ("le 1er février dernier", "le 1er février 2025"),
        ("mercredi 12", "le 12 mars 2025"),
        ("hier", "le 13 mars 2025"),
        ("dans la nuit de mercredi à jeudi", "dans la nuit du 12 au 13 mars 2025"),
        ("dans la nuit de vendredi à samedi", "dans la nuit du 7 au 8 mars 2025"),
        ("en octobre dernier", "en octobre 2024"),
        ("l’année dernière", "en 2024"),
        ("le 3 mai 1998", "le 3 mai 1998"),
        ("depuis trois ans", "depuis trois ans"),
        ("ces derniers jours", "ces derniers jours"),
    ],
)
def test_a_past_event_has_its_full_date(text: str, full: str) -> None:
    assert dated(Segment(role="time", text=text), FRIDAY, past=True).text == full


def test_a_weekday_may_lie_ahead() -> None:
    monday = Segment(role="time", text="lundi")
    assert dated(monday, FRIDAY, past=False) is monday
    assert dated(Segment(role="time", text="ce lundi"), FRIDAY, past=False).text.endswith("2025")


def test_only_times_and_only_with_a_day() -> None:
    hier = Segment(role="time", text="hier")
    assert dated(hier, None, past=True) is hier
    told = Segment(role="object", text="hier")
    assert dated(told, FRIDAY, past=True) is told


def test_a_story_of_another_year_has_no_anchor() -> None:
    assert anchor("En 1917, le navire coula. Le 28 janvier, on le chercha.", FRIDAY) is None
    assert anchor("Le contrôle dure depuis 2014, selon lui. Hier, il a cessé.", FRIDAY) == FRIDAY
    assert anchor("En 2024, tout allait bien. Hier, plus rien.", FRIDAY) == FRIDAY
    assert anchor("Hier, plus rien.", None) is None
