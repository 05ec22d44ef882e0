"""Coverage: who lives within reach of an action, where the gaps are, and where more actions would reach most people.

People are those of cities (`actionmap.cities`), each thought to live at its city's pin. Distances are great circles.
"""

import csv
import datetime as dt
import heapq
import io
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from geopy.distance import EARTH_RADIUS
from scipy.spatial import cKDTree

from actionmap.actions import SUGGESTED
from actionmap.cities import Cities
from actionmap.claims import Claim
from actionmap.countries import country_name
from actionmap.distances import chord_of, km_of, unit_vectors
from actionmap.exports import inert
from actionmap.filters import ActionTable
from actionmap.geocode_cache import EXACT
from actionmap.plan import RADIUS_KM, SMALLEST
from actionmap.reach import evidence
from actionmap.regions import SUBREGIONS, area_name, subregion
from actionmap.regions import countries as all_countries
from actionmap.selection import Link, Selection

_EVERYTHING = Selection()
_MERCATOR_LATITUDE = 85.051129  # degrees; a square map of the world ends here
_SLACK = 1e-9  # on the unit sphere, 6 mm: rounding must not make a bound too low


class Town(NamedTuple):
    """A town tried as an extra action: its name and its pin, WGS 84 decimal degrees."""

    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Nearest:
    """The distance of every city to its nearest action.

    Parameters
    ----------
    km
        Great-circle distances, shape (cities,); infinite where there is no action.
    row
        Rows of `actions`, shape (cities,); without meaning where there is no action.
    actions
        The actions, and towns tried as such: ``id`` (empty for a town), ``place``, ``latitude``, ``longitude``.
    left_out
        How many actions have no pin exact enough to measure from.
    """

    km: npt.NDArray[np.float64]
    row: npt.NDArray[np.intp]
    actions: pd.DataFrame
    left_out: int


class Share(NamedTuple):
    """People of the counted cities, and how many of them live within reach."""

    people: int
    within: int

    @property
    def share(self) -> float:
        """From 0 to 1; NaN where no city is counted."""
        return self.within / self.people if self.people else float("nan")


def nearest(cities: Cities, actions: pd.DataFrame) -> Nearest:
    """Measure from every city to its nearest action.

    Parameters
    ----------
    actions
        Rows of `ActionTable.frame`. Only those whose venue or town is known count: a region's pin is no place.
    """
    exact = actions[actions["precision"].isin(EXACT)]
    different = exact.drop_duplicates(["latitude", "longitude"])
    towns = different["locality"].where(different["locality"] != "", different["venue"])
    countries = different["country"].map(country_name)
    places = pd.DataFrame(
        {
            "id": different["id"].to_numpy(),
            "place": [f"{town}, {country}" for town, country in zip(towns, countries, strict=True)],
            **{name: different[name].to_numpy(dtype=float) for name in ("latitude", "longitude")},
        }
    )
    km, row = _measure(cities, places)
    return Nearest(km, row, places, len(actions) - len(exact))


def with_towns(cities: Cities, found: Nearest, towns: Sequence[Town]) -> Nearest:
    """Return distances as they would be with an action in each of some towns, too."""
    extra = pd.DataFrame([(f"{town.name} (tried)", *town[1:]) for town in towns], columns=list(found.actions)[1:])
    km, row = _measure(cities, extra)
    nearer = km < found.km
    return replace(
        found,
        km=np.where(nearer, km, found.km),
        row=np.where(nearer, row + len(found.actions), found.row),
        actions=pd.concat([found.actions, extra.assign(id="")], ignore_index=True) if towns else found.actions,
    )


def _measure(cities: Cities, places: pd.DataFrame) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.intp]]:
    if places.empty:
        return np.full(len(cities), np.inf), np.zeros(len(cities), dtype=np.intp)
    chord, row = cKDTree(unit_vectors(places["latitude"], places["longitude"])).query(cities.points)
    return km_of(chord), row


