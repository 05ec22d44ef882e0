"""The world shaded: a number for every country and territory, in classes that the colour-blind tell apart."""

from bisect import bisect
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Literal

import altair as alt

from actionmap.drawing.basemap import features
from actionmap.drawing.typesetting import is_mirrored
from actionmap.languages import number_said, say
from actionmap.paths import STATIC
from actionmap.world.countries import country_name

SHAPES_URL = "app/static/countries.json"
"""Where the browser finds the shapes of countries (Natural Earth, public domain), relative to the page."""

BORDERS_URL = "app/static/borders.json"
"""Where it finds the borders between them; those that are not settled are to be dashed."""

ON_DARK = "luminance(background) < 0.4"
"""A Vega expression: whether a chart is drawn on dark ground."""

SHADES = (
    ("#ebe7dc", "#263443"),
    ("#c9ddee", "#2f587b"),
    ("#94bfdf", "#3f80b0"),
    ("#5b98ca", "#66a9d8"),
    ("#2d6da8", "#9acdef"),
    ("#123e69", "#dcf0fd"),
)
"""From none to most: the colour on light ground, and on dark."""


def choropleth(numbers: Mapping[str, int], what: str, steps: Sequence[int]) -> alt.LayerChart:
    """Draw the world, each country and territory in the shade of its number (Equal Earth projection).

    Parameters
    ----------
    numbers
        ISO 3166-1 code → number. A country without one is in the shade of none.
    what
        What is counted, in the plural.
    steps
        The least number of each shade, one less than `SHADES`.
    """
    classes = classes_from(steps)
    of_all = {code: numbers.get(code, 0) for code in sorted(drawn() | numbers.keys())}
    rows = [
        {
            "code": code,
            "name": country_name(code),
            "number": number,
            "said": number_said(number),
            "class": classes[bisect(steps, number)],
        }
        for code, number in of_all.items()
    ]
    found = alt.LookupData(alt.InlineData(values=rows), key="code", fields=["name", "said", "class"])
    shaded = (
        _features(SHAPES_URL)
        .mark_geoshape()
        .transform_lookup("properties.code", found)
        .encode(
            color=shade("class", classes),
            tooltip=[alt.Tooltip("name:N", title=say("Country or territory")), alt.Tooltip("said:N", title=what)],
        )
    )
    dashes = alt.condition("datum.properties.dashed", alt.value([2, 1.5]), alt.value([1, 0]))
    between = (
        _features(BORDERS_URL)
        .mark_geoshape(filled=False, stroke=alt.ExprRef("background"), strokeWidth=0.7)
        .encode(strokeDash=dashes)
    )
    return alt.LayerChart(layer=[shaded, between], projection=alt.Projection(type="equalEarth"))


def _features(url: str) -> alt.Chart:
    return alt.Chart(alt.UrlData(url, format=alt.JsonDataFormat(property="features", type="json")))


def with_shapes(spec: dict[str, Any]) -> dict[str, Any]:
    """Return the specification of a chart with shapes and borders in it, if it names them by their addresses."""
    files = {SHAPES_URL: "countries.json", BORDERS_URL: "borders.json"}
    if (name := files.get(spec.get("data", {}).get("url"))) is not None:
        spec = spec | {"data": {"values": features(STATIC / name)}}
    return spec | ({"layer": [with_shapes(one) for one in spec["layer"]]} if "layer" in spec else {})


@cache
def shapes() -> list[dict[str, Any]]:
    """Return the GeoJSON features that `SHAPES_URL` serves: code and name of each country, and its shape."""
    return features(STATIC / "countries.json")


@cache
def drawn() -> frozenset[str]:
    """Return the codes of the countries and territories that have a shape."""
    return frozenset(shape["properties"]["code"] for shape in shapes())


@cache
def drawn_finer() -> frozenset[str]:
    """Return the codes of those that have a finer shape of their own, for a map of one country."""
    return frozenset(path.stem for path in (STATIC / "countries").iterdir())


def classes_from(steps: Sequence[int]) -> list[str]:
    """Return what to call the classes of numbers that begin at these steps, after that of zero."""
    return [say("no actions"), *(_class(first, after) for first, after in zip(steps, [*steps[1:], None], strict=True))]


def shade(field: str, classes: Sequence[str]) -> alt.Color:
    """Return the colour of marks by the class in a field, of `SHADES` on light or on dark ground."""
    shades = [alt.ExprRef(f"{ON_DARK} ? '{dark}' : '{light}'") for light, dark in SHADES]
    shown = legend(classes, "bottom", symbol=160, columns=3)
    return alt.Color(f"{field}:O", scale=alt.Scale(domain=classes, range=shades), legend=shown)


def legend(
    names: Sequence[str], orient: Literal["top", "bottom"], *, symbol: int = 100, columns: int = 0
) -> alt.Legend:
    """Return a legend in rows of so many columns (all in one for 0), from the side where the page begins.

    Vega sets a row from left to right, and a name to the right of its symbol of so many square pixels.
    """
    turned: dict[str, Any] = {}
    if is_mirrored():
        wide = columns or len(names) or 1
        values = [name for at in range(0, len(names), wide) for name in reversed(names[at : at + wide])]
        turned = {"values": values, "labelAlign": "right", "labelOffset": alt.ExprRef(f"{-4 - symbol**0.5}")}
    look: dict[str, Any] = {"symbolType": "square", "symbolSize": symbol, "columns": columns}
    return alt.Legend(title=None, orient=orient, direction="horizontal", **look, **turned)


def _class(first: int, after: int | None) -> str:
    if after is None:
        return say("{number} or more", number=first)
    return number_said(first) if after == first + 1 else say("{low} to {high}", low=first, high=after - 1)
