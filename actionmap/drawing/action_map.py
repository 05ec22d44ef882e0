"""The map: places with their markers, the chosen place, and the way to the nearest actions."""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import pandas as pd
import pydeck as pdk

from actionmap.drawing.layers import ANNOUNCED_COLOR, MOST_MARKERS, ON_MAP, REPORTED_COLOR, Deck, Point, at, neighbours
from actionmap.languages import mark_many, say, say_many
from actionmap.world.place import EXACT, Place, Town

CLUSTER = "m"
"""How the kind of a marker ends that stands for many places."""

_WAY = (95, 112, 128)


def marker_kind(reported: int, actions: int, call: int, precision: str) -> str:
    """Return which marker such a place gets, in three letters, because they are sent with every place.

    They are ``r``, ``a`` or ``b`` for reported, announced or both; ``c``, ``s`` or ``m`` for the call, the same day or
    some of each; ``p``, ``a`` or `CLUSTER` for a point, an area or many places.

    Parameters
    ----------
    reported, call
        How many of its `actions` were reported, and are tied to the call.
    precision
        Of its pin; `CLUSTER` for many places.
    """
    status = "r" if reported == actions else "b" if reported else "a"
    basis = "c" if call == actions else "m" if call else "s"
    return status + basis + (CLUSTER if precision == CLUSTER else "p" if precision in EXACT else "a")


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
    places = pinned.iloc[first][["latitude", "longitude", *Place._fields, "precision", "uncertainty_m"]]
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
        places = _clusters(places)
    else:
        places["label"] = [_label(*row) for row in _rows(places, "actions", *Place._fields)]
    places["kind"] = [marker_kind(*row) for row in _rows(places, "reported", "actions", "call", "precision")]
    return places


def deck(
    places: pd.DataFrame,
    *,
    chosen: int | None = None,
    origin: Town | None = None,
    nearest: pd.DataFrame | None = None,
    look: Iterable[Point] | None = None,
    closest: float | None = None,
) -> Deck:
    """Compose the map.

    Parameters
    ----------
    places
        What `gather_places` returned.
    chosen
        The `first` of the place to mark.
    origin, nearest
        The town asked for, and the actions to which lines are drawn, the nearest first.
    look, closest
        See `Deck`.
    """
    ways = [] if origin is None or nearest is None else [_ways(origin, nearest)]
    return Deck([*ways, _markers(places, chosen, origin)], look, closest)


def _clusters(places: pd.DataFrame) -> pd.DataFrame:
    clusters = (
        neighbours(places)
        .agg(
            latitude=("latitude", "mean"),
            longitude=("longitude", "mean"),
            first=("first", "first"),
            actions=("actions", "sum"),
            reported=("reported", "sum"),
            call=("call", "sum"),
            places=("actions", "size"),
        )
        .reset_index(drop=True)
    )
    clusters["label"] = [
        say(
            "{actions} in {places}: filter by country or search to see each",
            actions=say_many("{number} action", "{number} actions", actions),
            places=say_many("{number} place", "{number} places", places),
        )
        for actions, places in _rows(clusters, "actions", "places")
    ]
    return clusters.assign(precision=CLUSTER, country="", uncertainty_m=np.nan)


def _rows(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    return zip(*(frame[column] for column in columns), strict=True)


def _label(actions: int, *place: str) -> str:
    name = Place(*place).name
    several = mark_many("{place}: {number} action", "{place}: {number} actions")
    return name if actions == 1 else say_many(*several, actions, place=name)


def _markers(places: pd.DataFrame, chosen: int | None, origin: Town | None) -> pdk.Layer:
    """Draw the places; the browser gathers at every zoom those whose markers would cover one another.

    Of each travel its position ``p``, its kind ``i``, its key ``k``, what is said of it ``t``, the number ``n`` of its
    actions where there are several, its country ``c`` where no more than that is known, and ``u``, how far the pin of a
    venue may be off, in metres.
    """
    columns = ("latitude", "longitude", "kind", "first", "label", "actions", "precision", "country", "uncertainty_m")
    rows = [
        {"p": at(latitude, longitude), "i": kind, "k": first, "t": label}
        | ({"n": actions} if actions > 1 else {})
        | ({"c": country} if precision == "country" else {})
        | ({"u": round(metres)} if metres > 0 else {})
        for latitude, longitude, kind, first, label, actions, precision, country, metres in _rows(places, *columns)
    ]
    return pdk.Layer(
        "MarkerLayer",
        id="places",
        data=rows,
        colors={"reported": REPORTED_COLOR, "announced": ANNOUNCED_COLOR},
        sizes=vars(ON_MAP),
        chosen=chosen,
        origin=None if origin is None else at(origin.latitude, origin.longitude),
    )


def _ways(origin: Town, nearest: pd.DataFrame) -> pdk.Layer:
    rows = [
        {"a": at(origin.latitude, origin.longitude), "b": at(*to), "w": 1 if i else 2.5}
        for i, to in enumerate(_rows(nearest, "latitude", "longitude"))
    ]
    return pdk.Layer(
        "GreatCircleLayer",
        id="ways",
        data=rows,
        get_source_position="a",
        get_target_position="b",
        get_source_color=_WAY,
        get_width="w",
    )
