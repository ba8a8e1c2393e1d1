"""Whom and what an article names."""

from datetime import date

import pytest

from quizapp.facts.entities import Registry, registry_of
from quizapp.model import Draft
from quizapp.nlp.models import Models
from quizapp.nlp.parse import parse
from quizapp.reading.articles import to_article
from quizapp.resources import Resources

pytestmark = pytest.mark.models


def registry(text: str, models: Models, resources: Resources) -> Registry:
    article = to_article(Draft(title="Un titre", text=text, published_on=date(2025, 3, 14)))
    return registry_of(parse(article, models=models, resources=resources), resources=resources)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("La résolution 1718 du Conseil de sécurité interdit la vente d’armes.",
         {"resolution-1718": "treaty"}),
        ("Les ministres ont défendu l’accord de Paris sur le climat devant la presse.",
         {"accord-de-paris": "treaty"}),
        ("La foule a gagné la place Charles de Gaulle au petit matin.",
         {"place-charles-de-gaulle": "place"}),
        ("La mosquée Abou Bakr a été fermée par la police.",
         {"mosquee-abou-bakr": "place"}),
        ("Le tribunal de Lille a rejeté la plainte.", {"tribunal-de-lille": "organisation"}),
        ("Le ministère de l’éducation a démenti.",
         {"ministere-de-l-education": "organisation"}),
        ("L’armée turque a quitté la ville.", {"armee-turque": "organisation"}),
        ("Le golfe de Guinée est surveillé par la marine.", {"golfe-de-guinee": "place"}),
        ("La Transnistrie réclame du gaz.", {"transnistrie": "place"}),
        ("Le Stade rennais a perdu contre Lyon.", {"stade-rennais": "organisation",
                                                   "lyon": "place"}),
        ("Pyongyang a tiré un missile.", {"PRK": "country"}),
        ("Les délégués se sont retrouvés à Pyongyang.", {"pyongyang": "place"}),
        ("Les délégués se sont retrouvés à Luxembourg.", {"LUX": "country"}),
    ],
)  # fmt: skip
def test_what_is_named(
    text: str, named: dict[str, str], models: Models, resources: Resources
) -> None:
    entities = registry(text, models, resources).entities
    assert {e.id: e.kind for e in entities.values()} == named


def test_a_surname_means_the_person_named_in_full(models: Models, resources: Resources) -> None:
    text = (
        "L’acteur Denzel Washington est arrivé à Cannes. Washington a signé des autographes. "
        "Le public a applaudi Washington."
    )
    named = registry(text, models, resources).entities
    assert "USA" not in named
    assert len(named["denzel-washington"].mentions) == 3


def test_the_polite_form_tells_one_bearer_from_the_other(
    models: Models, resources: Resources
) -> None:
    named = registry("Mme Macron a visité une école de Lille.", models, resources).entities
    assert "brigitte-macron" in named
    assert "emmanuel-macron" not in named


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("La présidente Zoélie Arnoux est partie.", "Fem"),
        ("La mère de Zoélie Arnoux est partie.", None),
        ("La ville a voté avec Zoélie Arnoux.", None),
    ],
)
def test_a_title_before_the_name_tells_the_gender(
    text: str, gender: str | None, models: Models, resources: Resources
) -> None:
    assert registry(text, models, resources).gender_told("zoelie-arnoux") == gender


def test_mentions_overlap_nowhere(models: Models, resources: Resources) -> None:
    text = "Le parquet de Paris et l’Union africaine ont salué l’accord de Paris à Addis-Abeba."
    mentions = registry(text, models, resources).mentions
    assert [text[m.span.start : m.span.end] for m in mentions] == [
        "parquet de Paris", "Union africaine", "accord de Paris", "Addis-Abeba",
    ]  # fmt: skip


def test_a_first_name_or_the_end_of_a_name_is_enough_where_one_bears_it(
    models: Models, resources: Resources
) -> None:
    text = (
        "Penelope Fillon a témoigné lundi. Penelope a parlé une heure. Le coureur Thomas De Gendt "
        "est arrivé. De Gendt a souri."
    )
    named = registry(text, models, resources).entities
    people = {e.id: len(e.mentions) for e in named.values() if e.kind == "person"}
    assert people == {"penelope-fillon": 2, "thomas-de-gendt": 2}


def test_paris_is_a_town_at_home(models: Models, resources: Resources) -> None:
    at_home = registry("Paris interdit les voitures le dimanche.", models, resources)
    assert set(at_home.entities) == {"paris"}
    abroad = registry("Paris condamne la Russie.", models, resources)
    assert {"FRA", "RUS"} <= set(abroad.entities)


def test_a_match_names_two_teams_and_a_people_is_no_town(
    models: Models, resources: Resources
) -> None:
    named = registry("Le match Portugal - Autriche a passionné Lyon.", models, resources)
    assert {"PRT", "AUT", "lyon"} == set(named.entities)
    named = registry("La Bermudienne Flora Duffy a gagné à Leeds.", models, resources)
    assert set(named.entities) == {"flora-duffy", "leeds"}
