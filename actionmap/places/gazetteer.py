"""Gazetteer: an offline geocoder with geopy's interface, made of GeoNames' places of 500 people and more (CC BY 4.0).

How a place is found:

1. the country bounds the search: no answer ever lies in another one;
2. the locality is looked up under the key of its name (`world.spelling`), then under other spellings of it;
3. a cell that is no name is read part by part (`places.written`): what is not understood is never left out in silence;
4. the region tells namesakes apart; where several remain, one must be clearly larger than the others to be meant
   (`places.matching`);
5. a name that is nearly right is an approximate answer if it is the only one in its region, else a suggestion;
6. only where the list names no locality, the region or the country is the answer.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from geopy.location import Location
from geopy.point import Point

from actionmap.paths import GAZETTEER_FOLDER
from actionmap.places.gazetteer_tables import NameKind, Tables
from actionmap.places.matching import NOTHING, Answer, Matcher, Query
from actionmap.places.written import Reader
from actionmap.world.distances import great_circle_km, unit_vectors
from actionmap.world.place import Candidate, FoundBy, Place, Precision
from actionmap.world.spelling import place_key
from actionmap.world.town_names import keys_in_any_language

LARGER_REGION = 20
"""A text that names both a town and a region ("Ontario") means the region if that has this many times the people."""


class Gazetteer:
    """An offline geocoder of towns, regions and countries with geopy's interface.

    Parameters
    ----------
    folder
        Where the tables lie that ``scripts/build_gazetteer.py`` writes.

    Raises
    ------
    GazetteerError
        If a table is missing or damaged.

    Notes
    -----
    Source: GeoNames, https://www.geonames.org, CC BY 4.0. Coordinates are WGS 84 in decimal degrees. The pin of a
    region or country is the town with the least total distance to all its people. One object may be shared by threads.
    """

    def __init__(self, folder: Path = GAZETTEER_FOLDER) -> None:
        self._tables = Tables(folder)
        self._matcher = Matcher(self._tables)
        self._reader = Reader(self._tables, self._matcher)
        pins = [
            (area.latitude, area.longitude, "region" if area.admin1 else "country", label, area.country, area.timezone)
            for area, label in zip(self._tables.areas, self._tables.area_labels, strict=True)
        ]
        columns = zip(*pins, (np.nan, np.nan, "", "", "", ""), strict=True)  # the last is what -1, no area, stands for
        self._area_pins = {
            name: np.array(values, float if name in ("latitude", "longitude") else object)
            for name, values in zip(_PIN, columns, strict=True)
        }

    # --------------------------------------------------------------------------------------------------------- asking

    def geocode(
        self, query: str | Mapping[str, str], *, exactly_one: bool = True, timeout: object = None
    ) -> Location | list[Location] | None:
        """Find a place.

        Parameters
        ----------
        query
            A text, the locality first ("Springfield, Illinois, USA", "東京", "Hawaii"), or a dict with the keys
            ``city`` (or ``locality``), ``state`` (or ``region``) and ``country``, any of them absent or empty.
        exactly_one
            False returns the list of all namesakes, best first.
        timeout
            Has no effect; part of geopy's interface.

        Returns
        -------
        Location, list of Location, or None
            None where nothing is clearly meant. ``location.raw`` has `precision` (``locality``, ``region``,
            ``country``), `matched_place`, `country` (alpha-2), `region` (ISO 3166-2 suffix, else GeoNames' code) and
            `region_name`, `timezone` (IANA; "" for an area that has several), `population`, `geonameid` (None for an
            area) and `approximate` (True if the name or region differs from what was asked for).
        """
        queries = self._interpretations(query) if isinstance(query, str) else [self._structured(query)]
        answers = self._reader.read(queries)
        best = self._likeliest(answers)
        if exactly_one:
            return self._location(best) if best.found else None
        others = [
            Answer(place) for q in queries for town in self._reader.towns(q) for place in self._matcher.namesakes(town)
        ]
        others.sort(key=lambda answer: -self._tables.people[answer.place])
        areas = [answer for answer in answers if answer.area >= 0]
        unique = {(a.place, a.area): a for a in reversed([*([best] if best.found else []), *others, *areas])}
        return [self._location(answer) for answer in reversed(unique.values())] or None

    def reverse(
        self, query: str | Point | tuple[float, float], *, exactly_one: bool = True, timeout: object = None
    ) -> Any:  # noqa: ANN401 (as in geopy: a Location, or a list of one)
        """Find the town nearest to a point.

        Parameters
        ----------
        query
            Latitude and longitude in WGS 84 degrees: a pair, a `Point`, or a text that geopy reads as one.
        exactly_one
            False returns a list of the one town.
        timeout
            Has no effect; part of geopy's interface.

        Raises
        ------
        ValueError
            The text does not give a point.
        """
        point, tables = Point(query), self._tables
        km = great_circle_km(point.latitude, point.longitude, tables.latitude, tables.longitude)
        town = self._location(Answer(int(km.argmin())))
        return town if exactly_one else [town]

    def nearest(self, latitudes: np.ndarray, longitudes: np.ndarray) -> pd.DataFrame:
        """Find the towns nearest to many points (WGS 84 degrees): the table of `geocode_frame`, and their `country`."""
        rows = self._tree.query(unit_vectors(latitudes, longitudes))[1].tolist()
        return self._table([Answer(row) for row in rows])

    @cached_property
    def _tree(self) -> Any:  # noqa: ANN401 (a cKDTree of all places, once points are asked for)
        from scipy.spatial import cKDTree  # here, because it takes longer than the first answer

        return cKDTree(unit_vectors(self._tables.latitude, self._tables.longitude))

    def suggest(self, text: str, *, country: str | None = None, limit: int = 5) -> list[Location]:
        """Complete or correct what somebody types: localities that begin like it, then near misses; largest first.

        Parameters
        ----------
        text
            The beginning of a locality's name, optionally with (the beginning of) its region or country after a comma.
        country
            Only look in this country (code or name).
        limit
            The longest list to return.
        """
        tables = self._tables
        head, *tail = [part.strip() for part in _COMMAS.split(text)]
        key, inside = place_key(head), tables.country(country or "")
        if not key or inside is None:
            return []
        keys, places, kinds = tables.starting(key, NameKind.ALTERNATE)
        low, high = np.searchsorted(places, tables.bounds(inside))
        score = np.maximum(tables.people[places], 100) * np.where(kinds == NameKind.MAIN, 1, 0.03)
        score[pc.equal(keys, key).to_numpy(zero_copy_only=False)] *= 10
        found = places[low + np.argsort(-score[low:high], kind="stable")]
        if len(found) < limit:
            near = self._matcher.nearly([Query(head, inside)], [NOTHING])[0].instead
            found = np.concatenate([found, near]).astype(int)
        for part in filter(None, tail):
            found = found[self._areas_starting(part)[tables.area_of[found]]]
        return [self._location(Answer(place)) for place in list(dict.fromkeys(found.tolist()))[:limit]]

    def misspelt(self, text: str, *, people: int = 15_000) -> list[Location]:
        """Return the towns of so many people that a text is a misspelling of, wherever its letters are wrong.

        The nearest spelling is first, and of towns that are as near the largest; all names have to be read for it.
        """
        key = place_key(_COMMAS.split(text)[0])
        edits = 0 if len(key) < _SHORTEST_MISSPELT else 1 if len(key) < _LONG else 2
        found = self._tables.nearly_named(key, edits, people) if edits else []
        return [self._location(Answer(place)) for place in found]

    def geocode_frame(self, places: pd.DataFrame) -> pd.DataFrame:
        """Find many places at once.

        Parameters
        ----------
        places
            Columns `locality`, `region` and `country` (str, "" where not known; a country as alpha-2 code or name).

        Returns
        -------
        DataFrame
            With the same index: `latitude`, `longitude` (float, WGS 84, NaN if unresolved), `precision` (``locality``,
            ``region``, ``country`` or ""), `matched_place`, `country` (its alpha-2 code, "" if unresolved), `timezone`,
            `approximate` (bool), `candidates` (tuple of `Candidate`: what may be meant where it is unresolved) and
            `doubt` (a `DoubtKind`: why it is; else "").
        """
        columns = [places[column].fillna("").astype(str).tolist() for column in ("locality", "region", "country")]
        rows = list(zip(*columns, strict=True))
        position = {row: i for i, row in enumerate(dict.fromkeys(rows))}
        answers = self._reader.read(self._reader.queries(position))
        result = self._table(answers).take([position[row] for row in rows])
        result.index = places.index
        pa.default_memory_pool().release_unused()
        return result

    def known(self, words: Iterable[str]) -> int:
        """Count the words that name a town or country: letters that were read rightly have the most."""
        asked = set(words)
        towns = self.towns(asked)
        return sum(word in towns or bool(place_key(word) and self._tables.country(word)) for word in asked)

    def towns(self, words: Iterable[str]) -> set[str]:
        """Return the words that name a town, wherever it is."""
        keys = {word: place_key(word) for word in words}
        wanted = sorted({*keys.values()} - {""})
        named = {wanted[at] for at in self._tables.named(wanted)[0].tolist()}
        return {word for word, key in keys.items() if key in named}

    def other_names(self, labels: Iterable[str]) -> dict[str, str]:
        """Return full name of a town or region → the names and codes of both, as keys (`place_key`) between bars.

        After two bars come those by which `town_name` calls them, in all its languages.
        What is no full name of one here is left out.
        """
        tables = self._tables
        areas = {label: i for i, label in enumerate(tables.area_labels)}
        within = {label: label.partition(", ") for label in dict.fromkeys(labels)}
        keys = {place_key(town) for town, _, area in within.values() if area in areas} - {""}
        places = tables.named(sorted(keys))[1]
        rows = {
            label: row for label, row in zip(tables.labels(places), places.tolist(), strict=True) if label in within
        }
        of_areas = {label: areas.get(rest if label in rows else label) for label, (_, _, rest) in within.items()}
        towns = tables.names_of(rows.values())
        regions = tables.area_names_of({area for area in of_areas.values() if area is not None})
        found = {
            label: [*towns.get(rows.get(label, -1), ()), *regions.get(area, ())]
            for label, area in of_areas.items()
            if area is not None
        }
        said = keys_in_any_language(found)
        return {label: f"|{'|'.join([*dict.fromkeys(names), '', *said[label]])}|" for label, names in found.items()}

    # -------------------------------------------------------------------------------------------------- understanding

    def _structured(self, query: Mapping[str, str]) -> Query:
        locality = query.get("city") or query.get("locality") or ""
        region = query.get("state") or query.get("region") or ""
        return self._reader.queries([(locality, region, query.get("country") or "")])[0]

    def _interpretations(self, text: str) -> list[Query]:
        """Return the ways to read a text: as a town and what is said of it, a country, a region, a country's region."""
        *head, last = [part for part in map(str.strip, _COMMAS.split(text)) if part] or [""]
        ways = [(text, "", ""), ("", "", text), ("", text, "")]
        ways += [("", region, last) for region in head if len(head) == 1]
        return [query._replace(larger=0.0) for query in self._reader.queries(ways if last else [])]

    def _likeliest(self, answers: Sequence[Answer]) -> Answer:
        """Choose among the readings of one text."""

        def weight(answer: Answer) -> tuple[bool, float]:
            if answer.area < 0:
                return not answer.approximate, float(self._tables.people[answer.place])
            area = self._tables.areas[answer.area]
            if area.admin1:
                return True, area.population / LARGER_REGION
            homonyms = self._tables.named([place_key(area.name)])
            low, high = self._tables.bounds(area.country)
            own_town = (homonyms[2] == NameKind.MAIN) & (homonyms[1] >= low) & (homonyms[1] < high)
            return True, 0.0 if own_town.any() else area.population  # Singapore is a town, Mexico is not

        return max((answer for answer in answers if answer.found), key=weight, default=NOTHING)

    def _areas_starting(self, text: str) -> np.ndarray:
        """Tell for every area whether a text names it or its country, or begins to."""
        tables = self._tables
        key, country = place_key(text), tables.country(text)
        regions = set(tables.regions("", text)[0])
        begins = np.array([place_key(label).startswith(key) for label in tables.area_labels])
        begins[[i for i, area in enumerate(tables.areas) if i in regions or area.country == country]] = True
        return begins

    # ------------------------------------------------------------------------------------------------------ answering

    def _location(self, answer: Answer) -> Location:
        """Return an answer in geopy's form."""
        tables, place = self._tables, answer.place
        pin = {name: values[0] for name, values in self._pins(np.array([place]), np.array([answer.area])).items()}
        area = tables.areas[answer.area if place < 0 else int(tables.area_of[place])]
        raw = {
            **{name: str(pin[name]) for name in ("precision", "matched_place", "country", "timezone")},
            "region": area.code,
            "region_name": area.name if area.admin1 else "",
            "population": area.population if place < 0 else int(tables.people[place]),
            "geonameid": None if place < 0 else tables.geonameid[place].as_py(),
            "approximate": answer.approximate,
        }
        return Location(raw["matched_place"], (float(pin["latitude"]), float(pin["longitude"])), raw)

    def _table(self, answers: Sequence[Answer]) -> pd.DataFrame:
        """Return answers as the table of `geocode_frame`."""
        rows = np.array([(answer.place, answer.area) for answer in answers], np.int64).reshape(-1, 2)
        columns = self._pins(*rows.T) | {
            "approximate": [answer.approximate for answer in answers],
            "candidates": pd.Series(self._instead(answers), dtype="object"),
            "doubt": [answer.doubt or "" for answer in answers],
        }
        return pd.DataFrame(columns).astype(_COLUMNS)

    def _pins(self, places: np.ndarray, areas: np.ndarray) -> dict[str, np.ndarray]:
        """Return the columns of pins: of a place (its row), else of an area; empty where both are -1."""
        tables, is_town = self._tables, places >= 0
        towns = places[is_town]
        pins = {name: values[areas] for name, values in self._area_pins.items()}
        of_towns = (
            *(tables.latitude[towns], tables.longitude[towns], "locality", tables.labels(towns)),
            *(self._area_pins["country"][tables.area_of[towns]], tables.timezone.take(pa.array(towns)).to_pylist()),
        )
        for column, values in zip(pins.values(), of_towns, strict=True):
            column[is_town] = values
        return pins

    def _instead(self, answers: Sequence[Answer]) -> list[tuple[Candidate, ...]]:
        """Return for each answer what may be meant, of those with one full name the first."""
        places = list({place for answer in answers for place in answer.instead})
        pins = pd.DataFrame(self._pins(np.array(places, np.int64), np.full(len(places), -1))).to_dict("records")
        found = {place: Candidate.of(pin, FoundBy.GAZETTEER) for place, pin in zip(places, pins, strict=True)}
        by_name = ({found[place].name: found[place] for place in reversed(answer.instead)} for answer in answers)
        return [tuple(reversed(candidates.values())) for candidates in by_name]


_SHORTEST_MISSPELT, _LONG = 4, 9
"""Letters of a name that may have one letter wrong, and of one that may have two."""
_COMMAS = re.compile("[,،，、;\n]")
_COLUMNS = {
    **{"latitude": float, "longitude": float, "precision": str, "matched_place": str, "country": str},
    **{"timezone": str, "approximate": bool, "candidates": object, "doubt": str},
}
_PIN = tuple(_COLUMNS)[:6]


def is_sure_town(found: Mapping[Any, Any]) -> bool:
    """Tell whether a row of `Gazetteer.geocode_frame` is a town by its very name."""
    return bool(found["precision"] == Precision.LOCALITY and not found["approximate"])


def geocoded(places: Sequence[Place], gazetteer: Gazetteer) -> list[dict[Any, Any]]:
    """Return a row of `Gazetteer.geocode_frame` for each place, whatever its venue."""
    asked = pd.DataFrame(places, columns=Place._fields)
    return gazetteer.geocode_frame(asked).to_dict("records") if places else []
