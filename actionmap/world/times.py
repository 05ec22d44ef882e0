"""When an action is: its local date and time, the same moment in UTC and for whoever reads."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.dates import format_date


def long_date(day: date, language: str = "en") -> str:
    """Return a date in words: "Saturday 2 March 2024"."""
    return format_date(day, "EEEE d MMMM y", locale=language)


def short_date(day: date, language: str = "en") -> str:
    """Return the day and month: "3 March"."""
    return format_date(day, "d MMMM", locale=language)


def clock(moment: datetime, day: date) -> str:
    """Return the hour and minute of a moment, with its date where that is not the given day: "23:30 on 1 March"."""
    hour = f"{moment:%H:%M}"
    return hour if moment.date() == day else f"{hour} on {short_date(moment.date())}"


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
    days = f"{long_date(day)} to {long_date(last)}" if last else long_date(day)
    if start is None:
        return [("Date", days), ("Time", "not stated in the source")]
    zone = f" ({timezone.split('/')[-1].replace('_', ' ')} time)" if timezone else ""
    hours = f"{start:%H:%M} to {end:%H:%M}" if end else f"{start:%H:%M}"
    said = [("Date", days), ("Local time", f"{hours}{zone}")]
    if starts_utc is None:
        return said
    said.append(("UTC", clock(starts_utc, day)))
    try:
        there = starts_utc.astimezone(ZoneInfo(visitor)) if visitor else None
    except (ZoneInfoNotFoundError, ValueError):
        there = None
    if there is not None:
        said.append(("Your time", f"{clock(there, day)} ({visitor.replace('_', ' ')})"))
    return said
