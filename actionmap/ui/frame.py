"""The frame around every page."""

import runpy
from collections.abc import Callable
from pathlib import Path

from actionmap.campaign import Campaign
from actionmap.filters import ActionTable
from actionmap.ui import view
from actionmap.ui.loading import campaign_or_stop

_DASHBOARD = Path(__file__).parent.parent.parent / "dashboard.py"


def draw(show: Callable[[Campaign, ActionTable], None]) -> None:
    """Draw a page inside the dashboard.

    Where a new server's first visitor comes straight to a page's address, Streamlit runs the file in `pages/` alone: it
    does not know the dashboard's navigation yet. Then the dashboard is run, and that runs the page.
    """
    if view.in_dashboard():
        show(*campaign_or_stop())
    else:
        runpy.run_path(str(_DASHBOARD))
