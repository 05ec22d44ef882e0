"""Review: which places of a list have no pin or a doubtful one, what each may be, and the pin that a person gives."""

import datetime as dt
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from geopy.location import Location

from actionmap.errors import PointError
from actionmap.places.gazetteer import Gazetteer
from actionmap.world.countries import country_name
from actionmap.world.distances import great_circle_km
from actionmap.world.place import APPROXIMATE, EXACT, FAR_KM, GAZETTEER, REVIEWED, Candidate, Pin, Place

_MOST_OPTIONS = 6


@dataclass(frozen=True)
class Doubt:
    """A place whose pin should be looked at.

    Parameters
    ----------
    place
        The place as the list has it; without venue where that makes no difference.
    actions
        How many actions of the list are there.
    why
        What is doubtful, as "several places have this name".
    pin
        The pin as it is, None where there is none.
    options
        What may be meant instead, the likeliest first.
    """

    place: Place
    actions: int
    why: str
    pin: Candidate | None
    options: tuple[Candidate, ...]


def named(place: Place) -> str:
    """Return a place in words: "Test Square, Vienna, Austria"."""
    return ", ".join(filter(None, (place.venue, place.locality, place.region, country_name(place.country))))


def places(actions: pd.DataFrame, gazetteer: Gazetteer) -> pd.DataFrame:
    """Return the places of a list, the doubtful ones first, among them those with most actions.

    Parameters
    ----------
    actions
        What `pin_actions` returns.
    gazetteer
        Knows where localities are.

    Returns
    -------
    pandas.DataFrame
        One row a place: ``venue``, ``locality``, ``region``, ``country`` as the list has them (a venue is left empty
        where its locality is what is in doubt), ``actions`` (how many), ``doubt`` (why, empty where there is none),
        and of its pin ``latitude``, ``longitude`` (degrees, NaN where there is none), ``precision``, ``matched_place``,
        ``timezone``, ``geocoder`` and ``candidates``.
    """
    asked = actions[[*Place._fields, *_CANDIDATE, "candidates", "note", "error"]].copy()
    unpinned = asked["latitude"].isna()
    approximate = asked["geocoder"] == APPROXIMATE
    failed = unpinned & (asked["error"] != "")
    asked["doubt"] = asked["note"].mask(unpinned & (asked["note"] == ""), "not found").mask(failed, asked["error"])
    asked["doubt"] = asked["doubt"].mask(approximate, "name or region differ from the list's")
    asked.loc[(unpinned & ~failed) | approximate, "venue"] = ""
    asked["actions"] = asked.groupby(list(Place._fields))["doubt"].transform("size")
    found = asked.drop_duplicates(list(Place._fields), ignore_index=True)
    found["doubt"] = found["doubt"].where(found["doubt"] != "", _far(found, gazetteer))
    found["rank"] = (found["doubt"] == "") * 2 + found["latitude"].notna()
    return found.sort_values(["rank", "actions"], ascending=[True, False], kind="stable", ignore_index=True)


def _far(found: pd.DataFrame, gazetteer: Gazetteer) -> "pd.Series[str]":
    """Say of each pin that neither a person nor the gazetteer gave if it is far from where its locality is."""
    pins = found[~found["geocoder"].isin(["", GAZETTEER, APPROXIMATE, REVIEWED]) & found["precision"].isin(EXACT)]
    towns = gazetteer.geocode_frame(pins)
    km = great_circle_km(pins["latitude"], pins["longitude"], towns["latitude"], towns["longitude"])  # pair by pair
    sure = (towns["precision"] == "locality") & ~towns["approximate"]
    far = pins[sure & (km > pins["precision"].map(FAR_KM).astype(float))].index
    away = pd.Series(km, index=pins.index)[far]
    said = [f"{distance:,.0f} km from {town}" for distance, town in zip(away, towns["matched_place"][far], strict=True)]
    return pd.Series(said, index=far, dtype="str").reindex(found.index, fill_value="")


