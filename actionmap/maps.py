"""The map: places with their markers, the chosen place, the way to the nearest actions, and where to look first."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import asinh, atan, degrees, log2, pi, radians, sinh, tan
from typing import Any

import numpy as np
import pandas as pd
import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

from actionmap.basemap import basemap_layers, map_view

REPORTED_COLOR = (29, 92, 150)
ANNOUNCED_COLOR = (230, 138, 38)
CLUSTER = "m"
"""The kind of a marker that stands for many places."""

MOST_MARKERS = 2000
"""With more places than this, neighbours share a marker, so that the message to the browser stays small."""

EXACT = ("venue", "locality")
"""Precisions of pins that are points; the others stand for an area."""

_WHITE, _REPORTED, _ANNOUNCED = (json.dumps(color) for color in ((255, 255, 255), REPORTED_COLOR, ANNOUNCED_COLOR))
_STATUS_COLOR = f"i[0] == 'a' ? {_ANNOUNCED} : {_REPORTED}"
_TOOLTIP = {
    "background": "#16202a",
    "color": "#fff",
    "font": "500 13px 'Public Sans', sans-serif",
    "padding": "5px 9px",
    "borderRadius": "4px",
    "margin": "14px 0 0 14px",
    "whiteSpace": "nowrap",
}
_GRIDS = (0.5, 1, 2, 3, 5, 10)  # degrees
_DESKTOP, _PHONE = (560, 480), (280, 340)  # px that the places to be seen must fit into


@dataclass(frozen=True)
class Origin:
    """The town from which distances are taken: its name and its pin in WGS 84 decimal degrees."""

    name: str
    latitude: float
    longitude: float


class Deck(pdk.Deck):  # type: ignore[misc]  # pydeck has no types
    """pydeck's deck, written without the white space that doubles its size."""

    def to_json(self) -> str:
        """Return the deck as compact JSON."""
        return json.dumps(self, default=default_serialize, separators=(",", ":"), ensure_ascii=False)


def marker_kind(reported: bool, announced: bool, call: bool, exact: bool) -> str:
    """Return which marker such a place gets, in three letters, because they are sent with every place.

    They are ``r``, ``a`` or ``b`` for reported, announced or both; ``c`` or ``s`` for the call or the same day only;
    ``p`` or ``d`` for a point or a diamond, which stands for an area.
    """
    status = "b" if reported and announced else "r" if reported else "a"
    return f"{status}{'c' if call else 's'}{'p' if exact else 'd'}"


def gather_places(actions: pd.DataFrame) -> pd.DataFrame:
    """Gather actions by place: one row per pin, in the order of their first actions.

    Parameters
    ----------
    actions
        Rows of `ActionTable.frame`; those without a pin are left out.

    Returns
    -------
    pandas.DataFrame
        ``latitude``, ``longitude`` (degrees), ``first`` (index of the first action there), ``actions`` (their number),
        ``label`` and ``kind`` (see `marker_kind`). With more than `MOST_MARKERS` pins, neighbouring ones share a row.
    """
    pinned = actions[actions["latitude"].notna()]
    pinned = pinned.assign(row=pinned.index, reported=pinned["status"] == "reported", call=pinned["basis"] == "call")
    first = {column: (column, "first") for column in ("locality", "precision", "matched_place")}
    places = (
        pinned.groupby(["latitude", "longitude"], sort=False)
        .agg(
            first=("row", "first"), actions=("id", "size"), reported=("reported", "sum"), call=("call", "sum"), **first
        )
        .reset_index()
    )
    if len(places) > MOST_MARKERS:
        return _clusters(places)
    places["label"] = [_label(*row) for row in _rows(places, "locality", "precision", "matched_place", "actions")]
    places["kind"] = [
        marker_kind(reported > 0, reported < actions, call > 0, precision in EXACT)
        for actions, reported, call, precision in _rows(places, "actions", "reported", "call", "precision")
    ]
    return places


