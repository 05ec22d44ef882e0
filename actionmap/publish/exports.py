"""Exports: actions with their pins and sources as CSV, GeoJSON, KML and iCalendar."""

import datetime as dt
import json
import math
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from html import escape
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vText

from actionmap.campaign.actions import BASIS_NAMES, STATUS_NAMES, SUGGESTED, Action
from actionmap.campaign.organizations import TIES, Organization
from actionmap.campaign.selection import Selection
from actionmap.languages import MARKS, day_said, mark, say, strung
from actionmap.lists.reading import columns_of
from actionmap.publish.markup import render
from actionmap.publish.terms import SAID
from actionmap.text import csv_file, fold, xml_text
from actionmap.world.place import CREDITS, EXACT, Place
from actionmap.world.times import hour_said
from actionmap.world.town_names import place_name


def frame_csv(frame: pd.DataFrame) -> bytes:
    """Write a frame like `text.csv_file`; a cell without a value is empty."""
    cells = frame.astype(object).replace("|".join(MARKS), "", regex=True)
    return csv_file(cells.columns, cells.where(frame.notna(), None).itertuples(index=False))


def suggestions_csv(suggestions: pd.DataFrame, radius_km: float, day: dt.date | None = None) -> bytes:
    """Write suggestions as a list for organizers to work from.

    Its status is `suggested`: a reader of lists leaves such rows out until somebody writes another.

    Parameters
    ----------
    suggestions
        What `Coverage.suggest` returns.
    radius_km
        The radius it was asked for.
    day
        The date to propose.
    """
    columns = ("locality", "region", "country", "latitude", "longitude", "population", "people_added", "radius_km")
    names = ("name", "region", "country", "latitude", "longitude", "population", "adds")
    rows = (
        (SUGGESTED, day, *where, _degrees(latitude), _degrees(longitude), people, adds, f"{radius_km:g}")
        for *where, latitude, longitude, people, adds in zip(*(suggestions[name] for name in names), strict=True)
    )
    return csv_file(("status", "date", *columns), rows)


_PIN = ("precision", "matched_place", "timezone", "geocoder", "starts_utc")
COLUMNS = (*Action.model_fields, *_PIN)
"""What every export says of an action: the fields of `Action`, then its pin and its start in UTC."""
_KML_COLORS = {"reported": "ff965c1d", "announced": "ff268ae6"}  # alpha, blue, green, red: those of the map
_AT_ONCE = 1000
"""Rows that are taken out of a frame at a time: the texts of a long one would fill the memory twice."""

Organizations = Mapping[str, Organization]
_NO_NAMES: Organizations = MappingProxyType({})


def file_name(day: dt.date, selection: Selection) -> str:
    """Return what to call a file of this selection, without ending: its day and what was chosen, in plain ASCII."""
    chosen = "-".join(value for values in selection.to_query().values() for value in values)
    plain = "-".join(fold(chosen).encode("ascii", "ignore").decode().split())
    return f"actions-{day}{f'-{plain[:60]}' if plain else ''}"


def to_csv(frame: pd.DataFrame) -> bytes:
    """Write actions like `text.csv_file` with the columns `COLUMNS`, which can be read again as a list of actions.

    Parameters
    ----------
    frame
        Rows of what `pinning.pin_actions` returns.
    """
    separators = {name: column.separator or " " for name, column in columns_of(Action).items()}

    def cell(name: str, value: object) -> object:
        match value:
            case list():
                return separators[name].join(value)
            case float():
                return _degrees(value)
        return value

    return csv_file(COLUMNS, ([cell(*item) for item in action.items()] for action in _records(frame)))


def _degrees(value: float) -> Decimal:
    return round(Decimal(value), 5)


def to_geojson(frame: pd.DataFrame) -> str:
    """Write actions as a GeoJSON FeatureCollection of points (RFC 7946); one without a pin has no geometry."""
    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
    lines: list[str] = []
    for action in _records(frame):
        latitude, longitude = action.pop("latitude"), action.pop("longitude")
        point = None if latitude is None else {"type": "Point", "coordinates": [longitude, latitude]}
        feature = {"type": "Feature", "id": action["id"], "geometry": point, "properties": action}
        lines += ",\n" if lines else "\n", encode(feature)
    return "".join(['{"type": "FeatureCollection", "features": [', *lines, "\n]}\n"])


