"""Look-up, names in a sentence, sameness, offices and likely distractors."""

from datetime import date
from random import Random

import pytest

from quizapp.model import QuizappError
from quizapp.world import World

JUNE_2024 = date(2024, 6, 18)


@pytest.mark.parametrize(
    ("iso3", "place", "name", "of", "to"),
    [
        (
            "PRK",
            "en Corée du Nord",
            "la Corée du Nord",
            "de la Corée du Nord",
            "à la Corée du Nord",
        ),
        ("JPN", "au Japon", "le Japon", "du Japon", "au Japon"),
        ("USA", "aux États-Unis", "les États-Unis", "des États-Unis", "aux États-Unis"),
        ("CUB", "à Cuba", "Cuba", "de Cuba", "à Cuba"),
        ("IRN", "en Iran", "l’Iran", "de l’Iran", "à l’Iran"),
        ("ISR", "en Israël", "Israël", "d’Israël", "à Israël"),
        ("HTI", "en Haïti", "Haïti", "d’Haïti", "à Haïti"),
        ("HUN", "en Hongrie", "la Hongrie", "de la Hongrie", "à la Hongrie"),
        ("HND", "au Honduras", "le Honduras", "du Honduras", "au Honduras"),
        ("BRB", "à la Barbade", "la Barbade", "de la Barbade", "à la Barbade"),
        ("NLD", "aux Pays-Bas", "les Pays-Bas", "des Pays-Bas", "aux Pays-Bas"),
    ],
)
def test_a_country_in_a_sentence(
    world: World, iso3: str, place: str, name: str, of: str, to: str
) -> None:
    assert world.in_country(iso3) == place
    assert world.with_article(iso3) == name
    assert world.de(iso3) == of
    assert world.to(iso3) == to


@pytest.mark.parametrize(
    ("region", "place", "of"),
    [
        ("transnistrie", "en Transnistrie", "de la Transnistrie"),
        ("somaliland", "au Somaliland", "du Somaliland"),
        ("ohio", "dans l’Ohio", "de l’Ohio"),
        ("bande-de-gaza", "dans la bande de Gaza", "de la bande de Gaza"),
        ("chypre-du-nord", "à Chypre du Nord", "de Chypre du Nord"),
        ("haut-karabagh", "au Haut-Karabagh", "du Haut-Karabagh"),
    ],
)
def test_a_region_in_a_sentence(world: World, region: str, place: str, of: str) -> None:
    assert world.in_region(region) == place
    assert world.de(region) == of
    assert world.entity(region).kind == "place"


def test_inhabitants_have_capitals_and_a_plural(world: World) -> None:
    assert world.inhabitant("PRK", "m") == "Nord-Coréen"
    assert world.inhabitant("ZAF", "f", plural=True) == "Sud-Africaines"
    assert world.inhabitant("FRA", "m", plural=True) == "Français"


def test_a_state_that_is_no_more_is_known_without_a_map(world: World) -> None:
    assert world.de("urss") == "de l’URSS"
    assert world.same("Union soviétique", "URSS")
    assert world.entity("urss").kind == "other"


def test_an_organisation_in_a_sentence(world: World) -> None:
    assert world.de("onu") == "de l’ONU"
    assert world.to("hamas") == "au Hamas"
    assert world.de("gardiens-de-la-revolution") == "des Gardiens de la révolution"
    assert world.with_article("airbus") == "Airbus"


@pytest.mark.parametrize(
    ("word", "iso3"),
    [
        ("nord-coréen", "PRK"),
        ("Nord-Coréennes", "PRK"),
        ("américains", "USA"),
        ("azéri", "AZE"),
        ("nigérien", "NER"),
        ("nigérian", "NGA"),
        ("congolais", None),
        ("bleu", None),
    ],
)
def test_a_demonym_names_its_country(world: World, word: str, iso3: str | None) -> None:
    assert world.demonym(word) == iso3


@pytest.mark.parametrize(
    "name", ["l'ONU", "L’Onu", "Organisation des Nations Unies", "les Nations unies"]
)
def test_spelling_variants_find_one_record(world: World, name: str) -> None:
    assert [record.id for record in world.find(name)] == ["onu"]


def test_common_words_are_no_names(world: World) -> None:
    assert world.find("berne") == ()
    assert world.find("riga") == ()
    assert world.find("ei") == ()
    assert [record.id for record in world.find("EI")] == ["etat-islamique"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Pyongyang", "PRK"),
        ("le Kremlin", "la Russie"),
        ("Moscou", "Kremlin"),
        ("la Maison-Blanche", "Washington"),
        ("RPDC", "Corée du Nord"),
        ("Poutine", "vladimir-poutine"),
        ("Vladimir Vladimirovitch Poutine", "le président Poutine"),
        ("Daech", "l’État islamique"),
        ("Bruxelles", "l’Union européenne"),
    ],
)
def test_two_names_of_one_thing_are_the_same(world: World, a: str, b: str) -> None:
    assert world.same(a, b)
    assert world.same(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [("Séoul", "Pyongyang"), ("PRK", "KOR"), ("Poutine", "Lavrov"), ("Niger", "Nigeria")],
)
def test_two_things_are_not_the_same(world: World, a: str, b: str) -> None:
    assert not world.same(a, b)


