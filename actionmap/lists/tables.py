"""Tables: from the bytes of a list, however a spreadsheet saved it, to a header and numbered rows."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import NamedTuple

from actionmap.errors import UnreadableListError, reason
from actionmap.lists.clock import WORDS, words
from actionmap.lists.dates import SERIALS
from actionmap.lists.encodings import Decoded, Judge, decode, may_be_garbled, repaired
from actionmap.lists.problems import Notice, NoticeKind
from actionmap.lists.rows import HEADER_WITHIN, MOST_ROWS, Row, all_rows, cell_at, ends_in_mid_row, first_rows
from actionmap.lists.workbook import ZERO_1900, Grid, Workbook, is_workbook, moment_of, read_workbook
from actionmap.text import fold, word_table
from actionmap.world.countries import country_code

MOST_BYTES, MOST_COLUMNS = 100_000_000, 1_000
"""What a file may have."""
_DELIMITERS = ",;\t|"
_NAMED_DELIMITER = re.compile(r"sep=([,;\t|])[ \t]*(?:\r\n|\r|\n)", re.IGNORECASE)
"""Excel's own first line, which is no row."""
_PIN_COLUMN = "geocoder"
"""Where a list has this column, its coordinates are pins that this program found, and not the list's own."""


class Form(NamedTuple):
    """How a list is written: encoding (as we and as Python call it), delimiter and line end; sheets of a workbook."""

    encoding: str = ""
    codec: str = "utf-8"
    delimiter: str = ","
    line_end: str = "\n"
    sheets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A list as it was written.

    Parameters
    ----------
    name
        What to call it.
    header
        Its columns, each by a name of its own.
    columns
        Our column → the file's name of it.
    rows
        Its rows that are not blank, without those of `left_out`.
    also
        Our column → further columns of the file that mean the same, for cells that are empty in the first.
    left_out
        Rows that are no entries: totals, sources, notes, the header once more.
    form
        How it is written.
    notices
        What was guessed, repaired or not read.
    cut_off
        The last row, where the file ends in the middle of it.
    """

    name: str
    header: tuple[str, ...]
    columns: Mapping[str, str]
    rows: tuple[Row, ...]
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    left_out: tuple[Row, ...] = ()
    form: Form = field(default_factory=Form)
    notices: tuple[Notice, ...] = ()
    cut_off: Row | None = None

    @property
    def all_rows(self) -> tuple[Row, ...]:
        """Its rows that are not blank, with those that are no entries."""
        return tuple(sorted((*self.rows, *self.left_out), key=lambda row: row.number)) if self.left_out else self.rows

    def places(self, column: str) -> tuple[int, ...]:
        """Return where the cells of one of our columns are in a row, the surest first; () where there are none."""
        names = [self.columns[column], *self.also.get(column, ())] if column in self.columns else []
        return tuple(map(self.header.index, names))


def read_table(
    source: Path | bytes,
    names: Mapping[str, Sequence[str]],
    name: str = "the list",
    *,
    any_header: bool = False,
    judge: Judge | None = None,
    most_rows: int = MOST_ROWS,
    repair: bool = True,
) -> Table:
    """Read a delimited text file of unknown encoding and delimiter, or a workbook (XLSX, XLS, ODS).

    Parameters
    ----------
    source
        The file, or its bytes.
    names
        Our column → its other usual names. The row, and the delimiter or sheet, that give the most columns are taken.
    name
        What to call the list in messages when `source` is bytes; a file is called by its own name.
    any_header
        Whether a header without a known name will do: the first row with the most cells is taken then.
    judge
        Counts the words that are known, to find an encoding; names of columns are counted besides. None: countries.
    most_rows
        How many rows it may have.
    repair
        Whether cells that were decoded wrongly earlier are put right.

    Raises
    ------
    UnreadableListError
        The file is missing, empty, no list, too long, or no row of its beginning names a known column.
    """
    data, name = _content(source, name)
    wanted = _Wanted(name, names, any_header)
    mended: dict[str, str] | None = {} if repair else None
    try:
        if is_workbook(data):
            table = _from_workbook(read_workbook(data, name), wanted, mended)
        else:
            table = _from_text(_decoded(data, wanted, judge or _known_countries), wanted, mended, most_rows)
        if len(table.rows) > most_rows:
            raise UnreadableListError.of("too-many-rows", most=most_rows)
    except UnreadableListError as error:
        raise UnreadableListError(error.message, error.values, name=name) from error.__cause__
    return _told(table, mended or {})


class _Wanted(NamedTuple):
    """What is read: a list of this name, for our columns with their other usual names, or for any columns."""

    name: str
    names: Mapping[str, Sequence[str]]
    any_header: bool


def _content(source: Path | bytes, name: str) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, name
    try:
        if source.stat().st_size > MOST_BYTES:
            raise UnreadableListError.of("divide", name=source.name, size=MOST_BYTES // 1_000_000)
        return source.read_bytes(), source.name
    except OSError as error:
        raise UnreadableListError.of("check-path", name=source.name, reason=reason(error)) from error


def _known_countries(words: Iterable[str]) -> int:
    return sum(country_code(word) is not None for word in words)


# ----------------------------------------------------------------------------------------------------------- text files


def _from_text(decoded: Decoded, wanted: _Wanted, mended: dict[str, str] | None, most_rows: int) -> Table:
    text, delimiter = decoded.text, None
    if named := _NAMED_DELIMITER.match(text):
        text, delimiter = text[named.end() :], named[1]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not delimiter:
        found = {mark: tuple(_mended(first_rows(text, mark), {})) for mark in _DELIMITERS}
        best = {mark: _header(rows, wanted) for mark, rows in found.items()}
        delimiter = max(best, key=lambda mark: best[mark][:2])
    rows = tuple(_mended(all_rows(text, delimiter, most_rows), mended))
    if not rows:
        raise UnreadableListError.of("empty")
    known, _, header = _header(rows[:HEADER_WITHIN], wanted)
    if not (known or wanted.any_header):
        raise UnreadableListError.of("no-known-columns", columns=",".join(wanted.names))
    line_end = "\r\n" if "\r\n" in decoded.text else "\n"
    form = Form(decoded.encoding, decoded.codec, delimiter, line_end)
    guessed = (Notice(NoticeKind.ENCODING_GUESSED, {"encoding": decoded.encoding}),) if decoded.guessed else ()
    below = [row for row in rows if row.number > header.number and any(map(str.strip, row.cells))]
    table = _table(wanted, header.cells, below, form, guessed)
    return replace(table, cut_off=below[-1]) if ends_in_mid_row(text, below, len(header.cells)) else table


def _decoded(data: bytes, wanted: _Wanted, judge: Judge) -> Decoded:
    if data.startswith(b"%PDF"):
        raise UnreadableListError.of("pdf")
    headings = {squeeze(text) for column, others in wanted.names.items() for text in (column, *others)}
    decoded = decode(data, lambda words: judge(words) + sum(squeeze(word) in headings for word in words))
    if not decoded.text.strip():
        raise UnreadableListError.of("empty")
    return decoded


# ----------------------------------------------------------------------------------------------------------- workbooks


def _from_workbook(book: Workbook, wanted: _Wanted, mended: dict[str, str] | None) -> Table:
    """Read the sheet whose header names the most columns, and with it those of the same header."""
    sheets = [(grid, [*_mended(map(Row, count(1), grid.rows), mended)]) for grid in book.sheets if _any_cell(grid)]
    if not sheets:
        raise UnreadableListError.of("empty")
    headers = [_header(rows[:HEADER_WITHIN], wanted) for _, rows in sheets]
    if not any(known or wanted.any_header for known, _, _ in headers):
        seen = ", ".join(f"“{grid.name}”" for grid, _ in sheets)
        raise UnreadableListError.of("no-known-sheet", sheets=seen, columns=",".join(wanted.names))
    best = max(range(len(headers)), key=lambda at: headers[at][:2])
    header = headers[best][2]
    joined = [at for at, (_, _, other) in enumerate(headers) if {*_keys(other)} == {*_keys(header)}]
    named = all(country_code(sheets[at][0].name) for at in joined) and len(joined) > 1
    from_sheets = named and "country" in wanted.names and "country" not in match_columns(header.cells, wanted.names)
    below: list[Row] = []
    starts: list[tuple[str, int]] = []
    for at in joined:
        (grid, rows), own = sheets[at], headers[at][2]
        places = {key: at for at, key in reversed([*enumerate(_keys(own))])}
        same = _keys(own) == _keys(header)
        order: Sequence[int] = range(len(header.cells)) if same else [places[key] for key in _keys(header)]
        offset = below[-1].number - own.number if below else 0
        starts.append((grid.name, own.number + offset + 1))
        for row in rows[own.number :]:
            if any(map(str.strip, row.cells)):
                cells = tuple(row.cells[place] for place in order)
                below.append(Row(row.number + offset, (*cells, grid.name) if from_sheets else cells))
    notices = []
    if len(joined) > 1:
        notices.append(Notice(NoticeKind.SHEETS_JOINED, {"sheets": tuple(starts)}))
    if from_sheets:
        notices.append(Notice(NoticeKind.COUNTRY_FROM_SHEETS))
    others = [grid.name for at, (grid, _) in enumerate(sheets) if at not in joined] + [*book.hidden]
    if others:
        notices.append(Notice(NoticeKind.SHEETS_NOT_READ, {"sheets": tuple(others)}))
    form = Form(codec="utf-8-sig", line_end="\r\n", sheets=tuple(sheets[at][0].name for at in joined))
    names_of_cells = (*header.cells, "country") if from_sheets else header.cells
    return _with_days(_table(wanted, names_of_cells, below, form, tuple(notices)), book.day_zero)


def _any_cell(grid: Grid) -> bool:
    return any(cell and not cell.isspace() for row in grid.rows for cell in row)


def _with_days(table: Table, day_zero: dt.date) -> Table:
    """Write days and times that a workbook has as bare numbers as such."""
    dates = [place for column in ("date", "end_date", "source_date") for place in table.places(column)]
    times = [place for column in ("start_time", "end_time") for place in table.places(column)]
    earlier = (day_zero - ZERO_1900).days

    def written(row: Row) -> Row:
        cells = list(row.cells)
        for place in (*dates, *times):
            found = _NUMBER.fullmatch(cells[place])
            if found and (int(found[1]) + earlier in SERIALS if place in dates else not int(found[1])):
                cells[place] = moment_of(cells[place], day_zero)
        return row._replace(cells=tuple(cells))

    return replace(table, rows=tuple(map(written, table.rows))) if dates or times else table


_NUMBER = re.compile(r"(\d{1,5})(?:\.\d+)?")


# ------------------------------------------------------------------------------------------------- header and columns


_LONGEST_NAME, _MOST_ALSO = 200, 5
"""Characters that the name of a column may have, and further columns of one meaning that are read."""


def distinct(header: Sequence[str]) -> tuple[str, ...]:
    """Give columns of one name numbers: "City", "City (2)"."""
    seen: Counter[str] = Counter()
    names = []
    for name in header:
        seen[name] += bool(name)
        names.append(f"{name} ({seen[name]})" if seen[name] > 1 else name)
    return tuple(names)


def match_columns(header: Sequence[str], names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Tell which of our columns a header has: our name → the file's name.

    Parameters
    ----------
    header
        The file's column names; case, accents, punctuation, what stands in brackets or after a slash, and words such
        as "of the event" do not matter.
    names
        Our column → its other usual names, the surest first. Where two columns share a name, the first takes it.
    """
    named: dict[str, str] = {}
    cells = sorted(header[:MOST_COLUMNS], key=lambda cell: cell.strip() not in names)  # our own spelling before another
    for forms in zip(*map(_forms, cells), strict=True):
        for cell, keys in zip(cells, forms, strict=True):
            for key in keys:
                named.setdefault(key, cell.strip())
    columns: dict[str, str] = {}
    for also in (False, True):  # our own names before others
        for column, others in names.items():
            keys = map(squeeze, others) if also else [squeeze(column)]
            free = (named[key] for key in keys if key in named and named[key] not in columns.values())
            if column not in columns and (found := next(free, None)):
                columns[column] = found
    return {column: columns[column] for column in names if column in columns}


