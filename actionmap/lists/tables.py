"""Tables: from the bytes of a CSV or TSV file, however a spreadsheet saved it, to a header and numbered rows."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from actionmap.errors import UnreadableListError
from actionmap.text import fold

_DELIMITERS = ",;\t|"
_HEADER_WITHIN = 30
"""Rows searched for the header: exports often carry a title and a date above it."""
_LONGEST_RECORD = 100
"""Lines that one quoted cell may span before its opening quotation mark counts as stray."""
_NARROWEST_SURE = 4
"""From this many columns on, a line inside a quoted cell that splits into a whole row is taken to be a row."""
_NOT_TEXT = {
    b"PK\x03\x04": "an Excel or OpenDocument workbook",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
    b"%PDF": "a PDF document",
}


class Row(NamedTuple):
    """One row of a table: its number as a spreadsheet shows it, its cells, and whether its quotation marks pair up."""

    number: int
    cells: Sequence[str]
    quotes_pair_up: bool = True


@dataclass(frozen=True)
class Table:
    """A decoded file: its name, its header, our columns → the file's names of them, and its rows that are not blank."""

    name: str
    header: tuple[str, ...]
    columns: Mapping[str, str]
    rows: tuple[Row, ...]


def read_table(
    source: Path | bytes, names: Mapping[str, Sequence[str]], name: str = "the list", *, any_header: bool = False
) -> Table:
    """Read a delimited text file of unknown encoding and delimiter.

    Parameters
    ----------
    source
        The file, or its bytes.
    names
        Our column → its other usual names. The row and the delimiter that give the most columns are taken.
    name
        What to call the list in messages when `source` is bytes; a file is called by its own name.
    any_header
        Whether a header without a known name will do: the first row with the most cells is taken then.

    Raises
    ------
    UnreadableListError
        The file is missing, empty, not text, or no row of its beginning names a known column.
    """
    if isinstance(source, Path):
        name = source.name
        try:
            data = source.read_bytes()
        except OSError as error:
            raise UnreadableListError(f"{name} cannot be read: {error.strerror}. Check its path.") from error
    else:
        data = source
    text = _decode(data, name)
    if not text.strip():
        raise UnreadableListError(f"{name} is empty. Write a header row with the column names, then one row per entry.")
    found = [(match_columns(row.cells, names), row, mark) for mark in _DELIMITERS for row in _first_rows(text, mark)]
    columns, header, delimiter = max(found, key=lambda candidate: len(candidate[0]))
    if not columns and any_header:
        columns, header, delimiter = max(found, key=lambda candidate: sum(map(bool, candidate[1].cells)))
    elif not columns:
        raise UnreadableListError(
            f"{name} has no row with known column names. Give it a header row such as {','.join(names)} "
            "(not all are needed, in any order), and save it as CSV (UTF-8)."
        )
    rows = (row for row in _rows(text, delimiter) if row.number > header.number and any(map(str.strip, row.cells)))
    return Table(name, tuple(cell.strip() for cell in header.cells), columns, tuple(rows))


def match_columns(header: Sequence[str], names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Tell which of our columns a header has: our name → the file's name.

    Parameters
    ----------
    header
        The file's column names; case, accents, punctuation and what stands in brackets do not matter.
    names
        Our column → its other usual names, the surest first. Where two columns share a name, the first takes it.
    """
    named: dict[str, str] = {}
    for cell in sorted(header, key=lambda cell: cell.strip() not in names):  # our own spelling before another
        for text in (cell, cell.split("(")[0]):
            named.setdefault(_squeeze(text), cell.strip())
    columns = {column: named[_squeeze(column)] for column in names if _squeeze(column) in named}
    for column, others in names.items():
        free = (named[key] for key in map(_squeeze, others) if key in named and named[key] not in columns.values())
        if column not in columns and (found := next(free, None)):
            columns[column] = found
    return {column: columns[column] for column in names if column in columns}


@lru_cache(maxsize=8192)
def _squeeze(text: str) -> str:
    return fold(text).replace(" ", "")


def _decode(data: bytes, name: str) -> str:
    """Decode UTF-16 (by its mark or its zeros), UTF-8 or Windows-1252; a stray byte spoils nothing but itself."""
    for signature, kind in _NOT_TEXT.items():
        if data.startswith(signature):
            raise UnreadableListError(f"{name} is {kind}, not a list in text form. Open it and save it as CSV (UTF-8).")
    if encoding := _utf_16(data):
        return data.decode(encoding, "replace").removeprefix("\ufeff")
    text = data.decode("utf-8-sig", "surrogateescape")
    strays = 0 if text.isascii() else len(re.findall("[\udc80-\udcff]", text))
    if not strays:
        return text
    if strays > len(re.findall("[^\x00-\x7f\udc80-\udcff]", text)):
        return "".join(_windows_1252(data))

    def as_windows_1252(run: re.Match[str]) -> str:
        return "".join(_windows_1252(run[0].encode("ascii", "surrogateescape")))

    return re.sub("[\udc80-\udcff]+", as_windows_1252, text)


def _utf_16(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    sample = data[:4096]
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    if max(high, low) > len(sample) // 10 and min(high, low) <= max(high, low) // 10:
        return "utf-16-le" if low > high else "utf-16-be"
    return None


def _windows_1252(data: bytes) -> Iterator[str]:
    """Decode as Windows-1252, and its five unassigned bytes as Latin-1 has them."""
    start = 0
    for unassigned in re.finditer(rb"[\x81\x8d\x8f\x90\x9d]", data):
        yield data[start : unassigned.start()].decode("cp1252")
        yield unassigned[0].decode("latin-1")
        start = unassigned.end()
    yield data[start:].decode("cp1252")


def _first_rows(text: str, delimiter: str) -> Iterator[Row]:
    beginning = text[:100_000]
    for row in _rows(beginning, delimiter):
        if row.number > _HEADER_WITHIN:
            return
        yield row


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    """Split text into rows; one whose quotation marks do not pair up is read by itself and takes no other with it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    start = end = width = number = 0

    def feed() -> Iterator[str]:
        nonlocal end
        while end < len(lines) and end - start < _LONGEST_RECORD:
            end += 1
            yield lines[end - 1] + "\n"

    reader = csv.reader(feed(), delimiter=delimiter, strict=True, skipinitialspace=True)
    while start < len(lines):
        number += 1
        try:
            cells = next(reader)
            swallowed = end - start > 2 and _has_whole_row(lines[start + 1 : end - 1], delimiter, width)
        except csv.Error:
            swallowed = True
        if swallowed:
            end = start + 1
            yield Row(number, _split(lines[start], delimiter), quotes_pair_up='"' not in lines[start])
            reader = csv.reader(feed(), delimiter=delimiter, strict=True, skipinitialspace=True)
        else:
            width = max(width, len(cells)) if end - start == 1 else width
            yield Row(number, tuple(cells))
        start = end


def _has_whole_row(lines: Sequence[str], delimiter: str, width: int) -> bool:
    return width >= _NARROWEST_SURE and any(line.count(delimiter) + 1 >= width for line in lines)


def _split(line: str, delimiter: str) -> list[str]:
    """Split one line that the strict reader refused."""
    if line.count('"') % 2 == 0:
        try:
            return next(csv.reader([line], delimiter=delimiter, skipinitialspace=True))
        except csv.Error:  # a cell beyond the reader's size limit
            pass
    return [cell.strip().strip('"') for cell in line.split(delimiter)]
