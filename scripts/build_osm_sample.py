"""Write a small OpenStreetMap extract for a Nominatim to be tested with: the gazetteer's larger towns, and test venues.

Towns, their names, people and coordinates are GeoNames' (CC BY 4.0), as in `data/gazetteer/`; a region is the convex
hull of its towns. The venues are no real ones. The same tables always give the same file.

Usage: ``python -m scripts.build_osm_sample SAMPLE.osm``
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pandas as pd
from shapely import MultiPoint

from actionmap.campaign.actions import read_actions
from actionmap.paths import GAZETTEER_FOLDER
from actionmap.places.gazetteer import Gazetteer

SHIPPED_LIST = GAZETTEER_FOLDER.parent / "actions.csv"
FEWEST_PEOPLE = 300_000
_BORDER = 0.1  # degrees that a region reaches beyond its outermost towns


@dataclass(frozen=True)
class SampleVenue:
    """A place that only the sample has: its name, its main tag, its coordinates (WGS 84 decimal degrees)."""

    name: str
    tag: tuple[str, str]
    latitude: float
    longitude: float


VENUES = (
    SampleVenue("Test Square", ("place", "square"), 48.2105, 16.3700),  # Vienna
    SampleVenue("Test Square", ("place", "square"), 52.5205, 13.4100),  # Berlin
    SampleVenue("Test Park", ("leisure", "park"), 48.2250, 16.3950),  # Vienna
    SampleVenue("Test Library", ("amenity", "library"), 43.6540, -79.3800),  # Toronto
    SampleVenue("Innsbruck", ("place", "hamlet"), 48.0000, 16.0000),  # 355 km from the city of that name, and in it
    SampleVenue("Test Hall", ("amenity", "community_centre"), 48.0010, 16.0010),
    SampleVenue("Testhausen", ("place", "village"), 47.5000, 13.5000),  # a name that the gazetteer does not know
    SampleVenue("Testville", ("place", "village"), 40.0000, -89.0000),  # one that two villages have: in Illinois,
    SampleVenue("Testville", ("place", "village"), 31.0000, -99.0000),  # and in Texas
)
"""Places that are no real ones."""


def sample_towns(tables: Path = GAZETTEER_FOLDER, shipped: Path = SHIPPED_LIST) -> pd.DataFrame:
    """Return the towns of the sample: the larger ones, and all of the list that comes with the project."""
    places = pd.read_parquet(tables / "places.parquet")
    gazetteer = Gazetteer(tables)
    asked = {(action.locality, action.region or "", action.country) for action in read_actions(shipped).actions}
    found = [gazetteer.geocode(dict(zip(_ASKED, place, strict=True))) for place in asked if place[0]]
    listed = {town.raw["geonameid"] for town in found if town}
    return places[(places["population"] >= FEWEST_PEOPLE) | places["geonameid"].isin(listed)]


_ASKED = ("city", "state", "country")


def build(tables: Path = GAZETTEER_FOLDER, shipped: Path = SHIPPED_LIST) -> bytes:
    """Compose the extract, as OSM XML: nodes, ways, relations."""
    nodes = ElementTree.Element("osm", version="0.6", generator="Action Map test sample")
    ways, relations = ElementTree.Element("ways"), ElementTree.Element("relations")
    towns = sample_towns(tables, shipped)
    for town in towns.itertuples():
        kind = "city" if town.population >= 100_000 else "town"
        tags = {"place": kind, "name": town.name, "name:en": town.name, "population": str(town.population)}
        _add_node(nodes, town.latitude, town.longitude, tags)
    for venue in VENUES:
        _add_node(nodes, venue.latitude, venue.longitude, dict([venue.tag]) | {"name": venue.name})
    places, areas = pd.read_parquet(tables / "places.parquet"), pd.read_parquet(tables / "areas.parquet")
    for area in areas[(areas["admin1"] != "") | (areas["country"] == "PR")].itertuples():
        inside = places.iloc[area.start : area.stop]
        if not area.admin1:  # Puerto Rico, which OpenStreetMap has as a part of the United States
            code = ("US", area.country)
        elif towns.index.isin(inside.index).any() and np.ptp(inside["longitude"]) < 180:
            code = (area.country, area.code)
        else:
            continue
        hull = MultiPoint(inside[["longitude", "latitude"]].to_numpy()).convex_hull.buffer(_BORDER, quad_segs=2)
        corners = [_add_node(nodes, latitude, longitude, {}) for longitude, latitude in hull.exterior.coords[:-1]]
        way = _add(ways, "way", {}, {})
        for corner in (*corners, corners[0]):
            ElementTree.SubElement(ways[-1], "nd", ref=corner)
        tags = {"type": "boundary", "boundary": "administrative", "admin_level": "4", "ISO3166-2": "-".join(code)}
        _add(relations, "relation", {}, tags | {"name": area.name, "name:en": area.name, "ref": code[1]})
        ElementTree.SubElement(relations[-1], "member", type="way", ref=way, role="outer")
    nodes.extend([*ways, *relations])
    return ElementTree.tostring(nodes, encoding="utf-8", xml_declaration=True)


def _add_node(nodes: ElementTree.Element, latitude: float, longitude: float, tags: dict[str, str]) -> str:
    return _add(nodes, "node", {"lat": f"{latitude:.5f}", "lon": f"{longitude:.5f}"}, tags)


def _add(parent: ElementTree.Element, kind: str, attributes: dict[str, str], tags: dict[str, str]) -> str:
    """Add an element, and return its number."""
    number = str(len(parent) + 1)
    element = ElementTree.SubElement(parent, kind, id=number, version="1", **attributes)
    for key, value in tags.items():
        ElementTree.SubElement(element, "tag", k=key, v=value)
    return number


def main(arguments: Iterable[str] = tuple(sys.argv[1:])) -> None:
    """Write the extract to the file that is named."""
    (path,) = arguments
    Path(path).write_bytes(build())


if __name__ == "__main__":
    main()
