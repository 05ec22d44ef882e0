"""How long coverage takes: distances beside a haversine matrix and scikit-learn's BallTree, figures, suggestions.

Run: python -m benchmarks.coverage

All places of the gazetteer are measured from, not cities alone, so that the numbers of other places compare. Times are
the best of three runs. A matrix to 100,000 actions would take minutes: it is made for a sample of places, and its time
scaled. Actions are drawn from the cities by chance, with a fixed seed; the last two rows are those of the shipped list.
"""

import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pandas as pd
from geopy.distance import EARTH_RADIUS
from sklearn.neighbors import BallTree

from actionmap.campaign.folder import load_campaign
from actionmap.paths import GAZETTEER_FOLDER, campaign_folder
from actionmap.places.gazetteer import Gazetteer
from actionmap.places.gazetteer_tables import Tables
from actionmap.places.pin_cache import PinCache
from actionmap.places.pinning import OfflineGeocoder, pin_actions
from actionmap.reach.coverage import Coverage, nearest
from actionmap.world.cities import Cities, load_cities
from actionmap.world.distances import unit_vectors

SAMPLE = 2_000
CHUNK = 200_000_000
"""Bytes of one piece of the matrix."""


def timed(work: Callable[[], object], runs: int = 3) -> tuple[float, object]:
    """Return the best time in seconds, and the result."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - start)
    return min(times), result


def all_places() -> Cities:
    """Return the gazetteer's places, districts and all."""
    tables = Tables(GAZETTEER_FOLDER)
    pins = pd.DataFrame({"latitude": tables.latitude, "longitude": tables.longitude})
    return Cities(pins, unit_vectors(pins["latitude"], pins["longitude"]))


def test_actions(cities: Cities, count: int) -> pd.DataFrame:
    """Return test actions near cities drawn by chance, each at a place of its own."""
    rng = np.random.default_rng(2024)
    pins = cities.table.iloc[rng.integers(0, len(cities), count)][["latitude", "longitude"]]
    pins = (pins + rng.normal(0, 0.02, pins.shape)).clip([-90, -180], [90, 180]).reset_index(drop=True)
    return pins.assign(id=[f"test-{row}" for row in range(count)], locality="Test", country="FR", precision="locality")


def matrix(places: pd.DataFrame, actions: pd.DataFrame) -> np.ndarray:
    """Return the smallest haversine distance of each place, from a matrix made piece by piece."""
    a, b = (np.radians(frame[["latitude", "longitude"]].to_numpy()) for frame in (places, actions))
    rows = max(1, CHUNK // (8 * len(b)))
    found = []
    for start in range(0, len(a), rows):
        phi, lam = (a[start : start + rows, column, None] for column in (0, 1))
        half = np.sin((b[:, 0] - phi) / 2) ** 2 + np.cos(phi) * np.cos(b[:, 0]) * np.sin((b[:, 1] - lam) / 2) ** 2
        found.append(2 * EARTH_RADIUS * np.arcsin(np.sqrt(half.min(axis=1))))
    return np.concatenate(found)


def ball_tree(places: pd.DataFrame, actions: pd.DataFrame) -> np.ndarray:
    """Return the distance of each place by scikit-learn's BallTree, building included."""
    a, b = (np.radians(frame[["latitude", "longitude"]].to_numpy()) for frame in (places, actions))
    return BallTree(b, metric="haversine").query(a)[0][:, 0] * EARTH_RADIUS


def compare_distances(places: Cities, actions: pd.DataFrame) -> None:
    """Measure the three ways, and check that they agree."""
    ours, found = timed(lambda: nearest(places, actions.assign(venue="")).km)
    tree, by_tree = timed(lambda: ball_tree(places.table, actions), runs=1)
    sampled = len(actions) > 1_000
    rows = np.random.default_rng(1).choice(len(places), SAMPLE, replace=False) if sampled else np.arange(len(places))
    plain, by_matrix = timed(lambda: matrix(places.table.iloc[rows], actions), runs=1)
    np.testing.assert_allclose(found, by_tree, atol=1e-3)
    np.testing.assert_allclose(found[rows], by_matrix, atol=1e-3)
    plain *= len(places) / len(rows)
    scaled = f" (scaled from {SAMPLE:,} places)" if sampled else ""
    print(
        f"{len(places):,} places to {len(actions):,} actions: ours {ours * 1e3:,.0f} ms, "
        f"BallTree {tree * 1e3:,.0f} ms, matrix {plain * 1e3:,.0f} ms{scaled}; equal within a metre"
    )


def figures(found: Coverage, actions: pd.DataFrame) -> None:
    """Work out all that the page shows but for suggestions."""
    found.total()
    found.by_country()
    found.by_subregion()
    found.gaps(100)
    found.countries_without(actions)


def main() -> None:
    seconds, cities = timed(load_cities)
    print(f"{len(cities):,} cities without districts are read in {seconds * 1e3:,.0f} ms")
    places = all_places()
    for count in (100, 100_000):
        compare_distances(places, test_actions(cities, count))
    actions = load_campaign(campaign_folder()).actions
    shipped = pin_actions(actions, OfflineGeocoder(Gazetteer()), PinCache())
    found = Coverage(cities, nearest(cities, shipped))
    for smallest in (15_000, 500):
        seconds, _ = timed(lambda n=smallest: figures(replace(found, radius_km=60, smallest=n), shipped))
        print(f"new figures after a move of the radius, cities from {smallest:,} people: {seconds * 1e3:,.0f} ms")
    for radius, smallest in ((50, 15_000), (50, 500), (200, 500), (500, 500)):
        moved = replace(found, radius_km=radius, smallest=smallest)
        seconds, suggested = timed(lambda one=moved: one.suggest(50), runs=2)
        print(f"{len(suggested)} suggestions, {radius} km, cities from {smallest:,} people: {seconds:,.2f} s")


if __name__ == "__main__":
    main()
