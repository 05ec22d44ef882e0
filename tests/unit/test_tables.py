"""Tables: valid CSV is believed, what is no entry is left out, and nothing is left out without a word."""

import pytest

from actionmap.campaign.actions import COLUMN_NAMES, Action, read_actions, read_status
from actionmap.campaign.sheet import as_list, read_sheet, still_true
from actionmap.errors import UnreadableListError
from actionmap.lists.problems import Notice, NoticeKind, ProblemKind
from actionmap.lists.reading import names_of
from actionmap.lists.tables import Table, match_columns, read_table
from actionmap.publish import wording


def table_of(text: str) -> Table:
    return read_table(text.encode(), names_of(Action))


def kinds(table: Table) -> list[NoticeKind]:
    return [one.kind for one in table.notices]


HEADER = "date,city,country,notes\n"
LYON, LILLE = "2024-03-02,Lyon,FR,ok\n", "2024-03-02,Lille,FR,ok\n"


def test_valid_csv_is_believed_whatever_its_cells_hold() -> None:
    note = '"a; b, c\nd, e, f, g\nh ""i"" j\n\n"'
    table = table_of(f"{HEADER}2024-03-02,Lyon,FR,{note}\n{LILLE}")
    assert [row.cells[-1] for row in table.rows] == ['a; b, c\nd, e, f, g\nh "i" j\n\n', "ok"]


def test_a_quoted_cell_that_holds_rows_like_the_others_has_swallowed_them() -> None:
    table = table_of(f'{HEADER}2024-03-02,"Open,FR,ok\n{LYON}{LILLE}2024-03-02,Close",FR,ok\n{LYON}')
    assert [row.cells[1] for row in table.rows][1:3] == ["Lyon", "Lille"]


def test_below_a_header_of_two_lines_a_stray_mark_swallows_nothing_either() -> None:
    header, open_, closed = (
        'date,city,country,"notes\nof it"\n',
        '2024-03-02,Rome,IT,"open\n',
        '2024-03-02,Turin,IT,close"\n',
    )
    table = table_of(f'{header}{open_}{LYON}{closed}2024-03-02,Bari,IT,"a"b\n')
    assert [row.cells[1] for row in table.rows] == ["Rome", "Lyon", "Turin", "Bari"]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_first_line_of_excel_names_the_delimiter_and_is_no_row(mark: str) -> None:
    table = table_of(f"sep={mark}\r\n" + (HEADER + LYON).replace(",", mark))
    assert (table.form.delimiter, table.rows[0].number, len(table.rows)) == (mark, 2, 1)


ASIDES = [
    "Total,,,150\n", "TOTAL:,,,\n", ",Subtotal,,12\n", "Gesamt,,,1.200\n", "المجموع,,,9\n", "合計,,,9\n",
    "Source: a list,,,\n", "Fuente: lista,,,\n", "Quelle: Liste,,,\n", "Last updated 3 March,,,\n", "Stand: 3.3.,,,\n",
    "Mis à jour le 3 mars,,,\n", ",,,150\n", "Western Europe,,,\n", "date,city,country,notes\n",
]  # fmt: skip


@pytest.mark.parametrize("aside", ASIDES)
def test_totals_sources_and_headings_are_no_entries_and_said_once(aside: str) -> None:
    table = table_of(HEADER + LYON + aside + LILLE)
    assert [row.cells[1] for row in table.rows] == ["Lyon", "Lille"]
    assert [row.number for row in table.left_out] == [3]
    assert kinds(table) == [NoticeKind.ROWS_NOT_READ]
    assert [row.number for row in table.all_rows] == [2, 3, 4]


@pytest.mark.parametrize("row", [
    "2024-03-02,Total,FR,ok\n", "2024-03-02,Source-Seine,FR,\n", ",Lyon,,\n", ",,FR,\n", "2024-03-02,Lyon,,\n",
])  # fmt: skip
def test_a_row_that_may_be_an_entry_stays(row: str) -> None:
    assert len(table_of(HEADER + row).rows) == 1


def test_a_row_that_explains_the_header_is_no_entry() -> None:
    table = table_of(f"{HEADER}YYYY-MM-DD,as on the map,ISO code,optional\n{LYON}")
    assert [row.cells[1] for row in table.rows] == ["Lyon"]


def test_columns_without_meaning_here_are_named_if_anything_is_in_them() -> None:
    table = table_of("date,city,country,Hashtag,Empty\n2024-03-02,Lyon,FR,#test,\n")
    [told] = table.notices
    assert told == Notice(NoticeKind.COLUMNS_NOT_USED, {"columns": ("Hashtag",)})
    assert (
        wording.notice(told)
        == "Columns not used: “Hashtag”. What is in there stays in your file, and is not on the map."
    )
    assert still_true(told, {"Hashtag"}) is None


