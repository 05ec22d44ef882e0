"""Pictures for print: the map of a selection on one landscape A4 page, and charts with what makes them stand alone."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
import segno
import vl_convert
from markupsafe import Markup

from actionmap.campaign.table import records
from actionmap.drawing import charts, typesetting
from actionmap.drawing.action_map import CLUSTER, gather_places
from actionmap.drawing.basemap import LIGHT
from actionmap.drawing.equal_earth import HEIGHT as MAP_RATIO
from actionmap.drawing.equal_earth import Window, points, world
from actionmap.drawing.layers import ANNOUNCED_COLOR, IN_PRINT, REPORTED_COLOR
from actionmap.drawing.typesetting import GREY, LEADING, Line, Span, block, fitted, is_mirrored, printable, width
from actionmap.languages import say, say_many, sentences, strung
from actionmap.publish.citation import Imprint, places_credit
from actionmap.publish.markup import render
from actionmap.publish.terms import SAID, pair
from actionmap.text import sort_key
from actionmap.world.countries import country_name
from actionmap.world.place import Place
from actionmap.world.regions import area_name, continent, subregion
from actionmap.world.subdivisions import region_name
from actionmap.world.town_names import town_name

WIDTH, HEIGHT = 841.89, 595.28
"""A4 landscape in PostScript points, the unit of all lengths here."""

DPI = 300

_MARGIN, _GAP = 30.0, 10.0
_WIDE = WIDTH - 2 * _MARGIN
_QR = 46.0
_TITLE_SIZES = ((24, 1), (20, 1), (18, 1), (18, 2))
_LEGEND_TOP = HEIGHT - 94
_REPORTED, _ANNOUNCED = (f"#{bytes(color).hex()}" for color in (REPORTED_COLOR, ANNOUNCED_COLOR))
_SIZES = (1, 5, 25)
_UNPLACED = pair(SAID["pictures"]["unplaced"])
_LEGEND_RADIUS, _LEGEND_SIZE = 4.0, 9.0
_COVERED = 0.2  # the most of the map that circles may cover

_BESIDE_INSETS, _BESIDE_NONE = (410.0, 526.0), 640.0
"""How wide the map is beside one inset and beside two, and where only the list of places is under it."""
_COLUMNS, _LIST_SIZES, _LONGEST_NAME = 3, (9, 8, 7.5, 7, 6.5, 6, 5.5), 40
_NUMBER_SIZE = 5.8
_ONE_TOWN = 0.4
"""Degrees that the venues of a town lie apart at most."""
_CROWDED, _FEWEST_CROWDED = 9.0, 4
"""Places closer to another are crowded; so many of them in one window are worth an inset."""
_ZOOM, _CLOSEST = 6.2, 15.0
"""How much larger an inset is than the map, and at most, where few crowd together."""
_INSET_NAME = 11.0
_AWAY = (0, 4, 9, 15, 22)
"""How far from a marker its number may stand."""
_STEPS = ((1, 0), (1, -1), (1, 1), (-1, 0), (-1, -1), (-1, 1), (0, -1), (0, 1))


class _Circle(NamedTuple):
    x: float
    y: float
    radius: float
    fill: str
    rim: str
    width: float
    opacity: float = 1


class _Number(NamedTuple):
    """The number of a place: where it stands, and where the line to it begins, if it needs one."""

    x: float
    y: float
    text: str
    leader: tuple[float, float, float, float] | None


class _Spot(NamedTuple):
    """A place on the page: its middle, its marker's radius and kind, and its number, or none."""

    x: float
    y: float
    radius: float
    kind: str
    number: str


