"""`export`: the campaign's actions in a format."""

import inspect
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from actionmap.campaign.filters import FILTERS, Filter, Kind
from actionmap.campaign.organizations import Organization
from actionmap.campaign.selection import Selection, shown
from actionmap.cli.shared import NO_BOM, PROGRAM, known_country, pinned_campaign, refused, say, write
from actionmap.lists.cells import closest
from actionmap.publish.formats import FORMATS
from actionmap.text import fold
from actionmap.world.countries import country_codes

if TYPE_CHECKING:
    from actionmap.campaign.table import ActionTable

HELP = f"""Export the actions of the campaign folder with their pins and sources.

The folder is data, or the one that ACTIONMAP_CAMPAIGN names. The filters are those of the pages: several values of one
widen the choice, several filters narrow it; a member counts with its chapters. CSV is made for spreadsheets: it begins
with the UTF-8 mark, and what they would take for a formula gets an apostrophe before it. PNG, SVG and PDF are a map for
print, landscape A4.

Exit status: 0; 1 when the folder cannot be read; 2 for bad usage.

**Examples**

- `{PROGRAM} export > actions-with-pins.csv`
- `{PROGRAM} export --format geojson --country US --country PR -o actions.geojson`
- `{PROGRAM} export --format ics --member pym -o actions.ics`
- `{PROGRAM} export --format pdf -o map.pdf`
"""


def export(
    *,
    format_: StrEnum,
    no_bom: Annotated[bool, NO_BOM] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to write; standard output if not given."),
    ] = None,
    **chosen: list[str] | None,
) -> None:
    """Write the chosen actions of the campaign folder in the chosen format."""
    campaign, table = pinned_campaign()
    selection = _selection(chosen, table)
    kept = table.select(selection)
    what = shown(len(kept), len(table), selection, table.organizations)
    (chosen_format,) = (one for one in FORMATS if one.ending == format_)
    write(chosen_format.write(kept, campaign, what), output, bom=not no_bom)
    say(f"{what}.")


def _export_options() -> inspect.Signature:
    """Return what `export` takes: one option for the format, one for every filter, and its own."""
    endings = StrEnum("endings", [(one.ending, one.ending) for one in FORMATS])  # type: ignore[misc]  # of a table
    what = typer.Option("--format", help="What to write.")
    options = [_option("format_", Annotated[endings, what], endings(FORMATS[0].ending))]
    for one in FILTERS:
        parser = known_country if one.column == "country" else None
        asked = typer.Option(f"--{one.name}", metavar=one.metavar, help=one.asks, parser=parser)
        options.append(_option(one.name, Annotated[list[str] | None, asked], None))
    own = inspect.signature(export).parameters
    return inspect.Signature([*options, own["no_bom"], own["output"]])


def _option(name: str, annotation: object, default: object) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


export.__signature__ = _export_options()  # type: ignore[attr-defined]  # typer makes the options from it


def _selection(chosen: Mapping[str, list[str] | None], table: "ActionTable") -> Selection:
    """Return what the options choose; a value that means nothing here ends the command."""
    meant = {one.name: tuple(_meant(one, text, table) for text in chosen[one.name] or ()) for one in FILTERS}
    return Selection.from_query(meant, table.options() | {"country": country_codes()})[0]


def _meant(one: Filter, text: str, table: "ActionTable") -> str:
    """Return the option of a filter that somebody means."""
    if one.column == "country":
        return text
    if one.kind is Kind.ORGANIZATIONS and text not in one.options:
        return _known_member(text, table.organizations)
    options = table.options()[one.name]
    if options and text not in options:
        message = f"“{text}” is none of: {', '.join(options)}."
        raise refused(message, param_hint=f"--{one.name}")
    return text


def _known_member(text: str, organizations: Mapping[str, Organization]) -> str:
    if text not in organizations:
        near = closest(text, {fold(name): one.id for one in organizations.values() for name in (one.name, one.id)})
        guess = f"Did you mean {near}?" if near else "The ids are in organizations.csv."
        raise refused(f"“{text}” is not the id of an organization here. {guess}", param_hint="--member")
    return text
