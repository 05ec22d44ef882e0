"""What the screen needs of the library, loaded once for all visitors."""

import logging
from pathlib import Path

import streamlit as st

from actionmap.campaign import Campaign, campaign_folder, load_campaign
from actionmap.errors import ActionMapError
from actionmap.filters import ActionTable
from actionmap.gazetteer import Gazetteer
from actionmap.geocode_cache import GeocodeCache
from actionmap.geocoding import pin_actions
from actionmap.ui.text import plain

_log = logging.getLogger(__name__)


def campaign_or_stop() -> tuple[Campaign, ActionTable]:
    """Return the campaign and its table of actions; where there is none, say what to do and end the page."""
    folder = campaign_folder()
    try:
        campaign, table = _load(folder, _changed(folder))
    except ActionMapError as error:
        st.title("There is nothing to show yet")
        st.error(f"The list of actions cannot be read: {plain(str(error))}")
        st.markdown(
            "If you keep this site: `python -m actionmap check data/actions.csv` names every problem and what to write "
            "instead; `data/README.md` describes the files of a campaign. If you are visiting: please come back soon."
        )
        st.stop()
    if not len(table):
        st.title(plain(campaign.title))
        st.info("No action is listed yet. As soon as `actions.csv` has a readable row, the map shows it.")
        st.stop()
    return campaign, table


@st.cache_resource(show_spinner=False)
def gazetteer() -> Gazetteer:
    """Return the one gazetteer of this server."""
    return Gazetteer()


@st.cache_resource(show_spinner="Reading the actions…", max_entries=2)
def _load(folder: Path, changed: tuple[tuple[str, float], ...]) -> tuple[Campaign, ActionTable]:
    """Load and pin a campaign; `changed` is there so that an edited folder is read anew."""
    campaign = load_campaign(folder)
    for problem in campaign.problems:
        _log.warning("%s", problem)
    frame = pin_actions(campaign.actions, gazetteer(), GeocodeCache())
    return campaign, ActionTable(frame, campaign.organizations)


def _changed(folder: Path) -> tuple[tuple[str, float], ...]:
    """Return the folder's files and when each last changed, in seconds since the epoch."""
    return tuple(sorted((path.name, path.stat().st_mtime) for path in folder.glob("*.*")))
