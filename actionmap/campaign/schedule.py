"""Schedules: what the dates and times of a list say beyond a first day and an hour, and what they leave open."""

import datetime as dt
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from actionmap.lists.clock import Hours, halves_left_open, is_local, is_named, read_hours
from actionmap.lists.dates import Days, read_days
from actionmap.lists.problems import ProblemKind
from actionmap.lists.reading import Reading

if TYPE_CHECKING:
    from actionmap.campaign.actions import Action


def complete(reading: "Reading[Action]", time_zone: str | None = None) -> None:
    """Give actions the last day, the time and the end that their cells name, and report what these leave open.

    That an hour may be in the afternoon, or in one of several time zones of a country, is said once for the list; the
    rows of such zones are kept beside it, for whoever knows the places. Where the list's times are known to be in a
    time zone (IANA name), they get it as their `tzinfo`, unless a cell names another.
    """
    told: list[tuple[int, str, Hours]] = []
    some_zone: list[tuple[int, str, Hours]] = []
    for place, (row, action) in enumerate(reading.rows):
        day, text = (reading.written.get((row, column), "") for column in ("date", "start_time"))
        read = read_days(day, reading.hints.campaign_day) if day else ()
        days = () if isinstance(read, ProblemKind) else read
        values: dict[str, Any] = {}
        if action.end_date or days:
            values["end_date"] = _last_day(reading, row, action, days)
        text, hours = _hours(action, text, days)
        elsewhere = bool(time_zone and (not hours or not hours.zone or is_named(hours.zone, time_zone, action.date)))
        if hours:
            local = is_local(hours.zone, action.country, action.date) if hours.zone and not elsewhere else True
            if local is False:
                zone = hours.zone.upper()
                reading.report(row, "start_time", text, ProblemKind.OTHER_TIME_ZONE, zone=zone, start=hours.start)
            values["start_time"] = None if local is False else hours.start
            if hours.end and local is not False and not action.end_time:
                values["end_time"] = hours.end
            told.append((row, text, hours))
            if local is None:  # the pin will tell
                action = action.in_zone(hours.zone)
                some_zone += [(row, text, hours)] if action.country else []
                reading.rows[place] = (row, action)
        changed = {name: value for name, value in values.items() if value != getattr(action, name)}
        if time_zone and elsewhere:  # only now: a time is equal to itself in another zone
            clocks = {name: {**vars(action), **changed}[name] for name in ("start_time", "end_time")}
            changed |= {name: at.replace(tzinfo=ZoneInfo(time_zone)) for name, at in clocks.items() if at}
        if changed:
            reading.rows[place] = (row, action.model_copy(update=changed))
    if halves_left_open(hours for _, _, hours in told):
        row, text, _ = next(one for one in told if one[2].half_open)
        reading.report(row, "start_time", text, ProblemKind.HALF_OF_THE_DAY)
    if some_zone:
        zones = tuple((row, hours.zone.upper()) for row, _, hours in some_zone)
        row, text, _ = some_zone[0]
        reading.report(row, "start_time", text, ProblemKind.SOME_TIME_ZONE, zone=zones[0][1], rows=zones)


def _hours(action: "Action", text: str, days: tuple[Days, ...]) -> tuple[str, Hours | None]:
    """Return what a row says of the time, where it does: the cell for it, or else the date's."""
    if action.start_time and not text:
        return "", Hours(action.start_time)
    text = text or (days[0].time if days else "")
    found = read_hours(text) if text else None
    return (text, found) if isinstance(found, Hours) else ("", None)


def _last_day(reading: "Reading[Action]", row: int, action: "Action", found: tuple[Days, ...]) -> dt.date | None:
    """Return the last day; several days that do not follow one another are reported, and the first is kept."""
    end = action.end_date
    if end and end < action.date:
        reading.report(row, "end_date", end, ProblemKind.END_BEFORE_START, start=action.date)
        end = None
    days = next((days for days in found if days.first == action.date), Days(action.date))
    if days.further:
        values = {"kept": days.first, "others": days.further}
        reading.report(row, "date", reading.written[row, "date"], ProblemKind.SEVERAL_DAYS, **values)
    return end or days.last
