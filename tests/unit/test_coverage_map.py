"""The map of coverage: its layers and what is sent for them."""

import json

import pandas as pd
import pytest
from geopy.distance import great_circle

from actionmap.drawing.coverage_map import MOST_CIRCLES, MOST_GAPS, SHARES, coverage_deck
from actionmap.drawing.layers import MOST_MARKERS
from actionmap.drawing.shading import shapes
from actionmap.world.place import Town

PLACES = pd.DataFrame(
    {"place": ["Test A, Austria", "Test F, Fiji"], "latitude": [47.0, -17.0], "longitude": [15.0, 179.9]}
)
GAPS = pd.DataFrame(
    {
        "name": ["Test City", "Test Town"],
        "country": ["AT", "FJ"],
        "population": [9_000_000, 20_000],
        "latitude": [10.0, 60.0],
    }
    | {"longitude": [20.0, 30.0], "km": [1234.4, float("nan")], "nearest_place": ["Test A, Austria", ""]}
)
STEPS = pd.DataFrame(
    {"name": ["Test Next"], "country": "AT", "latitude": [5.0], "longitude": [6.0], "adds": [1_500_000]}
)


def layers(places=PLACES, shares=None, gaps=GAPS, steps=STEPS, tried=(), radius_km=100):
    deck = coverage_deck([], places, shares or {}, gaps, steps, tried, radius_km=radius_km, dark=False)
    return {layer["id"]: layer for layer in json.loads(deck.to_json())["layers"]}


def test_circles_are_true_on_the_ground_wherever_they_are():
    middles = [(47.0, 15.0), (-17.0, 179.9), (5.0, 6.0), (-33.0, 151.0)]
    drawn = layers(tried=[Town("Test Tried", -33.0, 151.0)])
    assert [len(drawn[kind]["data"]) for kind in ("reach", "added")] == [3, 2]
    for row in drawn["reach"]["data"] + drawn["added"]["data"]:
        points = [(y, x) for x, y in row["p"] if abs(x) < 180]
        assert min(max(abs(great_circle(middle, point).km - 100) for point in points) for middle in middles) < 1


def test_a_circle_across_the_antimeridian_is_drawn_on_both_sides():
    assert len(layers()["reach"]["data"]) == 3


def test_gaps_are_larger_for_more_people_and_say_how_far_the_nearest_action_is():
    city, town = layers()["gaps"]["data"]
    assert city["s"] > town["s"]
    assert city["t"] == "Test City: 9 million people, 1,234 km from Test A, Austria"
    assert town["t"] == "Test Town: 20,000 people"


def test_of_very_many_places_those_of_a_cell_share_a_dot_that_counts_them():
    many = pd.DataFrame([(f"Test {n}", n % 60 + 0.1, n // 60 / 100) for n in range(4_000)])
    drawn = layers(many.set_axis(["place", "latitude", "longitude"], axis=1))["actions"]["data"]
    counts = [int(said.removesuffix(" places")) for said in (row["t"] for row in drawn)]
    assert len(counts) <= MOST_MARKERS
    assert sum(counts) == 4_000


def test_suggestions_are_numbered():
    (row,) = layers()["numbers"]["data"]
    assert (row["n"], row["t"]) == ("1", "1. Test Next: 1.5 million people more within reach")


@pytest.mark.parametrize(("share", "shade"), [(0, 0), (0.01, 1), (SHARES[1], 2), (0.2, 3), (0.4, 4), (0.5, 5), (1, 5)])
def test_a_country_has_the_shade_of_its_share(share, shade):
    drawn = layers(shares={"BR": share})["shares"]
    digits = drawn["classes"]
    assert len(drawn["colors"]) == len(SHARES) + 1
    by_code = {shape["properties"]["code"]: int(digits[shape["properties"]["i"]]) for shape in shapes()}
    assert by_code.pop("BR") == shade
    assert set(by_code.values()) == {0}


def test_however_long_a_list_is_little_is_sent_for_it():
    many = pd.concat([PLACES.head(1)] * 3 * MOST_CIRCLES, ignore_index=True)
    drawn = layers(places=many, gaps=pd.concat([GAPS] * MOST_GAPS, ignore_index=True))
    assert len(drawn["reach"]["data"]) == MOST_CIRCLES
    assert len(drawn["gaps"]["data"]) == MOST_GAPS


def test_an_empty_world_is_a_map():
    drawn = layers(PLACES.head(0), gaps=GAPS.head(0), steps=STEPS.head(0))
    assert drawn["reach"]["data"] == drawn["gaps"]["data"] == drawn["actions"]["data"] == []
