"""A site of its own for every test, over a real database; pages in English unless asked."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.resources import Resources
from quizapp.store import Database
from quizapp.web.catalogues import compile_all
from tests import factories
from tests.sites import open_database, open_site
from tests.web.visitor import Visitor


@pytest.fixture(scope="session", autouse=True)
def catalogues() -> None:
    """What `make` does before it starts the site."""
    compile_all()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """The library holds the invented study set, public."""
    opened = open_database(tmp_path, study_sets=[factories.study_set()])
    yield opened
    opened.close()


@pytest.fixture
def app(database: Database, resources: Resources) -> Flask:
    app = open_site(database, resources=resources)
    app.testing = True
    return app


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """A browser that was never here."""
    return Visitor(app)


@pytest.fixture
def visitors(app: Flask) -> Callable[[], Visitor]:
    """As many browsers as wanted."""
    return lambda: Visitor(app)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
