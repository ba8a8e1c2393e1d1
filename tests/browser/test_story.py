"""The whole story in a browser: a teacher, a learner with a phone, results, review, a deck."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.pictures import Pictures
from tests.browser.servers import RunningSite
from tests.browser.taps import match_in_order
from tests.sites import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.models]

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
ANALYSIS_MS = 120_000
ARTICLE = Path(__file__).with_name("article.txt").read_text(encoding="utf-8")

WRITTEN = {
    "short_answer": {"prompt": "Quelle ville accueille le sommet ?", "answer": "Dakar"},
    "numeric": {"prompt": "Combien de pays sont représentés ?", "value": "14", "unit": "pays"},
    "cloze": {"prompt": "Le sommet se tient à _____.", "gaps": "Dakar"},
    "ordering": {
        "prompt": "Mettez les étapes dans l’ordre.",
        "order": "la proposition\nla négociation\nla signature",
    },
}
"""What the teacher writes where the analysis composed no question of that kind."""

KINDS = (
    "multiple_choice",
    "true_false",
    "short_answer",
    "numeric",
    "cloze",
    "matching",
    "ordering",
)


def person(browser: Browser, size: dict[str, int]) -> BrowserContext:
    """A browser of somebody's own, in French."""
    return browser.new_context(viewport=size, locale="fr-FR", accept_downloads=True)  # type: ignore[arg-type]


def test_the_whole_story(browser: Browser, site: RunningSite, tmp_path: Path) -> None:
    pictures = Pictures(ROOT / "build" / "story")
    desk = person(browser, DESKTOP)
    teacher = desk.new_page()
    become_teacher(teacher, site, pictures)
    add_article(teacher, site, pictures)
    make_quiz(teacher, site, pictures)
    code = open_course_and_assign(teacher, site, pictures)

    phone = person(browser, PHONE)
    learner = phone.new_page()
    link = join(learner, site, code, pictures)
    answered = answer_some(learner, site, 3, pictures)
    learner.close()
    learner = phone.new_page()
    answered |= finish(learner, site, pictures)
    assert answered >= set(KINDS), f"kinds that were asked: {sorted(answered)}"

    elsewhere = person(browser, DESKTOP).new_page()
    elsewhere.goto(link)
    expect(elsewhere.locator("body")).to_contain_text("Le sommet de Dakar")
    read_and_save_a_word(elsewhere, pictures)
    review(elsewhere, site, pictures)
    download_deck(elsewhere, site, pictures, tmp_path)

    see_grid(teacher, site, pictures)
    assert pictures.problems == []


def become_teacher(page: Page, site: RunningSite, pictures: Pictures) -> None:
    page.goto(site.url)
    pictures.take(page, "library")
    page.goto(site.invitation)
    pictures.take(page, "invitation")
    page.get_by_role("link", name=re.compile("compte")).first.click()
    pictures.take(page, "sign-up")
    page.fill("input[type=email]", "prof@example.org")
    for field in page.locator("input[type=password]").all():
        field.fill("un mot de passe assez long")
    page.locator("form:has(input[type=email]) button[type=submit]").click()
    page.goto(site.invitation)
    page.locator("main form button[type=submit]").click()
    expect(page.locator("nav")).to_contain_text("Bureau")


def add_article(page: Page, site: RunningSite, pictures: Pictures) -> None:
    page.goto(f"{site.url}/desk/")
    pictures.take(page, "desk-empty")
    page.goto(f"{site.url}/desk/new")
    pictures.take(page, "desk-new")
    page.fill("#text", ARTICLE)
    page.fill("#published_on", "2025-03-14")
    page.locator("form:has(#text) button[type=submit]").click()
    pictures.take(page, "desk-text")
    page.locator("button[name=analyse]").click()
    pictures.take(page, "desk-analysis")
    page.locator("#proposals").wait_for(timeout=ANALYSIS_MS)
    pictures.take(page, "desk-workbench")


def make_quiz(page: Page, site: RunningSite, pictures: Pictures) -> None:
    workbench = page.url
    for button in page.locator("#proposals form[action$=accept-confident] button").all():
        button.click()
    page.locator(".proposal-accepted").first.wait_for()
    approve_one_of_each_kind(page)
    for kind, fields in WRITTEN.items():
        write_question(page, workbench, kind, fields)
    write_matching(page, workbench)
    pictures.take(page, "desk-approved")
    page.goto(f"{workbench}/quizzes/new")
    for pick in page.locator("[name=pick]").all():
        pick.check()
    pictures.take(page, "desk-quiz")
    page.fill("#title", "Le sommet de Dakar")
    page.locator("button[name=assign]").click()


def approve_one_of_each_kind(page: Page) -> None:
    while page.locator(".proposal-proposed form[action*=questions] button[type=submit]").count():
        before = page.locator("ol .proposal-accepted[id^=item-]").count()
        approve = page.locator("form[action*='/questions/'][action$=approve] button")
        if not approve.count():
            return
        approve.first.click()
        expect(page.locator("ol .proposal-accepted[id^=item-]")).not_to_have_count(before)


def write_question(page: Page, workbench: str, kind: str, fields: dict[str, str]) -> None:
    page.goto(f"{workbench}/questions/new?kind={kind}")
    for name, value in fields.items():
        page.fill(f"[name={name}]", value)
    page.locator("main form button[type=submit]").click()


