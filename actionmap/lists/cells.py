"""Values: what a cell may hold, as people write it, and what to write where it cannot be understood."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Annotated
from urllib.parse import urlsplit

from babel import Locale
from pydantic import AfterValidator, BeforeValidator, StringConstraints, TypeAdapter, ValidationError, ValidationInfo
from pydantic_core import PydanticCustomError
from rapidfuzz import fuzz, process

from actionmap.world.countries import LANGUAGES_READ, country_code, country_name, fold

LONGEST_TEXT = 2_000
"""Characters that one value may have."""

AMBIGUOUS = "may be"
"""How the message of a date begins that can be read in two ways."""

_YEARS = range(1900, 2101)
_LIKELY = 70
"""Similarity, of 100, from which a near miss is worth suggesting."""
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#@<>\"\\]+([/?#][^\s<>\"\\]*)?", re.IGNORECASE)
"""Whatever stands before an @ in an address only hides where it leads."""
_NUMERIC_DATE = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?:[ T]0{1,2}:00(?::00(?:\.0+)?)?)?")
_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?::00)?\s*(a\.?m\.?|p\.?m\.?|h|hrs?|uhr)?", re.IGNORECASE)
_AROUND_DATES = {"de", "del", "of", "the", "le", "el", "do", "da", "den"}


def mistake(message: str, hint: str) -> PydanticCustomError:
    """Return the error of a value: what is wrong with it, and what to write instead."""
    return PydanticCustomError("cell", "{message}", {"message": message, "hint": hint})


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
    guess = f"Did you mean {country_name(near)} ({near})? " if near else ""
    raise mistake("is not a country or territory", f"{guess}Write its ISO 3166-1 code, as PR, or its name.")


@cache
def _country_names() -> dict[str, str]:
    names = (name for language in LANGUAGES_READ for name in Locale.parse(language).territories.values())
    return {fold(name): code for name in names if (code := country_code(name))}


def _url(value: str) -> str:
    if len(value) > LONGEST_TEXT:
        raise mistake(f"is longer than {LONGEST_TEXT:,} characters", "Write a shorter address, or leave it empty.")
    if not _WEB_ADDRESS.fullmatch(value):
        raise mistake("is not a web address", "Write one that begins with https:// or http://, or leave it empty.")
    return value


def _with_host(url: str) -> str:
    """Refuse an address whose host or port cannot be told."""
    try:
        parts = urlsplit(url)
        if parts.hostname and parts.port != 0:
            return url
    except ValueError:
        pass
    raise mistake("has no host, or no port, that can be told", "Write one such as https://sheets.example/list.csv.")


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
        raise mistake("is not a date", "Write year, month and day, as 2024-03-02.")
    days = list(dict.fromkeys(day for day in map(_day, candidates) if day))
    if not days:
        raise mistake("is a day that does not exist", "Write a day of the calendar, as 2024-03-02.")
    if len(days) == 1:
        return days[0]
    day_first, month_first = days
    if hints.day_first is not None:
        return day_first if hints.day_first else month_first
    if hints.likely in days:
        return hints.likely
    first, second = sorted(days)
    raise mistake(f"{AMBIGUOUS} {first.day} {first:%B} or {second.day} {second:%B}", f"Write {first} or {second}.")


def readings(text: str) -> list[dt.date]:
    """Return the two days that a date in figures, as 02/05/2031, may be, day before month first; [] for any other."""
    numeric = _NUMERIC_DATE.fullmatch(text.strip())
    candidates = _numeric_dates(numeric[1], numeric[2], numeric[3], numeric[4]) if numeric else []
    days = list(dict.fromkeys(day for day in map(_day, candidates) if day))
    return days if len(days) == 2 else []


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
        raise mistake("is not a time of day", "Write the local time on the 24-hour clock, as 14:00, or leave it empty.")
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").casefold()[:1]
    if half in ("a", "p"):
        hour = hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else 24
    if hour > 23 or minute > 59:
        raise mistake("is a time that does not exist", "Write a time between 00:00 and 23:59, or leave it empty.")
    return dt.time(hour, minute)


def _whole_number(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"\d{1,12}", value):
        raise mistake("is not a whole number", "Write digits alone, as 1000000.")
    return int(value)


def _id(value: str) -> str:
    if not re.fullmatch(r"[\w.-]{0,100}", value):
        raise mistake("is not an id", "Use letters, digits, hyphens, dots and underscores alone, at most 100.")
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
def read_country(text: str) -> tuple[str, str, str]:
    """Return the code of a country, or else nothing, what is wrong, and what to write instead."""
    if not text:
        return "", "is empty", "Write the country's ISO 3166-1 code, as PR, or its name."
    try:
        return TypeAdapter(Country).validate_python(text), "", ""
    except ValidationError as error:
        context = error.errors()[0]["ctx"]
        return "", context["message"], context["hint"]
