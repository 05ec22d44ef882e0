"""The reach page beside a bare Streamlit page in one run and one browser, the map for print, the export of a long list.

The bare page is there with its first pin, the reach page when headline figures and every claim have been drawn.
"""

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import psutil
from playwright.sync_api import Browser, sync_playwright

from actionmap.campaign.folder import Campaign, ListedCampaign, load_campaign
from actionmap.places.gazetteer import Gazetteer
from actionmap.places.pin_cache import PinCache
from actionmap.places.pinning import OfflineGeocoder, pin_actions
from actionmap.publish.citation import imprint
from actionmap.publish.exports import to_geojson
from actionmap.publish.prints import WRITERS, print_svg
from benchmarks.app import GENERATED, ROOT, ROUNDS, Film, first_pin, generated_campaign, served
from scripts.install_browser import find_browser

EXPORTS = 3
DRAWN = """claims => new Promise(drawn => {
    const look = () => requestAnimationFrame(
        document.querySelector('.am-figures') && document.querySelectorAll('.am-claim').length === claims
            ? () => drawn((performance.timeOrigin + performance.now()) / 1000)
            : look)
    look()
})"""


def first_paint(browser: Browser, address: str, claims: int) -> float:
    """Return the seconds from navigation, in a browser that has seen nothing, to the frame after figures and claims."""
    film = Film(browser, address)
    seconds: float = film.page.evaluate(DRAWN, claims) - film.opened
    film.rest(1)  # a frame that comes while the page closes is an error
    film.page.context.close()
    return seconds


def paints(campaign: Campaign) -> list[tuple[float, float]]:
    """Return pairs of seconds to the first paint of the bare page and of the reach page, taken in turn."""
    chromium = find_browser()
    with (
        sync_playwright() as playwright,
        served("benchmarks/bare.py") as (bare, _),
        served("dashboard.py") as (app, _),
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--use-angle=swiftshader"])
        reach, claims = f"{app}/reach", len(campaign.claims)
        first_pin(browser, bare)  # the first visitor's run imports and loads; it is not measured
        first_paint(browser, reach, claims)
        return [(first_pin(browser, bare), first_paint(browser, reach, claims)) for _ in range(ROUNDS)]


def seconds_of(job: Callable[[], object]) -> float:
    """Return the median seconds that a job takes once it is warm."""
    job()
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        job()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def prints(listed: ListedCampaign) -> dict[str, float]:
    """Return the seconds to draw the shipped campaign's map for print, by format."""
    campaign, actions = listed.campaign, pinned(listed)

    def svg() -> str:
        return print_svg(actions, imprint(campaign, actions, "all actions"))

    jobs = {"SVG": svg, "PNG": lambda: WRITERS["png"](svg()), "PDF": lambda: WRITERS["pdf"](svg())}
    return {name: seconds_of(job) for name, job in jobs.items()}


def pinned(listed: ListedCampaign) -> pd.DataFrame:
    """Return the campaign's actions with their pins."""
    return pin_actions(listed.actions, OfflineGeocoder(Gazetteer()), PinCache())


def long_exports() -> list[dict[str, float]]:
    """Return what exporting 100,000 generated actions as GeoJSON takes, each time in a fresh process."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        actions = pinned(load_campaign(generated_campaign(folder))).assign(
            evidence="Invented for a benchmark – " * 8,
            source_name="Test source",
            source_url="https://example.org/source",
            other_sources=[("https://example.org/first", "https://example.org/second")] * GENERATED,
        )
        actions.to_pickle(folder / "actions.pickle")
        code = f"from benchmarks.reach import export; export({str(folder / 'actions.pickle')!r})"
        command = [sys.executable, "-c", code]
        return [
            json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)
            for _ in range(EXPORTS)
        ]


def export(file: str) -> None:
    """Export a frame of actions as GeoJSON in this process, which must be a fresh one; print what it took."""
    actions = pd.read_pickle(file)
    before = psutil.Process().memory_info().rss
    start, start_cpu = time.perf_counter(), time.process_time()
    written = to_geojson(actions)
    seconds, cpu = time.perf_counter() - start, time.process_time() - start_cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024  # Linux counts in KiB
    size = len(written.encode())
    print(json.dumps({"seconds": seconds, "cpu": cpu, "memory": (peak - before) / 1e6, "size": size / 1e6}))


def main() -> None:
    """Measure, and print one table and what follows."""
    listed = load_campaign(ROOT / "data")
    bare, reach = zip(*paints(listed.campaign), strict=True)
    floor, ours = statistics.median(bare), statistics.median(reach)
    print("| | bare page | reach page | ratio |\n|---|---|---|---|")
    print(f"| first paint, s | {floor:.2f} | {ours:.2f} | {ours / floor:.2f} |")
    print(f"\nLeast and most: {min(bare):.2f}–{max(bare):.2f} s, {min(reach):.2f}–{max(reach):.2f} s.")
    drawn = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in prints(listed).items())
    print(f"Map for print, once warm: {drawn}.")
    exported = long_exports()
    print(
        f"{GENERATED:,} generated actions as GeoJSON, {exported[0]['size']:.0f} MB: "
        f"{statistics.median(one['seconds'] for one in exported):.2f} s "
        f"({statistics.median(one['cpu'] for one in exported):.2f} s of processor time) and at most "
        f"{max(one['memory'] for one in exported):.0f} MB of memory more."
    )


if __name__ == "__main__":
    main()
