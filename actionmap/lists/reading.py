"""Records: a list read row by row into a model, with every problem named and every good row kept."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from actionmap.errors import UnreadableListError
from actionmap.lists.cells import LONGEST_TEXT, DateHints, is_nothing, mistake_in
from actionmap.lists.dates import Order, date_order
from actionmap.lists.encodings import Judge
from actionmap.lists.problems import Problem, ProblemKind, beginning
from actionmap.lists.rows import Row, cell_at
from actionmap.lists.tables import read_table
from actionmap.text import _CONTROL, visible

_MOST_NAMED = 6
"""Usual names of a column that are named where it is missing."""
_DATES = ("date", "end_date", "source_date")
"""Columns whose dates tell in which order the list writes day and month."""
_ORDERS = {True: Order.DAY_FIRST, False: Order.MONTH_FIRST}
_WHEN = {"date", "start_time"}
"""Columns of which more may be wanted than the value: what else the cell says."""


@dataclass(frozen=True)
class Column:
    """What reading needs to know of a field beyond its type.

    Parameters
    ----------
    also
        The column's other usual names, the surest first, separated by commas.
    separator
        What separates several values in a cell; None where there is one.
    yields
        Whether other columns choose first where names are shared.
    """

    also: str = ""
    separator: str | None = None
    yields: bool = False


Record = TypeVar("Record", bound=BaseModel)


def columns_of(model: type[BaseModel]) -> dict[str, Column]:
    """Return column → `Column` for every field of a model, in the file's order."""
    return {
        name: next((mark for mark in field.metadata if isinstance(mark, Column)), Column())
        for name, field in model.model_fields.items()
    }


def names_of(model: type[BaseModel]) -> dict[str, tuple[str, ...]]:
    """Return column → its other usual names, for every field of a model, in the order in which columns choose."""
    columns = sorted(columns_of(model).items(), key=lambda item: item[1].yields)
    return {name: tuple(column.also.split(", ")) if column.also else () for name, column in columns}


