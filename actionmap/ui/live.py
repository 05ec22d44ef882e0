"""HTML of our own that answers: its elements say what they do, in the browser or here; tables that are made of it."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from actionmap.languages import mark, number_said, say
from actionmap.paths import STATIC
from actionmap.publish.markup import render
from actionmap.text import fold
from actionmap.ui.view import SESSION

_LOADER = """
const base = new URL("app/static/", document.baseURI).href;
const loaded = {};
function load(name) {
  const url = `${base}${name}?v=VERSION`;
  // Streamlit alone serves scripts as plain text, which no browser imports.
  loaded[name] ??= import(url).catch(async () => {
    const text = await (await fetch(url)).blob();
    return import(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
  });
  return loaded[name];
}
let last = Promise.resolve();
"""
_SHOW = """
export default function (part) {
  const shown = last.then(async () => (await load("live.js")).default(part));
  last = shown.catch(() => null); // what failed is told in the console, and the next is shown all the same
}
"""
_LONGEST = 2_050
"""Letters of what an element is asked to do it with: more is no id, town, number or cell of a list."""
_MOST_ASKED = 20
"""As many things nobody asks for before the first is answered."""

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
        What is asked of the server; what the browser does alone is in ``static/live.js``.
    over
        The key of what waits underneath as long as this shows cards: the focus moves to them and back.
    """
    done = f"{key}-done"

    def asked() -> None:
        for number, name, value in _asked(key):
            if number > SESSION.get(done, 0):
                SESSION[done] = number
                (does or {}).get(name, _nothing)(value)

    data = {"html": html, "over": over, "done": SESSION.get(done, 0)}
    _component()(key=key, data=data, on_asked_change=asked)


def _asked(key: str) -> Iterator[tuple[int, str, str]]:
    """Yield the number of what was asked for, what it is and with what; all that the browser does not know as done.

    Of what a browser sends in a moment, Streamlit takes the last alone.
    """
    listed = sent(key, "asked").get("all")
    for one in listed[-_MOST_ASKED:] if isinstance(listed, list) else ():
        match one:
            case {"number": int(number), "does": str(name), "value": str(value)}:
                yield number, name, value[:_LONGEST]


def _nothing(_: str) -> None:
    """Do nothing: no element of ours asks for this."""


def sent(key: str, name: str) -> dict[str, Any]:
    """Return what a component of ours has sent under a name; nothing where that is not of its form."""
    found = SESSION.get(key, {}).get(name)
    return found if isinstance(found, dict) else {}


def script_of(name: str) -> str:
    """Return where a script of ours is, relative to the page."""
    return f"app/static/{name}?v={_version(name)}"


def loader(name: str, show: str) -> str:
    """Return the few lines that load a script, which stands in every run's message, and what they do with it."""
    return _LOADER.replace("VERSION", _version(name)) + show


@cache
def _version(name: str) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:8]


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component("actionmap_live", js=loader("live.js", _SHOW), isolate_styles=False)


def slider(
    label: str, options: Iterable[int], *, key: str, value: int, taken: Callable[[int], None], help_: str = ""
) -> None:
    """Draw a slider over some numbers and the one it is at; Streamlit's own follows the browser's language."""
    numbers = sorted({*options, value})
    by_place = {str(at): number for at, number in enumerate(numbers)}
    said = [number_said(one) for one in numbers]
    html = render("slider.html", label=label, said=said, at=numbers.index(value), help=help_)
    live(html, key=key, does={"slide": lambda at: taken(by_place.get(at, value))})


# ------------------------------------------------------------------------------------------------------------- tables


SHARE = mark("Share")
"""The column whose numbers are shares of 1."""
_ROWS = 50
"""Rows at first, and how many more come at a time."""


class _Seen(NamedTuple):
    """What a visitor sees of a table: the column by which it is sorted, if any, and how many rows."""

    column: str = ""
    turn: str = ""
    rows: int = _ROWS


def grid(
    frame: pd.DataFrame,
    labels: Mapping[str, str] | None = None,
    *,
    key: str,
    caption: str,
    heading: str = "",
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
        Column → what to call it; the name of a column is a message where there are none.
    key
        Names it, and what is kept of it in this session.
    caption
        What it shows.
    heading
        The column that names a row; the first where it is empty.
    choose
        Takes the number of a row whose name is pressed.
    fields, write
        The columns whose cells can be written in, and what takes row, column and the new text.
    """
    seen: _Seen = SESSION.get(f"{key}-seen", _Seen())
    labels = labels or {name: say(name) for name in map(str, frame)}
    kinds = {name: _kind(frame, name) for name in labels} | dict.fromkeys(fields, "field")
    kinds |= {heading or next(iter(labels)): "heading"}
    columns = [
        {"label": label, "kind": kinds[name], "turn": seen.turn if name == seen.column else ""}
        for name, label in labels.items()
    ]
    ordered = _sorted(frame[[*labels]], seen)
    shown = ordered.head(seen.rows)
    cells = shown.astype(object).where(shown.notna(), None).itertuples(index=False)
    names, rows = ({str(at): one for at, one in enumerate(labels)}, {str(one): one for one in frame.index})

    def sort(asked: str) -> None:
        if column := names.get(asked):
            is_turned = (seen.column, seen.turn) == (column, "ascending")
            SESSION[f"{key}-seen"] = _Seen(column, "descending" if is_turned else "ascending")

    def more(_: str) -> None:
        SESSION[f"{key}-seen"] = seen._replace(rows=seen.rows + _ROWS)

    def take(asked: str) -> None:
        row, _, rest = asked.partition(" ")
        at, _, text = rest.partition(" ")
        if row in rows and choose:
            choose(rows[row])
        elif row in rows and write and names.get(at) in fields:
            write(rows[row], names[at], text)

    html = render(
        "table.html",
        caption=caption,
        columns=columns,
        rows=[(id_, [*zip(columns, row, strict=True)]) for id_, row in zip(shown.index, cells, strict=True)],
        fields=fields,
        is_chosen_from=choose is not None,
        further=len(ordered) - len(shown),
    )
    live(html, key=key, does={"sort": sort, "more": more, "choose": take, "write": take})


def _kind(frame: pd.DataFrame, name: str) -> str:
    is_number = pd.api.types.is_numeric_dtype(frame[name])
    return "text" if not is_number else "share" if name == SHARE else "number"


def _sorted(frame: pd.DataFrame, seen: _Seen) -> pd.DataFrame:
    """Return the rows in the order asked for; what is missing comes last."""
    if seen.column not in frame:
        return frame
    column = frame[seen.column]
    if not pd.api.types.is_numeric_dtype(column):
        column = column.map(lambda text: fold(str(text)) or None, na_action="ignore")
    return frame.loc[column.sort_values(ascending=seen.turn == "ascending", kind="stable").index]
