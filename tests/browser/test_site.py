"""The published site in a browser: served as plain files under a path, its filters agree with the dashboard's."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from actionmap.campaign.folder import load_campaign
from actionmap.campaign.selection import Selection
from actionmap.campaign.table import ActionTable
from actionmap.places.gazetteer import Gazetteer
from actionmap.places.pin_cache import PinCache
from actionmap.places.pinning import OfflineGeocoder, pin_actions
from actionmap.preparing import pinned
from actionmap.publish.site import write_site
from actionmap.world.countries import country_codes
from scripts.plain_server import plain_server
from tests.browser.conftest import ROOT, Workbench
from tests.browser.screen import Screen
from tests.browser.test_inert_text import (
    ELEMENTS,
    HOSTILE,
    ON_CARD,
    STANDFIRST,
    TITLE,
    assert_literal,
    hostile_campaign,
    hostile_pins,
)
from tests.shipped_list import DATA, IN_LONDON, LISTED

Open = Callable[..., Page]

BRAZIL = re.compile("^Brazil")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the shipped campaign's site, two folders below the server's root."""
    root = tmp_path_factory.mktemp("server")
    command = [sys.executable, "-m", "actionmap", "publish", str(root / "maps/march")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with plain_server(root) as address:
        yield f"{address}/maps/march/"


@pytest.fixture(scope="module")
def table() -> ActionTable:
    return pinned(load_campaign(DATA), Gazetteer())[1]


@pytest.fixture
def open_site(browser: Browser, published: str) -> Iterator[Open]:
    """Open the site as a new visitor, whom nothing may fail, and whose browser asks no other host for anything."""
    screens: list[Screen] = []

    def open_page(query: str = "", *, site: str = published, phone: bool = False) -> Page:
        screens.append(Screen(browser, site, phone=phone))
        screens[-1].page.goto(site + query)
        return screens[-1].page

    yield open_page
    for screen in screens:
        screen.context.close()
    assert [screen.elsewhere + screen.errors + screen.dialogs for screen in screens] == [[]] * len(screens)


def listed(page: Page) -> set[str]:
    """Give the ids of the actions in the list."""
    return set(page.locator(".site-list > ol > li:not([hidden])").evaluate_all("items => items.map(item => item.id)"))


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?country=US",
        "?country=US&country=PR&status=announced",
        "?member=pym",
        "?member=pym&link=organized",
        "?member=codepink&member=ipa&link=called&link=supported",
        "?member=not-stated&basis=same-day",
        "?q=sao+paulo",
        "?q=PARK&country=CA",
        "?country=CU&member=pym&status=reported&basis=call&link=called",
    ],
)
def test_a_query_shows_the_same_actions_and_counts_as_the_dashboard(
    open_site: Open, table: ActionTable, query: str
) -> None:
    selection, unknown = Selection.from_query(parse_qs(query[1:]), table.options() | {"country": country_codes()})
    assert not unknown
    page = open_site(query)
    assert listed(page) == set(table.select(selection)["id"])
    facets = table.facets(selection)
    counts = dict(
        page.locator("input[type=checkbox]").evaluate_all(
            "boxes => boxes.map(box => [`${box.name} ${box.value}`, box.nextElementSibling.textContent])"
        )
    )
    assert {k: v for k, v in counts.items() if k.startswith("country ")} == {
        f"country {code}": f"({number})" for code, number in facets.options["country"].items()
    }
    assert {k: v for k, v in counts.items() if "status" in k} == {
        f"status {status}": f"({number})" for status, number in facets.options["status"].items()
    }
    assert (
        counts["member pym"]
        == "(" + " · ".join(f"{counts['pym']} {link}" for link, counts in facets.tied.items() if counts["pym"]) + ")"
    )
    assert counts["member not-stated"] == f"({facets.not_stated})"


@pytest.mark.parametrize(
    "query",
    [
        "?country=US&amp;member=pym",
        "?COUNTRY=us&Member=PYM",
        "?countries=United+States&members=pym&fbclid=x&utm_source=y",
    ],
)
def test_a_link_that_was_changed_on_its_way_shows_what_was_meant(
    open_site: Open, table: ActionTable, query: str
) -> None:
    page = open_site(query)
    assert listed(page) == set(table.select(Selection(country=("US",), member=("pym",)))["id"])
    assert parse_qs(urlsplit(page.url).query) == {"country": ["US"], "member": ["pym"]}
    expect(page.locator(".site-said p")).to_have_count(0)


def test_what_a_link_asks_for_in_vain_is_said_on_the_site(open_site: Open) -> None:
    page = open_site("?membre=pym&country=XX&action=gone&status=<b>")
    expect(page.locator(".site-said p")).to_have_text(
        [
            "This link has “membre=pym”, which is no filter here.",
            "The link asks for country “XX”, which this map does not know. It was left out.",
            "The link asks for status “<b>”, which this map does not know. It was left out.",
            "The link asks for action “gone”, which this map does not know. It was left out.",
        ]
    )
    assert len(listed(page)) == LISTED


