"""Distractors that are numbers or dates: the same shape as the key, in ascending order."""

import re
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from quizapp.french.numbers import parse as parse_number
from quizapp.french.numbers import spell
from quizapp.french.typography import NARROW

_SCALED = re.compile(
    r"^(?P<base>.+?)(?P<scale>[\s\u202f\u00a0](?:mille|millions?|milliards?)\b.*)$"
)
COLLECTIVE = re.compile(r"\b(?:\w+aine|milliers?|douzaine)s?\b")
_FACTORS = ("0.4", "0.5", "0.6", "0.75", "1.25", "1.5", "1.8", "2", "2.5", "3")
_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
_DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
_DATE = re.compile(
    rf"^(?P<lead>le |en |depuis le |depuis )(?P<weekday>(?:{'|'.join(_DAYS)}) )?"
    rf"(?:(?P<day>\d{{1,2}})(?:er)? )?(?P<month>{'|'.join(_MONTHS)})?(?: ?(?P<year>\d{{4}}))?$"
)


def other_figures(key: str, rng: Random, wanted: int, forbidden: set[Decimal]) -> list[str]:
    """Figures written like `key`, some below and some above; empty when it is not understood."""
    head, base, tail = _parts(key)
    number = parse_number(base)
    if number is None or number.value <= 0 or COLLECTIVE.search(key):
        return []
    value = number.value
    forbidden = {*forbidden, value}
    values = {v for v in _near(value, percent="%" in tail) if v not in forbidden}
    chosen = _around(sorted(values), value, rng, wanted)
    texts = [f"{head}{_like(base, v)}{tail}" for v in chosen]
    return texts if all(texts) else []


def other_years(key: str, rng: Random, wanted: int, latest: int | None) -> list[str]:
    lead, year = key[:-4], int(key[-4:])
    limit = latest if latest and year <= latest else year + 10
    years = [Decimal(y) for y in range(year - 5, min(year + 5, limit) + 1) if y != year]
    return [f"{lead}{int(y)}" for y in _around(years, Decimal(year), rng, wanted)]


def other_dates(key: str, rng: Random, wanted: int) -> list[str]:
    """Dates of the same shape within a year; empty when the key is no such date."""
    match = _DATE.match(key)
    if match is None or not (match["month"] or match["year"]):
        return []
    if not match["month"]:
        return other_years(key, rng, wanted, None)
    month, year = _MONTHS.index(match["month"]) + 1, int(match["year"] or 2023)
    if match["day"] is None:
        months = [year * 12 + month - 1 + shift for shift in (-5, -4, -3, -2, 2, 3, 4, 5)]
        if match["year"] is None:
            months = [m for m in months if m // 12 == year]
        near = _around([Decimal(m) for m in months], Decimal(year * 12 + month - 1), rng, wanted)
        return [_written(match, date(int(m) // 12, int(m) % 12 + 1, 1)) for m in near]
    day = date(year, month, int(match["day"]))
    shifts = (-61, -30, -14, -8, -3, 4, 9, 15, 31, 62)
    days = [Decimal((day + timedelta(days=shift)).toordinal()) for shift in shifts]
    near = _around(days, Decimal(day.toordinal()), rng, wanted)
    return [_written(match, date.fromordinal(int(d))) for d in near]


def chronological(text: str) -> tuple[int, int, int]:
    """Sorts dates and years of one shape."""
    match = _DATE.match(text)
    if match is None:
        return (int(re.sub(r"\D", "", text) or 0), 0, 0)
    month = _MONTHS.index(match["month"]) + 1 if match["month"] else 0
    return (int(match["year"] or 0), month, int(match["day"] or 0))


def size(text: str) -> Decimal:
    """Sorts figures."""
    number = parse_number(re.sub(r"^(?:pendant|depuis) ", "", text))
    return number.value if number else Decimal(0)


def _parts(key: str) -> tuple[str, str, str]:
    """What stands before the figure, the figure, and scale and unit after it."""
    head = re.match(r"^(?:pendant |depuis )?", key)
    start = head.end() if head else 0
    rest = key[start:]
    number = parse_number(rest)
    if number is None:
        return key[:start], rest, ""
    end = number.span.end
    base, tail = rest[:end], rest[end:]
    scaled = _SCALED.match(base)
    if scaled:
        base, tail = scaled["base"], f"{scaled['scale']}{tail}"
    return key[:start], base, tail


def _near(value: Decimal, *, percent: bool) -> list[Decimal]:
    if value == value.to_integral_value() and value <= 12:
        found = [value + shift for shift in (-4, -3, -2, -1, 1, 2, 3, 4, 5)]
    else:
        found = [_rounded(value * Decimal(factor), value) for factor in _FACTORS]
    top = Decimal(100) if percent else Decimal("Infinity")
    return [v for v in found if 2 <= v <= top or (value < 2 and 0 < v <= top)]


def _rounded(value: Decimal, like: Decimal) -> Decimal:
    """To as many significant digits as `like` has."""
    digits = max(1, len(like.normalize().as_tuple().digits))
    exponent = value.adjusted() - digits + 1
    if value == value.to_integral_value():
        exponent = max(exponent, 0)
    return value.quantize(Decimal(1).scaleb(exponent))


def _around(values: list[Decimal], key: Decimal, rng: Random, wanted: int) -> list[Decimal]:
    """`wanted` values, a random number of them below the key."""
    below = [v for v in values if v < key]
    above = [v for v in values if v > key]
    least = max(0, wanted - len(above))
    most = min(wanted, len(below))
    if least > most:
        return sorted(values)
    count = rng.randint(least, most)
    return sorted(rng.sample(below, count) + rng.sample(above, wanted - count))


def _like(base: str, value: Decimal) -> str:
    if not re.search(r"\d", base):
        return spell(int(value)) if value == value.to_integral_value() else ""
    text = f"{value.normalize():f}"
    whole, _, decimals = text.partition(".")
    if int(whole) >= 1000 and not re.fullmatch(r"\d{4,}", base):
        whole = f"{int(whole):,}".replace(",", NARROW)
    return f"{whole},{decimals}" if decimals else whole


def _written(match: re.Match[str], day: date) -> str:
    weekday = f"{_DAYS[day.weekday()]} " if match["weekday"] else ""
    number = "1er" if day.day == 1 else str(day.day)
    of_month = f"{number} " if match["day"] else ""
    year = f" {day.year}" if match["year"] else ""
    return f"{match['lead']}{weekday}{of_month}{_MONTHS[day.month - 1]}{year}"
