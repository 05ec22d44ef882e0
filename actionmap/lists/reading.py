"""Records: a list read row by row into a model, with every problem named and every good row kept."""

import datetime as dt
import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Literal, NamedTuple, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from actionmap.errors import UnreadableListError
from actionmap.lists.cells import LONGEST_TEXT, DateHints, is_nothing, mistake_in, on_one_line
from actionmap.lists.dates import Order, date_order
from actionmap.lists.encodings import Judge
from actionmap.lists.problems import Problem, ProblemKind, beginning
from actionmap.lists.rows import Row, cell_at
from actionmap.lists.tables import Table, read_table
from actionmap.text import _CONTROL, visible
from actionmap.world.countries import near_country

LONGEST_CELL = 20_000
"""Characters that are read of a cell that holds several values."""
_MOST_SUGGESTED = 1_000
"""Different wrong values of a list for which the right one is looked for."""
_AT_A_TIME = 1_000
_MOST_NAMED = 6
"""Usual names of a column that are named where it is missing."""
_DATES = ("date", "end_date", "source_date")
"""Columns whose dates tell in which order the list writes day and month."""
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


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile: reading leaves none, and to go through all its rows again and again takes time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


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
        return value.isoformat("minutes")
    return "" if value is None else str(value)


def no_column(table: Table, column: str, others: Sequence[str]) -> UnreadableListError:
    """Return why a list without a column, which has other usual names too, cannot be read."""
    kind = "no-column-of-many-names" if others else "no-column"
    header = beginning(", ".join(filter(None, table.header)))
    return UnreadableListError.of(
        kind, name=table.name, column=column, header=header, others=", ".join(others[:_MOST_NAMED])
    )


class Checked(NamedTuple, Generic[Record]):
    """The usable records of a list, in its order, and its problems by row."""

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]


class _Values(dict[str, Any]):
    """What the cells of a column mean, each looked at once: a text in single spaces, several, or None for nothing."""

    def __init__(self, column: str, separator: str | None) -> None:
        self.column, self.separator = column, separator
        self.mistakes: dict[str, list[tuple[ProblemKind, dict[str, object]]]] = {}

    def __missing__(self, cell: str) -> object:
        value = self[cell] = self._value(cell)
        return value

    def _value(self, cell: str) -> object:
        text, separator = cell.strip(), self.separator
        if separator and "\n" in text:
            text = text.replace("\n", separator)
        if not text.isprintable() or "  " in text:
            if _CONTROL.search(text):
                self.mistakes.setdefault(cell, []).append((ProblemKind.CONTROL_CHARACTERS, {}))
                text = visible(text)
            text = on_one_line(text, self.column)
        if is_nothing(text, self.column):
            return None
        if not separator:
            return text[: LONGEST_TEXT + 1]  # as much as says that it is too long
        if len(text) > LONGEST_CELL:
            self.mistakes.setdefault(cell, []).append((ProblemKind.TOO_LONG, {"limit": LONGEST_CELL}))
            text = text[:LONGEST_CELL].rpartition(separator)[0]
        return tuple(item for part in text.split(separator) if (item := part.strip()))


def _cells(rows: Sequence[Row], places: Sequence[int]) -> list[str]:
    """Return a column's cells, those that are empty from further columns of the same meaning."""
    place, *others = places
    cells = [row.cells[place] if place < len(row.cells) else "" for row in rows]
    if others:
        return [cell if cell.strip() else cell_at(row, others) for row, cell in zip(rows, cells, strict=True)]
    return cells


