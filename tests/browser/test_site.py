"""The published site in a browser: served as plain files under a path, its filters agree with the dashboard's."""

import re
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
from actionmap.reach.nearest import find
from actionmap.site.files import write_site
from actionmap.site.pages import action_page
from actionmap.world.countries import country_codes
from scripts.plain_server import plain_server
from tests.browser.conftest import Workbench
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
from tests.shipped_list import DATA, LISTED

Open = Callable[..., Page]

BRAZIL = re.compile("^Brazil")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, table: ActionTable) -> Iterator[str]:
    """The address of the shipped campaign's site, two folders below the server's root."""
    root = tmp_path_factory.mktemp("server")
    write_site(root / "maps/march", load_campaign(DATA).campaign, table, codes=("en", "ar"))
    with plain_server(root) as address:
        yield f"{address}/maps/march/"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


@pytest.fixture(scope="module")
def table(gazetteer: Gazetteer) -> ActionTable:
    return pinned(load_campaign(DATA), gazetteer)[1]


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


def until(page: Page, expression: str) -> None:
    """Wait until an expression holds; Playwright's own waiting is what the page's Content-Security-Policy forbids."""
    for _ in range(600):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(expression)


def listed(page: Page) -> set[str]:
    """Give the ids of the actions in the list."""
    return set(page.locator(".site-list > ol > li:not([hidden])").evaluate_all("items => items.map(item => item.id)"))


def seen(page: Page) -> list[tuple[str, float, float]]:
    """Give each marker's actions and where its middle is in the map's frame, from 0 to 1, as the browser draws it."""
    found: list[tuple[str, float, float]] = page.evaluate(
        """() => { const frame = svg.getBoundingClientRect(); return gathered.map((marker) => {
            const at = new DOMPoint(...marker.point).matrixTransform(svg.getScreenCTM());
            return [marker.actions.length, (at.x - frame.x) / frame.width, (at.y - frame.y) / frame.height]; }) }"""
    )
    return found


def filters(page: Page) -> None:
    """Open the filters."""
    page.locator(".site-filters > summary").click()


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
        "?q=PARK&date=2024-03-03",
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
            "boxes => boxes.map(box => [`${box.name} ${box.value}`, box.parentElement.lastElementChild.innerHTML])"
        )
    )
    assert {k: v for k, v in counts.items() if k.startswith("country ")} == {
        f"country {code}": f"({number})" for code, number in facets.options["country"].items()
    }
    assert {k: v for k, v in counts.items() if "status" in k} == {
        f"status {status}": f"({number})" for status, number in facets.options["status"].items()
    }
    assert {k: v for k, v in counts.items() if k.startswith("date ")} == {
        f"date {day}": f"({number})" for day, number in facets.options["date"].items()
    }
    ties = [f"{number['pym']} {link}" for link, number in facets.tied.items() if number["pym"]]
    assert counts["member pym"] == f"({' · '.join(ties) or 0})"
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
    filters(page)
    page.get_by_role("checkbox", name=BRAZIL).check()
    page.get_by_role("checkbox", name="Announced").check()
    brazil = table.select(Selection(country=("BR",), status=("announced",)))
    assert listed(page) == set(brazil["id"])
    until(page, f"gathered.reduce((sum, one) => sum + one.actions.length, 0) === {len(brazil)}")
    assert parse_qs(urlsplit(page.url).query) == {"country": ["BR"], "status": ["announced"]}
    expect(page.locator(".site-filters > summary")).to_have_text("Filters: 2 in force")
    page.get_by_role("button", name=f"Show {len(brazil)} actions").click()
    expect(page.get_by_role("checkbox", name=BRAZIL)).to_be_hidden()
    page.reload()
    assert listed(page) == set(brazil["id"])
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator(".am-shown")).to_contain_text(f"{LISTED} of {LISTED}")
    assert urlsplit(page.url).query == ""


