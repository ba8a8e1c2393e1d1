"""From the words of an article to a record: certain, or nothing."""

import re

from quizapp.world.index import Index, names_of
from quizapp.world.names import fold, without_titles
from quizapp.world.records import AnyRecord, Person

_CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w’'\-]+"


def link(index: Index, name: str, context: str) -> str | None:
    """The id of what `name` means in an article whose text is `context`, None when unsure.

    A full name, alias, acronym or metonym is enough. A surname is enough when one person bears it,
    or when one of its bearers is named in full in the context at least twice as often as any other.
    """
    candidates = index.find(name) or _people(index.find(without_titles(name)))
    if candidates:
        return _only(candidates, context)
    return _by_surname(index.bearers(without_titles(name)), context)


def _people(records: tuple[AnyRecord, ...]) -> tuple[AnyRecord, ...]:
    return tuple(record for record in records if isinstance(record, Person))


def _only(candidates: tuple[AnyRecord, ...], context: str) -> str | None:
    if len(candidates) == 1:
        return candidates[0].id
    shared = set.intersection(*({fold(n) for n in names_of(c)} for c in candidates))
    text = _padded(context)
    named = [
        c for c in candidates
        if any(_padded(n) in text for n in names_of(c) if fold(n) not in shared)
    ]  # fmt: skip
    return named[0].id if len(named) == 1 else None


def _by_surname(bearers: tuple[Person, ...], context: str) -> str | None:
    if not bearers:
        return None
    text = _padded(context)
    counts = sorted(((_mentions(p, text), p.id) for p in bearers), reverse=True)
    strangers = _strangers(bearers, context)
    if counts[0][0] == 0:
        return bearers[0].id if len(bearers) == 1 and not strangers else None
    rival = max(strangers, counts[1][0] if len(counts) > 1 else 0)
    return counts[0][1] if counts[0][0] >= 2 * rival else None


def _mentions(person: Person, text: str) -> int:
    full = {_padded(name) for name in person.names if fold(name) != fold(person.surname)}
    return sum(text.count(name) for name in full)


def _strangers(bearers: tuple[Person, ...], context: str) -> int:
    """How often the context names somebody of that surname who is none of the bearers."""
    surname = re.escape(bearers[0].surname)
    family_first = all(fold(p.name).startswith(fold(p.surname) + " ") for p in bearers)
    pattern = (
        rf"\b{surname}[ -]{_CAPITALISED}" if family_first else rf"\b{_CAPITALISED} {surname}\b"
    )
    known = {fold(name) for person in bearers for name in person.names}
    found = (fold(match.group()) for match in re.finditer(pattern, context))
    return sum(not any(full in name or name in full for full in known) for name in found)


def _padded(text: str) -> str:
    """Folded, with punctuation as spaces, so that whole words can be found by `in`."""
    words = re.findall(r"\w+", fold(text))
    return f" {' '.join(words)} "
