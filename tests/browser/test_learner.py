"""A learner's pages in chromium: by keyboard, by tap, without JavaScript, with axe."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from quizapp.resources import Resources
from tests import factories
from tests.browser.axe import violations
from tests.browser.taps import match_in_order
from tests.sites import open_database, open_site, serving

pytestmark = pytest.mark.browser

SET = f"/articles/{factories.SET_ID}"
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}


@pytest.fixture
def url(tmp_path: Path, resources: Resources) -> Iterator[str]:
    database = open_database(tmp_path, study_sets=[factories.study_set()])
    with serving(open_site(database, resources=resources)) as address:
        yield address
    database.close()


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A browser of its own, in English; a test's parameters change its context."""
    options = {"viewport": DESKTOP, "locale": "en-GB", "reduced_motion": "reduce"}
    marker = request.node.get_closest_marker("context")
    context = browser.new_context(**options | (marker.kwargs if marker else {}))
    opened = context.new_page()
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.on(
        "console",
        lambda message: (
            problems.append(message.text) if "Content Security" in message.text else None
        ),
    )
    yield opened
    context.close()
    assert not problems


def begin(page: Page, url: str) -> None:
    page.goto(url + SET)
    page.locator(".reading-end .button").click()
    page.wait_for_url("**/attempts/*", wait_until="load")
    expect(page.locator(".quiz-form")).to_be_visible()


def skip_to(page: Page, kind: str) -> None:
    """Answers anything until a question of that kind comes."""
    while page.locator("[name=kind]").get_attribute("value") != kind:
        for field in page.locator(".option input").all()[:1]:
            field.check()
        for field in page.locator(".typed").all():
            field.fill("douze")
        for field in page.locator(".quiz-form select:visible").all():
            field.select_option(index=1)
        match_in_order(page)
        page.locator(".quiz-form [type=submit]").click()
        page.locator("[data-continue]").click()
        expect(page.locator(".quiz-form")).to_be_visible()


def test_a_question_is_answered_by_two_keys(page: Page, url: str) -> None:
    begin(page, url)
    page.keyboard.press("2")
    expect(page.locator("[data-key='2']")).to_be_checked()
    page.keyboard.press("Enter")
    verdict = page.locator(".feedback h2")
    expect(verdict).to_contain_text("Right")
    expect(verdict).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".quiz-count")).to_have_text("Question 2 of 9")


def test_the_article_stands_beside_the_question_and_stays(page: Page, url: str) -> None:
    begin(page, url)
    passage = page.locator("#passage")
    expect(passage).to_be_visible()
    before = passage.bounding_box()
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    expect(page.locator(".feedback")).to_be_visible()
    assert passage.bounding_box() == before
    expect(passage.locator("mark")).to_have_text(factories.SIGNED)
    page.locator("[data-continue]").click()
    expect(page.locator(".quiz-form")).to_be_visible()
    expect(passage.locator("mark")).to_have_count(0)


def test_reloading_and_going_back_lose_nothing(page: Page, url: str) -> None:
    begin(page, url)
    page.keyboard.press("2")
    page.keyboard.press("Enter")
    expect(page.locator(".feedback")).to_be_visible()
    page.reload()
    expect(page.locator(".feedback h2")).to_contain_text("Right")
    page.locator("[data-continue]").click()
    expect(page.locator(".quiz-count")).to_have_text("Question 2 of 9")
    page.go_back()
    expect(page.locator(".feedback h2")).to_contain_text("Right")


def test_items_are_ordered_by_keyboard(page: Page, url: str) -> None:
    begin(page, url)
    skip_to(page, "ordering")
    first = page.locator(".order-item").first
    text = first.locator("label").inner_text()
    down = first.locator("[data-move=down]")
    down.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".order-item").nth(1).locator("label")).to_have_text(text)
    page.keyboard.press("Enter")
    last = page.locator(".order-item").nth(2)
    expect(last.locator("label")).to_have_text(text)
    expect(last.locator("[data-move=up]")).to_be_focused()
    page.locator(".quiz-form [type=submit]").click()
    expect(page.locator(".feedback h2")).to_contain_text("Right")


