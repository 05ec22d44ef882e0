"""What several commands do: read a list, load the campaign, write a file, end with a message."""

import codecs
import datetime as dt
import json
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from pydantic import TypeAdapter, ValidationError
from rich.console import Console

from actionmap.campaign.actions import ActionList, Status, read_actions
from actionmap.campaign.folder import load_campaign, read_campaign
from actionmap.campaign.organizations import read_organizations
from actionmap.campaign.settings import read_settings
from actionmap.errors import ActionMapError, reason
from actionmap.files import write_file
from actionmap.languages import say
from actionmap.lists.cells import Date, Zone, mistake_in, read_country
from actionmap.lists.problems import Problem, ProblemKind
from actionmap.paths import ORGANIZATIONS, SETTINGS, campaign_folder
from actionmap.publish import wording
from actionmap.text import terminal_line, visible
from actionmap.world.place import Place

if TYPE_CHECKING:
    from actionmap.places.gazetteer import Gazetteer
    from actionmap.preparing import Loaded


_TOLD = tomllib.loads(Path(__file__).with_name("help").joinpath("options.toml").read_text("utf-8"))


def _meant(kind: Any) -> Callable[[str], Any]:  # noqa: ANN401 (a type of any kind)
    """Return how an option's text is read as a value of a list; what cannot be meant is said as of a list's cell."""

    def read(text: str) -> Any:  # noqa: ANN401 (the value)
        try:
            return TypeAdapter(kind).validate_python(text)
        except ValidationError as error:
            said = wording.of_value(text, *mistake_in(error.errors()[0]))
            raise refused(said) from error

    return read


def refused(why: str, param_hint: str | None = None) -> typer.BadParameter:
    """Say what is wrong with an option or argument, harmless on a terminal; return what to raise."""
    return typer.BadParameter(terminal_line(why), param_hint=param_hint)


def known_country(text: str) -> str:
    """Return the code of a country that an option names."""
    code, wrong = read_country(text)
    if wrong:
        raise refused(wording.of_value(text, *wrong))
    return code


def told(name: str, make: Callable[..., Any] = typer.Option, **further: Any) -> Any:  # noqa: ANN401 (what typer takes)
    """Return an option, or an argument, of which `help/options.toml` tells."""
    what = dict(_TOLD[name])
    return make(*what.pop("names", ()), **what, **further)


ListOrFolder = Annotated[Path, told("list-or-folder", typer.Argument)]
NoBom = Annotated[bool, told("no-bom")]
Output = Annotated[Path | None, told("output")]
ConstantCountry = Annotated[str | None, told("country", parser=known_country)]
ConstantDate = Annotated[dt.date | None, told("date", parser=_meant(Date))]
ConstantZone = Annotated[str | None, told("time-zone", parser=_meant(Zone))]
ConstantStatus = Annotated[Status | None, told("status")]
DayFirst = Annotated[bool | None, told("day-first")]
DivideTowns = Annotated[bool, told("divide-towns")]


def read_list(
    path: Path,
    *,
    divide: bool = False,
    day_first: bool | None = None,
    **constants: Any,  # noqa: ANN401 (of `read_actions`)
) -> ActionList:
    """Read and check a list, or the lists of a campaign folder.

    Parameters
    ----------
    path
        The list, or the folder.
    divide
        Whether a cell that names several towns becomes an action for each; it is a problem otherwise.
    day_first
        What comes first in a date that may be two days; None where that was not said.
    **constants
        The list's date, country, status and time zone, named as the columns.
    """
    from actionmap.places.dividing import several_towns

    if path.is_dir():
        if divide or day_first is not None or any(constants.values()):
            raise refused(say("A campaign folder speaks for itself: write this into its list."))
        campaign, listed = read_campaign(path)
        return replace(listed, problems=campaign.problems)
    organizations, settings = path.with_name(ORGANIZATIONS), path.with_name(SETTINGS)
    constants["date"] = constants.get("date") or (read_settings(settings).date if settings.is_file() else None)
    given = {f"default_{name}": value for name, value in constants.items()}
    known = read_organizations(organizations).records if organizations.is_file() else None
    read = partial(read_actions, path, organizations=known, judge=known_words, day_first=day_first, **given)
    listed = read()
    towns = several_towns((Place.of(vars(action)) for action in listed.actions), gazetteer())
    if divide and any(towns.values()):
        listed = read(divide=towns)
    column, found = listed.columns.get("locality", ""), zip(listed.rows, listed.actions, strict=True)
    several = [
        Problem(ProblemKind.SEVERAL_TOWNS, path.name, row, column, action.locality, {"towns": towns[place]})
        for row, action in found
        if towns and (place := Place.of(vars(action)).without_venue()) in towns
    ]
    return replace(listed, problems=(*listed.problems, *several))


@cache
def gazetteer() -> "Gazetteer":
    """Return the gazetteer, which takes a moment to import."""
    from actionmap.places.gazetteer import Gazetteer

    return Gazetteer()


def known_words(words: Iterable[str]) -> int:
    """Count known towns and countries: only a list in an old code page asks for it."""
    return gazetteer().known(words)


def pinned_campaign() -> "Loaded":
    """Load the campaign folder and give its actions their pins; where that cannot be, say why and end."""
    from actionmap.preparing import pinned

    try:
        return pinned(load_campaign(campaign_folder()), gazetteer())
    except ActionMapError as error:
        raise end(say("{folder}: {error}", folder=campaign_folder(), error=error)) from error


def write(content: bytes, output: Path | None = None, *, bom: bool = True) -> None:
    """Write to a file, or to standard output (also `-`), with the UTF-8 mark of a CSV file or without."""
    content = content if bom else content.removeprefix(codecs.BOM_UTF8)
    to_file = output if str(output) not in ("-", "/dev/stdout") else None
    try:
        if to_file:
            write_file(to_file, content)
        else:
            typer.echo(content, nl=False)
    except BrokenPipeError:
        raise  # whoever reads has had enough
    except OSError as error:
        raise cannot_be_written(to_file or say("Standard output"), error) from error


def cannot_be_written(what: object, error: OSError) -> typer.Exit:
    """Say that a file or folder cannot be written; return what to raise."""
    return end(say("{name} cannot be written: {reason}.", name=what, reason=reason(error)))


def write_json(told: object) -> None:
    """Write something for a program to read, on one line of JSON, harmless on a terminal too."""
    typer.echo(visible(json.dumps(told, ensure_ascii=False, default=str)))


def tell(text: str, *, heading: str = "", result: bool = False) -> None:
    """Say something on a line of its own, harmless on a terminal: to standard error, or as the command's result.

    Parameters
    ----------
    text, heading
        What to say, and what stands before it in bold.
    result
        Whether it is what the command was asked for.
    """
    bold = typer.style(terminal_line(heading), bold=True)
    before = say("{field}: {text}", field=bold, text="") if heading else ""
    typer.echo(before + terminal_line(text), err=not result)


def console(*, stderr: bool = False) -> Console:
    """Return a console that takes no text for its own markup."""
    return Console(stderr=stderr, markup=False, emoji=False, highlight=False)


def end(message: str) -> typer.Exit:
    """Say why the command ends here; return what to raise."""
    tell(message)
    return typer.Exit(1)
