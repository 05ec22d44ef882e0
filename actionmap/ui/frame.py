"""The frame around every page."""

import runpy
from collections.abc import Callable
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from actionmap.campaign.folder import Campaign
from actionmap.campaign.table import ActionTable
from actionmap.errors import ActionMapError
from actionmap.text import markdown_text

_DASHBOARD = Path(__file__).parent.parent.parent / "dashboard.py"
_LOADED = "_loaded"


def run(page: Page, campaign: Campaign, table: ActionTable) -> None:
    """Run a page from the dashboard."""
    st.session_state[_LOADED] = campaign, table
    try:
        page.run()
    except ActionMapError as error:  # a file of the program is missing or damaged
        st.error(markdown_text(str(error)))
    finally:
        del st.session_state[_LOADED]


def draw(show: Callable[[Campaign, ActionTable], None]) -> None:
    """Draw a page inside the dashboard.

    Where a new server's first visitor comes straight to a page's address, Streamlit runs the file in `pages/` alone:
    beside a folder of that name it takes every script for one of its older kind of app, until `st.navigation` has been
    called once in the process. No setting, argument or hook before the first run says otherwise (1.67), so the page
    runs the dashboard, and that runs the page.
    """
    if _LOADED in st.session_state:
        show(*st.session_state[_LOADED])
    else:
        runpy.run_path(str(_DASHBOARD))