def write_matching(page: Page, workbench: str) -> None:
    page.goto(f"{workbench}/questions/new?kind=matching")
    page.fill("[name=prompt]", "Associez chaque ville à son pays.")
    pairs = (("Dakar", "Sénégal"), ("Abuja", "Nigeria"), ("Accra", "Ghana"))
    for n, (left, right) in enumerate(pairs):
        page.locator("[name=left]").nth(n).fill(left)
        page.locator("[name=right]").nth(n).fill(right)
    page.locator("main form button[type=submit]").click()


def open_course_and_assign(page: Page, site: RunningSite, pictures: Pictures) -> str:
    assigning = page.url
    page.goto(f"{site.url}/courses")
    pictures.take(page, "courses-empty")
    page.fill("#title", "Seconde B")
    page.locator("form:has(#title) button[type=submit]").click()
    pictures.take(page, "course-new")
    page.goto(assigning)
    pictures.take(page, "assign")
    page.locator("main form button[type=submit]").click()
    pictures.take(page, "course")
    return page.locator(".course-code").inner_text().strip()


def join(page: Page, site: RunningSite, code: str, pictures: Pictures) -> str:
    page.goto(f"{site.url}/join")
    page.fill("#code", code)
    page.fill("#nickname", "Léa")
    pictures.take(page, "join")
    page.locator("main form button[type=submit]").click()
    pictures.take(page, "joined")
    return page.locator("#return-link").get_attribute("href") or ""


def answer_some(page: Page, site: RunningSite, count: int, pictures: Pictures) -> set[str]:
    """Begin the assignment and answer a few questions; the kinds that were asked."""
    page.goto(site.url)
    pictures.take(page, "todo")
    page.locator("form[action*=assignments] button").first.click()
    return answer_while(page, pictures, count)


def finish(page: Page, site: RunningSite, pictures: Pictures) -> set[str]:
    """Go on where the tab was closed, to the results."""
    page.goto(site.url)
    page.locator("a[href*='/attempts/'], form[action*=assignments] button").first.click()
    expect(page.locator(".quiz-count")).to_contain_text("4")
    kinds = answer_while(page, pictures, 100)
    page.locator(".score").wait_for()
    pictures.take(page, "results")
    return kinds


def answer_while(page: Page, pictures: Pictures, count: int) -> set[str]:
    kinds: set[str] = set()
    for _ in range(count):
        if not page.locator(".quiz-form").count():
            break
        kind = page.locator(".quiz-form [name=kind]").get_attribute("value") or ""
        if kind not in kinds:
            pictures.take(page, f"quiz-{kind}")
        answer(page)
        page.locator(".quiz-form [type=submit]").click()
        page.locator(".feedback").wait_for()
        if kind not in kinds:
            pictures.take(page, f"feedback-{kind}")
        kinds.add(kind)
        page.locator(".feedback .quiz-actions :is(a, button)").first.click()
        page.locator(".quiz-form, .score").first.wait_for()
    return kinds


def answer(page: Page) -> None:
    """Something for every field, right or wrong."""
    form = page.locator(".quiz-form")
    for field in form.locator("input[type=radio]").all()[:1]:
        field.check()
    for field in form.locator("input[type=checkbox]").all()[:1]:
        field.check()
    for field in form.locator(".typed").all():
        field.fill("Dakar")
    match_in_order(page)
    for select in form.locator("select:not([name=right]):visible").all():
        if select.input_value() == "":
            select.select_option(index=1)


def read_and_save_a_word(page: Page, pictures: Pictures) -> None:
    page.locator("a[href*='/articles/']").first.click()
    page.locator("#text").wait_for()
    page.locator("#text p").first.click(position={"x": 60, "y": 14})
    page.locator("#meaning form button").first.click()
    page.locator("#meaning .right").first.wait_for()
    pictures.take(page, "article")


def review(page: Page, site: RunningSite, pictures: Pictures) -> None:
    page.goto(f"{site.url}/review")
    pictures.take(page, "review-front")
    page.keyboard.press(" ")
    page.locator("[data-rating]").first.wait_for()
    pictures.take(page, "review-back")
    page.keyboard.press("3")
    page.locator("[data-undo]").first.wait_for()
    page.goto(f"{site.url}/me/progress")
    pictures.take(page, "progress")


def download_deck(page: Page, site: RunningSite, pictures: Pictures, folder: Path) -> None:
    page.goto(site.url)
    page.locator("a[href*='/articles/']").first.click()
    page.locator("a[href$='/deck']").first.click()
    pictures.take(page, "deck")
    with page.expect_download() as download:
        page.locator("button[formaction]").click()
    path = folder / "deck.apkg"
    download.value.save_as(path)
    with ZipFile(path) as package:
        assert "collection.anki2" in package.namelist()


def see_grid(page: Page, site: RunningSite, pictures: Pictures) -> None:
    page.goto(f"{site.url}/courses")
    page.locator("main a[href*='/courses/']").first.click()
    page.locator("a[href*='/assignments/']").first.click()
    expect(page.locator(".results-grid")).to_contain_text("Léa")
    pictures.take(page, "grid")
    page.locator(".results-grid tbody a").first.click()
    pictures.take(page, "grid-answer")
