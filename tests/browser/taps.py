"""Matching by taps, as a hand does it."""

from playwright.sync_api import Page


def match_in_order(page: Page) -> None:
    """Each left with the right that stands beside it; nothing where no matching is asked."""
    rights = page.locator("[data-tap=right]")
    for n, left in enumerate(page.locator("[data-tap=left]").all()):
        left.click()
        rights.nth(n).click()
