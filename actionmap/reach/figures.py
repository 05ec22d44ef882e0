"""Global reach: the figures of a selection, and what has been claimed beside what is itemised with a source."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

import pandas as pd

from actionmap.campaign.claims import Claim, Verdict
from actionmap.campaign.filters import NOT_STATED
from actionmap.campaign.organizations import TIES
from actionmap.campaign.table import ActionTable, countries_in, regions_in, sourced, towns_in
from actionmap.text import fold
from actionmap.world.place import Place, Precision
from actionmap.world.regions import CONTINENTS, SUBREGIONS, area_name, continent, countries, subregion
from actionmap.world.subdivisions import region_name

_ACTIONS = "One rally, march, vigil or picket at one place on one day"
_COUNTRIES = (
    "Countries and territories (ISO 3166-1) with an action, of those in the United Nations' geoscheme (M49), Taiwan "
    "and Kosovo. A territory, as Puerto Rico, counts for itself."
)
_CONTINENTS = "Continents of the United Nations' geoscheme (M49): Africa, Americas, Asia, Europe, Oceania."
_SUBREGIONS = "Subregions of the United Nations' geoscheme (M49). Without an action here: "
_TOWNS = (
    "Different towns and cities, by what was found for each, however its name is spelt. An action of which only the "
    "country or region is known has none."
)
_REPORTED = "A source says that it took place. The others were announced; whether they took place is not known here."
_CALL = "A source connects it with the call. The others are solidarity actions of the same day"
_TIMED = "It is stated when the action begins. Of the others only the date is known."
_VENUES = "The pin is that of the venue; the card of each says according to whom."
_MIDDLES = "The pin is in the middle of the town or city: the venue is not known, or was not found."
_AREAS = "No town is known: the pin stands for the whole country or region."


@dataclass(frozen=True)
class Figure:
    """A figure with its denominator and its definition.

    Parameters
    ----------
    name
        What is counted.
    count, whole
        The figure, and what it is set against.
    among
        What the whole is, in words, with braces where its number goes.
    definition
        How it is counted, as a sentence or two.
    """

    name: str
    count: int
    whole: int
    among: str
    definition: str


@dataclass(frozen=True)
class NamedPlace:
    """A place that a claim names, the ids of its actions in the claim's scope, and how many others the list has."""

    code: str
    name: str
    actions: tuple[str, ...]
    others: int


@dataclass(frozen=True)
class Evidence:
    """What the list itemises for a claim.

    Parameters
    ----------
    claim
        Who said what.
    count
        How many of what the claim counts are itemised in its scope; None where that cannot be itemised or compared.
    places
        The places that the claim names.
    """

    claim: Claim
    count: int | None
    places: tuple[NamedPlace, ...]

    @property
    def itemised(self) -> int:
        """How many of the named places have an action."""
        return sum(bool(place.actions) for place in self.places)

    @property
    def verdict(self) -> Verdict:
        """What follows; nothing is said of what happened beyond the list."""
        if self.count is None:
            return Verdict.NOT_COUNTED if self.claim.measure == "attendance" else Verdict.NOT_COMPARED
        if not self.count:
            return Verdict.NOTHING
        if self.count < self.claim.figure + (self.claim.qualifier == "over"):
            return Verdict.FEWER
        return Verdict.FULL if self.itemised == len(self.places) else Verdict.PLACES_MISSING


