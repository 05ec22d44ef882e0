"""Workbooks are read whole, within bounds, and what is not read is named."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from actionmap.campaign.actions import Action, read_actions
from actionmap.errors import UnreadableListError
from actionmap.lists.problems import NoticeKind, ProblemKind
from actionmap.lists.reading import names_of
from actionmap.lists.tables import Table, read_table
from actionmap.lists.workbook import read_workbook
from tests.list_cases import FOLDER
from tests.unit.test_lists_as_written import ODS, ods

HEADER = ["date", "city", "country"]
LYON, LILLE, MADRID = (["2024-03-02", *where] for where in (["Lyon", "FR"], ["Lille", "FR"], ["Madrid", "ES"]))
Sheets = dict[str, list[list[object]]]


def workbook(sheets: Sheets, change: Callable[[Workbook], object] = lambda book: None) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    change(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def table_of(content: bytes) -> Table:
    return read_table(content, names_of(Action), "list.xlsx")


def told(table: Table, kind: NoticeKind) -> dict[str, object]:
    [values] = [dict(one.values) for one in table.notices if one.kind is kind]
    return values


def test_the_sheet_that_names_the_most_columns_is_read_and_the_others_are_named() -> None:
    sheets: Sheets = {"Read me": [["How to fill it in"]], "codes": [["country"], ["FR"]], "List": [HEADER, LYON, LILLE]}
    table = table_of(workbook(sheets))
    assert (table.form.sheets, len(table.rows)) == (("List",), 2)
    assert told(table, NoticeKind.SHEETS_NOT_READ) == {"sheets": ("Read me", "codes")}


def test_a_hidden_sheet_is_never_read_and_is_named() -> None:
    def hide(book: Workbook) -> None:
        book["secret"].sheet_state = "hidden"

    table = table_of(workbook({"List": [HEADER, LYON], "secret": [HEADER, LILLE, MADRID]}, hide))
    assert [row.cells[1] for row in table.rows] == ["Lyon"]
    assert told(table, NoticeKind.SHEETS_NOT_READ) == {"sheets": ("secret",)}


def test_sheets_of_one_header_are_one_list_whatever_the_order_of_their_columns() -> None:
    sheets: Sheets = {"France": [HEADER, LYON, LILLE], "Spain": [["country", "city", "date"], MADRID[::-1]]}
    table = table_of(workbook(sheets))
    assert [(row.number, *row.cells) for row in table.rows] == [(2, *LYON), (3, *LILLE), (4, *MADRID)]
    assert told(table, NoticeKind.SHEETS_JOINED) == {"sheets": (("France", 2), ("Spain", 4))}


def test_sheets_named_for_countries_give_the_country_where_no_column_does() -> None:
    sheets: Sheets = {"France": [HEADER[:2], LYON[:2]], "España": [HEADER[:2], MADRID[:2]]}
    found = read_actions(workbook(sheets))
    assert [(one.locality, one.country) for one in found.actions] == [("Lyon", "FR"), ("Madrid", "ES")]
    assert NoticeKind.COUNTRY_FROM_SHEETS in [one.kind for one in found.notices]


def test_sheets_of_which_one_is_named_for_no_country_give_none() -> None:
    sheets: Sheets = {"Georgia": [HEADER[:2], LYON[:2]], "Alabama": [HEADER[:2], MADRID[:2]]}
    assert [one.country for one in read_actions(workbook(sheets)).actions] == ["", ""]


def test_a_merged_cell_counts_for_every_row_and_not_for_other_columns() -> None:
    def merge(book: Workbook) -> None:
        book["List"].merge_cells("A2:A3")
        book["List"].merge_cells("A4:C4")

    rows: list[list[object]] = [["country", "city", "date"], LYON[::-1], ["", *LILLE[1::-1]], ["Southern Europe"]]
    table = table_of(workbook({"List": rows}, merge))
    assert [row.cells[0] for row in table.rows] == ["FR", "FR", "Southern Europe"]
    assert table.rows[2].cells[1:] == ("", "")


@pytest.mark.parametrize(("number", "from_1904"), [(45353, False), (43891, True)])
def test_bare_numbers_are_days_and_parts_of_days(number: int, from_1904: bool) -> None:
    def count_from(book: Workbook) -> None:
        if from_1904:
            book.epoch = CALENDAR_MAC_1904

    rows: list[list[object]] = [["date", "time", "city", "country"], [number, 0.5833333333333334, "Lyon", "FR"]]
    [row] = table_of(workbook({"List": rows}, count_from)).rows
    assert row.cells == ("2024-03-02", "14:00", "Lyon", "FR")


def test_an_opendocument_sheet_is_read_as_an_excel_one() -> None:
    assert [row.cells[1] for row in table_of(ODS).rows] == ["Lyon", "Łódź"]


OLD = (FOLDER / "old_excel.xls").read_bytes()


def test_an_old_excel_workbook_is_read_and_its_hidden_sheet_named() -> None:
    table = table_of(OLD)
    assert [row.cells for row in table.rows] == [("2024-03-02", "Graz", "AT"), ("2024-03-03", "Linz", "AT")]
    assert told(table, NoticeKind.SHEETS_NOT_READ) == {"sheets": ("versteckt",)}


def test_an_old_excel_workbook_whose_cells_reach_too_far_ends_nothing_but_its_own_reading() -> None:
    text_in_row_3 = b"\xfd\x00\x0a\x00\x02\x00\x02\x00"
    assert text_in_row_3 in OLD
    with pytest.raises(UnreadableListError, match="broken, or too large"):
        read_workbook(OLD.replace(text_in_row_3, b"\xfd\x00\x0a\x00\xff\xff\xff\xff"), "list.xls")


def with_cell(reference: str) -> bytes:
    """Return a small workbook of which one cell is far away."""
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook({"List": [HEADER, LYON]}))) as source,
        zipfile.ZipFile(changed, "w") as archive,
    ):
        for name in source.namelist():
            row = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
            far = f'<row r="{row}"><c r="{reference}" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
            content = source.read(name)
            archive.writestr(name, content.replace(b"</sheetData>", far.encode()) if "sheet1" in name else content)
    return changed.getvalue()


@pytest.mark.parametrize("reference", ["XFD1048576", "ZZZZZZ4294967295", "A9999999"])
def test_a_cell_far_away_is_refused_before_anything_is_reserved_for_it(reference: str) -> None:
    with pytest.raises(UnreadableListError, match="has a cell in row"):
        read_workbook(with_cell(reference), "list.xlsx")


def test_formats_without_a_value_reach_nowhere() -> None:
    def paint(book: Workbook) -> None:
        book["List"]["XFD1048576"].number_format = "0.00"

    assert len(table_of(workbook({"List": [HEADER, LYON]}, paint)).rows) == 1


@pytest.mark.parametrize("repeated", ['rows-repeated="400000"', 'columns-repeated="90000000"'])
def test_repeated_cells_of_an_opendocument_sheet_are_counted_before_they_are_written_out(repeated: str) -> None:
    with zipfile.ZipFile(io.BytesIO(ods([HEADER, LYON]))) as source:
        parts = {name: source.read(name).decode() for name in source.namelist()}
    cell = f'<table:table-cell office:value-type="string" table:number-{repeated}><text:p>x</text:p></table:table-cell>'
    if "rows" in repeated:
        wide = cell.replace(f"number-{repeated}", 'number-columns-repeated="16384"')
        line = f"<table:table-row table:number-{repeated}>{wide}</table:table-row>"
    else:
        line = f"<table:table-row>{cell}</table:table-row>"
    parts["content.xml"] = parts["content.xml"].replace("</table:table>", f"{line}</table:table>")
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    with pytest.raises(UnreadableListError, match="has a cell in row"):
        read_workbook(file.getvalue(), "list.ods")


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0" + b"\x00" * 600, workbook({"List": []})[:2000]])
def test_what_is_no_whole_workbook_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(UnreadableListError, match=r"list\.xlsx cannot be read as a workbook"):
        read_workbook(content, "list.xlsx")


def test_what_is_wrong_with_a_packed_file_is_said() -> None:
    content = workbook({"List": [HEADER, LYON]})
    with pytest.raises(UnreadableListError, match=r"cannot be read as a workbook \(.+\)\. Save it"):
        read_workbook(content[:4] + content[1000:], "list.xlsx")  # its parts are said to lie before it begins


def packed(parts: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def parts_of(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def of_many_wide_sheets() -> bytes:
    sheets: Sheets = {f"List {number}": [HEADER, LYON] for number in range(40)}
    far = '<row r="300"><c r="XFD300"><v>1</v></c></row></sheetData>'
    parts = parts_of(workbook(sheets))
    return packed({name: text.replace("</sheetData>", far) for name, text in parts.items()})


def with_entities(content: bytes) -> bytes:
    """Return a workbook with entities that stand for thousands of millions of letters."""
    names = [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha" * 10}">' for n in range(10)]
    parts = parts_of(content)
    for name, text in parts.items():
        if name == "content.xml" or "sheet1" in name:
            beginning, _, rest = text.rpartition("?>") if "?>" in text else ("<?xml version='1.0'", "", text)
            parts[name] = f"{beginning}?><!DOCTYPE x [{''.join(names)}]>{rest.replace('Lyon', '&a9;')}"
    return packed(parts)


def of_one_long_string() -> bytes:
    """Return a workbook whose cells name one text of a megabyte 50,000 times."""
    parts = parts_of(workbook({"List": [HEADER, LYON]}))
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(9, 50_009))
    for name, text in parts.items():
        parts[name] = text.replace("</sheetData>", f"{cells}</sheetData>").replace(">date<", f">{'x' * 1_000_000}<")
    return packed(parts)


@pytest.mark.parametrize("content", [
    of_many_wide_sheets(), of_one_long_string(), packed({"content.xml": " " * 200_000_000}),
    packed({"xl/workbook.xml": "x", "xl/worksheets/sheet1.xml": "<" * 9_000_000}),
])  # fmt: skip
def test_a_workbook_that_would_fill_the_memory_is_refused_in_words(content: bytes) -> None:
    assert len(content) < 1_000_000
    with pytest.raises(UnreadableListError, match=r"^list\.xlsx .*as CSV \(UTF-8\)\.$"):
        read_workbook(content, "list.xlsx")


@pytest.mark.parametrize("content", [workbook({"List": [HEADER, LYON]}), ODS])
def test_entities_of_entities_are_not_written_out(content: bytes) -> None:
    with suppress(UnreadableListError):
        book = read_workbook(with_entities(content), "list.xlsx")
        assert sum(len(cell) for sheet in book.sheets for row in sheet.rows for cell in row) < 1_000


def test_an_old_excel_workbook_says_itself_from_which_day_it_counts() -> None:
    counts_from = b"\x22\x00\x02\x00"
    assert OLD.count(counts_from + b"\x00\x00") == 1
    assert read_workbook(OLD, "list.xls").day_zero == dt.date(1899, 12, 30)
    later = OLD.replace(counts_from + b"\x00\x00", counts_from + b"\x01\x00")
    assert read_workbook(later, "list.xls").day_zero == dt.date(1904, 1, 1)


@pytest.mark.parametrize(("times", "doubted"), [([dt.time(2), dt.time(5, 30)], 1), ([dt.time(2), dt.time(14)], 0)])
def test_small_hours_of_a_workbook_are_doubted_once_where_no_hour_shows_that_they_are_of_24(
    times: list[dt.time], doubted: int
) -> None:
    rows: list[list[object]] = [["time", *HEADER], *([time, *LYON] for time in times)]
    found = read_actions(workbook({"List": rows}))
    assert [action.start_time for action in found.actions] == times
    assert [problem.kind for problem in found.problems].count(ProblemKind.HALF_OF_THE_DAY) == doubted


def test_bare_numbers_are_days_in_every_column_of_dates() -> None:
    def count_from(book: Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904

    rows: list[list[object]] = [["end date", "published", *HEADER], [43892, 43890, 43891, *LYON[1:]]]
    (action,) = read_actions(workbook({"List": rows}, count_from)).actions
    assert (action.date, action.end_date, action.source_date) == tuple(dt.date(2024, 3, day) for day in (2, 3, 1))
