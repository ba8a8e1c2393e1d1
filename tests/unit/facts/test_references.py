"""Names and full descriptions where the article says « le ministre », « l’attaque », « il »."""

from datetime import date

import pytest

from quizapp.facts.extract import extract
from quizapp.model import Draft, Fact
from quizapp.nlp.models import Models
from quizapp.nlp.parse import parse
from quizapp.reading.articles import to_article
from quizapp.resources import Resources

pytestmark = pytest.mark.models


def last_fact(text: str, models: Models, resources: Resources, *, title: str = "Un titre") -> Fact:
    article = to_article(Draft(title=title, text=text, published_on=date(2025, 3, 14)))
    return extract(parse(article, models=models, resources=resources), resources=resources).facts[
        -1
    ]


@pytest.mark.parametrize(
    ("title", "text", "statement"),
    [
        ("Kenya : attentat contre un marché",
         "Un attentat a frappé Nairobi. L’attaque a fait douze morts.",
         "L’attentat contre un marché au Kenya a fait douze morts."),
        ("Un titre",
         "Le Brésil a lancé une campagne contre le tabac. Le Kenya soutient cette campagne.",
         "Le Kenya soutient la campagne contre le tabac."),
        ("Un titre",
         "La procureure Jeanne Valmont a ouvert une enquête. La procureure a visité Lyon.",
         "Jeanne Valmont a visité Lyon."),
        ("Un titre",
         "La maire Claire Dubreuil a visité Nantes. Le Kenya a remercié Mme Dubreuil.",
         "Le Kenya a remercié Claire Dubreuil."),
        ("Un titre",
         "Le festival se tient à Nantes. Le Kenya a aidé les habitants de la ville.",
         "Le Kenya a aidé les habitants de la ville de Nantes."),
        ("Kenya : la récolte recule",
         ("Le Kenya manque de pluie. La Tanzanie va aussi mal. Le Kenya importe du riz.\n\n"
         "L’armée kényane surveille le nord du pays."),
         "L’armée kényane surveille le nord du Kenya."),
        ("Un titre",
         "Une manifestation a eu lieu à Nantes. Le Kenya a soutenu la manifestation.",
         "Le Kenya a soutenu la manifestation à Nantes."),
        ("Un titre",
         "Kim Jong-un a visité Pékin. La Chine a remercié le dirigeant nord-coréen.",
         "La Chine a remercié Kim Jong-un."),
        ("Un titre",
         ("Le Premier ministre belge, Paul Arnoux, a visité Lyon. Le chef du gouvernement a visité"
         " Nantes."),
         "Paul Arnoux a visité Nantes."),
        ("Kenya : la colère monte",
         "Le Kenya a connu une manifestation. La manifestation a bloqué Nairobi.",
         "La manifestation au Kenya a bloqué Nairobi."),
        ("Corse : la colère monte",
         "Un policier a été blessé en Corse lors d’un défilé. Le Kenya a soutenu le défilé.",
         "Le Kenya a soutenu le défilé en Corse."),
        ("Un titre",
         "Paul Arnoux a critiqué la réforme. Ce dernier a visité Lyon.",
         "Paul Arnoux a visité Lyon."),
        ("Un titre",
         "Paul Arnoux a visité Nantes. Sa campagne a coûté deux millions d’euros.",
         "La campagne de Paul Arnoux a coûté deux millions d’euros."),
        ("Un titre",
         "Paul Arnoux a visité Nantes. Il a loué « la force d’Anne Mercœur ». Il a visité Lyon.",
         "Paul Arnoux a visité Lyon."),
    ],
)  # fmt: skip
def test_in_full(
    title: str, text: str, statement: str, models: Models, resources: Resources
) -> None:
    fact = last_fact(text, models, resources, title=title)
    assert fact.statement == statement
    assert fact.resolved_by
    assert fact.standalone


