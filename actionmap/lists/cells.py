"""Values: what a cell may hold, as people write it, and what is wrong where it cannot be understood."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, StringConstraints, ValidationInfo
from pydantic_core import ErrorDetails, PydanticCustomError
from rapidfuzz import fuzz, process

from actionmap.lists.clock import WORDS, read_hours
from actionmap.lists.dates import Order, read_days
from actionmap.lists.problems import Mistake, ProblemKind
from actionmap.text import fold, word_table
from actionmap.world.coordinates import degrees
from actionmap.world.countries import country_code, near_country
from actionmap.world.times import read_zone

LONGEST_TEXT, LONGEST_NAME = 2_000, 200
"""Characters that one value, and the name of a country, may have."""

_LIKELY = 70
"""Similarity, of 100, from which a near miss is worth suggesting."""
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#@<>\"\\]+([/?#][^\s<>\"\\]*)?", re.IGNORECASE)
"""Whatever stands before an @ in an address only hides where it leads."""
_WITHOUT_SCHEME = re.compile(r"(//)?([^\W_]([\w-]*[^\W_])?\.)+[^\W\d_]{2,}(:\d+)?([/?#]\S*)?")
_NAME_OF_A_FILE = re.compile(r"^[^/?#]*\.(pdf|docx?|xlsx?|ods|odt|pptx?|csv|txt|jpe?g|png|gif|html?)$", re.IGNORECASE)
_ID, _FIGURES = re.compile(r"[\w.-]{0,100}"), re.compile(r"\d{1,12}")
_KINDS = frozenset(ProblemKind)

NOTHING = frozenset(word_table(WORDS)["nothing"])
"""What people write for "nothing", in lower case."""
_LONGEST_NOTHING = max(map(len, NOTHING))
_WHERE_NA_IS_A_CODE = frozenset({"country", "region"})


def mistake(kind: ProblemKind, **values: object) -> PydanticCustomError:
    """Return the error of a value: its kind, and what belongs to it."""
    return PydanticCustomError(kind.value, kind.value.replace("-", " "), values)


def mistake_in(error: ErrorDetails) -> Mistake:
    """Return what is wrong with a value that pydantic refuses."""
    kind, context = error["type"], error.get("ctx", {})
    if kind in _KINDS:
        return Mistake(ProblemKind(kind), context)
    if kind == "string_too_long":
        return Mistake(ProblemKind.TOO_LONG, {"limit": context["max_length"]})
    return Mistake(ProblemKind.EMPTY if kind == "missing" else ProblemKind.UNUSABLE, {})


def closest(text: str, choices: Mapping[str, str]) -> str | None:
    """Return the value of the choice whose folded key is most like a text, or None where none is near."""
    found = process.extractOne(fold(text), choices.keys(), scorer=fuzz.ratio, score_cutoff=_LIKELY)
    return choices[found[0]] if found else None


def _url(value: str) -> str:
    value = value.replace("&amp;", "&").strip("<>")
    if len(value) > LONGEST_TEXT:
        raise mistake(ProblemKind.TOO_LONG_AN_ADDRESS, limit=LONGEST_TEXT)
    if _WEB_ADDRESS.fullmatch(value):
        return value
    if _WITHOUT_SCHEME.fullmatch(value) and not _NAME_OF_A_FILE.search(value):
        return f"https://{value.removeprefix('//')}"
    raise mistake(ProblemKind.NOT_A_WEB_ADDRESS)


def _with_host(url: str) -> str:
    """Refuse an address without a readable host or port."""
    with suppress(ValueError):
        parts = urlsplit(url)
        if parts.hostname and parts.port != 0:
            return url
    raise mistake(ProblemKind.NO_HOST)


@dataclass(frozen=True)
class DateHints:
    """What a list tells about dates that can be read in two ways: the order of each column, and the campaign's day."""

    orders: Mapping[str, Order] = field(default_factory=dict)
    campaign_day: dt.date | None = None


def _date(value: object, info: ValidationInfo) -> object:
    if not isinstance(value, str):
        return value
    hints = info.context or DateHints()
    return date_of(value, hints.orders.get(info.field_name or "", Order.UNCLEAR), hints.campaign_day)


