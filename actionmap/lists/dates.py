"""Dates as people write them: in figures or words, with a time, over several days, in the scripts of lists."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise
from operator import attrgetter
from pathlib import Path

from actionmap.lists.clock import WORDS
from actionmap.lists.problems import ProblemKind
from actionmap.lists.workbook import ZERO_1900, ZERO_1904
from actionmap.text import fold, plain, word_table

CALENDAR = Path(__file__).with_name("calendar_words.txt")
"""Number of a month (0: days of the week) and its names, folded: CLDR's in the languages of lists."""

_YEARS = range(1900, 2101)
_CENTURY_FROM = 70
"""Years of two digits from here on are of the twentieth century."""
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
SERIALS = range(20_000, 80_000)
"""The numbers that stand for the years 1954 to 2119 in a spreadsheet."""
_NEAR = dt.timedelta(days=45)
_LONGEST = dt.timedelta(days=62)
"""What lasts longer is no action."""

_LONGEST_TEXT = 200

_DASHES = re.compile("[‐‑‒–—−〜～~]")
_CLOCK = re.compile(
    r"(?:\s*,)?\s*(?:\b(?:at|um|kl|klo|as|alle|ore|saat|pukul|a las|a)\b\.?\s*)?"
    r"(?:(?:下午|上午|午後|午前|오후|오전)\s*)?"
    r"(?:(?<!\d)\d{1,2}:\d{2}|(?<=\bkl\. )\d{1,2}(?=$|\D)|(?<=\bkl )\d{1,2}(?=$|\D)"
    r"|(?<![\d./-])\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?\s?m\b|h\d{0,2}\b|uhr|時|时|点|點|시)).*$"
)
_EAST_ASIAN = re.compile(r"(?:(\d{4})\s*[年년])?\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*(?:[日일號号]|$)")
_BRACKETS = re.compile(r"[(（\[][^)）\]]*[)）\]]")
_ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|er|re|o|a|日|일|號|号)(?![^\W_])")
_IN_FIGURES = re.compile(r"(\d{1,4})(\s*[-/.]\s*|\s+)(\d{1,2})(\s*[-/.]\s*|\s+)(\d{1,4})\.?")
_FORMS = (
    r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)",
    r"(?P<year>\d{4})\s*(?P<mark>[-/.\s])\s*(?P<month>\d{1,2})\s*(?P=mark)\s*(?P<day>\d{1,2})\.?",
    r"(?P<day>\d{1,2})\s*\.\s*(?P<month>\d{1,2})(?:\s*\.\s*(?P<year>\d{4}|\d\d))?\.?",
    r"(?P<one>\d{1,2})\s*(?P<mark>[-/])\s*(?P<other>\d{1,2})\s*(?P=mark)\s*(?P<year>\d{4}|\d\d)\.?",
    r"(?P<one>\d{1,2})\s*/\s*(?P<other>\d{1,2})\.?",
)
"""Dates in figures alone; which of two is the day, their order tells. The last is one where the year is known."""
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")  # by far the most, so by the quickest way
_SHORT_YEAR = re.compile(r"(\d\d)-(\d\d?)-(\d\d)")
_DAY_AND_YEAR = re.compile(r"\d{1,2},? \d{4}")
_WORD = re.compile(r"[^\W\d_]+(?![^\W_])")
_LETTER = re.compile(r"[^\W\d_]")
_MONTH = re.compile(r"\bm(\d{1,2})\b")


_SMALL_WORDS, _UNTIL, _AND = (
    frozenset(map(fold, word_table(WORDS)[f"date {kind}"])) for kind in ("small", "until", "and")
)


class Order(StrEnum):
    """What the dates of a column tell about 02/05/2031."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"
    UNCLEAR = "unclear"
    CONTRADICTORY = "contradictory"


@dataclass(frozen=True)
class Days:
    """What a date's cell says: the first day, the last of several in a row, further ones, and the rest as a time."""

    first: dt.date
    last: dt.date | None = None
    further: tuple[dt.date, ...] = ()
    time: str = ""


@dataclass(frozen=True)
class _Part:
    """Day, month and year, as far as a text has them."""

    day: int | None = None
    month: int | None = None
    year: int | None = None


def read_days(text: str, campaign_day: dt.date | None = None) -> tuple[Days, ...] | ProblemKind:
    """Read a date in every way that it may be meant.

    Parameters
    ----------
    text
        The cell.
    campaign_day
        The day that the list is about: it gives the year where the text has none, and settles the system of numbers.

    Returns
    -------
    tuple of Days or ProblemKind
        One reading; or two where figures may be day and month or month and day, in this order; or why there is none.
    """
    if _ISO.fullmatch(text):
        day = _day(_Part(int(text[8:]), int(text[5:7]), int(text[:4])), None)
        return (Days(day),) if day else ProblemKind.NO_SUCH_DAY
    return _read(text.strip(), campaign_day) if len(text) <= _LONGEST_TEXT else ProblemKind.NOT_A_DATE


