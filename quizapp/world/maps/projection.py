"""From longitude and latitude to a plane."""

from collections.abc import Callable, Iterable
from math import acos, asin, atan2, cos, degrees, hypot, radians, sin, sqrt

from quizapp.world.maps.topology import Point

Projection = Callable[[Point], Point | None]
"""Degrees → plane (y downwards), or None where the map has no such place."""

_FARTHEST = radians(150)


def middle(points: Iterable[Point]) -> Point:
    """The mean direction of points on the sphere: right across the antimeridian too."""
    x = y = z = 0.0
    for lon, lat in points:
        lam, phi = radians(lon), radians(lat)
        x += cos(phi) * cos(lam)
        y += cos(phi) * sin(lam)
        z += sin(phi)
    return degrees(atan2(y, x)), degrees(atan2(z, hypot(x, y)))


def distance(a: Point, b: Point) -> float:
    """The angle between two places, in degrees."""
    (lon1, lat1), (lon2, lat2) = a, b
    phi1, phi2, lam = radians(lat1), radians(lat2), radians(lon2 - lon1)
    cosine = sin(phi1) * sin(phi2) + cos(phi1) * cos(phi2) * cos(lam)
    return degrees(acos(max(-1.0, min(1.0, cosine))))


def equal_area(centre: Point) -> Projection:
    """Lambert's azimuthal equal-area projection: no seam, true sizes, for one part of the world."""
    lam0, phi0 = radians(centre[0]), radians(centre[1])
    sin0, cos0 = sin(phi0), cos(phi0)
    limit = cos(_FARTHEST)

    def project(point: Point) -> Point | None:
        lam, phi = radians(point[0]) - lam0, radians(point[1])
        cosine = sin0 * sin(phi) + cos0 * cos(phi) * cos(lam)
        if cosine < limit:
            return None
        k = sqrt(2 / (1 + cosine))
        return k * cos(phi) * sin(lam), -k * (cos0 * sin(phi) - sin0 * cos(phi) * cos(lam))

    return project


def globe(centre: Point) -> Projection:
    """The earth seen from afar; what lies behind the rim is drawn on the rim."""
    lam0, phi0 = radians(centre[0]), radians(centre[1])

    def project(point: Point) -> Point | None:
        lam, phi = radians(point[0]) - lam0, radians(point[1])
        x = cos(phi) * sin(lam)
        y = cos(phi0) * sin(phi) - sin(phi0) * cos(phi) * cos(lam)
        behind = sin(phi0) * sin(phi) + cos(phi0) * cos(phi) * cos(lam) < 0
        rim = hypot(x, y) if behind else 1.0
        return (x / rim, -y / rim) if rim else None

    return project


def equal_earth(point: Point) -> Point:
    """The Equal Earth projection, for the whole world."""
    lam, phi = radians(point[0]), radians(point[1])
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    theta = asin(sqrt(3) / 2 * sin(phi))
    t2 = theta * theta
    t6 = t2**3
    slope = 9 * a4 * t2 * t6 + 7 * a3 * t6 + 3 * a2 * t2 + a1
    x = 2 * sqrt(3) * lam * cos(theta) / (3 * slope)
    return x, -theta * (a4 * t2 * t6 + a3 * t6 + a2 * t2 + a1)
