"""The filters, the same on every page."""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from actionmap.campaign import filters
from actionmap.campaign.filters import NOT_STATED, Filter, Kind
from actionmap.campaign.organizations import Organization
from actionmap.campaign.selection import Selection
from actionmap.campaign.table import ActionTable, Facets
from actionmap.languages import say, say_many
from actionmap.publish.markup import render
from actionmap.publish.terms import NONE_STATED, counted
from actionmap.text import label_text
from actionmap.ui import view
from actionmap.ui.live import live
from actionmap.world import regions

_NO_BREAK = "\N{NO-BREAK SPACE}"
_AREAS = (*regions.CONTINENTS, "419")
"""What can be chosen at once instead of country by country; the last is Latin America."""
_MOST_PILLS = 7


def search(table: ActionTable) -> None:
    """Draw the fields for words where a page has them in sight."""
    for one in (one for one in filters.FILTERS if one.kind is Kind.WORDS):
        _words(one, table, view.current().selection)


def sidebar(table: ActionTable, *, words: bool) -> None:
    """Draw the filters, each option with its count under the other filters; with `words`, the fields for words too."""
    selection = view.current().selection
    facets = table.facets(selection)
    with st.sidebar:
        _summary(table, selection)
        if words:
            search(table)
        for one in filters.by_kind():
            if one.kind in _DRAWN:
                _DRAWN[one.kind](one, table, selection, facets)
        live(render("filters_foot.html", shown=len(table.select(selection))), key="filters-foot")


def _summary(table: ActionTable, selection: Selection) -> None:
    chosen = len(table.select(selection))
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(f"**{counted('shown', len(table), shown=chosen)}**", width="content")
        st.button(
            say("Clear all"),
            type="tertiary",
            disabled=selection == Selection(),
            on_click=view.clear_filters,
        )


def _words(one: Filter, table: ActionTable, selection: Selection) -> None:
    st.text_input(
        say(one.label),
        placeholder=say(one.example),
        max_chars=200,
        **view.controlled(
            one.name,
            "".join(selection[one.name]),
            lambda text: view.choose(**{one.name: tuple(filter(None, [text.strip()]))}),
            has_labels=False,
        ),
    )


def _many(one: Filter, table: ActionTable, selection: Selection, facets: Facets) -> None:
    counts = facets.options[one.name]
    areas = table.once("areas", lambda: _areas(table)) if one.column == "country" else {}

    def label(option: str) -> str:
        if option not in counts:
            # Translators: an area with its number of countries and territories: "Africa (all 5)".
            return say("{area} (all {number})", area=regions.area_name(option), number=len(areas[option]))
        return say("{name} ({number})", name=one.called(option), number=counts[option])

    def choose(options: list[str]) -> None:
        chosen = (value for option in options for value in areas.get(option, (option,)))
        view.choose(**{one.name: tuple(dict.fromkeys(chosen))})

    labels = table.once(
        ("labels", one.name, selection), lambda: {option: label(option) for option in (*areas, *counts)}
    )
    with view.former_labels(one.name, labels):
        st.multiselect(
            say(one.label),
            list(labels),
            format_func=labels.__getitem__,
            placeholder=say("All {number}", number=len(counts)),
            help=say(one.help) or None,
            select_all=False,
            **view.controlled(one.name, list(selection[one.name]), choose),
        )


def _areas(table: ActionTable) -> dict[str, list[str]]:
    """Return the areas of some, but not all, of the table's countries → those countries."""
    all_of = regions.areas()
    inside = {area: [code for code in table.countries if code in all_of[area]] for area in _AREAS}
    return {area: codes for area, codes in inside.items() if 1 < len(codes) < len(table.countries)}


def _few(one: Filter, table: ActionTable, selection: Selection, facets: Facets) -> None:
    counts = facets.options.get(one.name, {})  # a tie has none
    labels = {
        option: say("{name} ({number})", name=one.called(option), number=counts[option])
        if counts
        else one.called(option)
        for option in counts or one.options
    }
    with view.former_labels(one.name, labels):
        st.pills(
            say(one.label),
            list(labels),
            selection_mode="multi",
            format_func=labels.__getitem__,
            help=say(one.help) or None,
            **view.controlled(
                one.name, list(selection[one.name]), lambda chosen: view.choose(**{one.name: tuple(chosen)})
            ),
        )


def _days(one: Filter, table: ActionTable, selection: Selection, facets: Facets) -> None:
    number = len(facets.options[one.name])
    if number > 1:
        (_few if number <= _MOST_PILLS else _many)(one, table, selection, facets)


def _organizations(one: Filter, table: ActionTable, selection: Selection, facets: Facets) -> None:
    by_role = table.once("organizations by role", table.organizations_by_role)
    for member in by_role["coalition"]:
        st.checkbox(
            say("{name} ({number})", name=label_text(member.name), number=_ties(member, facets)),
            **view.controlled(
                f"{one.name}-{member.id}",
                member.id in selection[one.name],
                partial(_switch, one.name, member.id),
                has_labels=False,
            ),
        )
    options = table.once(("others", selection), lambda: _others(by_role, facets))
    with view.former_labels("others", options):
        st.multiselect(
            say(one.label),
            list(options),
            format_func=options.__getitem__,
            placeholder=say_many("{number} organization", "{number} organizations", len(options) - 1),
            help=say(one.help),
            select_all=False,
            **view.controlled(
                "others",
                [id_ for id_ in selection[one.name] if id_ in options],
                partial(_choose_others, one.name, frozenset(options)),
            ),
        )


def _others(by_role: Mapping[str, list[Organization]], facets: Facets) -> dict[str, str]:
    """Return what can be chosen besides the coalition's members, with its counts."""
    every = [one for role in ("endorser", "local") for one in by_role[role]]
    others = {one.id: say("{name} ({number})", name=one.name, number=_ties(one, facets)) for one in every}
    return {NOT_STATED: say("{name} ({number})", name=say(NONE_STATED), number=facets.not_stated), **others}


def _ties(organization: Organization, facets: Facets) -> str:
    numbers = {link: counts[organization.id] for link, counts in facets.tied.items()}
    said = (counted(link, number) for link, number in numbers.items() if number)
    return " · ".join(text.replace(" ", _NO_BREAK) for text in said) or "0"


def _switch(name: str, id_: str, chosen: bool) -> None:
    members = tuple(one for one in view.current().selection[name] if one != id_)
    view.choose(**{name: (*members, id_) if chosen else members})


def _choose_others(name: str, options: frozenset[str], chosen: list[str]) -> None:
    kept = (id_ for id_ in view.current().selection[name] if id_ not in options)
    view.choose(**{name: (*kept, *chosen)})


_DRAWN: dict[Kind, Callable[[Filter, ActionTable, Selection, Facets], None]] = {
    Kind.MANY: _many,
    Kind.DAYS: _days,
    Kind.FEW: _few,
    Kind.TIE: _few,
    Kind.ORGANIZATIONS: _organizations,
}
"""How each kind of filter but words is drawn."""
