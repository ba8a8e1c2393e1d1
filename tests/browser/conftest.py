"""Debian's chromium, once for all browser tests."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.servers import RunningSite, running_site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    assert path is not None, "chromium is not installed: make test installs it"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-background-networking", "--disable-gpu"],
        )
        yield opened
        opened.close()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[RunningSite]:
    """A new installation with web and worker, for this test alone."""
    with running_site(tmp_path) as running:
        yield running
