"""Wording: what is known by its kind and values, said in sentences, for the screen, a terminal or a file."""

import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actionmap.campaign.selection import Unknown
from actionmap.campaign.settings import StreetMap
from actionmap.languages import forms, spoken
from actionmap.lists.dates import Order
from actionmap.lists.links import Look
from actionmap.lists.problems import Notice, NoticeKind, Problem, ProblemKind, alike, beginning
from actionmap.lists.tables import Form
from actionmap.publish.terms import UNKNOWN_NAME, UNKNOWN_VALUE
from actionmap.text import count, markdown_text, terminal_line
from actionmap.world.countries import country_name
from actionmap.world.doubts import Doubt, DoubtKind, Failure
from actionmap.world.place import Precision
from actionmap.world.times import short_date, zone_name

if TYPE_CHECKING:
    from actionmap.reach.figures import Evidence  # which would make check wait for pandas

_MOST_UNKNOWN = 20
"""Things that a link asks for in vain and that are named."""

CUT_OFF = "The list ends in the middle of a row. It may not be whole: there may be more actions than are shown."
"""What every visitor is told of a list that was cut off before there was a whole one to show instead."""

_SAID: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("wording.toml").read_text(encoding="utf-8"))
"""What is spoken of → kind → what is said of it."""


def wrong(kind: ProblemKind, values: Mapping[str, Any]) -> str:
    """Say what is wrong with a value, to be read after it: "is not a date"."""
    return terminal_line(_SAID["problems"][kind][0].format_map(_said(kind, values)))


def instead(kind: ProblemKind, values: Mapping[str, Any]) -> str:
    """Say what to write instead, in a sentence or more."""
    said = _said(kind, values)
    guess = f"Did you mean {said['candidates']}? " if said.get("candidates") else ""
    left_out = " Until then the row is left out." if values.get("left_out") else ""
    return terminal_line(guess + _SAID["problems"][kind][1].format_map(said) + left_out)


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


def doubt(one: Doubt) -> str:
    """Say what is doubtful: "several places have this name", "Testtown, Austria is 155 km from Vienna, Austria"."""
    words: str = _SAID["doubts"][one.kind].format_map(asdict(one))
    return f"{one.found} is {words}" if one.kind is DoubtKind.FAR and one.found else words


def failure(one: Failure) -> str:
    """Say how asking failed: "https://geo.example refuses to answer (403)"."""
    words: str = _SAID["failures"][one.kind].format_map(asdict(one))
    return words if one.asked else f"not asked for, because {words}"


def why(one: Doubt | Failure | None) -> str:
    """Say what speaks against a place's pin; nothing where nothing does."""
    match one:
        case Doubt():
            return doubt(one)
        case Failure():
            return failure(one)
    return ""


def left_open(columns: Mapping[str, str]) -> Iterator[str]:
    """Say what a list has no column for, and how to give it once; nothing of a list whose columns are not known."""
    if columns:
        yield from (said for name, said in _SAID["left-open"].items() if name not in columns)


def repeated(problems: Iterable[Problem]) -> Iterator[str]:
    """Say which values are wrong in several rows alike, so that one answer mends them all."""
    for one in alike(problems)[:_MOST_NAMED]:
        if len(one.rows) > 1 and one.problem.value:
            values = {"value": one.problem.value, "column": one.problem.column, "rows": _numbered("row", one.rows)}
            yield _SAID["repeated"]["value"].format(number=len(one.rows), **values)


def link(look: Look) -> str:
    """Say what became of a page: "gone (404)", "moved to https://…"."""
    status = f" ({look.status})" if look.status else ""
    elsewhere = f" to {look.leads_to}" if look.leads_to else ""
    said: str = _SAID["links"][look.state]
    return said.format(status=status, elsewhere=elsewhere)


def verdict_words(found: "Evidence") -> tuple[str, str]:
    """Say what the list has beside a claim: a headline, and what was counted; neither speaks of what happened."""
    claim, number = found.claim, found.count or 0
    one, several = _SAID["measures"][claim.measure]
    figure = f"{'' if claim.qualifier == 'exactly' else claim.qualifier + ' '}{claim.figure:,}"
    said, read = (f"“{claim.words}”", f", read here as {figure}") if claim.words else (figure, "")
    values = {
        "count": number,
        "counted": count(number, one, several),
        "what": several,
        "said": said,
        "reading": f"; claimed: {said}{read}" if read else "",
        "claimed": said + read,
        "itemised": found.itemised,
        "named": count(len(found.places), "named place"),
    }
    headline, counted = _SAID["verdicts"][found.verdict]
    return headline.format_map(values), counted.format_map(values)


def unknown_notice(unknown: Sequence[Unknown]) -> str:
    """Say in Markdown, in one text, what a link asks for in vain."""
    lines = [_unknown(one) for one in unknown[:_MOST_UNKNOWN]]
    more = len(unknown) - len(lines)
    lines += [f"It asks for {count(more, 'more thing')} that this map does not know."] if more else []
    return lines[0] if len(lines) == 1 else "\n".join(f"- {line}" for line in lines)


def _unknown(one: Unknown) -> str:
    said, before = (UNKNOWN_VALUE, " D") if one.is_name else (UNKNOWN_NAME[:-1], "; d")
    asked = {"parameter": markdown_text(one.parameter), "value": markdown_text(beginning(one.value))}
    near = f"{before}id you mean {markdown_text(one.candidate)}?" if one.candidate else ""
    return said.format(**asked) + (near or ("" if one.is_name else "."))


def one_of(words: Sequence[str]) -> str:
    """Join words as a choice: "venue, locality or region"."""
    return joined(words, "or")