@lru_cache(maxsize=4096)
def date_of(value: str, order: Order = Order.UNCLEAR, campaign_day: dt.date | None = None) -> dt.date:
    """Return the first day of a date's cell, or raise what is wrong with it."""
    found = read_days(value, campaign_day)
    if isinstance(found, ProblemKind):
        raise mistake(found)
    if len(found) == 2 and order not in (Order.DAY_FIRST, Order.MONTH_FIRST):
        raise mistake(ProblemKind.UNCLEAR_DATE, days=tuple(days.first for days in found))
    return found[-1 if order is Order.MONTH_FIRST else 0].first


def _start(text: str) -> dt.time | ProblemKind:
    found = read_hours(text)
    return found if isinstance(found, ProblemKind) else found.start


def is_nothing(text: str, column: str = "") -> bool:
    """Tell whether a cell says that there is nothing; "NA" is Namibia, or a region, where a code may stand."""
    if len(text) > _LONGEST_NOTHING:
        return False
    word = text.casefold()
    return not word or (word in NOTHING and not (word == "na" and column in _WHERE_NA_IS_A_CODE))


def on_one_line(cell: str, column: str = "") -> str:
    """Return a cell on one line: where a line ends among towns, a comma tells them apart."""
    if column != "locality" or "\n" not in cell:
        return " ".join(cell.split())
    return ", ".join(line for part in cell.split("\n") if (line := " ".join(part.split()).rstrip(" ,")))


def _read_by(find: Callable[[str], object], kind: ProblemKind) -> BeforeValidator:
    """Return what reads a text with a function, and refuses one of which that makes nothing, or says what is wrong."""

    def read(value: object) -> object:
        found = find(value) if isinstance(value, str) else value
        if found is None or isinstance(found, ProblemKind):
            raise mistake(found or kind)
        return found

    return BeforeValidator(read)


def _degrees(value: object, *, most: int, kind: ProblemKind) -> object:
    number = degrees(value) if isinstance(value, str) else value
    if number is None or not isinstance(number, (int, float)) or not abs(number) <= most:
        raise mistake(kind)
    return number


def _last_look(value: str) -> str:
    day, _, found = value.casefold().partition(" ")
    if found not in ("", GONE):
        raise mistake(ProblemKind.NOT_A_LAST_LOOK)
    return f"{date_of(day)} {found}".rstrip()


GONE = "gone"
"""What stands behind the day on which a page was looked for in vain."""

Text = Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]
Word = BeforeValidator(lambda value: value.casefold() if isinstance(value, str) else value)
Id = Annotated[str, _read_by(lambda text: text if _ID.fullmatch(text) else None, ProblemKind.NOT_AN_ID)]
Url = Annotated[str, AfterValidator(_url)]
HostUrl = Annotated[Url, AfterValidator(_with_host)]
Date = Annotated[dt.date, BeforeValidator(_date)]
LastLook = Annotated[str, AfterValidator(_last_look)]
Time = Annotated[dt.time, _read_by(_start, ProblemKind.NOT_A_TIME)]
Latitude = Annotated[float, BeforeValidator(partial(_degrees, most=90, kind=ProblemKind.NOT_A_LATITUDE))]
Longitude = Annotated[float, BeforeValidator(partial(_degrees, most=180, kind=ProblemKind.NOT_A_LONGITUDE))]
Zone = Annotated[str, _read_by(lambda text: read_zone(text) or None, ProblemKind.NOT_A_TIME_ZONE)]
WholeNumber = Annotated[
    int, _read_by(lambda text: int(text) if _FIGURES.fullmatch(text) else None, ProblemKind.NOT_A_WHOLE_NUMBER)
]


@lru_cache
def read_country(text: str) -> tuple[str, Mistake | None]:
    """Return the code of a country, or else nothing and what is wrong."""
    short = text if len(text) <= LONGEST_NAME else ""
    if code := country_code(short):
        return code, None
    near = near_country(short)
    return "", Mistake(ProblemKind.NOT_A_COUNTRY, {"candidates": (near,) if near else ()})
