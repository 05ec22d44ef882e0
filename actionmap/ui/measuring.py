"""What the screen needs to know of coverage, measured once for all visitors.

A module of its own, so that nobody who looks at the map waits for SciPy. What is measured of a visitor's own list is
kept for nobody.
"""

from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from actionmap.campaign.folder import Campaign
from actionmap.campaign.selection import Selection
from actionmap.campaign.table import ActionTable
from actionmap.reach.coverage import Coverage, Nearest, nearest, with_towns
from actionmap.reach.plan import Plan, area_label, areas
from actionmap.ui import own_list
from actionmap.ui.loading import gazetteer
from actionmap.world.cities import Cities, load_cities
from actionmap.world.place import Town


@dataclass(frozen=True)
class Measured:
    """What an organizer asks, and what was measured for it.

    Parameters
    ----------
    campaign, table, selection, plan
        What is asked, and of which actions.
    towns
        The towns tried as extra actions.
    unknown
        Names of towns to try that the gazetteer does not know.
    covered
        What the actions of the selection reach.
    trial
        What they reach together with the towns tried.
    """

    campaign: Campaign
    table: ActionTable
    selection: Selection
    plan: Plan
    towns: tuple[Town, ...]
    unknown: tuple[str, ...]
    covered: Coverage
    trial: Coverage

    @property
    def area(self) -> str:
        """What to call the area whose people count."""
        return area_label(self.plan.area, self.table)

    def beside(self) -> Coverage:
        """Return what the selection reaches that is set beside the chosen one."""
        return replace(self.covered, nearest=_nearest(self.campaign, self.plan.other(self.selection), self.table))

    def suggestions(self) -> pd.DataFrame:
        """Return where the next actions would reach most people."""
        if own_list.shown():
            return self.trial.suggest(self.plan.more)
        asked = replace(self.plan, beside="", tried=())
        return _suggestions(self.campaign.version, self.selection, self.towns, asked, self.trial)


def measure(campaign: Campaign, table: ActionTable, selection: Selection, plan: Plan) -> Measured:
    """Measure what a selection of actions reaches, and what it would with the towns that are tried."""
    towns, unknown = plan.towns(gazetteer())
    countries = areas(table).get(plan.area, ())
    covered = Coverage(_cities(), _nearest(campaign, selection, table), plan.radius, plan.smallest, countries)
    trial = replace(covered, nearest=with_towns(_cities(), covered.nearest, towns)) if towns else covered
    return Measured(campaign, table, selection, plan, towns, unknown, covered, trial)


@st.cache_resource(show_spinner=False)
def _cities() -> Cities:
    """Return the one table of cities of this server."""
    return load_cities()


def _nearest(campaign: Campaign, selection: Selection, table: ActionTable) -> Nearest:
    """Return the distance of every city to its nearest action of a selection."""
    if own_list.shown():
        return nearest(_cities(), table.select(selection))
    return _distances(campaign.version, selection, table)


@st.cache_resource(show_spinner=False, max_entries=32)
def _distances(version: str, selection: Selection, _table: ActionTable) -> Nearest:
    return nearest(_cities(), _table.select(selection))


@st.cache_data(show_spinner="Looking for the next places…", max_entries=256)
def _suggestions(
    version: str, selection: Selection, towns: tuple[Town, ...], plan: Plan, _coverage: Coverage
) -> pd.DataFrame:
    return _coverage.suggest(plan.more)