_OF_AN_ACTION = frozenset(word_table(WORDS)["of an action"])
"""Words that a column's name may have more; folded."""


@lru_cache(maxsize=8192)
def _forms(cell: str) -> tuple[tuple[str, ...], ...]:
    """Return the keys of a column's name: as it is, without what is in brackets, its parts, its telling words."""
    if len(cell) > _LONGEST_NAME:
        return ((),) * 4
    plain = cell.split("(")[0]
    parts = [part for part in re.split(r"/|\bor\b|\bou\b|\bo\b|\boder\b", plain) if part.strip()]
    telling = "".join(word for word in fold(plain).split() if word not in _OF_AN_ACTION)
    return (squeeze(cell),), (squeeze(plain),), tuple(map(squeeze, parts)), (telling,)


@lru_cache(maxsize=8192)
def squeeze(text: str) -> str:
    """Return a name by which spellings are compared: folded, without spaces."""
    return fold(text).replace(" ", "")


def _header(rows: Sequence[Row], wanted: _Wanted) -> tuple[int, int, Row]:
    """Return the row that names the most columns, else the fullest, with how many columns and cells these are."""
    known = [len(match_columns(row.cells, wanted.names)) for row in rows]
    filled = [sum(map(bool, row.cells)) if wanted.any_header and not max(known) else 0 for row in rows]
    best = max(range(len(rows)), key=lambda at: (known[at], filled[at]))
    return known[best], filled[best], rows[best]


