"""A small world and a learner's collection."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from quizapp.resources import ResourcePaths
from quizapp.world import Atlas, Country, Office, Organisation, Person, World
from quizapp.world.index import Index
from tests.anki.collection import Anki, new_collection

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Places:
    """What the decks need of `Resources`, without a lexicon."""

    world: World
    atlas: Atlas


def country(iso3: str, iso2: str, name: str, article: str, capital: str) -> Country:
    return Country.model_validate(
        {
            "iso3": iso3,
            "iso2": iso2,
            "name": name,
            "article": article,
            "in": "en",
            "gender": "f",
            "capital": capital,
            "demonym": ["masculin", "féminine"],
            "region": "Région d’essai",
            "as_of": "2025-06-30",
            "source": "CLDR",
        }
    )


@pytest.fixture(scope="session")
def places() -> Places:
    paths = ResourcePaths.under(ROOT)
    records = (
        country("NOR", "NO", "Norvège", "la", "Oslo"),
        country("SEN", "SN", "Sénégal", "le", "Dakar"),
        country("NIC", "NI", "Nicaragua", "le", "Managua"),
        Organisation(
            id="onu",
            name="Organisation des Nations unies",
            article="l’",
            gender="f",
            acronym="ONU",
            kind="international",
            seat="New York",
            founded="1945-10-24",
            as_of="2025-06-30",
            source="ONU",
        ),
        Person(
            id="jonas-store",
            name="Jonas Gahr Støre",
            surname="Gahr Støre",
            gender="m",
            country="NOR",
            as_of="2025-06-30",
            source="regjeringen.no",
            offices=(
                Office.model_validate(
                    {"title": "Premier ministre", "of": "NOR", "from": "2021-10-14"}
                ),
            ),
        ),
    )
    atlas = Atlas.open(shapes=paths.map_shapes, flags=paths.flags)
    return Places(World(Index(list(records))), atlas)


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    with new_collection(tmp_path / "learner") as learner:
        yield learner
