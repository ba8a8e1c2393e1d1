"""Country shapes by code, and which of their parts a map is about."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import cos, radians

from quizapp.world.maps.projection import distance, middle
from quizapp.world.maps.topology import Point, Polygon, Ring

_SMALLEST_SHARE = 0.005
_NEAR_DEGREES = 4.0
_NEAR_RADII = 3.0


@dataclass(frozen=True)
class Shape:
    """One polygon with where it lies and how far it reaches, in degrees."""

    polygon: Polygon

    @property
    def country(self) -> str:
        return self.polygon.country

    @property
    def outer(self) -> Ring:
        return self.polygon.rings[0]

    @cached_property
    def middle(self) -> Point:
        return middle(self.outer)

    @cached_property
    def reach(self) -> float:
        return max(distance(self.middle, point) for point in self.outer)

    @cached_property
    def area(self) -> float:
        """In square degrees at its own latitude: good enough to compare."""
        doubled = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(self.outer))
        return abs(doubled) / 2 * cos(radians(self.middle[1]))


class Shapes:
    """All polygons of the world."""

    def __init__(self, polygons: Iterable[Polygon]) -> None:
        self._by_country: dict[str, list[Shape]] = defaultdict(list)
        for polygon in polygons:
            self._by_country[polygon.country].append(Shape(polygon))

    def __contains__(self, iso3: str) -> bool:
        return iso3 in self._by_country

    def near(self, centre: Point, radius: float) -> list[Shape]:
        """Every polygon that may reach into that circle, in degrees."""
        return [
            shape
            for shapes in self._by_country.values()
            for shape in shapes
            if distance(centre, shape.middle) <= radius + shape.reach
        ]

    def main_parts(self, iso3: str) -> list[Shape]:
        """The largest polygon and what lies around it: France without Guiana and Réunion."""
        shapes = sorted(self._by_country[iso3], key=lambda shape: -shape.area)
        largest = shapes[0]
        near = max(_NEAR_DEGREES, _NEAR_RADII * largest.reach)
        return [
            shape
            for shape in shapes
            if shape is largest
            or (
                shape.area >= _SMALLEST_SHARE * largest.area
                and distance(largest.middle, shape.middle) <= near
            )
        ]
