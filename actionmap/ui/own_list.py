"""A visitor's own list in place of the public one: in this session alone, with a banner that says so."""

import streamlit as st

from actionmap.campaign.folder import Campaign, ListedCampaign
from actionmap.campaign.table import ActionTable
from actionmap.places.pin_cache import PinCache
from actionmap.places.pinning import PlaceGeocoder, Progress, pin_actions
from actionmap.text import count, markdown_text
from actionmap.ui import view
from actionmap.ui.loading import public_campaign
from actionmap.ui.review import given

_SHOWN = "_own_shown"
GIVEN = "_own_given"
"""Where this session keeps the pins that were corrected in its own list."""


def shown() -> tuple[Campaign, ActionTable] | None:
    """Return the list that this session shows instead of the public one, if any."""
    own: tuple[Campaign, ActionTable] | None = st.session_state.get(_SHOWN)
    return own


def public() -> Campaign:
    """Return the public campaign."""
    return public_campaign()[0]


def pinned(listed: ListedCampaign, geocoder: PlaceGeocoder, progress: Progress) -> ActionTable:
    """Find the places of a campaign; nothing is written."""
    cache = PinCache().including(given(GIVEN).values())
    return ActionTable(pin_actions(listed.actions, geocoder, cache, progress), listed.campaign.organizations)


def take(campaign: Campaign, table: ActionTable) -> None:
    """Show a list on all pages of this session."""
    st.session_state[_SHOWN] = campaign, table
    view.start_anew()


def leave() -> None:
    """Show the public list again."""
    st.session_state.pop(_SHOWN, None)
    view.start_anew()


def forget() -> None:
    """Forget everything of a list that this session was brought."""
    if shown():
        leave()
    for key in [key for key in st.session_state if str(key).startswith("_own_")]:
        del st.session_state[key]


def banner() -> None:
    """Say whose list is shown, where it is not the public one, and offer the way back."""
    if not (own := shown()):
        return
    campaign, table = own
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="own-banner"):
        st.markdown(
            f"**Your own list**: {markdown_text(campaign.settings.title)}, {count(len(table), 'action')}. Only you "
            "see it, and it is gone when you close this tab."
        )
        st.button("Back to the public map", type="tertiary", key="own-leave", on_click=leave)
