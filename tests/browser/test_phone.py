"""The phone: nothing wider than the screen, and everything within reach."""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.shipped_list import LISTED, SAME_DAY_IN_BRITAIN


@pytest.mark.parametrize(
    "path",
    [
        *("/about?", "/reach?", "/coverage?", "/your_list?", "/pins?"),
        *("/?action=at-vienna", f"/?near={quote('東京')}", "/?q=nowhere+at+all"),
    ],
)
def test_no_page_is_wider_than_a_phone_in_arabic(visit: Visit, path: str) -> None:
    screen = visit(f"{path}&lang=ar", phone=True)
    expect(screen.main.locator(".am-footer")).to_be_visible()
    for width in (390, 320):
        screen.page.set_viewport_size({"width": width, "height": 844})
        screen.wait(lambda: not screen.scrolls_sideways(), "charts to follow the width")
        assert screen.beyond_the_edge() == []
    expect(screen.page.locator(".am-filters")).to_have_count(0 if path in {"/about?", "/your_list?"} else 1)


def test_a_notice_stands_below_pages_and_language(visit: Visit) -> None:
    screen = visit("/?action=no-such", phone=True)
    notice, language = (
        one.bounding_box()
        for one in (screen.page.get_by_test_id("stAlert"), screen.page.get_by_role("combobox", name="Language"))
    )
    assert notice is not None
    assert language is not None
    assert notice["y"] >= language["y"] + language["height"]


def test_the_filters_are_a_sheet_that_says_how_many_are_in_force(visit: Visit) -> None:
    screen = visit("/?lang=ar&status=announced&country=US", phone=True)
    button = screen.page.locator(".am-filters button")
    expect(button).to_have_text("المرشِّحات (2)")
    button.tap()
    expect(screen.sidebar).to_be_in_viewport()
    box = screen.sidebar.bounding_box()
    assert box is not None
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, 390, 844)
    assert box["y"] > 100
    screen.sidebar.locator(".am-show").tap()
    expect(screen.sidebar).to_be_hidden()
    assert button.evaluate("e => e.getBoundingClientRect().bottom > innerHeight - 40")


def test_map_list_card_and_filters_are_within_reach_on_a_phone(visit: Visit) -> None:
    screen = visit("/", phone=True)
    expect(screen.main.locator(".am-footer")).to_be_visible()
    assert screen.scrolls_sideways() == []
    assert screen.beyond_the_edge() == []
    expect(screen.canvas).to_be_in_viewport(ratio=0.5)
    expect(screen.main.get_by_role("textbox", name="Search")).to_be_in_viewport()
    expect(screen.main.get_by_role("link", name="Global reach")).to_be_in_viewport()
    screen.page.locator(".am-filters button").tap()
    field = screen.sidebar.get_by_role("combobox", name="Country or territory")
    expect(field).to_be_in_viewport()
    assert screen.scrolls_sideways() == []
    screen.sidebar.get_by_role("button", name="Announced").tap()
    screen.expect_query(status=["announced"])
    screen.sidebar.get_by_role("button", name="Show ").tap()
    expect(field).not_to_be_in_viewport()
    row = screen.rows.first
    row.scroll_into_view_if_needed()
    expect(row).to_be_in_viewport()
    row.tap()
    expect(screen.cards.first).to_be_in_viewport()
    assert screen.scrolls_sideways() == []
    screen.page.get_by_role("button", name="Back to the list").tap()
    expect(row).to_be_in_viewport()
    expect(row).to_be_focused()


def test_a_marker_can_be_tapped_on_a_phone(visit: Visit) -> None:
    screen = visit("/?country=GB&basis=same-day", phone=True)
    screen.picture()
    screen.tap(screen.pin("London"))
    expect(screen.cards.first.locator("h3")).to_contain_text("London")
    screen.expect_count(len(SAME_DAY_IN_BRITAIN), LISTED)
