"""Geocoded lists: anybody's list of places with a pin for every row that can be resolved, and nothing else changed."""

import csv
import io
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from actionmap.campaign.actions import Action, ActionList
from actionmap.campaign.duplicates import Towns
from actionmap.errors import UnreadableListError
from actionmap.lists.cells import is_nothing, read_country
from actionmap.lists.encodings import Judge
from actionmap.lists.problems import Mistake, Notice, NoticeKind, Problem, ProblemKind
from actionmap.lists.reading import names_of
from actionmap.lists.rows import Row, cell_at
from actionmap.lists.tables import Form, Table, read_table
from actionmap.places.doubts import Doubt, DoubtKind, Failure
from actionmap.places.pin_cache import PinCache
from actionmap.places.pinning import Answer, PlaceGeocoder, from_cache
from actionmap.world.place import EXACT, OFFLINE, FoundBy, Pin, Place

ADDED_COLUMNS = ("latitude", "longitude", "precision", "matched_place", "geocoder")
"""What a geocoded list has more than the list that was read."""

_SAVE_AFTER = 20.0
"""Seconds of asking after which the answers so far are saved."""


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
    geocoder: PlaceGeocoder,
    cache: PinCache,
    *,
    keep_offline: bool = False,
    name: str = "the list",
    judge: Judge | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> PinnedList:
    """Find pins for a list, and save new ones in the cache.

    Parameters
    ----------
    source
        A CSV or TSV file, or its bytes; it needs columns for locality and country, and may have region and venue.
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
    progress
        Called with the number of places that have been answered, and of all that are asked for.

    Raises
    ------
    UnreadableListError
        The file cannot be read as a list, or has no column for locality or country.
    """
    table = read_table(source, names_of(Action), name, judge=judge)
    places, problems = _places(table)
    answers, rest = from_cache(filter(None, places), geocoder, cache)
    _ask(rest, geocoder, cache, keep_offline, answers, progress)
    found = [answers[place] if place else Answer(None) for place in places]
    numbers = [row.number for row in table.rows]
    problems += _said_of(_Source(table.name, table.columns, numbers), places, found)
    return PinnedList(
        csv=_with_pins(table, found),
        rows=len(table.rows),
        pins=sum(answer.pin is not None for answer in found),
        problems=tuple(sorted(problems, key=lambda problem: problem.row or 0)),
        form=table.form,
        notices=tuple(one for one in table.notices if one.kind is not NoticeKind.COLUMNS_NOT_USED),
    )


def _places(table: Table) -> tuple[list[Place | None], list[Problem]]:
    """Return the place that each row asks for; None, and a problem, where its country cannot be understood."""
    for column in ("locality", "country"):
        if column not in table.columns:
            also = ", ".join(names_of(Action)[column][:6])
            raise UnreadableListError(
                f"{table.name} has no column for the {column}, only {', '.join(filter(None, table.header))}. "
                f"Add one named {column} (understood as well: {also})."
            )
    at = {column: table.places(column) for column in Place._fields}
    places: list[Place | None] = []
    problems = []
    for row in table.rows:
        cells = {column: _cell(row, at[column], column) for column in Place._fields}
        text = cells["country"]
        country, mistake = read_country(text) if text else ("", Mistake(ProblemKind.EMPTY, {}))
        places.append(Place(**(cells | {"country": country})) if country else None)
        if mistake:
            problems.append(
                Problem(mistake.kind, table.name, row.number, table.columns["country"], text, mistake.values)
            )
    return places, problems


def _cell(row: Row, at: Sequence[int], column: str) -> str:
    """Return a cell on one line; empty where there is none, or what people write for "nothing"."""
    text = " ".join(cell_at(row, at).split())
    return "" if is_nothing(text, column) else text


def _ask(
    places: Sequence[Place],
    geocoder: PlaceGeocoder,
    cache: PinCache,
    keep_offline: bool,
    answers: dict[Place, Answer],
    progress: Callable[[int, int], None],
) -> None:
    """Add answers for places, and save their pins now and then, and whatever happens in the end."""
    unsaved: list[Pin] = []
    saved = time.monotonic()
    progress(0, len(places))
    try:
        for done, (place, answer) in enumerate(geocoder.answer(places), start=1):
            answers[place] = answer
            unsaved += _pin_to_save(answer, keep_offline)
            if time.monotonic() - saved > _SAVE_AFTER:
                cache.add(unsaved)
                unsaved, saved = [], time.monotonic()
            progress(done, len(places))
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


class _Source(NamedTuple):
    """Where places stand: the list's name and columns (ours → the list's), and the row of each."""

    name: str
    columns: Mapping[str, str]
    rows: Sequence[int]


def _said_of(source: _Source, places: Sequence[Place | None], answers: Sequence[Answer]) -> list[Problem]:
    """Say which places have no pin, a doubtful one, or were not answered for."""
    return [problem for say in (_unresolved, _doubtful, _failed) for problem in say(source, places, answers)]


def _first_rows(
    source: _Source, places: Sequence[Place | None], answers: Sequence[Answer]
) -> dict[Place, tuple[int, Answer]]:
    """Return place → the first of its rows, and its answer."""
    first: dict[Place, tuple[int, Answer]] = {}
    for row, place, answer in zip(source.rows, places, answers, strict=True):
        if place:
            first.setdefault(place, (row, answer))
    return first


