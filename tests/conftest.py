"""What is loaded once for all tests: the tables and the French models."""

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from quizapp.resources import ResourcePaths, Resources, load_resources
from tests.sites import ROOT

if TYPE_CHECKING:
    from quizapp.nlp.models import Models

settings.register_profile("quizapp", deadline=None)
settings.load_profile("quizapp")


@pytest.fixture(scope="session")
def resources() -> Resources:
    """The tables that come with the code, as the site opens them."""
    return load_resources(ResourcePaths.under(ROOT))


@pytest.fixture(scope="session")
def models() -> "Models":
    """Both French models; a test that takes them is marked `models`."""
    from quizapp.nlp.models import load_models

    return load_models()
