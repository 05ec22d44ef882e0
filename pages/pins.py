"""The page for the review of pins: those that may be wrong, places that have none, and how to correct them."""

from functools import partial

import streamlit as st

from actionmap.campaign.folder import Campaign
from actionmap.campaign.table import ActionTable
from actionmap.languages import mark, say, say_many
from actionmap.places.review import chosen_pin
from actionmap.publish.markup import render
from actionmap.ui import frame, own_list, review, view
from actionmap.world.place import Candidate, Place

_STANDFIRST = mark(
    "Is every pin where it belongs? Places without one come first, then those that may be wrong: say what was "
    "meant, or where it is."
)
_WRITTEN = mark("What you correct is written into `geocode_cache/geocodes.csv` at once, and the map has it.")
_HANDED_OUT = mark(
    "What you correct changes nothing on this server: it leaves as a file for those who keep the map. If that is you, "
    "`make local` starts a server that writes it."
)
_GIVEN = "_pins_given"


def show(campaign: Campaign, table: ActionTable) -> None:
    """Draw the page."""
    st.html(render("masthead.html", title=say("Pins"), standfirst=say(_STANDFIRST), call_url=None))
    if own_list.shown():
        st.info(say("You are looking at your own list. Correct its pins on the page Your list."))
        st.page_link("pages/your_list.py", label=say("To your list"))
        return
    corrected = review.given(_GIVEN)
    found = review.reviewed("_pins_reviewed", table, view.current().selection, corrected)
    st.markdown(
        say_many(
            "**{doubtful} of {number} place** in doubt.",
            "**{doubtful} of {number} places** in doubt.",
            len(found.places),
            doubtful=found.doubtful,
        )
    )
    st.caption(say(_WRITTEN if view.is_keeper() else _HANDED_OUT))
    review.hand_out(_GIVEN)
    review.draw(found, "pins", choose, partial(review.correct, _GIVEN))
    review.suggestions(table)


def choose(place: Place, option: Candidate) -> None:
    """Take what a person says is meant by a place."""
    review.correct(_GIVEN, chosen_pin(place, option))


frame.draw(show)