def _keys(row: Row) -> tuple[str, ...]:
    return tuple(map(squeeze, row.cells))


def _table(wanted: _Wanted, cells: Sequence[str], below: Iterable[Row], form: Form, notices: Sequence[Notice]) -> Table:
    """Match the columns, and name those that mean the same as another or nothing here."""
    header = distinct([cell.strip() for cell in cells])
    if sum(map(bool, header)) > MOST_COLUMNS:
        raise UnreadableListError.of("too-many-columns", most=MOST_COLUMNS)
    columns = match_columns(header, wanted.names)
    if _PIN_COLUMN in header and _PIN_COLUMN not in wanted.names:
        columns = {column: theirs for column, theirs in columns.items() if column not in ("latitude", "longitude")}
    table = Table(wanted.name, header, columns, tuple(below), form=form, notices=tuple(notices))
    taken = {*columns.values(), ""}
    meant = {other: next(iter(match_columns([other], wanted.names)), "") for other in header if other not in taken}
    same = {column: tuple(other for other in meant if meant[other] == column)[:_MOST_ALSO] for column in columns}
    return replace(table, also={column: others for column, others in same.items() if others})


# ---------------------------------------------------------------------------------------------------- what is said once


def _mended(rows: Iterable[Row], mended: dict[str, str] | None) -> Iterator[Row]:
    """Repair cells that were decoded wrongly earlier, and note them: as they were → as they are."""
    for row in rows:
        if mended is None or all(map(str.isascii, row.cells)):  # by far the most, so by the quickest way
            yield row
            continue
        new = {cell: repaired(cell) for cell in row.cells if may_be_garbled(cell)}
        new = {cell: text for cell, text in new.items() if text != cell}
        mended |= new
        yield row._replace(cells=tuple(new.get(cell, cell) for cell in row.cells)) if new else row


