import csv
import datetime as dt
import io
import json
import re
from xml.etree import ElementTree

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from actionmap import exports
from actionmap.actions import Action
from actionmap.geocoding import pin_actions

FORMULA = re.compile(r"(^|[;\t\r\n])[\"' ]*(?<!')[=+\-@]")
"""What opens a cell as a formula, also where a spreadsheet divides cells at semicolons or tabs."""

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
    callers=st.just(()),
    source_url=st.none() | st.just("https://example.org/"),
    source_date=st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)),
    other_sources=st.just(()),
    **dict.fromkeys(["venue", "locality", "region", "attendance", "source_name", "evidence"], any_text),
)


class NoPins:
    """A cache and a gazetteer that know no place."""

    def find(self, _):
        return None

    def geocode_frame(self, places):
        texts = dict.fromkeys(["precision", "matched_place", "timezone", "suggestion", "note"], "")
        return pd.DataFrame(
            {"latitude": np.nan, "longitude": np.nan, **texts, "approximate": False}, index=places.index
        )


@given(st.lists(actions, max_size=3))
@settings(deadline=None, max_examples=60)
def test_whatever_a_text_holds_every_format_stays_well_formed_and_inert(listed):
    frame = pin_actions(listed, NoPins(), NoPins())
    rows = list(csv.DictReader(io.StringIO(exports.to_csv(frame), newline="")))
    assert len(rows) == len(listed)
    for row, action in zip(rows, listed, strict=True):
        assert not any(FORMULA.search(cell) for cell in row.values())
        assert row["venue"].replace("'", "") == action.venue.replace("'", "")
    features = json.loads(exports.to_geojson(frame))["features"]
    assert [feature["properties"]["venue"] or "" for feature in features] == [action.venue for action in listed]
    root = ElementTree.fromstring(exports.to_kml(frame, "Test"))
    assert len(list(root.iter("{http://www.opengis.net/kml/2.2}Placemark"))) == len(listed)
    events = Calendar.from_ical(exports.to_ics(frame, "Test")).walk("VEVENT")
    assert [event["uid"] for event in events] == [f"{action.date}-{action.id}@actionmap" for action in listed]
