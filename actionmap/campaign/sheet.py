"""Sheets: a table that somebody brings, in memory alone: read, its columns matched with ours, its cells mended."""

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from python_calamine import CalamineError, CalamineWorkbook

from actionmap.campaign.actions import Action, ActionList
from actionmap.errors import UnreadableListError
from actionmap.lists.problems import ProblemKind
from actionmap.lists.reading import names_of
from actionmap.lists.tables import Row, Table, read_table

MOST_BYTES = 10_000_000
MOST_ROWS = 50_000

_MOST_UNPACKED = 150_000_000
"""Bytes of what is packed in a workbook: 50,000 full rows are a fifth of that."""
_WORKBOOK = b"PK\x03\x04"
_DAY_ZERO = dt.date(1899, 12, 30)
_DAYS = range(20_000, 80_000)
"""The numbers that stand for the years 1954 to 2119 in a spreadsheet."""


def read_sheet(content: bytes, name: str) -> Table:
    """Read a CSV or TSV file, or the first sheet of an Excel workbook.

    Parameters
    ----------
    content
        The file.
    name
        What to call it in messages.

    Returns
    -------
    Table
        With any header; `columns` is a guess.

    Raises
    ------
    UnreadableListError
        The file is too large, is neither of these, or has no rows or fewer than two columns.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableListError(f"{name} is larger than {MOST_BYTES // 1_000_000} MB. Divide it into several lists.")
    names = names_of(Action)
    if content.startswith(_WORKBOOK):
        table = _with_days(read_table(_unpacked(content, name), names, name, any_header=True))
    else:
        table = read_table(content, names, name, any_header=True)
    if sum(map(bool, table.header)) < 2:
        raise UnreadableListError(
            f"{name} has one column only. Give each value a column of its own: at least town and country."
        )
    if not table.rows:
        raise UnreadableListError(f"{name} has a header and no rows. Write one row per action under it.")
    if len(table.rows) > MOST_ROWS:
        raise UnreadableListError(
            f"{name} has {len(table.rows):,} rows; {MOST_ROWS:,} are the most. Divide it into several lists."
        )
    return table


def as_list(sheet: Table, columns: Mapping[str, str]) -> bytes:
    """Write a sheet as a list of actions: its rows under their numbers, the matched columns under our names.

    Parameters
    ----------
    columns
        Our column → the sheet's name of it.
    """
    places = [sheet.header.index(name) for name in columns.values()]
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    number = 2
    for row in sheet.rows:
        writer.writerows([[]] * (row.number - number))
        number = row.number + 1
        cells = [row.cells[place] if place < len(row.cells) else "" for place in places]
        writer.writerow(cells if any(cells) else ["-", *cells[1:]])  # a blank line would not be a row
    return file.getvalue().encode("utf-8", "replace")


def mended(sheet: Table, changes: Mapping[int, Mapping[str, str]]) -> Table:
    """Return a sheet with other values in some cells: row number → the sheet's name of the column → value."""
    place = {name: at for at, name in reversed(list(enumerate(sheet.header)))}

    def changed(row: Row) -> Row:
        cells = [*row.cells, *[""] * (len(sheet.header) - len(row.cells))]
        for name, value in changes[row.number].items():
            cells[place[name]] = value
        return row._replace(cells=tuple(cells))

    return replace(sheet, rows=tuple(changed(row) if row.number in changes else row for row in sheet.rows))


class UnclearDate(NamedTuple):
    """A date as 02/05/2031, and the two days that it may be."""

    text: str
    day_first: dt.date
    month_first: dt.date


def unclear_date(listed: ActionList) -> UnclearDate | None:
    """Return a date of a list that may be two days, None where there is none."""
    unclear = (problem for problem in listed.problems if problem.kind is ProblemKind.UNCLEAR_DATE)
    return next((UnclearDate(problem.value, *problem.values["days"]) for problem in unclear), None)


def _unpacked(content: bytes, name: str) -> bytes:
    """Write the first sheet of a workbook as CSV: of a formula its value, of merged cells the first."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(part.file_size for part in archive.infolist())
        if size > _MOST_UNPACKED:
            raise UnreadableListError(f"{name} unpacks to {size // 1_000_000:,} MB. Save the list alone, as CSV.")
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
        rows: Sequence[Sequence[object]] = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS + 100)
    except (CalamineError, zipfile.BadZipFile, OSError) as error:
        raise UnreadableListError(
            f"{name} cannot be read as an Excel workbook ({error}). Save it as CSV (UTF-8)."
        ) from error
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows([_cell(value) for value in row] for row in rows)
    return file.getvalue().encode("utf-8", "replace")


def _cell(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case dt.datetime() if value.time() == dt.time():
            return value.date().isoformat()
        case dt.time():
            return f"{value:%H:%M}"
    return str(value)


def _with_days(table: Table) -> Table:
    """Write days that a workbook has as bare numbers as dates."""
    if "date" not in table.columns:
        return table
    name = table.columns["date"]
    at = table.header.index(name)
    days = {
        row.number: {name: (_DAY_ZERO + dt.timedelta(int(row.cells[at]))).isoformat()}
        for row in table.rows
        if at < len(row.cells) and row.cells[at].isdecimal() and int(row.cells[at]) in _DAYS
    }
    return mended(table, days)
