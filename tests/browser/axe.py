"""What axe finds wrong with a page, one line each."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def violations(page: Page) -> list[str]:
    """Rule and first place of every violation."""
    found = Axe().run(page).response["violations"]
    return [f"{v['id']} ({v['help']}) at {v['nodes'][0]['target']}" for v in found]
