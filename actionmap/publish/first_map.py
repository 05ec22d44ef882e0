"""The first map: a selection drawn as a small SVG, in the live map's projection, for who has no live map yet."""

import json
from collections.abc import Iterator
from functools import cache
from math import radians

import numpy as np
import numpy.typing as npt
import pandas as pd

from actionmap.drawing.action_map import gather_places
from actionmap.drawing.layers import ON_SITE
from actionmap.paths import STATIC
from actionmap.publish.markup import render

WIDTH, HEIGHT = 720, 440
"""Of the picture, in its own units; one is a step of the land's outline."""
_SOUTH, _NORTH = -57.0, 76.0
_FEWEST_POINTS = 5  # of an island that is drawn


def first_map(actions: pd.DataFrame) -> str:
    """Draw the places of actions (rows of `ActionTable.frame`) on the world.

    Returns
    -------
    str
        SVG, which takes its colours from the style sheet around it. Nothing of a list is in it but where it took place.
    """
    places = gather_places(actions).sort_values("actions", ascending=False, kind="stable")
    at = _points(places["longitude"].to_numpy(float), places["latitude"].to_numpy(float))
    radii = (ON_SITE.radii(places["actions"]) * 0.6).round(1)
    markers = [
        {"x": x, "y": y, "radius": radius, "announced": kind[0] == "a"}
        for (x, y), radius, kind in zip(at.round(1).tolist(), radii.tolist(), places["kind"], strict=True)
    ]
    return render("first_map.svg", width=WIDTH, height=HEIGHT, land=_land(), markers=markers)


def _points(longitudes: npt.NDArray[np.float64], latitudes: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return where places lie in the picture: Web Mercator, cut where hardly anybody lives."""
    north, south = (np.arcsinh(np.tan(radians(edge))) for edge in (_NORTH, _SOUTH))
    y = np.arcsinh(np.tan(np.radians(np.clip(latitudes, -85, 85))))
    return np.column_stack([(longitudes + 180) / 360 * WIDTH, (north - y) / (north - south) * HEIGHT])


@cache
def _land() -> str:
    """Return the land as a path of whole steps (Natural Earth, public domain)."""
    return "".join(_outlines())


def _outlines() -> Iterator[str]:
    for path in sorted((STATIC / "land" / "0").rglob("*.json")):
        for feature in json.loads(path.read_bytes())["features"]:
            geometry = feature["geometry"]
            parts = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
            for ring in (ring for polygon in parts for ring in polygon if geometry["type"].endswith("Polygon")):
                at = _points(*np.array(ring, dtype=float).T[:2]).round().astype(int)
                steps = at[np.append(True, np.any(np.diff(at, axis=0), axis=1))]
                if len(steps) >= _FEWEST_POINTS:
                    moves = " ".join(f"{x} {y}" for x, y in np.diff(steps, axis=0).tolist())
                    yield f"M{steps[0][0]} {steps[0][1]}l{moves}z".replace(" -", "-")
