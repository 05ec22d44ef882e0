"""The gazetteer's four parquet tables (see `scripts/build_gazetteer.py`), read a few row groups at a time."""

import re
import threading
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from actionmap.errors import GazetteerError
from actionmap.world.countries import country_code
from actionmap.world.distances import great_circle_km
from actionmap.world.spelling import place_key, place_words, region_key

_LONGEST_CODE, _LONGEST_SHORT_FORM = 3, 5
_INITIALS = re.compile(r"(?:[^\W\d]\.\s?){2,}")


class NameKind(IntEnum):
    """How much a name of a place counts; lesser ones are transliterations by machine, codes and former names."""

    MAIN = 0
    ALTERNATE = 1
    LESSER = 2


class RegionNameKind(IntEnum):
    """How directly a text names a region; a part is a district inside it, or a region that it was made of."""

    ISO_CODE = 0
    NAME = 1
    GEONAMES_CODE = 2
    PART = 3


class Area(NamedTuple):
    """A country (`admin1` is empty) or a region: its rows in `places` and its pin, a town near most of its people."""

    country: str
    admin1: str
    code: str
    name: str
    start: int
    stop: int
    latitude: float
    longitude: float
    population: int
    timezone: str


class Tables:
    """Places, their names, and the areas they lie in; places and areas are known by their row number.

    Attributes
    ----------
    name, timezone, geonameid
        Arrow columns, one row a place. Places are sorted by country, region and falling population.
    latitude, longitude, people, area_of
        Arrays of shape (places,): WGS 84 in decimal degrees, inhabitants (0 if unknown), the region's row in `areas`.
    areas
        Every country, followed by its regions.
    area_labels
        What to call each: "Hawaii, United States"; "Puerto Rico".
    """

    def __init__(self, folder: Path) -> None:
        try:
            self._names = pq.ParquetFile(folder / "names.parquet", memory_map=True)
            places, areas, area_names = (
                pq.ParquetFile(folder / f"{table}.parquet").read(use_threads=False).combine_chunks()
                for table in ("places", "areas", "area_names")
            )
            self.name, self.timezone, self.geonameid = (places[c] for c in ("name", "timezone", "geonameid"))
            self.latitude, self.longitude = (
                np.round(places[c].to_numpy().astype(float), 5) for c in ("latitude", "longitude")
            )
            self.people = places["population"].to_numpy()
            self.areas = [Area(**row) for row in areas.to_pylist()]
        except (OSError, KeyError, TypeError, pa.ArrowException) as error:
            raise GazetteerError.of("no-gazetteer") from error
        pa.default_memory_pool().release_unused()
        groups = range(self._names.metadata.num_row_groups)
        self._group_starts = [self._names.metadata.row_group(i).column(0).statistics.min for i in groups]
        self._groups: dict[int, tuple[pa.Array, np.ndarray, np.ndarray]] = {}
        self._lock = threading.Lock()
        self.country_area = {area.country: i for i, area in enumerate(self.areas) if not area.admin1}
        homes = [self.areas[self.country_area[area.country]].name for area in self.areas]
        self.area_labels = [
            home if area.name in ("", home) else f"{area.name}, {home}"
            for area, home in zip(self.areas, homes, strict=True)
        ]
        self._country_keys = {place_key(self.areas[i].name): code for code, i in self.country_area.items()}
        self._area_names = area_names
        self._regions_of: dict[str, dict[str, list[tuple[int, int]]]] = {}
        self.area_of = np.zeros(len(places), dtype=np.int32)
        for i, area in enumerate(self.areas):
            self.area_of[area.start : area.stop] = i

    # ------------------------------------------------------------------------------------------- countries and regions

    def country(self, text: str) -> str | None:
        """Return the code of the country or territory that a text names, "" for no text, None if no place is in it."""
        text = text.strip()
        if not text or text in self.country_area:
            return text
        code = self._country_keys.get(place_key(text)) or country_code(text, with_parts=False)
        return code if code in self.country_area else None

    def is_named(self, country: str, text: str) -> bool:
        """Tell whether a text is the very name of a country, given as a code."""
        return bool(country) and self._country_keys.get(place_key(text)) == country

    def regions(self, country: str, text: str, *, tolerant: bool = True) -> tuple[tuple[int, ...], bool]:
        """Return the areas that a code or name may mean, and whether it is theirs (not that of a part of them).

        The names of a country's regions are matched tolerantly unless told otherwise ("Jaroslavl", "Mass.", "N.L.");
        `country` "" looks for the very name among the regions of all countries.
        """
        text, is_short = text.strip(), "." in text
        if _INITIALS.fullmatch(text):
            text = "".join(filter(str.isalpha, text))
        if text[2:3] == "-" and text[:2].upper() in self.country_area and country in ("", text[:2].upper()):
            country, text = text[:2].upper(), text[3:]
        keys = [key for key in dict.fromkeys((place_key(text), region_key(text))) if key]
        found = [
            hit for key in keys for hit in (self._regions_in(country, key) if country else self._regions_anywhere(key))
        ]
        if not found and tolerant and country and keys:
            found = [(i, int(RegionNameKind.NAME)) for i in self._abbreviated(country, place_key(text), is_short)]
        if not found and tolerant and country and keys and len(keys[-1]) > _LONGEST_CODE:
            known = list(self._regions_of.get(country, ()))
            scored = process.extract(keys[-1], known, scorer=fuzz.ratio, score_cutoff=80, limit=3)
            found = [hit for key, score, _ in scored if score == scored[0][1] for hit in self._regions_in(country, key)]
        named = [area for area, kind in found if kind <= RegionNameKind.NAME]
        return tuple(sorted(set(named or (area for area, _ in found)))), bool(named)

    def _abbreviated(self, country: str, key: str, is_short: bool) -> list[int]:
        """Return the regions of a country that a key shortens: to its beginning, its initials or its two ends."""
        if len(key) > _LONGEST_SHORT_FORM or len(key) < (2 if is_short else _LONGEST_CODE):
            return []
        by_ends = re.compile(".*".join(key) + "$")
        found: dict[bool, list[int]] = {True: [], False: []}
        first = self.country_area.get(country, len(self.areas)) + 1
        for i, area in enumerate(takewhile(lambda area: area.country == country, self.areas[first:]), first):
            name, initials = place_key(area.name), "".join(word[0] for word in place_words(area.name))
            if name.startswith(key) or initials == key:
                found[True].append(i)
            elif by_ends.match(name):
                found[False].append(i)
        return found[True] or found[False]

    def is_region(self, country: str, key: str) -> bool:
        """Tell whether a key is the code or name of one of a country's regions."""
        return any(kind <= RegionNameKind.NAME for _, kind in self._regions_in(country, key))

    def _regions_in(self, country: str, key: str) -> Sequence[tuple[int, int]]:
        """Return (area, kind of name) of a key among the names of a country's regions, which are read once."""
        if country not in self._regions_of:
            own = self._area_names.filter(pc.equal(self._area_names["country"], country))
            of_keys: dict[str, list[tuple[int, int]]] = {}
            for name, area, kind in zip(*(own[c].to_pylist() for c in ("key", "area", "kind")), strict=True):
                of_keys.setdefault(name, []).append((area, kind))
            self._regions_of[country] = of_keys
        return self._regions_of[country].get(key, ())

    def _regions_anywhere(self, key: str) -> list[tuple[int, int]]:
        """Return (area, kind of name) of a key among the codes and names of the regions of all countries."""
        found = self._area_names.filter(pc.equal(self._area_names["key"], key))
        hits = zip(found["area"].to_pylist(), found["kind"].to_pylist(), strict=True)
        return [(area, kind) for area, kind in hits if kind <= RegionNameKind.NAME]

    def country_of(self, place: int) -> str:
        """Return the code of the country that a place lies in."""
        return str(self.areas[self.area_of[place]].country)

    def bounds(self, country: str) -> tuple[int, int]:
        """Return the range of places of a country, of all places for ""."""
        if not country:
            return 0, len(self.people)
        area = self.areas[self.country_area[country]]
        return area.start, area.stop

    # ------------------------------------------------------------------------------------------------ names of places

    def _group(self, index: int) -> tuple[pa.Array, np.ndarray, np.ndarray]:
        """Return keys, places and kinds of one row group of `names`, read once."""
        with self._lock:
            if index not in self._groups:
                table = self._names.read_row_group(index, use_threads=False)
                key, place, kind = (table[c].combine_chunks() for c in ("key", "place", "kind"))
                self._groups[index] = (key, place.to_numpy(), kind.to_numpy())
            return self._groups[index]

    def named(self, keys: Sequence[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Find the places under sorted, distinct keys: (index of the key, place, kind of name), sorted by the first."""
        found = [(np.zeros(0, np.int64), np.zeros(0, np.int32), np.zeros(0, np.int8))]
        for group, first in enumerate(self._group_starts):
            low = bisect_left(keys, first)
            following = self._group_starts[group + 1 : group + 2]
            # Names equal to the next group's first one may begin in this group.
            high = bisect_right(keys, following[0]) if following else len(keys)
            if low < high:
                key, place, kind = self._group(group)
                index = pc.index_in(key, value_set=pa.array(keys[low:high], pa.string()))
                rows = np.flatnonzero(index.is_valid())
                found.append((index.drop_null().to_numpy().astype(np.int64) + low, place[rows], kind[rows]))
        index, place, kind = (np.concatenate(columns) for columns in zip(*found, strict=True))
        return index, place, kind

    def starting(self, prefix: str, weakest: NameKind) -> tuple[pa.Array, np.ndarray, np.ndarray]:
        """Return keys, places and kinds of all names with a prefix, sorted by place."""
        keys, found = [pa.array([], pa.string())], [(np.zeros(0, np.int32), np.zeros(0, np.int8))]
        first = max(bisect_left(self._group_starts, prefix) - 1, 0)
        for group in range(first, bisect_right(self._group_starts, prefix + "\U0010ffff")):
            key, place, kind = self._group(group)
            wanted = pc.starts_with(key, prefix).to_numpy(zero_copy_only=False) & (kind <= weakest)
            keys.append(key.filter(pa.array(wanted)))
            found.append((place[wanted], kind[wanted]))
        places, kinds = (np.concatenate(columns) for columns in zip(*found, strict=True))
        order = np.argsort(places, kind="stable")
        return pa.concat_arrays(keys).take(pa.array(order)), places[order], kinds[order]

    def names_of(self, places: Iterable[int]) -> dict[int, list[str]]:
        """Return place → its names, as keys, the lesser ones left out; all names have to be read for it."""
        wanted, found = np.array(list(places), np.int32), dict[int, list[str]]()
        for keys, of in self._every_name(lambda of: np.isin(of, wanted)) if len(wanted) else ():
            for key, place in zip(keys, of, strict=True):
                found.setdefault(place, []).append(key)
        return found

    def nearly_named(self, key: str, edits: int, people: int) -> list[int]:
        """Return the places of so many people whose name is at most so many edits from a key: nearest, then largest."""
        found: dict[int, float] = {}
        for keys, of in self._every_name(lambda of: self.people[of] >= people):
            for _, distance, at in process.extract(key, keys, scorer=OSA.distance, score_cutoff=edits, limit=None):
                found[of[at]] = min(distance, found.get(of[at], edits))
        return sorted(found, key=lambda place: (found[place], -self.people[place]))

    def _every_name(self, wanted: Callable[[np.ndarray], np.ndarray]) -> Iterator[tuple[list[str], list[int]]]:
        """Read all names but the lesser ones, a group at a time: the keys of the wanted places, and those places."""
        for group in range(self._names.metadata.num_row_groups):
            table = self._names.read_row_group(group, use_threads=False)
            of = table["place"].to_numpy()
            rows = np.flatnonzero(wanted(of) & (table["kind"].to_numpy() <= NameKind.ALTERNATE))
            yield table["key"].take(pa.array(rows)).to_pylist(), of[rows].tolist()

    def area_names_of(self, areas: Iterable[int]) -> dict[int, list[str]]:
        """Return area → its names and ISO 3166-2 code, as keys."""
        wanted = np.isin(self._area_names["area"].to_numpy(), np.array(list(areas), np.int32))
        wanted &= self._area_names["kind"].to_numpy() <= RegionNameKind.NAME
        rows, found = self._area_names.filter(pa.array(wanted)), dict[int, list[str]]()
        for key, area in zip(rows["key"].to_pylist(), rows["area"].to_pylist(), strict=True):
            found.setdefault(area, []).append(key)
        return found

    # ----------------------------------------------------------------------------------------------- places as such

    def distance(self, a: int | np.ndarray, b: int | slice | np.ndarray) -> np.ndarray:
        """Return kilometres along the great circle between places `a` and `b`, which are broadcast together."""
        return great_circle_km(self.latitude[a], self.longitude[a], self.latitude[b], self.longitude[b])

    def labels(self, places: Sequence[int] | np.ndarray) -> list[str]:
        """Return "Lyon, Auvergne-Rhône-Alpes, France" for each place."""
        rows = np.asarray(places, np.int64)
        names = self.name.take(pa.array(rows)).to_pylist()
        return [
            f"{name}, {self.area_labels[area]}" for name, area in zip(names, self.area_of[rows].tolist(), strict=True)
        ]
