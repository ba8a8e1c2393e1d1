"""Decodes TopoJSON: quantised, delta-coded arcs that neighbours share."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Ring = tuple[Point, ...]

# The file draws these apart; the United Nations count them with a member state.
_BELONGS_TO = {"SOL": "SOM", "CYN": "CYP", "ATC": "AUS"}


@dataclass(frozen=True)
class Polygon:
    """Rings of (longitude, latitude) in degrees; the first is the outer one."""

    country: str
    rings: tuple[Ring, ...]


def read_polygons(path: Path) -> tuple[Polygon, ...]:
    """Every polygon of the `countries` of a world atlas, by ISO alpha-3."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = _decode_arcs(topology)
    return tuple(
        Polygon(country=_country(geometry), rings=tuple(_ring(ring, arcs) for ring in rings))
        for geometry in topology["objects"]["countries"]["geometries"]
        for rings in _polygons(geometry)
    )


def _country(geometry: dict[str, Any]) -> str:
    code = str(geometry["properties"]["a3"])
    return _BELONGS_TO.get(code, code)


def _decode_arcs(topology: dict[str, Any]) -> list[Ring]:
    scale_x, scale_y = topology["transform"]["scale"]
    left, bottom = topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        xs = accumulate(step[0] for step in arc)
        ys = accumulate(step[1] for step in arc)
        points = zip(xs, ys, strict=True)
        arcs.append(tuple((x * scale_x + left, y * scale_y + bottom) for x, y in points))
    return arcs


def _polygons(geometry: dict[str, Any]) -> Iterator[list[list[int]]]:
    if geometry["type"] == "Polygon":
        yield geometry["arcs"]
    elif geometry["type"] == "MultiPolygon":
        yield from geometry["arcs"]


def _ring(indices: list[int], arcs: list[Ring]) -> Ring:
    """Arcs end to end; a negative index is an arc read backwards."""
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else tuple(reversed(arcs[~index]))
        points.extend(arc[1:] if points else arc)
    return _unwrapped(points)


def _unwrapped(points: list[Point]) -> Ring:
    """Longitudes that go on past 180° instead of jumping to −180°, as near to Greenwich as whole
    turns allow."""
    turns, previous = 0.0, points[0][0]
    unwrapped = []
    for lon, lat in points:
        turns -= 360 * round((lon - previous) / 360)
        previous = lon
        unwrapped.append((lon + turns, lat))
    mean = sum(lon for lon, _ in unwrapped) / len(unwrapped)
    shift = 360 * round(mean / 360)
    return tuple((lon - shift, lat) for lon, lat in unwrapped)
