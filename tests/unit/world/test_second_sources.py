"""Countries and memberships against sources that are installed.

What differs on purpose is listed here, decided and explained in docs/world.md, and nothing else
differs.
"""

import csv
import json
from collections.abc import Mapping
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest
from babel import Locale

from quizapp.world import World
from quizapp.world.names import fold
from tests.sites import ROOT

INSTALLED = ROOT / "node_modules" / "world-countries" / "countries.json"
SECOND_SOURCE = {
    ("XKX" if entry["cca3"] == "UNK" else entry["cca3"]): entry
    for entry in json.loads(INSTALLED.read_text(encoding="utf-8"))
}

OWN_BORDERS = {
    frozenset(("FRA", "BRA")): True,
    frozenset(("FRA", "SUR")): True,
    frozenset(("IND", "LKA")): False,
}
OWN_NAMES = {"VAT", "PSE", "KGZ", "HKG", "MAC", "MMR", "COG", "COD", "VCT", "FSM"}
OWN_CAPITALS = {
    *("CHE", "MLT", "AND", "VAT", "YEM", "ARE", "BTN", "BGD", "LKA", "CHN"),
    *("SSD", "SWZ", "USA", "GTM", "PAN", "GRD", "KIR"),
}
NO_CAPITAL = {"ISR", "PSE", "ESH", "HKG", "MAC"}
OWN_DEMONYMS = {
    *("ARE", "QAT", "BHR", "UZB", "KGZ", "TJK", "BFA", "GNQ", "SWZ", "CRI", "BHS", "KNA"),
    *("ATG", "VCT", "FLK", "PNG", "TON", "PLW"),
}
NO_DEMONYM_THERE = {"ESH"}
BRICS_SINCE_2011 = {"ZAF", "EGY", "ETH", "IRN", "ARE", "IDN"}
SCHENGEN_SINCE_2023 = {"HRV", "BGR", "ROU"}
DANISH_LANDS = {"FRO", "GRL"}
G20_BY_THE_UNION = {
    *("AUT", "BEL", "BGR", "CYP", "CZE", "DNK", "ESP", "EST", "FIN", "GRC", "HRV", "HUN", "IRL"),
    *("LTU", "LUX", "LVA", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "SWE"),
}
OWN_MEMBERS: Mapping[str, set[str]] = {
    "brics": BRICS_SINCE_2011,
    "espace-schengen": SCHENGEN_SINCE_2023 | DANISH_LANDS,
    "cei": {"KGZ"},
    "g20": G20_BY_THE_UNION,
}
COLUMNS = {
    "onu": "UNmember",
    "union-europeenne": "EU",
    "espace-schengen": "Schengen",
    "ocde": "OECD",
    "apec": "APEC",
    "brics": "BRIC",
    "cei": "CIS",
    "g7": "G7",
    "g20": "G20",
    "conseil-de-l-europe": "CoE",
}


@pytest.fixture(scope="module")
def blocs() -> list[dict[str, str]]:
    """A row a country; a column a bloc: empty, its name, or the year of accession."""
    package = find_spec("country_converter")
    assert package is not None
    assert package.origin is not None
    table = Path(package.origin).with_name("country_data.tsv")
    with table.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [row for row in rows if not row["obsolete"]]


def test_the_united_nations_are_those_of_the_second_source(world: World) -> None:
    counted_wrongly = {"VAT"}
    theirs = {iso3 for iso3, entry in SECOND_SOURCE.items() if entry["unMember"]} - counted_wrongly
    assert {c.id for c in world.countries() if c.status == "member"} == theirs
    assert {c.id for c in world.countries() if c.status == "observer"} == {"VAT", "PSE"}


def test_borders(world: World) -> None:
    known = {country.id for country in world.countries()}
    ours = {frozenset((c.id, n)) for c in world.countries() for n in c.neighbours}
    theirs = {
        frozenset((iso3, "XKX" if border == "UNK" else border))
        for iso3, entry in SECOND_SOURCE.items()
        for border in entry["borders"]
    }
    differing = {pair for pair in ours ^ theirs if pair <= known}
    assert differing == set(OWN_BORDERS)
    assert all((pair in ours) is kept for pair, kept in OWN_BORDERS.items())


def test_names(world: World) -> None:
    names = Locale("fr").territories
    differing = {c.id for c in world.countries() if names[c.iso2].replace("'", "’") != c.name}
    assert differing == OWN_NAMES


def test_capitals(world: World) -> None:
    zones = Locale("fr").time_zones.values()
    cities = {fold(zone["city"]) for zone in zones if "city" in zone}
    differing = {
        country.id
        for country in world.countries()
        if country.capital
        and fold(country.capital) not in cities
        and fold(country.capital) not in map(fold, SECOND_SOURCE[country.id]["capital"])
    }
    assert differing == OWN_CAPITALS
    assert {country.id for country in world.countries() if not country.capital} == NO_CAPITAL


def test_demonyms(world: World) -> None:
    theirs = {
        c.id: (forms["m"], forms["f"])
        for c in world.countries()
        if (forms := SECOND_SOURCE[c.id]["demonyms"]["fra"])["m"]
    }
    assert {c.id for c in world.countries()} - set(theirs) == NO_DEMONYM_THERE
    differing = {
        country.id
        for country in world.countries()
        if country.id in theirs
        and [fold(form) for form in country.demonym] != [fold(form) for form in theirs[country.id]]
    }
    assert differing == OWN_DEMONYMS


def test_codes(world: World) -> None:
    for country in world.countries():
        assert SECOND_SOURCE[country.id]["cca2"] == country.iso2


@pytest.mark.parametrize(("organisation", "column"), COLUMNS.items())
def test_members(world: World, blocs: list[dict[str, str]], organisation: str, column: str) -> None:
    theirs = {row["ISO3"]: row[column] for row in blocs if row[column]}
    ours = world.organisation(organisation)
    assert set(ours.members) ^ set(theirs) == OWN_MEMBERS.get(organisation, set())
    years = {iso3: year for iso3, year in theirs.items() if year.isdigit() and iso3 in ours.joined}
    assert {iso3: ours.joined[iso3][:4] for iso3 in years} == years


@pytest.mark.parametrize(
    ("column", "year"),
    [("EU12", 1994), ("EU15", 2003), ("EU25", 2006), ("EU27_2007", 2012), ("EU28", 2019)],
)
def test_the_union_grew_and_shrank_when_it_did(
    world: World, blocs: list[dict[str, str]], column: str, year: int
) -> None:
    union = world.organisation("union-europeenne")
    ever = {*union.members, *union.left}
    then = {iso3 for iso3 in ever if union.has_member(iso3, date(year, 6, 1))}
    assert then == {row["ISO3"] for row in blocs if row[column]}


def test_every_difference_is_explained(world: World) -> None:
    page = (ROOT / "docs" / "world.md").read_text(encoding="utf-8")
    for iso3 in sorted(OWN_DEMONYMS | OWN_CAPITALS):
        country = world.country(iso3)
        told = country.demonym[0] if iso3 in OWN_DEMONYMS else country.capital or ""
        assert told in page, iso3
    for organisation in OWN_MEMBERS:
        assert world.organisation(organisation).name in page
