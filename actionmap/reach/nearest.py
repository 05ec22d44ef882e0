"""The actions nearest to a town: a row for each place."""

import re
from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd
from geopy.location import Location

from actionmap.places.gazetteer import Gazetteer
from actionmap.text import fold
from actionmap.world.distances import great_circle_km
from actionmap.world.place import EXACT, Precision, Town

_NEAREST = 5
_PART_KM = 60.0
"""From the middle of a city to its farthest part."""
_MARKUP = re.compile(r"[<>{}\[\]\\|=*]")
_WITH_DIGIT = re.compile(r"\S*\d\S*")
"""A word of a postcode."""


@dataclass(frozen=True)
class NearestActions:
    """The answer to a town's name.

    Parameters
    ----------
    origin
        The town.
    actions
        The first action at each of the nearest places, the nearest first: rows of `ActionTable.frame` with their
        distance in ``km``, and of all actions there ``number``, the numbers of their ``statuses``, and ``dates``.
    parts
        The actions whose venue has the town's name, pinned in the middle of a city that it may be a part of: they come
        before the nearest. The site's script has the same order.
    around
        The actions somewhere in the town's region or country whose town is not stated.
    left_out
        How many actions elsewhere have no town to measure to.
    namesakes
        Names of other towns that could have been meant.
    """

    origin: Town
    actions: pd.DataFrame
    parts: pd.DataFrame
    around: pd.DataFrame
    left_out: int
    namesakes: list[str]


def find(near: str, actions: pd.DataFrame, gazetteer: Gazetteer) -> NearestActions | None:
    """Return the nearest of these actions to a town, or None where the gazetteer does not know it."""
    towns = _towns(near, gazetteer)
    if not towns:
        return None
    origin = Town(_name(towns[0]), towns[0].latitude, towns[0].longitude)
    exact, areas = actions["precision"].isin(EXACT), actions["matched_place"].unique()
    around = ~exact & actions["matched_place"].isin([one for one in areas if one and origin.name.endswith(one)])
    namesakes = [name for name in map(_name, towns[1:]) if name != origin.name]
    left_out = int((~exact & ~around).sum())
    nearest, parts = _places(actions[exact], origin), _parts(actions, origin)
    return NearestActions(origin, nearest, parts, actions[around], left_out, namesakes)


def known(near: str, gazetteer: Gazetteer) -> str:
    """Return the full name of the town that a text means; empty where it means none."""
    towns = _towns(near, gazetteer)
    return _name(towns[0]) if towns else ""


def meant(near: str, gazetteer: Gazetteer) -> list[str]:
    """Return the names of towns that a name no town has may be a misspelling or the beginning of."""
    if _MARKUP.search(near):
        return []
    return list(dict.fromkeys(map(_name, [*gazetteer.misspelt(near)[:_NEAREST], *gazetteer.suggest(near)])))


def _towns(near: str, gazetteer: Gazetteer) -> list[Location]:
    if _MARKUP.search(near):
        return []
    ways = dict.fromkeys((near, " ".join(_WITH_DIGIT.sub(" ", near).split())))
    found = (gazetteer.geocode(way, exactly_one=False) for way in ways if way)
    return next(filter(None, found), [])


def _parts(actions: pd.DataFrame, origin: Town) -> pd.DataFrame:
    km = great_circle_km(origin.latitude, origin.longitude, actions["latitude"], actions["longitude"])
    in_town = actions[(km < _PART_KM) & (actions["precision"] == Precision.LOCALITY)]
    name = f" {fold(origin.name.partition(',')[0])} "
    elsewhere = [
        name in f" {fold(venue)} " and name not in f" {fold(locality)} "
        for venue, locality in zip(in_town["venue"], in_town["locality"], strict=True)
    ]
    return in_town[np.array(elsewhere, dtype=bool)].head(_NEAREST)


def _places(actions: pd.DataFrame, origin: Town) -> pd.DataFrame:
    km = great_circle_km(origin.latitude, origin.longitude, actions["latitude"], actions["longitude"])
    at = actions.assign(km=km).groupby(["latitude", "longitude"], sort=False).ngroup().to_numpy()
    _, first = np.unique(at, return_index=True)
    nearest = actions.assign(km=km).iloc[first].nsmallest(_NEAREST, "km", keep="first")
    here = [actions[at == at[actions.index.get_loc(row)]] for row in nearest.index]
    return nearest.assign(
        number=[len(one) for one in here],
        statuses=pd.Series([Counter(one["status"]) for one in here], index=nearest.index, dtype="object"),
        dates=pd.Series([tuple(sorted(set(one["date"]))) for one in here], index=nearest.index, dtype="object"),
    )


def _name(town: Location) -> str:
    return str(town.raw["matched_place"])