def _told(table: Table, mended: Mapping[str, str]) -> Table:
    """Leave out what is no entry, and say what is not read as it is."""
    notices = [*table.notices]
    if mended:
        before, after = next(iter(mended.items()))
        notices.append(Notice(NoticeKind.TEXT_REPAIRED, {"cells": len(mended), "before": before, "after": after}))
    for column, others in table.also.items():
        differ = tuple(row.number for row in table.rows if _disagrees(row, table.places(column)))
        values = {"column": table.columns[column], "others": others, "rows": differ}
        notices.append(Notice(NoticeKind.COLUMN_SHARED, values))
    used = {"", *table.columns.values(), *(other for others in table.also.values() for other in others)}
    places = [at for at, name in enumerate(table.header) if name not in used]
    unused = tuple(table.header[at] for at in places if any(cell_at(row, [at]) for row in table.rows))
    if unused:
        notices.append(Notice(NoticeKind.COLUMNS_NOT_USED, {"columns": unused}))
    left_out = _asides(table)
    if left_out:
        numbers = tuple(row.number for row in left_out)
        text = next(filter(str.strip, left_out[0].cells)).strip()
        notices.append(Notice(NoticeKind.ROWS_NOT_READ, {"rows": numbers, "value": text}))
    aside = {row.number for row in left_out}
    rows = tuple(row for row in table.rows if row.number not in aside) if left_out else table.rows
    return replace(table, rows=rows, left_out=left_out, notices=tuple(notices))


