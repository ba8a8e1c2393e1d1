"""Long clauses without their outer complements, and which of two facts is kept."""

import pytest

from quizapp.facts.entities import registry_of
from quizapp.facts.extract import judge, surest
from quizapp.model import Draft
from quizapp.nlp.models import Models
from quizapp.nlp.parse import parse
from quizapp.reading.articles import to_article
from quizapp.resources import Resources

pytestmark = pytest.mark.models


def shortened(text: str, models: Models, resources: Resources) -> set[str]:
    article = to_article(Draft(title="Un titre", text=text))
    parsed = parse(article, models=models, resources=resources)
    registry = registry_of(parsed, resources=resources)
    judged = list(judge(parsed, registry, resources=resources))
    of_one = [j.predicate for j in judged if j.predicate is not None]
    kept = surest(judged)
    assert len(kept) <= len(judged) - (len(of_one) - len(set(of_one)))
    return {j.fact.statement for j in judged if "shortened" in j.features}


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            (
                "Deux ingénieurs kényans ont livré leur machine au Japon en mars, pour répondre aux"
                " demandes pressantes des hôpitaux de la capitale."
            ),
            "Deux ingénieurs kényans ont livré leur machine au Japon en mars.",
        ),
        (
            (
                "Le Kenya a livré au Japon une cargaison de thé noir qui avait attendu plusieurs"
                " semaines dans le port de Mombasa."
            ),
            "Le Kenya a livré au Japon une cargaison de thé noir.",
        ),
    ],
)
def test_outer_complements_go(
    text: str, statement: str, models: Models, resources: Resources
) -> None:
    assert statement in shortened(text, models, resources)


_RELATIVE = (
    "Le Kenya est un pays qui a livré pendant des siècles du thé noir et du café au Japon et à la"
    " Chine."
)
_EXCEPTION = (
    "Le Kenya a livré du thé au Japon, sauf pendant les années de grande sécheresse qui ont suivi"
    " la guerre."
)


@pytest.mark.parametrize("text", [_RELATIVE, _EXCEPTION, "Le Kenya a livré du thé au Japon."])
def test_nothing_goes_that_the_fact_needs(text: str, models: Models, resources: Resources) -> None:
    assert not shortened(text, models, resources)
