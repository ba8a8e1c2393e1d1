"""What part of the plane a map shows, and how a ring is cut to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizapp.world.maps.topology import Point

_MARGIN = 6.0


@dataclass(frozen=True)
class Frame:
    """A window of the projected plane, shown `width` × `height` pixels large."""

    left: float
    top: float
    scale: float
    width: float
    height: float

    @classmethod
    def around(
        cls, points: Sequence[Point], *, share: float, least: float, width: float, height: float
    ) -> "Frame":
        """The points fill `share` of the window, which spans `least` of the plane or more."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        span = max((max(xs) - min(xs)) / share, (max(ys) - min(ys)) / share * width / height, least)
        scale = width / span
        return cls(
            left=(max(xs) + min(xs)) / 2 - span / 2,
            top=(max(ys) + min(ys)) / 2 - height / scale / 2,
            scale=scale,
            width=width,
            height=height,
        )

    def place(self, point: Point) -> Point:
        return (point[0] - self.left) * self.scale, (point[1] - self.top) * self.scale

    def cut(self, ring: Sequence[Point]) -> list[Point]:
        """The ring inside the window and a small margin (Sutherland and Hodgman)."""
        right, bottom = self.width + _MARGIN, self.height + _MARGIN
        kept = list(ring)
        for axis, limit, above in ((0, -_MARGIN, True), (0, right, False),
                                   (1, -_MARGIN, True), (1, bottom, False)):  # fmt: skip
            kept = _cut_side(kept, axis, limit, above=above)
        return kept


def _cut_side(ring: list[Point], axis: int, limit: float, *, above: bool) -> list[Point]:
    def inside(point: Point) -> bool:
        return point[axis] >= limit if above else point[axis] <= limit

    kept: list[Point] = []
    for previous, point in zip(ring[-1:] + ring[:-1], ring, strict=True):
        if inside(point) != inside(previous):
            kept.append(_crossing(previous, point, axis, limit))
        if inside(point):
            kept.append(point)
    return kept


def _crossing(a: Point, b: Point, axis: int, limit: float) -> Point:
    t = (limit - a[axis]) / (b[axis] - a[axis])
    return a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])


def thin(points: Iterable[Point], least: float) -> list[Point]:
    """Without the points that lie nearer than `least` to the one before."""
    kept: list[Point] = []
    for point in points:
        if kept:
            (x0, y0), (x, y) = kept[-1], point
            if abs(x - x0) < least and abs(y - y0) < least:
                continue
        kept.append(point)
    return kept
