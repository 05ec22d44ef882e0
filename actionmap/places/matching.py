"""Matching: which town of the gazetteer a name means, where country and region are understood already."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from rapidfuzz import process
from rapidfuzz.distance import OSA

from actionmap.places.gazetteer_tables import NameKind, Tables
from actionmap.world.doubts import DoubtKind
from actionmap.world.spelling import other_spellings, place_key

CLEARLY_LARGER = {
    "in the region": 1.5,
    "surely in the region": 20.0,
    "no region": 5.0,
    "unknown region": 10.0,
    "no country": 100.0,
}
"""How many times the people of any namesake a place needs to be the one that is meant. A postcode tells a region that
is not known here, so that beside one, too, the other towns of its name count."""
SAME_PLACE_KM = 30.0
"""Namesakes nearer to each other than this are one place on a map of the world."""
NEAR_REGION_KM = 50.0
"""The only place of its name in a country is taken as listed in the wrong region if it is this near to it."""

_WEIGHT_OF_NAME = np.array([1.0, 0.1, 0.003])  # by NameKind
_FEWEST_PEOPLE = 100  # GeoNames gives 0 where it does not know
_BATCH = 25_000  # rows; bounds the memory of a long list
_SHORTEST_CORRECTED = 5  # letters
_MOST_EDITS = 3


class Query(NamedTuple):
    """One town to find.

    `country` is "" for anywhere, None for an unknown one; `regions` are the areas that it may lie in; `larger` is how
    many times larger than its namesakes it has to be at least; `as_it_stands` asks for no other spelling.
    """

    locality: str
    country: str | None
    regions: tuple[int, ...] = ()
    region_given: bool = False
    region_named: bool = False
    larger: float = 0.0
    as_it_stands: bool = False


class Answer(NamedTuple):
    """A locality (row of places), a region or country (row of areas), or else what to write instead, and why.

    `weak` is a locality that is found under a lesser name of it than its own.
    """

    place: int = -1
    area: int = -1
    approximate: bool = False
    instead: tuple[int, ...] = ()
    doubt: DoubtKind | None = None
    weak: bool = False

    @property
    def found(self) -> bool:
        """Whether there is an answer."""
        return self.place >= 0 or self.area >= 0


NOTHING = Answer()


class Candidates(NamedTuple):
    """Places of the wanted names, as arrays of one length: best first within each query."""

    query: np.ndarray
    place: np.ndarray
    score: np.ndarray


class Matcher:
    """Find towns by their names.

    Parameters
    ----------
    tables
        The places, their names and the areas that they lie in.
    """

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def by_name(self, queries: Sequence[Query]) -> list[Answer]:
        """Answer every query: by area, by name, by other spellings of the name."""
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
            waiting = [i for i in waiting if not answers[i].found and answers[i].doubt != DoubtKind.AMBIGUOUS]
            if depth == 0:
                for i in (i for i in waiting if not queries[i].as_it_stands):
                    spellings[i] += other_spellings(queries[i].locality, in_pieces=bool(queries[i].regions))
            depth += 1
            waiting = [i for i in waiting if len(spellings[i]) > depth]
        return answers

    def nearly(self, queries: Sequence[Query], answers: Sequence[Answer]) -> list[Answer]:
        """Answer queries that no name has answered by names that are nearly the same, or suggest those."""
        better = []
        near = self._near_misses(queries, [len(answer.instead) for answer in answers])
        for query, answer, other in zip(queries, answers, near, strict=True):
            if not answer.doubt and self._tables.is_region(query.country or "", place_key(query.locality)):
                answer = answer._replace(doubt=DoubtKind.IS_REGION)
            is_better = other.found or not answer.doubt or (other.instead and not answer.instead)
            better.append(other if is_better else answer)
        return better

    def _area_answer(self, query: Query) -> Answer:
        """Answer a query without a locality."""
        if query.country is None:
            return Answer(doubt=DoubtKind.UNKNOWN_COUNTRY)
        if query.locality:
            return NOTHING
        if query.region_given:
            named = len(query.regions) == 1 and query.region_named
            return Answer(area=query.regions[0]) if named else Answer(doubt=DoubtKind.UNKNOWN_REGION)
        if not query.country:
            return Answer(doubt=DoubtKind.NOT_FOUND)
        return Answer(area=self._tables.country_area[query.country])

    def candidates(self, queries: Sequence[Query], keys: Sequence[str]) -> Candidates:
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
        return Candidates(query[order], place[order], score[order])

    def _in_region(self, queries: Sequence[Query], found: Candidates) -> np.ndarray:
        """Tell which candidates lie in a region of their query."""
        sets = {regions: i for i, regions in enumerate(dict.fromkeys(q.regions for q in queries))}
        allowed = np.zeros((len(sets), len(self._tables.areas)), dtype=bool)
        for regions, i in sets.items():
            allowed[i, list(regions)] = True
        set_of_query = np.array([sets[q.regions] for q in queries], dtype=np.int64)
        return np.asarray(allowed[set_of_query[found.query], self._tables.area_of[found.place]])

    def _near_region(self, place: int, regions: Iterable[int]) -> bool:
        """Tell whether a place lies near to a town of one of the regions."""
        areas = (self._tables.areas[region] for region in regions)
        return any(self._tables.distance(place, slice(a.start, a.stop)).min() < NEAR_REGION_KM for a in areas)

    def _choose(self, queries: Sequence[Query], keys: Sequence[str]) -> list[Answer]:
        """Choose for each query among the places of that name, if one is clearly meant."""
        found = self.candidates(queries, keys)
        inside = self._in_region(queries, found)
        with_region = np.array([bool(q.regions) for q in queries], dtype=bool)
        in_region = np.zeros(len(queries), dtype=bool)
        in_region[found.query[inside]] = True
        namesakes = np.bincount(found.query, minlength=len(queries))
        astray = with_region[found.query] & ~in_region[found.query]
        near = np.zeros(len(inside), dtype=bool)
        for i in np.flatnonzero(astray & (namesakes[found.query] == 1)):
            near[i] = self._near_region(found.place[i], queries[found.query[i]].regions)

        answers = [NOTHING] * len(queries)
        for query, places in by_query(found, astray & ~near):
            answers[query] = Answer(instead=tuple(places[:3]), doubt=DoubtKind.ANOTHER_REGION)
        kept = np.flatnonzero(inside | near | ~with_region[found.query])
        left = Candidates(found.query[kept], found.place[kept], found.score[kept])
        first = np.flatnonzero(np.diff(left.query, prepend=-1))
        best = np.repeat(first, np.diff(first, append=len(kept)))
        as_large = left.score * self._ratios(queries, in_region)[left.query] > left.score[best]
        apart = self._tables.distance(left.place, left.place[best]) > SAME_PLACE_KM
        rival = as_large & apart
        close = apart & (left.score * CLEARLY_LARGER["surely in the region"] > left.score[best])
        region_given = np.array([q.region_given for q in queries], dtype=bool)
        unsure = (with_region | region_given) & ~in_region
        unsure[left.query[close & in_region[left.query]]] = True
        weak = left.score[first] < self._tables.people[left.place[first]]
        chosen = zip(left.query[first].tolist(), left.place[first].tolist(), weak.tolist(), strict=True)
        for query, place, lesser in chosen:
            answers[query] = Answer(place, approximate=bool(unsure[query]), weak=lesser)
        parted = [i for i, q in enumerate(queries) if answers[i].place >= 0 and q.regions and not q.region_named]
        without = [queries[i]._replace(regions=(), region_given=False) for i in parted]  # whose region is but a part
        found_without = self._choose(without, [keys[i] for i in parted]) if parted else []
        for at, alone in zip(parted, found_without, strict=True):
            if alone.place != answers[at].place:
                answers[at] = answers[at]._replace(approximate=True)
        for asked, rivals in by_query(left, rival):
            answers[asked] = Answer(instead=(answers[asked].place, *rivals[:2]), doubt=DoubtKind.AMBIGUOUS)
        return answers

    def _ratios(self, queries: Sequence[Query], in_region: np.ndarray) -> np.ndarray:
        """Return how much larger than its namesakes the place of each query has to be."""
        unknown = np.array([q.region_given and not q.regions for q in queries], dtype=bool)
        unsure = np.where(unknown, CLEARLY_LARGER["unknown region"], CLEARLY_LARGER["no region"])
        unsure = np.maximum(unsure, [q.larger for q in queries])
        return np.where(in_region, CLEARLY_LARGER["in the region"], unsure)

    def _near_misses(self, queries: Sequence[Query], namesakes: Sequence[int]) -> list[Answer]:
        """Find places whose name is nearly the one asked for; its first letter is taken as right.

        `namesakes` counts the places elsewhere in the country that have exactly the name.
        """
        answers = [Answer(doubt=DoubtKind.NOT_FOUND)] * len(queries)
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

    def _near_miss(self, query: Query, key: str, places: np.ndarray, edits: np.ndarray, usual: bool) -> Answer:
        """Judge the near misses of one query: an answer if only one lies in its region, else suggestions.

        A `usual` name, one that several places elsewhere have, is hardly a misspelling.
        """
        tables = self._tables
        inside = (tables.area_of[places][:, None] == np.array(query.regions, np.int32)).any(axis=1)
        if inside.any():
            places, edits = places[inside], edits[inside]
        elif query.regions and edits.min() > 1:
            return Answer(doubt=DoubtKind.NOT_FOUND)  # far away and not even the same name
        nearest = edits == edits.min()
        places, edits = places[nearest], edits[nearest]
        places = places[np.argsort(-tables.people[places], kind="stable")]
        is_likely = inside.any() and edits[0] <= (2 if len(key) >= 9 else 1) and not usual
        if is_likely and (tables.distance(places, places[0]) <= SAME_PLACE_KM).all():
            return Answer(int(places[0]), approximate=True)
        return Answer(instead=tuple(dict.fromkeys(places.tolist()))[:3], doubt=DoubtKind.NOT_FOUND)

    def namesakes(self, query: Query) -> list[int]:
        """Return all places of a query's name, best first."""
        if not query.locality or query.country is None:
            return []
        for key in (place_key(query.locality), *other_spellings(query.locality)):
            found = self.candidates([query], [key])
            places = found.place[self._in_region([query], found)] if query.regions else found.place
            if len(places):
                return list(places.tolist())
        return []


def by_query(found: Candidates, chosen: np.ndarray) -> list[tuple[int, list[int]]]:
    """Group the chosen candidates' places by query, in their order."""
    groups: dict[int, list[int]] = {}
    for query, place in zip(found.query[chosen].tolist(), found.place[chosen].tolist(), strict=True):
        groups.setdefault(query, []).append(place)
    return list(groups.items())
