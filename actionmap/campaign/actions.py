"""Actions: the schema of a list of actions, in one place, and reading such a list with its problems."""

import datetime as dt
import re
import tomllib
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PrivateAttr, model_validator

from actionmap.campaign.duplicates import with_duplicates
from actionmap.campaign.organizations import TIES, Organization
from actionmap.campaign.schedule import complete
from actionmap.errors import UnreadableListError
from actionmap.lists import cells
from actionmap.lists.cells import Date, Id, Text, Url, Word, closest, mistake
from actionmap.lists.dates import Order
from actionmap.lists.encodings import Judge
from actionmap.lists.problems import Notice, NoticeKind, Problem, ProblemKind, beginning
from actionmap.lists.reading import Column, Reading, uncollected
from actionmap.lists.tables import Form, Table
from actionmap.text import fold, slug, word_table
from actionmap.world.coordinates import sorted_out
from actionmap.world.countries import country_code
from actionmap.world.place import Place

_FOLDER = Path(__file__).parent
_SAID: dict[str, dict[str, Any]] = tomllib.loads((_FOLDER / "columns.toml").read_text("utf-8"))
COLUMN_NAMES = {field: ", ".join(names) for field, names in word_table(_FOLDER / "column_names.txt").items()}
"""Field → its other usual names, the surest first, in the languages of the templates and beyond."""
COLUMN_LABELS = _SAID["labels"]
"""Field → what to call it to a reader."""
_STATUSES = {fold(word): status for status, words in word_table(_FOLDER / "status_words.txt").items() for word in words}
"""Word → the status that it means, or that the action is called off."""

_NAMES = ({of: one["one"] for of, one in _SAID[names].items()} for names in ("statuses", "bases", "ties"))
STATUS_NAMES, BASIS_NAMES, TIE_NAMES = _NAMES
"""Status, basis and tie of an action → the message that names it; of several it is `languages.said_of_several`."""

Status = Literal["announced", "reported"]
Basis = Literal["call", "same-day", "not-stated"]
Confidence = Literal["high", "medium"]

SUGGESTED = "suggested"
"""The status of a row that somebody has yet to make an action of; it is never read as one."""


def read_status(value: object) -> object:
    """Return the status that a word means; refuse one that says that there will be no action."""
    status = _STATUSES.get(fold(value), value) if isinstance(value, str) else value
    if status == "called-off":
        raise mistake(ProblemKind.CALLED_OFF, left_out=True)
    return status


def _country(text: str) -> str:
    """Return a country's code; a text that names none leaves the whole row out: its town may be anywhere else."""
    code = country_code(text) if len(text) <= cells.LONGEST_NAME else None
    if text and not code:
        raise mistake(ProblemKind.NOT_A_COUNTRY, left_out=True)
    return code or ""


