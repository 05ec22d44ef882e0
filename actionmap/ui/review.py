"""Corrected pins: written into the geocode cache where the list is kept on this machine, else handed out as a file.

Beside them, what readers suggest: rows that the keeper takes, mends or discards.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, MutableMapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

import pandas as pd
import streamlit as st

from actionmap.campaign.selection import Selection
from actionmap.campaign.table import ActionTable, records
from actionmap.drawing.review_map import review_deck
from actionmap.errors import PointError, UnreadableListError
from actionmap.languages import mark, say, say_many, spoken, strung
from actionmap.paths import ACTIONS, GEOCODES, campaign_folder
from actionmap.places import review
from actionmap.places.pin_cache import PinCache
from actionmap.places.review import Doubtful
from actionmap.publish import suggestion, wording
from actionmap.publish.markup import render
from actionmap.publish.terms import counted
from actionmap.text import csv_cell, markdown_text
from actionmap.ui import download, view
from actionmap.ui.live import grid
from actionmap.ui.loading import gazetteer
from actionmap.ui.view import SESSION
from actionmap.ui.world_map import world_map
from actionmap.world.countries import country_name
from actionmap.world.place import Candidate, FoundBy, Pin, Place, Precision
from actionmap.world.town_names import place_name


def given(key: str) -> dict[Place, Pin]:
    """Return the pins that this visitor has corrected, where they are not written."""
    pins: dict[Place, Pin] = SESSION.setdefault(key, {})
    return pins


def correct(key: str, pin: Pin) -> None:
    """Take a corrected pin: write it, or keep it for this visitor until it is handed out."""
    if not view.is_keeper():
        given(key)[pin.place] = pin
    else:
        SESSION[f"{key}-written"] = pin.matched_place if PinCache().add([pin]) else ""


def hand_out(key: str) -> None:
    """Say what was written; else offer the geocode cache with this visitor's corrections, and to forget them."""
    match SESSION.pop(f"{key}-written", None):
        case "":
            st.error(
                say("The pin could not be written: the geocode cache is damaged or write-protected. The log says why.")
            )
        case str(place):
            st.toast(say("Written: {place}", place=markdown_text(place)))
    pins = given(key)
    if not pins:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.markdown(
            say_many(
                "**{number} pin corrected**, for you alone.", "**{number} pins corrected**, for you alone.", len(pins)
            )
        )
        download.button(
            say("The corrected pins (CSV)"),
            lambda: _csv(pins.values()),
            GEOCODES,
            key=f"{key}-csv",
            help_=say("Whoever keeps the map puts this file in place of geocode_cache/geocodes.csv."),
        )
        st.button(say("Forget them"), key=f"{key}-forget", on_click=pins.clear)


def _csv(pins: Iterable[Pin]) -> bytes:
    """Write the whole cache, so that it can take the place of the old one."""
    safe = [
        replace(
            pin,
            venue=csv_cell(pin.venue),
            locality=csv_cell(pin.locality),
            region=csv_cell(pin.region),
            matched_place=csv_cell(pin.matched_place),
            source=csv_cell(pin.source),
        )
        for pin in pins
    ]
    return PinCache().csv_with(safe).encode("utf-8-sig")


Choose = Callable[[Place, Candidate], None]
Give = Callable[[Pin], None]

_MOST_DOUBTS = 20  # in the table at a time
_MOST_BUTTONS = 4
_PANEL_HEIGHT = 560  # px
_KINDS: dict[str, str] = {
    Precision.VENUE: mark("venue"),
    Precision.LOCALITY: mark("town or city"),
    Precision.REGION: mark("state or province"),
    Precision.COUNTRY: mark("country or territory"),
    # Translators: who found where a place is
    FoundBy.GAZETTEER: mark("gazetteer"),
    FoundBy.NEAR_MISS: mark("gazetteer (approximate)"),
    FoundBy.NOMINATIM: mark("online geocoder"),
    FoundBy.REVIEWED: mark("a person"),
    FoundBy.LIST: mark("the list itself"),
    "": "",
}
"""Precision of a pin, or who found it → what to call it."""


