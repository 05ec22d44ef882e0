"""The about page: what this is, how it is made, how exact its pins are, and what it does not know."""

import streamlit as st

from actionmap.campaign.folder import Campaign
from actionmap.campaign.table import ActionTable
from actionmap.languages import mark, say, sentences
from actionmap.publish import about
from actionmap.publish.markup import render
from actionmap.text import markdown_text
from actionmap.ui import frame, own_list
from actionmap.ui.loading import source_state, unused_files

_PRIVACY = mark(
    "Your browser talks to this server alone: no tile server, font host or analytics learns that you look at a map of "
    "protests. Outside links open only when you follow them."
)
_ACCESS = mark(
    "Every page is meant for everybody: for the keyboard alone, for screen readers, large letters and colours of your "
    "own (WCAG 2.2 AA). What is tested, and what is not, is in {file} of the source code."
)
_STREETS = mark("If you switch the street map on, its host, named beside the switch, learns which streets you look at.")


def show(campaign: Campaign, table: ActionTable) -> None:
    """Draw the page."""
    settings = campaign.settings
    said = {"standfirst": settings.standfirst, "call_url": settings.call_url}
    st.html(render("masthead.html", title=say("About this map"), **said))
    text, aside = st.columns([13, 8], gap="large")
    own = own_list.shown() is not None
    with text:
        st.header(say("What this is"), anchor=False)
        st.markdown(about.what_this_is(campaign, table, own=own))
        st.header(say("Method"), anchor=False)
        st.markdown(about.method(table))
        st.header(say("What it does not know"), anchor=False)
        st.markdown(about.not_known(table))
    with aside:
        st.header(say("How exact the pins are"), anchor=False)
        st.markdown(about.how_exact(table))
        st.page_link("pages/pins.py", label=say("Review every pin"))
        sources(campaign, table, own=own)
        st.header(say("Your privacy"), anchor=False)
        st.markdown(say(_PRIVACY))
        if settings.street_map:
            st.markdown(say(_STREETS))
        st.header(say("Accessibility"), anchor=False)
        st.markdown(say(_ACCESS, file="`docs/accessibility.md`"))


def sources(campaign: Campaign, table: ActionTable, *, own: bool) -> None:
    """Name sources, licences and the data's date, and what became of the list's source."""
    st.header(say("Sources and licences"), anchor=False)
    st.markdown(about.sources(campaign, table, own=own))
    state = None if own else source_state()
    if state:
        kept = say(
            "The list of actions is kept in {name}, and was last looked at there {age} ago.",
            name=markdown_text(state.name),
            age=state.age,
        )
        failed = (
            say("The last attempt failed: {problem}", problem=markdown_text(str(state.problem)))
            if state.problem
            else ""
        )
        st.markdown(sentences(kept, failed))
    for problem in () if own else unused_files():
        st.markdown(markdown_text(problem))


frame.draw(show)
