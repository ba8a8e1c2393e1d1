"""Interface language: French or English. Content is French and is never translated."""

import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import flask_babel
from babel.dates import format_timedelta
from flask import Flask

from quizapp.web.preferences import browser_timezone, current_language
from quizapp.web.visitors import visitor

_translate: Callable[..., str] = flask_babel.gettext
_translate_plural: Callable[..., str] = flask_babel.ngettext


def gettext(message: str, **values: Any) -> str:
    """`message` in the visitor's language."""
    return _translate(message, **values)


def ngettext(singular: str, plural: str, num: int, **values: Any) -> str:
    """The form of a counted message; `%(num)s` is the number."""
    return _translate_plural(singular, plural, num, **values)


def lazy_gettext(message: str) -> Any:
    """A message translated when it is shown: form labels, tables of names."""
    return flask_babel.lazy_gettext(message)


def init_app(app: Flask) -> None:
    flask_babel.Babel(app, locale_selector=current_language, timezone_selector=current_timezone)
    app.jinja_env.filters |= {
        "day": day,
        "partial_date": partial_date,
        "moment": moment,
        "number": number,
        "percentage": percentage,
        "span_of_time": span_of_time,
    }


def current_timezone() -> str:
    """Where the visitor reads the clock."""
    user = visitor()
    return user.timezone if user else browser_timezone()


def day(value: date) -> str:
    """18 juin 2024."""
    return str(flask_babel.format_date(value, "long", rebase=False))


def partial_date(iso: str) -> str:
    """A year, a month, a day or an interval of them, as the reader writes it."""
    return " – ".join(_partial_day(part) for part in iso.split("/"))


def _partial_day(iso: str) -> str:
    if len(iso) == 4:
        return iso
    if len(iso) == 7:
        first = date.fromisoformat(f"{iso}-01")
        return str(flask_babel.format_date(first, "MMMM y", rebase=False))
    return str(flask_babel.format_date(date.fromisoformat(iso), "medium", rebase=False))


def moment(value: datetime) -> str:
    """An instant in the visitor's zone."""
    date_of, time_of = (
        flask_babel.format_date(value, "medium"),
        flask_babel.format_time(value, "short"),
    )
    return f"{date_of}, {time_of}"


def number(value: float) -> str:
    return str(flask_babel.format_decimal(value))


def percentage(share: float) -> str:
    return str(flask_babel.format_percent(share))


def span_of_time(value: timedelta) -> str:
    """An interval as one writes it on a button: 10 min, 3 j."""
    locale = flask_babel.get_locale()
    return format_timedelta(value, granularity="minute", format="short", locale=locale)


def sort_key(text: str) -> str:
    """Alphabetical order as a French reader expects it: accents and case do not count."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if c.isalnum()).casefold()
