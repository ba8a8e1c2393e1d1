"""Each page of a story as pictures in light and dark, with what axe says of it."""

from pathlib import Path

from playwright.sync_api import Page

from tests.browser.axe import violations


class Pictures:
    """Takes pictures into a folder and remembers what is wrong with the pages."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        self.problems: list[str] = []
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, page: Page, name: str) -> None:
        self._count += 1
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            path = self._folder / f"{self._count:02}-{name}-{theme}.png"
            page.screenshot(path=path, full_page=True)
            self.problems += [f"{path.stem}: {found}" for found in violations(page)]
        if page.locator("#problem").count():
            self.problems.append(f"{name}: {page.locator('#problem').inner_text()}")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            self.problems.append(f"{name}: scrolls sideways")
