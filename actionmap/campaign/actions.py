"""Actions: the schema of a list of actions, in one place, and reading such a list with its problems."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from actionmap.campaign.column_names import COLUMN_NAMES
from actionmap.campaign.duplicates import with_duplicates
from actionmap.campaign.organizations import Organization
from actionmap.campaign.schedule import complete
from actionmap.campaign.status_words import read_status
from actionmap.lists.cells import Country, Date, Id, Latitude, Longitude, Text, Time, Url, Word, closest
from actionmap.lists.coordinates import sorted_out
from actionmap.lists.dates import Order
from actionmap.lists.encodings import Judge
from actionmap.lists.problems import Notice, Problem, ProblemKind
from actionmap.lists.reading import Column, Reading
from actionmap.lists.tables import Form
from actionmap.text import fold, slug

STATUS_NAMES = {"reported": "Reported", "announced": "Announced"}
BASIS_NAMES = {"call": "Tied to the call", "same-day": "Same day only"}

Status = Literal["announced", "reported"]
Basis = Literal["call", "same-day"]
Confidence = Literal["high", "medium"]

SUGGESTED = "suggested"
"""The status of a row that somebody has yet to make an action of; it is never read as one."""


class Action(BaseModel):
    """A rally, march, vigil or picket at one place on one day."""

    model_config = ConfigDict(frozen=True)

    id: Id = Field("", description="stable short name; made of country, region, locality and venue where empty")
    date: Annotated[Date, Column(COLUMN_NAMES["date"])] = Field(description="local date, ISO 8601 (`2024-03-02`)")
    start_time: Annotated[Time | None, Column(COLUMN_NAMES["start_time"])] = Field(
        None, description="local time, 24 h (`14:00`); empty where no source states it"
    )
    end_date: Annotated[Date | None, Column(COLUMN_NAMES["end_date"])] = Field(
        None, description="local date of the last day, ISO 8601; empty where the action is of one day"
    )
    end_time: Annotated[Time | None, Column(COLUMN_NAMES["end_time"])] = Field(
        None, description="local time of the end, 24 h; empty where no source states it"
    )
    venue: Annotated[Text, Column(COLUMN_NAMES["venue"], yields=True)] = Field(
        "", description="meeting place as published; empty where not stated"
    )
    locality: Annotated[Text, Column(COLUMN_NAMES["locality"])] = Field(
        "", description="city or town; empty where the source names only a country or region"
    )
    region: Annotated[Text, Column(COLUMN_NAMES["region"])] = Field(
        "", description="state or province: its ISO 3166-2 suffix (`NY`, `BC`, `SP`), else a name or empty"
    )
    country: Annotated[Country, Column(COLUMN_NAMES["country"])] = Field(
        description="ISO 3166-1 alpha-2 code (`PR` for Puerto Rico), or a name"
    )
    status: Annotated[Status, BeforeValidator(read_status), Column(COLUMN_NAMES["status"])] = Field(
        "announced", description="`announced`: the sources were written before; `reported`: a source says it took place"
    )
    basis: Annotated[Basis, Word] = Field(
        "call", description="`call`: a source ties it to the call; `same-day`: of that date, the call not mentioned"
    )
    confidence: Annotated[Confidence | None, Word] = Field(
        None, description="`high`: city and date explicit in the source; `medium`: second-hand, or one from context"
    )
    organizers: Annotated[tuple[Text, ...], Column(COLUMN_NAMES["organizers"], separator=";")] = Field(
        (), description="`;`-separated ids: organizations that a source names as organizing this action"
    )
    callers: Annotated[tuple[Text, ...], Column(COLUMN_NAMES["callers"], separator=";")] = Field(
        (), description="`;`-separated ids: organizations that a source names as calling its day or series"
    )
    attendance: Annotated[Text, Column(COLUMN_NAMES["attendance"])] = Field(
        "", description="as reported, with the reporter in brackets; several reports separated by `;`"
    )
    source_name: Annotated[Text, Column(COLUMN_NAMES["source_name"])] = Field("", description="name of the best source")
    source_url: Annotated[Url | None, Column(COLUMN_NAMES["source_url"])] = Field(
        None, description="address of the best source, `https://` or `http://`"
    )
    source_date: Annotated[Date | None, Column(COLUMN_NAMES["source_date"])] = Field(
        None, description="day on which the best source was published, ISO 8601"
    )
    other_sources: Annotated[tuple[Url, ...], Column(COLUMN_NAMES["other_sources"], separator=" ")] = Field(
        (), description="further addresses, space-separated"
    )
    evidence: Annotated[Text, Column(COLUMN_NAMES["evidence"])] = Field(
        "", description="what the source says, in our words"
    )
    latitude: Annotated[Latitude | None, Column(COLUMN_NAMES["latitude"])] = Field(
        None, description="degrees north (`45.75`) where you know the very place; empty: the town is looked up"
    )
    longitude: Annotated[Longitude | None, Column(COLUMN_NAMES["longitude"])] = Field(
        None, description="degrees east (`4.85`), with the latitude"
    )

    @model_validator(mode="before")
    @classmethod
    def _sort_coordinates_out(cls, values: Any) -> Any:  # noqa: ANN401 (whatever is validated)
        """Part coordinates that stand in one cell; latitude and longitude change places where they are swapped."""
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


def read_actions(
    source: Path | bytes,
    *,
    organizations: Collection[Organization] | None = None,
    default_date: dt.date | None = None,
    day_first: bool | None = None,
    name: str = "the list",
    judge: Judge | None = None,
) -> ActionList:
    """Read and check a list of actions.

    A row without a usable country or date is left out; any other unusable value is left empty, a text that is too long
    cut, a duplicate action kept. Each is a problem. A row whose status is `suggested` is left out, and no problem.

    Parameters
    ----------
    source
        A CSV or TSV file in any usual encoding, delimited by comma, semicolon, tab or bar; a workbook (XLSX, XLS,
        ODS); or its bytes.
    organizations
        What `organizers` and `callers` may name; None leaves them unchecked.
    default_date
        The date of rows that give none.
    day_first
        Whether 02/05/2031 is in May; None takes that from the list's other dates, or from `default_date`.
    name
        What to call the list in problems when `source` is bytes.
    judge
        Counts the words that are known, to find the encoding.

    Raises
    ------
    UnreadableListError
        The file cannot be read as a list, or has no column for the country, or for the date and there is no default.
    """
    defaults, aside = {"date": default_date}, ("status", SUGGESTED)
    reading = Reading(Action, source, name=name, defaults=defaults, day_first=day_first, aside=aside, judge=judge)
    complete(reading)
    if organizations is not None:
        _keep_known_organizations(reading, organizations)
    _keep_whole_coordinates(reading)
    actions = tuple(_with_ids(reading))
    table = reading.table
    listed = ActionList(
        actions,
        reading.problems,
        reading.set_aside,
        tuple(row for row, _ in reading.rows),
        table.notices,
        form=table.form,
        columns=table.columns,
        date_order=reading.hints.orders.get("date", Order.UNCLEAR),
    )
    parents = {one.id: one.parent for one in organizations or () if one.parent}
    return with_duplicates(listed, reading.file, parents=parents)


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
        for column, ids in (("organizers", action.organizers), ("callers", action.callers)):
            unknown = [id_ for id_ in ids if id_ not in known]
            for id_ in unknown:
                near = closest(id_, named)
                reading.report(row, column, id_, ProblemKind.UNKNOWN_ORGANIZATION, candidates=(near,) if near else ())
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
    name = "-".join(filter(None, map(_slug, where)))[:80]
    for candidate in (name, f"{name}-{action.date}"):
        uses[candidate] += 1
        if uses[candidate] == 1:
            return candidate
    while uses[numbered := f"{candidate}-{uses[candidate]}"]:
        uses[candidate] += 1
    uses[numbered] += 1
    return numbered


@lru_cache(maxsize=8192)
def _slug(text: str) -> str:
    return slug(text)
