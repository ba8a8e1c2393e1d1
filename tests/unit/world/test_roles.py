"""An article's title against the offices on record."""

from datetime import date

import pytest

from quizapp.world import World

JUNE_2024 = date(2024, 6, 18)


def test_a_wrong_title_is_told_in_french(world: World) -> None:
    warning = world.check_role("lloyd-austin", "secrétaire d’État", JUNE_2024)
    assert warning == (
        "L’article dit «\u202fsecrétaire d’État\u202f»\u202f; à notre connaissance, "
        "Lloyd Austin était alors secrétaire à la Défense."
    )


@pytest.mark.parametrize(
    ("person", "title"),
    [
        ("lloyd-austin", "secrétaire américain à la Défense"),
        ("lloyd-austin", "ministre de la Défense"),
        ("antony-blinken", "secrétaire d'Etat"),
        ("antony-blinken", "chef de la diplomatie américaine"),
        ("andrei-belooussov", "nouveau ministre russe de la Défense"),
        ("vladimir-poutine", "chef de l’État"),
        ("kim-jong-un", "dirigeant"),
        ("barack-obama", "ancien président"),
        ("donald-trump", "ex-président"),
        ("pedro-sanchez", "Premier ministre"),
        ("valeri-guerassimov", "chef d’état-major"),
        ("elon-musk", "président"),
        ("lloyd-austin", "ancien secrétaire d’État"),
        ("gerald-darmanin", "ministre des Comptes publics"),
        ("francois-hollande", "président du conseil général de la Corrèze"),
        ("antony-blinken", "ministre"),
        ("edouard-philippe", "maire du Havre"),
    ],
)
def test_a_title_that_agrees_or_says_nothing_passes(world: World, person: str, title: str) -> None:
    assert world.check_role(person, title, JUNE_2024) is None


@pytest.mark.parametrize(
    ("person", "title"),
    [
        ("denis-mantourov", "ministre de la Défense"),
        ("francois-hollande", "président"),
        ("francois-hollande", "président de la République"),
        ("antony-blinken", "secrétaire américain à la Défense"),
        ("valeri-guerassimov", "chef de l’État"),
    ],
)
def test_a_title_that_contradicts_is_reported(world: World, person: str, title: str) -> None:
    assert world.check_role(person, title, JUNE_2024) is not None


def test_a_title_depends_on_the_day(world: World) -> None:
    assert world.check_role("jens-stoltenberg", "secrétaire général", JUNE_2024) is None
    assert world.check_role("jens-stoltenberg", "secrétaire général", date(2025, 1, 1)) is not None


def test_the_record_does_not_speak_of_days_that_it_does_not_vouch_for(world: World) -> None:
    assert world.check_role("mark-rutte", "Premier ministre", date(2031, 1, 1)) is None
    assert world.check_role("mark-rutte", "Premier ministre", date(2025, 1, 1)) is not None


def test_without_a_day_only_one_ministry_for_another_is_contradicted(world: World) -> None:
    assert world.check_role("lloyd-austin", "secrétaire d’État américain", None) == (
        "L’article dit «\u202fsecrétaire d’État américain\u202f»\u202f; à notre connaissance, "
        "Lloyd Austin a été secrétaire à la Défense."
    )
    assert world.check_role("lloyd-austin", "secrétaire à la Défense", None) is None
    assert world.check_role("jean-yves-le-drian", "ministre des Finances", None) is None
    assert world.check_role("mark-rutte", "Premier ministre", None) is None
    assert world.check_role("mark-rutte", "ministre de la Défense", None) is None


def test_the_weeks_of_a_handover_are_not_argued_about(world: World) -> None:
    assert (
        world.check_role("andrei-belooussov", "ministre de la Défense", date(2024, 5, 12)) is None
    )
    assert world.check_role("emmanuel-macron", "président", date(2017, 5, 8)) is None
    assert world.check_role("emmanuel-macron", "président", date(2017, 1, 8)) is not None


def test_nobody_is_warned_of_his_own_office(world: World) -> None:
    for person in world.people():
        for office in person.offices:
            start = f"{office.start}-01-01"[:10] if office.start else "2020-01-01"
            on = date.fromisoformat(start if len(office.start or "") != 7 else f"{office.start}-15")
            assert world.check_role(person.id, office.title, on) is None, person.id
            assert world.check_role(person.id, office.title, None) is None, person.id
            described = world.entity(person.id, on).description
            if described:
                assert world.check_role(person.id, described, on) is None, person.id
