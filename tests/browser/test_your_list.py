"""An organizer brings a list in a real browser: mends a cell, finds the places, sees the map, takes a folder home."""

import io
import zipfile

from openpyxl import Workbook
from playwright.sync_api import expect

from actionmap.languages import strung
from tests.browser.conftest import Visit
from tests.shipped_list import LISTED

FRENCH = (
    "Ville;Pays;Date\nLyon;France;31/05/2031\nMarsille;France;31/05/2031\n"
    "Nîmes;Frnce;31/05/2031\nMetz;Frnce;31/05/2031\n"
).encode("cp1252")


def test_an_organizer_brings_a_list_and_sees_it_on_the_map_alone(visit: Visit) -> None:
    screen = visit("/your_list")
    page = screen.page
    page.locator("input[type=file]").set_input_files({"name": "liste.csv", "mimeType": "text/csv", "buffer": FRENCH})
    expect(screen.main).to_contain_text("4 rows: 2 actions and 2 problems")
    screen.settle()
    page.get_by_label("Write instead in all 2 rows").fill("France")
    page.get_by_label("Write instead in all 2 rows").press("Enter")
    expect(screen.main).to_contain_text("4 rows: 4 actions and 0 problems")
    page.get_by_role("button", name="Undo the last mending").click()
    expect(screen.main).to_contain_text("4 rows: 2 actions and 2 problems")
    screen.settle()
    page.get_by_role("table").get_by_label("Pays, 4").fill("France")
    page.keyboard.press("Tab")
    expect(screen.main).to_contain_text("4 rows: 3 actions and 1 problem")
    screen.settle()
    page.get_by_role("button", name="France", exact=True).click()
    expect(screen.main).to_contain_text("4 rows: 4 actions and 0 problems")
    page.get_by_role("button", name="Find the places").click()
    expect(screen.main).to_contain_text("3 of 4 actions have a pin")
    page.get_by_role("button", name="Marseille, Provence").click()
    expect(screen.main).to_contain_text("4 of 4 actions have a pin")
    page.get_by_label("Title of the map").fill("Test day")
    page.get_by_label("Title of the map").press("Enter")
    screen.settle()
    page.get_by_role("button", name="Show this list on all pages").click()
    expect(screen.main).to_contain_text("Your own list: 4 actions")
    screen.settle()
    expect(page.get_by_role("button", name="A campaign folder to host it")).to_have_count(1)
    with page.expect_download() as download:
        page.get_by_role("button", name="A campaign folder to host it").click()
    with zipfile.ZipFile(io.BytesIO(download.value.path().read_bytes())) as archive:
        assert "campaign/campaign.toml" in archive.namelist()
        assert "Marseille" in archive.read("campaign/actions.csv").decode()
    page.get_by_role("link", name="Map", exact=True).click()
    screen.expect_count(4, 4)
    assert {pin["t"].split(",")[0] for pin in screen.pins} == {"Lyon", "Marseille", "Nîmes", "Metz"}
    visit("/").expect_count(LISTED, LISTED)
    page.get_by_role("button", name="Back to the public map").click()
    screen.expect_count(LISTED, LISTED)


ARABIC = [
    ["قائمة اختبار", "", "", "", "", ""],
    [],
    ["التاريخ", "الوقت", "المكان", "المدينة", "البلد", "الوسم"],
    ["02/03/2031", "14:00", "ساحة الاختبار", "تونس", "تونس", "اختبار"],
    ["02/03/2031", "14:00", "ساحة الاختبار الكبيرة", "تونس", "تونس", "اختبار"],
    ["02/03/2031", "", "", "صفاقس", "تونس", ""],
]


def workbook() -> bytes:
    """Return a workbook of three sheets: a hidden one, notes, and a list with a title above its header."""
    book = Workbook()
    book.active.title = "مسودة"
    book.active.sheet_state = "hidden"
    for row in ARABIC[2:4]:
        book["مسودة"].append(row)
    book.create_sheet("ملاحظات").append(["اختبار"])
    actions = book.create_sheet("الفعاليات")
    for row in ARABIC:
        actions.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_secretary_brings_a_workbook_and_sees_how_it_was_understood(visit: Visit) -> None:
    screen = visit("/your_list")
    page, understood = screen.page, screen.page.locator(".am-understood")
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    page.locator("input[type=file]").set_input_files({"name": "list.xlsx", "mimeType": kind, "buffer": workbook()})
    expect(screen.main).to_contain_text("3 rows: 0 actions and 3 problems")
    expect(understood).to_contain_text("الفعاليات")
    expect(understood.locator(".am-idle")).to_have_text(["الوسم"])
    expect(understood).to_contain_text("المدينة → Town or city")
    notes, draft = (strung([name]) for name in ("ملاحظات", "مسودة"))
    expect(screen.main).to_contain_text(f"Sheets not read: “{notes}” and “{draft}”.")
    page.get_by_role("radio", name="Sunday 2 March 2031").click()
    expect(screen.main).to_contain_text("3 rows: 3 actions, 0 problems and 1 possible duplicate")
    expect(understood).to_contain_text("day first")
    page.get_by_role("radio", name="One: keep row 4").click()
    expect(screen.main).to_contain_text("3 rows: 2 actions and 0 problems")
    page.get_by_role("radio", name="One: keep row 4").click()
    expect(screen.main).to_contain_text("3 rows: 3 actions, 0 problems and 1 possible duplicate")
    page.get_by_role("radio", name="They are two actions").click()
    expect(screen.main).to_contain_text("3 rows: 3 actions and 0 problems")
    page.get_by_role("button", name="Find the places").click()
    expect(understood).to_contain_text("3 in the middle of a town; 0 places in doubt")
    page.get_by_role("button", name="Show this list on all pages").click()
    expect(screen.main).to_contain_text("Your own list: 3 actions")
    page.get_by_role("link", name="Map", exact=True).click()
    screen.expect_count(3, 3)
    assert sorted(round(pin["p"][1]) for pin in screen.pins) == [35, 37]


def test_a_file_that_is_too_large_is_refused_before_it_is_sent(visit: Visit) -> None:
    screen = visit("/your_list")
    screen.page.locator("input[type=file]").set_input_files(
        {"name": "large.csv", "mimeType": "text/csv", "buffer": b"city,country\n" + b"x" * 11_000_000}
    )
    expect(screen.main).to_contain_text("File must be 10.0MB or smaller")