def without(found: pd.DataFrame, corrected: Collection[Place]) -> pd.DataFrame:
    """Return rows of `places` without those that have been corrected, by themselves or with their locality."""
    asked = [Place._make(row) for row in found[list(Place._fields)].itertuples(index=False, name=None)]
    left = [place not in corrected and place.without_venue() not in corrected for place in asked]
    return found[left].reset_index(drop=True)


def doubt(row: Mapping[str, Any], gazetteer: Gazetteer) -> Doubt:
    """Return a row of `places` with what may be meant instead of its pin."""
    place = Place(*(row[name] for name in Place._fields))
    pin = Candidate(*(row[name] for name in _CANDIDATE)) if row["precision"] else None
    towns = gazetteer.suggest(place.locality, country=place.country, limit=_MOST_OPTIONS) if place.locality else []
    options = {option.name: option for option in (*row["candidates"], *map(_candidate, towns))}
    options.pop(pin.name if pin else "", None)
    return Doubt(place, row["actions"], row["doubt"], pin, tuple(options.values())[:_MOST_OPTIONS])


_CANDIDATE = ("matched_place", "latitude", "longitude", "precision", "timezone", "geocoder")  # as `Candidate` has them


def _candidate(town: Location) -> Candidate:
    raw = town.raw
    return Candidate(raw["matched_place"], town.latitude, town.longitude, "locality", raw["timezone"], GAZETTEER)


def chosen_pin(place: Place, option: Candidate) -> Pin:
    """Return the pin of a place that a person takes for this candidate; without venue it speaks for all venues."""
    return Pin(
        **place._asdict(),
        latitude=option.latitude,
        longitude=option.longitude,
        precision=option.precision,
        matched_place=option.name,
        timezone=option.timezone,
        geocoder=REVIEWED,
        date=_today(),
    )


@dataclass(frozen=True)
class Given:
    """A pin that a person has written, and the nearest town of 500 people or more, with its distance in km."""

    pin: Pin
    nearest: str
    country: str
    km: float


def given_pin(place: Place, text: str, gazetteer: Gazetteer) -> Given:
    """Read the coordinates that a person gives for a place.

    Parameters
    ----------
    place
        The place as the list has it.
    text
        Latitude and longitude in decimal degrees (WGS 84): "48.2085, 16.3721", also with commas in them.
    gazetteer
        Knows the nearest town, whose time zone the pin gets.

    Raises
    ------
    PointError
        The text is no point on Earth; the message says what to write.
    """
    latitude, longitude = _point(text)
    town: Location = gazetteer.reverse((latitude, longitude))
    km = great_circle_km(latitude, longitude, [town.latitude], [town.longitude])[0]
    pin = Pin(
        **place._asdict(),
        latitude=latitude,
        longitude=longitude,
        precision=place.level,
        matched_place=named(place),
        timezone=town.raw["timezone"],
        geocoder=REVIEWED,
        date=_today(),
    )
    return Given(pin, town.raw["matched_place"], town.raw["country"], float(km))


_NUMBER = r"([+-]?\d{1,3}(?:[.,]\d+)?)\s*°?\s*"
_POINT = re.compile(rf"\s*{_NUMBER}([NS]?)\s*[,;/\s]\s*{_NUMBER}([EW]?)\s*", re.IGNORECASE)


def _point(text: str) -> tuple[float, float]:
    match = _POINT.fullmatch(text)
    if not match:
        raise PointError(f"“{text}” is no point. {_WRITE}")
    latitude, south, longitude, west = match.groups()
    numbers = [float(number.replace(",", ".")) for number in (latitude, longitude)]
    if south.upper() == "S":
        numbers[0] = -abs(numbers[0])
    if west.upper() == "W":
        numbers[1] = -abs(numbers[1])
    if abs(numbers[0]) > 90 or abs(numbers[1]) > 180:
        raise PointError(f"“{text}” is not on Earth: a latitude is at most 90, a longitude at most 180. {_WRITE}")
    return numbers[0], numbers[1]


_WRITE = "Write latitude and longitude in decimal degrees, as 48.2085, 16.3721."


def _today() -> str:
    return dt.datetime.now(dt.UTC).date().isoformat()
