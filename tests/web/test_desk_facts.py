"""The facts of an article on the desk: their order, filters, pages, decisions."""

import re

import pytest
from flask import Flask

from quizapp.services.access import Actor
from quizapp.store import Database
from quizapp.web.desk.fact_list import FILTERS, PER_PAGE, Listing, listing, notes_of
from tests import factories
from tests.unit.services.scene import Scene
from tests.web.visitor import Visitor

FACTS = factories.many_facts()


def ids(found: Listing) -> list[str]:
    return [item.fact.id for group in found.groups for item in group.items]


def test_what_needs_a_person_comes_first() -> None:
    found = listing(FACTS)
    first, second, *_ = found.groups
    assert [group.name for group in found.groups] == ["warned", "proposed", "accepted"]
    assert all(item.fact.warnings for item in first.items)
    assert [item.certainty for item in second.items] == ["likely"] * 6 + ["doubtful"] * 5


def test_facts_of_one_certainty_follow_the_text() -> None:
    for group in listing(FACTS).groups:
        certainties = {item.certainty for item in group.items} if group.name == "proposed" else {""}
        for name in certainties:
            places = [
                item.fact.evidence.start for item in group.items if name in ("", item.certainty)
            ]
            assert places == sorted(places)


def test_the_pages_hold_each_fact_once() -> None:
    first, second = (listing(FACTS, number=number) for number in (1, 2))
    assert len(ids(first)) == PER_PAGE
    assert sorted(ids(first) + ids(second)) == sorted(fact.id for fact in FACTS)
    assert second.groups[-1].name == "rejected"


@pytest.mark.parametrize(("number", "shown"), [(0, 1), (-3, 1), (99, 2)])
def test_a_page_that_does_not_exist_is_the_nearest(number: int, shown: int) -> None:
    assert listing(FACTS, number=number).number == shown


def test_the_page_is_that_of_the_fact_in_focus() -> None:
    last = ids(listing(FACTS, number=2))[-1]
    assert listing(FACTS, focus=last).holds(last)
    assert listing(FACTS, focus="nobody").number == 1


def test_one_reads_on_over_the_end_of_a_page() -> None:
    first, second = (listing(FACTS, number=number) for number in (1, 2))
    assert first.groups[-1].items[-1].next == ids(second)[0]
    assert second.groups[-1].items[-1].next is None


def test_each_filter_tells_how_many_it_lets_through() -> None:
    for shown in FILTERS:
        pages = [listing(FACTS, shown=shown, number=n) for n in (1, 2)][
            : 2 if shown == "all" else 1
        ]
        assert sum(len(ids(page)) for page in pages) == pages[0].counts[shown]
    assert listing(FACTS).counts == {
        "all": 52, "to-read": 16, "accepted": 31, "leaning": 5, "warned": 5,
    }  # fmt: skip


def test_a_note_tells_the_words_apart_from_what_they_mean() -> None:
    resolved = "« il » : sujet de la phrase précédente ; « Oslo » : la Norvège ; qui parle"
    fact = FACTS[0].model_copy(update={"resolved_by": resolved})
    assert [(note.said, note.why) for note in notes_of(fact)] == [
        ("il", "sujet de la phrase précédente"),
        ("Oslo", "la Norvège"),
        (None, "qui parle"),
    ]


@pytest.fixture
def lea(database: Database) -> Actor:
    return Scene(database).teacher()


@pytest.fixture
def teacher(app: Flask, lea: Actor) -> Visitor:
    return Visitor(app).be(lea.user_id or 0)


@pytest.fixture
def desk(database: Database, lea: Actor) -> str:
    """Where a set with many facts stands on its teacher's desk."""
    return f"/desk/{Scene(database).analysed(lea, facts=FACTS, questions=())}"


def shown(page: str) -> list[str]:
    return re.findall(r'id="item-(fait-\d+)"', page)


