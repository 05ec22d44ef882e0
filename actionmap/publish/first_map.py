"""The first map: a selection drawn small, as SVG for who has no live map yet, and as PNG for previews of a link."""

import io
from collections.abc import Iterator
from functools import cache, partial
from itertools import chain
from math import cos, dist, radians
from typing import NamedTuple
from zlib import Z_RLE

import numpy as np
import numpy.typing as npt
import pandas as pd
from PIL import Image, ImageColor, ImageDraw

from actionmap.drawing.action_map import gather_places
from actionmap.drawing.basemap import LIGHT, features
from actionmap.drawing.layers import ANNOUNCED_COLOR, ON_SITE, REPORTED_COLOR
from actionmap.paths import STATIC
from actionmap.publish.markup import render

WIDTH, HEIGHT = 720, 440
"""Of the picture, in its own units; one is a step of the land's outline."""
_SOUTH, _NORTH = -57.0, 76.0
_FEWEST_POINTS = 5  # of an island that is drawn
_SCALES = {"wide": 1.0, "narrow": 1.9}
"""How large markers are, of those of the published site, on a screen or on a phone, where the picture is small."""
_LEGIBLE, _RING = 9.5, 2.6
"""The least radius of a marker with a number, and how wide the ring is of one that has any."""


def first_map(actions: pd.DataFrame) -> str:
    """Draw the places of actions (rows of `ActionTable.frame`) on the world.

    Returns
    -------
    str
        SVG, which takes its colours from the style sheet around it. Nothing of a list is in it but where it took place.
    """
    places = gather_places(actions)
    at = _points(places["longitude"].to_numpy(float), places["latitude"].to_numpy(float)).round(1).tolist()
    rows = list(zip(at, places["actions"].tolist(), places["kind"], strict=True))
    groups = {name: _gathered([_Marker(*row, scale) for row in rows]) for name, scale in _SCALES.items()}
    return render("first_map.svg", width=WIDTH, height=HEIGHT, land=_land(), groups=groups)


class _Marker(NamedTuple):
    at: list[float]
    actions: int
    kind: str
    scale: float

    @property
    def is_area(self) -> bool:
        return self.kind[-1] == "a"

    @property
    def radius(self) -> float:
        grown = float(ON_SITE.radii(self.actions)) + self.is_area * ON_SITE.area / 2
        return max(grown, _LEGIBLE if self.actions > 1 else 0) * self.scale

    def covers(self, other: "_Marker") -> bool:
        return self.is_area == other.is_area and dist(self.at, other.at) < self.radius + other.radius

    def joined(self, other: "_Marker") -> "_Marker":
        """Return the one marker of both: of mixed status, or basis, where they differ (see `marker_kind`)."""
        status, basis = (self.kind[i] if self.kind[i] == other.kind[i] else "bm"[i] for i in (0, 1))
        return _Marker(self.at, self.actions + other.actions, status + basis + self.kind[-1], self.scale)

    @property
    def discs(self) -> list[tuple[float, str]]:
        """The radius and the colour of its discs, the largest first, as those of the live map."""
        status, basis = self.kind[0], self.kind[1]
        inner, outer = ("announced" if status in two else "" for two in ("a", "ab"))
        if self.is_area:
            return [(self.radius, f"{outer} area".strip())]
        ring = _RING * self.scale
        found = [(self.radius, outer), (self.radius - ring, inner if status == "b" and basis == "c" else "paper")]
        found = found if status == "b" or basis != "c" else found[:1]
        return [*found, (self.radius - 1.6 * ring, inner)] if basis == "m" else found


def _gathered(markers: list[_Marker]) -> list[_Marker]:
    """Join markers that would cover one another to the one of the most actions; areas' are apart, and come first."""
    kept: list[_Marker] = []
    for one in sorted(markers, key=lambda marker: -marker.actions):
        covered = next((number for number, other in enumerate(kept) if other.covers(one)), None)
        if covered is None:
            kept.append(one)
        else:
            kept[covered] = kept[covered].joined(one)
    return _gathered(kept) if len(kept) < len(markers) else sorted(kept, key=lambda marker: not marker.is_area)


PICTURE = 600, 315
"""Width and height of `small_picture`, in pixels: what previews of a link have room for."""
_NARROWEST = 12.0  # degrees of latitude
_DASH = 0.3  # degrees of a border that is not settled, and between two dashes
_BORDERS_FROM = 8.0  # pixels a degree: seen from farther, they are but noise
_COLORS = [
    *(ImageColor.getrgb(color) for color in (LIGHT.sea, LIGHT.land, LIGHT.border, "#fff")),
    REPORTED_COLOR,
    ANNOUNCED_COLOR,
]
_SEA, _LAND, _BORDER, _RIM, _REPORTED, _ANNOUNCED = range(len(_COLORS))


