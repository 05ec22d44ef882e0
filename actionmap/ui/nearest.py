"""Nearest to me: from a town's name, in any script, to the five nearest actions."""

import streamlit as st

from actionmap.campaign.table import records
from actionmap.reach.nearest import NearestActions, _name
from actionmap.text import count, markdown_text
from actionmap.ui import view
from actionmap.ui.card import action_button
from actionmap.ui.loading import gazetteer
from actionmap.world.distances import KM_PER_MILE


def ask() -> None:
    """Draw the field for the town; nobody's position is asked for."""
    st.text_input(
        "Nearest to",
        placeholder="Your town, in any script: Lyon, 東京, القاهرة",
        max_chars=200,
        help="Looked up on this server alone, in a list of the world's towns. Your position is not asked for.",
        **view.controlled("near", view.current().near, lambda text: view.change(near=text.strip(), action="")),
    )


def answer(near: str, nearest: NearestActions | None) -> None:
    """Draw the nearest actions, or what the town could have been."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.subheader(f"Nearest to {markdown_text(nearest.origin.name)}" if nearest else "Which town?", anchor=False)
        st.button("Close", type="tertiary", on_click=view.change, kwargs={"near": ""})
    if nearest is None:
        st.markdown(
            f"The list of the world's towns has no **{markdown_text(near)}**. Try it with its country: *town, country*."
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
            st.button(markdown_text(town), key=f"near-{town}", on_click=view.change, kwargs={"near": town})
