"""The phone: nothing wider than the screen, and everything within reach."""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.shipped_list import LISTED, SAME_DAY_IN_BRITAIN


@pytest.mark.parametrize(
    "path", ["/about", "/reach", "/?action=at-vienna", f"/?near={quote('東京')}", "/?q=nowhere+at+all"]
)
def test_no_other_page_scrolls_sideways_on_a_phone(visit: Visit, path: str) -> None:
    screen = visit(path, phone=True)
    expect(screen.main.locator(".am-footer")).to_be_visible()
    assert screen.scrolls_sideways() == []
    assert screen.beyond_the_edge() == []


def test_map_list_card_and_filters_are_within_reach_on_a_phone(visit: Visit) -> None:
    screen = visit("/", phone=True)
    expect(screen.main.locator(".am-footer")).to_be_visible()
    assert screen.scrolls_sideways() == []
    assert screen.beyond_the_edge() == []
    expect(screen.canvas).to_be_in_viewport(ratio=0.5)
    expect(screen.main.get_by_role("textbox", name="Search")).to_be_in_viewport()
    expect(screen.main.get_by_role("link", name="Global reach")).to_be_in_viewport()
    screen.page.get_by_test_id("stExpandSidebarButton").tap()
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
