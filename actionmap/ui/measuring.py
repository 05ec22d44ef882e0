"""What the screen needs to know of coverage, measured once for all visitors.

A module of its own, so that nobody who looks at the map waits for SciPy.
"""

import pandas as pd
import streamlit as st

from actionmap.cities import Cities, load_cities
from actionmap.coverage import Coverage, Nearest, Town, nearest
from actionmap.filters import ActionTable
from actionmap.plan import Plan
from actionmap.selection import Selection


@st.cache_resource(show_spinner=False)
def cities() -> Cities:
    """Return the one table of cities of this server."""
    return load_cities()


@st.cache_resource(show_spinner=False, max_entries=32)
def distances(version: str, selection: Selection, _table: ActionTable) -> Nearest:
    """Return the distance of every city to its nearest action of a selection of the list of this version."""
    return nearest(cities(), _table.select(selection))


@st.cache_data(show_spinner="Looking for the next places…", max_entries=256)
def suggestions(
    version: str, selection: Selection, towns: tuple[Town, ...], plan: Plan, _coverage: Coverage
) -> pd.DataFrame:
    """Return where the next actions of a plan would reach most people, with some towns tried already."""
    return _coverage.suggest(plan.more)
