"""The map in anybody's hands: what its frame shows, and what fingers, wheel and keys do to it and to the page."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit, Workbench
from tests.browser.screen import Screen
from tests.shipped_list import LISTED

FRAMES = ((320, 640), (390, 844), (768, 1024), (1440, 900), (2200, 1200))
SETTINGS = 'title = "A test day"\ndate = 2031-01-01\n'
HEADER = "id,locality,country,venue,status,basis,organizers,source_url,source_name\n"
ROW = "{id},{town},{country},,reported,call,,https://example.org/{id},Test source\n"
PINS = "venue,locality,region,country,latitude,longitude,precision,matched_place,timezone,geocoder,date,"
PINS += "source,uncertainty_m\n"


def moved(screen: Screen, before: dict[str, float]) -> dict[str, float]:
    """Wait until the map shows something else, and stands still; return what."""
    seen = [before]

    def still() -> bool:
        seen.append(screen.edges)
        return seen[-1] != before and seen[-1] == seen[-2]

    screen.wait(still, "the map to move")
    return seen[-1]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_marker_is_whole_in_the_frame_and_no_land_is_there_twice_whatever_its_size(
    visit: Visit, language: str
) -> None:
    screen = visit(f"/?lang={language}")
    expect(screen.drawn).to_be_visible()
    for width, height in FRAMES:
        screen.page.set_viewport_size({"width": width, "height": height})
        screen.page.wait_for_timeout(300)
        box = screen.canvas.bounding_box()
        assert box is not None
        cut = [
            one
            for one in screen.markers
            if not (one.radius < one.x < box["width"] - one.radius and one.radius < one.y < box["height"] - one.radius)
        ]
        assert cut == [], f"at {width} px"
        buttons = screen.page.locator(".map .controls").bounding_box()
        assert buttons is not None
        left, top = buttons["x"] - box["x"], buttons["y"] - box["y"]
        under = [
            one
            for one in screen.markers
            if left - one.radius < one.x < left + buttons["width"] + one.radius
            and top - one.radius < one.y < top + buttons["height"] + one.radius
        ]
        assert under == [], f"under the buttons at {width} px"
        assert sum(one.actions for one in screen.markers) == LISTED
        seen = screen.edges
        assert seen["east"] - seen["west"] <= 360
        assert seen["south"] < -33  # Sydney
        assert seen["north"] < 85


def test_a_country_that_is_all_that_is_known_is_whole_in_the_frame(visit: Visit) -> None:
    screen = visit("/?country=ZA", phone=True)

    def is_whole() -> bool:
        seen = screen.edges
        return seen["west"] < 16.5 and seen["east"] > 32.9 and seen["south"] < -34.8 and seen["north"] > -22.1

    screen.wait(is_whole, "South Africa to be in the frame")
    assert screen.edges["east"] - screen.edges["west"] < 60


@pytest.mark.webgl
def test_buttons_and_keys_move_the_map_without_a_word_to_the_server(visit: Visit) -> None:
    screen = visit("/?country=GB")
    said: list[str | bytes] = []
    screen.on_sent(said.append)
    expect(screen.drawn).to_be_visible()
    first = screen.edges
    screen.page.get_by_role("button", name="Zoom in").click()
    closer = moved(screen, first)
    assert closer["zoom"] == pytest.approx(first["zoom"] + 1)
    screen.page.get_by_role("button", name="Move the map").click()
    screen.page.get_by_role("button", name="Move left").click()
    beside = moved(screen, closer)
    assert beside["west"] < closer["west"]
    screen.canvas.focus()
    screen.page.keyboard.press("ArrowUp")
    above = moved(screen, beside)
    assert above["north"] > beside["north"]
    screen.page.keyboard.press("-")
    moved(screen, above)
    for _ in range(11):
        screen.page.keyboard.press("+")
        screen.page.wait_for_timeout(50)
    screen.wait(lambda: screen.edges["zoom"] == 13, "the greatest zoom, where venues are known to a few metres")
    streets = screen.page.get_by_role("link", name="Streets on OpenStreetMap")
    expect(streets).to_have_attribute(
        "href", re.compile(r"^https://www\.openstreetmap\.org/#map=15/5\d\.\d+/-?\d\.\d+$")
    )
    expect(streets).to_have_attribute("rel", re.compile("noopener"))
    closest = screen.edges
    screen.page.get_by_role("button", name="Whole map").click()
    assert moved(screen, closest) == pytest.approx(first)
    assert said == []


def test_a_marker_of_many_places_opens_into_them(visit: Visit) -> None:
    screen = visit("/")
    expect(screen.drawn).to_be_visible()
    before, [largest, *_] = screen.edges, sorted(screen.markers, key=lambda one: -one.actions)
    assert len(largest.keys) > 1
    box = screen.canvas.bounding_box()
    assert box is not None
    screen.page.mouse.click(box["x"] + largest.x, box["y"] + largest.y)
    moved(screen, before)
    apart = [one for one in screen.markers if set(one.keys) & set(largest.keys)]
    assert len(apart) > 1
    assert sum(one.actions for one in apart) == largest.actions


@pytest.mark.webgl
def test_one_finger_scrolls_the_page_and_two_move_the_map(visit: Visit) -> None:
    screen = visit("/", phone=True)
    expect(screen.drawn).to_be_visible()
    screen.canvas.scroll_into_view_if_needed()
    before, box = screen.edges, screen.canvas.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touch(screen.page, *([(x, y - step)] for step in range(0, 90, 15)))
    screen.wait(lambda: screen.canvas.bounding_box()["y"] < box["y"] - 30, "the page to scroll")  # type: ignore[index]
    assert screen.edges == before
    expect(screen.page.get_by_text("Use two fingers to move the map")).to_be_attached()
    y = screen.canvas.bounding_box()["y"] + box["height"] / 2  # type: ignore[index]
    touch(screen.page, *([(x - 20 - step, y), (x + 20 + step, y)] for step in range(0, 60, 10)))
    assert moved(screen, before)["zoom"] > before["zoom"] + 1


def touch(page: Page, *steps: list[tuple[float, float]]) -> None:
    """Put fingers down, move them from step to step, and lift them."""
    session = page.context.new_cdp_session(page)
    for kind, at in (("touchStart", steps[0]), *(("touchMove", one) for one in steps[1:]), ("touchEnd", [])):
        points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(at)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        page.wait_for_timeout(20)


@contextmanager
def other_host(folder: Path, name: str) -> Iterator[tuple[str, list[str]]]:
    """Serve one file of a folder for every address; give the host's address and what was asked for."""
    asked: list[str] = []

    class Handler(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.path = f"/{name}"
            super().do_GET()

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("localhost", 0), partial(Handler, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}", asked
        server.shutdown()


def test_in_an_article_the_wheel_is_the_articles_but_with_ctrl(browser: Browser, shipped: str, tmp_path: Path) -> None:
    frame = f'<iframe src="{shipped}/?embed=true&country=GB" style="width:700px;height:600px"></iframe>'
    (tmp_path / "article.html").write_text(f"<p>Test article</p>{frame}<div style='height:2000px'></div>")
    with other_host(tmp_path, "article.html") as (host, _):
        page = browser.new_page(viewport={"width": 900, "height": 700})
        page.goto(host)
        content = page.frame_locator("iframe")
        expect(content.locator(".map[data-painter]")).to_be_visible()
        first = content.locator(".map").get_attribute("data-zoom")
        box = content.locator(".map .stage").bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + 30, box["y"] + 100)
        for _ in range(20):
            page.mouse.wheel(0, 120)
        expect(content.locator(".map .hint.shown")).to_contain_text("to zoom the map")
        page.wait_for_function("scrollY > 0")
        assert content.locator(".map").get_attribute("data-zoom") == first
        page.evaluate("scrollTo(0, 0)")
        page.keyboard.down("Control")
        content.locator(".map .stage").hover(position={"x": 30, "y": 100})
        page.mouse.wheel(0, -200)
        page.keyboard.up("Control")
        expect(content.locator(".map")).not_to_have_attribute("data-zoom", str(first))
        page.close()