def to_kml(frame: pd.DataFrame, title: str, organizations: Organizations = _NO_NAMES) -> bytes:
    """Write actions as KML 2.2 (OGC 07-147r2); one without a pin has no point.

    Parameters
    ----------
    frame
        Rows of what `pinning.pin_actions` returns.
    title
        The campaign's title.
    organizations
        Organization id → organization, to name them.
    """
    actions = (
        action
        | {
            "place": _place(action).name,
            "facts": "<br>".join(map(escape, _facts(action, organizations))),  # read as HTML
            "data": {name: _text(value) for name, value in action.items()},
        }
        for action in _records(frame)
    )
    return xml_text(render("actions.kml", title=title, colors=_KML_COLORS, actions=actions)).encode()


def _text(value: object) -> str:
    return " ".join(value) if isinstance(value, list) else "" if value is None else str(value)


def to_ics(frame: pd.DataFrame, title: str, organizations: Organizations = _NO_NAMES) -> bytes:
    """Write actions as iCalendar events (RFC 5545): in local time, or all day where no time or no time zone is known.

    Every time zone is described for the years in which an action starts. An event ends where its list says so; its
    UID is made of date and id, its stamp of the source's date.

    Parameters
    ----------
    frame
        Rows of what `pinning.pin_actions` returns.
    title
        The campaign's title.
    organizations
        Organization id → organization, to name them.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Action Map//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", vText(_lines(title)))
    years: defaultdict[str, set[int]] = defaultdict(set)
    events = []
    for action in _records(frame):
        if action["starts_utc"]:
            years[action["timezone"]].add(int(action["starts_utc"][:4]))
        events.append(_event(action, title, organizations))
    for component in (*(_timezone(name, years[name]) for name in sorted(years)), *events):
        calendar.add_component(component)
    return bytes(calendar.to_ical())


def action_ics(
    action: "Mapping[str, Any] | pd.Series[Any]", title: str, organizations: Organizations = _NO_NAMES
) -> bytes:
    """Write one row of what `pinning.pin_actions` returns as iCalendar, like `to_ics`."""
    return to_ics(pd.DataFrame([action]), title, organizations)


def _event(action: Mapping[str, Any], title: str, organizations: Organizations) -> Event:
    day = dt.date.fromisoformat(action["date"])
    stamp = dt.date.fromisoformat(action["source_date"] or action["date"])
    event = Event()
    event.add("uid", f"{day}-{action['id']}@actionmap")
    event.add("dtstamp", dt.datetime.combine(stamp, dt.time(), dt.UTC))
    if action["starts_utc"]:
        local = dt.datetime.fromisoformat(action["starts_utc"]).astimezone(ZoneInfo(action["timezone"]))
        event.add("dtstart", local.replace(tzinfo=None), {"TZID": action["timezone"]})
        if end := _end(action):
            event.add("dtend", end, {"TZID": action["timezone"]})
    else:
        event.add("dtstart", day)
        if action["end_date"]:
            event.add("dtend", dt.date.fromisoformat(action["end_date"]) + dt.timedelta(1))
    place = _place(action)
    of_that_day = mark("{place}: same day as {title}") if action["basis"] == "same-day" else mark("{place}: {title}")
    event.add("summary", _lines(say(of_that_day, place=place.name, title=title)))
    event.add("location", _lines(place.said))
    event.add("description", _lines("\n".join(_facts(action, organizations))))
    event.add("categories", [action["status"], action["basis"]])
    if action["source_url"]:
        event.add("url", xml_text(action["source_url"]))
    if action["precision"] in EXACT:
        event.add("geo", (action["latitude"], action["longitude"]))
    return event


def _end(action: Mapping[str, Any]) -> dt.datetime | None:
    """Return the local end of an action that has a start; an hour before that is of the next day."""
    if not action["end_time"]:
        return None
    ends_next_day = not action["end_date"] and action["end_time"] <= action["start_time"]
    day = dt.date.fromisoformat(action["end_date"] or action["date"]) + dt.timedelta(ends_next_day)
    return dt.datetime.combine(day, dt.time.fromisoformat(action["end_time"]))


def _timezone(name: str, years: Iterable[int]) -> Timezone:
    """Describe a time zone from the first to the last of these years.

    The calendar library does so too, but skips a change that lasts for weeks only, as Morocco's in Ramadan, and has
    summer time begin an hour late.
    """
    zone, day = ZoneInfo(name), 24 * 60 * 60
    begin, end = (dt.datetime(year, 1, 1, tzinfo=dt.UTC) for year in (min(years), max(years) + 1))

    def at(second: int) -> dt.datetime:
        return (begin + dt.timedelta(seconds=second)).astimezone(zone)

    def change(second: int) -> int:
        """Find when, in the day after a second, the offset from UTC is no longer what it was."""
        before = at(second).utcoffset()
        seconds = range(second, second + day)
        return second + bisect(seconds, False, key=lambda later: at(later).utcoffset() != before)

    midnights = range(0, int((end - begin).total_seconds()), day)
    changes = [change(second) for second in midnights if at(second).utcoffset() != at(second + day).utcoffset()]
    described = Timezone()
    described.add("tzid", name)
    for onset in (0, *changes):
        before, after = at(onset - 1), at(onset)
        observance = TimezoneDaylight() if after.dst() else TimezoneStandard()
        observance.add("dtstart", before.replace(tzinfo=None) + dt.timedelta(seconds=1))  # by the clock until then
        observance.add("tzoffsetfrom", before.utcoffset())
        observance.add("tzoffsetto", after.utcoffset())
        observance.add("tzname", after.tzname())
        described.add_component(observance)
    return described


def _records(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Give the actions one by one, every value as JSON has it: text, number, list of texts, or None."""
    for start in range(0, len(frame), _AT_ONCE):
        rows = frame.iloc[start : start + _AT_ONCE]
        for values in zip(*(map(_value, rows[name].tolist()) for name in COLUMNS), strict=True):
            yield dict(zip(COLUMNS, values, strict=True))


