"""Corrected pins: written into the geocode cache where the list is kept on this machine, else handed out as a file.

Beside them, what readers suggest: rows that the keeper takes, mends or discards.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, MutableMapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import pandas as pd
import streamlit as st

from actionmap.campaign.selection import Selection
from actionmap.campaign.table import ActionTable, records
from actionmap.drawing.review_map import review_deck
from actionmap.errors import PointError, UnreadableListError
from actionmap.paths import ACTIONS, GEOCODES, campaign_folder
from actionmap.places import review
from actionmap.places.pin_cache import PinCache
from actionmap.places.review import Doubtful
from actionmap.publish import suggestion, wording
from actionmap.publish.markup import render
from actionmap.text import count, csv_cell, markdown_text
from actionmap.ui import download, view
from actionmap.ui.loading import gazetteer
from actionmap.ui.world_map import world_map
from actionmap.world.countries import country_name
from actionmap.world.place import Candidate, Pin, Place


def given(key: str) -> dict[Place, Pin]:
    """Return the pins that this visitor has corrected, where they are not written."""
    pins: dict[Place, Pin] = st.session_state.setdefault(key, {})
    return pins


def correct(key: str, pin: Pin) -> None:
    """Take a corrected pin: write it, or keep it for this visitor until it is handed out."""
    if not view.is_keeper():
        given(key)[pin.place] = pin
    elif PinCache().add([pin]):
        st.toast(f"Written: {markdown_text(pin.matched_place)}")
    else:
        st.error("The pin could not be written: the geocode cache is damaged or write-protected. The log says why.")


def hand_out(key: str) -> None:
    """Offer the geocode cache with this visitor's corrections, and to forget them."""
    pins = given(key)
    if not pins:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.markdown(f"**{count(len(pins), 'pin')} corrected**, for you alone.")
        download.button(
            "The corrected pins (CSV)",
            lambda: _csv(pins.values()),
            GEOCODES,
            key=f"{key}-csv",
            help_="Whoever keeps the map puts this file in place of geocode_cache/geocodes.csv.",
        )
        st.button("Forget them", key=f"{key}-forget", on_click=pins.clear)


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
        words = [Place.of(row).address for row in records(places[list(Place._fields)])]
        return pd.DataFrame(
            {
                "Place": list(map(csv_cell, words)),
                "Actions": places["actions"],
                "Pinned at": list(map(csv_cell, places["matched_place"])),
                "Precision": places["precision"],
                "Found by": places["geocoder"],
                "Doubt": [csv_cell(wording.why(doubt)) for doubt in places["doubt"]],
            }
        )


def reviewed(
    key: str,
    table: ActionTable,
    selection: Selection | None = None,
    corrected: Collection[Place] = (),
    kept_in: MutableMapping[Any, Any] = st.session_state,
) -> Reviewed:
    """Review a selection of a list without the places that have been corrected, once for this visitor.

    Parameters
    ----------
    key, kept_in
        Where it is kept.
    table, selection, corrected
        The list, what is chosen of it, and what is left out.
    """
    asked = selection, frozenset(corrected)
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
    every = f"{key}-every-{found.earlier}"  # so that a mark is forgotten with the rows among which it was made
    asked = [row for row in _marked(every) if row >= len(found.doubts)]
    doubts = [*(review.doubtful(row, gazetteer()) for row in records(found.places.iloc[asked])), *found.doubts]
    others = found.places.iloc[len(found.doubts) :].drop(asked, errors="ignore")
    chart, panel = st.columns([3, 2], gap="medium")
    with chart:
        dark = st.context.theme.type == "dark"
        world_map(
            review_deck(others, doubts, dark=dark),
            key=f"{key}-map",
            alt=f"Map of {count(len(doubts), 'place')} with a doubtful pin or none; the table beside it says the same.",
        )
        st.html(render("review_legend.html"))
    with panel, st.container(height=_PANEL_HEIGHT if len(doubts) > 3 else "content", border=False, key=f"{key}-doubts"):
        if not found.doubts:
            st.success("Every place has a pin, and none is in doubt.")
        for number, one in enumerate(doubts, 1):
            _doubt(number, one, key, choose, give)
        if found.doubtful > _MOST_DOUBTS:
            st.caption(f"The first {_MOST_DOUBTS} of {found.doubtful:,}. Settle these to see the rest.")
    _every_pin(found, every, f"{key}-expander")


def _marked(key: str) -> list[int]:
    """Return the row that is marked in the table of all places."""
    state = st.session_state.get(key)
    return list(state.selection.rows) if state else []


def _doubt(number: int, one: Doubtful, key: str, choose: Choose, give: Give) -> None:
    """Draw a place, and what it may be."""
    place, id_ = one.place.address, repr(tuple(one.place))  # two places may read alike in words
    actions, pin = count(one.actions, "action"), one.pin.name if one.pin else ""
    st.html(render("doubt.html", number=number, place=place, actions=actions, pin=pin, why=wording.why(one.why)))
    with st.container(horizontal=True, gap="xsmall"):
        if one.pin and one.why:
            st.button("That is right", key=f"{key}-right-{id_}", on_click=choose, args=(one.place, one.pin))
        for option in one.options[:_MOST_BUTTONS]:
            st.button(
                markdown_text(option.name),
                key=f"{key}-take-{id_}-{option.name}",
                on_click=choose,
                args=(one.place, option),
            )
        with st.popover("Coordinates …"):
            _coordinates(one.place, f"{key}-at-{id_}", give)


