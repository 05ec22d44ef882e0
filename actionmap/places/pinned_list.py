"""Geocoded lists: anybody's list of places with a pin for every row that can be resolved, and nothing else changed."""

import csv
import datetime as dt
import io
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from actionmap.campaign.actions import PLACE_COLUMNS, Action, ActionList, keep_places
from actionmap.campaign.duplicates import Towns
from actionmap.campaign.sheet import as_list
from actionmap.lists.encodings import Judge
from actionmap.lists.problems import Notice, NoticeKind, Problem, ProblemKind
from actionmap.lists.reading import Reading, names_of, no_column
from actionmap.lists.rows import Row
from actionmap.lists.tables import Form, Table, read_table
from actionmap.places.pin_cache import PinCache
from actionmap.places.pinning import Answer, Answers, Asked, OfflineGeocoder, Progress, answered, point_of
from actionmap.places.points import judged
from actionmap.world.place import EXACT, OFFLINE, Pin, Place, Precision

ADDED_COLUMNS = ("latitude", "longitude", "precision", "matched_place", "geocoder")
"""What a geocoded list has more than the list that was read."""


@dataclass(frozen=True)
class PinnedList:
    """A list with its pins.

    Parameters
    ----------
    csv
        The whole list: its own columns and rows in their order and as they were, then `ADDED_COLUMNS`; with the list's
        own delimiter and line ends.
    rows, pins
        How many rows it has, blank ones not counted, and how many of them have a pin.
    problems
        The rows that have no pin, or one that stands in for what is doubtful or could not be asked for; and what to do.
    form
        How the list is written.
    notices
        What was guessed, repaired or not read; columns that are not used here are all kept, and not named.
    """

    csv: str
    rows: int
    pins: int
    problems: tuple[Problem, ...]
    form: Form = field(default_factory=Form)
    notices: tuple[Notice, ...] = ()

    def encoded(self) -> bytes:
        """Return the list in its own encoding; where that lacks a letter, in UTF-8 with the mark of spreadsheets."""
        try:
            return self.csv.encode(self.form.codec)
        except UnicodeEncodeError:
            return self.csv.encode("utf-8-sig", "replace")


def pin_list(
    source: Path | bytes,
    geocoder: OfflineGeocoder,
    cache: PinCache,
    *,
    keep_offline: bool = False,
    name: str = "the list",
    judge: Judge | None = None,
    default_country: str = "",
    divide: Callable[[Iterable[Place]], Mapping[Place, Sequence[str]]] | None = None,
    progress: Progress = lambda done, total, unresolved: None,
) -> PinnedList:
    """Find pins for a list, and save new ones in the cache.

    Parameters
    ----------
    source
        A CSV or TSV file, or its bytes; it needs a column for locality or country, and may have region, venue, and
        latitude and longitude, which are taken as they are.
    geocoder
        Who is asked for places that the cache does not answer.
    cache
        Answers first. New answers that cost something are saved, even if asking is interrupted.
    keep_offline
        Whether the gazetteer's answers, too, are saved.
    name
        What to call the list in problems when `source` is bytes.
    judge
        Counts the words that are known, to find the encoding.
    default_country
        The country (ISO 3166-1 alpha-2) of rows that give none.
    divide
        Finds the several towns of a cell (`places.dividing.several_towns`): its row then becomes one for each.
    progress
        See `pin_actions`.

    Raises
    ------
    UnreadableListError
        The file cannot be read as a list, or has no column for a place.
    """
    table = read_table(source, names_of(Action), name, judge=judge)
    asked, problems = _places(table, default_country)
    if divide:
        table, asked = _divided(table, asked, divide(place for place, _ in asked if place))

    found = answered(asked, geocoder, cache, progress, lambda answers: _saved(answers, cache, keep_offline))
    problems += _said_of(table.name, table.columns, [row.number for row in table.rows], asked, found)
    return PinnedList(
        csv=_with_pins(table, found),
        rows=len(table.rows),
        pins=sum(answer.pin is not None for answer in found),
        problems=tuple(sorted(problems, key=lambda problem: problem.row or 0)),
        form=table.form,
        notices=tuple(one for one in table.notices if one.kind is not NoticeKind.COLUMNS_NOT_USED),
    )


