"""The card of an action on the screen, with what can be done with it."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from actionmap import cards, exports
from actionmap.campaign import Campaign
from actionmap.ui import view

_OSM_ZOOM = {"venue": 17, "locality": 12, "region": 7, "country": 5}


def card(action: Mapping[str, Any], campaign: Campaign) -> None:
    """Draw the card of one row of `ActionTable.frame`."""
    st.html(cards.card(action, campaign.organizations, st.context.timezone or ""))
    with st.container(horizontal=True, gap="small"):
        _share(action["id"])
        st.download_button(
            "Add to calendar",
            data=lambda: exports.action_ics(action, campaign.title, campaign.organizations),
            file_name=f"{action['id']}.ics",
            mime="text/calendar",
            on_click="ignore",
            key=f"ics-{action['id']}",
        )
        if pd.notna(action["latitude"]):
            st.link_button("OpenStreetMap", _openstreetmap(action), help="Opens openstreetmap.org in a new tab.")


def _share(id_: str) -> None:
    query = view.current().to_query() | {"action": [id_]}
    with st.popover("Copy link"):
        st.caption("Reopens exactly this view:")
        st.code(f"{st.context.url or ''}?{urlencode(query, doseq=True)}", language=None, wrap_lines=True)


def _openstreetmap(action: Mapping[str, Any]) -> str:
    latitude, longitude = f"{action['latitude']:.5f}", f"{action['longitude']:.5f}"
    marker = urlencode({"mlat": latitude, "mlon": longitude})
    return f"https://www.openstreetmap.org/?{marker}#map={_OSM_ZOOM[action['precision']]}/{latitude}/{longitude}"