def test_a_capital_is_told_from_its_country(world: World) -> None:
    assert world.is_metonym("Pyongyang", "PRK")
    assert world.is_metonym("le Kremlin", "RUS")
    assert not world.is_metonym("la Corée du Nord", "PRK")
    assert not world.is_metonym("Séoul", "PRK")


def test_an_article_that_belongs_to_the_name_is_needed(world: World) -> None:
    assert [record.id for record in world.find("Le Monde")] == ["le-monde"]
    assert world.find("Monde") == ()
    assert [record.id for record in world.find("Le Caire")] == ["EGY"]


def test_membership_has_its_dates(world: World) -> None:
    assert world.organisation("union-europeenne").has_member("GBR", date(2019, 5, 1))
    assert not world.organisation("union-europeenne").has_member("GBR", date(2021, 5, 1))
    assert world.organisation("brics").has_member("IDN", date(2025, 2, 1))
    assert not world.organisation("brics").has_member("IDN", date(2024, 2, 1))
    assert not world.organisation("otan").has_member("SWE", date(2024, 3, 6))
    assert not world.organisation("otan").has_member("RUS", JUNE_2024)


def test_an_office_is_that_of_the_day(world: World) -> None:
    office = world.office_at("andrei-belooussov", JUNE_2024)
    assert office is not None
    assert office.title == "ministre de la Défense"
    before = world.office_at("serguei-choigou", date(2024, 5, 1))
    assert before is not None
    assert before.title == "ministre de la Défense"
    assert world.office_at("jens-stoltenberg", date(2024, 11, 1)) is None


def test_an_entity_is_described_as_of_the_day(world: World) -> None:
    then = world.entity("joe-biden", JUNE_2024)
    later = world.entity("joe-biden", date(2025, 3, 1))
    assert then.description == "président des États-Unis"
    assert later.description == "ancien président des États-Unis"
    assert world.entity("otan").description == "Organisation du traité de l’Atlantique Nord"
    assert "Pyongyang" in world.entity("PRK").aliases
    assert world.entity("PRK").kind == "country"
    assert world.entity("tnp").kind == "treaty"


@pytest.mark.parametrize(
    ("person", "description"),
    [
        ("andrei-belooussov", "ministre russe de la Défense"),
        ("lloyd-austin", "secrétaire américain à la Défense"),
        ("antony-blinken", "secrétaire d’État américain"),
        ("janet-yellen", "secrétaire américaine au Trésor"),
        ("giorgia-meloni", "présidente du Conseil (Italie)"),
        ("olaf-scholz", "chancelier allemand"),
        ("jens-stoltenberg", "secrétaire général de l’OTAN"),
        ("alexandre-novak", "vice-Premier ministre russe"),
        ("angela-merkel", "ancienne chancelière allemande"),
    ],
)
def test_an_office_is_printed_with_its_country(world: World, person: str, description: str) -> None:
    assert world.entity(person, JUNE_2024).description == description


def test_an_unknown_id_is_an_error_that_says_so(world: World) -> None:
    with pytest.raises(QuizappError, match="knows no Country ZZZ"):
        world.country("ZZZ")
    with pytest.raises(QuizappError, match="knows no Person PRK"):
        world.person("PRK")
    with pytest.raises(QuizappError, match="knows no nobody"):
        world.entity("nobody")


def test_peers_of_a_country_are_its_neighbourhood(world: World) -> None:
    near = world.peers("PRK", 4, Random(1), JUNE_2024)
    assert "KOR" in near
    assert set(near) <= {"CHN", "KOR", "JPN", "RUS", "MNG", "TWN"}


def test_peers_of_a_minister_are_ministers_of_the_time(world: World) -> None:
    near = world.peers("lloyd-austin", 6, Random(1), JUNE_2024)
    assert "lloyd-austin" not in near
    assert len(set(near)) == 6
    alive = [world.person(person_id) for person_id in near]
    assert all(person.died is None or person.died >= "2024-06-18" for person in alive)


def test_peers_are_those_of_the_same_seed(world: World) -> None:
    assert world.peers("otan", 5, Random(7), JUNE_2024) == world.peers(
        "otan", 5, Random(7), JUNE_2024
    )
    assert {world.peers("FRA", 12, Random(seed), None) for seed in range(8)} != {
        world.peers("FRA", 12, Random(0), None)
    }


def test_peers_of_a_region_are_of_its_kind(world: World) -> None:
    assert set(world.peers("ohio", 20, Random(1), None)) <= {
        region.id for region in world.regions() if region.within == ("USA",)
    }


def test_an_organisation_that_did_not_exist_is_no_peer(world: World) -> None:
    assert "aes" not in world.peers("cedeao", 300, Random(1), date(2020, 1, 1))
    assert "aes" in world.peers("cedeao", 300, Random(1), date(2024, 1, 1))
