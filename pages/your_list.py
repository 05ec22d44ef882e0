"""The page for an organizer's own list: brought, matched, checked, mended, found on the map; in this session alone."""

from functools import partial

import pandas as pd
import streamlit as st

from actionmap import preparing
from actionmap.campaign.actions import Action
from actionmap.campaign.folder import Campaign
from actionmap.campaign.own import TEMPLATES, template
from actionmap.campaign.sheet import MOST_BYTES, MOST_ROWS, UnclearDate, mended, still_true
from actionmap.campaign.table import ActionTable
from actionmap.errors import ActionMapError
from actionmap.lists.rows import Row
from actionmap.lists.tables import Table
from actionmap.preparing import Checked, Manner
from actionmap.publish.markup import render
from actionmap.publish.wording import instead, notice, read_as, wrong
from actionmap.text import count, csv_cell, markdown_text
from actionmap.ui import download, frame, own_list, own_places
from actionmap.ui.own_list import Own
from actionmap.world.times import long_date

_STANDFIRST = (
    "Bring the list of your own day of action: it is checked, found on the map and shown on every page, for you alone. "
    "Nothing of it is stored: it is gone when you close this tab."
)
_MOST_SHOWN = 300  # problems that are listed, and rows that can be mended, at a time
_COLUMNS, _FILE, _EDITS, _UNCLEAR, _REFUSED = (
    f"_own_{name}" for name in ("columns", "file", "edits", "unclear", "refused")
)


def show(campaign: Campaign, table: ActionTable) -> None:
    """Draw the page."""
    st.html(render("masthead.html", title="Your list", standfirst=_STANDFIRST, call_url=None))
    preparing.WORKERS.start()  # while the visitor looks for the file
    bring()
    own = own_list.held()
    if not own:
        templates()
        return
    sheet = own.sheet.head
    top = st.container()
    columns = match(sheet)
    with top:
        understood(sheet, set(columns.values()))
    listed = check(own, columns)
    if listed is None:
        return
    problems(own, listed)
    if listed.actions:
        own_places.draw(own, _key)


def bring() -> None:
    """Draw the field for the file; a new one is read into this session."""
    file = st.file_uploader(
        f"A CSV file or a workbook (XLSX, XLS, ODS) of up to {MOST_BYTES // 1_000_000} MB and {MOST_ROWS:,} rows",
        type=["csv", "tsv", "txt", "xlsx", "xls", "ods"],
        key=own_list.FILE,
    )
    if file and file.file_id != st.session_state.get(_FILE):
        refused = ""
        try:
            own_list.bring(file)
        except ActionMapError as error:
            refused = str(error)
        st.session_state[_FILE], st.session_state[_REFUSED] = file.file_id, refused
    if st.session_state.get(_REFUSED) and st.session_state[own_list.FILE]:  # its name stands there, its bytes are gone
        st.error(markdown_text(st.session_state[_REFUSED]))


def _key(name: str) -> str:
    """Return the key of a widget that belongs to one file: what was said of another file is never taken for this."""
    return f"own-{name}-{st.session_state[_FILE]}"


def templates() -> None:
    """Hand out a list to start from, in several languages."""
    st.markdown("No list yet? Start from a template: a header and two example rows to overwrite.")
    with st.container(horizontal=True, gap="small"):
        for language, name in TEMPLATES.items():
            download.button(
                name,
                partial(template, language),
                f"actions-template-{language}.csv",
                key=f"template-{language}",
            )


def understood(sheet: Table, used: set[str]) -> None:
    """Say how the list was read, and what of it was guessed, repaired or left out."""
    st.caption(markdown_text(read_as(sheet.form)))
    said = [notice(one) for one in map(partial(still_true, used=used), sheet.notices) if one]
    if said:
        st.info("\n".join(f"- {markdown_text(text)}" for text in said))


def match(sheet: Table) -> dict[str, str]:
    """Draw which of the sheet's columns is which of ours, to be corrected; return our name → theirs."""
    columns: dict[str, str] = st.session_state.setdefault(_COLUMNS, dict(sheet.columns))
    missing = [name for name in ("locality", "country") if name not in columns]
    label = f"Columns: {len(columns)} of {len([one for one in sheet.header if one])} matched"
    with st.expander(label + (f"; {' and '.join(missing)} not found" if missing else ""), expanded=bool(missing)):
        theirs = ["", *dict.fromkeys(filter(None, sheet.header))]
        for ours, place in zip(Action.model_fields, _grid(len(Action.model_fields), 4), strict=True):
            chosen = place.selectbox(
                ours.replace("_", " ").capitalize(),
                theirs,
                index=theirs.index(columns.get(ours, "")),
                format_func=lambda name: name or "–",
                help=Action.model_fields[ours].description,
                key=_key(f"column-{ours}"),
            )
            columns = {name: one for name, one in (columns | {ours: chosen}).items() if one}
    st.session_state[_COLUMNS] = columns
    return columns