class Action(BaseModel):
    """A rally, march, vigil or picket at one place on one day."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    id: Id = ""
    """stable short name; made of country, region, locality and venue where empty"""
    date: Annotated[Date, Column(COLUMN_NAMES["date"])]
    """local date, ISO 8601 (`2024-03-02`)"""
    start_time: Annotated[cells.Time | None, Column(COLUMN_NAMES["start_time"])] = None
    """local time, 24 h (`14:00`); empty where no source states it"""
    end_date: Annotated[Date | None, Column(COLUMN_NAMES["end_date"])] = None
    """local date of the last day, ISO 8601; empty where the action is of one day"""
    end_time: Annotated[cells.Time | None, Column(COLUMN_NAMES["end_time"])] = None
    """local time of the end, 24 h; empty where no source states it"""
    venue: Annotated[Text, Column(COLUMN_NAMES["venue"], yields=True)] = ""
    """meeting place as published; empty where not stated"""
    locality: Annotated[Text, Column(COLUMN_NAMES["locality"])] = ""
    """city or town; empty where the source names only a country or region"""
    region: Annotated[Text, Column(COLUMN_NAMES["region"])] = ""
    """state or province: its ISO 3166-2 suffix (`NY`, `BC`, `SP`), else a name or empty"""
    country: Annotated[str, AfterValidator(_country), Column(COLUMN_NAMES["country"])] = ""
    """ISO 3166-1 alpha-2 code (`PR` for Puerto Rico), or a name; empty where the place tells it"""
    status: Annotated[Status, BeforeValidator(read_status), Column(COLUMN_NAMES["status"])] = "announced"
    """`announced`: the sources were written before; `reported`: a source says it took place"""
    basis: Annotated[Basis, Word] = "not-stated"
    """`call`: a source ties it to the call; `same-day`: of that date, the call not mentioned; empty: `not-stated`"""
    confidence: Annotated[Confidence | None, Word] = None
    """`high`: city and date explicit in the source; `medium`: second-hand, or one from context"""
    organizers: Annotated[tuple[Text, ...], Column(COLUMN_NAMES["organizers"], separator=";")] = ()
    """`;`-separated ids: organizations that a source names as organizing this action"""
    supporters: Annotated[tuple[Text, ...], Column(COLUMN_NAMES["supporters"], separator=";")] = ()
    """`;`-separated ids: organizations that a source names as endorsing, joining or marching in this action"""
    callers: Annotated[tuple[Text, ...], Column(COLUMN_NAMES["callers"], separator=";")] = ()
    """`;`-separated ids: organizations that a source names as calling its day or series"""
    attendance: Annotated[Text, Column(COLUMN_NAMES["attendance"])] = ""
    """as reported, with the reporter in brackets; several reports separated by `;`"""
    source_name: Annotated[Text, Column(COLUMN_NAMES["source_name"])] = ""
    """name of the best source"""
    source_url: Annotated[Url | None, Column(COLUMN_NAMES["source_url"])] = None
    """address of the best source, `https://` or `http://`"""
    archived_url: Annotated[Url | None, Column(COLUMN_NAMES["archived_url"])] = None
    """address of an archived copy of that page"""
    checked: Annotated[cells.LastLook | None, Column(COLUMN_NAMES["checked"])] = None
    """day on which the best source was last looked at, ISO 8601; with `gone` behind it where it was"""
    source_date: Annotated[Date | None, Column(COLUMN_NAMES["source_date"])] = None
    """day on which the best source was published, ISO 8601"""
    other_sources: Annotated[tuple[Url, ...], Column(COLUMN_NAMES["other_sources"], separator=" ")] = ()
    """further addresses, space-separated"""
    evidence: Annotated[Text, Column(COLUMN_NAMES["evidence"])] = ""
    """what the source says, in our words"""
    latitude: Annotated[cells.Latitude | None, Column(COLUMN_NAMES["latitude"])] = None
    """degrees north (`45.75`) where you know the very place; empty: the town is looked up"""
    longitude: Annotated[cells.Longitude | None, Column(COLUMN_NAMES["longitude"])] = None
    """degrees east (`4.85`), with the latitude"""
    _zone: str = PrivateAttr("")

    @property
    def zone(self) -> str:
        """The time zone that the list names beside the start ("est"), if the country does not tell whose it is."""
        return self._zone

    def in_zone(self, zone: str) -> "Action":
        """Return the action with the time zone that the list names."""
        action = self.model_copy()
        action._zone = zone
        return action

    @model_validator(mode="before")
    @classmethod
    def _sort_coordinates_out(cls, values: Any) -> Any:  # noqa: ANN401 (whatever is validated)
        """Part coordinates that stand in one cell; latitude and longitude change places where they are swapped."""
        if "latitude" not in values and "longitude" not in values:
            return values
        north, east = (values.get(name) or "" for name in ("latitude", "longitude"))
        if isinstance(north, str) and isinstance(east, str) and (north or east):
            pair = zip(("latitude", "longitude"), sorted_out(north, east), strict=True)
            return values | {name: text for name, text in pair if text}
        return values

    @property
    def where(self) -> str:
        """Its place in the list's own words: "Market Square, Leeds, GB"."""
        return ", ".join(filter(None, (self.venue, self.locality, self.region, self.country)))


