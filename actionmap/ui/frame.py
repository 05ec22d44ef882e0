"""The frame around every page."""

import runpy
from collections.abc import Callable
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from actionmap.campaign.folder import Campaign
from actionmap.campaign.table import ActionTable

_DASHBOARD = Path(__file__).parent.parent.parent / "dashboard.py"
_LOADED = "_loaded"


def run(page: Page, campaign: Campaign, table: ActionTable) -> None:
    """Run a page from the dashboard."""
    st.session_state[_LOADED] = campaign, table
    try:
        page.run()
    finally:
        del st.session_state[_LOADED]


def draw(show: Callable[[Campaign, ActionTable], None]) -> None:
    """Draw a page inside the dashboard.

    Where a new server's first visitor comes straight to a page's address, Streamlit runs the file in `pages/` alone: it
    does not know the dashboard's navigation yet. Then the dashboard is run, and that runs the page.
    """
    if _LOADED in st.session_state:
        show(*st.session_state[_LOADED])
    else:
        runpy.run_path(str(_DASHBOARD))
