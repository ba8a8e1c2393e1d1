"""Translations, messages, assets: what the pages are made of."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from flask import Flask

from quizapp.web import assets, i18n
from quizapp.web.catalogues import FOLDER
from quizapp.web.messages import MESSAGES
from tests.sites import ROOT

WEB = ROOT / "quizapp" / "web"
CODES = re.compile(r'QuizappError\(\s*"([a-z][a-z-]*)"')


@pytest.fixture(scope="module")
def french() -> Catalog:
    with (FOLDER / "fr" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale="fr")


def said() -> set[str | tuple[str, ...]]:
    """Every message of the code and the templates."""
    keywords = {"_": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2)}
    templates = ("**/templates/**.html", "**/templates/**.txt")
    methods = [("**.py", "python"), *((pattern, "jinja2") for pattern in templates)]
    trimmed = {pattern: {"trimmed": "true"} for pattern in templates}
    found = extract_from_dir(WEB, methods, trimmed, keywords=keywords)
    return {message for _file, _line, message, _comments, _context in found}


def test_everything_is_said_in_french(french: Catalog) -> None:
    known = {message.id for message in french if message.id and all(_forms(message.string))}
    assert not said() - known


def test_nothing_is_kept_that_is_no_longer_said(french: Catalog) -> None:
    assert not {message.id for message in french if message.id} - said()


def test_a_translation_keeps_its_placeholders(french: Catalog) -> None:
    for message in french:
        assert not list(message.check(french)), message.id


def test_french_is_typeset(french: Catalog) -> None:
    for message in french:
        if not message.id:
            continue
        for text in _forms(message.string):
            assert "'" not in text, text
            assert not re.search(r"(?<![\u202f:])[;!?](?!\w)| [:;!?»]|« ", text), text


def _forms(string: str | Sequence[str] | None) -> list[str]:
    return [string or ""] if isinstance(string, str | None) else list(string)


def test_every_error_has_a_message() -> None:
    """Those of curated folders and of files named on the command line never reach a page."""
    rooms = ("services", "reading", "web", "facts/notation")
    sources = [path for room in rooms for path in (ROOT / "quizapp" / room).rglob("*.py")]
    sources = [path for path in sources if path.name not in ("curated.py", "sources.py")]
    raised = {code for path in sources for code in CODES.findall(path.read_text("utf-8"))}
    assert len(raised) > 20
    assert not raised - MESSAGES.keys()


def test_style_sheets_name_tokens_only() -> None:
    """Colours, faces and sizes stand in tokens.css."""
    raw = re.compile(r"#[0-9a-f]{3,8}\b|rgba?\(|hsl|font-family:(?! var)", re.IGNORECASE)
    for sheet in (ROOT / "static" / "css").glob("*.css"):
        if sheet.name != "tokens.css":
            assert not raw.search(sheet.read_text("utf-8")), sheet.name


def test_every_token_that_is_named_exists() -> None:
    sheets = {s.name: s.read_text("utf-8") for s in (ROOT / "static" / "css").glob("*.css")}
    defined = set(re.findall(r"(--[\w-]+):", sheets["tokens.css"]))
    for name, text in sheets.items():
        assert not set(re.findall(r"var\((--[\w-]+)", text)) - defined, name


@pytest.fixture
def modules(tmp_path: Path) -> Path:
    """A folder like `node_modules`, with a file for every asset."""
    folder = tmp_path / "node_modules"
    flags = folder / "flag-icons" / "flags" / "4x3"
    flags.mkdir(parents=True)
    for number in range(260):
        (flags / f"{number}.svg").write_text("<svg/>")
    for path in assets.assets(folder).values():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"content")
    return folder


def test_assets_are_copied_once(modules: Path, tmp_path: Path) -> None:
    vendor = tmp_path / "vendor"
    assert assets.copy(modules, vendor) == len(assets.assets(modules))
    assert assets.copy(modules, vendor) == 0
    assert (vendor / "htmx.min.js").read_bytes() == b"content"


def test_a_changed_asset_is_copied_again(modules: Path, tmp_path: Path) -> None:
    vendor = tmp_path / "vendor"
    assets.copy(modules, vendor)
    (modules / "htmx.org" / "dist" / "htmx.min.js").write_bytes(b"newer")
    assert assets.copy(modules, vendor) == 1
    assert (vendor / "htmx.min.js").read_bytes() == b"newer"


def test_a_missing_asset_is_named_and_nothing_is_copied(modules: Path, tmp_path: Path) -> None:
    (modules / "htmx.org" / "dist" / "htmx.min.js").unlink()
    with pytest.raises(FileNotFoundError, match=r"htmx\.min\.js"):
        assets.copy(modules, tmp_path / "vendor")
    assert not (tmp_path / "vendor").exists()


@pytest.mark.parametrize(
    ("language", "zone", "told"),
    [
        ("fr", "Asia/Tokyo", "19 juin 2024, 08:30"),
        ("fr", "Europe/Paris", "19 juin 2024, 01:30"),
        ("en", "America/New_York", "Jun 18, 2024, 7:30\u202fPM"),
    ],
)
def test_an_instant_is_told_in_the_readers_zone_and_language(
    app: Flask, language: str, zone: str, told: str
) -> None:
    cookies = {"Cookie": f"language={language}; timezone={zone}"}
    with app.test_request_context(headers=cookies):
        assert i18n.moment(datetime(2024, 6, 18, 23, 30, tzinfo=UTC)) == told


@pytest.mark.parametrize(
    ("iso", "told"),
    [
        ("2024", "2024"),
        ("2022-03", "mars 2022"),
        ("2024-06-18", "18 juin 2024"),
        ("2023-09/2024-06", "septembre 2023 – juin 2024"),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(app: Flask, iso: str, told: str) -> None:
    with app.test_request_context(headers={"Cookie": "language=fr"}):
        assert i18n.partial_date(iso) == told
