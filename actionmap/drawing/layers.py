"""What the maps share: colours, circles, numbers, and how a map is written for the browser.

The browser draws with deck.gl what pydeck composes here; `map/scene.js` says which layers it knows. It adds the
basemap, and fits the first view to the frame, whose size the server never learns.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

INK, PAPER = (22, 32, 42), (255, 255, 255)
REPORTED_COLOR = (29, 92, 150)
ANNOUNCED_COLOR = (230, 138, 38)
Point = tuple[float, float]
"""Latitude and longitude, WGS 84 decimal degrees."""


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
    """pydeck's deck, written without the white space that doubles its size; it says what must be seen at first.

    Parameters
    ----------
    layers
        From the lowest to the topmost.
    look
        What the map looks at; None for all that is on it, none for the world.
    closest
        The highest zoom of that first look.
    """

    _written = ""

    def __init__(
        self, layers: list[pdk.Layer], look: Iterable[Point] | None = None, closest: float | None = None
    ) -> None:
        super().__init__(layers=layers, views=None, initial_view_state=None, map_provider=None)
        self.look = None if look is None else [at(*point) for point in look]
        self.closest = closest

    def to_json(self) -> str:
        """Return the deck as compact JSON, written once: a deck is composed whole and never changed."""
        self._written = self._written or json.dumps(
            self, default=default_serialize, separators=(",", ":"), ensure_ascii=False
        )
        return self._written


MOST_MARKERS = 2000
"""With more places than this, neighbours share a marker, so that the message to the browser stays small."""
_GRIDS = (0.5, 1, 2, 3, 5, 10)  # degrees


def neighbours(places: pd.DataFrame) -> "pd.api.typing.DataFrameGroupBy[Any, Any]":
    """Group places by the cells of the finest grid that has no more than `MOST_MARKERS` with a place."""
    for degrees_ in _GRIDS:
        cell = [(places[c] // degrees_).rename(c[:3]) for c in ("latitude", "longitude")]
        grouped = places.groupby(cell, sort=False)
        if grouped.ngroups <= MOST_MARKERS:
            break
    return grouped


def at(latitude: float, longitude: float) -> list[float]:
    """Return a position as deck.gl takes it, to a metre: longitude first."""
    return [round(longitude, 5), round(latitude, 5)]


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
