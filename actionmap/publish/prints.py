"""The map for print: a selection of actions on one landscape A4 page, as SVG, PNG or PDF."""

import datetime as dt
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

import numpy as np
import pandas as pd
import vl_convert

from actionmap.campaign.folder import Campaign
from actionmap.drawing import equal_earth
from actionmap.drawing.action_map import CLUSTER, gather_places
from actionmap.drawing.basemap import LIGHT
from actionmap.drawing.equal_earth import points, world
from actionmap.drawing.layers import ANNOUNCED_COLOR, IN_PRINT, REPORTED_COLOR
from actionmap.publish.citation import places_credit
from actionmap.publish.markup import render
from actionmap.text import count

WIDTH, HEIGHT = 841.89, 595.28
"""A4 landscape in PostScript points, the unit of all lengths here."""

DPI = 300

_MARGIN = 30.0
_WIDE = WIDTH - 2 * _MARGIN
_MAP_TOP = 100.0
_INK, _GREY = "#16202a", "#5c6670"
_REPORTED, _ANNOUNCED = (f"#{bytes(color).hex()}" for color in (REPORTED_COLOR, ANNOUNCED_COLOR))
_LEGEND = (
    (30, "rcp", "Reported: a source says it took place"),
    (232, "acp", "Announced beforehand"),
    (380, "bcp", "Both at one place"),
    (504, "rsp", "Same day, call not mentioned"),
    (668, "rca", "Only country or region known"),
)
_SIZES = ((30, 1, "1 action"), (95, 5, "5 actions"), (174, 25, "25 actions"))
_LEGEND_RADIUS = 4.0
_COVERED = 0.2  # the most of the map that circles may cover
_CORNER = np.array([_MARGIN, _MAP_TOP])
_MAP_BOTTOM = _MAP_TOP + _WIDE * equal_earth.HEIGHT


class _Circle(NamedTuple):
    x: float
    y: float
    radius: float
    fill: str
    rim: str
    width: float
    opacity: float = 1


class _Line(NamedTuple):
    x: float
    y: float
    text: str
    size: float = 9
    color: str = _INK
    bold: bool = False
    anchor: str = "start"


def print_svg(actions: pd.DataFrame, *, title: str, date: dt.date, version: str, selection: str) -> str:
    """Draw actions on a map of the world, one circle per place.

    Parameters
    ----------
    actions
        Rows of `ActionTable.frame`; how many have no pin is said in a line.
    title, date, version
        The campaign's title, its day, and the version of its data.
    selection
        What is shown, in one line: “12 of 110 actions: Austria”.

    Returns
    -------
    str
        SVG, landscape A4. Texts are text and never markup.
    """
    places = gather_places(actions).sort_values("actions", ascending=False, kind="stable")
    covered = float(np.sum(np.pi * IN_PRINT.radii(places["actions"]) ** 2))
    shrink = min(1.0, (_COVERED * _WIDE * (_MAP_BOTTOM - _MAP_TOP) / max(covered, 1)) ** 0.5)
    legend = list(_legend(shrink, clusters=any(kind[-1] == CLUSTER for kind in places["kind"])))
    return render(
        "print.svg",
        width=WIDTH,
        height=HEIGHT,
        title=_printable(title),
        heading=list(_heading(title, f"{date.day} {date:%B} {date.year} · {selection}")),
        left=_MARGIN,
        top=_MAP_TOP,
        world=world(_WIDE, level=1),
        colors=LIGHT,
        places=_markers(places, shrink),
        legend=[circle for _, marker in legend for circle in marker],
        lines=[*(line for line, _ in legend), *_foot(actions, version)],
    )


WRITERS: dict[str, Callable[[str], bytes]] = {
    "svg": str.encode,
    "png": partial(vl_convert.svg_to_png, ppi=DPI),
    "pdf": vl_convert.svg_to_pdf,
}
"""Format → what turns what `print_svg` drew into a file of it: a PNG has 3508 × 2480 pixels and says their `DPI`."""


def print_map(actions: pd.DataFrame, campaign: Campaign, selection: str, format_: str) -> bytes:
    """Draw actions of a campaign like `print_svg`, as a file of one of the formats of `WRITERS`."""
    settings = campaign.settings
    svg = print_svg(actions, title=settings.title, date=settings.date, version=campaign.version, selection=selection)
    return WRITERS[format_](svg)


def _markers(places: pd.DataFrame, shrink: float) -> Iterator[tuple[str, list[_Circle]]]:
    """Name and draw the places, areas first and larger ones before smaller, so that none hides another."""
    at = points(places["longitude"].to_numpy(float), places["latitude"].to_numpy(float), _WIDE) + _CORNER
    radii = IN_PRINT.radii(places["actions"]).tolist()
    rows = list(zip(at.tolist(), radii, places["kind"], places["label"], strict=True))
    for (x, y), radius, kind, label in sorted(rows, key=lambda row: row[2][-1] != "a"):
        yield "" if kind[-1] == CLUSTER else _printable(label), _marker(x, y, radius * shrink, kind)


