"""The map: every pin, no other host, and what a click does and does not do."""

import re
from urllib.parse import quote

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.screen import Screen, around, marker_pixels
from tests.shipped_list import ACTIONS, IN_MIDDLE_OF_LONDON, LISTED, SAME_DAY_IN_BRITAIN

RING = 12  # px that a ring may reach beyond its marker


def actions_at(label: str) -> int:
    """Return how many actions a marker stands for, by its label."""
    several = re.fullmatch(r".*: ([\d,]+) actions", label)
    return int(several[1].replace(",", "")) if several else 1


def open_london(visit: Visit) -> Screen:
    screen = visit("/?country=GB&basis=same-day")
    screen.click(screen.pin("London"))
    expect(screen.cards.first).to_be_visible()
    return screen.settle()


@pytest.mark.webgl
def test_the_first_look_shows_every_pin(visit: Visit) -> None:
    screen = visit("/")
    screen.expect_count(LISTED, LISTED)
    assert sum(actions_at(pin["t"]) for pin in screen.pins) == LISTED
    marked = marker_pixels(screen.picture())
    assert sum(marker.actions for marker in screen.markers) == LISTED
    near = {True: 84, False: 12}  # px: an area's sign is set aside where it would cover a town's
    unseen = [
        pin["t"] for pin in screen.pins if not around(marked, *screen.on_canvas(pin), near[pin["i"][2] == "a"]).any()
    ]
    assert unseen == []


@pytest.mark.webgl
def test_no_page_and_no_click_asks_another_host(visit: Visit) -> None:
    screen = visit("/")
    screen.rows.first.click()
    expect(screen.cards.first).to_be_visible()
    screen.page.get_by_role("button", name="Copy link").click()
    screen.page.get_by_role("link", name="About").click()
    expect(screen.page.get_by_role("heading", name="About this map")).to_be_visible()
    screen.settle()
    screen.page.get_by_role("link", name="Map", exact=True).click()
    expect(screen.canvas).to_be_visible()
    screen.settle()
    assert screen.elsewhere == []


def test_hovering_a_marker_names_its_place(visit: Visit) -> None:
    screen = visit("/?country=GB&basis=same-day")
    screen.hover(screen.pin("London"))
    expect(screen.page.locator(".map .tooltip")).to_have_text(
        f"London, United Kingdom: {len(IN_MIDDLE_OF_LONDON)} actions"
    )


def test_clicking_london_opens_all_its_cards_one_after_the_other(visit: Visit) -> None:
    screen = open_london(visit)
    expect(screen.cards).to_have_count(len(IN_MIDDLE_OF_LONDON))
    expect(screen.main).to_contain_text(f"{len(IN_MIDDLE_OF_LONDON)} actions at this place")
    assert {heading.split(",")[0] for heading in screen.cards.locator("h3").all_inner_texts()} == {"London"}
    shown = " ".join(screen.cards.all_inner_texts())
    assert [action["venue"] for action in IN_MIDDLE_OF_LONDON if action["venue"] not in shown] == []
    assert screen.query["action"][0] in {action["id"] for action in IN_MIDDLE_OF_LONDON}


@pytest.mark.webgl
def test_clicking_neither_dims_the_land_nor_moves_the_map(visit: Visit) -> None:
    screen = visit("/?country=GB&basis=same-day")
    before, edges = screen.picture(), screen.edges
    london = screen.pin("London")
    screen.click(london)
    expect(screen.cards.first).to_be_visible()
    after = screen.settle().picture()
    assert screen.edges == edges
    changed = np.abs(after - before).max(axis=2) > 8
    ring = around(changed, *screen.on_canvas(london), round(screen.marker(london).radius) + RING)
    assert ring.any(), "the clicked marker has no ring"
    assert changed.sum() == ring.sum(), "more than the clicked marker changed"


