"""Attendance as reported: each report with its reporter; figures are read, words stay words, nothing is added up."""

import re
from typing import NamedTuple

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