def test_streets_are_asked_for_only_once_they_are_switched_on(
    browser: Browser, workbench: Workbench, tmp_path: Path
) -> None:
    Image.new("RGB", (256, 256), (200, 0, 200)).save(tmp_path / "tile.png")
    with other_host(tmp_path, "tile.png") as (host, asked):
        offer = (
            f'[street_map]\nname = "Test streets"\nattribution = "© Test"\naddress = "{host}/{{z}}/{{x}}/{{y}}.png"\n'
        )
        actions = HEADER + ROW.format(id="a", town="Vienna", country="AT")
        workbench.write({"campaign.toml": SETTINGS + offer, "actions.csv": actions})
        page = browser.new_page()
        refused: list[str] = []
        page.on("console", lambda said: refused.append(said.text) if "Content Security" in said.text else None)
        page.goto(workbench.site)
        expect(page.locator(".map[data-painter]")).to_be_visible()
        switch = page.get_by_role("switch", name="Test streets")
        expect(switch).not_to_be_checked()
        assert asked == []
        switch.check()
        expect(page.get_by_text("© Test", exact=True)).to_be_visible()
        expect(page.locator(".map .streets img").first).to_be_visible()
        page.wait_for_timeout(500)
        assert asked
        assert all(re.fullmatch(r"/\d+/\d+/\d+\.png", path) for path in asked)
        assert refused == []
        switch.uncheck()
        expect(page.locator(".map .streets img")).to_have_count(0)
        page.close()


def test_any_list_in_any_frame_is_a_map_even_without_webgl(browser: Browser, workbench: Workbench) -> None:
    towns = [("Test East", 179.99), ("Test West", -179.99), ("Test Edge", 180.0)]
    pins = PINS + "".join(
        f",{town},,FJ,-17,{lon},locality,{town},Pacific/Fiji,reviewed,2031-01-01,,\n" for town, lon in towns
    )
    rows = [ROW.format(id=f"many-{n}", town="Test East", country="FJ") for n in range(2000)]
    rows += [
        ROW.format(id="west", town="Test West", country="FJ"),
        ROW.format(id="edge", town="Test Edge", country="FJ"),
    ]
    workbench.write({"campaign.toml": SETTINGS, "actions.csv": HEADER + "".join(rows)}, pins=pins)
    screen = Screen(browser, workbench.site)
    screen.page.add_init_script(
        "const get = HTMLCanvasElement.prototype.getContext;"
        "HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {"
        " return kind.startsWith('webgl') ? null : get.call(this, kind, ...rest); };"
    )
    screen.open("/")
    expect(screen.main).to_contain_text("This is a drawing of the map")
    assert sum(one.actions for one in screen.markers) == 2002
    assert {one.kind for one in screen.markers} == {"rcp"}
    seen = screen.edges
    assert seen["east"] - seen["west"] < 20
    screen.page.set_viewport_size({"width": 200, "height": 500})
    screen.page.wait_for_timeout(300)
    assert sum(one.actions for one in screen.markers) == 2002
    assert screen.errors == []
    screen.open("/?q=nothing+like+this")
    expect(screen.page.locator(".map")).to_have_attribute("data-zoom", re.compile("."))
    assert screen.markers == []
    screen.context.close()