def small_picture(actions: pd.DataFrame) -> bytes:
    """Draw the places of actions (rows of `ActionTable.frame`) and the land around them, as a PNG of few kilobytes."""
    places = gather_places(actions).sort_values("actions", ascending=False, kind="stable")
    at = places[["longitude", "latitude"]].to_numpy(float).reshape(-1, 2)
    low, high = (at.min(axis=0), at.max(axis=0)) if len(at) else (np.array([-170.0, -50]), np.array([170.0, 70]))
    middle, size = (low + high) / 2, np.array(PICTURE)
    shrink = max(cos(radians(middle[1])), 0.2)  # of a degree of longitude, there
    scale = (size / np.maximum((high - low) * [shrink, 1] * 1.25, _NARROWEST)).min()
    image = Image.new("P", PICTURE, _SEA)
    image.putpalette([part for color in _COLORS for part in color])
    draw = ImageDraw.Draw(image)

    def pixels(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return np.asarray((points - middle) * [shrink * scale, -scale] + size / 2)

    shapes, low, high = _shapes()
    half = size / 2 / [shrink * scale, scale]
    for number in np.flatnonzero(((high > middle - half) & (low < middle + half)).all(axis=1)):
        closed, line = shapes[number]
        if not closed and scale < _BORDERS_FROM:
            break
        steps = pixels(line).ravel().tolist()
        draw.polygon(steps, fill=_LAND) if closed else draw.line(steps, fill=_BORDER)
    radii = ON_SITE.radii(places["actions"]).tolist()
    for (x, y), radius, kind in zip(pixels(at).tolist(), radii, places["kind"], strict=True):
        color = _ANNOUNCED if kind[0] == "a" else _REPORTED
        if kind[-1] == "a":  # somewhere around there: no dot stands for a country or region
            draw.circle((x, y), radius + ON_SITE.area, outline=color, width=2)
        else:
            draw.circle((x, y), radius, color, outline=_RIM)
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=9, compress_type=Z_RLE)  # flat areas: the smallest of its ways
    return file.getvalue()


@cache
def _shapes() -> tuple[list[tuple[bool, npt.NDArray[np.float64]]], npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return the land's outlines and, after them, the borders, in degrees, and the lower and upper corners of each.

    Each says whether it is closed, and its points.
    """
    found = []
    for closed, dashed, line in _lines(1):
        found += [(closed, part) for part in (_dashes(line) if dashed else [line])]
    found.sort(key=lambda shape: not shape[0])
    low, high = (
        np.array([end(line) for _, line in found]) for end in (partial(np.min, axis=0), partial(np.max, axis=0))
    )
    return found, low, high


def _dashes(line: npt.NDArray[np.float64]) -> list[npt.NDArray[np.float64]]:
    """Cut a line into dashes."""
    along = np.append(0, np.cumsum(np.hypot(*np.diff(line, axis=0).T)))
    ends = np.append(np.arange(0, along[-1], _DASH), along[-1])
    points = np.column_stack([np.interp(ends, along, line[:, axis]) for axis in (0, 1)])
    return [points[i : i + 2] for i in range(0, len(points) - 1, 2)]


def _points(longitudes: npt.NDArray[np.float64], latitudes: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return where places lie in the picture: Web Mercator, cut where hardly anybody lives."""
    north, south = (np.arcsinh(np.tan(radians(edge))) for edge in (_NORTH, _SOUTH))
    y = np.arcsinh(np.tan(np.radians(np.clip(latitudes, -85, 85))))
    return np.column_stack([(longitudes + 180) / 360 * WIDTH, (north - y) / (north - south) * HEIGHT])


@cache
def _land() -> str:
    """Return the land as a path of whole steps (Natural Earth, public domain)."""
    path = ""
    for at in (_points(*line.T).round().astype(int) for closed, _, line in _lines(0) if closed):
        steps = at[np.append(True, np.any(np.diff(at, axis=0), axis=1))]
        if len(steps) >= _FEWEST_POINTS:
            moves = " ".join(f"{x} {y}" for x, y in np.diff(steps, axis=0).tolist())
            path += f"M{steps[0][0]} {steps[0][1]}l{moves}z".replace(" -", "-")
    return path


def _lines(level: int) -> Iterator[tuple[bool, bool, npt.NDArray[np.float64]]]:
    """Give the land's lines on a level of the basemap: whether one is closed, or dashed, and its points in degrees."""
    for feature in chain.from_iterable(map(features, sorted((STATIC / "land" / str(level)).rglob("*.json")))):
        kind, parts = feature["geometry"]["type"], feature["geometry"]["coordinates"]
        closed = kind.endswith("Polygon")
        for line in chain.from_iterable([parts] if kind == "Polygon" else parts) if closed else parts:
            yield closed, "dashed" in feature["properties"], np.array(line, dtype=float)[:, :2]
