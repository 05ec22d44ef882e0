"""Towns in the reader's language: what a town is called where it is not called as in English."""

from functools import cache
from typing import TYPE_CHECKING

from actionmap.languages import ENGLISH, say, spoken, strung
from actionmap.paths import GAZETTEER_FOLDER
from actionmap.world.countries import country_codes, country_name
from actionmap.world.spelling import place_key

if TYPE_CHECKING:
    import pandas as pd

TABLE = GAZETTEER_FOLDER / "town_names.txt"
"""A line for each town: language, country, key of one of its names (see `place_key`), and its name in that language.

Of Unicode CLDR and GeoNames (CC BY 4.0), see `scripts/build_town_names.py`.
"""
_LAST_LATIN = "\u024f"


def town_name(name: str, country: str, language: str = "", *, local: bool = True) -> str:
    """Return what to call a town: its name in the language spoken; in another script, the local one beside it.

    Parameters
    ----------
    name
        As the list, or the gazetteer, writes it: "Cairo".
    country
        ISO 3166-1 alpha-2.
    language
        In which language; empty is that spoken.
    local
        Whether the local name stands beside one in another script.

    Returns
    -------
    str
        In Arabic "القاهرة (Cairo)", in Spanish "El Cairo"; the name as it is where no other is known.
    """
    known = _names(language or spoken().code).get((country, place_key(name))) if name else None
    if not known:
        return name
    # Translators: a town's name in your script, and as it is written there
    return say("{name} ({local})", name=known, local=name) if local and name != known > _LAST_LATIN else known


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
    """Return (country, key of a name) → the name in a language."""
    lines = (line.split("\t") for line in (TABLE.read_text("utf-8").splitlines() if TABLE.exists() else ()))
    return {(country, key): name for of, country, key, name in lines if of == language}
