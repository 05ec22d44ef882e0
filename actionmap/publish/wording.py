"""Wording: what is known by its kind and values, said in sentences, for the screen, a terminal or a file."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from actionmap.campaign.claims import Measure, Verdict
from actionmap.campaign.selection import Unknown
from actionmap.lists.dates import Order
from actionmap.lists.problems import Notice, NoticeKind, Problem, ProblemKind, beginning
from actionmap.lists.tables import Form
from actionmap.publish.wording_places import why
from actionmap.text import count, markdown_text, terminal_line
from actionmap.world.countries import country_name
from actionmap.world.times import short_date

if TYPE_CHECKING:
    from actionmap.reach.figures import Evidence  # which would make check wait for pandas

_MOST_UNKNOWN = 20
"""Things that a link asks for in vain and that are named."""

CUT_OFF = "The list ends in the middle of a row. It may not be whole: there may be more actions than are shown."
"""What every visitor is told of a list that was cut off before there was a whole one to show instead."""

_PROBLEMS: dict[ProblemKind, tuple[str, str]] = {
    ProblemKind.STRAY_QUOTES: (
        "has quotation marks that do not pair up",
        "Put quotation marks around the whole cell, and double those inside it.",
    ),
    ProblemKind.TOO_MANY_CELLS: (
        "has more cells than the header, which has {columns}",
        "Put quotation marks around a cell that contains the delimiter.",
    ),
    ProblemKind.CUT_OFF: (
        "ends in the middle: the list may have more rows than this file",
        "Fetch or save it anew; a whole file ends with a line break.",
    ),
    ProblemKind.CONTROL_CHARACTERS: ("contains control characters", "They are removed; write the value anew."),
    ProblemKind.EMPTY: ("the cell is empty", "Fill it in."),
    ProblemKind.TOO_LONG: ("is longer than {limit:,} characters", "Shorten it; the rest is cut off."),
    ProblemKind.NOT_ALLOWED: ("is not one of the allowed values", "Write {allowed}."),
    ProblemKind.NOT_A_COUNTRY: ("is not a country or territory", "Write its ISO 3166-1 code, as PR, or its name."),
    ProblemKind.NOT_A_PLACE_CODE: (
        "is not a place",
        "Write a code, as AR or US-HI, or a code and a locality, as US-NY:New York.",
    ),
    ProblemKind.NOT_A_DATE: ("is not a date", "Write year, month and day, as 2024-03-02."),
    ProblemKind.NO_SUCH_DAY: ("is a day that does not exist", "Write a day of the calendar, as 2024-03-02."),
    ProblemKind.SEVERAL_DAYS: ("names several days", "{kept} is kept. Give {others} a row of its own each."),
    ProblemKind.END_BEFORE_START: ("is before the first day, {start}", "Write the last day; until then there is none."),
    ProblemKind.UNCLEAR_DATE: ("may be {either_day}", "Write {either_date}."),
    ProblemKind.NOT_A_TIME: (
        "is not a time of day",
        "Write the local time on the 24-hour clock, as 14:00, or leave it empty.",
    ),
    ProblemKind.NO_SUCH_TIME: (
        "is a time that does not exist",
        "Write a time between 00:00 and 23:59, or leave it empty.",
    ),
    ProblemKind.PART_OF_A_DAY: (
        "may be a part of a day, as a spreadsheet keeps a time, or minutes",
        "Write the time on the 24-hour clock, as 14:00, or leave it empty.",
    ),
    ProblemKind.HALF_OF_THE_DAY: (
        "may be in the afternoon",
        "Write 14:00 or 2 pm if it is, 02:00 or 2 am if it is not; so with every hour from 1 to 7 in this list.",
    ),
    ProblemKind.OTHER_TIME_ZONE: (
        "names {zone}, which is not the local time there",
        "Write the local time, as 14:00. Until then the time is left out.",
    ),
    ProblemKind.SOME_TIME_ZONE: (
        "names {zone}, and the country has several time zones",
        "The times of this list are taken as local to each place. Check that they are.",
    ),
    ProblemKind.NOT_A_WHOLE_NUMBER: ("is not a whole number", "Write digits alone, as 1000000."),
    ProblemKind.NOT_AN_ID: ("is not an id", "Use letters, digits, hyphens, dots and underscores alone, at most 100."),
    ProblemKind.CALLED_OFF: (
        "says that there will be no action",
        "If it will take place after all, write announced; if not, remove the row.",
    ),
    ProblemKind.NOT_A_WEB_ADDRESS: (
        "is not a web address",
        "Write one that begins with https:// or http://, or leave it empty.",
    ),
    ProblemKind.TOO_LONG_AN_ADDRESS: (
        "is longer than {limit:,} characters",
        "Write a shorter address, or leave it empty.",
    ),
    ProblemKind.NO_HOST: (
        "does not name a host, or names an impossible port",
        "Write an address such as https://sheets.example/list.csv.",
    ),
    ProblemKind.UNUSABLE: ("cannot be used", "Write it as the column is described."),
    ProblemKind.REPEATED_ID: ("is the id of row {first} too", "Give each row an id of its own."),
    ProblemKind.REPEATED_ACTION: (
        "has the same place, venue and date as row {first}",
        "Remove one of them, or tell them apart by venue or start time.",
    ),
    ProblemKind.UNKNOWN_ORGANIZATION: (
        "is not the id of an organization",
        "Write an id of organizations.csv, or add it there.",
    ),
    ProblemKind.UNKNOWN_PARENT: (
        "is not the id of an organization",
        "Write the id of a row of this list, or leave it empty.",
    ),
    ProblemKind.CIRCLE_OF_PARENTS: ("makes a circle of parents", "Leave the parent of the topmost one empty."),
    ProblemKind.UNKNOWN_FILTER: (
        "asks for {parameter} “{asked}”, which is unknown",
        "Write it like the address of the page: {written}, joined with &.",
    ),
    ProblemKind.NOT_THE_SERVICE: ("is not the address of the service itself", "Write it as {address}."),
    ProblemKind.TOO_SHORT_A_PAUSE: (
        "is too short a pause for {host}",
        "It allows one request a second: write at least 1.",
    ),
    ProblemKind.NOT_A_CACHE: ("this file cannot be used as a pin cache", "{reason}"),
    ProblemKind.WRONG_WIDTH: ("has {cells}", "Write {columns}, one for each column."),
    ProblemKind.NOT_A_LATITUDE: ("is not a latitude", "Write decimal degrees, as 48.20849."),
    ProblemKind.NOT_A_LONGITUDE: ("is not a longitude", "Write decimal degrees, as -99.12766."),
    ProblemKind.NOT_A_TIME_ZONE: ("is not a time zone", "Write its IANA name, as Europe/Vienna."),
    ProblemKind.NO_GEOCODER: ("does not say who found the pin", "Write reviewed where you checked it, else {allowed}."),
    ProblemKind.NOT_METRES: ("is not a length", "Write metres, as 250, or leave it empty."),
    ProblemKind.SECOND_PIN: ("is in a second row for the same place", "Keep one of the two rows."),
    ProblemKind.NO_PIN: (
        "has no pin: {reason}{and_more}",
        "Write the town's usual name, and its region if several towns have it.",
    ),
    ProblemKind.PIN_IN_DOUBT: (
        "is pinned at {pinned_at}; doubtful: {reason}",
        "Correct the row; or correct its pin in the cache, and write reviewed there.",
    ),
    ProblemKind.NOT_ANSWERED: (
        "{and_more} not answered for: {reason}; {instead}",
        "Run the command again later; what was answered is saved.",
    ),
}
"""Kind → what is wrong, to be read after the value, and what to write instead."""


def wrong(kind: ProblemKind, values: Mapping[str, Any]) -> str:
    """Say what is wrong with a value, to be read after it: "is not a date"."""
    return terminal_line(_PROBLEMS[kind][0].format_map(_said(kind, values)))


def instead(kind: ProblemKind, values: Mapping[str, Any]) -> str:
    """Say what to write instead, in a sentence or more."""
    said = _said(kind, values)
    guess = f"Did you mean {said['candidates']}? " if said.get("candidates") else ""
    left_out = " Until then the row is left out." if values.get("left_out") else ""
    return terminal_line(guess + _PROBLEMS[kind][1].format_map(said) + left_out)


def of_value(value: object, kind: ProblemKind, values: Mapping[str, Any]) -> str:
    """Say a value, what is wrong with it, and what to write instead."""
    return f"“{terminal_line(str(value))}” {wrong(kind, values)}. {instead(kind, values)}"


def sentence(problem: Problem) -> str:
    """Say a problem without its place."""
    kind, values = problem.kind, problem.values
    return of_value(problem.value, kind, values) if problem.value else f"{wrong(kind, values)}. {instead(kind, values)}"


def as_told(problem: Problem) -> dict[str, object]:
    """Return a problem for a program: its kind, place and values, and what is said of it."""
    said = {"message": wrong(problem.kind, problem.values), "hint": instead(problem.kind, problem.values)}
    return vars(problem) | said


def where(problem: Problem) -> str:
    """Say the file, row and column of a problem."""
    return f"{problem.file} row {problem.row}{f', {problem.column}' if problem.column else ''}"


def problem_line(problem: Problem) -> str:
    """Say it all on one line, for a terminal or a log."""
    return f"{where(problem)}: {sentence(problem)}"


def problem_lines(problems: Sequence[Problem], most: int) -> Iterator[str]:
    """Say the first problems in a line each, and how many more there are of each kind in a last one."""
    yield from map(problem_line, problems[:most])
    more = Counter(problem.kind for problem in problems[most:])
    if more:
        kinds = ", ".join(f"{number:,} {kind}" for kind, number in more.most_common())
        yield f"and {count(more.total(), 'more problem')}: {kinds}"


_VERDICTS = {
    Verdict.FULL: ("Itemised in full", "{counted} in this list; claimed: {claimed}"),
    Verdict.FEWER: ("Itemised in part: {count:,} of {claimed}", "{what} in this list"),
    Verdict.PLACES_MISSING: ("Itemised in part: {itemised} of {named}", "{counted} in this list; claimed: {claimed}"),
    Verdict.NOTHING: ("Not itemised here", "{counted} in this list; claimed: {claimed}"),
    Verdict.NOT_COUNTED: ("Not itemised here", "Attendance is quoted with each action, never added up."),
}
"""Verdict on a claim → its headline, and what was counted."""

_MEASURES: dict[Measure, tuple[str, str]] = {
    "actions": ("action", "actions"),
    "places": ("place", "places"),
    "localities": ("town or city", "towns and cities"),
    "organizations": ("organization named as organizing", "organizations named as organizing"),
    "attendance": ("person", "people"),
}


def verdict_words(found: "Evidence") -> tuple[str, str]:
    """Say what the list has beside a claim: a headline, and what was counted; neither speaks of what happened."""
    claim, number = found.claim, found.count or 0
    values = {
        "count": number,
        "counted": count(number, *_MEASURES[claim.measure]),
        "what": _MEASURES[claim.measure][1],
        "claimed": f"{'' if claim.qualifier == 'exactly' else claim.qualifier + ' '}{claim.figure:,}",
        "itemised": found.itemised,
        "named": count(len(found.places), "named place"),
    }
    headline, counted = _VERDICTS[found.verdict]
    return headline.format_map(values), counted.format_map(values)


def unknown_notice(unknown: Sequence[Unknown]) -> str:
    """Say in Markdown what a link asks for in vain."""
    asked = [f"{one.parameter} “{markdown_text(beginning(one.value))}”" for one in unknown[:_MOST_UNKNOWN]]
    more = len(unknown) - len(asked)
    asked += [f"{count(more, 'other value')}"] if more else []
    left_out = "It was" if len(unknown) == 1 else "They were"
    return f"The link asks for {one_of(asked, 'and')}, which this map does not know. {left_out} left out."


def one_of(words: Sequence[str], joined_by: str = "or") -> str:
    """Join words as a choice: "venue, locality or region"."""
    *others, last = words
    return f"{', '.join(others)} {joined_by} {last}" if others else last


def _said(kind: ProblemKind, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values in words, as the templates want them."""
    in_words = _IN_WORDS.get(kind)
    named = {"candidates": " or ".join(values["candidates"])} if values.get("candidates") else {}
    return {**values, **named, **(in_words(values) if in_words else {})}


