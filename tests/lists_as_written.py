"""Lists as people write them: what comes of one, told in plain values. The only part of these tests that calls the app.

A list is read as the page "Your list" reads it, and its places are found offline without a cache. Tests speak of what
came of it (pins, dates, what was said), never of sentences, so that modules and wording can move without them.
"""

import dataclasses
import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd
from typer.testing import CliRunner

from actionmap.campaign.actions import Action, ActionList, read_actions
from actionmap.campaign.selection import Selection
from actionmap.campaign.sheet import as_list, read_sheet, unclear_date
from actionmap.campaign.table import ActionTable
from actionmap.cli import app
from actionmap.errors import UnreadableListError
from actionmap.lists.tables import Table
from actionmap.places.gazetteer import Gazetteer
from actionmap.places.pin_cache import PinCache
from actionmap.places.pinning import OfflineGeocoder, pin_actions
from actionmap.publish import wording
from actionmap.publish.exports import to_csv
from actionmap.world.countries import country_name
from actionmap.world.place import FoundBy

__all__ = ("country_name",)

SURE = (FoundBy.GAZETTEER, FoundBy.REVIEWED, FoundBy.LIST)
"""Who found a pin that goes on the map as it is, if there is no note to it."""
TOWNS = ("venue", "locality")

Point = tuple[float, float]


@dataclass(frozen=True)
class Pin:
    """Where an action is: nowhere, in doubt, or surely; and what is offered instead."""

    point: Point | None
    precision: str
    sure: bool
    matched: str
    offered: tuple[Point, ...] = ()
    country: str = ""


@dataclass(frozen=True)
class Entry:
    """An action with its pin, which is looked for when it is asked for."""

    action: Action
    found: Callable[[], Pin]

    @property
    def pin(self) -> Pin:
        """The pin."""
        return self.found()

    def value(self, field: str) -> object:
        """Return a value of the action; a time as HH:MM, None for a field that actions do not have.

        A country that the list does not state is the pin's.
        """
        value = getattr(self.action, field, None)
        if field == "country" and not value:
            return self.pin.country
        return f"{value:%H:%M}" if field.endswith("time") and value is not None else value


@dataclass(frozen=True)
class Said:
    """Something that is said about a list: of a row (0 for the whole list) and a column (may be empty)."""

    row: int
    column: str
    text: str


@dataclass(frozen=True)
class Listed:
    """What came of a list; `rows` has the entries of every row that gave any."""

    rows: Mapping[int, tuple[Entry, ...]]
    said: tuple[Said, ...] = ()
    columns: Mapping[str, str] = dataclasses.field(default_factory=dict)
    refused: str = ""
    asked: bool = False
    """Whether the order of day and month is asked for."""

    @property
    def entries(self) -> list[Entry]:
        """All actions, in order."""
        return [entry for entries in self.rows.values() for entry in entries]

    def said_of(self, row: int, column: str = "") -> tuple[Said, ...]:
        """Return what is said of a row and, if one is named, of a column of ours or of the whole row."""
        named = {"", column, self.columns.get(column, column)}
        return tuple(one for one in self.said if one.row == row and (not column or one.column in named))


@cache
def gazetteer() -> Gazetteer:
    """Return the one gazetteer of these tests."""
    return Gazetteer()


class Pool:
    """Lists whose pins are found together, once the first of them is asked for."""

    def __init__(self) -> None:
        self._actions: list[Action] = []
        self._pins: list[Pin] = []

    def add(self, actions: Sequence[Action]) -> Callable[[int], Pin]:
        """Return what tells the pin of each of a list's actions."""
        start = len(self._actions)
        self._actions += actions
        return lambda at: self._found()[start + at]

    def _found(self) -> list[Pin]:
        self._pins += _pins(self._actions[len(self._pins) :])
        return self._pins


