"""Sheets: a table that somebody brings, in memory alone: read, its columns matched with ours, its cells mended."""

import datetime as dt
from collections.abc import Collection, Container, Mapping
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from actionmap.campaign.actions import Action, ActionList
from actionmap.errors import UnreadableListError
from actionmap.lists.cells import is_nothing
from actionmap.lists.encodings import Judge
from actionmap.lists.problems import Notice, NoticeKind, ProblemKind
from actionmap.lists.reading import names_of
from actionmap.lists.rows import Row, cell_at
from actionmap.lists.tables import Table, read_table

MOST_BYTES = 10_000_000
MOST_ROWS = 50_000


def read_sheet(content: bytes, name: str, judge: Judge | None = None) -> Table:
    """Read a CSV or TSV file, or a workbook (XLSX, XLS, ODS).

    Parameters
    ----------
    content
        The file.
    name
        What to call it in messages.
    judge
        Counts the words that are known, to find the encoding.

    Returns
    -------
    Table
        With any header; `columns` is a guess.

    Raises
    ------
    UnreadableListError
        The file is too large, is none of these, or has no rows or fewer than two columns.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableListError.of("divide", name=name, size=MOST_BYTES // 1_000_000)
    table = read_table(content, names_of(Action), name, any_header=True, judge=judge, most_rows=MOST_ROWS)
    if sum(map(bool, table.header)) < 2:
        raise UnreadableListError.of("one-column", name=name)
    if not table.rows:
        raise UnreadableListError.of("no-rows", name=name)
    return table


def as_list(sheet: Table, columns: Mapping[str, str]) -> Table:
    """Return a sheet as a list of actions: its rows under their numbers, the matched columns under our names.

    Parameters
    ----------
    columns
        Our column → the sheet's name of it.
    """
    chosen = {*columns.values()}
    further = {ours: [one for one in sheet.also.get(ours, ()) if one not in chosen] for ours in columns}
    places = [[*map(sheet.header.index, (name, *further[ours]))] for ours, name in columns.items()]
    rows = tuple(Row(row.number, tuple(cell_at(row, place) for place in places)) for row in sheet.rows)
    return Table(sheet.name, tuple(columns), dict(zip(columns, columns, strict=True)), rows)


def mended(sheet: Table, changes: Mapping[int, Mapping[str, str]]) -> Table:
    """Return a sheet with other values in some cells: row number → the sheet's name of the column → value."""
    place = {name: at for at, name in reversed(list(enumerate(sheet.header)))}

    def changed(row: Row) -> Row:
        cells = [*row.cells, *[""] * (len(sheet.header) - len(row.cells))]
        for name, value in changes[row.number].items():
            cells[place[name]] = value
        return row._replace(cells=tuple(cells))

    return replace(sheet, rows=tuple(changed(row) if row.number in changes else row for row in sheet.rows))


def still_true(notice: Notice, used: Container[str]) -> Notice | None:
    """Return what is still to be said of a sheet of which these columns are used now; None where nothing is."""
    if notice.kind is not NoticeKind.COLUMNS_NOT_USED:
        return notice
    unused = tuple(name for name in notice.values["columns"] if name not in used)
    return Notice(notice.kind, {"columns": unused}) if unused else None


Open = Mapping[str, frozenset[str]]
"""Column of a sheet → which of `CONSTANTS` it has an empty cell for; and "time_zone", where it has a time."""


def left_open_by(sheet: Table) -> Open:
    """Return what each column of a sheet leaves open: what takes a moment, once, so that `left_open` takes none."""
    columns = zip_longest(sheet.header, *(row.cells for row in sheet.rows), fillvalue="")
    return {name: _left_open({*cells}) for name, *cells in columns if name}


def _left_open(cells: Collection[str]) -> frozenset[str]:
    nothing = {cell for cell in map(str.strip, cells) if is_nothing(cell)}
    empty = {name for name in CONSTANTS if any(is_nothing(cell, name) for cell in nothing)}
    return frozenset(empty | ({"time_zone"} if any(":" in cell for cell in cells) else set()))


def left_open(by_column: Open, columns: Mapping[str, str]) -> list[str]:
    """Return what may be given once for a list: columns that it lacks or has empty cells in; a zone for its times."""
    empty = [name for name in CONSTANTS if name not in columns or name in by_column[columns[name]]]
    timed = "start_time" in columns or ("date" in columns and "time_zone" in by_column[columns["date"]])
    return [*empty, *(["time_zone"] if timed else [])]


CONSTANTS = ("date", "country", "status")
"""Columns whose values may be the same for a whole list."""


class UnclearDate(NamedTuple):
    """A date as 02/05/2031, and the two days that it may be."""

    text: str
    day_first: dt.date
    month_first: dt.date


def unclear_date(listed: ActionList) -> UnclearDate | None:
    """Return a date of a list that may be two days, None where there is none."""
    unclear = (problem for problem in listed.problems if problem.kind is ProblemKind.UNCLEAR_DATE)
    return next((UnclearDate(problem.value, *problem.values["days"]) for problem in unclear), None)
