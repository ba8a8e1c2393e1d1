"""Countries, organisations, people, regions and treaties of the news."""

from quizapp.world.atlas import Atlas
from quizapp.world.loading import load_world
from quizapp.world.records import Country, Office, Organisation, Person, Region, Treaty
from quizapp.world.world import World

__all__ = [
    "Atlas",
    "Country",
    "Office",
    "Organisation",
    "Person",
    "Region",
    "Treaty",
    "World",
    "load_world",
]
