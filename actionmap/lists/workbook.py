"""Workbooks: the sheets of an Excel or OpenDocument file as rows of text, read within bounds."""

import datetime as dt
import io
import json
import re
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache, reduce
from pathlib import Path
from typing import IO, NamedTuple

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from actionmap.errors import UnreadableListError

_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_MOST_UNPACKED = 150_000_000
"""Bytes of what is packed in a workbook: 50,000 full rows are a fifth of that."""
_MOST_CELLS = 5_000_000
"""Cells from the first to the last that is used, of all sheets, which the reader holds all at once."""
_MOST_MEMORY, _LONGEST = 1_500_000_000, 20
"""Bytes and seconds that reading a workbook may take."""
_CHUNK = 1 << 20
_BROKEN = (
    *(CalamineError, zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError),
    *(ValueError, RuntimeError, KeyError),  # of a zip whose parts begin before it, are encrypted, or are not there
)
_EXCEL_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_EXCEL_CELL = re.compile(rb"""<(?:\w+:)?(row|c)\b(?:[^<>]*?\sr=["']([A-Za-z]*)(\d+)["'])?[^<>]*(?<!/)>(?!</)""")
_ODS_CELL = re.compile(rb"<table:(?:covered-)?(table-cell|table-row|table)\b(?!-)([^<>]*)>")
_REPEATED = re.compile(rb"""number-(?:rows|columns)-repeated=["'](\d+)["']""")
_DATES_FROM_1904 = re.compile(
    rb"""<(?:\w+:)?workbookPr\b[^>]*\bdate1904=["'](?:1|true)["']|<table:null-date\b[^>]*=["']1904-01-01["']"""
)
_BOOK, _COUNTS_FROM, _END = b"\x09\x08\x10\x00\x00\x06\x05\x00", b"\x22\x00", b"\x0a\x00"
"""Records of an XLS: where the book begins, from which day it counts, and where its beginning ends."""

ZERO_1900, ZERO_1904 = dt.date(1899, 12, 30), dt.date(1904, 1, 1)
"""The days from which workbooks count: the second is that of old Macs."""


class Grid(NamedTuple):
    """A sheet: its name, and all its rows from the first on, as text."""

    name: str
    rows: Sequence[Sequence[str]]


class Workbook(NamedTuple):
    """The sheets that can be seen, the names of the hidden ones, and the day from which bare numbers count days."""

    sheets: tuple[Grid, ...]
    hidden: tuple[str, ...]
    day_zero: dt.date


def is_workbook(data: bytes) -> bool:
    """Tell by its first bytes whether a file is a workbook."""
    return data.startswith((_ZIP, _OLD_EXCEL))


def read_workbook(data: bytes, name: str) -> Workbook:
    """Read XLSX, XLS and ODS: of a formula its value, of merged cells their value in every row.

    It is read in a process of its own, within bounds of memory and time: a wrong workbook can end nothing else.

    Raises
    ------
    UnreadableListError
        The file is no workbook, is broken, or is too large when unpacked.
    """
    command, root = [sys.executable, "-m", "actionmap.lists.workbook"], Path(__file__).parents[2]
    try:
        done = subprocess.run(command, input=data, capture_output=True, cwd=root, timeout=_LONGEST, check=True)
        said = json.loads(done.stdout)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired, ValueError) as error:
        raise UnreadableListError.of("ended-workbook", name=name) from error
    if isinstance(said, dict):
        raise UnreadableListError(said.pop("message"), said, name=name)
    sheets, hidden, day_zero = said
    return Workbook(tuple(Grid(*sheet) for sheet in sheets), tuple(hidden), dt.date.fromisoformat(day_zero))


def _main() -> None:
    """Read a workbook from standard input, and write its sheets, or what is wrong with it, to standard output."""
    import resource  # of Unix alone

    for kind, most in ((resource.RLIMIT_AS, _MOST_MEMORY), (resource.RLIMIT_CPU, _LONGEST)):
        _, allowed = resource.getrlimit(kind)  # of a worker, less
        resource.setrlimit(kind, (most if allowed == resource.RLIM_INFINITY else min(most, allowed),) * 2)
    data = sys.stdin.buffer.read()
    try:
        json.dump(_read(data, _of_old_excel(data) if data.startswith(_OLD_EXCEL) else _checked(data)), sys.stdout)
    except UnreadableListError as error:
        json.dump({**error.values, "message": error.message}, sys.stdout)
    except _BROKEN as error:
        broken = UnreadableListError.of("broken-workbook", reason=str(error))
        json.dump({**broken.values, "message": broken.message}, sys.stdout)


def _read(data: bytes, day_zero: dt.date) -> tuple[list[Grid], list[str], str]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = [one for one in book.sheets_metadata if one.typ is SheetTypeEnum.WorkSheet]
    seen = [one.name for one in sheets if one.visible is SheetVisibleEnum.Visible]
    grids = [_grid(book.get_sheet_by_name(one)) for one in seen]
    return grids, [one.name for one in sheets if one.name not in seen], day_zero.isoformat()


