"""The places of an own list: found here or online, corrected, and the list handed on with its pins."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from urllib.parse import urlsplit

import streamlit as st

from actionmap.campaign.settings import NominatimSettings
from actionmap.campaign.table import ActionTable, records
from actionmap.errors import ActionMapError
from actionmap.places.review import chosen_pin
from actionmap.preparing import ASKING, PLACING, place
from actionmap.publish import wording
from actionmap.text import count, markdown_text, one_line
from actionmap.ui import download, own_list, review
from actionmap.ui.loading import online_geocoder
from actionmap.ui.own_list import Own
from actionmap.world.place import OFFLINE, Candidate, FoundBy, Pin, Place

_ACCEPTED, _REVIEWED = "_own_accepted", "_own_reviewed"
_MOST_ZONES = 5
_MOST_ONLINE = 1000  # places: a quarter of an hour, and more than that is for the command line


def found(own: Own) -> str:
    """Say how many pins were found, how exact they are, and how many are in doubt; nothing before that."""
    if not own.placed:
        return ""
    table = own.placed.table
    pins = Counter(table.frame["precision"])
    return wording.pins_found(pins, _reviewed(own, table).doubtful)


def _reviewed(own: Own, table: ActionTable) -> review.Reviewed:
    return review.reviewed(_REVIEWED, table, kept_in=own.reviews)


def draw(own: Own, key: Callable[[str], str]) -> None:
    """Find the places of a list, hand the result on, and let its pins be reviewed.

    Parameters
    ----------
    own
        The list as it was read.
    key
        Makes the key of a widget that belongs to this list alone.
    """
    st.subheader("On the map", anchor=False)
    st.session_state.setdefault(_ACCEPTED, {})
    placed = own.placed
    if not placed:
        if not st.button("Find the places", type="primary"):
            st.caption("Places are looked up on this server alone, in a list of the world's towns.")
        elif _find(own):
            st.rerun()
        return
    table = placed.table
    pinned = int(table.frame["latitude"].notna().sum())
    st.markdown(f"**{pinned:,} of {count(len(table), 'action')}** have a pin.")
    _ask_zones(table)
    _offer_online(own, table)
    _hand_on(own, key("title"))
    st.subheader("Review of the pins", anchor=False)
    review.hand_out(own_list.GIVEN)
    review.draw(_reviewed(own, table), key("pins"), partial(_choose, own), partial(_give, own))


def _find(own: Own, online: NominatimSettings | None = None) -> bool:
    """Look the places up as before, or online too; any click ends it, and leaves all as it was. Tell whether it did."""
    bar, cancel = st.progress(0.0, "Finding places…"), st.empty()
    cancel.button("Cancel", key="own-cancel")

    def progress(done: int, total: int, unresolved: int) -> None:
        left = f"{total - done:,} to go, {unresolved:,} not found"
        bar.progress(done / total, f"{done:,} of {count(total, 'place')} looked up, {left}")

    wishes = own_list.wishes(own, st.session_state[_ACCEPTED], online)
    limits = ASKING if wishes.online else PLACING
    try:
        args = own.sheet, own.manner, wishes
        placed = own_list.apart("Finding places…", place, *args, limits=limits, heard=progress)
    except ActionMapError as error:
        st.error(markdown_text(str(error)))
        return False
    finally:
        bar.empty()
        cancel.empty()
    own.placed, own.online, own.towns = placed, wishes.online, {**own.towns, **placed.towns}
    own_list.keep(own)
    if own_list.shown():
        own_list.take()
    return True


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


def _offer_online(own: Own, table: ActionTable) -> None:
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
    elif len(failed) or not own.online:
        again = f"Ask {host} again" if len(failed) else f"Ask {host} for streets and squares"
        st.caption(
            f"{host} is sent venue, town, region and country of each place, once, and nothing else: about {asked:,} "
            f"requests, one every {settings.pause:g} seconds at most. You can stop and go on later: these places and "
            "their answers stay on this server for 30 days."
        )
        if st.button(again) and _find(own, settings):
            st.rerun()


def _choose(own: Own, place: Place, option: Candidate) -> None:
    """Take what is meant by a place: the gazetteer's name of a town into the list itself, any other pin as it is.

    Where the list gives points of its own, these would still be what is in doubt.
    """
    if not place.venue and option.geocoder in OFFLINE and not _is_pointed(own, place):
        st.session_state[_ACCEPTED][place.locality, place.region, place.country] = option.name
        _find(own)
    else:
        _give(own, chosen_pin(place, option))


def _is_pointed(own: Own, place: Place) -> bool:
    """Tell whether the list gives a point for a place, or a person has."""
    if not own.placed:
        return False
    frame = own.placed.table.frame
    columns = ["venue", "locality", "region", "listed_country"]
    rows = frame[(frame[columns] == list(place)).all(axis="columns")]
    found = {*rows["geocoder"], *(one.geocoder for some in rows["candidates"] for one in some)}
    return not found.isdisjoint((FoundBy.LIST, FoundBy.REVIEWED))


def _give(own: Own, pin: Pin) -> None:
    """Take a pin that a person has corrected, and find the places anew."""
    review.given(own_list.GIVEN)[pin.place] = pin  # never written, not even by the keeper
    _find(own)


def _hand_on(own: Own, key: str) -> None:
    """Show the list on all pages, or no longer; hand out the list with its pins, and a folder to host it."""
    own.title = one_line(
        st.text_input(
            "Title of the map", placeholder="Day of action, 1 May 2031", value=own.title, max_chars=200, key=key
        )
    )
    with st.container(horizontal=True, gap="small"):
        if own_list.shown():
            st.button("Back to the public map", on_click=own_list.leave)
        else:
            st.button("Show this list on all pages", type="primary", on_click=own_list.take)
        download.button(
            "The checked list with its pins (CSV)", partial(own_list.csv, own), "actions-with-pins.csv", key="own-csv"
        )
        wishes = own_list.wishes(own, st.session_state[_ACCEPTED])
        download.button(
            "A campaign folder to host it (ZIP)", partial(own_list.packed, own, wishes), "campaign.zip", key="own-zip"
        )
        st.button("Forget this list", on_click=own_list.forget)
