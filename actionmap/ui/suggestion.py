"""Missing or wrong: a reader says so and sends it, from every card and list; the keeper sees it beside the list."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from actionmap.campaign.folder import Campaign
from actionmap.campaign.table import ActionTable
from actionmap.errors import UnreadableListError
from actionmap.paths import ACTIONS, campaign_folder
from actionmap.publish import suggestion, wording
from actionmap.publish.cards import title
from actionmap.publish.suggestion import FIELDS, LONGEST, LONGEST_FIELD, Suggestion
from actionmap.text import count, csv_cell, markdown_text
from actionmap.ui import download, own_list
from actionmap.world.countries import country_name

_OPEN, _BROUGHT, _TAKEN = "_suggestion_open", "_suggestions", "_suggestions_taken"
_LIST = "the list"


def offer(campaign: Campaign, action: Mapping[str, Any] | None = None) -> None:
    """Draw the button under an action's card, or under the list, that lets a reader say what is missing or wrong."""
    if own_list.shown():  # its keeper is who looks at it
        return
    about = _LIST if action is None else str(action["id"])
    st.button("Missing or wrong?", key=f"suggest-{about}", type="tertiary", on_click=_open, args=(about,))
    if st.session_state.get(_OPEN) == about:
        _dialog(campaign, action)


def _open(about: str = "") -> None:
    st.session_state[_OPEN] = about


@st.dialog("Missing or wrong?", on_dismiss=_open)
def _dialog(campaign: Campaign, action: Mapping[str, Any] | None) -> None:
    """Ask what is missing or wrong, and where that can be read; hand it out in every form in which it can be sent."""
    missing = action is None
    about = _LIST if action is None else title(action)
    st.markdown(
        "Which action is missing from this list, and where can one read of it?"
        if missing
        else f"What is wrong with **{markdown_text(about)}**, and where can one read what is right?"
    )
    st.caption(
        "You send it yourself: nothing is kept here, and no account is asked for. Please name no private person."
    )
    cells = {"date": str(campaign.settings.date)} if action is None else suggestion.cells_of(pd.DataFrame([action]))
    key = f"suggestion-{'' if action is None else action['id']}"
    chosen = [*FIELDS][:5] if missing else _wrong_fields(key)
    changes = {}
    for column in chosen:
        said = st.text_input(FIELDS[column], cells.get(column, ""), max_chars=LONGEST_FIELD, key=f"{key}-{column}")
        changes[column] = said[:LONGEST_FIELD]
    note = st.text_area("What is missing or wrong", max_chars=LONGEST, key=f"{key}-note")[:LONGEST].strip()
    source = st.text_input("Its public source", placeholder="https://…", max_chars=LONGEST, key=f"{key}-source")[
        :LONGEST
    ].strip()
    if not (source and (note or any(changes.values()))):
        st.caption("Say what, and name a public source: then you can send it.")
        return
    said_all = Suggestion(cells, changes, note, source)
    links = suggestion.links(campaign, said_all, about)
    with st.container(horizontal=True, gap="small"):
        for label, address in links.items():
            st.link_button(markdown_text(label), address, type="primary")
        download.button("Download as a row (CSV)", said_all.csv, "suggestion.csv", key=f"{key}-csv")
    to = campaign.settings.suggestions
    if (to.email or to.url) and not links:
        st.caption("This is too long for a message. Shorten it, or download the row and send that.")
    elif not links:
        st.caption("Send the row to whoever keeps this list.")


def _wrong_fields(key: str) -> list[str]:
    """Ask which columns of an action should be otherwise."""
    return st.pills(
        "What should be otherwise?", list(FIELDS), selection_mode="multi", format_func=lambda one: FIELDS[one], key=key
    )


# ------------------------------------------------------------------------------------------------------ for the keeper