def _grid(sheet: CalamineSheet) -> Grid:
    if sheet.total_height * sheet.total_width > 2 * _MOST_CELLS:
        raise UnreadableListError.of("far-cell", sheet=sheet.name)
    rows = [[_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    filled = 0
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        below = rows[top + 1 : bottom + 1]
        filled += len(below)
        if filled > _MOST_CELLS:
            raise UnreadableListError.of("too-many-merged", sheet=sheet.name)
        for row in below:
            row[left : left + 1] = rows[top][left : left + 1]
    return Grid(sheet.name, rows)


def _text(value: object) -> str:
    match value:
        case str():
            return value
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:.15g}" if abs(value) < 1e15 else str(value)
        case dt.datetime():
            return f"{value:%Y-%m-%d} {_hour(value.time())}" if value.time() != dt.time() else f"{value:%Y-%m-%d}"
        case dt.time():
            return _hour(value)
        case dt.timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60}:{minutes % 60:02}"
    return str(value)


def _hour(time: dt.time) -> str:
    """Write a time with no zero before it: a sheet does not tell whether its hours are of 24."""
    return f"{time.hour}:{time:%M}"


def moment_of(number: str, day_zero: dt.date) -> str:
    """Return the day, and the time where it has one, for which a bare number stands; of less than one the time."""
    moment = dt.datetime.combine(day_zero, dt.time()) + dt.timedelta(minutes=round(float(number) * 24 * 60))
    return _text(moment) if float(number) >= 1 else _hour(moment.time())


# ------------------------------------------------------------------------- what is looked at before anything is read


def _of_old_excel(data: bytes) -> dt.date:
    """Return the day from which an XLS counts, which stands in the records at the beginning of its book."""
    at = data.find(_BOOK)
    while 0 <= at < len(data) - 6 and data[at : at + 2] != _END:
        size = int.from_bytes(data[at + 2 : at + 4], "little")
        if data[at : at + 2] == _COUNTS_FROM:
            return ZERO_1904 if data[at + 4] else ZERO_1900
        at += 4 + size
    return ZERO_1900


def _checked(data: bytes) -> dt.date:
    """Refuse what would unpack to too much; return the day from which the workbook counts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(part.file_size for part in archive.infolist())
        if size > _MOST_UNPACKED:
            raise UnreadableListError.of("unpacks", size=size // 1_000_000)
        parts = archive.namelist()
        excel = "xl/workbook.xml" in parts
        if not excel and "content.xml" not in parts:
            raise UnreadableListError.of("no-workbook")
        cells = 0
        for part in parts:
            if _EXCEL_SHEET.fullmatch(part) or part == "content.xml":
                with archive.open(part) as file:
                    for rows, columns in _excel_extents(file) if excel else _ods_extents(file):
                        cells += rows * columns
                        if cells > _MOST_CELLS:
                            raise UnreadableListError.of("wide-sheet", row=rows, column=columns)
        beginning = archive.read("xl/workbook.xml") if excel else archive.read("content.xml")[:_CHUNK]
    return ZERO_1904 if _DATES_FROM_1904.search(beginning) else ZERO_1900


def _excel_extents(file: IO[bytes]) -> Iterator[tuple[int, int]]:
    """Return how many rows and columns of a sheet reach to its last used cells."""
    rows = columns = row = column = 0
    for tag, letters, number in _tags(file, _EXCEL_CELL):
        if tag == b"row":
            row, column = int(number) if number else row + 1, 0
        else:
            column = _column_number(letters) if letters else column + 1
            rows, columns = max(rows, int(number) if number else row), max(columns, column)
    yield rows, columns


def _ods_extents(file: IO[bytes]) -> Iterator[tuple[int, int]]:
    """Return the same for every sheet of an OpenDocument file, where rows and cells say how often they repeat."""
    rows = columns = row = column = repeated = 0
    for tag, within in _tags(file, _ODS_CELL):
        times = int(found[1]) if (found := _REPEATED.search(within)) else 1
        if tag == b"table":
            yield rows, columns
            rows = columns = row = column = repeated = 0
        elif tag == b"table-row":
            row, column, repeated = row + repeated, 0, times
        else:
            column += times
            if b"value" in within:
                rows, columns = max(rows, row + repeated), max(columns, column)
    yield rows, columns


@lru_cache
def _column_number(letters: bytes) -> int:
    return reduce(lambda number, letter: number * 26 + letter - 64, letters.upper()[:8], 0)


def _tags(file: IO[bytes], pattern: re.Pattern[bytes]) -> Iterator[tuple[bytes, ...]]:
    """Return what a pattern finds in the tags of a file, however long it is."""
    rest = b""
    while chunk := file.read(_CHUNK):
        text = rest + chunk
        end = text.rfind(b">") + 1
        yield from pattern.findall(text[:end])
        rest = text[end:][-_CHUNK:]  # no tag is so long


if __name__ == "__main__":
    _main()
