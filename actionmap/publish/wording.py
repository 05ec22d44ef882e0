"""Wording: what is known by its kind and values, said in sentences, for the screen, a terminal or a file."""

import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actionmap.campaign.actions import COLUMN_LABELS
from actionmap.campaign.selection import Unknown
from actionmap.campaign.settings import StreetMap
from actionmap.languages import forms, joined, mark, say, say_many, sentences, spoken, strung
from actionmap.lists.dates import Order
from actionmap.lists.links import Look
from actionmap.lists.problems import Notice, NoticeKind, Problem, ProblemKind, alike, beginning
from actionmap.lists.tables import Form
from actionmap.paths import LABELS
from actionmap.publish.terms import UNKNOWN_NAME, UNKNOWN_VALUE, pair
from actionmap.text import markdown_text, terminal_line
from actionmap.world.countries import country_name
from actionmap.world.doubts import Doubt, DoubtKind, Failure
from actionmap.world.place import Precision
from actionmap.world.times import short_date, zone_name
from actionmap.world.town_names import place_name

if TYPE_CHECKING:
    from actionmap.reach.figures import Evidence  # which would make check wait for pandas

_MOST_UNKNOWN = 20
"""Things that a link asks for in vain and that are named."""

CUT_OFF = mark("The list ends in the middle of a row. It may not be whole: there may be more actions than are shown.")
"""What every visitor is told of a list that was cut off before there was a whole one to show instead."""

_SAID: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("wording.toml").read_text(encoding="utf-8"))
"""What is spoken of → kind → the message, as ``make messages`` takes it into the catalogues."""


def _say(of: str, kind: str, values: Mapping[str, Any]) -> str:
    """Say a message of the table."""
    return _fill(_SAID[of][kind], values)


def _fill(message: str | Mapping[str, str], values: Mapping[str, Any]) -> str:
    """Say a message, which may depend on a number: that of its values which it names, or the length of that list."""
    if isinstance(message, str):
        return say(message, **values)
    number = values[message.get("of", "number")]
    number = number if isinstance(number, int) else len(number)
    return say_many(*pair(message), number, **values)


def _part(kind: str, **values: object) -> str:
    return _say("parts", kind, values)


def wrong(kind: ProblemKind, values: Mapping[str, Any]) -> str:
    """Say what is wrong with a value, to be read after it: "is not a date"."""
    return terminal_line(_fill(_SAID["problems"][kind][0], _said(kind, values)))


def instead(kind: ProblemKind, values: Mapping[str, Any]) -> str:
    """Say what to write instead, in a sentence or more."""
    said = _said(kind, values)
    guess = _part("meant", candidates=said["candidates"]) if said.get("candidates") else ""
    left_out = _part("left-out") if values.get("left_out") else ""
    return terminal_line(sentences(guess, _fill(_SAID["problems"][kind][1], said), left_out))


def of_value(value: object, kind: ProblemKind, values: Mapping[str, Any]) -> str:
    """Say a value, if there is one, what is wrong with it, and what to write instead."""
    said = {"wrong": wrong(kind, values), "instead": instead(kind, values)}
    shown = terminal_line(str(value))
    return _part("with-value", value=shown, **said) if shown else _part("without-value", **said)


def sentence(problem: Problem) -> str:
    """Say a problem without its place."""
    return of_value(problem.value, problem.kind, problem.values)


def as_told(problem: Problem) -> dict[str, object]:
    """Return a problem for a program: its kind, place and values, and what is said of it."""
    said = {"message": wrong(problem.kind, problem.values), "hint": instead(problem.kind, problem.values)}
    return vars(problem) | said


def where(problem: Problem) -> str:
    """Say the file, row and column of a problem."""
    kind = "row-and-column" if problem.column else "row"
    return _part(kind, file=problem.file, row=str(problem.row), column=problem.column)


def problem_line(problem: Problem) -> str:
    """Say it all on one line, for a terminal or a log."""
    return say("{name}: {problem}", name=where(problem), problem=sentence(problem))


def problem_lines(problems: Sequence[Problem], most: int) -> Iterator[str]:
    """Say the first problems in a line each, and how many more there are of each kind in a last one."""
    yield from map(problem_line, problems[:most])
    more = Counter(problem.kind for problem in problems[most:])
    if more:
        kinds = strung(f"{number:,} {kind}" for kind, number in more.most_common())
        yield _part("more-problems", number=more.total(), kinds=kinds)


def doubt(one: Doubt) -> str:
    """Say what is doubtful: "several places have this name", "Testtown, Austria is 155 km from Vienna, Austria"."""
    values = asdict(one) | {"found": place_name(one.found), "town": place_name(one.town)}
    if one.kind is DoubtKind.FAR and one.found:
        return _say("parts", "far-found", values)
    return _say("doubts", one.kind, values)


