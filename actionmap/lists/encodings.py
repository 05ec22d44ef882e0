"""Encodings: from the bytes of a text file to its letters, whoever saved it, and text that was read wrongly before."""

import codecs
import re
import unicodedata
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import ftfy
from charset_normalizer import from_bytes

from actionmap.text import word_table

Judge = Callable[[Iterable[str]], int]
"""Tells how many of some words are known, as those of towns and countries: the right reading has the most."""

CODE_PAGES = {codec: name for codec, (name,) in word_table(Path(__file__).with_name("code_pages.txt")).items()}
"""Python's name of a code page → its usual one; where two read a list alike, the first is named."""
_MARKS = dict.fromkeys((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE), "utf-32")
_MARKS |= dict.fromkeys((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE), "utf-16")
_JUDGED_LINES, _JUDGED_BYTES = 200, 2_000
"""Lines, and bytes of each, with other letters than ASCII's by which the code page is found."""
_WINDOWS_1252 = "".join(
    bytes([byte]).decode("latin-1" if byte in b"\x81\x8d\x8f\x90\x9d" else "cp1252") for byte in range(256)
)
"""The letters of all bytes: the five that are unassigned as Latin-1 has them."""
_AS_WINDOWS_1252 = {0xDC00 + byte: letter for byte, letter in enumerate(_WINDOWS_1252)}
_BETWEEN_WORDS = re.compile(r"[,;|\t\"/()\r\n]+")
_READ_AS = ("cp1251", "cp1256", "cp1253", "cp1255", "mac_roman", "cp1254", "cp1252")
"""The code pages in which UTF-8 is read by mistake, besides those that ftfy knows."""


def _letters(numbers: Iterable[int]) -> str:
    return re.escape("".join(bytes([number]).decode(codec, "ignore") for codec in _READ_AS for number in numbers))


_FOLLOWS = f"[{_letters(range(0x80, 0xC0))}\x80-\x9f]"
_GARBLED = re.compile(f"[{_letters(range(0xC2, 0xE0))}]{_FOLLOWS}|[{_letters(range(0xE0, 0xF5))}]{_FOLLOWS}{{2}}")
"""The bytes of a letter in UTF-8, two or more, read in one of these."""
_TELLING = 4
"""From so many letters on, a text that UTF-8 makes sense of was UTF-8, whatever comes out."""


class Decoded(NamedTuple):
    """The text of a file, what its encoding is called and Python's name of it, and whether no word of it is known."""

    text: str
    encoding: str
    codec: str
    guessed: bool = False


def decode(data: bytes, judge: Judge) -> Decoded:
    """Decode UTF-8, UTF-16 or UTF-32, with or without a mark, or the code page in which most words are known.

    A stray byte in UTF-8 is read as Windows-1252, and spoils nothing but itself.
    """
    if codec := _of_wide_letters(data):
        return Decoded(data.decode(codec, "replace").removeprefix("\ufeff"), codec[:6].upper(), codec)
    text = data.decode("utf-8-sig", "surrogateescape")
    codec = "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8"
    if text.isascii():
        return Decoded(text, "UTF-8", codec)
    valid = text.encode("utf-8", "ignore").decode()
    strays = len(text) - len(valid)
    if strays > len(valid) - len(valid.encode("ascii", "ignore")):
        return _in_a_code_page(data, judge)
    return Decoded(text.translate(_AS_WINDOWS_1252) if strays else text, "UTF-8", codec)


def _of_wide_letters(data: bytes) -> str | None:
    """Tell UTF-16 and UTF-32 by their mark, or by which bytes of the letters are zeros."""
    if marked := next((codec for mark, codec in _MARKS.items() if data.startswith(mark)), None):
        return marked
    sample = data[:4096]
    zeros = [sample[at::4].count(0) / (len(sample) / 4 or 1) for at in range(4)]
    if sum(zeros) <= 0.4 or min(zeros) > 0.5:
        return None
    low, high = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if min(zeros[:2]) > 0.9 or min(zeros[2:]) > 0.9:
        return "utf-32-be" if zeros[0] > zeros[3] else "utf-32-le"
    return "utf-16-le" if high > 4 * low else "utf-16-be" if low > 4 * high else None


def _in_a_code_page(data: bytes, judge: Judge) -> Decoded:
    lines = (line[:_JUDGED_BYTES] for line in data.splitlines() if not line.isascii())
    sample = b"\n".join(islice(lines, _JUDGED_LINES))
    readings: dict[str, str] = {}
    for codec in CODE_PAGES:
        with suppress(UnicodeDecodeError):
            readings.setdefault(sample.decode(codec), codec)
    scores = {codec: judge(_telling_words(text)) for text, codec in readings.items()}
    best = max(scores, key=scores.__getitem__, default="cp1252")
    guessed = not scores.get(best)
    if guessed:
        matches = from_bytes(sample, cp_isolation=list(CODE_PAGES))
        likely = [codec for match in matches for codec in (match.encoding, *match.could_be_from_charset)]
        best = "cp1252" if "cp1252" in likely or not likely else likely[0]
    text = codecs.charmap_decode(data, "strict", _WINDOWS_1252)[0] if best == "cp1252" else data.decode(best, "replace")
    return Decoded(text, CODE_PAGES.get(best, best), best, guessed)


def _telling_words(text: str) -> list[str]:
    """Return the different words of a text that are not the same in every code page, and have no sign in them."""
    words = dict.fromkeys(word.strip() for word in _BETWEEN_WORDS.split(text))
    kinds = {word: {unicodedata.category(letter)[0] for letter in word if not letter.isascii()} for word in words}
    return [word for word, those in kinds.items() if those and those.isdisjoint("SC")]


def may_be_garbled(text: str) -> bool:
    """Tell quickly whether a text, as long as it is, may have letters of UTF-8 that were read in a code page."""
    return not text.isascii() and bool(_GARBLED.search(text))


@lru_cache(maxsize=16_384)
def repaired(text: str) -> str:
    """Undo UTF-8 that was read in a code page, also twice ("EspaÃ±ola" → "Española"); other text stays as it is."""
    if text.isascii():
        return text
    fixed = ftfy.fix_encoding(text)
    if fixed == text:
        fixed = _read_as_utf_8(text)
    return fixed if "\ufffd" not in fixed and _is_certain(text, fixed) else text


def _is_certain(text: str, fixed: str) -> bool:
    """Tell whether what comes out is no chance: Latin letters, or what has taken several strange ones."""
    foreign = [letter for letter in fixed if not letter.isascii()]
    strange = sum(not letter.isascii() for letter in text)
    return strange >= _TELLING or all(letter.isalpha() and letter < "\u0180" for letter in foreign)


def _read_as_utf_8(text: str) -> str:
    for codec in _READ_AS:
        with suppress(UnicodeError):
            return text.encode(codec).decode("utf-8")
    return text
