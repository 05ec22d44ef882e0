"""Places, markers, and the deck that is sent to the browser."""

import json
import re
from itertools import combinations
from math import dist

import pandas as pd
import pytest

from actionmap.drawing import action_map
from actionmap.drawing.action_map import deck, gather_places
from actionmap.drawing.layers import MOST_MARKERS
from actionmap.publish.cards import index_lines
from actionmap.publish.first_map import first_map
from actionmap.world.place import Town


def action(
    id_,
    latitude,
    longitude,
    status="reported",
    basis="call",
    precision="locality",
    locality="Testville",
    uncertainty_m=float("nan"),
):
    return {
        "id": id_,
        "latitude": latitude,
        "longitude": longitude,
        "status": status,
        "basis": basis,
        "precision": precision,
        "uncertainty_m": uncertainty_m,
        **{"venue": "", "locality": locality, "region": "", "country": "AT"},
    }


def test_actions_at_one_pin_share_one_place():
    places = gather_places(pd.DataFrame([action("a", 1.0, 2.0), action("b", 3.0, 4.0), action("c", 1.0, 2.0)]))
    assert places[["first", "actions", "label"]].to_numpy().tolist() == [
        [0, 2, "Testville, Austria: 2 actions"],
        [1, 1, "Testville, Austria"],
    ]


def test_an_action_without_a_pin_is_not_drawn():
    assert len(gather_places(pd.DataFrame([action("a", float("nan"), float("nan"))]))) == 0


@pytest.mark.parametrize(
    ("actions", "kind"),
    [
        ([action("a", 0.0, 0.0)], "rcp"),
        ([action("a", 0.0, 0.0, status="announced", basis="same-day")], "asp"),
        ([action("a", 0.0, 0.0, basis="same-day"), action("b", 0.0, 0.0, status="announced")], "bmp"),
        ([action("a", 0.0, 0.0, precision="country", locality="")], "rca"),
    ],
)
def test_the_marker_tells_status_basis_and_how_exact_the_pin_is(actions, kind):
    assert gather_places(pd.DataFrame(actions))["kind"].tolist() == [kind]


def test_a_place_known_only_by_country_says_that_the_town_is_not_stated():
    (label,) = gather_places(pd.DataFrame([action("a", 0.0, 0.0, precision="country", locality="")]))["label"]
    assert label == "Austria (town not stated)"


def test_with_very_many_places_neighbours_share_a_marker_and_no_action_is_lost():
    grid = [action(f"{x}-{y}", y / 10 - 40, x / 10 - 150) for x in range(100) for y in range(100)]
    places = gather_places(pd.DataFrame(grid))
    assert len(places) <= MOST_MARKERS
    assert places["actions"].sum() == len(grid)
    assert set(places["kind"]) == {f"rc{action_map.CLUSTER}"}


def test_in_the_first_picture_no_marker_covers_another_and_each_says_how_many_actions_it_stands_for():
    crowd = [action(f"{n}", 45 + n % 7, 5 + n % 11, status="announced" if n == 3 else "reported") for n in range(60)]
    far = [action("x", -30.0, 140.0, basis="same-day"), action("y", -9.0, -60.0, precision="country", locality="")]
    drawn = first_map(pd.DataFrame([*crowd, *far]))
    assert drawn.index('class="wide"') < drawn.index('class="narrow"')
    for group in re.findall(r"<g class.*?</g>", drawn):
        numbers = [int(text) for text in re.findall(r"<text[^>]*>(\d+)</text>", group)]
        circles = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', group)
        largest = {(float(x), float(y)): float(r) for x, y, r in reversed(circles)}
        assert sum(numbers) + len(largest) - len(numbers) == 62
        assert all(dist(*pair) >= sum(map(largest.get, pair)) - 0.2 for pair in combinations(largest, 2))
        assert [group.count(f'class="{kind}"') for kind in ("announced", "paper", "area")] == [1, 1, 1]


def test_actions_at_one_pin_are_told_apart_by_venue_part_of_the_town_or_organizer():
    at_home = {"basis": "call", "start_time": None, "organizers": ()}
    town, part = (action("a", 1.0, 2.0, locality=name) | at_home for name in ("Testville", "Testville (North)"))
    square = town | {"venue": "Test Square"}
    assert index_lines([square, part, town], {}) == [
        "Test Square · Tied to the call",
        "Testville (North), Austria · Tied to the call",
        "Testville, Austria · Tied to the call",
    ]
    assert index_lines([square, town], {})[1] == "Venue not stated · Tied to the call"


def test_the_deck_is_compact_json_of_what_the_browser_cannot_know():
    actions = [action("a", 1.123456, 2.0), action("b", 3.0, 4.0), action("c", 3.0, 4.0)]
    country = action("d", 47.0, 15.0, precision="country", locality="")
    venue = action("e", 5.0, 6.0, precision="venue", uncertainty_m=40.0)
    places = gather_places(pd.DataFrame([*actions, country, venue]))
    text = deck(places, chosen=1, look=[(5.0, 6.0)]).to_json()
    written = json.loads(text)
    [markers] = written["layers"]
    assert text == json.dumps(written, separators=(",", ":"), ensure_ascii=False)
    assert markers["data"] == [
        {"p": [2.0, 1.12346], "i": "rcp", "k": 0, "t": "Testville, Austria"},
        {"p": [4.0, 3.0], "i": "rcp", "k": 1, "t": "Testville, Austria: 2 actions", "n": 2},
        {"p": [15.0, 47.0], "i": "rca", "k": 3, "t": "Austria (town not stated)", "c": "AT"},
        {"p": [6.0, 5.0], "i": "rcp", "k": 4, "t": "Testville, Austria", "u": 40},
    ]
    assert markers["chosen"] == 1
    assert written["look"] == [[6.0, 5.0]]


def test_lines_lead_from_the_town_to_the_nearest_actions():
    actions = pd.DataFrame([action("a", 1.0, 2.0), action("b", 3.0, 4.0)])
    drawn = deck(
        gather_places(actions),
        origin=Town("Testtown", 5.0, 6.0),
        nearest=actions,
    )
    layers = {layer["id"]: layer for layer in json.loads(drawn.to_json())["layers"]}
    assert [(row["a"], row["b"]) for row in layers["ways"]["data"]] == [
        ([6.0, 5.0], [2.0, 1.0]),
        ([6.0, 5.0], [4.0, 3.0]),
    ]