def allowed_in(annotation: object) -> tuple[str, ...]:
    """Return the values that a type of the kind `Literal`, or one that may be None besides, allows."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return tuple(value for part in get_args(annotation) for value in allowed_in(part))


def to_cells(record: BaseModel) -> dict[str, str]:
    """Return column → what to write in the cell, so that reading it gives the same record."""
    return {name: _written(getattr(record, name), column) for name, column in columns_of(type(record)).items()}


def _written(value: object, column: Column) -> str:
    if isinstance(value, tuple):
        return (column.separator or " ").join(value)
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    return "" if value is None else str(value)


class Reading(Generic[Record]):
    """A list that has been read, and the place to report what is found wrong in it afterwards.

    Parameters
    ----------
    model
        The schema. A row whose required value is unusable is left out; any other unusable value is left empty.
    source
        The file, or its bytes.
    name
        What to call the list when `source` is bytes.
    defaults
        Column → value for empty cells.
    day_first
        Whether 02/05/2031 is in May; None takes that from the list's other dates, if they tell.
    aside
        A column and the value that says that a row is no record: it is counted, and not read.
    judge
        Counts the words that are known, to find the encoding.

    Attributes
    ----------
    table : Table
        The list as it was written.
    rows : list of (int, Record)
        The usable rows with their numbers.
    written : dict of (int, str) to str
        Row and column → the text, of dates and times that are written otherwise than this program writes them.
    hints : DateHints
        What the list tells about its dates.
    set_aside : int
        How many rows are no record.

    Raises
    ------
    UnreadableListError
        The file cannot be read as a list, or has no column for a required value.
    """

    def __init__(
        self,
        model: type[Record],
        source: Path | bytes,
        *,
        name: str,
        defaults: Mapping[str, Any] | None = None,
        day_first: bool | None = None,
        aside: tuple[str, str] | None = None,
        judge: Judge | None = None,
    ) -> None:
        self.table = table = read_table(source, names_of(model), name, judge=judge)
        self.file = table.name
        self.rows: list[tuple[int, Record]] = []
        self.written: dict[tuple[int, str], str] = {}
        self._problems: list[Problem] = []
        self._model = model
        self._named = table.columns
        self._also = {column: table.places(column)[1:] for column in table.also}
        self._separators = {column: mark.separator for column, mark in columns_of(model).items() if mark.separator}
        self._required = {column for column, field in model.model_fields.items() if field.is_required()}
        self._defaults = {column: value for column, value in (defaults or {}).items() if value is not None}
        for column in self._required - self._named.keys() - self._defaults.keys():
            others = ", ".join(names_of(model)[column][:_MOST_NAMED])
            header = beginning(", ".join(filter(None, table.header)))
            raise UnreadableListError(
                f"{self.file} has no column for the {column}, only: {header}. "
                f"Add one named {column}{f' (understood as well: {others})' if others else ''}."
            )
        places = [
            (column, table.header.index(name), self._separators.get(column)) for column, name in self._named.items()
        ]
        self.hints = DateHints(
            {
                column: self._order(table.rows, place) if day_first is None else _ORDERS[day_first]
                for column, place, _ in places
                if column in _DATES
            },
            self._defaults.get("date"),
        )
        self.set_aside = 0
        column, value = aside or ("", "")
        place = table.header.index(self._named[column]) if column in self._named else None
        for row in table.rows:
            if place is not None and place < len(row.cells) and row.cells[place].strip().casefold() == value:
                self.set_aside += 1
            else:
                self._read(row, places, len(table.header))

        if table.cut_off:
            self.report(table.cut_off.number, "", ",".join(table.cut_off.cells), ProblemKind.CUT_OFF)

    def _order(self, rows: Sequence[Row], place: int) -> Order:
        written = (row.cells[place].strip() for row in rows if place < len(row.cells))
        return date_order(written, self._defaults.get("date"))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything reported so far, by row."""
        return tuple(sorted(self._problems, key=lambda problem: problem.row))

    def report(self, row: int, column: str, value: object, kind: ProblemKind, **values: object) -> None:
        """Note a problem; `column` is our name of it, empty for the whole row."""
        named = self._named.get(column, column)
        self._problems.append(Problem(kind, self.file, row, named, str(value), values))

    def has_reported(self, row: int, column: str) -> bool:
        """Tell whether a problem of a row's cell is reported already."""
        named = self._named.get(column, column)
        return any(one.row == row and one.column == named for one in self._problems)

    def leave_out_repeated_ids(self) -> None:
        """Report a record whose id an earlier one has, and keep the earlier one alone."""
        first: dict[str, int] = {}
        for row, record in self.rows:
            id_ = str(dict(record)["id"])
            if first.setdefault(id_, row) != row:
                self.report(row, "id", id_, ProblemKind.REPEATED_ID, first=first[id_], left_out=True)
        kept = set(first.values())
        self.rows = [(row, record) for row, record in self.rows if row in kept]

    def _read(self, row: Row, places: Sequence[tuple[str, int, str | None]], width: int) -> None:
        cells = row.cells
        if not row.quotes_pair_up:
            self.report(row.number, "", ",".join(cells), ProblemKind.STRAY_QUOTES)
        if len(cells) > width and any(map(str.strip, cells[width:])):
            self.report(row.number, "", ",".join(cells), ProblemKind.TOO_MANY_CELLS, columns=width)
        values, also = dict(self._defaults), self._also
        for column, place, separator in places:
            cell = cells[place] if place < len(cells) else ""
            if also and column in also and (not cell or cell.isspace()):
                cell = cell_at(row, also[column])
            if not cell:
                continue
            if separator and "\n" in cell:
                cell = cell.strip().replace("\n", separator)
            tidy = cell.isprintable() and "  " not in cell
            text = cell.strip() if tidy else self._tidied(row.number, column, cell)
            if is_nothing(text, column):
                continue
            if separator:
                values[column] = tuple(item for part in text.split(separator) if (item := part.strip()))
            else:
                values[column] = text
        record = self._validated(row.number, values)
        if record:
            self.rows.append((row.number, record))
            for column in _WHEN & values.keys():
                text = values[column]
                if isinstance(text, str) and text != _written(getattr(record, column), Column()):
                    self.written[row.number, column] = text

    def _tidied(self, row: int, column: str, cell: str) -> str:
        """Make white space single spaces, and remove control characters."""
        if _CONTROL.search(cell):
            self.report(row, column, cell, ProblemKind.CONTROL_CHARACTERS)
            cell = visible(cell)
        return " ".join(cell.split())

    def _validated(self, row: int, values: dict[str, Any]) -> Record | None:
        """Validate, report, and validate again without what was wrong; None where a required value is wrong."""
        while True:
            try:
                return self._model.model_validate(values, context=self.hints)
            except ValidationError as error:
                mistakes = error.errors(include_url=False)
            for one in mistakes:
                self._explain(row, one)
            if any(one["loc"][0] in self._required or one.get("ctx", {}).get("left_out") for one in mistakes):
                return None
            for column in {str(one["loc"][0]) for one in mistakes}:
                self._mend(values, column, [one for one in mistakes if one["loc"][0] == column])

    def _mend(self, values: dict[str, Any], column: str, mistakes: list[ErrorDetails]) -> None:
        """Take out a wrong value, or the wrong items of several; cut a text that is too long."""
        if column in self._separators:
            wrong = {one["loc"][1] for one in mistakes}
            values[column] = tuple(item for place, item in enumerate(values[column]) if place not in wrong)
        elif mistakes[0]["type"] == "string_too_long":
            values[column] = values[column][:LONGEST_TEXT]
        else:
            del values[column]

    def _explain(self, row: int, error: ErrorDetails) -> None:
        column = str(error["loc"][0])
        kind, values = mistake_in(error)
        if error["type"] == "literal_error":
            kind, values = ProblemKind.NOT_ALLOWED, {"allowed": allowed_in(self._model.model_fields[column].annotation)}
        if column in self._required:
            values = {**values, "left_out": True}
        self.report(row, column, "" if kind is ProblemKind.EMPTY else error["input"], kind, **values)
