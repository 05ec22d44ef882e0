"""A suggestion: what a reader says is missing or wrong, as a row, as a message, and read again by a list's keeper.

It is kept nowhere here: it leaves with the reader, and comes back only if the keeper brings it.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote

import pandas as pd

from actionmap.campaign.actions import COLUMN_LABELS, SUGGESTED, Action, read_actions
from actionmap.campaign.folder import Campaign
from actionmap.errors import UnreadableListError
from actionmap.languages import say
from actionmap.lists.problems import Problem
from actionmap.publish.exports import to_csv
from actionmap.text import csv_cell, csv_file, one_line
from actionmap.world.place import FoundBy

FIELDS = ("locality", "country", "date", "start_time", "venue", "organizers", "attendance")
"""Columns of which a reader may say that they should be otherwise; of a missing action, the first five."""

LONGEST = 600
"""Letters of what is said, and of its source."""
LONGEST_FIELD = 150
MOST_BYTES, MOST_ROWS = 200_000, 100
"""Of a file of suggestions."""
_LONGEST_LINK = 6_000
"""Letters of an address that mail programs and trackers take."""


class Suggestion(NamedTuple):
    """What a reader says.

    Parameters
    ----------
    cells
        The action as the list has it, as the text of each column; of a missing one, the day alone.
    changes
        Column of `FIELDS` → what it should be.
    note, source
        What is missing or wrong, in the reader's words, and where that can be read.
    """

    cells: Mapping[str, str]
    changes: Mapping[str, str]
    note: str
    source: str

    @property
    def row(self) -> dict[str, str]:
        """The row that the list should have, as the text of each column; its status keeps it off every map."""
        cells = dict.fromkeys(Action.model_fields, "") | dict(self.cells) | dict(self.changes)
        into = "other_sources" if cells["source_url"] else "source_url"
        said = {
            "evidence": f"{cells['evidence']} {self.note}",
            into: f"{cells[into]} {self.source}",
            "status": SUGGESTED,
        }
        return {column: one_line(text) for column, text in (cells | said).items()}

    def csv(self) -> bytes:
        """Write the row like `text.csv_file`."""
        return rows_csv([self.row])

    def message(self, about: str) -> tuple[str, str]:
        """Return a subject and a text that say the same, about an action or about the list."""
        told = {**self.changes, "source_name": self.source, "id": self.cells.get("id", "")}
        # Translators: a field and what is in it, as "Date: 2 March"
        lines = [say("{field}: {text}", field=say(COLUMN_LABELS[one]), text=text) for one, text in told.items() if text]
        subject = say("Missing or wrong: {about}", about=one_line(about))
        return subject[:150], "\n".join(map(one_line, [self.note, *lines]))


def rows_csv(rows: Iterable[Mapping[str, str]]) -> bytes:
    """Write rows, each the text of every column, like `text.csv_file`."""
    return csv_file(Action.model_fields, ([row[column] for column in Action.model_fields] for row in rows))


def cells_of(action: pd.DataFrame) -> dict[str, str]:
    """Return an action, one row of `ActionTable.frame`, as a list has it: the text of each column."""
    [row] = csv.DictReader(io.StringIO(to_csv(action).decode("utf-8-sig"), newline=""))
    found = {} if row["geocoder"] == FoundBy.LIST else {"latitude": "", "longitude": ""}
    return {column: cell_text(row[column]) for column in Action.model_fields} | found


def links(campaign: Campaign, suggestion: Suggestion, about: str) -> dict[str, str]:
    """Return what to call a way to send a suggestion → the address that opens it, filled in.

    Those for which it is too long are left out.
    """
    to = campaign.settings.suggestions
    subject, text = suggestion.message(about)
    said = {"title": quote(subject, safe=""), "body": quote(text, safe="")}
    found = {}
    if to.email:
        found[say("Send by e-mail")] = f"mailto:{to.email}?subject={said['title']}&body={said['body']}"
    if to.url:
        found[say("Open an issue")] = to.url.replace("{title}", said["title"]).replace("{body}", said["body"])
    return {name: link for name, link in found.items() if len(link) <= _LONGEST_LINK}


def read_suggestions(content: bytes) -> list[dict[str, str]]:
    """Read files of suggestions that readers have sent: rows, each the text of every column.

    Raises
    ------
    UnreadableListError
        It is too long, no CSV in UTF-8, or has other columns.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableListError.of("large-suggestions", size=MOST_BYTES // 1000)
    _, rows = _rows(content, "no-csv-of-suggestions")
    if not rows or not {"id", "status", "evidence"} <= set(rows[0]):
        raise UnreadableListError.of("no-suggestions")
    if len(rows) > MOST_ROWS:
        raise UnreadableListError.of("too-many-suggestions", number=len(rows), most=MOST_ROWS)
    return [{column: cell_text(row.get(column) or "") for column in Action.model_fields} for row in rows]


def _rows(content: bytes, otherwise: str) -> tuple[list[str], list[dict[str, str]]]:
    """Return header and rows of a CSV file in UTF-8; what is none is such an error of `errors.toml`."""
    try:
        reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
        return list(reader.fieldnames or ()), list(reader)
    except (UnicodeDecodeError, csv.Error) as error:
        raise UnreadableListError.of(otherwise) from error


def cell_text(cell: str) -> str:
    """Return what a cell says, without the mark that keeps a spreadsheet from computing it."""
    text = one_line(cell)[:2000]
    return text[1:] if text[:1] == "'" and csv_cell(text[1:]) == text else text


def wrong_with(row: Mapping[str, str]) -> Sequence[Problem]:
    """Return what is wrong with a row that is taken, as `check` says it."""
    return read_actions(rows_csv([row]), name="suggestion").problems


def merged(content: bytes, rows: Mapping[str, Mapping[str, str]]) -> bytes:
    """Return a list, as the bytes of its CSV, with rows in place of those of their ids, and the others at its end.

    Columns that the list does not have are left out.

    Raises
    ------
    UnreadableListError
        It has no column of ids, or is no CSV in UTF-8.
    """
    header, listed = _rows(content, "no-csv")
    if "id" not in header:
        raise UnreadableListError.of("no-ids")
    left = dict(rows)
    whole = [row | dict(left.pop(row["id"], {})) for row in listed] + list(left.values())
    return csv_file(header, ([row.get(column, "") for column in header] for row in whole))
