"""The circle around a point on Earth, true on the ground, in rings that a map can fill."""

from collections.abc import Callable

import numpy as np
from geopy.distance import EARTH_RADIUS

_MERCATOR_LATITUDE = 85.051129  # degrees; a square map of the world ends here


def reach_circle(latitude: float, longitude: float, radius_km: float, points: int = 64) -> list[list[list[float]]]:
    """Return the circle of all places at a great-circle distance, in rings that a Mercator map can fill.

    Parameters
    ----------
    latitude, longitude
        The middle, WGS 84 decimal degrees.
    radius_km
        Less than a quarter of the way round the Earth.
    points
        How many bearings to go out along.

    Returns
    -------
    list of rings
        Each is closed, of [longitude, latitude] in decimal degrees, with longitudes from -180 to 180: a circle across
        the antimeridian is two rings that meet it; one around a pole is a band that ends where the map ends, at a
        latitude of 85.05, beyond which there is no point.
    """
    phi, delta = np.radians(latitude), radius_km / EARTH_RADIUS
    bearing = np.linspace(0, 2 * np.pi, points, endpoint=False)
    north = np.cos(phi) * np.cos(delta) - np.sin(phi) * np.sin(delta) * np.cos(bearing)
    away = np.degrees(np.arctan2(np.sin(bearing) * np.sin(delta), north))
    sine = np.sin(phi) * np.cos(delta) + np.cos(phi) * np.sin(delta) * np.cos(bearing)
    latitudes = np.degrees(np.arcsin(np.clip(sine, -1, 1)))
    drawn = np.clip(latitudes, -_MERCATOR_LATITUDE, _MERCATOR_LATITUDE)
    if 90 - abs(latitude) <= np.degrees(delta):
        ring = sorted(zip(((longitude + away + 180) % 360 - 180).tolist(), drawn.tolist(), strict=True))
        end = float(np.copysign(_MERCATOR_LATITUDE, latitude))
        (first, start), (last, stop) = ring[0], ring[-1]
        middle = stop + (start - stop) * (180 - last) / (360 + first - last)  # where it meets the antimeridian
        rings = [[(-180.0, end), (-180.0, middle), *ring, (180.0, middle), (180.0, end)]]
    else:
        around = list(zip((longitude + away).tolist(), drawn.tolist(), strict=True))
        rings = [around]
        if np.abs(longitude + away).max() > 180:
            copies = ([(x + turn, y) for x, y in around] for turn in (0.0, 360.0, -360.0))
            rings = [cut(cut(ring, lambda x, _: 180.0 - x), lambda x, _: x + 180.0) for ring in copies]
    return [[[x, y] for x, y in (*ring, ring[0])] for ring in rings if len(ring) > 2]


def cut(ring: list[tuple[float, float]], inside: Callable[[float, float], float]) -> list[tuple[float, float]]:
    """Return the part of a ring on one side of a line, to which `inside` gives the distance, negative beyond it."""
    kept = []
    for (x0, y0), (x1, y1) in zip(ring[-1:] + ring[:-1], ring, strict=True):
        before, here = inside(x0, y0), inside(x1, y1)
        if (before < 0) != (here < 0):
            part = before / (before - here)
            kept.append((x0 + part * (x1 - x0), y0 + part * (y1 - y0)))
        if here >= 0:
            kept.append((x1, y1))
    return kept