def _disagrees(row: Row, places: Sequence[int]) -> bool:
    return len({squeeze(cell) for place in places if (cell := cell_at(row, [place]))}) > 1


_ASIDE = words("no entry")
"""How a row begins, folded, that is no entry: a total, a source, when the list was written."""
_FIGURE = re.compile(r"(?!\d{1,2}\.\d{1,2}\.\d{2,4}$)[\d\s.,'’]+%?")
_PATTERN_OF_A_DATE = re.compile(r"([dmyhstjaтг]{1,4})([-/.: ][dmyhstja]{1,4}){1,2}", re.IGNORECASE)
_DATES = ("date", "start_time", "end_date", "end_time", "source_date")
_STANDS_ALONE = {"locality", "venue", "region", "country", "id", "name"}
"""Columns of which one alone may make an entry, where the rest is given for the whole list."""


def _asides(table: Table) -> tuple[Row, ...]:
    """Return the rows that are no entries."""
    heading = tuple(name.casefold() for name in table.header)
    ours = {table.header.index(theirs): column for column, theirs in table.columns.items()}
    wide = sum(map(bool, table.header)) > 2
    first = table.rows[0].number if table.rows else 0
    begins = {*heading, ""}  # by far the most rows are entries, so by the quickest way
    may_be = (
        row
        for row in table.rows
        if len(row.cells) - row.cells.count("") - row.cells.count(" ") < 3
        or row.number == first
        or row.cells[0].strip().casefold() in begins
    )
    return tuple(row for row in may_be if _is_aside(row, heading, ours, wide=wide, first=row.number == first))


def _is_aside(row: Row, heading: tuple[str, ...], ours: Mapping[int, str], *, wide: bool, first: bool) -> bool:
    filled = [(place, cell) for place, cell in enumerate(row.cells) if cell and not cell.isspace()]
    (place, begin), *others = filled
    if begin.strip().casefold() in heading and all(
        cell.strip().casefold() == heading[place] for place, cell in filled if place < len(heading)
    ):
        return True
    if len(filled) > 2:
        dates = (cell for place, cell in filled if ours.get(place) in _DATES)
        return first and any(_PATTERN_OF_A_DATE.fullmatch(cell.strip()) for cell in dates)
    if all(_FIGURE.fullmatch(cell.strip()) for _, cell in others) and _ASIDE.match(fold(begin)):
        return True
    return wide and not others and ours.get(place) not in _STANDS_ALONE
