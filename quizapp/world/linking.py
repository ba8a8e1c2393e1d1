"""From the words of an article to a record: certain, or nothing."""

import re
from functools import lru_cache

from quizapp.world.index import Index, demonyms_of, key_of, names_of
from quizapp.world.names import fold, gender_told, without_titles, words_of
from quizapp.world.records import AnyRecord, Country, Organisation, Person

_CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w’'\-]+"
_SHORTEST_ALONE = 4


def link(index: Index, name: str, context: str) -> str | None:
    """The id of what `name` means in an article whose text is `context`, None when unsure.

    A full name, alias, acronym or metonym is enough, unless it is shared, unsure or generic: then
    the context decides. A surname is enough when one of its bearers is named in full in the
    context, twice as often as any other, or when nobody else of that name is likely.
    """
    candidates = index.find(name) or _people(index.find(without_titles(name)))
    if candidates:
        return _by_name(index, name, candidates, context)
    bearers, gender = index.bearers(without_titles(name)), gender_told(name)
    return _by_surname(tuple(p for p in bearers if gender in (None, p.gender)), context)


def _people(records: tuple[AnyRecord, ...]) -> tuple[AnyRecord, ...]:
    return tuple(record for record in records if isinstance(record, Person))


def _by_name(
    index: Index, name: str, candidates: tuple[AnyRecord, ...], context: str
) -> str | None:
    text, keys = _article(context), {fold(name), key_of(name), key_of(name[:1].lower() + name[1:])}
    sure = tuple(c for c in candidates if not keys & {key_of(n) for n in c.unsure})
    if len(candidates) > 1 or not sure:
        spoken_of = tuple(c for c in candidates if _is_spoken_of(c, candidates, text))
        candidates = spoken_of or sure
    if len(candidates) != 1:
        return None
    found = candidates[0]
    if isinstance(found, Organisation) and found.generic and not _is_at_home(index, found, text):
        return None
    return found.id


def _is_spoken_of(record: AnyRecord, rivals: tuple[AnyRecord, ...], text: str) -> bool:
    """Whether the text has a name, an adjective or a context word that is the record's alone."""
    shared = {fold(n) for n in record.unsure}
    if len(rivals) > 1:
        shared |= set.intersection(*({fold(n) for n in _signs(rival)} for rival in rivals))
    return any(_padded(n) in text for n in _signs(record) if fold(n) not in shared)


def _signs(record: AnyRecord) -> tuple[str, ...]:
    return (*names_of(record), *demonyms_of(record), *record.context)


def _is_at_home(index: Index, organisation: Organisation, text: str) -> bool:
    """Whether the article speaks of the organisation's country more than of any other."""
    counts = {
        country.id: sum(text.count(_padded(n)) for n in (*names_of(country), *demonyms_of(country)))
        for country in index.of_kind(Country)
    }
    own = counts.pop(organisation.country or "", 0)
    return own > max(counts.values(), default=0)


def _by_surname(bearers: tuple[Person, ...], context: str) -> str | None:
    if not bearers:
        return None
    text = _article(context)
    counts = sorted(((_mentions(person, text), person.id) for person in bearers), reverse=True)
    strangers = _strangers(bearers, context)
    if counts[0][0] == 0:
        return None if strangers else _alone(bearers)
    rival = max(strangers, counts[1][0] if len(counts) > 1 else 0)
    return counts[0][1] if counts[0][0] >= 2 * rival else None


def _alone(bearers: tuple[Person, ...]) -> str | None:
    """Who is meant by a surname that nothing explains: the one who ever held an office."""
    known = [person for person in bearers if person.offices] or list(bearers)
    if len(known) != 1 or known[0].common_surname or len(known[0].surname) < _SHORTEST_ALONE:
        return None
    return known[0].id


def _mentions(person: Person, text: str) -> int:
    full = {_padded(name) for name in person.names if fold(name) != fold(person.surname)}
    return sum(text.count(name) for name in full)


def _strangers(bearers: tuple[Person, ...], context: str) -> int:
    """How often the context names somebody of that surname who is none of the bearers."""
    surname = re.escape(bearers[0].surname)
    family_first = all(fold(p.name).startswith(f"{fold(p.surname)} ") for p in bearers)
    pattern = (
        rf"\b{surname}[ -]{_CAPITALISED}" if family_first else rf"\b{_CAPITALISED} {surname}\b"
    )
    known = {fold(name) for person in bearers for name in person.names}
    found = (
        fold(match.group())
        for match in re.finditer(pattern, context)
        if without_titles(match.group()) == match.group()
    )
    return sum(not any(full in name or name in full for full in known) for name in found)


@lru_cache(maxsize=8192)
def _padded(name: str) -> str:
    return words_of(name)


@lru_cache(maxsize=2)
def _article(text: str) -> str:
    return words_of(text)
