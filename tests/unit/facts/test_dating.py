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
        ("la semaine dernière", "dans la semaine du 3 au 9 mars 2025"),
        ("le week-end dernier", "le week-end du 8 au 9 mars 2025"),
        ("ce week-end", "le week-end du 8 au 9 mars 2025"),
        ("le mois dernier", "en février 2025"),
        ("ce vendredi matin", "le 14 mars 2025 au matin"),
        ("ce matin", "le 14 mars 2025 au matin"),
        ("entre novembre et janvier", "entre novembre 2024 et janvier 2025"),
        ("entre janvier et février de cette année", "entre janvier et février 2025"),
        ("au printemps de cette année", "au printemps de 2025"),
        ("fin novembre", "fin novembre 2024"),
        ("le 20 mars", "le 20 mars 2024"),
        ("le 20 mars précédent", "le 20 mars précédent"),
        ("du 28 février au 2 mars", "du 28 février 2025 au 2 mars 2025"),
        ("il y a 24 ans", "vers 2001"),
        ("il y a 14 000 ans", "il y a 14 000 ans"),
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


def test_what_is_ahead_is_dated_from_the_day_of_writing() -> None:
    def ahead(text: str) -> str:
        return dated(Segment(role="time", text=text), FRIDAY, past=False).text

    assert ahead("le mois prochain") == "en avril 2025"
    assert ahead("l’an prochain") == "en 2026"
    assert ahead("en mai prochain") == "en mai 2025"
    assert ahead("depuis mai") == "depuis mai 2024"
    assert ahead("le 20 mars") == "le 20 mars 2025"


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("l’attaque de mardi", "l’attaque du 11 mars 2025"),
        ("en ce vendredi matin", "le 14 mars 2025 au matin"),
        ("à partir de mercredi 12 mars", "à partir du 12 mars 2025"),
        ("jusqu’à mercredi 12", "jusqu’au 12 mars 2025"),
        ("le vote d’hier", "le vote du 13 mars 2025"),
        ("les pertes de l’an dernier", "les pertes de 2024"),
        ("les chiffres du mois dernier", "les chiffres de février 2025"),
        ("le sommet du 3 mars", "le sommet du 3 mars 2025"),
        ("le défilé du 14 juillet", "le défilé du 14 juillet"),
        ("les élections de mai prochain", "les élections de mai 2025"),
        ("le marché du samedi", "le marché du samedi"),
        ("qu’il reviendra mardi", "qu’il reviendra mardi"),
        ("« le vote d’hier »", "« le vote d’hier »"),
        ("une récolte en mai", "une récolte en mai"),
    ],
)
def test_dates_inside_other_complements(text: str, full: str) -> None:
    assert dated(Segment(role="object", text=text), FRIDAY, past=True).text == full


def test_nothing_without_a_day() -> None:
    hier = Segment(role="time", text="hier")
    assert dated(hier, None, past=True) is hier


def test_a_story_of_another_year_has_no_anchor() -> None:
    assert anchor("En 1917, le navire coula. Le 28 janvier, on le chercha.", FRIDAY) is None
    assert anchor("Le contrôle dure depuis 2014, selon lui. Hier, il a cessé.", FRIDAY) == FRIDAY
    assert anchor("En 2024, tout allait bien. Hier, plus rien.", FRIDAY) == FRIDAY
    assert anchor("Hier, plus rien.", None) is None
