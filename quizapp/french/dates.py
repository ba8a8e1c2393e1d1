"""Dates in French, absolute or told from the day of publication."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from quizapp.french.numbers import parse as parse_number
from quizapp.french.typography import normalise

_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
_DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
_SEASONS = {"printemps": (3, 6), "été": (6, 9), "automne": (9, 12), "hiver": (12, 15)}
_NEAR = {"avant-hier": -2, "hier": -1, "aujourd'hui": 0, "après-demain": 2, "demain": 1}
_ROMAN = {"xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20, "xxi": 21}

_M = rf"(?P<month>{'|'.join(_MONTHS)})"
_M1, _M2 = (_M.replace("month", name) for name in ("month1", "month2"))
_D = rf"(?P<weekday>{'|'.join(_DAYS)})"
_Y = r"(?P<year>1[0-9]{3}|20[0-9]{2})"
_DM = rf"(?P<day>\d{{1,2}})(?:er)? {_M}"
_AMOUNT = r"(?P<amount>\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|[a-z-]{4,20})"
_UNIT = r"(?P<unit>jours?|semaines?|mois|ans?|années?)"
_OF_YEAR = rf"(?: (?:de )?(?:{_Y}|(?P<this>cette année)|(?P<last>l'an dernier|l'année dernière)))?"

Match = re.Match[str]
Resolver = Callable[[Match, date | None], str | None]


def parse(text: str, published_on: date | None) -> str | None:
    """The ISO date, or interval `from/to`, that a time complement names.

    What is told from the day of publication (« hier », « en mai ») is None when that day is
    unknown: it is never read as today.
    """
    folded = normalise(text)
    for pattern, resolver in _RULES:
        match = pattern.search(folded)
        if match:
            try:
                return resolver(match, published_on)
            except (ValueError, OverflowError):
                return None
    return None


def is_relative(text: str) -> bool:
    """Whether `text` dates something from the day on which it was written (« hier », « lundi »)."""
    return _RELATIVE.search(normalise(text)) is not None


def _day(match: Match, published: date | None) -> str | None:
    month = _MONTHS.index(match["month"]) + 1
    day = int(match["day"])
    year = _year_of(match, published, month, day)
    return date(year, month, day).isoformat() if year else None


def _days(match: Match, published: date | None) -> str | None:
    """« du 3 au 5 juin 2024 », « du 28 mai au 2 juin », « les 17 et 18 juin »."""
    last = _MONTHS.index(match["month"]) + 1
    first = _MONTHS.index(match["month1"]) + 1 if match["month1"] else last
    year = _year_of(match, published, last, int(match["day"]))
    if not year:
        return None
    start = date(year - (first > last), first, int(match["day1"]))
    return _interval(start, date(year, last, int(match["day"])))


def _year_of(match: Match, published: date | None, month: int, day: int = 15) -> int | None:
    """The year named, else the one that brings the day nearest to publication."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if published is None:
        return None
    if groups.get("this"):
        return published.year
    if groups.get("last"):
        return published.year - 1
    day = min(day, 28)
    years = (published.year - 1, published.year, published.year + 1)
    return min(years, key=lambda year: abs((date(year, month, day) - published).days))


def _month(match: Match, published: date | None) -> str | None:
    month = _MONTHS.index(match["month"]) + 1
    year = _year_of(match, published, month)
    return f"{year:04}-{month:02}" if year else None


def _months(match: Match, published: date | None) -> str | None:
    first = _MONTHS.index(match["month1"]) + 1
    last = _MONTHS.index(match["month2"]) + 1
    year = _year_of(match, published, last)
    return f"{year - (first > last):04}-{first:02}/{year:04}-{last:02}" if year else None


def _years(match: Match, _published: date | None) -> str | None:
    return f"{match['year1']}/{match['year']}" if match["year1"] < match["year"] else None


