"""The coverage page: who lives within reach of an action, who does not, and where more actions would reach most."""

from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from actionmap.campaign.folder import Campaign
from actionmap.campaign.selection import Selection
from actionmap.campaign.table import ActionTable, records
from actionmap.drawing.coverage_map import MOST_CIRCLES, MOST_GAPS, coverage_deck, shares_said
from actionmap.drawing.layers import Deck
from actionmap.drawing.shading import SHADES
from actionmap.languages import mark, say, say_many, sentences
from actionmap.publish.exports import suggestions_csv
from actionmap.publish.markup import render
from actionmap.reach.plan import (
    MOST_SUGGESTIONS,
    MOST_TRIED,
    RADII_KM,
    SMALLEST_CITIES,
    WORLD,
    Plan,
    area_label,
    areas,
    beside_label,
    besides,
    different,
)
from actionmap.text import about, markdown_text
from actionmap.ui import download, frame, view
from actionmap.ui.coverage import Measured, gaps, measure
from actionmap.ui.live import slider
from actionmap.ui.loading import gazetteer
from actionmap.ui.world_map import world_map
from actionmap.world.countries import country_name
from actionmap.world.town_names import towns_said

_STANDFIRST = mark(
    "Who lives within reach of an action on this map, where nobody does, and where the next ones would reach the most "
    "people."
)
_METHOD = [
    mark(
        "**People** are those of cities and towns in GeoNames of at least the size chosen, each thought to live at its "
        "city's middle. The countryside and smaller places are not counted, so the share is of *city population*, not "
        "of everybody."
    ),
    mark(
        "**Districts are counted once.** GeoNames lists Brooklyn beside New York City, whose people include "
        "Brooklyn's. A place is taken for a part of a larger one in the same region if it lies within the circle that "
        "the larger one's people would fill at 5,000 to the km², and has at most 0.4 of its people or lies near its "
        "middle. That errs both ways: Guarulhos counts as São Paulo, outer Sydney counts twice."
    ),
    mark(
        "**Within reach** means a straight line over the ground (great circle) no longer than the radius. It says "
        "nothing of roads, borders, or of who could come."
    ),
    mark(
        "**Measured** are actions whose town or venue is known. One of which only the country or region is known "
        "reaches nobody here, but its country is not listed as without action."
    ),
    mark(
        "**Where next** is found one city after the other. The point that adds the most people not yet within reach is "
        "often a suburb that few know: the largest city that it reaches, and that adds at least 95% as many, is taken "
        "instead, with the point beside it. Together they add at least 61% of what the best choice of as many cities "
        "would, which takes too long to find."
    ),
    mark("A gap is a gap *in this list*: an action that is missing from it may have taken place."),
]


def show(campaign: Campaign, table: ActionTable) -> None:
    """Draw the page."""
    seen = view.current()
    call_url = campaign.settings.call_url
    st.html(render("masthead.html", title=say("Coverage gaps"), standfirst=say(_STANDFIRST), call_url=call_url))
    settings(table, seen.selection, seen.plan)
    measured = measure(campaign, table, seen.selection, seen.plan)
    figures(measured)
    chart, panel = st.columns([2, 1], gap="medium")
    gaps(measured)
    with st.expander(say("What these figures mean, and what they do not")):
        st.markdown("\n".join(f"- {say(one)}" for one in _METHOD))
    with panel:  # last, because it takes longest
        what_if(measured)
        steps = where_next(measured)
    with chart:
        draw_map(measured, steps)


def settings(table: ActionTable, selection: Selection, plan: Plan) -> None:
    """Draw what the organizer sets."""
    radius, smallest, area, beside = st.columns([3, 3, 3, 3], gap="medium")
    with radius:
        slider(
            say("Radius, km"),
            range(RADII_KM[0], RADII_KM[1] + 1, 10),
            key="radius",
            value=plan.radius,
            taken=lambda km: view.ask(replace(view.current().plan, radius=km)),
        )
    with smallest:
        slider(
            say("Smallest city counted, people"),
            SMALLEST_CITIES,
            key="smallest",
            value=plan.smallest,
            taken=lambda people: view.ask(replace(view.current().plan, smallest=people)),
        )
    area.selectbox(
        say("Whose people count"),
        list(areas(table)),
        format_func=lambda one: say("The world") if one == WORLD else area_label(one, table),
        **view.controlled("area", plan.where(table), lambda one: view.ask(replace(view.current().plan, area=one))),
    )
    others = different(selection, table)
    beside.selectbox(
        say("Set beside it"),
        ["", *others],
        format_func=lambda one: beside_label(one, table) if one else say("Nothing"),
        help=None if len(others) == len(besides(table)) else say("What would show the same actions is not offered."),
        **view.controlled(
            "beside",
            plan.beside if plan.beside in others else "",
            lambda one: view.ask(replace(view.current().plan, beside=one)),
        ),
    )


