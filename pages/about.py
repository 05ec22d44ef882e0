"""The about page: what this is, how it is made, how exact its pins are, and what it does not know."""

import streamlit as st

from actionmap.campaign.folder import Campaign
from actionmap.campaign.table import ActionTable
from actionmap.publish.markup import render
from actionmap.text import count, markdown_text
from actionmap.ui import frame
from actionmap.ui.loading import source_state, unused_files
from actionmap.world.place import FoundBy
from actionmap.world.times import long_date

_PINS = {
    "venue": "at the venue",
    "locality": "in the middle of the town or city",
    "region": "for a whole region, because the source names no town",
    "country": "for a whole country or territory, because the source names no town",
    "": "nowhere: the place could not be found and is listed as such",
}
_METHOD = """
- **One row, one action**: a rally, march, vigil or picket at one place on one day, with its best source.
- **Announced or reported.** *Announced*: the sources were written before the day. *Reported*: a source says that
  it took place. The two are shown apart.
- **Call or same day.** *Tied to the call*: a source connects the action with the international call. *Same day only*:
  a solidarity action of that date whose source does not mention the call.
- **Organized by and called by** are two different things: whom a source names as organizing *this* action, and whom
  it names as calling the day or series that the action is part of. An organization's chapters count with it.
- **Places become pins** on our own server, from a list of the world's towns, before you come: no outside service learns
  what you look at. What cannot be found is listed, not guessed.
- **Attendance** is quoted with its reporter. It is never added up.
"""


def show(campaign: Campaign, table: ActionTable) -> None:
    """Draw the page."""
    settings = campaign.settings
    st.html(render("masthead.html", title="About this map", standfirst=settings.standfirst, call_url=settings.call_url))
    text, aside = st.columns([13, 8], gap="large")
    with text:
        what_this_is(campaign, table)
        what_it_does_not_know(table)
    with aside:
        how_exact(table)
        sources(campaign, table)


def what_this_is(campaign: Campaign, table: ActionTable) -> None:
    """Say what the map shows and how it came about."""
    st.subheader("What this is", anchor=False)
    countries = count(len(table.countries), "country or territory", "countries and territories")
    st.markdown(
        f"A map of {count(len(table), 'action')} in {countries} for {markdown_text(campaign.settings.title)}. "
        "Each action was found in a public report or announcement, and its card names that source. "
        "The map attributes; it takes no side in its own voice. It names organizations, never private persons."
    )
    st.subheader("Method", anchor=False)
    st.markdown(_METHOD)


def how_exact(table: ActionTable) -> None:
    """Count the pins by precision."""
    st.subheader("How exact the pins are", anchor=False)
    counted = table.frame["precision"].value_counts()
    st.markdown(
        "\n".join(f"- **{counted[precision]:,}** {words}" for precision, words in _PINS.items() if precision in counted)
        + "\n\nA full marker is a town or venue. A large, pale circle is an area: nobody meets at that very spot."
    )
    st.page_link("pages/pins.py", label="Review every pin")


def what_it_does_not_know(table: ActionTable) -> None:
    """Say what is missing."""
    frame = table.frame
    no_time = int(frame["start_time"].isna().sum())
    no_organizer = int((frame["organizers"].str.len() == 0).sum())
    st.subheader("What it does not know", anchor=False)
    st.markdown(
        "- A missing action means only that no dated, located public source was found: not that nothing happened.\n"
        f"- For {no_time:,} of {count(len(frame), 'action')} no source states a start time.\n"
        f"- For {no_organizer:,} of them no source names an organizer: *not stated*, which is not *none*.\n"
        "- Borders and country names follow Natural Earth and Unicode CLDR; drawing them takes no position."
    )


def sources(campaign: Campaign, table: ActionTable) -> None:
    """Name sources, licences and the data's date."""
    collected = campaign.settings.collected
    until = f"collected until {long_date(collected)}; " if collected else ""
    osm = "- Streets and squares: © [OpenStreetMap](https://www.openstreetmap.org/copyright) contributors, ODbL 1.0\n"
    online = osm if table.frame["geocoder"].eq(FoundBy.NOMINATIM).any() else ""
    st.subheader("Sources and licences", anchor=False)
    st.markdown(
        "- Actions: the public reports and announcements that the cards link to\n"
        "- Towns, population, time zones: [GeoNames](https://www.geonames.org/), CC BY 4.0\n"
        f"{online}"
        "- Basemap: [Natural Earth](https://www.naturalearthdata.com/), public domain\n"
        "- Country names: Unicode CLDR\n"
        "- Type: Newsreader and Public Sans, SIL Open Font License\n\n"
        f"Data {until}version `{campaign.version}`."
    )
    state = source_state()
    if state:
        kept = (
            f"The list of actions is kept in {markdown_text(state.name)}, and was last looked at there {state.age} ago."
        )
        st.markdown(f"{kept} The last attempt failed: {markdown_text(state.problem)}" if state.problem else kept)
    for problem in unused_files():
        st.markdown(markdown_text(problem))
    st.subheader("Your privacy", anchor=False)
    st.markdown(
        "Your browser talks to this server alone: no tile server, font host or analytics learns that you look at a map "
        "of protests. Outside links open only when you follow them."
    )


frame.draw(show)