def test_a_second_click_elsewhere_opens_that_place(visit: Visit) -> None:
    screen = open_london(visit)
    [other] = [action for action in SAME_DAY_IN_BRITAIN if action["locality"] == "Newcastle upon Tyne"][:1] or [
        next(action for action in SAME_DAY_IN_BRITAIN if action["locality"] not in ("London", ""))
    ]
    screen.click(screen.pin(other["locality"]))
    expect(screen.cards.first.locator("h3")).to_contain_text(other["locality"])
    screen.settle()
    screen.click(screen.pin("London"))
    expect(screen.cards).to_have_count(len(IN_MIDDLE_OF_LONDON))


def test_the_link_of_an_open_card_reopens_it_for_another_visitor(visit: Visit) -> None:
    screen = open_london(visit)
    first = screen.cards.first.inner_text()
    other = visit(screen.page.url.removeprefix(screen.site))
    assert other.cards.first.inner_text() == first
    expect(other.cards).to_have_count(len(IN_MIDDLE_OF_LONDON))
    other.expect_count(len(SAME_DAY_IN_BRITAIN), LISTED)


def test_the_link_to_copy_is_the_address(visit: Visit) -> None:
    screen = open_london(visit)
    screen.page.get_by_role("button", name="Copy link").first.click()
    link = screen.page.get_by_role("button", name="Copy link").first.get_attribute("data-value") or ""
    again = visit(link.removeprefix(screen.site))
    assert again.query == screen.query
    assert again.cards.first.inner_text() == screen.cards.first.inner_text()


@pytest.mark.webgl
def test_choosing_a_row_opens_the_card_and_rings_the_marker(visit: Visit) -> None:
    screen = visit("/?country=AT")
    before = screen.picture()
    [vienna] = [action for action in ACTIONS if action["id"] == "at-vienna"]
    screen.rows.filter(has_text="Vienna").click()
    expect(screen.cards).to_contain_text(vienna["venue"])
    screen.expect_query(country=["AT"], action=["at-vienna"])
    after = screen.settle().picture()
    pin = screen.pin("Vienna")
    changed = np.abs(after - before).max(axis=2) > 8
    assert around(changed, *screen.on_canvas(pin), round(screen.marker(pin).radius) + RING).any()


def test_a_card_says_what_where_when_who_and_according_to_whom(visit: Visit) -> None:
    [action] = [row for row in ACTIONS if row["id"] == "at-vienna"]
    card = visit(f"/?action={quote(action['id'])}").cards
    expect(card).to_contain_text(action["venue"])
    expect(card).to_contain_text("Saturday 2 March 2024")
    expect(card).to_contain_text("not stated")
    expect(card).to_contain_text(action["attendance"])
    expect(card).to_contain_text(action["evidence"])
    source = card.get_by_role("link", name=action["source_name"])
    expect(source).to_have_attribute("href", action["source_url"])
    expect(source).to_have_attribute("rel", re.compile("noopener"))
    expect(card.locator(f'a[href="{action["other_sources"]}"]')).to_have_count(1)


def test_a_card_gives_the_local_time_utc_and_the_visitors_own(visit: Visit) -> None:
    card = visit("/?action=br-ce-fortaleza").cards
    expect(card).to_contain_text("10:00 (Fortaleza time)")
    expect(card).to_contain_text("13:00")
    expect(card).to_contain_text("14:00 (Paris time)")


def test_a_card_can_be_added_to_the_calendar_and_opened_in_openstreetmap(visit: Visit) -> None:
    screen = visit("/?action=at-vienna")
    href = screen.page.get_by_role("link", name="OpenStreetMap").get_attribute("href")
    assert href is not None
    assert href.startswith("https://www.openstreetmap.org/?mlat=48.2")
    with screen.page.expect_download() as download:
        screen.page.get_by_role("link", name="Add to calendar").click()
    text = download.value.path().read_bytes().decode()
    assert text.startswith("BEGIN:VCALENDAR")
    assert "Vienna" in text
