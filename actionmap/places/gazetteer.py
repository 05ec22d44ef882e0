"""Gazetteer: an offline geocoder with geopy's interface, made of GeoNames' places of 500 people and more (CC BY 4.0).

How a place is found:

1. the country bounds the search: no answer ever lies in another one;
2. the locality is looked up under the key of its name (`places.spelling`), then under other spellings of it;
3. the region tells namesakes apart; where several remain, one must be clearly larger than the others to be meant;
4. a name that is nearly right is an approximate answer if it is the only one in its region, else a suggestion;
5. only where the list names no locality, the region or the country is the answer.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from geopy.adapters import BaseSyncAdapter
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point
from rapidfuzz import process
from rapidfuzz.distance import OSA
from scipy.spatial import cKDTree

from actionmap.lists.encodings import repaired
from actionmap.paths import GAZETTEER_FOLDER
from actionmap.places.doubts import DoubtKind
from actionmap.places.gazetteer_tables import NameKind, Tables
from actionmap.places.spelling import other_spellings, place_key
from actionmap.places.written import POSTCODE_NAMESAKES, is_area, is_detail, parts, without_postcode
from actionmap.world.distances import great_circle_km, unit_vectors
from actionmap.world.place import Candidate, FoundBy, Precision
from actionmap.world.territories import TERRITORIES

CLEARLY_LARGER = {"in the region": 1.5, "no region": 5.0, "unknown region": 10.0}
"""How many times the people of any namesake a place needs to be the one that is meant."""
SAME_PLACE_KM = 30.0
"""Namesakes nearer to each other than this are one place on a map of the world."""
NEAR_REGION_KM = 50.0
"""The only place of its name in a country is taken as listed in the wrong region if it is this near to it."""
LARGER_REGION = 20
"""A text that names both a town and a region ("Ontario") means the region if that has this many times the people."""

_WEIGHT_OF_NAME = np.array([1.0, 0.1, 0.003])  # by NameKind
_FEWEST_PEOPLE = 100  # GeoNames gives 0 where it does not know
_BATCH = 25_000  # rows; bounds the memory of a long list
_SHORTEST_CORRECTED = 5  # letters


class _Query(NamedTuple):
    """One place to find; `country` is "" for anywhere, None for an unknown one, `regions` the areas it may lie in."""

    locality: str
    country: str | None
    regions: tuple[int, ...] = ()
    region_given: bool = False
    region_named: bool = False
    postcode: bool = False


class _Answer(NamedTuple):
    """A locality (row of places), a region or country (row of areas), or else what to write instead, and why."""

    place: int = -1
    area: int = -1
    approximate: bool = False
    instead: tuple[int, ...] = ()
    doubt: DoubtKind | None = None

    @property
    def found(self) -> bool:
        return self.place >= 0 or self.area >= 0


_NOTHING = _Answer()


class _Candidates(NamedTuple):
    """Places of the wanted names, as arrays of one length: best first within each query."""

    query: np.ndarray
    place: np.ndarray
    score: np.ndarray


class _NoTransport(BaseSyncAdapter):  # type: ignore[misc]
    """geopy's way to the network, for a geocoder that never goes there."""

    def get_text(self, url: str, *, timeout: float, headers: dict[str, str]) -> str:
        raise NotImplementedError

    def get_json(self, url: str, *, timeout: float, headers: dict[str, str]) -> object:
        raise NotImplementedError