def read_list(content: bytes, name: str = "list.csv", *, pool: Pool | None = None, **constants: Any) -> Listed:
    """Read a list as the page does; `constants` are what a person has said of the whole list (date, country, …)."""
    try:
        sheet = read_sheet(content, name, gazetteer().known)
        listed = _actions(sheet, constants)
    except UnreadableListError as error:
        return Listed({}, refused=str(error))
    pin = (pool or Pool()).add(listed.actions)
    rows: dict[int, tuple[Entry, ...]] = {}
    for at, (number, action) in enumerate(zip(_numbers(sheet, listed, constants), listed.actions, strict=True)):
        rows[number] = (*rows.get(number, ()), Entry(action, lambda at=at: pin(at)))
    told = [Said(0, "", wording.notice(notice)) for notice in sheet.notices]
    said = tuple(Said(problem.row, problem.column, wording.sentence(problem)) for problem in listed.problems)
    return Listed(rows, (*told, *said), dict(sheet.columns), asked=bool(unclear_date(listed)))


def _actions(sheet: Table, constants: Mapping[str, Any]) -> ActionList:
    known = inspect.signature(read_actions).parameters
    given = {name if name in known else f"default_{name}": value for name, value in constants.items()}
    if unknown := given.keys() - known.keys():
        raise UnreadableListError(f"There is no way to say of the whole list: {', '.join(sorted(unknown))}.")
    return read_actions(as_list(sheet, sheet.columns), name=sheet.name, **given)


def _numbers(sheet: Table, listed: ActionList, constants: Mapping[str, Any]) -> Sequence[int]:
    """Return the row of every action, by reading the list once more with a number as id."""
    if len(sheet.rows) == 1:
        return [sheet.rows[0].number] * len(listed.actions)
    header = [name for name in sheet.header if name != sheet.columns.get("id")]
    keep = [at for at, name in enumerate(sheet.header) if name in header]
    rows = tuple(
        row._replace(cells=(f"row-{row.number}", *(row.cells[at] if at < len(row.cells) else "" for at in keep)))
        for row in sheet.rows
    )
    numbered = replace(sheet, header=("id", *header), columns={**sheet.columns, "id": "id"}, rows=rows)
    found: list[int] = []
    left = iter(_actions(numbered, constants).actions)
    for action in listed.actions:
        twin = next(other for other in left if other.model_copy(update={"id": action.id}) == action)
        found.append(int(twin.id.split("-")[1]))
    assert all(one <= other for one, other in pairwise(found)), "actions keep the order of their rows"
    return found


def _pins(actions: Sequence[Action]) -> list[Pin]:
    return [_pin(row) for row in _frame(actions).to_dict("records")] if actions else []


def _frame(actions: Sequence[Action]) -> pd.DataFrame:
    with TemporaryDirectory() as folder:
        return pin_actions(actions, OfflineGeocoder(gazetteer()), PinCache(Path(folder) / "pins.csv"))


def _pin(row: Mapping[Any, Any]) -> Pin:
    offered = tuple((one.latitude, one.longitude) for one in row["candidates"])
    if not row["precision"]:
        return Pin(None, "", False, "", offered)
    sure = row["geocoder"] in SURE and not row["doubt"]
    at = row["latitude"], row["longitude"]
    return Pin(at, row["precision"], sure, row["matched_place"], offered, row["country"])


def search(listed: Listed, text: str) -> int:
    """Return how many actions the search of the map shows."""
    return int(ActionTable(_frame([entry.action for entry in listed.entries]), {}).mask(Selection(q=(text,))).sum())


def suggested(text: str, country: str | None = None) -> list[Point]:
    """Return the towns that are suggested to somebody who types."""
    return [(one.latitude, one.longitude) for one in gazetteer().suggest(text, country=country)]


def followed(query: Mapping[str, Sequence[str]], countries: set[str], members: set[str]) -> tuple[Selection, bool]:
    """Follow a link: return what is selected, and whether it is said that a part of it means nothing."""
    selection, unknown = Selection.from_query(query, {"country": countries, "member": members})
    return selection, bool(unknown)


def exported(listed: Listed) -> bytes:
    """Return the actions as the button for a CSV hands them out."""
    return to_csv(_frame([entry.action for entry in listed.entries]))


def command(*arguments: str, **environment: str) -> tuple[int, bytes, str]:
    """Run the command line: its exit status, standard output, standard error."""
    with TemporaryDirectory() as folder:
        ours = {"ACTIONMAP_GEOCODE_CACHE": str(Path(folder) / "cache.csv"), "COLUMNS": "200"}
        done = CliRunner().invoke(app, arguments, env=ours | environment)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout_bytes, done.stderr
