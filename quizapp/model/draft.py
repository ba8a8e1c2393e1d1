"""A text that was read and not yet analysed."""

from datetime import date

from quizapp.model.base import NonEmpty, Noun


class Dropped(Noun):
    """A passage left out while reading, and why: `repeated-title`, `navigation`, `caption`, …"""

    text: NonEmpty
    reason: NonEmpty


class Draft(Noun):
    """Normalised text with its title; headings are lines of their own, blocks stand apart by a
    blank line. The person may cut it, correct it and set the date before it is analysed."""

    title: NonEmpty
    text: NonEmpty
    language: str = "fr"
    source: str | None = None
    licence: str | None = None
    published_on: date | None = None
    dropped: tuple[Dropped, ...] = ()
