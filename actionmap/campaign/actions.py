"""Actions: the schema of a list of actions, in one place, and reading such a list with its problems."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from actionmap.campaign.organizations import Organization
from actionmap.lists.cells import Country, Date, Id, Text, Time, Url, Word, closest
from actionmap.lists.problems import Problem, ProblemKind
from actionmap.lists.reading import Column, Reading, names_of
from actionmap.lists.tables import match_columns as _match_columns
from actionmap.world.countries import fold

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
    date: Annotated[Date, Column("day, fecha, día, jour, dia, data, datum, tag, التاريخ, تاريخ")] = Field(
        description="local date, ISO 8601 (`2024-03-02`)"
    )
    start_time: Annotated[
        Time | None,
        Column("time, start, hour, hora, hora de inicio, heure, horário, uhrzeit, beginn, zeit, الوقت, الساعة"),
    ] = Field(None, description="local time, 24 h (`14:00`); empty where no source states it")
    venue: Annotated[
        Text,
        Column(
            "address, meeting place, meeting point, street, dirección, adresse, endereço, treffpunkt, العنوان, "
            "location, place, lugar, lieu, local, ort, مكان",
            yields=True,
        ),
    ] = Field("", description="meeting place as published; empty where not stated")
    locality: Annotated[
        Text,
        Column(
            "city, town, municipality, city/town, ciudad, localidad, municipio, pueblo, ville, commune, localité, "
            "cidade, stadt, gemeinde, ortschaft, المدينة, مدينة, place, location, lugar, lieu, local, ort, مكان"
        ),
    ] = Field("", description="city or town; empty where the source names only a country or region")
    region: Annotated[
        Text,
        Column(
            "state, province, state/province, county, estado, provincia, departamento, région, département, província, "
            "bundesland, kanton, المحافظة, الولاية"
        ),
    ] = Field("", description="state or province: its ISO 3166-2 suffix (`NY`, `BC`, `SP`), else a name or empty")
    country: Annotated[
        Country, Column("country or territory, country code, país, pays, land, staat, البلد, بلد, الدولة, دولة")
    ] = Field(description="ISO 3166-1 alpha-2 code (`PR` for Puerto Rico), or a name")
    status: Annotated[Status, Word] = Field(
        "announced", description="`announced`: the sources were written before; `reported`: a source says it took place"
    )
    basis: Annotated[Basis, Word] = Field(
        "call", description="`call`: a source ties it to the call; `same-day`: of that date, the call not mentioned"
    )
    confidence: Annotated[Confidence | None, Word] = Field(
        None, description="`high`: city and date explicit in the source; `medium`: second-hand, or one from context"
    )
    organizers: Annotated[
        tuple[Text, ...],
        Column(
            "organizer, organisers, organiser, organized by, organised by, hosts, host, groups, group, organizadores, "
            "organizador, organisateurs, organisateur, veranstalter, المنظمون, المنظم",
            separator=";",
        ),
    ] = Field((), description="`;`-separated ids: organizations that a source names as organizing this action")
    callers: Annotated[tuple[Text, ...], Column("called by", separator=";")] = Field(
        (), description="`;`-separated ids: organizations that a source names as calling its day or series"
    )
    attendance: Annotated[Text, Column("participants, turnout, asistencia, participação, teilnehmer")] = Field(
        "", description="as reported, with the reporter in brackets; several reports separated by `;`"
    )
    source_name: Annotated[Text, Column("source, fuente, fonte, quelle, المصدر")] = Field(
        "", description="name of the best source"
    )
    source_url: Annotated[Url | None, Column("url, link, website, enlace, lien, webseite, الرابط, رابط")] = Field(
        None, description="address of the best source, `https://` or `http://`"
    )
    source_date: Annotated[Date | None, Column("published")] = Field(
        None, description="day on which the best source was published, ISO 8601"
    )
    other_sources: Annotated[tuple[Url, ...], Column("links, other links, more sources", separator=" ")] = Field(
        (), description="further addresses, space-separated"
    )
    evidence: Annotated[Text, Column("notes, note, comments, notas, remarques, bemerkung, ملاحظات")] = Field(
        "", description="what the source says, in our words"
    )


@dataclass(frozen=True)
class ActionList:
    """The usable actions of a list, in its order, its problems by row, and how many rows are only suggestions."""

    actions: tuple[Action, ...]
    problems: tuple[Problem, ...]
    suggestions: int = 0


def match_columns(header: Sequence[str]) -> dict[str, str]:
    """Tell which columns of a list of actions a header has: our name → the file's name.

    The names understood are those of `Action` with the other usual ones in English, Spanish, French, Portuguese, German
    and Arabic; case, accents, punctuation and remarks in brackets do not matter.
    """
    return _match_columns(header, names_of(Action))


def read_actions(
    source: Path | bytes,
    *,
    organizations: Collection[Organization] | None = None,
    default_date: dt.date | None = None,
    day_first: bool | None = None,
    name: str = "the list",
) -> ActionList:
    """Read and check a list of actions.

    A row without a usable country or date is left out; any other unusable value is left empty, a text that is too long
    cut, a duplicate action kept. Each is a problem. A row whose status is `suggested` is left out, and no problem.

    Parameters
    ----------
    source
        A CSV or TSV file, or its bytes: UTF-8, UTF-16 or Windows-1252; delimited by comma, semicolon, tab or bar.
    organizations
        What `organizers` and `callers` may name; None leaves them unchecked.
    default_date
        The date of rows that give none.
    day_first
        Whether 02/05/2031 is in May; None takes that from the list's other dates, or from `default_date`.
    name
        What to call the list in problems when `source` is bytes.

    Raises
    ------
    UnreadableListError
        The file cannot be read as a list, or has no column for the country, or for the date and there is no default.
    """
    defaults, aside = {"date": default_date}, ("status", SUGGESTED)
    reading = Reading(Action, source, name=name, defaults=defaults, day_first=day_first, aside=aside)
    if organizations is not None:
        _keep_known_organizations(reading, organizations)
    _report_duplicates(reading)
    return ActionList(tuple(_with_ids(reading)), reading.problems, reading.set_aside)


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


def _report_duplicates(reading: Reading[Action]) -> None:
    """Report an action of the same place, venue and date as an earlier one, unless start times tell them apart."""
    rows: dict[tuple[object, ...], int] = {}
    for row, action in reading.rows:
        where = (action.country, _folded(action.region), _folded(action.locality), _folded(action.venue), action.date)
        at_any_time, at_no_time, at_this_time = (*where, "any"), (*where, None), (*where, action.start_time)
        other = rows.get(at_any_time) if action.start_time is None else rows.get(at_this_time, rows.get(at_no_time))
        if other:
            value = ", ".join(filter(None, (action.venue, action.locality, action.region, action.country)))
            reading.report(row, "", value, ProblemKind.REPEATED_ACTION, first=other)
        for key in (at_any_time, at_this_time):
            rows.setdefault(key, row)


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
    slug = "-".join(" ".join(map(_folded, where)).split())[:80]
    for candidate in (slug, f"{slug}-{action.date}"):
        uses[candidate] += 1
        if uses[candidate] == 1:
            return candidate
    while uses[numbered := f"{candidate}-{uses[candidate]}"]:
        uses[candidate] += 1
    uses[numbered] += 1
    return numbered


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    return fold(text)
