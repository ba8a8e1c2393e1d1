"""The world that comes with the code, read once."""

import pytest

from quizapp.resources import ResourcePaths
from quizapp.world import Atlas, World, load_world
from tests.sites import ROOT

PATHS = ResourcePaths.under(ROOT)


@pytest.fixture(scope="session")
def world() -> World:
    return load_world(PATHS.world)


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    return Atlas.open(shapes=PATHS.map_shapes, flags=PATHS.flags)
