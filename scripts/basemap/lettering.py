"""The letters of the map's font: how wide they are, and which it has."""

import unicodedata
from functools import cache

from PIL import ImageFont

from actionmap.drawing.basemap import CITY_FONT_WEIGHT
from scripts.basemap.geojson import STATIC


def width(text: str, size: int, boldness: int) -> float:
    """Return how wide a text is (pixels) in the font that draws it."""
    return sum(_advance(letter, boldness) for letter in text) * size / 100


@cache
def _advance(letter: str, boldness: int) -> float:
    return font(subset_of(letter), boldness).getlength(letter)


def drawable(text: str) -> str:
    """Take the accents off the few letters (of scholarly transliterations) that our font does not have."""
    letters = unicodedata.normalize("NFC", text)
    return "".join(letter if in_font(letter) else _plain(letter) for letter in letters)


def in_font(letter: str) -> bool:
    """Tell whether our font has a letter."""
    subset = font(subset_of(letter), CITY_FONT_WEIGHT)
    return letter.isspace() or bytes(subset.getmask(letter)) != bytes(subset.getmask("\U0010fffd"))


def _plain(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))


def subset_of(letter: str) -> str:
    """Return which of the font's files holds a letter."""
    if "\u1ea0" <= letter <= "\u1ef1":
        return "vietnamese"
    return "latin" if letter < "\u0100" or letter in "ı’‘ʻʼ" else "latin-ext"


@cache
def font(subset: str, boldness: int) -> ImageFont.FreeTypeFont:
    """Load the map's font at 100 pixels."""
    loaded = ImageFont.truetype(str(STATIC / "fonts" / f"public-sans-{subset}.woff2"), 100)
    loaded.set_variation_by_axes([boldness])
    return loaded
