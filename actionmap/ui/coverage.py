"""Coverage on the screen: what is measured, once for all visitors, and the tables of gaps.

What is measured of a visitor's own list goes with that list.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from actionmap.campaign.filters import LINKS
from actionmap.campaign.folder import Campaign
from actionmap.campaign.selection import Selection, shown
from actionmap.campaign.table import ActionTable
from actionmap.drawing import charts
from actionmap.publish.citation import imprint
from actionmap.publish.exports import frame_csv
from actionmap.publish.prints import chart_file
from actionmap.reach.coverage import Coverage, Figures, Nearest, nearest, with_towns
from actionmap.reach.gaps import members_by_subregion, members_without, named_without
from actionmap.reach.plan import WORLD, Plan, area_label, areas
from actionmap.text import count, csv_cell, markdown_text
from actionmap.ui import download, own_list
from actionmap.ui.loading import gazetteer
from actionmap.world.cities import Cities, load_cities
from actionmap.world.countries import country_name
from actionmap.world.place import Town

_MOST_ROWS = 500


Made = TypeVar("Made")


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

    @property
    def asked(self) -> tuple[object, ...]:
        """What `trial` is measured for, to keep what is made of it."""
        plan = self.plan
        return self.campaign.version, self.selection, self.towns, plan.radius, plan.smallest, plan.area

    def once(self, name: str, make: Callable[[], Made], *asked: object) -> Made:
        """Return what is made of `trial`, made once for all who see this table."""
        return self.table.once((name, *self.asked, *asked), make)

    def beside(self) -> Figures:
        """Return what the selection reaches that is set beside the chosen one."""
        other = self.plan.other(self.selection)
        measured = replace(self, selection=other, towns=())
        return measured.once(
            "figures", lambda: replace(self.covered, nearest=_nearest(self.campaign, other, self.table)).figures()
        )

    def suggestions(self) -> pd.DataFrame:
        """Return where the next actions would reach most people."""
        return self.once("next", lambda: self.trial.suggest(self.plan.more), self.plan.more)


def measure(campaign: Campaign, table: ActionTable, selection: Selection, plan: Plan) -> Measured:
    """Measure what a selection of actions reaches, and what it would with the towns that are tried."""
    towns, unknown = plan.towns(gazetteer())
    plan = replace(plan, area=plan.where(table))
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


def gaps(measured: Measured) -> None:
    """Draw the chosen table of gaps, and hand it out as a file."""
    area = measured.plan.area
    st.subheader(
        f"Gaps in {markdown_text(measured.area)}" if area not in {WORLD, *measured.table.organizations} else "Gaps",
        anchor=False,
    )
    chosen = st.segmented_control(
        "Gaps", list(_TABLES), default=next(iter(_TABLES)), key="gaps", required=True, label_visibility="collapsed"
    )
    _TABLES[chosen](measured)


def _cities_beyond(measured: Measured) -> None:
    plan, beyond = measured.plan, measured.once("gaps", measured.trial.gaps)
    st.caption(
        f"{count(len(beyond), 'city', 'cities')} of {plan.smallest:,} people and more, farther than {plan.radius:,} km "
        "from every action, the largest first. The rank is among all cities counted, those within reach too."
    )
    _table(measured, "cities-beyond-reach", beyond, _city_rows)


def _city_rows(beyond: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Rank": beyond["rank"],
            "City": beyond["name"],
            "Region": beyond["region"],
            "Country or territory": [country_name(code) for code in beyond["country"]],
            "People": beyond["population"],
            "Nearest action": [csv_cell(place) for place in beyond["nearest_place"]],
            "Distance, km": beyond["km"].round(),
        }
    )


def _countries_without(measured: Measured) -> None:
    without = measured.trial.countries_without(measured.table.select(measured.selection))
    st.caption(f"{count(len(without), 'country or territory', 'countries and territories')} without any action shown.")
    columns = {
        "name": "Country or territory",
        "people": "People in counted cities",
        "largest_city": "Largest city",
        "largest_people": "Its people",
    }
    _table(measured, "countries-without-an-action", without[list(columns)].rename(columns=columns))


def _named_without(measured: Measured) -> None:
    claims = measured.campaign.claims
    named = named_without(claims, measured.table)
    if named.empty:
        st.markdown("Every place that a claim names has an action in this list.")
        return
    st.caption("Places that a claim names, without an action in this list that the claim speaks of.")
    said = {claim.id: claim.told("claim") for claim in claims}
    rows = {
        "Place": named["place"].map(csv_cell),
        "Claim": named["claim"].map(said).map(csv_cell),
        "Who says so": named["claimant"].map(csv_cell),
        "Other actions there": named["others"],
    }
    _table(measured, "named-none-itemised", pd.DataFrame(rows))


def _members(measured: Measured) -> None:
    table, selection, area = measured.table, measured.selection, markdown_text(measured.area)
    countries = measured.trial.countries
    inside = tuple(code for code in table.countries if code in countries)
    if countries and not inside:
        st.markdown(f"No action of this list is in {area}, so no member has one there.")
    else:
        here = selection.but(country=inside) if countries else selection
        names = {
            tie: ", ".join(map(markdown_text, members_without(table, here, (tie,))["name"])) or "every member has one"
            for tie in LINKS
        }
        st.markdown(
            f"Members that no source names as **organizing** an action in {area}: {names['organized']}.\n\n"
            f"Members that no source names as **supporting** an action there: {names['supported']}.\n\n"
            f"Members that no source names as **calling** the day or series of an action there: {names['called']}."
        )
    counted = members_by_subregion(table, selection, selection.links)
    spec = charts.by_member(counted, selection.links).to_dict()
    st.vega_lite_chart(spec)
    actions = table.select(selection)
    said = imprint(measured.campaign, actions, shown(len(actions), len(table), selection, table.organizations))
    files = download.pictures("members", measured.campaign, selection, chart_file, spec, said)
    file = f"members-by-subregion-{measured.campaign.settings.date}"
    download.row(files | {"CSV": ("csv", partial(frame_csv, counted))}, file, key="members")


def _by_country(measured: Measured) -> None:
    _shares(measured, "by-country", measured.trial.by_country())


def _by_subregion(measured: Measured) -> None:
    _shares(measured, "by-subregion", measured.trial.by_subregion())


def _shares(measured: Measured, name: str, shares: pd.DataFrame) -> None:
    st.caption("People of counted cities, and how many of them live within reach.")
    columns = {"name": "Area", "people": "People", "within": "Within reach", "share": "Share"}
    _table(measured, name, shares[list(columns)].rename(columns=columns))


_TABLES: dict[str, Callable[[Measured], None]] = {
    "Cities beyond reach": _cities_beyond,
    "Countries without an action": _countries_without,
    "Named, none itemised": _named_without,
    "Members": _members,
    "By country": _by_country,
    "By subregion": _by_subregion,
}


def _table(
    measured: Measured,
    name: str,
    rows: pd.DataFrame,
    shaped: Callable[[pd.DataFrame], pd.DataFrame] = lambda rows: rows,
) -> None:
    """Draw a table to sort and search, its first rows if it is long, and hand out the whole as a file."""
    shown = measured.once(name, lambda: shaped(rows.head(_MOST_ROWS)))
    config: dict[str, Any] = {
        column: st.column_config.NumberColumn(format="localized") for column in shown.select_dtypes("number").columns
    }
    if "Share" in shown:
        config["Share"] = st.column_config.ProgressColumn(format="percent", min_value=0, max_value=1)
    if len(rows) > len(shown):
        st.caption(f"The first {len(shown):,} are shown; the file has all.")
    st.dataframe(shown, hide_index=True, height=420, column_config=config, key=name)
    download.button(
        "CSV",
        lambda: frame_csv(shaped(rows)),
        f"{name}.csv",
        key=f"download-{name}",
    )