def joined(words: Sequence[str], by: str = "and") -> str:
    """Join words: "venue, locality and region"; nothing where there are none."""
    *others, last = words or ("",)
    return f"{', '.join(others)} {by} {last}" if others else last


def _said(kind: ProblemKind, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values in words, as the templates want them."""
    in_words = {name: _IN_WORDS[name](value) for name, value in values.items() if name in _IN_WORDS}
    further = _FURTHER.get(kind)
    return {**values, **in_words, **(further(values) if further else {})}


def _unclear_date(values: Mapping[str, Any]) -> dict[str, str]:
    days = sorted(values["days"])
    return {"either_day": one_of([short_date(day) for day in days]), "either_date": one_of([str(day) for day in days])}


def _plain(column: str) -> str:
    return column.replace("_", " ")


def _not_answered(values: Mapping[str, Any]) -> dict[str, str]:
    """Say how many places were not answered for, and how many of them have the gazetteer's pin."""
    places, pins = values["places"], values["pins"]
    some = f" for {pins:,} of them" if pins < places else ""
    return {
        "reason": why(values["failure"]),
        "and_more": f"and {count(places - 1, 'more place')} were" if places > 1 else "was",
        "instead": f"the gazetteer's pin stands in{some}" if pins else "no pin stands in",
    }


_IN_WORDS: dict[str, Callable[[Any], str]] = {
    "allowed": one_of,
    "candidates": " or ".join,
    "cells": lambda number: count(number, "cell"),
    "differs": lambda all_: joined([f"{_plain(name)} ({first or 'none'})" for name, first, _ in all_]),
    "doubt": why,
    "more": lambda number: f" (and in {count(number, 'more row')})" if number else "",
    "others": lambda days: " and ".join(map(str, days)),
    "parameters": lambda names: ", ".join(f"{name}=…" for name in names),
    "towns": lambda names: (
        f"; or add --divide-towns, which makes {count(len(names), 'action')} of it: " + ", ".join(names)
        if names
        else ""
    ),
}
"""Value of a problem → how it is put into words, where it is not said as it is."""
_FURTHER: dict[ProblemKind, Callable[[Mapping[str, Any]], dict[str, str]]] = {
    ProblemKind.NOT_A_COUNTRY: lambda values: {
        "candidates": " or ".join(f"{country_name(code)} ({code})" for code in values.get("candidates", ()))
    },
    ProblemKind.UNCLEAR_DATE: _unclear_date,
    ProblemKind.NOT_ANSWERED: _not_answered,
}
"""Kind → what its template wants besides."""


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
    said: str = _SAID["notices"][told.kind]
    return said.format_map({**told.values, **in_words})


def _numbered(noun: str, items: Sequence[object]) -> str:
    """Say the first few of many: "rows 7, 8 and 12 more"."""
    shown = [str(item) for item in items[:_MOST_NAMED]]
    if len(items) > len(shown):
        shown.append(f"{len(items) - len(shown):,} more")
    return f"{noun if len(items) == 1 else noun + 's'} {joined(shown)}"


_MOST_NAMED = 8
_NOTED: dict[str, Callable[[Any], str]] = {
    "zone": zone_name,
    "cells": lambda number: count(number, "cell"),
    "sheets": lambda names: _numbered("sheet", [f"“{name}”" for name in names]),
    "columns": lambda names: _numbered("column", [f"“{name}”" for name in names]),
    "others": lambda names: _numbered("column", [f"“{name}”" for name in names]).capitalize(),
    "rows": lambda numbers: _numbered("row", numbers) if numbers else "",
}
"""Value of a notice → how it is put into words."""


def pins_found(pins: Mapping[str, int], doubtful: int) -> str:
    """Say how many actions have a pin of each precision, which "" stands for none, and how many places are in doubt."""
    exact = [f"{pins[level]:,} at the {level}" for level in Precision if pins.get(level)]
    missing = [f"{count(pins[''], 'action')} without a pin"] if pins.get("") else []
    return f"{joined([*exact, *missing]) or 'none'}; {count(doubtful, 'place')} in doubt"


def read_as(form: Form) -> str:
    """Say how a list was read: its encoding and delimiter, or its sheets."""
    if form.sheets:
        return f"Read from {_numbered('sheet', [f'“{name}”' for name in form.sheets])}."
    return f"Read as {form.encoding}, cells divided by {_SAID['delimiters'].get(form.delimiter, form.delimiter)}."


def columns_read(columns: Mapping[str, str]) -> str:
    """Say which column is which: our name, and the file's where it is another."""
    return "Columns: " + ", ".join(
        _plain(name) if name == theirs else f"{_plain(name)} (“{theirs}”)" for name, theirs in columns.items()
    )


def date_order(order: Order) -> str:
    """Say what comes first in the dates of a list; nothing where no date can be read in two ways."""
    said: str = _SAID["orders"].get(order, "")
    return said


def map_words() -> dict[str, Any]:
    """Return what the live map says by itself: the names of its buttons, hints, and what it cannot do."""
    return {"language": spoken().code, **_for_script("map")}


def site_words() -> dict[str, Any]:
    """Return what the script of the published site says."""
    return _for_script("site")


def _for_script(of: str) -> dict[str, Any]:
    """Return messages for a script to fill; what depends on a number has its plural forms by CLDR's names of them."""
    said = spoken().messages.gettext
    table = _SAID[of].items()
    return {name: said(one) if isinstance(one, str) else forms(one["one"], one["other"]) for name, one in table}


def street_map_offer(offered: StreetMap) -> dict[str, str]:
    """Return the street map that a visitor may switch on, and what the switch says of it."""
    said = _SAID["street-map"]["offer"].format(name=offered.name, host=offered.host)
    return {"said": said, "address": offered.address, "attribution": offered.attribution}
