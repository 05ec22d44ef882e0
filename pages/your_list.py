"""The page for an organizer's own list: brought, matched, checked, mended, found on the map; in this session alone."""

import hashlib
from functools import partial

import pandas as pd
import streamlit as st

from actionmap.campaign.actions import Action, ActionList, read_actions
from actionmap.campaign.duplicates import DUPLICATES, settled, with_duplicates
from actionmap.campaign.folder import Campaign
from actionmap.campaign.own import TEMPLATES, template
from actionmap.campaign.sheet import (
    MOST_BYTES,
    MOST_ROWS,
    UnclearDate,
    as_list,
    mended,
    read_sheet,
    still_true,
    unclear_date,
)
from actionmap.campaign.table import ActionTable
from actionmap.errors import UnreadableListError
from actionmap.lists.problems import NoticeKind, Problem
from actionmap.lists.tables import Table
from actionmap.publish.markup import render
from actionmap.publish.wording import date_order, instead, notice, of_value, read_as, wrong
from actionmap.text import count, csv_cell, markdown_text
from actionmap.ui import download, frame, own_list, own_places
from actionmap.ui.loading import gazetteer
from actionmap.world.times import long_date

_STANDFIRST = (
    "Bring the list of your own day of action: it is checked, found on the map and shown on every page, for you alone. "
    "Nothing of it is stored: it is gone when you close this tab."
)
_MOST_SHOWN = 300  # problems that are listed, and rows that can be mended, at a time
_SHEET, _COLUMNS, _READ, _FILE, _EDITS = "_own_sheet", "_own_columns", "_own_read", "_own_file", "_own_edits"
_UNCLEAR, _TWICE, _DECIDED = "_own_unclear", "_own_twice", "_own_decided"
_MOST_PAIRS = 20  # that are asked about at a time


def show(campaign: Campaign, table: ActionTable) -> None:
    """Draw the page."""
    st.html(render("masthead.html", title="Your list", standfirst=_STANDFIRST, call_url=None))
    bring()
    sheet: Table | None = st.session_state.get(_SHEET)
    if sheet is None:
        templates()
        return
    top = st.container(border=True)
    columns = match(sheet)
    listed = check(sheet, columns)
    listed = settle(listed) if listed else None
    with top:
        understood(sheet, columns, listed)
    if listed is None:
        return
    problems(sheet, columns, tuple(one for one in listed.problems if one.kind not in DUPLICATES))
    if listed.actions:
        own_places.draw(listed, sheet.name.rpartition(".")[0] or "Your list", _key)


def bring() -> None:
    """Draw the field for the file; a new one is read into this session."""
    file = st.file_uploader(
        f"A CSV file or a workbook (XLSX, XLS, ODS) of up to {MOST_BYTES // 1_000_000} MB and {MOST_ROWS:,} rows",
        type=["csv", "tsv", "txt", "xlsx", "xls", "ods"],
        key="own-file",
    )
    if file is None or file.file_id == st.session_state.get(_FILE):
        return
    own_list.forget()
    try:
        sheet = read_sheet(file.getvalue(), file.name, lambda words: gazetteer().known(words))
    except UnreadableListError as error:
        st.error(markdown_text(str(error)))
        return
    st.session_state[_FILE], st.session_state[_SHEET] = file.file_id, sheet
    st.session_state[_COLUMNS] = dict(sheet.columns)


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


def understood(sheet: Table, columns: dict[str, str], listed: ActionList | None) -> None:
    """Say how the list was read, and what was guessed, repaired or left out; ask what comes first in its dates."""
    if listed:
        duplicates = sum(one.kind in DUPLICATES for one in listed.problems)
        said = [count(len(listed.problems) - duplicates, "problem")]
        said += [count(duplicates, "possible duplicate")] if duplicates else []
        said += [f"{count(listed.suggestions, 'suggestion')} left out"] if listed.suggestions else []
        actions = f"**{count(len(listed.actions), 'action')}** of {count(len(sheet.rows), 'row')}"
        (st.warning if listed.problems else st.success)(f"{actions}, {', '.join(said)}.")
    used = set(columns.values())
    notices = [one for one in map(partial(still_true, used=used), sheet.notices) if one]
    idle = next((one.values["columns"] for one in notices if one.kind is NoticeKind.COLUMNS_NOT_USED), ())
    st.html(
        render(
            "understood.html",
            form=read_as(sheet.form),
            idle=idle,
            columns={theirs: ours.replace("_", " ") for ours, theirs in columns.items()},
            order=date_order(listed.date_order) if listed else "",
            pins=own_places.found(),
        )
    )
    said = [notice(one) for one in notices if one.kind is not NoticeKind.COLUMNS_NOT_USED]
    if said:
        st.info("\n".join(f"- {markdown_text(text)}" for text in said))
    if listed:
        ask_order(unclear_date(listed))


