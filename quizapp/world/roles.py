"""Offices: who held which when, and whether an article's title agrees."""

import re
from datetime import date
from functools import lru_cache

from quizapp.french.typography import tidy
from quizapp.world.index import Index
from quizapp.world.names import fold
from quizapp.world.records import Country, Office, Person

_NOT_NOW = re.compile(r"\b(?:ex|ancien|ancienne|feu|futur|future|elue?|designee?|candidate?)\b")

_CLOSED_TITLE = re.compile(r"(?:remier ministre|remière ministre|chancelier|chancelière|d’État)$")
_OPEN_TITLE = re.compile(r"(?:ministre|secrétaire)(?= (?:de|du|des|d’|à|aux?|délégué)\b)")
_NEVER = "n’a exercé aucune fonction de ce genre"
_NO_OFFICE = "n’exerçait alors aucune fonction de ce genre"

_HEAD_OF_GOVERNMENT = (
    r"(?<!vice )premi\w+ ministre|chef\w* d\w+ gouvernement|chanceli\w+|presidente? du gouvernement"
    r"|presidente? du conseil(?! \w)"
)
_OFFICES = (
    ("vice-premier ministre", r"vice premi\w+|vice presidente? du conseil(?! \w)"),
    ("premier ministre", _HEAD_OF_GOVERNMENT),
    (
        "affaires étrangères",
        r"secretaire d[’ ]etat(?! a\b| aux\b| charge)|affaires etrangeres|diplomatie",
    ),
    ("défense", r"(?:ministre|secretaire)\b.*\b(?:defense|armees)|chef\w* du pentagone"),
    ("intérieur", r"ministre\b.*\binterieur"),
    ("finances", r"(?:ministre|secretaire)\b.*\b(?:finances|economie|tresor)"),
    ("vice-président", r"vice presidente?s?\b"),
    ("secrétaire général", r"secretaire generale?"),
    ("porte-parole", r"porte parole"),
    ("ambassadeur", r"ambassad\w+"),
    ("président", r"(?<!vice )\bpresident(?:e|s|es)?\b|chef\w* (?:d|de l)[’ ]etat(?! major)"),
    ("souverain", r"\broi\b|\breine\b|emir\b|prince heritier|\bpape\b|empereur|souverain\w*"),
    ("ministre", r"\bministre\b"),
)  # fmt: skip


def offices_at(person: Person, on: date) -> tuple[Office, ...]:
    """The offices that the person is known to hold on that day, in the order of the record."""
    return tuple(office for office in person.offices if office.holds(on))


@lru_cache(maxsize=4096)
def kind_of_office(title: str) -> str | None:
    """The family to which a title belongs (« chancelière » is a « premier ministre »)."""
    text = fold(title)
    return next((kind for kind, pattern in _OFFICES if re.search(pattern, text)), None)


def check_role(person: Person, title: str, on: date | None) -> str | None:
    """A French warning when an article's title contradicts the offices on record.

    None when they agree, when the title is no office that we tell apart, when it speaks of a
    former or future office that is on record, or when the record does not vouch for that day.
    """
    kind = kind_of_office(title)
    if kind is None or not person.offices:
        return None
    if on is None or _NOT_NOW.search(fold(title)):
        known = any(kind_of_office(office.title) == kind for office in person.offices)
        return None if known else _warning(person, title, _NEVER)
    if not person.is_vouched_for(on):
        return None
    held = offices_at(person, on)
    if any(kind_of_office(office.title) == kind for office in held):
        return None
    return _warning(person, title, f"était alors {held[0].title}" if held else _NO_OFFICE)


def _warning(person: Person, title: str, truth: str) -> str:
    return tidy(f"L’article dit « {title} » ; à notre connaissance, {person.name} {truth}.")


def describe(index: Index, person: Person, on: date | None) -> str | None:
    """An apposition: the office on that day, else the role, else the last office."""
    held = offices_at(person, on) if on else tuple(o for o in person.offices if o.end is None)
    if held:
        return _full_title(index, person, held[0])
    if person.role:
        return person.role
    past = [o for o in person.offices if o.end and (on is None or o.end < on.isoformat())]
    if not past:
        return None
    last = max(past, key=lambda office: office.end or "")
    former = "ancienne" if person.gender == "f" else "ancien"
    return f"{former} {_full_title(index, person, last)}"


def _full_title(index: Index, person: Person, office: Office) -> str:
    """« ministre russe de la Défense », « secrétaire général de l’ONU »."""
    holder = index.records.get(office.of)
    if holder is None or fold(holder.name) in fold(office.title):
        return office.title
    if isinstance(holder, Country):
        return _national_title(office.title, holder, holder.demonym[person.gender == "f"])
    short = getattr(holder, "acronym", None) or holder.name
    return office.title if fold(short) in fold(office.title) else f"{office.title} ({short})"


def _national_title(title: str, country: Country, adjective: str) -> str:
    """The adjective where French puts it, else the country in brackets."""
    if _CLOSED_TITLE.search(title):
        return f"{title} {adjective}"
    if open_title := _OPEN_TITLE.match(title):
        return f"{open_title.group()} {adjective}{title[open_title.end() :]}"
    return f"{title} ({country.name})"