class Reading(Generic[Record]):
    """A list that has been read, and the place to report what is found wrong in it afterwards.

    Parameters
    ----------
    model
        The schema. A row whose required value is unusable is left out; any other unusable value is left empty.
    source
        The file, or its bytes; or the table that was read of it, whose columns have our names.
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

    @uncollected()
    def __init__(
        self,
        model: type[Record],
        source: Path | bytes | Table,
        *,
        name: str,
        defaults: Mapping[str, Any] | None = None,
        day_first: bool | None = None,
        aside: tuple[str, str] | None = None,
        judge: Judge | None = None,
    ) -> None:
        table = source if isinstance(source, Table) else read_table(source, names_of(model), name, judge=judge)
        self.table, self.file = table, table.name
        self.rows: list[tuple[int, Record]] = []
        self.written: dict[tuple[int, str], str] = {}
        self._problems: list[Problem] = []
        self._reported: set[tuple[int, str]] = set()
        self._candidates: dict[tuple[ProblemKind, str], tuple[str, ...]] = {}
        self._model = model
        self._named = table.columns
        self._separators = {column: mark.separator for column, mark in columns_of(model).items() if mark.separator}
        self._required = {column for column, field in model.model_fields.items() if field.is_required()}
        self._defaults = {column: value for column, value in (defaults or {}).items() if value is not None}
        for column in self._required - self._named.keys() - self._defaults.keys():
            raise no_column(table, column, names_of(model)[column])
        column, value = aside or ("", "")
        places = table.places(column)[:1]
        rows = [row for row in table.rows if cell_at(row, places).strip().casefold() != value] if places else table.rows
        self.set_aside = len(table.rows) - len(rows)
        self.hints = DateHints(self._orders(rows, day_first), self._defaults.get("date"))
        self._read(rows)

        if table.cut_off:
            self.report(table.cut_off.number, "", ",".join(table.cut_off.cells), ProblemKind.CUT_OFF)

    def _orders(self, rows: Sequence[Row], day_first: bool | None) -> dict[str, Order]:
        """Return whether the day or the month comes first in each column of dates."""
        if day_first is not None:
            return dict.fromkeys(_DATES, Order.DAY_FIRST if day_first else Order.MONTH_FIRST)
        texts = {one: map(str.strip, _cells(rows, self.table.places(one))) for one in _DATES if one in self._named}
        return {one: date_order(written, self._defaults.get("date")) for one, written in texts.items()}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything reported so far, by row."""
        return tuple(sorted(self._problems, key=lambda problem: problem.row))

    def report(self, row: int, column: str, value: object, kind: ProblemKind, **values: object) -> None:
        """Note a problem; `column` is our name of it, empty for the whole row."""
        named = self._named.get(column, column)
        self._problems.append(Problem(kind, self.file, row, named, str(value), values))
        self._reported.add((row, column))

    def has_reported(self, row: int, column: str) -> bool:
        """Tell whether a problem of a row's cell is reported already."""
        return (row, column) in self._reported

    def candidates(self, kind: ProblemKind, value: str, find: Callable[[str], str | None]) -> tuple[str, ...]:
        """Return what may be meant by a wrong value: looked for once, and for so many values of a list at most."""
        if (kind, value) not in self._candidates and len(self._candidates) < _MOST_SUGGESTED:
            near = find(value)
            self._candidates[kind, value] = (near,) if near else ()
        return self._candidates.get((kind, value), ())

    def leave_out_repeated_ids(self) -> None:
        """Report a record whose id an earlier one has, and keep the earlier one alone."""
        first: dict[str, int] = {}
        for row, record in self.rows:
            id_ = str(dict(record)["id"])
            if first.setdefault(id_, row) != row:
                self.report(row, "id", id_, ProblemKind.REPEATED_ID, first=first[id_], left_out=True)
        kept = set(first.values())
        self.rows = [(row, record) for row, record in self.rows if row in kept]

    def _read(self, rows: Sequence[Row]) -> None:
        """Read some rows at a time: column by column what the cells mean, then row by row what that makes."""
        places = {column: self.table.places(column) for column in self._named}
        known = [_Values(column, self._separators.get(column)) for column in places]
        for start in range(0, len(rows), _AT_A_TIME):
            some = rows[start : start + _AT_A_TIME]
            cells = [_cells(some, at) for at in places.values()]
            meant = [map(values.__getitem__, texts) for values, texts in zip(known, cells, strict=True)]
            for row, *found in zip(some, *meant, strict=True):
                named = zip(places, found, strict=True)
                self._add(row, self._defaults | {column: value for column, value in named if value is not None})
            for values, texts in zip(known, cells, strict=True):
                for row, text in zip(some, texts, strict=True) if values.mistakes else ():
                    for kind, told in values.mistakes.get(text, ()):
                        self.report(row.number, values.column, text, kind, **told)

    def _add(self, row: Row, values: dict[str, Any]) -> None:
        number, cells, quotes_pair_up = row
        width = len(self.table.header)
        if not quotes_pair_up:
            self.report(number, "", ",".join(cells), ProblemKind.STRAY_QUOTES)
        if len(cells) > width and any(map(str.strip, cells[width:])):
            self.report(number, "", ",".join(cells), ProblemKind.TOO_MANY_CELLS, columns=width)
        record = self._validated(number, values)
        if record:
            self.rows.append((number, record))
            for column in _WHEN:
                text = values.get(column)
                if isinstance(text, str) and text != _written(getattr(record, column), Column()):
                    self.written[number, column] = text

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
        elif (wrong := values.pop(column)) != (default := self._defaults.get(column, wrong)):
            values[column] = default

    def _explain(self, row: int, error: ErrorDetails) -> None:
        column = str(error["loc"][0])
        kind, values = mistake_in(error)
        if error["type"] == "literal_error":
            kind, values = ProblemKind.NOT_ALLOWED, {"allowed": allowed_in(self._model.model_fields[column].annotation)}
        if kind is ProblemKind.NOT_A_COUNTRY:
            values = {**values, "candidates": self.candidates(kind, error["input"], near_country)}
        if column in self._required:
            values = {**values, "left_out": True}
        self.report(row, column, "" if kind is ProblemKind.EMPTY else error["input"], kind, **values)