def match(sheet: Table) -> dict[str, str]:
    """Draw which of the sheet's columns is which of ours, to be corrected; return our name → theirs."""
    columns: dict[str, str] = st.session_state[_COLUMNS]
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


def check(sheet: Table, columns: dict[str, str]) -> ActionList | None:
    """Read the list, once for every state of it; say what hinders where it cannot be read."""
    day = None
    if "date" not in columns:
        day = st.date_input("The day of action, because no column has it", value=None, key=_key("day"))
        if not day:
            st.info("Give the day of action, or the column that has it.")
            return None
    content = as_list(sheet, columns)
    day_first: bool | None = st.session_state.get(_key("order"))
    key = hashlib.sha256(content + repr((day, day_first)).encode()).hexdigest()
    if st.session_state.get(_READ, ("",))[0] != key:
        with st.spinner("Checking the list…"):
            try:
                listed = read_actions(content, default_date=day, day_first=day_first, name=sheet.name)
            except UnreadableListError as error:
                st.error(markdown_text(str(error)))
                return None
        st.session_state[_READ] = key, listed
        own_places.forget()
    listed: ActionList = st.session_state[_READ][1]
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


def settle(listed: ActionList) -> ActionList:
    """Ask of each two actions that are one, or may be, which is kept; return the list as it is settled."""
    towns = own_places.towns()
    key = id(listed), len(towns)
    if st.session_state.get(_TWICE, (None,))[0] != key:
        compared = with_duplicates(listed, st.session_state[_SHEET].name, towns=towns) if towns else listed
        st.session_state[_TWICE] = key, compared
    compared: ActionList = st.session_state[_TWICE][1]
    decided: dict[tuple[int, int], int] = st.session_state.setdefault(_DECIDED, {})
    pairs = [one for one in compared.problems if one.kind in DUPLICATES]
    if pairs:
        st.subheader("Listed twice?", anchor=False)
        if len(pairs) > _MOST_PAIRS:
            st.caption(f"The first {_MOST_PAIRS} of {len(pairs):,}.")
    for one in pairs[:_MOST_PAIRS]:
        both = one.values["first"], one.row
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"**Row {one.row}:** {markdown_text(of_value(one.value, one.kind, one.values))}")
            names = {0: "They are two", **{row: f"One: keep row {row}" for row in both}}
            chosen = st.segmented_control(
                "What they are",
                list(names),
                default=decided.get(both),
                format_func=names.__getitem__,
                key=_key(f"twice-{both}"),
                label_visibility="collapsed",
                on_change=own_places.forget,
            )
            if chosen:
                gone = sum(both) - chosen
                st.caption(
                    f"Row {gone} has gone into row {chosen}, with its sources, organizers and notes. "
                    "Click the choice again to undo it."
                )
        decided.pop(both, None)
        if chosen is not None:
            decided[both] = chosen
    return settled(compared, decided)


def problems(sheet: Table, columns: dict[str, str], found: tuple[Problem, ...]) -> None:
    """List what is wrong, and let the rows be mended in place."""
    if not found:
        return
    shown = found[:_MOST_SHOWN]
    st.subheader("What to mend", anchor=False)
    if len(found) > len(shown):
        st.caption(f"The first {len(shown):,} of {len(found):,} problems. Mend these to see the rest.")
    theirs = columns | {name: name for name in columns.values()}
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
    mend(sheet, columns, {one.row for one in shown})


def mend(sheet: Table, columns: dict[str, str], numbers: set[int]) -> None:
    """Draw the rows that have problems as cells to write in; what is written is checked at once."""
    names = list(dict.fromkeys(columns.values()))
    rows = [row for row in sheet.rows if row.number in numbers]
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
        st.session_state[_SHEET] = mended(sheet, changes)
        st.session_state[_EDITS] = edits + 1
        st.rerun()


frame.draw(show)