def _grid(size: int, wide: int) -> "list[st.delta_generator.DeltaGenerator]":
    return [place for _ in range(-(-size // wide)) for place in st.columns(wide)][:size]


def check(own: Own, columns: dict[str, str]) -> Checked | None:
    """Read the list, once for every state of it; say what hinders where it cannot be read."""
    sheet, day = own.sheet, None
    if "date" not in columns:
        day = st.date_input("The day of action, because no column has it", value=None, key=_key("day"))
        if not day:
            st.info("Give the day of action, or the column that has it.")
            return None
    own.manner = Manner(columns, day, st.session_state.get(_key("order")))
    key = sheet, own.manner
    if not own.checked or own.checked[0] != key:
        try:
            checked = own_list.apart("Checking the list…", preparing.check, *key, _MOST_SHOWN)
        except ActionMapError as error:
            st.error(markdown_text(str(error)))
            return None
        own.checked, own.placed, own.online = (key, checked), None, None
    listed = own.checked[1]
    wrong = count(listed.problems, "problem")
    aside = f", {count(listed.suggestions, 'suggestion')} left out" if listed.suggestions else ""
    said = f"**{count(listed.actions, 'action')}** of {count(sheet.rows, 'row')}, {wrong}{aside}."
    (st.warning if listed.problems else st.success)(said)
    ask_order(listed.unclear)
    return listed


def ask_order(unclear: UnclearDate | None) -> None:
    """Ask what comes first in a date that may be two days; once asked, the answer can be changed."""
    unclear = st.session_state.get(_UNCLEAR) or unclear
    st.session_state[_UNCLEAR] = unclear
    if unclear:
        st.segmented_control(
            f"The dates of this list can be read in two ways: {markdown_text(unclear.text)} is",
            [True, False],
            format_func={True: long_date(unclear.day_first), False: long_date(unclear.month_first)}.__getitem__,
            key=_key("order"),
        )


def problems(own: Own, found: Checked) -> None:
    """List what is wrong, and let the rows be mended in place."""
    shown, columns = found.first, own.manner.columns
    if not shown:
        return
    st.subheader("What to mend", anchor=False)
    if found.problems > len(shown):
        st.caption(f"The first {len(shown):,} of {found.problems:,} problems. Mend these to see the rest.")
    theirs = {**columns} | {name: name for name in columns.values()}
    st.dataframe(
        pd.DataFrame(
            {
                "Row": [one.row for one in shown],
                "Column": [theirs.get(one.column, one.column) for one in shown],
                "Value": [csv_cell(one.value) for one in shown],
                "What is wrong": [wrong(one.kind, one.values) for one in shown],
                "What to write instead": [instead(one.kind, one.values) for one in shown],
            }
        ),
        hide_index=True,
        height=min(38 + 35 * len(shown), 320),
        alt="Problems of the list: row, column, value, what is wrong, what to write instead",
    )
    mend(own, found.rows)


def mend(own: Own, rows: tuple[Row, ...]) -> None:
    """Draw the rows that have problems as cells to write in; what is written is checked at once."""
    sheet = own.sheet.head
    names = list(dict.fromkeys(own.manner.columns.values()))
    places = [sheet.header.index(name) for name in names]
    cells = [[row.cells[at] if at < len(row.cells) else "" for at in places] for row in rows]
    before = pd.DataFrame(cells, columns=names, index=pd.Index([row.number for row in rows], name="Row"), dtype="str")
    st.caption("Edit a cell to mend it: the list is checked again at once.")
    edits = st.session_state.get(_EDITS, 0)
    after = st.data_editor(
        before,
        num_rows="fixed",
        height=min(38 + 35 * len(rows), 320),
        column_config={name: st.column_config.TextColumn(max_chars=2000) for name in names},
        key=_key(f"mend-{edits}"),
    )
    changes = {
        int(number): {name: str(new or "") for name, new in row.items() if (new or "") != before.at[number, name]}
        for number, row in after.iterrows()
    }
    changes = {number: row for number, row in changes.items() if row}
    if changes:
        own.sheet = own_list.apart("Mending the list…", preparing.changed, own.sheet, mended, changes)
        st.session_state[_EDITS] = edits + 1
        st.rerun()


frame.draw(show)
