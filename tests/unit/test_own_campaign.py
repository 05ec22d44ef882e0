"""An own campaign: made of a list in memory, and packed to be hosted."""

import codecs
import csv
import datetime as dt
import io
import zipfile
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pytest
from babel.dates import format_date

from actionmap.campaign.actions import read_actions
from actionmap.campaign.folder import load_campaign
from actionmap.campaign.organizations import Organization
from actionmap.campaign.own import campaign_zip, own_campaign, template, usual_day, with_places
from actionmap.campaign.sheet import as_list, read_sheet
from actionmap.languages import languages
from actionmap.places.gazetteer import Gazetteer
from actionmap.places.pin_cache import PinCache
from actionmap.places.pinning import OfflineGeocoder, pin_actions
from actionmap.text import csv_file
from actionmap.world.countries import country_codes
from actionmap.world.place import FoundBy, Pin, Precision

LIST = (
    b"id,date,locality,country,organizers,callers,venue\n"
    b"test-1,2031-05-01,Graz,AT,Comite Test; test-known,,=1+1\n"
    b"test-2,2031-05-01,Linz,AT,Comite test,,\n"
    b"test-3,2031-05-02,Marsille,FR,,Known Test Group,\n"
)
KNOWN = {
    "test-known": Organization(id="test-known", name="Known Test Group", role="coalition", parent="test-parent"),
    "test-parent": Organization(id="test-parent", name="Test Parent", role="coalition"),
}


COLUMNS = (
    *("date", "start_time", "venue", "locality", "region", "country"),
    *("organizers", "supporters", "source_name", "source_url"),
)
"""Of every template, in this order."""


def campaign():
    listed = read_actions(LIST)
    return own_campaign(listed, KNOWN, title='Test "day"', day=usual_day(listed))


def pinned(*pins):
    """Return the actions with these pins, others with the gazetteer's."""
    cache = PinCache(Path("none")).including(pins)
    return pin_actions(campaign().actions, OfflineGeocoder(Gazetteer()), cache)


def test_organizations_are_known_ones_by_id_or_name_and_others_are_local():
    made, actions = campaign()
    assert [action.organizers for action in actions] == [("comite-test", "test-known"), ("comite-test-2",), ()]
    assert actions[2].callers == ("test-known",)
    assert {one.id: one.role for one in made.organizations.values()} == {
        "comite-test": "local",
        "comite-test-2": "local",
        "test-known": "coalition",
        "test-parent": "coalition",
    }


def test_the_usual_day_is_that_of_most_actions():
    assert usual_day(read_actions(LIST)).isoformat() == "2031-05-01"
    assert usual_day(read_actions(b"date,country\n")) is None


def test_the_version_changes_with_the_list():
    other = own_campaign(
        read_actions(LIST + b"test-4,2031-05-01,Wels,AT,,,\n"), KNOWN, title="x", day=campaign().campaign.settings.date
    )
    assert campaign().campaign.version == campaign().campaign.version != other.campaign.version


def test_a_packed_campaign_can_be_hosted_as_it_is(tmp_path):
    packed = campaign_zip(campaign(), pinned())
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        archive.extractall(tmp_path)
        rows = list(csv.DictReader(io.StringIO(archive.read("campaign/actions.csv").decode("utf-8-sig"))))
    assert rows[0]["venue"] == "'=1+1"
    again, actions = load_campaign(tmp_path / "campaign")
    assert again.problems == ()
    assert (again.settings.title, again.settings.date) == ('Test "day"', campaign().campaign.settings.date)
    assert [(one.id, one.locality, one.organizers) for one in actions] == [
        (one.id, one.locality, one.organizers) for one in campaign().actions
    ]
    assert again.organizations == campaign().campaign.organizations
    assert not (tmp_path / "campaign" / "geocodes.csv").exists()