def _unresolved(source: _Source, places: Sequence[Place | None], answers: Sequence[Answer]) -> list[Problem]:
    """Say for each place without a pin what to write instead, at the first of its rows."""
    rows: dict[Place, list[int]] = {}
    missing: dict[Place, Answer] = {}
    for row, place, answer in zip(source.rows, places, answers, strict=True):
        if place and not answer.pin and not answer.failure:
            wider = place.without_venue()
            rows.setdefault(wider, []).append(row)
            missing.setdefault(wider, answer)
    problems = []
    for place, answer in missing.items():
        first, *more = rows[place]
        values = {"doubt": answer.doubt, "candidates": _names(answer), "more": len(more)}
        problems.append(_problem(ProblemKind.NO_PIN, source, first, place, values))
    return problems


def _doubtful(source: _Source, places: Sequence[Place | None], answers: Sequence[Answer]) -> list[Problem]:
    """Say for each pin that is doubtful, or replaces a doubtful answer, what is wrong with it, at its first row."""
    problems = []
    for place, (row, answer) in _first_rows(source, places, answers).items():
        if answer.pin and (doubt := _doubt(answer)):
            values = {
                "pinned_at": answer.pin.matched_place,
                "doubt": doubt,
                "candidates": _names(answer),
            }
            problems.append(_problem(ProblemKind.PIN_IN_DOUBT, source, row, place, values))
    return problems


def _doubt(answer: Answer) -> Doubt | None:
    near_miss = answer.pin and answer.pin.geocoder == FoundBy.NEAR_MISS
    return answer.doubt or (Doubt(DoubtKind.NEAR_MISS) if near_miss else None)


def _failed(source: _Source, places: Sequence[Place | None], answers: Sequence[Answer]) -> list[Problem]:
    """Say once for each reason which places have not been answered for, and what they have instead."""
    failed: dict[Failure, dict[Place, tuple[int, Answer]]] = {}
    for place, (row, answer) in _first_rows(source, places, answers).items():
        if answer.failure:
            failed.setdefault(answer.failure, {})[place] = row, answer
    problems = []
    for failure, alike in failed.items():
        place, (row, _) = next(iter(alike.items()))
        pins = sum(answer.pin is not None for _, answer in alike.values())
        values = {"failure": failure, "places": len(alike), "pins": pins}
        problems.append(_problem(ProblemKind.NOT_ANSWERED, source, row, place, values))
    return problems


@dataclass(frozen=True)
class LookedUp:
    """What is known offline of a list's places.

    Parameters
    ----------
    pins
        Precision → how many actions have such a pin; "" → how many have none.
    places, doubtful
        How many places there are, and how many of them have no pin or a doubtful one.
    problems
        These, at the first row of each.
    towns
        What the list calls a town → its full name.
    """

    pins: Mapping[str, int]
    places: int
    doubtful: int
    problems: tuple[Problem, ...]
    towns: Towns


def look_up(listed: ActionList, geocoder: PlaceGeocoder, cache: PinCache, name: str) -> LookedUp:
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
    places = [Place.of(vars(action)) for action in listed.actions]
    answers, rest = from_cache(places, geocoder, cache)
    answers.update(geocoder.answer(rest))
    found = [answers[place] for place in places]
    problems = _said_of(_Source(name, listed.columns, listed.rows), places, found)
    return LookedUp(
        pins=Counter(answer.pin.precision if answer.pin else "" for answer in found),
        places=len(answers),
        doubtful=len(problems),
        problems=tuple(sorted(problems, key=lambda problem: problem.row)),
        towns={
            place[1:]: answer.pin.matched_place
            for place, answer in answers.items()
            if place.locality and answer.pin and answer.pin.precision in EXACT and answer.pin.geocoder in OFFLINE
        },
    )


def _names(answer: Answer) -> tuple[str, ...]:
    return tuple(dict.fromkeys(candidate.name for candidate in answer.candidates))


def _problem(kind: ProblemKind, source: _Source, row: int, place: Place, values: Mapping[str, object]) -> Problem:
    """Name a place's problem at the most exact of its columns."""
    column = next((one for one in ("venue", "locality", "region") if getattr(place, one)), "country")
    named = source.columns.get(column, column)
    return Problem(kind, source.name, row, named, ", ".join(filter(None, place)), values)


def _with_pins(table: Table, answers: Sequence[Answer]) -> str:
    """Compose the list with its pins; where it has columns named as ours, they stay and ours are called geocoded_…."""
    added = list(ADDED_COLUMNS)
    while set(added) & set(table.header):
        added = [f"geocoded_{column}" for column in added]
    width = max([len(table.header), *(len(row.cells) for row in table.all_rows)])
    file = io.StringIO()
    writer = csv.writer(file, delimiter=table.form.delimiter, lineterminator=table.form.line_end)
    writer.writerow([*table.header, *[""] * (width - len(table.header)), *added])
    pins = {row.number: answer.pin for row, answer in zip(table.rows, answers, strict=True)}
    number = table.all_rows[0].number if table.all_rows else 0
    for row in table.all_rows:
        writer.writerows([[]] * (row.number - number))
        number = row.number + 1
        pin = found.cells() if (found := pins.get(row.number)) else {}
        writer.writerow(
            [*row.cells, *[""] * (width - len(row.cells)), *(pin.get(column, "") for column in ADDED_COLUMNS)]
        )
    return file.getvalue()