def test_a_filter_works_by_its_address(teacher: Visitor, desk: str) -> None:
    page = teacher.read(f"{desk}/facts?show=warned")
    assert sorted(shown(page)) == sorted(fact.id for fact in FACTS if fact.warnings)
    assert teacher.get(f"{desk}/facts?show=nonsense").status_code == 404


def test_htmx_gets_the_list_alone(teacher: Visitor, desk: str) -> None:
    part = teacher.read(f"{desk}/facts?show=leaning", headers={"HX-Request": "true"})
    assert "<html" not in part
    assert len(shown(part)) == 5
    going_back = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in teacher.read(f"{desk}/facts", headers=going_back)


def test_a_decision_keeps_the_filter(teacher: Visitor, desk: str) -> None:
    page = teacher.read(f"{desk}/facts?show=to-read")
    first, second = shown(page)[:2]
    answer = teacher.post(f"{desk}/facts/{first}/accept?show=to-read", {"next": second})
    assert answer.headers["Location"] == f"{desk}/facts?show=to-read&focus={second}#item-{second}"
    left = shown(teacher.read(answer.headers["Location"]))
    assert left == shown(page)[1:]
    undone = teacher.post(f"{desk}/undo?show=to-read")
    assert shown(teacher.read(undone.headers["Location"])) == shown(page)


def test_all_that_are_sure_are_accepted_but_none_with_a_warning(
    database: Database, teacher: Visitor, lea: Actor
) -> None:
    facts = [
        fact.model_copy(update={"status": "proposed"}) if fact.status == "accepted" else fact
        for fact in FACTS
    ]
    desk = f"/desk/{Scene(database).analysed(lea, facts=tuple(facts), questions=())}"
    assert "Accept all 21 that are sure" in teacher.read(f"{desk}/facts")
    page = teacher.follow(f"{desk}/accept-confident-facts?show=to-read")
    assert "21 facts accepted." in page
    warned = {fact.id for fact in FACTS if fact.warnings}
    assert warned <= set(shown(page))
    assert "that are sure" not in page


def test_a_fact_tells_what_is_known_of_it(teacher: Visitor, desk: str) -> None:
    page = teacher.read(f"{desk}/facts?show=leaning")
    item = page.partition('id="item-fait-3"')[2].partition("</li>")[0]
    assert "quotation" not in item
    assert "likely" in item
    assert "71%" in item
    assert "leans on the article" in item
    assert FACTS[3].evidence.text in item
    assert "Awa Diallo" in item


@pytest.mark.parametrize(
    ("facts", "show", "told"),
    [
        ((), "all", "No fact could be found"),
        (factories.facts(), "to-read", "every fact is decided"),
        (factories.facts(), "leaning", "understood by itself"),
        (factories.facts(), "warned", "No fact has a warning"),
        (FACTS[:1], "accepted", "No fact is accepted yet"),
    ],
)
def test_an_empty_list_says_why(
    database: Database,
    teacher: Visitor,
    lea: Actor,
    facts: tuple[object, ...],
    show: str,
    told: str,
) -> None:
    set_id = Scene(database).analysed(lea, facts=facts, questions=())
    page = teacher.read(f"/desk/{set_id}/facts?show={show}")
    assert told in page
    assert not shown(page)


def test_a_corrected_fact_is_found_again(teacher: Visitor, desk: str) -> None:
    clause = "[subject Les négociations] [verb ont commencé] [place à Dakar]"
    fact_id = FACTS[-1].id
    answer = teacher.post(f"{desk}/facts/{fact_id}", {"clause": clause})
    assert fact_id in shown(teacher.read(answer.headers["Location"]))


def test_nobody_else_sees_or_decides_them(app: Flask, database: Database, desk: str) -> None:
    other = Scene(database).teacher("bob@example.org")
    stranger = Visitor(app).be(other.user_id or 0)
    assert stranger.get(f"{desk}/facts").status_code == 404
    assert stranger.post(f"{desk}/accept-confident-facts").status_code == 404
    assert stranger.post(f"{desk}/facts/fait-0/accept").status_code == 404