def figures(measured: Measured) -> None:
    """Say the figures of the selection, beside those of another and with the towns that are tried."""
    without, beside = replace(measured, towns=()), measured.plan.beside
    covered = without.once("figures", measured.covered.figures)
    columns = [(say("All actions") if measured.selection == Selection() else say("This selection"), covered, None)]
    if beside in different(measured.selection, measured.table):
        columns.append((beside_label(beside, measured.table), measured.beside(), None))
    if measured.towns:
        tried = measured.once("figures", measured.trial.figures)
        columns.append(
            (say_many("With {number} town more", "With {number} towns more", len(measured.towns)), tried, covered)
        )
    area = "" if measured.plan.area == WORLD else measured.area
    st.html(
        measured.once("figures said", lambda: render("coverage.html", columns=columns, area=area, about=about), beside)
    )


def what_if(measured: Measured) -> None:
    """Draw the field for towns to try as extra actions."""
    tried = list(measured.plan.tried)
    st.multiselect(
        say("What if there were one in…"),
        tried,
        accept_new_options=True,
        max_selections=MOST_TRIED,
        placeholder=say("A town, in any script: Lagos, 東京"),
        select_all=False,
        help=say("Adds an action there to the figures and the map. Nothing is stored: it is all in the address."),
        **view.controlled("try", tried, lambda towns: view.ask(replace(view.current().plan, tried=tuple(towns)))),
    )
    for name in measured.unknown:
        near = [str(place.raw["matched_place"]) for place in gazetteer().suggest(name)[:3]]
        unknown = say("The list of the world's towns has no **{name}**.", name=markdown_text(name))
        instead = say("Did you mean") if near else say("Try it with its country: *town, country*.")
        st.caption(sentences(unknown, instead))
        with st.container(horizontal=True, gap="small"):
            for town in near:
                key = f"try-{name}-{town}"
                st.button(markdown_text(town), key=key, on_click=try_instead, kwargs={"of": name, "town": town})


def try_instead(*, of: str, town: str) -> None:
    """Try another town instead of one that is not known."""
    plan = view.current().plan
    view.ask(replace(plan, tried=tuple(dict.fromkeys(town if one == of else one for one in plan.tried))))


def where_next(measured: Measured) -> pd.DataFrame:
    """Draw the cities that would add the most people, and hand them out as a list; return them."""
    plan, date = measured.plan, measured.campaign.settings.date
    slider(
        say("Where next") if plan.area == WORLD else say("Where next, in {area}", area=measured.area),
        range(1, MOST_SUGGESTIONS + 1),
        key="more",
        value=plan.more,
        taken=lambda more: view.ask(replace(view.current().plan, more=more)),
        help_=say(
            "How many more actions to suggest. Each goes where it reaches the most people who have none nearby yet."
        ),
    )
    steps = measured.suggestions()
    if steps.empty:
        st.markdown(say("Everybody who is counted is within reach."))
        return steps
    named = {name: towns_said(steps, name) for name in ("largest", "name", "best")}
    rows = records(steps.assign(**named, country=steps["country"].map(country_name)))
    st.html(render("coverage_next.html", steps=rows, about=about))
    download.button(
        say("These as a list to work from (CSV)"),
        partial(suggestions_csv, steps, plan.radius, date),
        f"where-next-{date}.csv",
        key="download-next",
        help_=say("Its status is “suggested”: check accepts it, and no map takes it for actions."),
    )
    return steps


def draw_map(measured: Measured, steps: pd.DataFrame) -> None:
    """Draw the map of what is within reach and what is not."""
    plan, trial, dark = measured.plan, measured.trial, st.context.theme.type == "dark"
    places = trial.nearest.actions[trial.nearest.actions["id"] != ""]

    def deck() -> Deck:
        beyond, shares = trial.gaps(MOST_GAPS), trial.by_country()
        shown = beyond.head(0) if plan.area == WORLD else pd.concat([beyond, steps])
        look = list(zip(shown["latitude"], shown["longitude"], strict=True))
        of_countries = dict(zip(shares["country"], shares["share"].fillna(0), strict=True))
        only = plan.area if trial.countries == (plan.area,) else ""
        return coverage_deck(
            look, places, of_countries, beyond, steps, measured.towns, radius_km=plan.radius, dark=dark, only=only
        )

    world_map(
        measured.once("deck", deck, plan.more, dark),
        key="coverage-map",
        alt=say(
            "World map of what is within reach of an action, and the largest cities beyond. The tables say the same."
        ),
    )
    st.html(render("coverage_legend.html", radius=plan.radius, shades=zip(shares_said(), SHADES, strict=True)))
    if len(places) > MOST_CIRCLES:
        st.caption(
            say(
                "Circles are drawn for the first {most} of {number} places; all are counted.",
                most=MOST_CIRCLES,
                number=len(places),
            )
        )


frame.draw(show)
