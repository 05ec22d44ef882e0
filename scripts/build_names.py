"""Build the tables of countries' and months' names from CLDR (Babel) and ISO 3166-1 (pycountry).

Run it after Babel has been updated: ``python scripts/build_names.py``.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pycountry
from babel import Locale
from babel.localedata import locale_identifiers

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from actionmap.lists.dates import CALENDAR
from actionmap.text import fold
from actionmap.world.countries import NAMES, country_codes

LANGUAGES = (
    *("en", "es", "fr", "pt", "de", "ar", "it", "tr", "id", "ms", "nl", "sv", "nb", "da", "fi", "pl", "cs", "ru"),
    *("uk", "el", "ja", "ko", "zh", "zh_Hant", "ro", "hu", "fa", "ur", "hi", "bn", "he", "vi", "th", "sw", "ca"),
)
"""Languages whose names of every country are understood; where two mean different countries, the first counts."""
ARABIC = ("ar_LB", "ar_MA", "ar_TN", "ar_AE")
"""Where Arabic has months of other names."""


def country_names() -> Iterator[tuple[str, str]]:
    """Return names and codes, the surest first."""
    known = country_codes()
    for country in pycountry.countries:
        for name in ("name", "common_name", "official_name", "alpha_3"):
            if country.alpha_2 in known and hasattr(country, name):
                yield getattr(country, name), country.alpha_2
    for language in LANGUAGES[:1]:
        yield from every_name(language)
    for identifier in locale_identifiers():
        locale = Locale.parse(identifier)
        if locale.territory in known and locale.territory in locale.territories:
            yield locale.territories[locale.territory], locale.territory
    for language in LANGUAGES[1:]:
        yield from every_name(language)


def every_name(language: str) -> Iterator[tuple[str, str]]:
    """Return a language's names of all countries, German ones also without umlauts."""
    for code, name in Locale.parse(language).territories.items():
        if code in country_codes():
            yield name, code
            yield name.split("(")[0], code
            if language == "de":
                yield written_out(name), code


def written_out(name: str) -> str:
    """Write a German name without umlauts."""
    for letter, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue")):
        name = name.replace(letter, letters)
    return name


def calendar_words() -> Iterator[tuple[str, int]]:
    """Return the names of months with their number, and those of days with 0."""
    for language in (*LANGUAGES, *ARABIC):
        locale = Locale.parse(language)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[context][width].items():
                    yield from ((name, number), (written_out(name), number))
                yield from ((name, 0) for name in locale.days[context][width].values())


def main() -> None:
    """Write both tables: a line for each country, or month, with its names folded."""
    first: dict[str, str] = {}
    for name, code in country_names():
        other = first.setdefault(fold(name), code)
        if other != code:
            print(f"{name} is {other}, not {code}")
    of_country = defaultdict(list)
    for name, code in first.items():
        of_country[code].append(name)
    NAMES.write_text("".join(f"{code}\t{'|'.join(of_country[code])}\n" for code in sorted(of_country)), "utf-8")
    meaning = defaultdict(set)
    for name, number in calendar_words():
        if not fold(name).isdecimal():
            meaning[fold(name)].add(number)
    words = defaultdict(set)
    for name, numbers in meaning.items():
        months = numbers - {0}
        if len(months) > 1:
            print(f"{name} is a month with the numbers {months}: not understood")
        for number in numbers if len(months) < 2 else ():
            words[number].add(name)
    CALENDAR.write_text("".join(f"{number}\t{'|'.join(sorted(words[number]))}\n" for number in range(13)), "utf-8")


if __name__ == "__main__":
    main()
