"""A teacher at the workbench: by keyboard, with the evidence beside."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from quizapp.resources import Resources
from tests import factories
from tests.browser.axe import violations
from tests.sites import open_database, open_site, serving
from tests.unit.services.scene import Scene
from tests.web.visitor import Visitor

pytestmark = pytest.mark.browser


@dataclass
class Bench:
    page: Page
    url: str
    set_id: str


@pytest.fixture
def bench(browser: Browser, tmp_path: Path, resources: Resources) -> Iterator[Bench]:
    """The invented set open at its owner's, every question still to read."""
    database = open_database(tmp_path)
    app = open_site(database, resources=resources)
    scene = Scene(database)
    teacher = scene.teacher()
    questions = [q.model_copy(update={"status": "proposed"}) for q in factories.questions()]
    facts = (*factories.facts(), *factories.many_facts())
    set_id = scene.analysed(teacher, questions=tuple(questions), facts=facts)
    cookie = Visitor(app).be(teacher.user_id or 0).client.get_cookie("quizapp")
    assert cookie is not None
    with serving(app) as url:
        context = browser.new_context(
            viewport={"width": 1280, "height": 500}, locale="en-GB", reduced_motion="reduce"
        )
        context.add_cookies([{"name": "quizapp", "value": cookie.value, "url": url}])
        page = context.new_page()
        page.goto(f"{url}/desk/{set_id}")
        yield Bench(page, url, set_id)
        context.close()
    database.close()


def test_approving_by_keyboard_goes_on_to_the_next(bench: Bench) -> None:
    page = bench.page
    items = page.locator("#questions-title ~ .proposals > .proposal")
    page.keyboard.press("j")
    expect(items.first).to_be_focused()
    first, second = items.first.get_attribute("id"), items.nth(1).get_attribute("id")
    page.keyboard.press("a")
    expect(page.locator(f"#{second}")).to_be_focused()
    expect(page.locator(f"#{first}")).to_contain_text("approved")
    page.keyboard.press("x")
    expect(page.locator(f"#{second}")).to_be_hidden()
    expect(page.locator(".proposal:focus")).to_have_count(1)
    here = page.locator(".proposal:focus").get_attribute("id")
    page.keyboard.press("u")
    expect(page.locator(f"#{second}")).to_contain_text("to read")
    expect(page.locator(f"#{here}")).to_be_focused()
    page.keyboard.press("e")
    page.wait_for_url(f"**/questions/{(here or '').removeprefix('item-')}")


def test_a_proposal_turns_the_text_to_its_evidence(bench: Bench) -> None:
    page = bench.page
    top = page.evaluate("scrollY")
    page.locator(f"#item-{factories.ordering().id}").evaluate(
        "item => item.focus({preventScroll: true})"
    )
    expect(page.locator("#text .lit").first).to_be_in_viewport()
    assert page.evaluate("scrollY") == top


def test_from_approval_to_assignment_without_a_detour(bench: Bench) -> None:
    page = bench.page
    page.get_by_role("button", name="that are sure").click()
    expect(page.locator("#proposals [role=status]").last).to_contain_text("approved")
    assert not violations(page)
    page.get_by_role("link", name="Make a quiz").click()
    page.get_by_role("button", name="Save and assign").click()
    page.get_by_label("Name of the course").fill("Seconde B")
    page.get_by_role("button", name="Create the course").click()
    page.get_by_role("button", name="Assign").click()
    expect(page.locator("#flashes")).to_contain_text("assigned")


def test_facts_are_filtered_in_place_and_decided_by_keyboard(bench: Bench) -> None:
    page = bench.page
    page.get_by_role("link", name="Facts 61").click()
    page.get_by_role("navigation", name="Facts to show").get_by_role("link", name="To read").click()
    items = page.locator(".proposal")
    expect(items).to_have_count(16)
    expect(page).to_have_url(f"{bench.url}/desk/{bench.set_id}/facts?show=to-read#proposals")
    expect(page.locator("[aria-current=true]")).to_be_focused()
    page.keyboard.press("j")
    first, second = items.first.get_attribute("id"), items.nth(1).get_attribute("id")
    expect(page.locator("#text .lit").first).to_be_in_viewport()
    page.keyboard.press("a")
    expect(page.locator(f"#{second}")).to_be_focused()
    expect(items).to_have_count(15)
    page.keyboard.press("x")
    expect(items).to_have_count(14)
    expect(page.locator(".proposal:focus")).to_have_count(1)
    page.keyboard.press("u")
    expect(page.locator(f"#{second}")).to_be_visible()
    expect(page.locator(f"#{first}")).to_have_count(0)
    expect(page.locator(".proposal:focus")).to_have_count(1)
    page.keyboard.press("e")
    page.wait_for_url("**/facts/fait-*")
    page.get_by_role("link", name="Back to the facts").click()
    expect(page.locator("#proposals")).to_be_visible()


def test_the_facts_fit_a_telephone(bench: Bench) -> None:
    page = bench.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{bench.url}/desk/{bench.set_id}/facts")
    page.locator(".proof summary").first.click()
    expect(page.locator(".proof mark").first).to_be_visible()
    assert not violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
