"""Whom a careless reader could take one record for: the likely distractors."""

from collections.abc import Iterable
from datetime import date
from random import Random

from quizapp.world.index import Index
from quizapp.world.records import AnyRecord, Country, Office, Organisation, Person, Region, Treaty
from quizapp.world.roles import kind_of_office, offices_at


def peers(
    index: Index, record: AnyRecord, *, n: int, rng: Random, on: date | None
) -> tuple[str, ...]:
    """At most `n` ids, the likeliest first; ties fall by `rng`. Never the record itself, nor one
    that shares a name with it."""
    others = [other for other in index.of_kind(type(record)) if _is_rival(record, other, on)]
    scored = [(-_likeness(index, record, other, on), rng.random(), other.id) for other in others]
    return tuple(other_id for _, _, other_id in sorted(scored)[:n])


def _is_rival(record: AnyRecord, other: AnyRecord, on: date | None) -> bool:
    if other.id == record.id or other.name in record.names or record.name in other.names:
        return False
    if on is None:
        return True
    day = on.isoformat()
    if isinstance(other, Person):
        return other.died is None or other.died >= day or _is_dead(record, day)
    if isinstance(other, Organisation):
        return (other.founded or "") <= day and (other.ended is None or other.ended >= day)
    return True


def _is_dead(record: AnyRecord, day: str) -> bool:
    return isinstance(record, Person) and record.died is not None and record.died < day


def _likeness(index: Index, record: AnyRecord, other: AnyRecord, on: date | None) -> float:
    if isinstance(record, Country) and isinstance(other, Country):
        return _countries(record, other) + min(1.0, index.people_of(other.id) / 3)
    if isinstance(record, Person) and isinstance(other, Person):
        return _people(index, record, other, on)
    if isinstance(record, Organisation) and isinstance(other, Organisation):
        return _organisations(record, other)
    if isinstance(record, Region) and isinstance(other, Region):
        return len(set(record.within) & set(other.within)) + (record.status == other.status)
    if isinstance(record, Treaty) and isinstance(other, Treaty):
        return len(set(record.parties) & set(other.parties)) + (record.about == other.about)
    return 0


def _countries(record: Country, other: Country) -> float:
    return (
        2.0 * (other.id in record.neighbours)
        + 2.0 * (record.region == other.region)
        + 1.0 * (record.status == other.status)
    )


def _people(index: Index, record: Person, other: Person, on: date | None) -> float:
    alike = _shares_office(record, other, on)
    homes = [index.records.get(person.country) for person in (record, other)]
    regions = {home.region for home in homes if isinstance(home, Country)}
    return (
        3.0 * alike
        + 2.0 * (record.country == other.country)
        + 1.0 * (len(regions) == 1)
        + 1.0 * (bool(record.offices) == bool(other.offices))
        + 0.5 * (record.gender == other.gender)
    )


def _shares_office(record: Person, other: Person, on: date | None) -> float:
    """1 for offices of one family at the time, a half for such offices at different times."""
    if on and _kinds(offices_at(record, on)) & _kinds(offices_at(other, on)):
        return 1.0
    return 0.5 * bool(_kinds(record.offices) & _kinds(other.offices))


def _kinds(offices: Iterable[Office]) -> set[str]:
    return {kind for office in offices if (kind := kind_of_office(office.title))}


def _organisations(record: Organisation, other: Organisation) -> float:
    shared = len(set(record.members) & set(other.members)) / max(1, len(record.members))
    return 2.0 * (record.kind == other.kind) + 1.0 * (record.country == other.country) + shared