@dataclass(frozen=True, eq=False)
class Reviewed:
    """What `review.places` says of a list, the first of its doubts, and how many reviews there were before it."""

    places: pd.DataFrame
    doubts: list[Doubtful]
    earlier: int

    @property
    def doubtful(self) -> int:
        """How many places are in doubt."""
        return int(self.places["doubt"].notna().sum())

    @cached_property
    def every(self) -> pd.DataFrame:
        """The table of all places, made once somebody looks at it."""
        places = self.places
        words = [Place.of(row).said for row in records(places[list(Place._fields)])]
        return pd.DataFrame(
            {
                mark("Place"): words,
                mark("Actions"): places["actions"],
                mark("Pinned at"): list(map(place_name, places["matched_place"].fillna(""))),
                # Translators: how exactly a pin is known: to the venue, the town, the region or the country
                mark("Precision"): [say(_KINDS[kind]) for kind in places["precision"]],
                mark("Found by"): [say(_KINDS[kind]) for kind in places["geocoder"]],
                mark("Doubt"): list(map(wording.why, places["doubt"])),
            }
        ).reset_index(drop=True)


def reviewed(
    key: str,
    table: ActionTable,
    selection: Selection | None = None,
    corrected: Collection[Place] = (),
    kept_in: MutableMapping[Any, Any] = SESSION,
) -> Reviewed:
    """Review a selection of a list without the places that have been corrected, once for this visitor.

    Parameters
    ----------
    key, kept_in
        Where it is kept.
    table, selection, corrected
        The list, what is chosen of it, and what is left out.
    """
    asked = selection, frozenset(corrected), spoken().code
    kept: tuple[ActionTable, object, Reviewed] | None = kept_in.get(key)
    if kept and kept[0] is table and kept[1] == asked:
        return kept[2]
    actions = table.select(selection) if selection else table.frame
    places = review.without(review.places(actions), corrected)
    first = places[places["doubt"].notna()].head(_MOST_DOUBTS)
    doubts = [review.doubtful(row, gazetteer()) for row in records(first)]
    found = Reviewed(places, doubts, kept[2].earlier + 1 if kept else 0)
    kept_in[key] = table, asked, found
    return found


def draw(found: Reviewed, key: str, choose: Choose, give: Give) -> None:
    """Draw the map, the table, and a way to any other pin.

    Parameters
    ----------
    found
        What `reviewed` returned.
    key
        Begins the keys of the widgets.
    choose
        Takes a place, and what is meant by it.
    give
        Takes a pin of which a person has written the coordinates.
    """
    marked = f"{key}-marked-{found.earlier}"  # so that a mark is forgotten with the rows among which it was made
    asked = [row for row in SESSION.get(marked, []) if row >= len(found.doubts)]
    doubts = [*(review.doubtful(row, gazetteer()) for row in records(found.places.iloc[asked])), *found.doubts]
    others = found.places.iloc[len(found.doubts) :].drop(asked, errors="ignore")
    chart, panel = st.columns([3, 2], gap="medium")
    with chart:
        dark = st.context.theme.type == "dark"
        world_map(
            review_deck(others, doubts, dark=dark),
            key=f"{key}-map",
            alt=say_many(
                "Map of {number} place with a doubtful pin or none; the list beside it says the same.",
                "Map of {number} places with a doubtful pin or none; the list beside it says the same.",
                len(doubts),
            ),
        )
        st.html(render("review_legend.html"))
    with panel, st.container(height=_PANEL_HEIGHT if len(doubts) > 3 else "content", border=False, key=f"{key}-doubts"):
        if not found.doubts:
            st.success(say("Every place has a pin, and none is in doubt."))
        for number, one in enumerate(doubts, 1):
            _doubt(number, one, key, choose, give)
        if found.doubtful > _MOST_DOUBTS:
            st.caption(
                say(
                    "The first {shown} of {number}. Settle these to see the rest.",
                    shown=_MOST_DOUBTS,
                    number=found.doubtful,
                )
            )
    _every_pin(found, f"{key}-every-{found.earlier}", f"{key}-expander", marked)


