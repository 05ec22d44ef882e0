"""What makes two spellings of a place name the same: one short key for both, and the spellings worth trying next."""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from actionmap.text import LETTERS, word_table

_LETTERS = LETTERS | {ord("&"): " and "}
_WORDS = dict(word_table(Path(__file__).with_name("place_words.txt")))
_REGION_WORDS = frozenset(_WORDS.pop("kind of region"))
_SAME_WORDS = {word: usual for usual, words in _WORDS.items() for word in words}
_ASCII_WORDS = re.compile("[a-z0-9]+")
_LATIN_ACCENTS = re.compile("[\u0300-\u036f]")
_VOICING = "\u3099\u309a"  # が is not か: Japanese marks that are letters, not accents

_PARTS = re.compile(r"\s*[/|;,()（）\[\]–—]\s*|\s+-+\s+")
_KIND_OF_PLACE = (
    "city|town|township|village|borough|municipality|charter township|island|isl|islands|atoll|shi|downtown"
    "|city center|city centre|centre|center|metropolitan area|area|sar"
)
_BEFORE = re.compile(
    r"^(?:(?:the )?(?:city|town|township|village|borough|municipality) of|downtown|historic|greater|central|near)\s+",
    re.IGNORECASE,
)
_ISLAND = re.compile(r"-[^-]*\bislands?$", re.IGNORECASE)
_AFTER = re.compile(rf"[\s-]+(?:{_KIND_OF_PLACE})\.?$", re.IGNORECASE)


def place_words(text: str) -> list[str]:
    """Split a name into words with case, accents, punctuation and usual abbreviations (St., Mt., Ft.) folded."""
    text = text.casefold()
    if not text.isascii():
        text = _LATIN_ACCENTS.sub("", unicodedata.normalize("NFKD", text)).translate(_LETTERS)
    if text.isascii():  # by far the most, so by the quickest way
        words = _ASCII_WORDS.findall(text.replace("'", "").replace("`", "").replace("&", " and "))
    else:
        kept = (c for c in text if not unicodedata.combining(c) or c in _VOICING)
        text = unicodedata.normalize("NFC", "".join(kept)).casefold().translate(_LETTERS)
        # Vowel signs of Indic scripts (category M) are no "alphanumeric" characters, but they are letters of the name.
        words = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in text).split()
    return [_SAME_WORDS.get(word, word) for word in words] if len(words) > 1 else words


@lru_cache(20_000)
def place_key(text: str) -> str:
    """Return the key under which a name is looked up: its folded words without spaces ("St.-Denis" → ``"stdenis"``)."""
    return "".join(place_words(text))


def other_spellings(name: str, *, in_pieces: bool = False) -> list[str]:
    """Return the keys worth trying when the name as it stands is unknown, the likeliest first.

    They are the parts around a slash, a comma, a bracket or a dash ("Paris (centre)" → "paris"), and the name without,
    or with, the word for its kind ("Dipolog City" → "dipolog", "Lacey" → "laceytownship").
    """
    parts = [part for part in _PARTS.split(name) if len(part) > 1]
    bare = [stripped for part in parts if (stripped := _AFTER.sub("", _BEFORE.sub("", part))) != part]
    suffixed = [f"{parts[0]} {kind}" for kind in ("city", "township", "village")] if len(parts) == 1 else []
    pieces = [piece for piece in name.split("-") if in_pieces and len(piece) >= 5]
    spellings = dict.fromkeys((*parts, *bare, *suffixed, _ISLAND.sub("", name), *pieces))
    spellings.pop(name, None)
    keys = dict.fromkeys(place_key(spelling) for spelling in spellings)
    return [key for key in keys if key]


_REGION_ENDING = re.compile(r"(?<=...)(?:sk(?:aya|iy|ii|yi|a|oi|oy|y))$")


def region_key(text: str) -> str:
    """Return the key of a region's name without the words for its kind ("Tverskaya oblast'" → ``"tver"``)."""
    words = place_words(text)
    telling = [_REGION_ENDING.sub("", word) for word in words if word not in _REGION_WORDS]
    return "".join(telling) or "".join(words)