def date_order(cells: Iterable[str], campaign_day: dt.date | None = None) -> Order:
    """Weigh what the dates of a column, and the day that the list is about, tell of the order of day and month.

    A date that makes sense in one order only is evidence; so is a date that may be the campaign's day in one order
    only. Where they point both ways, or where more of the others lie in the months of the sure ones when they are read
    the other way round, the column contradicts itself, and somebody has to be asked.
    """
    votes: set[bool] = set()
    unclear: list[tuple[dt.date, dt.date]] = []
    months = {(campaign_day.year, campaign_day.month)} if campaign_day else set()
    for cell, number in Counter(cells).items():
        found = read_days(cell, campaign_day)
        votes |= _only_order(cell) if found is ProblemKind.NO_SUCH_DAY else frozenset()  # 32/05/2031 has its order too
        if isinstance(found, ProblemKind):
            continue
        if len(found) == 2:
            unclear += [(found[0].first, found[1].first)] * number
        else:
            months.add((found[0].first.year, found[0].first.month))
            votes |= _only_order(cell)
    return _weighed(votes, unclear, months, campaign_day)


def _weighed(
    votes: set[bool], unclear: Sequence[tuple[dt.date, dt.date]], months: set[tuple[int, int]], day: dt.date | None
) -> Order:
    fitting = [sum((one[at].year, one[at].month) in months for one in unclear) if votes else 0 for at in (0, 1)]
    if day:
        votes = votes | {at == 0 for one in unclear for at in (0, 1) if one[at] == day}
    if not votes:
        return Order.UNCLEAR
    day_first, *others = votes
    if others or fitting[day_first] > fitting[not day_first]:
        return Order.CONTRADICTORY
    return Order.DAY_FIRST if day_first else Order.MONTH_FIRST


@lru_cache(maxsize=4096)
def _only_order(text: str) -> frozenset[bool]:
    """Return whether the day comes first in a text that makes sense in one order only; nothing where both are one."""
    body, _ = _body_and_time(text)
    found = _IN_FIGURES.search(body)
    if not found or (found[2].strip() != "/" and found[2].strip() != "-") or len(found[1]) > 2:
        return frozenset()
    one, other = int(found[1]), int(found[3])
    return frozenset({one > 12}) if (one > 12) != (other > 12) else frozenset()


@lru_cache(maxsize=4096)
def _read(text: str, campaign_day: dt.date | None) -> tuple[Days, ...] | ProblemKind:
    if serial := _SERIAL.fullmatch(plain(text)):
        return _of_serial(int(serial[1]), text, campaign_day)
    body, time = _body_and_time(text)
    likely = campaign_day.year if campaign_day else None
    for marked in dict.fromkeys(_in_marks(body, months_first) for months_first in (True, False)):
        if _LETTER.search(_MONTH.sub("", marked)):
            continue
        wholes = [_whole(marked, day_first, likely) for day_first in (True, False)]
        found = tuple(dict.fromkeys(whole for whole in wholes if isinstance(whole, Days)))
        if found:
            return tuple(replace(days, time=time) for days in _with_year_first(marked, found, likely))
        if ProblemKind.NO_SUCH_DAY in wholes:
            return ProblemKind.NO_SUCH_DAY
    return ProblemKind.NOT_A_DATE


def _with_year_first(body: str, found: tuple[Days, ...], likely: int | None) -> tuple[Days, ...]:
    """Add the third reading of 24-03-13, and keep those about the campaign's year where there are any."""
    short = _SHORT_YEAR.fullmatch(body)
    if not short:
        return found
    day = _day(_Part(int(short[3]), int(short[2]), _year(short[1])), None)
    readings = tuple(dict.fromkeys((*found, Days(day)))) if day and len(found) == 1 else found
    near = tuple(days for days in readings if likely and abs(days.first.year - likely) <= 1)
    return near or readings


def _of_serial(number: int, text: str, campaign_day: dt.date | None) -> tuple[Days, ...] | ProblemKind:
    """Read a spreadsheet's number of a day: that of the system of 1904 only where it is near the campaign's day."""
    if number not in SERIALS:
        return ProblemKind.NOT_A_DATE
    day, other = (zero + dt.timedelta(number) for zero in (ZERO_1900, ZERO_1904))
    if campaign_day and abs(other - campaign_day) <= _NEAR < abs(day - campaign_day):
        day = other
    _, mark, fraction = plain(text).replace(",", ".").partition(".")
    return (Days(day, time=f"0.{fraction}" if mark and int(fraction) else ""),)


@lru_cache(maxsize=4096)
def _body_and_time(text: str) -> tuple[str, str]:
    """Divide a text into its date and its time of day; midnight says nothing."""
    written = _DASHES.sub("-", plain(_BRACKETS.sub(" ", text)))
    written = re.sub(r"(\d)t(\d)", r"\1 \2", written)
    clock = _CLOCK.search(written)
    body = written[: clock.start()] if clock else written
    time = written[clock.start() :].strip(" ,") if clock else ""
    body = _EAST_ASIAN.sub(lambda found: f"{found[1] or ''} m{int(found[2])} {found[3]} ", body)
    return _ORDINAL.sub(r"\1", body), "" if re.match(r"0{1,2}:00(:00(\.0+)?)?(z|[+-]00:?00)?$", time) else time


