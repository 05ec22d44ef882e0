"""The live map: a component that draws in the browser what pydeck has composed."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import streamlit as st

from actionmap.campaign.settings import StreetMap
from actionmap.drawing.layers import Deck
from actionmap.publish.wording import map_words, street_map_offer
from actionmap.ui.live import loader, sent

_SHOW = """
export default function ({ data, parentElement, setTriggerValue }) {
  const shown = JSON.parse(new TextDecoder().decode(data));
  const send = (place) => setTriggerValue("click", place);
  const showing = last.then(async () => (await load("map.js")).show(parentElement, shown, { load, base, send }));
  last = showing.catch(() => null);
  return async () => (await showing)();
}
"""


def world_map(
    deck: Deck,
    *,
    key: str,
    alt: str,
    on_click: Callable[[dict[str, Any]], None] | None = None,
    street_map: StreetMap | None = None,
) -> None:
    """Draw a map, which keeps the view that a visitor has moved as long as the page stays.

    Parameters
    ----------
    deck
        What is on it.
    key
        Of the map on its page.
    alt
        What a screen reader says of it.
    on_click
        Takes the key ``k`` and the kind ``i`` of a place that was clicked, before the page runs anew.
    street_map
        The street map that a visitor may switch on.
    """
    words = {"alt": alt, "said": map_words(), "streets": street_map and street_map_offer(street_map)}
    said = json.dumps(words, ensure_ascii=False, separators=(",", ":"))

    def clicked() -> None:
        if on_click and (place := sent(key, "click")):
            on_click(place)

    _component()(key=key, data=f'{said[:-1]},"deck":{deck.to_json()}}}'.encode(), on_click_change=clicked)


@cache
def _component() -> Callable[..., object]:
    """Register the component: a few lines that load its script, the same files for every map."""
    return st.components.v2.component("action_map", js=loader("map.js", _SHOW))
