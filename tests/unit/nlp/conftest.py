"""The conjugation tables, without the rest of the resources."""

import pytest

from quizapp.french.verbs import Verbs
from quizapp.resources import ResourcePaths
from tests.sites import ROOT


@pytest.fixture(scope="session")
def verbs() -> Verbs:
    return Verbs.load(ResourcePaths.under(ROOT).verbs)