def _doubt(number: int, one: Doubtful, key: str, choose: Choose, give: Give) -> None:
    """Draw a place, and what it may be."""
    place, id_ = one.place.said, repr(tuple(one.place))  # two places may read alike in words
    actions, pin = counted("actions", one.actions), one.pin.name if one.pin else ""
    st.html(render("doubt.html", number=number, place=place, actions=actions, pin=pin, why=wording.why(one.why)))
    with st.container(horizontal=True, gap="xsmall"):
        if one.pin and one.why:
            st.button(say("That is right"), key=f"{key}-right-{id_}", on_click=choose, args=(one.place, one.pin))
        for option in one.options[:_MOST_BUTTONS]:
            st.button(
                markdown_text(place_name(option.name)),
                key=f"{key}-take-{id_}-{option.name}",
                on_click=choose,
                args=(one.place, option),
            )
        with st.popover(say("Coordinates …")):
            _coordinates(one.place, f"{key}-at-{id_}", give)


def _coordinates(place: Place, key: str, give: Give) -> None:
    """Draw the field for coordinates; say what is there before it is taken."""
    text = st.text_input(say("Latitude, longitude"), placeholder="48.2085, 16.3721", max_chars=60, key=key)
    if not text:
        st.caption(say("In decimal degrees, as map sites show them."))
        return
    basis, examples = say("What they rest on"), say("a sign, a photo, a map")
    source = st.text_input(basis, placeholder=examples, max_chars=200, key=f"{key}-source")
    metres = st.number_input(say("Within how many metres"), min_value=0.0, value=None, format="%g", key=f"{key}-metres")
    try:
        found = review.given_pin(place, text, gazetteer(), source=source, uncertainty_m=metres)
    except PointError as error:
        st.error(markdown_text(str(error)))
        return
    st.markdown(
        say("The nearest town is **{town}**, {km:,.0f} km away.", town=markdown_text(found.nearest), km=found.km)
    )
    if place.country and found.country != place.country:
        country = markdown_text(country_name(place.country))
        st.warning(say("Country in the list: {country}. Are the two numbers the right way round?", country=country))
    st.button(say("Pin it there"), key=f"{key}-give", type="primary", on_click=give, args=(found.pin,))


def _every_pin(found: Reviewed, key: str, expander: str, marked: str) -> None:
    """Draw the table of all places, where it is opened; one that is pressed can be corrected as if it were doubtful."""
    label = say("Every place and its pin ({number})", number=len(found.places))
    opened = st.expander(label, key=expander, on_change="rerun")
    if not opened.open:
        return
    with opened:
        grid(
            found.every,
            key=key,
            caption=say("Press a place to correct its pin above."),
            choose=lambda row: SESSION.update({marked: [row]}),
        )


# ------------------------------------------------------------------------------------------------ what readers suggest

_BROUGHT, _TAKEN = "_suggestions", "_suggestions_taken"


def suggestions(table: ActionTable) -> None:
    """Draw the suggestions that the keeper brings, each beside the list, to be taken, mended or discarded."""
    st.header(say("Suggestions"), anchor=False)
    brought: dict[str, dict[str, str]] = SESSION.setdefault(_BROUGHT, {})
    taken: dict[str, dict[str, str]] = SESSION.setdefault(_TAKEN, {})
    files = st.file_uploader(
        say("Rows that readers have sent (CSV)"),
        type="csv",
        accept_multiple_files=True,
        key=f"{_BROUGHT}-files",
        max_upload_size=1,
    )
    seen: set[str] = SESSION.setdefault(f"{_BROUGHT}-seen", set())
    for file in (file for file in files if file.file_id not in seen):
        seen.add(file.file_id)
        try:
            rows = suggestion.read_suggestions(file.getvalue())
        except UnreadableListError as error:
            st.error(f"{markdown_text(file.name)}: {markdown_text(str(error))}")
            continue
        brought |= {f"{file.file_id}-{number}": row for number, row in enumerate(rows)}
    for key, row in list(brought.items()):
        _beside(key, row, table)
    if taken:
        _hand_out(taken)


