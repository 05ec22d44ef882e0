"""Review: which places of a list have no pin or a doubtful one, what each may be, and the pin that a person gives."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from geopy.location import Location

from actionmap.errors import PointError
from actionmap.places.gazetteer import Gazetteer
from actionmap.world.coordinates import degrees, sorted_out
from actionmap.world.distances import great_circle_km
from actionmap.world.doubts import OF_THE_POINT, Doubt, Failure
from actionmap.world.place import Candidate, FoundBy, Pin, Place

_MOST_OPTIONS = 6


@dataclass(frozen=True)
class Doubtful:
    """A place whose pin should be looked at.

    Parameters
    ----------
    place
        The place as the list has it; without venue where that makes no difference.
    actions
        How many actions of the list are there.
    why
        What is doubtful, or how asking for it failed; None of a place that nothing speaks against.
    pin
        The pin as it is, None where there is none.
    options
        What may be meant instead, the likeliest first.
    """

    place: Place
    actions: int
    why: Doubt | Failure | None
    pin: Candidate | None
    options: tuple[Candidate, ...]


def places(actions: pd.DataFrame) -> pd.DataFrame:
    """Return the places of a list, the doubtful ones first, among them those with most actions.

    Parameters
    ----------
    actions
        What `pin_actions` returns.

    Returns
    -------
    pandas.DataFrame
        One row a place: ``venue``, ``locality``, ``region``, ``country`` as the list has them (a venue is left empty
        where its locality is what is in doubt), ``actions`` (how many), ``doubt`` (`Doubt`, `Failure` or None),
        and of its pin ``latitude``, ``longitude`` (degrees, NaN where there is none), ``precision``, ``matched_place``,
        ``timezone``, ``geocoder``, ``candidates`` and ``in_doubt``.
    """
    asked = actions[[*Place._fields, *_PIN]].assign(country=actions["listed_country"])
    failed = asked["latitude"].isna() & actions["failure"].notna()
    asked.loc[failed, "doubt"] = actions.loc[failed, "failure"]
    of_the_town = asked["doubt"].map(lambda one: isinstance(one, Doubt) and one.kind not in OF_THE_POINT)
    asked.loc[of_the_town.astype(bool) & asked["latitude"].isna() & (asked["locality"] != ""), "venue"] = ""
    asked["actions"] = asked.groupby(list(Place._fields))["venue"].transform("size")
    asked["rank"] = asked["doubt"].isna() * 3 + asked["latitude"].notna() * 2 + asked["in_doubt"]
    asked = asked.sort_values(["rank", "actions"], ascending=[True, False], kind="stable")
    return asked.drop_duplicates(list(Place._fields), ignore_index=True)


_PIN = (
    *("latitude", "longitude", "precision", "matched_place", "timezone", "geocoder"),
    *("candidates", "doubt", "in_doubt"),
)


def without(found: pd.DataFrame, corrected: Collection[Place]) -> pd.DataFrame:
    """Return rows of `places` without those that have been corrected, by themselves or with their locality."""
    asked = [Place._make(row) for row in found[list(Place._fields)].itertuples(index=False, name=None)]
    left = (place not in corrected and place.without_venue() not in corrected for place in asked)
    return found[np.fromiter(left, bool)].reset_index(drop=True)


def doubtful(row: Mapping[str, Any], gazetteer: Gazetteer) -> Doubtful:
    """Return a row of `places` with what may be meant instead of its pin."""
    place = Place.of(row)
    pin = Candidate.of(row) if row["precision"] else row["candidates"][0] if row["in_doubt"] else None
    towns = gazetteer.suggest(place.locality, country=place.country or None, limit=_MOST_OPTIONS)
    options = {option.name: option for option in (*row["candidates"], *map(_candidate, towns))}
    options.pop(pin.name if pin else "", None)
    return Doubtful(place, row["actions"], row["doubt"], pin, tuple(options.values())[:_MOST_OPTIONS])


def _candidate(town: Location) -> Candidate:
    return Candidate.of(town.raw | {"latitude": town.latitude, "longitude": town.longitude}, FoundBy.GAZETTEER)


def chosen_pin(place: Place, option: Candidate) -> Pin:
    """Return the pin of a place that a person takes for this candidate; without venue it speaks for all venues."""
    return replace(Pin.of(place, option._replace(geocoder=FoundBy.REVIEWED)), source=option.geocoder)


@dataclass(frozen=True)
class Given:
    """A pin that a person has written, and the nearest town of 500 people or more, with its distance in km."""

    pin: Pin
    nearest: str
    country: str
    km: float


def given_pin(
    place: Place, text: str, gazetteer: Gazetteer, *, source: str = "", uncertainty_m: float | None = None
) -> Given:
    """Read the coordinates that a person gives for a place.

    Parameters
    ----------
    place
        The place as the list has it.
    text
        Latitude and longitude (WGS 84), as a cell of a list may have both: "48.2085, 16.3721", "48,2; 16,4".
    gazetteer
        Knows the nearest town, whose time zone the pin gets.
    source, uncertainty_m
        What the coordinates rest on, and within how many metres of them the place is, where the person says so.

    Raises
    ------
    PointError
        The text is no point on Earth; the message says what to write.
    """
    latitude, longitude = map(degrees, sorted_out(text, ""))
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
        raise PointError.of("no-point", text=text)
    town: Location = gazetteer.reverse((latitude, longitude))
    km = great_circle_km(latitude, longitude, [town.latitude], [town.longitude])[0]
    found = Candidate(place.address, latitude, longitude, place.level, town.raw["timezone"], FoundBy.REVIEWED)
    pin = replace(Pin.of(place, found), source=source.strip(), uncertainty_m=uncertainty_m)
    return Given(pin, town.raw["matched_place"], town.raw["country"], float(km))
