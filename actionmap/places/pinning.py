"""From places to pins: the cache first, then a geocoder, and with every pin how exact it is."""

import datetime as dt
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from actionmap.campaign.actions import BESIDE, Action
from actionmap.campaign.organizations import TIES
from actionmap.lists.clock import is_named
from actionmap.places.gazetteer import Gazetteer, geocoded, is_sure_town
from actionmap.places.pin_cache import PinCache
from actionmap.places.points import Point, at_point, judged
from actionmap.world.doubts import Doubt, DoubtKind, Failure
from actionmap.world.place import EXACT, OF_GEONAMES, OFFLINE, Candidate, FoundBy, Pin, Place, Precision
from actionmap.world.times import When, zones_by_country

_OF_ACTIONS = dict.fromkeys(Action.model_fields, "str") | dict.fromkeys(
    ("date", "end_date", "start_time", "end_time", *TIES.values(), "source_date", "other_sources"), "object"
)
_OF_PINS = dict.fromkeys(("latitude", "longitude", "uncertainty_m"), "float64") | dict.fromkeys(
    ("precision", "matched_place", "timezone", "geocoder", "source"), "str"
)
_OF_ANSWERS = dict.fromkeys(("candidates", "doubt", "failure"), "object") | {"in_doubt": "bool"}
"""Columns of what `pin_actions` returns → their types, by what they are taken from."""
_BATCH = 25_000
"""Places that the gazetteer answers at a time: so many take it a second or two, half of them hardly less."""
_SAID_EVERY = 0.2
"""Seconds between two words of progress."""


@dataclass(frozen=True)
class Answer:
    """What became of a place: its pin; or why it has none, and what may have been meant; or how asking failed.

    What was found and is in doubt is no pin: it is the first candidate, and nothing is drawn or counted there until a
    person has confirmed it. A pin with a doubt is the gazetteer's, which is sure of the town, because the venue that
    was asked for is doubtful. A pin with a failure is the gazetteer's, because whoever was asked has not answered.

    Parameters
    ----------
    in_doubt
        Whether the first candidate is what was found, so that a person may confirm it.
    country
        Where the pin is, if the place does not say so.
    """

    pin: Pin | None
    candidates: tuple[Candidate, ...] = ()
    doubt: Doubt | None = None
    failure: Failure | None = None
    in_doubt: bool = False
    country: str = ""

    @classmethod
    def of(cls, pin: Pin, doubt: Doubt | None = None, instead: tuple[Candidate, ...] = ()) -> "Answer":
        """Return what was found as a pin; or, where something speaks against it, as what may have been meant."""
        if pin.geocoder == FoundBy.NEAR_MISS:
            doubt = doubt or Doubt(DoubtKind.NEAR_MISS)
        return cls(None, (pin.candidate, *instead), doubt, in_doubt=True) if doubt else cls(pin)


class OfflineGeocoder:
    """The gazetteer, for places: it knows localities, not venues, so that a pin is no more exact than the locality.

    It is also what whoever can be asked online begins with.

    Parameters
    ----------
    gazetteer
        Where places are looked up.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def trusts(self, cached: Pin, place: Place) -> bool:
        """Tell whether a cached pin will do for a place, so that nobody need be asked: here, every one."""
        return True

    def answer(self, places: Sequence[Place]) -> Iterator[tuple[Place, Answer]]:
        """Answer distinct places, a batch of localities at a time."""
        venues: dict[Place, list[Place]] = {}
        addresses = self._of_addresses([place for place in places if _has_address(place)])
        yield from addresses.items()
        for place in places:
            if place not in addresses:
                venues.setdefault(place.without_venue(), []).append(place)
        localities = list(venues)
        for start in range(0, len(localities), _BATCH):
            batch = localities[start : start + _BATCH]
            for locality, row in zip(batch, geocoded(batch, self.gazetteer), strict=True):
                answer = _answer(locality, row)
                yield from ((place, answer) for place in venues[locality])

    def _of_addresses(self, places: Sequence[Place]) -> dict[Place, Answer]:
        """Answer places whose town stands in the address alone; without those of which neither town nor number tell."""
        towns = [Place("", place.venue, place.region, place.country) for place in places]
        found = geocoded(towns, self.gazetteer)
        answers = {place: _answer(place, row) for place, row in zip(places, found, strict=True)}
        return {
            place: answer
            for place, answer in answers.items()
            if answer.pin or answer.candidates or any(map(str.isdigit, place.venue))
        }


def _has_address(place: Place) -> bool:
    """Tell whether the venue's cell may have a whole address, because the town has none of its own."""
    return not place.locality and bool(BESIDE.search(place.venue))


def _answer(place: Place, found: dict[Any, Any]) -> Answer:
    """Turn a row of `Gazetteer.geocode_frame` into an answer."""
    if not found["precision"]:
        kind = DoubtKind(found["doubt"])
        unnamed = not place.country and kind is DoubtKind.NOT_FOUND and not found["candidates"]
        return Answer(None, found["candidates"], Doubt(DoubtKind.NO_COUNTRY if unnamed else kind))
    answer = Answer.of(
        Pin.of(place, Candidate.of(found, FoundBy.NEAR_MISS if found["approximate"] else FoundBy.GAZETTEER))
    )
    return replace(answer, country="" if place.country else found.get("country", ""))


