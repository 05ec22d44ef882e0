"""Files to take away."""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from actionmap.campaign.folder import Campaign
from actionmap.campaign.selection import Selection
from actionmap.languages import speaking, spoken
from actionmap.preparing import printed
from actionmap.publish.formats import media_type
from actionmap.publish.prints import WRITERS
from actionmap.text import markdown_text
from actionmap.ui import own_list

Data = Callable[[], str | bytes]
"""Writes the file, once somebody asks for it."""


def button(label: str, data: Data, file_name: str, *, key: str, help_: str | None = None) -> None:
    """Draw the button that hands out a file; the page stays as it is."""
    write = partial(_said_in, spoken().code, data)
    st.download_button(
        markdown_text(label), write, file_name, media_type(file_name), on_click="ignore", key=key, help=help_
    )


def _said_in(language: str, data: Data) -> str | bytes:
    """Write a file in the language of the page: what hands it out speaks none."""
    with speaking(language):
        return data()


def row(files: Mapping[str, tuple[str, Data]], name: str, *, key: str) -> None:
    """Draw the buttons, side by side, of files of one name: label → ending, and what writes it."""
    with st.container(horizontal=True, gap="small"):
        for label, (ending, data) in files.items():
            button(label, data, f"{name}.{ending}", key=f"{key}-{ending}")


def pictures(
    what: str, campaign: Campaign, selection: Selection, write: Callable[..., bytes], *args: object
) -> dict[str, tuple[str, Data]]:
    """Return a picture as files for `row`, written once for all who ask for it, if it is of the public list.

    Parameters
    ----------
    what, campaign, selection
        Which picture of which actions it is.
    write, args
        Writes it, given these and the ending of the file.
    """
    own = own_list.shown()

    def data(ending: str) -> bytes:
        work = partial(printed, write, *args, ending)
        key = f"{what} {spoken().code} {campaign.version} {selection.to_query()} {ending}"
        return work() if own else _kept(key, work)

    return {ending.upper(): (ending, partial(data, ending)) for ending in WRITERS}


@st.cache_data(show_spinner=False, max_entries=48)
def _kept(key: str, _work: Callable[[], bytes]) -> bytes:
    return _work()
