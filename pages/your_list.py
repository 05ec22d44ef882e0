"""The page for an organizer's own list: brought, matched, checked, mended, found on the map; in this session alone."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from actionmap import preparing
from actionmap.campaign.actions import COLUMN_LABELS, STATUS_NAMES, Action
from actionmap.campaign.folder import Campaign
from actionmap.campaign.own import HEADERS, template
from actionmap.campaign.sheet import MOST_BYTES, MOST_ROWS, UnclearDate, left_open, mended, still_true
from actionmap.campaign.table import ActionTable
from actionmap.errors import ActionMapError
from actionmap.languages import joined, languages, mark, say, say_many, sentences
from actionmap.lists.cells import read_country
from actionmap.lists.problems import Alike, NoticeKind, ProblemKind
from actionmap.lists.reading import columns_of
from actionmap.lists.rows import Row
from actionmap.lists.tables import Table
from actionmap.preparing import Checked, Manner
from actionmap.publish.markup import render
from actionmap.publish.wording import date_order, notice, of_value, read_as, sentence
from actionmap.text import label_text, markdown_text
from actionmap.ui import download, frame, own_list, own_places
from actionmap.ui.live import grid
from actionmap.ui.loading import online_geocoder
from actionmap.ui.own_list import Own
from actionmap.ui.view import SESSION
from actionmap.world.countries import country_name
from actionmap.world.place import Place
from actionmap.world.times import long_date, zone_name, zones_by_country

_STANDFIRST = mark(
    "Bring the list of your own day of action: it is checked, found on the map and shown on every page, for you alone. "
    "Nothing of it is stored: it is gone when you close this tab."
)
_ONLINE = mark(
    "What you ask an online geocoder for is the exception: these places and their answers stay here for 30 days."
)
_MOST_SHOWN = 300  # rows that can be mended at a time
_MOST_ASKED = 20  # wrong values that are asked about at a time
_MOST_ROWS_NAMED, _MOST_GUESSES = 8, 3  # of each
_MOST_DIVIDED = 20  # cells that name several towns, shown at a time
_MOST_PAIRS = 20  # that are asked about at a time
_COLUMNS, _FILE, _EDITS, _UNCLEAR, _REFUSED, _DIVIDED, _DECIDED, _WRITTEN = (
    f"_own_{name}" for name in ("columns", "file", "edits", "unclear", "refused", "divided", "decided", "written")
)
_ROW = "\N{NO-BREAK SPACE}"  # a column of ours: no header has this name


def show(campaign: Campaign, table: ActionTable) -> None:
    """Draw the page."""
    standfirst = [say(_STANDFIRST), *([say(_ONLINE)] if online_geocoder().on_page else [])]
    st.html(render("masthead.html", title=say("Your list"), standfirst=sentences(*standfirst), call_url=None))
    preparing.WORKERS.start()  # while the visitor looks for the file
    bring()
    own = own_list.held()
    if not own:
        templates()
        return
    top = st.container(border=True)
    columns = match(own.sheet.head)
    listed = check(own, columns)
    if listed:
        settle(listed)
    with top:
        understood(own, columns, listed)
    if listed is None:
        return
    problems(own, listed)
    if listed.actions:
        own_places.draw(own, _key)


def bring() -> None:
    """Draw the field for the file; a new one is read into this session."""
    file = st.file_uploader(
        say(
            "A CSV file or a workbook (XLSX, XLS, ODS) of up to {size} MB and {rows} rows",
            size=MOST_BYTES // 1_000_000,
            rows=MOST_ROWS,
        ),
        type=["csv", "tsv", "txt", "xlsx", "xls", "ods"],
        key=own_list.FILE,
    )
    if file and file.file_id != SESSION.get(_FILE):
        refused = None
        try:
            own_list.bring(file)
        except ActionMapError as error:
            refused = ActionMapError(error.message, error.values)  # without what its traceback holds
        SESSION[_FILE], SESSION[_REFUSED] = file.file_id, refused
    if SESSION.get(_REFUSED) and SESSION[own_list.FILE]:  # its name stands there, its bytes are gone
        st.error(markdown_text(str(SESSION[_REFUSED])))


def _key(name: str) -> str:
    """Return the key of a widget that belongs to one file: what was said of another file is never taken for this."""
    return f"own-{name}-{SESSION[_FILE]}"


def templates() -> None:
    """Hand out a list to start from, in several languages."""
    st.markdown(say("No list yet? Start from a template: a header and two example rows to overwrite."))
    with st.container(horizontal=True, gap="small"):
        for code in (one for one in languages() if one in HEADERS):
            name = f"actions-template-{code}.csv"
            download.button(languages()[code].name, partial(template, code), name, key=f"template-{code}")


def understood(own: Own, columns: dict[str, str], listed: Checked | None) -> None:
    """Say how the list was read, and what was guessed, repaired or left out; ask what comes first in its dates."""
    if listed:
        draw = st.warning if listed.problems or listed.duplicates else st.success
        found = joined([*_counts(listed)])
        draw(say_many("{number} row: {found}", "{number} rows: {found}", own.sheet.rows, found=found))
    sheet, used = own.sheet.head, set(columns.values())
    notices = [one for one in map(partial(still_true, used=used), sheet.notices) if one]
    idle = next((one.values["columns"] for one in notices if one.kind is NoticeKind.COLUMNS_NOT_USED), ())
    st.html(
        render(
            "understood.html",
            form=read_as(sheet.form),
            idle=idle,
            columns={theirs: say(COLUMN_LABELS[ours]) for ours, theirs in columns.items()},
            order=date_order(listed.order) if listed else "",
            pins=own_places.found(own),
        )
    )
    said = [notice(one) for one in notices if one.kind is not NoticeKind.COLUMNS_NOT_USED]
    if said:
        st.info("\n".join(f"- {markdown_text(text)}" for text in said))
    if listed:
        ask_order(listed.unclear)


def _counts(listed: Checked) -> Iterator[str]:
    """Say how many there are of what was found."""
    yield say_many("**{number} action**", "**{number} actions**", listed.actions)
    yield say_many("{number} problem", "{number} problems", listed.problems)
    if listed.duplicates:
        yield say_many("{number} possible duplicate", "{number} possible duplicates", listed.duplicates)
    if listed.suggestions:
        yield say_many("{number} suggestion left out", "{number} suggestions left out", listed.suggestions)


def match(sheet: Table) -> dict[str, str]:
    """Draw which of the sheet's columns is which of ours, to be corrected; return our name → theirs."""
    columns: dict[str, str] = SESSION.setdefault(_COLUMNS, dict(sheet.columns))
    missing = [name for name in ("locality", "country") if name not in columns]
    matched = {"matched": len(columns), "number": len([one for one in sheet.header if one])}
    label = say("Columns matched: {matched} of {number}", **matched)
    if missing:
        names = joined([say(COLUMN_LABELS[name]) for name in missing])
        label = say("Columns matched: {matched} of {number}; not found: {names}", names=names, **matched)
    with st.expander(label, expanded="locality" in missing):
        theirs = ["", *dict.fromkeys(filter(None, sheet.header))]
        for ours, place in zip(Action.model_fields, _grid(len(Action.model_fields), 4), strict=True):
            chosen = place.selectbox(
                say(COLUMN_LABELS[ours]),
                theirs,
                index=theirs.index(columns.get(ours, "")),
                format_func=lambda name: name or "–",
                help=say(str(Action.model_fields[ours].description)),
                key=_key(f"column-{ours}"),
            )
            columns = {name: one for name, one in (columns | {ours: chosen}).items() if one}
    SESSION[_COLUMNS] = columns
    return columns


