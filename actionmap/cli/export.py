"""`export`: the campaign's actions in a format."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from actionmap.campaign.organizations import Organization
from actionmap.campaign.selection import shown
from actionmap.cli.shared import PROGRAM, known_country, pinned_campaign, write
from actionmap.lists.cells import closest
from actionmap.world.countries import fold


class _Formats(StrEnum):
    CSV = "csv"
    GEOJSON = "geojson"
    KML = "kml"
    ICS = "ics"
    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


HELP = f"""Export the actions of the campaign folder with their pins and sources.

The folder is data, or the one that ACTIONMAP_CAMPAIGN names. Several countries widen the choice, and so do several
members; a member counts with its chapters, and both as organizer and as caller. In CSV, what a spreadsheet would take
for a formula gets an apostrophe before it. PNG, SVG and PDF are a map for print, landscape A4.

Exit status: 0; 1 when the folder cannot be read; 2 for bad usage.

**Examples**

- `{PROGRAM} export > actions-with-pins.csv`
- `{PROGRAM} export --format geojson --country US --country PR -o actions.geojson`
- `{PROGRAM} export --format ics --member pym -o actions.ics`
- `{PROGRAM} export --format pdf -o map.pdf`
"""


def export(
    format_: Annotated[_Formats, typer.Option("--format", help="What to write.")] = _Formats.CSV,
    country: Annotated[
        list[str] | None, typer.Option(metavar="CC", help="Only this country or territory: ISO 3166-1 code or name.")
    ] = None,
    member: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Only what this organization organized or called.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to write; standard output if not given."),
    ] = None,
) -> None:
    """Write the chosen actions of the campaign folder in the chosen format."""
    from actionmap.campaign.selection import Selection
    from actionmap.publish import exports

    countries = tuple(map(known_country, country or ()))
    campaign, table = pinned_campaign()
    members = tuple(_known_member(text, campaign.organizations) for text in member or ())
    selection = Selection(countries=countries, members=members)
    chosen = table.select(selection)
    what = shown(len(chosen), len(table), selection, table.organizations)
    match format_:
        case _Formats.CSV:
            written = exports.to_csv(chosen).encode()
        case _Formats.GEOJSON:
            written = exports.to_geojson(chosen).encode()
        case _Formats.KML:
            written = exports.to_kml(chosen, campaign.settings.title, campaign.organizations)
        case _Formats.ICS:
            written = exports.to_ics(chosen, campaign.settings.title, campaign.organizations)
        case _Formats.PNG | _Formats.SVG | _Formats.PDF:
            from actionmap.publish.prints import print_map

            written = print_map(chosen, campaign, what, format_.value)
    write(written, output)
    typer.echo(f"{what}.", err=True)


def _known_member(text: str, organizations: Mapping[str, Organization]) -> str:
    if text not in organizations:
        near = closest(text, {fold(name): one.id for one in organizations.values() for name in (one.name, one.id)})
        guess = f"Did you mean {near}?" if near else "The ids are in organizations.csv."
        raise typer.BadParameter(f"“{text}” is not the id of an organization here. {guess}", param_hint="--member")
    return text
