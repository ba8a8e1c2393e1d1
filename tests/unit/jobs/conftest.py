"""Databases for the tests of this room."""

import pytest

from quizapp.store import Database
from tests.databases import database, database_url, postgresql_url, sqlite_template
from tests.unit.services.scene import Scene

__all__ = ["database", "database_url", "postgresql_url", "scene", "sqlite_template"]


@pytest.fixture
def scene(database: Database) -> Scene:
    return Scene(database)
