"""The panel beside the map: the list, or what is nearest to a town, and over it the cards of what is open."""

import base64
import datetime as dt
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st
from markupsafe import Markup

from actionmap.campaign.folder import Campaign
from actionmap.campaign.selection import Selection
from actionmap.campaign.table import ActionTable, records
from actionmap.languages import mark, mark_many, say, say_many, spoken
from actionmap.publish import cards, exports
from actionmap.publish.cards import detail, title
from actionmap.publish.markup import render
from actionmap.publish.terms import MISSING, counted
from actionmap.reach import nearest
from actionmap.reach.nearest import NearestActions
from actionmap.site.pages import action_page, folder_of
from actionmap.text import fold
from actionmap.ui import own_list, suggestion, view
from actionmap.ui.frame import has_site
from actionmap.ui.live import Does, live
from actionmap.ui.loading import gazetteer
from actionmap.ui.view import SESSION
from actionmap.world.countries import country_code, country_name, near_country
from actionmap.world.town_names import place_name

Action = dict[str, Any]  # one row of `ActionTable.frame`
_ROWS = 25
"""Rows of the list at first, and how many more whoever scrolls to its end gets."""
_MOST_OFFERED = 4
_ORDERS = {
    "country": (mark("Country, then town"), ["country_name", "locality"]),
    "town": (mark("Town"), ["locality", "country_name"]),
    "start": (mark("Start (UTC), unknown last"), ["starts_utc", "date"]),
    "status": (mark("Status"), ["status", "country_name", "locality"]),
}
"""Order of the list → its name, and the columns it goes by."""
_MEANT = mark_many("{name}: show its {number} action", "{name}: show its {number} actions")
_OSM_ZOOM = {"venue": 17, "locality": 12, "region": 7, "country": 5}
_ORDER, _SHOWN = "_order", "_rows"


def ask_near() -> None:
    """Draw the field for a town; nobody's position is asked for."""
    st.text_input(
        say("Nearest to"),
        placeholder=say("Your town: Lyon, 東京, القاهرة"),
        max_chars=200,
        help=say("Looked up on this server alone, in a list of the world's towns. Your position is not asked for."),
        **view.controlled(
            "near", view.current().near, lambda text: view.look(near=text.strip(), action=""), has_labels=False
        ),
    )


def panel(
    campaign: Campaign, table: ActionTable, actions: pd.DataFrame, opened: Action | None, found: NearestActions | None
) -> None:
    """Draw the panel.

    Parameters
    ----------
    actions
        The rows of `ActionTable.frame` that the filters keep.
    opened
        The action whose card is open.
    found
        What is nearest to the town asked for; None where no town is, or none is known.
    """
    seen = view.current()
    if seen.near:
        below = _nearest(seen.near, found)
    elif actions.empty:
        below = _nothing(table, seen.selection)
    else:
        below = _list(table, seen.selection, campaign.settings.date)
    does: Does = {
        "open": lambda id_: view.look(action=id_) if table.action(id_) else None,
        "close": lambda _: view.look(action=""),
        "near": lambda town: _ask(town, instead_of_words=actions.empty),
        "order": _take_order,
        "more": _take_more,
        "clear": lambda _: view.clear_filters(),
        "country": lambda code: view.start_with(Selection(country=(code,))),
        "member": lambda id_: view.start_with(Selection(member=(id_,))),
        "search": lambda text: view.start_with(Selection(q=(text,))),
        "mend": suggestion.ask_for,
    }
    with st.container(key="panel", gap=None):
        live(below, key="listing", does=does)
        live(_opened(campaign, table, actions, opened) if opened else "", key="cards", does=does, over="listing")
    suggestion.answer(campaign, table.frame)


def _ask(town: str, *, instead_of_words: bool) -> None:
    """Ask for what is nearest to a town; where a search has found nothing, instead of its words."""
    if town and instead_of_words:
        view.choose(q=())
    view.look(near=town, action="")


def _mendable() -> bool:
    """Tell whether somebody else keeps what is shown, who can be told what is wrong."""
    return not own_list.shown()


