"""Languages: which there are, which one is spoken now, and how messages, numbers and lists are said in it."""

import io
import locale as system
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from gettext import GNUTranslations, NullTranslations
from string import Formatter
from typing import Literal

from babel import Locale, negotiate_locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from actionmap.paths import LOCALES

ENGLISH = "en"
"""The language of the messages in the code, which stands in where another has no words."""
DOMAIN = "actionmap"
_OWN_NAMES = {"id": "Bahasa Indonesia", "ms": "Bahasa Melayu"}
"""Where CLDR's own name of a language is also that of its country."""
MARKS = _LEFT, _RIGHT = "\N{LEFT-TO-RIGHT MARK}", "\N{RIGHT-TO-LEFT MARK}"
"""Of the direction of a name in a line that runs the other way: for whoever reads, and never part of data."""
_DIRECTED = re.compile(f"[{_LEFT}{_RIGHT}]|[^\\W\\d_]")
_FROM_RIGHT = re.compile(f"[{_RIGHT}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_WITH_HYPHENS = re.compile(r"(?<![\w/=.-])\d+(?:-\d+)+(?![\w/-])")
"""What a line from right to left would turn round, as 2024-03-02."""
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:|[/#?.]", re.IGNORECASE)
_FOUR_TOGETHER = {"be", "bg", "es", "et", "hu", "hy", "ia", "ie", "it", "ka", "lv", "pl", "pt_PT", "sl", "sq"}
"""Locales that part thousands from five digits on: CLDR's minimumGroupingDigits, which Babel does not have."""
_FIRST_DAYS = {"fr": "1er", "it": "1º", "pt": "1º"}
"""Language → how newspapers write the first of a month, for which CLDR has the bare number."""
_UNBROKEN = {"fr": re.compile("(?<=«) | (?=[»:;!?])")}
"""Language → the spaces at which its newspapers break no line."""
_DAY_OF_MONTH = re.compile("'[^']*'|d+")
_WIDE_STOPS = ("。", "！", "？", "：", "）", "」", "』")
"""After these comes no blank: they bring their own."""


@dataclass(frozen=True, eq=False)
class Language:
    """A language of the catalogues in `locales/`.

    Parameters
    ----------
    code
        As in the address: "pt".
    locale
        What Unicode CLDR knows of it.
    read
        Reads its catalogue, which a server does once somebody speaks the language.
    """

    code: str
    locale: Locale
    read: Callable[[], NullTranslations]

    @cached_property
    def messages(self) -> NullTranslations:
        """English message → what is said instead."""
        return self.read()

    @property
    def name(self) -> str:
        """Its own name, as it stands in a list: "Español"."""
        own: str = _OWN_NAMES.get(self.code) or self.locale.languages.get(self.locale.language, self.code)
        return own[:1].upper() + own[1:]

    @cached_property
    def direction(self) -> str:
        """How HTML names the direction in which it is written: "ltr" or "rtl"."""
        written: str = self.locale.text_direction
        return written


@cache
def languages() -> dict[str, Language]:
    """Return code → language, English first, the others by their own names."""
    found = [_read(path.parent.parent.name) for path in LOCALES.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")]
    others = sorted(found, key=lambda one: one.name.casefold())
    return {one.code: one for one in (Language(ENGLISH, Locale("en", "GB"), NullTranslations), *others)}


def _read(code: str) -> Language:
    path = LOCALES / code / "LC_MESSAGES" / f"{DOMAIN}.mo"
    return Language(code, Locale.parse(code, sep="-"), lambda: GNUTranslations(io.BytesIO(path.read_bytes())))


# ---------------------------------------------------------------------------------------------------- which is spoken


_spoken: ContextVar[str] = ContextVar("spoken", default=ENGLISH)


def spoken() -> Language:
    """Return the language that is spoken now, here: each run of a page, request and command has its own."""
    return languages()[_spoken.get()]


def speak(code: str) -> None:
    """Speak another language from now on; English where there is no such one."""
    _spoken.set(code if code in languages() else ENGLISH)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak another language for a while."""
    token = _spoken.set(code if code in languages() else ENGLISH)
    try:
        yield
    finally:
        _spoken.reset(token)


def understood(preferred: Sequence[str]) -> str:
    """Return the first of the preferred locales, as ("pt-BR", "en"), that is spoken here; empty where none is."""
    wanted = [one.strip().replace("_", "-") for one in preferred]
    return negotiate_locale(wanted, [*languages()], sep="-") or ""


def asked_for(parameter: str, header: str) -> str:
    """Return the language of an address's ``lang``, else of ``Accept-Language``; empty where neither is known."""
    return understood([parameter]) or understood(accepted(header))


def accepted(header: str) -> list[str]:
    """Return the locales of an ``Accept-Language`` header, the most wanted first."""
    weighed = []
    for part in header.split(",")[:20]:
        name, _, weight = part.partition(";")
        number = re.fullmatch(r"\s*q=(0(?:\.\d{1,3})?|1(?:\.0{1,3})?)\s*", weight)
        weighed.append((-float(number[1]) if number else -1.0, name.strip()))
    return [name for weight, name in sorted(weighed, key=lambda one: one[0]) if name and weight]


def of_terminal() -> str:
    """Return the language of the terminal's locale: what its variables name first and is spoken here."""
    named = [os.environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")]
    wanted = [one.partition(".")[0] for names in named for one in names.split(":") if one]
    return understood(wanted[:1] or [system.getlocale()[0] or ENGLISH]) or ENGLISH


# ------------------------------------------------------------------------------------------------------- what is said


def mark(message: str) -> str:
    """Return a message as it is, to be said later: `make messages` finds it here."""
    return message


def mark_many(one: str, several: str) -> tuple[str, str]:
    """Return a message that depends on a number as it is, to be said later."""
    return one, several


def say(message: str, /, **values: object) -> str:
    """Say a message in the language spoken.

    Parameters
    ----------
    message
        In English, with named places for values, as in "{actions} in {countries}".
    values
        Numbers are written as the language writes them; text stays as it is.
    """
    return _filled(spoken().messages.gettext(message) if message else "", values)


def say_many(one: str, several: str, number: int, /, **values: object) -> str:
    """Say a message that depends on a number, which is its value ``number``: "{number} action", "{number} actions"."""
    return _filled(spoken().messages.ngettext(one, several, number), {"number": number, **values})


def said_of_several(message: str) -> str:
    """Say what is said of one action of several: "Reportadas"."""
    return say_many(message, message, 100)  # which has the plural of numbers in general, in Arabic too


def joined(words: Sequence[str], style: Literal["standard", "or"] = "standard") -> str:
    """Join words: "venue, locality and region"; with the style "or" as a choice; nothing where there are none.

    Words that have commas themselves are parted by semicolons.
    """
    gaps: str = format_list([f"{{{at}}}" for at in range(len(words))], style, spoken().locale) if words else ""
    if any(say(", ") in word for word in words):
        gaps = gaps.replace(say(", "), say("; "))
    return gaps.format(*map(_isolated, words))


# Translators: between the parts of an address, with its space
def strung(parts: Iterable[str], between: str = mark(", ")) -> str:
    """Join the parts of an address or of a line, those that are not empty: "Malmö, Sweden"."""
    return say(between).join(map(_isolated, filter(None, parts)))


def number_said(number: float, spec: str = "") -> str:
    """Write a number: "1,200"; with a format, as ",.1f", to its decimals."""
    if spec:
        locale, said = spoken().locale, format(number, spec)
        symbols = locale.number_symbols["latn"]
        group = symbols["group"] if is_parted(float(said.replace(",", "")), locale) else ""
        return "".join({",": group, ".": symbols["decimal"]}.get(c, c) for c in said)
    return _decimal(number, spoken().locale)


def is_parted(number: float, locale: Locale) -> bool:
    """Tell whether a number is written with its thousands apart, where they are: "10.000", but "5000", in Spanish."""
    return abs(number) >= 10_000 or not {str(locale), locale.language} & _FOUR_TOGETHER


@lru_cache(4096)
def _decimal(number: float, locale: Locale) -> str:
    parted = is_parted(number, locale)
    said: str = format_decimal(number, locale=locale, numbering_system="latn", group_separator=parted)
    return said


def percent(share: float, decimals: int = 0) -> str:
    """Write a share of 1 in percent: "12 %" in French, "12%" in English."""
    pattern = spoken().locale.percent_formats[None].pattern
    pattern = pattern.replace("0", f"0.{'0' * decimals}", 1) if decimals else pattern
    said: str = format_percent(share, pattern, locale=spoken().locale, numbering_system="latn")
    return said


def percents(low: float, high: float) -> str:
    """Write from which to which share of 1, in percent, with one sign for both: "5 to 15%"."""
    pattern: str = spoken().locale.percent_formats[None].pattern
    return pattern.replace("#,##0", say("{low} to {high}", low=round(100 * low), high=round(100 * high)))


def day_said(day: date, how: str = "long") -> str:
    """Write a date: in CLDR's style "long" or "full", by a skeleton ("MMMMd") or a pattern of its fields.

    A day has no leading zero, and the first of a month its own word where the language has one ("1er mars").
    """
    locale = spoken().locale
    pattern = str(getattr(locale.date_formats.get(how) or locale.datetime_skeletons.get(how), "pattern", how))
    number = f"'{first_day()}'" if day.day == 1 and first_day() else "d"
    pattern = _DAY_OF_MONTH.sub(lambda found: found[0] if found[0][0] == "'" else number, pattern)
    return format_date(day, pattern, locale=locale)


def first_day() -> str:
    """Return how the first of a month is written where it is not the bare number; else nothing."""
    return _FIRST_DAYS.get(spoken().locale.language, "")


def sentences(*said: str) -> str:
    """Join sentences, and leave out empty ones: a blank between two, but for after a full-width stop."""
    text = ""
    for one in filter(None, said):
        text += one if not text or text.endswith(_WIDE_STOPS) else f" {one}"
    return text


def forms(one: str, several: str) -> dict[str, str]:
    """Return the plural forms of a message by CLDR's names ("one", "few", …), for a script that chooses by itself."""
    rule, messages = spoken().locale.plural_form, spoken().messages
    return {rule(number): messages.ngettext(one, several, number) for number in (1_000_000, *reversed(range(201)))}


class Told(str):
    """A text from outside whose language is known, to be marked with it where it is shown."""

    __slots__ = ("lang",)
    lang: str

    @classmethod
    def of(cls, texts: Mapping[str, str], original: str) -> "Told":
        """Return the text in the language spoken; where that has none, the one in the original language, or the first.

        Parameters
        ----------
        texts
            Language → text; empty where there is none in any.
        original
            The language that stands in.
        """
        code = next((one for one in (spoken().code, original) if texts.get(one)), next(iter(texts), original))
        text = texts.get(code, "")
        told = cls(_UNBROKEN[code].sub("\N{NO-BREAK SPACE}", text) if code in _UNBROKEN else text)
        told.lang = code
        return told


class _Filler(Formatter):
    """Writes numbers and dates as the spoken language does, and keeps foreign text in its own direction."""

    def format_field(self, value: object, format_spec: str) -> str:
        match value:
            case bool():
                return str(value)
            case int() | float():
                return number_said(value, format_spec)
            case date():
                return day_said(value)
        return _isolated(format(value, format_spec))  # text where only a number may stand is an error


_fill = _Filler()


def _filled(message: str, values: Mapping[str, object]) -> str:
    said = _fill.vformat(message, (), values)
    return said if spoken().direction == "ltr" else _WITH_HYPHENS.sub(rf"{_LEFT}\g<0>{_LEFT}", said)


def _isolated(text: str) -> str:
    """Return a text so that a line which runs the other way neither tears it apart nor takes its direction."""
    runs_right = spoken().direction == "ltr"
    first = None if runs_right and text.isascii() else _DIRECTED.search(text)
    if not first or runs_right != bool(_FROM_RIGHT.match(first[0])) or _ADDRESS.match(text):
        return text
    around, inside = (_LEFT, _RIGHT) if runs_right else (_RIGHT, _LEFT)
    return f"{around}{inside}{text}{inside}{around}"