def failure(one: Failure) -> str:
    """Say how asking failed: "https://geo.example refuses to answer (403)"."""
    words = _say("failures", one.kind, asdict(one))
    return words if one.asked else _part("not-asked", reason=words)


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
        yield from (say(said) for name, said in _SAID["left-open"].items() if name not in columns)


def repeated(problems: Iterable[Problem]) -> Iterator[str]:
    """Say which values are wrong in several rows alike, so that one answer mends them all."""
    for one in alike(problems)[:_MOST_NAMED]:
        if len(one.rows) > 1 and one.problem.value:
            values = {"value": one.problem.value, "column": one.problem.column, "rows": _few(one.rows)}
            yield _say("repeated", "value", {"number": len(one.rows), **values})


def link(look: Look) -> str:
    """Say what became of a page: "gone (HTTP 404)", "moved to https://…"."""
    elsewhere = f"{look.state}-elsewhere" if look.leads_to else ""
    said = _say("links", elsewhere if elsewhere in _SAID["links"] else look.state, {"address": look.leads_to})
    return _say("links", "with-status", {"said": said, "status": str(look.status)}) if look.status else said


def verdict_words(found: "Evidence") -> tuple[str, str]:
    """Say what the list has beside a claim: a headline, and what was counted; neither speaks of what happened."""
    claim, number = found.claim, found.count or 0
    figure = _say("figures", claim.qualifier, {"figure": claim.figure})
    words = {"words": claim.told("words"), "figure": figure}
    values = {
        "count": number,
        "counted": _say("measures", claim.measure, {"number": number}),
        "said": _say("figures", "words", words) if claim.words else figure,
        "claimed": _say("figures", "read", words) if claim.words else figure,
        "itemised": found.itemised,
        "named": found.places,
    }
    headline, counted = _SAID["verdicts"][found.verdict]
    return _fill(headline, values), _fill(counted, values)


def unknown_notice(unknown: Sequence[Unknown]) -> str:
    """Say in Markdown, in one text, what a link asks for in vain."""
    lines = [_unknown(one) for one in unknown[:_MOST_UNKNOWN]]
    more = len(unknown) - len(lines)
    lines += [_part("more-asked", number=more)] if more else []
    return lines[0] if len(lines) == 1 else "\n".join(f"- {line}" for line in lines)


def _unknown(one: Unknown) -> str:
    asked = {"parameter": markdown_text(one.parameter), "value": markdown_text(beginning(one.value))}
    said = say(UNKNOWN_VALUE if one.is_name else UNKNOWN_NAME, **asked)
    return sentences(said, _part("meant", candidates=markdown_text(one.candidate)) if one.candidate else "")


