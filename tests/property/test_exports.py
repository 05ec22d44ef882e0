import csv
import datetime as dt
import io
import math
import re
from xml.etree import ElementTree
from zoneinfo import available_timezones

import pandas as pd
from dateutil.tz import tzical
from fastkml.validator import get_schema_parser
from geojson_pydantic import FeatureCollection
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from lxml import etree

from actionmap.campaign.actions import Action
from actionmap.places.pinning import OfflineGeocoder, pin_actions
from actionmap.publish import exports
from actionmap.world.doubts import DoubtKind
from actionmap.world.place import Pin

FORMULA = re.compile(r"(^|[;\t\r\n])[\"' ]*(?<!')[=+\-@]")
"""What opens a cell as a formula, also where a spreadsheet divides cells at semicolons or tabs."""
ICS_NAMES = {
    *("BEGIN", "END", "VERSION", "PRODID", "X-WR-CALNAME", "TZID", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "DTSTART"),
    *("UID", "DTSTAMP", "SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "GEO", "URL"),
}

any_text = st.text(st.characters(exclude_categories=("Cs",)) | st.sampled_from("=+-@;\t\r\n\"',<>&\\:"), max_size=20)
actions = st.builds(
    Action,
    id=st.from_regex(r"[\w.-]{1,20}", fullmatch=True),
    date=st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)),
    start_time=st.none() | st.times().map(lambda time: time.replace(second=0, microsecond=0)),
    country=st.sampled_from(["AT", "PR"]),
    status=st.sampled_from(["announced", "reported"]),
    basis=st.sampled_from(["call", "same-day"]),
    organizers=st.lists(any_text, max_size=2).map(tuple),
    supporters=st.just(()),
    callers=st.just(()),
    source_url=st.none() | st.just("https://example.org/"),
    source_date=st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)),
    other_sources=st.just(()),
    **dict.fromkeys(["venue", "locality", "region", "attendance", "source_name", "evidence"], any_text),
)


pins = st.builds(
    Pin,
    latitude=st.floats(-90, 90),
    longitude=st.floats(-180, 180),
    precision=st.sampled_from(["venue", "locality", "region", "country"]),
    matched_place=any_text,
    timezone=st.sampled_from(["", *sorted(zone for zone in available_timezones() if "/" in zone)]),
    geocoder=st.sampled_from(["gazetteer", "nominatim", "reviewed"]),
    date=st.just("2024-01-01"),
    **dict.fromkeys(["venue", "locality", "region", "country"], st.just("")),
)
pinned = st.lists(st.tuples(actions, st.none() | pins), max_size=3)


class Pins:
    """A cache that gives its pins in the order in which it is asked, and a gazetteer that knows no place."""

    def __init__(self, given_pins):
        self._given = iter(given_pins)

    def find(self, _):
        return next(self._given)

    def geocode_frame(self, places):
        texts = dict.fromkeys(["precision", "matched_place", "timezone"], "") | {"doubt": DoubtKind.NOT_FOUND}
        return pd.DataFrame(
            {"latitude": math.nan, "longitude": math.nan, **texts, "approximate": False}, index=places.index
        ).assign(candidates=[()] * len(places))

    def nearest(self, latitudes, longitudes):
        return self.geocode_frame(pd.DataFrame(index=range(len(latitudes)))).assign(country="")


def as_a_frame(pinned_actions):
    """Return the frame of the actions with these pins."""
    places = Pins([pin for _, pin in pinned_actions])
    return pin_actions([action for action, _ in pinned_actions], OfflineGeocoder(places), places)


@given(pinned)
@settings(max_examples=60)
def test_whatever_a_text_holds_csv_is_inert_and_every_reader_finds_the_same_cells(listed):
    written = exports.to_csv(as_a_frame(listed))
    rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    assert len(rows) == len(listed)
    for row, (action, _) in zip(rows, listed, strict=True):
        assert not any(FORMULA.search(cell) for name, cell in row.items() if name not in ("latitude", "longitude"))
        assert row["venue"].replace("'", "") == action.venue.replace("'", "")
    read = pd.read_csv(io.BytesIO(written), dtype=str, keep_default_na=False)
    assert read.to_dict("records") == rows


@given(pinned)
@settings(max_examples=60)
def test_whatever_a_text_holds_geojson_keeps_to_the_model_of_rfc_7946(listed):
    written = exports.to_geojson(as_a_frame(listed))
    read = FeatureCollection.model_validate_json(written, strict=True)
    assert [feature.properties["venue"] or "" for feature in read.features] == [action.venue for action, _ in listed]
    for feature in read.features:
        if feature.geometry:
            assert abs(feature.geometry.coordinates.longitude) <= 180
            assert abs(feature.geometry.coordinates.latitude) <= 90


@given(pinned, any_text)
@example([(Action(id="a²", country="AT", date="2024-03-02"), None)], "Test")
@settings(max_examples=60)
def test_whatever_a_text_holds_kml_is_valid_by_ogc_s_schema(listed, title):
    written = exports.to_kml(as_a_frame(listed), title)
    get_schema_parser().assertValid(etree.fromstring(written))
    root = ElementTree.fromstring(written)
    assert len(list(root.iter("{http://www.opengis.net/kml/2.2}Placemark"))) == len(listed)


@given(pinned, any_text)
@example([], "Test\rEND:VCALENDAR\nday")
@example([(Action(id="a", country="AT", date="2024-03-02", evidence="\x85ATTACH:x\u2028URL:y\rEND:z"), None)], "Test")
@settings(max_examples=60)
def test_whatever_a_text_holds_no_line_of_a_calendar_begins_a_property_of_its_own(listed, title):
    lines = exports.to_ics(as_a_frame(listed), title).decode().splitlines()
    assert {re.split("[:;]", line)[0] for line in lines if not line.startswith(" ")} <= ICS_NAMES


@given(pinned, any_text)
@settings(max_examples=60)
def test_whatever_a_text_holds_every_event_begins_at_its_moment_by_two_readers(listed, title):
    frame = as_a_frame(listed)
    written = exports.to_ics(frame, title)
    events = Calendar.from_ical(written).walk("VEVENT")
    assert [event["uid"] for event in events] == [f"{action.date}-{action.id}@actionmap" for action, _ in listed]
    described = tzical(io.StringIO(written.decode()))
    for event, day, known in zip(events, frame["date"], frame["starts_utc"], strict=True):
        start = event["dtstart"]
        if pd.isna(known):
            assert start.dt == day
        else:
            by_the_file = start.dt.replace(tzinfo=described.get(start.params["TZID"]))
            assert start.dt.astimezone(dt.UTC) == by_the_file.astimezone(dt.UTC) == known
