"""The map page: every action that is chosen, the list beside it, the card of the one that is open."""

from functools import partial
from typing import Any

import pandas as pd
import pydeck as pdk
import streamlit as st

from actionmap.campaign.folder import Campaign
from actionmap.campaign.table import ActionTable, countries_in, records
from actionmap.drawing import action_map, layers
from actionmap.publish.markup import render
from actionmap.publish.terms import MISSING, SHOWN, counted
from actionmap.reach.nearest import NearestActions, find
from actionmap.text import count
from actionmap.ui import frame, nearest, own_list, view
from actionmap.ui.card import card, listing
from actionmap.ui.loading import gazetteer
from actionmap.world.place import EXACT

Action = dict[str, Any]  # one row of `ActionTable.frame`
_PANEL_HEIGHT = 560  # px


def show(campaign: Campaign, table: ActionTable) -> None:
    """Draw the page."""
    seen = view.current()
    actions = table.select(seen.selection)
    opened = action_by_id(table, seen.action)
    found = find(seen.near, actions, gazetteer()) if seen.near else None
    settings = campaign.settings
    st.html(render("masthead.html", title=settings.title, standfirst=settings.standfirst, call_url=settings.call_url))
    unpinned = int(actions["latitude"].isna().sum())
    st.html(
        render(
            "shown.html",
            all=SHOWN.format(number=f"{len(actions):,}", listed=f"{len(table):,}"),
            countries=counted("countries", len(countries_in(actions))) if len(actions) else "",
            unpinned=counted("unpinned", unpinned) if unpinned else "",
        )
    )
    chart, panel = st.columns([2, 1], gap="medium")
    with chart:
        draw_map(table, actions, opened, found, look_at(campaign, table, actions, found))
        st.html(render("legend.html"))
    with panel:
        nearest.ask()
        if opened is not None:
            read_cards(campaign, actions, opened)
        elif seen.near:
            nearest.answer(seen.near, found)
        elif actions.empty:
            nothing_matches()
        else:
            listing(table, seen.selection, settings.date)


def action_by_id(table: ActionTable, id_: str) -> Action | None:
    """Return an action, whether the filters keep it or not; None where there is none of this id."""
    if not id_:
        return None
    rows = table.frame[table.frame["id"] == id_]
    return None if rows.empty else records(rows)[0]


def at_the_place_of(opened: Action, actions: pd.DataFrame) -> pd.DataFrame:
    """Return these actions that share the opened one's pin."""
    return actions[(actions["latitude"] == opened["latitude"]) & (actions["longitude"] == opened["longitude"])]


def look_at(
    campaign: Campaign, table: ActionTable, actions: pd.DataFrame, found: NearestActions | None
) -> pdk.ViewState:
    """Return where the map looks: at what was asked for, else where the campaign starts; a click never moves it."""
    seen = view.current()
    phone = view.is_phone()
    if found:
        return layers.fitted_view(
            [found.origin.latitude, *found.actions["latitude"]],
            [found.origin.longitude, *found.actions["longitude"]],
            phone=phone,
        )
    opened_at = action_by_id(table, seen.opened_at)
    if opened_at is not None and pd.notna(opened_at["latitude"]):
        return layers.fitted_view([opened_at["latitude"]], [opened_at["longitude"]], phone=phone, closest=4.5)
    pinned = actions[actions["latitude"].notna()]
    if (seen.selection["country"] or own_list.shown()) and len(pinned):
        closest = 7.0 if pinned["precision"].isin(EXACT).any() else 4.0  # an area's pin is not at anything
        return layers.fitted_view(list(pinned["latitude"]), list(pinned["longitude"]), phone=phone, closest=closest)
    start = campaign.settings.map
    return pdk.ViewState(latitude=start.latitude, longitude=start.longitude, zoom=start.zoom - (0.6 if phone else 0))


def draw_map(
    table: ActionTable,
    actions: pd.DataFrame,
    opened: Action | None,
    found: NearestActions | None,
    looks_at: pdk.ViewState,
) -> None:
    """Draw the map of these actions."""
    here = None if opened is None else at_the_place_of(opened, actions)
    chosen = None if here is None or here.empty else int(here.index[0])
    dark, selection = st.context.theme.type == "dark", view.current().selection
    places = table.once(("places", selection), lambda: action_map.gather_places(actions))
    if found:
        deck = action_map.deck(places, looks_at, dark=dark, chosen=chosen, origin=found.origin, nearest=found.actions)
    else:
        key = ("map", selection, dark, chosen, *vars(looks_at).values())
        deck = table.once(key, lambda: action_map.deck(places, looks_at, dark=dark, chosen=chosen))
    st.pydeck_chart(
        deck,
        height=590,
        key="map",
        on_select=partial(take_click, table),
        selection_mode="single-object",
        alt=f"World map of {count(len(actions), 'action')}. The list beside it says the same in words.",
    )


def take_click(table: ActionTable) -> None:
    """Open the card of the clicked place; a marker of many places asks what is near it instead."""
    clicked = [row for rows in st.session_state["map"].selection.objects.values() for row in rows]
    if not clicked:
        return
    action = table.frame.loc[clicked[0]["k"]]
    if clicked[0]["i"] == action_map.CLUSTER:
        view.look(near=action["matched_place"])
    else:
        view.look(action=action["id"])


def read_cards(campaign: Campaign, actions: pd.DataFrame, opened: Action) -> None:
    """Draw the cards of the opened action and of the others at its place, one after the other."""
    others = at_the_place_of(opened, actions)
    others = others[others["id"] != opened["id"]]
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(f"**{counted('at_place', 1 + len(others))}**")
        st.button("Back to the list", type="tertiary", on_click=view.look, kwargs={"action": ""})
    if not actions["id"].eq(opened["id"]).any():
        st.caption("The filters leave this action out.")
    with st.container(height=_PANEL_HEIGHT, border=False, key="cards"):
        card(opened, campaign)
        for other in records(others):
            st.divider()
            card(other, campaign)


def nothing_matches() -> None:
    """Say that nothing matches the filters, and offer the way back."""
    st.subheader("No action matches", anchor=False)
    st.markdown(f"No action in this list fits all the filters together. {MISSING}")
    st.button("Show all actions", type="primary", on_click=view.clear_filters)


frame.draw(show)