Progress = Callable[[int, int, int], None]
Answers = Iterable[tuple[Place, Answer]]
Asked = tuple[Place | None, Point | None]
"""A place, and the point that the list gives for it; None where it names no place, or no point."""


def pin_actions(
    actions: Sequence[Action],
    geocoder: OfflineGeocoder,
    cache: PinCache,
    progress: Progress = lambda done, total, unresolved: None,
) -> pd.DataFrame:
    """Give actions their pins; nothing is written.

    Parameters
    ----------
    actions
        The actions.
    geocoder
        Is asked for what the cache does not know.
    cache
        Answers first.
    progress
        Called now and then with the number of places that have been looked up, of all that are asked for, and of those
        that have no pin.

    Returns
    -------
    pandas.DataFrame
        One row per action, in order: the fields of `Action` (a text that is None is empty), ``country`` of the pin
        where the list has none, and ``listed_country`` as the list has it; ``latitude`` and ``longitude`` (WGS 84
        decimal degrees, NaN where the place could not be resolved, or is in doubt), ``precision``, ``matched_place``,
        ``town`` (the full name of the town, however the list spells it; empty where there is no exact pin),
        ``timezone`` (IANA name), ``geocoder`` and ``source`` (texts, empty where there is none), ``uncertainty_m`` (NaN
        where it is not known), ``doubt`` (`Doubt` or None: why it has no pin, or only the town's), ``failure``
        (`Failure` or None: how asking failed), ``candidates`` (tuple of `Candidate`: what may be meant),
        ``in_doubt`` (whether the first of them is what was found), ``other_zone`` (a start that the list gives in
        another time zone than the place's, as "17:00 EST", in place of ``start_time`` and ``end_time``; else empty) and
        ``starts_utc`` (NaT where time or time zone is not known).
    """
    places = [Place.of(vars(action)) for action in actions]
    asked = list(zip(places, map(point_of, actions), strict=True))
    found = answered(asked, geocoder, cache, progress)
    columns = _columns(actions, _OF_ACTIONS)
    columns["listed_country"] = columns["country"]
    columns["country"] = _countries(places, found, geocoder.gazetteer)
    columns |= _columns([answer.pin for answer in found], _OF_PINS) | _columns(found, _OF_ANSWERS)
    columns["town"] = _towns(places, columns, geocoder.gazetteer)
    columns |= _times(actions, columns)
    elsewhere = _to_local_clocks(columns, actions)
    columns["starts_utc"] = _starts_utc(columns["date"], columns["start_time"], columns["timezone"])
    for row, start in elsewhere.items():
        columns["starts_utc"][row] = start
    return pd.DataFrame(columns)


def answered(
    asked: Sequence[Asked],
    geocoder: OfflineGeocoder,
    cache: PinCache,
    progress: Progress = lambda done, total, unresolved: None,
    through: Callable[[Answers], Answers] = lambda answers: answers,
) -> list[Answer]:
    """Answer what is asked in its order: from the list's own points, from the cache, else by the geocoder.

    What the geocoder says goes `through` a function as it comes, which may keep it.
    """
    own = _own_points(asked, geocoder, cache)
    places = dict.fromkeys(place for place, point in asked if place and not point)
    answers = _from_cache(places, geocoder, cache)
    rest = [place for place in places if place not in answers]
    answers.update(through(_told(geocoder.answer(rest), len(rest), progress)))
    return [
        own[place, point] if place and point else answers[place] if place else Answer(None) for place, point in asked
    ]


def _told(answers: Answers, total: int, progress: Progress) -> Answers:
    """Pass answers on, and tell now and then, and in the end, how many there are, of all, and without a pin."""
    unresolved, said = 0, time.monotonic()
    for done, (place, answer) in enumerate(answers, 1):
        unresolved += answer.pin is None
        if done == total or time.monotonic() - said > _SAID_EVERY:
            progress(done, total, unresolved)
            said = time.monotonic()
        yield place, answer


def _to_local_clocks(columns: "dict[str, pd.Series[Any]]", actions: Sequence[Action]) -> dict[int, dt.datetime]:
    """Put times of another zone into that of the pin, or of a country that has but one; return row → start in UTC."""
    starts = {}
    for row, action in enumerate(actions):
        clock = action.start_time or action.end_time
        if clock and clock.tzinfo:
            when = When(*(getattr(action, name) for name in When._fields))
            alone = zones_by_country().get(action.country, ())
            local = when.at(columns["timezone"][row] or (alone[0] if len(alone) == 1 else ""))
            for name, value in zip(When._fields, local, strict=True):
                columns[name][row] = value
            if start := when.start():
                starts[row] = start
    return starts


