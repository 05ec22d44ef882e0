"""The map page: every action that is chosen, the list beside it, the card of the one that is open."""

from typing import Any

import pandas as pd
import streamlit as st

from actionmap.campaign.folder import Campaign
from actionmap.campaign.table import ActionTable, countries_in, records
from actionmap.drawing import action_map
from actionmap.publish.markup import render
from actionmap.publish.terms import MISSING, SHOWN, counted
from actionmap.reach.nearest import NearestActions, find
from actionmap.text import count
from actionmap.ui import frame, nearest, view
from actionmap.ui.card import card, listing, offer_to_mend
from actionmap.ui.loading import gazetteer
from actionmap.ui.world_map import world_map

Action = dict[str, Any]  # one row of `ActionTable.frame`
_PANEL_HEIGHT = 560  # px
_CLOSE = 4.5  # zoom at which a link to an action opens


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
        draw_map(campaign, table, actions, opened, found)
        st.html(render("legend.html"))
    with panel:
        nearest.ask()
        if opened is not None:
            read_cards(campaign, actions, opened)
        elif seen.near:
            nearest.answer(seen.near, found)
        elif actions.empty:
            nothing_matches()
            offer_to_mend(campaign)
        else:
            listing(table, seen.selection, settings.date)
            offer_to_mend(campaign)


def action_by_id(table: ActionTable, id_: str) -> Action | None:
    """Return an action, whether the filters keep it or not; None where there is none of this id."""
    if not id_:
        return None
    rows = table.frame[table.frame["id"] == id_]
    return None if rows.empty else records(rows)[0]


def at_the_place_of(opened: Action, actions: pd.DataFrame) -> pd.DataFrame:
    """Return these actions that share the opened one's pin."""
    return actions[(actions["latitude"] == opened["latitude"]) & (actions["longitude"] == opened["longitude"])]


def draw_map(
    campaign: Campaign, table: ActionTable, actions: pd.DataFrame, opened: Action | None, found: NearestActions | None
) -> None:
    """Draw the map of these actions, which looks at what was asked for, else at all of them."""
    seen = view.current()
    here = None if opened is None else at_the_place_of(opened, actions)
    chosen = None if here is None or here.empty else int(here.index[0])
    places = table.once(("places", seen.selection), lambda: action_map.gather_places(actions))
    opened_at = action_by_id(table, seen.opened_at)
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
        alt=f"World map of {count(len(actions), 'action')}. The list beside it says the same in words.",
        on_click=lambda place: take_click(table, place),
        street_map=campaign.settings.street_map,
    )


def _points(actions: pd.DataFrame) -> list[tuple[float, float]]:
    return list(zip(actions["latitude"], actions["longitude"], strict=True))


def take_click(table: ActionTable, place: dict[str, Any]) -> None:
    """Open the card of the clicked place; a marker of many places asks what is near it instead."""
    key, kind = place.get("k"), str(place.get("i"))
    if not isinstance(key, int) or key not in table.frame.index:
        return  # of a list that has changed since
    action = table.frame.loc[key]
    if kind[-1:] == action_map.CLUSTER:
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
