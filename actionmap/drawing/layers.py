"""What the maps share: colours, circles, numbers, and the view that fits what is shown."""

import json
from collections.abc import Sequence
from math import asinh, atan, degrees, log2, pi, radians, sinh, tan
from typing import Any

import numpy as np
import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

INK, PAPER = (22, 32, 42), (255, 255, 255)
REPORTED_COLOR = (29, 92, 150)
ANNOUNCED_COLOR = (230, 138, 38)
_DESKTOP, _PHONE = (560, 480), (280, 340)  # px that the places to be seen must fit into


class Deck(pdk.Deck):  # type: ignore[misc]  # pydeck has no types
    """pydeck's deck, written without the white space that doubles its size."""

    def to_json(self) -> str:
        """Return the deck as compact JSON."""
        return json.dumps(self, default=default_serialize, separators=(",", ":"), ensure_ascii=False)


def circles(id_: str, rows: list[dict[str, Any]], color: tuple[int, ...], **style: object) -> pdk.Layer:
    """Draw circles of one colour: each row has ``p`` (longitude and latitude), ``s`` (px) and ``t`` (what is said)."""
    given = {
        "get_position": "p",
        "get_fill_color": list(color),
        "get_line_color": list(color if style.get("filled") is False else PAPER),
        "get_line_width": 1,
        "line_width_units": "'pixels'",
        "stroked": True,
        "get_radius": "s",
        "radius_units": "'pixels'",
    }
    return pdk.Layer("ScatterplotLayer", id=id_, data=rows, **given | style)


def numbers(id_: str, rows: list[dict[str, Any]], color: tuple[int, ...]) -> pdk.Layer:
    """Write on the circles of these rows the number ``n`` of each."""
    return pdk.Layer(
        "TextLayer",
        id=id_,
        data=rows,
        get_position="p",
        get_text="n",
        get_size=11,
        get_color=list(color),
        font_family="'system-ui, sans-serif'",
        font_weight=700,
    )


def fitted_view(
    latitudes: Sequence[float], longitudes: Sequence[float], *, phone: bool, closest: float = 7.0
) -> pdk.ViewState:
    """Return the view that shows all these points (degrees), across the antimeridian where that is shorter.

    `closest` is the highest zoom, for points that lie together.
    """
    wide, high = _PHONE if phone else _DESKTOP
    lons = np.sort(np.asarray(longitudes, dtype=float))
    gaps = np.diff(lons, append=lons[0] + 360)
    west = lons[(gaps.argmax() + 1) % len(lons)]
    width = 360 - gaps.max()
    south, north = (asinh(tan(radians(float(np.clip(lat, -80, 80))))) for lat in (min(latitudes), max(latitudes)))
    zoom_x = log2(wide * 360 / (512 * max(width, 0.01)))
    zoom_y = log2(high * 2 * pi / (512 * max(north - south, 0.0001)))
    center = (west + width / 2 + 180) % 360 - 180
    latitude = degrees(atan(sinh((south + north) / 2)))
    zoom = min(zoom_x, zoom_y, closest)
    return pdk.ViewState(latitude=round(latitude, 3), longitude=round(float(center), 3), zoom=round(zoom, 2))
