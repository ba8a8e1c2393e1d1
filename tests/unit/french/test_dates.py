"""Dates, absolute or told from the day of publication (Tuesday 18 June 2024)."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.french.dates import is_relative, parse

PUBLISHED = date(2024, 6, 18)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("le 3 mai 2019", "2019-05-03"),
        ("mardi 1er janvier 2019", "2019-01-01"),
        ("en juin 2024", "2024-06"),
        ("en 1941", "1941"),
        ("1941", "1941"),
        ("fin 2016", "2016"),
        ("entre 2016 et 2018", "2016/2018"),
        ("du 3 au 5 juin 2024", "2024-06-03/2024-06-05"),
        ("du 28 mai au 2 juin 2024", "2024-05-28/2024-06-02"),
        ("dans les années 1990", "1990/1999"),
        ("au XIXe siècle", "1801/1900"),
        ("le 17/06/2024", "2024-06-17"),
        ("au printemps 2017", "2017-03/2017-06"),
    ],
)
@pytest.mark.parametrize("published", [PUBLISHED, None])
def test_absolute(text: str, iso: str, published: date | None) -> None:
    assert parse(text, published) == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("hier", "2024-06-17"),
        ("aujourd’hui", "2024-06-18"),
        ("lundi", "2024-06-17"),
        ("mardi", "2024-06-18"),
        ("mardi dernier", "2024-06-11"),
        ("vendredi prochain", "2024-06-21"),
        ("jeudi soir", "2024-06-13"),
        ("le 2 janvier", "2024-01-02"),
        ("le 20 décembre", "2023-12-20"),
        ("en mai", "2024-05"),
        ("il y a 24 ans", "2000"),
        ("il y a deux mois", "2024-04"),
        ("il y a une semaine", "2024-06-11"),
        ("dans dix jours", "2024-06-28"),
        ("le week-end dernier", "2024-06-15/2024-06-16"),
        ("la semaine prochaine", "2024-06-24/2024-06-30"),
        ("le mois dernier", "2024-05"),
        ("l’an dernier", "2023"),
        ("cette année", "2024"),
        ("entre février et mai de cette année", "2024-02/2024-05"),
        ("dans la nuit de dimanche à lundi", "2024-06-16/2024-06-17"),
        ("depuis septembre", "2023-09/2024-06-18"),
        ("depuis trois ans", "2021/2024-06-18"),
    ],
)  # fmt: skip
def test_told_from_the_day_of_publication(text: str, iso: str) -> None:
    assert parse(text, PUBLISHED) == iso
    assert parse(text, None) is None


def test_since_a_year() -> None:
    assert parse("depuis 2019", PUBLISHED) == "2019/2024-06-18"
    assert parse("depuis 2019", None) == "2019"


@pytest.mark.parametrize(
    "text",
    ["", "2 000 personnes", "depuis des années", "le lundi", "deux jours plus tard", "le 49.3",
     "le 31 février 2020", "la veille", "depuis longtemps", "il y a 99999 ans"],
)  # fmt: skip
def test_what_names_no_date(text: str) -> None:
    assert parse(text, PUBLISHED) is None


def test_is_relative() -> None:
    assert is_relative("lundi dernier")
    assert not is_relative("le 3 mai 2019")


@given(
    st.text(max_size=100)
    | st.lists(
        st.sampled_from("depuis le 31 février 2019 il y a dans deux 9999999 ans mois hier".split()),
        max_size=8,
    ).map(" ".join)
)
def test_always_iso_or_nothing(text: str) -> None:
    iso = parse(text, PUBLISHED)
    one = r"\d{4}(-\d{2}(-\d{2})?)?"
    assert iso is None or re.fullmatch(rf"{one}(/{one})?", iso)