def test_a_place_of_many_opens_as_an_index_and_escape_leads_back_step_by_step(open_site: Open) -> None:
    page = open_site("?country=GB")
    number, place = page.evaluate(
        """() => {
            const at = Object.groupBy(actions.filter((one) => one.values.country === 'GB'), (one) => one.at);
            const [some] = Object.values(at).sort((one, other) => other.length - one.length);
            reveal([some[0]]); open(some, svg); return [some.length, some[0].title]; }"""
    )
    panel = page.locator(".site-panel")
    expect(panel.get_by_role("heading")).to_have_text(f"{place}: {number} actions")
    expect(panel.get_by_role("heading")).to_be_focused()
    expect(panel.locator("li")).to_have_count(number)
    first = panel.get_by_role("link").first
    title = first.locator("strong").inner_text()
    first.click()
    expect(panel.locator(".am-card")).to_contain_text(title)
    assert parse_qs(urlsplit(page.url).query)["action"]
    page.keyboard.press("Escape")
    expect(panel.locator("li")).to_have_count(number)
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    row = page.locator(".site-list li:not([hidden]) a").nth(2)
    row.press("Enter")
    expect(panel.get_by_role("heading")).to_be_focused()
    page.keyboard.press("Escape")
    expect(row).to_be_focused()


def test_a_card_says_the_start_by_the_readers_own_clock(open_site: Open) -> None:
    page = open_site("?q=fortaleza")
    page.get_by_text("Fortaleza, Ceará, Brazil").click()
    expect(page.locator(".am-card:visible")).to_contain_text("2 March at 14:00 (Europe/Paris)")


@pytest.mark.parametrize("query", ["", "?country=US", "?country=JP", "?embed=map"])
def test_the_first_view_has_every_marker_whole_and_apart_at_every_width(open_site: Open, query: str) -> None:
    page = open_site(query)
    for width in (200, 320, 390, 768, 1440):
        page.set_viewport_size({"width": width, "height": 844})
        until(page, "Math.abs(svg.clientWidth - svg.viewBox.baseVal.width * view.scale) < 1 && !drawing")
        assert seen(page), width
        assert [(width, n, x, y) for n, x, y in seen(page) if not (0 < x < 1 and 0 < y < 1)] == []
        assert page.evaluate(
            "gathered.every((one, at) => gathered.slice(at + 1).every((other) => Math.hypot(one.point[0] - "
            "other.point[0], one.point[1] - other.point[1]) * view.scale > one.radius + other.radius - 2))"
        ), width
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_buttons_keys_and_the_wheel_move_the_map_and_the_page_keeps_its_own(open_site: Open) -> None:
    page = open_site()
    scale = "view.scale"
    first = page.evaluate(scale)
    page.locator(".site-frame svg").hover()
    page.mouse.wheel(0, -300)
    expect(page.locator(".site-hint")).to_contain_text("Hold Ctrl")
    assert page.evaluate(scale) == first
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    until(page, f"{scale} > {first} * 1.5")
    page.get_by_role("button", name="Zoom out").click()
    until(page, f"{scale} < {first} * 1.5")
    page.get_by_role("button", name="Zoom in").click(click_count=3)
    moved = page.evaluate("view.x")
    page.get_by_role("button", name="Move the map").click()
    page.get_by_role("button", name="Move right").click()
    assert page.evaluate("view.x") > moved
    page.locator(".site-frame svg").press("ArrowLeft")
    assert page.evaluate("view.x") == pytest.approx(moved)
    page.evaluate("zoomBy(1000)")
    expect(page.get_by_role("link", name="Streets on OpenStreetMap")).to_have_attribute(
        "href", re.compile(r"^https://www.openstreetmap.org/#map=\d+/-?[\d.]+/-?[\d.]+$")
    )
    expect(page.get_by_role("button", name="Zoom in")).to_be_disabled()
    page.locator(".site-frame svg").press("0")
    expect(page.get_by_role("button", name="Zoom out")).to_be_disabled()
    expect(page.locator(".site-scale")).to_contain_text(re.compile("km.*mi", re.DOTALL))


def test_a_cluster_opens_and_no_name_is_under_a_marker(open_site: Open) -> None:
    page = open_site()
    before = page.evaluate("[view.scale, Math.max(...gathered.map((one) => one.actions.length))]")
    page.locator(".places > g", has_text=str(before[1])).first.click()
    until(page, f"view.scale > {before[0]} && !drawing")
    assert (
        page.evaluate(
            """names.filter((name) => name.element.classList.contains('seen')).filter((name) => {
            const box = name.element.querySelector('text').getBoundingClientRect();
            return [...layers.places.children].some((marker) => {
                const m = marker.firstElementChild.getBoundingClientRect(), r = m.width / 2 - 3;
                const [x, y] = [m.x + r + 3, m.y + r + 3];
                return Math.hypot(Math.max(box.x - x, 0, x - box.right), Math.max(box.y - y, 0, y - box.bottom)) < r;
            }); }).length"""
        )
        == 0
    )