def _beside(key: str, row: dict[str, str], table: ActionTable) -> None:
    """Draw a suggestion beside what the list has of the same action."""
    listed = table.frame[table.frame["id"] == row["id"]] if row["id"] else table.frame[:0]
    has = suggestion.cells_of(listed) if len(listed) else {}
    place = strung((row["locality"], country_name(row["country"]) or row["country"]))
    with st.container(border=True):
        note = markdown_text(row["evidence"].removeprefix(has.get("evidence", "")))
        said = mark("**{place}**, in the list: {note}") if has else mark("**{place}**, not in the list: {note}")
        st.markdown(say(said, place=markdown_text(place) or say("Place not stated"), note=note))
        columns = [name for name in row if name != "status" and row[name] != has.get(name, "")]
        cells = row | SESSION.get(f"{key}-cells", {})
        compared = {
            mark("Column"): columns,
            mark("In the list"): [has.get(column, "") for column in columns],
            mark("Suggested"): [cells[column] for column in columns],
        }
        grid(
            pd.DataFrame(compared),
            key=f"{key}-compared",
            caption=say("Suggested"),
            fields=["Suggested"],
            write=lambda at, _, text: _write(f"{key}-cells", columns[at], text),
        )
        with st.container(horizontal=True, gap="small"):
            st.button(say("Take it"), key=f"{key}-take", type="primary", on_click=_take, args=(key, cells, has))
            st.button(say("Discard it"), key=f"{key}-discard", on_click=SESSION[_BROUGHT].pop, args=(key, None))
        for line in wording.problem_lines(SESSION.get(f"{key}-wrong", ()), most=5):
            st.error(markdown_text(line))


def _write(key: str, column: str, text: str) -> None:
    SESSION[key] = SESSION.get(key, {}) | {column: suggestion.cell_text(text)}


def _take(key: str, cells: dict[str, str], has: Mapping[str, str]) -> None:
    """Take a row as it has been mended, unless the list could not have it."""
    row = cells | {"status": has.get("status", "announced"), "basis": has.get("basis", "same-day")}
    problems = suggestion.wrong_with(row)
    SESSION[f"{key}-wrong"] = problems
    if not problems:
        SESSION[_TAKEN][row["id"] or key] = row
        SESSION[_BROUGHT].pop(key, None)


def _hand_out(taken: dict[str, dict[str, str]]) -> None:
    """Hand out the list with the rows that were taken, or these alone where the list is kept elsewhere."""
    try:
        whole = suggestion.merged((campaign_folder() / ACTIONS).read_bytes(), taken)
    except (OSError, UnreadableListError):
        whole = None
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.markdown(
            say_many(
                "**{number} suggestion taken**, for you alone.",
                "**{number} suggestions taken**, for you alone.",
                len(taken),
            )
        )
        if whole:
            download.button(
                say("The list with what was taken (CSV)"),
                lambda: whole,
                ACTIONS,
                key=f"{_TAKEN}-csv",
                help_=say("Put this file in place of actions.csv. Read the rows once more before you do."),
            )
        else:
            rows = partial(suggestion.rows_csv, taken.values())
            download.button(say("The rows (CSV)"), rows, "taken.csv", key=f"{_TAKEN}-csv")
        st.button(say("Forget them"), key=f"{_TAKEN}-forget", on_click=taken.clear)
