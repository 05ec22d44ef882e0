import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from actionmap.campaign.actions import Action
from actionmap.campaign.folder import load_campaign
from actionmap.paths import campaign_folder
from actionmap.places.gazetteer import Gazetteer
from actionmap.places.pin_cache import PinCache
from actionmap.places.pinning import OfflineGeocoder, pin_actions
from actionmap.world.doubts import Doubt, DoubtKind
from actionmap.world.place import OFFLINE, FoundBy, Pin, Place, Precision, either


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer()


@pytest.fixture
def cache(tmp_path):
    return PinCache(tmp_path / "geocodes.csv")


def action(**fields) -> Action:
    return Action(**{"id": "test", "date": dt.date(2024, 3, 2), "country": "AT"} | fields)


def pins(gazetteer, cache, *actions: Action) -> pd.DataFrame:
    return pin_actions(actions, OfflineGeocoder(gazetteer), cache)


def test_every_action_has_a_row_in_order_with_its_fields_and_its_pin(gazetteer, cache):
    here, there = (
        action(id="a", locality="Vienna", organizers=("x", "y")),
        action(id="b", locality="Tokyo", country="JP"),
    )
    frame = pins(gazetteer, cache, here, there, here)
    assert list(frame["id"]) == ["a", "b", "a"]
    assert list(frame["organizers"]) == [("x", "y"), (), ("x", "y")]
    assert list(frame["precision"]) == ["locality"] * 3
    assert list(frame["timezone"]) == ["Europe/Vienna", "Asia/Tokyo", "Europe/Vienna"]
    assert frame["latitude"].round(0).to_list() == [48, 36, 48]
    assert frame["geocoder"].to_list() == ["gazetteer"] * 3


def test_texts_that_are_not_stated_are_empty_and_times_are_none(gazetteer, cache):
    row = pins(gazetteer, cache, action(locality="Vienna")).iloc[0]
    assert [row[c] for c in ("venue", "region", "source_url", "confidence", "source")] == [""] * 5
    assert (row["doubt"], row["failure"]) == (None, None)
    assert row["start_time"] is None
    assert row["source_date"] is None
    assert row["starts_utc"] is pd.NaT


def test_a_place_that_cannot_be_found_has_no_pin_and_says_what_may_have_been_meant(gazetteer, cache):
    frame = pins(gazetteer, cache, action(locality="Xyzzyqqville"), action(locality="Springfield", country="US"))
    assert frame["latitude"].isna().all()
    assert frame["longitude"].isna().all()
    assert frame["precision"].to_list() == ["", ""]
    assert frame["doubt"].to_list() == [Doubt(DoubtKind.NOT_FOUND), Doubt(DoubtKind.AMBIGUOUS)]
    assert "Springfield, Missouri" in either(frame["candidates"].iloc[1])


def test_a_place_known_only_by_its_country_says_so(gazetteer, cache):
    assert pins(gazetteer, cache, action()).iloc[0]["precision"] == "country"


def test_no_actions_give_an_empty_frame_with_all_columns(gazetteer, cache):
    frame = pins(gazetteer, cache)
    assert len(frame) == 0
    assert list(frame.columns) == list(pins(gazetteer, cache, action()).columns)
    assert isinstance(frame["starts_utc"].dtype, pd.DatetimeTZDtype)


def test_the_cache_is_asked_before_the_gazetteer_and_never_written(gazetteer, cache):
    reviewed = Pin(
        "", "Vienna", "", "AT", 1.5, 2.5, Precision.VENUE, "by hand", "Asia/Tokyo", FoundBy.REVIEWED, "2024-03-01"
    )
    cache.add([reviewed])
    before = cache.path.read_bytes()
    frame = pins(gazetteer, cache, action(locality="Vienna", venue="Test Square"), action(locality="Graz"))
    assert frame["matched_place"].iloc[0] == "by hand"
    assert frame["geocoder"].to_list() == ["reviewed", "gazetteer"]
    assert cache.path.read_bytes() == before


