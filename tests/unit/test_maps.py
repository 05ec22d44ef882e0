"""Places, markers, views, and the deck that is sent to the browser."""

import json
from math import asinh, log2, pi, radians, tan

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionmap.drawing import action_map
from actionmap.drawing.action_map import deck, gather_places, marker_kind
from actionmap.drawing.layers import fitted_view
from actionmap.world.place import Town


def action(id_, latitude, longitude, status="reported", basis="call", precision="locality", locality="Testville"):
    return {
        "id": id_,
        "latitude": latitude,
        "longitude": longitude,
        "status": status,
        "basis": basis,
        "precision": precision,
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
        ([action("a", 0.0, 0.0)], marker_kind(reported=True, announced=False, call=True, exact=True)),
        (
            [action("a", 0.0, 0.0, status="announced", basis="same-day")],
            marker_kind(reported=False, announced=True, call=False, exact=True),
        ),
        (
            [action("a", 0.0, 0.0, basis="same-day"), action("b", 0.0, 0.0, status="announced")],
            marker_kind(reported=True, announced=True, call=True, exact=True),
        ),
        (
            [action("a", 0.0, 0.0, precision="country", locality="")],
            marker_kind(reported=True, announced=False, call=True, exact=False),
        ),
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
    assert len(places) <= action_map.MOST_MARKERS
    assert places["actions"].sum() == len(grid)
    assert set(places["kind"]) == {action_map.CLUSTER}


def test_the_deck_is_compact_json_with_the_chosen_place_ringed():
    places = gather_places(pd.DataFrame([action("a", 1.0, 2.0), action("b", 3.0, 4.0)]))
    text = deck(places, fitted_view([0], [0], phone=False), dark=False, chosen=1).to_json()
    layers = {layer["id"]: layer for layer in json.loads(text)["layers"]}
    assert text == json.dumps(json.loads(text), separators=(",", ":"), ensure_ascii=False)
    assert layers["chosen"]["data"][0]["p"] == [4.0, 3.0]
    assert [row["k"] for row in layers["places-1"]["data"]] == [0, 1]


def test_an_area_is_larger_than_a_point_and_drawn_before_it():
    places = gather_places(pd.DataFrame([action("a", 1.0, 2.0), action("b", 3.0, 4.0, precision="region")]))
    drawn = json.loads(deck(places, fitted_view([0], [0], phone=False), dark=False).to_json())
    [markers] = [layer["data"] for layer in drawn["layers"] if layer.get("pickable")]
    assert [(row["k"], row["i"][-1]) for row in markers] == [(1, "a"), (0, "p")]
    assert markers[0]["s"] > markers[1]["s"]


def test_lines_lead_from_the_town_to_the_nearest_actions():
    actions = pd.DataFrame([action("a", 1.0, 2.0), action("b", 3.0, 4.0)])
    drawn = deck(
        gather_places(actions),
        fitted_view([0], [0], phone=True),
        dark=True,
        origin=Town("Testtown", 5.0, 6.0),
        nearest=actions,
    )
    layers = {layer["id"]: layer for layer in json.loads(drawn.to_json())["layers"]}
    assert [(row["a"], row["b"]) for row in layers["ways"]["data"]] == [
        ([6.0, 5.0], [2.0, 1.0]),
        ([6.0, 5.0], [4.0, 3.0]),
    ]


points = st.lists(st.tuples(st.floats(-80, 80), st.floats(-180, 180)), min_size=1, max_size=6)


@given(points, st.booleans())
def test_a_fitted_view_shows_every_point(where, phone):
    view = fitted_view([lat for lat, _ in where], [lon for _, lon in where], phone=phone)
    scale = 512 * 2**view.zoom / 360
    for latitude, longitude in where:
        east = (longitude - view.longitude + 180) % 360 - 180
        assert abs(east) * scale <= 375  # half of the map's 750 px
        north = (asinh(tan(radians(latitude))) - asinh(tan(radians(view.latitude)))) * 180 / pi
        assert abs(north) * scale <= 295


def test_points_on_both_sides_of_the_antimeridian_are_seen_together():
    view = fitted_view([0, 0], [179, -179], phone=False)
    assert abs(view.longitude) == pytest.approx(180)
    assert view.zoom > log2(100)