def test_a_second_column_of_one_meaning_fills_what_is_empty_and_their_differences_are_named() -> None:
    text = "date,city,city,town,country\n2024-03-02,Lyon,,,FR\n2024-03-02,,Lille,,FR\n2024-03-02,Nice,Nantes,Nice,FR\n"
    found = read_actions(text.encode())
    assert [action.locality for action in found.actions] == ["Lyon", "Lille", "Nice"]
    [told] = found.notices
    assert told.values == {"column": "city", "others": ("city (2)", "town"), "rows": (4,)}
    assert "differ in row 4" in wording.notice(told)
    sheet = read_sheet(text.encode(), "list.csv")
    assert [one.locality for one in read_actions(as_list(sheet, sheet.columns)).actions] == ["Lyon", "Lille", "Nice"]


def test_a_list_says_how_it_was_written() -> None:
    table = read_table("Ville;Pays\r\nMálaga;España\r\n".encode("cp1252"), names_of(Action))
    assert table.form[:4] == ("Windows-1252", "cp1252", ";", "\r\n")
    assert wording.read_as(table.form) == "Read as Windows-1252, cells divided by semicolon."
    assert wording.columns_read(table.columns) == "Columns: locality (“Ville”), country (“Pays”)"


def test_a_garbled_list_is_repaired_its_header_too_and_said() -> None:
    found = read_actions("date,paÃ­s,ciudad\n2024-03-02,EspaÃ±a,MÃ¡laga\n".encode())
    assert [(one.locality, one.country) for one in found.actions] == [("Málaga", "ES")]
    assert [one.kind for one in found.notices] == [NoticeKind.TEXT_REPAIRED]


def test_every_notice_has_words() -> None:
    values = {
        **{"encoding": "UTF-8", "cells": 2, "before": "x", "after": "y", "column": "a", "others": ("b",)},
        **{"columns": ("c",), "rows": (1, 2), "value": "Total", "zone": "Asia/Tokyo"},
    }
    for kind in NoticeKind:
        sheets = (("A", 2), ("B", 9)) if kind is NoticeKind.SHEETS_JOINED else ("A", "B")
        text = wording.notice(Notice(kind, {**values, "sheets": sheets}))
        assert text.endswith(".")
        assert "{" not in text


@pytest.mark.parametrize(("header", "column"), [
    ("Date of the event", "date"), ("Event link", "source_url"), ("State/Region", "region"), ("Convoca", "organizers"),
    ("Veranstalter*in", "organizers"), ("الجهة المنظمة", "organizers"), ("المكان", "locality"), ("Lat/Lon", "latitude"),
])  # fmt: skip
def test_usual_names_of_columns_are_understood(header: str, column: str) -> None:
    assert match_columns([header], names_of(Action)) == {column: header}


def test_a_column_serves_for_one_field_alone() -> None:
    assert len(match_columns(["City/Country"], names_of(Action))) == 1
    assert match_columns(["id|date|city|country"], names_of(Action)) == {}


def test_no_name_of_a_column_is_written_twice() -> None:
    for field, names in COLUMN_NAMES.items():
        assert field in Action.model_fields
        assert len(set(names.split(", "))) == len(names.split(", ")), field


def test_an_action_that_is_called_off_is_left_out_and_named() -> None:
    found = read_actions(b"date,city,country,status\n2024-03-02,Lyon,FR,Cancelled!\n2024-03-02,Nice,FR,Confirmed\n")
    assert [(one.locality, one.status) for one in found.actions] == [("Nice", "announced")]
    assert [(one.kind, one.row) for one in found.problems] == [(ProblemKind.CALLED_OFF, 2)]


def test_a_status_that_is_no_word_for_one_stays_as_it_is() -> None:
    assert (read_status("maybe"), read_status("TOOK PLACE")) == ("maybe", "reported")


def test_own_coordinates_are_read_and_half_ones_named() -> None:
    rows = "2024-03-02,FR,45.75;4.85,\n2024-03-02,KE,4.05 S,39.66 E\n2024-03-02,DE,50.1,\n2024-03-02,AT,x,16\n"
    found = read_actions(f"date,country,lat,lon\n{rows}".encode())
    pins = [(action.latitude, action.longitude) for action in found.actions]
    assert pins == [(45.75, 4.85), (-4.05, 39.66), (None, None), (None, None)]
    assert [(one.row, one.column, one.kind) for one in found.problems] == [
        (4, "lon", ProblemKind.EMPTY),
        (5, "lat", ProblemKind.NOT_A_LATITUDE),
    ]


def test_pins_that_this_program_found_are_no_coordinates_of_the_list() -> None:
    found = read_actions(b"date,country,latitude,longitude,geocoder\n2024-03-02,FR,45.75,4.85,gazetteer\n")
    assert [action.latitude for action in found.actions] == [None]


def test_a_long_list_of_stray_quotation_marks_is_refused_before_it_is_read() -> None:
    with pytest.raises(UnreadableListError, match="more than 50,000 rows"):
        read_sheet(b"city,country,date\n" + b'"a\n' * 2_000_000, "list.csv")
