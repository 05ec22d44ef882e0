"""What the screen needs of the library, loaded once for all visitors."""

import logging
from pathlib import Path

import streamlit as st

from actionmap.campaign.folder import load_campaign
from actionmap.campaign.settings import NominatimSettings, read_settings
from actionmap.errors import ActionMapError
from actionmap.paths import ACTIONS, CLAIMS, ORGANIZATIONS, SETTINGS, campaign_folder, geocode_cache
from actionmap.places.gazetteer import Gazetteer
from actionmap.preparing import Loaded, pinned, prepare
from actionmap.publish.wording import problem_lines
from actionmap.refreshing import Refresher, SourceState, store_of
from actionmap.text import markdown_text

_MOST_LOGGED = 20
"""Problems of a list that the log names one by one: a list that somebody else keeps may have tens of thousands."""

_log = logging.getLogger(__name__)


def public_campaign() -> Loaded:
    """Return the campaign of this server and its table of actions.

    Raises
    ------
    ActionMapError
        It cannot be read.
    """
    folder = campaign_folder()
    refresher = _refresher(folder, _changed(folder))
    return refresher.latest() if refresher else _load(folder, _changed(folder))


def campaign_or_stop() -> Loaded:
    """Return the campaign and its table of actions; where there is none, say what to do and end the page."""
    try:
        campaign, table = public_campaign()
    except ActionMapError as error:
        st.title("There is nothing to show yet")
        st.error(f"The list of actions cannot be read: {markdown_text(str(error))}")
        st.markdown(
            "If you keep this site: `python -m actionmap check data/actions.csv` names every problem and what to write "
            "instead; `data/README.md` describes the files of a campaign. If you are visiting: please come back soon."
        )
        st.stop()
    if not len(table):
        st.title(markdown_text(campaign.title))
        st.info("No action is listed yet. As soon as `actions.csv` has a readable row, the map shows it.")
        st.stop()
    return campaign, table


def source_state() -> SourceState | None:
    """Return how the source of the list of actions is doing; None where it is the campaign's own `actions.csv`."""
    folder = campaign_folder()
    refresher = _refresher(folder, _changed(folder))
    return refresher.state if refresher else None


def online_geocoder() -> NominatimSettings:
    """Return how the campaign of this server lets places be asked for online."""
    return read_settings(campaign_folder() / SETTINGS).nominatim


@st.cache_resource(show_spinner=False)
def gazetteer() -> Gazetteer:
    """Return the one gazetteer of this server."""
    return Gazetteer()


@st.cache_resource(show_spinner="Reading the actions…", max_entries=2)
def _load(folder: Path, changed: tuple[tuple[str, float], ...]) -> Loaded:
    """Load and pin a campaign; `changed` is there so that an edited folder is read anew."""
    return _logged(pinned(load_campaign(folder), gazetteer()))


def _logged(loaded: Loaded) -> Loaded:
    for line in problem_lines(loaded[0].problems, most=_MOST_LOGGED):
        _log.warning("%s", line)
    return loaded


def _stop(refresher: Refresher | None) -> None:
    if refresher:
        refresher.stop()


@st.cache_resource(show_spinner="Reading the actions…", max_entries=1, on_release=_stop)
def _refresher(folder: Path, changed: tuple[tuple[str, float], ...]) -> Refresher | None:
    """Start to refresh the list of a campaign that is kept elsewhere; None where it is not."""
    settings = read_settings(folder / SETTINGS).source
    if not settings:
        return None
    st.secrets.load_if_toml_exists()  # which makes them environment variables
    refresher = Refresher(
        settings.source(folder),
        lambda content: _logged(prepare(folder, content)),
        minutes=settings.refresh,
        store=store_of(folder, settings),
    )
    refresher.start()
    return refresher


def _changed(folder: Path) -> tuple[tuple[str, float], ...]:
    """Return the campaign's own files, the geocode cache, and when each last changed, in seconds since the epoch."""
    files = (*(folder / name for name in (SETTINGS, ACTIONS, ORGANIZATIONS, CLAIMS)), geocode_cache())
    return tuple((path.name, path.stat().st_mtime) for path in files if path.exists())
