"""The places of an own list: found here or online, corrected, and the list handed on with its pins."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from functools import partial
from urllib.parse import urlsplit

import streamlit as st

from actionmap.campaign.settings import NominatimSettings
from actionmap.campaign.table import ActionTable, records
from actionmap.counts import COUNTS
from actionmap.errors import ActionMapError
from actionmap.languages import mark, say, say_many
from actionmap.places.review import chosen_pin
from actionmap.preparing import ASKING, PLACING, place
from actionmap.publish import wording
from actionmap.text import markdown_text, one_line
from actionmap.ui import download, own_list, review
from actionmap.ui.loading import online_geocoder
from actionmap.ui.own_list import Own
from actionmap.ui.view import SESSION
from actionmap.world.place import OFFLINE, Candidate, FoundBy, Pin, Place

_ACCEPTED, _REVIEWED, _AGAIN = (f"_own_{name}" for name in ("accepted", "reviewed", "again"))
_EXAMPLE = dt.date(2031, 5, 1)
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
    st.header(say("On the map"), anchor=False)
    SESSION.setdefault(_ACCEPTED, {})
    asked = not own.placed and st.button(say("Find the places"), type="primary")
    if not (asked or SESSION.pop(_AGAIN, False)):
        if not own.placed:
            st.caption(say("Places are looked up on this server alone, in a list of the world's towns."))
    elif _find(own):
        st.rerun()
    if not own.placed:
        return
    table = own.placed.table
    pinned = int(table.frame["latitude"].notna().sum())
    st.markdown(
        say_many(
            "**{pinned} of {number} action** has a pin.",
            "**{pinned} of {number} actions** have a pin.",
            len(table),
            pinned=pinned,
        )
    )
    _ask_zones(table)
    _offer_online(own, table)
    _hand_on(own, key("title"))
    st.header(say("Review of the pins"), anchor=False)
    review.hand_out(own_list.GIVEN)
    review.draw(_reviewed(own, table), key("pins"), partial(_choose, own), _give)


def _find(own: Own, online: NominatimSettings | None = None) -> bool:
    """Look the places up as before, or online too; any click ends it, and leaves all as it was. Tell whether it did."""
    bar, cancel = st.progress(0.0, say("Finding places…")), st.empty()
    cancel.button(say("Cancel"), key="own-cancel")

    def progress(done: int, total: int, unresolved: int) -> None:
        said = say_many(
            "{done} of {number} place looked up, {unresolved} not found",
            "{done} of {number} places looked up, {unresolved} not found",
            total,
            done=done,
            unresolved=unresolved,
        )
        bar.progress(done / total, said)

    wishes = own_list.wishes(own, SESSION[_ACCEPTED], online)
    limits = ASKING if wishes.online else PLACING
    try:
        args = own.sheet, own.manner, wishes
        placed = own_list.apart(say("Finding places…"), place, *args, limits=limits, heard=progress)
    except ActionMapError as error:
        st.error(markdown_text(str(error)))
        return False
    finally:
        bar.empty()
        cancel.empty()
    COUNTS["places looked up online" if online else "places looked up"] += len(placed.table)
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
    shown = records(frame.head(_MOST_ZONES))
    said = [say("{field}: {text}", field=Place.of(row).name, text=row["other_zone"]) for row in shown]
    between = say("; ")
    st.warning(
        say_many(
            "{number} action with a time that is not the local one: {examples}. What is the local time there? Write it "
            "in the list, as 14:00; until then the time is left out.",
            "{number} actions with a time that is not the local one: {examples}. What is the local time there? Write "
            "it in the list, as 14:00; until then the time is left out.",
            len(frame),
            examples=markdown_text(between.join([*said, *["…"][: len(frame) > len(said)]])),
        )
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
        st.warning(
            say_many(
                "{number} place not answered for: {reason}. What was answered is kept.",
                "{number} places not answered for: {reason}. What was answered is kept.",
                len(failed),
                reason=markdown_text(wording.failure(failed["failure"].iloc[0])),
            )
        )
    if frame["geocoder"].eq(FoundBy.NOMINATIM).any():
        st.caption(say("Streets and squares: {source}", source=markdown_text(settings.attribution)))
    asked = len(frame.drop_duplicates(list(Place._fields)))
    if asked > _MOST_ONLINE:
        said = mark("{host} knows streets and squares, but {number} places are too many to look up from this page.")
        st.caption(say(said, host=host, number=asked))
    elif len(failed) or not own.online:
        st.caption(
            say_many(
                "{host} is sent venue, town, region and country of each place, once, and nothing else: {number} "
                "request, at most one every {pause} s. You can stop and go on later: these places and their answers "
                "stay on this server for 30 days.",
                "{host} is sent venue, town, region and country of each place, once, and nothing else: about {number} "
                "requests, at most one every {pause} s. You can stop and go on later: these places and their answers "
                "stay on this server for 30 days.",
                asked,
                host=host,
                pause=settings.pause,
            )
        )
        label = mark("Ask {host} again") if len(failed) else mark("Ask {host} for streets and squares")
        if st.button(say(label, host=host)) and _find(own, settings):
            st.rerun()


def _choose(own: Own, place: Place, option: Candidate) -> None:
    """Take what is meant by a place: the gazetteer's name of a town into the list itself, any other pin as it is.

    Where the list gives points of its own, these would still be what is in doubt.
    """
    if not place.venue and option.geocoder in OFFLINE and not _is_pointed(own, place):
        SESSION[_ACCEPTED][place.locality, place.region, place.country] = option.name
        SESSION[_AGAIN] = True
    else:
        _give(chosen_pin(place, option))


def _is_pointed(own: Own, place: Place) -> bool:
    """Tell whether the list gives a point for a place, or a person has."""
    if not own.placed:
        return False
    frame = own.placed.table.frame
    columns = ["venue", "locality", "region", "listed_country"]
    rows = frame[(frame[columns] == list(place)).all(axis="columns")]
    found = {*rows["geocoder"], *(one.geocoder for some in rows["candidates"] for one in some)}
    return not found.isdisjoint((FoundBy.LIST, FoundBy.REVIEWED))


def _give(pin: Pin) -> None:
    """Take a pin that a person has corrected; the places are then found anew."""
    review.given(own_list.GIVEN)[pin.place] = pin  # never written, not even by the keeper
    SESSION[_AGAIN] = True


def _hand_on(own: Own, key: str) -> None:
    """Show the list on all pages, or no longer; hand out the list with its pins, and a folder to host it."""
    example = say("Day of action, {date}", date=_EXAMPLE)
    own.title = one_line(
        st.text_input(say("Title of the map"), placeholder=example, value=own.title, max_chars=200, key=key)
    )
    wishes = own_list.wishes(own, SESSION[_ACCEPTED])
    with st.container(horizontal=True, gap="small"):
        if own_list.shown():
            st.button(say("Back to the public map"), on_click=own_list.leave)
        else:
            st.button(say("Show this list on all pages"), type="primary", on_click=own_list.take)
        for label, write, name in (
            (mark("The checked list with its pins (CSV)"), partial(own_list.csv, own), "actions-with-pins.csv"),
            (mark("A campaign folder to host it (ZIP)"), partial(own_list.packed, own, wishes), "campaign.zip"),
        ):
            download.button(say(label), write, name, key=f"own-{name}")
        st.button(say("Forget this list"), on_click=own_list.forget)
