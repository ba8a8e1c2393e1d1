"""The few pictures that the README shows, from the curated sets: small enough to be kept."""

import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from quizapp.generate import assemble
from quizapp.resources import Resources
from quizapp.services import accounts
from quizapp.services.access import Actor
from quizapp.store import Database
from tests.browser.taps import match_in_order
from tests.sites import ROOT, open_database, open_site, serving
from tests.unit.services.scene import NOW, Scene
from tests.web.visitor import Visitor

SHOWN = "poutine-kim-2024"
WINDOW = {"width": 1280, "height": 844}
COLOURS = 200


def curated() -> list[Path]:
    """Every curated set, the one of the pictures last: the library puts it first."""
    folders = sorted(path.parent for path in (ROOT / "decks").glob("*/article.md"))
    return sorted(folders, key=lambda folder: folder.name == SHOWN)


def take(browser: Browser, folder: Path, *, resources: Resources, language: str) -> None:
    """Library, article and feedback as a learner sees them, the workbench as a teacher does."""
    study_sets = [assemble(path, resources=resources) for path in curated()]
    with tempfile.TemporaryDirectory() as place:
        database = open_database(Path(place), study_sets=study_sets)
        app = open_site(database, resources=resources)
        scene = Scene(database)
        teacher = _teacher(database)
        proposed = [q.model_copy(update={"status": "proposed"}) for q in study_sets[-1].questions]
        text = study_sets[-1].article
        drafted = scene.draft(teacher, title=text.title, text=text.text)
        scene.analyse(
            teacher, drafted, study_sets[-1].model_copy(update={"questions": tuple(proposed)})
        )
        cookie = Visitor(app).be(teacher.user_id or 0).client.get_cookie("quizapp")
        assert cookie is not None
        with serving(app) as url:
            context = browser.new_context(
                viewport=WINDOW,  # type: ignore[arg-type]
                locale=language,
                color_scheme="light",
                reduced_motion="reduce",
            )
            page = context.new_page()
            _learn(page, url, folder)
            context.add_cookies([{"name": "quizapp", "value": cookie.value, "url": url}])
            page.goto(f"{url}/desk/{drafted}")
            page.locator("[data-lights]").first.hover()
            page.evaluate("scrollTo(0, 0)")
            _keep(page, folder / "workbench-1280-light.png")
            context.close()
        database.close()


def _teacher(database: Database) -> Actor:
    with database.unit() as unit:
        return accounts.actor_of(
            accounts.create_user(
                unit,
                email="lea.martin@example.org",
                password_hash=None,
                role="teacher",
                name="Léa Martin",
                now=NOW,
            )
        )


def _learn(page: Page, url: str, folder: Path) -> None:
    page.goto(url)
    _keep(page, folder / "library-1280-light.png")
    page.goto(f"{url}/articles/{SHOWN}")
    page.locator("[data-start]").first.wait_for()
    _keep(page, folder / "article-1280-light.png")
    page.locator(".reading-end .button").click()
    page.locator(".quiz-form").wait_for()
    while page.locator("[name=kind]").get_attribute("value") != "multiple_choice":
        for field in page.locator(".option input").all()[:1]:
            field.check()
        for field in page.locator(".typed").all():
            field.fill("douze")
        for field in page.locator(".quiz-form select:visible").all():
            field.select_option(index=1)
        match_in_order(page)
        page.locator(".quiz-form [type=submit]").click()
        page.locator("[data-continue]").click()
        page.locator(".quiz-form").wait_for()
    page.locator(".option input").first.check()
    page.locator(".quiz-form [type=submit]").click()
    page.locator(".feedback").wait_for()
    _keep(page, folder / "feedback-multiple_choice-1280-light.png")


def _keep(page: Page, path: Path) -> None:
    """A picture of the window with few colours: text stays sharp, the file a tenth."""
    page.screenshot(path=path)
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
