"""Coverage against brute force: distances, shares, suggestions and circles."""

import math
from itertools import combinations, pairwise

import numpy as np
import pandas as pd
import pytest
from geopy.distance import geodesic, great_circle
from hypothesis import assume, given
from hypothesis import strategies as st

from actionmap.drawing.circle import reach_circle
from actionmap.reach.coverage import Coverage, nearest, with_towns
from actionmap.world.cities import Cities
from actionmap.world.distances import chord_of, km_of, unit_vectors
from actionmap.world.place import Town

latitudes = st.one_of(st.floats(-90, 90, allow_subnormal=False), st.sampled_from([-90.0, -89.9, 0.0, 89.9, 90.0]))
longitudes = st.one_of(
    st.floats(-180, 180, allow_subnormal=False), st.sampled_from([-180.0, -179.9, 0.0, 179.9, 180.0])
)
places = st.tuples(latitudes, longitudes)
near_each_other = st.tuples(st.floats(-3, 3).map(lambda x: round(x, 3)), st.floats(-3, 3).map(lambda x: round(x, 3)))
across_the_antimeridian = near_each_other.map(lambda place: (place[0] + 60, (place[1] + 360) % 360 - 180))
somewhere = st.one_of(near_each_other, across_the_antimeridian)
radii = st.floats(10, 500)


def world(rows: list[tuple[tuple[float, float], int]]) -> Cities:
    """Make cities of (pin, people)."""
    listed = [(*pin, people) for pin, people in sorted(rows, key=lambda row: -row[1])]
    table = pd.DataFrame(listed, columns=["latitude", "longitude", "population"]).astype({"population": "int64"})
    names = [f"Test {row}" for row in range(len(table))]
    table = pd.concat([pd.DataFrame({"name": names, "country": "FR", "region": ""}), table], axis=1)
    return Cities(table.astype({"country": "category"}), unit_vectors(table["latitude"], table["longitude"]))


def acting(pins: list[tuple[float, float]]) -> pd.DataFrame:
    frame = pd.DataFrame(pins, columns=["latitude", "longitude"], dtype=float)
    ids = [f"test-{row}" for row in range(len(pins))]
    return frame.assign(id=ids, locality="Test", venue="", region="", country="FR", precision="locality")


cities = st.lists(st.tuples(somewhere, st.integers(1, 1000)), min_size=1, max_size=12).map(world)
actions = st.lists(somewhere, max_size=4).map(acting)


@given(places, places)
def test_distances_agree_with_the_sphere_and_nearly_with_the_ellipsoid(a, b):
    km = nearest(world([(a, 1)]), acting([b])).km[0]
    assert km == pytest.approx(great_circle(a, b).km, abs=2e-3)
    assert km == pytest.approx(geodesic(a, b).km, rel=0.006, abs=2e-3)


@given(st.floats(0, 20_015))
def test_a_distance_is_told_from_its_chord(km):
    assert km_of(chord_of(km)) == pytest.approx(km, abs=1e-3)


@given(cities, actions)
def test_every_city_has_its_nearest_action(listed, acts):
    found = nearest(listed, acts)
    for row, city in listed.table.iterrows():
        pin = city["latitude"], city["longitude"]
        by_hand = [great_circle(pin, other).km for other in acts[["latitude", "longitude"]].to_numpy()]
        assert found.km[row] == pytest.approx(min(by_hand, default=math.inf), abs=1e-3)
        if by_hand:
            action = acts.set_index("id").loc[found.actions["id"][found.row[row]]]
            assert great_circle(pin, (action["latitude"], action["longitude"])).km == pytest.approx(
                min(by_hand), abs=1e-3
            )


@given(cities, actions, radii, st.integers(0, 1000))
def test_shares_are_what_counting_by_hand_gives(listed, acts, radius, smallest):
    pins = acts[["latitude", "longitude"]].to_numpy()
    people = within = 0
    for city in listed.table[listed.table["population"] >= smallest].to_dict("records"):
        by_hand = min((haversine((city["latitude"], city["longitude"]), pin) for pin in pins), default=math.inf)
        assume(abs(by_hand - radius) > 1e-6)
        people += city["population"]
        within += city["population"] * (by_hand <= radius)
    found = Coverage(listed, nearest(listed, acts), radius, smallest)
    assert found.total() == (people, within)
    assert found.by_country().set_index("country").loc["FR", ["people", "within"]].tolist() == [people, within]
    assert found.by_subregion()[["people", "within"]].sum().tolist() == [people, within]
    assert found.gaps()["population"].sum() == people - within


