"""Values: what a cell may hold, as people write it, and what is wrong where it cannot be understood."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Annotated
from urllib.parse import urlsplit

from babel import Locale
from pydantic import AfterValidator, BeforeValidator, StringConstraints, TypeAdapter, ValidationError, ValidationInfo
from pydantic_core import ErrorDetails, PydanticCustomError
from rapidfuzz import fuzz, process

from actionmap.lists.problems import Mistake, ProblemKind
from actionmap.world.countries import LANGUAGES_READ, country_code, fold

LONGEST_TEXT = 2_000
"""Characters that one value may have."""

_YEARS = range(1900, 2101)
_LIKELY = 70
"""Similarity, of 100, from which a near miss is worth suggesting."""
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#@<>\"\\]+([/?#][^\s<>\"\\]*)?", re.IGNORECASE)
"""Whatever stands before an @ in an address only hides where it leads."""
_NUMERIC_DATE = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?:[ T]0{1,2}:00(?::00(?:\.0+)?)?)?")
_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?::00)?\s*(a\.?m\.?|p\.?m\.?|h|hrs?|uhr)?", re.IGNORECASE)
_KINDS = frozenset(ProblemKind)
_AROUND_DATES = {"de", "del", "of", "the", "le", "el", "do", "da", "den"}


def mistake(kind: ProblemKind, **values: object) -> PydanticCustomError:
    """Return the error of a value: its kind, and what belongs to it."""
    return PydanticCustomError(kind.value, kind.value.replace("-", " "), values)


def mistake_in(error: ErrorDetails) -> Mistake:
    """Return what is wrong with a value that pydantic refuses."""
    context = error.get("ctx", {})
    match error["type"]:
        case "missing":
            return Mistake(ProblemKind.EMPTY, {})
        case "string_too_long":
            return Mistake(ProblemKind.TOO_LONG, {"limit": context["max_length"]})
        case kind if kind in _KINDS:
            return Mistake(ProblemKind(kind), context)
    return Mistake(ProblemKind.UNUSABLE, {})


def closest(text: str, choices: Mapping[str, str]) -> str | None:
    """Return the value of the choice whose folded key is most like a text, or None where none is near."""
    found = process.extractOne(fold(text), choices.keys(), scorer=fuzz.ratio, score_cutoff=_LIKELY)
    return choices[found[0]] if found else None


@lru_cache(maxsize=4096)
def _country(value: str) -> str:
    code = country_code(value)
    if code:
        return code
    near = closest(value, _country_names())
    raise mistake(ProblemKind.NOT_A_COUNTRY, candidates=(near,) if near else ())


@cache
def _country_names() -> dict[str, str]:
    names = (name for language in LANGUAGES_READ for name in Locale.parse(language).territories.values())
    return {fold(name): code for name in names if (code := country_code(name))}


def _url(value: str) -> str:
    if len(value) > LONGEST_TEXT:
        raise mistake(ProblemKind.TOO_LONG_AN_ADDRESS, limit=LONGEST_TEXT)
    if not _WEB_ADDRESS.fullmatch(value):
        raise mistake(ProblemKind.NOT_A_WEB_ADDRESS)
    return value


def _with_host(url: str) -> str:
    """Refuse an address without a readable host or port."""
    try:
        parts = urlsplit(url)
        if parts.hostname and parts.port != 0:
            return url
    except ValueError:
        pass
    raise mistake(ProblemKind.NO_HOST)


@dataclass(frozen=True)
class DateHints:
    """What a list tells about dates that can be read in two ways: the order of its others, and the day it is about."""

    day_first: bool | None = None
    likely: dt.date | None = None


def day_comes_first(texts: Iterable[str]) -> bool | None:
    """Tell from the dates of a list, such as 13/03/2024, what comes first; None where they do not say, or disagree."""
    orders = set()
    for text in set(texts):
        numeric = _NUMERIC_DATE.fullmatch(text.strip())
        if numeric and numeric[2] != "." and len(numeric[1]) <= 2 and len(numeric[4]) == 4:
            first, second = int(numeric[1]), int(numeric[3])
            if (first > 12) != (second > 12):
                orders.add(first > 12)
    return orders.pop() if len(orders) == 1 else None


def _date(value: object, info: ValidationInfo) -> object:
    return _date_of(value, info.context or DateHints()) if isinstance(value, str) else value


@lru_cache(maxsize=4096)
def _date_of(value: str, hints: DateHints) -> dt.date:
    text = value.strip("\u200e\u200f ")
    numeric = _NUMERIC_DATE.fullmatch(text)
    candidates = _numeric_dates(numeric[1], numeric[2], numeric[3], numeric[4]) if numeric else _worded_dates(text)
    if not candidates:
        raise mistake(ProblemKind.NOT_A_DATE)
    days = list(dict.fromkeys(day for day in map(_day, candidates) if day))
    if not days:
        raise mistake(ProblemKind.NO_SUCH_DAY)
    if len(days) == 1:
        return days[0]
    day_first, month_first = days
    if hints.day_first is not None:
        return day_first if hints.day_first else month_first
    if hints.likely in days:
        return hints.likely
    raise mistake(ProblemKind.UNCLEAR_DATE, days=(day_first, month_first))


def _numeric_dates(first: str, mark: str, middle: str, last: str) -> list[tuple[int, int, int]]:
    """Return the readings (year, month, day) of a date in figures, day before month first; dots say that it is so."""
    a, b, c = int(first), int(middle), int(last)
    if len(first) == 4 and len(last) <= 2:
        return [(a, b, c)]
    if len(last) == 4 and len(first) <= 2:
        return [(c, b, a)] if mark == "." else [(c, b, a), (c, a, b)]
    return []


def _worded_dates(text: str) -> list[tuple[int, int, int]]:
    """Return the one reading of a date with the month's name, in any language that is read, or nothing."""
    months, weekdays = _calendar_words()
    words = [re.sub(r"^(\d{1,2})(st|nd|rd|th|er|o)$", r"\1", word) for word in fold(text).split()]
    figures = [word for word in words if word.isdecimal()]
    named = [months[word] for word in words if word in months]
    others = [word for word in words if not (word.isdecimal() or word in months or word in weekdays | _AROUND_DATES)]
    if len(figures) != 2 or len(named) != 1 or others:
        return []
    day, year = sorted(figures, key=len)
    return [(int(year), named[0], int(day))] if len(year) == 4 and len(day) <= 2 else []