NEAR = [
    *[("New Yrok", "New York City, United States"), ("Croydon UK", "Croydon, United Kingdom")],
    *[("Nueva York", "New York City"), ("Londres", "London, United Kingdom"), ("東京", "Tokyo, Japan")],
    *[("Лондон", "London"), ("القاهرة", "Cairo"), ("서울", "Seoul"), ("Каир", "Cairo"), ("मुंबई", "Mumbai")],
    *[("กรุงเทพมหานคร", "Bangkok"), ("לונדון", "London"), ("Rome 00184", "Rome"), ("SAO PAULO", "São Paulo")],
]


AS_THE_LIBRARY = ("Croydon UK", "東京", "القاهرة", "Rome 00184")
"""Whose answer, place by place, is that of `reach.nearest`."""


def test_what_is_nearest_is_found_without_a_server_in_many_scripts(
    open_site: Open, table: ActionTable, gazetteer: Gazetteer
) -> None:
    page = open_site("?near=Johannesburg")
    answer = page.locator(".site-near")
    expect(answer.get_by_role("heading")).to_have_text("Nearest to Johannesburg, South Africa")
    expect(answer).to_contain_text("1 action in South Africa, town not stated")
    expect(answer.locator("li")).to_have_count(5)
    for asked, town in NEAR:
        page.evaluate("async (asked) => { near.value = asked; await answerNear(); }", asked)
        expect(answer).to_contain_text(f"Nearest to {town}")
        if asked in AS_THE_LIBRARY:
            found = find(town, table.frame, gazetteer)
            assert found
            pages = answer.locator("li a").evaluate_all("links => links.map((link) => link.getAttribute('href'))")
            assert pages == [action_page(id_) for id_ in (*found.parts["id"], *found.actions["id"])]
    for asked in ("<b>London</b>", "Zzzzqqq", "12345"):
        page.evaluate("async (asked) => { near.value = asked; await answerNear(); }", asked)
        expect(answer).to_have_text(f"No town called “{asked}” is known here. Try the next larger one.")


def test_a_search_in_vain_offers_what_was_meant(open_site: Open, table: ActionTable) -> None:
    page = open_site("?country=SE&q=Cubba")
    page.get_by_role("button", name=re.compile(r"^Cuba: show its \d+ actions$")).click()
    assert listed(page) == set(table.select(Selection(country=("CU",)))["id"])


def test_on_a_phone_one_finger_scrolls_two_move_and_a_card_is_a_sheet_below_the_map(open_site: Open) -> None:
    page = open_site(phone=True)
    for part in (".site-frame", ".am-shown", ".site-search >> nth=0"):
        box = page.locator(part).bounding_box()
        assert box
        assert box["y"] + box["height"] < 844
    assert page.evaluate("getComputedStyle(svg).touchAction") == "pan-x pan-y"
    touch = """(points) => svg.dispatchEvent(new TouchEvent('touchmove', { cancelable: true, touches: points.map(
        ([clientX, clientY], identifier) => new Touch({ identifier, target: svg, clientX, clientY })) }))"""
    assert page.evaluate(touch, [[100, 400]]) is True
    scale = page.evaluate("view.scale")
    assert page.evaluate(touch, [[100, 400], [200, 400]]) is False
    assert page.evaluate(touch, [[50, 400], [250, 400]]) is False
    assert page.evaluate("view.scale") == pytest.approx(2 * scale)
    page.locator(".site-list li:not([hidden]) a").first.tap()
    expect(page.locator(".site-panel").get_by_role("heading")).to_be_focused()
    sheet, frame = (page.locator(one).bounding_box() for one in (".site-panel", ".site-frame"))
    assert sheet
    assert frame
    assert sheet["y"] + sheet["height"] == pytest.approx(844, abs=2)
    assert -2 <= frame["y"] < sheet["y"] - 150
    page.get_by_role("button", name="Back").tap()
    filters(page)
    page.get_by_role("checkbox", name=BRAZIL).check()
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize(("kind", "rows"), [("map", 0), ("list", 12)])
def test_a_frame_in_an_article_fits_its_height_and_traps_no_wheel(
    open_site: Open, published: str, tmp_path: Path, kind: str, rows: int
) -> None:
    page = open_site()
    page.get_by_text("Embed this selection").click()
    page.locator(f"input[value={kind}]").check()
    snippet = page.get_by_label("What to put into your page").input_value()
    assert f'src="{published}?embed={kind}"' in snippet
    article = f"<!doctype html><meta charset=utf-8><div style='width:300px'>{'<p>Text' * 60}{snippet}{'<p>Text' * 60}"
    (tmp_path / "article.html").write_text(article, encoding="utf-8")
    with plain_server(tmp_path) as address:
        around = page.context.new_page()
        page.context.unroute_all()
        around.goto(f"{address}/article.html")
        frame = around.locator("iframe")
        frame.scroll_into_view_if_needed()
        inside = frame.content_frame
        expect(inside.get_by_text("Open the full map")).to_be_visible()
        expect(inside.locator(".site-list li:visible")).to_have_count(rows)
        around.wait_for_function("Number.parseInt(document.querySelector('iframe').style.height) > 0")
        high = inside.locator("body").evaluate("body => [body.scrollHeight, innerHeight, body.scrollWidth]")
        assert high[0] == pytest.approx(high[1], abs=2)
        assert high[2] == 300
        before = around.evaluate("scrollY")
        inside.locator(".site-frame").hover()
        around.mouse.wheel(0, 250)
        around.wait_for_function(f"scrollY > {before}")