def review(table: ActionTable) -> None:
    """Draw the suggestions that the keeper brings, each beside the list, to be taken, mended or discarded."""
    st.subheader("Suggestions", anchor=False)
    brought: dict[str, dict[str, str]] = st.session_state.setdefault(_BROUGHT, {})
    taken: dict[str, dict[str, str]] = st.session_state.setdefault(_TAKEN, {})
    files = st.file_uploader(
        "Rows that readers have sent (CSV)",
        type="csv",
        accept_multiple_files=True,
        key=f"{_BROUGHT}-files",
        max_upload_size=1,
    )
    seen: set[str] = st.session_state.setdefault(f"{_BROUGHT}-seen", set())
    for file in (file for file in files if file.file_id not in seen):
        seen.add(file.file_id)
        try:
            rows = suggestion.read_suggestions(file.getvalue())
        except UnreadableListError as error:
            st.error(f"{markdown_text(file.name)}: {markdown_text(str(error))}")
            continue
        brought |= {f"{file.file_id}-{number}": row for number, row in enumerate(rows)}
    for key, row in list(brought.items()):
        _beside(key, row, table)
    if taken:
        _hand_out(taken)


def _beside(key: str, row: dict[str, str], table: ActionTable) -> None:
    """Draw a suggestion beside what the list has of the same action."""
    listed = table.frame[table.frame["id"] == row["id"]] if row["id"] else table.frame[:0]
    has = suggestion.cells_of(listed) if len(listed) else {}
    place = ", ".join(filter(None, (row["locality"], country_name(row["country"]) or row["country"]))) or "no place"
    with st.container(border=True):
        note = row["evidence"].removeprefix(has.get("evidence", ""))
        st.markdown(f"**{markdown_text(place)}**, {'in the list' if has else 'not in the list'}: {markdown_text(note)}")
        columns = [name for name in row if name != "status" and row[name] != has.get(name, "")]
        compared = pd.DataFrame(
            {
                "Column": columns,
                "In the list": [csv_cell(has.get(column, "")) for column in columns],
                "Suggested": [csv_cell(row[column]) for column in columns],
            }
        )
        mended = st.data_editor(compared, hide_index=True, disabled=["Column", "In the list"], key=f"{key}-mended")
        with st.container(horizontal=True, gap="small"):
            cells = row | dict(zip(columns, map(suggestion.cell_text, mended["Suggested"].fillna("")), strict=True))
            st.button("Take it", key=f"{key}-take", type="primary", on_click=_take, args=(key, cells, has))
            st.button("Discard it", key=f"{key}-discard", on_click=st.session_state[_BROUGHT].pop, args=(key, None))
        for line in st.session_state.get(f"{key}-wrong", ()):
            st.error(markdown_text(line))


def _take(key: str, cells: dict[str, str], has: Mapping[str, str]) -> None:
    """Take a row as it has been mended, unless the list could not have it."""
    row = cells | {"status": has.get("status", "announced"), "basis": has.get("basis", "same-day")}
    problems = list(wording.problem_lines(suggestion.wrong_with(row), most=5))
    st.session_state[f"{key}-wrong"] = problems
    if not problems:
        st.session_state[_TAKEN][row["id"] or key] = row
        st.session_state[_BROUGHT].pop(key, None)


def _hand_out(taken: dict[str, dict[str, str]]) -> None:
    """Hand out the list with the rows that were taken, or these alone where the list is kept elsewhere."""
    try:
        whole = suggestion.merged((campaign_folder() / ACTIONS).read_bytes(), taken)
    except (OSError, UnreadableListError):
        whole = None
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.markdown(f"**{count(len(taken), 'suggestion')} taken**, for you alone.")
        if whole:
            download.button(
                f"The list with {'it' if len(taken) == 1 else 'them'} (CSV)",
                lambda: whole,
                ACTIONS,
                key=f"{_TAKEN}-csv",
                help_="Put this file in place of actions.csv. Read the rows once more before you do.",
            )
        else:
            download.button(
                "The rows (CSV)", lambda: suggestion.rows_csv(taken.values()), "taken.csv", key=f"{_TAKEN}-csv"
            )
        st.button("Forget them", key=f"{_TAKEN}-forget", on_click=taken.clear)
