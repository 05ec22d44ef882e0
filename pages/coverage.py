"""The coverage page: who lives within reach of an action, who does not, and where more actions would reach most."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import pydeck as pdk
import streamlit as st

from actionmap.campaign.actions import STATUS_NAMES
from actionmap.campaign.filters import LINKS
from actionmap.campaign.folder import Campaign
from actionmap.campaign.selection import Selection
from actionmap.campaign.table import ActionTable
from actionmap.drawing import charts, layers
from actionmap.drawing.coverage_map import MOST_CIRCLES, MOST_GAPS, coverage_deck
from actionmap.publish.exports import suggestions_csv
from actionmap.publish.markup import render
from actionmap.reach.coverage import Coverage, with_towns
from actionmap.reach.gaps import members_by_subregion, members_without, named_without
from actionmap.reach.plan import (
    ALL,
    MOST_SUGGESTIONS,
    MOST_TRIED,
    RADII_KM,
    SMALLEST_CITIES,
    Plan,
    area_label,
    areas,
    besides,
)
from actionmap.text import count, csv_cell, markdown_text
from actionmap.ui import download, frame, view
from actionmap.ui.loading import gazetteer
from actionmap.ui.measuring import cities, distances, suggestions
from actionmap.world.countries import country_name
from actionmap.world.place import Town

_STANDFIRST = (
    "Who lives within reach of an action on this map, where nobody does, and where the next ones would reach the most "
    "people."
)
_METHOD = """
- **People** are those of cities and towns in GeoNames of at least the size chosen, each thought to live at its city's
  middle. The countryside and smaller places are not counted, so the share is of *city population*, not of everybody.
- **Districts are counted once.** GeoNames lists Brooklyn beside New York City, whose people include Brooklyn's. A
  place is taken for a part of a larger one in the same region if it lies within the circle that the larger one's
  people would fill at 5,000 to the km², and has at most 0.4 of its people or lies near its middle. That errs both
  ways: Guarulhos counts as São Paulo, outer Sydney counts twice.
- **Within reach** means a straight line over the ground (great circle) no longer than the radius. It says nothing of
  roads, borders, or of who could come.
- **Measured** are actions whose town or venue is known. One of which only the country or region is known reaches
  nobody here, but its country is not listed as without action.
- **Where next** is found one city after the other, each adding the most people not yet within reach. Together they
  add at least 63 % (1 − 1/e) of what the best choice of as many cities would; finding that one takes too long.
