"""What the maps share: colours, circles, numbers, and the view that fits what is shown."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from math import asinh, atan, degrees, log2, pi, radians, sinh, tan
from typing import Any

import numpy as np
import numpy.typing as npt
import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

INK, PAPER = (22, 32, 42), (255, 255, 255)
REPORTED_COLOR = (29, 92, 150)
ANNOUNCED_COLOR = (230, 138, 38)
_DESKTOP, _PHONE = (560, 480), (280, 340)  # px that the places to be seen must fit into


@dataclass(frozen=True)
class MarkerSizes:
    """How large the markers of a map are, in its own units: the radius grows with the logarithm of the actions.

    Parameters
    ----------
    smallest, largest
        Radius for one action, and for ever so many.
    step
        By how much twice as many actions add to it.
    area
        By how much the circle of a country or region is larger.
    """

    smallest: float
    step: float
    largest: float
    area: float

    def radii(self, actions: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """Return the radii for places with so many actions."""
        grown = self.smallest + self.step * np.log2(np.asarray(actions, dtype=float))
        return np.asarray(np.minimum(grown, self.largest))


ON_MAP = MarkerSizes(smallest=8, step=3, largest=30, area=8)
"""In pixels."""
ON_SITE = MarkerSizes(smallest=6, step=2.5, largest=26, area=6)
"""In pixels, on the published site, whose map is smaller."""
IN_PRINT = MarkerSizes(smallest=2.8, step=1.2, largest=12, area=3.5)
"""In points."""


class Deck(pdk.Deck):  # type: ignore[misc]  # pydeck has no types
    """pydeck's deck, written without the white space that doubles its size."""

    _written = ""

    def to_json(self) -> str:
        """Return the deck as compact JSON, written once: a deck is composed whole and never changed."""
        self._written = self._written or json.dumps(
            self, default=default_serialize, separators=(",", ":"), ensure_ascii=False
        )
        return self._written


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
