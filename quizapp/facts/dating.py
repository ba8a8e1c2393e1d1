"""Dates told from the day of publication, written out: a fact is read years later."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from quizapp.french import dates
from quizapp.french.typography import normalise
from quizapp.model import Segment

_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
_DAY = "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_MONTH = f"(?:{'|'.join(_MONTHS)})"
_PART = "(?: (?P<part>matin|midi|soir|après-midi|au soir|dans la nuit))?"
_PAST = "(?: (?:dernier|passé|prochain))?"
_NUMBERED = rf"\d{{1,2}}(?:er)?(?: {_MONTH})?"
_SINCE = "(?P<since>depuis |dès )?"
_WEEKDAY = re.compile(rf"{_SINCE}(?:le )?{_DAY}{_PART}{_PAST}")
_ON_DAY = re.compile(
    rf"{_SINCE}(?:(?:ce |le )?{_DAY} {_NUMBERED}|ce {_DAY}|(?:ce|le) \d{{1,2}}(?:er)? {_MONTH})"
    rf"{_PAST}{_PART}|{_SINCE.replace('since', 'since2')}(?:avant-)?hier"
    rf"{_PART.replace('part', 'part2')}|aujourd'hui"
)
_NIGHT = re.compile(
    rf"(?P<lead>(?:dans|pendant|durant) la (?:nuit|soirée|matinée|journée)) (?:de |du )"
    rf"{_DAY}(?: (?:à|au) {_DAY})?"
)
_IN_MONTH = re.compile(
    rf"(?P<lead>en|début|fin|depuis|au mois de|mi-)? ?(?:{_MONTH}{_PAST}|le mois dernier)"
)
_IN_YEAR = re.compile(r"(?:l'an dernier|l'an passé|l'année dernière|l'année passée|cette année)")
_PARTS = {
    None: "", "matin": " au matin", "midi": " à midi", "soir": " au soir", "au soir": " au soir",
    "après-midi": " dans l’après-midi", "dans la nuit": " dans la nuit",
}  # fmt: skip
_STORY_YEAR = re.compile(
    r"(?:^|[.!?»] )(?:(?!depuis|Depuis)[^.!?,]){0,40}(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)(?=[ ,])"
)

Writer = Callable[[re.Match[str], str], str | None]


def anchor(before: str, published_on: date | None) -> date | None:
    """The day from which a sentence's dates count, when its paragraph runs to its end as `before`.

    None where the story is of another year: one that a sentence begins with (« En 1917, … »).
    """
    years = [int(year) for year in _STORY_YEAR.findall(before)]
    if published_on is None or (years and not 0 <= published_on.year - years[-1] <= 1):
        return None
    return published_on


def dated(segment: Segment, day: date | None, *, past: bool) -> Segment:
    """A time complement with its full date; a bare weekday only when the clause is `past`."""
    if segment.role not in {"time", "duration"} or day is None:
        return segment
    low = normalise(segment.text)
    iso = dates.parse(low, day)
    if iso is None or re.search(r"\d{4}", low):
        return segment
    for pattern, writer in _WRITERS:
        match = pattern.fullmatch(low)
        if match and (past or pattern is not _WEEKDAY):
            text = writer(match, iso)
            return segment.model_copy(update={"text": text}) if text else segment
    return segment


def _on_day(match: re.Match[str], iso: str) -> str | None:
    groups = match.groupdict()
    since = groups.get("since") or groups.get("since2") or ""
    part = _PARTS[groups.get("part") or groups.get("part2")]
    told = date.fromisoformat(iso.split("/", maxsplit=1)[0])
    return f"{since}le {_written(told)}{part}"


def _night(match: re.Match[str], iso: str) -> str | None:
    first, _, last = iso.partition("/")
    start = date.fromisoformat(first)
    if not last:
        return f"{match['lead']} du {_written(start)}"
    end = date.fromisoformat(last)
    if end - start != timedelta(days=1):
        return None
    opening = f"{start.day}" if start.month == end.month else f"{start.day} {_month(start)}"
    return f"{match['lead']} du {opening} au {_written(end)}"


def _in_month(match: re.Match[str], iso: str) -> str | None:
    year, _, month = iso.split("/", maxsplit=1)[0].partition("-")
    lead = {"au mois de": "en", None: "en"}.get(match["lead"], match["lead"])
    glue = "" if lead == "mi-" else " "
    return f"{lead}{glue}{_MONTHS[int(month[:2]) - 1]} {year}" if month else None


def _in_year(_match: re.Match[str], iso: str) -> str | None:
    return f"en {iso}" if len(iso) == 4 else None


def _written(day: date) -> str:
    return f"{'1er' if day.day == 1 else day.day} {_month(day)} {day.year}"


def _month(day: date) -> str:
    return _MONTHS[day.month - 1]


_WRITERS: tuple[tuple[re.Pattern[str], Writer], ...] = (
    (_WEEKDAY, _on_day), (_ON_DAY, _on_day), (_NIGHT, _night), (_IN_MONTH, _in_month),
    (_IN_YEAR, _in_year),
)  # fmt: skip