def _since(match: Match, published: date | None) -> str | None:
    """From the moment named to the day of publication; the moment alone when that is unknown."""
    rest = match.string[match.end() :]
    if re.match(r" (?:le |la |l')?(?:des|plusieurs|longtemps|lors|toujours)", rest):
        return None
    start = parse(rest.strip(), published) or _ago(match, published, rest)
    if start is None:
        return None
    start = start.split("/")[0]
    if published is None:
        return start
    if start > published.isoformat():
        start = f"{published.year - 1:04}{start[4:]}"
    return f"{start}/{published.isoformat()}"


def _ago(_match: Match, published: date | None, rest: str) -> str | None:
    """« depuis trois ans »."""
    amount = re.match(rf" {_AMOUNT} {_UNIT}\b", rest)
    return _shifted(amount, published, -1) if amount else None


def _past(match: Match, published: date | None) -> str | None:
    return _shifted(match, published, -1)


def _future(match: Match, published: date | None) -> str | None:
    return _shifted(match, published, 1)


def _shifted(match: Match, published: date | None, sign: int) -> str | None:
    number = parse_number(match["amount"])
    if published is None or number is None or number.value != int(number.value):
        return None
    amount, unit = sign * int(number.value), match["unit"].rstrip("s")
    if unit in {"an", "année"}:
        return f"{published.replace(day=1, year=published.year + amount).year:04}"
    if unit == "moi":
        return _year_month(published, amount)
    return (published + timedelta(days=amount * (7 if unit == "semaine" else 1))).isoformat()


def _year_month(published: date, amount: int) -> str:
    months = published.year * 12 + published.month - 1 + amount
    return date(months // 12, months % 12 + 1, 1).isoformat()[:7]


def _numbered(match: Match, published: date | None) -> str | None:
    """« jeudi 9 »: the nearest day of that number, when it is a Thursday."""
    if published is None:
        return None
    near = (published + timedelta(days=n) for n in sorted(range(-28, 29), key=abs))
    day = next((d for d in near if d.day == int(match["day"])), None)
    fits = day is not None and _DAYS[day.weekday()] == match["weekday"]
    return day.isoformat() if day and fits else None


def _near(match: Match, published: date | None) -> str | None:
    if published is None:
        return None
    return (published + timedelta(days=_NEAR[match["near"]])).isoformat()


def _weekday(match: Match, published: date | None) -> str | None:
    """« lundi » is the last Monday, today included; « lundi dernier » is strictly before."""
    if published is None:
        return None
    groups = match.groupdict()
    wanted = _DAYS.index(match["weekday"])
    if groups.get("direction") in {"prochain", "suivant"}:
        return (published + timedelta(days=(wanted - published.weekday() - 1) % 7 + 1)).isoformat()
    back = (published.weekday() - wanted) % 7
    return (published - timedelta(days=back or (7 if groups.get("direction") else 0))).isoformat()


def _night(match: Match, published: date | None) -> str | None:
    """« dans la nuit de lundi à mardi »."""
    if published is None:
        return None
    last = date.fromisoformat(_weekday(match, published) or "")
    first = last - timedelta(days=1)
    return _interval(first, last) if _DAYS[first.weekday()] == match["weekday1"] else None


def _span_of_days(match: Match, published: date | None) -> str | None:
    """« la semaine dernière », « ce week-end », « le mois prochain », « cette année »."""
    if published is None:
        return None
    shift = -1 if match["past"] else 1 if match["next"] else 0
    unit = match["period"]
    if unit in {"an", "année"}:
        return f"{published.year + shift:04}"
    if unit == "mois":
        return _year_month(published, shift)
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=shift)
    if unit == "semaine":
        return _interval(monday, monday + timedelta(days=6))
    saturday = monday + timedelta(days=5)
    return _interval(saturday, saturday + timedelta(days=1))


def _season(match: Match, published: date | None) -> str | None:
    first, after = _SEASONS[match["season"]]
    year = _year_of(match, published, min(first + 1, 12))
    if not year:
        return None
    end_year, end = (year, after) if after <= 12 else (year + 1, after - 12)
    return f"{year:04}-{first:02}/{end_year:04}-{end:02}"


def _iso(match: Match, _published: date | None) -> str | None:
    return date(int(match["year"]), int(match["m"]), int(match["d"])).isoformat()


