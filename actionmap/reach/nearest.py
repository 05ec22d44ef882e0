"""The actions nearest to a town."""

from dataclasses import dataclass

import pandas as pd
from geopy.location import Location

from actionmap.places.gazetteer import Gazetteer
from actionmap.world.distances import great_circle_km
from actionmap.world.place import EXACT, Town

_NEAREST = 5


@dataclass(frozen=True)
class NearestActions:
    """The answer to a town's name.

    Parameters
    ----------
    origin
        The town.
    actions
        The nearest rows of `ActionTable.frame`, the nearest first, with their distance in ``km``.
    left_out
        How many actions have no town to measure to.
    namesakes
        Names of other towns that could have been meant.
    """

    origin: Town
    actions: pd.DataFrame
    left_out: int
    namesakes: list[str]


def find(near: str, actions: pd.DataFrame, gazetteer: Gazetteer) -> NearestActions | None:
    """Return the nearest of these actions to a town, or None where the gazetteer does not know it."""
    towns: list[Location] = gazetteer.geocode(near, exactly_one=False) or []
    if not towns:
        return None
    origin = Town(_name(towns[0]), towns[0].latitude, towns[0].longitude)
    exact = actions[actions["precision"].isin(EXACT)]
    km = great_circle_km(origin.latitude, origin.longitude, exact["latitude"], exact["longitude"])
    nearest = exact.assign(km=km).nsmallest(_NEAREST, "km", keep="first")
    namesakes = [name for name in map(_name, towns[1:]) if name != origin.name]
    return NearestActions(origin, nearest, len(actions) - len(exact), namesakes)


def _name(town: Location) -> str:
    return str(town.raw["matched_place"])
