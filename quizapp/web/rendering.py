"""What every template may use."""

from collections.abc import Mapping
from typing import Any

from flask import Flask

from quizapp.model import GAP
from quizapp.web.i18n import lazy_gettext as _
from quizapp.web.preferences import LANGUAGE_NAMES, current_language, current_theme
from quizapp.web.site import site
from quizapp.web.visitors import shown_name, visitor

THEMES = (("auto", _("Automatic")), ("light", _("Light")), ("dark", _("Dark")))
SKILLS = {
    "globale": _("main idea"),
    "détaillée": _("detail"),
    "lexique": _("vocabulary"),
    "inférence": _("inference"),
}

PARTS_OF_SPEECH = {
    "noun": _("noun"),
    "verb": _("verb"),
    "adjective": _("adjective"),
    "adverb": _("adverb"),
    "expression": _("expression"),
    "preposition": _("preposition"),
    "conjunction": _("conjunction"),
    "pronoun": _("pronoun"),
    "determiner": _("determiner"),
    "interjection": _("interjection"),
}
GENDERS = {"m": _("masculine"), "f": _("feminine"), "mf": _("masculine or feminine")}


def init_app(app: Flask) -> None:
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals |= {
        "GAP": GAP,
        "SKILLS": SKILLS,
        "POS": PARTS_OF_SPEECH,
        "GENDERS": GENDERS,
        "given": given,
    }
    app.jinja_env.filters |= {"iso2": iso2}
    app.context_processor(_context)


def given(*attributes: Mapping[str, Any]) -> dict[str, Any]:
    """HTML attributes put together, without those that are None."""
    return {k: v for part in attributes for k, v in part.items() if v is not None}


def iso2(iso3: str) -> str | None:
    """The alpha-2 code of a country that the world room knows: the name of its flag's file."""
    record = site().resources.world.get(iso3)
    code = getattr(record, "iso2", None)
    return code.lower() if isinstance(code, str) else None


def _context() -> dict[str, Any]:
    user = visitor()
    return {
        "language": current_language(),
        "languages": tuple(LANGUAGE_NAMES.items()),
        "theme": current_theme(),
        "themes": THEMES,
        "visitor": user,
        "visitor_name": shown_name(),
        "account": user if user and user.email else None,
        "base_url": site().settings.base_url,
    }
