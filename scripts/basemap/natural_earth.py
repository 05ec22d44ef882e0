"""Natural Earth's land, lakes, borders and countries, out of TopoJSON files.

Its polygons are stitched across the antimeridian, which a flat map would draw as stripes; they are cut there.
"""

import json
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pycountry
import shapely
from shapely.geometry import LineString, Point, Polygon, box

from scripts.basemap.geojson import NORTHERNMOST, SOUTHERNMOST

UNSETTLED = tomllib.loads((Path(__file__).parent / "unsettled.toml").read_text(encoding="utf-8"))
"""The rule for borders that are not settled, and what follows from it."""

WORLD = box(-180, SOUTHERNMOST, 180, NORTHERNMOST)

CODES_WITHOUT_NUMBER = {"Kosovo": "XK"}
"""Natural Earth's name → CLDR's code, for what has no ISO number. Others without a number get no name."""

OVERSEAS = {
    "FR": {
        "FR": (2.5, 46.5),
        "GF": (-53.1, 4.0),
        "GP": (-61.5, 16.2),
        "MQ": (-61.0, 14.6),
        "RE": (55.5, -21.1),
        "YT": (45.2, -12.8),
    },
    "NL": {"NL": (5.5, 52.2), "BQ": (-68.3, 12.2)},
}
"""Countries whose territories overseas have codes of their own but no shapes: code → where it lies (degrees)."""


@dataclass(frozen=True)
class Topology:
    """A TopoJSON file: the arcs that neighbours share, and the objects made of them."""

    arcs: list[list[tuple[float, float]]]
    objects: dict[str, Any]

    @classmethod
    def read(cls, path: Path) -> "Topology":
        """Read a quantized TopoJSON file; the arcs come out in degrees."""
        raw = json.loads(path.read_text(encoding="utf-8"))
        (scale_x, scale_y), (move_x, move_y) = raw["transform"]["scale"], raw["transform"]["translate"]
        arcs = []
        for deltas in raw["arcs"]:
            x = y = 0
            arc = []
            for dx, dy in deltas:
                x, y = x + dx, y + dy
                arc.append((x * scale_x + move_x, y * scale_y + move_y))
            arcs.append(arc)
        return cls(arcs, raw["objects"])

    def simplified(self, tolerance: float) -> "Topology":
        """Simplify arc by arc, so that neighbours stay neighbours."""
        return Topology([list(LineString(arc).simplify(tolerance).coords) for arc in self.arcs], self.objects)

    def polygons(self, geometry: dict[str, Any]) -> Iterator[Polygon]:
        """Yield a geometry's polygons, cut at the antimeridian."""
        parts = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry.get("arcs", [])
        for part in parts:
            shell, *holes = (unrolled(self._ring(arcs)) for arcs in part)
            if len(set(shell)) > 2:
                polygon = shapely.make_valid(Polygon(shell, [hole for hole in holes if len(set(hole)) > 2]))
                for turn in (-360, 0, 360):
                    shifted = shapely.transform(polygon, lambda points, turn=turn: np.add(points, (turn, 0)))
                    yield from polygons_in(shapely.intersection(shifted, WORLD))

    def land(self) -> list[Polygon]:
        """Return continents and islands, without inner borders."""
        return [polygon for geometry in self.objects["land"]["geometries"] for polygon in self.polygons(geometry)]

    def lakes(self) -> list[Polygon]:
        """Return the lakes, their shores smoothed."""
        lakes = (polygon for geometry in self.objects["lakes"]["geometries"] for polygon in self.polygons(geometry))
        return [part for lake in lakes for part in polygons_in(smoothed(lake))]

    def borders(self) -> tuple[list[LineString], list[LineString]]:
        """Return the lines that two countries share: those that are settled, and those that are dashed.

        Neither coast nor the cut at the antimeridian is one.
        """
        users = defaultdict[int, list[str]](list)
        for country in self.objects["countries"]["geometries"]:
            for arc in _flat(country.get("arcs", [])):
                users[max(arc, ~arc)].append(country["properties"]["name"])
        settled, dashed = [], [LineString(line["points"]) for line in UNSETTLED["line"]]
        for arc in sorted(arc for arc in users if len(users[arc]) > 1):
            rest: shapely.Geometry = LineString(self.arcs[arc])
            for rule in UNSETTLED["border"]:
                if set(rule["between"]) <= set(users[arc]):
                    area = box(*rule["within"]) if "within" in rule else WORLD
                    if rule["draw"] == "dashed":
                        dashed += lines_in(rest.intersection(area))
                    rest = rest.difference(area)
            settled += lines_in(rest)
        return settled, dashed

    def countries(self) -> dict[str, list[Polygon]]:
        """Return code → polygons, the biggest first, for every country that has a code."""
        found = defaultdict[str, list[shapely.Geometry]](list)
        joined = set()
        for country in self.objects["countries"]["geometries"]:
            name = country["properties"]["name"]
            number = pycountry.countries.get(numeric=country.get("id", ""))
            code = number.alpha_2 if number else CODES_WITHOUT_NUMBER.get(name)
            moved = [(_area(rule), rule["to"]) for rule in UNSETTLED["land"] if rule["of"] == name]
            joined |= {to for _, to in moved}
            for polygon in self.polygons(country):
                rest: shapely.Geometry = polygon
                for area, to in moved:
                    found[to] += polygons_in(rest.intersection(area))
                    rest = rest.difference(area)
                if code:
                    found[_territory(code, polygon)] += polygons_in(rest)
        for code in joined:
            found[code] = list(polygons_in(shapely.union_all(found[code])))
        return {code: sorted(parts, key=lambda part: -part.area) for code, parts in found.items() if parts}

    def _ring(self, numbers: list[int]) -> list[tuple[float, float]]:
        """Join arcs to a ring; ``~n`` is arc n backwards."""
        points: list[tuple[float, float]] = []
        for number in numbers:
            arc = self.arcs[number] if number >= 0 else self.arcs[~number][::-1]
            points += arc[1:] if points else arc
        return points


