"""Text made safe for where it goes: CSV, XML, a terminal, Markdown; folded to compare and sort; estimates in words."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import chain
from pathlib import Path

from actionmap.languages import number_said, spoken

_FORMULA = re.compile(r"((?:^|[;\t\r\n])[\"' ]*)(?<!')(?=[=+\-@\t\r\n＝＋－＠])")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""Control characters that are no white space, marks that only reorder or hide text, and halves of characters."""


def csv_cell(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, even one that divides cells at semicolons."""
    return _FORMULA.sub(r"\1'", text)


def csv_file(header: Iterable[object], rows: Iterable[Iterable[object]]) -> bytes:
    """Write a table as CSV for spreadsheets: it begins with the UTF-8 mark, and no text of it is a formula.

    Without the mark (`codecs.BOM_UTF8`) Excel takes the letters for those of a code page.
    """
    file = io.StringIO(newline="")
    file.write("\ufeff")
    writer = csv.writer(file, lineterminator="\r\n")
    for row in chain([header], rows):
        writer.writerow([csv_cell(cell) if isinstance(cell, str) else cell for cell in row])
    return file.getvalue().encode()


def xml_text(text: str) -> str:
    """Return a text without the characters that XML and iCalendar do not allow."""
    return _NOT_XML.sub("", text)


def terminal_line(text: str) -> str:
    """Return a text on one line, in a form that does no harm on a terminal."""
    return _CONTROL.sub("�", " ".join(text.split()))


def visible(text: str) -> str:
    """Return a text without control characters and marks that only reorder or hide text."""
    return _CONTROL.sub("", text)


_MARKDOWN = re.compile(r"([\\&`*_{}\[\]<>#+\-.!|~:$/=]|(?<=\d)\))")
_SELF_ACTING = re.compile(r"https?(?=://)|www(?=\.)|\S(?=@)|:(?=streamlit:)|[-<>~=](?=[-<>=])", re.IGNORECASE)
"""What Streamlit makes links, pictures or arrows of even where it is escaped."""
_WORD_JOINER = "\u2060"  # invisible, and parts what would act together


def markdown_text(text: str) -> str:
    """Return text that Markdown shows as it is, on one line: no emphasis, link, picture, formula or colour comes of it.

    For all that Streamlit shows, but for the labels of fields: see `label_text`.
    """
    return _MARKDOWN.sub(r"\\\1", _SELF_ACTING.sub(rf"\g<0>{_WORD_JOINER}", one_line(text)))


_ACTS_WITH_NEXT = re.compile(r"\\|[:&<\]](?=\S)")
_ACTS_BETWEEN = re.compile(r"[*_~]")
_BLANK = "\ufeff"  # invisible, and white space for Markdown, beside which nothing is emphasis, name or escape
_PAIRED = str.maketrans({"`": "\u02cb", "$": "\uff04"})


def label_text(text: str) -> str:
    """Return text that the label of a field shows as it is, and that a screen reader reads as it is.

    Streamlit shows such a label as Markdown, and gives the same letters, unread, to `aria-label`: a backslash would be
    read aloud. What would act is parted by invisible characters instead; a grave accent and a dollar sign, which cannot
    be parted, become their likes.
    """
    parted = _SELF_ACTING.sub(rf"\g<0>{_WORD_JOINER}", one_line(text))
    parted = _ACTS_BETWEEN.sub(rf"{_BLANK}\g<0>{_BLANK}", _ACTS_WITH_NEXT.sub(rf"\g<0>{_BLANK}", parted))
    begin = "" if parted[:1].isalpha() else _WORD_JOINER  # or the line would begin a list, a heading or a quotation
    return begin + parted.translate(_PAIRED)


def about(number: float) -> str:
    """Return an estimate as people say it, to three figures: "3.54 billion", "296 million", "27,500"."""
    rounded = float(f"{number:.3g}")
    if rounded < 1e6:
        return number_said(rounded)
    locale, magnitude = spoken().locale, f"1{'0' * (min(len(f'{rounded:.0f}'), 15) - 1)}"
    formats = (
        locale.compact_decimal_formats.get("long") or locale.compact_decimal_formats["short"]
    )  # Korean has one alone
    zeros = formats["other"][magnitude].pattern.count("0")
    scaled = rounded / 10 ** (len(magnitude) - zeros)
    form = formats.get(locale.plural_form(scaled), formats["other"])  # "1,5 million" is singular in French
    return str(form[magnitude].pattern).replace("0" * zeros, number_said(scaled, "g"))


def one_line(text: str) -> str:
    """Return a text in one line, without the characters that no XML can hold, or that only reorder or hide text."""
    return " ".join(visible(xml_text(text)).split())


LETTERS = str.maketrans(
    {
        **{"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ə": "e"},
        **{"ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": ""},
        **dict.fromkeys("'’‘ʻʼ`´ʹʿʾ", ""),
    }
)
"""Letters that Unicode does not take apart → what people without them on their keyboard write."""
_FURTHER_LETTERS = str.maketrans({"ٱ": "ا", "ہ": "ه", "ھ": "ه", "ۃ": "ه"})

_WORDS = re.compile("[a-z0-9]+")
_UNSEEN = {"Mn", "Mc", "Me", "Cf"}


def plain(text: str) -> str:
    """Fold case, accents, width, digits and marks that are not seen, and leave punctuation as it is."""
    if text.isascii():
        return text.casefold().replace("'", "").replace("`", "")
    seen = (c for c in unicodedata.normalize("NFKD", text.casefold()) if unicodedata.category(c) not in _UNSEEN)
    latin = "".join(str(unicodedata.decimal(c, c)) for c in seen).casefold()
    return unicodedata.normalize("NFC", latin.translate(LETTERS).translate(_FURTHER_LETTERS))


def fold(text: str) -> str:
    """Fold what `plain` does, and punctuation: spellings that differ only in these are one."""
    written = plain(text)
    return " ".join(_WORDS.findall(written) if written.isascii() else _split(written))


_IN_THE_ALPHABET = {
    "sv": {"å": "\u0292a", "ä": "\u0292b", "ö": "\u0292c"},  # ezh comes after z
    "es": {"ñ": "n\u0292"},
}
"""Language → its letters that are no other letter with an accent, as what sorts where they stand."""


def sort_key(text: str) -> str:
    """Return the key by which names are sorted in the language spoken: case, accents and punctuation do not count."""
    letters = str.maketrans(_IN_THE_ALPHABET.get(spoken().code, {}))
    return fold(unicodedata.normalize("NFC", text.casefold()).translate(letters))


def slug(text: str) -> str:
    """Return the words of a text joined by hyphens, without case and accents: what an id is made of."""
    if text.isascii():
        return "-".join(_WORDS.findall(text.casefold()))
    letters = (c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return "-".join(_split("".join(letters).casefold()))


def _split(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text).split()


@cache
def word_table(path: Path) -> dict[str, tuple[str, ...]]:
    """Return what words mean → the words, of a file with a line for each meaning: "noon", a tab, "noon, midday"."""
    lines = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return {meaning: tuple(words.split(", ")) for meaning, words in lines}
