"""The command line for those who keep a list: `python -m actionmap check | geocode | coverage | export | publish`.

Each command imports what it needs when it runs: pandas and the gazetteer would make `check` wait for nothing.
"""

import io
import sys

import typer

from actionmap.cli import check, coverage, export, geocode, publish, shared
from actionmap.errors import ActionMapError

app = typer.Typer(
    help="Check a list of actions before it becomes a map, find its places and gaps, and export what the map shows.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
app.command(help=check.HELP)(check.check)
app.command(help=geocode.HELP)(geocode.geocode)
app.command(help=coverage.HELP)(coverage.coverage)
app.command(help=export.HELP)(export.export)
app.command(help=publish.HELP)(publish.publish)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal without Unicode still gets its line
    try:
        app()
    except ActionMapError as error:  # that no command expects: a file of the program is missing or damaged
        shared.say(str(error))
        sys.exit(1)
