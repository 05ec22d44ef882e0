"""When an action is: its local date and time, the same moment in UTC and for whoever reads; names of time zones."""

import re
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from babel import Locale
from babel.core import get_global

from actionmap.languages import ENGLISH, day_said, say, spoken
from actionmap.text import fold


def long_date(day: date) -> str:
    """Return a date in words, in the language spoken: "Saturday 2 March 2024"."""
    return day_said(day, "EEEE d MMMM y" if spoken().code == ENGLISH else "full")  # CLDR has a comma after the weekday


def short_date(day: date) -> str:
    """Return the day and month: "3 March"."""
    return day_said(day, "MMMMd")


def hour_said(moment: time | datetime) -> str:
    """Write the hour and minute of a moment: "09:30", in Indonesian "09.30"."""
    written: str = spoken().locale.datetime_skeletons["Hm"].apply(moment, spoken().locale)
    return written


def clock(moment: datetime, day: date | None = None) -> str:
    """Return the hour and minute of a moment, with its date where that is not a day given: "23:30 on 1 March"."""
    time = hour_said(moment)
    return time if moment.date() == day else say("{time} on {day}", time=time, day=short_date(moment.date()))


def moments(
    day: date,
    start: time | None,
    starts_utc: datetime | None,
    timezone: str,
    visitor: str,
    *,
    last: date | None = None,
    end: time | None = None,
) -> list[tuple[str, str]]:
    """Return the ways to say when an action starts, as (what it is, when) pairs, for a card.

    Parameters
    ----------
    day, start
        The local date and time; None where no source states a time.
    starts_utc
        The same moment in UTC; None where time or time zone is not known.
    timezone
        IANA name of the place's time zone; empty where not known.
    visitor
        IANA name of the reader's own time zone; empty where not known.
    last, end
        The local date of the last day and the time of the end; None where no source states one.
    """
    days = say("{begin} to {end}", begin=long_date(day), end=long_date(last)) if last else long_date(day)
    utc = ("UTC", clock(starts_utc, day)) if starts_utc else None
    if start is None:
        return [(say("Date"), days), utc or (say("Time"), say("not stated"))]
    hours = say("{begin} to {end}", begin=hour_said(start), end=hour_said(end)) if end else hour_said(start)
    zoned = say("{time} ({zone} time)", time=hours, zone=zone_name(timezone)) if timezone else hours
    said = [(say("Date"), days), (say("Local time"), zoned)]
    if starts_utc is None or utc is None:
        return said
    said.append(utc)
    try:
        there = starts_utc.astimezone(ZoneInfo(visitor)) if visitor else None
    except (ZoneInfoNotFoundError, ValueError):
        there = None
    if there is not None:
        time = say("{time} ({zone} time)", time=clock(there, day), zone=zone_name(visitor))
        said.append((say("Your time"), time))
    return said


# ---------------------------------------------------------------------------------------------------------- time zones


_Day = date


class When(NamedTuple):
    """When an action is, by the clocks of one place: a time may be None, and so may the last day."""

    date: _Day
    start_time: time | None
    end_date: _Day | None
    end_time: time | None

    def start(self) -> datetime | None:
        """Return the start in UTC; None where the time is not known, or its zone is not."""
        aware = self.start_time is not None and self.start_time.tzinfo is not None
        return datetime.combine(self.date, self.start_time).astimezone(UTC) if self.start_time and aware else None

    def at(self, zone: str) -> "When":
        """Return the same by the clocks of a time zone (IANA name); its times have a zone now, and none afterwards.

        Where the zone is not known (empty), neither is the time.
        """
        if not zone:
            return self._replace(start_time=None, end_time=None)
        there, moved = ZoneInfo(zone), timedelta()
        start, end = self.start_time, self.end_time
        if start:
            moment = datetime.combine(self.date, start).astimezone(there)
            start, moved = moment.time(), moment.date() - self.date
        if end:
            end = datetime.combine(self.end_date or self.date, end).astimezone(there).time()
        return When(self.date + moved, start, self.end_date + moved if self.end_date else None, end)


class Phase(StrEnum):
    """How an action stands to a moment."""

    AHEAD = "ahead"
    TODAY = "today"
    """On its day, where no time is known."""
    BEGUN = "begun"
    """After its start, where no end is known."""
    ON = "on"
    OVER = "over"


_LONG_PAST = timedelta(days=1)


def phase(when: When, zone: str, now: datetime) -> tuple[Phase | None, timedelta]:
    """Return how an action in a time zone (IANA name) stands to a moment, and how long it is to its start, or since.

    There is no phase where the zone is not known, nor a day after the end.
    """
    if not zone:
        return None, timedelta()
    there = ZoneInfo(zone)
    begins = datetime.combine(when.date, when.start_time or time.min, there)
    ends = datetime.combine(when.end_date or when.date, when.end_time or time.max, there)
    if ends < begins:  # after midnight
        ends += timedelta(days=1)
    if now < begins:
        days = when.date - now.astimezone(there).date()
        return Phase.AHEAD, begins - now if when.start_time else days
    if now >= ends:
        return (Phase.OVER, now - ends) if now < ends + _LONG_PAST else (None, now - ends)
    if when.start_time is None:
        return Phase.TODAY, timedelta()
    return Phase.ON if when.end_time else Phase.BEGUN, now - begins


@cache
def zones_by_country() -> dict[str, list[str]]:
    """Return country → its time zones (CLDR)."""
    zones: dict[str, list[str]] = {}
    for zone, country in get_global("zone_territories").items():
        if "/" in zone and not zone.startswith("Etc/"):
            zones.setdefault(country, []).append(zone)
    return zones


def zone_name(zone: str) -> str:
    """Return what to call a time zone, mostly by a city, in the language spoken: "Kolkata", "UTC+2"."""
    return _zone_name(zone, spoken().code)


@cache
def _zone_name(zone: str, language: str) -> str:
    if offset := re.fullmatch(r"Etc/GMT([+-])(\d+)", zone):
        return f"UTC{'-' if offset[1] == '+' else '+'}{offset[2]}"
    named: dict[str, str] = Locale.parse(language, sep="-").time_zones.get(zone, {})
    return named.get("city", "") or zone.rpartition("/")[2].replace("_", " ")


def read_zone(text: str) -> str:
    """Return the IANA name of the time zone that a text means ("Berlin", "CET", "UTC+2"); empty where none is."""
    if offset := re.fullmatch(r"\s*(?:utc|gmt)\s*([+-])\s*0?(\d{1,2})(?::?00)?\s*", text.casefold().replace("−", "-")):
        zone = f"Etc/GMT{'-' if offset[1] == '+' else '+'}{offset[2]}"
        return zone if zone in _zones() else ""
    return text if text in _zones() else _zones_by_name().get(fold(text).removesuffix(" time"), "")


@cache
def _zones() -> set[str]:
    return available_timezones()  # which walks through a folder of files each time


@cache
def _zones_by_name() -> dict[str, str]:
    """Return the folded name of a zone, or of its city → the zone."""
    every = [zone for zone in sorted(_zones() - _OF_THIS_MACHINE) if not zone.startswith("Etc/")]
    cities = {fold(_zone_name(zone, ENGLISH)): zone for zones in zones_by_country().values() for zone in zones}
    return {fold(zone.rpartition("/")[2]): zone for zone in every} | cities | {fold(zone): zone for zone in every}


_OF_THIS_MACHINE = {"localtime", "Factory"}