# ------------------------------------------------------------------------------------------------------------ the list


def _list(table: ActionTable, selection: Selection, day: dt.date) -> str:
    """Draw what a selection keeps; the date of an action is named where it is not the campaign's `day`."""
    order, most = SESSION.get(_ORDER, next(iter(_ORDERS))), SESSION.get(_SHOWN, _ROWS)

    def drawn() -> str:
        ordered = table.once(("order", selection, order), lambda: _ordered(table.select(selection), _ORDERS[order][1]))
        rows = [(one, title(one), detail(one, day)) for one in records(table.frame.loc[ordered[:most]])]
        return render(
            "list.html",
            actions=rows,
            orders={one: say(name) for one, (name, _) in _ORDERS.items()},
            order=order,
            further=max(len(ordered) - most, 0),
            mendable=_mendable(),
        )

    return table.once(("list", selection, order, most), drawn)


def _ordered(actions: pd.DataFrame, by: list[str]) -> pd.Index:
    """Return the rows of actions as people sort them, capitals and accents aside; what is not known comes last."""
    named = actions.assign(
        country_name=_sorted_as(actions["country"], country_name), locality=_sorted_as(actions["locality"])
    )
    return named.sort_values(by, kind="stable").index


def _sorted_as(column: "pd.Series[str]", name: Any = str) -> "pd.Series[str]":  # noqa: ANN401
    keys = {one: fold(name(one)) or None for one in column.unique()}
    return column.map(keys)


def _take_order(order: str) -> None:
    if order in _ORDERS:
        SESSION.update({_ORDER: order, _SHOWN: _ROWS})


def _take_more(shown: str) -> None:
    """Show a page more than what was shown, whatever number is asked for: a row takes time of everybody's."""
    if shown.isdecimal():
        SESSION[_SHOWN] = min(int(shown), SESSION.get(_SHOWN, _ROWS)) + _ROWS


def _nothing(table: ActionTable, selection: Selection) -> str:
    """Say that nothing fits, and offer what a search may have meant."""
    text = " ".join(selection["q"])
    meant = table.once(("meant", text), lambda: list(_meant(table, text))) if text else []
    return render("nothing.html", meant=meant[:_MOST_OFFERED], missing=MISSING, mendable=_mendable())


def _meant(table: ActionTable, text: str) -> Iterator[tuple[str, str, str]]:
    """Yield what a search that found nothing may have meant: what a button does, with what, and what it says."""
    code = country_code(text) or near_country(text)
    if code:
        here = int((table.frame["country"] == code).sum())
        if here:
            yield "country", code, say_many(*_MEANT, here, name=country_name(code))
            return
    for one in table.organizations.values():
        if fold(text) in (one.id, fold(one.name), fold(one.initials)):
            ties = int(table.mask(Selection(member=(one.id,))).sum())
            yield "member", one.id, say_many(*_MEANT, ties, name=one.name)
    if len(table.mask(Selection(q=(text,))).nonzero()[0]):
        yield "search", text, say("“{text}” without the other filters", text=text)
        return
    for word in table.like(text):
        yield "search", word, say("Did you mean “{word}”?", word=word)
    if towns := nearest.known(text, gazetteer()):
        yield "near", text, say("Nearest to {name}", name=place_name(towns))
    else:
        for town in nearest.meant(text, gazetteer())[:2]:
            yield "near", town, say("Nearest to {name}", name=place_name(town))


# --------------------------------------------------------------------------------------------------------- the nearest


def _nearest(near: str, found: NearestActions | None) -> str:
    """Draw the nearest actions, or what the town could have been."""
    names = found.namesakes if found else nearest.meant(near, gazetteer())
    return render(
        "nearest.html",
        near=near,
        nearest=found,
        name=place_name(found.origin.name) if found else "",
        around=[_around(str(name), rows) for name, rows in found.around.groupby("matched_place")] if found else [],
        places=[*map(_part, records(found.parts)), *map(_place, records(found.actions))] if found else [],
        left_out=counted("left_out", found.left_out) if found and found.left_out else "",
        namesakes=[("near", name, place_name(name)) for name in dict.fromkeys(names[:_MOST_OFFERED])],
    )


