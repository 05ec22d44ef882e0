"""Points that a list gives: they are its pins, unless something speaks against them, and a person decides then."""

import datetime as dt

import pandas as pd
import pytest

from actionmap.campaign.actions import Action, read_actions
from actionmap.campaign.selection import Selection
from actionmap.campaign.table import ActionTable, records
from actionmap.places.gazetteer import Gazetteer
from actionmap.places.pin_cache import PinCache
from actionmap.places.pinning import OfflineGeocoder, pin_actions
from actionmap.places.review import chosen_pin, doubtful, places
from actionmap.publish.cards import card, detail
from actionmap.publish.exports import to_csv, to_geojson, to_ics
from actionmap.reach.figures import figures
from actionmap.world.doubts import DoubtKind
from actionmap.world.place import FoundBy, Pin, Place, Precision


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


@pytest.fixture
def cache(tmp_path):
    return PinCache(tmp_path / "none.csv")


def action(**fields) -> Action:
    return Action(**{"id": "test", "date": dt.date(2031, 1, 2), "country": "FR"} | fields)


def pinned(gazetteer, cache, *actions: Action) -> pd.DataFrame:
    return pin_actions(actions, OfflineGeocoder(gazetteer), cache)


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"locality": "Lyon", "latitude": 45.76, "longitude": 4.84}, None),
        ({"locality": "Lyon", "latitude": 45.2, "longitude": 4.84}, None),  # 61 km: at the edge of a large place
        ({"locality": "Lyon", "venue": "Test Farm", "latitude": 45.2, "longitude": 4.84}, DoubtKind.FAR),
        ({"locality": "Lille", "latitude": 43.6, "longitude": 1.44}, DoubtKind.FAR),
        ({"locality": "Nice", "latitude": 0, "longitude": 0}, DoubtKind.FAR),
        ({"latitude": 0, "longitude": 0}, DoubtKind.FAR),
        ({"latitude": 0, "longitude": 0, "country": ""}, DoubtKind.FAR),
        ({"locality": "Xyzzyqqville", "latitude": 45.75, "longitude": 4.85}, None),
        ({"locality": "Xyzzyqqville", "latitude": 50.94, "longitude": 6.96}, DoubtKind.ANOTHER_COUNTRY),
        ({"locality": "Strasbourg", "latitude": 48.573, "longitude": 7.81}, None),  # nearer to Kehl in Germany
        ({"country": "US", "latitude": 18.47, "longitude": -66.11}, None),  # Puerto Rico
    ],
)
def test_a_point_is_in_doubt_where_it_is_far_from_the_town_or_in_another_country(gazetteer, cache, fields, kind):
    (row,) = records(pinned(gazetteer, cache, action(**fields)))
    assert (row["doubt"].kind if row["doubt"] else None) == kind
    assert (row["geocoder"], row["in_doubt"]) == (("", True) if kind else ("given", False))
    assert pd.isna(row["latitude"]) == bool(kind)


def test_a_point_has_the_time_zone_and_the_country_of_its_nearest_town(gazetteer, cache):
    harbour = action(country="", latitude=-4.05, longitude=39.66, start_time=dt.time(15))
    (row,) = records(pinned(gazetteer, cache, harbour))
    assert (row["country"], row["listed_country"], row["timezone"]) == ("KE", "", "Africa/Nairobi")
    assert row["starts_utc"] == pd.Timestamp("2031-01-02 12:00", tz="UTC")


def test_a_point_that_changed_places_is_offered_the_right_way_round_and_so_is_the_town(gazetteer, cache):
    nairobi = action(country="KE", locality="Nairobi", latitude=36.8167, longitude=-1.2833)
    (row,) = records(places(pinned(gazetteer, cache, nairobi)))
    found = doubtful(row, gazetteer)
    assert (found.pin.latitude, found.pin.longitude) == (36.8167, -1.2833)
    assert (found.options[0].latitude, found.options[0].longitude) == (-1.2833, 36.8167)
    assert found.options[1].name.startswith("Nairobi")


def test_the_cache_does_not_answer_for_a_point_unless_a_person_has_settled_a_doubt(gazetteer, cache):
    near = action(locality="Lyon", latitude=45.76, longitude=4.84)
    far = action(locality="Lille", latitude=43.6, longitude=1.44)
    frame = places(pinned(gazetteer, cache, near, far))
    settled = [chosen_pin(Place.of(row), doubtful(row, gazetteer).options[0]) for row in records(frame)]
    again = pinned(gazetteer, cache.including(settled), near, far)
    assert list(again["geocoder"]) == ["given", "reviewed"]
    assert again["latitude"].round(2).tolist() == [45.76, 50.63]


