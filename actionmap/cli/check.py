"""`check`: the problems of a list, one a line."""

import json
from pathlib import Path
from typing import Annotated

import typer

from actionmap.campaign.actions import Action, ActionList
from actionmap.cli import shared
from actionmap.cli.shared import PROGRAM
from actionmap.errors import ActionMapError
from actionmap.publish import wording
from actionmap.text import count, terminal_line

_COLUMNS = "\n".join(f"- **{name}**: {field.description}" for name, field in Action.model_fields.items())


HELP = f"""Check a list of actions: one line per problem, with row, column, what is wrong and what to write instead.

Exit status: 0 when the list is clean, 1 when there are problems or the list cannot be read, 2 for bad usage.

**Examples**

- `{PROGRAM} check data/actions.csv`
- `{PROGRAM} check my-list.csv --json > problems.json`
- `{PROGRAM} check my-list.csv --country Kenya --date 2031-05-01` (what holds for every row that does not say)
- `{PROGRAM} check data` (a campaign folder: all of its files)

**Columns**, in any order and with their usual names in several languages; only a date
and a place are needed, a country where nothing else tells it (a
campaign.toml beside the list gives the date of rows without one, an organizations.csv the known organizations); a row
whose status is suggested is no action yet, and left out

{_COLUMNS}
"""


def check(
    list_path: Annotated[
        Path,
        typer.Argument(
            metavar="LIST.csv", exists=True, readable=True, help="A CSV file, a workbook or a campaign folder."
        ),
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object instead, with the kind and values of every problem.")
    ] = False,
    country: Annotated[str | None, shared.constant_country("--country")] = None,
    date: shared.ConstantDate = None,
    time_zone: shared.ConstantZone = None,
    status: shared.ConstantStatus = None,
    divide_towns: shared.DivideTowns = False,
) -> None:
    """Check a list of actions or a campaign folder, print its problems, and exit with 1 if there are any."""
    error = None
    checked = ActionList((), ())
    try:
        checked = shared.read_list(
            list_path,
            divide=divide_towns,
            default_country=country,
            default_date=date,
            default_time_zone=time_zone,
            default_status=status,
        )
    except ActionMapError as unreadable:
        error = str(unreadable)
    if as_json:
        found = [wording.as_told(problem) for problem in checked.problems]
        numbers = {"actions": len(checked.actions), "suggestions": checked.suggestions}
        notices = [{"kind": one.kind, "message": wording.notice(one)} for one in checked.notices]
        told = numbers | {"error": error, "problems": found, "notices": notices}
        print(json.dumps(told, ensure_ascii=False, default=str))
    else:
        _print_problems(checked, error)
    raise typer.Exit(1 if error or checked.problems else 0)


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
        for told in checked.notices:
            typer.echo(wording.notice(told), err=True)
        if checked.columns:
            typer.echo(terminal_line(wording.read_as(checked.form)), err=True)
            typer.echo(terminal_line(wording.columns_read(checked.columns)), err=True)
        if order := wording.date_order(checked.date_order):
            typer.echo(order, err=True)
