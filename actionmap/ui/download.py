"""Files to take away."""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from actionmap.drawing import charts
from actionmap.drawing.chart_parts import Chart
from actionmap.publish.formats import media_type
from actionmap.text import markdown_text

Data = Callable[[], str | bytes]
"""Writes the file, once somebody asks for it."""


def button(label: str, data: Data, file_name: str, *, key: str, help_: str | None = None) -> None:
    """Draw the button that hands out a file; the page stays as it is."""
    st.download_button(
        markdown_text(label), data, file_name, media_type(file_name), on_click="ignore", key=key, help=help_
    )


def chart(drawn: Chart) -> dict[str, tuple[str, Data]]:
    """Return a chart as files for `row`."""
    return {"PNG": ("png", partial(charts.png, drawn)), "SVG": ("svg", partial(charts.svg, drawn))}


def row(files: Mapping[str, tuple[str, Data]], name: str, *, key: str) -> None:
    """Draw the buttons, side by side, of files of one name: label → ending, and what writes it."""
    with st.container(horizontal=True, gap="small"):
        for label, (ending, data) in files.items():
            button(label, data, f"{name}.{ending}", key=f"{key}-{ending}")