def test_two_points_of_one_place_are_judged_apart(gazetteer, cache):
    at = {"locality": "Lyon", "venue": "Test Square"}
    frame = pinned(
        gazetteer,
        cache,
        action(id="a", **at, latitude=45.76, longitude=4.84),
        action(id="b", **at, latitude=43.6, longitude=1.44),
        action(id="c", **at),
    )
    assert list(frame["geocoder"]) == ["given", "", "gazetteer"]
    (place,) = records(places(frame))
    assert (place["actions"], place["in_doubt"]) == (3, True)


def test_what_is_in_doubt_is_on_no_map_in_no_figure_and_in_no_export(gazetteer, cache):
    guessed = Pin(
        *("", "Marsille", "", "FR", 43.3, 5.37, Precision.LOCALITY, "Marseille, France", "Europe/Paris"),
        *(FoundBy.NEAR_MISS, "2031-01-01"),
    )
    far = action(id="far", locality="Lille", latitude=43.6, longitude=1.44, start_time=dt.time(15))
    frame = pinned(gazetteer, cache.including([guessed]), action(locality="Marsille"), far)
    assert frame["latitude"].isna().all()
    assert frame["in_doubt"].all()
    assert frame["starts_utc"].isna().all()
    assert [one.count for one in figures(frame, 2)[-3:]] == [0, 0, 0]  # venue, town, country or region
    for written in (to_csv(frame).decode(), to_geojson(frame), to_ics(frame, "Test").decode()):
        assert "43.6" not in written
        assert "43.3" not in written
    for row in records(frame):
        assert "not on the map until someone confirms where it is" in detail(row, dt.date(2031, 1, 2))
        assert "Not on the map until someone confirms where it is" in card(row, {})
    assert "Did the list mean Marseille, France?" in card(records(frame)[0], {})


def test_the_card_and_the_export_say_who_gave_the_point(gazetteer, cache):
    frame = pinned(gazetteer, cache, action(locality="Lyon", venue="Test Farm", latitude=45.76, longitude=4.84))
    assert "Given by the list: Test Farm, Lyon, France (45.76, 4.84)" in card(records(frame)[0], {})
    assert ",given," in to_csv(frame).decode()


def test_an_action_whose_country_is_not_known_counts_for_no_country(gazetteer, cache):
    nowhere = action(id="a", country="", locality="Xyzzyqqville")
    frame = pinned(gazetteer, cache, nowhere, action(id="b", locality="Lyon"))
    table = ActionTable(frame, {})
    assert list(frame["country"]) == ["", "FR"]
    assert frame["doubt"].iloc[0].kind is DoubtKind.NO_COUNTRY
    assert (table.countries, table.options()["country"]) == (("FR",), ("FR",))
    assert table.facets(Selection()).options["country"] == {"FR": 1}
    assert next(one.count for one in figures(frame, 2) if one.name == "Countries and territories") == 1
    assert "name the country" in card(records(frame)[0], {})


def test_a_reviewed_place_without_a_country_is_found_again(gazetteer, tmp_path):
    cache = PinCache(tmp_path / "pins.csv")
    row = records(places(pinned(gazetteer, cache, action(country="", locality="Xyzzyqqville"))))[0]
    vienna = doubtful(row | {"locality": "Vienna", "country": "AT"}, gazetteer).options[0]
    assert cache.add([chosen_pin(Place.of(row), vienna)])
    again = pinned(gazetteer, PinCache(cache.path), action(country="", locality="Xyzzyqqville"))
    assert (list(again["country"]), list(again["geocoder"])) == (["AT"], ["reviewed"])


@pytest.mark.parametrize(
    ("address", "precision"),
    [
        ("12 Test Street, 69002 Lyon", "locality"),
        ("12 Test Street, Xyzzyqqville", ""),
        ("Test Square, beside the fountain", "country"),
        ("Test Square", "country"),
    ],
)
def test_an_address_without_a_town_of_its_own_gives_its_town_and_never_the_countrys_pin(
    gazetteer, cache, address, precision
):
    of_france = Pin(
        *("", "", "", "FR", 46.0, 2.0, Precision.COUNTRY, "France", "Europe/Paris", FoundBy.GAZETTEER, "2031-01-01")
    )
    frame = pinned(gazetteer, cache.including([of_france]), action(venue=address))
    assert list(frame["precision"]) == [precision]
    assert list(places(frame)["venue"]) == [address]


@pytest.mark.parametrize(
    ("city", "state", "start", "apart"),
    [("Chicago", "IL", None, "17:00 EST"), ("New York", "NY", dt.time(17), ""), ("Xyzzyqq", "IL", dt.time(17), "")],
)
def test_a_time_of_another_zone_than_the_places_is_not_its_local_time(gazetteer, cache, city, state, start, apart):
    listed = read_actions(f"date,time,city,state,country\n2031-01-02,5pm EST,{city},{state},US\n".encode())
    (row,) = records(pinned(gazetteer, cache, *listed.actions))
    assert (row["start_time"], row["other_zone"]) == (start, apart)
    assert pd.isna(row["starts_utc"]) == (city != "New York")
    assert ("17:00 EST in the list, which is not the local time" in card(row, {})) == bool(apart)
