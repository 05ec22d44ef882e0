"""From places to pins: the cache first, then a geocoder, and with every pin how exact it is."""

import datetime as dt
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import pandas as pd

from actionmap.campaign.actions import Action
from actionmap.places.doubts import Doubt, DoubtKind, Failure
from actionmap.places.gazetteer import Gazetteer
from actionmap.places.pin_cache import PinCache
from actionmap.world.place import Candidate, FoundBy, Pin, Place
from actionmap.world.times import When, zones_by_country

_OBJECTS = ("date", "end_date", "start_time", "end_time", "organizers", "callers", "source_date", "other_sources")
"""Fields of `Action` that are not texts."""
_BATCH = 5_000
"""Places that the gazetteer answers at a time."""
_SAID_EVERY = 0.2
"""Seconds between two words of progress."""


@dataclass(frozen=True)
class Answer:
    """What became of a place: its pin; or why it has none, and what may have been meant; or how asking failed.

    A pin with a doubt is the gazetteer's, or a locality's, because the answer that was asked for is doubtful. A pin
    with a failure is the gazetteer's, because whoever was asked has not answered.
    """

    pin: Pin | None
    candidates: tuple[Candidate, ...] = ()
    doubt: Doubt | None = None
    failure: Failure | None = None


class PlaceGeocoder(Protocol):
    """Who can be asked for places that are not cached."""

    def trusts(self, cached: Pin, place: Place) -> bool:
        """Tell whether a cached pin will do for a place, so that nobody need be asked."""

    def answer(self, places: Sequence[Place]) -> Iterator[tuple[Place, Answer]]:
        """Answer distinct places, one after the other."""


class OfflineGeocoder:
    """The gazetteer, for places: it knows localities, not venues, so that a pin is no more exact than the locality.

    Parameters
    ----------
    gazetteer
        Where places are looked up.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def trusts(self, cached: Pin, place: Place) -> bool:
        """Trust every cached pin."""
        return True

    def answer(self, places: Sequence[Place]) -> Iterator[tuple[Place, Answer]]:
        """Answer distinct places, a batch of localities at a time."""
        venues: dict[Place, list[Place]] = {}
        for place in places:
            venues.setdefault(place.without_venue(), []).append(place)
        localities = list(venues)
        for start in range(0, len(localities), _BATCH):
            batch = localities[start : start + _BATCH]
            found = self._gazetteer.geocode_frame(pd.DataFrame(batch, columns=Place._fields).drop(columns="venue"))
            for locality, row in zip(batch, found.to_dict("records"), strict=True):
                answer = _answer(locality, row)
                yield from ((place, answer) for place in venues[locality])


def _answer(place: Place, found: dict[Any, Any]) -> Answer:
    """Turn a row of `Gazetteer.geocode_frame` into an answer."""
    if not found["precision"]:
        return Answer(None, found["candidates"], Doubt(DoubtKind(found["doubt"])))
    return Answer(Pin.of(place, Candidate.of(found, FoundBy.NEAR_MISS if found["approximate"] else FoundBy.GAZETTEER)))


Progress = Callable[[int, int, int], None]


def pin_actions(
    actions: Sequence[Action],
    geocoder: PlaceGeocoder,
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
        One row per action, in order: the fields of `Action` (a text that is None is empty); ``latitude`` and
        ``longitude`` (WGS 84 decimal degrees, NaN where the place could not be resolved), ``precision``,
        ``matched_place``, ``timezone`` (IANA name), ``geocoder`` and ``source`` (texts, empty where there is none),
        ``uncertainty_m`` (NaN where it is not known), ``doubt`` (`Doubt` or None: why it has no pin, or a doubtful
        one), ``failure`` (`Failure` or None: how asking failed), ``candidates`` (tuple of `Candidate`: what may be
        meant instead) and ``starts_utc`` (NaT where time or time zone is not known).
    """
    places = [Place.of(vars(action)) for action in actions]
    answers, rest = from_cache(places, geocoder, cache)
    unresolved, said = 0, time.monotonic()
    for done, (place, answer) in enumerate(geocoder.answer(rest), 1):
        answers[place] = answer
        unresolved += answer.pin is None
        if done == len(rest) or time.monotonic() - said > _SAID_EVERY:
            progress(done, len(rest), unresolved)
            said = time.monotonic()
    columns: dict[str, Any] = {name: _column(actions, name) for name in Action.model_fields}
    columns |= _pins([answers[place] for place in places])
    elsewhere = _to_local_clocks(columns, actions)
    columns["starts_utc"] = _starts_utc(columns["date"], columns["start_time"], columns["timezone"])
    for row, start in elsewhere.items():
        columns["starts_utc"][row] = start
    return pd.DataFrame(columns)


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


def _column(actions: Sequence[Action], field: str) -> "pd.Series[Any]":
    """Return one field of all actions: a column of texts, or of objects where it has another type."""
    values = (getattr(action, field) for action in actions)
    if field in _OBJECTS:
        return pd.Series(list(values), dtype="object")
    return pd.Series([value or "" for value in values], dtype="str")


def from_cache(
    places: Iterable[Place], geocoder: PlaceGeocoder, cache: PinCache
) -> tuple[dict[Place, Answer], list[Place]]:
    """Divide distinct places into those that the cache answers, and the rest."""
    answers, rest = {}, []
    for place in dict.fromkeys(places):
        found = cache.find(place)
        if found and geocoder.trusts(found, place):
            answers[place] = Answer(found)
        else:
            rest.append(place)
    return answers, rest


def _pins(answers: Sequence[Answer]) -> "dict[str, pd.Series[Any]]":
    """Return the columns of pins."""
    pins = [answer.pin for answer in answers]
    columns = {
        name: pd.Series([getattr(pin, name) if pin else np.nan for pin in pins], dtype="float64")
        for name in ("latitude", "longitude", "uncertainty_m")
    }
    for name in ("precision", "matched_place", "timezone", "geocoder", "source"):
        columns[name] = pd.Series([getattr(pin, name) if pin else "" for pin in pins], dtype="str")
    for name in ("candidates", "doubt", "failure"):
        columns[name] = pd.Series([getattr(answer, name) for answer in answers], dtype="object")
    return columns


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
