"""The geocode cache: a CSV file of places and their pins that people correct by hand and review like code."""

import csv
import io
import logging
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from filelock import FileLock
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from actionmap.errors import UnreadableListError
from actionmap.files import write_file
from actionmap.lists.cells import Word, Zone
from actionmap.lists.problems import Problem, ProblemKind
from actionmap.lists.tables import read_table
from actionmap.paths import geocode_cache, shipped_pins
from actionmap.world.countries import country_code
from actionmap.world.place import COLUMNS, FoundBy, Pin, Place, Precision

_PATIENCE = 60.0
"""Seconds to wait for another process that is writing."""

_LATER_COLUMNS = ("source", "uncertainty_m")
"""What the first files do not have; they get it when they are next written."""
_FIRST_COLUMNS = COLUMNS[: -len(_LATER_COLUMNS)]

_log = logging.getLogger(__name__)


class _Line(NamedTuple):
    """A row of the file: its cells under the file's own header, and what it says; None where it cannot be used."""

    cells: Sequence[str]
    pin: Pin | None


_Lines = dict[Place | int, _Line]
"""The rows of the file: by the key of their place, or by their number where they cannot be used."""


class PinCache:
    """The cached pins of one file.

    Reading never fails: what cannot be used is listed in `problems` and stays in the file. Writing loses nothing that
    a person wrote: it re-reads the file under a lock, changes only rows that nobody has reviewed, unless a person now
    reviews them anew, and replaces the file in one step.

    Parameters
    ----------
    path
        The CSV file, which need not exist; by default what ``ACTIONMAP_GEOCODE_CACHE`` names, else the project's own.
        Once installed, that is a file of the user's, which goes before the pins that came with the package.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = (path or geocode_cache()).resolve()
        shipped = None if path else shipped_pins()
        self._shipped = _by_key(PinCache(shipped)) if shipped else {}
        _, lines, problems = self._read()
        self._take(lines, problems)

    def __len__(self) -> int:
        return len(self._pins)

    def __iter__(self) -> Iterator[Pin]:
        return iter(self._pins.values())

    def find(self, place: Place) -> Pin | None:
        """Find the pin of a place: of its venue, else of its locality; a reviewed one of either before any other.

        Case and white space do not matter.
        """
        key = _key(place)
        exact = self._pins.get(key)
        if not place.venue or (exact and exact.reviewed):
            return exact
        wider = self._pins.get(key.without_venue())
        return wider if wider and (wider.reviewed or not exact) else exact

    def add(self, pins: Iterable[Pin]) -> bool:
        """Write pins into the file, each in place of an unreviewed one of the same place, a reviewed one of any.

        Returns
        -------
        bool
            Whether the file now holds them. Where the folder is read-only, the file cannot be read as a cache, or
            another process keeps it locked for a minute, a log line says so and nothing else happens.
        """
        new = _by_key(pins)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(f"{self.path}.lock", timeout=_PATIENCE):
                header, lines, problems = _read(self.path)
                _merge(lines, new)
                content = _text(header, lines).encode(errors="replace")
                if not self.path.exists() or self.path.read_bytes() != content:
                    write_file(self.path, content)
        except (OSError, UnreadableListError) as error:
            _log.warning("The pins are not cached: %s", error)
            return False
        self._take(lines, problems)
        return True

    def including(self, pins: Iterable[Pin]) -> "PinCache":
        """Return a cache, in memory alone, that has these pins in place of any others of the same places."""
        other = copy(self)
        other._pins = self._pins | _by_key(pins)
        return other

    def csv_with(self, pins: Iterable[Pin]) -> str:
        """Return what `add` would make of the file, or of none where it cannot be read; nothing is written."""
        header, lines, _ = self._read()
        _merge(lines, _by_key(pins))
        return _text(header, lines)

    def _read(self) -> "tuple[Sequence[str], _Lines, list[Problem]]":
        try:
            return _read(self.path)
        except UnreadableListError as error:
            return COLUMNS, {}, [Problem(ProblemKind.NOT_A_CACHE, self.path.name, 1, values={"reason": str(error)})]

    def _take(self, lines: _Lines, problems: list[Problem]) -> None:
        own = {key: line.pin for key, line in lines.items() if isinstance(key, Place) and line.pin}
        self._pins = self._shipped | own
        self.problems = problems


def _key(place: Place) -> Place:
    return Place._make(" ".join(unicodedata.normalize("NFC", text).casefold().split()) for text in place)


def _by_key(pins: Iterable[Pin]) -> dict[Place, Pin]:
    return {_key(pin.place): pin for pin in pins}


def _read(path: Path) -> tuple[Sequence[str], _Lines, list[Problem]]:
    """Read header, rows and problems.

    Raises
    ------
    UnreadableListError
        The file is there but its first row is not a cache's header, so that writing could lose what it holds.
    """
    if not path.exists() or not path.stat().st_size:
        return COLUMNS, {}, []
    table = read_table(path, dict.fromkeys(COLUMNS, ()), repair=False)
    with path.open("rb") as file:
        at_the_top = _FIRST_COLUMNS[-1].encode() in file.readline()
    if not at_the_top or not set(_FIRST_COLUMNS) <= set(table.header):
        raise UnreadableListError.of("no-cache", name=path.name, columns=",".join(COLUMNS))
    added = [column for column in _LATER_COLUMNS if column not in table.header]
    header = [*table.header, *added]
    lines: _Lines = {}
    problems = []
    for row in table.all_rows:
        whole = len(row.cells) == len(table.header)
        cells = (*row.cells, *([""] * len(added) if whole else ()))
        value = dict(zip(header, map(str.strip, cells), strict=False))
        at = path.name, row.number
        counted = {"cells": len(row.cells), "columns": len(table.header)}
        found = _pin(value, *at) if whole else Problem(ProblemKind.WRONG_WIDTH, *at, "", ",".join(row.cells), counted)
        key = _key(found.place) if isinstance(found, Pin) else row.number
        earlier = lines[key].pin if key in lines else None
        if isinstance(found, Pin) and earlier and earlier.reviewed:
            if not found.reviewed:
                continue
            key, found = row.number, Problem(ProblemKind.SECOND_PIN, *at, "geocoder", found.geocoder)
        if isinstance(found, Problem):
            problems.append(found)
        lines[key] = _Line(cells, found if isinstance(found, Pin) else None)
    return header, lines, problems


class _Told(BaseModel):
    """What the cells of a row have to tell, besides texts."""

    model_config = ConfigDict(allow_inf_nan=False)

    country: Annotated[str, BeforeValidator(lambda text: text and country_code(text))]
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    precision: Precision
    timezone: Literal[""] | Zone
    geocoder: Annotated[FoundBy, Word]
    uncertainty_m: float | None = Field(ge=0)


_WRONG = {
    **{"country": ProblemKind.NOT_A_COUNTRY, "timezone": ProblemKind.NOT_A_TIME_ZONE},
    **{"latitude": ProblemKind.NOT_A_LATITUDE, "longitude": ProblemKind.NOT_A_LONGITUDE},
    **{"precision": ProblemKind.NOT_ALLOWED, "geocoder": ProblemKind.NO_GEOCODER},
    "uncertainty_m": ProblemKind.NOT_METRES,
}
_ALLOWED = {"precision": tuple(Precision), "geocoder": tuple(FoundBy)}


def _pin(value: Mapping[str, str], file: str, row: int) -> Pin | Problem:
    """Return the pin of a row, else the first thing that is wrong in it."""
    try:
        told = _Told.model_validate({**value, "uncertainty_m": value["uncertainty_m"] or None})
    except ValidationError as error:
        column = str(error.errors()[0]["loc"][0])
        allowed = {"allowed": _ALLOWED[column]} if column in _ALLOWED else {}
        return Problem(_WRONG[column], file, row, column, value[column], allowed)
    return Pin(**{column: value[column] for column in COLUMNS} | dict(told))


def _merge(lines: _Lines, new: Mapping[Place, Pin]) -> None:
    """Put new pins in place of old ones as `add` says; one that says the same leaves the old row, with its date."""
    for key, found in new.items():
        old = lines[key].pin if key in lines else None
        if old is None:
            lines[key] = _Line((), found)
        elif found.reviewed or not old.reviewed:
            found = replace(found, **old.place._asdict())
            if replace(found, date=old.date).cells() != old.cells():
                lines[key] = lines[key]._replace(pin=found)


def _text(header: Sequence[str], lines: _Lines) -> str:
    """Compose the file: sorted by country, region, locality and venue, so that a changed pin is one line of a diff."""
    rows = []
    for line in lines.values():
        named = dict(zip(header, line.cells, strict=False)) | (line.pin.cells() if line.pin else {})
        cells = [named.get(column, "") for column in header] if line.pin else [*line.cells]
        place = Place(*(named.get(column, "") for column in ("country", "region", "locality", "venue")))
        rows.append((_key(place), cells))
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows([header, *(cells for _, cells in sorted(rows))])
    return file.getvalue()