def _in_marks(body: str, months_first: bool) -> str:
    """Write months as ``m3``, words for "until" as ``~`` and for "and" as ``&``, and leave out small words and days.

    A word such as "mar", which is March and Tuesday, is the month first.
    """
    months, days = _calendar()

    def mark(found: re.Match[str]) -> str:
        word = found[0]
        if word in _UNTIL and re.search(r"\d", body[: found.start()]):
            return "~"
        if word in months and (months_first or word not in days):
            return f" m{months[word]} "
        if word in days:
            return " "
        if word in _AND:
            return "&"
        return " " if word in _SMALL_WORDS | _UNTIL else word

    return re.sub(r"\s+", " ", _WORD.sub(mark, body)).strip(" ,.;")


@cache
def _calendar() -> tuple[dict[str, int], frozenset[str]]:
    """Return the name of a month → its number, and the words of days of the week."""
    lines = [line.split("\t") for line in CALENDAR.read_text("utf-8").splitlines()]
    months = {name: int(number) for number, names in lines if number != "0" for name in names.split("|")}
    return months, frozenset(word for name in lines[0][1].split("|") for word in name.split())


def _whole(body: str, day_first: bool, likely: int | None) -> Days | ProblemKind:
    """Read a date or several in one order."""
    part = _part(body, day_first, likely)
    if part and part.day and part.month and (part.year or likely):
        day = _day(part, likely)
        return Days(day) if day else ProblemKind.NO_SUCH_DAY
    for pieces, is_range in _divided(body):
        days = _days([_part(piece, day_first, likely) for piece in pieces], likely)
        if not days or (is_range and not days[0] < days[1] <= days[0] + _LONGEST):
            continue
        if is_range or all(after - before == dt.timedelta(1) for before, after in pairwise(days)):
            return Days(days[0], days[-1] if len(days) > 1 else None)
        return Days(days[0], further=tuple(days[1:]))
    return ProblemKind.NO_SUCH_DAY if part and part.day and part.month and part.year else ProblemKind.NOT_A_DATE


def _divided(body: str) -> Iterator[tuple[list[str], bool]]:
    """Return the ways in which a text may be two days from first to last, or a list of days."""
    if body.count("~") == 1:
        yield body.split("~"), True
    for found in re.finditer(r" - |[-/]", body):
        yield [body[: found.start()], body[found.end() :]], True
    if re.search("[&;,+]", body):
        yield [piece for piece in re.split("[&;,+]", body) if piece.strip()], False


def _days(parts: Sequence[_Part | None], likely: int | None) -> list[dt.date]:
    """Return the days of parts that complete one another: "2" and "4 March 2024"; nothing where one is no day."""
    known = [part for part in parts if part]
    if len(known) != len(parts) or len([part for part in known if part.day]) < 2:
        return []
    days = []
    for at, part in enumerate(known):
        nearest = sorted(known, key=lambda other, at=at: abs(known.index(other) - at))  # type: ignore[misc]
        month, year = (next(filter(None, map(attrgetter(one), nearest)), None) for one in ("month", "year"))
        if part.day:
            day = _day(_Part(part.day, month, year), likely)
            if not day:
                return []
            days.append(day)
    return days


def _day(part: _Part, likely: int | None) -> dt.date | None:
    year = part.year or likely
    if not (part.day and part.month and year and year in _YEARS):
        return None
    with suppress(ValueError):
        return dt.date(year, part.month, part.day)
    return None


def _part(text: str, day_first: bool, likely: int | None) -> _Part | None:
    """Read one date, or as much of one as there is; None where anything else is in the text."""
    text = text.strip(" ,.;")
    for form in _forms(day_first)[: None if likely else -1]:
        if found := form.fullmatch(text):
            return _Part(int(found["day"]), int(found["month"]), _year(found.groupdict().get("year")))
    months = {int(number) for number in _MONTH.findall(text)}
    rest = _MONTH.sub(" ", text)
    figures = re.findall(r"\d+", rest)
    if len(months) > 1 or re.search(r"[^\d\s,./-]", rest) or len(figures) > 2:
        return None
    if not months and len(figures) != 1 and not _DAY_AND_YEAR.fullmatch(text):
        return None
    month = next(iter(months), None)
    years = [figure for figure in figures if len(figure) == 4]
    if len(years) == 1:
        days = [figure for figure in figures if len(figure) <= 2]
        return _Part(int(days[0]) if days else None, month, int(years[0]))
    if any(len(figure) > 2 for figure in figures):
        return None
    return _Part(int(figures[0]), month, _year(figures[1] if len(figures) > 1 else None)) if figures else None


@cache
def _forms(day_first: bool) -> tuple[re.Pattern[str], ...]:
    one, other = ("day", "month") if day_first else ("month", "day")
    return tuple(re.compile(form.replace("<one>", f"<{one}>").replace("<other>", f"<{other}>")) for form in _FORMS)


def _year(figures: str | None) -> int | None:
    """Return the year that four figures are, or two."""
    if not figures or len(figures) > 2:
        return int(figures) if figures else None
    return int(figures) + (1900 if int(figures) >= _CENTURY_FROM else 2000)
