"""Problems: what a person should mend in a list, by kind and values; `publish.wording` says them in sentences."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from actionmap.text import terminal_line

_SHOWN = 100
"""Characters of a value that a problem quotes."""


class ProblemKind(StrEnum):
    """Everything that can be wrong in a list. Its values, where it has any, are named beside it."""

    # in a row
    STRAY_QUOTES = "stray-quotes"
    TOO_MANY_CELLS = "too-many-cells"  # columns
    CUT_OFF = "cut-off"
    CONTROL_CHARACTERS = "control-characters"
    # in a cell
    EMPTY = "empty"
    TOO_LONG = "too-long"  # limit
    NOT_ALLOWED = "not-allowed"  # allowed
    NOT_A_COUNTRY = "not-a-country"  # candidates: codes
    NOT_A_PLACE_CODE = "not-a-place-code"
    NOT_A_DATE = "not-a-date"
    NO_SUCH_DAY = "no-such-day"
    SEVERAL_DAYS = "several-days"  # kept, others: days
    END_BEFORE_START = "end-before-start"  # start
    UNCLEAR_DATE = "unclear-date"  # days: day before month, month before day
    NOT_A_TIME = "not-a-time"
    NO_SUCH_TIME = "no-such-time"
    PART_OF_A_DAY = "part-of-a-day"
    HALF_OF_THE_DAY = "half-of-the-day"
    OTHER_TIME_ZONE = "other-time-zone"  # zone, start: the time there
    SOME_TIME_ZONE = "some-time-zone"  # zone, rows: (row, its zone)
    NOT_A_LAST_LOOK = "not-a-last-look"
    NOT_A_WHOLE_NUMBER = "not-a-whole-number"
    NOT_AN_ID = "not-an-id"
    CALLED_OFF = "called-off"
    NOT_A_WEB_ADDRESS = "not-a-web-address"
    TOO_LONG_AN_ADDRESS = "too-long-an-address"  # limit
    NO_HOST = "no-host"
    UNUSABLE = "unusable"
    # between rows and lists
    REPEATED_ID = "repeated-id"  # first: a row
    REPEATED_ACTION = "repeated-action"  # first: a row
    SEVERAL_TOWNS = "several-towns"  # towns; none where they cannot be told apart
    POSSIBLE_DUPLICATE = "possible-duplicate"  # first: a row, differs: (column, the first's, this one's)
    UNKNOWN_ORGANIZATION = "unknown-organization"  # candidates: ids
    UNKNOWN_PARENT = "unknown-parent"  # candidates: ids
    CIRCLE_OF_PARENTS = "circle-of-parents"
    UNKNOWN_FILTER = "unknown-filter"  # parameter, asked, parameters
    # in the settings
    NOT_THE_SERVICE = "not-the-address-of-the-service"  # address
    TOO_SHORT_A_PAUSE = "too-short-a-pause"  # host
    NO_TILES = "not-the-address-of-tiles"
    # in the pin cache
    NOT_A_CACHE = "not-a-cache"  # reason
    WRONG_WIDTH = "wrong-width"  # cells, columns
    NOT_A_LATITUDE = "not-a-latitude"
    NOT_A_LONGITUDE = "not-a-longitude"
    NOT_A_TIME_ZONE = "not-a-time-zone"
    NO_GEOCODER = "no-geocoder"  # allowed
    NOT_METRES = "not-metres"
    SECOND_PIN = "second-pin"
    # in asking for places
    NO_PIN = "no-pin"  # doubt, candidates: names, more: rows
    NOT_CONFIRMED = "not-confirmed"  # doubt, candidates: names, more: rows
    PIN_IN_DOUBT = "pin-in-doubt"  # doubt, candidates: names, pinned_at
    NOT_ANSWERED = "not-answered"  # failure, places, pins


class NoticeKind(StrEnum):
    """Everything that is said of a list and asks for nothing: what was guessed, repaired, or not read."""

    ENCODING_GUESSED = "encoding-guessed"  # encoding
    TEXT_REPAIRED = "text-repaired"  # cells, before, after
    SHEETS_JOINED = "sheets-joined"  # sheets: (name, its first row here)
    COUNTRY_FROM_SHEETS = "country-from-sheets"
    SHEETS_NOT_READ = "sheets-not-read"  # sheets
    COLUMNS_NOT_USED = "columns-not-used"  # columns
    COLUMN_SHARED = "column-shared"  # column, others, rows that disagree
    ROWS_NOT_READ = "rows-not-read"  # rows, value
    TIMES_ELSEWHERE = "times-elsewhere"  # zone


@dataclass(frozen=True)
class Notice:
    """Something about a whole list that a person should know: its kind, and the values that belong to it."""

    kind: NoticeKind
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", {name: _harmless(value) for name, value in self.values.items()})


class Mistake(NamedTuple):
    """What is wrong with a value: its kind, and the values that belong to it."""

    kind: ProblemKind
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Problem:
    """Something in a list that a person should mend; no text of it can do harm on a terminal.

    Parameters
    ----------
    kind
        What is wrong.
    file
        The list's name.
    row
        The row as a spreadsheet numbers it: the first is 1.
    column
        The column as the file names it; empty for the whole row.
    value
        The beginning of the value; control characters are shown as ``�``.
    values
        What belongs to the kind, as `ProblemKind` names it; `left_out` is there, and true, where the row is left out.
    """

    kind: ProblemKind
    file: str
    row: int
    column: str = ""
    value: str = ""
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        texts = {"file": terminal_line(self.file), "column": beginning(self.column), "value": beginning(self.value)}
        values = {name: _harmless(value) for name, value in self.values.items()}
        for name, harmless in (texts | {"values": values}).items():
            object.__setattr__(self, name, harmless)


def beginning(value: str) -> str:
    """Return as much of a value as a problem quotes, on one line and harmless on a terminal."""
    text = terminal_line(value[: 20 * _SHOWN])
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _harmless(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(map(_harmless, value))
    return terminal_line(value) if isinstance(value, str) else value


class Alike(NamedTuple):
    """A problem that several rows have with the same value: the first of them, and the rows."""

    problem: Problem
    rows: tuple[int, ...]


def alike(problems: Iterable[Problem]) -> list[Alike]:
    """Put together what is wrong with the same value of the same column; what most rows have comes first."""
    groups: dict[tuple[ProblemKind, str, str], list[Problem]] = {}
    for one in problems:
        groups.setdefault((one.kind, one.column, one.value), []).append(one)
    found = [Alike(some[0], tuple(dict.fromkeys(one.row for one in some))) for some in groups.values()]
    return sorted(found, key=lambda one: -len(one.rows))
