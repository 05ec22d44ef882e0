"""Coverage on the screen: what is measured, once for all visitors, and the tables of gaps.

What is measured of a visitor's own list goes with that list.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

import pandas as pd
import streamlit as st

from actionmap.campaign.filters import LINKS
from actionmap.campaign.folder import Campaign
from actionmap.campaign.organizations import Link
from actionmap.campaign.selection import Selection, shown
from actionmap.campaign.table import ActionTable
from actionmap.drawing import charts
from actionmap.languages import joined, mark, say, say_many, spoken
from actionmap.publish.citation import imprint
from actionmap.publish.exports import frame_csv
from actionmap.publish.prints import chart_file
from actionmap.reach.coverage import Coverage, Figures, Nearest, nearest, with_towns
from actionmap.reach.gaps import members_by_subregion, members_without, named_without
from actionmap.reach.plan import WORLD, Plan, area_label, areas
from actionmap.text import markdown_text
from actionmap.ui import download, own_list
from actionmap.ui.live import SHARE, grid
from actionmap.ui.loading import gazetteer
from actionmap.world.cities import Cities, load_cities
from actionmap.world.countries import country_name
from actionmap.world.place import Town
from actionmap.world.subdivisions import region_name
from actionmap.world.town_names import towns_said

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
    return _distances(campaign.version, selection, spoken().code, table)


@st.cache_resource(show_spinner=False, max_entries=32)
def _distances(version: str, selection: Selection, language: str, _table: ActionTable) -> Nearest:
    return nearest(_cities(), _table.select(selection))


def gaps(measured: Measured) -> None:
    """Draw the chosen table of gaps, and hand it out as a file."""
    everywhere = measured.plan.area in {WORLD, *measured.table.organizations}
    named = say("Gaps") if everywhere else say("Gaps in {area}", area=markdown_text(measured.area))
    st.header(named, anchor=False)
    chosen = st.segmented_control(
        say("Gaps"),
        _of_the_list(measured),
        format_func=lambda one: say(_TABLES[one][0]),
        default=next(iter(_TABLES)),
        key="gaps",
        required=True,
        label_visibility="collapsed",
    )
    _TABLES[chosen][1](measured)


def _of_the_list(measured: Measured) -> list[str]:
    """Return which tables there are something for: of what no claim or coalition is known, nothing is said."""
    known = {
        "named-none-itemised": measured.campaign.claims,
        "members": measured.table.organizations_by_role()["coalition"],
    }
    return [name for name in _TABLES if known.get(name, True)]


def _cities_beyond(measured: Measured) -> None:
    plan, beyond = measured.plan, measured.once("gaps", measured.trial.gaps)
    caption = say_many(
        "{number} city of {smallest} people and more, farther than {radius} km from every action. The rank is "
        "among all cities counted, those within reach too.",
        "{number} cities of {smallest} people and more, farther than {radius} km from every action, the largest "
        "first. The rank is among all cities counted, those within reach too.",
        len(beyond),
        smallest=plan.smallest,
        radius=plan.radius,
    )
    _table(measured, "cities-beyond-reach", caption, beyond, heading="City", shaped=_city_rows)


def _city_rows(beyond: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            mark("Rank"): beyond["rank"],
            mark("City"): towns_said(beyond),
            mark("Region"): list(map(region_name, beyond["country"], beyond["region"])),
            mark("Country or territory"): [country_name(code) for code in beyond["country"]],
            "People": beyond["population"],
            mark("Nearest action"): beyond["nearest_place"],
            mark("Distance, km"): beyond["km"].round(),
        }
    )


def _countries_without(measured: Measured) -> None:
    without = measured.trial.countries_without(measured.table.select(measured.selection))
    caption = say_many(
        "{number} country or territory without any action shown.",
        "{number} countries and territories without any action shown.",
        len(without),
    )
    columns = {
        "name": "Country or territory",
        "people": mark("People in counted cities"),
        "largest_city": mark("Largest city"),
        "largest_people": mark("Its people"),
    }
    without = without.assign(largest_city=towns_said(without, "largest_city"))
    _table(measured, "countries-without-an-action", caption, without[list(columns)].rename(columns=columns))


def _named_without(measured: Measured) -> None:
    claims = measured.campaign.claims
    named = named_without(claims, measured.table)
    if named.empty:
        st.markdown(say("Every place that a claim names has an action in this list."))
        return
    caption = say("Places that a claim names, without an action in this list that the claim speaks of.")
    said = {claim.id: claim.told("claim") for claim in claims}
    rows = {
        mark("Place"): named["place"],
        mark("Claim"): named["claim"].map(said),
        mark("Who says so"): named["claimant"],
        mark("Other actions there"): named["others"],
    }
    _table(measured, "named-none-itemised", caption, pd.DataFrame(rows))


def _members(measured: Measured) -> None:
    table, selection, area = measured.table, measured.selection, markdown_text(measured.area)
    countries = measured.trial.countries
    inside = tuple(code for code in table.countries if code in countries)
    if countries and not inside:
        st.markdown(say("No action of this list is in {area}, so no member has one there.", area=area))
    else:
        here = selection.but(country=inside) if countries else selection
        ties = []
        for tie in LINKS:
            names = joined([markdown_text(name) for name in members_without(table, here, (tie,))["name"]])
            ties.append(say(_TIED_TO_NONE[tie], area=area, names=names or say("every member has one")))
        st.markdown("\n\n".join(ties))
    counted = members_by_subregion(table, selection, selection.links)
    spec = charts.spec(charts.by_member(counted, selection.links))
    st.vega_lite_chart(spec)
    actions = table.select(selection)
    about = imprint(measured.campaign, actions, shown(len(actions), len(table), selection, table.organizations))
    files = download.pictures("members", measured.campaign, selection, chart_file, spec, about)
    file = f"members-by-subregion-{measured.campaign.settings.date}"
    download.row(files | {"CSV": ("csv", partial(frame_csv, counted))}, file, key="members")


def _by_country(measured: Measured) -> None:
    _shares(measured, "by-country", measured.trial.by_country())


def _by_subregion(measured: Measured) -> None:
    _shares(measured, "by-subregion", measured.trial.by_subregion())


def _shares(measured: Measured, name: str, shares: pd.DataFrame) -> None:
    caption = say("People of counted cities, and how many of them live within reach.")
    columns = {"name": mark("Area"), "people": mark("People"), "within": mark("Within reach"), "share": SHARE}
    _table(measured, name, caption, shares[list(columns)].rename(columns=columns))


_TIED_TO_NONE: dict[Link, str] = {
    "organized": mark("Members that this list does not name as **organizing** an action in {area}: {names}."),
    "supported": mark("Members that this list does not name as **supporting** an action in {area}: {names}."),
    "called": mark(
        "Members that this list does not name as **calling** the day or series of an action in {area}: {names}."
    ),
}
_TABLES: dict[str, tuple[str, Callable[[Measured], None]]] = {
    "cities-beyond-reach": (mark("Cities beyond reach"), _cities_beyond),
    "countries-without-an-action": (mark("Countries without an action"), _countries_without),
    # Translators: places that a claim names, for which this list has no action.
    "named-none-itemised": (mark("Named, none itemised"), _named_without),
    "members": (mark("Members"), _members),
    "by-country": (mark("By country"), _by_country),
    "by-subregion": (mark("By subregion"), _by_subregion),
}
"""Table of gaps → its name, and what draws it."""


def _table(
    measured: Measured,
    name: str,
    caption: str,
    rows: pd.DataFrame,
    *,
    heading: str = "",
    shaped: Callable[[pd.DataFrame], pd.DataFrame] = lambda rows: rows,
) -> None:
    """Draw a table to sort, the first of its rows if it is long, and hand out the whole as a file."""
    drawn = measured.once(name, lambda: shaped(rows.head(_MOST_ROWS)))
    if len(rows) > len(drawn):
        caption += " " + say("The first {number} are shown; the file has all.", number=len(drawn))
    grid(drawn, key=name, caption=caption, heading=heading)
    download.button("CSV", lambda: frame_csv(shaped(rows)), f"{name}.csv", key=f"download-{name}")