def _said(kind: ProblemKind, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values in words, as the messages want them."""
    in_words = {name: _IN_WORDS[name](value) for name, value in values.items() if name in _IN_WORDS}
    further = _FURTHER.get(kind)
    return {**values, **in_words, **(further(values) if further else {})}


def _unclear_date(values: Mapping[str, Any]) -> dict[str, str]:
    days = sorted(values["days"])
    return {
        "either_day": _either([short_date(day) for day in days]),
        "either_date": _either([str(day) for day in days]),
    }


def _either(words: Iterable[object]) -> str:
    return joined(list(map(str, words)), "or")


def _differs(all_: Iterable[tuple[str, str, str]]) -> str:
    return joined(
        [_part("cell", column=say(COLUMN_LABELS[name]), value=first or _part("nothing")) for name, first, _ in all_]
    )


def _not_answered(values: Mapping[str, Any]) -> dict[str, str]:
    """Say why places were not answered for, and how many of them have the gazetteer's pin."""
    pins = values["pins"]
    kind = "no-pin-stands-in" if not pins else "some-pins-stand-in" if pins < values["places"] else "pins-stand-in"
    return {"reason": why(values["failure"]), "instead": _part(kind, number=pins)}


def _in_doubt(values: Mapping[str, Any]) -> dict[str, str]:
    said, more = why(values["doubt"]), values["more"]
    return {"doubt": _part("more", doubt=said, number=more) if more else said}


_IN_WORDS: dict[str, Callable[[Any], str]] = {
    "allowed": lambda words: words if isinstance(words, str) else _either(words),
    "candidates": lambda names: _either(map(place_name, names)),
    "differs": _differs,
    "doubt": why,
    "first": str,
    "kept": str,
    "others": lambda days: joined(list(map(str, days))),
    "pinned_at": place_name,
    "parameters": lambda names: strung(f"{name}=…" for name in names),
    "start": str,
}
"""Value of a problem → how it is put into words, where it is not said as it is."""
_FURTHER: dict[ProblemKind, Callable[[Mapping[str, Any]], dict[str, str]]] = {
    ProblemKind.NOT_A_COUNTRY: lambda values: {
        "candidates": _either(
            say("{name} ({local})", name=country_name(code), local=code) for code in values.get("candidates", ())
        )
    },
    ProblemKind.NOT_ANSWERED: _not_answered,
    ProblemKind.NO_PIN: _in_doubt,
    ProblemKind.NOT_CONFIRMED: _in_doubt,
    ProblemKind.SEVERAL_TOWNS: lambda values: {
        "divide": _part("divide", number=len(values["towns"]), towns=strung(values["towns"])) if values["towns"] else ""
    },
    ProblemKind.UNCLEAR_DATE: _unclear_date,
}
"""Kind → what its message wants besides."""


def notice(told: Notice) -> str:
    """Say something about a whole list."""
    values = told.values
    in_words = {name: _NOTED[name](value) for name, value in values.items() if name in _NOTED}
    if told.kind is NoticeKind.SHEETS_JOINED:
        in_words["sheets"] = strung(_part("sheet", name=name, row=str(row)) for name, row in values["sheets"])
    if numbers := values.get("rows", ()):
        in_words["numbers"] = numbers
    if told.kind is NoticeKind.COLUMN_SHARED:
        in_words["differ"] = _part("differ", column=values["column"], **in_words) if numbers else ""
    return _say("notices", told.kind, {**values, **in_words}).strip()


def _few(items: Sequence[object]) -> str:
    """Name the first few of many: "7, 8 and 12 more"."""
    shown = [str(item) for item in items[:_MOST_NAMED]]
    if len(items) > len(shown):
        shown.append(_part("others", number=len(items) - len(shown)))
    return joined(shown)


def _quoted(names: Iterable[str]) -> str:
    return _few([_part("name", name=name) for name in names])


_MOST_NAMED = 8
_NOTED: dict[str, Callable[[Any], Any]] = {
    "zone": zone_name,
    "sheets": _quoted,
    "columns": _quoted,
    "others": _quoted,
    "rows": _few,
}
"""Value of a notice → how it is put into words."""


def pins_found(pins: Mapping[str, int], doubtful: int) -> str:
    """Say how many actions have a pin of each precision, which "" stands for none, and how many places are in doubt."""
    numbers = {level: pins.get(level, 0) for level in Precision} | {"none": pins.get("", 0)}
    said = [_say("pins", level, {"number": number}) for level, number in numbers.items() if number]
    in_doubt = _say("pins", "in-doubt", {"number": doubtful})
    return _say("pins", "all", {"pins": joined(said) or _say("pins", "nothing", {}), "in_doubt": in_doubt})


def read_as(form: Form) -> str:
    """Say how a list was read: its encoding and delimiter, or its sheets."""
    if form.sheets:
        return _say("read-as", "sheets", {"names": form.sheets, "sheets": _quoted(form.sheets)})
    named = _SAID["delimiters"].get(form.delimiter)
    delimiter = say(named) if named else form.delimiter
    return _say("read-as", "file", {"encoding": form.encoding, "delimiter": delimiter})


def columns_read(columns: Mapping[str, str]) -> str:
    """Say which column is which: our name, and the file's where it is another."""
    named = (
        name if name == theirs else _say("read-as", "column", {"column": name, "theirs": theirs})
        for name, theirs in columns.items()
    )
    return _say("read-as", "columns", {"columns": strung(named)})


def date_order(order: Order) -> str:
    """Say what comes first in the dates of a list; nothing where no date can be read in two ways."""
    said = _SAID["orders"].get(order, "")
    return say(said)


def map_words() -> dict[str, Any]:
    """Return what the live map says by itself: the names of its buttons, hints, and what it cannot do."""
    code = spoken().code
    towns = {"towns": code} if (LABELS / code).exists() else {}
    return {"language": code, **towns, **_for_script("map")}


def site_words() -> dict[str, Any]:
    """Return what the script of the published site says."""
    return _for_script("site")


def _for_script(of: str) -> dict[str, Any]:
    """Return messages for a script, which fills them; what depends on a number has its plural forms, see `forms`."""
    table, translated = _SAID[of].items(), spoken().messages.gettext
    return {name: translated(one) if isinstance(one, str) else forms(*pair(one)) for name, one in table}


def street_map_offer(offered: StreetMap) -> dict[str, str]:
    """Return the street map that a visitor may switch on, and what the switch says of it."""
    said = _say("street-map", "offer", {"name": offered.name, "host": offered.host})
    return {"said": said, "address": offered.address, "attribution": offered.attribution}
