"""`export`: the campaign's actions in a format."""

import inspect
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from actionmap.campaign.filters import FILTERS
from actionmap.campaign.selection import Selection, shown
from actionmap.cli.shared import NoBom, Output, known_country, pinned_campaign, refused, tell, told, write
from actionmap.languages import mark, say
from actionmap.lists.cells import closest
from actionmap.publish.formats import FORMATS
from actionmap.text import fold
from actionmap.world.countries import country_codes

if TYPE_CHECKING:
    from actionmap.campaign.table import ActionTable


def export(*, format_: str, no_bom: NoBom = False, output: Output = None, **chosen: list[str] | None) -> None:
    """Write the chosen actions of the campaign folder in the chosen format."""
    campaign, table = pinned_campaign()
    selection = _selection(chosen, table)
    kept = table.select(selection)
    what = shown(len(kept), len(table), selection, table.organizations)
    (chosen_format,) = (one for one in FORMATS if one.ending == format_)
    write(chosen_format.write(kept, campaign, what), output, bom=not no_bom)
    tell(say("{what}.", what=what))


def _export_options() -> inspect.Signature:
    """Return what `export` takes: one option for the format, one for every filter, and its own."""
    endings = tuple(one.ending for one in FORMATS)
    options = [_option("format_", Annotated[Literal[endings], told("what")], endings[0])]
    for one in FILTERS:
        parser = known_country if one.column == "country" else None
        asked = typer.Option(f"--{one.name}", metavar=one.metavar, help=one.asks, parser=parser)
        options.append(_option(one.name, Annotated[list[str] | None, asked], None))
    own = inspect.signature(export).parameters
    return inspect.Signature([*options, own["no_bom"], own["output"]])


def _option(name: str, annotation: object, default: object) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


export.__signature__ = _export_options()  # type: ignore[attr-defined]  # typer makes the options from it


_ANOTHER_ID = mark("“{value}” is not the id of an organization here. Did you mean {near}?")
_NO_ID = mark("“{value}” is not the id of an organization here. The ids are in organizations.csv.")


def _selection(chosen: Mapping[str, list[str] | None], table: "ActionTable") -> Selection:
    """Return what the options choose; a value that means nothing here ends the command."""
    options = table.options() | {"country": country_codes()}
    selection, unknown = Selection.from_query({name: values or () for name, values in chosen.items()}, options)
    for one in unknown:
        said = say("“{value}” is none of: {options}.", value=one.value, options=", ".join(options[one.parameter]))
        if one.parameter == "member":
            names = {fold(name): known.id for known in table.organizations.values() for name in (known.name, known.id)}
            near = closest(one.value, names)
            said = say(_ANOTHER_ID if near else _NO_ID, value=one.value, near=near)
        raise refused(said, param_hint=f"--{one.parameter}")
    return selection
