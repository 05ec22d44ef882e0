"""Missing or wrong? A reader says so, under every card and list, and sends it; nothing is kept here."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from actionmap.campaign.actions import COLUMN_LABELS
from actionmap.campaign.folder import Campaign
from actionmap.campaign.table import records
from actionmap.languages import say, speak, spoken
from actionmap.publish import suggestion
from actionmap.publish.cards import title
from actionmap.publish.suggestion import FIELDS, LONGEST, LONGEST_FIELD, Suggestion
from actionmap.text import markdown_text
from actionmap.ui import download
from actionmap.ui.view import SESSION

_OPEN = "_suggestion_open"
_LIST = "the list"
"""What a suggestion is about that is about no single action."""


def ask_for(about: str) -> None:
    """Open the dialog in the run that follows: about an action, by its id, or about the whole list."""
    SESSION[_OPEN] = about or _LIST


def answer(campaign: Campaign, actions: pd.DataFrame) -> None:
    """Draw the dialog where somebody has asked for it, about one of these rows of `ActionTable.frame` or the list."""
    about = SESSION.get(_OPEN, "")
    found = records(actions[actions["id"] == about]) if about else []
    if about == _LIST or found:
        dialog = st.dialog(say("Missing or wrong?"), on_dismiss=_close)
        dialog(_dialog)(spoken().code, campaign, found[0] if found else None)


def _close() -> None:
    SESSION[_OPEN] = ""


def _dialog(language: str, campaign: Campaign, action: Mapping[str, Any] | None) -> None:
    """Ask what is missing or wrong, and where that can be read; hand it out in every form in which it can be sent."""
    speak(language)  # the dialog runs anew without the page
    about = say("the list") if action is None else title(action)
    st.markdown(
        say("Which action is missing from this list, and where can one read of it?")
        if action is None
        else say("What is wrong with **{action}**, and where can one read what is right?", action=markdown_text(about))
    )
    st.caption(
        say("You send it yourself: nothing is kept here, and no account is asked for. Please name no private person.")
    )
    cells = {"date": str(campaign.settings.date)} if action is None else suggestion.cells_of(pd.DataFrame([action]))
    key = f"suggestion-{'' if action is None else action['id']}"
    chosen = FIELDS[:5] if action is None else _wrong_fields(key)
    changes = {}
    for column in chosen:
        said = st.text_input(
            say(COLUMN_LABELS[column]), cells.get(column, ""), max_chars=LONGEST_FIELD, key=f"{key}-{column}"
        )
        changes[column] = said[:LONGEST_FIELD]
    note = st.text_area(say("What is missing or wrong"), max_chars=LONGEST, key=f"{key}-note")[:LONGEST].strip()
    source = st.text_input(say("Its public source"), placeholder="https://…", max_chars=LONGEST, key=f"{key}-source")
    source = source[:LONGEST].strip()
    if not (source and (note or any(changes.values()))):
        st.caption(say("Say what, and name a public source: then you can send it."))
        return
    said_all = Suggestion(cells, changes, note, source)
    links = suggestion.links(campaign, said_all, about)
    with st.container(horizontal=True, gap="small"):
        for label, address in links.items():
            st.link_button(markdown_text(label), address, type="primary")
        download.button(say("Download as a row (CSV)"), said_all.csv, "suggestion.csv", key=f"{key}-csv")
    to = campaign.settings.suggestions
    if (to.email or to.url) and not links:
        st.caption(say("This is too long for a message. Shorten it, or download the row and send that."))
    elif not links:
        st.caption(say("Send the row to whoever keeps this list."))


def _wrong_fields(key: str) -> list[str]:
    """Ask which columns of an action should be otherwise."""
    return st.pills(
        say("What should be otherwise?"),
        FIELDS,
        selection_mode="multi",
        format_func=lambda one: say(COLUMN_LABELS[one]),
        key=key,
    )
