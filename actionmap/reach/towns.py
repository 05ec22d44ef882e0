"""Towns: the gazetteer's larger places in one small file, so that a page without a server finds what is nearest."""

import json
from collections import defaultdict
from collections.abc import Collection
from functools import cache
from math import log2

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from actionmap.errors import GazetteerError
from actionmap.paths import GAZETTEER_FOLDER
from actionmap.text import fold

_SMALLEST, _SMALLEST_LISTED = 100_000, 50_000
"""People of the smallest town that is known, and of one in a country of the list."""
_SMALLEST_RENAMED = 1_500_000
"""People of the smallest town that has its other names, in all scripts; of lesser ones only larger towns have any."""
_LESSER = 2  # kind of names, see `gazetteer_tables.NameKind`
_SHORTEST = 4  # letters of another name in Latin script: shorter ones are codes


def towns_json(countries: Collection[str]) -> bytes:
    """Write towns by country, the largest first, each a line: name, latitude and longitude, people, other names.

    A name that a country has twice is followed by its region. Coordinates are hundredths of a degree (WGS 84), people
    the logarithm to base 2, other names as the gazetteer keys them, in all scripts.

    Raises
    ------
    GazetteerError
        The gazetteer's files are missing or damaged.
    """
    return _written(frozenset(countries))


@cache
def _written(countries: frozenset[str]) -> bytes:
    try:
        places = pq.read_table(GAZETTEER_FOLDER / "places.parquet")
        areas = pq.read_table(GAZETTEER_FOLDER / "areas.parquet").to_pylist()
        names = pq.read_table(GAZETTEER_FOLDER / "names.parquet")
    except (OSError, ValueError) as error:
        raise GazetteerError.of("no-gazetteer") from error
    people = places["population"].to_numpy()
    smallest = np.full(len(people), _SMALLEST)
    region = np.zeros(len(people), dtype=int)
    for number, area in enumerate(areas):  # a country before its regions
        region[area["start"] : area["stop"]] = number
        if not area["admin1"] and area["country"] in countries:
            smallest[area["start"] : area["stop"]] = _SMALLEST_LISTED
    kept = np.flatnonzero(people >= smallest)
    kept = kept[np.argsort(-people[kept], kind="stable")]
    others: dict[int, list[str]] = defaultdict(list)
    large = pa.array(kept[people[kept] >= _SMALLEST_RENAMED])
    for row in names.filter(pc.is_in(names["place"], large)).to_pylist():
        key, latin = row["key"], row["key"].isascii()
        rarity = 1 if row["kind"] < _LESSER else 2 if latin else 8
        if people[row["place"]] >= rarity * _SMALLEST_RENAMED and not (latin and len(key) < _SHORTEST):
            others[row["place"]].append(key)
    rows = places.take(kept).to_pylist()
    by_country: dict[str, list[str]] = defaultdict(list)
    namesakes: dict[tuple[str, str], int] = defaultdict(int)
    for row, place in zip(rows, kept.tolist(), strict=True):
        namesakes[areas[region[place]]["country"], row["name"]] += 1
    for row, place in zip(rows, kept.tolist(), strict=True):
        area = areas[region[place]]
        name = f"{row['name']}, {area['name']}" if namesakes[area["country"], row["name"]] > 1 else row["name"]
        at = (round(row[axis] * 100) for axis in ("latitude", "longitude"))
        own = "".join(fold(row["name"]).split())
        line = (name, *at, round(log2(row["population"])), *(key for key in others[place] if key != own))
        by_country[area["country"]].append("|".join(map(str, line)))
    towns = {country: "\n".join(lines) for country, lines in sorted(by_country.items())}
    return json.dumps(towns, ensure_ascii=False, separators=(",", ":")).encode()
