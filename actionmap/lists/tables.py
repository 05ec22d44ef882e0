"""Tables: from the bytes of a list, however a spreadsheet saved it, to a header and numbered rows."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import NamedTuple

from actionmap.errors import UnreadableListError
from actionmap.lists.columns import distinct, match_columns, squeeze
from actionmap.lists.encodings import Decoded, Judge, decode, may_be_garbled, repaired
from actionmap.lists.problems import Notice, NoticeKind
from actionmap.lists.rows import HEADER_WITHIN, Row, all_rows, cell_at, ends_in_mid_row, first_rows
from actionmap.lists.workbook import ZERO_1900, ZERO_1904, Grid, Workbook, is_workbook, read_workbook
from actionmap.text import fold
from actionmap.world.countries import country_code

_DELIMITERS = ",;\t|"
_NAMED_DELIMITER = re.compile(r"sep=([,;\t|])[ \t]*(?:\r\n|\r|\n)", re.IGNORECASE)
"""Excel's own first line, which is no row."""
_PIN_COLUMN = "geocoder"
"""Where a list has this column, its coordinates are pins that this program found, and not the list's own."""
_NOT_TEXT = {b"%PDF": "a PDF document"}


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
    most_rows: int | None = None,
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

    Raises
    ------
    UnreadableListError
        The file is missing, empty, no list, too long, or no row of its beginning names a known column.
    """
    data, name = _content(source, name)
    mended: dict[str, str] = {}
    if is_workbook(data):
        table = _from_workbook(read_workbook(data, name), names, name, mended, any_header=any_header)
    else:
        decoded = _decoded(data, names, name, judge or _known_countries)
        table = _from_text(decoded, names, name, mended, any_header=any_header, most_rows=most_rows)
    if most_rows is not None and len(table.rows) > most_rows:
        raise _too_long(name, most_rows)
    return _told(table, mended)


def _content(source: Path | bytes, name: str) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, name
    try:
        return source.read_bytes(), source.name
    except OSError as error:
        raise UnreadableListError(f"{source.name} cannot be read: {error.strerror}. Check its path.") from error


def _too_long(name: str, most_rows: int) -> UnreadableListError:
    return UnreadableListError(f"{name} has more than {most_rows:,} rows. Divide it into several lists.")


def _empty(name: str) -> UnreadableListError:
    return UnreadableListError(f"{name} is empty. Write a header row with the column names, then one row per entry.")


def _known_countries(words: Iterable[str]) -> int:
    return sum(country_code(word) is not None for word in words)


# ----------------------------------------------------------------------------------------------------------- text files


def _from_text(
    decoded: Decoded,
    names: Mapping[str, Sequence[str]],
    name: str,
    mended: dict[str, str],
    *,
    any_header: bool,
    most_rows: int | None,
) -> Table:
    text, delimiter = decoded.text, None
    if named := _NAMED_DELIMITER.match(text):
        text, delimiter = text[named.end() :], named[1]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not delimiter:
        found = {mark: tuple(_mended(first_rows(text, mark), {})) for mark in _DELIMITERS}
        best = {mark: _header(rows, names, any_header=any_header) for mark, rows in found.items()}
        delimiter = max(best, key=lambda mark: best[mark][:2])
    rows = tuple(_mended(_limited(all_rows(text, delimiter), name, most_rows), mended))
    known, _, header = _header(rows[:HEADER_WITHIN], names, any_header=any_header)
    if not (known or any_header):
        raise UnreadableListError(
            f"{name} has no row with known column names. Give it a header row such as {','.join(names)} "
            "(not all are needed, in any order), and save it as CSV (UTF-8)."
        )
    line_end = "\r\n" if "\r\n" in decoded.text else "\n"
    form = Form(decoded.encoding, decoded.codec, delimiter, line_end)
    guessed = (Notice(NoticeKind.ENCODING_GUESSED, {"encoding": decoded.encoding}),) if decoded.guessed else ()
    below = [row for row in rows if row.number > header.number and any(map(str.strip, row.cells))]
    table = _table(name, header.cells, below, names, form, guessed)
    return replace(table, cut_off=below[-1]) if ends_in_mid_row(text, below, len(header.cells)) else table


def _decoded(data: bytes, names: Mapping[str, Sequence[str]], name: str, judge: Judge) -> Decoded:
    for signature, kind in _NOT_TEXT.items():
        if data.startswith(signature):
            raise UnreadableListError(f"{name} is {kind}, not a list in text form. Open it and save it as CSV (UTF-8).")
    headings = {squeeze(text) for column, others in names.items() for text in (column, *others)}
    decoded = decode(data, lambda words: judge(words) + sum(squeeze(word) in headings for word in words))
    if not decoded.text.strip():
        raise _empty(name)
    return decoded


# ----------------------------------------------------------------------------------------------------------- workbooks


def _from_workbook(
    book: Workbook, names: Mapping[str, Sequence[str]], name: str, mended: dict[str, str], *, any_header: bool
) -> Table:
    """Read the sheet whose header names the most columns, and with it those of the same header."""
    sheets = [(grid, [*_mended(map(Row, count(1), grid.rows), mended)]) for grid in book.sheets if _any_cell(grid)]
    if not sheets:
        raise _empty(name)
    headers = [_header(rows[:HEADER_WITHIN], names, any_header=any_header) for _, rows in sheets]
    if not any(known or any_header for known, _, _ in headers):
        seen = ", ".join(f"“{grid.name}”" for grid, _ in sheets)
        raise UnreadableListError(
            f"{name} has no sheet with known column names, only {seen}. Give one a header row such as "
            f"{','.join(names)} (not all are needed, in any order)."
        )
    best = max(range(len(headers)), key=lambda at: headers[at][:2])
    header = headers[best][2]
    joined = [at for at, (_, _, other) in enumerate(headers) if {*_keys(other)} == {*_keys(header)}]
    named = all(country_code(sheets[at][0].name) for at in joined) and len(joined) > 1
    from_sheets = named and "country" in names and "country" not in match_columns(header.cells, names)
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
    form = Form(sheets=tuple(sheets[at][0].name for at in joined))
    names_of_cells = (*header.cells, "country") if from_sheets else header.cells
    return _with_days(_table(name, names_of_cells, below, names, form, tuple(notices)), book.day_zero)


def _any_cell(grid: Grid) -> bool:
    return any(cell and not cell.isspace() for row in grid.rows for cell in row)


def _with_days(table: Table, day_zero: dt.date) -> Table:
    """Write days and times that a workbook has as bare numbers as such."""
    dates, times = ([*table.places(column)] for column in ("date", "start_time"))

    def written(row: Row) -> Row:
        cells = list(row.cells)
        for place in dates:
            if _DAY_NUMBER.fullmatch(cells[place]) and int(float(cells[place])) in _DAYS[day_zero]:
                moment = dt.datetime.combine(day_zero, dt.time()) + _days(cells[place])
                midnight = moment.time() == dt.time()
                cells[place] = moment.date().isoformat() if midnight else moment.isoformat(" ", "minutes")
        for place in times:
            if _PART_OF_A_DAY.fullmatch(cells[place]):
                cells[place] = f"{dt.datetime.combine(day_zero, dt.time()) + _days(cells[place]):%H:%M}"
        return row._replace(cells=tuple(cells))

    return replace(table, rows=tuple(map(written, table.rows))) if dates or times else table


_DAY_NUMBER, _PART_OF_A_DAY = re.compile(r"\d{5}(\.\d+)?"), re.compile(r"0(\.\d+)?")
_DAYS = {ZERO_1900: range(20_000, 80_000), ZERO_1904: range(18_538, 78_538)}
"""The numbers that stand for the years 1954 to 2119 in a workbook."""


def _days(number: str) -> dt.timedelta:
    return dt.timedelta(minutes=round(float(number) * 24 * 60))


# ------------------------------------------------------------------------------------------------- header and columns


def _header(rows: Sequence[Row], names: Mapping[str, Sequence[str]], *, any_header: bool) -> tuple[int, int, Row]:
    """Return the row that names the most columns, else the fullest, with how many columns and cells these are."""
    known = [len(match_columns(row.cells, names)) for row in rows]
    filled = [sum(map(bool, row.cells)) if any_header and not max(known) else 0 for row in rows]
    best = max(range(len(rows)), key=lambda at: (known[at], filled[at]))
    return known[best], filled[best], rows[best]


def _limited(rows: Iterable[Row], name: str, most_rows: int | None) -> Iterator[Row]:
    for row in rows:
        if most_rows is not None and row.number > most_rows + HEADER_WITHIN:
            raise _too_long(name, most_rows)
        yield row


def _keys(row: Row) -> tuple[str, ...]:
    return tuple(map(squeeze, row.cells))


def _table(
    name: str,
    cells: Sequence[str],
    below: Iterable[Row],
    names: Mapping[str, Sequence[str]],
    form: Form,
    notices: Sequence[Notice],
) -> Table:
    """Match the columns, and name those that mean the same as another or nothing here."""
    header = distinct([cell.strip() for cell in cells])
    columns = match_columns(header, names)
    if _PIN_COLUMN in header and _PIN_COLUMN not in names:
        columns = {column: theirs for column, theirs in columns.items() if column not in ("latitude", "longitude")}
    table = Table(name, header, columns, tuple(below), form=form, notices=tuple(notices))
    also: dict[str, tuple[str, ...]] = {}
    for column in columns:
        others = {other: match_columns([other], names) for other in header if other and other not in columns.values()}
        if same := tuple(other for other, meant in others.items() if list(meant) == [column]):
            also[column] = same
    return replace(table, also=also)


# ---------------------------------------------------------------------------------------------------- what is said once


def _mended(rows: Iterable[Row], mended: dict[str, str]) -> Iterator[Row]:
    """Repair cells that were decoded wrongly earlier, and note them: as they were → as they are."""
    for row in rows:
        if all(map(str.isascii, row.cells)):  # by far the most, so by the quickest way
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
    used = {*table.columns.values(), *(other for others in table.also.values() for other in others)}
    idle = [at for at, name in enumerate(table.header) if name and name not in used]
    unused = tuple(table.header[at] for at in idle if any(cell_at(row, [at]) for row in table.rows))
    if unused:
        notices.append(Notice(NoticeKind.COLUMNS_NOT_USED, {"columns": unused}))
    left_out = _asides(table)
    if left_out:
        numbers = tuple(row.number for row in left_out)
        text = next(filter(str.strip, left_out[0].cells)).strip()
        notices.append(Notice(NoticeKind.ROWS_NOT_READ, {"rows": numbers, "value": text}))
    rows = tuple(row for row in table.rows if row not in left_out) if left_out else table.rows
    return replace(table, rows=rows, left_out=left_out, notices=tuple(notices))


def _disagrees(row: Row, places: Sequence[int]) -> bool:
    return len({squeeze(cell) for place in places if (cell := cell_at(row, [place]))}) > 1


_ASIDE = re.compile(
    r"(sub|grand |sous |zwischen)?(total|totals|totales|totale|totaux|summe|sum|suma|summa)\b|gesamt|insgesamt|razem\b"
    r"|toplam\b|jumlah\b|итого|всего|المجموع|الاجمالي|合计|总计|合計|総計|총계|합계"
    r"|(sources?|fuentes?|fontes?|quellen?|bron|kaynak|sumber|zrodlo|источник|المصدر|المصادر|来源|出典|출처)\b"
    r"|(last )?(updated|update|modified)\b|(ultima )?(actualizacion|atualizacao)|actualizado|atualizado|mis a jour"
    r"|derniere mise a jour|aktualisiert|stand (vom|\d)|guncelle|diperbarui|обновлено|اخر تحديث|تم التحديث|更新"
    r"|(notes?|notas?|nb|n b|remarques?|hinweis|anmerkung|footnote)\b"
)
"""How a row begins, folded, that is no entry: a total, a source, when the list was written."""
_FIGURE = re.compile(r"(?!\d{1,2}\.\d{1,2}\.\d{2,4}$)[\d\s.,'’]+%?")
_PATTERN_OF_A_DATE = re.compile(r"([dmyhstjaтг]{1,4})([-/.: ][dmyhstja]{1,4}){1,2}", re.IGNORECASE)
_STANDS_ALONE = {"locality", "venue", "region", "country", "id", "name"}
"""Columns of which one alone may make an entry, where the rest is given for the whole list."""


def _asides(table: Table) -> tuple[Row, ...]:
    """Return the rows that are no entries."""
    heading = tuple(name.casefold() for name in table.header)
    ours = {table.header.index(theirs): column for column, theirs in table.columns.items()}
    wide = sum(map(bool, table.header)) > 2
    first = table.rows[0].number if table.rows else 0
    return tuple(row for row in table.rows if _is_aside(row, heading, ours, wide=wide, first=row.number == first))


def _is_aside(row: Row, heading: tuple[str, ...], ours: Mapping[int, str], *, wide: bool, first: bool) -> bool:
    filled = [(place, cell) for place, cell in enumerate(row.cells) if cell and not cell.isspace()]
    (place, begin), *others = filled
    if begin.strip().casefold() in heading and all(
        cell.strip().casefold() == heading[place] for place, cell in filled if place < len(heading)
    ):
        return True
    if len(filled) > 2:
        return first and any(_PATTERN_OF_A_DATE.fullmatch(cell.strip()) for _, cell in filled)
    if all(_FIGURE.fullmatch(cell.strip()) for _, cell in others) and _ASIDE.match(fold(begin)):
        return True
    return wide and not others and ours.get(place) not in _STANDS_ALONE
