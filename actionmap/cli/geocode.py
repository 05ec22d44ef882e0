"""`geocode`: a list with its pins."""

import sys
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from pydantic import ValidationError
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from actionmap.campaign.settings import PUBLIC_URL, NominatimSettings, read_settings
from actionmap.cli.shared import (
    NO_BOM,
    PROGRAM,
    DivideTowns,
    console,
    constant_country,
    end,
    known_words,
    refused,
    say,
    write,
)
from actionmap.errors import ActionMapError
from actionmap.lists.cells import mistake_in
from actionmap.paths import ACTIONS, SETTINGS, campaign_folder
from actionmap.publish import wording
from actionmap.text import count

if TYPE_CHECKING:
    from actionmap.places.pinned_list import PinnedList
    from actionmap.places.pinning import PlaceGeocoder


class _Geocoders(StrEnum):
    GAZETTEER = "gazetteer"
    NOMINATIM = "nominatim"


HELP = f"""Find the places of a list: all its columns and rows in their order, and latitude, longitude, precision,
matched_place and geocoder after them.

The list, a CSV file or a workbook as for check, needs a column for the locality; country, region and venue are used
where they are, and a country need not be stated where the place or --country tells it. Its own latitude and longitude
are its pins (given), unless they are far from the town. What is in doubt has no pin until somebody has confirmed it.
With --divide-towns a row whose cell names several towns that are known becomes a row for each. The result is CSV in
the list's own encoding and with its delimiter (for a workbook, as spreadsheets read it), its other cells unchanged. A
row that cannot be resolved stays without coordinates, and a line on standard error says what to write instead, as it
does for a doubtful answer: one that Nominatim has far from the town gets the town's pin. A row of
geocode_cache/geocodes.csv that says reviewed always wins. What Nominatim answers is kept there; what the gazetteer
finds, only of the actions.csv in the campaign folder.

With --geocoder nominatim the list's places leave this machine: each is sent once, its venue first, to the service that
the table [nominatim] of the campaign.toml beside the list names, if there is such a file, else that of the campaign
folder (data, or the one that ACTIONMAP_CAMPAIGN names); if that names none, to {PUBLIC_URL}, once a second. Where the
service fails, the town's own pin stands in until the command is run again, which asks only for what is missing.

Exit status: 0, or with --strict 1 when a row has no pin; 1 when the list cannot be read; 2 for bad usage.

**Examples**

- `{PROGRAM} geocode my-list.csv -o my-list-with-pins.csv`
- `{PROGRAM} geocode my-list.csv --strict > with-pins.csv`
- `{PROGRAM} geocode my-list.csv -o with-pins.csv --geocoder nominatim`
- `{PROGRAM} geocode my-list.csv -o with-pins.csv --geocoder nominatim --nominatim-url http://localhost:8088`
"""


def geocode(
    list_path: Annotated[
        Path, typer.Argument(metavar="LIST.csv", exists=True, dir_okay=False, help="A CSV file or a workbook.")
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="OUT.csv", help="Where to write; standard output if not given."),
    ] = None,
    geocoder: Annotated[
        _Geocoders, typer.Option(help="gazetteer: offline, towns; nominatim: online, venues too.")
    ] = _Geocoders.GAZETTEER,
    nominatim_url: Annotated[
        str | None,
        typer.Option(metavar="URL", help="The Nominatim service to ask, instead of the one that [nominatim] names."),
    ] = None,
    country: Annotated[str | None, constant_country("--country")] = None,
    divide_towns: DivideTowns = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 when a row has no pin.")] = False,
    no_bom: Annotated[bool, NO_BOM] = False,
) -> None:
    """Write a list with its pins, and exit with 1 if a pin is missing and should not be."""
    from actionmap.places.dividing import several_towns
    from actionmap.places.gazetteer import Gazetteer
    from actionmap.places.nominatim import OnlineGeocoder
    from actionmap.places.pinning import OfflineGeocoder

    try:
        online = _online(list_path, nominatim_url) if geocoder is _Geocoders.NOMINATIM else None
        offline = Gazetteer()
        found = _geocoded(
            list_path,
            OnlineGeocoder(online, offline) if online else OfflineGeocoder(offline),
            default_country=country or "",
            divide=partial(several_towns, gazetteer=offline) if divide_towns else None,
        )
    except ActionMapError as error:
        raise end(str(error)) from error
    write(found.encoded(), output, bom=not no_bom)
    for told in found.notices:
        say(wording.notice(told))
    for problem in found.problems:
        say(wording.problem_line(problem))
    licence = f" Positions: {online.attribution}." if online else ""
    say(f"{found.pins:,} of {count(found.rows, 'row')} with a pin.{licence}")
    raise typer.Exit(1 if strict and found.pins < found.rows else 0)


def _online(list_path: Path, url: str | None) -> NominatimSettings:
    """Return how to ask online: as is said beside the list, else in the campaign folder; another service if named."""
    beside = list_path.with_name(SETTINGS)
    settings = read_settings(beside if beside.is_file() else campaign_folder() / SETTINGS).nominatim
    if url is None:
        return settings
    try:
        return NominatimSettings.model_validate(settings.model_dump() | {"url": url})
    except ValidationError as error:
        wrong = error.errors()[0]
        said = wording.of_value(wrong["input"], *mistake_in(wrong))
        raise refused(said, param_hint="--nominatim-url") from error


def _geocoded(path: Path, geocoder: "PlaceGeocoder", **how: Any) -> "PinnedList":  # noqa: ANN401 (of `pin_list`)
    """Pin a list, with a bar on standard error if that is a terminal."""
    from actionmap.places.pin_cache import PinCache
    from actionmap.places.pinned_list import pin_list

    cache = PinCache()
    for problem in cache.problems:
        say(wording.problem_line(problem))
    columns = TextColumn("Finding places"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("places", total=None)
        return pin_list(
            path,
            geocoder,
            cache,
            judge=known_words,
            keep_offline=path.resolve() == (campaign_folder() / ACTIONS).resolve(),
            progress=lambda done, total: bar.update(task, completed=done, total=total),
            **how,
        )