def haversine(a, b):
    """Brute force: the distance of two places in km."""
    (phi, lam), (psi, mu) = np.radians(a), np.radians(b)
    half = math.sin((psi - phi) / 2) ** 2 + math.cos(phi) * math.cos(psi) * math.sin((mu - lam) / 2) ** 2
    return 2 * 6371.009 * math.asin(math.sqrt(min(half, 1)))


@given(cities, actions, st.lists(somewhere, max_size=3))
def test_towns_tried_count_as_actions_would(listed, acts, towns):
    tried = with_towns(listed, nearest(listed, acts), [Town("Test", *pin) for pin in towns])
    both = acting([*map(tuple, acts[["latitude", "longitude"]].to_numpy()), *towns])
    assert tried.km.tolist() == pytest.approx(nearest(listed, both).km.tolist(), abs=1e-6)


def added_by(listed: Cities, beyond: np.ndarray, radius: float) -> list[set[int]]:
    """Brute force: whom an action in each city would add."""
    pins = listed.table[["latitude", "longitude"]].to_numpy()
    return [{i for i in np.flatnonzero(beyond) if haversine(pin, pins[i]) <= radius} for pin in pins]


@given(cities, actions, st.floats(30, 400), st.integers(1, 4))
def test_suggestions_are_the_largest_cities_nearly_as_good_as_the_greedy_ones_and_near_the_best_choice(
    listed, acts, radius, most
):
    found = nearest(listed, acts)
    people = listed.table["population"].to_numpy()
    pins = listed.table[["latitude", "longitude"]].to_numpy()
    apart = [haversine(a, b) for a, b in combinations(pins, 2)]
    assume(all(abs(km - radius) > 1e-6 for km in [*apart, *found.km]))
    reached = added_by(listed, found.km > radius, radius)

    def added(chosen):
        return int(people[sorted(set().union(*(reached[city] for city in chosen)))].sum())

    greedy: list[int] = []
    beside: list[int] = []
    while len(greedy) < most:
        gains = [added([*greedy, city]) - added(greedy) for city in range(len(people))]
        if not max(gains):
            break
        best = gains.index(max(gains))
        there = reached[best].difference(*(reached[city] for city in greedy)) | {best}
        beside.append(best)
        greedy.append(min(city for city in there if gains[city] >= 0.95 * gains[best]))  # by falling population
    suggested = Coverage(listed, found, radius, 0).suggest(most)
    assert list(suggested["name"]) == [f"Test {city}" for city in greedy]
    assert list(suggested["best"]) == [f"Test {city}" for city in beside]
    assert suggested["adds"].sum() == added(greedy)
    assert (suggested["adds"] >= 0.95 * suggested["best_adds"]).all()
    best = max(added(chosen) for chosen in combinations(range(len(people)), min(most, len(people))))
    assert suggested["adds"].sum() >= (1 - math.exp(-0.95)) * best


@given(places, radii)
def test_every_point_of_a_circle_is_at_the_radius_or_where_the_map_is_cut(middle, radius):
    rings = reach_circle(*middle, radius)
    assert 1 <= len(rings) <= 2
    for ring in rings:
        assert ring[0] == ring[-1]
        for x, y in ring:
            assert abs(x) <= 180 + 1e-9
            assert abs(y) <= 85.051129
            if abs(x) < 180 - 1e-9 and abs(y) < 85.051129:
                assert great_circle(middle, (y, x)).km == pytest.approx(radius, abs=2e-3)


@given(st.tuples(st.floats(-84, 84), longitudes), st.floats(10, 100), st.tuples(st.floats(0, 2), st.floats(0, 360)))
def test_what_is_in_a_ring_is_within_the_radius(middle, radius, way):
    part, bearing = way
    assume(abs(part - 1) > 0.02)
    assume(abs(middle[0]) + radius / 111 * 2 < 85)
    there = great_circle(kilometers=part * radius).destination(middle, bearing)
    inside = any(
        holds(ring, (there.longitude + 180) % 360 - 180, there.latitude) for ring in reach_circle(*middle, radius)
    )
    assert inside == (part < 1)


def holds(ring, x, y):
    """Brute force: is a point in a ring (even–odd rule)?"""
    edges = pairwise(ring)
    return (
        sum((y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0) for (x0, y0), (x1, y1) in edges) % 2 == 1
    )
