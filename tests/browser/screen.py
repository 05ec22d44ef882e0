"""A visitor's screen: the page, what the browser was sent and asked for, and where on its map a place really is."""

import io
import json
import re
from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import numpy as np
import numpy.typing as npt
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Dialog, Locator, Page, Request, WebSocket, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from actionmap.drawing.layers import ANNOUNCED_COLOR, REPORTED_COLOR

PATIENCE = 60_000  # ms; a busy machine is not a broken map
PHONE_AGENT = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130 Mobile Safari/537.36"
WITHOUT_WEBGL = """const get = HTMLCanvasElement.prototype.getContext
HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return kind.startsWith('webgl') ? null : get.call(this, kind, ...rest)
}"""
_POLL = 100  # ms
_SAME = 40  # of 255 by which anti-aliasing may change a colour

Picture = npt.NDArray[np.int16]
Deck = dict[str, Any]

expect.set_options(timeout=PATIENCE)


class Marker(NamedTuple):
    """A marker as it is drawn: its middle and radius in pixels of the map, its number of actions, its places."""

    x: float
    y: float
    radius: float
    actions: int
    kind: str
    keys: list[int]


class Sight(NamedTuple):
    """How a visitor sees the site."""

    phone: bool
    dark: bool
    webgl: bool


def new_profile(browser: Browser, sight: Sight) -> BrowserContext:
    """Return a browser profile that nobody has used."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844} if sight.phone else {"width": 1440, "height": 900},
        is_mobile=sight.phone,
        has_touch=sight.phone,
        user_agent=PHONE_AGENT if sight.phone else None,
        color_scheme="dark" if sight.dark else "light",
        timezone_id="Europe/Paris",
    )
    context.set_default_timeout(PATIENCE)
    if not sight.webgl:
        context.add_init_script(WITHOUT_WEBGL)
    return context


class Screen:
    """One visitor with a browser profile: an own one, or one that others had before and left.

    `elsewhere` lists requests to other hosts, `errors` what scripts threw, `dialogs` what popped up: all stay empty.
    """

    def __init__(
        self,
        profile: Browser | BrowserContext,
        site: str,
        *,
        phone: bool = False,
        dark: bool = False,
        webgl: bool = True,
    ) -> None:
        self.site = site
        self.sight = Sight(phone, dark, webgl)
        self.elsewhere: list[str] = []
        self.errors: list[str] = []
        self.dialogs: list[str] = []
        self.deck: Deck = {}
        self._sent: dict[str, ForwardMsg] = {}
        self._pending: set[Request] = set()
        self._sockets: list[WebSocket] = []
        self.context = new_profile(profile, self.sight) if isinstance(profile, Browser) else profile
        self.page: Page = self.context.new_page()
        self.page.on("request", self._requested)
        self.page.on("requestfinished", self._answered)
        self.page.on("requestfailed", self._answered)
        self.page.on("websocket", self._connected)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", self._popped_up)

    # Going places

    def open(self, path: str = "/") -> "Screen":
        """Open a page of the site and wait until it is there."""
        self.page.goto(self.site + path)
        return self.settle()

    def leave(self) -> None:
        """Close all pages, and leave nothing of this visitor in the profile but copies of the site's files."""
        kept = {"origin": self.site, "storageTypes": "local_storage,indexeddb,cache_storage,service_workers"}
        self.context.new_cdp_session(self.page).send("Storage.clearDataForOrigin", kept)
        for page in self.context.pages:
            page.close()
        self.context.clear_cookies()
        self.context.clear_permissions()

    def settle(self) -> "Screen":
        """Wait until the script has run and everything it sent is there; the map may still be drawing."""
        app = self.page.get_by_test_id("stApp")
        expect(app).to_have_attribute("data-test-script-state", "notRunning")
        expect(self.page.get_by_test_id("stSkeleton")).to_have_count(0)
        ours = self.page.get_by_test_id("stBidiComponentRegular")
        expect(ours.filter(has_not=self.page.locator(".am-live"))).to_have_count(0)
        return self

    def wait(self, done: Callable[[], object], what: str) -> None:
        """Wait until something holds."""
        for _ in range(PATIENCE // _POLL):
            if done():
                return
            self.page.wait_for_timeout(_POLL)
        raise AssertionError(f"Waited in vain for {what}.")

    @property
    def query(self) -> dict[str, list[str]]:
        """The query of the browser's address."""
        return parse_qs(urlsplit(self.page.url).query)

    def expect_query(self, **query: list[str]) -> None:
        """Wait until the address has this query, which it has before the page is drawn anew, and then for the page."""
        self.wait(lambda: self.query == query, f"the address to say {query}; it is {self.page.url}")
        self.settle()

    # What is on the screen

    @property
    def sidebar(self) -> Locator:
        """The filters."""
        return self.page.get_by_test_id("stSidebar")

    @property
    def main(self) -> Locator:
        """The page without its sidebar."""
        return self.page.get_by_test_id("stMain")

    @property
    def rows(self) -> Locator:
        """The buttons of the list of actions."""
        return self.page.locator(".st-key-listing [data-does=open]")

    @property
    def cards(self) -> Locator:
        """The cards that are open."""
        return self.page.locator(".am-card")

    @property
    def canvas(self) -> Locator:
        """The map's picture."""
        return self.page.locator(".map .stage")

    def scroll_list_to(self, rows: int) -> None:
        """Scroll the list to its end, where further rows come, until so many are there."""

        def is_there() -> bool:
            self.rows.last.evaluate("row => row.scrollIntoView()")
            return self.rows.count() >= rows

        self.wait(is_there, f"{rows} rows of the list")
        expect(self.rows).to_have_count(rows)

    def expect_count(self, shown: int, listed: int) -> None:
        """Wait until "n of m actions" stands above the map and in the sidebar."""
        expect(self.main.locator(".am-shown")).to_contain_text(f"{shown:,} of {listed:,} actions")
        expect(self.sidebar).to_contain_text(f"{shown:,} of {listed:,} action")

    def scrolls_sideways(self) -> list[str]:
        """Return what is wider than the screen: the page, or an area of it that would scroll sideways."""
        wide: list[str] = self.page.evaluate(
            """() => [document.scrollingElement, ...document.querySelectorAll('[data-testid]')]
                .filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0)
                .filter(e => e.getBoundingClientRect().right > 0)
                .filter(e => e === document.scrollingElement || /auto|scroll/.test(getComputedStyle(e).overflowX))
                .map(e => `${e.dataset.testid || e.tagName}: ${e.scrollWidth} > ${e.clientWidth}`)"""
        )
        return wide

    def beyond_the_edge(self) -> list[str]:
        """Return the visible texts and fields that reach beyond an edge of the screen."""
        cut: list[str] = self.page.evaluate(
            """() => [...document.querySelectorAll('[data-testid=stMain] :is(p, li, h1, h2, h3, dd, button, input)')]
                .filter(e => e.checkVisibility() && !e.closest('.am-skip'))
                .filter(e => e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1)
                .map(e => e.outerHTML.slice(0, 200))"""
        )
        return cut

    # The map

    @property
    def pins(self) -> list[dict[str, Any]]:
        """The places that the browser was sent last: position `p`, key `k`, label `t`, number `n` where several."""
        return self.layer("places")

    def layer(self, beginning: str) -> list[dict[str, Any]]:
        """Return the data of the map's layers whose ids begin like this; empty where there are none."""
        layers = [layer for layer in self.deck["layers"] if layer["id"].startswith(beginning)]
        return [row for layer in layers for row in layer["data"]]

    def pin(self, label: str) -> dict[str, Any]:
        """Return the marker with a label that begins like this."""
        [pin] = [pin for pin in self.pins if pin["t"].startswith(label)]
        return pin

    def picture(self) -> Picture:
        """Return the map as it is seen once it is drawn, shape (height, width, 3), without what the pointer adds."""
        self.settle()
        self.page.mouse.move(0, 0)
        seen: list[Picture] = []

        def still() -> bool:
            seen.append(self.snapshot())
            drawn = self.drawn.count() and (not self.pins or bool(marker_pixels(seen[-1]).any()))
            return drawn and not self._pending and len(seen) > 1 and np.array_equal(seen[-2], seen[-1])

        self.wait(still, "the map to be drawn")
        return seen[-1]

    def snapshot(self) -> Picture:
        """Return the map as it is seen now, shape (height, width, 3)."""
        image = Image.open(io.BytesIO(self.canvas.screenshot()))
        return np.asarray(image.convert("RGB"), dtype=np.int16)

    @property
    def drawn(self) -> Locator:
        """The map, once deck.gl has drawn it."""
        return self.page.locator(".map[data-painter]")

    @property
    def edges(self) -> dict[str, float]:
        """What the map shows now: its edges in degrees (`west`, `south`, `east`, `north`) and its `zoom`."""
        expect(self.page.locator(".map")).to_have_attribute("data-zoom", re.compile("."))
        said: dict[str, str] = self.page.locator(".map").evaluate("map => ({ ...map.dataset })")
        return {name: float(said[name]) for name in ("west", "south", "east", "north", "zoom")}

    @property
    def markers(self) -> list[Marker]:
        """The markers in the map as it is drawn now."""
        found = self.page.locator(".map").evaluate(
            """({ actionMap: map }) => map.shown.map((one) => [
                ...map.view.place(one.x, one.y), one.radius, one.n, one.kind, one.members.map((row) => row.k)])"""
        )
        return [Marker(*one) for one in found]

    def marker(self, pin: dict[str, Any]) -> Marker:
        """Return the marker in which a place is drawn now."""
        [marker] = [one for one in self.markers if pin["k"] in one.keys]
        return marker

    def on_canvas(self, pin: dict[str, Any]) -> tuple[int, int]:
        """Return where a place's marker is in the picture: x and y in pixels."""
        marker = self.marker(pin)
        return round(marker.x), round(marker.y)

    def hover(self, pin: dict[str, Any]) -> None:
        """Put the pointer on a marker."""
        self.canvas.scroll_into_view_if_needed()
        (x, y), box = self.on_canvas(pin), self._box()
        self.page.mouse.move(box["x"] + x - 30, box["y"] + y - 30)
        self.page.mouse.move(box["x"] + x, box["y"] + y, steps=3)

    def click(self, pin: dict[str, Any]) -> None:
        """Click a marker."""
        self.hover(pin)
        (x, y), box = self.on_canvas(pin), self._box()
        self.page.mouse.click(box["x"] + x, box["y"] + y)

    def tap(self, pin: dict[str, Any]) -> None:
        """Tap a marker with a finger."""
        self.canvas.scroll_into_view_if_needed()
        (x, y), box = self.on_canvas(pin), self._box()
        self.page.touchscreen.tap(box["x"] + x, box["y"] + y)

    def _box(self) -> Any:
        return self.canvas.bounding_box()

    # What the browser asks for and is sent

    def on_sent(self, heard: Callable[[str | bytes], object]) -> None:
        """Hear what the browser sends over its connection from now on."""
        for socket in self._sockets:
            socket.on("framesent", lambda frame: heard(frame))

    def _is_elsewhere(self, url: str) -> bool:
        parts = urlsplit(url)
        return parts.scheme not in ("data", "blob", "about") and parts.netloc != urlsplit(self.site).netloc

    def _requested(self, request: Request) -> None:
        if self._is_elsewhere(request.url):
            self.elsewhere.append(request.url)
        elif urlsplit(request.url).scheme == "http":
            self._pending.add(request)

    def _answered(self, request: Request) -> None:
        self._pending.discard(request)

    def _popped_up(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def _connected(self, socket: WebSocket) -> None:
        if self._is_elsewhere(socket.url):
            self.elsewhere.append(socket.url)
        socket.on("framereceived", self._received)
        self._sockets.append(socket)

    def _received(self, frame: str | bytes) -> None:
        message = ForwardMsg.FromString(frame if isinstance(frame, bytes) else frame.encode())
        if message.WhichOneof("type") == "ref_hash":
            message = self._sent[message.ref_hash]
        self._sent[message.hash] = message
        component = message.delta.new_element.bidi_component
        if component.bytes:
            self.deck = json.loads(component.bytes)["deck"]


def marker_pixels(picture: Picture) -> npt.NDArray[np.bool_]:
    """Return which pixels have a marker's colour."""
    return alike(picture, REPORTED_COLOR) | alike(picture, ANNOUNCED_COLOR)


def alike(picture: Picture, color: tuple[int, ...]) -> npt.NDArray[np.bool_]:
    """Return which pixels have a colour, or nearly."""
    return np.asarray(np.abs(picture - np.asarray(color)).max(axis=2) <= _SAME)


def around(pictured: npt.NDArray[Any], x: int, y: int, radius: int) -> npt.NDArray[Any]:
    """Return the part of a picture around a point."""
    return pictured[max(y - radius, 0) : y + radius + 1, max(x - radius, 0) : x + radius + 1]
