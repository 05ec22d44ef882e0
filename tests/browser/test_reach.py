"""A fact-checker's journey in a real browser."""

import csv
import io
from xml.etree import ElementTree

import pytest
from PIL import Image
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.conftest import Visit
from tests.browser.screen import Screen
from tests.shipped_list import ACTIONS, LISTED

IN_AFRICA = [action for action in ACTIONS if action["country"] in ("MA", "ZA")]
PICTURES = {
    "Follow the sun": "Follow the sun: when actions start, in UTC",
    "Organizers": "Who organized, where it is stated",
    "Attendance as reported": "Attendance as reported",
    "World map": f"{LISTED} actions, by country or territory",
    "By country": f"{LISTED} actions in",
}


def downloaded(screen: Screen, key: str, name: str) -> bytes:
    """Return what a button of the page hands out under this name."""
    with screen.page.expect_download() as download:
        screen.page.locator(f".st-key-{key} button").click()
    assert download.value.suggested_filename == name
    return download.value.path().read_bytes()


def image(data: bytes) -> Image.Image:
    """Open a PNG, which is not blank."""
    opened = Image.open(io.BytesIO(data))
    assert opened.format == "PNG"
    colors = opened.convert("RGB").getcolors(maxcolors=opened.width * opened.height) or []
    assert len(colors) > 20
    assert max(pixels for pixels, _ in colors) < 0.99 * opened.width * opened.height
    return opened


def svg(data: bytes) -> tuple[str, float, float]:
    """Return the words of an SVG, its width and its height."""
    root = ElementTree.fromstring(data)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    return " ".join(root.itertext()), float(root.attrib["width"]), float(root.attrib["height"])


def test_a_fact_checker_goes_from_a_claim_to_the_actions_behind_it(visit: Visit) -> None:
    screen = visit("/reach")
    claim = screen.page.locator(".am-claim", has_text="17 named countries and territories")
    expect(claim).to_contain_text("Itemised in part")
    claim.locator("summary").click()
    in_canada = [action for action in ACTIONS if action["country"] == "CA" and action["basis"] == "call"]
    tick = claim.get_by_role("listitem").filter(has_text="Canada")
    expect(tick).to_contain_text(f"({len(in_canada)})")
    tick.get_by_role("link").click()
    screen.settle()
    screen.expect_query(country=["CA"], basis=["call"])
    expect(screen.main).to_contain_text(f"{len(in_canada)} of {LISTED} actions")
    assert screen.elsewhere == []


def test_the_reach_page_hands_out_the_filtered_data(visit: Visit) -> None:
    screen = visit("/reach?country=MA&country=ZA")
    written = downloaded(screen, "download-csv", "actions-2024-03-02-ma-za.csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(written, newline="")))
    assert [row["id"] for row in rows] == [action["id"] for action in IN_AFRICA]
    assert {row["country"] for row in rows} == {"MA", "ZA"}


def test_every_picture_is_handed_out_as_png_and_svg(visit: Visit) -> None:
    screen = visit("/reach")
    for picture, title in PICTURES.items():
        screen.page.locator(".st-key-picture").get_by_text(picture, exact=True).click()
        expect(screen.page.get_by_test_id("stVegaLiteChart")).to_contain_text(title)
        screen.settle()
        name = f"actions-2024-03-02-{picture.lower().replace(' ', '-')}"
        words, width, height = svg(downloaded(screen, "chart-svg", f"{name}.svg"))
        assert title in words
        for said in ("Millions march for Palestine", f"2 March 2024 · {LISTED} of {LISTED} actions", "Data version"):
            assert said in words
        if picture == "Organizers":  # one is enough: all are drawn alike
            pixels = image(downloaded(screen, "chart-png", f"{name}.png")).size
            assert pixels == (pytest.approx(width * 300 / 72, abs=1), pytest.approx(height * 300 / 72, abs=1))


def test_the_map_for_print_shows_the_filtered_selection_in_every_format(visit: Visit) -> None:
    screen = visit("/reach?country=MA&country=ZA")
    name, shown = "actions-2024-03-02-ma-za", f"{len(IN_AFRICA)} of {LISTED} actions"
    [page] = PdfReader(io.BytesIO(downloaded(screen, "download-pdf", f"{name}.pdf"))).pages
    printed = " ".join(page.extract_text().split())
    words, *_ = svg(downloaded(screen, "download-svg", f"{name}.svg"))
    for text in (printed, words):
        assert "Millions march for Palestine" in text
        assert shown in text
    width, height = image(downloaded(screen, "download-png", f"{name}.png")).size
    assert abs(width - 3508) <= 1
    assert height == 2480
