"""The list of actions: the map's equal for keyboard and screen reader."""

import datetime as dt
from typing import Any

import pandas as pd
import streamlit as st

from actionmap.cards import detail, title
from actionmap.countries import country_name
from actionmap.filters import records
from actionmap.ui import view
from actionmap.ui.text import plain

_PER_PAGE = 8
_ORDERS = {
    "Country, then town": ["country_name", "locality"],
    "Town": ["locality", "country_name"],
    "Start (UTC), unknown last": ["starts_utc", "date"],
    "Status": ["status", "country_name", "locality"],
}
_DOTS = {"reported": ":blue[●]", "announced": ":orange[●]"}


def listing(actions: pd.DataFrame, day: dt.date) -> None:
    """Draw the list of these rows of `ActionTable.frame`, sorted and in pages; choosing one opens its card.

    The date of an action is named where it is not the campaign's `day`.
    """
    order = st.selectbox("Sort by", list(_ORDERS), key="order", on_change=_to_the_first_page)
    names = {code: country_name(code) for code in actions["country"].unique()}
    named = actions.assign(country_name=actions["country"].map(names), locality=actions["locality"].replace("", None))
    ordered = actions.loc[named.sort_values(_ORDERS[order], kind="stable").index]  # what is not known comes last
    pages = -(-len(ordered) // _PER_PAGE)
    page = min(st.session_state.get("page", 1), pages)
    with st.container(key="listing", gap=None, height=430, border=False):
        for action in records(ordered.iloc[(page - 1) * _PER_PAGE : page * _PER_PAGE]):
            action_button(action, detail(action, day))
    if pages > 1:
        st.pagination(pages, key="page", max_visible_pages=5)


def _to_the_first_page() -> None:
    st.session_state["page"] = 1


def action_button(action: dict[str, Any], line: str) -> None:
    """Draw the button that opens an action's card: its place, and a second line."""
    st.button(
        f"**{_DOTS[action['status']]} {plain(title(action))}** {plain(line)}",
        key=f"open-{action['id']}",
        type="tertiary",
        width="stretch",
        on_click=view.change,
        kwargs={"action": action["id"]},
    )
