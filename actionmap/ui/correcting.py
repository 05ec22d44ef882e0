"""Corrected pins: written into the geocode cache where the list is kept on this machine, else handed out as a file."""

import os
from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from actionmap.exports import inert
from actionmap.geocode_cache import Geocode, GeocodeCache, Place
from actionmap.own_campaign import GEOCODES
from actionmap.ui.text import plain
from actionmap.wording import count

VARIABLE = "ACTIONMAP_LOCAL"
"""The environment variable that says that only its keeper can reach this server: corrections are then written."""


def is_keeper() -> bool:
    """Tell whether corrections are written into the geocode cache of this server."""
    return bool(os.environ.get(VARIABLE))


def given(key: str) -> dict[Place, Geocode]:
    """Return the pins that this visitor has corrected, where they are not written."""
    pins: dict[Place, Geocode] = st.session_state.setdefault(key, {})
    return pins


def correct(key: str, pin: Geocode) -> None:
    """Take a corrected pin: write it, or keep it for this visitor until it is handed out."""
    if not is_keeper():
        given(key)[pin.place] = pin
    elif GeocodeCache().add([pin]):
        st.toast(f"Written: {plain(pin.matched_place)}")
    else:
        st.error("The pin could not be written: the geocode cache is damaged or write-protected. The log says why.")


def hand_out(key: str) -> None:
    """Offer the geocode cache with this visitor's corrections, and to forget them."""
    pins = given(key)
    if not pins:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.markdown(f"**{count(len(pins), 'pin')} corrected**, for you alone.")
        st.download_button(
            "The corrected pins (CSV)",
            lambda: _csv(pins.values()),
            GEOCODES,
            "text/csv",
            on_click="ignore",
            key=f"{key}-csv",
            help="Whoever keeps the map puts this file in place of geocode_cache/geocodes.csv.",
        )
        st.button("Forget them", key=f"{key}-forget", on_click=pins.clear)


def _csv(pins: Iterable[Geocode]) -> str:
    """Write the whole cache, so that it can take the place of the old one."""
    harmless = [
        replace(
            pin,
            venue=inert(pin.venue),
            locality=inert(pin.locality),
            region=inert(pin.region),
            matched_place=inert(pin.matched_place),
        )
        for pin in pins
    ]
    return GeocodeCache().csv_with(harmless)