@pytest.mark.context(viewport=PHONE, has_touch=True, is_mobile=True)
def test_pairs_are_made_and_undone_by_taps(page: Page, url: str) -> None:
    begin(page, url)
    skip_to(page, "matching")
    answer = dict(factories.matching().answer)
    lefts, rights = page.locator("[data-tap=left]"), page.locator("[data-tap=right]")
    lefts.first.tap()
    rights.first.tap()
    expect(lefts.first).to_contain_text(rights.first.inner_text())
    lefts.first.tap()
    expect(page.locator(".tap-right")).to_have_count(0)
    lefts.first.tap()
    for left in lefts.all():
        page.locator("[data-tap=right]", has_text=answer[left.inner_text()]).tap()
        left.tap()
    for target in [*lefts.all(), *rights.all()]:
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    assert not violations(page)
    page.locator(".quiz-form [type=submit]").tap()
    expect(page.locator(".feedback h2")).to_contain_text("Right")


def test_pairs_are_made_by_keyboard(page: Page, url: str) -> None:
    begin(page, url)
    skip_to(page, "matching")
    left, right = page.locator("[data-tap=left]").nth(1), page.locator("[data-tap=right]").nth(2)
    left.focus()
    page.keyboard.press("Enter")
    expect(left).to_have_attribute("aria-pressed", "true")
    right.focus()
    page.keyboard.press("Space")
    expect(left).to_contain_text(right.inner_text())


@pytest.mark.context(viewport=PHONE, has_touch=True, is_mobile=True)
def test_a_country_is_chosen_on_the_map_or_in_the_list(page: Page, url: str) -> None:
    begin(page, url)
    skip_to(page, "map")
    assert page.locator(".chosen").count() == 0
    page.locator("path[data-country=NOR]").dispatch_event("click")
    expect(page.locator("#country")).to_have_value("NOR")
    page.locator("#country").select_option("SEN")
    expect(page.locator(".chosen")).to_have_attribute("data-country", "SEN")
    page.locator(".quiz-form [type=submit]").tap()
    expect(page.locator(".feedback h2")).to_contain_text("Right")


def test_a_letter_key_writes_where_the_caret_was(page: Page, url: str) -> None:
    begin(page, url)
    skip_to(page, "short_answer")
    field = page.locator(".typed")
    field.fill("Gorée")
    field.press("Home")
    page.get_by_role("button", name="œ", exact=True).click()
    expect(field).to_have_value("œGorée")
    expect(field).to_be_focused()
    for name, value in (("autocomplete", "off"), ("spellcheck", "false"), ("lang", "fr")):
        expect(field).to_have_attribute(name, value)


def test_an_error_stands_where_notices_stand_and_keeps_the_answer(page: Page, url: str) -> None:
    begin(page, url)
    page.locator("[data-key='1']").check()
    page.locator("[name=client_id]").evaluate("field => field.form.kind.value = 'unknown'")
    page.keyboard.press("Enter")
    expect(page.locator("#flashes")).to_contain_text("not complete")
    expect(page.locator("[data-key='1']")).to_be_checked()


def test_a_word_is_looked_up_by_keyboard(page: Page, url: str) -> None:
    page.goto(url + SET)
    page.locator("#text").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator(".meanings-form")).to_have_text("accord")
    page.keyboard.press("Escape")
    expect(page.locator("#meaning")).to_be_empty()
    expect(page.locator("#text")).to_be_focused()


@pytest.mark.context(viewport=PHONE, has_touch=True, is_mobile=True)
def test_a_tapped_word_opens_a_sheet_and_is_saved(page: Page, url: str) -> None:
    page.goto(url + SET)
    page.locator(".known-word", has_text="chalutiers").tap()
    sheet = page.locator("#meaning")
    expect(sheet).to_contain_text("trawler")
    box = sheet.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] == pytest.approx(PHONE["height"], abs=1)
    assert not violations(page)
    sheet.get_by_role("button", name="Save the word").tap()
    expect(sheet).to_contain_text("In your list")


