"""ISO dates and intervals as French prints them."""

import re

from quizapp.french.elision import join

MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
YEAR = re.compile(r"\b(?:1[0-9]{3}|20[0-9]{2})\b")


def printed(iso: str) -> str:
    """« 18 juin 2024 », « mars 2022 », « du 18 au 19 juin 2024 », « de 2019 à 2021 »."""
    start, _, end = iso.partition("/")
    if not end or start == end:
        return _printed(start)
    first, last = _shortened(start, end), _printed(end)
    opening = f"du {first}" if len(start) == 10 else join("de", first)
    return f"{opening} {'au' if len(end) == 10 else 'à'} {last}"


def month(iso: str) -> str:
    """« juin 2024 », the day left out."""
    return _printed(iso[:7])


def period(start: str | None, end: str | None) -> str:
    """« depuis mai 2024 », « de mai 2012 à mai 2024 », « jusqu’en 2024 », or nothing."""
    if start and end:
        return printed(f"{start[:7]}/{end[:7]}")
    if start:
        return f"depuis {'le ' if len(start) == 10 else ''}{_printed(start)}"
    if end:
        return f"jusqu’{'au' if len(end) == 10 else 'en'} {_printed(end)}"
    return ""


def _printed(iso: str) -> str:
    year, *rest = iso.split("-")
    if not rest:
        return year
    name = MONTHS[int(rest[0]) - 1]
    if len(rest) == 1:
        return f"{name} {year}"
    return f"{'1er' if rest[1] == '01' else int(rest[1])} {name} {year}"


def _shortened(start: str, end: str) -> str:
    """The start without the month and the year that it shares with the end."""
    text = _printed(start)
    if len(start) < 7 or start[:4] != end[:4]:
        return text
    text = text.rsplit(" ", 1)[0]
    return text.rsplit(" ", 1)[0] if len(start) == 10 and start[:7] == end[:7] else text