def _place(place: Action) -> dict[str, str]:
    return {
        "id": place["id"],
        "status": place["status"],
        "title": title(place),
        "detail": cards.nearest_detail(place),
    }


def _part(action: Action) -> Action:
    return action | {"title": title(action), "detail": detail(action, dt.date.min)}


def _around(name: str, actions: pd.DataFrame) -> dict[str, str]:
    """Return the row of the actions somewhere in the asker's region or country."""
    first = records(actions)[0]
    said = say_many(
        "{number} action in {name}, town not stated",
        "{number} actions in {name}, town not stated",
        len(actions),
        name=place_name(name),
    )
    return {"id": first["id"], "status": first["status"], "title": said, "detail": detail(first, dt.date.min)}


# ----------------------------------------------------------------------------------------------------------- the cards


def at_the_place_of(opened: Action, actions: pd.DataFrame) -> pd.DataFrame:
    """Return these actions that share the opened one's pin."""
    is_here = (actions["latitude"] == opened["latitude"]) & (actions["longitude"] == opened["longitude"])
    here: pd.DataFrame = actions.loc[is_here]
    return here


def _opened(campaign: Campaign, table: ActionTable, actions: pd.DataFrame, opened: Action) -> str:
    """Draw the cards of all actions at the opened one's place, those tied to the call first."""
    here = table.once(("here", view.current().selection, opened["id"]), lambda: _here(opened, actions))
    when = tuple(cards.standing(one, dt.datetime.now(dt.UTC)) for one in here)
    reader = st.context.timezone or "", st.context.url or ""
    language = "" if own_list.shown() else campaign.settings.language

    def drawn() -> str:
        return render(
            "opened.html",
            opened=opened["id"],
            heading=counted("at_place", len(here)),
            mendable=_mendable(),
            left_out=not actions["id"].eq(opened["id"]).any(),
            actions=[
                {
                    "id": one["id"],
                    "label": label,
                    "when": said,
                    "card": Markup(  # noqa: S704 (of a template)
                        cards.card(one, campaign.organizations, reader[0], language=language)
                    ),
                    "link": _link(one["id"], reader[1]),
                    "calendar": _calendar(one, campaign),
                    "page": f"./site/{folder_of(spoken().code)}{action_page(one['id'])}"
                    if has_site(table) and not own_list.shown()
                    else "",
                    "openstreetmap": _openstreetmap(one) if pd.notna(one["latitude"]) else "",
                }
                for one, said, label in zip(here, when, cards.index_lines(here, campaign.organizations), strict=True)
            ],
        )

    return table.once(("opened", view.current(), when, reader), drawn)


def _here(opened: Action, actions: pd.DataFrame) -> list[Action]:
    others = at_the_place_of(opened, actions)
    every = [opened, *records(others[others["id"] != opened["id"]])]
    return sorted(every, key=lambda one: (one["basis"] != "call", str(one["start_time"] or "~"), fold(one["venue"])))


def _link(id_: str, url: str) -> str:
    query = view.current().to_query() | {"action": [id_]} | view.kept_language()
    return f"{url}?{urlencode(query, doseq=True)}"


def _calendar(action: Action, campaign: Campaign) -> str:
    """Return the address that holds an action for a calendar, so that no card asks the server for another file."""
    content = exports.action_ics(action, campaign.settings.title, campaign.organizations)
    return f"data:text/calendar;charset=utf-8;base64,{base64.b64encode(content).decode()}"


def _openstreetmap(action: Action) -> str:
    latitude, longitude = f"{action['latitude']:.5f}", f"{action['longitude']:.5f}"
    marker = urlencode({"mlat": latitude, "mlon": longitude})
    return f"https://www.openstreetmap.org/?{marker}#map={_OSM_ZOOM[action['precision']]}/{latitude}/{longitude}"