def test_a_choice_changes_list_map_and_address_and_clear_all_takes_it_back(open_site: Open, table: ActionTable) -> None:
    page = open_site()
    expect(page.locator(".am-shown")).to_have_text(
        f"{LISTED} of {LISTED} actions in {len(table.countries)} countries and territories"
    )
    everywhere = page.locator(".places > g").count()
    page.get_by_role("checkbox", name=BRAZIL).check()
    page.get_by_role("checkbox", name="Announced").check()
    brazil = table.select(Selection(country=("BR",), status=("announced",)))
    assert listed(page) == set(brazil["id"])
    assert page.locator(".places > g").count() == len(brazil[["latitude", "longitude"]].drop_duplicates())
    assert parse_qs(urlsplit(page.url).query) == {"country": ["BR"], "status": ["announced"]}
    page.reload()
    assert listed(page) == set(brazil["id"])
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator(".am-shown")).to_contain_text(f"{LISTED} of {LISTED}")
    assert page.locator(".places > g").count() == everywhere
    assert urlsplit(page.url).query == ""


def test_pointing_at_a_marker_names_the_place_and_a_click_opens_its_cards(open_site: Open) -> None:
    page = open_site("?country=GB")
    london = page.locator(".places > g", has_text=str(len(IN_LONDON)))
    london.hover()
    expect(page.locator(".site-tip")).to_have_text(f"London, United Kingdom: {len(IN_LONDON)} actions")
    london.click()
    assert listed(page) == {action["id"] for action in IN_LONDON}
    cards = page.locator(".am-card:visible")
    expect(cards).to_have_count(len(IN_LONDON))
    expect(cards.first.get_by_role("link").first).to_have_attribute("href", IN_LONDON[0]["source_url"])
    assert parse_qs(urlsplit(page.url).query)["action"] == [IN_LONDON[0]["id"]]
    page.get_by_role("button", name="Back to the list").click()
    expect(page.locator(".site-place")).to_be_hidden()


def test_a_card_says_the_start_by_the_readers_own_clock(open_site: Open) -> None:
    page = open_site("?q=fortaleza")
    page.get_by_text("Fortaleza, Ceará, Brazil").first.click()
    expect(page.locator(".am-card:visible")).to_contain_text("2 March at 14:00 (Europe/Paris)")


def test_wheel_and_buttons_zoom_and_the_world_comes_back(open_site: Open) -> None:
    page = open_site()
    svg = page.locator(".site-map svg")

    def width() -> float:
        return float((svg.get_attribute("viewBox") or "").split()[2])

    assert width() == 1000
    svg.hover()
    page.mouse.wheel(0, -300)
    page.wait_for_function("document.querySelector('.site-map svg').viewBox.baseVal.width < 600")
    expect(page.locator(".names").get_by_text("Brazil")).to_be_visible()
    page.get_by_role("button", name="Zoom out").click()
    assert 600 < width() < 1000
    page.get_by_role("button", name="Show the whole world").click()
    assert width() == 1000


def test_on_a_phone_the_filters_are_folded_and_nothing_is_wider_than_the_screen(open_site: Open) -> None:
    page = open_site(phone=True)
    expect(page.get_by_role("checkbox", name=BRAZIL)).to_be_hidden()
    page.get_by_text("Filters", exact=True).tap()
    page.get_by_role("checkbox", name=BRAZIL).check()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    expect(page.locator(".am-shown")).to_contain_text("6 of")


def test_without_javascript_the_list_is_there_with_its_sources(browser: Browser, published: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(published)
    expect(page.locator(".site-list > ol > li")).to_have_count(LISTED)
    page.get_by_text("Fortaleza, Ceará, Brazil").first.click()
    expect(page.locator(".am-card:visible").get_by_role("link").first).to_be_visible()
    page.context.close()


def test_hostile_text_of_a_list_stays_text(open_site: Open, workbench: Workbench, tmp_path: Path) -> None:
    workbench.write(hostile_campaign(), pins=hostile_pins())
    campaign, actions = load_campaign(workbench.folder)
    frame = pin_actions(actions, OfflineGeocoder(Gazetteer()), PinCache(workbench.cache))
    write_site(tmp_path, campaign, ActionTable(frame, campaign.organizations))
    with plain_server(tmp_path) as address:
        page = open_site(site=f"{address}/")
        assert_literal(page.locator(".am-masthead"), TITLE, STANDFIRST)
        for row in page.locator(".site-list > ol > li > details > summary").all():
            row.click()
        for number, text in enumerate(HOSTILE):
            card = page.locator(".am-card", has_text=f"hostile{number}x")
            assert_literal(card, text, *[f"{field} {text}" for field in ON_CARD])
            page.locator(".places > g").nth(number).dispatch_event("pointermove", {"clientX": 500, "clientY": 300})
            expect(page.locator(".site-tip")).to_contain_text("United Kingdom")
        assert [element for element in ELEMENTS if page.locator(f"body {element}").count()] == []
        assert page.evaluate("window.injected") is None