def _area(rule: dict[str, Any]) -> Polygon:
    """Return what of a country a rule of `UNSETTLED` speaks of."""
    if line := rule.get("east_of"):
        points = next(one["points"] for one in UNSETTLED["line"] if one["why"] == line)
        return Polygon([*points, (points[-1][0], 33.5), (36.2, 33.5), (36.2, points[0][1])])
    return box(*rule["within"]) if "within" in rule else WORLD


def _territory(country: str, polygon: Polygon) -> str:
    """Return the code of the country, or of its territory overseas, that a polygon of it belongs to."""
    near = polygon.representative_point()
    parts = OVERSEAS.get(country, {country: (0.0, 0.0)})
    return min(parts, key=lambda code: near.distance(Point(parts[code])))


def unrolled(ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Let a ring run on past ±180° where it jumps to the other side; Antarctica, which goes round, gets the pole."""
    points = ring[:1]
    for longitude, latitude in ring[1:]:
        points.append((longitude - 360 * round((longitude - points[-1][0]) / 360), latitude))
    if abs(points[-1][0] - points[0][0]) > 180:
        points += [(points[-1][0], -90.0), (points[0][0], -90.0), points[0]]
    return points


def _flat(arcs: Iterable[Any]) -> Iterator[int]:
    for item in arcs:
        if isinstance(item, int):
            yield item
        else:
            yield from _flat(item)


def smoothed(polygon: Polygon) -> shapely.Geometry:
    """Cut the corners of the outer ring twice (Chaikin)."""
    ring = shapely.get_coordinates(polygon.exterior.simplify(0.02))[:-1]
    for _ in range(2):
        after = np.roll(ring, -1, axis=0)
        ring = np.stack([0.75 * ring + 0.25 * after, 0.25 * ring + 0.75 * after], axis=1).reshape(-1, 2)
    return shapely.make_valid(Polygon(ring))


def polygons_in(geometry: shapely.Geometry) -> Iterator[Polygon]:
    """Yield the polygons with area in any geometry."""
    for part in shapely.get_parts(shapely.get_parts(geometry)):
        if isinstance(part, Polygon) and part.area > 0:
            yield part


def lines_in(geometry: shapely.Geometry) -> Iterator[LineString]:
    """Yield the lines with length in any geometry."""
    for part in shapely.get_parts(shapely.get_parts(geometry)):
        if isinstance(part, LineString) and part.length > 0:
            yield part
