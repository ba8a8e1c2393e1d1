"""Offices: who held which when, and whether an article's title agrees."""

import re
from datetime import date, timedelta
from functools import lru_cache

from quizapp.french.typography import tidy
from quizapp.world.index import Index
from quizapp.world.names import fold
from quizapp.world.records import Country, Office, Person

_NOT_NOW = re.compile(r"\b(?:ex|ancien|ancienne|feu|futur|future|elue?|designee?|candidate?)\b")

_CLOSED_TITLE = re.compile(r"(?:remier ministre|remière ministre|chancelier|chancelière|d’État)$")
_OPEN_TITLE = re.compile(r"(?:ministre|secrétaire)(?= (?:de|du|des|d’|à|aux?|délégué)\b)")
_NO_OFFICE = "n’exerçait alors aucune fonction de ce genre"

_HANDOVER = 45
"""Days between an election or appointment and the office, or the last days before another's."""

_ON_RECORD_SINCE = "2016"
"""Who came to office since then has all of his highest offices on record."""

_HEAD_OF_GOVERNMENT = (
    r"(?<!vice )premi\w+ ministre|chef\w* d\w+ gouvernement|chanceli\w+|presidente? du gouvernement"
    r"|presidente? du conseil(?! \w)"
)
_OFFICES = (
    ("finances", r"chanceli\w+ de l[’ ]echiquier"),
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

_MINISTRIES = frozenset({"affaires étrangères", "défense", "intérieur", "finances"})
_UNIQUE = _MINISTRIES | {"premier ministre", "président", "secrétaire général"}
_CORE = re.compile(
    r"(?:ministre|secretaire)(?=.*\b(?:defense|armees|etrangeres|interieur|finances|tresor|economie"
    r"|etat)\b)|premi\w+ ministre|chef\w* du gouvernement|chef\w* de (?:l[’ ]etat|la diplomatie)"
    r"|presidente? (?:du (?:gouvernement|conseil)|de la (?:federation|republique))|presidente?"
    r"|chanceli\w+|secretaire generale?"
)
_SMALL = frozenset(
    "le la les l d de du des a au aux et en l’ d’ nouveau nouvelle defense armees affaires"
    " etrangeres interieur finances tresor economie etat actuel actuelle europe".split()
)


def offices_at(person: Person, on: date) -> tuple[Office, ...]:
    """The offices that the person is known to hold on that day, in the order of the record."""
    return tuple(office for office in person.offices if office.holds(on))


@lru_cache(maxsize=4096)
def kind_of_office(title: str) -> str | None:
    """The family to which a title belongs (« chancelière » is a « premier ministre »)."""
    text = fold(title)
    return next((kind for kind, pattern in _OFFICES if re.search(pattern, text)), None)


def check_role(index: Index, person: Person, title: str, on: date | None) -> str | None:
    """A French warning when an article's title contradicts the offices on record.

    Only what is certain: one of the highest offices of a state, which the person does not hold
    within some weeks of that day, though the record vouches for it, and which either is known to
    have been his at another time, or is held by somebody else, or goes with no other that he
    holds. Former and future offices are never contradicted; where the day is not known, only one
    ministry for another, of a person all of whose offices are recent.
    """
    kind = kind_of_office(title)
    if kind not in _UNIQUE or _NOT_NOW.search(fold(title)):
        return None
    if not _is_of_a_state(index, person, title):
        return None
    if on is None:
        return _check_undated(person, title, kind)
    agrees = any(kind_of_office(o.title) == kind and _holds_about(o, on) for o in person.offices)
    if agrees or not person.is_vouched_for(on):
        return None
    held = offices_at(person, on)
    at_other_times = any(kind_of_office(o.title) == kind for o in person.offices)
    excluded = kind in _MINISTRIES and any(kind_of_office(o.title) in _MINISTRIES for o in held)
    if not (at_other_times or excluded or _is_held_by_another(index, person, kind, on)):
        return None
    return _warning(person, title, f"était alors {held[0].title}" if held else _NO_OFFICE)


def _check_undated(person: Person, title: str, kind: str) -> str | None:
    kinds = {kind_of_office(office.title) for office in person.offices}
    recent = all((office.start or "") >= _ON_RECORD_SINCE for office in person.offices)
    if kind not in _MINISTRIES or kind in kinds or not recent:
        return None
    other = next((o for o in person.offices if kind_of_office(o.title) in _MINISTRIES), None)
    return _warning(person, title, f"a été {other.title}") if other else None


def _warning(person: Person, title: str, truth: str) -> str:
    return tidy(f"L’article dit « {title} » ; à notre connaissance, {person.name} {truth}.")


def _is_of_a_state(index: Index, person: Person, title: str) -> bool:
    """« ministre russe de la Défense », « président », not « président du conseil régional »."""
    rest = _CORE.sub(" ", fold(title), count=1)
    words = [word for word in re.findall(r"\w+", rest) if word not in _SMALL]
    homes = [index.records[office.of] for office in person.offices if office.of in index.records]
    known = {word for home in homes for name in home.names for word in fold(name).split()}
    return any(isinstance(home, Country) for home in homes) and all(
        word in known or index.demonym(word) for word in words
    )


def _holds_about(office: Office, on: date) -> bool:
    """On that day or some weeks before or after: elected, handing over."""
    return any(office.holds(on + timedelta(days=days)) for days in (-_HANDOVER, 0, _HANDOVER))


def _is_held_by_another(index: Index, person: Person, kind: str, on: date) -> bool:
    return any(
        office.of == person.country and office.holds(on) and kind_of_office(office.title) == kind
        for other in index.of_kind(Person)
        if other.id != person.id and other.is_vouched_for(on)
        for office in other.offices
    )


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