def _year(match: Match, _published: date | None) -> str | None:
    return match["year"]


def _decade(match: Match, _published: date | None) -> str | None:
    start = int(match["decade"])
    start += 1900 if start < 100 else 0
    return f"{start}/{start + 9}"


def _century(match: Match, _published: date | None) -> str | None:
    last = _ROMAN[match["roman"]] * 100
    return f"{last - 99}/{last}"


def _nothing(_match: Match, _published: date | None) -> str | None:
    return None


def _interval(start: date, end: date) -> str:
    return f"{start.isoformat()}/{end.isoformat()}" if start < end else start.isoformat()


def _rule(pattern: str, resolver: Resolver) -> tuple[re.Pattern[str], Resolver]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])"), resolver


_RULES = (
    _rule(r"depuis", _since),
    _rule(rf"(?:du|entre le|les) (?P<day1>\d{{1,2}})(?:er)?(?: {_M1})?"
          rf" (?:au|et le|et) {_DM}{_OF_YEAR}", _days),
    _rule(rf"{_DM}{_OF_YEAR}", _day),
    _rule(r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<year>\d{4})", _iso),
    _rule(r"(?P<year>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})", _iso),
    _rule(rf"(?:entre|de) {_M1} (?:et|à) {_M2}{_OF_YEAR}", _months),
    _rule(rf"(?:entre|de) {_Y.replace('year', 'year1')} (?:et|à) {_Y}", _years),
    _rule(rf"{_M}{_OF_YEAR}", _month),
    _rule(rf"(?P<season>{'|'.join(_SEASONS)}){_OF_YEAR}", _season),
    _rule(rf"il y a (?:environ |près de |plus de |à peine )?{_AMOUNT} {_UNIT}", _past),
    _rule(rf"dans {_AMOUNT} {_UNIT}", _future),
    _rule(rf"{_AMOUNT} {_UNIT} (?:plus tôt|plus tard|avant|après)", _nothing),
    _rule(rf"(?P<near>{'|'.join(_NEAR)})", _near),
    _rule(r"la veille|le lendemain", _nothing),
    _rule(rf"nuit (?:de |du )(?P<weekday1>{'|'.join(_DAYS)}) (?:à|au) {_D}", _night),
    _rule(rf"{_D} (?:matin |soir |après-midi )?(?P<direction>dernier|passé|prochain|suivant)",
          _weekday),
    _rule(rf"(?:tous les|chaque|le) {_D}|{'|'.join(f'{day}s' for day in _DAYS)}", _nothing),
    _rule(rf"{_D} (?P<day>\d{{1,2}})(?!\d| ?h)", _numbered),
    _rule(_D, _weekday),
    _rule(r"(?:cette|ce|cet|la|le|l')\s?(?P<period>semaine|week-end|mois|année|an)"
          r" (?:(?P<past>derni(?:er|ère)|passée?)|(?P<next>prochaine?))", _span_of_days),
    _rule(r"(?:cette|ce) (?P<period>semaine|week-end|mois|année)(?:-ci)?(?P<past>)(?P<next>)",
          _span_of_days),
    _rule(r"(?:les |des )?années (?P<decade>(?:1[0-9]|20)?[0-9]0)", _decade),
    _rule(rf"(?P<roman>{'|'.join(sorted(_ROMAN, key=len, reverse=True))})e siècle", _century),
    _rule(rf"(?:en|d'|de|l'année|l'an|année|jusqu'en|début|fin|mi-|avant|après) ?{_Y}", _year),
    _rule(rf"^{_Y}(?=,|$)", _year),
)  # fmt: skip

_RELATIVE = re.compile(
    rf"(?<![\w-])(?:{'|'.join(_NEAR)}|{'|'.join(_DAYS)}|il y a|derni(?:er|ère)|prochaine?"
    r"|ce (?:matin|soir|mois|week-end)|cette (?:semaine|année|nuit)|dans (?:\w+) (?:jours|ans|mois)"
    r"|la veille|le lendemain|récemment|actuellement)(?![\w-])"
)
