"""Cells that name several towns, where one row can have but one pin: which towns, if there is no doubt of them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from actionmap.places.gazetteer import Gazetteer, geocoded, is_sure_town
from actionmap.places.matching import SAME_PLACE_KM
from actionmap.places.written import BETWEEN, parts
from actionmap.world.distances import great_circle_km
from actionmap.world.doubts import DoubtKind
from actionmap.world.place import Place

_LONGEST_TOWN = 3
"""Parts of a cell that may say one town: "Springfield, Illinois, USA"."""
_FIRST = re.compile(r"[;/|\n؛]")
"""Signs that stand between towns, never between a town and its region, where a cell has commas too."""

_Found = Mapping[Any, Any]


def several_towns(places: Iterable[Place], gazetteer: Gazetteer) -> dict[Place, tuple[str, ...]]:
    """Find the cells that name several towns.

    Parameters
    ----------
    places
        The places of a list.
    gazetteer
        Knows what is a town.

    Returns
    -------
    dict of Place to tuple of str
        Place without venue, of the first 200 that may be such → its towns as the cell writes them, each once, in
        their order; none where the cell can be divided in several ways, or a part of it is no town that is clearly
        meant.
    """
    asked = _worth_asking(dict.fromkeys(one.without_venue() for one in places), gazetteer)
    kinds = [found["doubt"] for found in geocoded(asked, gazetteer)]
    doubtful = [(place, kind) for place, kind in zip(asked, kinds, strict=True) if kind in _MAY_BE_SEVERAL]
    runs = dict.fromkeys(
        place._replace(locality=run) for place, _ in doubtful for group in _groups(place) for run in _runs(group)
    )
    found = dict(zip(runs, geocoded([*runs], gazetteer), strict=True))
    towns = {}
    for place, kind in doubtful:
        named = _towns(place, found)
        if kind == DoubtKind.SEVERAL_TOWNS or (named and _are_apart([found[one] for one in named])):
            towns[place] = tuple(one.locality for one in named)
    return towns


def _worth_asking(places: Iterable[Place], gazetteer: Gazetteer) -> list[Place]:
    """Return the first of those of which two parts are names of towns: a long list of addresses costs little."""
    cells = {place: parts(place.locality) for place in places if BETWEEN.search(place.locality)}
    cells = {place: cell for place, cell in cells.items() if 1 < len(cell) <= _MOST_PARTS}
    names = {place: [_CODE.sub("", one.name) for one in cell if one.is_name] for place, cell in cells.items()}
    every = {name for some in names.values() for name in some}
    towns = gazetteer.towns(name for name in every if len(name) > 2 or not name.isascii())
    return [place for place, some in names.items() if sum(name in towns for name in some) > 1][:_MOST_CELLS]


_MOST_CELLS, _MOST_PARTS = 200, 40
_CODE = re.compile(r"\s[A-Z]{2}$")
_MAY_BE_SEVERAL = {DoubtKind.SEVERAL_TOWNS, DoubtKind.UNREAD}


def _groups(place: Place) -> list[str]:
    """Divide a cell where a sign stands that no town has beside its region."""
    return [group for part in _FIRST.split(place.locality) if (group := part.strip())]


def _spans(group: str) -> list[tuple[int, int]]:
    """Return where the parts of a text begin and end."""
    edges = [0, *(edge for sign in BETWEEN.finditer(group) for edge in sign.span()), len(group)]
    return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]


def _runs(group: str) -> list[str]:
    """Return the texts in a group that may be a town: the group, and few parts that follow one another."""
    spans = _spans(group)
    near = range(_LONGEST_TOWN)
    return [group, *(_text(group, spans[at : at + more + 1]) for at in range(len(spans)) for more in near)]


def _text(group: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return some parts of a group as it writes them, a bracket that opens there closed."""
    text = group[spans[0][0] : spans[-1][1]]
    return text + ")" * (text.count("(") - text.count(")"))


def _towns(place: Place, found: Mapping[Place, _Found]) -> list[Place]:
    """Return the towns of a cell, each once; nothing where they are fewer than two, or not clear."""
    groups = _groups(place)
    towns: dict[object, Place] = {}
    for group in groups:
        whole = place._replace(locality=group)
        divided = [whole] if len(groups) > 1 and is_sure_town(found[whole]) else _only_way(place, group, found)
        if not divided:
            return []
        for town in divided:
            towns.setdefault(found[town]["matched_place"], town)
    return [*towns.values()] if len(towns) > 1 else []


def _only_way(place: Place, group: str, found: Mapping[Place, _Found]) -> list[Place]:
    """Divide a text into towns, where that can be done in one way alone."""
    spans = _spans(group)
    ways: list[list[list[Place]]] = [[[]]]  # for so many parts, at most two ways
    for end in range(1, len(spans) + 1):
        these = []
        for start in range(max(0, end - _LONGEST_TOWN), end):
            town = place._replace(locality=_text(group, spans[start:end]))
            if is_sure_town(found[town]):
                these += [[*way, town] for way in ways[start]]
        ways.append(these[:2])
    return ways[-1][0] if len(ways[-1]) == 1 else []


def _are_apart(towns: Sequence[_Found]) -> bool:
    points = [(town["latitude"], town["longitude"]) for town in towns]
    near = (sorted(great_circle_km(*point, *zip(*points, strict=True)))[1] for point in points)  # besides itself
    return all(km > SAME_PLACE_KM for km in near)
