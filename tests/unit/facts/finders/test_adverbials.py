"""Clauses that a marker opens."""

import pytest

from quizapp.nlp.models import Models
from quizapp.resources import Resources
from tests.unit.facts.finders.test_participles import told

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("text", "statement", "feature"),
    [
        ("Le Kenya signe l’accord, tandis que le Japon quitte la conférence de Nairobi.",
         "Le Japon quitte la conférence de Nairobi.", "marker_contrast"),
        ("Le port de Mombasa a fermé, car les dockers kényans ont cessé le travail.",
         "Les dockers kényans ont cessé le travail.", "marker_cause"),
        ("Le port de Mombasa a fermé (la marine kényane avait détruit les deux grues).",
         "La marine kényane avait détruit les deux grues.", "marker_remark"),
        ("Le port a fermé lorsque la marine kényane a quitté Mombasa.",
         "La marine kényane a quitté Mombasa.", "marker_when"),
    ],
)  # fmt: skip
def test_a_clause_with_a_subject_of_its_own(
    text: str, statement: str, feature: str, models: Models, resources: Resources
) -> None:
    found = told(text, models, resources)
    assert statement in found
    assert feature in found[statement].features


@pytest.mark.parametrize(
    "text",
    [
        "Le port de Mombasa fermera si les dockers kényans cessent le travail.",
        "Le port de Mombasa ferme quand la marine kényane quitte la côte.",
    ],
)
def test_a_condition_is_no_fact(text: str, models: Models, resources: Resources) -> None:
    assert not [c for c in told(text, models, resources).values() if "adverbial" in c.features]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("La police a arrêté Wanjiru Kamau alors que cette dernière dormait à Mombasa.",
         "Wanjiru Kamau dormait à Mombasa."),
        ("En 2009, un navire a coulé au large de Mombasa, alors que la grue était en panne.",
         "En 2009, la grue était en panne."),
        ("Le port a fermé (le Kenya avait voté la loi et le Japon avait signé l’accord).",
         "Le Japon avait signé l’accord."),
    ],
)  # fmt: skip
def test_who_and_when_come_from_the_main_clause(
    text: str, statement: str, models: Models, resources: Resources
) -> None:
    assert statement in told(text, models, resources)


@pytest.mark.parametrize(
    "text",
    [
        "Le Kenya a loué une grue au Japon, car celle-ci soulevait dix tonnes.",
        "Le juge a entendu des témoins, alors que ceux-ci étaient ivres.",
    ],
)
def test_a_subject_that_says_nothing(text: str, models: Models, resources: Resources) -> None:
    assert not [c for c in told(text, models, resources).values() if "adverbial" in c.features]
