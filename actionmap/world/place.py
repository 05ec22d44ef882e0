"""A place, its pin, and what else it may be: how exact a pin is, and who found it."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import NamedTuple

GAZETTEER = "gazetteer"
"""Who found a pin that the gazetteer is sure of."""

REVIEWED = "reviewed"
"""What a person writes into the column `geocoder` of a row they have checked: it then always wins."""

NOMINATIM = "nominatim"
"""Who found a pin that Nominatim answered."""

PRECISIONS = ("venue", "locality", "region", "country")
"""How exact a pin is, from the most to the least."""

EXACT = ("venue", "locality")
"""The precisions of pins that are points; the others stand for an area."""


APPROXIMATE = "gazetteer (approximate)"
"""Who found a pin that the gazetteer gives although name or region differ from what was asked."""

FAR_KM = {"venue": 50.0, "locality": 75.0}
"""Kilometres from the gazetteer's pin of the locality beyond which a pin of this precision is another place: of 545
towns that the gazetteer is sure of, 99.1 % lie within 75 km of independent coordinates, and hardly more within 100 km.
Venues lie in their town or at its edge, as the airports of the largest cities do."""

CREDITS = {"gazetteer": "GeoNames (CC BY 4.0)", "nominatim": "© OpenStreetMap contributors (ODbL 1.0)"}
"""How a pin's `geocoder` begins → whose data the pin is, with the licence."""


class Town(NamedTuple):
    """A town tried as an extra action: its name and its pin, WGS 84 decimal degrees."""

    name: str
    latitude: float
    longitude: float


class Candidate(NamedTuple):
    """A place that may be meant: its full name, and its pin in WGS 84 decimal degrees, see `Pin`."""

    name: str
    latitude: float
    longitude: float
    precision: str
    timezone: str
    geocoder: str


class Place(NamedTuple):
    """What is asked: the list's own words, and an ISO 3166-1 alpha-2 code; all but the country may be empty."""

    venue: str
    locality: str
    region: str
    country: str

    def without_venue(self) -> "Place":
        """Return the locality, region or country that the venue lies in."""
        return self._replace(venue="")

    @property
    def level(self) -> str:
        """What is asked for, one of `PRECISIONS`."""
        return next((level for level in PRECISIONS[:-1] if getattr(self, level)), "country")


@dataclass(frozen=True)
class Pin:
    """One row of the cache: the place that was asked, and the pin that was found for it.

    `latitude` and `longitude` are decimal degrees (WGS 84), `precision` is one of `PRECISIONS`, `timezone` is an IANA
    name or empty, `geocoder` says who found it, `date` (ISO 8601) when.
    """

    venue: str
    locality: str
    region: str
    country: str
    latitude: float
    longitude: float
    precision: str
    matched_place: str
    timezone: str
    geocoder: str
    date: str

    @property
    def place(self) -> Place:
        """The place that was asked."""
        return Place(self.venue, self.locality, self.region, self.country)

    @property
    def reviewed(self) -> bool:
        """Whether a person has checked this row."""
        return self.geocoder.casefold() == REVIEWED

    def cells(self) -> dict[str, str]:
        """Return column → text, each on one line, coordinates with five decimals (about one metre)."""
        values = ((column, getattr(self, column)) for column in COLUMNS)
        return {
            column: f"{round(value, 5) + 0.0:.5f}" if isinstance(value, float) else " ".join(value.split())
            for column, value in values
        }


COLUMNS = tuple(field.name for field in fields(Pin))


def either(candidates: Iterable[Candidate]) -> str:
    """Name candidates in words: "Paris, Texas, United States or Paris, Île-de-France, France"."""
    return " or ".join(dict.fromkeys(candidate.name for candidate in candidates))


@dataclass(frozen=True)
class Origin:
    """The town from which distances are taken: its name and its pin in WGS 84 decimal degrees."""

    name: str
    latitude: float
    longitude: float
