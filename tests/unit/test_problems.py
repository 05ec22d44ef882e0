"""Problems, verdicts and notices: known by kind and values, and said in sentences in one place alone."""

import ast
import datetime as dt
import re
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from actionmap.campaign.claims import Verdict
from actionmap.campaign.selection import Unknown
from actionmap.lists.cells import mistake
from actionmap.lists.problems import NoticeKind, Problem, ProblemKind
from actionmap.publish import wording
from actionmap.world.doubts import Doubt, DoubtKind, Failure, FailureKind

ROOT = Path(__file__).parents[2]
VALUES: dict[ProblemKind, dict[str, Any]] = {
    ProblemKind.TOO_MANY_CELLS: {"columns": 4},
    ProblemKind.TOO_LONG: {"limit": 2000},
    ProblemKind.NOT_ALLOWED: {"allowed": ("venue", "locality", "region")},
    ProblemKind.NOT_A_COUNTRY: {"candidates": ("DE",)},
    ProblemKind.SEVERAL_DAYS: {"kept": dt.date(2031, 3, 2), "others": (dt.date(2031, 3, 9),)},
    ProblemKind.END_BEFORE_START: {"start": dt.date(2031, 3, 2)},
    ProblemKind.OTHER_TIME_ZONE: {"zone": "GMT"},
    ProblemKind.SOME_TIME_ZONE: {"zone": "EST"},
    ProblemKind.UNCLEAR_DATE: {"days": (dt.date(2031, 3, 2), dt.date(2031, 2, 3))},
    ProblemKind.TOO_LONG_AN_ADDRESS: {"limit": 2000},
    ProblemKind.REPEATED_ID: {"first": 2},
    ProblemKind.REPEATED_ACTION: {"first": 2},
    ProblemKind.SEVERAL_TOWNS: {"towns": ("Testtown", "Otherville")},
    ProblemKind.POSSIBLE_DUPLICATE: {"first": 2, "differs": (("venue", "Test Square", "The Test Square"),)},
    ProblemKind.UNKNOWN_ORGANIZATION: {"candidates": ("test-group",)},
    ProblemKind.UNKNOWN_PARENT: {"candidates": ()},
    ProblemKind.UNKNOWN_FILTER: {"parameter": "country", "asked": "XX", "parameters": ("country", "q")},
    ProblemKind.NOT_THE_SERVICE: {"address": "https://test.example"},
    ProblemKind.TOO_SHORT_A_PAUSE: {"host": "test.example"},
    ProblemKind.NOT_A_CACHE: {"reason": "It is empty."},
    ProblemKind.WRONG_WIDTH: {"cells": 1, "columns": 11},
    ProblemKind.NO_PIN: {
        "doubt": Doubt(DoubtKind.NOT_FOUND),
        "candidates": ("Testville, France", "Testville, Chad"),
        "more": 1,
    },
    ProblemKind.NOT_CONFIRMED: {
        "doubt": Doubt(DoubtKind.FAR, km=478.0, town="Testville, France"),
        "candidates": ("Testville, France",),
        "more": 1,
    },
    ProblemKind.PIN_IN_DOUBT: {
        "pinned_at": "Testville",
        "doubt": Doubt(DoubtKind.NEAR_MISS),
        "candidates": ("Testville, Chad",),
    },
    ProblemKind.NOT_ANSWERED: {
        "failure": Failure(FailureKind.TIMED_OUT, "https://geo.example"),
        "places": 3,
        "pins": 2,
    },
    ProblemKind.NO_GEOCODER: {"allowed": "reviewed"},
}


@pytest.mark.parametrize("kind", ProblemKind)
def test_every_kind_of_problem_has_its_sentences(kind: ProblemKind) -> None:
    values = VALUES.get(kind, {})
    assert wording.wrong(kind, values)[-1].isalnum() or wording.wrong(kind, values).endswith(")")
    assert wording.instead(kind, values).endswith((".", "?"))
    line = wording.problem_line(Problem(kind, "list.csv", 2, values=values))
    assert not re.search(r"\{(?![xyz]\})|\(\)|None", line)  # the address of map tiles has gaps of its own


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (ProblemKind.NOT_ALLOWED, "Write venue, locality or region."),
        (ProblemKind.NOT_A_COUNTRY, "Did you mean Germany (DE)? Write its ISO 3166-1 code, as PR, or its name."),
        (ProblemKind.UNCLEAR_DATE, "may be 3 February or 2 March. Write 2031-02-03 or 2031-03-02."),
        (ProblemKind.SEVERAL_TOWNS, "Or add --divide-towns, which makes 2 actions of it: Testtown, Otherville."),
        (ProblemKind.UNKNOWN_PARENT, "an organization. Write the id of a row of this list, or leave it empty."),
        (
            ProblemKind.UNKNOWN_FILTER,
            "asks for country “XX”, which is unknown. Write it like the address of the page: ",
        ),
        (ProblemKind.WRONG_WIDTH, "has 1 cell. Write 11, one for each column."),
        (
            ProblemKind.NO_PIN,
            "(and in 1 more row). Did you mean Testville, France or Testville, Chad? Write the town's",
        ),
        (
            ProblemKind.NOT_ANSWERED,
            "is one of 3 places that were not answered for: https://geo.example took too long",
        ),
    ],
)
def test_values_are_put_into_words(kind: ProblemKind, said: str) -> None:
    assert said in wording.problem_line(Problem(kind, "list.csv", 2, "place", "X", VALUES[kind]))


