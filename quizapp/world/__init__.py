"""Countries, organisations, people and treaties of the news: look-up, names, linking, maps."""

from quizapp.world.atlas import Atlas
from quizapp.world.loading import load_world
from quizapp.world.records import Country, Office, Organisation, Person, Treaty
from quizapp.world.world import World

__all__ = [
    "Atlas",
    "Country",
    "Office",
    "Organisation",
    "Person",
    "Treaty",
    "World",
    "load_world",
]
