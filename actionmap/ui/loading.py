"""What the screen needs of the library, loaded once for all visitors."""

import logging
from contextlib import suppress
from pathlib import Path

import streamlit as st

from actionmap.campaign.folder import Campaign, load_campaign
from actionmap.campaign.settings import NominatimSettings
from actionmap.errors import ActionMapError
from actionmap.languages import say
from actionmap.lists.problems import ProblemKind
from actionmap.paths import CLAIMS, ORGANIZATIONS, campaign_folder
from actionmap.places.gazetteer import Gazetteer
from actionmap.preparing import Loaded, pinned, prepare
from actionmap.publish.wording import problem_lines
from actionmap.refreshing import CampaignKeeper, SourceState
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
    return keeper(campaign_folder()).latest()


def campaign_or_stop() -> Loaded:
    """Return the campaign and its table of actions; where there is none, say what to do and end the page."""
    try:
        campaign, table = public_campaign()
    except ActionMapError as error:
        st.title(say("There is nothing to show yet"))
        st.error(say("The list of actions cannot be read: {problem}", problem=markdown_text(str(error))))
        st.markdown(
            say(
                "If you keep this site: `python -m actionmap check data/actions.csv` names every problem and what to "
                "write instead; `data/README.md` describes the files of a campaign. If you are visiting: please come "
                "back soon."
            )
        )
        st.stop()
    if not len(table):
        st.title(markdown_text(campaign.settings.title))
        st.info(say("No action is listed yet. As soon as `actions.csv` has a readable row, the map shows it."))
        st.stop()
    return campaign, table


def source_state() -> SourceState | None:
    """Return how the list of actions is doing; None where it is the campaign's own `actions.csv`, and a good one."""
    return keeper(campaign_folder()).state


def is_cut_off(campaign: Campaign) -> bool:
    """Tell whether the list of actions ends in the middle of a row."""
    others = ORGANIZATIONS, CLAIMS
    return any(one.kind is ProblemKind.CUT_OFF and one.file not in others for one in campaign.problems)


def unused_files() -> tuple[str, ...]:
    """Say which other files of the campaign are not used as they are, and why."""
    return tuple(map(str, keeper(campaign_folder()).problems))


def online_geocoder() -> NominatimSettings:
    """Return how the campaign of this server lets places be asked for online."""
    return public_campaign()[0].settings.nominatim


@st.cache_resource(show_spinner=False)
def gazetteer() -> Gazetteer:
    """Return the one gazetteer of this server."""
    return Gazetteer()


@st.cache_resource(show_spinner=False, max_entries=2, on_release=CampaignKeeper.stop)
def keeper(folder: Path) -> CampaignKeeper:
    """Return what keeps the last good state of a campaign folder, and has looked at it once."""
    st.secrets.load_if_toml_exists()  # which makes them environment variables
    kept = CampaignKeeper(
        folder,
        load=lambda files, content: _logged(pinned(load_campaign(folder, content, files), gazetteer())),
        prepare=lambda files, content: _logged(prepare(folder, content, files)),
    )
    with suppress(ActionMapError):  # which whoever asks for the campaign is told
        kept.latest()
    return kept


def _logged(loaded: Loaded) -> Loaded:
    for line in problem_lines(loaded[0].problems, most=_MOST_LOGGED):
        _log.warning("%s", line)
    return loaded
