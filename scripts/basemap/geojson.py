"""GeoJSON files in static/, and where degrees lie on a Web Mercator map."""

import json
from collections.abc import Iterable
from math import asinh, atan, degrees, pi, radians, sinh, tan
from pathlib import Path
from typing import Any

STATIC = Path(__file__).parents[2] / "static"
NORTHERNMOST, SOUTHERNMOST = 84.0, -85.0

WORLD_PIXELS = 512
"""Width of the world at zoom 0 in deck.gl."""


def write_features(path: Path, features: Iterable[dict[str, Any]]) -> None:
    """Write a compact GeoJSON feature collection."""
    path.parent.mkdir(parents=True, exist_ok=True)
    collection = {"type": "FeatureCollection", "features": list(features)}
    path.write_text(json.dumps(collection, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def feature(geometry_type: str, coordinates: object, **properties: str | int) -> dict[str, Any]:
    """Return a GeoJSON feature."""
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": geometry_type, "coordinates": coordinates},
    }


def latitude(fraction: float) -> float:
    """Turn a fraction of the map's height, from the top, into degrees of latitude (Web Mercator)."""
    return degrees(atan(sinh(pi * (1 - 2 * fraction))))


def mercator(longitude: float, latitude: float) -> tuple[float, float]:
    """Turn degrees into pixels at zoom 0, from the top left (Web Mercator)."""
    x = (longitude + 180) / 360
    y = (1 - asinh(tan(radians(max(SOUTHERNMOST, min(NORTHERNMOST, latitude))))) / pi) / 2
    return x * WORLD_PIXELS, y * WORLD_PIXELS
