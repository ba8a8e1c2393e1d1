"""What a page shows of a country: its map and its flag."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import asin, degrees, hypot, radians
from pathlib import Path

from quizapp.model import QuizappError
from quizapp.world.maps.drawing import DARK, HEIGHT, LIGHT, WIDTH, Drawing
from quizapp.world.maps.frame import Frame
from quizapp.world.maps.projection import Projection, distance, equal_area, equal_earth, middle
from quizapp.world.maps.shapes import Shape, Shapes
from quizapp.world.maps.topology import Point, read_polygons

_LEAST_SPAN = radians(16)
_ONE_SHARE, _MANY_SHARE = 0.5, 0.75
_HEMISPHERE = 75.0
_LITTLE_LAND = 0.03
_WHOLE_WORLD = ((-2.71, -1.2), (2.71, 1.0))


MAP_SIZE = (WIDTH, HEIGHT)


@dataclass(frozen=True)
class Outline:
    """A country to tap: the `d` of its path; `spot`, where it is too small to be hit."""

    country: str
    path: str
    spot: tuple[int, int] | None


@dataclass(frozen=True)
class Atlas:
    """Map shapes (TopoJSON) and a folder of flags (SVG), both as installed."""

    shapes: Path
    flags: Path

    @classmethod
    def open(cls, *, shapes: Path, flags: Path) -> "Atlas":
        """Raises `QuizappError` when the map shapes or the flags are not installed."""
        for path in (shapes, flags):
            if not path.exists():
                raise QuizappError("assets-missing", f"{path} is missing: run `make assets`.")
        return cls(shapes=shapes, flags=flags)

    def flag_path(self, iso2: str) -> Path:
        """The SVG of a flag, 4 to 3."""
        path = self.flags / f"{iso2.lower()}.svg"
        if not path.is_file():
            raise QuizappError("flag-unknown", f"there is no flag for {iso2} in {self.flags}")
        return path

    def locator_svg(self, iso3: str, *, dark: bool = False) -> str:
        """The country among its neighbours, without a word, so that a question can use it too.

        What is too small to be seen gets a ring; that or a lonely island, a globe in the corner.
        """
        drawn = self._drawn
        if (iso3, dark) not in drawn:
            drawn[iso3, dark] = self._locator(iso3, dark=dark)
        return drawn[iso3, dark]

    def _locator(self, iso3: str, *, dark: bool) -> str:
        parts = self._main_parts(iso3)
        centre = middle(point for part in parts for point in part.outer)
        project = equal_area(centre)
        frame = _frame(parts, project, share=_ONE_SHARE)
        around = self._shapes.near(centre, _radius(frame))
        drawing = Drawing(project, frame, DARK if dark else LIGHT)
        land = drawing.land(shape for shape in around if shape.country != iso3)
        drawing.highlight([shape for shape in around if shape.country == iso3])
        if drawing.ring(parts) or land < _LITTLE_LAND:
            drawing.inset(self._shapes.near(centre, 90), centre)
        return drawing.svg()

    def places_svg(self, iso3s: Iterable[str], *, dark: bool = False) -> str:
        """All the countries of an article on one map; the whole world when they lie far apart."""
        countries = {iso3: self._main_parts(iso3) for iso3 in sorted(set(iso3s))}
        project, frame, around = self._window(countries)
        drawing = Drawing(project, frame, DARK if dark else LIGHT)
        drawing.land(shape for shape in around if shape.country not in countries)
        drawing.highlight([shape for shape in around if shape.country in countries])
        for each in countries.values():
            drawing.ring(each)
        return drawing.svg()

    def outlines(self, iso3s: Iterable[str]) -> tuple[Outline, ...]:
        """Every country that the map of `places_svg` shows, none of them marked: to choose from."""
        countries = {iso3: self._main_parts(iso3) for iso3 in sorted(set(iso3s))}
        project, frame, around = self._window(countries)
        drawing = Drawing(project, frame, LIGHT)
        shown: defaultdict[str, list[Shape]] = defaultdict(list)
        for shape in around:
            shown[shape.country].append(shape)
        spots = {iso3: drawing.spot_of(parts) for iso3, parts in countries.items()}
        return tuple(
            Outline(country, path, spots.get(country))
            for country, shapes in sorted(shown.items())
            if (path := drawing.path_of(shapes)) or spots.get(country)
        )

    def _window(
        self, countries: Mapping[str, list[Shape]]
    ) -> tuple[Projection, Frame, list[Shape]]:
        """The projection and frame in which all these countries are seen, and what lies there."""
        if not countries:
            raise QuizappError("country-unknown", "a map needs one country at least")
        parts = [part for parts in countries.values() for part in parts]
        centre = middle(part.middle for part in parts)
        if max(distance(centre, part.middle) + part.reach for part in parts) > _HEMISPHERE:
            frame = Frame.around(_WHOLE_WORLD, share=1, least=0, width=WIDTH, height=HEIGHT)
            return equal_earth, frame, self._shapes.near(centre, 180)
        project = equal_area(centre)
        frame = _frame(parts, project, share=_MANY_SHARE)
        return project, frame, self._shapes.near(centre, _radius(frame))

    @cached_property
    def _drawn(self) -> dict[tuple[str, bool], str]:
        """Locator maps, each drawn once a process."""
        return {}

    @cached_property
    def _shapes(self) -> Shapes:
        return Shapes(read_polygons(self.shapes))

    def _main_parts(self, iso3: str) -> list[Shape]:
        if iso3 not in self._shapes:
            raise QuizappError("country-unknown", f"there is no map shape for {iso3}")
        return self._shapes.main_parts(iso3)


def _frame(parts: list[Shape], project: Projection, *, share: float) -> Frame:
    points: list[Point] = [p for part in parts for point in part.outer if (p := project(point))]
    return Frame.around(points, share=share, least=_LEAST_SPAN, width=WIDTH, height=HEIGHT)


def _radius(frame: Frame) -> float:
    """How far from the centre of an equal-area map the corners of its window lie, in degrees."""
    right, bottom = frame.left + frame.width / frame.scale, frame.top + frame.height / frame.scale
    corner = max(hypot(x, y) for x in (frame.left, right) for y in (frame.top, bottom))
    return degrees(2 * asin(min(1.0, corner / 2)))
