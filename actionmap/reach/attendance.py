"""Attendance as reported: each report with its reporter; figures are read, words stay words, nothing is added up."""

import re
from collections import Counter
from typing import NamedTuple

import pandas as pd

from actionmap.text import one_line
from actionmap.world.place import Place

_QUALIFIER = (
    r"about|around|approximately|approx\.?|roughly|circa|c\.|ca\.|some|nearly|almost|close to|over|more than|at least"
    r"|up to|under|less than|fewer than"
)
_NUMBER = r"[1-9]\d{0,2}(?:,\d{3}){1,2}|[1-9]\d{0,2}(?:[.'’ ]\d{3}){1,2}|[1-9]\d{0,8}"
_FIGURE = re.compile(
    rf"(?:(?:{_QUALIFIER}|from)\s+)?(?P<low>{_NUMBER})(?:\s*(?:[-–—]|to)\s*(?P<high>{_NUMBER}))?"
    r"(?:\s+(?:people|participants|demonstrators|protesters|protestors|marchers|persons))?",
    re.IGNORECASE | re.ASCII,
)
_SAME_UNIT = 20
"""By how much the ends of a range may differ: "2-3,000" begins with thousands, not with two."""
_REPORT = re.compile(r"(?P<text>[^(]*)\((?P<reporter>.*)\)")
_BETWEEN_REPORTS = re.compile(r";(?![^()]*\))")


class Report(NamedTuple):
    """One report of how many came.

    `low` and `high` are persons: equal where one number is given, NaN where the report is in words or counts something
    else. `text` is the report as written, `reporter` who says so, empty where not stated.
    """

    low: float
    high: float
    text: str
    reporter: str


def read_reports(attendance: str) -> list[Report]:
    """Read an action's attendance, reports separated by semicolons: "about 500 (police); thousands (Test News)"."""
    return [_report(report) for part in _BETWEEN_REPORTS.split(attendance) if (report := part.strip())]


def _report(report: str) -> Report:
    match = _REPORT.fullmatch(report)
    text, reporter = (part.strip() for part in (match.groups() if match else (report, "")))
    return Report(*_figures(text), text, reporter)


def _figures(text: str) -> tuple[float, float]:
    """Read one number of persons, or the two of a range; (NaN, NaN) where a text is anything else."""
    if match := _FIGURE.fullmatch(text):
        low, high = (int(re.sub(r"\D", "", number)) for number in (match["low"], match["high"] or match["low"]))
        if low <= high < _SAME_UNIT * low:
            return low, high
    return float("nan"), float("nan")


def attendance_reports(actions: pd.DataFrame) -> pd.DataFrame:
    """Read the reports of attendance, one row per report.

    Parameters
    ----------
    actions
        Rows of `ActionTable.frame`.

    Returns
    -------
    pandas.DataFrame
        ``id`` and ``action`` (what to call the action), ``low`` and ``high`` (persons; equal where one number is given,
        NaN where the report is in words or counts something else), ``text`` (the report as written) and ``reporter``
        (empty where not stated).
    """
    told = actions[actions["attendance"].str.strip() != ""]
    labels = _action_labels(told)
    rows = []
    for id_, label, reported in zip(told["id"], labels, told["attendance"], strict=True):
        rows += [(id_, label, *report) for report in read_reports(one_line(reported))]
    frame = pd.DataFrame(rows, columns=["id", "action", "low", "high", "text", "reporter"])
    return frame.astype({"low": "float64", "high": "float64"})


def _action_labels(actions: pd.DataFrame) -> list[str]:
    """Say where each action is; several in one place carry their venues."""
    places = [one_line(Place(*row).name) for row in zip(*(actions[name] for name in Place._fields), strict=True)]
    several = Counter(places)
    venues = (one_line(venue) or id_ for venue, id_ in zip(actions["venue"], actions["id"], strict=True))
    return [place if several[place] == 1 else f"{place} ({venue})" for place, venue in zip(places, venues, strict=True)]
