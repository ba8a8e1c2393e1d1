"""Main clauses are printed whole: nothing twice, nothing cut, nothing lost in front."""

from datetime import date

import pytest

from quizapp.facts.candidate import Candidate
from quizapp.facts.candidates import Reader
from quizapp.facts.entities import registry_of
from quizapp.model import Draft
from quizapp.model.fact import join_segments
from quizapp.nlp.models import Models
from quizapp.nlp.parse import parse
from quizapp.reading.articles import to_article
from quizapp.resources import Resources

pytestmark = pytest.mark.models


def candidates_of(text: str, models: Models, resources: Resources) -> tuple[Candidate, ...]:
    article = to_article(Draft(title="Un titre", text=text, published_on=date(2025, 3, 14)))
    parsed = parse(article, models=models, resources=resources)
    registry = registry_of(parsed, resources=resources)
    return tuple(Reader(parsed, registry=registry, resources=resources).candidates())


def statements_of(text: str, models: Models, resources: Resources) -> list[str]:
    found = candidates_of(text, models, resources)
    return [join_segments([segment.text for segment in c.segments]) for c in found]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Les premières victimes sont les plus jeunes et les plus pauvres, et les femmes.",
         "Les premières victimes sont les plus jeunes et les plus pauvres, et les femmes."),
        ("Sur l’ensemble de la décennie, le taux de chômage est nettement en hausse.",
         "Sur l’ensemble de la décennie, le taux de chômage est nettement en hausse."),
        ("Le chômage est en baisse à Brest, mais en hausse sur un an.",
         "Le chômage est en baisse à Brest, mais en hausse sur un an."),
        ("La louve pèse légèrement plus de deux kilos.",
         "La louve pèse légèrement plus de deux kilos."),
        ("En marge de la grève des postiers dans les gares, la CGT appelle à la grève.",
         "En marge de la grève des postiers dans les gares, la CGT appelle à la grève."),
        ("Mais Jean Petit avait été, en 2014, condamné à deux ans de prison par le tribunal.",
         "Jean Petit avait été condamné en 2014 à deux ans de prison par le tribunal."),
        ("La grêle a frappé la vallée, et pourtant les vignes sont intactes.",
         "Les vignes sont intactes."),
        ("Jean Petit a reçu ses trois fils (sauf le plus jeune, mineur).",
         "Jean Petit a reçu ses trois fils (sauf le plus jeune, mineur)."),
        (("Le ministre de la Défense, Bruno Martin, accompagné du préfet, Paul Petit, a visité "
         "la caserne de Brest."), "Bruno Martin a visité la caserne de Brest."),
        (("Un seul vote reste à organiser à Brest : le 12 mars seront publiés les résultats de "
         "la ville de Quimper."), "Un seul vote reste à organiser à Brest."),
        ("Trois villes sont touchées par la grève des pompiers : Brest, Quimper et Vannes.",
         "Trois villes sont touchées par la grève des pompiers."),
        ("La taille de la roche n’est que de dix mètres, et pourtant la lueur était forte.",
         "La lueur était forte."),
        ("Alors président du club, Jean Petit a vendu le stade de Brest.",
         "Alors président du club, Jean Petit a vendu le stade de Brest."),
        ("Jean Petit, alors maire de Brest, a vendu le stade.", "Jean Petit a vendu le stade."),
    ],
)  # fmt: skip
def test_clause_is_printed_as_it_stands(
    text: str, statement: str, models: Models, resources: Resources
) -> None:
    assert statement in statements_of(text, models, resources)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (("Jean Petit a été condamné mardi par le tribunal de Brest à deux ans de prison dont un "
         "an ferme, dans l’affaire des marchés de la ville de Quimper."), "à deux ans de prison."),
        (("Jean Petit a répondu mardi aux révélations du Phare déchaîné parues lundi dans la "
         "matinée et concernant des sommes versées à son épouse."), "du Phare."),
        (("La ville a fêté en grande pompe devant des milliers de personnes le seul marin de la "
         "région à avoir traversé l’océan Pacifique à la rame."), "le seul marin de la région."),
    ],
)  # fmt: skip
def test_shorter_statement_keeps_what_limits_its_nouns(
    text: str, cut: str, models: Models, resources: Resources
) -> None:
    found = statements_of(text, models, resources)
    assert found
    assert not any(statement.endswith(cut) for statement in found)
