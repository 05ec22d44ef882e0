"""Review: which pins are doubtful, what may be meant, and the pins that people give."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionmap.campaign.actions import Action
from actionmap.errors import PointError
from actionmap.places.gazetteer import Gazetteer
from actionmap.places.pin_cache import PinCache
from actionmap.places.pinning import OfflineGeocoder, pin_actions
from actionmap.places.review import chosen_pin, doubtful, given_pin, places
from actionmap.publish.wording import why
from actionmap.world.doubts import Doubt, DoubtKind, Failure, FailureKind
from actionmap.world.place import FoundBy, Pin, Place, Precision


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer()


def action(number=0, **fields):
    return Action(id=f"test-{number}", date=dt.date(2031, 1, 2), **({"country": "FR"} | fields))


def reviewed(gazetteer, tmp_path, *actions, cached=()):
    cache = PinCache(tmp_path / "none.csv").including(cached)
    return places(pin_actions(actions, OfflineGeocoder(gazetteer), cache))


def pin(**fields):
    values = {"venue": "", "locality": "Lyon", "region": "", "country": "FR", "latitude": 45.75, "longitude": 4.85}
    values |= {"precision": Precision.LOCALITY, "matched_place": "Test place", "timezone": ""}
    return Pin(**(values | {"geocoder": FoundBy.NOMINATIM, "date": "2031-01-02"} | fields))


ALBUQUERQUE = pin(
    locality="Albuqeurque",
    region="NM",
    country="US",
    matched_place="Albuquerque, New Mexico, United States",
    geocoder=FoundBy.NEAR_MISS,
)


def test_places_without_a_pin_come_first_then_doubtful_ones_then_the_others(gazetteer, tmp_path):
    actions = [
        action(0, locality="Lyon"),
        action(1, locality="Albuqeurque", region="NM", country="US"),
        action(2, locality="Springfield", country="US"),
        *(action(number, locality="Marsille", venue=f"Test Square {number}") for number in (3, 4)),
    ]
    found = reviewed(gazetteer, tmp_path, *actions, cached=[ALBUQUERQUE])
    assert list(found["locality"]) == ["Marsille", "Springfield", "Albuqeurque", "Lyon"]
    assert list(found["doubt"]) == [
        *(Doubt(kind) for kind in (DoubtKind.NOT_FOUND, DoubtKind.AMBIGUOUS, DoubtKind.NEAR_MISS)),
        None,
    ]
    assert list(found["actions"]) == [2, 1, 1, 1]
    assert list(found["venue"]) == [""] * 4


def test_a_place_known_only_by_its_country_is_not_doubtful(gazetteer, tmp_path):
    assert list(reviewed(gazetteer, tmp_path, action())["doubt"]) == [None]


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        (pin(), ""),
        (pin(latitude=44.0), "194 km from Lyon, Auvergne-Rhône-Alpes, France"),
        (pin(latitude=44.0, geocoder=FoundBy.REVIEWED), ""),
        (pin(latitude=45.2), ""),
        (
            pin(latitude=45.2, precision=Precision.VENUE, venue="Test Square"),
            "61 km from Lyon, Auvergne-Rhône-Alpes, France",
        ),
    ],
)
def test_a_pin_far_from_where_its_town_is_is_doubtful_unless_a_person_gave_it(gazetteer, tmp_path, kept, expected):
    found = reviewed(gazetteer, tmp_path, action(locality="Lyon", venue=kept.venue), cached=[kept])
    assert list(map(why, found["doubt"])) == [expected]


def test_a_pin_far_from_a_misspelt_town_is_not_measured(gazetteer, tmp_path):
    found = reviewed(gazetteer, tmp_path, action(locality="Marsille"), cached=[pin(locality="Marsille")])
    assert list(found["doubt"]) == [None]


def test_what_could_not_be_asked_says_why_and_is_no_doubt_where_it_has_a_pin(gazetteer, tmp_path):
    failure = Failure(FailureKind.TIMED_OUT, "https://geo.example")

    class Silent(OfflineGeocoder):
        def answer(self, asked):
            yield from ((place, replace(answer, failure=failure)) for place, answer in super().answer(asked))

    actions = [action(0, locality="Lyon"), action(1, locality="Xyzzyqq", venue="Test Square")]
    found = places(pin_actions(actions, Silent(gazetteer), PinCache(tmp_path / "none.csv")))
    assert list(zip(found["locality"], found["venue"], found["doubt"], strict=True)) == [
        *(("Xyzzyqq", "Test Square", failure), ("Lyon", "", None))
    ]


def test_a_misspelt_place_may_be_the_towns_of_nearly_its_name(gazetteer, tmp_path):
    found = doubtful(reviewed(gazetteer, tmp_path, action(locality="Marsille")).to_dict("records")[0], gazetteer)
    assert (found.place, found.pin) == (Place("", "Marsille", "", "FR"), None)
    assert found.options[0].name == "Marseille, Provence-Alpes-Côte-d’Azur, France"
    assert len({option.name for option in found.options}) == len(found.options) > 1


def test_an_approximate_pin_is_shown_as_it_is_beside_what_else_may_be_meant(gazetteer, tmp_path):
    listed = action(locality="Albuqeurque", region="NM", country="US")
    found = doubtful(reviewed(gazetteer, tmp_path, listed, cached=[ALBUQUERQUE]).to_dict("records")[0], gazetteer)
    assert found.pin.name == "Albuquerque, New Mexico, United States"
    assert found.pin.name not in {option.name for option in found.options}


def test_the_candidates_of_an_online_geocoder_come_before_the_gazetteers(gazetteer, tmp_path):
    elsewhere = pin(venue="Test Square", precision=Precision.VENUE)
    candidate = doubtful({**places_row(elsewhere), "candidates": ()}, gazetteer).pin

    far = Doubt(DoubtKind.FAR, "Test place", 90.0, "Lyon, France")

    class Doubting(OfflineGeocoder):
        def answer(self, asked):
            yield from (
                (place, replace(answer, candidates=(candidate,), doubt=far)) for place, answer in super().answer(asked)
            )

    frame = pin_actions([action(locality="Lyon", venue="Test Square")], Doubting(gazetteer), PinCache(tmp_path / "n"))
    found = doubtful(places(frame).to_dict("records")[0], gazetteer)
    assert (found.place.venue, found.why, found.options[0]) == ("Test Square", far, candidate)
    assert chosen_pin(found.place, candidate).place == found.place


def places_row(pin):
    return {
        **pin.cells(),
        "latitude": pin.latitude,
        "longitude": pin.longitude,
        "actions": 1,
        "doubt": None,
        "in_doubt": False,
    }


def test_a_chosen_town_speaks_for_all_venues_of_its_place(gazetteer, tmp_path):
    listed = [action(number, locality="Springfield", country="US", venue=f"Test Square {number}") for number in (1, 2)]
    found = doubtful(reviewed(gazetteer, tmp_path, *listed).to_dict("records")[0], gazetteer)
    chosen = chosen_pin(found.place, found.options[0])
    again = reviewed(gazetteer, tmp_path, *listed, cached=[chosen])
    assert list(again["doubt"]) == [None, None]
    assert set(again["geocoder"]) == {"reviewed"}
    assert set(again["matched_place"]) == {found.options[0].name}


def test_what_is_chosen_for_a_venue_says_nothing_of_other_venues(gazetteer):
    town = doubtful(places_row(pin()) | {"candidates": ()}, gazetteer).pin
    chosen = chosen_pin(Place("Test Square", "Lyon", "", "FR"), town)
    assert (chosen.place, chosen.precision) == (Place("Test Square", "Lyon", "", "FR"), "locality")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("48.2085, 16.3721", (48.2085, 16.3721)),
        (" 48.2085 16.3721 ", (48.2085, 16.3721)),
        ("48,2085; 16,3721", (48.2085, 16.3721)),
        ("48,2085, 16,3721", (48.2085, 16.3721)),
        ("-33,-70", (-33, -70)),
        ("33.4° S, 70.6° W", (-33.4, -70.6)),
        ("48.2N/16.3E", (48.2, 16.3)),
        ("48° 12' 30\" N, 16° 22' 12\" E", (48.2083333, 16.37)),
    ],
)
def test_coordinates_are_understood_as_people_write_them(gazetteer, text, expected):
    found = given_pin(Place("", "Testdorf", "", "AT"), text, gazetteer)
    assert (found.pin.latitude, found.pin.longitude) == expected


@pytest.mark.parametrize("text", ["", "here", "48.2", "95, 120", "20, 200", "1,2,3,4,5", "nan, 3"])
def test_what_is_no_point_is_refused_with_what_to_write(gazetteer, text):
    with pytest.raises(PointError, match=r"as 48\.2085, 16\.3721"):
        given_pin(Place("", "Testdorf", "", "AT"), text, gazetteer)


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_every_point_on_earth_is_understood_and_has_a_nearest_town(gazetteer, latitude, longitude):
    found = given_pin(Place("", "Test", "", "AT"), f"{latitude:.5f}, {longitude:.5f}", gazetteer)
    assert (found.pin.latitude, found.pin.longitude) == (round(latitude, 5), round(longitude, 5))
    assert 0 <= found.km < 6000


def test_a_given_pin_says_what_is_near_and_is_as_exact_as_what_was_asked(gazetteer):
    venue = given_pin(Place("Test Square", "Vienna", "", "AT"), "48.2085, 16.3721", gazetteer)
    assert (venue.nearest, venue.country, round(venue.km)) == ("Vienna, Wien, Austria", "AT", 0)
    assert (venue.pin.precision, venue.pin.timezone, venue.pin.geocoder) == ("venue", "Europe/Vienna", "reviewed")
    assert venue.pin.matched_place == "Test Square, Vienna, Austria"
    assert given_pin(Place("", "Testdorf", "", "AT"), "48, 16", gazetteer).pin.precision == "locality"


def test_a_review_says_what_it_rests_on(gazetteer):
    town = doubtful(places_row(pin()) | {"candidates": ()}, gazetteer).pin
    assert chosen_pin(Place("", "Lyon", "", "FR"), town).source == "nominatim"
    given = given_pin(Place("", "Lyon", "", "FR"), "45, 5", gazetteer, source=" a street sign ", uncertainty_m=20.0).pin
    assert (given.source, given.uncertainty_m) == ("a street sign", 20.0)
