"""A name is linked when it is certain, and left alone otherwise."""

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
