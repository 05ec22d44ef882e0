"""Coverage: who lives within reach of an action, where the gaps are, and where more actions would reach most people.

People are those of cities (`actionmap.world.cities`), each thought to live at its city's pin. Distances
are great circles.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.spatial import cKDTree

from actionmap.languages import say
from actionmap.reach.greedy import greedy
from actionmap.reach.plan import RADIUS_KM, SMALLEST
from actionmap.world.cities import Cities
from actionmap.world.countries import by_name, country_name
from actionmap.world.distances import chord_of, km_of, unit_vectors
from actionmap.world.place import EXACT, Place, Town
from actionmap.world.regions import SUBREGIONS, area_name, subregion
from actionmap.world.regions import countries as all_countries
from actionmap.world.town_names import place_name

LARGE = 1_000_000
"""The people of a large city."""


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
        The actions, and towns tried as such: ``id`` (empty for a town), ``place``, ``country`` (empty for a town),
        ``latitude``, ``longitude``.
    left_out
        The countries of the actions that have no pin exact enough to measure from.
    """

    km: npt.NDArray[np.float64]
    row: npt.NDArray[np.intp]
    actions: pd.DataFrame
    left_out: "pd.Series[str]"


class Share(NamedTuple):
    """People of the counted cities, and how many of them live within reach."""

    people: int
    within: int

    @property
    def share(self) -> float:
        """From 0 to 1; NaN where no city is counted."""
        return self.within / self.people if self.people else float("nan")


class Figures(NamedTuple):
    """Who and what is within reach: people, cities of at least `LARGE`, and countries of those with a counted city.

    Of these countries ``places`` are the different ones that were measured from, with all towns tried, and ``left_out``
    the actions that could not be.
    """

    people: Share
    large_within: int
    large: int
    countries_within: int
    countries: int
    places: int
    left_out: int


def nearest(cities: Cities, actions: pd.DataFrame) -> Nearest:
    """Measure from every city to its nearest action.

    Parameters
    ----------
    actions
        Rows of `ActionTable.frame`. Only those whose venue or town is known count: a region's pin is no place.
    """
    exact = actions[actions["precision"].isin(EXACT)]
    different = exact.drop_duplicates(["latitude", "longitude"])
    at = [Place(*row) for row in zip(*(different[name] for name in Place._fields), strict=True)]
    places = pd.DataFrame(
        {
            "id": different["id"].to_numpy(),
            "place": [place.name if place.locality else place.said for place in at],
            "country": different["country"].to_numpy(),
            **{name: different[name].to_numpy(dtype=float) for name in ("latitude", "longitude")},
        }
    )
    km, row = _measure(cities, places)
    return Nearest(km, row, places, actions.loc[~actions.index.isin(exact.index), "country"])


def with_towns(cities: Cities, found: Nearest, towns: Sequence[Town]) -> Nearest:
    """Return distances as they would be with an action in each of some towns, too."""
    rows = [(say("{town} (tried)", town=place_name(town.name)), "", *town[1:]) for town in towns]
    extra = pd.DataFrame(rows, columns=list(found.actions)[1:])
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
    """Who lives within a radius of an action; distances are already measured, so another radius is cheap.

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

    def figures(self) -> Figures:
        """Return the figures, each with what it is a part of."""
        large, countries = self.cities.counted(LARGE, self.countries), self.by_country()
        return Figures(
            people=self.total(),
            large_within=int((self.nearest.km[large] <= self.radius_km).sum()),
            large=len(large),
            countries_within=int((countries["within"] > 0).sum()),
            countries=int((countries["people"] > 0).sum()),
            places=int((self._in_area(self.nearest.actions["country"]) | (self.nearest.actions["id"] == "")).sum()),
            left_out=int(self._in_area(self.nearest.left_out).sum()),
        )

    def _in_area(self, countries: "pd.Series[str]") -> "pd.Series[bool]":
        return countries.isin(list(self.countries)) if self.countries else countries.notna()

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
        chosen = sorted(self.countries or all_countries() | {*country.categories}, key=by_name)
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
        """Suggest cities, one after the other, each adding many people of counted cities not yet within reach.

        The point that adds most is often a suburb between larger places. Suggested is the largest city that it reaches,
        and that adds `NEARLY` as many; where two points add as many, the larger is the best.

        Such a choice of n cities reaches at least 1 − 1/e^0.95 (61 %) of the people that the best choice of n counted
        cities would add (Nemhauser, Wolsey and Fisher, 1978; Goundan and Schulz, 2007); finding that takes too long.

        Parameters
        ----------
        most
            How many cities; fewer are suggested when everybody is within reach.

        Returns
        -------
        pandas.DataFrame
            The columns of `Cities.table`, and ``adds`` (people), ``largest`` (the name of the largest city that comes
            within reach by it), ``best`` and ``best_adds`` (the name of the point that adds most, and how many),
            ``share`` (of counted people within reach with this and those before it).
        """
        points = self.cities.points[self._counted]
        steps = greedy(points, np.where(self._within, 0, self._people), chord_of(self.radius_km).item(), most)
        chosen, added, largest, best, most_added = np.array(steps, dtype=np.int64).reshape(-1, 5).T
        frame = self.cities.table.iloc[self._counted[chosen]].reset_index(drop=True)
        frame["adds"] = added
        for name, rows in (("largest", largest), ("best", best)):
            frame[name] = self.cities.table["name"].to_numpy()[self._counted[rows]]
        frame["best_adds"] = most_added
        people, within = self.total()
        frame["share"] = (within + frame["adds"].cumsum()) / people
        return frame