def deck(
    places: pd.DataFrame,
    view: pdk.ViewState,
    *,
    dark: bool,
    chosen: int | None = None,
    origin: Origin | None = None,
    nearest: pd.DataFrame | None = None,
) -> pdk.Deck:
    """Compose the map.

    Parameters
    ----------
    places
        What `gather_places` returned.
    view
        Where the map looks; an unchanged view leaves the visitor's own pan and zoom alone.
    dark
        Whether the page is dark.
    chosen
        The `first` of the place to mark.
    origin, nearest
        The town asked for, and the actions to which lines are drawn, the nearest first.
    """
    layers = basemap_layers(dark=dark)
    if origin is not None and nearest is not None:
        layers += _ways(origin, nearest, dark)
    layers += _markers(places, chosen, dark)
    if origin is not None:
        at = [origin.longitude, origin.latitude]
        layers.append(_ring("origin", [{"p": at, "s": 4}, {"p": at, "s": 9}], dark))
    return Deck(
        layers=layers,
        initial_view_state=view,
        views=[map_view()],
        map_provider=None,
        tooltip={"html": "{t}", "style": _TOOLTIP},
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


def _clusters(places: pd.DataFrame) -> pd.DataFrame:
    for degrees_ in _GRIDS:
        cell = [(places[c] // degrees_).rename(c[:3]) for c in ("latitude", "longitude")]
        grouped = places.groupby(cell, sort=False)
        if grouped.ngroups <= MOST_MARKERS:
            break
    clusters = grouped.agg(
        latitude=("latitude", "mean"),
        longitude=("longitude", "mean"),
        first=("first", "first"),
        actions=("actions", "sum"),
        places=("actions", "size"),
    ).reset_index(drop=True)
    clusters["label"] = [
        f"{actions:,} actions in {places:,} places: filter by country or search to see each"
        for actions, places in _rows(clusters, "actions", "places")
    ]
    clusters["kind"] = CLUSTER
    return clusters


def _rows(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    return zip(*(frame[column] for column in columns), strict=True)


def _label(locality: str, precision: str, matched_place: str, actions: int) -> str:
    place = locality if precision in EXACT else f"{matched_place} (town not stated)"
    return place if actions == 1 else f"{place}: {actions} actions"


def _markers(places: pd.DataFrame, chosen: int | None, dark: bool) -> list[pdk.Layer]:
    """Draw the places, larger first so that no marker hides another.

    The layers' ids carry the chosen place: Streamlit forgets the selection of a layer that is gone, so a click never
    leaves the other markers faded, and every click, on whichever marker, is news.
    """
    data = [
        {
            "p": [round(longitude, 4), round(latitude, 4)],
            "i": kind,
            "s": round(min(8 + 3 * log2(actions), 30), 1),
            "t": label,
            "k": first,
        }
        for latitude, longitude, first, actions, label, kind in _rows(
            places.sort_values("actions", ascending=False, kind="stable"),
            *("latitude", "longitude", "first", "actions", "label", "kind"),
        )
    ]
    several = places[places["actions"] > 1]
    numbers = [
        {"p": [round(longitude, 4), round(latitude, 4)], "n": f"{actions:,}"}
        for latitude, longitude, actions in _rows(several, "latitude", "longitude", "actions")
    ]
    rings = [{"p": row["p"], "s": row["s"] + 6} for row in data if row["k"] == chosen]
    points = [row for row in data if row["i"][-1] != "d"]
    areas = [row for row in data if row["i"][-1] == "d"]
    return [
        pdk.Layer(
            "ScatterplotLayer",
            id=f"places-points-{chosen}",
            data=points,
            get_position="p",
            get_fill_color=f"i[1] == 's' ? {_WHITE} : {_STATUS_COLOR}",
            get_line_color=f"i[0] == 'b' ? {_ANNOUNCED} : i[1] == 's' ? {_STATUS_COLOR} : {_WHITE}",
            get_line_width="i[1] == 's' ? 4 : i[0] == 'b' ? 3.5 : 1.5",
            line_width_units="'pixels'",
            stroked=True,
            get_radius="i[1] == 's' ? s - 2 : s",
            radius_units="'pixels'",
            pickable=True,
        ),
        _diamonds("edges", areas, 11, f"i[0] == 'b' ? {_ANNOUNCED} : {_WHITE}"),
        _diamonds(f"places-areas-{chosen}", areas, 9, _STATUS_COLOR, pickable=True),
        _diamonds("middles", [row for row in areas if row["i"][1] == "s"], 5, _WHITE),
        pdk.Layer(
            "TextLayer",
            id="numbers",
            data=numbers,
            get_position="p",
            get_text="n",
            get_size=11,
            character_set="'0123456789,'",
            font_family="'system-ui, sans-serif'",
            font_weight=700,
            pickable=False,
            _subLayerProps={"characters": {"getColor": [255, 255, 255]}},
        ),
        _ring("chosen", rings, dark),
    ]


def _diamonds(id_: str, data: list[dict[str, Any]], radius: int, color: str, *, pickable: bool = False) -> pdk.Layer:
    """Draw diamonds of so many pixels from middle to corner: flat columns with four corners."""
    return pdk.Layer(
        "ColumnLayer",
        id=id_,
        data=data,
        get_position="p",
        get_fill_color=color,
        radius=radius,
        radius_units="'pixels'",
        disk_resolution=4,
        extruded=False,
        pickable=pickable,
    )


def _ring(id_: str, data: list[dict[str, Any]], dark: bool) -> pdk.Layer:
    """Draw rings around places."""
    return pdk.Layer(
        "ScatterplotLayer",
        id=id_,
        data=data,
        get_position="p",
        filled=False,
        stroked=True,
        get_line_color=_ink(dark),
        get_line_width=3,
        line_width_units="'pixels'",
        get_radius="s",
        radius_units="'pixels'",
        pickable=False,
    )


def _ink(dark: bool) -> list[int]:
    return [240, 240, 240] if dark else [22, 32, 42]


def _ways(origin: Origin, nearest: pd.DataFrame, dark: bool) -> list[pdk.Layer]:
    data = [
        {"a": [origin.longitude, origin.latitude], "b": [longitude, latitude], "w": 2.5 if i == 0 else 1}
        for i, (longitude, latitude) in enumerate(_rows(nearest, "longitude", "latitude"))
    ]
    return [
        pdk.Layer(
            "GreatCircleLayer",
            id="ways",
            data=data,
            get_source_position="a",
            get_target_position="b",
            get_source_color=_ink(dark),
            get_target_color=_ink(dark),
            get_width="w",
            pickable=False,
        )
    ]