def test_pins_that_only_a_person_or_an_online_geocoder_knows_go_with_a_packed_campaign(tmp_path):
    square = Pin(
        *("=1+1", "Graz", "", "AT", 47.07, 15.44, Precision.VENUE, "Test Square, Graz", "Europe/Vienna"),
        *(FoundBy.NOMINATIM, "2031-01-02"),
    )
    given = replace(square, venue="", locality="Marsille", country="FR", precision=Precision.LOCALITY)
    given = replace(given, geocoder=FoundBy.REVIEWED, source="a map", uncertainty_m=30.0, longitude=-15.44)
    with zipfile.ZipFile(io.BytesIO(campaign_zip(campaign(), pinned(square, given)))) as archive:
        (tmp_path / "geocodes.csv").write_bytes(archive.read("campaign/geocodes.csv"))
    kept = PinCache(tmp_path / "geocodes.csv")
    assert kept.problems == []
    assert {(pin.venue, pin.locality, pin.geocoder, pin.longitude, pin.source, pin.uncertainty_m) for pin in kept} == {
        ("'=1+1", "Graz", "nominatim", 15.44, "", None),
        ("", "Marsille", "reviewed", -15.44, "a map", 30.0),
    }


def test_a_place_that_was_accepted_stands_in_for_what_the_list_has():
    listed = with_places(read_actions(LIST), {("Marsille", "", "FR"): "Marseille, Provence-Alpes-Côte-d’Azur, France"})
    assert [(one.locality, one.region) for one in listed.actions] == [
        ("Graz", ""),
        ("Linz", ""),
        ("Marseille", "Provence-Alpes-Côte-d’Azur"),
    ]


@pytest.mark.parametrize("code", languages())
def test_a_template_is_understood_as_it_is_and_filled_in_with_dates_and_countries_as_its_language_says_them(code):
    empty = template(code)
    assert empty.startswith(codecs.BOM_UTF8)  # without it Excel takes the letters for those of a code page
    sheet = read_sheet(empty, "template.csv")
    assert sheet.notices == ()
    assert sheet.columns == dict(zip(COLUMNS, sheet.header, strict=True))
    examples = read_actions(as_list(sheet, sheet.columns))
    assert examples.problems == ()
    assert [(one.locality, one.country) for one in examples.actions] == [("Lyon", "FR"), ("Recife", "BR")]

    locale, [header, example, _] = languages()[code].locale, csv.reader(io.StringIO(empty.decode("utf-8-sig")))
    days = [dt.date(2031, month, 2 * month) for month in range(1, 13)]
    countries = [*zip(sorted(country_codes()), cycle(days), strict=False)]
    rows = [
        [
            format_date(day, "long", locale=locale),
            "9:30",
            example[2],
            "Test",
            "",
            locale.territories[country],
            *example[6:],
        ]
        for country, day in countries
    ]
    sheet = read_sheet(csv_file(header, rows), "filled.csv")
    filled = read_actions(as_list(sheet, sheet.columns))
    assert filled.problems == filled.notices == ()
    assert [(one.country, one.date) for one in filled.actions] == countries
    assert {(one.start_time, one.venue, one.organizers) for one in filled.actions} == {
        (dt.time(9, 30), example[2], tuple(example[6].split("; ")))
    }


def test_what_was_accepted_for_a_place_can_be_corrected_in_turn():
    accepted = {
        ("Marsille", "", "FR"): "Marsilly, Nouvelle-Aquitaine, France",
        ("Marsilly", "Nouvelle-Aquitaine", "FR"): "Marseille, Provence-Alpes-Côte-d’Azur, France",
    }
    assert with_places(read_actions(LIST), accepted).actions[2].locality == "Marseille"


def test_times_of_another_zone_are_packed_as_the_local_times_of_their_places(tmp_path):
    content = b"date,time,city,country\n2031-03-02,22:00,Tokyo,JP\n"
    listed = own_campaign(
        read_actions(content, default_time_zone="Europe/Berlin"), {}, title="Test", day=dt.date(2031, 3, 2)
    )
    packed = campaign_zip(listed, pin_actions(listed.actions, OfflineGeocoder(Gazetteer()), PinCache(Path("none"))))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        [row] = csv.DictReader(io.StringIO(archive.read("campaign/actions.csv").decode()))
    assert (row["date"], row["start_time"]) == ("2031-03-03", "06:00")


def test_texts_that_are_written_alike_are_organizations_of_their_own_beside_a_known_one():
    known = {"test-2": Organization(id="test-2", name="Another")}
    listed = read_actions(b"country,date,organizers\nFR,2031-05-01,Test!;Test?;Test.;Another\n")
    made = own_campaign(listed, known, title="Test", day=usual_day(listed))
    assert made.actions[0].organizers == ("test", "test-3", "test-4", "test-2")
