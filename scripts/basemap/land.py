"""Land and borders as tiles, and the countries that are shaded on maps of the whole world."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry import LineString, Polygon, box

from actionmap.world.countries import country_name
from scripts.basemap.geojson import NORTHERNMOST, SOUTHERNMOST, STATIC, feature, latitude, write_features
from scripts.basemap.natural_earth import Topology, lines_in, polygons_in


@dataclass(frozen=True)
class Detail:
    """How detailed the land tiles of one level are; lengths in degrees, areas in square degrees."""

    scale: str
    tolerance: float
    smallest_island: float
    smallest_lake: float
    grid: float


LAND_LEVELS = (
    Detail("50m", tolerance=0.25, smallest_island=0.12, smallest_lake=1.0, grid=0.01),
    Detail("50m", tolerance=0.05, smallest_island=0.004, smallest_lake=0.4, grid=0.01),
    Detail("50m", tolerance=0.015, smallest_island=0.0, smallest_lake=0.1, grid=0.01),
    Detail("10m", tolerance=0.006, smallest_island=0.0003, smallest_lake=0.1, grid=0.005),
)

SHADED = Detail("50m", tolerance=0.15, smallest_island=0.25, smallest_lake=0.0, grid=0.1)
"""How detailed the countries are that are shaded on maps of the whole world."""

SMALLEST_SHADED, DISC = 0.5, 0.8
"""A country whose biggest part has fewer square degrees is a disc of this radius, in degrees."""

LARGE = 60.0
"""A country whose biggest part has more square degrees is seen from farther."""

OVERLAP = 0.05
"""Degrees by which neighbouring tiles overlap, so that no seam shows."""


def write_land(world: dict[str, Topology], lakes: list[Polygon]) -> None:
    """Write `land/{z}/{x}/{y}.json`: one feature with all land, one with all borders, one with those to dash."""
    shutil.rmtree(STATIC / "land", ignore_errors=True)
    for level, detail in enumerate(LAND_LEVELS):
        topology = world[detail.scale].simplified(detail.tolerance)
        decimals = len(str(detail.grid).split(".")[1])
        islands = [polygon for polygon in topology.land() if polygon.area >= detail.smallest_island]
        large = [lake.simplify(detail.tolerance) for lake in lakes if lake.area >= detail.smallest_lake]
        water = shapely.union_all(large)
        land = [part for island in islands for part in polygons_in(shapely.difference(island, water))]
        settled, dashed = topology.borders()
        for x, y, area in tiles(level):
            features = []
            kinds = (
                ("Polygon", polygons_in, land, {}),
                ("LineString", lines_in, settled, {}),
                ("LineString", lines_in, [line.simplify(detail.tolerance) for line in dashed], {"dashed": 1}),
            )
            for kind, parts, shapes, properties in kinds:
                pieces = [
                    piece
                    for shape in shapes
                    if shape.intersects(area)
                    for piece in parts(shapely.set_precision(shapely.intersection(shape, area), detail.grid))
                ]
                if pieces:
                    features.append(
                        feature(f"Multi{kind}", [coordinates(piece, decimals) for piece in pieces], **properties)
                    )
            write_features(STATIC / "land" / str(level) / str(x) / f"{y}.json", features)


def write_countries(world: dict[str, Topology]) -> None:
    """Write `countries.json`, `borders.json` and, finer, `countries/{code}.json`.

    `countries.json`: one feature for every country or territory, to be shaded on maps of the whole world.

    Islands of no size are left out, but not a country's biggest; one that would hardly be seen is a disc instead. The
    outer rings run clockwise, as d3 wants them. `i` counts the features, so that a map can look a colour up by it.
    """
    features = []
    topology, coarse = world[SHADED.scale], world[SHADED.scale].simplified(SHADED.tolerance)
    simplified = coarse.countries()
    for code, (biggest, *_) in sorted(topology.countries().items()):
        if biggest.area < SMALLEST_SHADED:
            shapes = [biggest.representative_point().buffer(DISC, quad_segs=6)]
        else:
            first, *others = simplified[code]
            shapes = [first, *(part for part in others if part.area >= SHADED.smallest_island)]
        rounded = [part for shape in shapes for part in polygons_in(shapely.set_precision(shape, SHADED.grid))]
        rings = [[ring[::-1] for ring in coordinates(part, 1)] for part in rounded]
        features.append(feature("MultiPolygon", rings, code=code, name=country_name(code), i=len(features)))
    write_features(STATIC / "countries.json", features)
    kinds = zip(coarse.borders(), ({}, {"dashed": 1}), strict=True)
    write_features(
        STATIC / "borders.json",
        (feature("MultiLineString", [coordinates(line, 1) for line in lines], **kind) for lines, kind in kinds),
    )
    _write_each(world)


def _write_each(world: dict[str, Topology]) -> None:
    """Write `countries/{code}.json`: each country for a map of its own, as fine as the land tiles that it lies on."""
    shutil.rmtree(STATIC / "countries", ignore_errors=True)
    large, small = (world[detail.scale].simplified(detail.tolerance).countries() for detail in LAND_LEVELS[2:])
    for code, parts in world["10m"].countries().items():
        shapes, detail = (large, LAND_LEVELS[2]) if parts[0].area > LARGE else (small, LAND_LEVELS[3])
        first, *others = shapes.get(code, parts)
        islands = [first, *(one for one in others if one.area >= detail.smallest_island)]
        rounded = [part for shape in islands for part in polygons_in(shapely.set_precision(shape, detail.grid))]
        rings = [coordinates(part, 3) for part in rounded]
        write_features(STATIC / "countries" / f"{code}.json", [feature("MultiPolygon", rings, code=code)])


def tiles(level: int) -> Iterator[tuple[int, int, Polygon]]:
    """Yield x, y and the area (slightly enlarged) of every Web Mercator tile of a level."""
    count = 2**level
    for x in range(count):
        for y in range(count):
            north, south = latitude(y / count), latitude((y + 1) / count)
            yield (
                x,
                y,
                box(
                    max(-180, 360 * x / count - 180 - OVERLAP),
                    max(SOUTHERNMOST, south - OVERLAP),
                    min(180, 360 * (x + 1) / count - 180 + OVERLAP),
                    min(NORTHERNMOST, north + OVERLAP),
                ),
            )


def coordinates(shape: Polygon | LineString, decimals: int) -> list[Any]:
    """Return GeoJSON coordinates, rounded."""

    def rounded(line: LineString) -> list[list[float]]:
        return [[round(x, decimals), round(y, decimals)] for x, y in line.coords]

    if isinstance(shape, LineString):
        return rounded(shape)
    shape = shapely.orient_polygons(shape)
    return [rounded(ring) for ring in (shape.exterior, *shape.interiors)]
