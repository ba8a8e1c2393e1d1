"""The world as other rooms ask it."""

from datetime import date
from random import Random

from quizapp.model import Entity, QuizappError, Span
from quizapp.world import claims, grammar, linking, peers, roles
from quizapp.world.index import Index, R, key_of, names_of
from quizapp.world.names import fold, without_article, without_titles
from quizapp.world.records import (
    AnyRecord,
    Country,
    Gender,
    Office,
    Organisation,
    Person,
    Region,
    Treaty,
)
from quizapp.world.spotting import Spotter


class World:
    """Countries, organisations, people, regions and treaties; immutable once loaded."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._spotter = Spotter(index.records.values())

    # Records

    def country(self, iso3: str) -> Country:
        return self._get(iso3, Country)

    def organisation(self, organisation_id: str) -> Organisation:
        return self._get(organisation_id, Organisation)

    def person(self, person_id: str) -> Person:
        return self._get(person_id, Person)

    def region(self, region_id: str) -> Region:
        return self._get(region_id, Region)

    def treaty(self, treaty_id: str) -> Treaty:
        return self._get(treaty_id, Treaty)

    def get(self, entity_id: str) -> AnyRecord | None:
        """The record of any kind, None when the world does not know it."""
        return self._index.records.get(entity_id)

    def countries(self) -> tuple[Country, ...]:
        return tuple(self._index.of_kind(Country))

    def organisations(self) -> tuple[Organisation, ...]:
        return tuple(self._index.of_kind(Organisation))

    def people(self) -> tuple[Person, ...]:
        return tuple(self._index.of_kind(Person))

    def regions(self) -> tuple[Region, ...]:
        return tuple(self._index.of_kind(Region))

    def treaties(self) -> tuple[Treaty, ...]:
        return tuple(self._index.of_kind(Treaty))

    def _get(self, record_id: str, kind: type[R]) -> R:
        record = self._index.records.get(record_id)
        if not isinstance(record, kind):
            raise QuizappError("world-unknown", f"decks/world knows no {kind.__name__} {record_id}")
        return record

    # Names

    def find(self, name: str) -> tuple[AnyRecord, ...]:
        """Every record of that full name, alias, acronym, metonym or capital."""
        return self._index.find(name)

    def link(self, name: str, context: str) -> str | None:
        """The id of what `name` means in an article whose text is `context`; None when unsure."""
        return linking.link(self._index, name, context)

    def spot(self, text: str) -> tuple[Span, ...]:
        """Where the text spells a full name, alias, acronym or metonym; `link` tells whose."""
        return tuple(self._spotter.spot(text))

    def is_metonym(self, name: str, iso3: str) -> bool:
        """Whether the name is the capital or a palace that can stand for the country: a place when
        somebody goes there, its government when it decides."""
        country = self.country(iso3)
        named = {fold(without_article(n)) for n in (*country.metonyms, country.capital or "")}
        return fold(without_article(name)) in named

    def metonym(self, name: str, entity_id: str) -> str | None:
        """What a capital, a palace or a seat stands for: « Pyongyang » → « la Corée du Nord »;
        None where the name is the entity's own."""
        record = self._index.records.get(entity_id)
        seat = isinstance(record, Organisation) and key_of(name) == fold(record.seat or "")
        if isinstance(record, Country) and self.is_metonym(name, entity_id):
            seat = fold(record.name) != key_of(name)
        return grammar.with_article(record) if record and seat else None

    def demonym(self, word: str) -> str | None:
        """« nord-coréen », « Nord-Coréennes » → PRK; None when no or several countries fit."""
        countries = self._index.demonym(word)
        return countries[0].id if len(countries) == 1 else None

    def same(self, a: str, b: str) -> bool:
        """Whether two ids or names can mean one thing, metonyms and surnames included."""
        if fold(without_article(a)) == fold(without_article(b)):
            return True
        return bool(self._meanings(a) & self._meanings(b))

    def _meanings(self, name: str) -> set[str]:
        if name in self._index.records:
            return {name}
        bare = without_titles(name)
        found = (*self._index.find(name), *self._index.find(bare), *self._index.bearers(bare))
        return {record.id for record in found}

    def entity(self, entity_id: str, on: date | None = None) -> Entity:
        """The noun for a study set, described as of the article's day where that can change."""
        record = self._index.records.get(entity_id)
        if record is None:
            raise QuizappError("world-unknown", f"decks/world knows no {entity_id}")
        return Entity(
            id=record.id,
            name=record.name,
            kind=record.entity_kind,
            aliases=tuple(dict.fromkeys(n for n in names_of(record) if n != record.name)),
            description=self._description(record, on),
        )

    def _description(self, record: AnyRecord, on: date | None) -> str | None:
        if isinstance(record, Person):
            return roles.describe(self._index, record, on)
        return record.full_name if isinstance(record, Organisation) else None

    # Grammar

    def in_country(self, iso3: str) -> str:
        """« en Corée du Nord », « au Japon », « à Cuba »."""
        return grammar.in_place(self.country(iso3))

    def in_region(self, region_id: str) -> str:
        """« en Transnistrie », « au Somaliland », « dans l’Ohio »."""
        return grammar.in_place(self.region(region_id))

    def inhabitant(self, iso3: str, gender: Gender, *, plural: bool = False) -> str:
        """« Nord-Coréen », « Nord-Coréennes »."""
        return grammar.inhabitant(self.country(iso3), gender, plural=plural)

    def with_article(self, entity_id: str) -> str:
        """« la Corée du Nord », « l’ONU », « Cuba »."""
        return grammar.with_article(self._known(entity_id))

    def de(self, entity_id: str) -> str:
        """« de la Corée du Nord », « du Japon », « d’Haïti »."""
        return grammar.de(self._known(entity_id))

    def to(self, entity_id: str) -> str:
        """« à la Corée du Nord », « au Japon », « à Haïti »."""
        return grammar.to(self._known(entity_id))

    def _known(self, entity_id: str) -> AnyRecord:
        record = self._index.records.get(entity_id)
        if record is None:
            raise QuizappError("world-unknown", f"decks/world knows no {entity_id}")
        return record

    # Offices and likeness

    def office_at(self, person_id: str, on: date) -> Office | None:
        """The first office on record for that day."""
        return next(iter(roles.offices_at(self.person(person_id), on)), None)

    def check_role(self, person_id: str, title: str, on: date | None) -> str | None:
        """A French warning when an article's title contradicts the offices on record."""
        return roles.check_role(self._index, self.person(person_id), title, on)

    def check_capital(self, town: str, iso3: str) -> str | None:
        """A French warning when the town is no capital of the country."""
        return claims.check_capital(town, self.country(iso3))

    def check_member(
        self, iso3: str, organisation_id: str, on: date | None, *, denied: bool = False
    ) -> str | None:
        """A French warning when the country was no member on that day; `denied`: was one."""
        country, organisation = self.country(iso3), self.organisation(organisation_id)
        return claims.check_member(country, organisation, on, denied=denied)

    def check_treaty(self, treaty_id: str, deed: claims.Deed, year: int) -> str | None:
        """A French warning when the treaty was not signed, or not in force, in that year first."""
        return claims.check_treaty(self.treaty(treaty_id), deed, year)

    def peers(self, entity_id: str, n: int, rng: Random, on: date | None) -> tuple[str, ...]:
        """Ids of likely distractors: same kind, region, office and time; the likeliest first."""
        return peers.peers(self._index, self._known(entity_id), n=n, rng=rng, on=on)
