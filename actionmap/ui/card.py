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
from actionmap.publish import cards, exports
from actionmap.publish.cards import detail, title
from actionmap.text import markdown_text
from actionmap.ui import download, suggestion, view
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
        suggestion.offer(campaign, action)


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
