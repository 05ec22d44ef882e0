"""Coordinates as people write them: decimal degrees or minutes and seconds, with letters, both in one cell."""

import re

_NUMBER = r"\d+(?:[.,]\d+)?"
_DEGREES = re.compile(
    rf"(?P<before>[NSEWO])?\s*(?P<sign>[-+−–])?\s*(?P<degrees>{_NUMBER})\s*[°º˚d]?"
    rf"(?:\s*(?P<minutes>{_NUMBER})\s*['’′ʹm]?)?(?:\s*(?P<seconds>{_NUMBER})\s*(?:[\"”″s]|''|’’|′′)?)?"
    r"\s*(?P<after>[NSEWO])?",
    re.IGNORECASE,
)
_PAIRS = (
    re.compile(r"(.*\d.*?[NSEWO])[\s,;/|]*(.*\d.*[NSEWO])", re.IGNORECASE),
    re.compile(r"([NSEWO].*?\d.*?)[\s,;/|]*([NSEWO].*)", re.IGNORECASE),
    re.compile(r"([-+]?\d+\.\d+)\s*[, ]\s*([-+]?\d+\.\d+)"),
    re.compile(r"([-+]?\d+(?:,\d+)?)(?:\s*[;/|]\s*|\s+|,(?=[-+]))([-+]?\d+(?:,\d+)?)"),
    re.compile(r"(.*\d.*?)\s*(?:,\s|[;/|])\s*(.*\d.*)"),
)
"""How latitude and longitude stand in one cell: with letters after or before, with points, with decimal commas."""
_NORTH_SOUTH, _EAST_WEST = frozenset("NS"), frozenset("EWO")


def degrees(text: str) -> float | None:
    """Return decimal degrees, south and west below zero; None where the text is no such number.

    A comma may be the decimal mark; an "O" is the west of Spanish, French, Italian and Portuguese.
    """
    found = _DEGREES.fullmatch(text.strip())
    if not found or (found["before"] and found["after"]):
        return None
    parts = [float((found[name] or "0").replace(",", ".")) for name in ("degrees", "minutes", "seconds")]
    if parts[1] >= 60 or parts[2] >= 60 or (found["minutes"] and not parts[0].is_integer()):
        return None
    number = parts[0] + parts[1] / 60 + parts[2] / 3600
    below = _letter(text) in tuple("SWO") or (found["sign"] or "+") in "-−–"
    return round(-number if below else number, 7)


def sorted_out(latitude: str, longitude: str) -> tuple[str, str]:
    """Return which text is the latitude and which the longitude.

    Both may be in one cell ("45.75, 4.85"); they change places where their letters or their size leave no other way.
    """
    if bool(latitude) != bool(longitude):
        latitude, longitude = _in_one_cell(latitude or longitude) or (latitude, longitude)
    letters = _letter(latitude), _letter(longitude)
    if letters[0] in _EAST_WEST and letters[1] in _NORTH_SOUTH:
        return longitude, latitude
    north, east = degrees(latitude), degrees(longitude)
    if not any(letters) and north is not None and east is not None and abs(east) <= 90 < abs(north) <= 180:
        return longitude, latitude
    return latitude, longitude


def _letter(text: str) -> str:
    text = text.strip().upper()
    return next((letter for letter in (text[:1], text[-1:]) if letter in _NORTH_SOUTH | _EAST_WEST and letter), "")


def _in_one_cell(text: str) -> tuple[str, str] | None:
    found = (pattern.fullmatch(text.strip("()[] ")) for pattern in _PAIRS)
    pairs = ((match[1], match[2]) for match in found if match)
    return next((pair for pair in pairs if all(degrees(part) is not None for part in pair)), None)