def _unclear_date(values: Mapping[str, Any]) -> dict[str, str]:
    days = sorted(values["days"])
    return {"either_day": one_of([short_date(day) for day in days]), "either_date": one_of([str(day) for day in days])}


def _not_answered(values: Mapping[str, Any]) -> dict[str, str]:
    """Say how many places were not answered for, and how many of them have the gazetteer's pin."""
    places, pins = values["places"], values["pins"]
    some = f" for {pins:,} of them" if pins < places else ""
    return {
        "reason": why(values["failure"]),
        "and_more": f"and {count(places - 1, 'more place')} were" if places > 1 else "was",
        "instead": f"the gazetteer's pin stands in{some}" if pins else "no pin stands in",
    }


_IN_WORDS: dict[ProblemKind, Callable[[Mapping[str, Any]], dict[str, str]]] = {
    ProblemKind.NOT_ALLOWED: lambda values: {"allowed": one_of(values["allowed"])},
    ProblemKind.NOT_A_COUNTRY: lambda values: {
        "candidates": " or ".join(f"{country_name(code)} ({code})" for code in values.get("candidates", ()))
    },
    ProblemKind.SEVERAL_DAYS: lambda values: {"others": " and ".join(map(str, values["others"]))},
    ProblemKind.UNCLEAR_DATE: _unclear_date,
    ProblemKind.UNKNOWN_FILTER: lambda values: {"written": ", ".join(f"{name}=…" for name in values["parameters"])},
    ProblemKind.WRONG_WIDTH: lambda values: {"cells": count(values["cells"], "cell")},
    ProblemKind.NO_GEOCODER: lambda values: {"allowed": one_of(values["allowed"])},
    ProblemKind.NO_PIN: lambda values: {
        "reason": why(values["doubt"]),
        "and_more": f" (and in {count(values['more'], 'more row')})" if values["more"] else "",
    },
    ProblemKind.PIN_IN_DOUBT: lambda values: {"reason": why(values["doubt"])},
    ProblemKind.NOT_ANSWERED: _not_answered,
}
"""Kind → how its values are put into words, where they are not said as they are."""