def _places(table: Table, default_country: str) -> tuple[list[Asked], list[Problem]]:
    """Return the place and the point that each row names; None, and a problem, for what cannot be understood."""
    columns = {column: table.columns[column] for column in PLACE_COLUMNS if column in table.columns}
    if not columns:
        raise no_column(table, "locality", names_of(Action)["locality"])
    defaults = {"date": dt.date.min, "country": default_country or None}  # whose date does not matter
    reading = Reading(Action, as_list(table, columns), name=table.name, defaults=defaults)
    keep_places(reading)
    asked: list[Asked] = [(None, None)] * len(table.rows)
    place_of = {row.number: place for place, row in enumerate(table.rows)}
    for number, action in reading.rows:
        asked[place_of[number]] = Place.of(vars(action)), point_of(action)
    problems = []
    for one in reading.problems:
        values = {name: value for name, value in one.values.items() if name != "left_out"}  # every row stays
        problems.append(replace(one, column=columns.get(one.column, one.column), values=values))
    return asked, problems


def _divided(table: Table, asked: Sequence[Asked], towns: Mapping[Place, Sequence[str]]) -> tuple[Table, list[Asked]]:
    """Make a row for each town that a cell names, with ids of their own and every other cell the same."""
    at, id_at = (table.header.index(table.columns[one]) if one in table.columns else -1 for one in ("locality", "id"))
    rows: list[Row] = []
    found: list[Asked] = []
    for row, (place, point) in zip(table.rows, asked, strict=True):
        named = towns.get(place.without_venue(), ()) if place and not point else ()
        for number, town in enumerate(named, 1):
            cells = _filled(row.cells, len(table.header))
            cells[at] = town
            if id_at >= 0 and cells[id_at]:
                cells[id_at] += f"-{number}"
            rows.append(row._replace(cells=tuple(cells)))
        rows += [] if named else [row]
        found += [(place._replace(locality=town), None) for town in named] if place and named else [(place, point)]
    return replace(table, rows=tuple(rows)), found


def _filled(cells: Sequence[str], width: int) -> list[str]:
    """Return the cells of a row, with empty ones where it is shorter than others."""
    return [*cells, *[""] * (width - len(cells))]


def _saved(answers: Answers, cache: PinCache, keep_offline: bool) -> Answers:
    """Pass answers on, and save their pins in the end, whatever happens: a service's answers are kept as they come."""
    unsaved: list[Pin] = []
    try:
        for place, answer in answers:
            unsaved += _pin_to_save(answer, keep_offline)
            yield place, answer
    finally:
        if unsaved:
            cache.add(unsaved)


def _pin_to_save(answer: Answer, keep_offline: bool) -> list[Pin]:
    """Return what is as good as final, and worth it: a failure or a doubt are to be said in the next run too.

    What a geocoder has found of the town of a doubtful venue is good for the town.
    """
    pin = answer.pin
    if not pin or answer.failure or (pin.geocoder in OFFLINE and (answer.doubt or not keep_offline)):
        return []
    return [pin.at(pin.place.without_venue()) if answer.doubt else pin]


def _said_of(
    name: str, columns: Mapping[str, str], rows: Sequence[int], asked: Sequence[Asked], answers: Sequence[Answer]
) -> list[Problem]:
    """Say which places have no pin, a doubtful one, or were not answered for, each at the first of its rows.

    What is to be said of a town, it is said once for all its venues, and once for all places for which asking failed
    in the same way. `columns` are the list's (ours → its own), `rows` those of the places.
    """
    problems: list[Problem] = []

    def say(kind: ProblemKind, row: int, place: Place, **values: object) -> None:
        named = columns.get(place.level, "")  # the most exact of its columns
        problems.append(Problem(kind, name, row, named, ", ".join(filter(None, place)), values))

    first: dict[Place, tuple[int, Answer]] = {}
    missing: dict[Place, list[tuple[int, Answer]]] = {}
    for row, (place, _), answer in zip(rows, asked, answers, strict=True):
        if place:
            first.setdefault(place, (row, answer))
            if not answer.pin and not answer.failure:
                wider = place.without_venue() if place.locality and not answer.in_doubt else place
                missing.setdefault(wider, []).append((row, answer))
    for place, ((row, answer), *more) in missing.items():
        kind = ProblemKind.NOT_CONFIRMED if answer.in_doubt else ProblemKind.NO_PIN
        say(kind, row, place, **_doubt(answer), more=len(more))
    for place, (row, answer) in first.items():
        if answer.pin and answer.doubt:
            say(ProblemKind.PIN_IN_DOUBT, row, place, **_doubt(answer), pinned_at=answer.pin.matched_place)
    for failure in dict.fromkeys(answer.failure for _, answer in first.values() if answer.failure):
        alike = {place: found for place, found in first.items() if found[1].failure == failure}
        place, (row, _) = next(iter(alike.items()))
        pins = sum(answer.pin is not None for _, answer in alike.values())
        say(ProblemKind.NOT_ANSWERED, row, place, places=len(alike), pins=pins, failure=failure)
    return sorted(problems, key=lambda problem: problem.row)