class Gazetteer(Geocoder):  # type: ignore[misc]
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
        super().__init__(adapter_factory=_NoTransport)
        self._tables = Tables(folder)
        self._tree: cKDTree | None = None  # of all places, once points are asked for

    # --------------------------------------------------------------------------------------------------------- asking

    def geocode(
        self, query: str | Mapping[str, str], *, exactly_one: bool = True, timeout: object = DEFAULT_SENTINEL
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
        answers = self._read(queries)
        best = self._likeliest(answers)
        if exactly_one:
            return self._location(best) if best.found else None
        others = [_Answer(place) for q, a in zip(queries, answers, strict=True) if a.area < 0 for place in self._all(q)]
        others.sort(key=lambda answer: -self._tables.people[answer.place])
        areas = [answer for answer in answers if answer.area >= 0]
        unique = {(a.place, a.area): a for a in reversed([*([best] if best.found else []), *others, *areas])}
        return [self._location(answer) for answer in reversed(unique.values())] or None

    def reverse(
        self, query: str | Point | tuple[float, float], *, exactly_one: bool = True, timeout: object = DEFAULT_SENTINEL
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
        town = self._location(_Answer(int(km.argmin())))
        return town if exactly_one else [town]

    def nearest(self, latitudes: np.ndarray, longitudes: np.ndarray) -> pd.DataFrame:
        """Find the towns nearest to many points (WGS 84 degrees): the table of `geocode_frame`, and their `country`."""
        tables = self._tables
        if self._tree is None:
            self._tree = cKDTree(unit_vectors(tables.latitude, tables.longitude))
        rows = self._tree.query(unit_vectors(latitudes, longitudes))[1].tolist()
        return self._table([_Answer(row) for row in rows]).assign(country=[*map(tables.country_of, rows)])

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
        score = np.maximum(tables.people[places], _FEWEST_PEOPLE) * np.where(kinds == NameKind.MAIN, 1, 0.03)
        score[pc.equal(keys, key).to_numpy(zero_copy_only=False)] *= 10
        found = places[low + np.argsort(-score[low:high], kind="stable")]
        if len(found) < limit:
            found = np.concatenate([found, self._near_misses([_Query(head, inside)], [0])[0].instead]).astype(int)
        for part in filter(None, tail):
            found = found[self._areas_starting(part)[tables.area_of[found]]]
        return [self._location(_Answer(place)) for place in list(dict.fromkeys(found.tolist()))[:limit]]

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
            ``region``, ``country`` or ""), `matched_place`, `timezone`, `approximate` (bool), `candidates` (tuple of
            `Candidate`: what may be meant where it is unresolved) and `doubt` (a `DoubtKind`: why it is; else "").
        """
        columns = [places[column].fillna("").astype(str).tolist() for column in ("locality", "region", "country")]
        rows = list(zip(*columns, strict=True))
        position = {row: i for i, row in enumerate(dict.fromkeys(rows))}
        answers = self._read(self._queries(position))
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

    # -------------------------------------------------------------------------------------------------- understanding

    def _queries(self, rows: Iterable[tuple[str, str, str]]) -> list[_Query]:
        """Understand countries and regions, each spelling once."""
        countries: dict[str, str | None] = {}
        regions: dict[tuple[str, str], tuple[str, tuple[int, ...], bool]] = {}
        queries = []
        for locality, region, country in rows:
            if country not in countries:
                countries[country] = self._tables.country(country)
            code = countries[country]
            if code is None or not region.strip():
                queries.append(_Query(_tidy(locality), code))
                continue
            if (code, region) not in regions:
                regions[code, region] = self._understand_region(code, region)
            home, areas, named = regions[code, region]
            queries.append(_Query(_tidy(locality), home, areas, home == code or not code, named))
        return queries

    def _understand_region(self, country: str, text: str) -> tuple[str, tuple[int, ...], bool]:
        """Return country, areas and whether the text is their name; Puerto Rico as a region of the US is a country."""
        areas, named = self._tables.regions(country, _tidy(text))
        home = self._tables.areas[areas[0]].country if areas else country
        return (home, (), False) if country and home != country else (country, areas, named)

    def _structured(self, query: Mapping[str, str]) -> _Query:
        locality = query.get("city") or query.get("locality") or ""
        region = query.get("state") or query.get("region") or ""
        return self._queries([(locality, region, query.get("country") or "")])[0]

    def _interpretations(self, text: str) -> list[_Query]:
        """Return the ways to read a text as locality, region and country."""
        parts = [part.strip() for part in _COMMAS.split(text) if part.strip()]
        if not parts:
            return []
        head, *tail = parts
        if not tail:
            words = head.split()
            readings = self._queries([(head, "", ""), ("", "", head), ("", head, "")])
            for n in range(max(len(words) - 3, 1), len(words)):
                readings += self._with_tail(" ".join(words[:n]), [" ".join(words[n:])])
            return readings
        return self._with_tail(head, tail)

    def _with_tail(self, head: str, tail: Sequence[str]) -> list[_Query]:
        *middle, last = tail
        region = middle[-1] if middle else ""
        readings = []
        if self._tables.country(last):
            readings += [(head, region, last)] if region else [(head, "", last), ("", head, last)]
        if self._tables.regions("", last)[0]:
            readings.append((head, last, ""))
        return self._queries(readings)

    def _likeliest(self, answers: Sequence[_Answer]) -> _Answer:
        """Choose among the readings of one text."""

        def weight(answer: _Answer) -> tuple[bool, float]:
            if answer.area < 0:
                return not answer.approximate, float(self._tables.people[answer.place])
            area = self._tables.areas[answer.area]
            if area.admin1:
                return True, area.population / LARGER_REGION
            homonyms = self._tables.named([place_key(area.name)])
            low, high = self._tables.bounds(area.country)
            own_town = (homonyms[2] == NameKind.MAIN) & (homonyms[1] >= low) & (homonyms[1] < high)
            return True, 0.0 if own_town.any() else area.population  # Singapore is a town, Mexico is not

        return max((answer for answer in answers if answer.found), key=weight, default=_NOTHING)

    def _areas_starting(self, text: str) -> np.ndarray:
        """Tell for every area whether a text names it or its country, or begins to."""
        tables = self._tables
        key, country = place_key(text), tables.country(text)
        regions = set(tables.regions("", text)[0])
        return np.array(
            [
                i in regions or area.country == country or place_key(tables.area_label(i)).startswith(key)
                for i, area in enumerate(tables.areas)
            ]
        )

    # -------------------------------------------------------------------------------------- reading what a cell says

    def _read(self, queries: Sequence[_Query]) -> list[_Answer]:
        """Answer every query: the whole cell as a name, else its parts as a town and what is said of it."""
        answers = self._resolve(queries)
        unsure = [i for i, a in enumerate(answers) if queries[i].locality and (not a.found or a.approximate)]
        readings = {i: read for i in unsure if (read := self._readings(queries[i]))}
        asked = [query for read in readings.values() for query, _ in read]
        alone = [query._replace(regions=queries[i].regions) for i, read in readings.items() for query, _ in read]
        found, towns = iter(self._resolve(asked)), iter(self._resolve(alone))
        for i, read in readings.items():
            judged = [(next(found), next(towns), unread) for _, unread in read]
            answers[i] = self._judge(judged)
        for i in unsure:
            if is_area(queries[i].locality):
                answers[i] = _Answer(doubt=DoubtKind.NOT_A_TOWN)
        self._look_in_territories(queries, answers)
        return answers

    def _readings(self, query: _Query) -> list[tuple[_Query, int]]:
        """Return for each part that may be the town what to ask for, and how many other parts say nothing known."""
        cell = [without_postcode(part) for part in parts(query.locality)]
        if query.country is None or not cell:
            return []
        texts, postcode = [text for text, _ in cell], any(beside or is_detail(text) for text, beside in cell)
        if len(texts) == 1:
            *words, last = texts[0].split()
            if not postcode and words and (last.isupper() or len(words) > 1):
                texts = [" ".join(words), last]
                if not self._tables.regions(query.country, last)[1]:
                    return []
        readings = []
        for town, text in enumerate(texts):
            if len(text) > 1 and not is_area(text) and not is_detail(text):
                others = texts[:town] + texts[town + 1 :]
                asked, unread = self._beside(query._replace(locality=text, postcode=postcode), others)
                readings.append((asked, unread))
        return readings

    def _beside(self, query: _Query, others: Sequence[str]) -> tuple[_Query, int]:
        """Understand the parts beside a town as its country, territory or region; count those that are none."""
        tables, unread, home = self._tables, 0, query.country or ""
        for text in others:
            country = tables.country(text) if len(text) > 2 or not home else None
            areas, named = tables.regions(home, text) if home else ((), False)
            if is_detail(text) or is_area(text) or (country and country == home):
                continue
            if named and len({tables.areas[area].country for area in areas}) == 1:
                inside = tables.areas[areas[0]].country
                both = tuple(area for area in areas if area in query.regions) if query.regions else areas
                if inside != home:
                    home, query = inside, query._replace(regions=())
                elif both:
                    query = query._replace(regions=both, region_given=True, region_named=True)
                else:
                    unread += 1
            elif country and (not home or TERRITORIES.get(country) == home):
                home, query = country, query._replace(regions=())
            elif TERRITORIES.get(home) != country or not country:
                unread += 1
        return query._replace(country=home), unread

    def _judge(self, readings: Sequence[tuple[_Answer, _Answer, int]]) -> _Answer:
        """Choose the one reading in which every part is understood; else say what stands in the way."""
        sure = [answer for answer, _, unread in readings if answer.place >= 0 and not answer.approximate and not unread]
        if sure and all(self._tables.distance(a.place, sure[0].place) <= SAME_PLACE_KM for a in sure):
            return sure[0]
        towns = [*sure, *(alone for _, alone, _ in readings if alone.place >= 0)]
        maybe = [place for a, _, _ in readings for place in (a.place, *a.instead) if place >= 0]
        instead = tuple(dict.fromkeys([*(town.place for town in towns), *maybe]))[:3]
        apart = any(self._tables.distance(a.place, towns[0].place) > SAME_PLACE_KM for a in towns)
        alone = len(readings) == 1 and not readings[0][2]
        kind = DoubtKind.SEVERAL_TOWNS if apart else (readings[0][0].doubt if alone else None) or DoubtKind.UNREAD
        return _Answer(instead=instead, doubt=kind)

    def _look_in_territories(self, queries: Sequence[_Query], answers: list[_Answer]) -> None:
        """Look for a name without a region in the territories of its country too; one not known there, elsewhere."""
        tables = self._tables
        rows = [i for i, q in enumerate(queries) if q.country in _STATES and q.locality and not q.region_given]
        rows = [i for i in rows if answers[i].place < 0 or tables.country_of(answers[i].place) == queries[i].country]
        anywhere = [queries[i]._replace(country="", regions=()) for i in rows]
        found = self._candidates(anywhere, [place_key(query.locality) for query in anywhere])
        own = np.array([TERRITORIES.get(area.country, "") for area in tables.areas], dtype=object)
        state = (
            own[tables.area_of[found.place]] == np.array([queries[i].country for i in rows], dtype=object)[found.query]
        )
        for query, places in _by_query(found, state) if len(rows) else ():
            answer, first = answers[rows[query]], places[0]
            if answer.place < 0 and answer.doubt == DoubtKind.NOT_FOUND:
                answers[rows[query]] = _Answer(first)
            elif answer.place >= 0 and tables.people[first] * CLEARLY_LARGER["no region"] > tables.people[answer.place]:
                answers[rows[query]] = _Answer(instead=(first, answer.place), doubt=DoubtKind.AMBIGUOUS)

    # ------------------------------------------------------------------------------------------------------- deciding

    def _resolve(self, queries: Sequence[_Query]) -> list[_Answer]:
        """Answer every query: by area, by name, by other spellings of the name, by names that are nearly the same."""
        answers = [self._area_answer(query) for query in queries]
        spellings = {i: [place_key(q.locality)] for i, q in enumerate(queries) if q.locality and q.country is not None}
        waiting, depth = list(spellings), 0
        while waiting:
            for start in range(0, len(waiting), _BATCH):
                some = waiting[start : start + _BATCH]
                chosen = self._choose([queries[i] for i in some], [spellings[i][depth] for i in some])
                for i, answer in zip(some, chosen, strict=True):
                    if answer.found or not answers[i].doubt:
                        answers[i] = answer
            unresolved = [i for i in waiting if not answers[i].found and answers[i].doubt != DoubtKind.AMBIGUOUS]
            if depth == 0:
                for i in (i for i in unresolved if len(parts(queries[i].locality)) == 1):
                    spellings[i] += other_spellings(queries[i].locality, in_pieces=bool(queries[i].regions))
            depth += 1
            waiting = [i for i in unresolved if len(spellings[i]) > depth]
        missed = [i for i in spellings if not answers[i].found and answers[i].doubt != DoubtKind.AMBIGUOUS]
        for i in missed:
            if self._tables.is_region(queries[i].country or "", spellings[i][0]):
                answers[i] = answers[i]._replace(doubt=DoubtKind.IS_REGION)
        namesakes = [len(answers[i].instead) for i in missed]
        for i, answer in zip(missed, self._near_misses([queries[i] for i in missed], namesakes), strict=True):
            if answer.found or not answers[i].doubt or (answer.instead and not answers[i].instead):
                answers[i] = answer
        return answers

    def _area_answer(self, query: _Query) -> _Answer:
        """Answer a query without a locality."""
        if query.country is None:
            return _Answer(doubt=DoubtKind.UNKNOWN_COUNTRY)
        if query.locality:
            return _NOTHING
        if query.region_given:
            named = len(query.regions) == 1 and query.region_named
            return _Answer(area=query.regions[0]) if named else _Answer(doubt=DoubtKind.UNKNOWN_REGION)
        if not query.country:
            return _Answer(doubt=DoubtKind.NOT_FOUND)
        return _Answer(area=self._tables.country_area[query.country])

    def _candidates(self, queries: Sequence[_Query], keys: Sequence[str]) -> _Candidates:
        """Find the places that each key names in its query's country."""
        tables = self._tables
        distinct = sorted(set(keys))
        index, places, kinds = tables.named(distinct)
        position = {key: i for i, key in enumerate(distinct)}
        wanted = np.array([position[key] for key in keys], dtype=np.int64)
        low, high = np.searchsorted(index, wanted), np.searchsorted(index, wanted, side="right")
        count = high - low
        query = np.repeat(np.arange(len(keys)), count)
        hit = np.arange(len(query)) + np.repeat(low - (np.cumsum(count) - count), count)
        place, score = places[hit], np.maximum(tables.people[places[hit]], _FEWEST_PEOPLE) * _WEIGHT_OF_NAME[kinds[hit]]
        bounds_of = {country: tables.bounds(country or "") for country in {q.country for q in queries}}
        bounds = np.array([bounds_of[q.country] for q in queries]).reshape(-1, 2)
        inside = (place >= bounds[query, 0]) & (place < bounds[query, 1])
        order = np.flatnonzero(inside)[np.lexsort((place[inside], -score[inside], query[inside]))]
        return _Candidates(query[order], place[order], score[order])

    def _in_region(self, queries: Sequence[_Query], found: _Candidates) -> np.ndarray:
        """Tell which candidates lie in a region of their query."""
        sets = {regions: i for i, regions in enumerate(dict.fromkeys(q.regions for q in queries))}
        allowed = np.zeros((len(sets), len(self._tables.areas)), dtype=bool)
        for regions, i in sets.items():
            allowed[i, list(regions)] = True
        set_of_query = np.array([sets[q.regions] for q in queries], dtype=np.int64)
        inside: np.ndarray = allowed[set_of_query[found.query], self._tables.area_of[found.place]]
        return inside

    def _near_region(self, place: int, regions: Iterable[int]) -> bool:
        """Tell whether a place lies near to a town of one of the regions."""
        areas = (self._tables.areas[region] for region in regions)
        return any(self._tables.distance(place, slice(a.start, a.stop)).min() < NEAR_REGION_KM for a in areas)

    def _choose(self, queries: Sequence[_Query], keys: Sequence[str]) -> list[_Answer]:
        """Choose for each query among the places of that name, if one is clearly meant."""
        found = self._candidates(queries, keys)
        inside = self._in_region(queries, found)
        with_region = np.array([bool(q.regions) for q in queries], dtype=bool)
        in_region = np.zeros(len(queries), dtype=bool)
        in_region[found.query[inside]] = True
        namesakes = np.bincount(found.query, minlength=len(queries))
        astray = with_region[found.query] & ~in_region[found.query]
        near = np.zeros(len(inside), dtype=bool)
        for i in np.flatnonzero(astray & (namesakes[found.query] == 1)):
            near[i] = self._near_region(found.place[i], queries[found.query[i]].regions)

        answers = [_NOTHING] * len(queries)
        for query, places in _by_query(found, astray & ~near):
            answers[query] = _Answer(instead=tuple(places[:3]), doubt=DoubtKind.ANOTHER_REGION)
        kept = np.flatnonzero(inside | near | ~with_region[found.query])
        left = _Candidates(found.query[kept], found.place[kept], found.score[kept])
        first = np.flatnonzero(np.diff(left.query, prepend=-1))
        best = np.repeat(first, np.diff(first, append=len(kept)))
        as_large = left.score * self._ratios(queries, in_region)[left.query] > left.score[best]
        rival = as_large & (self._tables.distance(left.place, left.place[best]) > SAME_PLACE_KM)
        nearby = with_region & ~in_region
        for query, place in zip(left.query[first].tolist(), left.place[first].tolist(), strict=True):
            answers[query] = _Answer(place, approximate=bool(nearby[query]))
        for query, rivals in _by_query(left, rival):
            answers[query] = _Answer(instead=(answers[query].place, *rivals[:2]), doubt=DoubtKind.AMBIGUOUS)
        return answers

    def _ratios(self, queries: Sequence[_Query], in_region: np.ndarray) -> np.ndarray:
        """Return how much larger than its namesakes the place of each query has to be."""
        unknown = np.array([q.region_given and not q.regions for q in queries], dtype=bool)
        unsure = np.where(unknown, CLEARLY_LARGER["unknown region"], CLEARLY_LARGER["no region"])
        postcode = np.array([q.postcode for q in queries], dtype=bool)
        unsure = np.where(postcode, np.maximum(unsure, POSTCODE_NAMESAKES), unsure)
        return np.where(in_region, CLEARLY_LARGER["in the region"], unsure)

    def _near_misses(self, queries: Sequence[_Query], namesakes: Sequence[int]) -> list[_Answer]:
        """Find places whose name is nearly the one asked for; its first letter is taken as right.

        `namesakes` counts the places elsewhere in the country that have exactly the name.
        """
        answers = [_Answer(doubt=DoubtKind.NOT_FOUND)] * len(queries)
        by_letter: dict[str, dict[str, list[tuple[int, str]]]] = {}
        for i, query in enumerate(queries):
            key = place_key(query.locality)
            if len(key) >= _SHORTEST_CORRECTED:
                by_letter.setdefault(key[0], {}).setdefault(query.country or "", []).append((i, key))
        for letter, by_country in by_letter.items():
            names, places, kinds = self._tables.starting(letter, NameKind.ALTERNATE)
            for country, rows in by_country.items():
                low, high = np.searchsorted(places, self._tables.bounds(country))
                here = np.arange(low, high) if country else np.flatnonzero(kinds == NameKind.MAIN)
                texts = names.take(pa.array(here)).to_pylist()
                for start in range(0, len(rows), 256):
                    some = rows[start : start + 256]
                    keys = [key for _, key in some]
                    edits = process.cdist(keys, texts, scorer=OSA.distance, score_cutoff=_MOST_EDITS, dtype=np.uint8)
                    for (i, key), row in zip(some, edits, strict=True):
                        hits = np.flatnonzero(row <= min(_MOST_EDITS, len(key) // 4))
                        if len(hits):
                            near, usual = places[here[hits]], namesakes[i] > 2
                            answers[i] = self._near_miss(queries[i], key, near, row[hits].astype(int), usual)
        return answers

    def _near_miss(self, query: _Query, key: str, places: np.ndarray, edits: np.ndarray, usual: bool) -> _Answer:
        """Judge the near misses of one query: an answer if only one lies in its region, else suggestions.

        A `usual` name, one that several places elsewhere have, is hardly a misspelling.
        """
        tables = self._tables
        inside = np.isin(tables.area_of[places], query.regions)
        if inside.any():
            places, edits = places[inside], edits[inside]
        elif query.regions and edits.min() > 1:
            return _Answer(doubt=DoubtKind.NOT_FOUND)  # far away and not even the same name
        nearest = edits == edits.min()
        places, edits = places[nearest], edits[nearest]
        places = places[np.argsort(-tables.people[places], kind="stable")]
        alone = (tables.distance(places, places[0]) <= SAME_PLACE_KM).all()
        if inside.any() and alone and edits[0] <= (2 if len(key) >= 9 else 1) and not usual:
            return _Answer(int(places[0]), approximate=True)
        return _Answer(instead=tuple(dict.fromkeys(places.tolist()))[:3], doubt=DoubtKind.NOT_FOUND)

    def _all(self, query: _Query) -> list[int]:
        """Return all places of a query's name, best first."""
        if not query.locality or query.country is None:
            return []
        for key in (place_key(query.locality), *other_spellings(query.locality)):
            found = self._candidates([query], [key])
            places = found.place[self._in_region([query], found)] if query.regions else found.place
            if len(places):
                return list(places.tolist())
        return []

    # ------------------------------------------------------------------------------------------------------ answering

    def _location(self, answer: _Answer) -> Location:
        """Return an answer in geopy's form."""
        tables, place = self._tables, answer.place
        row = self._table([answer]).iloc[0]
        area = tables.areas[answer.area if place < 0 else int(tables.area_of[place])]
        raw = {
            **{column: str(row[column]) for column in ("precision", "matched_place", "timezone")},
            "country": area.country,
            "region": area.code,
            "region_name": area.name if area.admin1 else "",
            "population": area.population if place < 0 else int(tables.people[place]),
            "geonameid": None if place < 0 else tables.geonameid[place].as_py(),
            "approximate": answer.approximate,
        }
        return Location(raw["matched_place"], (float(row["latitude"]), float(row["longitude"])), raw)

    def _table(self, answers: Sequence[_Answer]) -> pd.DataFrame:
        """Return answers as the table of `geocode_frame`."""
        tables = self._tables
        place = np.array([answer.place for answer in answers], dtype=np.int64)
        area = np.array([answer.area for answer in answers], dtype=np.int64)
        in_place, in_area = place >= 0, area >= 0
        texts = {column: np.full(len(answers), "", dtype=object) for column in ("matched_place", "timezone")}
        latitude, longitude = np.full((2, len(answers)), np.nan)
        latitude[in_place], longitude[in_place] = tables.latitude[place[in_place]], tables.longitude[place[in_place]]
        texts["matched_place"][in_place] = tables.labels(place[in_place])
        texts["timezone"][in_place] = tables.timezone.take(pa.array(place[in_place])).to_pylist()
        for i in np.flatnonzero(in_area):
            pin = tables.areas[area[i]]
            latitude[i], longitude[i], texts["timezone"][i] = pin.latitude, pin.longitude, pin.timezone
            texts["matched_place"][i] = tables.area_label(area[i])
        area_precision = np.array(
            ["region" if a.area >= 0 and tables.areas[a.area].admin1 else "country" for a in answers]
        )
        table = {
            "latitude": latitude,
            "longitude": longitude,
            "precision": np.where(in_place, "locality", np.where(in_area, area_precision, "")).astype(object),
            **texts,
            "approximate": [answer.approximate for answer in answers],
            "candidates": pd.Series(self._instead(answers), dtype="object"),
            "doubt": [answer.doubt or "" for answer in answers],
        }
        return pd.DataFrame(table).astype(_COLUMNS)

    def _instead(self, answers: Sequence[_Answer]) -> list[tuple[Candidate, ...]]:
        """Return for each answer what may be meant, of those with one full name the first."""
        tables, places = self._tables, list({place for answer in answers for place in answer.instead})
        pins = tables.latitude[places].tolist(), tables.longitude[places].tolist()
        zones = tables.timezone.take(pa.array(places, pa.int64())).to_pylist()
        columns = zip(tables.labels(places), *pins, zones, strict=True)
        found = {
            place: Candidate(name, latitude, longitude, Precision.LOCALITY, zone, FoundBy.GAZETTEER)
            for place, (name, latitude, longitude, zone) in zip(places, columns, strict=True)
        }
        by_name = ({found[place].name: found[place] for place in reversed(answer.instead)} for answer in answers)
        return [tuple(reversed(candidates.values())) for candidates in by_name]


_COMMAS = re.compile("[,،，、;\n]")
_MOST_EDITS = 3
_STATES = frozenset(TERRITORIES.values())
_COLUMNS = {
    **{"latitude": float, "longitude": float, "precision": str, "matched_place": str, "timezone": str},
    **{"approximate": bool, "candidates": object, "doubt": str},
}


def _tidy(text: str) -> str:
    return repaired(text.strip())


def _by_query(found: _Candidates, chosen: np.ndarray) -> list[tuple[int, list[int]]]:
    """Group the chosen candidates' places by query, in their order."""
    groups: dict[int, list[int]] = {}
    for query, place in zip(found.query[chosen].tolist(), found.place[chosen].tolist(), strict=True):
        groups.setdefault(query, []).append(place)
    return list(groups.items())
