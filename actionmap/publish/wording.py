"""Wording: what is known by its kind and values, said in sentences, for the screen, a terminal or a file."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from actionmap.campaign.claims import Measure, Verdict
from actionmap.campaign.selection import Unknown
from actionmap.lists.problems import Problem, ProblemKind
from actionmap.publish.wording_places import why
from actionmap.text import count, markdown_text
from actionmap.world.countries import country_name
from actionmap.world.times import short_date

if TYPE_CHECKING:
    from actionmap.reach.figures import Evidence  # which would make check wait for pandas

_PROBLEMS: dict[ProblemKind, tuple[str, str]] = {
    ProblemKind.STRAY_QUOTES: (
        "has quotation marks that do not pair up",
        "Put quotation marks around the whole cell, and double those inside it.",
    ),
    ProblemKind.TOO_MANY_CELLS: (
        "has more cells than the header, which has {columns}",
        "Put quotation marks around a cell that contains the delimiter.",
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
    ProblemKind.UNCLEAR_DATE: ("may be {either_day}", "Write {either_date}."),
    ProblemKind.NOT_A_TIME: (
        "is not a time of day",
        "Write the local time on the 24-hour clock, as 14:00, or leave it empty.",
    ),
    ProblemKind.NO_SUCH_TIME: (
        "is a time that does not exist",
        "Write a time between 00:00 and 23:59, or leave it empty.",
    ),
    ProblemKind.NOT_A_WHOLE_NUMBER: ("is not a whole number", "Write digits alone, as 1000000."),
    ProblemKind.NOT_AN_ID: (
        "is not an id",
        "Use letters, digits, hyphens, dots and underscores alone, at most 100.",
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
    return _PROBLEMS[kind][0].format_map(_said(kind, values))


def instead(kind: ProblemKind, values: Mapping[str, Any]) -> str:
    """Say what to write instead, in a sentence or more."""
    said = _said(kind, values)
    guess = f"Did you mean {said['candidates']}? " if said.get("candidates") else ""
    left_out = " Until then the row is left out." if values.get("left_out") else ""
    return guess + _PROBLEMS[kind][1].format_map(said) + left_out


def of_value(value: str, kind: ProblemKind, values: Mapping[str, Any]) -> str:
    """Say a value, what is wrong with it, and what to write instead."""
    return f"{f'“{value}” ' if value else ''}{wrong(kind, values)}. {instead(kind, values)}"


def sentence(problem: Problem) -> str:
    """Say a problem without its place."""
    return of_value(problem.value, problem.kind, problem.values)


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
    Verdict.PLACES_MISSING: (
        "Itemised in part: {itemised} of {named}",
        "{counted} in this list; claimed: {claimed}",
    ),
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


def unknown_notice(unknown: Unknown) -> str:
    """Say in Markdown what a link asks for in vain."""
    asked = f"{unknown.parameter} “{markdown_text(unknown.value)}”"
    return f"The link asks for {asked}, which this map does not know. It was left out."


def one_of(words: Sequence[str]) -> str:
    """Join words as a choice: "venue, locality or region"."""
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last


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