def _marker(x: float, y: float, radius: float, kind: str) -> list[_Circle]:
    """Draw the marker of a `kind` from `action_map.gather_places`."""
    if kind[-1] == CLUSTER:
        return [_Circle(x, y, radius, _GREY, "#ffffff", 0.6)]
    status = _ANNOUNCED if kind[0] == "a" else _REPORTED
    fill = "#ffffff" if kind[1] == "s" else status
    rim = _ANNOUNCED if kind[0] == "b" else status
    if kind[2] == "a":
        return [_Circle(x, y, radius + IN_PRINT.area, fill, rim, 1.8 if kind[1] == "s" else 0.8, opacity=0.35)]
    width = min(2, radius / 2)
    halo = _Circle(x, y, radius, "#ffffff", "#ffffff", 1.2)
    if kind[1] == "m":  # a core, bare ground, a rim
        core = _Circle(x, y, radius - width * 1.8, status, status, 0)
        return [halo, _Circle(x, y, radius - width / 2, "#ffffff", rim, width), core]
    return [halo, _Circle(x, y, radius - width / 2, fill, rim, width)]


def _heading(title: str, line: str) -> Iterator[_Line]:
    """Write the title as large as it fits, and under it the day and what is shown."""
    y = _MARGIN - 6.0
    size, lines = _fitted(title, (24, 1), (20, 1), (18, 1), (18, 2), (12, 3))
    for text in lines:
        y += size * 1.15
        yield _Line(_MARGIN, y, text, size, bold=True)
    y += 6
    size, lines = _fitted(line, (11, 1), (9, 1), (8, 2))
    for text in lines:
        y += size * 1.15
        yield _Line(_MARGIN, y, text, size)


def _legend(shrink: float, *, clusters: bool) -> Iterator[tuple[_Line, list[_Circle]]]:
    """Explain the markers in a row, and their sizes in another."""
    y = _MAP_BOTTOM + 26
    for x, kind, text in _LEGEND:
        radius = _LEGEND_RADIUS + (IN_PRINT.area if kind[-1] == "a" else 0)
        yield _Line(x + 2 * radius + 6, y + 3, text), _marker(x + radius, y, _LEGEND_RADIUS, kind)
    y += 21
    for x, actions, text in _SIZES:
        radius = float(IN_PRINT.radii(actions)) * shrink
        room = max(radius, _LEGEND_RADIUS)
        yield _Line(x + 2 * room + 6, y + 3, text), [_Circle(x + room, y, radius, "none", _GREY, 0.8)]
    if clusters:
        yield _Line(300, y + 3, "Neighbouring places together"), _marker(290, y, _LEGEND_RADIUS, CLUSTER)


def _foot(actions: pd.DataFrame, version: str) -> Iterator[_Line]:
    """Say what is not on the map, and where the map is from."""
    if unplaced := int(actions["latitude"].isna().sum()):
        text = f"{count(unplaced, 'action')} could not be placed on the map."
        yield _Line(WIDTH - _MARGIN, _MAP_BOTTOM + 50, text, anchor="end")
    source = (
        f"Places: {places_credit(actions)}. Map: Natural Earth (public domain), Equal Earth projection. "
        f"Data version {version}."
    )
    yield _Line(_MARGIN, HEIGHT - 26, source, 7.5, _GREY)


def _printable(text: str) -> str:
    """Return a text in one line, without the characters that cannot be shown."""
    return "".join(char for char in " ".join(text.split()) if char.isprintable())


def _fitted(text: str, *choices: tuple[float, int]) -> tuple[float, list[str]]:
    """Return the first choice of a font size and a number of lines into which a text fits; the last one cuts it."""
    text = _printable(text)[:1000]  # more than any choice has room for
    for size, most in choices:
        lines = _wrapped(text, _WIDE / size)
        if len(lines) <= most:
            return size, lines
    return size, [*lines[: most - 1], lines[most - 1][:-2] + "…"]


def _wrapped(text: str, ems: float) -> list[str]:
    """Divide a text into lines of at most so many ems, between words where it can."""
    lines = []
    while text:
        end = int(np.searchsorted(np.cumsum([_em(c) for c in text]), ems, side="right"))
        if end < len(text):
            end = text.rfind(" ", 1, end + 1) + 1 or max(end, 1)
        lines.append(text[:end].strip())
        text = text[end:]
    return lines


def _em(char: str) -> float:
    """Return the width of a bold letter in ems, rather too much than too little."""
    if unicodedata.east_asian_width(char) in "WF":
        return 1.25
    if char in " .,:;'|!ijl":
        return 0.34
    if not char.isascii():
        return 1.05 if char.isupper() or char in "—…" else 0.85
    return 0.95 if char in "WMmw@%" else 0.78 if char.isupper() else 0.6