def test_without_javascript_the_list_leads_to_pages_with_their_sources(browser: Browser, published: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(published)
    expect(page.locator(".site-list > ol > li")).to_have_count(LISTED)
    page.get_by_text("Fortaleza, Ceará, Brazil").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Fortaleza, Ceará, Brazil")
    expect(page.locator(".am-card").get_by_role("link").first).to_be_visible()
    page.get_by_role("link", name="Brazil", exact=True).click()
    expect(page.locator(".site-list li")).to_have_count(6)
    page.context.close()


def test_hostile_text_of_a_list_stays_text(open_site: Open, workbench: Workbench, tmp_path: Path) -> None:
    workbench.write(hostile_campaign(), pins=hostile_pins())
    campaign, actions = load_campaign(workbench.folder)
    frame = pin_actions(actions, OfflineGeocoder(Gazetteer()), PinCache(workbench.cache))
    write_site(tmp_path, campaign, ActionTable(frame, campaign.organizations), codes=("en",))
    with plain_server(tmp_path) as address:
        page = open_site(site=f"{address}/")
        assert_literal(page.locator(".am-masthead"), TITLE, STANDFIRST)
        for number, text in enumerate(HOSTILE):
            row = page.locator(".site-list li", has_text=f"hostile{number}x")
            row.locator("a").click()
            card = page.locator(".site-panel .am-card", has_text=f"hostile{number}x")
            assert_literal(card, text, *[f"{field} {text}" for field in ON_CARD])
            page.keyboard.press("Escape")
            expect(card).to_be_hidden()
        page.locator(".places > g").first.dispatch_event(
            "pointermove", {"clientX": 500, "clientY": 300, "pointerType": "mouse"}
        )
        expect(page.locator(".site-tip")).to_contain_text("United Kingdom")
        assert [element for element in ELEMENTS if page.locator(f"body {element}").count()] == []
        assert page.evaluate("window.injected") is None


def test_another_language_is_one_touch_away_and_keeps_what_is_shown(open_site: Open) -> None:
    page = open_site("?country=LB&near=Tyre", phone=True)
    page.locator(".site-languages summary").tap()
    page.get_by_role("link", name="العربية").tap()
    expect(page.locator("html[lang=ar][dir=rtl]")).to_have_count(1)
    assert urlsplit(page.url).path.endswith("/march/ar/")
    assert parse_qs(urlsplit(page.url).query) == {"country": ["LB"], "near": ["Tyre"]}
    expect(page.locator(".site-near li a").first).to_contain_text("لبنان")
    expect(page.locator(".site-near li a").first).to_contain_text("كم")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.locator(".site-near li a").first.tap()
    expect(page.locator(".site-panel .am-card")).to_contain_text("لبنان")
    page.goto(page.url.replace("/ar/", "/") + "&lang=ar")  # as the live map links to it
    expect(page.locator("html[lang=ar]")).to_have_count(1)
    assert "lang=" not in page.url
