"""The filters, the same on every page."""

from functools import partial

import streamlit as st

from actionmap.campaign.actions import BASIS_NAMES, STATUS_NAMES
from actionmap.campaign.organizations import Organization
from actionmap.campaign.selection import NOT_STATED, Selection
from actionmap.campaign.table import ActionTable, Facets
from actionmap.text import count, markdown_text
from actionmap.ui import view
from actionmap.world import regions
from actionmap.world.countries import country_name

_LINK_NAMES = {"either": "Either", "organized": "Organized", "called": "Called"}
_NO_BREAK = "\N{NO-BREAK SPACE}"
_STATUS_HELP = "**Reported**: a source says that it took place. **Announced**: written before the day."
_BASIS_HELP = "**Tied to the call**: a source says so. **Same day only**: the source does not mention the call."
_MEMBER_HELP = (
    "What a source names it, or a chapter, as *organizing*, and what is part of a day or series that a source names it "
    "as *calling*."
)
_OTHERS_HELP = "A figure alone: what a source names it as *organizing*."
_AREAS = (*regions.CONTINENTS, "419")
"""What can be chosen at once instead of country by country; the last is Latin America."""


def sidebar(table: ActionTable) -> None:
    """Draw the filters, each option with its count under the other filters."""
    selection = view.current().selection
    facets = table.facets(selection)
    with st.sidebar:
        _summary(table, selection)
        _search(selection)
        _countries(table, selection, facets)
        _status_and_basis(selection, facets)
        _members(table, selection, facets)


def _summary(table: ActionTable, selection: Selection) -> None:
    chosen = int(table.mask(selection).sum())
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(f"**{chosen:,} of {count(len(table), 'action')}**", width="content")
        st.button(
            "Clear all",
            type="tertiary",
            disabled=selection == Selection(),
            on_click=view.clear_filters,
        )


def _search(selection: Selection) -> None:
    st.text_input(
        "Search",
        placeholder="Venue, town or organizer",
        max_chars=200,
        **view.controlled("q", selection.text, lambda text: view.change(text=text.strip())),
    )


def _countries(table: ActionTable, selection: Selection, facets: Facets) -> None:
    areas = _areas(table)

    def label(option: str) -> str:
        if option in areas:
            return f"{regions.area_name(option)} (all {len(areas[option])})"
        return f"{country_name(option)} ({facets.countries[option]:,})"

    def choose(options: list[str]) -> None:
        codes = (code for option in options for code in areas.get(option, (option,)))
        view.change(countries=tuple(dict.fromkeys(codes)))

    st.multiselect(
        "Country or territory",
        [*areas, *table.countries],
        format_func=label,
        placeholder=f"All {len(table.countries)}",
        select_all=False,
        **view.controlled("country", list(selection.countries), choose),
    )


def _areas(table: ActionTable) -> dict[str, list[str]]:
    """Return the areas of some, but not all, of the table's countries → those countries."""
    all_of = regions.areas()
    inside = {area: [code for code in table.countries if code in all_of[area]] for area in _AREAS}
    return {area: codes for area, codes in inside.items() if 1 < len(codes) < len(table.countries)}


def _status_and_basis(selection: Selection, facets: Facets) -> None:
    st.pills(
        "Status",
        STATUS_NAMES,
        selection_mode="multi",
        format_func=lambda status: f"{STATUS_NAMES[status]} ({facets.statuses[status]:,})",
        help=_STATUS_HELP,
        **view.controlled("status", list(selection.statuses), lambda chosen: view.change(statuses=tuple(chosen))),
    )
    st.pills(
        "Basis",
        BASIS_NAMES,
        selection_mode="multi",
        format_func=lambda basis: f"{BASIS_NAMES[basis]} ({facets.bases[basis]:,})",
        help=_BASIS_HELP,
        **view.controlled("basis", list(selection.bases), lambda chosen: view.change(bases=tuple(chosen))),
    )


def _members(table: ActionTable, selection: Selection, facets: Facets) -> None:
    by_role = table.organizations_by_role()
    st.segmented_control(
        "Coalition member",
        list(_LINK_NAMES),
        format_func=_LINK_NAMES.__getitem__,
        help=_MEMBER_HELP,
        width="stretch",
        **view.controlled("link", selection.link or "either", _choose_link),
    )
    for member in by_role["coalition"]:
        st.checkbox(
            f"{markdown_text(member.name)} ({_ties(member, facets)})",
            **view.controlled(
                f"member-{member.id}", member.id in selection.members, partial(_switch_member, member.id)
            ),
        )
    others = {
        o.id: f"{o.name} ({_ties(o, facets) if facets.called[o.id] else f'{facets.organized[o.id]:,}'})"
        for role in ("endorser", "local")
        for o in by_role[role]
    }
    options = {NOT_STATED: f"Organizer not stated ({facets.not_stated:,})", **others}
    st.multiselect(
        "Endorsers and other organizers",
        list(options),
        format_func=options.__getitem__,
        placeholder=count(len(others), "organization"),
        help=_OTHERS_HELP,
        select_all=False,
        **view.controlled(
            "others", [id_ for id_ in selection.members if id_ in options], partial(_choose_others, frozenset(options))
        ),
    )


def _ties(organization: Organization, facets: Facets) -> str:
    ties = f"{facets.organized[organization.id]:,} organized · {facets.called[organization.id]:,} called"
    return ties.replace(" ", _NO_BREAK)


def _choose_link(link: str | None) -> None:
    view.change(link=None if link == "either" else link)


def _switch_member(id_: str, chosen: bool) -> None:
    members = [one for one in view.current().selection.members if one != id_]
    view.change(members=(*members, id_) if chosen else tuple(members))


def _choose_others(options: frozenset[str], chosen: list[str]) -> None:
    kept = [id_ for id_ in view.current().selection.members if id_ not in options]
    view.change(members=(*kept, *chosen))
