"""A name is linked when it is certain, and left alone otherwise."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.world import World

VISIT = (
    "Le président russe Vladimir Poutine est arrivé à Pyongyang, où Kim Jong-un l’attendait. "
    "Kim Jong-un l’a remercié ; le père de Kim Jong-un n’avait jamais reçu un tel accord."
)


@pytest.mark.parametrize(
    ("name", "entity_id"),
    [
        ("Vladimir Poutine", "vladimir-poutine"),
        ("Vladimir Vladimirovitch Poutine", "vladimir-poutine"),
        ("le président russe Vladimir Poutine", "vladimir-poutine"),
        ("M. Poutine", "vladimir-poutine"),
        ("Poutine", "vladimir-poutine"),
        ("Kim Jong Un", "kim-jong-un"),
        ("Kim", "kim-jong-un"),
        ("Pyongyang", "PRK"),
        ("la Corée du Nord", "PRK"),
        ("la RPDC", "PRK"),
        ("les Etats-Unis", "USA"),
        ("l'Otan", "otan"),
        ("Nations unies", "onu"),
    ],
)
def test_a_certain_name_is_linked(world: World, name: str, entity_id: str) -> None:
    assert world.link(name, VISIT) == entity_id


@pytest.mark.parametrize(
    "name",
    ["le dirigeant nord-coréen", "le chef de la Russie", "Johnson", "Dupont", "corée", "Sénat", ""],
)
def test_an_uncertain_name_is_left_alone(world: World, name: str) -> None:
    assert world.link(name, VISIT) is None


def test_a_shared_surname_needs_the_full_name(world: World) -> None:
    assert world.link("Kim", "Kim a parlé à la télévision.") is None
    both = "Kim Jong-un a succédé à Kim Jong-il. Kim a parlé."
    assert world.link("Kim", both) is None
    assert world.link("Carter", "Jimmy Carter est mort. Carter avait cent ans.") == "jimmy-carter"


def test_a_stranger_of_the_same_surname_forbids_the_link(world: World) -> None:
    assert world.link("Poutine", "Igor Poutine a ouvert une banque. Poutine est discret.") is None
    assert world.link("Kim", "Kim Jong-un a reçu Kim Kardashian. Kim a souri.") is None


def test_a_family_does_not_hide_its_office_holder(world: World) -> None:
    assert world.link("Trump", "Trump a signé un décret.") == "donald-trump"


def test_a_common_surname_waits_for_its_full_name(world: World) -> None:
    assert world.link("Johnson", "Boris Johnson démissionne. Johnson part.") == "boris-johnson"


@pytest.mark.parametrize(
    ("context", "entity_id"),
    [
        ("La Corée du Nord a tiré un missile.", "PRK"),
        ("La Corée du Sud a protesté.", "KOR"),
        ("La Corée du Nord et la Corée du Sud négocient.", None),
        ("La Corée est une péninsule.", None),
    ],
)
def test_a_shared_name_is_decided_by_the_context(
    world: World, context: str, entity_id: str | None
) -> None:
    assert world.link("Corée", context) == entity_id


def test_a_generic_name_means_the_institution_of_the_articles_country(world: World) -> None:
    at_home = "En France, le gouvernement français a saisi le Sénat."
    abroad = "Aux États-Unis, les sénateurs américains ont voté. La France observe."
    assert world.link("Sénat", at_home) == "senat-france"
    assert world.link("Sénat", abroad) is None


@given(st.text(max_size=40), st.text(max_size=200))
def test_any_text_is_answered(world: World, name: str, context: str) -> None:
    linked = world.link(name, context)
    assert linked is None or world.get(linked) is not None


@pytest.mark.parametrize(
    ("name", "context", "entity_id"),
    [
        ("Géorgie", "La Géorgie veut entrer dans l’Union européenne.", "GEO"),
        ("Géorgie", "Joe Biden a gagné la Géorgie, l’Arizona et la Pennsylvanie.", "georgie-usa"),
        ("Géorgie", "À Tbilissi, les Géorgiens votent.", "GEO"),
        ("Géorgie", "Née en Pennsylvanie, elle vit à Tbilissi, en Géorgie.", None),
        ("État de Géorgie", "Le gouverneur de l’État de Géorgie a signé.", "georgie-usa"),
        ("Congo", "À Kinshasa, le Congo a voté.", "COD"),
        ("Congo", "Denis Sassou-Nguesso dirige le Congo.", "COG"),
        ("Congo", "Le Congo est un fleuve.", None),
        ("Guinée", "La Guinée vote.", "GIN"),
        ("Guinée équatoriale", "La Guinée équatoriale vote.", "GNQ"),
        ("Guinée-Bissau", "La Guinée-Bissau vote.", "GNB"),
        ("Washington", "Washington refuse l’accord.", "USA"),
        ("État de Washington", "Les juges de l’État de Washington ont tranché.", "washington-etat"),
        ("Luxembourg", "Le Luxembourg a voté.", "LUX"),
        ("Mexico", "Mexico proteste.", "MEX"),
        ("Mexique", "Le Mexique proteste.", "MEX"),
        ("Nouveau-Mexique", "Le Nouveau-Mexique vote.", "nouveau-mexique"),
        ("Victoria", "Victoria a gagné son match.", None),
        ("Victoria", "Les Seychelles votent : à Victoria, la foule attend.", "SYC"),
        ("Vienne", "Vienne est une ville de l’Isère.", None),
        ("Vienne", "L’Autriche reçoit les négociateurs à Vienne.", "AUT"),
        ("Dominique", "Dominique a chanté.", None),
        ("Sofia", "Sofia a seize ans.", None),
        ("Wagner", "L’opéra de Wagner a été sifflé.", None),
        ("Wagner", "Les mercenaires de Wagner ont quitté la ville.", "wagner"),
        ("accord d’Alger", "À Bamako, la junte dénonce l’accord d’Alger.", "accord-d-alger-mali"),
        ("accord d’Alger", "L’accord d’Alger a été signé.", None),
        ("convention de Genève", "La convention de Genève protège les réfugiés.",
         "convention-refugies"),
        ("accords d’Oslo", "Les accords d’Oslo sont morts.", "accords-d-oslo"),
        ("accord de Doha", "L’accord de Doha a été signé au Liban.", None),
        ("accord de Doha", "Les talibans invoquent l’accord de Doha.", "accord-de-doha-2020"),
        ("George Bush", "George Bush a rencontré Gorbatchev après la chute du mur de Berlin.",
         "george-h-w-bush"),
        ("George Bush", "George Bush et Dick Cheney ont envahi l’Irak.", "george-w-bush"),
        ("Bush", "Bush a parlé.", None),
        ("Clinton", "Hillary Clinton a perdu. Clinton a reconnu sa défaite.", "hillary-clinton"),
        ("Clinton", "Clinton a parlé.", None),
        ("Mme Le Pen", "Mme Le Pen a parlé.", "marine-le-pen"),
        ("Le Pen", "Jean-Marie Le Pen est mort. Le Pen avait 96 ans.", "jean-marie-le-pen"),
        ("Macron", "Macron a parlé.", "emmanuel-macron"),
        ("Mme Macron", "Mme Macron a parlé.", "brigitte-macron"),
    ],
)  # fmt: skip
def test_what_several_bear_is_told_apart(
    world: World, name: str, context: str, entity_id: str | None
) -> None:
    assert world.link(name, context) == entity_id


@pytest.mark.parametrize(
    ("name", "meant", "entity_id"),
    [
        ("Pyongyang", "la Corée du Nord", "PRK"),
        ("Séoul", "la Corée du Sud", "KOR"),
        ("la Maison-Blanche", "les États-Unis", "USA"),
        ("Le Kremlin", "la Russie", "RUS"),
        ("l’Élysée", "la France", "FRA"),
        ("Matignon", "la France", "FRA"),
        ("Bercy", "la France", "FRA"),
        ("le Quai d’Orsay", "la France", "FRA"),
        ("Downing Street", "le Royaume-Uni", "GBR"),
        ("Ankara", "la Turquie", "TUR"),
        ("la Corée du Nord", None, "PRK"),
        ("Luxembourg", None, "LUX"),
        ("le Pentagone", None, "pentagone"),
    ],
)
def test_a_metonym_is_linked_and_says_what_it_stands_for(
    world: World, name: str, meant: str | None, entity_id: str
) -> None:
    assert world.link(name, f"{name} a refusé.") == entity_id
    assert world.metonym(name, entity_id) == meant


def test_brussels_is_a_city_or_the_union(world: World) -> None:
    assert world.link("Bruxelles", "Bruxelles et les Vingt-Sept négocient.") == "union-europeenne"
    assert world.link("Bruxelles", "La police belge a fouillé Bruxelles.") == "BEL"
    assert world.metonym("Bruxelles", "union-europeenne") == "l’Union européenne"


def test_names_are_spotted_with_their_capitals(world: World) -> None:
    text = (
        "L’accord de Paris et la résolution 1718 du Conseil de sécurité ; Paris-Saclay, le conseil "
        "de sécurité de l’usine, Canal+ et L'ONU."
    )
    assert [text[span.start : span.end] for span in world.spot(text)] == [
        "accord de Paris", "résolution 1718 du Conseil de sécurité", "ONU",
    ]  # fmt: skip


def test_a_name_does_not_reach_over_a_full_stop(world: World) -> None:
    text = "Le palais montre des portraits de Vladimir. Poutine a quitté Moscou."
    assert "Vladimir. Poutine" not in {text[s.start : s.end] for s in world.spot(text)}


@given(st.text(max_size=300))
def test_no_text_breaks_the_spotting(world: World, text: str) -> None:
    spans = world.spot(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(text[span.start : span.end].strip() for span in spans)