@pytest.mark.context(viewport=PHONE, has_touch=True, is_mobile=True)
def test_on_a_phone_the_article_is_a_sheet(page: Page, url: str) -> None:
    begin(page, url)
    expect(page.locator("#passage")).to_be_hidden()
    page.get_by_role("link", name="Read the article").tap()
    expect(page.locator("#passage")).to_be_visible()
    assert not violations(page)
    page.get_by_role("link", name="Back to the question").tap()
    expect(page.locator("#passage")).to_be_hidden()
    submit = page.locator(".quiz-form [type=submit]").bounding_box()
    assert submit is not None
    assert submit["y"] + submit["height"] < PHONE["height"], "the question needs scrolling"


def test_a_fact_lights_its_evidence(page: Page, url: str) -> None:
    page.goto(url + SET)
    page.locator("#facts-title").click()
    page.locator("[data-lights='fact-norvege-verse']").focus()
    lit = page.locator("#text .lit").all_inner_texts()
    assert " ".join("".join(lit).split()) == factories.PAID


def test_reviews_by_keyboard(page: Page, url: str) -> None:
    page.goto(f"{url}{SET}/words?form=chalutiers")
    page.get_by_role("button", name="Save the word").first.click()
    expect(page.locator("#meaning")).to_contain_text("In your list")
    page.goto(f"{url}/review")
    expect(page.locator(".review-card")).to_contain_text("chalutiers")
    expect(page.locator(".review-card")).not_to_contain_text("trawler")
    page.keyboard.press("Space")
    expect(page.locator(".review-card")).to_contain_text("trawler")
    expect(page.locator(".review-card [data-focus]")).to_be_focused()
    assert len(page.locator("[data-rating]").all()) == 4
    page.keyboard.press("4")
    expect(page.locator("#review")).to_contain_text("Done for today")
    expect(page.locator("#review h1")).to_be_focused()
    page.keyboard.press("u")
    expect(page.locator("[data-turn]")).to_be_visible()


@pytest.mark.context(java_script_enabled=False)
def test_reading_and_answering_need_no_javascript(page: Page, url: str) -> None:
    page.goto(url + SET)
    page.locator("#look-up").fill("chalutiers")
    page.get_by_role("button", name="Look up").click()
    expect(page.locator("#meaning")).to_contain_text("trawler")
    begin(page, url)
    for number in range(1, 10):
        expect(page.locator(".quiz-count")).to_have_text(f"Question {number} of 9")
        for field in page.locator(".option input").all()[:1]:
            field.check()
        for field in page.locator(".typed").all():
            field.fill("douze")
        for field in page.locator("select:not(.order-place)").all():
            field.select_option(index=1)
        page.locator(".quiz-form [type=submit]").click()
        page.locator(".feedback .quiz-actions .button").click()
    expect(page.locator(".score")).to_be_visible()


@pytest.mark.context(viewport={"width": 640, "height": 450})
def test_nothing_scrolls_sideways_at_200_percent(page: Page, url: str) -> None:
    """A window of 1280 at 200 % lays out as one of 640."""
    for path in ("/", SET, f"{SET}/deck", "/login", "/me/progress", "/sources"):
        page.goto(url + path)
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), path


def test_targets_are_large_enough(page: Page, url: str) -> None:
    begin(page, url)
    for target in page.locator(".option, .button, .nav a, .wordmark").all():
        box = target.bounding_box()
        if box:
            assert box["height"] >= 44, target.inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, url: str, scheme: str) -> None:
    page = browser.new_page(viewport=DESKTOP, locale="fr-FR", color_scheme=scheme)  # type: ignore[arg-type]
    for path in ("/", SET, f"{SET}/deck", f"{SET}/words?form=accord", "/login", "/register", "/me"):
        page.goto(url + path)
        assert not violations(page), path
    begin(page, url)
    assert not violations(page)
    page.locator(".option input").first.check()
    page.locator(".quiz-form [type=submit]").click()
    expect(page.locator(".feedback")).to_be_visible()
    assert not violations(page)
    page.close()
