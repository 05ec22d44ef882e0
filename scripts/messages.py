"""Bring the catalogues of `locales/` up to date with the code, and compile them: ``make messages``.

A new language is a new folder: ``mkdir -p locales/de/LC_MESSAGES``, then ``make messages``.
"""

import io
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from actionmap.campaign.actions import Action
from actionmap.campaign.settings import TABLES, Settings
from actionmap.languages import DOMAIN
from actionmap.paths import LOCALES

ROOT = Path(__file__).resolve().parents[1]
ERRORS = ("ActionMapError", "CampaignError", "OnlineGeocoderError", "PointError", "SiteError", "SourceError")
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    **dict.fromkeys(("say", "mark", *ERRORS, "UnreadableListError", "WorkerError")),
    **dict.fromkeys(("say_many", "mark_many"), (1, 2)),
}
"""Function → which of its arguments are messages; None is the first alone."""
NO_WORDS = {
    "actionmap/campaign/filters.toml": {"metavar"},
    "actionmap/cli/help/options.toml": {"metavar", "names"},
    "actionmap/campaign/own.toml": {"headers", "rows"},
    "actionmap/web/headers.toml": {"policy", "headers"},
}
"""Table of words → its keys that hold none."""
METHODS = [
    ("actionmap/**.py", "python"),
    ("pages/**.py", "python"),
    ("dashboard.py", "python"),
    ("actionmap/publish/templates/**.html", "jinja2"),
    ("actionmap/cli/help/**.md", "scripts.messages:paragraphs"),
    ("actionmap/**.toml", "scripts.messages:words"),
]
_SKIPPED = (".venv", "tests", "benchmarks", "scripts", "map", "data", "static", "locales", "docs", "deploy")


def words(file: BinaryIO, keywords: object, comment_tags: object, options: object) -> Iterator[tuple[Any, ...]]:
    """Yield the messages of a table in TOML; one with the keys ``one`` and ``other`` depends on a number."""
    name = Path(getattr(file, "name", "")).resolve()
    yield from _words(tomllib.load(file), NO_WORDS.get(str(name.relative_to(ROOT)), set()), "")


def paragraphs(file: BinaryIO, keywords: object, comment_tags: object, options: object) -> Iterator[tuple[Any, ...]]:
    """Yield the paragraphs of a text, but for what is to be typed."""
    name = Path(getattr(file, "name", "")).name
    for part in file.read().decode().strip().split("\n\n"):
        if not part.startswith(("- ", "{")):
            yield 1, "say", part, [name]


def _words(table: Any, without: set[str], where: str) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 (of a file)
    match table:
        case str() if table:
            yield 1, "say", table, [where]
        case list():
            for one in table:
                yield from _words(one, without, where)
        case {"one": one, "other": several}:
            yield 1, "say_many", (one, several), [where]
        case dict():
            for key, value in table.items():
                if key not in without:
                    yield from _words(value, without, f"{where} {key}".strip())


def template() -> Catalog:
    """Return every message of the code."""
    catalog = Catalog(project="Action Map", charset="utf-8")
    found = extract_from_dir(
        str(ROOT), METHODS, keywords=KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True,
        directory_filter=lambda path: Path(path).name not in _SKIPPED,
    )  # fmt: skip
    for name, _, message, comments, context in sorted(found, key=lambda one: one[0]):
        catalog.add(message, None, [(name, None)], auto_comments=comments, context=context)
    for model in (Settings, *TABLES.values(), Action):
        for field in model.model_fields.values():
            catalog.add(field.description or "", None, [(f"{model.__module__.replace('.', '/')}.py", None)])
    return catalog


def updated(code: str) -> Catalog:
    """Return a language's catalogue with every message of the code, those not translated yet empty."""
    path = LOCALES / code / "LC_MESSAGES" / f"{DOMAIN}.po"
    before = read_po(io.BytesIO(path.read_bytes()), locale=code) if path.exists() else Catalog(locale=code)
    before.update(template(), no_fuzzy_matching=True)
    before.project, before.version, before.fuzzy = "Action Map", "", False
    before.header_comment = (
        f"# {before.locale.get_display_name('en')} messages of Action Map. License: MIT, as the project."
    )
    before.obsolete.clear()
    for one in before:
        if one.id:
            one.flags.discard("fuzzy")
    return before


def as_text(catalog: Catalog) -> bytes:
    """Write a catalogue as its file has it."""
    file = io.BytesIO()
    write_po(file, catalog, width=120, include_lineno=False, omit_header=False)
    dated = ("POT-Creation-Date", "PO-Revision-Date", "Last-Translator", "Generated-By", "Report-Msgid-Bugs-To")
    lines = file.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(tuple(f'"{name}'.encode() for name in dated)))


def main() -> None:
    """Write every catalogue, and say what is missing."""
    for folder in sorted(LOCALES.glob("*/LC_MESSAGES")):
        code = folder.parent.name
        catalog = updated(code)
        (folder / f"{DOMAIN}.po").write_bytes(as_text(catalog))
        with (folder / f"{DOMAIN}.mo").open("wb") as file:
            write_mo(file, catalog)
        missing = sum(1 for one in catalog if one.id and not (all(one.string) if one.pluralizable else one.string))
        print(f"{code}: {len(catalog)} messages, {missing} not translated")


if __name__ == "__main__":
    main()