def _columns(records: Sequence[object], types: Mapping[str, str]) -> "dict[str, pd.Series[Any]]":
    """Return attributes of records as columns; a text that is None, or of no record, is empty."""
    columns = {}
    for name, kind in types.items():
        values = [getattr(record, name, None) for record in records]
        columns[name] = pd.Series([value or "" for value in values] if kind == "str" else values, dtype=kind)
    return columns


def _from_cache(places: Iterable[Place], geocoder: OfflineGeocoder, cache: PinCache) -> dict[Place, Answer]:
    """Answer those of distinct places that the cache knows; neither the gazetteer's nor a person's pin may be far."""
    found = {place: pin for place in places if (pin := cache.find(place)) and geocoder.trusts(pin, place)}
    found = {place: pin for place, pin in found.items() if pin.venue or not _has_address(place)}
    points = [
        (place, (pin.latitude, pin.longitude))
        for place, pin in found.items()
        if pin.geocoder not in OFFLINE and not pin.reviewed and pin.precision in EXACT
    ]
    doubts = {place: one.doubt for (place, _), one in zip(points, judged(points, geocoder.gazetteer), strict=True)}
    return {place: Answer.of(pin, doubts.get(place)) for place, pin in found.items()}


def point_of(action: Action) -> Point | None:
    """Return the point that the list itself gives for an action."""
    return None if action.latitude is None or action.longitude is None else (action.latitude, action.longitude)


def _own_points(
    asked: Iterable[Asked], geocoder: OfflineGeocoder, cache: PinCache
) -> dict[tuple[Place, Point], Answer]:
    """Answer places with the points that the list itself gives; one in doubt as a person has said of the place."""
    points = list(dict.fromkeys((place, point) for place, point in asked if place and point))
    answers = {}
    for (place, point), one in zip(points, judged(points, geocoder.gazetteer), strict=True):
        answer = Answer.of(Pin.of(place, at_point(place, point, one.timezone)), one.doubt, one.instead)
        said = cache.find(place) if one.doubt else None
        answer = Answer(said) if said and said.reviewed else replace(answer, country=one.country)
        answers[place, point] = answer
    return answers


def _countries(places: Sequence[Place], answers: Sequence[Answer], gazetteer: Gazetteer) -> "pd.Series[Any]":
    """Return the countries of places: the list's own, else the pin's; empty where there is neither."""
    countries = [place.country or (one.country if one.pin else "") for place, one in zip(places, answers, strict=True)]
    unknown = {row: one.pin for row, one in enumerate(answers) if one.pin and not countries[row]}
    if unknown:
        points = np.array([(pin.latitude, pin.longitude) for pin in unknown.values()])
        for row, country in zip(unknown, gazetteer.nearest(*points.T)["country"], strict=True):
            countries[row] = country
    return pd.Series(countries, dtype="str")


def _towns(places: Sequence[Place], columns: "Mapping[str, pd.Series[Any]]", gazetteer: Gazetteer) -> "pd.Series[Any]":
    """Return the full names of the towns in which exact pins are: as found, else by their names, else the nearest."""
    exact = columns["precision"].isin(EXACT)
    found = exact & (columns["precision"] == Precision.LOCALITY) & columns["geocoder"].isin(OF_GEONAMES)
    towns = columns["matched_place"].where(found, "")
    rest = exact & ~found
    if rest.any():
        named = geocoded([place.without_venue() for place, asked in zip(places, rest, strict=True) if asked], gazetteer)
        near = gazetteer.nearest(columns["latitude"][rest].to_numpy(), columns["longitude"][rest].to_numpy())
        towns[rest] = [
            one["matched_place"] if is_sure_town(one) else nearest
            for one, nearest in zip(named, near["matched_place"], strict=True)
        ]
    return towns


def _times(actions: Sequence[Action], columns: "Mapping[str, pd.Series[Any]]") -> "dict[str, pd.Series[Any]]":
    """Return the times, without those that the list gives in another time zone than the place's, and these apart."""
    other = [
        f"{action.start_time:%H:%M} {action.zone.upper()}"
        if action.zone and action.start_time and zone and not is_named(action.zone, zone, action.date)
        else ""
        for action, zone in zip(actions, columns["timezone"], strict=True)
    ]
    apart = pd.Series(other, dtype="str") != ""
    local = {name: columns[name].where(~apart, None) for name in ("start_time", "end_time")}
    return {**local, "other_zone": pd.Series(other, dtype="str")}


def _starts_utc(days: "pd.Series[Any]", times: "pd.Series[Any]", zones: "pd.Series[Any]") -> "pd.Series[Any]":
    """Return when actions start, in UTC; of an hour that the clock shows twice, the first."""
    known = times.notna() & (zones != "")
    starts = pd.Series(pd.NaT, index=days.index, dtype="datetime64[us, UTC]")
    for zone in zones[known].unique():
        rows = known & (zones == zone)
        moments = [dt.datetime.combine(day, clock) for day, clock in zip(days[rows], times[rows], strict=True)]
        local = pd.DatetimeIndex(moments, dtype="datetime64[us]")
        first = np.ones(len(local), dtype=bool)
        starts[rows] = local.tz_localize(zone, ambiguous=first, nonexistent="shift_forward").tz_convert("UTC")
    return starts