- A gap is a gap *in this list*. An action without a dated, located public source is missing from it.
"""
_ROWS = (
    ("People within reach", "The share of city population that lives within the radius of an action."),
    ("Large cities within reach", "Cities of a million people and more."),
    ("Countries and territories reached", "Those in which at least one counted city is within reach."),
    ("Measured from", "Actions whose town or venue is known."),
)
_MOST_ROWS = 500
_TIES = {None: "organized or called", "organized": "organized", "called": "called"}


def show(campaign: Campaign, table: ActionTable) -> None:
    """Draw the page."""
    seen = view.current()
    plan, selection = seen.plan, seen.selection
    st.html(render("masthead.html", title="Coverage gaps", standfirst=_STANDFIRST, call_url=campaign.call_url))
    choices = areas(table)
    settings(table, plan, list(choices))
    actions = table.select(selection)
    countries = choices.get(plan.area, ())
    towns, unknown = tried(plan.tried)
    covered = coverage_of(campaign, table, selection, plan, countries)
    trial = replace(covered, nearest=with_towns(cities(), covered.nearest, towns)) if towns else covered
    figures(campaign, table, selection, plan, covered, trial, len(towns))
    chart, panel = st.columns([2, 1], gap="medium")
    gaps(campaign, table, selection, plan, trial, actions)
    with st.expander("What these figures mean, and what they do not"):
        st.markdown(_METHOD)
    with panel:  # last, because it takes longest
        what_if(plan, unknown)
        steps = where_next(campaign, table, plan, selection, towns, trial)
    with chart:
        draw_map(campaign, plan, trial, steps, towns)


def settings(table: ActionTable, plan: Plan, choices: list[str]) -> None:
    """Draw what the organizer sets."""
    radius, smallest, area, beside = st.columns([3, 3, 3, 3], gap="medium")
    radius.slider(
        "Radius, km",
        *RADII_KM,
        step=10,
        **view.controlled("radius", plan.radius, lambda km: view.ask(replace(view.current().plan, radius=int(km)))),
    )
    smallest.select_slider(
        "Smallest city counted, people",
        SMALLEST_CITIES,
        format_func=lambda people: f"{people:,}",
        **view.controlled(
            "smallest", plan.smallest, lambda people: view.ask(replace(view.current().plan, smallest=people))
        ),
    )
    area.selectbox(
        "Whose people count",
        ["", *choices],
        format_func=lambda one: area_label(one, table).capitalize() if not one else area_label(one, table),
        **view.controlled("area", plan.area, lambda one: view.ask(replace(view.current().plan, area=one))),
    )
    beside.selectbox(
        "Set beside it",
        ["", *besides(table)],
        format_func=lambda one: beside_label(one, table) or "Nothing",
        **view.controlled("beside", plan.beside, lambda one: view.ask(replace(view.current().plan, beside=one))),
    )


def beside_label(beside: str, table: ActionTable) -> str:
    """Return what to call the selection beside the chosen one; empty where there is none."""
    if beside == ALL:
        return "All actions"
    return STATUS_NAMES[beside] if beside in STATUS_NAMES else table.organizations[beside].name if beside else ""


def tried(names: tuple[str, ...]) -> tuple[list[Town], list[str]]:
    """Look up the towns to try; also return those that are not known."""
    found = {name: gazetteer().geocode(name) for name in names}
    towns = [
        Town(str(place.raw["matched_place"]), place.latitude, place.longitude) for place in found.values() if place
    ]
    return towns, [name for name, place in found.items() if not place]


def coverage_of(
    campaign: Campaign, table: ActionTable, selection: Selection, plan: Plan, countries: tuple[str, ...]
) -> Coverage:
    """Measure what a selection of actions reaches."""
    nearest = distances(campaign.version, selection, table)
    return Coverage(cities(), nearest, plan.radius, plan.smallest, countries)


def figures(
    campaign: Campaign,
    table: ActionTable,
    selection: Selection,
    plan: Plan,
    covered: Coverage,
    trial: Coverage,
    towns: int,
) -> None:
    """Say the figures of the selection, beside those of another and with the towns that are tried."""
    columns = [("All actions" if selection == Selection() else "This selection", covered)]
    if plan.beside:
        other = coverage_of(campaign, table, plan.other(selection), plan, tuple(covered.countries))
        columns.append((beside_label(plan.beside, table), other))
    if towns:
        columns.append((f"With {count(towns, 'town')} more", trial))
    st.html(
        render(
            "coverage.html",
            rows=_ROWS,
            columns=[(name, _figures(one, base=covered if towns and one is trial else None)) for name, one in columns],
        )
    )


def _figures(covered: Coverage, base: Coverage | None) -> list[tuple[str, str]]:
    """Return figures with their denominators, and where there is a base with what they add to it."""
    total, large = covered.total(), replace(covered, smallest=1_000_000)
    reached, cities_ = covered.by_country(), covered.cities.counted(1_000_000, covered.countries)
    listed = len(covered.nearest.actions)
    more = f", {total.within - base.total().within:,} more" if base else ""
    return [
        (f"{total.share:.1%}" if total.people else "–", f"{total.within:,} of {total.people:,} people{more}"),
        (f"{len(cities_) - len(large.gaps()):,}", f"of {len(cities_):,}"),
        (f"{(reached['within'] > 0).sum():,}", f"of {(reached['people'] > 0).sum():,} with a city so large"),
        (f"{listed:,}", f"different places; {count(covered.nearest.left_out, 'action')} without a known town left out"),
    ]


def what_if(plan: Plan, unknown: list[str]) -> None:
    """Draw the field for towns to try as extra actions."""
    st.multiselect(
        "What if there were one in…",
        list(plan.tried),
        accept_new_options=True,
        max_selections=MOST_TRIED,
        placeholder="A town, in any script: Lagos, 東京",
        select_all=False,
        help="Adds an action there to the figures and the map. Nothing is stored: it is all in the address.",
        **view.controlled(
            "try", list(plan.tried), lambda towns: view.ask(replace(view.current().plan, tried=tuple(towns)))
        ),
    )
    for name in unknown:
        near = ", ".join(str(place.raw["matched_place"]) for place in gazetteer().suggest(name)[:3])
        st.caption(
            f"The list of the world's towns has no **{markdown_text(name)}**."
            + (f" Did you mean {markdown_text(near)}?" if near else " Try it with its country: *town, country*.")
        )


def where_next(
    campaign: Campaign,
    table: ActionTable,
    plan: Plan,
    selection: Selection,
    towns: list[Town],
    trial: Coverage,
) -> pd.DataFrame:
    """Draw the cities that would add the most people, and hand them out as a list; return them."""
    st.slider(
        f"Where next, in {area_label(plan.area, table)}" if plan.area else "Where next",
        1,
        MOST_SUGGESTIONS,
        help="So many more actions, each where it adds the most people not yet within reach.",
        **view.controlled("more", plan.more, lambda more: view.ask(replace(view.current().plan, more=int(more)))),
    )
    steps = suggestions(campaign.version, selection, tuple(towns), replace(plan, beside="", tried=()), trial)
    if steps.empty:
        st.markdown("Everybody who is counted is within reach.")
        return steps
    shown = pd.DataFrame(
        {
            "": range(1, len(steps) + 1),
            "Place": [f"{name}, {country}" for name, country in zip(steps["name"], steps["country"], strict=True)],
            "Reaches": steps["largest"],
            "Adds people": steps["adds"],
            "Within reach then": steps["share"],
        }
    )
    st.dataframe(
        shown,
        hide_index=True,
        height=min(388, 38 + 35 * len(shown)),
        column_config={
            "": st.column_config.NumberColumn(width=30),
            "Place": st.column_config.TextColumn(width=125),
            "Reaches": st.column_config.TextColumn(help="The largest city that comes within reach.", width=95),
            "Adds people": st.column_config.NumberColumn(format="compact", width=80),
            "Within reach then": st.column_config.NumberColumn(format="percent"),
        },
        alt="Where more actions would add the most people, one after the other",
    )
    download.button(
        "These as a list to work from (CSV)",
        partial(suggestions_csv, steps, plan.radius, campaign.date),
        f"where-next-{campaign.date}.csv",
        key="download-next",
        help_="Its status is “suggested”: check accepts it, and no map takes it for actions.",
    )
    return steps


def draw_map(campaign: Campaign, plan: Plan, trial: Coverage, steps: pd.DataFrame, towns: list[Town]) -> None:
    """Draw the map of what is within reach and what is not."""
    places = trial.nearest.actions[trial.nearest.actions["id"] != ""]
    beyond = trial.gaps(MOST_GAPS)
    shares = trial.by_country()
    phone = view.is_phone()
    start = campaign.map
    looks_at = pdk.ViewState(
        latitude=start.latitude, longitude=start.longitude, zoom=start.zoom - (0.6 if phone else 0)
    )
    if plan.area and len(shown := pd.concat([beyond, steps])):
        looks_at = layers.fitted_view(list(shown["latitude"]), list(shown["longitude"]), phone=phone)
    st.pydeck_chart(
        coverage_deck(
            looks_at,
            places,
            dict(zip(shares["country"], shares["share"].fillna(0), strict=True)),
            beyond,
            steps,
            towns,
            radius_km=plan.radius,
            dark=st.context.theme.type == "dark",
        ),
        height=560,
        alt="World map of what is within reach of an action, and the largest cities beyond. The tables say the same.",
    )
    st.html(render("coverage_legend.html", radius=plan.radius))
    if len(places) > MOST_CIRCLES:
        st.caption(
            f"Circles are drawn for the first {MOST_CIRCLES:,} of {count(len(places), 'place')}; all are counted."
        )


def gaps(
    campaign: Campaign,
    table: ActionTable,
    selection: Selection,
    plan: Plan,
    trial: Coverage,
    actions: pd.DataFrame,
) -> None:
    """Draw the chosen table of gaps, and hand it out as a file."""
    area = area_label(plan.area, table)
    st.subheader(f"Gaps in {area}" if plan.area and plan.area not in table.organizations else "Gaps", anchor=False)
    tables: dict[str, Callable[[], None]] = {
        "Cities beyond reach": partial(_cities_beyond, trial, plan),
        "Countries without an action": partial(_countries_without, trial, actions),
        "Named, none itemised": partial(_named_without, campaign, table),
        "Members": partial(_members, campaign, table, selection, trial, area),
        "By country": partial(_shares, trial.by_country().drop(columns=["country", "subregion"]), "by-country"),
        "By subregion": partial(_shares, trial.by_subregion().drop(columns="subregion"), "by-subregion"),
    }
    chosen = st.segmented_control(
        "Gaps", list(tables), default="Cities beyond reach", key="gaps", required=True, label_visibility="collapsed"
    )
    tables[chosen]()


def _cities_beyond(trial: Coverage, plan: Plan) -> None:
    beyond = trial.gaps()
    st.caption(
        f"{count(len(beyond), 'city', 'cities')} of {plan.smallest:,} people and more, farther than {plan.radius} km "
        "from every action, the largest first. The rank is among all cities counted, those within reach too."
    )
    _table("cities-beyond-reach", beyond, _city_rows)


def _city_rows(beyond: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Rank": beyond["rank"],
            "City": beyond["name"],
            "Region": beyond["region"],
            "Country or territory": [country_name(code) for code in beyond["country"]],
            "People": beyond["population"],
            "Nearest action": [csv_cell(place) for place in beyond["nearest_place"]],
            "Distance, km": beyond["km"].round(),
        }
    )


def _countries_without(trial: Coverage, actions: pd.DataFrame) -> None:
    without = trial.countries_without(actions)
    st.caption(f"{count(len(without), 'country or territory', 'countries and territories')} without any action shown.")
    _table(
        "countries-without-an-action",
        pd.DataFrame(
            {
                "Country or territory": without["name"],
                "People in counted cities": without["people"],
                "Largest city": without["largest_city"],
                "Its people": without["largest_people"],
            }
        ),
    )


def _named_without(campaign: Campaign, table: ActionTable) -> None:
    named = named_without(campaign.claims, table)
    if named.empty:
        st.markdown("Every place that a claim names has an action in this list.")
        return
    st.caption("Places that a claim names, without an action in this list that the claim speaks of.")
    claims = {claim.id: claim.claim for claim in campaign.claims}
    _table(
        "named-none-itemised",
        pd.DataFrame(
            {
                "Place": named["place"].map(csv_cell),
                "Claim": named["claim"].map(claims).map(csv_cell),
                "Who says so": named["claimant"].map(csv_cell),
                "Other actions there": named["others"],
            }
        ),
    )


def _members(campaign: Campaign, table: ActionTable, selection: Selection, trial: Coverage, area: str) -> None:
    inside = [code for code in table.countries if code in trial.countries]
    here = selection.but(country=tuple(inside)) if trial.countries else selection
    if trial.countries and not inside:
        st.markdown(f"No action of this list is in {markdown_text(area)}, so no member has one there.")
    else:
        names = {
            tie: ", ".join(map(markdown_text, members_without(table, here, tie)["name"])) or "every member has one"
            for tie in LINKS
        }
        st.markdown(
            f"Members without an action in {markdown_text(area)} that a source names them as **organizing**: "
            f"{names['organized']}.\n\nWithout one that is part of a day or series that a source names them as "
            f"**calling**: {names['called']}."
        )
    tie = _TIES[selection.link]
    counted = members_by_subregion(table, selection, selection.link)
    source = f"Source: Action Map, data version {campaign.version}; each action with its public source."
    chart = charts.by_member(counted, tie, source)
    st.altair_chart(chart)
    file = f"members-by-subregion-{campaign.date}"
    data = partial(counted.assign(name=counted["name"].map(csv_cell)).to_csv, index=False)
    download.row(download.chart(chart) | {"CSV": ("csv", data)}, file, key="members")


def _shares(shares: pd.DataFrame, name: str) -> None:
    st.caption("People of counted cities, and how many of them live within reach.")
    columns = {"name": "Area", "people": "People", "within": "Within reach", "share": "Share"}
    _table(name, shares.rename(columns=columns))


def _table(name: str, rows: pd.DataFrame, shaped: Callable[[pd.DataFrame], pd.DataFrame] = lambda rows: rows) -> None:
    """Draw a table to sort and search, its first rows if it is long, and hand out the whole as a file."""
    shown = shaped(rows.head(_MOST_ROWS))
    config: dict[str, Any] = {
        column: st.column_config.NumberColumn(format="localized")
        for column in shown.select_dtypes("number").columns
        if column != "Share"
    }
    if "Share" in shown:
        config["Share"] = st.column_config.ProgressColumn(format="percent", min_value=0, max_value=1)
    if len(rows) > len(shown):
        st.caption(f"The first {len(shown):,} are shown; the file has all.")
    st.dataframe(shown, hide_index=True, height=420, column_config=config, key=name)
    download.button(
        "CSV",
        lambda: shaped(rows).to_csv(index=False, lineterminator="\r\n"),
        f"{name}.csv",
        key=f"download-{name}",
    )


frame.draw(show)
