import csv
import datetime as dt
import io
import json
from xml.etree import ElementTree

import fastkml
import pandas as pd
import pytest
from dateutil.tz import tzical
from fastkml.validator import get_schema_parser
from geojson_pydantic import FeatureCollection
from icalendar import Calendar
from lxml import etree

from actionmap.campaign.actions import Action, read_actions
from actionmap.campaign.folder import load_campaign
from actionmap.languages import speaking, strung
from actionmap.paths import campaign_folder
from actionmap.places.gazetteer import Gazetteer
from actionmap.places.pin_cache import PinCache
from actionmap.places.pinning import OfflineGeocoder, pin_actions
from actionmap.publish import exports
from actionmap.text import csv_cell
from actionmap.world.place import COLUMNS

KML = {"k": "http://www.opengis.net/kml/2.2"}


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer()


@pytest.fixture(scope="module")
def listed():
    return load_campaign(campaign_folder())


@pytest.fixture(scope="module")
def campaign(listed):
    return listed.campaign


@pytest.fixture(scope="module")
def shipped(listed, gazetteer):
    return pin_actions(listed.actions, OfflineGeocoder(gazetteer), PinCache())


@pytest.fixture(scope="module")
def frame(gazetteer):
    nothing = {"date": dt.date(2024, 3, 2), "country": "JP"}
    actions = [
        Action(
            id="tokyo",
            **nothing | {"locality": "Tokyo", "start_time": dt.time(15)},
            venue="=HYPERLINK(1)",
            organizers=("test-a", "test-b"),
            source_name="Test News",
            source_url="https://example.org/a?b=1&c=2",
            source_date=dt.date(2024, 3, 5),
            other_sources=("https://example.org/1", "https://example.org/2"),
            evidence="<b>Bold</b>, it says; \x07done\nand more",
        ),
        Action(id="japan", **nothing, basis="same-day"),
        Action(id="nowhere", **nothing | {"locality": "Xyzzyqqville", "start_time": dt.time(9)}),
    ]
    return pin_actions(actions, OfflineGeocoder(gazetteer), PinCache())


def csv_text(actions):
    return io.StringIO(exports.to_csv(actions).decode("utf-8-sig"), newline="")