@cache
def _calendar_words() -> tuple[dict[str, int], frozenset[str]]:
    months: dict[str, int] = {}
    weekdays: set[str] = set()
    for language in (*LANGUAGES_READ, "ar_LB"):
        locale = Locale.parse(language)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[context][width].items():
                    months.setdefault(fold(name), number)
                weekdays.update(fold(name) for name in locale.days[context][width].values())
    return months, frozenset(word for name in weekdays for word in name.split())


def _day(numbers: tuple[int, int, int]) -> dt.date | None:
    try:
        return dt.date(*numbers) if numbers[0] in _YEARS else None
    except ValueError:
        return None


def _time(value: object) -> object:
    return _time_of(value) if isinstance(value, str) else value


@lru_cache(maxsize=4096)
def _time_of(value: str) -> dt.time:
    found = _TIME.fullmatch(value.strip())
    if not found or not (found[2] or found[3]):
        raise mistake(ProblemKind.NOT_A_TIME)
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").casefold()[:1]
    if half in ("a", "p"):
        hour = hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else 24
    if hour > 23 or minute > 59:
        raise mistake(ProblemKind.NO_SUCH_TIME)
    return dt.time(hour, minute)


def _whole_number(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"\d{1,12}", value):
        raise mistake(ProblemKind.NOT_A_WHOLE_NUMBER)
    return int(value)


def _id(value: str) -> str:
    if not re.fullmatch(r"[\w.-]{0,100}", value):
        raise mistake(ProblemKind.NOT_AN_ID)
    return value


def _casefold(value: object) -> object:
    return value.casefold() if isinstance(value, str) else value


Text = Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]
Word = BeforeValidator(_casefold)
Id = Annotated[str, AfterValidator(_id)]
Country = Annotated[str, AfterValidator(_country)]
Url = Annotated[str, AfterValidator(_url)]
HostUrl = Annotated[Url, AfterValidator(_with_host)]
Date = Annotated[dt.date, BeforeValidator(_date)]
Time = Annotated[dt.time, BeforeValidator(_time)]
WholeNumber = Annotated[int, BeforeValidator(_whole_number)]


@lru_cache
def read_country(text: str) -> tuple[str, Mistake | None]:
    """Return the code of a country, or else nothing and what is wrong."""
    try:
        return TypeAdapter(Country).validate_python(text), None
    except ValidationError as error:
        return "", mistake_in(error.errors()[0])
