"""Towns in other scripts: what a town is called where another script is read than its own."""

from functools import cache
from typing import TYPE_CHECKING

from babel import Locale
from babel.core import get_global

from actionmap.languages import ENGLISH, say, spoken, strung
from actionmap.paths import GAZETTEER_FOLDER
from actionmap.world.countries import country_codes, country_name
from actionmap.world.spelling import place_key

if TYPE_CHECKING:
    import pandas as pd

TABLE = GAZETTEER_FOLDER / "town_names.txt"
"""A line for each town: language, country, key of its name (see `place_key`), and its name in that language's script.

Of GeoNames (CC BY 4.0), see `scripts/build_town_names.py`. CLDR's names of the cities after which time zones are called
come before it: these have been reviewed.
"""


def town_name(name: str, country: str, language: str = "", *, local: bool = True) -> str:
    """Return what to call a town: its name in the script of the language spoken, the local one beside it.

    Parameters
    ----------
    name
        As the list, or the gazetteer, writes it: "Cairo".
    country
        ISO 3166-1 alpha-2.
    language
        In whose script; empty is that of the language spoken.
    local
        Whether the local name stands beside it.

    Returns
    -------
    str
        In Arabic "القاهرة (Cairo)"; the name as it is where none is known in the script, and in languages of Latin
        letters.
    """
    known = _names(language or spoken().code).get((country, place_key(name))) if name else None
    # Translators: a town's name in your script, and as it is written there
    return say("{name} ({local})", name=known, local=name) if local and known and known != name else known or name


def towns_said(towns: "pd.DataFrame", names: str = "name") -> list[str]:
    """Return what to call the towns of a table: a column of it has their names, ``country`` their countries."""
    return [town_name(name, country) for name, country in zip(towns[names], towns["country"], strict=True)]


def place_name(full: str | None) -> str:
    """Return the full name of a place, as the gazetteer has it ("Cairo, Cairo Governorate, Egypt"), for whoever reads.

    Town and country are said in the language spoken, a region as it is; of no place nothing is said.
    """
    if not full:
        return ""
    *within, country = full.split(", ")
    code = _codes().get(country)
    if not code:
        return full
    town = [town_name(within[0], code)] if within else []
    return strung([*town, *within[1:], country_name(code)])


@cache
def _codes() -> dict[str, str]:
    return {country_name(code, ENGLISH): code for code in country_codes()}


@cache
def _names(language: str) -> dict[tuple[str, str], str]:
    """Return (country, key of a name) → the name in a language whose script is not Latin."""
    cities = Locale.parse(language, sep="-").time_zones
    if cities.get("Africa/Cairo", {}).get("city", "").isascii():  # of Latin letters: "El Cairo"
        return {}
    named = {}
    for line in TABLE.read_text("utf-8").splitlines() if TABLE.exists() else ():
        of, country, key, name = line.split("\t")
        if of == language:
            named[country, key] = name
    english, countries = Locale(ENGLISH).time_zones, get_global("zone_territories")
    for zone, names in cities.items():
        city = english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        if "city" in names and zone in countries:
            named[countries[zone], place_key(city)] = names["city"]
    return named
