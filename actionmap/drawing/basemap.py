"""The basemap: sea, land, borders and names from our own files, which stay as they are when something is selected."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pydeck

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

FONT_FAMILY = "Public Sans"


@dataclass(frozen=True)
class Palette:
    """The map's colours, as ``#rrggbb``."""

    sea: str
    land: str
    border: str
    country: str
    city: str


LIGHT = Palette(sea="#dce6eb", land="#faf7f0", border="#c6bfb1", country="#7f7a6e", city="#6f6b62")
DARK = Palette(sea="#0d1722", land="#263443", border="#435466", country="#8f9fb0", city="#9dabba")


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


def palette(*, dark: bool) -> Palette:
    """Return the colours for a dark or a light page."""
    return DARK if dark else LIGHT


def basemap_css(*, dark: bool) -> str:
    """Return the page's CSS for the map: the sea behind the chart, and the letters of the names fetched beforehand.

    deck.gl draws each letter once, in the font that is there at that moment. The invisible text makes the browser fetch
    all files of the font (Latin, Latin Extended, Vietnamese) as soon as the page opens.
    """
    return (
        f'[data-testid="stDeckGlJsonChart"] {{ background: {palette(dark=dark).sea}; }}\n'
        f"body::after {{ content: 'aāả'; position: absolute; visibility: hidden; font-family: '{FONT_FAMILY}'; }}"
    )


def map_view() -> pydeck.View:
    """Return the flat view that the basemap is made for, repeated sideways so that the Pacific is whole."""
    return pydeck.View("MapView", controller=True, repeat=True)


@cache
def basemap_layers(*, dark: bool, static_url: str = "app/static") -> tuple[pydeck.Layer, ...]:
    """Return the land, the borders and the names, to be drawn under the markers.

    Every layer is a `TileLayer` that fetches its files by URL: the browser caches them, and only the URLs travel with a
    rerun. While something is selected Streamlit fades the colours of the layers of other types, but not of this one.
    None can be picked, so a click goes to the marker or, like a click on the sea, ends the selection.

    Parameters
    ----------
    dark
        Whether the page is dark.
    static_url
        Where `static/` is served, relative to the page.
    """
    colours = palette(dark=dark)
    land = pydeck.Layer(
        "TileLayer",
        data=f"{static_url}/land/{{z}}/{{x}}/{{y}}.json",
        id="land",
        max_zoom=LAND_LEVELS - 1,
        zoom_offset=LAND_ZOOM_OFFSET,
        extent=[-180, -85, 180, 85],
        stroked=False,
        get_fill_color=_rgb(colours.land),
        get_line_color=_rgb(colours.border),
        get_line_width=0.75,
        line_width_units="'pixels'",
        line_joint_rounded=True,
    )
    countries = [
        _names(
            f"{static_url}/labels/countries-{zoom}.json",
            f"countries-{zoom}",
            zoom,
            colour=colours.country,
            text_font_weight=COUNTRY_FONT_WEIGHT,
            get_text_size=COUNTRY_FONT_SIZE,
            point_type="'text'",
        )
        for zoom in COUNTRY_ZOOMS
    ]
    cities = [
        _names(
            f"{static_url}/labels/cities-{zoom}.json",
            f"cities-{zoom}",
            zoom,
            colour=colours.city,
            text_font_weight=CITY_FONT_WEIGHT,
            get_text_size=CITY_FONT_SIZE,
            get_text_anchor="'start'",
            get_text_pixel_offset=[CITY_LABEL_OFFSET, 0],
            point_type="'circle+text'",
            stroked=False,
            get_fill_color=_rgb(colours.city),
            get_point_radius=1.5,
            point_radius_units="'pixels'",
        )
        for zoom in CITY_ZOOMS
    ]
    return (land, *countries, *cities)


def _names(url: str, layer_id: str, zoom: int, *, colour: str, **style: object) -> pydeck.Layer:
    """Return a layer of names that is fetched and drawn from a zoom on: one tile, the whole world."""
    return pydeck.Layer(
        "TileLayer",
        data=url,
        id=layer_id,
        max_zoom=0,
        visible_min_zoom=zoom,
        get_text_color=_rgb(colour),
        text_font_family=f"'{FONT_FAMILY}'",
        text_character_set="'auto'",
        **style,
    )


def _rgb(colour: str) -> list[int]:
    return list(bytes.fromhex(colour.removeprefix("#")))
