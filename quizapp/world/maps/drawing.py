"""Projected shapes as SVG: land, the highlighted countries, rings and a small globe."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizapp.world.maps.frame import Frame, thin
from quizapp.world.maps.projection import Projection, globe
from quizapp.world.maps.shapes import Shape
from quizapp.world.maps.topology import Point, Ring

WIDTH, HEIGHT = 720, 480
_LEAST_STEP = 2.0
_RING_BELOW = 22.0
_SEAM = 180.0
_GLOBE_RADIUS, _GLOBE_STEP = 68, 2.5


@dataclass(frozen=True)
class Palette:
    """The tokens of the identity, written out: an image knows no style sheet."""

    sea: str
    land: str
    border: str
    highlight: str
    outline: str


LIGHT = Palette("#FBF8F2", "#E4DFD5", "#FBF8F2", "#FFF0A6", "#1B4DB1")
DARK = Palette("#15171B", "#2C3037", "#15171B", "#5A4E12", "#8FB2FF")


class Drawing:
    """One map in the making; `svg()` prints it."""

    def __init__(self, project: Projection, frame: Frame, palette: Palette) -> None:
        self._project = project
        self._frame = frame
        self._palette = palette
        self._parts: list[str] = []

    def land(self, shapes: Iterable[Shape]) -> float:
        """Draws what is not in question; says what share of the window it covers."""
        outlines = [self._visible(ring) for shape in shapes for ring in shape.polygon.rings]
        paths = [_path(points, closed=True) for points in outlines]
        self._parts.append(
            f'<path d="{"".join(paths)}" fill="{self._palette.land}" '
            f'stroke="{self._palette.border}" stroke-width="1.2" fill-rule="evenodd"/>'
        )
        return sum(_area(points) for points in outlines) / (WIDTH * HEIGHT)

    def highlight(self, shapes: Sequence[Shape]) -> None:
        rings = [ring for shape in shapes for ring in shape.polygon.rings]
        fill = "".join(_path(self._visible(ring), closed=True) for ring in rings)
        outline = "".join(self._outline(ring) for ring in rings)
        self._parts.append(
            f'<path d="{fill}" fill="{self._palette.highlight}" fill-rule="evenodd"/>'
            f'<path d="{outline}" fill="none" stroke="{self._palette.outline}" '
            'stroke-width="2.4" stroke-linejoin="round"/>'
        )

    def ring(self, parts: Sequence[Shape]) -> bool:
        """A ring around parts of which the largest is too small to be seen; says whether it is."""
        if _extent(self._placed(parts[0].outer))[2] >= _RING_BELOW:
            return False
        x, y, span = _extent([p for shape in parts for p in self._placed(shape.outer)])
        self._parts.append(
            f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{span / 2 + 16:.0f}" fill="none" '
            f'stroke="{self._palette.outline}" stroke-width="4"/>'
        )
        return True

    def path_of(self, shapes: Iterable[Shape]) -> str:
        """What is seen of these shapes, as the `d` of a path; empty when nothing is."""
        rings = (ring for shape in shapes for ring in shape.polygon.rings)
        return "".join(_path(self._visible(ring), closed=True) for ring in rings)

    def spot_of(self, parts: Sequence[Shape]) -> tuple[int, int] | None:
        """Where parts lie that are too small to be seen or tapped."""
        if _extent(self._placed(parts[0].outer))[2] >= _RING_BELOW:
            return None
        x, y, _ = _extent([p for shape in parts for p in self._placed(shape.outer)])
        return round(x), round(y)

    def inset(self, shapes: Iterable[Shape], centre: Point) -> None:
        """A globe in the corner that says in which part of the world the map lies."""
        project = globe((centre[0], max(-50.0, min(50.0, centre[1]))))
        x, y, r = WIDTH - _GLOBE_RADIUS - 16, HEIGHT - _GLOBE_RADIUS - 16, _GLOBE_RADIUS
        paths = []
        for shape in shapes:
            points = [p for point in shape.outer if (p := project(point))]
            placed = thin(((x + r * px, y + r * py) for px, py in points), _GLOBE_STEP)
            paths.append(_path(placed, closed=True))
        px, py = project(centre) or (0.0, 0.0)
        colours = self._palette
        self._parts.append(
            f'<circle cx="{x}" cy="{y}" r="{r}" fill="{colours.sea}"/>'
            f'<path d="{"".join(paths)}" fill="{colours.land}"/>'
            f'<circle cx="{x}" cy="{y}" r="{r}" fill="none" stroke="{colours.outline}" '
            f'stroke-width="2"/><circle cx="{x + r * px:.0f}" cy="{y + r * py:.0f}" r="7" '
            f'fill="{colours.highlight}" stroke="{colours.outline}" stroke-width="3"/>'
        )

    def svg(self) -> str:
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{self._palette.sea}"/>'
            f"{''.join(self._parts)}</svg>"
        )

    def _placed(self, ring: Iterable[Point]) -> list[Point]:
        return [self._frame.place(p) for point in ring if (p := self._project(point))]

    def _visible(self, ring: Ring) -> list[Point]:
        return thin(self._frame.cut(self._placed(ring)), _LEAST_STEP)

    def _outline(self, ring: Ring) -> str:
        """The ring without the seam along the antimeridian, where the data cut a country."""
        runs: list[list[Point]] = [[]]
        for previous, point in pairwise(ring):
            if _is_on_seam(previous) and _is_on_seam(point):
                runs.append([])
                continue
            runs[-1].extend((previous, point) if not runs[-1] else (point,))
        return "".join(_path(thin(self._placed(run), _LEAST_STEP), closed=False) for run in runs)


def _is_on_seam(point: Point) -> bool:
    return abs(abs(point[0]) - _SEAM) < 0.01


def _area(points: Sequence[Point]) -> float:
    closed = (*points, *points[:1])
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(closed))) / 2


def _extent(points: Sequence[Point]) -> tuple[float, float, float]:
    """The middle of the points, and how far they spread."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    span = max(max(xs) - min(xs), max(ys) - min(ys))
    return (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2, span


def _path(points: Sequence[Point], *, closed: bool) -> str:
    """A path in whole pixels, each step relative to the one before: half as long."""
    whole = [(round(x), round(y)) for x, y in points]
    if len(whole) < (3 if closed else 2):
        return ""
    steps = (f"{x - x0} {y - y0}" for (x0, y0), (x, y) in pairwise(whole))
    return f"M{whole[0][0]} {whole[0][1]}l" + " ".join(steps).replace(" -", "-") + "z" * closed
