"""The places of an own list: found here or online, corrected, and the list handed on with its pins."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from urllib.parse import urlsplit

import streamlit as st

from actionmap.campaign.actions import ActionList
from actionmap.campaign.duplicates import Towns
from actionmap.campaign.folder import ListedCampaign
from actionmap.campaign.own import campaign_zip, own_campaign, usual_day, with_places
from actionmap.campaign.settings import NominatimSettings
from actionmap.campaign.table import ActionTable, records
from actionmap.errors import OnlineGeocoderError
from actionmap.places.nominatim import OnlineGeocoder
from actionmap.places.pinning import OfflineGeocoder, PlaceGeocoder
from actionmap.places.review import chosen_pin
from actionmap.publish import exports, wording
from actionmap.publish.wording import pins_found
from actionmap.text import count, markdown_text, one_line
from actionmap.ui import download, own_list, review
from actionmap.ui.loading import gazetteer, online_geocoder
from actionmap.world.place import EXACT, OFFLINE, Candidate, FoundBy, Pin, Place

_ACCEPTED, _PINNED, _REVIEWED, _GEOCODER = "_own_accepted", "_own_pinned", "_own_reviewed", "_own_geocoder"
_MOST_ZONES = 5
_TITLE, _TOWNS = "_own_title", "_own_towns"
_MOST_ONLINE = 1000  # places: a quarter of an hour, and more than that is for the command line


def forget() -> None:
    """Forget what was found, because the list has changed."""
    for state in (_PINNED, _GEOCODER):
        st.session_state.pop(state, None)


def found() -> str:
    """Say how many pins were found, how exact they are, and how many are in doubt; nothing before that."""
    if _PINNED not in st.session_state:
        return ""
    table = st.session_state[_PINNED][1]
    pins = table.frame["precision"].value_counts().to_dict()
    return pins_found(pins, review.reviewed(_REVIEWED, table).doubtful)


def towns() -> Towns:
    """Return what the list calls a town → its full name, of all that were found since the list was brought."""
    known: dict[tuple[str, str, str], str] = st.session_state.setdefault(_TOWNS, {})
    if _PINNED in st.session_state:
        frame = st.session_state[_PINNED][1].frame
        some = frame[frame["geocoder"].isin(OFFLINE) & frame["precision"].isin(EXACT) & (frame["locality"] != "")]
        asked = some[["locality", "region", "country", "matched_place"]].drop_duplicates()
        known |= {row[:3]: row[3] for row in asked.itertuples(index=False, name=None)}
    return known


def draw(listed: ActionList, title: str, key: Callable[[str], str]) -> None:
    """Find the places of a list, hand the result on, and let its pins be reviewed.

    Parameters
    ----------
    listed
        The list as it was read.
    title
        What to call it at first.
    key
        Makes the key of a widget that belongs to this list alone.
    """
    st.session_state[_TITLE] = title
    st.subheader("On the map", anchor=False)
    accepted: dict[tuple[str, str, str], str] = st.session_state.setdefault(_ACCEPTED, {})
    if _PINNED not in st.session_state:
        if not st.button("Find the places", type="primary"):
            st.caption("Places are looked up on this server alone, in a list of the world's towns.")
            return
        _find(with_places(listed, accepted))
        st.rerun()
    own, table = st.session_state[_PINNED]
    pinned = int(table.frame["latitude"].notna().sum())
    st.markdown(f"**{pinned:,} of {count(len(table), 'action')}** have a pin.")
    _ask_zones(table)
    _offer_online(listed, table)
    _hand_on(own, table, key("title"))
    st.subheader("Review of the pins", anchor=False)
    review.hand_out(own_list.GIVEN)
    review.draw(review.reviewed(_REVIEWED, table), key("pins"), partial(_choose, listed), partial(_give, listed))


def _find(listed: ActionList, geocoder: PlaceGeocoder | None = None) -> None:
    """Look the places up as before, or with another geocoder; any click ends it, and leaves all as it was."""
    bar, cancel = st.progress(0.0, "Finding places…"), st.empty()
    cancel.button("Cancel", key="own-cancel")

    def progress(done: int, total: int, unresolved: int) -> None:
        left = f"{total - done:,} to go, {unresolved:,} not found"
        bar.progress(done / total, f"{done:,} of {count(total, 'place')} looked up, {left}")

    day = usual_day(listed) or dt.datetime.now(dt.UTC).date()
    own = own_campaign(listed, own_list.public().organizations, title=st.session_state[_TITLE], day=day)
    geocoder = geocoder or st.session_state.get(_GEOCODER) or OfflineGeocoder(gazetteer())
    table = own_list.pinned(own, geocoder, progress)
    st.session_state[_PINNED], st.session_state[_GEOCODER] = (own, table), geocoder
    bar.empty()
    cancel.empty()
    if own_list.shown():
        own_list.take(own.campaign, table)


def _ask_zones(table: ActionTable) -> None:
    """Ask for the local time where the list gives another time zone's."""
    frame = table.frame[table.frame["other_zone"] != ""]
    if frame.empty:
        return
    said = [f"{Place.of(row).name}: {row['other_zone']}" for row in records(frame.head(_MOST_ZONES))]
    more = f" and {len(frame) - len(said):,} more" if len(frame) > len(said) else ""
    st.warning(
        f"{count(len(frame), 'action')} with a time that is not the local one: {markdown_text('; '.join(said))}{more}. "
        "What is the local time there? Write it in the list, as 14:00; until then the time is left out."
    )


