"""A place, its pin, and what else it may be: how exact a pin is, and who found it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, NamedTuple, Self

from actionmap.languages import ENGLISH, joined, say, spoken, strung
from actionmap.world.countries import country_name
from actionmap.world.subdivisions import region_name
from actionmap.world.town_names import place_name, town_name


class Precision(StrEnum):
    """How exact a pin is, from the most to the least."""

    VENUE = "venue"
    LOCALITY = "locality"
    REGION = "region"
    COUNTRY = "country"


EXACT = (Precision.VENUE, Precision.LOCALITY)
"""The precisions of pins that are points; the others stand for an area."""


class FoundBy(StrEnum):
    """Who found a pin; as a pin's `geocoder` says it."""

    GAZETTEER = "gazetteer"
    """The gazetteer, which is sure of it."""
    NEAR_MISS = "gazetteer (approximate)"
    """The gazetteer, although name or region differ from what was asked."""
    NOMINATIM = "nominatim"
    REVIEWED = "reviewed"
    """A person, who has checked it: it then always wins."""
    LIST = "given"
    """The list itself gives the coordinates."""


OF_GEONAMES = (FoundBy.GAZETTEER, FoundBy.NEAR_MISS)
OFFLINE = (*OF_GEONAMES, FoundBy.LIST)
"""Whose pins cost nothing to find again."""

FAR_KM = {Precision.VENUE: 50.0, Precision.LOCALITY: 75.0}
"""Kilometres from the gazetteer's pin of the locality beyond which a pin of this precision is another place: of 545
towns that the gazetteer is sure of, 99.1 % lie within 75 km of independent coordinates, and hardly more within 100 km.
Venues lie in their town or at its edge, as the airports of the largest cities do."""

CREDITS = dict.fromkeys(OF_GEONAMES, "GeoNames (CC BY 4.0)") | {
    FoundBy.NOMINATIM: "© OpenStreetMap contributors (ODbL 1.0)"
}
"""Who found a pin → whose data it is, with the licence."""


class Town(NamedTuple):
    """A town that somebody asks about: its name and its pin, WGS 84 decimal degrees."""

    name: str
    latitude: float
    longitude: float


class Place(NamedTuple):
    """What is asked: the list's own words, and an ISO 3166-1 alpha-2 code; any of them may be empty."""

    venue: str
    locality: str
    region: str
    country: str

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """Return the place of a row or record that has its four columns."""
        return cls(*(row[name] for name in cls._fields))

    def without_venue(self) -> "Place":
        """Return the locality, region or country that the venue lies in."""
        return self._replace(venue="")

    @property
    def level(self) -> Precision:
        """What is asked for."""
        return next((level for level in Precision if getattr(self, level)), Precision.COUNTRY)

    @property
    def address(self) -> str:
        """All that is known of the place, in words, as it is kept: "Test Square, Portland, Oregon, United States"."""
        return ", ".join(self._words(ENGLISH))

    @property
    def said(self) -> str:
        """All that is known of the place, in the language and script of whoever reads."""
        return strung(self._words(spoken().code))

    def _words(self, language: str) -> list[str]:
        names = region_name(self.country, self.region, language), country_name(self.country, language)
        town, _, named = self.locality.rpartition(", ")  # where a cell names the country itself
        area = (one for one in dict.fromkeys(names) if not town or one != named)
        return [*filter(None, (self.venue, town_name(self.locality, self.country, language), *area))]

    @property
    def name(self) -> str:
        """What to call the place, its venue aside: "Portland, Oregon, United States", "Argentina (town not stated)"."""
        area = self.without_venue().said
        if not area:
            return say("Town and country not stated")
        return area if self.locality else say("{area} (town not stated)", area=area)


class Candidate(NamedTuple):
    """A place that may be meant: its full name, and its pin in WGS 84 decimal degrees, see `Pin`."""

    name: str
    latitude: float
    longitude: float
    precision: Precision
    timezone: str
    geocoder: FoundBy

    @classmethod
    def of(cls, row: Mapping[Any, Any], geocoder: FoundBy | None = None) -> Self:
        """Return the candidate of a row or record with a pin's columns; of a `geocoder` where the row has none."""
        pin = row["latitude"], row["longitude"], Precision(row["precision"]), row["timezone"]
        return cls(row["matched_place"], *pin, geocoder or FoundBy(row["geocoder"]))


@dataclass(frozen=True)
class Pin:
    """One row of the cache: the place that was asked, and the pin that was found for it.

    `latitude` and `longitude` are decimal degrees (WGS 84), `timezone` is an IANA name or empty, `geocoder` says who
    found it, `date` (ISO 8601) when. Of a reviewed one `source` says what the coordinates rest on, and `uncertainty_m`
    within how many metres of the pin the place is; both may be left out.
    """

    venue: str
    locality: str
    region: str
    country: str
    latitude: float
    longitude: float
    precision: Precision
    matched_place: str
    timezone: str
    geocoder: FoundBy
    date: str
    source: str = ""
    uncertainty_m: float | None = None

    @classmethod
    def of(cls, place: Place, found: Candidate) -> Self:
        """Return the pin of a place that is what was found, today."""
        today = dt.datetime.now(dt.UTC).date().isoformat()
        return cls(*place, found.latitude, found.longitude, found.precision, found.name, *found[4:], today)

    @property
    def place(self) -> Place:
        """The place that was asked."""
        return Place(self.venue, self.locality, self.region, self.country)

    @property
    def candidate(self) -> Candidate:
        """What was found."""
        return Candidate.of(vars(self))

    @property
    def reviewed(self) -> bool:
        """Whether a person has checked this row."""
        return self.geocoder == FoundBy.REVIEWED

    def at(self, place: Place) -> Self:
        """Return the same pin for another place."""
        return replace(self, **place._asdict())

    def cells(self) -> dict[str, str]:
        """Return column → text, each on one line, coordinates with five decimals (about one metre)."""
        return {column: _cell(column, getattr(self, column)) for column in COLUMNS}


COLUMNS = tuple(field.name for field in fields(Pin))


def _cell(column: str, value: str | float | None) -> str:
    match value:
        case None:
            return ""
        case float() if column == "uncertainty_m":
            return f"{value:g}"
        case float():
            return f"{round(value, 5) + 0.0:.5f}"
    return " ".join(str(value).split())


def either(candidates: Iterable[Candidate]) -> str:
    """Name candidates in words: "Paris, Texas, United States or Paris, Île-de-France, France"."""
    return joined([*dict.fromkeys(place_name(candidate.name) for candidate in candidates)], "or")