def test_csv_has_every_field_the_pin_with_its_precision_and_the_start_in_utc(frame):
    tokyo, japan, nowhere = csv.DictReader(csv_text(frame))
    assert list(tokyo) == list(exports.COLUMNS)
    assert (tokyo["latitude"], tokyo["longitude"]) == ("35.68950", "139.69171")
    assert (tokyo["precision"], tokyo["timezone"]) == ("locality", "Asia/Tokyo")
    assert (tokyo["start_time"], tokyo["starts_utc"]) == ("15:00", "2024-03-02T06:00:00Z")
    assert (tokyo["organizers"], tokyo["other_sources"]) == (
        "test-a;test-b",
        "https://example.org/1 https://example.org/2",
    )
    assert japan["precision"] == "country"
    assert [nowhere[c] for c in ("latitude", "longitude", "precision", "starts_utc")] == [""] * 4


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("＝1", "'＝1"),
        ("a;=1", "a;'=1"),
        ('a;" =1', "a;\" '=1"),
        ("a=1 - b+c@d", "a=1 - b+c@d"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_takes_for_a_formula_gets_an_apostrophe(text, written):
    assert csv_cell(text) == written


def test_no_text_of_a_csv_begins_a_formula_but_numbers_stay_numbers(frame):
    (tokyo, *_) = csv.DictReader(csv_text(frame))
    assert tokyo["venue"] == "'=HYPERLINK(1)"
    south = frame.assign(latitude=-35.5)
    assert next(csv.DictReader(csv_text(south)))["latitude"] == "-35.50000"


def test_an_exported_csv_is_read_again_as_the_same_actions(listed, campaign, shipped):
    read = read_actions(exports.to_csv(shipped), organizations=campaign.organizations.values())
    assert read.problems == ()
    assert read.actions == listed.actions


def test_every_reader_of_csv_finds_the_same_cells(shipped, frame):
    for one in (shipped, frame):
        header, *rows = csv.reader(csv_text(one))
        read = pd.read_csv(io.BytesIO(exports.to_csv(one)), dtype=str, keep_default_na=False)
        assert list(read.columns) == header
        assert read.to_numpy().tolist() == rows


@pytest.mark.parametrize("rows", [0, 1, 3])
def test_geojson_keeps_to_the_model_of_rfc_7946(frame, rows):
    read = FeatureCollection.model_validate_json(exports.to_geojson(frame[:rows]), strict=True)
    assert [feature.id for feature in read.features] == frame["id"].tolist()[:rows]


def test_geojson_of_the_shipped_list_keeps_to_the_model_of_rfc_7946(shipped):
    read = FeatureCollection.model_validate_json(exports.to_geojson(shipped), strict=True)
    assert [feature.geometry.coordinates[:2] for feature in read.features] == [
        pytest.approx(pin) for pin in zip(shipped["longitude"], shipped["latitude"], strict=True)
    ]


def test_a_long_list_is_exported_whole_and_in_order(frame):
    long = pd.concat([frame] * 700, ignore_index=True)
    features = json.loads(exports.to_geojson(long))["features"]
    assert [feature["id"] for feature in features] == long["id"].tolist()


def test_geojson_follows_rfc_7946(shipped):
    def no_constant(name):
        raise AssertionError(name)

    collection = json.loads(exports.to_geojson(shipped), parse_constant=no_constant)
    assert collection["type"] == "FeatureCollection"
    assert set(collection) == {"type", "features"}
    assert len(collection["features"]) == len(shipped)
    for feature, (_, action) in zip(collection["features"], shipped.iterrows(), strict=True):
        assert set(feature) == {"type", "id", "geometry", "properties"}
        assert (feature["type"], feature["id"]) == ("Feature", action["id"])
        assert feature["geometry"]["type"] == "Point"
        longitude, latitude = feature["geometry"]["coordinates"]
        assert (longitude, latitude) == (pytest.approx(action["longitude"]), pytest.approx(action["latitude"]))
        assert -180 <= longitude <= 180
        assert -90 <= latitude <= 90
        assert feature["properties"]["precision"] in ("venue", "locality", "region", "country")
        assert feature["properties"]["source_url"].startswith("http")


def test_geojson_gives_no_geometry_to_an_action_without_a_pin(frame):
    tokyo, _, nowhere = json.loads(exports.to_geojson(frame))["features"]
    assert nowhere["geometry"] is None
    assert nowhere["properties"]["start_time"] == "09:00"
    assert tokyo["properties"]["organizers"] == ["test-a", "test-b"]


def test_kml_has_a_placemark_with_a_point_for_every_pin(shipped, campaign):
    root = ElementTree.fromstring(exports.to_kml(shipped, campaign.settings.title, campaign.organizations))
    placemarks = root.findall("k:Document/k:Placemark", KML)
    assert root.findtext("k:Document/k:name", namespaces=KML) == campaign.settings.title
    assert len(placemarks) == len(shipped)
    for placemark, (_, action) in zip(placemarks, shipped.iterrows(), strict=True):
        longitude, latitude = placemark.findtext("k:Point/k:coordinates", namespaces=KML).split(",")
        assert (float(longitude), float(latitude)) == (
            pytest.approx(action["longitude"], abs=1e-5),
            pytest.approx(action["latitude"], abs=1e-5),
        )
        data = {
            one.get("name"): one.findtext("k:value", namespaces=KML) for one in placemark.iter(f"{{{KML['k']}}}Data")
        }
        assert data["precision"] == action["precision"]
        assert action["source_url"] in placemark.findtext("k:description", namespaces=KML).replace("&amp;", "&")


def test_kml_shows_markup_in_a_text_as_text_and_has_no_point_without_a_pin(frame):
    root = ElementTree.fromstring(exports.to_kml(frame, "Test"))
    tokyo, _, nowhere = root.findall("k:Document/k:Placemark", KML)
    description = tokyo.findtext("k:description", namespaces=KML)
    assert "&lt;b&gt;Bold&lt;/b&gt;" in description
    assert "Organized by: test-a, test-b" in description
    assert nowhere.find("k:Point", KML) is None
    assert tokyo.findtext("k:TimeStamp/k:when", namespaces=KML) == "2024-03-02T06:00:00Z"
    assert nowhere.findtext("k:TimeStamp/k:when", namespaces=KML) == "2024-03-02"


def test_kml_is_valid_by_ogc_s_schema(shipped, campaign, frame):
    schema = get_schema_parser()
    schema.assertValid(etree.fromstring(exports.to_kml(shipped, campaign.settings.title, campaign.organizations)))
    schema.assertValid(etree.fromstring(exports.to_kml(frame, "<b>Test</b> & \x07day")))
    schema.assertValid(etree.fromstring(exports.to_kml(frame[:0], "")))


def test_another_reader_of_kml_finds_every_pin(shipped, campaign, tmp_path):
    (tmp_path / "actions.kml").write_bytes(exports.to_kml(shipped, campaign.settings.title))
    [document] = fastkml.KML.parse(tmp_path / "actions.kml").features
    pins = [(placemark.geometry.x, placemark.geometry.y) for placemark in document.features]
    assert pins == [pytest.approx(pin) for pin in zip(shipped["longitude"], shipped["latitude"], strict=True)]


def test_ics_has_an_event_in_local_time_for_a_known_time_and_all_day_for_the_others(frame):
    written = exports.to_ics(frame, "Test day")
    tokyo, japan, nowhere = Calendar.from_ical(written).walk("VEVENT")
    assert tokyo.decoded("dtstart") == dt.datetime(2024, 3, 2, 6, tzinfo=dt.UTC)
    assert b"DTSTART;TZID=Asia/Tokyo:20240302T150000\r\n" in written
    assert japan.decoded("dtstart") == nowhere.decoded("dtstart") == dt.date(2024, 3, 2)
    assert "09:00 on 2 March 2024" in nowhere["description"]
    assert "dtend" not in tokyo
    assert tokyo["uid"] == "2024-03-02-tokyo@actionmap"
    assert tokyo["url"] == "https://example.org/a?b=1&c=2"
    assert tokyo["location"] == "=HYPERLINK(1), Tokyo, Japan"
    assert (tokyo["geo"].latitude, tokyo["geo"].longitude) == (35.6895, 139.69171)
    assert "geo" not in japan
    assert tokyo.decoded("dtstamp") == dt.datetime(2024, 3, 5, tzinfo=dt.UTC)
    assert str(tokyo["summary"]) == "Tokyo, Japan: Test day"
    assert str(japan["summary"]) == "Japan (town not stated): same day as Test day"


def test_every_event_begins_at_the_moment_that_the_list_says_by_two_readers(shipped, campaign):
    written = exports.to_ics(shipped, campaign.settings.title)
    starts = {f"{row.date}-{row.id}@actionmap": row.starts_utc for row in shipped.itertuples()}
    described = tzical(io.StringIO(written.decode()))
    timed = 0
    for event in Calendar.from_ical(written).walk("VEVENT"):
        start, known = event["dtstart"], starts.pop(event["uid"])
        if isinstance(start.dt, dt.datetime):
            timed += 1
            by_the_file = start.dt.replace(tzinfo=described.get(start.params["TZID"]))
            assert start.dt.astimezone(dt.UTC) == by_the_file.astimezone(dt.UTC) == known
        else:
            assert pd.isna(known)
    assert timed == shipped["start_time"].notna().sum() > 0
    assert starts == {}


@pytest.mark.parametrize(("when", "end"), [
    ({"start_time": dt.time(14), "end_time": dt.time(16)}, dt.datetime(2024, 3, 2, 16)),
    ({"start_time": dt.time(22), "end_time": dt.time(1)}, dt.datetime(2024, 3, 3, 1)),
    ({"end_date": dt.date(2024, 3, 4)}, dt.date(2024, 3, 5)),
])  # fmt: skip
def test_an_event_ends_where_the_list_says_so(gazetteer, tmp_path, when, end):
    action = Action(id="test", locality="Vienna", country="AT", date=dt.date(2024, 3, 2), **when)
    frame = pin_actions([action], OfflineGeocoder(gazetteer), PinCache(tmp_path / "geocodes.csv"))
    [event] = Calendar.from_ical(exports.to_ics(frame, "Test")).walk("VEVENT")
    assert event["dtend"].dt.replace(**({"tzinfo": None} if isinstance(end, dt.datetime) else {})) == end


def starting(gazetteer, tmp_path, zone, day, clock):
    """Return the calendar with one action in a time zone, and when the list says that it starts."""
    cache = tmp_path / "geocodes.csv"
    cache.write_text(
        f"{','.join(COLUMNS)}\n,Testville,,AT,48.2,16.3,locality,Testville,{zone},nominatim,2024-01-01,,\n"
    )
    action = Action(id="test", locality="Testville", country="AT", date=day, start_time=clock)
    frame = pin_actions([action], OfflineGeocoder(gazetteer), PinCache(cache))
    return exports.to_ics(frame, "Test"), frame["starts_utc"].iloc[0]


@pytest.mark.parametrize(
    ("zone", "day", "clock", "written", "utc"),
    [
        ("Europe/Vienna", "2024-10-27", "02:30", "20241027T023000", "00:30"),  # shown twice: the first
        ("Europe/Vienna", "2024-03-31", "02:30", "20240331T030000", "01:00"),  # never shown: the next that is
        ("Europe/Vienna", "2024-03-31", "03:30", "20240331T033000", "01:30"),  # the first hour of summer time
        ("Africa/Casablanca", "2024-03-20", "14:00", "20240320T140000", "14:00"),  # a month of another time
        ("Africa/Casablanca", "2024-05-20", "14:00", "20240520T140000", "13:00"),
        ("Australia/Lord_Howe", "2024-10-06", "02:45", "20241006T024500", "15:45"),  # half an hour of summer time
        ("Africa/Accra", "2024-03-02", "10:00", "20240302T100000", "10:00"),  # as UTC, but its own
    ],
)
def test_a_change_of_clocks_moves_no_event(gazetteer, tmp_path, zone, day, clock, written, utc):
    calendar, known = starting(gazetteer, tmp_path, zone, day, clock)
    assert f"DTSTART;TZID={zone}:{written}\r\n".encode() in calendar
    assert f"{known:%H:%M}" == utc
    there = tzical(io.StringIO(calendar.decode())).get(zone)
    assert dt.datetime.fromisoformat(written).replace(tzinfo=there).astimezone(dt.UTC) == known


def test_each_time_zone_is_described_once_before_the_events(shipped, campaign):
    names = [
        component.name
        for component in Calendar.from_ical(exports.to_ics(shipped, campaign.settings.title)).subcomponents
    ]
    zones = shipped.loc[shipped["starts_utc"].notna(), "timezone"].nunique()
    assert names == ["VTIMEZONE"] * zones + ["VEVENT"] * len(shipped)


def test_the_lines_of_ics_are_short_and_end_as_rfc_5545_wants(shipped, campaign):
    lines = exports.to_ics(shipped, campaign.settings.title, campaign.organizations).split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    uids = [line for line in lines if line.startswith(b"UID:")]
    assert len(set(uids)) == len(shipped)


def test_one_action_makes_the_event_that_it_has_in_the_whole_calendar(shipped, campaign):
    row = shipped.iloc[57]
    (alone,) = Calendar.from_ical(exports.action_ics(row, campaign.settings.title)).walk("VEVENT")
    assert exports.action_ics(row.to_dict(), campaign.settings.title) == exports.action_ics(
        row, campaign.settings.title
    )
    (among,) = (
        event
        for event in Calendar.from_ical(exports.to_ics(shipped, campaign.settings.title)).walk("VEVENT")
        if event["uid"] == alone["uid"]
    )
    assert alone.to_ical() == among.to_ical()


def test_events_name_organizations_not_ids(shipped, campaign):
    written = exports.to_ics(shipped, campaign.settings.title, campaign.organizations)
    descriptions = " ".join(str(event["description"]) for event in Calendar.from_ical(written).walk("VEVENT"))
    assert "Palestinian Youth Movement" in descriptions
    assert "pym" not in descriptions.split()


def test_the_same_actions_give_the_same_bytes(listed, shipped, campaign, gazetteer):
    again = pin_actions(listed.actions, OfflineGeocoder(gazetteer), PinCache())
    for export in (exports.to_csv, exports.to_geojson):
        assert export(shipped) == export(again)
    for export in (exports.to_kml, exports.to_ics):
        assert export(shipped, campaign.settings.title) == export(again, campaign.settings.title)


def test_an_empty_selection_is_exported_in_every_format(frame):
    empty: pd.DataFrame = frame[:0]
    assert exports.to_csv(empty).count(b"\n") == 1
    assert json.loads(exports.to_geojson(empty))["features"] == []
    assert ElementTree.fromstring(exports.to_kml(empty, "Test")).findall("k:Document/k:Placemark", KML) == []
    assert Calendar.from_ical(exports.to_ics(empty, "Test")).walk("VEVENT") == []


def test_marks_of_direction_which_lines_need_are_no_part_of_a_table_of_data() -> None:
    with speaking("ar"):
        line = strung(["Malmö", "السويد"])
        file = exports.frame_csv(pd.DataFrame({"where": [line], "people": [1]}))
    assert line != "Malmö، السويد"
    assert "Malmö، السويد,1" in file.decode("utf-8-sig")
