"""`sources`: whether the pages that a list rests on still answer."""

import csv
import datetime as dt
import io
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from actionmap.campaign.actions import Action
from actionmap.cli import shared
from actionmap.languages import mark, say, say_many
from actionmap.lists.cells import GONE
from actionmap.lists.links import SETTLED, Journal, Look, State, look_at
from actionmap.lists.reading import names_of
from actionmap.lists.tables import read_table
from actionmap.paths import ACTIONS
from actionmap.publish import wording


def sources(list_path: shared.ListOrFolder, output: Annotated[Path | None, shared.told("checked-list")] = None) -> None:
    """Look at every page that a list names, say what became of it, and write the day into the list."""
    from actionmap.places.nominatim_service import default_folder

    listed = shared.read_list(list_path)
    rows: dict[str, list[int]] = {}
    for row, action in zip(listed.rows, listed.actions, strict=True):
        for url in filter(None, (action.source_url, action.archived_url, *action.other_sources)):
            rows.setdefault(url, []).append(row)
    journal = Journal(default_folder() / "links.jsonl")
    found = look_at([*rows], journal.known, heard=journal.write)
    for url in rows:
        if (look := found[url]).state is not State.ANSWERS or look.leads_to:
            first, *others = rows[url]
            where = say("row {row}", row=first)
            if others:
                where = say_many("row {row} and {number} more", "row {row} and {number} more", len(others), row=first)
            shared.tell(f"{url}: {wording.link(look)}", heading=where, result=True)
    states = Counter(look.state for look in found.values())
    unsure = len(found) - sum(states[state] for state in SETTLED)
    numbers = {"answer": states[State.ANSWERS], "moved": states[State.MOVED], "gone": states[State.GONE]}
    shared.tell(say(_FOUND, number=len(found), **numbers, unsure=unsure))
    if output:
        day = {
            row: _checked(found[one.source_url])
            for row, one in zip(listed.rows, listed.actions, strict=True)
            if one.source_url
        }
        shared.write(_with_days(list_path / ACTIONS if list_path.is_dir() else list_path, day), output)
    raise typer.Exit(1 if states[State.GONE] else 0)


_FOUND = mark("Links: {number}. They answer: {answer}; moved: {moved}; gone: {gone}; not known: {unsure}.")


def _checked(look: Look) -> str:
    """Return what the column `checked` says of a page; nothing where it is not known whether it is there."""
    day = dt.datetime.fromtimestamp(look.at, dt.UTC).date().isoformat()
    return f"{day} {GONE}" if look.state is State.GONE else day if look.state in SETTLED else ""


def _with_days(path: Path, days: dict[int, str]) -> bytes:
    """Return a list with the days on which its sources were looked at, and nothing else changed."""
    table = read_table(path, names_of(Action), path.name)
    name = table.columns.get("checked", "checked")
    header = [*table.header] if name in table.header else [*table.header, name]
    file = io.StringIO()
    writer = csv.writer(file, delimiter=table.form.delimiter, lineterminator=table.form.line_end)
    writer.writerow(header)
    for row in table.all_rows:
        cells = [*row.cells, *[""] * (len(header) - len(row.cells))]
        cells[header.index(name)] = days.get(row.number) or cells[header.index(name)]
        writer.writerow(cells)
    return file.getvalue().encode("utf-8-sig")