@pytest.mark.parametrize(
    ("place", "local", "utc"),
    [
        ({"locality": "Tokyo", "country": "JP"}, "2024-03-02 15:00", "2024-03-02 06:00"),
        ({"locality": "Kathmandu", "country": "NP"}, "2024-03-02 00:30", "2024-03-01 18:45"),
        ({"locality": "New York", "region": "NY", "country": "US"}, "2024-03-02 13:00", "2024-03-02 18:00"),
        ({"locality": "New York", "region": "NY", "country": "US"}, "2024-03-16 13:00", "2024-03-16 17:00"),
        ({"locality": "Phoenix", "region": "AZ", "country": "US"}, "2024-07-01 18:00", "2024-07-02 01:00"),
        ({"locality": "Berlin", "country": "DE"}, "2024-10-27 02:30", "2024-10-27 00:30"),  # shown twice: the first
        ({"locality": "Berlin", "country": "DE"}, "2024-03-31 02:30", "2024-03-31 01:00"),  # never shown: the next
    ],
)
def test_local_time_becomes_utc_by_the_rules_of_the_place_on_that_day(gazetteer, cache, place, local, utc):
    moment = dt.datetime.fromisoformat(local)
    frame = pins(gazetteer, cache, action(date=moment.date(), start_time=moment.time(), **place))
    assert frame["starts_utc"].iloc[0] == pd.Timestamp(utc, tz="UTC")


def test_a_time_in_a_country_of_several_zones_has_no_utc(gazetteer, cache):
    frame = pins(gazetteer, cache, action(country="US", start_time=dt.time(13)))
    assert frame["timezone"].iloc[0] == ""
    assert frame["starts_utc"].iloc[0] is pd.NaT


def test_a_locality_with_many_venues_is_looked_up_once_and_answers_them_all(gazetteer):
    places = [Place(f"Square {i}", "Vienna", "", "AT") for i in range(50)]
    answers = dict(OfflineGeocoder(gazetteer).answer(places))
    assert list(answers) == places
    assert {answer.pin.place for answer in answers.values()} == {places[0].without_venue()}


def test_the_cache_knows_every_action_of_the_campaign_and_agrees_with_the_gazetteer(gazetteer):
    cache = PinCache()
    assert cache.problems == []
    actions = load_campaign(campaign_folder()).actions
    cached = [cache.find(Place(a.venue, a.locality, a.region, a.country)) for a in actions]
    assert all(cached)
    offline = [pin for pin in cached if pin.geocoder in OFFLINE]
    asked = dict(OfflineGeocoder(gazetteer).answer([pin.place for pin in offline]))
    assert [replace(asked[pin.place].pin, date=pin.date).cells() for pin in offline] == [pin.cells() for pin in offline]


def test_times_of_another_zone_are_put_into_that_of_the_pin(gazetteer, cache):
    there = ZoneInfo("Europe/Berlin")
    rows = [("Tokyo", "JP", 22), ("Nowhereville", "JP", 14), ("Nowhereville", "US", 14), ("Vienna", "AT", None)]
    actions = [
        action(locality=locality, country=country).model_copy(
            update={"start_time": dt.time(hour, tzinfo=there) if hour else None}
        )
        for locality, country, hour in rows
    ]
    found = pin_actions(actions, OfflineGeocoder(gazetteer), cache)
    tokyo, one_zone, many_zones, untimed = found[["date", "start_time", "starts_utc"]].itertuples(index=False)
    assert (tokyo.date, tokyo.start_time) == (dt.date(2024, 3, 3), dt.time(6))
    assert (one_zone.date, one_zone.start_time) == (dt.date(2024, 3, 2), dt.time(22))
    assert many_zones.start_time is None
    assert many_zones.starts_utc == dt.datetime(2024, 3, 2, 13, tzinfo=dt.UTC)
    assert untimed.start_time is None
    assert pd.isna(untimed.starts_utc)