class _Map(NamedTuple):
    """A map on the page: its upper left corner and size, and which window of the world, on a map so wide, it shows."""

    x: float
    y: float
    width: float
    height: float
    world: float
    left: float = 0
    top: float = 0
    name: str = ""

    @property
    def window(self) -> Window:
        """What it shows, on a map of the world of its scale."""
        edge = 3  # beyond the frame, so that no outline is drawn along it
        return self.left - edge, self.top - edge, self.left + self.width + edge, self.top + self.height + edge

    def at(self, places: pd.DataFrame) -> npt.NDArray[np.float64]:
        """Return where places lie on the page."""
        on_world = points(places["longitude"].to_numpy(float), places["latitude"].to_numpy(float), self.world)
        return np.asarray(on_world + np.array([self.x - self.left, self.y - self.top]))

    def holds(self, at: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
        """Tell which points of the page are in it."""
        inside = (at >= (self.x, self.y)) & (at <= (self.x + self.width, self.y + self.height))
        return np.asarray(inside.all(axis=1))

    def shows(self, places: pd.DataFrame) -> npt.NDArray[np.bool_]:
        """Tell which places are in it."""
        return self.holds(self.at(places))

    def on(self, main: "_Map") -> tuple[float, ...]:
        """Return the frame of its window on the map of the world: left, top, width and height."""
        zoom = self.world / main.world
        return main.x + self.left / zoom, main.y + self.top / zoom, self.width / zoom, self.height / zoom


def print_svg(actions: pd.DataFrame, imprint: Imprint, *, listed: bool = True) -> str:
    """Draw actions on a map of the world, one circle per place, numbered as in the list of places under it.

    Where many places crowd together, an inset shows them larger. Where there is no room for all names, as with
    thousands of places, the map has the page for itself.

    Parameters
    ----------
    actions
        Rows of `ActionTable.frame`; how many have no pin is said in a line.
    imprint
        What the page says of itself.
    listed
        Whether places are numbered and listed.

    Returns
    -------
    str
        SVG, landscape A4. Texts are text and never markup.
    """
    heading = _heading(imprint, _MARGIN, _WIDE, *_TITLE_SIZES)
    top = heading[-1].y + 14
    places = (
        gather_places(_by_town(actions)).sort_values("actions", ascending=False, kind="stable").reset_index(drop=True)
    )
    clusters = any(kind[-1] == CLUSTER for kind in places["kind"])
    names = [] if clusters or not listed else _names(places, actions)
    maps, lines = _layout(places, names, top)
    if names and not lines:
        names = _names(places, actions, local=False)
        maps, lines = _layout(places, names, top)
    if is_mirrored():
        maps = [one._replace(x=WIDTH - one.x - one.width) for one in maps]
    if not lines:
        names = []
    main = maps[0]
    covered = float(np.sum(np.pi * IN_PRINT.radii(places["actions"]) ** 2))
    shrink = min(1.0, (_COVERED * main.width * main.height / max(covered, 1)) ** 0.5)
    numbers = {name.row: str(number) for number, name in enumerate(names, 1)}
    legend = list(_legend(shrink, clusters=clusters))
    return render(
        "print.svg",
        width=WIDTH,
        height=HEIGHT,
        title=printable(imprint.title),
        colors=LIGHT,
        maps=[_drawn(one, places, shrink, numbers, maps[1:] if one is main else ()) for one in maps],
        legend=[_turned(circle) for _, marker in legend for circle in marker],
        lines=typesetting.mirrored([*heading, *lines, *(line for line, _ in legend), *_foot(actions, imprint)], WIDTH),
        qr=_qr(imprint.address, WIDTH, HEIGHT - 24 - _QR),
        fonts=typesetting.font_family(),
        opening=typesetting.opening,
        begins_right=is_mirrored(),
        chart=None,
    )


WRITERS: dict[str, Callable[[str], bytes]] = {
    "pdf": vl_convert.svg_to_pdf,
    "png": partial(vl_convert.svg_to_png, ppi=DPI),
    "svg": str.encode,
}
"""Format → what turns a drawing into a file of it: a PNG of an A4 page has 3508 × 2480 pixels and says their `DPI`."""


def chart_svg(spec: dict[str, Any], imprint: Imprint) -> str:
    """Draw a chart as a picture that stands alone: under campaign, day and selection, over where it is from.

    Parameters
    ----------
    spec
        What `charts.standalone` returns.
    imprint
        What the picture says of itself.
    """
    drawn = charts.svg(spec)
    size = re.match(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"', drawn)
    assert size, "Vega draws a picture of a stated size"  # noqa: S101
    wide, high = map(float, size.groups())
    room = wide - 2 * charts.PADDING
    heading = _heading(imprint, charts.PADDING, room, (15, 1), (13, 2))
    top = heading[-1].y + 6
    qr_room = _QR + _GAP if imprint.address else 0
    size_, credit = fitted(imprint.credit, room - qr_room, (8.5, 3), (7.5, 4))
    bottom = top + high + max(qr_room, len(credit) * size_ * LEADING) + charts.PADDING
    return render(
        "print.svg",
        width=wide,
        height=bottom,
        title=printable(imprint.title),
        colors=LIGHT,
        maps=(),
        legend=(),
        lines=typesetting.mirrored([*heading, *block(charts.PADDING, top + high, size_, credit, GREY)], wide),
        qr=_qr(imprint.address, wide, top + high, charts.PADDING),
        fonts=typesetting.font_family(),
        opening=typesetting.opening,
        begins_right=is_mirrored(),
        chart=Markup(drawn.replace("<svg ", f'<svg y="{top:.2f}" ', 1)),  # noqa: S704 (Vega's own)
    )


def chart_file(spec: dict[str, Any], imprint: Imprint, ending: str) -> bytes:
    """Draw a chart like `chart_svg`, as a file of one of the formats of `WRITERS`."""
    return WRITERS[ending](chart_svg(spec, imprint))


def map_file(actions: pd.DataFrame, imprint: Imprint, ending: str) -> bytes:
    """Draw actions like `print_svg`, as a file of one of the formats of `WRITERS`."""
    return WRITERS[ending](print_svg(actions, imprint))


def preview(actions: pd.DataFrame, imprint: Imprint, wide: int) -> bytes:
    """Draw the map alone as a PNG so many pixels wide."""
    return bytes(vl_convert.svg_to_png(print_svg(actions, imprint, listed=False), scale=wide / WIDTH))


# ------------------------------------------------------------------------------------------------------ what is where


def _by_town(actions: pd.DataFrame) -> pd.DataFrame:
    """Return actions with one pin a town: on a map of the world its venues lie on top of each other."""
    pins = actions.loc[actions["latitude"].notna() & (actions["locality"] != ""), ["latitude", "longitude"]]
    first = pins.groupby([actions[name] for name in ("locality", "region", "country")]).transform("first")
    near = first[((first - pins).abs() < _ONE_TOWN).all(axis=1)]
    return actions.assign(**{name: near[name].reindex(actions.index).fillna(actions[name]) for name in map(str, near)})


def _layout(places: pd.DataFrame, names: Sequence["_Name"], top: float) -> tuple[list[_Map], list[Line]]:
    """Return the maps, the world's first, and the list of places, which is empty where it does not fit."""
    if names:
        main = _world_map(_BESIDE_INSETS[-1], top, _MARGIN)
        insets = _insets(places, main, top, len(_BESIDE_INSETS))
        if len(insets) == 1:
            main = _world_map(_BESIDE_INSETS[0], top, _MARGIN)
            insets = _insets(places, main, top, 1)
        if not insets:
            main = _world_map(_BESIDE_NONE, top, _MARGIN + (_WIDE - _BESIDE_NONE) / 2)
        if lines := _list(names, main.y + main.height + 4, main.width if insets else _WIDE):
            return [main, *insets], lines
    return [_world_map(min(_WIDE, (_LEGEND_TOP - _GAP - top) / MAP_RATIO), top, _MARGIN)], []


def _world_map(wide: float, top: float, left: float) -> _Map:
    return _Map(left, top, wide, wide * MAP_RATIO, wide)


def _insets(places: pd.DataFrame, main: _Map, top: float, most: int) -> list[_Map]:
    """Find the windows in which most places crowd, and show each larger, beside the map."""
    at = main.at(places)
    distances = np.hypot(*(at[:, None] - at).T) + np.diag(np.full(len(at), _CROWDED))
    crowded = at[(distances < _CROWDED).any(axis=1)]
    wide, high = WIDTH - _MARGIN - main.x - main.width - _GAP, _LEGEND_TOP - _GAP - top
    found: list[npt.NDArray[np.float64]] = []
    while len(found) < most:
        inside = (np.abs(crowded[:, None] - crowded) <= np.array([wide, high / most]) / _ZOOM / 2).all(axis=2)
        if inside.sum(axis=1).max(initial=0) < _FEWEST_CROWDED:
            break
        those = inside[inside.sum(axis=1).argmax()]
        found.append(crowded[those])
        crowded = crowded[~those]
    insets = []
    for number, those in enumerate(found):
        size = np.array([wide, high / len(found) - _INSET_NAME])
        first, last = those.min(axis=0), those.max(axis=0)
        zoom = min(_CLOSEST, (size / (last - first + _CROWDED)).min())
        left, upper = ((first + last) / 2 - (main.x, main.y)) * zoom - size / 2
        y = top + _INSET_NAME + number * (high / len(found) + _GAP / 2)
        inset = _Map(WIDTH - _MARGIN - wide, y, wide, float(size[1]), main.world * zoom, left, upper)
        insets.append(inset._replace(name=_area(places.loc[inset.shows(places), "country"])))
    return insets


def _area(countries: Iterable[str]) -> str:
    """Name the smallest area that holds all these countries; nothing where none does."""
    codes = set(countries)
    if len(codes) == 1:
        return country_name(codes.pop())
    for of in (subregion, continent):
        if len(areas := {of(code) for code in codes}) == 1 and (code := areas.pop()):
            return area_name(code)
    return ""


class _Name(NamedTuple):
    """A place in the list of places: its row, its country, and what to call it there."""

    row: int
    country: str
    text: str


def _names(places: pd.DataFrame, actions: pd.DataFrame, *, local: bool = True) -> list[_Name]:
    """Name the places, by country and town; a town that its country has twice has its region, too."""
    at = [Place.of(row) for row in records(actions.loc[places["first"], list(Place._fields)])]
    several = Counter((place.country, place.locality) for place in at)
    names = []
    for row, (place, number) in enumerate(zip(at, places["actions"], strict=True)):
        region = region_name(place.country, place.region)
        name = town_name(place.locality, place.country, local=local)
        town = name if several[place.country, place.locality] == 1 else strung((name, region))
        text = printable(town if place.locality else region or say("town not stated"))
        text = text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1]}…"
        country = printable(country_name(place.country)) or say("Country not stated")
        names.append(_Name(row, country, say("{name} ({number})", name=text, number=number) if number > 1 else text))
    return sorted(names, key=lambda name: (sort_key(name.country), sort_key(name.text)))