@pytest.mark.parametrize(
    "text",
    [
        (
            "Une attaque a frappé Nairobi. Une autre a visé Mombasa, puis un attentat a touché"
            " Kisumu. L’attaque a fait douze morts."
        ),
        (
            "Le ministre du Budget, Paul Arnoux, a visité Lyon. Le ministre de la Santé a refusé."
            " Le ministre a visité Nantes."
        ),
        "Paul Arnoux a félicité Jean Dubreuil. Ce dernier a visité Lyon.",
        "Paul Arnoux a visité Nantes. La banque italienne Arnoux a fermé.",
        "Le train relie Nantes à Angers. Le Kenya a aidé les habitants de la ville.",
        "Paul Arnoux a présenté un livre. Sa sortie est prévue à Lyon.",
        "Le prix du lait part à la hausse au Kenya. La loi Dubreuil inquiète le Kenya.",
    ],
)
def test_left_where_two_are_possible(text: str, models: Models, resources: Resources) -> None:
    fact = last_fact(text, models, resources)
    assert fact.resolved_by is None
    assert fact.statement in text


def test_a_speaker_with_a_bare_title_is_named(models: Models, resources: Resources) -> None:
    text = "Le ministre Paul Arnoux a visité Lyon. Selon le ministre, le Kenya a triplé l’aide."
    fact = last_fact(text, models, resources)
    assert fact.statement == "Selon Paul Arnoux, le Kenya a triplé l’aide."
    assert fact.attribution
    assert fact.attribution.entity == "paul-arnoux"


def test_what_leans_on_the_article_does_not_stand_alone(
    models: Models, resources: Resources
) -> None:
    assert not last_fact("L’attaque a fait douze morts à Lyon.", models, resources).standalone


def test_a_fall_is_not_told_by_its_place(models: Models, resources: Resources) -> None:
    text = "Le Kenya a connu une baisse. La baisse atteint 3 % à Nairobi."
    fact = last_fact(text, models, resources, title="Kenya : le tourisme recule")
    assert fact.resolved_by is None


def test_they_are_not_one_thing(models: Models, resources: Resources) -> None:
    text = "L’emballement des médias a surpris Nantes. Ils sont accusés d’avoir menti."
    article = to_article(Draft(title="Un titre", text=text, published_on=date(2025, 3, 14)))
    parsed = parse(article, models=models, resources=resources)
    statements = {fact.statement for fact in extract(parsed, resources=resources).facts}
    assert "L’emballement des médias a surpris Nantes." in statements
    assert not [s for s in statements if s.startswith("L’emballement des médias sont")]


def test_a_title_with_a_verb_names_nothing(models: Models, resources: Resources) -> None:
    text = "Le Rhin a débordé. L’accident s’est produit près du port de Mombasa."
    title = "Kenya : un accident de bus fait deux morts"
    fact = last_fact(text, models, resources, title=title)
    assert fact.statement == "L’accident s’est produit près du port de Mombasa."


def test_the_place_behind_a_definite_noun_may_be_the_verb_s(
    models: Models, resources: Resources
) -> None:
    text = (
        "Les documents ont été saisis par les enquêteurs à Nairobi. Les enquêteurs ont visité le"
        " port de Mombasa."
    )
    fact = last_fact(text, models, resources)
    assert fact.statement == "Les enquêteurs ont visité le port de Mombasa."


def test_il_est_rare_que_is_nobody(models: Models, resources: Resources) -> None:
    text = (
        "Jean Petit a visité Nairobi. Il est rare que Jean Petit quitte la ville de Brest en hiver."
    )
    article = to_article(Draft(title="Un titre", text=text))
    facts = extract(parse(article, models=models, resources=resources), resources=resources).facts
    assert not any("Petit est rare" in fact.statement for fact in facts)


def test_a_title_with_its_bearer_is_nobody_else_s(models: Models, resources: Resources) -> None:
    text = "Le Kenya a salué le président Jean Petit avec la diffusion du film Lac Vert à Nairobi."
    article = to_article(Draft(title="Un titre", text=text))
    facts = extract(parse(article, models=models, resources=resources), resources=resources).facts
    assert not any(fact.statement.startswith("Lac Vert est le président") for fact in facts)
