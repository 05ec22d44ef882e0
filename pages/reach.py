"""The reach page: what a fact-checker quotes: figures, claims beside evidence, pictures, the data."""

from collections.abc import Callable
from functools import partial
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from actionmap.campaign.folder import Campaign
from actionmap.campaign.selection import Selection, shown
from actionmap.campaign.table import ActionTable
from actionmap.drawing import charts
from actionmap.publish import exports, formats
from actionmap.publish.cards import claim_beside_evidence, figures_of
from actionmap.publish.citation import bibtex, citation, imprint
from actionmap.publish.markup import render
from actionmap.publish.prints import chart_file, map_file
from actionmap.publish.terms import MISSING
from actionmap.site.files import EMBEDS, embeds
from actionmap.text import count, markdown_text
from actionmap.ui import download, frame, view

_STANDFIRST = f"What this list itemises, and what has been claimed. {MISSING}"


def show(campaign: Campaign, table: ActionTable) -> None:
    """Draw the page."""
    selection = view.current().selection
    actions = table.select(selection)
    st.html(render("masthead.html", title="Global reach", standfirst=_STANDFIRST, call_url=campaign.settings.call_url))
    headline(actions, table, selection)
    if campaign.claims:
        claims_beside_evidence(campaign, table, selection)
    pictures(campaign, actions, table, selection)
    the_data(campaign, actions, table, selection)


def headline(actions: pd.DataFrame, table: ActionTable, selection: Selection) -> None:
    """Say the figures of the selection, each with its denominator."""
    if selection != Selection():
        st.caption("These figures count only the actions that the filters on the left show.")
    st.html(table.once(("figures", selection), lambda: figures_of(actions, len(table))))


def claims_beside_evidence(campaign: Campaign, table: ActionTable, selection: Selection) -> None:
    """Set every claim beside what the list itemises for it."""
    st.subheader("Claims beside evidence", anchor=False)
    st.caption(
        "Each claim is compared with the actions that it speaks of, all that are in the list, "
        + ("whatever the filters leave. " if selection != Selection() else "counted anew each time the list changes. ")
        + "*In part* and *not itemised* speak of this list, not of what happened."
    )
    drawn = table.once(
        ("claims", campaign.version), lambda: [claim_beside_evidence(claim, table) for claim in campaign.claims]
    )
    for html in drawn:
        st.html(html)
    left_out = sum(problem.file == "claims.csv" for problem in campaign.problems)
    if left_out:
        st.caption(f"{count(left_out, 'problem')} in the list of claims: what could not be read is left out.")


def pictures(campaign: Campaign, actions: pd.DataFrame, table: ActionTable, selection: Selection) -> None:
    """Draw the chosen picture of the selection, and hand it out as a file."""
    st.subheader("Pictures", anchor=False)
    drawn: dict[str, Callable[[], charts.Chart]] = {
        "By country": partial(charts.by_country, actions),
        "World map": partial(charts.shaded_world, actions),
        "Follow the sun": partial(charts.by_hour, actions),
        "Organizers": partial(charts.by_organizer, actions, campaign.organizations),
        "Attendance as reported": partial(charts.attendance, actions),
    }
    name = st.segmented_control(
        "Picture", list(drawn), default="By country", key="picture", required=True, label_visibility="collapsed"
    )
    spec = table.once(("chart", selection, name), lambda: drawn[name]().to_dict())
    st.vega_lite_chart(spec)
    said = imprint(campaign, actions, shown(len(actions), len(table), selection, table.organizations))
    st.caption(markdown_text(said.credit))
    file = f"{exports.file_name(campaign.settings.date, selection)}-{name.lower().replace(' ', '-')}"
    download.row(download.pictures(name, campaign, selection, chart_file, spec, said), file, key="chart")


def the_data(campaign: Campaign, actions: pd.DataFrame, table: ActionTable, selection: Selection) -> None:
    """Hand out the selection as files, how to cite it, and how to embed it."""
    st.subheader("The data", anchor=False)
    what = shown(len(actions), len(table), selection, table.organizations)
    st.markdown(f"The current selection, **{markdown_text(what)}**, with coordinates, precision and sources:")
    name = exports.file_name(campaign.settings.date, selection)
    data = {
        one.label: (one.ending, partial(one.write, actions, campaign, what))
        for one in formats.FORMATS
        if not one.picture
    }
    download.row(data, name, key="download")
    st.markdown("The same as a map for print, with every place named, on one A4 page:")
    said = imprint(campaign, actions, what)
    download.row(download.pictures("map", campaign, selection, map_file, actions, said), name, key="download")
    address = _address(selection)
    cite, embed = st.columns(2, gap="large")
    with cite:
        st.markdown("**How to cite**")
        st.code(citation(campaign, address, what), language=None, wrap_lines=True)
        with st.expander("BibTeX"):
            st.code(bibtex(campaign, address, what), language=None, wrap_lines=True)
    with embed:
        st.markdown("**Embed this selection**")
        kind = (
            "map"
            if "site" not in frame.BESIDE
            else st.radio("As", list(EMBEDS), format_func=EMBEDS.__getitem__, key="embed", horizontal=True)
        )
        st.code(_embed(campaign, table, selection, kind), language=None, wrap_lines=True)
        st.caption(
            "A map made for a frame, with its legend and its credit; nothing else is loaded into your page. The line "
            "of script fits the height of the frame."
        )


def _embed(campaign: Campaign, table: ActionTable, selection: Selection, kind: str) -> str:
    query = urlencode(selection.to_query(), doseq=True)
    where, how = ("/site", kind) if "site" in frame.BESIDE else ("", "true")
    src = f"{_site()}{where}/?{urlencode({'embed': how} | selection.to_query(), doseq=True)}"
    picture = f"{_site()}/picture.svg{'?' if query else ''}{query}"
    return embeds(campaign, table, src=src, full=_address(selection), picture=picture)[kind]


def _address(selection: Selection) -> str:
    query = urlencode(selection.to_query(), doseq=True)
    return f"{_site()}/{'?' if query else ''}{query}"


def _site() -> str:
    """Return the address of the site without a page's own path."""
    return (st.context.url or "").split("?")[0].rstrip("/").removesuffix("/reach")


frame.draw(show)
