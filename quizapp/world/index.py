"""Records by id, by name and by surname."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TypeVar

from quizapp.model import QuizappError
from quizapp.world.names import fold, is_proper, without_article
from quizapp.world.records import AnyRecord, Country, Person, Region

_SHORT = 3
R = TypeVar("R", bound=AnyRecord)


class Index:
    """Every record of the world, found by what articles call it."""

    def __init__(self, records: Iterable[AnyRecord]) -> None:
        self.records: dict[str, AnyRecord] = {}
        self._names: dict[str, list[AnyRecord]] = defaultdict(list)
        self._short: dict[str, set[str]] = defaultdict(set)
        self._plain: set[str] = set()
        self._surnames: dict[str, list[Person]] = defaultdict(list)
        self._demonyms: dict[str, list[Country]] = defaultdict(list)
        self._people_of: Counter[str] = Counter()
        for record in records:
            self._add(record)

    def _add(self, record: AnyRecord) -> None:
        if record.id in self.records:
            raise QuizappError("world-invalid", f"the id {record.id} is used twice in the world")
        self.records[record.id] = record
        for name in names_of(record):
            held = self._names[key_of(name)]
            if record not in held:
                held.append(record)
            if not is_proper(name) and " " in name:
                self._plain.add(key_of(name))
            if len(name) <= _SHORT:
                self._short[fold(name)] |= _spellings(name)
        if isinstance(record, Person):
            self._surnames[fold(record.surname)].append(record)
            self._people_of[record.country] += 1
        if isinstance(record, Country):
            for form in sorted(set(demonyms_of(record))):
                self._demonyms[fold(form)].append(record)

    def find(self, name: str) -> tuple[AnyRecord, ...]:
        """The records that bear that full name, alias, acronym or metonym."""
        bare = without_article(name)
        key = fold(bare)
        proper = is_proper(bare) or key in self._plain
        if not proper or (key in self._short and bare not in self._short[key]):
            return ()
        whole = fold(name)
        return tuple(self._names.get(whole) or self._names.get(key) or ())

    def bearers(self, surname: str) -> tuple[Person, ...]:
        return tuple(self._surnames.get(fold(surname), ())) if is_proper(surname) else ()

    def demonym(self, word: str) -> tuple[Country, ...]:
        """« nord-coréenne », « Nord-Coréens » → its country; « dominicain » has two."""
        return tuple(self._demonyms.get(fold(word), ()))

    def people_of(self, iso3: str) -> int:
        """How many people of that country are on record: how much the press speaks of it."""
        return self._people_of[iso3]

    def of_kind(self, kind: type[R]) -> list[R]:
        return [record for record in self.records.values() if isinstance(record, kind)]


def key_of(name: str) -> str:
    """Folded, without the article, unless it belongs to the name: « Le Monde » is not every
    « monde »."""
    return fold(name if name[:1].isupper() else without_article(name))


def _spellings(acronym: str) -> set[str]:
    """ONU is also written Onu; two letters are always capitals."""
    return {acronym, acronym.capitalize()} if len(acronym) == _SHORT else {acronym}


def names_of(record: AnyRecord) -> tuple[str, ...]:
    """All names that mean the record by themselves, a country's metonyms and capital included."""
    if isinstance(record, Country):
        capital = (record.capital,) if record.capital else ()
        return (*record.names, *record.metonyms, *capital)
    return record.names


def demonyms_of(record: AnyRecord) -> tuple[str, ...]:
    """The adjectives of a country or region, singular and plural."""
    if not isinstance(record, Country | Region):
        return ()
    further = record.adjectives if isinstance(record, Country) else ()
    return tuple(
        f"{form}{end}" for form in (*(record.demonym or ()), *further) for end in ("", "s")
    )
