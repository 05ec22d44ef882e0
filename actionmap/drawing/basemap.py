"""The basemap: its colours in print, and its files of land, borders and names, which the browser's map fetches."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actionmap.errors import BasemapError

LAND_LEVELS = 4
LAND_ZOOM_OFFSET = -2
"""Land tiles of level n are drawn around zoom n + 2: the whole world in one file until zoom 2.5."""

COUNTRY_ZOOMS = (1, 2, 3, 4, 6)
CITY_ZOOMS = (3, 4, 5, 6, 7)
"""From which zoom `labels/countries-n.json` and `labels/cities-n.json` are drawn, in addition to those before."""

COUNTRY_FONT_SIZE, CITY_FONT_SIZE = 12, 11
"""Pixels."""

COUNTRY_FONT_WEIGHT, CITY_FONT_WEIGHT = 600, 450

CITY_LABEL_OFFSET = 8
"""Pixels between a city's point and its name, room for a marker."""


@dataclass(frozen=True)
class Palette:
    """The map's colours in print, as ``#rrggbb``."""

    sea: str
    land: str
    border: str
    country: str
    city: str


LIGHT = Palette(sea="#dce6eb", land="#faf7f0", border="#c6bfb1", country="#7f7a6e", city="#6f6b62")


def features(path: Path) -> list[dict[str, Any]]:
    """Return the GeoJSON features of a file of the basemap.

    Raises
    ------
    BasemapError
        It is missing or damaged.
    """
    try:
        found: list[dict[str, Any]] = json.loads(path.read_bytes())["features"]
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise BasemapError(path.name) from error
    return found


def broken(text: str) -> str:
    """Break a country's long name into two lines at the space nearest to its middle."""
    spaces = [position for position, letter in enumerate(text) if letter == " "]
    if len(text) < 14 or not spaces:
        return text
    middle = min(spaces, key=lambda position: abs(position - len(text) / 2))
    return f"{text[:middle]}\n{text[middle + 1 :]}"
