"""Nearest to me: from a town's name, in any script, to the five nearest actions."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st
from geopy.location import Location

from actionmap.distances import KM_PER_MILE, great_circle_km
from actionmap.filters import records
from actionmap.geocode_cache import EXACT
from actionmap.maps import Origin
from actionmap.ui import view
from actionmap.ui.listing import action_button
from actionmap.ui.loading import gazetteer
from actionmap.ui.text import plain
from actionmap.wording import count

_NEAREST = 5


@dataclass(frozen=True)
class Nearest:
    """The answer to a town's name.

    Parameters
    ----------
    origin
        The town.
    actions
        The nearest rows of `ActionTable.frame`, the nearest first, with their distance in ``km``.
    left_out
        How many actions have no town to measure to.
    namesakes
        Names of other towns that could have been meant.
    """

    origin: Origin
    actions: pd.DataFrame
    left_out: int
    namesakes: list[str]


def ask() -> None:
    """Draw the field for the town; nobody's position is asked for."""
    st.text_input(
        "Nearest to",
        placeholder="Your town, in any script: Lyon, 東京, القاهرة",
        max_chars=200,
        help="Looked up on this server alone, in a list of the world's towns. Your position is not asked for.",
        **view.controlled("near", view.current().near, lambda text: view.change(near=text.strip(), action="")),
    )


def find(near: str, actions: pd.DataFrame) -> Nearest | None:
    """Return the nearest of these actions to a town, or None where the gazetteer does not know it."""
    towns: list[Location] = gazetteer().geocode(near, exactly_one=False) or []
    if not towns:
        return None
    origin = Origin(_name(towns[0]), towns[0].latitude, towns[0].longitude)
    exact = actions[actions["precision"].isin(EXACT)]
    km = great_circle_km(origin.latitude, origin.longitude, exact["latitude"], exact["longitude"])
    nearest = exact.assign(km=km).nsmallest(_NEAREST, "km", keep="first")
    namesakes = [name for name in map(_name, towns[1:]) if name != origin.name]
    return Nearest(origin, nearest, len(actions) - len(exact), namesakes)


def answer(near: str, nearest: Nearest | None) -> None:
    """Draw the nearest actions, or what the town could have been."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.subheader(f"Nearest to {plain(nearest.origin.name)}" if nearest else "Which town?", anchor=False)
        st.button("Close", type="tertiary", on_click=view.change, kwargs={"near": ""})
    if nearest is None:
        st.markdown(
            f"The list of the world's towns has no **{plain(near)}**. Try it with its country: *town, country*."
        )
        _offer("Did you mean", list(map(_name, gazetteer().suggest(near))))
        return
    with st.container(key="listing-nearest", gap=None):
        for action in records(nearest.actions):
            action_button(action, f"{action['km']:,.0f} km · {action['km'] / KM_PER_MILE:,.0f} miles")
    if nearest.actions.empty:
        st.markdown("None of the actions shown has a town to measure the distance to.")
    elif nearest.left_out:
        st.caption(
            f"{count(nearest.left_out, 'action')} without a known town left out. Distances are to the town's middle."
        )
    _offer("Or did you mean", nearest.namesakes)


def _offer(label: str, towns: list[str]) -> None:
    if not towns:
        return
    st.caption(label)
    with st.container(horizontal=True, gap="small"):
        for town in list(dict.fromkeys(towns))[:4]:
            st.button(plain(town), key=f"near-{town}", on_click=view.change, kwargs={"near": town})


def _name(town: Location) -> str:
    return str(town.raw["matched_place"])
