"""Blocks of a text: headings and paragraphs, without what is not the article."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from quizapp.french import dates
from quizapp.french.typography import normalise as comparable
from quizapp.model import Dropped

_BLANK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_TERMINAL = re.compile(r"[.!?…:;][\s»”\"’')\]]*$")
_LONG_LINE = 120
_SHORT = 200

_SEE_ALSO = re.compile(
    r"^[\W\d]*(?:(?:[àa] )?lire(?: [ée]galement| aussi)?\b(?: ?:|$| aussi| également)|"
    r"[àa] lire\b|lire (?:aussi|[ée]galement|la suite|l['’]article)|voir aussi\b|"
    r"[àa] (?:voir|[ée]couter|d[ée]couvrir)(?: aussi| [ée]galement)?(?: ?:|$)|"
    r"(?:sur le m[êe]me (?:sujet|th[èe]me)|pour aller plus loin|articles? li[ée]s?|"
    r"articles? (?:associ[ée]s?|similaires)|nos derniers articles|plus d['’]articles|"
    r"vous pouvez [ée]galement consulter|article sur wikip[ée]dia|"
    r"ressources multim[ée]dia)\b)",
    re.IGNORECASE,
)
_SHARING = re.compile(
    r"^\W*(?:partage[rz]?|tweete[rz]|envoyer (?:par|à)|imprimer|copier le lien|facebook|twitter|"
    r"whatsapp|linkedin|commente[rz]|\d+ (?:commentaires?|partages?)|r[ée]agir|"
    r"suivez[- ]nous|lien copié)\b[^.!?]*$",
    re.IGNORECASE,
)
_NAVIGATION = re.compile(
    r"^\W*(?:accueil|menu|s['’]abonner|abonnez[- ]vous|je m['’]abonne|d[ée]j[àa] abonn[ée]|"
    r"se connecter|s['’]inscrire|inscrivez[- ]vous|newsletter|publicit[ée]|"
    r"article r[ée]serv[ée] (?:à|aux)|temps de lecture|lecture ?: ?\d+|mots[- ]cl[ée]s|"
    r"tous droits r[ée]serv[ée]s|retour (?:à|en haut)|contenus? sponsoris[ée]s?|"
    r"la suite apr[èe]s (?:la|cette) publicit[ée])\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"^\W*(?:photo(?:graphie)?s?|cr[ée]dits?(?: photo)?|l[ée]gende|illustration|image)\s?[:/©]|^©|"
    r"(?:©|\()[^.()]*\b(?:AFP|Reuters|AP|Getty|EPA|Sipa|DR|Wikimedia)\b[^.]*$",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^Par [A-ZÀ-Ö][\w’'-]+(?: [\w’'-]+){1,4}(?: ?[,(|].*)?$")
_DATED = re.compile(
    r"^\W*(?P<verb>publi[ée]e?|mis[e]? à jour|modifi[ée]e?|cr[ée][ée]|post[ée])?"
    r"\s*(?:le\s|:\s?)?\s*(?:\w+di\s)?"
    r"(?P<date>\d{1,2}(?:er)?\s\w+\s\d{4})(?P<rest>.{0,60})$",
    re.IGNORECASE,
)
_NUMERIC_DATE = re.compile(
    r"^\W*(?:publi[ée]e?|mis[e]? à jour)\s+(?:le\s)?"
    r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4}).{0,60}$",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^(?P<date>\d{1,2}(?:er)?\s\w+\s\d{4})(?:, [^.–—]{2,40})?\.?\s[–—]\s*(?=\S|$)"
)
_SAYS_NO_MORE = re.compile(r"[\s.,–—-]*(?:(?:à\s)?\d{1,2}\s?[h:]\s?\d{0,2})?[\s.,–—-]*")
_LIST_ITEM = re.compile(r"^[\w.+ -]{2,25}[,!]?$")


class Cleaned(NamedTuple):
    blocks: tuple[str, ...]
    dropped: tuple[Dropped, ...]
    published_on: date | None


def blocks_of(text: str) -> list[str]:
    """Paragraphs and headings: apart by a blank line, or each on a line of its own.

    Lines that a margin broke are joined again.
    """
    found: list[str] = []
    for part in _BLANK.split(text):
        lines = [" ".join(line.split("\t")).strip() for line in part.split("\n")]
        lines = [line for line in lines if line]
        found.extend([" ".join(lines)] if _is_wrapped(lines) else lines)
    return found


def _is_wrapped(lines: list[str]) -> bool:
    full = lines[:-1]
    if not full or max(map(len, lines)) > _LONG_LINE:
        return False
    running = [line for line in full if len(line) >= 40 and not _TERMINAL.search(line)]
    return len(running) * 2 > len(full)


def clean(blocks: Iterable[str], *, title: str | None) -> Cleaned:
    """The blocks of the article; what is left out with its reason; the date if a line tells it."""
    kept: list[str] = []
    dropped: list[Dropped] = []
    published: date | None = None
    seen: set[str] = {_key(title)} if title else set()
    before: str | None = None
    for block in blocks:
        line, body, found = _cut_date(block)
        if line:
            dropped.append(Dropped(text=line, reason="publication-date"))
            published = published or found
        if not body:
            continue
        before = _reason(body, seen, title) or _goes_on(body, before)
        if before:
            dropped.append(Dropped(text=body, reason=before))
        else:
            kept.append(body)
            seen.add(_key(body))
    return Cleaned(tuple(kept), tuple(dropped), published)


def _goes_on(block: str, before: str | None) -> str | None:
    """The reason for which the block before was dropped, where this one belongs to it."""
    if before == "see-also" and len(block) < _SHORT and not _TERMINAL.search(block):
        return before
    return before if before == "sharing" and _LIST_ITEM.match(block) else None


def _key(block: str) -> str:
    return comparable(block).casefold().strip(" .!?…«»\"'")


def _reason(block: str, seen: set[str], title: str | None) -> str | None:
    if _key(block) in seen:
        return "repeated-title" if title and _key(block) == _key(title) else "repeated"
    if not any(character.isalnum() for character in block):
        return "ornament"
    if len(block) >= _SHORT:
        return None
    patterns = {
        "see-also": _SEE_ALSO,
        "sharing": _SHARING,
        "navigation": _NAVIGATION,
        "caption": _CAPTION,
        "byline": _BYLINE,
    }
    return next((reason for reason, form in patterns.items() if form.search(block)), None)


def _cut_date(block: str) -> tuple[str, str, date | None]:
    """The line or opening of the block that dates the article, the rest, and the day."""
    if dateline := _DATELINE.match(block):
        if day := _day(dates.parse(dateline["date"], None)):
            return dateline[0].strip(), block[dateline.end() :], day
    elif found := _date_of(block):
        return block, "", found
    return "", block, None


def _date_of(block: str) -> date | None:
    """The day that a line of nothing but a date names."""
    if match := _NUMERIC_DATE.match(block):
        return _day(f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}")
    match = _DATED.match(block)
    if match is None or not (match["verb"] or _SAYS_NO_MORE.fullmatch(match["rest"])):
        return None
    return _day(dates.parse(match["date"], None))


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None