def figures(actions: pd.DataFrame, listed: int) -> tuple[Figure, ...]:
    """Return the headline figures of these rows of `ActionTable.frame`, of so many that are listed."""
    number, of_them = len(actions), "of the {number} actions shown"
    codes = countries_in(actions)
    towns = towns_in(actions)
    continents = {continent(code) for code in codes}
    subregions = {subregion(code) for code in codes}
    missing = [area for area in SUBREGIONS if area not in subregions]
    pinned = Counter(actions["precision"])
    areas = f"{_AREAS} {pinned['']:,} more have no pin." if pinned[""] else _AREAS
    return (
        Figure("Actions", number, listed, "of {number} in this list", _ACTIONS + _with_source(actions)),
        Figure("Countries and territories", len(codes), len(countries()), "of {number} in the world", _COUNTRIES),
        Figure("Continents", len(continents - {""}), len(CONTINENTS), "of {number} in the world", _CONTINENTS),
        Figure(
            "Subregions",
            len(subregions - {""}),
            len(SUBREGIONS),
            "of {number} in the world",
            _SUBREGIONS + _names(missing),
        ),
        Figure("Towns and cities", towns.nunique(), len(towns), "in the {number} actions that have one", _TOWNS),
        Figure("Reported", int((actions["status"] == "reported").sum()), number, of_them, _REPORTED),
        *_tied(Counter(actions["basis"]), of_them),
        Figure("Start time stated", int(actions["start_time"].notna().sum()), number, of_them, _TIMED),
        Figure("Pinned to a venue", pinned[Precision.VENUE], number, of_them, _VENUES),
        Figure("Pinned to a town", pinned[Precision.LOCALITY], number, of_them, _MIDDLES),
        Figure("Only country or region", pinned[Precision.COUNTRY] + pinned[Precision.REGION], number, of_them, areas),
    )


def _with_source(actions: pd.DataFrame) -> str:
    with_source = int(sourced(actions).sum())
    said = ", with a public source." if with_source == len(actions) else f". {with_source:,} have a public source."
    return said if len(actions) else "."


def _tied(bases: Mapping[str, int], of_them: str) -> list[Figure]:
    """Count the actions that are tied to the call; nothing where the list does not say of any whether it is."""
    number, unstated = sum(bases.values()), bases.get(NOT_STATED, 0)
    told = f"; of {unstated:,} the list does not say whether they are." if unstated else "."
    if number and unstated == number:
        return []
    return [Figure("Tied to the call", bases.get("call", 0), number, of_them, _CALL + told)]


def span(actions: pd.DataFrame) -> tuple[dt.datetime, dt.datetime] | None:
    """Return the first and the last known start in UTC, or None where no start is known."""
    starts = actions["starts_utc"].dropna()
    return None if starts.empty else (starts.min().to_pydatetime(), starts.max().to_pydatetime())


def evidence(claim: Claim, table: ActionTable) -> Evidence:
    """Set beside a claim what the list itemises in its scope: all of it, whatever a visitor has filtered."""
    selection, _ = claim.scope(table.organizations)
    actions = table.select(selection)
    places = tuple(_itemised(place, actions, table.frame) for place in claim.places)
    return Evidence(claim, _counted(claim, actions, places, table), places)


def _counted(claim: Claim, actions: pd.DataFrame, places: tuple[NamedPlace, ...], table: ActionTable) -> int | None:
    match claim.measure:
        case "actions":
            return len(actions)
        case "places":
            return sum(bool(place.actions) for place in places) if places else len(countries_in(actions))
        case "localities":
            return int(towns_in(actions).nunique())
        case "regions":
            return int(regions_in(actions).nunique())
        case "endorsers" if not claim.filter:
            return sum(one.role == "endorser" for one in table.organizations.values())
        case "organizations" if (selection := claim.scope(table.organizations)[0])["link"]:
            return len({id_ for link in selection.links for ids in actions[TIES[link]] for id_ in ids})
    return None


def _itemised(code: str, actions: pd.DataFrame, listed: pd.DataFrame) -> NamedPlace:
    """Find the actions in a place, of those in scope and of all that are listed."""
    area, _, locality = code.partition(":")
    country, _, region = area.partition("-")
    name = Place("", locality, region, country).address
    there = tuple(actions.loc[_at(code, actions), "id"])
    return NamedPlace(code, name, there, int(_at(code, listed).sum()) - len(there))


def _at(code: str, actions: pd.DataFrame) -> "pd.Series[bool]":
    """Tell which actions are in a place: a country, `country-region`, or either with `:locality`."""
    area, _, locality = code.partition(":")
    country, _, region = area.partition("-")
    there = actions["country"] == country
    if region:
        there &= actions["region"].map(partial(region_name, country)) == region_name(country, region)
    if locality:
        town = actions["town"].str.split(",").str[0]
        there &= (actions["locality"].map(fold) == fold(locality)) | (town.map(fold) == fold(locality))
    return there


def _names(areas: Iterable[str]) -> str:
    return ", ".join(area_name(area) for area in areas) or "none"
