"""Dates told from the day of writing, written out: « jeudi soir » → « le 13 mars 2025 au soir »."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from quizapp.french.dates import parse
from quizapp.french.elision import join
from quizapp.french.numbers import parse as parse_number
from quizapp.french.typography import normalise

_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
_DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
_DAY = f"(?:{'|'.join(_DAYS)})"
_MONTH = f"(?:{'|'.join(_MONTHS)})"
_NEAR = "(?P<near>derni(?:er|ère)|passée?|prochaine?)"
_PART = "(?: (?P<part>matin|midi|soir|après-midi|au soir|dans la nuit))?"
_LEAD = (
    r"(?P<lead>de |du |d'|depuis |dès |après |avant |jusqu'à |jusqu'en |d'ici |à |au |pour |et )?"
)
_PARTS = {
    None: "", "matin": " au matin", "midi": " à midi", "soir": " au soir", "au soir": " au soir",
    "après-midi": " dans l’après-midi", "dans la nuit": " dans la nuit",
}  # fmt: skip
_ONE = "(?<!du )(?<!le )(?<!un )(?<!les )(?<!chaque )(?<!avant )(?<!pour )(?<!ici )(?<!à )(?<!au )"
"""What is not before a weekday: « le lundi » is every Monday, « d’ici lundi » lies ahead."""
_FUSED = {"de ": "du ", "en ": "le ", "à ": "au ", "jusqu'à ": "jusqu'au "}
_COMMEMORATED = frozenset(
    "11 septembre,14 juillet,1er mai,8 mai,11 novembre,13 novembre,7 janvier,6 juin,8 mars".split(
        ","
    )
)
"""Days that are called by their date in any year."""
_AHEAD = re.compile(r"\b\w{3,}(?:rait|raient|ra|ront)\b")
_RECENT = 60

Match = re.Match[str]


class _Clock:
    """The day of writing, and whether what is told is over."""

    def __init__(self, day: date, *, past: bool) -> None:
        self.day = day
        self.past = past

    def on_numbered_day(self, match: Match) -> str | None:
        lead, number, month = match["lead"] or "", int(match["number"]), match["month"]
        told = self._nearest(number, _MONTHS.index(month) + 1, match["near"])
        named = match["article"] == "du " and f"{match['number']}{match['er'] or ''} {month}"
        if told is None or (named in _COMMEMORATED) or self._is_remote(told, match):
            return None
        article = {"ce ": "le ", None: "le " if match["weekday"] else ""}.get(
            match["article"], match["article"] or ""
        )
        if lead in _FUSED:
            lead, article = "", _FUSED[lead]
        part = _PARTS[match["part"]]
        return f"{lead}{article}{_written(told)}{part}"

    def _is_remote(self, told: date, match: Match) -> bool:
        """« l’attentat du 13 novembre », a year later: of which year is not said."""
        days = abs((self.day - told).days)
        return not match["near"] and match["article"] == "du " and days > _RECENT

    def _nearest(self, number: int, month: int, near: str | None) -> date | None:
        years = (self.day.year - 1, self.day.year, self.day.year + 1)
        days = [d for d in (_day(year, month, number) for year in years) if d]
        behind = (near or "").startswith(("derni", "passé")) or (self.past and not near)
        if behind:
            days = [d for d in days if d <= self.day]
        elif near:
            days = [d for d in days if d > self.day]
        return min(days, key=lambda d: abs((d - self.day).days), default=None)

    def on_weekday(self, match: Match) -> str | None:
        told = parse(match["told"], self.day)
        certain = match["this"] or match["near"] or self.past
        if told is None or not certain:
            return None
        lead = match["lead"] or ""
        article = _FUSED.get(lead, f"{lead}le ")
        return f"{article}{_written(date.fromisoformat(told))}{_PARTS[match['part']]}"

    def on_near_day(self, match: Match) -> str | None:
        told = parse(match["word"], self.day)
        if told is None:
            return None
        article = "du " if match["lead"] == "d'" else f"{match['lead'] or ''}le "
        return f"{article}{_written(date.fromisoformat(told))}{_PARTS[match['part']]}"

    def this_part(self, match: Match) -> str:
        article = "du " if match["lead"] == "de " else f"{match['lead'] or ''}le "
        return f"{article}{_written(self.day)}{_PARTS[match['part']]}"

    def in_month(self, match: Match) -> str | None:
        month = _MONTHS.index(match["month"]) + 1
        told = self._nearest(1, month, match["near"])
        return f"{match['lead'] or ''}{match['month']} {told.year}" if told else None

    def in_bare_month(self, match: Match) -> str | None:
        month = _MONTHS.index(match["month"]) + 1
        since = (match["lead"] or "").startswith("depuis")
        told = self._nearest(1, month, "passé" if since else None)
        lead = {"au mois de ": "en ", "au mois d'": "en ", None: "en "}.get(
            match["lead"], match["lead"] or ""
        )
        return f"{lead}{match['month']} {told.year}" if told else None

    def between_months(self, match: Match) -> str | None:
        first, last = (_MONTHS.index(match[name]) + 1 for name in ("first", "last"))
        end = self._nearest(1, last, None)
        if end is None:
            return None
        begun = f"{match['first']} {end.year - 1}" if first > last else match["first"]
        return f"{match['opening']}{begun} {match['joining']} {match['last']} {end.year}"

    def in_period(self, match: Match) -> str | None:
        back = (match["near"] or "").startswith(("derni", "passé"))
        shift = 0 if not match["near"] else -1 if back else 1
        fused = {"du ": "de ", "au ": "à "}.get(match["article"])
        unit, lead = match["unit"], fused or match["lead"] or ""
        if unit in {"an", "année"}:
            return f"{'en ' if lead in {'', 'à '} else lead}{self.day.year + shift}"
        if unit == "mois":
            months = self.day.year * 12 + self.day.month - 1 + shift
            told = f"{_MONTHS[months % 12]} {months // 12}"
            return f"en {told}" if lead in {"", "à "} else join(lead.strip(), told)
        monday = self.day + timedelta(days=7 * shift - self.day.weekday())
        if unit == "semaine":
            return f"{lead or 'dans '}la semaine {_stretch(monday, monday + timedelta(days=6))}"
        saturday = monday + timedelta(days=5)
        if shift == 0 and self.past and saturday > self.day:
            saturday -= timedelta(days=7)
        article = {"de ": "du ", "à ": "au "}.get(lead, f"{lead}le ")
        return f"{article}week-end {_stretch(saturday, saturday + timedelta(days=1))}"

    def ago(self, match: Match) -> str | None:
        number = parse_number(match["amount"])
        amount = int(number.value) if number and number.value == int(number.value) else 0
        unit = match["unit"].rstrip("s")
        if unit == "an" and 2 <= amount <= 150:
            return f"vers {self.day.year - amount}"
        if unit == "moi" and 2 <= amount <= 24:
            months = self.day.year * 12 + self.day.month - 1 - amount
            return f"vers {_MONTHS[months % 12]} {months // 12}"
        if unit == "jour" and 1 <= amount <= 10:
            return f"le {_written(self.day - timedelta(days=amount))}"
        return None

    def in_night(self, match: Match) -> str | None:
        """« dans la nuit de mardi à mercredi », « dans la soirée de mardi »."""
        first = date.fromisoformat(parse(match["first"], self.day) or "")
        if not match["last"]:
            return f"{match['opening']} du {_written(first)}"
        last = date.fromisoformat(parse(match["last"], self.day) or "")
        if (last.weekday() - first.weekday()) % 7 != 1:
            return None
        return f"{match['opening']} {_stretch(last - timedelta(days=1), last)}"


def in_full(text: str, day: date, *, past: bool, adverbial: bool) -> str:
    """`text`, written on `day`, with its dates in full where the day or month is certain.

    `past` tells that what is told is over. Only of an `adverbial` of time is the whole read:
    elsewhere « en mai » may be any year's. Quotations stay as they are.
    """
    low = normalise(text)
    clock = _Clock(day, past=past and not _AHEAD.search(low))
    found: list[tuple[int, int, str]] = []
    for pattern, write in (*_RULES, *(_ADVERBIAL_RULES if adverbial else ())):
        for match in pattern.finditer(low):
            inside = low.count('"', 0, match.start()) % 2
            taken = any(match.start() < end and start < match.end() for start, end, _ in found)
            if not inside and not taken:
                full = write(clock, match)
                found.append((match.start(), match.end(), full or match.group()))
    for start, end, full in sorted(found, reverse=True):
        if full != low[start:end]:
            text = text[:start] + full.replace("'", "’") + text[end:]
    return text


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _written(day: date) -> str:
    return f"{'1er' if day.day == 1 else day.day} {_MONTHS[day.month - 1]} {day.year}"


def _stretch(start: date, end: date) -> str:
    """« du 12 au 13 mars 2025 »."""
    if start.year != end.year:
        return f"du {_written(start)} au {_written(end)}"
    opening = _written(start).rpartition(" ")[0]
    opening = opening.partition(" ")[0] if start.month == end.month else opening
    return f"du {opening} au {_written(end)}"


def _rule(
    pattern: str, write: Callable[[_Clock, Match], str | None]
) -> tuple[re.Pattern[str], Callable[[_Clock, Match], str | None]]:
    return re.compile(rf"(?<![\w'-])(?:{pattern})(?![\w'-])"), write


_RULES = (
    _rule(rf"(?P<opening>(?:dans|pendant|durant) la (?:nuit|soirée|matinée|journée)) (?:de |du )"
          rf"(?P<first>{_DAY})(?: (?:à|au) (?P<last>{_DAY}))?(?! \d)", _Clock.in_night),
    _rule(rf"(?P<lead>depuis |dès |après |(?:de |jusqu'à |à )(?=[a-z]))?"
          rf"(?P<article>le |ce |du |au |les )?(?P<weekday>{_DAY} )?(?P<number>\d{{1,2}})"
          rf"(?P<er>er)? (?P<month>{_MONTH})(?: {_NEAR})?{_PART}"
          r"(?! ?\d{2,4}| précédent| suivant| de )", _Clock.on_numbered_day),
    _rule(rf"(?P<lead>depuis |dès |après |de |jusqu'à |à )?(?P<this>ce )?"
          rf"(?P<told>{_DAY} \d{{1,2}})(?P<near>)(?! ?h| {_MONTH}){_PART}", _Clock.on_weekday),
    _rule(rf"{_ONE}(?P<lead>depuis |dès |après |de |en (?=ce ))?(?P<this>ce )?(?P<told>{_DAY})"
          rf"(?! \d){_PART}(?: {_NEAR})?(?! (?:et|à|au|ou) (?:le )?{_DAY})", _Clock.on_weekday),
    _rule(rf"(?P<lead>depuis |dès |d')?(?P<word>(?:avant-)?hier){_PART}", _Clock.on_near_day),
    _rule(r"(?P<lead>depuis |dès |de )?ce (?P<part>matin|soir|midi)", _Clock.this_part),
    _rule(rf"(?P<lead>en |d'|de |depuis |début |fin |mi-|courant )?(?P<month>{_MONTH}) {_NEAR}",
          _Clock.in_month),
    _rule(rf"{_LEAD}(?P<article>le |la |l'|du |au )(?P<unit>an|année|mois|semaine|week-end)"
          rf" {_NEAR}", _Clock.in_period),
    _rule(r"(?P<lead>de |depuis )?(?P<article>ce )(?P<unit>week-end)(?P<near>)", _Clock.in_period),
    _rule(r"il y a (?P<amount>\d+|[a-zé-]+) (?P<unit>ans|mois|jours?)", _Clock.ago),
)  # fmt: skip
_ADVERBIAL_RULES = (
    _rule(rf"(?P<opening>entre |de |d')(?P<first>{_MONTH}) (?P<joining>et|à) (?P<last>{_MONTH})"
          r"(?: de cette année)?(?! \d{4})", _Clock.between_months),
    _rule(rf"(?P<lead>en |début |fin |depuis |mi-|au mois de |au mois d'|dès )?(?P<month>{_MONTH})"
          r"(?! ?\d{4}| précédent| suivant)", _Clock.in_bare_month),
    _rule(r"(?P<lead>depuis |de )?(?P<article>cette )(?P<unit>année|semaine)(?P<near>)",
          _Clock.in_period),
)  # fmt: skip
