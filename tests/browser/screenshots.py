"""Pictures of every page, wide and narrow, light and dark.

Run as `python -m tests.browser.screenshots [FOLDER]`.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from quizapp.generate import assemble
from quizapp.model import StudySet
from quizapp.resources import ResourcePaths, Resources, load_resources
from tests import factories
from tests.browser import showcase
from tests.browser.axe import violations
from tests.browser.taps import match_in_order
from tests.sites import ROOT, open_database, open_site, serving

WIDTHS = (1280, 390)
THEMES = ("light", "dark")
CHROMIUM = "/usr/bin/chromium"
CURATED = ROOT / "decks" / "poutine-kim-2024"


def study_set(resources: Resources, *, invented: bool) -> StudySet:
    """What the pictures show: the curated set, or the invented one that has every kind."""
    return factories.study_set() if invented else assemble(CURATED, resources=resources)


class Album:
    """Takes each picture once a width and theme; remembers what axe found."""

    def __init__(self, page: Page, folder: Path, suffix: str) -> None:
        self._page = page
        self._folder = folder
        self._suffix = suffix
        self.problems: list[str] = []

    def take(self, name: str, *, whole: bool = True) -> None:
        path = self._folder / f"{name}-{self._suffix}.png"
        self._page.screenshot(path=path, full_page=whole)
        self.problems += [f"{path.stem}: {found}" for found in violations(self._page)]
        if self._page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            self.problems.append(f"{path.stem}: scrolls sideways")


def walk(page: Page, url: str, set_id: str, take: Callable[..., None]) -> None:
    """From the front page through a whole quiz to the reviews."""
    page.goto(url)
    take("library")
    page.goto(f"{url}/articles/{set_id}")
    page.locator("#facts-title").click()
    take("article")
    page.locator("#text p").first.click(position={"x": 60, "y": 14})
    page.locator("#meaning .meanings").wait_for()
    take("word", whole=False)
    save = page.locator("#meaning form button").first
    if save.count():
        save.click()
        page.locator("#meaning .right").first.wait_for()
    page.goto(f"{url}/articles/{set_id}/deck")
    take("deck")
    take_quiz(page, url, set_id, take)
    for name in ("review", "me/progress", "me/words", "me", "login", "register", "sources", "nope"):
        page.goto(f"{url}/{name}")
        take(name.replace("/", "-"))
    page.goto(f"{url}/review")
    if page.locator("[data-turn]").count():
        page.keyboard.press(" ")
        page.locator("[data-rating]").first.wait_for()
        take("review-back")


def take_quiz(page: Page, url: str, set_id: str, take: Callable[..., None]) -> None:
    """Answers every question somehow; a picture of each kind and of its feedback."""
    page.goto(f"{url}/articles/{set_id}")
    page.locator(".reading-end .button").click()
    seen: set[str] = set()
    while page.locator(".quiz-form").count():
        kind = page.locator("[name=kind]").get_attribute("value") or ""
        if kind not in seen:
            take(f"quiz-{kind}")
        answer(page)
        page.locator(".quiz-form [type=submit]").click()
        page.locator(".feedback").wait_for()
        if kind not in seen:
            take(f"feedback-{kind}")
        seen.add(kind)
        page.locator(".feedback .quiz-actions .button").click()
        page.locator(".quiz-form, .score").first.wait_for()
    take("results")


def answer(page: Page) -> None:
    """The first thing that comes to hand."""
    for field in page.locator(".quiz-form input[type=radio]").all()[:1]:
        field.check()
    for field in page.locator(".quiz-form input[type=checkbox]").all()[:1]:
        field.check()
    for field in page.locator(".quiz-form .typed").all():
        field.fill("douze")
    for field in page.locator(".quiz-form select:visible").all():
        field.select_option(index=1)
    match_in_order(page)


def whole_walk(
    browser: Browser, folder: Path, shown: StudySet, resources: Resources, language: str
) -> list[str]:
    """Every page in both themes and widths; what is wrong with them."""
    problems: list[str] = []
    for theme in THEMES:
        for width in WIDTHS:
            with tempfile.TemporaryDirectory() as place:
                database = open_database(Path(place), study_sets=[shown])
                with serving(open_site(database, resources=resources)) as url:
                    page = browser.new_page(
                        viewport={"width": width, "height": 844},
                        color_scheme="dark" if theme == "dark" else "light",
                        locale=language,
                        reduced_motion="reduce",
                    )
                    album = Album(page, folder, f"{width}-{theme}")
                    walk(page, url, shown.id, album.take)
                    page.close()
                database.close()
                problems += album.problems
    return problems


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "build" / "screenshots")
    parser.add_argument("--language", default="fr")
    parser.add_argument("--invented", action="store_true", help="show the set of the tests")
    parser.add_argument("--readme", action="store_true", help="only what README.md shows, small")
    options = parser.parse_args()
    folder: Path = options.folder
    folder.mkdir(parents=True, exist_ok=True)
    resources = load_resources(ResourcePaths.under(ROOT))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        if options.readme:
            showcase.take(browser, folder, resources=resources, language=options.language)
            problems = []
        else:
            shown = study_set(resources, invented=options.invented)
            problems = whole_walk(browser, folder, shown, resources, options.language)
        browser.close()
    sys.stdout.write("\n".join([*problems, f"pictures in {folder}", ""]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
