"""The frame around every page."""

import runpy
from collections.abc import Callable
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from actionmap.campaign import Campaign
from actionmap.filters import ActionTable
from actionmap.ui.loading import campaign_or_stop

_DASHBOARD = Path(__file__).parent.parent.parent / "dashboard.py"
_OPEN = "_frame_is_open"


def run(page: Page) -> None:
    """Run a page from the dashboard."""
    st.session_state[_OPEN] = True
    try:
        page.run()
    finally:
        del st.session_state[_OPEN]


def draw(show: Callable[[Campaign, ActionTable], None]) -> None:
    """Draw a page inside the dashboard.

    Where a new server's first visitor comes straight to a page's address, Streamlit runs the file in `pages/` alone: it
    does not know the dashboard's navigation yet. Then the dashboard is run, and that runs the page.
    """
    if _OPEN in st.session_state:
        show(*campaign_or_stop())
    else:
        runpy.run_path(str(_DASHBOARD))
