"""The map page: every action that is chosen, the list beside it, the card of the one that is open."""

from typing import Any

import pandas as pd
import streamlit as st

from actionmap.campaign.folder import Campaign
from actionmap.campaign.table import ActionTable, countries_in
from actionmap.drawing import action_map
from actionmap.languages import say_many
from actionmap.publish.markup import render
from actionmap.publish.terms import counted
from actionmap.reach.nearest import NearestActions, find
from actionmap.ui import frame, panel, sidebar, view
from actionmap.ui.loading import gazetteer
from actionmap.ui.world_map import world_map

Action = dict[str, Any]  # one row of `ActionTable.frame`
_CLOSE = 4.5  # zoom at which a link to an action opens


def show(campaign: Campaign, table: ActionTable) -> None:
    """Draw the page."""
    seen = view.current()
    actions = table.select(seen.selection)
    opened = table.action(seen.action)  # whether the filters keep it or not
    found = table.once(("near", seen.selection, seen.near), lambda: nearest_to(seen.near, actions))
    settings = campaign.settings
    above = st.container()
    chart, beside = st.columns([2, 1], gap="medium")
    with chart:
        draw_map(campaign, table, actions, opened, found)  # first, and so first on the screen
        st.html(render("legend.html"))
    with above:
        st.html(
            render("masthead.html", title=settings.title, standfirst=settings.standfirst, call_url=settings.call_url)
        )
        st.html(table.once(("shown", seen.selection), lambda: said_of(actions, len(table))))
        with st.container(horizontal=True, gap="small", key="asked"):
            sidebar.search(table)
            panel.ask_near()
    with beside:
        panel.panel(campaign, table, actions, opened, found)


def said_of(actions: pd.DataFrame, listed: int) -> str:
    """Say how many of so many actions are shown, in how many countries, and how many have no pin."""
    numbers = {"countries": len(countries_in(actions)), "unpinned": int(actions["latitude"].isna().sum())}
    parts = [counted(what, number) for what, number in numbers.items() if number]
    return render("shown.html", all=counted("shown", listed, shown=len(actions)), parts=parts)


def nearest_to(near: str, actions: pd.DataFrame) -> NearestActions | None:
    """Return what is nearest to a town; None where none is asked for, or known."""
    return find(near, actions, gazetteer()) if near else None


def draw_map(
    campaign: Campaign, table: ActionTable, actions: pd.DataFrame, opened: Action | None, found: NearestActions | None
) -> None:
    """Draw the map of these actions, which looks at what was asked for, else at all of them."""
    seen = view.current()
    chosen = table.once(("first", seen.selection, seen.action), lambda: first_at(opened, actions))
    places = table.once(("places", seen.selection), lambda: action_map.gather_places(actions))
    opened_at = table.action(seen.opened_at)
    if found:
        look = [(found.origin.latitude, found.origin.longitude), *_points(found.actions)]
        deck = action_map.deck(places, chosen=chosen, origin=found.origin, nearest=found.actions, look=look)
    elif opened_at is not None and pd.notna(opened_at["latitude"]):
        look = [(opened_at["latitude"], opened_at["longitude"])]
        deck = action_map.deck(places, chosen=chosen, look=look, closest=_CLOSE)
    else:
        deck = table.once(("map", seen.selection, chosen), lambda: action_map.deck(places, chosen=chosen))
    world_map(
        deck,
        key="map",
        alt=say_many(
            "World map of {number} action. The list beside it says the same in words.",
            "World map of {number} actions. The list beside it says the same in words.",
            len(actions),
        ),
        on_click=lambda place: take_click(table, place),
        street_map=campaign.settings.street_map,
    )


def first_at(opened: Action | None, actions: pd.DataFrame) -> int | None:
    """Return the index of the first of these actions that shares the opened one's pin; None where none does."""
    here = panel.at_the_place_of(opened, actions) if opened else actions[:0]
    return None if here.empty else int(here.index[0])


def _points(actions: pd.DataFrame) -> list[tuple[float, float]]:
    return list(zip(actions["latitude"], actions["longitude"], strict=True))


def take_click(table: ActionTable, place: dict[str, Any]) -> None:
    """Open the card of the clicked place; a marker of many places asks what is near it instead."""
    key, kind = place.get("k"), str(place.get("i"))
    if not isinstance(key, int) or key not in table.frame.index:
        return  # of a list that has changed since
    action = table.frame.loc[key]
    if kind[-1:] == action_map.CLUSTER:
        view.look(near=action["town"] or action["matched_place"])
    else:
        view.look(action=action["id"])


frame.draw(show)
