"""What several commands do: read a list, load the campaign, write a file, end with a message."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from actionmap.campaign.actions import ActionList, read_actions
from actionmap.campaign.folder import load_campaign
from actionmap.campaign.organizations import read_organizations
from actionmap.campaign.settings import read_settings
from actionmap.errors import ActionMapError
from actionmap.files import write_file
from actionmap.lists.cells import read_country
from actionmap.paths import ORGANIZATIONS, SETTINGS, campaign_folder
from actionmap.publish import wording

if TYPE_CHECKING:
    from actionmap.preparing import Loaded


PROGRAM = "actionmap" if Path(sys.argv[0]).stem == "actionmap" else "python -m actionmap"
"""The program's name in examples: as it was called."""


def read_list(path: Path) -> ActionList:
    """Read and check a list, or the lists of a campaign folder."""
    if path.is_dir():
        campaign, actions = load_campaign(path)
        return ActionList(actions, campaign.problems, campaign.suggestions)
    organizations, settings = path.with_name(ORGANIZATIONS), path.with_name(SETTINGS)
    return read_actions(
        path,
        organizations=read_organizations(organizations).organizations if organizations.is_file() else None,
        default_date=read_settings(settings).date if settings.is_file() else None,
        judge=known_words,
    )


def known_words(words: Iterable[str]) -> int:
    """Count known towns and countries: only a list in an old code page asks for it."""
    from actionmap.places.gazetteer import Gazetteer

    return Gazetteer().known(words)


def pinned_campaign() -> "Loaded":
    """Load the campaign folder and give its actions their pins; where that cannot be, say why and end."""
    from actionmap.places.gazetteer import Gazetteer
    from actionmap.preparing import pinned

    try:
        return pinned(load_campaign(campaign_folder()), Gazetteer())
    except ActionMapError as error:
        raise end(f"{campaign_folder()}: {error}") from error


def known_country(text: str) -> str:
    """Return the code of a country that somebody names."""
    code, mistake = read_country(text)
    if mistake:
        raise typer.BadParameter(wording.of_value(text, *mistake), param_hint="--country")
    return code


def write(content: bytes, output: Path | None) -> None:
    """Write to a file, or to standard output, which is also meant by `-`."""
    to_file = output if str(output) not in ("-", "/dev/stdout") else None
    try:
        if to_file:
            write_file(to_file, content)
        else:
            typer.echo(content, nl=False)
    except BrokenPipeError:
        raise  # whoever reads has had enough
    except OSError as error:
        raise end(f"{to_file or 'Standard output'} cannot be written: {error.strerror}.") from error


def end(message: str) -> typer.Exit:
    """Say why the command ends here; return what to raise."""
    typer.echo(message, err=True)
    return typer.Exit(1)
