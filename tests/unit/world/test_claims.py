"""What an article says of capitals, memberships and treaties, against the records."""

from datetime import date

import pytest

from quizapp.world import World
from quizapp.world.claims import Deed

JUNE_2024 = date(2024, 6, 18)


def test_a_wrong_capital_is_told_in_french(world: World) -> None:
    assert world.check_capital("Sydney", "AUS") == (
        "L’article dit «\u202fSydney, capitale de l’Australie\u202f»\u202f; "
        "à notre connaissance, la capitale de l’Australie est Canberra."
    )


@pytest.mark.parametrize(
    ("town", "iso3"),
    [
        *(("Kiev", "UKR"), ("Kyiv", "UKR"), ("La Haye", "NLD"), ("Abidjan", "CIV")),
        *(("Luxembourg", "LUX"), ("Jérusalem", "ISR"), ("Oulan Bator", "MNG")),
    ],
)
def test_a_capital_or_seat_passes(world: World, town: str, iso3: str) -> None:
    assert world.check_capital(town, iso3) is None


@pytest.mark.parametrize(
    ("iso3", "body", "on", "denied", "warned"),
    [
        ("CHE", "otan", JUNE_2024, False, True),
        ("SWE", "otan", JUNE_2024, False, False),
        ("SWE", "otan", date(2023, 6, 1), False, True),
        ("SWE", "otan", JUNE_2024, True, True),
        ("GBR", "union-europeenne", date(2019, 6, 1), False, False),
        ("GBR", "union-europeenne", JUNE_2024, False, True),
        ("SAU", "brics", JUNE_2024, False, False),
        ("CHE", "conseil-de-securite", JUNE_2024, False, False),
        ("CHE", "otan", date(2031, 1, 1), False, False),
        ("CHE", "otan", None, False, True),
        ("GBR", "union-europeenne", None, False, False),
    ],
)
def test_memberships(
    world: World, iso3: str, body: str, on: date | None, denied: bool, warned: bool
) -> None:
    assert (world.check_member(iso3, body, on, denied=denied) is not None) is warned


def test_a_wrong_membership_is_told_in_french(world: World) -> None:
    assert world.check_member("CHE", "otan", JUNE_2024) == (
        "L’article dit «\u202fmembre de l’OTAN\u202f»\u202f; "
        "à notre connaissance, la Suisse n’était pas membre de l’OTAN à cette date."
    )
    plural = world.check_member("USA", "otan", JUNE_2024, denied=True)
    assert plural is not None
    assert plural.endswith("les États-Unis étaient membres de l’OTAN à cette date.")


@pytest.mark.parametrize(
    ("treaty", "deed", "year", "ending"),
    [
        ("fni", "signed", 1990, "forces nucléaires à portée intermédiaire a été signé en 1987."),
        ("accords-de-dayton", "signed", 1999, "les accords de Dayton ont été signés en 1995."),
        ("convention-ottawa", "in_force", 1997, "d’Ottawa est entrée en vigueur en 1999."),
        ("dudh", "signed", 1949, "des droits de l’homme a été adoptée en 1948."),
        ("protocole-de-kyoto", "signed", 2001, "de Kyoto a été signé en 1997 et 1998."),
    ],
)  # fmt: skip
def test_a_wrong_year_is_told_in_french(
    world: World, treaty: str, deed: Deed, year: int, ending: str
) -> None:
    warning = world.check_treaty(treaty, deed, year)
    assert warning is not None
    assert warning.endswith(ending)


@pytest.mark.parametrize(
    ("treaty", "deed", "year"),
    [
        ("accord-de-paris", "signed", 2015),
        ("accord-de-paris", "signed", 2016),
        ("tice", "in_force", 2020),
        ("tnp", "in_force", 1970),
        ("traite-de-maastricht", "adopted", 1991),
    ],
)
def test_a_year_on_record_or_none_passes(world: World, treaty: str, deed: Deed, year: int) -> None:
    assert world.check_treaty(treaty, deed, year) is None