@dataclass(frozen=True)
class Coverage:
    """Who lives within a radius of an action; distances are measured already, so that another radius costs little.

    Parameters
    ----------
    cities, nearest
        The cities, and their distances to actions.
    radius_km
        Within reach is who lives no farther from an action than this; positive.
    smallest
        Only cities of at least so many people count.
    countries
        The countries whose people count (ISO 3166-1 alpha-2); all if none is named. Actions elsewhere reach them, too.
    """

    cities: Cities
    nearest: Nearest
    radius_km: float = RADIUS_KM
    smallest: int = SMALLEST
    countries: Collection[str] = ()
    _counted: npt.NDArray[np.intp] = field(init=False, repr=False)
    _within: npt.NDArray[np.bool_] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        if not 0 < self.radius_km < np.inf:
            raise ValueError(f"A radius of {self.radius_km} km reaches nobody. Give a positive number of kilometres.")
        counted = self.cities.counted(self.smallest, self.countries)
        object.__setattr__(self, "_counted", counted)
        object.__setattr__(self, "_within", self.nearest.km[counted] <= self.radius_km)

    @property
    def _people(self) -> npt.NDArray[np.int64]:
        return self.cities.table["population"].to_numpy()[self._counted]

    def total(self) -> Share:
        """Return the people of all counted cities, and how many of them live within reach."""
        return Share(int(self._people.sum()), int(self._people[self._within].sum()))

    def by_country(self) -> pd.DataFrame:
        """Return ``country``, ``name``, ``subregion`` (M49 code), ``people``, ``within``, ``share``, most people first.

        Every country and territory has a row; where no city of it is counted, the share is NaN.
        """
        country = self.cities.table["country"].cat
        codes = country.codes.to_numpy()[self._counted]
        size = len(country.categories)
        sums = {
            "people": np.bincount(codes, self._people, size),
            "within": np.bincount(codes, self._people * self._within, size),
        }
        chosen = sorted(self.countries or all_countries() | {*country.categories}, key=country_name)
        frame = pd.DataFrame(sums, index=country.categories.astype(str)).reindex(chosen, fill_value=0).astype(np.int64)
        frame.insert(0, "country", frame.index)
        frame.insert(1, "name", [country_name(code) for code in chosen])
        frame.insert(2, "subregion", [subregion(code) for code in chosen])
        frame["share"] = frame["within"] / frame["people"]
        return frame.sort_values("people", ascending=False, kind="stable", ignore_index=True)

    def by_subregion(self) -> pd.DataFrame:
        """Return ``subregion`` (M49 code), ``name``, ``people``, ``within`` and ``share``, in the geoscheme's order.

        All subregions have a row, or those of the chosen countries.
        """
        countries = self.by_country()
        codes = [code for code in SUBREGIONS if not self.countries or code in set(countries["subregion"])]
        frame = countries.groupby("subregion")[["people", "within"]].sum().reindex(codes, fill_value=0).reset_index()
        frame.insert(1, "name", [area_name(code) for code in codes])
        frame["share"] = frame["within"] / frame["people"]
        return frame

    def gaps(self, most: int | None = None) -> pd.DataFrame:
        """Return the cities beyond reach, largest first, all or the first few.

        The columns are ``rank`` (among all counted cities, the largest is 1), those of `Cities.table`, and of the
        nearest action ``km`` (distance), ``nearest_action`` (id) and ``nearest_place``; NaN and empty where there is
        none.
        """
        beyond = np.flatnonzero(~self._within)[:most]
        rows = self._counted[beyond]
        frame = self.cities.table.iloc[rows].reset_index(drop=True)
        frame.insert(0, "rank", beyond + 1)
        frame["km"] = np.where(np.isinf(self.nearest.km[rows]), np.nan, self.nearest.km[rows])
        actions = self.nearest.actions
        for name, column in (("nearest_action", "id"), ("nearest_place", "place")):
            frame[name] = actions[column].to_numpy()[self.nearest.row[rows]] if len(actions) else ""
        return frame

    def countries_without(self, actions: pd.DataFrame) -> pd.DataFrame:
        """Return the countries and territories in which none of these actions is, most people first.

        An action counts for its country even if no more of its place is known.

        Returns
        -------
        pandas.DataFrame
            ``country``, ``name``, ``subregion``, ``people`` (of counted cities), ``largest_city``, ``largest_people``
            (whatever its size; empty and 0 where no place is known).
        """
        frame = self.by_country().drop(columns=["within", "share"])
        frame = frame[~frame["country"].isin(actions["country"])].reset_index(drop=True)
        largest = self.cities.table.drop_duplicates("country").set_index("country")
        frame["largest_city"] = frame["country"].map(largest["name"]).fillna("")
        frame["largest_people"] = frame["country"].map(largest["population"]).fillna(0).astype(np.int64)
        return frame

    def suggest(self, most: int) -> pd.DataFrame:
        """Suggest cities, one after the other, each adding the most people of counted cities not yet within reach.

        Greedy choice of n cities reaches at least 1 − 1/e (63 %) of the people that the best choice of n counted cities
        would add (Nemhauser, Wolsey and Fisher, 1978); finding that best choice takes too long. Where two add as many,
        the larger city is suggested.

        Parameters
        ----------
        most
            How many cities; fewer are suggested when everybody is within reach.

        Returns
        -------
        pandas.DataFrame
            The columns of `Cities.table`, and ``adds`` (people), ``largest`` (the name of the largest city that comes
            within reach by it), ``share`` (of counted people within reach with this and the suggestions before it).
        """
        points = self.cities.points[self._counted]
        steps = _greedy(points, np.where(self._within, 0, self._people), chord_of(self.radius_km).item(), most)
        chosen, added, largest = np.array(steps, dtype=np.intp).reshape(-1, 3).T
        frame = self.cities.table.iloc[self._counted[chosen]].reset_index(drop=True)
        frame["adds"] = added.astype(np.int64)
        frame["largest"] = self.cities.table["name"].to_numpy()[self._counted[largest]]
        people, within = self.total()
        frame["share"] = (within + frame["adds"].cumsum()) / people
        return frame


