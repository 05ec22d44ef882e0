"""The command line for those who keep a list: `python -m actionmap check | geocode | coverage | export | publish | …`.

Each command imports what it needs when it runs: pandas and the gazetteer would make `check` wait for nothing.
"""

import io
import sys
from pathlib import Path

import typer
from typer.core import TyperArgument, TyperGroup, TyperOption

from actionmap.campaign.actions import Action
from actionmap.campaign.settings import PUBLIC_URL
from actionmap.cli import check, coverage, export, geocode, publish, sources, usage
from actionmap.languages import mark, of_terminal, say, speak

_ABOUT = mark(
    "Check a list of actions before it becomes a map, find its places and gaps, and export what the map shows."
)
app = typer.Typer(
    cls=usage.Commands,
    help=_ABOUT,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
_PROGRAM = "actionmap" if Path(sys.argv[0]).stem == "actionmap" else "python -m actionmap"  # as it was called


def _help(command: str) -> str:
    """Return what a file of `help/` tells of a command, paragraph by paragraph; what is to be typed stays as it is."""
    columns = (f"- **{name}**: {say(field.description or '')}" for name, field in Action.model_fields.items())
    values = {"program": _PROGRAM, "columns": "\n".join(columns)}
    parts = Path(__file__).with_name("help").joinpath(f"{command}.md").read_text("utf-8").strip().split("\n\n")
    typed = ("- ", "{")
    said = (part.format(**values) if part.startswith(typed) else say(part, public_url=PUBLIC_URL) for part in parts)
    return "\n\n".join(said)


for command in (check.check, geocode.geocode, coverage.coverage, export.export, publish.publish, sources.sources):
    app.command(cls=usage.Command, help=_help(command.__name__))(command)


def _in_the_language_spoken() -> TyperGroup:
    """Return the command line with what it tells of itself said anew: it was made before the language was known."""
    group = typer.main.get_group(app)
    group.help = say(_ABOUT)
    for name, command in group.commands.items():
        command.help = _help(name)
        for one in command.params:
            if isinstance(one, TyperOption | TyperArgument) and one.help:
                one.help = say(one.help)
    return group


def main() -> None:
    """Run the command line in the language of the terminal."""
    speak(of_terminal())
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal without Unicode still gets its line
    _in_the_language_spoken()()