_NOTICES: dict[NoticeKind, str] = {
    NoticeKind.ENCODING_GUESSED: (
        "We do not know the encoding of this file and have read it as {encoding}. Check its accented letters: if they "
        "look wrong, open it where it was written and save it as CSV (UTF-8)."
    ),
    NoticeKind.TEXT_REPAIRED: "The letters of {cells} were garbled and are repaired: “{before}” is read as “{after}”.",
    NoticeKind.SHEETS_JOINED: "Sheets with the same header are read as one list: {sheets}.",
    NoticeKind.COUNTRY_FROM_SHEETS: "No column has the country: it is taken from the names of the sheets.",
    NoticeKind.SHEETS_NOT_READ: "Not read: {sheets}.",
    NoticeKind.COLUMNS_NOT_USED: "Not used: {columns}.",
    NoticeKind.COLUMN_SHARED: "{others} fills in where “{column}” is empty{rows}.",
    NoticeKind.ROWS_NOT_READ: "Not an action, and left out: {rows} (“{value}”).",
}
"""Kind → what is said of a list, in a sentence."""


def notice(told: Notice) -> str:
    """Say something about a whole list."""
    in_words = {name: _NOTED[name](value) for name, value in told.values.items() if name in _NOTED}
    if told.kind is NoticeKind.SHEETS_JOINED:
        in_words["sheets"] = ", ".join(f"“{name}” (from row {row} on)" for name, row in told.values["sheets"])
    if told.kind is NoticeKind.COLUMN_SHARED:
        rows = told.values["rows"]
        in_words["rows"] = (
            f"; they differ in {_numbered('row', rows)}, where “{told.values['column']}” counts" if rows else ""
        )
    return _NOTICES[told.kind].format_map({**told.values, **in_words})


