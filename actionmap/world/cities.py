"""Cities of the world with their inhabitants, each counted once: the gazetteer's places without districts.

GeoNames lists districts beside their city: Brooklyn, and New York City with the people of Brooklyn. What is a district
it says nowhere in the tables, so a rule does. A place is part of a larger one, which is not itself a part, if

1. both lie in the same region (GeoNames' first-level division),
2. it lies within the circle that the larger one's people would fill at `PEOPLE_PER_KM2`, and
3. it has at most `PART` of the larger one's people, or lies within `PART` of that circle's radius from its middle,
   where it is the same city under a second name.

In a city-state every place is part of the city. The rule errs both ways: it takes towns of their own (Guarulhos) for
districts of a city in whose circle they lie (São Paulo), and leaves in the outer districts of a city that sprawls
(Sydney).
"""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from scipy.spatial import cKDTree

from actionmap.errors import GazetteerError
from actionmap.paths import GAZETTEER_FOLDER
from actionmap.world.distances import chord_of, unit_vectors

PEOPLE_PER_KM2 = 5_000
"""How densely a city's people would fill the circle in which places may be its districts."""
PART = 0.4
"""The largest share of a city's people that a district has, and of the circle's radius that is the city's middle."""
CITY_STATES = ("HK", "MC", "MO", "SG")

_SMALLEST_WITH_DISTRICTS = 10_000


@dataclass(frozen=True)
class Cities:
    """Cities by falling population, so that those of at least so many people are the first rows.

    Parameters
    ----------
    table
        One row a city: ``name``, ``country`` (ISO 3166-1 alpha-2, categorical), ``region`` (its name, or empty),
        ``latitude``, ``longitude`` (WGS 84 decimal degrees) and ``population``.
    points
        Unit vectors of shape (cities, 3).
    """

    table: pd.DataFrame
    points: npt.NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.table)

    def counted(self, smallest: int, countries: Collection[str] = ()) -> npt.NDArray[np.intp]:
        """Return the rows of cities of at least so many people in some countries, or in all if none is named."""
        rows = np.arange(np.searchsorted(-self.table["population"].to_numpy(), -smallest, side="right"))
        if countries:
            rows = rows[self.table["country"].iloc[: len(rows)].isin(list(countries)).to_numpy()]
        return rows


def load_cities(folder: Path = GAZETTEER_FOLDER) -> Cities:
    """Read the cities from the gazetteer's tables; places whose population is not known are left out.

    Raises
    ------
    GazetteerError
        A table is missing or damaged.

    Notes
    -----
    Source: GeoNames, https://www.geonames.org, CC BY 4.0; places of 500 people and more.
    """
    try:
        columns = ["name", "latitude", "longitude", "population"]
        places = pq.ParquetFile(folder / "places.parquet").read(columns, use_threads=False).to_pandas()
        areas = pq.ParquetFile(folder / "areas.parquet").read(use_threads=False).to_pandas()
    except (OSError, KeyError, pa.ArrowException) as error:
        raise GazetteerError.of("no-gazetteer") from error
    area = np.zeros(len(places), dtype=np.intp)
    for row, (start, stop) in enumerate(zip(areas["start"], areas["stop"], strict=True)):
        area[start:stop] = row  # a country comes before its regions
    people = places["population"].to_numpy()
    order = np.argsort(-people, kind="stable")[: np.count_nonzero(people > 0)]
    area = area[order]
    region = areas["name"].where(areas["admin1"] != "", "")
    table = pd.DataFrame(
        {
            "name": places["name"].take(order).array,
            "country": areas["country"].astype("category").take(area).array,
            "region": region.take(area).array,
            **{name: places[name].to_numpy(float)[order].round(5) for name in ("latitude", "longitude")},
            "population": people[order].astype(np.int64),
        }
    )
    points = unit_vectors(table["latitude"], table["longitude"])
    whole = ~_parts(table, area, points)
    pa.default_memory_pool().release_unused()
    return Cities(table[whole].reset_index(drop=True), points[whole])


def _parts(table: pd.DataFrame, area: npt.NDArray[np.intp], points: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    """Tell which places, given by falling population, are part of a larger one."""
    people = table["population"].to_numpy()
    part = (table["country"].isin(CITY_STATES) & table["country"].duplicated()).to_numpy(copy=True)
    count = np.count_nonzero(people >= _SMALLEST_WITH_DISTRICTS)
    reach = chord_of(np.sqrt(people[:count] / (PEOPLE_PER_KM2 * np.pi)))
    near = cKDTree(points).query_ball_point(points[:count], reach)
    city = np.repeat(np.arange(count), [len(places) for places in near])
    place = np.concatenate([*near, []]).astype(np.intp)
    beside = (place > city) & (area[place] == area[city])
    city, place = city[beside], place[beside]
    middle = np.linalg.norm(points[place] - points[city], axis=1) <= PART * reach[city]
    small = people[place] <= PART * people[city]
    for larger, smaller in zip(city[small | middle].tolist(), place[small | middle].tolist(), strict=True):
        part[smaller] |= not part[larger]
    return part
