"""The command line for those who keep a list: `python -m actionmap check | geocode | coverage | export | publish | …`.

Each command imports what it needs when it runs: pandas and the gazetteer would make `check` wait for nothing.
"""

import io
import sys
from pathlib import Path

import typer

from actionmap.campaign.actions import Action
from actionmap.campaign.settings import PUBLIC_URL
from actionmap.cli import check, coverage, export, geocode, publish, shared, sources
from actionmap.errors import ActionMapError

app = typer.Typer(
    help="Check a list of actions before it becomes a map, find its places and gaps, and export what the map shows.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
_MENTIONED = {
    "program": "actionmap" if Path(sys.argv[0]).stem == "actionmap" else "python -m actionmap",  # as it was called
    "public_url": PUBLIC_URL,
    "columns": "\n".join(f"- **{name}**: {field.description}" for name, field in Action.model_fields.items()),
}
"""What the texts in `help/` speak of, in braces there."""
for command in (check.check, geocode.geocode, coverage.coverage, export.export, publish.publish, sources.sources):
    text = Path(__file__).with_name("help") / f"{command.__name__}.md"
    app.command(help=text.read_text("utf-8").format_map(_MENTIONED))(command)


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
