"""Times of day as people write them: with halves of the day, zones, from when until when, in the scripts of lists."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from actionmap.lists.problems import ProblemKind
from actionmap.text import plain, word_table
from actionmap.world.times import zones_by_country


@dataclass(frozen=True)
class Hours:
    """What a time's cell says: the start, the end, the zone that it names.

    `half_open` is an hour of 1 to 7 without "am" or "pm", or a zero before it: a rally at 2:00 is hardly at night.
    """

    start: dt.time
    end: dt.time | None = None
    zone: str = ""
    half_open: bool = False
    half_told: bool = field(default=False, compare=False)


_LONGEST_TEXT = 100
_DASHES = re.compile("[‐‑‒–—−〜～~至到]")


WORDS = Path(__file__).with_name("words.txt")
"""What words mean in cells of dates and times, and for "nothing"; of zones that the time zone database has not, or that
stand for summer and winter, what they mean there."""


def words(meaning: str) -> re.Pattern[str]:
    """Return a pattern of whole words, the longest first; East Asian ones need no bounds."""
    every = sorted({plain(word) for word in word_table(WORDS)[meaning]}, key=len, reverse=True)
    bounds = "(?<![^\\W\\d_])", "(?![^\\W\\d_])"
    return re.compile("|".join(re.escape(word).join(bounds if ord(word[-1]) < 0x1100 else ("", "")) for word in every))


_AS_FIGURES = (
    *((words(word), f" {figures} ") for word, figures in (("noon", "12 pm"), ("midnight", "12 am"))),
    *((words(word), f" {half} ") for word, half in (("afternoon", "pm"), ("morning", "am"))),
    (re.compile(rf"(?:{words('hour').pattern})\s*(\d{{1,2}})(?![\d:.])"), r"\1h"),
)
"""Words → the figures that mean the same."""
_HALF = re.compile(r"(?<![^\W\d_])([ap])m(?![^\W\d_])")
_LONE_A = re.compile(r"\d\s*a$")
_AROUND, _TO = words("around"), words("to")
_UNTIL = re.compile(rf"\s*-\s*|\s+(?:{_TO.pattern})\s+")
_HOUR = r"(\d{1,2})"
_MOMENT = re.compile(
    rf"{_HOUR}(?P<mark>\s*[:.]\s*|\s*h\s*|\s*[時时点點시]\s*)?(?(mark)(\d{{2}})?)(?::\d{{2}}(?:[.,]\d+)?)?"
    r"\s*(?P<unit>(?:min|分|분|h|hr|hrs|hs|uhr|u|horas?|heures?|ore)?\.?)"
)
_MILITARY = re.compile(r"(\d{2})(\d{2})\s*(?:h|hrs)")
_ON_A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}[t ](?=\d)")
_FRACTION = re.compile(r"(?:\d{5}|0)?[.,](\d+)")
_COUNTED = dict(zip("一两兩二三四五六七八", "1222345678", strict=True))
_SOME_HOUR = re.compile(r"([一二两兩三四五六七八])(?=[点點時])")

_GENERIC = {
    zone: meaning.removeprefix("zone ")
    for meaning, zones in word_table(WORDS).items()
    if meaning.startswith("zone ")
    for zone in zones
}
_NAMED = word_table(WORDS)["zone"]
_ZONE = re.compile(
    rf"\s*\(?(?<![^\W_])((?:utc|gmt)\s*[+-]\s*\d{{1,2}}(?::?\d{{2}})?|"
    rf"{'|'.join(sorted({*_NAMED, *_GENERIC}, key=len, reverse=True))})(?:\s+time)?\)?\s*$"
    r"|(?<=\d)(z)$|(?<=:\d\d)(\+\d{2}:?\d{2})$|(?<=:\d\d:\d\d)(-\d{2}:?\d{2})$"
)


@lru_cache(maxsize=4096)
def read_hours(text: str) -> Hours | ProblemKind:
    """Read a time of day, or from when until when; in a cell with a day, the time alone."""
    if len(text) > _LONGEST_TEXT:
        return ProblemKind.NOT_A_TIME
    written = _ON_A_DAY.sub("", _DASHES.sub("-", plain(text.strip())))
    if fraction := _FRACTION.fullmatch(written):
        return _of_fraction(fraction[1])
    written = _SOME_HOUR.sub(lambda found: _COUNTED[found[1]], written)
    zone = _ZONE.search(written)
    if zone:
        written = written[: zone.start()]
    for pattern, instead in _AS_FIGURES:
        written = pattern.sub(instead, written)
    if _LONE_A.search(written):
        return ProblemKind.NOT_A_TIME  # "2:00 a" may be the morning; "a las 2" begins with its a
    pieces = [_AROUND.sub(" ", piece).strip(" ,") for piece in _UNTIL.split(written)]
    pieces = [piece for piece in pieces if piece]
    if not 1 <= len(pieces) <= 2:
        return ProblemKind.NOT_A_TIME
    found = _from_until(*[_moment(piece) for piece in pieces])
    named = next(filter(None, zone.groups())).replace(" ", "") if zone else ""
    return replace(found, zone=named) if isinstance(found, Hours) else found


def _of_fraction(digits: str) -> Hours | ProblemKind:
    """Read a part of a day, as a spreadsheet keeps a time; two digits may be one that was rounded."""
    if len(digits) < 3 and int(digits.ljust(2, "0")) % 25 and len(digits) != 1:
        return ProblemKind.PART_OF_A_DAY
    minutes = round(float(f"0.{digits}") * 24 * 60) % (24 * 60)
    return Hours(dt.time(minutes // 60, minutes % 60))


@dataclass(frozen=True)
class _Moment:
    """An hour as it is written: the "a" or "p" of its half, whether it is surely a time, and whether a 0 begins it."""

    hour: int
    minute: int = 0
    half: str = ""
    sure: bool = True
    zero: bool = False


def _moment(text: str) -> _Moment | ProblemKind:
    halves = _HALF.findall(text)
    text, half = _HALF.sub(" ", text), halves[0] if halves else ""
    text = text.strip(" .,")
    if military := _MILITARY.fullmatch(text):
        return _Moment(int(military[1]), int(military[2]))
    moment = _MOMENT.fullmatch(text)
    if not moment:
        return ProblemKind.NOT_A_TIME
    mark = (moment["mark"] or "").strip()
    if mark in (":", ".") and not moment[3]:
        return ProblemKind.NOT_A_TIME
    return _Moment(int(moment[1]), int(moment[3] or 0), half, bool(half or moment["unit"] or mark), text[0] == "0")


def _from_until(start: _Moment | ProblemKind, end: _Moment | ProblemKind | None = None) -> Hours | ProblemKind:
    """Put a start and an end together: what one does not say of its half of the day, the other does."""
    if isinstance(start, ProblemKind) or isinstance(end, ProblemKind):
        return next(one for one in (start, end) if isinstance(one, ProblemKind))
    if not (start.sure or (end and end.sure)) or (end and not end.sure and not start.sure):
        return ProblemKind.NOT_A_TIME
    if end and end.half and not start.half and start.hour <= 12:
        other = "a" if end.half == "p" else "p"
        start = next(
            (one for half in (end.half, other) if (one := replace(start, half=half)) and _before(one, end)), start
        )
    elif end and start.half and not end.half and end.hour <= 12:
        end = next((one for half in (start.half, "p") if _before(start, one := replace(end, half=half))), end)
    times = [_time(one) for one in (start, end) if one]
    if None in times:
        return ProblemKind.NO_SUCH_TIME
    first, *last = [time for time in times if time is not None]
    open_ = not (start.half or start.zero) and 1 <= first.hour <= 7
    return Hours(first, last[0] if last else None, half_open=open_, half_told=bool(start.half))


def _before(one: _Moment, other: _Moment) -> bool:
    first, last = _time(one), _time(other)
    return first is not None and last is not None and first < last


def _time(moment: _Moment) -> dt.time | None:
    hour = moment.hour
    if moment.half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if moment.half == "p" else 0)
    elif moment.half == "a" or (moment.half and hour == 0):
        return None
    return dt.time(hour, moment.minute) if hour <= 23 and moment.minute <= 59 else None


def is_local(zone: str, country: str, day: dt.date) -> bool | None:
    """Tell whether a zone is that of every place of a country on a day; None where it is that of some of them."""
    fitting = {is_named(zone, one, day) for one in zones_by_country().get(country, ())}
    return fitting.pop() if len(fitting) == 1 else None


def is_named(zone: str, time_zone: str, day: dt.date) -> bool:
    """Tell whether a zone, as a list names it ("EST"), is that of a place in a time zone ("America/New_York")."""
    named = zone.casefold()
    wanted = {name for one in _GENERIC.get(named, named).split() for name in _normal(one)}
    return bool(wanted & _names_of_zone(time_zone, day))


@lru_cache(maxsize=4096)
def _names_of_zone(time_zone: str, day: dt.date) -> frozenset[str]:
    """Return what a time zone is called: its names in winter and summer, and its offset on a day."""
    info = ZoneInfo(time_zone)
    moments = [dt.datetime(day.year, month, 15, 12, tzinfo=info) for month in (1, 7)]
    offset = dt.datetime(day.year, day.month, day.day, 12, tzinfo=info).utcoffset() or dt.timedelta()
    return frozenset({*((moment.tzname() or "").casefold() for moment in moments), _offset(offset)})


def _normal(zone: str) -> set[str]:
    """Return a zone's name and, where it tells one, its offset."""
    shift = re.fullmatch(r"(?:utc|gmt)?([+-])(\d{1,2})(?::?(\d{2}))?", zone)
    if shift:
        return {_offset(dt.timedelta(hours=int(shift[2]), minutes=int(shift[3] or 0)) * (-1 if shift[1] == "-" else 1))}
    return {zone, _offset(dt.timedelta())} if zone in ("utc", "z", "gmt") else {zone}


def _offset(offset: dt.timedelta) -> str:
    return f"{offset.total_seconds() / 3600:+g}"


def halves_left_open(found: Iterable[Hours]) -> bool:
    """Tell whether a list leaves open which half of the day it means: some hour does, and none shows 24 hours."""
    times = list(found)
    shown = any(one.start.hour == 0 or one.start.hour > 12 for one in times if not one.half_told)
    return not shown and any(one.half_open for one in times)
