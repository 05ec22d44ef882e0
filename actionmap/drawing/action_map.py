"""The map: places with their markers, the chosen place, the way to the nearest actions, and where to look first."""

import json
from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
import pydeck as pdk

from actionmap.drawing.basemap import basemap_layers, map_view
from actionmap.drawing.layers import ANNOUNCED_COLOR, ON_MAP, REPORTED_COLOR, Deck
from actionmap.world.place import EXACT, Place, Town

CLUSTER = "m"
"""The kind of a marker that stands for many places."""

MOST_MARKERS = 2000
"""With more places than this, neighbours share a marker, so that the message to the browser stays small."""

NUMBERS_ZOOM = 1.5
"""From which zoom markers of several actions say how many."""

_TINT = 90  # of 255: how opaque the circle of a country or region is
_WHITE, _REPORTED, _ANNOUNCED = (json.dumps(color) for color in ((255, 255, 255), REPORTED_COLOR, ANNOUNCED_COLOR))
_WHITE_TINT, _REPORTED_TINT, _ANNOUNCED_TINT = (f"{color[:-1]}, {_TINT}]" for color in (_WHITE, _REPORTED, _ANNOUNCED))
_STATUS = f"i[0] == 'a' ? {_ANNOUNCED} : {_REPORTED}"
_STATUS_TINT = f"i[0] == 'a' ? {_ANNOUNCED_TINT} : {_REPORTED_TINT}"
_GRIDS = (0.5, 1, 2, 3, 5, 10)  # degrees


def marker_kind(reported: bool, announced: bool, call: bool, exact: bool) -> str:
    """Return which marker such a place gets, in three letters, because they are sent with every place.

    They are ``r``, ``a`` or ``b`` for reported, announced or both; ``c`` or ``s`` for the call or the same day only;
    ``p`` or ``a`` for a point or an area.
    """
    status = "b" if reported and announced else "r" if reported else "a"
    return f"{status}{'c' if call else 's'}{'p' if exact else 'a'}"


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
    at = pinned.groupby(["latitude", "longitude"], sort=False).ngroup().to_numpy()
    _, first = np.unique(at, return_index=True)
    places = pinned.iloc[first][["latitude", "longitude", *Place._fields, "precision"]]
    places = (
        places.rename_axis("first")
        .reset_index()
        .assign(
            actions=np.bincount(at),
            reported=np.bincount(at[pinned["status"] == "reported"], minlength=len(first)),
            call=np.bincount(at[pinned["basis"] != "same-day"], minlength=len(first)),
        )
    )
    if len(places) > MOST_MARKERS:
        return _clusters(places)
    places["label"] = [_label(*row) for row in _rows(places, "actions", *Place._fields)]
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
    origin: Town | None = None,
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
    layers = list(basemap_layers(dark=dark))
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
        tooltip={"html": "{t}"},
    )


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


def _label(actions: int, *place: str) -> str:
    name = Place(*place).name
    return name if actions == 1 else f"{name}: {actions} actions"


def _markers(places: pd.DataFrame, chosen: int | None, dark: bool) -> list[pdk.Layer]:
    """Draw the places, areas first and larger ones before smaller, so that no marker hides another.

    One layer of circles for all: a renderer compiles each kind of layer before it draws the first pin.

    The layers' ids carry the chosen place: Streamlit forgets the selection of a layer that is gone, so a click never
    leaves the other markers faded, and every click, on whichever marker, is news.
    """
    ordered = places.sort_values("actions", ascending=False, kind="stable")
    data = [
        {
            "p": [round(longitude, 2), round(latitude, 2)],
            "i": kind,
            "s": round(radius) + (ON_MAP.area if kind[-1] == "a" else 0),
            "t": label,
            "k": first,
        }
        for latitude, longitude, first, radius, label, kind in _rows(
            ordered.assign(radius=ON_MAP.radii(ordered["actions"])),
            *("latitude", "longitude", "first", "radius", "label", "kind"),
        )
    ]
    data.sort(key=lambda row: row["i"][-1] != "a")
    area, same_day, both = "i[2] == 'a'", "i[1] == 's'", "i[0] == 'b'"
    return [
        pdk.Layer(
            "ScatterplotLayer",
            id=f"places-{chosen}",
            data=data,
            get_position="p",
            get_fill_color=f"{same_day} ? ({area} ? {_WHITE_TINT} : {_WHITE}) : {area} ? ({_STATUS_TINT}) : {_STATUS}",
            get_line_color=f"{both} ? {_ANNOUNCED} : {area} || {same_day} ? ({_STATUS}) : {_WHITE}",
            get_line_width=f"{same_day} ? 4 : {both} ? 3.5 : 1.5",
            line_width_units="'pixels'",
            stroked=True,
            get_radius=f"{same_day} ? s - 2 : s",
            radius_units="'pixels'",
            pickable=True,
        ),
        _numbers(places),
        _ring("chosen", [{"p": row["p"], "s": row["s"] + 6} for row in data if row["k"] == chosen], dark),
    ]


def _numbers(places: pd.DataFrame) -> pdk.Layer:
    """Write the number of actions on markers of several, once one has zoomed in enough to read them.

    A `TileLayer` of one tile that travels with it: no letter is drawn for the first view, whose pins come sooner so.
    """
    several = places[places["actions"] > 1]
    features = [
        {
            "type": "Feature",
            "properties": {"n": f"{actions:,}"},
            "geometry": {
                "type": "MultiPoint",
                "coordinates": same[["longitude", "latitude"]].round(2).to_numpy().tolist(),
            },
        }
        for actions, same in several.groupby("actions")
    ]
    tile = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))
    return pdk.Layer(
        "TileLayer",
        id="numbers",
        data=f"data:application/json,{tile}",
        max_zoom=0,
        visible_min_zoom=NUMBERS_ZOOM,
        point_type="'text'",
        get_text="properties.n",
        get_text_size=11,
        get_text_color=[255, 255, 255],
        text_character_set="'0123456789,'",
        text_font_family="'system-ui, sans-serif'",
        text_font_weight=700,
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
    )


def _ink(dark: bool) -> list[int]:
    return [240, 240, 240] if dark else [22, 32, 42]


def _ways(origin: Town, nearest: pd.DataFrame, dark: bool) -> list[pdk.Layer]:
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
        )
    ]