def _offer_online(listed: ActionList, table: ActionTable) -> None:
    """Offer to ask an online geocoder, where this server allows it; say what it has answered."""
    settings = online_geocoder()
    if not settings.on_page:
        return
    host = markdown_text(urlsplit(settings.url).netloc)
    frame = table.frame
    failed = frame.loc[frame["failure"].notna()].drop_duplicates(list(Place._fields))
    if len(failed):
        places, why = count(len(failed), "place"), markdown_text(wording.failure(failed["failure"].iloc[0]))
        st.warning(f"{places} not answered for: {why}. What was answered is kept.")
    if frame["geocoder"].eq(FoundBy.NOMINATIM).any():
        st.caption(f"Streets and squares: {markdown_text(settings.attribution)}")
    asked = len(frame.drop_duplicates(list(Place._fields)))
    if asked > _MOST_ONLINE:
        st.caption(f"{host} knows streets and squares, but {asked:,} places are too many to look up from this page.")
    elif len(failed) or not isinstance(st.session_state[_GEOCODER], OnlineGeocoder):
        again = f"Ask {host} again" if len(failed) else f"Ask {host} for streets and squares"
        st.caption(
            f"{host} is sent venue, town, region and country of each place, once, and nothing else: about {asked:,} "
            f"requests, one every {settings.pause:g} seconds at most. You can stop and go on later: these places and "
            "their answers stay on this server for 30 days."
        )
        if st.button(again):
            _ask_online(listed, settings)


def _ask_online(listed: ActionList, settings: NominatimSettings) -> None:
    try:
        geocoder = OnlineGeocoder(settings, gazetteer())
    except OnlineGeocoderError as error:
        st.error(markdown_text(str(error)))
        return
    _find(with_places(listed, st.session_state[_ACCEPTED]), geocoder)
    st.rerun()


def _choose(listed: ActionList, place: Place, option: Candidate) -> None:
    """Take what is meant by a place: the gazetteer's name of a town into the list itself, any other pin as it is.

    Where the list gives points of its own, these would still be what is in doubt.
    """
    pointed = any(action.latitude is not None and Place.of(vars(action)) == place for action in listed.actions)
    if not (place.venue or pointed) and option.geocoder in OFFLINE:
        st.session_state[_ACCEPTED][place.locality, place.region, place.country] = option.name
        _find(with_places(listed, st.session_state[_ACCEPTED]))
    else:
        _give(listed, chosen_pin(place, option))


def _give(listed: ActionList, pin: Pin) -> None:
    """Take a pin that a person has corrected, and find the places anew."""
    review.correct(own_list.GIVEN, pin)
    _find(with_places(listed, st.session_state[_ACCEPTED]))


def _hand_on(own: ListedCampaign, table: ActionTable, key: str) -> None:
    """Show the list on all pages, or no longer; hand out the list with its pins, and a folder to host it."""
    title = one_line(st.text_input("What to call it", value=own.campaign.settings.title, max_chars=200, key=key))
    if title:
        settings = own.campaign.settings.model_copy(update={"title": title})
        own = own._replace(campaign=replace(own.campaign, settings=settings))
    with st.container(horizontal=True, gap="small"):
        if own_list.shown():
            st.button("Back to the public map", on_click=own_list.leave)
        else:
            st.button("Show this list on all pages", type="primary", on_click=own_list.take, args=(own.campaign, table))
        download.button(
            "The checked list with its pins (CSV)",
            lambda: exports.to_csv(table.frame),
            "actions-with-pins.csv",
            key="own-csv",
        )
        download.button(
            "A campaign folder to host it (ZIP)",
            lambda: campaign_zip(own, table.frame),
            "campaign.zip",
            key="own-zip",
        )
        st.button("Forget this list", on_click=own_list.forget)
