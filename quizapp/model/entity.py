"""People, organisations, countries and places that an article names."""

from typing import Literal

from quizapp.model.base import Id, NonEmpty, Noun
from quizapp.model.span import Span

EntityKind = Literal[
    "person", "organisation", "country", "place", "treaty", "event", "work", "other"
]


class Entity(Noun):
    """`id` is global: ISO 3166 alpha-3 for a country, else a slug (`vladimir-poutine`).

    `aliases` are other names of the same thing, metonyms included (Pyongyang for PRK).
    `description` is a short French apposition, dated where it can change
    (« ministre russe de la Défense depuis mai 2024 »).
    """

    id: Id
    name: NonEmpty
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    description: str | None = None
    mentions: tuple[Span, ...] = ()