def _greedy(
    points: npt.NDArray[np.float64], people: npt.NDArray[np.int64], reach: float, most: int
) -> list[tuple[int, int, int]]:
    """Choose points, one after the other, each having the most people within a chord.

    The steps are the row chosen, the people it adds, and the row that has most of them.

    A heap holds groups of candidates with a bound of what any of them adds: the people within reach of the group's
    middle, the group's own size added. The group of the highest bound is halved until it is one candidate, whose bound
    is exact. As what a candidate adds only falls, a bound of an earlier step holds; it is renewed when it is highest.
    """
    order = np.flatnonzero(people)
    order = order[np.argsort(points[order, 2], kind="stable")]  # from south to north: a search is a range of rows
    left, uncovered = np.ascontiguousarray(points[order].T), people[order]

    def within(middle: npt.NDArray[np.float64], reach: float) -> tuple[slice, npt.NDArray[np.bool_]]:
        band = slice(*np.searchsorted(left[2], (middle[2] - reach, middle[2] + reach)))
        cosine = np.einsum("ij,i->j", left[:, band], middle)  # `@` would wait for its threads on a busy machine
        return band, cosine >= (1 + middle @ middle - reach**2) / 2

    def bound(group: npt.NDArray[np.intp]) -> int:
        if len(group) == 1:
            middle, size = points[group[0]], 0.0
        else:
            theirs = points[group]
            middle = (theirs.min(axis=0) + theirs.max(axis=0)) / 2
            size = np.linalg.norm(theirs - middle, axis=1).max() + _SLACK
        band, inside = within(middle, reach + size)
        return int(uncovered[band][inside].sum())

    steps: list[tuple[int, int, int]] = []
    heap = [(-int(people.sum()), 0, -1, np.arange(len(points)))] if len(points) else []
    while heap and len(steps) < most:
        highest, first, step, group = heapq.heappop(heap)
        if highest == 0:
            break
        if step < len(steps):
            heapq.heappush(heap, (-bound(group), first, len(steps), group))
        elif len(group) > 1:
            widest = np.argmax(np.ptp(points[group], axis=0))
            across = group[np.argsort(points[group, widest], kind="stable")]
            for half in (across[: len(group) // 2], across[len(group) // 2 :]):
                heapq.heappush(heap, (-bound(half), int(half.min()), len(steps), half))
        else:
            band, inside = within(points[first], reach)
            largest = order[band][np.argmax(np.where(inside, uncovered[band], 0))]
            steps.append((first, -highest, int(largest)))
            uncovered[band][inside] = 0
    return steps


def named_without(claims: Iterable[Claim], table: ActionTable) -> pd.DataFrame:
    """Return the places that claims name without an itemised action: ``claim``, ``claimant``, ``code``, ``place``.

    ``others`` counts actions there of which the claim does not speak.
    """
    rows = [
        (claim.id, claim.claimant, place.code, place.name, place.others)
        for claim in claims
        for place in evidence(claim, table).places
        if not place.actions
    ]
    return pd.DataFrame(rows, columns=["claim", "claimant", "code", "place", "others"])


def members_without(table: ActionTable, selection: Selection = _EVERYTHING, link: Link | None = None) -> pd.DataFrame:
    """Return the coalition's members to which no action of a selection is tied, a chapter's counting as theirs.

    Parameters
    ----------
    selection
        Its choice of members does not matter.
    link
        Which tie counts; None is either.

    Returns
    -------
    pandas.DataFrame
        ``member`` (id), ``name``, ``organized``, ``called`` (how many actions), in the call's order.
    """
    facets = table.facets(selection)
    rows = [
        (one.id, one.name, facets.organized[one.id], facets.called[one.id])
        for one in table.organizations_by_role()["coalition"]
    ]
    frame = pd.DataFrame(rows, columns=["member", "name", "organized", "called"])
    counting = ["organized", "called"] if link is None else [link]
    return frame[(frame[counting] == 0).all(axis=1)].reset_index(drop=True)


def members_by_subregion(
    table: ActionTable, selection: Selection = _EVERYTHING, link: Link | None = None
) -> pd.DataFrame:
    """Count the actions of a selection by coalition member and subregion, a chapter's counting as its member's.

    Returns
    -------
    pandas.DataFrame
        One row for every member in every subregion, also where there is none: ``member`` (id), ``name``, ``subregion``
        (M49 code), ``subregion_name``, ``actions``. Members are in the call's order, subregions in the geoscheme's.
    """
    chosen = table.mask(replace(selection, members=(), link=None))
    where = table.frame["country"].map(subregion)
    rows = []
    for one in table.organizations_by_role()["coalition"]:
        counts = where[chosen & table.mask(Selection(members=(one.id,), link=link))].value_counts()
        rows += [(one.id, one.name, code, area_name(code), int(counts.get(code, 0))) for code in SUBREGIONS]
    return pd.DataFrame(rows, columns=["member", "name", "subregion", "subregion_name", "actions"])


def suggestions_csv(suggestions: pd.DataFrame, radius_km: float, day: dt.date | None = None) -> str:
    """Write suggestions as a list for organizers to work from.

    Its status is `suggested`: a reader of lists leaves such rows out until somebody writes another.

    Parameters
    ----------
    suggestions
        What `Coverage.suggest` returns.
    radius_km
        The radius it was asked for.
    day
        The date to propose.
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    columns = ("status", "date", "locality", "region", "country", "latitude", "longitude")
    writer.writerow((*columns, "population", "people_added", "radius_km"))
    for row in suggestions.itertuples():
        where = inert(str(row.name)), inert(str(row.region)), row.country, f"{row.latitude:.5f}", f"{row.longitude:.5f}"
        writer.writerow((SUGGESTED, day or "", *where, row.population, row.adds, f"{radius_km:g}"))
    return file.getvalue()


def reach_circle(latitude: float, longitude: float, radius_km: float, points: int = 64) -> list[list[list[float]]]:
    """Return the circle of all places at a great-circle distance, in rings that a Mercator map can fill.

    Parameters
    ----------
    latitude, longitude
        The middle, WGS 84 decimal degrees.
    radius_km
        Less than a quarter of the way round the Earth.
    points
        How many bearings to go out along.

    Returns
    -------
    list of rings
        Each is closed, of [longitude, latitude] in decimal degrees, with longitudes from -180 to 180: a circle across
        the antimeridian is two rings that meet it; one around a pole is a band that ends where the map ends, at a
        latitude of 85.05, beyond which there is no point.
    """
    phi, delta = np.radians(latitude), radius_km / EARTH_RADIUS
    bearing = np.linspace(0, 2 * np.pi, points, endpoint=False)
    north = np.cos(phi) * np.cos(delta) - np.sin(phi) * np.sin(delta) * np.cos(bearing)
    away = np.degrees(np.arctan2(np.sin(bearing) * np.sin(delta), north))
    sine = np.sin(phi) * np.cos(delta) + np.cos(phi) * np.sin(delta) * np.cos(bearing)
    latitudes = np.degrees(np.arcsin(np.clip(sine, -1, 1)))
    drawn = np.clip(latitudes, -_MERCATOR_LATITUDE, _MERCATOR_LATITUDE)
    if 90 - abs(latitude) <= np.degrees(delta):
        ring = sorted(zip(((longitude + away + 180) % 360 - 180).tolist(), drawn.tolist(), strict=True))
        end = float(np.copysign(_MERCATOR_LATITUDE, latitude))
        (first, start), (last, stop) = ring[0], ring[-1]
        middle = stop + (start - stop) * (180 - last) / (360 + first - last)  # where it meets the antimeridian
        rings = [[(-180.0, end), (-180.0, middle), *ring, (180.0, middle), (180.0, end)]]
    else:
        around = list(zip((longitude + away).tolist(), drawn.tolist(), strict=True))
        rings = [around]
        if np.abs(longitude + away).max() > 180:
            copies = ([(x + turn, y) for x, y in around] for turn in (0.0, 360.0, -360.0))
            rings = [_cut(_cut(ring, lambda x: 180.0 - x), lambda x: x + 180.0) for ring in copies]
    return [[[x, y] for x, y in (*ring, ring[0])] for ring in rings if len(ring) > 2]


def _cut(ring: list[tuple[float, float]], inside: Callable[[float], float]) -> list[tuple[float, float]]:
    """Return the part of a ring on one side of a meridian, to which `inside` gives the distance, negative beyond it."""
    kept = []
    for (x0, y0), (x1, y1) in zip(ring[-1:] + ring[:-1], ring, strict=True):
        before, here = inside(x0), inside(x1)
        if (before < 0) != (here < 0):
            part = before / (before - here)
            kept.append((x0 + part * (x1 - x0), y0 + part * (y1 - y0)))
        if here >= 0:
            kept.append((x1, y1))
    return kept
