"""What a visitor chose for the interface, kept in cookies of the browser."""

from collections.abc import Mapping
from typing import Final
from zoneinfo import available_timezones

from flask import request
from werkzeug.wrappers import Response

from quizapp.settings import LANGUAGES
from quizapp.web.site import site

LANGUAGE_NAMES: Final = {"fr": "Français", "en": "English"}
THEMES: Final = ("auto", "light", "dark")
GLOSSES: Final = ("on", "off")

_LANGUAGE = "language"
_THEME = "theme"
_GLOSSES = "glosses"
_TIMEZONE = "timezone"
_ZONES: Final = available_timezones()
_KEPT = 365 * 24 * 3600


def current_language() -> str:
    """The visitor's choice, else what the browser asks for, else the setting."""
    chosen = request.cookies.get(_LANGUAGE)
    if chosen in LANGUAGES:
        return chosen
    return request.accept_languages.best_match(LANGUAGES) or site().settings.language


def current_theme() -> str:
    chosen = request.cookies.get(_THEME)
    return chosen if chosen in THEMES else "auto"


def current_glosses() -> bool:
    """Whether words show their meaning when tapped."""
    return request.cookies.get(_GLOSSES) != "off"


def browser_timezone() -> str:
    """The zone that the browser told in a cookie, else the setting."""
    told = request.cookies.get(_TIMEZONE, "")
    return told if told in _ZONES else site().settings.timezone


def keep(response: Response, choices: Mapping[str, str]) -> None:
    """Remember what is a known choice; anything else is ignored."""
    known = {_LANGUAGE: LANGUAGES, _THEME: THEMES, _GLOSSES: GLOSSES}
    for name, values in known.items():
        if choices.get(name) in values:
            _set(response, name, choices[name])


def _set(response: Response, name: str, value: str) -> None:
    response.set_cookie(
        name,
        value,
        max_age=_KEPT,
        httponly=True,
        samesite="Lax",
        secure=site().settings.is_https,
    )