def _list(names: Sequence[_Name], top: float, wide: float) -> list[Line]:
    """Set the list of places in columns, as large as it fits; nothing where it does not."""
    words: list[tuple[Span, ...]] = []
    numbered = enumerate(names, 1)
    for country, those in groupby(numbered, key=lambda pair: pair[1].country):
        first, *others = ((Span(str(number), color=GREY), Span(name.text)) for number, name in those)
        words += [(Span(country, bold=True), *first), *others]
    column = (wide - (_COLUMNS - 1) * _GAP) / _COLUMNS
    for size in _LIST_SIZES:
        lines = list(typesetting.set_words(words, column / size))
        rows = int((_LEGEND_TOP - _GAP - top) / (size * LEADING))
        if len(lines) <= rows * _COLUMNS:
            rows = -(-len(lines) // _COLUMNS)
            return [
                Line(_MARGIN + number // rows * (column + _GAP), top + (number % rows + 1) * size * LEADING, line, size)
                for number, line in enumerate(lines)
            ]
    return []


# ------------------------------------------------------------------------------------------------------------ drawing


def _drawn(
    one: _Map, places: pd.DataFrame, shrink: float, numbers: Mapping[int, str], insets: Sequence[_Map]
) -> dict[str, Any]:
    """Draw a map: what of the world, with which markers, and with the numbers of places that no inset shows."""
    at = one.at(places)
    in_inset = np.any([np.zeros(len(at), dtype=bool), *(inset.shows(places) for inset in insets)], axis=0)
    radii = IN_PRINT.radii(places["actions"]) * shrink
    rows = sorted(np.flatnonzero(one.holds(at)).tolist(), key=lambda row: places["kind"][row][-1] != "a")
    spots = [
        _Spot(x, y, float(radii[row]), places["kind"][row], "" if in_inset[row] else numbers.get(row, ""))
        for row, (x, y) in zip(rows, at[rows].tolist(), strict=True)
    ]
    labels = ["" if places["kind"][row][-1] == CLUSTER else printable(places["label"][row]) for row in rows]
    whole = not one.left and not one.top
    return {
        **one._asdict(),
        "paths": world(one.world, 1) if whole else world(one.world, 3, one.window),
        "is_world": whole,
        "markers": [(label, _marker(*spot[:4])) for label, spot in zip(labels, spots, strict=True)],
        "numbers": list(_numbers(spots, one)),
        "frames": [inset.on(one) for inset in insets],
    }


def _marker(x: float, y: float, radius: float, kind: str) -> list[_Circle]:
    """Draw the marker of a `kind` from `action_map.gather_places`."""
    if kind[-1] == CLUSTER:
        return [_Circle(x, y, radius, GREY, "#ffffff", 0.6)]
    status = _ANNOUNCED if kind[0] == "a" else _REPORTED
    fill = "#ffffff" if kind[1] == "s" else status
    rim = _ANNOUNCED if kind[0] == "b" else status
    if kind[2] == "a":
        return [_Circle(x, y, radius + IN_PRINT.area, fill, rim, 1.8 if kind[1] == "s" else 0.8, opacity=0.35)]
    stroke = min(2, radius / 2)
    halo = _Circle(x, y, radius, "#ffffff", "#ffffff", 1.2)
    if kind[1] == "m":  # a core, bare ground, a rim
        core = _Circle(x, y, radius - stroke * 1.8, status, status, 0)
        return [halo, _Circle(x, y, radius - stroke / 2, "#ffffff", rim, stroke), core]
    return [halo, _Circle(x, y, radius - stroke / 2, fill, rim, stroke)]


def _numbers(spots: Sequence[_Spot], on: _Map) -> Iterator[_Number]:
    """Place the numbers beside their markers, over none of them and over no other number, as far off as it takes."""
    boxes = np.array([(s.x - s.radius, s.y - s.radius, s.x + s.radius, s.y + s.radius) for s in spots]).reshape(-1, 4)
    edges = np.array([on.x, on.y, on.x + on.width, on.y + on.height])
    for spot in (spot for spot in spots if spot.number):
        half = np.array([width(spot.number) * _NUMBER_SIZE, _NUMBER_SIZE * 0.76]) / 2
        steps: list[tuple[tuple[int, int], float]] = [(step, away) for away in _AWAY for step in _STEPS]
        if spot.kind[-1] == "a":
            steps = [((0, 0), -spot.radius), *steps]
        middles = np.array(
            [np.add((spot.x, spot.y), np.multiply(step, spot.radius + 0.8 + away + half)) for step, away in steps]
        )
        low, high = middles - half, middles + half
        over = ((low[:, None] < boxes[:, 2:]) & (high[:, None] > boxes[:, :2])).all(axis=2)
        outside = ((low < edges[:2]) | (high > edges[2:])).any(axis=1)
        best = int(np.argmin(over.sum(axis=1) + 100 * outside))
        (x, y), (step, away) = middles[best].tolist(), steps[best]
        boxes = np.vstack([boxes, [*low[best], *high[best]]])
        near = (spot.x + step[0] * spot.radius, spot.y + step[1] * spot.radius)
        far = (x - step[0] * half[0], y - step[1] * half[1])
        yield _Number(x, y + half[1], spot.number, (*near, *far) if away > 1 else None)


def _heading(imprint: Imprint, left: float, room: float, *sizes: tuple[float, int]) -> list[Line]:
    """Write the title as large as it fits, and under it the day and what is shown."""
    size, title = fitted(imprint.title, room, *sizes, (12, 3), bold=True)
    lines = block(left, left - 8, size, title, bold=True)
    size, line = fitted(imprint.line, room, (11, 1), (9, 1), (8, 2))
    return [*lines, *block(left, lines[-1].y + 3 if lines else left, size, line)]


def _legend(shrink: float, *, clusters: bool) -> Iterator[tuple[Line, list[_Circle]]]:
    """Explain the markers in a row, as large as it fits, and their sizes in another."""
    entries = [(kind, say(text)) for kind, text in SAID["pictures"]["legend"].items()]
    rooms = [2 * _LEGEND_RADIUS + (2 * IN_PRINT.area if kind[-1] == "a" else 0) + 6 for kind, _ in entries]
    ems = sum(width(text) for _, text in entries)
    size = min(_LEGEND_SIZE, (_WIDE - sum(rooms) - _GAP * (len(entries) - 1)) / ems)
    gap = (_WIDE - sum(rooms) - size * ems) / (len(entries) - 1)
    x, y = _MARGIN, _LEGEND_TOP + 6
    for (kind, text), room in zip(entries, rooms, strict=True):
        yield Line.of(x + room, y + 3, text, size), _marker(x + (room - 6) / 2, y, _LEGEND_RADIUS, kind)
        x += room + size * width(text) + min(gap, 2 * _GAP)
    x, y = _MARGIN, y + 19
    for actions in _SIZES:
        radius = float(IN_PRINT.radii(actions)) * shrink
        room, text = max(radius, _LEGEND_RADIUS), say_many("{number} action", "{number} actions", actions)
        yield Line.of(x + 2 * room + 6, y + 3, text), [_Circle(x + room, y, radius, "none", GREY, 0.8)]
        x += 2 * room + 6 + _LEGEND_SIZE * width(text) + 2 * _GAP
    if clusters:
        text = say("Neighbouring places together")
        yield Line.of(x + 2 * _LEGEND_RADIUS + 6, y + 3, text), _marker(x + _LEGEND_RADIUS, y, _LEGEND_RADIUS, CLUSTER)


def _foot(actions: pd.DataFrame, imprint: Imprint) -> list[Line]:
    """Say what is not on the map, and where all of it is from."""
    room = _WIDE - (_QR + _GAP if imprint.address else 0)
    lines: list[Line] = []
    if unplaced := int(actions["latitude"].isna().sum()):
        text = say_many(*_UNPLACED, unplaced)
        lines.append(Line(_MARGIN + room, _LEGEND_TOP + 28, (Span(text),), anchor="end"))
    places = say("Places: {credit}.", credit=places_credit(actions))
    text = sentences(imprint.credit, places, say(charts.MAP_CREDIT))
    size, credit = fitted(text, room, (7.5, 2), (7, 3), (6, 4))
    return lines + block(_MARGIN, HEIGHT - 24 - len(credit) * size * LEADING, size, credit, GREY)


def _turned(circle: _Circle) -> _Circle:
    return circle._replace(x=WIDTH - circle.x) if is_mirrored() else circle


def _qr(address: str, wide: float, y: float, margin: float = _MARGIN) -> dict[str, object] | None:
    """Draw an address as a QR code, in modules of one unit, where lines end on a page so wide.

    There is none where there is no address.
    """
    if not address:
        return None
    x = margin if is_mirrored() else wide - margin - _QR
    rows = segno.make(address, error="m", micro=False).matrix
    path = "".join(f"M{i},{j}h1v1h-1z" for j, row in enumerate(rows) for i, dark in enumerate(row) if dark)
    return {"x": x, "y": y, "scale": _QR / len(rows), "path": path}
