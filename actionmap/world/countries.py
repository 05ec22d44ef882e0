"""Countries and territories: from what people write to ISO 3166-1 codes, and back to names (CLDR, through Babel)."""

import unicodedata
from functools import cache, lru_cache

from babel import Locale
from babel.core import get_global

LANGUAGES_READ = ("en", "es", "fr", "pt", "ar", "de", "it", "nl", "tr", "id")
"""Languages whose country names are understood in a list."""

_ALSO_CALLED = {
    "america": "US",
    "u s": "US",
    "u s a": "US",
    "the united states": "US",
    "the united states of america": "US",
    "estados unidos de america": "US",
    "eeuu": "US",
    "ee uu": "US",
    "great britain": "GB",
    "britain": "GB",
    "u k": "GB",
    "uk": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "holland": "NL",
    "the netherlands": "NL",
    "korea": "KR",
    "republic of korea": "KR",
    "dprk": "KP",
    "czech republic": "CZ",
    "cote d ivoire": "CI",
    "ivory coast": "CI",
    "burma": "MM",
    "swaziland": "SZ",
    "cape verde": "CV",
    "east timor": "TL",
    "macedonia": "MK",
    "turkey": "TR",
    "drc": "CD",
    "dr congo": "CD",
    "democratic republic of the congo": "CD",
    "congo": "CG",
    "republic of the congo": "CG",
    "palestine": "PS",
    "state of palestine": "PS",
    "the gambia": "GM",
    "the bahamas": "BS",
    "the philippines": "PH",
    "uae": "AE",
    "russian federation": "RU",
    "vatican": "VA",
    "hong kong": "HK",
    "macau": "MO",
    "macao": "MO",
}
"""Everyday names that CLDR does not list, in the form `fold` gives them."""


def fold(text: str) -> str:
    """Fold case, accents and punctuation, so that spellings that differ only in these are one."""
    decomposed = unicodedata.normalize("NFKD", text)
    letters = (c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
    return " ".join("".join(letters).casefold().split())


def _territories(language: str) -> dict[str, str]:
    """Return ISO 3166-1 alpha-2 code → name; CLDR's groups ("001", "EU") and unassigned codes are left out."""
    not_countries = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "CQ"}
    names = Locale.parse(language).territories
    return {
        code: name for code, name in names.items() if len(code) == 2 and code.isalpha() and code not in not_countries
    }


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for language in LANGUAGES_READ:
        for code, name in _territories(language).items():
            codes.setdefault(fold(name), code)
            codes.setdefault(fold(name.split("(")[0]), code)
    territories = country_codes()
    for alias, targets in get_global("territory_aliases").items():
        if alias.isalpha() and len(alias) == 3 and targets[0] in territories:
            codes[fold(alias)] = targets[0]
    codes.update(_ALSO_CALLED)
    codes.update({code.casefold(): code for code in territories})
    return codes


@cache
def country_codes() -> frozenset[str]:
    """Return the alpha-2 codes of all countries and territories."""
    return frozenset(_territories("en"))


def country_code(text: str) -> str | None:
    """Find the country or territory that a text names.

    Parameters
    ----------
    text
        An ISO 3166-1 alpha-2 or alpha-3 code, or a name in one of `LANGUAGES_READ`; case, accents and punctuation do
        not matter. ``"NA"`` is Namibia.

    Returns
    -------
    str or None
        The alpha-2 code, or None where the text names no country or territory.
    """
    return _codes().get(fold(text))


@lru_cache(maxsize=4096)
def country_name(code: str, language: str = "en") -> str:
    """Return the name of a country or territory in a language (CLDR), or the code itself where CLDR has none."""
    return str(Locale.parse(language).territories.get(code, code))


TERRITORIES = {
    territory: state
    for state, territories in {
        "US": "PR GU VI AS MP",
        "FR": "RE MQ GP GF YT NC PF PM BL MF WF",
        "NL": "CW AW SX BQ",
        "CN": "HK MO",
        "DK": "GL FO",
        "FI": "AX",
        "NO": "SJ",
        "GB": "GI GG JE IM BM KY VG AI MS TC FK SH IO PN",
        "AU": "NF CX CC",
        "NZ": "CK NU TK",
    }.items()
    for territory in territories.split()
}
"""Territories with a country code of their own, and the state under which they are often written."""