@dataclass(frozen=True)
class ActionList:
    """The usable actions of a list, in its order, and what is said of it.

    Parameters
    ----------
    actions, problems
        By row.
    rows
        The row of each action.
    suggestions
        How many rows are only suggestions.
    notices
        What was guessed, repaired or not read.
    form, columns
        How the list is written, and which column is which: our name → the file's.
    date_order
        What comes first in its dates.
    """

    actions: tuple[Action, ...]
    problems: tuple[Problem, ...]
    suggestions: int = 0
    rows: tuple[int, ...] = ()
    notices: tuple[Notice, ...] = ()
    form: Form = field(default_factory=Form)
    columns: Mapping[str, str] = field(default_factory=dict)
    date_order: Order = Order.UNCLEAR


@uncollected()
def read_actions(
    source: Path | bytes | Table,
    *,
    organizations: Collection[Organization] | None = None,
    default_date: dt.date | None = None,
    day_first: bool | None = None,
    name: str = "the list",
    judge: Judge | None = None,
    default_country: str | None = None,
    default_time_zone: str | None = None,
    default_status: str | None = None,
    divide: Mapping[Place, Sequence[str]] | None = None,
) -> ActionList:
    """Read and check a list of actions.

    A row without a usable date, with a country that is none, or without any place is left out; any other unusable value
    is left empty, a text that is too long cut, a duplicate action kept. Each is a problem. A row whose status is
    `suggested` is left out, and no problem.

    Parameters
    ----------
    source
        A CSV or TSV file in any usual encoding, delimited by comma, semicolon, tab or bar; a workbook (XLSX, XLS,
        ODS); or its bytes; or a table whose columns have our names.
    organizations
        What `organizers`, `supporters` and `callers` may name; None leaves them unchecked.
    default_date, default_country, default_status
        The date, country and status of rows that give none.
    default_time_zone
        The zone (IANA name) in which times are written, where their cells name no other: these times then have it as
        their `tzinfo`, until the pin tells the place's own.
    day_first
        Whether 02/05/2031 is in May; None takes that from the list's other dates, or from `default_date`.
    name
        What to call the list in problems when `source` is bytes.
    judge
        Counts the words that are known, to find the encoding.
    divide
        Place without venue, as the list writes it → the several towns that its cell names: its rows become an action
        for each.

    Raises
    ------
    UnreadableListError
        The file cannot be read as a list, or has no column for a place, or for the date and there is no default.
    """
    aside = ("status", SUGGESTED)
    defaults = {"date": default_date, "country": default_country, "status": default_status}
    reading = Reading(Action, source, name=name, defaults=defaults, day_first=day_first, aside=aside, judge=judge)
    keep_places(reading)
    complete(reading, default_time_zone)
    if divide:
        reading.rows = [(row, part) for row, action in reading.rows for part in _divided(action, divide)]
    if organizations is not None:
        _keep_known_organizations(reading, organizations)
    actions = tuple(_with_ids(reading))
    table = reading.table
    elsewhere = default_time_zone and any(one.start_time and one.start_time.tzinfo for one in actions)
    zone = [Notice(NoticeKind.TIMES_ELSEWHERE, {"zone": default_time_zone})] if elsewhere else []
    listed = ActionList(
        actions,
        reading.problems,
        reading.set_aside,
        tuple(row for row, _ in reading.rows),
        (*table.notices, *zone),
        form=table.form,
        columns=table.columns,
        date_order=reading.hints.orders.get("date", Order.UNCLEAR),
    )
    parents = {one.id: one.parent for one in organizations or () if one.parent}
    return with_duplicates(listed, reading.file, parents=parents)


def _divided(action: Action, divide: Mapping[Place, Sequence[str]]) -> list[Action]:
    """Make an action for each town that a cell names, with ids of their own and everything else the same."""
    towns = divide.get(Place.of(vars(action)).without_venue(), ())
    if not towns:
        return [action]
    ids = [f"{action.id[:90]}-{number}" if action.id else "" for number in range(1, len(towns) + 1)]
    return [action.model_copy(update={"id": id_, "locality": town}) for id_, town in zip(ids, towns, strict=True)]


