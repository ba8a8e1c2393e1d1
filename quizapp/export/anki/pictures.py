"""Flags and locator maps, for those countries of which we have them."""

from typing import Protocol

from quizapp.export.anki.media import Medium, svg
from quizapp.model import QuizappError
from quizapp.world import Atlas, World

CREDITS = "Drapeaux : flag-icons (MIT). Cartes : Visionscarto world-atlas (BSD-3-Clause)."
"""Sources and licences of the pictures, as a deck's description names them."""

WITH_NAME = frozenset({"AF", "BL", "BZ", "CR", "DO", "GT", "GY", "HT", "MS", "NI", "PY", "SV"})
"""Flags on which the name of the country, or a motto that gives it away, can be read."""


class Places(Protocol):
    """What the cards need of `Resources`."""

    @property
    def world(self) -> World: ...

    @property
    def atlas(self) -> Atlas: ...


def flag(iso2: str, places: Places) -> Medium | None:
    """None where there is no such flag."""
    try:
        return Medium(places.atlas.flag_path(iso2).read_bytes(), "svg")
    except QuizappError:
        return None


def country_map(iso3: str, places: Places) -> Medium | None:
    """None where the map has no such shape."""
    try:
        return svg(places.atlas.locator_svg(iso3))
    except QuizappError:
        return None
