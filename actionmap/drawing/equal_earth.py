"""The world on a page: the Equal Earth projection, and sea, land and borders as SVG paths."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache, partial
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from actionmap.drawing.basemap import features
from actionmap.drawing.circle import cut
from actionmap.errors import BasemapError
from actionmap.paths import STATIC

Array = npt.NDArray[np.float64]

_A1, _A2, _A3, _A4, _M = 1.340264, -0.081106, 0.000893, 0.003796, 3**0.5 / 2


def equal_earth(longitudes: npt.ArrayLike, latitudes: npt.ArrayLike) -> tuple[Array, Array]:
    """Project the globe onto a plane on which areas keep their ratios.

    The projection is Equal Earth (B. Šavrič, T. Patterson and B. Jenny 2018, doi:10.1080/13658816.2018.1504949).

    Parameters
    ----------
    longitudes, latitudes
        Degrees; the meridian of Greenwich is the middle of the map.

    Returns
    -------
    x, y
        Eastward and northward, for a globe of radius 1: within ±2.7066 and ±1.3173.
    """
    theta = np.arcsin(_M * np.sin(np.radians(latitudes)))
    t2 = theta * theta
    t6 = t2**3
    x = np.radians(longitudes) * np.cos(theta) / (_M * (_A1 + 3 * _A2 * t2 + t6 * (7 * _A3 + 9 * _A4 * t2)))
    return x, theta * (_A1 + _A2 * t2 + t6 * (_A3 + _A4 * t2))


_HALF_WIDTH, _HALF_HEIGHT = float(equal_earth(180, 0)[0]), float(equal_earth(0, 90)[1])

HEIGHT = _HALF_HEIGHT / _HALF_WIDTH
"""The map's height as a part of its width."""


class World(NamedTuple):
    """Paths of an SVG (values of the attribute `d`): the earth's outline, meridians and parallels, land, borders.

    Borders that are not settled stand apart: they are dashed.
    """

    outline: str
    grid: str
    land: str
    borders: str
    unsettled: str


def points(longitudes: npt.ArrayLike, latitudes: npt.ArrayLike, width: float) -> Array:
    """Return where places (degrees) lie on a map so wide: shape (n, 2), right and down from its upper left corner."""
    x, y = equal_earth(longitudes, latitudes)
    return np.column_stack([_HALF_WIDTH + x, _HALF_HEIGHT - y]) * width / (2 * _HALF_WIDTH)


Window = tuple[float, float, float, float]
"""A part of a map: its left, upper, right and lower edge, in the map's units."""


@lru_cache(maxsize=64)
def world(width: float, level: int, window: Window | None = None) -> World:
    """Draw the world on a map so wide, from the basemap's tiles of a level (Natural Earth, public domain).

    What lies outside a `window` is left out.
    """
    outline = [np.array([[-180, -90], [-180, 90], [180, 90], [180, -90], [-180, -90]])]
    grid = [np.array([[longitude, -90], [longitude, 90]]) for longitude in range(-150, 180, 30)]
    grid += [np.array([[-180, latitude], [180, latitude]]) for latitude in range(-60, 90, 30)]
    rings, borders, unsettled = _tiles(level)
    closed, between = (partial(_cut_to, window), partial(_runs_in, window)) if window else (_whole, _whole)
    kinds = ((outline, _whole), (grid, between), (rings, closed), (borders, between), (unsettled, between))
    return World(*(_path(part for line in lines for part in cut(_bent(line, width))) for lines, cut in kinds))


@cache
def _tiles(level: int) -> tuple[list[Array], list[Array], list[Array]]:
    """Return the outlines of land, the borders and those not settled of a level, in degrees."""
    rings: list[Array] = []
    borders: tuple[list[Array], list[Array]] = [], []
    tiles = sorted((STATIC / "land" / str(level)).rglob("*.json"))
    if not tiles:
        raise BasemapError("land")
    for tile in tiles:
        for feature in features(tile):
            geometry = feature["geometry"]
            if geometry["type"] == "MultiPolygon":
                rings += [np.array(ring) for polygon in geometry["coordinates"] for ring in polygon]
            else:
                borders["dashed" in feature["properties"]].extend(map(np.array, geometry["coordinates"]))
    for ring in rings:
        ring[ring[:, 1] <= -85, 1] = -90  # the tiles end at 85° south
    return rings, *borders


def _bent(line: Array, width: float) -> Array:
    """Return where a line of longitudes and latitudes lies, with points at most two degrees apart, so that it bends."""
    along = np.append(0, np.cumsum(np.abs(np.diff(line, axis=0)).max(axis=1)))
    at = np.union1d(along, np.arange(0, along[-1], 2))
    return points(np.interp(at, along, line[:, 0]), np.interp(at, along, line[:, 1]), width)


def outlines(polygons: Iterable[Iterable[npt.ArrayLike]], width: float) -> str:
    """Draw polygons (GeoJSON coordinates of a MultiPolygon) as a path on a map so wide."""
    return _path(_bent(np.array(ring), width) for polygon in polygons for ring in polygon)


def _whole(line: Array) -> list[Array]:
    return [line]


def _cut_to(window: Window, ring: Array) -> list[Array]:
    """Return the part of a ring that is in a window."""
    left, top, right, bottom = window
    (west, north), (east, south) = ring.min(axis=0), ring.max(axis=0)
    if west > right or east < left or north > bottom or south < top:
        return []
    part = list(map(tuple, ring.tolist()))
    for edge, side in ((left, 1), (right, -1)):
        part = cut(part, lambda x, y, edge=edge, side=side: side * (x - edge))  # type: ignore[misc]
    for edge, side in ((top, 1), (bottom, -1)):
        part = cut(part, lambda x, y, edge=edge, side=side: side * (y - edge))  # type: ignore[misc]
    return [np.array([*part, part[0]])] if len(part) > 2 else []


def _runs_in(window: Window, line: Array) -> list[Array]:
    """Return the parts of a line that are in a window, or lead into it or out."""
    left, top, right, bottom = window
    inside = np.all((line >= (left, top)) & (line <= (right, bottom)), axis=1)
    near = inside | np.append(inside[1:], False) | np.append(False, inside[:-1])
    ends = np.flatnonzero(np.diff(near)) + 1
    return [part for part, kept in zip(np.split(line, ends), np.split(near, ends), strict=True) if kept[0]]


_LEADING_ZERO = re.compile(r"(?<![\d.])0\.")


def _path(lines: Iterable[Array]) -> str:
    """Write lines as a path: after the first point of a line come steps, in hundredths of the map's unit.

    That takes half the length of positions.
    """
    parts = []
    for line in lines:
        (x, y), *steps = np.diff(np.rint(line * 100), axis=0, prepend=0) / 100
        if moves := [f"{dx:g},{dy:g}" for dx, dy in steps if dx or dy]:
            parts.append(f"M{x:g},{y:g}l{' '.join(moves)}")
    return _LEADING_ZERO.sub(".", "".join(parts))