def test_a_line_says_where_what_and_what_to_write_instead() -> None:
    problem = Problem(ProblemKind.NOT_A_DATE, "list.csv", 7, "Datum", "soon", {"left_out": True})
    assert wording.problem_line(problem) == (
        "list.csv row 7, Datum: “soon” is not a date. Write year, month and day, as 2024-03-02. "
        "Until then the row is left out."
    )


def test_no_text_of_a_problem_can_do_harm() -> None:
    nasty = "\x1b[2Ja\nb\u202e"
    values = {"doubt": Doubt(DoubtKind.ANOTHER_NAME, nasty), "candidates": (nasty,), "more": 0}
    line = wording.problem_line(Problem(ProblemKind.NO_PIN, nasty, 2, nasty, nasty * 50, values))
    assert not {"\x1b", "\n", "\u202e"} & set(line)
    assert len(line) < 400


def test_a_log_names_the_first_problems_and_counts_the_others_by_kind() -> None:
    found = [Problem(ProblemKind.NOT_A_DATE, "list.csv", row) for row in range(2, 30_002)]
    found.append(Problem(ProblemKind.EMPTY, "list.csv", 30_002))
    lines = list(wording.problem_lines(found, most=2))
    assert [line.split(":")[0] for line in lines[:2]] == ["list.csv row 2", "list.csv row 3"]
    assert lines[2:] == ["and 29,999 more problems: 29,998 not-a-date, 1 empty"]
    assert list(wording.problem_lines(found[:1], most=2)) == [wording.problem_line(found[0])]


def test_a_mistake_in_a_value_carries_its_kind_and_values() -> None:
    error = mistake(ProblemKind.REPEATED_ID, first=2)
    assert (ProblemKind(error.type), error.context) == (ProblemKind.REPEATED_ID, {"first": 2})


def test_every_verdict_on_a_claim_is_a_class_of_its_own_in_the_style_sheet_or_plain() -> None:
    style = (ROOT / "actionmap" / "ui" / "style.css").read_text(encoding="utf-8")
    coloured = {verdict for verdict in Verdict if f".am-{verdict}" in style}
    assert coloured == {Verdict.FULL, Verdict.FEWER, Verdict.PLACES_MISSING}


def test_a_notice_shows_what_a_link_asks_for_as_it_is() -> None:
    assert wording.unknown_notice([Unknown("country", "*XX*")]) == (
        r"The link asks for country “\*XX\*”, which this map does not know. It was left out."
    )
    assert wording.unknown_notice([Unknown("member", "pymm", candidate="pym")]).endswith("Did you mean pym?")
    assert wording.unknown_notice([Unknown("membre", "pym", is_name=False, candidate="member")]) == (
        "This link has “membre=pym”, which is no filter here. Did you mean member?"
    )
    assert wording.unknown_notice([Unknown("x", "1", is_name=False)]).endswith("which is no filter here.")


def test_nothing_is_said_of_a_kind_that_is_not() -> None:
    said = tomllib.loads((ROOT / "actionmap" / "publish" / "wording.toml").read_text(encoding="utf-8"))
    kinds = {"problems": ProblemKind, "notices": NoticeKind, "doubts": DoubtKind, "failures": FailureKind}
    kinds |= {"verdicts": Verdict}
    assert {name: {*said[name]} for name in kinds} == {name: {*map(str, kind)} for name, kind in kinds.items()}


def test_a_problem_has_no_text_of_its_own() -> None:
    assert [field.name for field in fields(Problem)] == ["kind", "file", "row", "column", "value", "values"]


def test_no_sentence_is_handed_to_a_problem() -> None:
    makers = {"Problem", "mistake", "report", "_problem"}
    for path in (ROOT / "actionmap").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(call, "func", None)
            if getattr(name, "id", getattr(name, "attr", "")) in makers:
                texts = [one.value for one in ast.walk(call) if isinstance(one, ast.Constant)]
                assert [one for one in texts if isinstance(one, str) and len(one.split()) > 1] == [], path
