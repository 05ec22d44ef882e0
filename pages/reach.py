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
from actionmap.languages import mark, say, say_many, sentences
from actionmap.publish import exports, formats
from actionmap.publish.cards import claim_beside_evidence, figures_of
from actionmap.publish.citation import bibtex, citation, imprint
from actionmap.publish.markup import render
from actionmap.publish.prints import chart_file, map_file
from actionmap.publish.terms import MISSING
from actionmap.site.files import EMBEDS, embeds
from actionmap.text import markdown_text
from actionmap.ui import download, frame, view

# Picture → its name, and what draws it. (Streamlit would show a text below the table on the page.)
_PICTURES: dict[str, tuple[str, Callable[[pd.DataFrame, Campaign], charts.Chart]]] = {
    "by-country": (mark("By country"), lambda actions, _: charts.by_country(actions)),
    "world-map": (mark("World map"), lambda actions, _: charts.shaded_world(actions)),
    "follow-the-sun": (mark("Follow the sun"), lambda actions, _: charts.by_hour(actions)),
    "organizers": (mark("Organizers"), lambda actions, campaign: charts.by_organizer(actions, campaign.organizations)),
    "attendance-as-reported": (mark("Attendance as reported"), lambda actions, _: charts.attendance(actions)),
}


def show(campaign: Campaign, table: ActionTable) -> None:
    """Draw the page."""
    selection = view.current().selection
    actions = table.select(selection)
    standfirst = say("What this list itemises, and what has been claimed.") + f" {say(MISSING)}"
    call_url = campaign.settings.call_url
    st.html(render("masthead.html", title=say("Global reach"), standfirst=standfirst, call_url=call_url))
    headline(actions, table, selection)
    if campaign.claims:
        claims_beside_evidence(campaign, table, selection)
    pictures(campaign, actions, table, selection)
    the_data(campaign, actions, table, selection)


def headline(actions: pd.DataFrame, table: ActionTable, selection: Selection) -> None:
    """Say the figures of the selection, each with its denominator."""
    if selection != Selection():
        st.caption(say("These figures count only the actions that the filters show."))
    st.html(table.once(("figures", selection), lambda: figures_of(actions, len(table))))


def claims_beside_evidence(campaign: Campaign, table: ActionTable, selection: Selection) -> None:
    """Set every claim beside what the list itemises for it."""
    st.header(say("Claims beside evidence"), anchor=False)
    compared = say("Each claim is compared with all actions in the list that it speaks of, whatever the filters leave.")
    of_the_list = say("*In part* and *not itemised* speak of this list, not of what happened.")
    st.caption(sentences(compared, of_the_list))
    drawn = table.once(
        ("claims", campaign.version), lambda: [claim_beside_evidence(claim, table) for claim in campaign.claims]
    )
    for html in drawn:
        st.html(html)
    left_out = sum(problem.file == "claims.csv" for problem in campaign.problems)
    if left_out:
        st.caption(
            say_many(
                "{number} problem in the list of claims: what could not be read is left out.",
                "{number} problems in the list of claims: what could not be read is left out.",
                left_out,
            )
        )


def pictures(campaign: Campaign, actions: pd.DataFrame, table: ActionTable, selection: Selection) -> None:
    """Draw the chosen picture of the selection, and hand it out as a file."""
    st.header(say("Pictures"), anchor=False)
    name = st.segmented_control(
        say("Picture"),
        list(_PICTURES),
        format_func=lambda one: say(_PICTURES[one][0]),
        default="by-country",
        key="picture",
        required=True,
        label_visibility="collapsed",
    )
    spec = table.once(("chart", selection, name), lambda: charts.spec(_PICTURES[name][1](actions, campaign)))
    st.vega_lite_chart(spec)
    said = imprint(campaign, actions, shown(len(actions), len(table), selection, table.organizations))
    st.caption(markdown_text(said.credit))
    file = f"{exports.file_name(campaign.settings.date, selection)}-{name}"
    download.row(download.pictures(name, campaign, selection, chart_file, spec, said), file, key="chart")


def the_data(campaign: Campaign, actions: pd.DataFrame, table: ActionTable, selection: Selection) -> None:
    """Hand out the selection as files, how to cite it, and how to embed it."""
    st.header(say("The data"), anchor=False)
    what = shown(len(actions), len(table), selection, table.organizations)
    st.markdown(
        say(
            "The current selection, **{selection}**, with coordinates, precision and sources:",
            selection=markdown_text(what),
        )
    )
    name = exports.file_name(campaign.settings.date, selection)
    data = {
        say(one.label): (one.ending, partial(one.write, actions, campaign, what))
        for one in formats.FORMATS
        if not one.picture
    }
    download.row(data, name, key="download")
    st.markdown(say("The same as a map for print, with every place named, on one A4 page:"))
    said = imprint(campaign, actions, what)
    download.row(download.pictures("map", campaign, selection, map_file, actions, said), name, key="download")
    address = _address(selection)
    cite, embed = st.columns(2, gap="large")
    with cite:
        st.subheader(say("How to cite"), anchor=False)
        st.code(citation(campaign, address, what), language=None, wrap_lines=True)
        with st.expander("BibTeX"):
            st.code(bibtex(campaign, address, what), language=None, wrap_lines=True)
    with embed:
        st.subheader(say("Embed this selection"), anchor=False)
        kind = (
            "map"
            if not frame.has_site(table)
            else st.radio(
                say("Embed as"), list(EMBEDS), format_func=lambda one: say(EMBEDS[one]), key="embed", horizontal=True
            )
        )
        st.code(_embed(campaign, table, selection, kind), language=None, wrap_lines=True)
        st.caption(
            say(
                "A map made for a frame, with its legend and its credit; nothing else is loaded into your page. The "
                "line of script fits the height of the frame."
            )
        )


def _embed(campaign: Campaign, table: ActionTable, selection: Selection, kind: str) -> str:
    where, how = ("/site", kind) if frame.has_site(table) else ("", "true")
    src = f"{_site()}{where}/?{urlencode({'embed': how} | _query(selection), doseq=True)}"
    query = urlencode(_query(selection), doseq=True)
    picture = f"{_site()}/picture.svg{'?' if query else ''}{query}"
    return embeds(campaign, table, src=src, full=_address(selection), picture=picture)[kind]


def _query(selection: Selection) -> dict[str, list[str]]:
    return selection.to_query() | view.kept_language()


def _address(selection: Selection) -> str:
    query = urlencode(_query(selection), doseq=True)
    return f"{_site()}/{'?' if query else ''}{query}"


def _site() -> str:
    """Return the address of the site without a page's own path."""
    return (st.context.url or "").split("?")[0].rstrip("/").removesuffix("/reach")


frame.draw(show)
