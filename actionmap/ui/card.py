"""The card of an action on the screen, with what can be done with it."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from actionmap.campaign.folder import Campaign
from actionmap.campaign.selection import Selection
from actionmap.campaign.table import ActionTable, records
from actionmap.publish import cards, exports, suggestion
from actionmap.publish.cards import detail, title
from actionmap.publish.suggestion import FIELDS, LONGEST, LONGEST_FIELD, Suggestion
from actionmap.text import markdown_text
from actionmap.ui import download, own_list, view
from actionmap.world.countries import country_name

_OSM_ZOOM = {"venue": 17, "locality": 12, "region": 7, "country": 5}


def card(action: Mapping[str, Any], campaign: Campaign) -> None:
    """Draw the card of one row of `ActionTable.frame`."""
    st.html(cards.card(action, campaign.organizations, st.context.timezone or ""))
    with st.container(horizontal=True, gap="small"):
        _share(action["id"])
        download.button(
            "Add to calendar",
            lambda: exports.action_ics(action, campaign.settings.title, campaign.organizations),
            f"{action['id']}.ics",
            key=f"ics-{action['id']}",
        )
        if pd.notna(action["latitude"]):
            st.link_button("OpenStreetMap", _openstreetmap(action), help="Opens openstreetmap.org in a new tab.")
        offer_to_mend(campaign, action)


def _share(id_: str) -> None:
    query = view.current().to_query() | {"action": [id_]}
    with st.popover("Copy link"):
        st.caption("Reopens exactly this view:")
        st.code(f"{st.context.url or ''}?{urlencode(query, doseq=True)}", language=None, wrap_lines=True)


def _openstreetmap(action: Mapping[str, Any]) -> str:
    latitude, longitude = f"{action['latitude']:.5f}", f"{action['longitude']:.5f}"
    marker = urlencode({"mlat": latitude, "mlon": longitude})
    return f"https://www.openstreetmap.org/?{marker}#map={_OSM_ZOOM[action['precision']]}/{latitude}/{longitude}"


_PER_PAGE = 8
_ORDERS = {
    "Country, then town": ["country_name", "locality"],
    "Town": ["locality", "country_name"],
    "Start (UTC), unknown last": ["starts_utc", "date"],
    "Status": ["status", "country_name", "locality"],
}
_DOTS = {"reported": ":blue[●]", "announced": ":orange[●]"}


def listing(table: ActionTable, selection: Selection, day: dt.date) -> None:
    """Draw the list of what a selection keeps, sorted and in pages; choosing an action opens its card.

    The date of an action is named where it is not the campaign's `day`.
    """
    order = st.selectbox("Sort by", list(_ORDERS), key="order", on_change=_to_the_first_page)
    pages = -(-len(table.select(selection)) // _PER_PAGE)
    page = min(st.session_state.get("page", 1), pages)
    shown = table.once(("page", selection, order, page), lambda: _page(table, selection, order, page))
    with st.container(key="listing", gap=None, height=430, border=False):
        for action in shown:
            action_button(action, detail(action, day))
    if pages > 1:
        st.pagination(pages, key="page", max_visible_pages=5)


def _page(table: ActionTable, selection: Selection, order: str, page: int) -> list[dict[str, Any]]:
    ordered = table.once(("order", selection, order), lambda: _ordered(table.select(selection), _ORDERS[order]))
    return records(table.frame.loc[ordered[(page - 1) * _PER_PAGE : page * _PER_PAGE]])


def _ordered(actions: pd.DataFrame, by: list[str]) -> pd.Index:
    """Return the rows of actions in order; what is not known comes last."""
    names = {code: country_name(code) for code in actions["country"].unique()}
    named = actions.assign(country_name=actions["country"].map(names), locality=actions["locality"].replace("", None))
    return named.sort_values(by, kind="stable").index


def _to_the_first_page() -> None:
    st.session_state["page"] = 1


def action_button(action: dict[str, Any], line: str) -> None:
    """Draw the button that opens an action's card: its place, and a second line."""
    st.button(
        f"**{_DOTS[action['status']]} {markdown_text(title(action))}** {markdown_text(line)}",
        key=f"open-{action['id']}",
        type="tertiary",
        width="stretch",
        on_click=view.look,
        kwargs={"action": action["id"]},
    )


# ----------------------------------------------------------------------------------------------------- missing or wrong

_OPEN, _LIST = "_suggestion_open", "the list"


def offer_to_mend(campaign: Campaign, action: Mapping[str, Any] | None = None) -> None:
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
