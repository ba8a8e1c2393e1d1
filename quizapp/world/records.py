"""The records of `decks/world/`: what is known, as of when, and from where."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from quizapp.model.base import Id, NonEmpty, Noun
from quizapp.model.entity import EntityKind

Iso3 = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Gender = Literal["m", "f"]
Article = Literal["la", "le", "l’", "les", "none"]

PartialDate = Annotated[
    str, BeforeValidator(str), StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
]
"""A year, a month or a day, as exactly as it is known."""


class Period(Noun):
    """From `start` to `end`, both included; open where unknown or still running."""

    start: PartialDate | None = Field(default=None, alias="from")
    end: PartialDate | None = Field(default=None, alias="to")

    def holds(self, on: date) -> bool:
        day = on.isoformat()
        return (self.start is None or day[: len(self.start)] >= self.start) and (
            self.end is None or day[: len(self.end)] <= self.end
        )


class Record(Noun):
    """`as_of` is the day until which the record is vouched for; `source` says by what.

    `unsure` are those of its names that mean it only where the article speaks of it otherwise
    (« Vienne », « Géorgie »): by another name, a demonym, or one of the words of `context`.
    """

    id: Id
    name: NonEmpty
    article: Article = "none"
    gender: Gender
    aliases: tuple[NonEmpty, ...] = ()
    unsure: tuple[NonEmpty, ...] = ()
    context: tuple[NonEmpty, ...] = ()
    as_of: PartialDate
    source: NonEmpty

    @property
    def entity_kind(self) -> EntityKind:
        raise NotImplementedError

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that by itself means this record, its own name first."""
        return (self.name, *self.aliases)

    def is_vouched_for(self, on: date) -> bool:
        return on.isoformat()[: len(self.as_of)] <= self.as_of


class Country(Record):
    """A state or territory; `id` is its ISO 3166 alpha-3 code.

    `preposition` stands before the name for « in » and « to » (« en Corée du Nord »).
    `demonym` is the adjective, masculine and feminine; `adjectives` are further forms in use.
    `metonyms` are names that stand for its government (Pyongyang, le Kremlin).
    """

    id: Iso3 = Field(alias="iso3")
    iso2: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    preposition: Literal["en", "au", "aux", "à", "à la", "dans les"] = Field(alias="in")
    status: Literal["member", "observer", "territory"] = "member"
    capital: NonEmpty | None = None
    demonym: tuple[NonEmpty, NonEmpty]
    adjectives: tuple[NonEmpty, ...] = ()
    region: NonEmpty
    neighbours: tuple[Iso3, ...] = ()
    metonyms: tuple[NonEmpty, ...] = ()

    @property
    def entity_kind(self) -> EntityKind:
        return "country"

    @property
    def is_plural(self) -> bool:
        return self.article == "les"


class Organisation(Record):
    """An international body, an institution, an armed group, a company, a news medium, a state
    that is no more (URSS).

    `name` is what newspapers call it, article apart (OTAN). `members` are those of `as_of`;
    `disputed` are countries of which one can say either (suspended, invited, never ratified).
    `generic` names mean it only in an article on its own country (« le Sénat »).
    """

    kind: Literal[
        "international",
        "institution",
        "alliance",
        "armed-group",
        "company",
        "media",
        "ngo",
        "party",
        "former-state",
    ]
    full_name: NonEmpty | None = None
    acronym: NonEmpty | None = None
    country: Iso3 | None = None
    generic: bool = False
    seat: NonEmpty | None = None
    founded: PartialDate | None = None
    ended: PartialDate | None = None
    members: tuple[Iso3, ...] = ()
    joined: Mapping[Iso3, PartialDate] = Field(default_factory=dict)
    left: Mapping[Iso3, PartialDate] = Field(default_factory=dict)
    disputed: tuple[Iso3, ...] = ()

    @property
    def entity_kind(self) -> EntityKind:
        return "other" if self.kind == "former-state" else "organisation"

    @property
    def names(self) -> tuple[str, ...]:
        named = (self.name, self.full_name, self.acronym, *self.aliases)
        return tuple(dict.fromkeys(name for name in named if name))

    def has_member(self, iso3: str, on: date) -> bool:
        period = Period.model_validate({"from": self.joined.get(iso3), "to": self.left.get(iso3)})
        return (iso3 in self.members or iso3 in self.left) and period.holds(on)


class Office(Period):
    """A charge held for a time: « ministre de la Défense » of RUS."""

    title: NonEmpty
    of: Id


class Person(Record):
    """Somebody in the news. `surname` is what an article says after the first mention;
    `common_surname` when it means nobody unless the full name stands beside it (Johnson).

    `role` says who it is where no office does (« journaliste »).
    """

    country: Iso3
    surname: NonEmpty
    common_surname: bool = False
    role: NonEmpty | None = None
    born: PartialDate | None = None
    died: PartialDate | None = None
    offices: tuple[Office, ...] = ()

    @property
    def entity_kind(self) -> EntityKind:
        return "person"


class Region(Record):
    """What is on the map but no state of `countries.yaml`: a state that few recognise, a disputed
    or autonomous territory, a part of a country of which the press speaks.

    `within` are the countries to which it belongs or which claim it; `since` is the day of its
    proclamation or of its annexation, `ended` that of its dissolution.
    """

    status: Literal["unrecognised", "disputed", "part", "dissolved"]
    preposition: Literal["en", "au", "aux", "à", "dans le", "dans la", "dans l’"] = Field(
        alias="in"
    )
    within: tuple[Iso3, ...]
    capital: NonEmpty | None = None
    demonym: tuple[NonEmpty, NonEmpty] | None = None
    since: PartialDate | None = None
    ended: PartialDate | None = None

    @property
    def entity_kind(self) -> EntityKind:
        return "place"


class Treaty(Record):
    """A treaty, an agreement or a resolution.

    `adopted` is the day on which its text was agreed where nobody signed it then; `signed` that
    on which it was signed or opened for signature. Of a resolution, `parties` are those whom it
    concerns.
    """

    about: NonEmpty
    adopted: PartialDate | None = None
    signed: PartialDate | None = None
    in_force: PartialDate | None = None
    ended: PartialDate | None = None
    parties: tuple[Id, ...] = ()
    depositary: tuple[Id, ...] = ()

    @property
    def entity_kind(self) -> EntityKind:
        return "treaty"


AnyRecord = Country | Organisation | Person | Region | Treaty

KINDS: dict[str, type[Any]] = {
    "countries": Country,
    "organisations": Organisation,
    "people": Person,
    "regions": Region,
    "treaties": Treaty,
}
"""The file names of `decks/world/` and what each holds."""
