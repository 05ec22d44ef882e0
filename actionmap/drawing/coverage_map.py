"""The map of coverage: what each action reaches, the gaps, the places suggested, and countries by their share."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import pandas as pd
import pydeck as pdk

from actionmap.drawing.circle import reach_circle
from actionmap.drawing.layers import (
    INK,
    MOST_MARKERS,
    PAPER,
    REPORTED_COLOR,
    Deck,
    Point,
    at,
    circles,
    neighbours,
    numbers,
)
from actionmap.drawing.shading import SHADES, drawn_finer, shapes
from actionmap.languages import percent, percents, say, say_many
from actionmap.text import about
from actionmap.world.place import Town
from actionmap.world.town_names import town_name

SHARES = (0.0001, 0.05, 0.15, 0.3, 0.5)
"""From which share within reach a country has the next of `SHADES`."""

GAP_COLOR = (190, 67, 43)
MOST_CIRCLES = 500
MOST_GAPS = 100

_SHADED = 0.55  # how opaque the shade of a country is
_POINTS = 36  # of a circle: enough for its radius to be true within half a percent


def shares_said() -> list[str]:
    """Say which share each of `SHADES` stands for."""
    between = [percents(low, high) for low, high in pairwise(SHARES[1:])]
    least, most = say("under {share}", share=percent(SHARES[1])), say("{number} or more", number=percent(SHARES[-1]))
    return [say("nobody"), least, *between, most]


def coverage_deck(
    look: Iterable[Point],
    places: pd.DataFrame,
    shares: Mapping[str, float],
    gaps: pd.DataFrame,
    suggestions: pd.DataFrame,
    tried: Sequence[Town],
    *,
    radius_km: float,
    dark: bool,
    only: str = "",
) -> Deck:
    """Compose the map.

    Parameters
    ----------
    look
        What the map looks at; none for the world.
    places
        Where actions are measured from: ``place``, ``latitude``, ``longitude`` (degrees). Up to `MOST_CIRCLES` of them
        get a circle that is true on the ground.
    shares
        ISO 3166-1 code → share of people within reach, NaN where nobody is counted.
    gaps, suggestions
        What `Coverage.gaps` and `Coverage.suggest` return; the `MOST_GAPS` largest gaps are drawn.
    tried
        Towns tried as extra actions.
    radius_km
        The radius of the circles.
    dark
        Whether the page is dark.
    only
        The one country whose people count, if it is one: it alone is shaded, in a finer shape.
    """
    towns = pd.DataFrame(tried, columns=Town._fields)
    blue, ink = REPORTED_COLOR, PAPER if dark else INK
    return Deck(
        [
            _countries(shares, dark, only if only in drawn_finer() else ""),
            _circles("reach", [*_points(places.head(MOST_CIRCLES))], radius_km, (*blue, 60), blue),
            _circles("added", [*_points(towns), *_points(suggestions)], radius_km, (*ink, 25), ink),
            _gaps(gaps.head(MOST_GAPS)),
            _dots(places),
            *_numbered(suggestions, dark),
            _rings(towns, dark),
        ],
        look,
    )


def _points(frame: pd.DataFrame) -> Iterator[Point]:
    return zip(frame["latitude"].tolist(), frame["longitude"].tolist(), strict=True)


def _countries(shares: Mapping[str, float], dark: bool, only: str) -> pdk.Layer:
    """Shade every country by its share, or one alone: of each, one digit travels, which picks a colour."""
    codes = [only] if only else [shape["properties"]["code"] for shape in shapes()]
    digits = "".join(str(bisect_right(SHARES, shares.get(code, 0))) for code in codes)
    colors = [[*bytes.fromhex(pair[dark][1:]), round(255 * _SHADED)] for pair in SHADES]
    return pdk.Layer("CountryLayer", id="shares", colors=colors, classes=f"'{digits}'", only=f"'{only}'")


def _circles(
    id_: str, middles: Sequence[Point], radius_km: float, fill: tuple[int, ...], line: tuple[int, ...]
) -> pdk.Layer:
    rows = [
        {"p": [[round(x, 3), round(y, 3)] for x, y in ring]}
        for latitude, longitude in middles
        for ring in reach_circle(latitude, longitude, radius_km, _POINTS)
    ]
    return pdk.Layer(
        "PolygonLayer", id=id_, data=rows, get_polygon="p", get_fill_color=fill, get_line_color=line, get_line_width=1
    )


def _gaps(gaps: pd.DataFrame) -> pdk.Layer:
    rows = [
        {
            "p": at(gap["latitude"], gap["longitude"]),
            "s": round(2 + min(3 * (gap["population"] / 1e6) ** 0.5, 16), 1),
            "t": _beyond(gap),
        }
        for gap in gaps.to_dict("records")
    ]
    return circles("gaps", rows, (*GAP_COLOR, 130), pickable=True)


def _beyond(gap: Mapping[Any, Any]) -> str:
    said = {"city": town_name(gap["name"], gap["country"]), "people": about(gap["population"])}
    if gap["km"] != gap["km"]:
        return say("{city}: {people} people", **said)
    where = {"km": round(gap["km"]), "place": gap["nearest_place"]}
    return say("{city}: {people} people, {km} km from {place}", **said, **where)


def _dots(places: pd.DataFrame) -> pdk.Layer:
    """Draw the places; of very many, those of a cell share a dot that says how many they are."""
    if len(places) > MOST_MARKERS:
        places = neighbours(places).agg(
            latitude=("latitude", "mean"),
            longitude=("longitude", "mean"),
            place=("place", "first"),
            number=("place", "size"),
        )
        places["place"] = [
            place if number == 1 else say_many("{number} place", "{number} places", number)
            for place, number in zip(places["place"], places["number"].tolist(), strict=True)
        ]
    rows = [
        {"p": at(latitude, longitude), "s": 3.5, "t": place}
        for (latitude, longitude), place in zip(_points(places), places["place"], strict=True)
    ]
    return circles("actions", rows, REPORTED_COLOR, pickable=True)


def _numbered(suggestions: pd.DataFrame, dark: bool) -> list[pdk.Layer]:
    """Draw the suggested places with their numbers."""
    rows = [
        {"p": at(row["latitude"], row["longitude"]), "s": 10, "n": str(number), "t": f"{number}. {_more(row)}"}
        for number, row in enumerate(suggestions.to_dict("records"), 1)
    ]
    ink, paper = (PAPER, INK) if dark else (INK, PAPER)
    return [circles("suggestions", rows, ink, pickable=True), numbers("numbers", rows, paper)]


def _more(place: Mapping[Any, Any]) -> str:
    return say(
        "{city}: {people} people more within reach",
        city=town_name(place["name"], place["country"]),
        people=about(place["adds"]),
    )


def _rings(towns: pd.DataFrame, dark: bool) -> pdk.Layer:
    rows = [
        {"p": at(latitude, longitude), "s": 7, "t": say("{city}: tried as an extra action", city=name)}
        for (latitude, longitude), name in zip(_points(towns), towns["name"], strict=True)
    ]
    return circles("tried", rows, PAPER if dark else INK, filled=False, get_line_width=3, pickable=True)
