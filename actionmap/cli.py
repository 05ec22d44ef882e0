"""The command line for those who keep a list: `python -m actionmap check | geocode | coverage | export | publish`."""

import io
import json
import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from actionmap.campaign.actions import Action, ActionList, read_actions
from actionmap.campaign.folder import Campaign, load_campaign
from actionmap.campaign.organizations import Organization, read_organizations
from actionmap.campaign.selection import shown
from actionmap.campaign.settings import PUBLIC_URL, NominatimSettings, read_settings
from actionmap.errors import ActionMapError
from actionmap.lists.cells import closest, mistake_in, read_country
from actionmap.paths import ACTIONS, ORGANIZATIONS, SETTINGS, campaign_folder
from actionmap.publish import wording
from actionmap.text import count
from actionmap.world.countries import fold

if TYPE_CHECKING:
    from pandas import DataFrame

    from actionmap.campaign.table import ActionTable
    from actionmap.places.pinned_list import PinnedList
    from actionmap.places.pinning import PlaceGeocoder
    from actionmap.reach.coverage import Coverage

# The others import what they need themselves: pandas and the gazetteer would make check wait for nothing.

app = typer.Typer(
    help="Check a list of actions before it becomes a map, find its places and gaps, and export what the map shows.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)


@app.callback()
def _commands() -> None:
    """Keep the name of the command on the command line, however many commands there are."""


_COLUMNS = "\n".join(f"- **{name}**: {field.description}" for name, field in Action.model_fields.items())

_CHECK = f"""Check a list of actions: one line per problem, with row, column, what is wrong and what to write instead.

Exit status: 0 when the list is clean, 1 when there are problems or the list cannot be read, 2 for bad usage.

**Examples**

- `python -m actionmap check data/actions.csv`
- `python -m actionmap check my-list.csv --json > problems.json`
- `python -m actionmap check data` (a campaign folder: all of its files)

**Columns**, in any order and with their usual names in several languages; only country and date are needed (a
campaign.toml beside the list gives the date of rows without one, an organizations.csv the known organizations); a row
whose status is suggested is no action yet, and left out

{_COLUMNS}
"""


@app.command(help=_CHECK)
def check(
    list_path: Annotated[
        Path,
        typer.Argument(metavar="LIST.csv", exists=True, readable=True, help="A CSV or TSV file, or a campaign folder."),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of lines.")] = False,
) -> None:
    """Check a list of actions or a campaign folder, print its problems, and exit with 1 if there are any."""
    error = None
    checked = ActionList((), ())
    try:
        checked = _checked(list_path)
    except ActionMapError as unreadable:
        error = str(unreadable)
    if as_json:
        found = [wording.as_told(problem) for problem in checked.problems]
        numbers = {"actions": len(checked.actions), "suggestions": checked.suggestions}
        print(json.dumps(numbers | {"error": error, "problems": found}, ensure_ascii=False, default=str))
    else:
        _print_problems(checked, error)
    raise typer.Exit(1 if error or checked.problems else 0)


def _checked(path: Path) -> ActionList:
    if path.is_dir():
        campaign = load_campaign(path)
        return ActionList(campaign.actions, campaign.problems, campaign.suggestions)
    organizations, settings = path.with_name(ORGANIZATIONS), path.with_name(SETTINGS)
    return read_actions(
        path,
        organizations=read_organizations(organizations).organizations if organizations.is_file() else None,
        default_date=read_settings(settings).date if settings.is_file() else None,
    )


def _print_problems(checked: ActionList, error: str | None) -> None:
    """Print problems on standard output, one a line, and on standard error what has been checked."""
    for problem in checked.problems:
        typer.echo(f"{typer.style(wording.where(problem), bold=True)}: {wording.sentence(problem)}")
    if error:
        typer.echo(error, err=True)
    else:
        suggestions = f", {count(checked.suggestions, 'suggestion')} left out" if checked.suggestions else ""
        said = f"{count(len(checked.actions), 'action')}, {count(len(checked.problems), 'problem')}{suggestions}"
        typer.echo(said, err=True)


class _Geocoders(StrEnum):
    GAZETTEER = "gazetteer"
    NOMINATIM = "nominatim"


_GEOCODE = f"""Find the places of a list: all its columns and rows in their order, and latitude, longitude, precision,
matched_place and geocoder after them.

The list, a CSV or TSV file as for check, needs columns for locality and country; region and venue are used where they
are. The result is CSV (UTF-8), its cells unchanged. A row that cannot be resolved stays without coordinates, and a
line on standard error says what to write instead, as it does for a doubtful answer: one that Nominatim has far from the
town gets the town's pin. A row of geocode_cache/geocodes.csv that says reviewed always wins. What Nominatim answers is
kept there; what the gazetteer finds, only of the actions.csv in the campaign folder.

With --geocoder nominatim the list's places leave this machine: each is sent once, its venue first, to the service that
the table [nominatim] of the campaign.toml beside the list names, if there is such a file, else that of the campaign
folder (data, or the one that ACTIONMAP_CAMPAIGN names); if that names none, to {PUBLIC_URL}, once a second. Where the
service fails, the town's own pin stands in until the command is run again, which asks only for what is missing.

Exit status: 0, or with --strict 1 when a row has no pin; 1 when the list cannot be read; 2 for bad usage.

**Examples**

- `python -m actionmap geocode my-list.csv -o my-list-with-pins.csv`
- `python -m actionmap geocode my-list.csv --strict > with-pins.csv`
- `python -m actionmap geocode my-list.csv -o with-pins.csv --geocoder nominatim`
- `python -m actionmap geocode my-list.csv -o with-pins.csv --geocoder nominatim --nominatim-url http://localhost:8088`
"""


@app.command(help=_GEOCODE)
def geocode(
    list_path: Annotated[
        Path, typer.Argument(metavar="LIST.csv", exists=True, dir_okay=False, help="A CSV or TSV file.")
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
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 when a row has no pin.")] = False,
) -> None:
    """Write a list with its pins, and exit with 1 if a pin is missing and should not be."""
    from actionmap.places.gazetteer import Gazetteer
    from actionmap.places.nominatim import OnlineGeocoder
    from actionmap.places.pinning import OfflineGeocoder

    try:
        online = _online(list_path, nominatim_url) if geocoder is _Geocoders.NOMINATIM else None
        offline = Gazetteer()
        found = _geocoded(list_path, OnlineGeocoder(online, offline) if online else OfflineGeocoder(offline))
    except ActionMapError as error:
        raise _end(str(error)) from error
    _write(found.csv.encode(errors="replace"), output)
    for problem in found.problems:
        typer.echo(wording.problem_line(problem), err=True)
    licence = f" Positions: {online.attribution}." if online else ""
    typer.echo(f"{found.pins:,} of {count(found.rows, 'row')} with a pin.{licence}", err=True)
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
        raise typer.BadParameter(said, param_hint="--nominatim-url") from error


def _geocoded(path: Path, geocoder: "PlaceGeocoder") -> "PinnedList":
    """Pin a list, with a bar on standard error if that is a terminal."""
    from actionmap.places.pin_cache import PinCache
    from actionmap.places.pinned_list import pin_list

    cache = PinCache()
    for problem in cache.problems:
        typer.echo(wording.problem_line(problem), err=True)
    columns = TextColumn("Finding places"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("places", total=None)
        return pin_list(
            path,
            geocoder,
            cache,
            keep_offline=path.resolve() == (campaign_folder() / ACTIONS).resolve(),
            progress=lambda done, total: bar.update(task, completed=done, total=total),
        )


class _TextFormats(StrEnum):
    TABLE = "table"
    CSV = "csv"
    JSON = "json"


_COVERAGE = """Measure who lives within reach of a list's actions, name the gaps, and say where more would reach most.

People are those of cities (GeoNames), each thought to live at its city's pin, districts not counted beside their city.
An action counts with its town or venue; one of which only the region or country is known, or that cannot be found, is
left out. Nothing is written, nobody is asked. Suggestions are found one after the other, each adding the most people
not yet within reach: together at least 63 % (1 − 1/e) of what the best choice of as many cities would add.

As CSV: the share of every country; with --suggest the suggested places instead, as a list whose status is suggested,
which check accepts and no map takes for actions. As JSON: all of it, with every country without an action.

Exit status: 0; 1 when the list cannot be read; 2 for bad usage.

**Examples**

- `python -m actionmap coverage data` (a campaign folder)
- `python -m actionmap coverage my-list.csv --radius 100 --country BR --country AR`
- `python -m actionmap coverage my-list.csv --suggest 10 --format csv > where-next.csv`
"""


@app.command(help=_COVERAGE)
def coverage(
    list_path: Annotated[
        Path,
        typer.Argument(metavar="LIST.csv", exists=True, readable=True, help="A CSV or TSV file, or a campaign folder."),
    ],
    radius: Annotated[
        float, typer.Option(metavar="KM", help="How far from an action is within reach: 10 to 500 km.")
    ] = 50.0,
    min_population: Annotated[
        int, typer.Option(metavar="N", min=0, help="Count only cities of at least so many people.")
    ] = 15_000,
    suggest: Annotated[int, typer.Option(metavar="N", help="Suggest so many places for more actions, up to 50.")] = 0,
    country: Annotated[
        list[str] | None,
        typer.Option(metavar="CC", help="Count only this country or territory: ISO 3166-1 code or name."),
    ] = None,
    format_: Annotated[_TextFormats, typer.Option("--format", help="How to write it.")] = _TextFormats.TABLE,
) -> None:
    """Write who lives within reach of a list's actions, and where the gaps are."""
    from actionmap.places.gazetteer import Gazetteer
    from actionmap.places.pin_cache import PinCache
    from actionmap.places.pinning import OfflineGeocoder, pin_actions
    from actionmap.publish.exports import suggestions_csv
    from actionmap.reach.coverage import Coverage, nearest
    from actionmap.reach.plan import MOST_SUGGESTIONS, RADII_KM
    from actionmap.world.cities import load_cities

    if not RADII_KM[0] <= radius <= RADII_KM[1]:
        raise typer.BadParameter(f"{radius:g} km is too small or too large. Write 10 to 500.", param_hint="--radius")
    if not 0 <= suggest <= MOST_SUGGESTIONS:
        raise typer.BadParameter(f"{suggest} is not a number from 0 to {MOST_SUGGESTIONS}.", param_hint="--suggest")
    countries = tuple(map(_known_country, country or ()))
    try:
        listed = _checked(list_path)
        actions = pin_actions(listed.actions, OfflineGeocoder(Gazetteer()), PinCache())
        cities = load_cities()
    except ActionMapError as error:
        raise _end(str(error)) from error
    if listed.problems:
        typer.echo(f"{count(len(listed.problems), 'problem')} in the list; check names them.", err=True)
    found = Coverage(cities, nearest(cities, actions), radius, min_population, countries)
    match format_:
        case _TextFormats.TABLE:
            _print_coverage(found, actions, suggest)
        case _TextFormats.CSV if suggest:
            days = [action.date for action in listed.actions]
            day = max(days, key=days.count, default=None)
            typer.echo(suggestions_csv(found.suggest(suggest), radius, day).encode(), nl=False)
        case _TextFormats.CSV:
            typer.echo(found.by_country().to_csv(index=False, float_format="%.4f", lineterminator="\r\n"), nl=False)
        case _TextFormats.JSON:
            print(json.dumps(_described(found, actions, suggest), ensure_ascii=False))
    typer.echo(_measured_from(found, len(actions)), err=True)


def _measured_from(found: "Coverage", listed: int) -> str:
    """Say how many actions were measured from, and what was counted."""
    left_out = found.nearest.left_out
    if listed == left_out:
        whence = "No action of the list has a town that was found, so nobody is within reach."
    else:
        whence = f"Measured from {listed - left_out:,} of {count(listed, 'action')}."
    if left_out and listed != left_out:
        whence += f" The town of {left_out:,} is not stated or was not found."
    return f"{whence} City population: GeoNames places of at least {found.smallest:,} people (CC BY 4.0)."


def _print_coverage(found: "Coverage", actions: "DataFrame", suggest: int) -> None:
    """Print the figures as tables for people."""
    total = found.total()
    share = f"{total.share:.1%}" if total.people else "no city is that large"
    typer.echo(f"{total.within:,} of {total.people:,} people live within {found.radius_km:g} km of an action: {share}.")
    areas = found.by_country() if found.countries else found.by_subregion()
    _print_table("Within reach", areas, {"name": "", "people": "People", "within": "Within", "share": "Share"})
    columns = {"rank": "Rank", "name": "City", "country": "", "population": "People", "km": "Km"}
    columns |= {"nearest_place": "Nearest action"}
    _print_table("The largest cities beyond reach", found.gaps(10), columns)
    columns = {"name": "", "people": "People", "largest_city": "Largest city"}
    _print_table("Countries and territories without an action", found.countries_without(actions).head(10), columns)
    if suggest:
        columns = {
            "name": "City",
            "region": "Region",
            "country": "",
            "adds": "Adds people",
            "share": "Then within reach",
        }
        _print_table("Where next", found.suggest(suggest), columns)


def _print_table(title: str, frame: "DataFrame", columns: Mapping[str, str]) -> None:
    """Print some columns of a frame under other names; numbers to the right."""
    from rich.table import Table

    if frame.empty:
        return
    table = Table(box=None, pad_edge=False)
    for name, heading in columns.items():
        table.add_column(heading, justify="left" if frame[name].dtype in ("str", "category") else "right")
    for values in zip(*(frame[name].tolist() for name in columns), strict=True):
        table.add_row(*(_cell(name, value) for name, value in zip(columns, values, strict=True)))
    console = Console(markup=False, highlight=False)
    console.print(f"\n{title}", style="bold")
    console.print(table)


def _cell(column: str, value: str | float) -> str:
    """Write a value for people; nothing where there is none."""
    if isinstance(value, str):
        return value
    if value != value:  # NaN
        return "–"
    return f"{value:.1%}" if column == "share" else f"{value:,.0f}"


def _described(found: "Coverage", actions: "DataFrame", suggest: int) -> dict[str, object]:
    """Return all figures as JSON has them."""

    def rows(frame: "DataFrame") -> list[object]:
        listed: list[object] = json.loads(frame.to_json(orient="records", double_precision=5))
        return listed

    total = found.total()
    return {
        "radius_km": found.radius_km,
        "min_population": found.smallest,
        "actions": len(actions),
        "actions_left_out": found.nearest.left_out,
        "people": total.people,
        "within": total.within,
        "share": total.share if total.people else None,
        "subregions": rows(found.by_subregion()),
        "countries": rows(found.by_country()),
        "gaps": rows(found.gaps(100)),
        "countries_without_action": rows(found.countries_without(actions)),
        "suggestions": rows(found.suggest(suggest)),
    }


class _Formats(StrEnum):
    CSV = "csv"
    GEOJSON = "geojson"
    KML = "kml"
    ICS = "ics"
    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


_EXPORT = """Export the actions of the campaign folder with their pins and sources.

The folder is data, or the one that ACTIONMAP_CAMPAIGN names. Several countries widen the choice, and so do several
members; a member counts with its chapters, and both as organizer and as caller. In CSV, what a spreadsheet would take
for a formula gets an apostrophe before it. PNG, SVG and PDF are a map for print, landscape A4.

Exit status: 0; 1 when the folder cannot be read; 2 for bad usage.

**Examples**

- `python -m actionmap export > actions-with-pins.csv`
- `python -m actionmap export --format geojson --country US --country PR -o actions.geojson`
- `python -m actionmap export --format ics --member pym -o actions.ics`
- `python -m actionmap export --format pdf -o map.pdf`
"""


@app.command(help=_EXPORT)
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

    countries = tuple(map(_known_country, country or ()))
    campaign, table = _pinned_campaign()
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
            written = exports.to_kml(chosen, campaign.title, campaign.organizations)
        case _Formats.ICS:
            written = exports.to_ics(chosen, campaign.title, campaign.organizations)
        case _Formats.PNG | _Formats.SVG | _Formats.PDF:
            from actionmap.publish.prints import print_map

            written = print_map(chosen, campaign, what, format_.value)
    _write(written, output)
    typer.echo(f"{what}.", err=True)


_PUBLISH = """Publish the campaign folder as a site of plain files, for the day when a million visitors come.

The folder DIR gets a page with the map, filters by country and by member, the list with its sources, and the list as
data. Any web server can serve it, under any path: no Python, no database, no request to another host. Files of an
earlier publication are replaced.

Exit status: 0; 1 when the campaign folder cannot be read or DIR cannot be written; 2 for bad usage.

**Examples**

- `python -m actionmap publish public`
- `python -m actionmap publish public && python -m http.server --directory public`
"""


@app.command(help=_PUBLISH)
def publish(
    folder: Annotated[Path, typer.Argument(metavar="DIR", file_okay=False, help="Where to write; made if missing.")],
) -> None:
    """Write the site of the campaign folder."""
    import gzip

    from actionmap.publish.site import write_site

    campaign, table = _pinned_campaign()
    try:
        files = write_site(folder, campaign, table)
    except OSError as error:
        raise _end(f"{folder} cannot be written: {error.strerror}.") from error
    sent = sum(len(gzip.compress(content)) for content in files.values())
    said = f"{count(len(table), 'action')} in {count(len(files), 'file')}, {sent / 1e6:.1f} MB compressed"
    typer.echo(f"{said}: {folder / 'index.html'}", err=True)


def _pinned_campaign() -> "tuple[Campaign, ActionTable]":
    """Load the campaign folder and give its actions their pins; where that cannot be, say why and end."""
    from actionmap.campaign.table import ActionTable
    from actionmap.places.gazetteer import Gazetteer
    from actionmap.places.pin_cache import PinCache
    from actionmap.places.pinning import OfflineGeocoder, pin_actions

    try:
        campaign = load_campaign(campaign_folder())
        frame = pin_actions(campaign.actions, OfflineGeocoder(Gazetteer()), PinCache())
    except ActionMapError as error:
        raise _end(str(error)) from error
    return campaign, ActionTable(frame, campaign.organizations)


def _known_country(text: str) -> str:
    code, mistake = read_country(text)
    if mistake:
        raise typer.BadParameter(wording.of_value(text, *mistake), param_hint="--country")
    return code


def _known_member(text: str, organizations: Mapping[str, Organization]) -> str:
    if text not in organizations:
        near = closest(text, {fold(name): one.id for one in organizations.values() for name in (one.name, one.id)})
        guess = f"Did you mean {near}?" if near else "The ids are in organizations.csv."
        raise typer.BadParameter(f"“{text}” is not the id of an organization here. {guess}", param_hint="--member")
    return text


def _write(content: bytes, output: Path | None) -> None:
    """Write to a file, or to standard output."""
    if not output:
        typer.echo(content, nl=False)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise _end(f"{output} cannot be written: {error.strerror}.") from error


def _end(message: str) -> typer.Exit:
    typer.echo(message, err=True)
    return typer.Exit(1)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal without Unicode still gets its line
    app(prog_name="python -m actionmap")