def _grid(size: int, wide: int) -> "list[st.delta_generator.DeltaGenerator]":
    return [place for _ in range(-(-size // wide)) for place in st.columns(wide)][:size]


def constants(own: Own, columns: dict[str, str]) -> dict[str, Any] | None:
    """Offer to give once what rows do not say; return it as `read_actions` takes it, None where more is needed."""
    fields = {"date": _ask_day, "country": _ask_country, "status": _ask_status, "time_zone": _ask_zone}
    asked = left_open(own.sheet.open, columns)
    if asked:
        st.caption(say("For every row that leaves it empty:"))
    with st.container(horizontal=True, key="own-constants"):
        given = {name: fields[name]() for name in asked}
    if "date" not in columns and not given["date"]:
        st.info(say("Give the day of action, or the column that has it."))
        return None
    return {f"default_{name}": value or None for name, value in given.items()}


_FIELD = 220  # px


def _ask_day() -> dt.date | None:
    return st.date_input(say("Day of action"), value=None, width=_FIELD, key=_key("day"))


def _ask_country() -> str:
    with st.container(width=_FIELD, gap="xsmall"):
        label, example = say(COLUMN_LABELS["country"]), say("in any language")
        text = st.text_input(label, placeholder=example, max_chars=100, key=_key("country")).strip()
        code, mistake = read_country(text) if text else ("", None)
        if mistake:
            st.error(markdown_text(of_value(text, *mistake)))
        elif text:
            st.caption(say("{name} ({local})", name=country_name(code), local=markdown_text(code)))
    return code


def _ask_status() -> str:
    return st.selectbox(
        say(COLUMN_LABELS["status"]),
        [*STATUS_NAMES][::-1],
        format_func=lambda status: say(STATUS_NAMES[status]),
        width=_FIELD,
        key=_key("status"),
    )


def _ask_zone() -> str:
    zones = sorted((zone for some in zones_by_country().values() for zone in some), key=zone_name)
    return st.selectbox(
        say("Times are written in"),
        ["", "UTC", *zones],
        format_func=lambda zone: (
            say("{zone} time", zone=zone_name(zone)) if zone else say("the local time of each place")
        ),
        width=_FIELD,
        key=_key("zone"),
    )


def check(own: Own, columns: dict[str, str]) -> Checked | None:
    """Read the list, once for every state of it; say what hinders where it cannot be read."""
    given = constants(own, columns)
    if given is None:
        return None
    order, decided = SESSION.get(_key("order")), SESSION.get(_DECIDED, {})
    own.change(own.sheet, Manner(columns, given, order, _divided(), decided))
    key = own.sheet, own.manner, own.towns
    if not own.checked or own.checked[0] != key:
        try:
            args = *key, _MOST_SHOWN, _MOST_PAIRS
            checked = own_list.apart(say("Checking the list…"), preparing.check, *args, limits=preparing.CHECKING)
        except ActionMapError as error:
            st.error(markdown_text(str(error)))
            return None
        own.checked = key, checked
    listed = own.checked[1]
    for told in listed.notices:
        st.caption(markdown_text(notice(told)))
    divide(listed.several, listed.divided)
    return listed


_Towns = Mapping[Place, tuple[str, ...]]


def divide(towns: _Towns, done: _Towns) -> None:
    """Offer to make several actions of a cell that names several towns, and to undo it."""
    if towns:
        st.markdown(
            say_many(
                "**{number} cell names several towns**, but a row can have only one pin.",
                "**{number} cells name several towns**, but a row can have only one pin.",
                len(towns),
            )
        )
    if len(towns) > 1:
        every = say("Make {actions} actions of all {cells}", actions=sum(map(len, towns.values())), cells=len(towns))
        st.button(every, key=_key("divide"), on_click=_divide, args=(towns,))
    for place, named in [*towns.items()][:_MOST_DIVIDED]:
        words = say("Make {number} actions of it: {towns}", number=len(named), towns=say(", ").join(named))
        st.button(markdown_text(words), key=_key(f"divide-{tuple(place)}"), on_click=_divide, args=({place: named},))
    if len(done) > 1:
        label = say("Undo all {number}", number=len(done))
        st.button(label, key=_key("undo"), type="tertiary", on_click=_undo, args=(done,))
    for place, named in [*done.items()][:_MOST_DIVIDED]:
        cell = markdown_text(place.locality)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(say("“{cell}” is {number} actions now.", cell=cell, number=len(named)), width="content")
            st.button(say("Undo"), key=_key(f"undo-{tuple(place)}"), type="tertiary", on_click=_undo, args=([place],))


def _divided() -> _Towns:
    divided: _Towns = SESSION.get(_DIVIDED, {})
    return divided


def _divide(towns: _Towns) -> None:
    SESSION[_DIVIDED] = {**_divided(), **towns}


def _undo(places: Collection[Place]) -> None:
    SESSION[_DIVIDED] = {place: named for place, named in _divided().items() if place not in places}


def ask_order(unclear: UnclearDate | None) -> None:
    """Ask what comes first in a date that may be two days; once asked, the answer can be changed."""
    unclear = SESSION.get(_UNCLEAR) or unclear
    SESSION[_UNCLEAR] = unclear
    if unclear:
        st.segmented_control(
            say("The dates of this list can be read in two ways. What is {date}?", date=label_text(unclear.text)),
            [True, False],
            format_func={True: long_date(unclear.day_first), False: long_date(unclear.month_first)}.__getitem__,
            key=_key("order"),
        )


def settle(listed: Checked) -> None:
    """Ask of each two actions that are one, or may be, which is kept."""
    if listed.pairs:
        st.header(say("Listed twice?"), anchor=False)
        if listed.every_pair > len(listed.pairs):
            st.caption(say("The first {shown} of {number}.", shown=len(listed.pairs), number=listed.every_pair))
    for one in listed.pairs:
        both = one.values["first"], one.row
        with st.container(border=True, gap="xsmall"):
            problem = markdown_text(of_value(one.value, one.kind, one.values))
            st.markdown(say("**Row {row:d}:** {problem}", row=one.row, problem=problem))
            names = {0: say("They are two actions"), **{row: say("One: keep row {row:d}", row=row) for row in both}}
            chosen = st.segmented_control(
                say("One action or two?"),
                list(names),
                default=SESSION.get(_DECIDED, {}).get(both),
                format_func=names.__getitem__,
                key=_key(f"twice-{both}"),
                label_visibility="collapsed",
                on_change=_decide,
                args=(both,),
            )
            if chosen:
                st.caption(
                    say(
                        "Row {gone:d} has gone into row {kept:d}, with its sources, organizers and notes. Click the "
                        "choice again to undo it.",
                        gone=sum(both) - chosen,
                        kept=chosen,
                    )
                )


def _decide(both: tuple[int, int]) -> None:
    decided = {pair: kept for pair, kept in SESSION.get(_DECIDED, {}).items() if pair != both}
    kept = SESSION[_key(f"twice-{both}")]
    SESSION[_DECIDED] = decided if kept is None else decided | {both: kept}


def problems(own: Own, found: Checked) -> None:
    """Say what is wrong, value by value, and let one answer mend all the rows that have it; or mend row by row."""
    if own.before:
        st.button(say("Undo the last mending"), key=_key("undo-mending"), on_click=_unmend, args=(own,))
    if not found.alike:
        return
    st.header(say("What to mend"), anchor=False)
    asked = found.alike[:_MOST_ASKED]
    if sum(len(one.rows) for one in asked) < found.problems:
        st.caption(say("The most frequent of {number} problems. Mend these to see the rest.", number=found.problems))
    changes: dict[int, dict[str, str]] = {}
    for one in asked:
        name = own.manner.columns.get(one.problem.column, "")
        with st.container(border=True, gap="xsmall"):
            answer = _answer(one, name if name in own.sheet.head.header else "")
        for row in one.rows if answer else ():
            changes.setdefault(row, {})[name] = answer
    mend(own, changes or by_row(own, found.rows))


def _answer(one: Alike, name: str) -> str:
    """Say what is wrong with a value; return what is to be written instead in all rows that have it, if anything."""
    problem, number = one.problem, len(one.rows)
    rows = say(", ").join([*map(str, one.rows[:_MOST_ROWS_NAMED]), *["…"][: number > _MOST_ROWS_NAMED]])
    st.markdown(
        say_many(
            "**{column}**, row {rows}: {problem}",
            "**{column}**, {number} rows ({rows}): {problem}",
            number,
            column=markdown_text(name or problem.column),
            rows=markdown_text(rows),
            problem=markdown_text(sentence(problem)),
        )
    )
    if not name or columns_of(Action)[problem.column].separator:  # one answer cannot replace a part of a cell
        return ""
    key = _key(f"answer-{SESSION.get(_EDITS, 0)}-{problem.kind}-{problem.column}-{one.rows[0]}")
    label = say_many("Write instead", "Write instead in all {number} rows", number)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        answer = st.text_input(label, max_chars=2000, width=_FIELD, key=key)
        for guess in problem.values.get("candidates", ())[:_MOST_GUESSES]:
            words = country_name(guess) if problem.kind is ProblemKind.NOT_A_COUNTRY else guess
            if st.button(markdown_text(words), key=f"{key}-{guess}"):
                answer = guess
    return answer


def by_row(own: Own, rows: tuple[Row, ...]) -> dict[int, dict[str, str]]:
    """Draw the rows that have problems as cells to write in; return row → column → what was written."""
    header = own.sheet.head.header
    names = list(dict.fromkeys(own.manner.columns.values()))
    places = [header.index(name) for name in names]
    cells = [[row.cells[at] if at < len(row.cells) else "" for at in places] for row in rows]
    numbers = [row.number for row in rows]
    changes: dict[int, dict[str, str]] = SESSION.pop(_WRITTEN, {})
    grid(
        pd.DataFrame(cells, columns=names, index=numbers, dtype="str").assign(**{_ROW: list(map(str, numbers))}),
        {_ROW: say("Row"), **{name: name for name in names}},
        key=_key("mend"),
        caption=say("Or edit the cells of single rows. The list is checked again at once."),
        fields=names,
        write=lambda number, name, text: SESSION.update({_WRITTEN: {number: {name: text}}}),
    )
    return changes


def mend(own: Own, changes: dict[int, dict[str, str]]) -> None:
    """Write what was answered into the list, and check it anew."""
    if not changes:
        return
    try:
        sheet = own_list.apart(say("Mending the list…"), preparing.changed, own.sheet, mended, changes)
    except ActionMapError as error:
        st.error(markdown_text(str(error)))
        return
    before = own.sheet
    own.change(sheet, own.manner)
    own.before = before
    SESSION[_EDITS] = SESSION.get(_EDITS, 0) + 1
    st.rerun()


def _unmend(own: Own) -> None:
    if own.before:
        own.change(own.before, own.manner)
        own.before = None
        SESSION[_EDITS] = SESSION.get(_EDITS, 0) + 1


frame.draw(show)
