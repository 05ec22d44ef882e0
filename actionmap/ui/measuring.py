"""What the screen needs to know of coverage, measured once for all visitors.

A module of its own, so that nobody who looks at the map waits for SciPy. What is measured of a visitor's own list is
kept for nobody.
"""

import pandas as pd
import streamlit as st

from actionmap.campaign.selection import Selection
from actionmap.campaign.table import ActionTable
from actionmap.reach.coverage import Coverage, Nearest, nearest
from actionmap.reach.plan import Plan
from actionmap.ui import own_list
from actionmap.world.cities import Cities, load_cities
from actionmap.world.place import Town


@st.cache_resource(show_spinner=False)
def cities() -> Cities:
    """Return the one table of cities of this server."""
    return load_cities()


def distances(version: str, selection: Selection, table: ActionTable) -> Nearest:
    """Return the distance of every city to its nearest action of a selection of the list of this version."""
    return nearest(cities(), table.select(selection)) if own_list.shown() else _distances(version, selection, table)


def suggestions(
    version: str, selection: Selection, towns: tuple[Town, ...], plan: Plan, coverage: Coverage
) -> pd.DataFrame:
    """Return where the next actions of a plan would reach most people, with some towns tried already."""
    if own_list.shown():
        return coverage.suggest(plan.more)
    return _suggestions(version, selection, towns, plan, coverage)


@st.cache_resource(show_spinner=False, max_entries=32)
def _distances(version: str, selection: Selection, _table: ActionTable) -> Nearest:
    return nearest(cities(), _table.select(selection))


@st.cache_data(show_spinner="Looking for the next places…", max_entries=256)
def _suggestions(
    version: str, selection: Selection, towns: tuple[Town, ...], plan: Plan, _coverage: Coverage
) -> pd.DataFrame:
    return _coverage.suggest(plan.more)
