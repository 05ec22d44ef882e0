"""Sheets: whatever somebody brings is read, or refused in a sentence."""

import datetime as dt
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from actionmap.campaign.actions import read_actions
from actionmap.campaign.sheet import MOST_ROWS, as_list, mended, read_sheet, unclear_date
from actionmap.errors import UnreadableListError


def workbook(*rows, merge=None):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if merge:
        book.active.merge_cells(merge)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def actions_of(sheet):
    return read_actions(as_list(sheet, sheet.columns), name=sheet.name)


def test_a_french_export_in_windows_1252_is_read_with_its_columns():
    text = "Liste;;\n\nVille;Pays;Date\nGenève;Suisse;02/05/2031\nLyon;France;31/05/2031\n"
    sheet = read_sheet(text.encode("cp1252"), "liste.csv")
    assert sheet.columns == {"date": "Date", "locality": "Ville", "country": "Pays"}
    listed = actions_of(sheet)
    assert [(one.locality, one.country, one.date.day) for one in listed.actions] == [
        ("Genève", "CH", 2),
        ("Lyon", "FR", 31),
    ]
    assert listed.problems == ()


def test_rows_keep_their_numbers_so_that_problems_name_the_row_of_the_spreadsheet():
    sheet = read_sheet(b"Title\n\nVille,Pays,Date\nLyon,FR,2031-05-01\n\nParis,Frankland,2031-05-01\n", "x.csv")
    (problem,) = actions_of(sheet).problems
    assert (problem.row, problem.value) == (6, "Frankland")


def test_an_excel_workbook_is_read_with_its_dates_times_formulas_and_merged_cells():
    sheet = read_sheet(
        workbook(
            ["Our test list", None, None, None],
            [],
            ["Ville", "Pays", "Date", "Heure"],
            ["Lyon", "FR", dt.date(2031, 5, 1), dt.time(14, 30)],
            ["Paris", "FR", 47969, "15:00"],
            ["Nantes", "FR", dt.datetime(2031, 5, 3), None],
            ["Lille", "FR", '="2031-05-04"', None],
            merge="A1:D1",
        ),
        "liste.xlsx",
    )
    listed = actions_of(sheet)
    assert [(one.locality, one.date.isoformat(), one.start_time) for one in listed.actions] == [
        ("Lyon", "2031-05-01", dt.time(14, 30)),
        ("Paris", "2031-05-01", dt.time(15, 0)),
        ("Nantes", "2031-05-03", None),
    ]
    assert [problem.row for problem in listed.problems] == [7]  # a formula that no spreadsheet has worked out yet


def test_columns_of_any_name_can_be_matched_by_hand():
    sheet = read_sheet(b"Wo,Staat,Wann\nGraz,AT,2031-05-01\n", "liste.csv")
    read = read_actions(as_list(sheet, {"locality": "Wo", "country": "Staat", "date": "Wann"}))
    assert [(one.locality, one.country) for one in read.actions] == [("Graz", "AT")]
    unknown = read_sheet("いつ,どこ,国\n2031-05-01,東京,JP\n".encode(), "x.csv")
    read = read_actions(as_list(unknown, {"locality": "どこ", "country": "国", "date": "いつ"}))
    assert [one.locality for one in read.actions] == ["東京"]


def test_a_mended_cell_makes_its_problem_go():
    sheet = read_sheet(b"city,country,date\nGraz,Astria,2031-05-01\nLinz,AT\n", "x.csv")
    assert [problem.row for problem in actions_of(sheet).problems] == [2, 3]
    sheet = mended(sheet, {2: {"country": "Austria"}, 3: {"date": "2031-05-02"}})
    assert actions_of(sheet).problems == ()
    assert len(actions_of(sheet).actions) == 2


def bomb():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 200_000_000)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\n\n  \n", "is empty"),
        (b"only\none\ncolumn\n", "one column only"),
        (b"city,country\n", "no rows"),
        (b"x" * 10_000_001, "larger than 10 MB"),
        (b"%PDF-1.7 test", "PDF"),
        (b"\xd0\xcf\x11\xe0 test", "cannot be read as a workbook"),
        (b"PK\x03\x04 test", "cannot be read as a workbook"),
        (workbook(["city", "country"]), "no rows"),
        (workbook(), "is empty"),
        (b"city,country\n" + b"Graz,AT\n" * (MOST_ROWS + 1), "more than 50,000 rows"),
    ],
)
def test_what_is_no_list_is_refused_in_a_sentence(content, said):
    with pytest.raises(UnreadableListError, match=r"x\.csv") as refused:
        read_sheet(content, "x.csv")
    assert said in str(refused.value)


def test_a_workbook_that_unpacks_to_much_more_is_refused_before_it_is_unpacked():
    with pytest.raises(UnreadableListError, match="unpacks to 200 MB"):
        read_sheet(bomb(), "bomb.xlsx")


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"city,country\n"]))
def test_bytes_of_any_kind_are_a_list_or_a_sentence(content, beginning):
    refused = ""
    try:
        assert read_sheet(beginning + content, "x.csv").rows
    except UnreadableListError as error:
        refused = str(error)
    assert not refused or refused.endswith(".")


cells = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)


@given(st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=8))
def test_as_a_list_every_row_keeps_its_cells(rows):
    sheet = read_sheet(workbook(["city", "country", "date"], *rows, ["Graz", "AT", "x"]), "x.xlsx")
    listed = as_list(sheet, sheet.columns)
    assert listed.header == tuple(sheet.columns)
    order = [sheet.header.index(name) for name in sheet.columns.values()]
    assert [(row.number, [cell.strip() for cell in row.cells]) for row in listed.rows] == [
        (row.number, [row.cells[at].strip() for at in order]) for row in sheet.rows
    ]


def test_a_date_that_can_be_read_in_two_ways_is_named_with_both_until_it_is_said_what_comes_first():
    sheet = read_sheet(b"city,country,date\nGraz,AT,02/05/2031\nLinz,AT,31/12/2031 x\n", "x.csv")
    unclear = unclear_date(actions_of(sheet))
    assert unclear == ("02/05/2031", dt.date(2031, 5, 2), dt.date(2031, 2, 5))
    for day_first, day in ((True, unclear.day_first), (False, unclear.month_first)):
        told = read_actions(as_list(sheet, sheet.columns), day_first=day_first)
        assert unclear_date(told) is None
        assert told.actions[0].date == day
