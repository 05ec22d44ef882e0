"""Countries and territories: from what people write to ISO 3166-1 codes, and back to names (CLDR, through Babel)."""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale
from rapidfuzz import process
from rapidfuzz.distance import OSA

from actionmap.languages import spoken
from actionmap.text import fold, sort_key, word_table
from actionmap.world.territories import narrower

NAMES = Path(__file__).with_name("country_names.txt")
"""Code and names, folded: ISO 3166-1's, CLDR's in the languages of lists, and in each country's own."""

_ALSO_CALLED = NAMES.with_name("country_nicknames.txt")
"""Everyday names that neither ISO 3166-1 nor CLDR has."""

_MEANT_BY_A_PART = NAMES.with_name("country_parts.txt")
"""What means a country where one is asked for, and elsewhere a town or region of that name."""

_WORDS = dict(word_table(NAMES.with_name("country_words.txt")))
_SMALL_WORDS = frozenset(_WORDS.pop("small word"))
_SHARED = frozenset(_WORDS.pop("name shared"))
"""Names of a country that are a part of another's: what stands beside them decides."""
_SAME_WORDS = {word: usual for usual, words in _WORDS.items() for word in words}
_SPELT_OUT = frozenset({"u s", "u k"})
_SHORT = re.compile(r"[A-Z]{2,3}")
_PARTS = re.compile(r"\s*[,(\[\])/;*]\s*|\s+[-–—]\s+")
_SIMILAR = 0.8
_AHEAD = 0.1
"""How similar a near miss must be, of 1, and how far ahead of the next country."""


def _in_any_order(words: list[str]) -> str:
    """Return the key of a name whose words may stand in any order: "Korea, Republic of" is "the Republic of Korea"."""
    same = [_SAME_WORDS.get(word, word) for word in words]
    return " ".join(sorted(word for word in same if word not in _SMALL_WORDS))


@cache
def _codes(with_parts: bool) -> tuple[dict[str, str], dict[str, str]]:
    """Return name without spaces → code, and the words of a name in any order → code."""
    known = [(name, code) for code, names in _names_of().items() for name in names.split("|")]
    tables = (_ALSO_CALLED, _MEANT_BY_A_PART) if with_parts else (_ALSO_CALLED,)
    ours = [(fold(name), code) for table in tables for code, names in word_table(table).items() for name in names]
    joined = {code.casefold(): code for code in country_codes()}
    in_any_order: dict[str, str] = {}
    for name, code in (*ours, *known):
        joined.setdefault(name.replace(" ", ""), code)
        in_any_order.setdefault(_in_any_order(name.split()), code)
    in_any_order.pop("", None)
    return joined, in_any_order


def country_names(code: str) -> tuple[str, ...]:
    """Return the names of a country or territory in the languages of lists, folded, its codes among them."""
    return (code.casefold(), *(_names_of().get(code, "").split("|")))


@cache
def _names_of() -> dict[str, str]:
    lines = (line.partition("\t") for line in NAMES.read_text("utf-8").splitlines())
    return {code: names for code, _, names in lines}


@cache
def country_codes() -> frozenset[str]:
    """Return the alpha-2 codes of all countries and territories; CLDR's groups ("001", "EU") are left out."""
    return frozenset(_names_of())


@lru_cache(maxsize=4096)
def country_code(text: str, *, with_parts: bool = True) -> str | None:
    """Find the country or territory that a text names.

    Parameters
    ----------
    text
        An ISO 3166-1 alpha-2 or alpha-3 code, or a name: ISO's, a usual one in the languages of lists, or one in the
        country's own. Case, accents, punctuation and the order of words do not matter. ``"NA"`` is Namibia. A state
        beside its territory ("Puerto Rico, USA"), or a part of a country beside it, says nothing more.
    with_parts
        Whether a part such as Gaza stands for its country, as it does in a column of countries.

    Returns
    -------
    str or None
        The alpha-2 code, or None where the text names no country or territory, or two.
    """
    code = _named(text, with_parts)
    if code:
        return code
    head, *others = [part for part in _PARTS.split(text) if part] or [""]
    code = _named(head, with_parts)
    if not code or len(head) < 4 or fold(head) in _SHARED:
        return None
    for other in others:
        beside = _named(other, with_parts)
        if beside or _SHORT.fullmatch(other):  # an unknown code may be of a state: Cuba is a town in NY
            code = narrower(code, beside or "")
        if not code:
            return None
    return code


def _named(text: str, with_parts: bool) -> str | None:
    """Find the country of a whole text."""
    words = fold(text).split()
    key, (joined, in_any_order) = "".join(words), _codes(with_parts)
    is_code = len(words) == 1 or len(key) > 3 or " ".join(words) in _SPELT_OUT
    return (joined.get(key) if is_code else None) or in_any_order.get(_in_any_order(words))


@lru_cache(maxsize=4096)
def near_country(text: str) -> str | None:
    """Return the one country whose name is almost that of a text, in the same script; None where none or two are."""
    key, (codes, _) = fold(text).replace(" ", ""), _codes(True)
    names = _by_script().get(_script(key), ())
    found = process.extract(key, names, scorer=OSA.normalized_similarity, score_cutoff=_SIMILAR - _AHEAD, limit=20)
    if not found or found[0][1] < _SIMILAR:
        return None
    best, score, _ = found[0]
    rivals = [name for name, other, _ in found if codes[name] != codes[best] and other > score - _AHEAD]
    return None if rivals else codes[best]


@cache
def _by_script() -> dict[str, list[str]]:
    """Return script → the names written in it; shorter ones than four letters are like too many others."""
    names: dict[str, list[str]] = {}
    for name in _codes(True)[0]:
        if len(name) > 3:
            names.setdefault(_script(name), []).append(name)
    return names


def _script(name: str) -> str:
    """Return the first word of the Unicode name of the first letter: "LATIN", "ARABIC"."""
    return unicodedata.name(name[0], "").split(" ")[0] if name else ""


def country_name(code: str, language: str = "") -> str:
    """Return the name of a country or territory, or the code itself where it has none.

    Parameters
    ----------
    code
        ISO 3166-1 alpha-2.
    language
        In which language, `ENGLISH` for what is kept or compared; empty is the one spoken.
    """
    return _territory(code, language or spoken().code)


def by_name(code: str) -> str:
    """Return the key by which countries are sorted by name in the language spoken."""
    return sort_key(country_name(code))


@lru_cache(maxsize=8192)
def _territory(code: str, language: str) -> str:
    return str(Locale.parse(language, sep="-").territories.get(code, code))
