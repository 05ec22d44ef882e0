"""HTML of our own that answers: its elements say what they do, in the browser or here."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

_SCRIPT = Path(__file__).with_suffix(".js")
_LONGEST = 200
"""Letters of what an element is asked to do it with: more is no id, town or number."""

Does = Mapping[str, Callable[[str], None]]
"""What an element's ``data-does`` says → what is done with its ``data-value``."""


def live(html: str, *, key: str, does: Does | None = None, over: str = "") -> None:
    """Draw HTML of a template.

    Parameters
    ----------
    html
        What to draw: every value in it is escaped.
    key
        Names it, also for the style sheet.
    does
        What is asked of the server; what the browser does alone is in ``live.js``.
    over
        The key of what waits underneath as long as this shows cards: the focus moves to them and back.
    """

    def asked() -> None:
        event = st.session_state[key].get("asked") or {}
        answer = (does or {}).get(event.get("does", ""))
        if answer:
            answer(str(event.get("value", ""))[:_LONGEST])

    _component()(key=key, data={"html": html, "over": over}, on_asked_change=asked)


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component("actionmap_live", js=_SCRIPT.read_text("utf-8"), isolate_styles=False)