def _coordinates(place: Place, key: str, give: Give) -> None:
    """Draw the field for coordinates; say what is there before it is taken."""
    text = st.text_input("Latitude, longitude", placeholder="48.2085, 16.3721", max_chars=60, key=key)
    if not text:
        st.caption("In decimal degrees, as map sites show them.")
        return
    source = st.text_input(
        "What they rest on", placeholder="a sign, a photo, a map", max_chars=200, key=f"{key}-source"
    )
    metres = st.number_input("Within how many metres", min_value=0.0, value=None, format="%g", key=f"{key}-metres")
    try:
        found = review.given_pin(place, text, gazetteer(), source=source, uncertainty_m=metres)
    except PointError as error:
        st.error(markdown_text(str(error)))
        return
    st.markdown(f"The nearest town is **{markdown_text(found.nearest)}**, {found.km:,.0f} km away.")
    if place.country and found.country != place.country:
        st.warning(
            f"The list has it in {markdown_text(country_name(place.country))}. Are the two numbers the right way round?"
        )
    st.button("Pin it there", key=f"{key}-give", type="primary", on_click=give, args=(found.pin,))


def _every_pin(found: Reviewed, key: str, expander: str) -> None:
    """Draw the table of all places, where it is opened; one that is marked can be corrected as if it were doubtful."""
    opened = st.expander(f"Every place and its pin ({len(found.places):,})", key=expander, on_change="rerun")
    if not opened.open:
        return
    with opened:
        st.caption("Mark a row at its left edge to correct its pin.")
        st.dataframe(
            found.every,
            hide_index=True,
            height=min(38 + 35 * len(found.places), 420),
            key=key,
            on_select="rerun",
            selection_mode="single-row",
            alt="Every place of the list: what it is pinned at, how exactly, who found it, and what is in doubt",
        )


# ------------------------------------------------------------------------------------------------ what readers suggest

_BROUGHT, _TAKEN = "_suggestions", "_suggestions_taken"


def suggestions(table: ActionTable) -> None:
    """Draw the suggestions that the keeper brings, each beside the list, to be taken, mended or discarded."""
    st.subheader("Suggestions", anchor=False)
    brought: dict[str, dict[str, str]] = st.session_state.setdefault(_BROUGHT, {})
    taken: dict[str, dict[str, str]] = st.session_state.setdefault(_TAKEN, {})
    files = st.file_uploader(
        "Rows that readers have sent (CSV)",
        type="csv",
        accept_multiple_files=True,
        key=f"{_BROUGHT}-files",
        max_upload_size=1,
    )
    seen: set[str] = st.session_state.setdefault(f"{_BROUGHT}-seen", set())
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
    place = ", ".join(filter(None, (row["locality"], country_name(row["country"]) or row["country"]))) or "no place"
    with st.container(border=True):
        note = row["evidence"].removeprefix(has.get("evidence", ""))
        st.markdown(f"**{markdown_text(place)}**, {'in the list' if has else 'not in the list'}: {markdown_text(note)}")
        columns = [name for name in row if name != "status" and row[name] != has.get(name, "")]
        compared = pd.DataFrame(
            {
                "Column": columns,
                "In the list": [csv_cell(has.get(column, "")) for column in columns],
                "Suggested": [csv_cell(row[column]) for column in columns],
            }
        )
        mended = st.data_editor(compared, hide_index=True, disabled=["Column", "In the list"], key=f"{key}-mended")
        with st.container(horizontal=True, gap="small"):
            cells = row | dict(zip(columns, map(suggestion.cell_text, mended["Suggested"].fillna("")), strict=True))
            st.button("Take it", key=f"{key}-take", type="primary", on_click=_take, args=(key, cells, has))
            st.button("Discard it", key=f"{key}-discard", on_click=st.session_state[_BROUGHT].pop, args=(key, None))
        for line in st.session_state.get(f"{key}-wrong", ()):
            st.error(markdown_text(line))


def _take(key: str, cells: dict[str, str], has: Mapping[str, str]) -> None:
    """Take a row as it has been mended, unless the list could not have it."""
    row = cells | {"status": has.get("status", "announced"), "basis": has.get("basis", "same-day")}
    problems = list(wording.problem_lines(suggestion.wrong_with(row), most=5))
    st.session_state[f"{key}-wrong"] = problems
    if not problems:
        st.session_state[_TAKEN][row["id"] or key] = row
        st.session_state[_BROUGHT].pop(key, None)


def _hand_out(taken: dict[str, dict[str, str]]) -> None:
    """Hand out the list with the rows that were taken, or these alone where the list is kept elsewhere."""
    try:
        whole = suggestion.merged((campaign_folder() / ACTIONS).read_bytes(), taken)
    except (OSError, UnreadableListError):
        whole = None
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.markdown(f"**{count(len(taken), 'suggestion')} taken**, for you alone.")
        if whole:
            download.button(
                f"The list with {'it' if len(taken) == 1 else 'them'} (CSV)",
                lambda: whole,
                ACTIONS,
                key=f"{_TAKEN}-csv",
                help_="Put this file in place of actions.csv. Read the rows once more before you do.",
            )
        else:
            download.button(
                "The rows (CSV)", lambda: suggestion.rows_csv(taken.values()), "taken.csv", key=f"{_TAKEN}-csv"
            )
        st.button("Forget them", key=f"{_TAKEN}-forget", on_click=taken.clear)
