"""Another language beside another filter, and a first visit in each language: what it takes, and what travels.

Without a browser: all that differs between languages is the page's HTML, what its first run sends, and the fonts that
are loaded where their letters are shown.
"""

import asyncio
import gzip
import statistics
import time
from urllib.request import Request, urlopen

import psutil

from actionmap.languages import languages
from benchmarks.load import ROOT, served, visit

ROUNDS = 5
COUNTRIES = ("US", "GB", "CU", "IT", "BR", "CA", "FR", "DE", "JP", "ES")


async def changes(port: int, server: psutil.Process) -> dict[str, list[float]]:
    """Return the seconds of processor that a change of filter and one of language takes, and those waited for it."""
    seconds: dict[str, list[float]] = {"filter": [], "language": [], "filter, waited": [], "language, waited": []}
    async with visit(port) as visitor:
        for first in (True, *[False] * ROUNDS):  # the first round makes what is made once for all visitors
            for country, code in zip(COUNTRIES, languages(), strict=True):
                for what, query in (("filter", f"lang=en&country={country}"), ("language", f"lang={code}&country=US")):
                    before = sum(server.cpu_times()[:2])
                    waited = await visitor.run(query=query)
                    if not first:
                        seconds[what].append(sum(server.cpu_times()[:2]) - before)
                        seconds[f"{what}, waited"].append(waited)
    return seconds


async def first_visit(port: int, code: str) -> tuple[int, int]:
    """Return the bytes of a page's HTML, compressed, and of what its first run sends."""
    request = Request(f"http://127.0.0.1:{port}/", headers={"Accept-Language": code})
    html = await asyncio.to_thread(lambda: urlopen(request).read())
    async with visit(port) as visitor:
        await visitor.run(query=f"lang={code}")
        return len(gzip.compress(html)), visitor.received


def main() -> None:
    """Print two tables."""
    with served(ROOT) as (port, server):
        time.sleep(2)
        found = asyncio.run(changes(port, server))
        print("| change | processor, s (mean) | waited, s (median) |\n|---|---|---|")
        for what in ("filter", "language"):
            waited = statistics.median(found[f"{what}, waited"])
            print(f"| {what} | {statistics.mean(found[what]):.3f} | {waited:.3f} |")
        print("\n| first visit in | HTML, KB | first run, KB |\n|---|---|---|")
        for code in languages():
            html, run = asyncio.run(first_visit(port, code))
            print(f"| {code} | {html / 1000:.1f} | {run / 1000:.1f} |")


if __name__ == "__main__":
    main()
