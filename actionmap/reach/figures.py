"""Global reach: the figures of a selection, and what has been claimed beside what is itemised with a source."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import pandas as pd

from actionmap.campaign.claims import Claim, Verdict
from actionmap.campaign.filters import NOT_STATED
from actionmap.campaign.organizations import TIES
from actionmap.campaign.table import ActionTable, countries_in, regions_in, sourced, towns_in
from actionmap.languages import mark, mark_many, say, say_many, strung
from actionmap.text import fold
from actionmap.world.place import Place, Precision
from actionmap.world.regions import CONTINENTS, SUBREGIONS, area_name, continent, countries, subregion
from actionmap.world.subdivisions import region_name

_ACTIONS = mark("One rally, march, vigil or picket at one place on one day, with a public source.")
_ACTIONS_OF_WHICH = mark_many(
    "One rally, march, vigil or picket at one place on one day. {number} has a public source.",
    "One rally, march, vigil or picket at one place on one day. {number} have a public source.",
)
_COUNTRIES = mark(
    "Countries and territories (ISO 3166-1) with an action, of those in the United Nations' geoscheme (M49), Taiwan "
    "and Kosovo. A territory, as Puerto Rico, counts for itself."
)
_CONTINENTS = mark("Continents of the United Nations' geoscheme (M49): Africa, Americas, Asia, Europe, Oceania.")
_SUBREGIONS = mark("Subregions of the United Nations' geoscheme (M49). Without an action here: {subregions}")
_TOWNS = mark(
    "Different towns and cities, by what was found for each, however its name is spelt. An action of which only the "
    "country or region is known has none."
)
_REPORTED = mark(
    "It is said to have taken place. The others were announced; whether they took place is not known here."
)
_CALL = mark("It is tied to the call. The others are actions of the same day that do not mention it.")
_CALL_NOT_STATED = mark(
    "It is tied to the call. The others are actions of the same day that do not mention it; of {number} the list does "
    "not say whether they do."
)
_TIMED = mark("It is stated when the action begins. Of the others only the date is known.")
_VENUES = mark("The pin is that of the venue; the card of each says according to whom.")
_MIDDLES = mark("The pin is in the middle of the town or city: the venue is not known, or was not found.")
_AREAS = mark("No town is known: the pin stands for the whole country or region.")
_AREAS_AND_NONE = mark(
    "No town is known: the pin stands for the whole country or region. Actions without a pin: {number}."
)
_OF_THEM = mark_many("of the {number} action shown", "of the {number} actions shown")
_OF_TOWNS = mark_many("in the {number} action that has one", "in the {number} actions that have one")
_OF_THE_WORLD = mark("of {number} in the world")


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
        What the whole is, in words: "of 248 in the world".
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
    number = len(actions)
    codes, towns, pinned = countries_in(actions), towns_in(actions), Counter(actions["precision"])
    continents = {continent(code) for code in codes}
    subregions = {subregion(code) for code in codes}
    missing = [area_name(area) for area in SUBREGIONS if area not in subregions]
    with_source = int(sourced(actions).sum())
    itemised = say(_ACTIONS) if with_source == number else say_many(*_ACTIONS_OF_WHICH, with_source)
    without = say(_SUBREGIONS, subregions=strung(missing) or say("no subregion"))
    reported = int((actions["status"] == "reported").sum())
    areas = say(_AREAS_AND_NONE, number=pinned[""]) if pinned[""] else say(_AREAS)

    def of_them(name: str, found: int, definition: str) -> Figure:
        return Figure(name, found, number, say_many(*_OF_THEM, number), definition)

    def of_the_world(name: str, found: int, whole: int, definition: str) -> Figure:
        return Figure(name, found, whole, say(_OF_THE_WORLD, number=whole), definition)

    return (
        Figure(say("Actions"), number, listed, say("of {number} in this list", number=listed), itemised),
        of_the_world(say("Countries and territories"), len(codes), len(countries()), say(_COUNTRIES)),
        of_the_world(say("Continents"), len(continents - {""}), len(CONTINENTS), say(_CONTINENTS)),
        of_the_world(say("Subregions"), len(subregions - {""}), len(SUBREGIONS), without),
        Figure(say("Towns and cities"), towns.nunique(), len(towns), say_many(*_OF_TOWNS, len(towns)), say(_TOWNS)),
        of_them(say_many("Action reported", "Actions reported", reported), reported, say(_REPORTED)),
        *(of_them(*tied) for tied in _tied(Counter(actions["basis"]))),
        of_them(say("Start time stated"), int(actions["start_time"].notna().sum()), say(_TIMED)),
        of_them(say("Pinned to a venue"), pinned[Precision.VENUE], say(_VENUES)),
        of_them(say("Pinned to a town"), pinned[Precision.LOCALITY], say(_MIDDLES)),
        of_them(say("Only country or region"), pinned[Precision.COUNTRY] + pinned[Precision.REGION], areas),
    )


def _tied(bases: Mapping[str, int]) -> Iterator[tuple[str, int, str]]:
    """Count the actions that are tied to the call; nothing where the list does not say of any whether it is."""
    number, unstated = sum(bases.values()), bases.get(NOT_STATED, 0)
    if not number or unstated < number:
        definition = say(_CALL_NOT_STATED, number=unstated) if unstated else say(_CALL)
        tied = bases.get("call", 0)
        yield say_many("Action tied to the call", "Actions tied to the call", tied), tied, definition


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
    name = Place("", locality, region, country).said
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
