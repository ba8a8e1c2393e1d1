"""The pieces and tokens of samples of news French, as they were read and signed."""

import pytest

from quizapp.nlp.models import Models
from quizapp.resources import Resources
from tests.golden.preparation import expected, prepared, samples

pytestmark = pytest.mark.models


@pytest.mark.parametrize("sample", samples())
def test_preparation(sample: str, models: Models, resources: Resources) -> None:
    assert prepared(sample, models=models, resources=resources) == expected()[sample]
