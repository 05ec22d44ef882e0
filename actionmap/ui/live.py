"""HTML of our own that answers: its elements say what they do, in the browser or here; tables that are made of it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from actionmap.languages import mark, number_said
from actionmap.publish.markup import render
from actionmap.text import fold

_SCRIPT = Path(__file__).with_suffix(".js")
_LONGEST = 2_050
"""Letters of what an element is asked to do it with: more is no id, town, number or cell of a list."""

Does = Mapping[str, Callable[[str], None]]
"""What an element's ``data-does`` says → what is done with its ``data-value``."""


def live(html: str, *, key: str, does: Does | None = None, over: str = "") -> None:
    """Draw HTML of a template.

    Parameters
    ----------
    html
        What to draw: every value in it is escaped.
    key
        Names it, also for the style sheet.
    does
        What is asked of the server; what the browser does alone is in ``live.js``.
    over
        The key of what waits underneath as long as this shows cards: the focus moves to them and back.
    """

    def asked() -> None:
        event = st.session_state[key].get("asked") or {}
        answer = (does or {}).get(event.get("does", ""))
        if answer:
            answer(str(event.get("value", ""))[:_LONGEST])

    _component()(key=key, data={"html": html, "over": over}, on_asked_change=asked)


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component("actionmap_live", js=_SCRIPT.read_text("utf-8"), isolate_styles=False)


def slider(
    label: str,
    options: Iterable[int],
    *,
    key: str,
    value: int,
    taken: Callable[[int], None],
    help_: str = "",
    within: "st.delta_generator.DeltaGenerator | None" = None,
) -> None:
    """Draw a slider over some numbers and the one it is at; Streamlit's own follows the browser's language."""
    numbers = sorted({*options, value})

    def slide(asked: str) -> None:
        if asked.isdecimal() and int(asked) < len(numbers):
            taken(numbers[int(asked)])

    said = [number_said(one) for one in numbers]
    with within or st.container():
        html = render("slider.html", label=label, said=said, at=numbers.index(value), help=help_)
        live(html, key=key, does={"slide": slide})


# ------------------------------------------------------------------------------------------------------------- tables


SHARE = mark("Share")
"""The column whose numbers are shares of 1."""
_ROWS = 50
"""Rows at first, and how many more come at a time."""


class _Column(NamedTuple):
    label: str
    kind: str
    turn: str


class _Seen(NamedTuple):
    """What a visitor sees of a table: the column by which it is sorted, if any, and how many rows."""

    column: str = ""
    turn: str = ""
    rows: int = _ROWS


def grid(
    frame: pd.DataFrame,
    labels: Mapping[str, str],
    *,
    key: str,
    caption: str,
    heading: str,
    choose: Callable[[int], None] | None = None,
    fields: Collection[str] = (),
    write: Callable[[int, str, str], None] | None = None,
) -> None:
    """Draw a table.

    Parameters
    ----------
    frame
        Its rows, whose index are numbers: texts and numbers, a missing one is empty.
    labels
        Column → what to call it. Other columns are not shown.
    key
        Names it, and what is kept of it in this session.
    caption
        What it shows.
    heading
        The column that names a row.
    choose
        Takes the number of a row whose name is pressed.
    fields, write
        The columns whose cells can be written in, and what takes row, column and the new text.
    """
    seen: _Seen = st.session_state.get(f"{key}-seen", _Seen())
    names = [*labels]
    columns = [
        _Column(labels[name], _kind(frame, name, heading, fields), seen.turn if name == seen.column else "")
        for name in names
    ]
    ordered = frame[names] if seen.column not in names else _sorted(frame[names], seen)
    shown = ordered.head(seen.rows)
    cells = shown.astype(object).where(shown.notna(), None).itertuples(index=False)

    def sort(asked: str) -> None:
        if asked.isdecimal() and int(asked) < len(names):
            column = names[int(asked)]
            is_turned = (seen.column, seen.turn) == (column, "ascending")
            st.session_state[f"{key}-seen"] = _Seen(column, "descending" if is_turned else "ascending")

    def more(_: str) -> None:
        st.session_state[f"{key}-seen"] = seen._replace(rows=seen.rows + _ROWS)

    def press(asked: str) -> None:
        if choose and asked.isdecimal() and int(asked) in frame.index:
            choose(int(asked))

    def put(asked: str) -> None:
        row, column, text = asked.split(" ", 2)
        if write and row.isdecimal() and int(row) in frame.index and column.isdecimal() and int(column) < len(names):
            name = names[int(column)]
            if name in fields:
                write(int(row), name, text)

    html = render(
        "table.html",
        caption=caption,
        columns=columns,
        rows=[(id_, [*zip(columns, row, strict=True)]) for id_, row in zip(shown.index, cells, strict=True)],
        fields=fields,
        is_chosen_from=choose is not None,
        further=len(ordered) - len(shown),
    )
    live(html, key=key, does={"sort": sort, "more": more, "choose": press, "write": put})


def _kind(frame: pd.DataFrame, name: str, heading: str, fields: Collection[str]) -> str:
    if name == heading:
        return "heading"
    if name in fields:
        return "field"
    if name == SHARE:
        return "share"
    return "number" if pd.api.types.is_numeric_dtype(frame[name]) else "text"


def _sorted(frame: pd.DataFrame, seen: _Seen) -> pd.DataFrame:
    """Return the rows in the order asked for; what is missing comes last."""

    def keys(column: "pd.Series[Any]") -> "pd.Series[Any]":
        is_number = pd.api.types.is_numeric_dtype(column)
        return column if is_number else column.map(lambda text: fold(str(text)) or None, na_action="ignore")

    return frame.sort_values(seen.column, ascending=seen.turn == "ascending", key=keys, kind="stable")
