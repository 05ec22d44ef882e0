"""Towns and regions in the reader's language: what they are called where it is not as in English."""

from collections.abc import Collection, Iterator
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

The names of a country's states and provinces stand under its code with a hyphen ("US-").

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
        ISO 3166-1 alpha-2; with a hyphen, it is a state or province of it that is named.
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

    What is no town that is known alone ("California, United States") is a region. Of no place nothing is said.
    """
    if not full:
        return ""
    *within, country = full.split(", ")
    code = _codes().get(country)
    if not code:
        return full
    town = [name for one in within[:1] if (name := town_name(one, code)) != one or len(within) > 1]
    regions = [town_name(one, f"{code}-", local=False) for one in within[len(town) :]]
    return strung([*town, *regions, country_name(code)])


@cache
def _codes() -> dict[str, str]:
    return {country_name(code, ENGLISH): code for code in country_codes()}


def keys_in_any_language(places: Collection[str]) -> dict[str, list[str]]:
    """Return full name of a place, as `place_name` takes it → the keys of what languages call its town and region."""
    wanted = {
        full: [(f"{_codes().get(country)}{kind}", place_key(one)) for one in within.split(", ") for kind in ("", "-")]
        for full, (within, _, country) in ((full, full.rpartition(", ")) for full in places)
    }
    said: dict[tuple[str, str], list[str]] = {at: [] for those in wanted.values() for at in those}
    for _, country, key, name in _lines():
        if (country, key) in said:
            said[country, key].append(place_key(name))
    return {full: [key for at in those for key in said[at]] for full, those in wanted.items()}


@cache
def _names(language: str) -> dict[tuple[str, str], str]:
    """Return (country, key of a name) → the name in a language."""
    return {(country, key): name for of, country, key, name in _lines() if of == language}


def _lines() -> Iterator[list[str]]:
    yield from (line.split("\t") for line in (TABLE.read_text("utf-8").splitlines() if TABLE.exists() else ()))