@dataclass(frozen=True)
class LookedUp:
    """What is known offline of a list's places.

    Parameters
    ----------
    pins
        Precision → how many actions have such a pin; "" → how many have none.
    problems
        The places that have no pin or a doubtful one, at the first row of each.
    towns
        What the list calls a town → its full name.
    """

    pins: Mapping[str, int]
    problems: tuple[Problem, ...]
    towns: Towns


def look_up(listed: ActionList, geocoder: OfflineGeocoder, cache: PinCache, name: str) -> LookedUp:
    """Look up the places of a list that has been read, and keep nothing of it.

    Parameters
    ----------
    listed
        The list.
    geocoder, cache
        Who is asked, and who is asked first.
    name
        What to call the list in problems.
    """
    asked = [(Place.of(vars(action)), point_of(action)) for action in listed.actions]
    found = answered(asked, geocoder, cache)
    answers = {place: answer for (place, _), answer in zip(asked, found, strict=True)}
    problems = _said_of(name, listed.columns, listed.rows, asked, _venues_judged(asked, found, geocoder))
    return LookedUp(
        pins=Counter(answer.pin.precision if answer.pin else "" for answer in found),
        problems=tuple(problems),
        towns={
            place[1:]: answer.pin.matched_place
            for place, answer in answers.items()
            if place.locality and answer.pin and answer.pin.precision in EXACT and answer.pin.geocoder in OFFLINE
        },
    )


def _venues_judged(asked: Sequence[Asked], found: Sequence[Answer], geocoder: OfflineGeocoder) -> list[Answer]:
    """Return answers with a doubt where a person's pin of a venue is not in its town: it stands, and is named."""
    points = {
        place: (answer.pin.latitude, answer.pin.longitude)
        for (place, _), answer in zip(asked, found, strict=True)
        if place and answer.pin and answer.pin.reviewed and answer.pin.precision is Precision.VENUE
    }
    judgements = judged([*points.items()], geocoder.gazetteer)
    doubts = {place: one.doubt for place, one in zip(points, judgements, strict=True)}
    return [
        replace(answer, doubt=doubts.get(place) or answer.doubt) if place else answer
        for (place, _), answer in zip(asked, found, strict=True)
    ]


def _doubt(answer: Answer) -> dict[str, object]:
    return {"doubt": answer.doubt, "candidates": tuple(dict.fromkeys(one.name for one in answer.candidates))}


def _with_pins(table: Table, answers: Sequence[Answer]) -> str:
    """Compose the list with its pins; where it has columns named as ours, they stay and ours are called geocoded_…."""
    added = list(ADDED_COLUMNS)
    while set(added) & set(table.header):
        added = [f"geocoded_{column}" for column in added]
    width = max([len(table.header), *(len(row.cells) for row in table.all_rows)])
    file = io.StringIO()
    writer = csv.writer(file, delimiter=table.form.delimiter, lineterminator=table.form.line_end)
    writer.writerow([*_filled(table.header, width), *added])
    entries, pins = {row.number for row in table.rows}, (answer.pin for answer in answers)
    number = table.all_rows[0].number if table.all_rows else 0
    for row in table.all_rows:
        writer.writerows([[]] * (row.number - number))
        number = row.number + 1
        pin = next(pins) if row.number in entries else None
        cells = pin.cells() if pin else {}
        writer.writerow([*_filled(row.cells, width), *(cells.get(column, "") for column in ADDED_COLUMNS)])
    return file.getvalue()
