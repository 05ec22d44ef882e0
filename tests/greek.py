"""Greek to everybody: a language in which whatever stands in no catalogue stands out.

Every message of the catalogues is in Greek letters, the locale is Greek, and so is a campaign's text. What is then
still in Latin letters is in no catalogue, unless it is one of these: names of towns, regions and languages;
addresses, file names, ids, and what is to be typed; names of formats, and whose data it is.
"""

import csv
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from gettext import NullTranslations
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from babel import Locale

from actionmap.drawing.basemap import CITY_ZOOMS, features
from actionmap.languages import Language, languages
from actionmap.paths import STATIC
from actionmap.publish.formats import FORMATS
from actionmap.world.cities import load_cities
from scripts.messages import template
from tests.shipped_list import DATA, rows

CODE = "el"
_LATIN, _GREEK = "abcdefghijklmnopqrstuvwxyz", "αβγδεζηθικλμνξοπρςστυφχψωάέ"
_LETTERS = str.maketrans(_LATIN + _LATIN.upper(), (_GREEK[:26] + _GREEK[:26].upper().replace("Σ", "Σ"))[:52])
_KEPT = re.compile(r"\{[^{}]*\}|<[^>]*>|&#?\w+;|\]\([^)]*\)|`[^`]*`|--[a-z-]+")
_RUN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]['’]?[A-Za-zÀ-ɏḀ-ỿ][\w.'’ʻ‘/-]*(?: [A-Za-zÀ-ɏḀ-ỿ][\w.'’ʻ‘/-]*)*")
_TYPED = re.compile(
    r"\{\w+\}|[a-z]+://[^\s)>\"]+|\b[\w-]+(?:\.[\w-]+)+\b|\./\?\S*|`[^`]*`|@misc\{.*\}|:material/\w+:|(?<!\w)--?[a-z][a-z-]*"
    r"|\bUTC\b|\b[0-9a-f]{8}\b|data-[0-9a-f]+|\([A-Z]{2}\)",
    re.DOTALL,
)
"""Addresses, file names, code, and what is to be typed."""
_OWN = {
    CODE,
    "Action Map",
    "BibTeX",
    "UTF-8",
    "GeoNames",
    "OpenStreetMap",
    "CC BY",
    "Natural Earth",
    "Unicode CLDR",
    "Equal Earth",
}
_OWN |= {"Newsreader", "Public Sans", "Noto Sans", "SIL OFL", "Nominatim"}
_TEXT = {
    "actions.csv": {"venue", "attendance", "source_name", "evidence"},
    "organizations.csv": {"name"},
    "claims.csv": {"claimant", "claim", "words", "source_name"},
}
"""File → its columns that are written in Greek letters."""


def greek(text: str) -> str:
    """Write a text in Greek letters, but for its gaps, tags, addresses and code."""
    text = unicodedata.normalize("NFD", text)
    at, parts = 0, []
    for kept in _KEPT.finditer(text):
        parts += [text[at : kept.start()].translate(_LETTERS), kept[0]]
        at = kept.end()
    return "".join([*parts, text[at:].translate(_LETTERS)])


class _Catalogue(NullTranslations):
    def __init__(self) -> None:
        super().__init__()
        ids = [one.id for one in template() if one.id]
        self._known = {text for one in ids for text in ([one] if isinstance(one, str) else one)}

    def gettext(self, message: str) -> str:
        return greek(message) if message in self._known else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@cache
def language() -> Language:
    """Return the language."""
    return Language(CODE, Locale(CODE), _Catalogue)


def campaign(folder: Path) -> Path:
    """Write the shipped campaign with its text in Greek letters."""
    folder.mkdir(exist_ok=True)
    for name, columns in _TEXT.items():
        told = [
            {
                column: greek(cell) if column in columns else cell
                for column, cell in row.items()
                if "_" not in column or column[-3] != "_"
            }
            for row in rows(name)
        ]
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(told[0]))
            writer.writeheader()
            writer.writerows(told)
    (folder / "campaign.toml").write_text(
        'title = "Ημέρα"\nstandfirst = "Δοκιμή."\nlanguage = "el"\ndate = 2024-03-02\ncollected = 2026-11-25\n'
        'call_url = "https://call.example/"\n',
        "utf-8",
    )
    return folder


@cache
def _names() -> frozenset[str]:
    """Return what stays in Latin letters: names of towns, regions, languages and formats, and whose data it is."""
    cities, pins = load_cities().table, rows("geocodes.csv", DATA.parent / "geocode_cache")
    towns = {*cities["name"], *cities["region"], *(row["locality"] for row in pins)}
    found = {part for row in pins for part in row["matched_place"].split(", ")[:-1]}  # the last is the country
    found |= {
        one["properties"]["text"] for zoom in CITY_ZOOMS for one in features(STATIC / "labels" / f"cities-{zoom}.json")
    }
    found |= {zone.rpartition("/")[2].replace("_", " ") for zone in available_timezones()}
    own = {word for one in languages().values() for word in _RUN.findall(one.name)}
    return frozenset({*towns, *found, *own, *(word for one in FORMATS for word in _RUN.findall(one.label)), *_OWN})


def found_in(texts: Iterable[str], but: str = "") -> list[str]:
    """Return what of these texts is in no catalogue, nor in the text of a file, each with the text it is of."""
    known = _names() | {*_RUN.findall(but)}
    runs = ((run, text) for text in texts for run in _RUN.findall(_TYPED.sub("\n", text.replace("\\", ""))))
    return [f"{run}: {text}" for run, text in runs if run.rstrip(".") not in known]


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in ("script", "style")
        said = dict(attrs)
        wanted = {"alt", "title", "aria-label", "placeholder", "summary", "aria-description", "data-said"}
        if said.get("name") in ("description", "twitter:title", "twitter:description") or "og:" in str(
            said.get("property")
        ):
            wanted |= (
                {"content"} if said.get("property") not in ("og:type", "og:url", "og:image", "og:locale") else set()
            )
        if "aria-roledescription" in said:  # of Vega, in what it hides
            wanted.discard("aria-label")
        self.found += [value for name, value in attrs if name in wanted and value]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.found.append(data)


def texts_of(html: str) -> list[str]:
    """Return what HTML or SVG says: its text, and what its attributes say."""
    parser = _Texts()
    parser.feed(html)
    return parser.found


_SILENT = {"id", "form_id", "user_key", "icon", "url", "page", "page_script_hash", "key", "js_content", "css_content"}
_SILENT |= {
    "html_content",
    "component_name",
    "type",
    "file_name",
    "deferred_file_id",
    "language",
    "theme",
    "value",
    "tag",
}
_SAYING = {"html", "alt", "said", "t", "title", "subtitle", "text", "description", "label", "help", "values"}
"""Keys of JSON under which there is text."""


def texts_in(proto: Any) -> Iterator[str]:
    """Yield the texts of a message of Streamlit's."""
    for field, value in proto.ListFields():
        several = value if field.is_repeated else [value]
        if field.name in _SILENT or (field.message_type and field.message_type.GetOptions().map_entry):
            continue
        for one in several:
            if field.type == field.TYPE_MESSAGE:
                yield from texts_in(one)
            elif isinstance(one, str | bytes) and one[:1] in ("{", b"{"):
                yield from _of_json(json.loads(one))
            elif field.type == field.TYPE_STRING:
                yield from texts_of(one) if "<" in one else [one]


def _of_json(told: Any, key: str = "") -> Iterator[str]:
    match told:
        case dict():
            for name, value in told.items():
                yield from _of_json(value, key if key in ("said", "values") else name)
        case list():
            for value in told:
                yield from _of_json(value, key)
        case str() if key in _SAYING and not told.startswith("#"):
            yield from texts_of(told) if "<" in told else [told]