PLACE_COLUMNS = ("venue", "locality", "region", "country", "latitude", "longitude")
"""Columns of which each alone may tell where an action is."""


def keep_places(reading: Reading[Action]) -> None:
    """Leave out an action of which nothing says where it is: of a bare town, where other rows state their country.

    Raises
    ------
    UnreadableListError
        No column says where anything is.
    """
    table = reading.table
    if not (table.columns.keys() & set(PLACE_COLUMNS) or any(action.country for _, action in reading.rows)):
        header = beginning(", ".join(filter(None, table.header)))
        raise UnreadableListError.of("no-place", name=table.name, header=header)
    _keep_whole_coordinates(reading)
    stated = any(action.country for _, action in reading.rows)
    nowhere = {row for row, action in reading.rows if not action.country and not is_placed(vars(action), stated=stated)}
    for row in sorted(nowhere):
        reading.report(row, "country", "", ProblemKind.EMPTY, left_out=True)
    reading.rows[:] = [(row, action) for row, action in reading.rows if row not in nowhere]


BESIDE = re.compile(r"[,;/|()\[\]،，、（）–—\n]|\s-\s")
"""What stands between a town and its region or country in one cell."""


def is_placed(values: Mapping[str, Any], *, stated: bool) -> bool:
    """Tell whether a place without a country says where it is.

    Parameters
    ----------
    values
        The columns `PLACE_COLUMNS`.
    stated
        Whether the list states the country of other rows: then a bare town is one whose country was forgotten.
    """
    texts = values["locality"], values["venue"]
    told = any(map(BESIDE.search, texts)) if stated else any(texts)
    return bool(told or values["region"] or values["latitude"] not in ("", None))


def _keep_whole_coordinates(reading: Reading[Action]) -> None:
    """Leave out a latitude without its longitude, and the other way round."""
    for place, (row, action) in enumerate(reading.rows):
        if (action.latitude is None) != (action.longitude is None):
            missing = "latitude" if action.latitude is None else "longitude"
            if not reading.has_reported(row, missing):
                reading.report(row, missing, "", ProblemKind.EMPTY)
            reading.rows[place] = (row, action.model_copy(update={"latitude": None, "longitude": None}))


def _keep_known_organizations(reading: Reading[Action], organizations: Collection[Organization]) -> None:
    known = {organization.id for organization in organizations}
    named = {fold(text): one.id for one in organizations for text in (one.name, one.id)}
    for place, (row, action) in enumerate(reading.rows):
        for column in TIES.values():
            ids = getattr(action, column)
            unknown = [id_ for id_ in ids if id_ not in known]
            for id_ in unknown:
                kind = ProblemKind.UNKNOWN_ORGANIZATION
                near = reading.candidates(kind, id_, lambda text: closest(text, named))
                reading.report(row, column, id_, kind, candidates=near)
            if unknown:
                action = action.model_copy(update={column: tuple(id_ for id_ in ids if id_ in known)})
                reading.rows[place] = (row, action)


def _with_ids(reading: Reading[Action]) -> list[Action]:
    """Give every action an id of its own: the list's, or one made of where (and, if that is taken, when) it is."""
    rows: dict[str, int] = {}
    for row, action in reading.rows:
        if action.id and (first := rows.setdefault(action.id, row)) != row:
            reading.report(row, "id", action.id, ProblemKind.REPEATED_ID, first=first)
    uses = Counter(rows.keys())
    actions = []
    for row, action in reading.rows:
        if rows.get(action.id) != row:
            action = action.model_copy(update={"id": _free_id(action, uses)})
        actions.append(action)
    return actions


def _free_id(action: Action, uses: Counter[str]) -> str:
    where = (action.country, action.region, action.locality, action.venue)
    name = "-".join(filter(None, map(_slug, where)))[:80] or "action"
    for candidate in (name, f"{name}-{action.date}"):
        uses[candidate] += 1
        if uses[candidate] == 1:
            return candidate
    while uses[numbered := f"{candidate}-{uses[candidate]}"]:
        uses[candidate] += 1
    uses[numbered] += 1
    return numbered


_slug = lru_cache(maxsize=8192)(slug)