def _numbered(noun: str, items: Sequence[object]) -> str:
    """Say the first few of many: "rows 7, 8 and 12 more"."""
    shown = [str(item) for item in items[:_MOST_NAMED]]
    if len(items) > len(shown):
        shown.append(f"{len(items) - len(shown):,} more")
    *others, last = shown
    listed = f"{', '.join(others)} and {last}" if others else last
    return f"{noun if len(items) == 1 else noun + 's'} {listed}"


_MOST_NAMED = 8
_NOTED: dict[str, Callable[[Any], str]] = {
    "cells": lambda number: count(number, "cell"),
    "sheets": lambda names: _numbered("sheet", [f"“{name}”" for name in names]),
    "columns": lambda names: _numbered("column", [f"“{name}”" for name in names]),
    "others": lambda names: _numbered("column", [f"“{name}”" for name in names]).capitalize(),
    "rows": lambda numbers: _numbered("row", numbers) if numbers else "",
}
"""Value of a notice → how it is put into words."""

_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


def read_as(form: Form) -> str:
    """Say how a list was read: its encoding and delimiter, or its sheets."""
    if form.sheets:
        return f"Read from {_numbered('sheet', [f'“{name}”' for name in form.sheets])}."
    return f"Read as {form.encoding}, cells divided by {_DELIMITERS.get(form.delimiter, form.delimiter)}."


def columns_read(columns: Mapping[str, str]) -> str:
    """Say which column is which: our name, and the file's where it is another."""
    return "Columns: " + ", ".join(
        name if name == theirs else f"{name.replace('_', ' ')} (“{theirs}”)" for name, theirs in columns.items()
    )


_ORDERS = {
    Order.DAY_FIRST: "Dates such as 02/05/2031 are read day first.",
    Order.MONTH_FIRST: "Dates such as 02/05/2031 are read month first.",
    Order.CONTRADICTORY: "Some dates are written day first, others month first: those that may be both are asked for.",
}


def date_order(order: Order) -> str:
    """Say what comes first in the dates of a list; nothing where no date can be read in two ways."""
    return _ORDERS.get(order, "")