def _value(value: object) -> Any:  # noqa: ANN401
    match value:
        case str():
            return value or None
        case tuple():
            return list(value)
        case dt.time():
            return f"{value:%H:%M}"
        case float():
            return None if math.isnan(value) else round(value, 5) + 0.0
        case dt.datetime():
            return None if pd.isna(value) else f"{value:%Y-%m-%dT%H:%M:%SZ}"
        case dt.date():
            return value.isoformat()
    return value


def _place(action: Mapping[str, Any]) -> Place:
    return Place(*(action[name] or "" for name in Place._fields))


def _moment(day: str | None, hour: str | None) -> str:
    """Say a day (ISO 8601), an hour, or both."""
    date = day_said(dt.date.fromisoformat(day)) if day else ""
    time = hour_said(dt.time.fromisoformat(hour)) if hour else ""
    return say("{time} on {day}", time=time, day=date) if day and hour else date or time


def _facts(action: Mapping[str, Any], organizations: Organizations) -> Iterator[str]:
    """Say in lines what is known of an action and according to whom."""

    def names(ids: list[str]) -> str:
        return strung(organizations[id_].name if id_ in organizations else id_ for id_ in ids)

    source = [action["source_name"], _moment(action["source_date"], ""), action["source_url"]]
    yield say("Where: {place}", place=_place(action).said)
    yield (
        say("Local start: {start}", start=_moment(action["date"], action["start_time"]))
        if action["start_time"]
        else say("Local start: {date}, time not stated", date=_moment(action["date"], ""))
    )
    if action["end_date"] or action["end_time"]:
        yield say("Local end: {end}", end=_moment(action["end_date"], action["end_time"]))
    status, basis = STATUS_NAMES[action["status"]], BASIS_NAMES[action["basis"]]
    yield say("Status: {status}", status=f"{say(status)} · {say(basis)}")
    for link, column in TIES.items():
        if action[column] or link == "organized":
            yield say(_TIED_BY[link], names=names(action[column]) or say("not stated"))
    if action["attendance"]:
        yield say("Attendance as reported: {attendance}", attendance=action["attendance"])
    if action["evidence"]:
        yield say("What the source says: {evidence}", evidence=action["evidence"])
    yield say("Source: {source}", source=strung(source) or say("not stated"))
    yield from (say("Further source: {address}", address=url) for url in action["other_sources"])
    if not (precision := action["precision"]):
        yield say("Pin: none, the place was not found or is in doubt")
        return
    yield say(_PINS[precision], place=place_name(action["matched_place"]))
    if action["geocoder"] in CREDITS:
        yield say("Data of the pin: {credit}", credit=CREDITS[action["geocoder"]])


_TIED_BY, _PINS = SAID["files"]["tied-by"], SAID["files"]["pins"]


def _lines(text: str) -> str:
    """Return a text for iCalendar whose lines end with what is escaped there, so that none begins a new property."""
    return "\n".join(xml_text(text).splitlines())
