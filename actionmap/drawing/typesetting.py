"""Typesetting: lines of text that fit, on pages that are drawn as SVG, which breaks no lines itself."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from actionmap.languages import spoken
from actionmap.text import visible, xml_text

INK, GREY = "#16202a", "#5c6670"
LEADING = 1.25
"""From one line to the next, in font sizes."""

_EMS = {
    **{0.25: "ijl", 0.3: " !,./:;I[\\]ft'|", 0.35: "()-r`{}“”‘’·", 0.43: '"', 0.5: "Jckszvxy–", 0.61: "FTZ+<=>~"},
    **{0.67: "ABEKPSVXY&", 0.73: "CDHNRUw", 0.78: "GOQ", 0.84: "mM", 0.95: "W%", 1.02: "@—…"},
}
_ASCII_EM = {letter: em for em, letters in _EMS.items() for letter in letters}
"""Letter → its width in Helvetica and in what is drawn like it; all others of ASCII have that of a digit."""
_DIGIT, _BOLD, _WIDE, _ARABIC, _OTHER = 0.56, 1.12, 1.1, 0.62, (0.85, 0.95)
_FAMILIES = {"ar": "Noto Sans Arabic", "ja": "Noto Sans JP", "ko": "Noto Sans KR"}
"""Language → the font of its letters, see `scripts/build_fonts.py`."""
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT, _RIGHT_MARK = "\u202a", "\u202b", "\u200f \u200f"
_TURNED = {"start": "end", "end": "start"}


class Span(NamedTuple):
    """A part of a line."""

    text: str
    bold: bool = False
    color: str = ""


class Line(NamedTuple):
    """A line of text on a page: where it stands, and how it looks."""

    x: float
    y: float
    spans: Sequence[Span]
    size: float = 9
    color: str = INK
    anchor: str = "start"

    @classmethod
    def of(cls, x: float, y: float, text: str, size: float = 9, color: str = INK, *, bold: bool = False) -> "Line":
        """Return a line of one span."""
        return cls(x, y, (Span(text, bold),), size, color)


def printable(text: str) -> str:
    """Return a text in one line, without the characters that cannot be shown."""
    return "".join(char for char in " ".join(visible(xml_text(text)).split()) if char.isprintable())


def width(text: str, *, bold: bool = False) -> float:
    """Return the width of a text in font sizes, rather too much than too little."""
    return sum(map(_em, text)) * (_BOLD if bold else 1)


@cache
def _em(char: str) -> float:
    if char.isascii():
        return _ASCII_EM.get(char, _DIGIT)
    if char in _ASCII_EM:
        return _ASCII_EM[char]
    if unicodedata.combining(char):
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return _WIDE
    if unicodedata.bidirectional(char) == "AL":
        return _ARABIC
    letter = unicodedata.normalize("NFKD", char)[0]
    return _em(letter) if letter.isascii() else _OTHER[char.isupper()]


def wrapped(text: str, ems: float, *, bold: bool = False) -> list[str]:
    """Divide a text into lines of at most so many font sizes, between words where it can."""
    lines = []
    text = printable(text)
    while text:
        ends = np.cumsum([width(char, bold=bold) for char in text])
        end = int(np.searchsorted(ends, ems, side="right"))
        if end < len(text):
            between = 0 if "\u3040" <= text[end] < "\ua000" else text.rfind(" ", 1, end + 1) + 1
            end = between or max(end, 1)  # Japanese has no spaces
        lines.append(text[:end].strip())
        text = text[end:]
    return lines


def fitted(text: str, room: float, *choices: tuple[float, int], bold: bool = False) -> tuple[float, list[str]]:
    """Return the first choice of a font size and a number of lines into which a text fits; the last one cuts it."""
    text = printable(text)[:1000]  # more than any choice has room for
    for size, most in choices:
        lines = wrapped(text, room / size, bold=bold)
        if len(lines) <= most:
            return size, lines
    return size, [*lines[: most - 1], lines[most - 1][:-2] + "…"]


def block(x: float, y: float, size: float, lines: Iterable[str], color: str = INK, *, bold: bool = False) -> list[Line]:
    """Set lines under each other, the first with its baseline one line under `y`."""
    return [Line.of(x, y + size * LEADING * n, text, size, color, bold=bold) for n, text in enumerate(lines, 1)]


def font_family() -> str:
    """Return the fonts for texts in the language spoken; letters that they lack come from others that have them."""
    return _FAMILIES.get(spoken().code, "Liberation Sans, Arial, Helvetica, sans-serif")


def is_mirrored() -> bool:
    """Tell whether a page runs from right to left in the language spoken."""
    return spoken().direction == "rtl"


def opening(text: str) -> str:
    """Return the mark before a text that runs from right to left, or is foreign in a language that does; else nothing.

    What draws a picture does not know the direction of its texts.
    """
    if not is_mirrored():
        return ""
    return _RIGHT_TO_LEFT if any(unicodedata.bidirectional(char) in {"AL", "R"} for char in text) else _LEFT_TO_RIGHT


def mirrored(lines: Iterable[Line], wide: float) -> list[Line]:
    """Return lines as a page so wide has them, which may run from right to left."""
    if not is_mirrored():
        return list(lines)
    return [line._replace(x=wide - line.x, anchor=_TURNED[line.anchor], spans=_joined(line.spans)) for line in lines]


def _joined(spans: Sequence[Span]) -> Sequence[Span]:
    """Return spans as one: across several, letters are not joined, nor words put in order."""
    return spans if len(spans) == 1 else (Span(_RIGHT_MARK.join(span.text for span in spans)),)


def set_words(words: Iterable[Sequence[Span]], ems: float) -> Iterator[list[Span]]:
    """Divide words, each of spans that stay together, into lines of at most so many font sizes."""
    line: list[Span] = []
    left = ems
    for word in words:
        wide = sum(width(f"{span.text} ", bold=span.bold) for span in word)
        if line and wide > left:
            yield line
            line, left = [], ems
        line += word
        left -= wide
    if line:
        yield line
