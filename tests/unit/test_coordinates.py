"""Coordinates are read as people write them."""

import pytest

from actionmap.world.coordinates import degrees, sorted_out


@pytest.mark.parametrize(("text", "expected"), [
    ("45.75", 45.75), ("45,75", 45.75), ("-4.05", -4.05), ("−4,05", -4.05), ("4.0500 S", -4.05), ("39.66E", 39.66),
    ("N 45.75", 45.75), ("""4°03'00"S""", -4.05), ("S 4° 3.0'", -4.05), ("39° 39′ 36″ E", 39.66), ("3°42'O", -3.7),
    ("0", 0.0), ("45°", 45.0),
    ("", None), ("n/a", None), ("45.75, 4.85", None), ("N 45 N", None), ("4°61'", None), ("4.5°30'", None), ("x", None),
])  # fmt: skip
def test_degrees_are_read_as_people_write_them(text: str, expected: float | None) -> None:
    assert degrees(text) == pytest.approx(expected)


@pytest.mark.parametrize(("latitude", "longitude", "expected"), [
    ("45.75", "4.85", (45.75, 4.85)),
    ("45.7500, 4.8500", "", (45.75, 4.85)),
    ("", "45.75 4.85", (45.75, 4.85)),
    ("45,75; 4,85", "", (45.75, 4.85)),
    ("45,75 4,85", "", (45.75, 4.85)),
    ("40.4N 3.7W", "", (40.4, -3.7)),
    ("40°24'N, 3°42'W", "", (40.4, -3.7)),
    ("N 40 24 W 3 42", "", (40.4, -3.7)),
    ("(-33.45, -70.66)", "", (-33.45, -70.66)),
    ("116.4", "39.9", (39.9, 116.4)),
    ("39°39'E", "4°S", (-4.0, 39.65)),
    ("36.8167", "-1.2833", (36.8167, -1.2833)),
    ("457500", "48500", (457500, 48500)),
    ("45", "", (45.0, None)),
])  # fmt: skip
def test_latitude_and_longitude_are_told_apart(latitude: str, longitude: str, expected: tuple[float, float]) -> None:
    assert tuple(map(degrees, sorted_out(latitude, longitude))) == pytest.approx(expected)
