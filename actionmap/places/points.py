"""Points that a list or an online geocoder gives, set against the town that is named and the nearest one."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from actionmap.places.gazetteer import Gazetteer, is_sure_town
from actionmap.world.distances import great_circle_km
from actionmap.world.doubts import Doubt, DoubtKind
from actionmap.world.place import FAR_KM, Candidate, FoundBy, Place, Precision
from actionmap.world.territories import of_one_state

Point = tuple[float, float]
"""Latitude and longitude, WGS 84 decimal degrees."""


class Judged(NamedTuple):
    """What speaks against a point; the country and time zone of its nearest town; and what may be meant instead."""

    doubt: Doubt | None
    country: str
    timezone: str
    instead: tuple[Candidate, ...]


def judged(points: Sequence[tuple[Place, Point]], gazetteer: Gazetteer) -> list[Judged]:
    """Judge points by the places that are said to be there.

    A point is in doubt if it is farther from the town that is named than `FAR_KM` allows; or, where the gazetteer is
    not sure of that town, if it is so far from any, or the nearest one is in another country than is stated.
    """
    if not points:
        return []
    latitudes, longitudes = np.array([point for _, point in points]).T
    named = gazetteer.geocode_frame(pd.DataFrame([place for place, _ in points], columns=Place._fields))
    nearest = gazetteer.nearest(latitudes, longitudes)
    for towns in (named, nearest):
        towns["km"] = great_circle_km(latitudes, longitudes, towns["latitude"], towns["longitude"])  # pair by pair
    rows = zip(points, named.to_dict("records"), nearest.to_dict("records"), strict=True)
    return [_judged(place, point, town, near) for (place, point), town, near in rows]


def _judged(place: Place, point: Point, town: Mapping[Any, Any], near: Mapping[Any, Any]) -> Judged:
    limit = FAR_KM[precision_of(place)]
    doubt = _far(town if is_sure_town(town) else near, limit)
    if not (doubt or is_sure_town(town)) and place.country and not of_one_state(place.country, near["country"]):
        doubt = Doubt(DoubtKind.ANOTHER_COUNTRY, town=near["matched_place"])
    instead: list[Candidate] = []
    if doubt and is_sure_town(town):
        latitude, longitude = reversed(point)
        if abs(latitude) <= 90 and great_circle_km(latitude, longitude, town["latitude"], town["longitude"]) <= limit:
            instead.append(at_point(place, (latitude, longitude), town["timezone"]))
        instead.append(Candidate.of(town, FoundBy.GAZETTEER))
    return Judged(doubt, near["country"], near["timezone"], tuple(instead))


def _far(town: Mapping[Any, Any], limit: float) -> Doubt | None:
    return Doubt(DoubtKind.FAR, km=float(town["km"]), town=town["matched_place"]) if town["km"] > limit else None


def precision_of(place: Place) -> Precision:
    """Return how exact a point is that the list gives: at the venue, if it names one, else somewhere in the town."""
    return Precision.VENUE if place.venue else Precision.LOCALITY


def at_point(place: Place, point: Point, timezone: str) -> Candidate:
    """Return a point that the list gives as what was found, named by the place and the point."""
    at = f"{point[0]:g}, {point[1]:g}"
    name = f"{place.address} ({at})" if place.address else at
    return Candidate(name, *point, precision_of(place), timezone, FoundBy.LIST)
