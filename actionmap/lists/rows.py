"""Rows: text with delimiters split into numbered rows of cells, also where its quotation marks are broken."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import NamedTuple

from actionmap.errors import UnreadableListError

MOST_ROWS, MOST_CELLS = 1_000_000, 10_000_000
"""What a list may have; a list that somebody brings may have fewer rows."""
_MOST_LINES_A_ROW = 25
"""Lines that a list may have for each row that it may have: blank ones, and those inside of cells."""
HEADER_WITHIN = 30
"""Rows searched for the header: exports often carry a title and a date above it."""
_LONGEST_RECORD = 100
"""Lines that one quoted cell may span, in a file that is not valid, before its opening mark counts as stray."""
_NARROWEST_SURE = 4
"""From this many columns on, a line inside a quoted cell that splits into a whole row is taken to be a row."""


class Row(NamedTuple):
    """One row of a table: its number as a spreadsheet shows it, its cells, and whether its quotation marks pair up."""

    number: int
    cells: Sequence[str]
    quotes_pair_up: bool = True


def cell_at(row: Row, places: Sequence[int]) -> str:
    """Return the first cell of some that is not empty."""
    for place in places:
        if place < len(row.cells) and not row.cells[place].isspace() and row.cells[place]:
            return row.cells[place]
    return ""


def ends_in_mid_row(text: str, rows: Sequence[Row], width: int) -> bool:
    """Tell whether a text without a last line break ends before its row does, where most rows are whole."""
    if not rows or text.endswith(("\n", "\r")):
        return False
    *others, last = rows
    whole = sum(len(row.cells) >= width for row in others)
    return not last.quotes_pair_up or (len(last.cells) < width and whole * 2 > len(others))


def first_rows(text: str, delimiter: str) -> Iterator[Row]:
    """Return the rows of a text's beginning."""
    beginning = text[:100_000]
    try:
        return iter(list(islice(_strict_rows(beginning, delimiter), HEADER_WITHIN)))
    except csv.Error:
        return islice(_tolerant_rows(beginning, delimiter), HEADER_WITHIN)


def all_rows(text: str, delimiter: str, most: int = MOST_ROWS) -> Iterator[Row]:
    """Split text into rows: of valid CSV, where all that span lines are as wide as the others, else line by line.

    Rows in which nothing stands count, and are left out.

    Raises
    ------
    UnreadableListError
        There are more rows, cells, or lines for them; nothing after that is read.
    """
    if text.count("\n") > _MOST_LINES_A_ROW * most:
        raise UnreadableListError.of("too-many-rows", most=most)
    try:
        rows = list(_limited(_strict_rows(text, delimiter), most))
    except csv.Error:
        rows = []
    if rows and _is_believed(rows, delimiter):
        return iter(rows)
    return _limited(_tolerant_rows(text, delimiter), most)


def _limited(rows: Iterator[Row], most: int) -> Iterator[Row]:
    """Leave out blank rows, and stop where there are too many rows or cells."""
    cells = read = 0
    for row in rows:
        if any(map(str.strip, row.cells)):
            read += 1
            cells += len(row.cells)
            if read > most + HEADER_WITHIN or cells > MOST_CELLS:
                more, limit = ("too-many-rows", most) if read > most else ("too-many-cells", MOST_CELLS)
                raise UnreadableListError.of(more, most=limit)
            yield row


def _is_believed(rows: Sequence[Row], delimiter: str) -> bool:
    """Tell whether rows that span lines are as wide as the others, and none has swallowed a row like another."""
    long = [(row, cell) for row in rows for cell in row.cells if "\n" in cell]
    if not long:
        return True
    usual, _ = Counter(len(row.cells) for row in rows).most_common(1)[0]
    within = [line.split(delimiter) for _, cell in long for line in cell.split("\n")[1:-1]]
    suspects = {shape for cells in within if len(cells) == usual and "9" in "".join(shape := _shape(cells))}
    return all(len(row.cells) == usual for row, _ in long) and not (
        suspects and any(_shape(row.cells) in suspects for row in rows)
    )


def _shape(cells: Sequence[str]) -> tuple[str, ...]:
    """Return what a row looks like, whatever its words and figures."""
    return tuple(_FIGURES.sub("9", _LETTERS.sub("a", cell.strip())) for cell in cells)


_LETTERS, _FIGURES = re.compile(r"[^\W\d_]+"), re.compile(r"\d+")


def _strict_rows(text: str, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=True)
    return (Row(number, tuple(cells)) for number, cells in enumerate(reader, start=1))


def _tolerant_rows(text: str, delimiter: str) -> Iterator[Row]:
    """Split text into rows; one whose quotation marks do not pair up is read by itself and takes no other with it."""
    lines = text.split("\n")
    start = end = usual = first = number = 0
    widths = Counter[int]()

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
            width = min(first, usual or first)
            within = lines[start + 1 : end - 1] if width else ()
            swallowed = any(line.count(delimiter) + 1 >= width for line in within)
        except csv.Error:
            swallowed = True
        if swallowed:
            end = start + 1
            yield Row(number, _split(lines[start], delimiter), quotes_pair_up='"' not in lines[start])
            reader = csv.reader(feed(), delimiter=delimiter, strict=True, skipinitialspace=True)
        else:
            if len(cells) >= _NARROWEST_SURE:
                first = first or len(cells)  # a header may span lines
                widths[len(cells)] += end - start == 1
                usual = max(usual, len(cells), key=widths.__getitem__)
            yield Row(number, tuple(cells))
        start = end


def _split(line: str, delimiter: str) -> list[str]:
    """Split one line that the strict reader refused."""
    if line.count('"') % 2 == 0:
        with suppress(csv.Error):  # a cell beyond the reader's size limit
            return next(csv.reader([line], delimiter=delimiter, skipinitialspace=True))
    return [cell.strip().strip('"') for cell in line.split(delimiter)]
