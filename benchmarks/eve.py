"""The eve of the day: nginx, two replicas and a shared list, and everything goes wrong while hundreds look at the map.

`docker compose up` in spirit: nginx with the configuration that is shipped, two replicas on loopback, and PostgreSQL
that keeps the list, each as it really is. 400 visitors come, change filters and go on; one replica is killed and comes
back; the list is replaced by a broken one, then by a good one; 2,000 more arrive within a minute. Every visitor has an
address of its own on loopback and behaves as a browser does: it keeps the cookie, asks for the page, opens the
websocket, and comes back once a second where that is cut off.

Run: python -m benchmarks.eve [VISITORS [ARRIVALS]]; nginx and PostgreSQL are those of `make test`.
"""

import asyncio
import csv
import http.client
import itertools
import json
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import Request, urlopen

import numpy as np
import psutil
from websockets.exceptions import WebSocketException

from benchmarks.load import COUNTRIES, EVERY, ROOT, served, visit
from tests.services.conftest import Postgres, running_postgres
from tests.services.test_replicas import before

VISITORS, ARRIVALS = 400, 2000
COMING = 30.0
"""Seconds within which the first come; the others come within a minute."""
TOKEN = "token-of-the-eve"
SOURCE = """
[source]
kind = "database"
url_from = "LIST_DB"
table = "actions"
refresh = 1
"""
ADDRESSES = (f"127.1.{number // 250}.{number % 250 + 1}" for number in itertools.count())
"""Where visitors come from: nginx has a limit for each address."""


@dataclass
class Seen:
    """What became of all visitors."""

    runs: list[float] = field(default_factory=list)
    back: list[float] = field(default_factory=list)
    """Seconds from being cut off to the same view again."""
    arrivals: list[float] = field(default_factory=list)
    ends: Counter[str] = field(default_factory=Counter)
    """What happened → to how many."""
    listed: Counter[str] = field(default_factory=Counter)
    """How many actions the last page of each visitor says are listed."""


class Replica:
    """A server that can be killed and started again at its port, with a folder of its own."""

    def __init__(self, folder: Path, shared: Postgres, stack: ExitStack) -> None:
        folder.mkdir()
        self.port, self.log = 0, folder / "log"
        self._stack, self._process = stack, psutil.Process()
        self._variables = {
            "ACTIONMAP_CAMPAIGN": str(folder.parent / "campaign"),
            "ACTIONMAP_SOURCE_CACHE": str(folder / "sources"),
            "ACTIONMAP_METRICS_TOKEN": TOKEN,
            "LIST_DB": shared.url,
        }

    def start(self) -> None:
        """Start it, as the first visitor finds it: with the list read."""
        started = served(ROOT, port=self.port, log=self.log, **self._variables)
        self.port, self._process = self._stack.enter_context(started)
        urlopen(f"http://127.0.0.1:{self.port}/").close()

    def kill(self) -> None:
        """Kill it, as a machine that runs out of memory does."""
        self._process.kill()
        self._process.wait()


def ask(port: int, path: str, source: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Ask from an address; return status, headers and content."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60, source_address=(source, 0))
    connection.request("GET", path, headers={"Accept": "text/html", **headers})
    answer = connection.getresponse()
    found = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    connection.close()
    return found


async def open_page(port: int, source: str, query: str, seen: Seen, cookie: str = "") -> str | None:
    """Ask for the page as a browser does first; return the cookie, or None where that leads to the plain site."""
    given = {"Cookie": cookie} if cookie else {}
    status, headers, content = await asyncio.to_thread(ask, port, f"/?{query}", source, **given)
    if status == http.client.TEMPORARY_REDIRECT:
        status, _, content = await asyncio.to_thread(ask, port, headers["location"], source, **given)
        seen.ends["given the plain site"] += 1
    seen.ends[f"page without a drawn map, {status}"] += b"<svg" not in content
    return headers.get("set-cookie", cookie).split(";")[0] if "location" not in headers else None


async def look(port: int, source: str, seen: Seen, end: Callable[[], float]) -> None:
    """Open the map, change its filter until the end, and come back to the same view whenever cut off."""
    await asyncio.sleep(random.uniform(0, COMING))
    query = f"country={random.choice(COUNTRIES)}"
    cookie = await open_page(port, source, query, seen)
    if cookie is None:
        return
    lost, missing, said = 0.0, True, ""
    while time.monotonic() < end():
        try:
            async with visit(port, cookie=cookie, source=source) as visitor:
                while time.monotonic() < end():
                    seconds = await visitor.run(query=query)
                    seen.runs.append(seconds)
                    missing, said = not visitor.has_map, visitor.said
                    seen.ends["runs without a map"] += missing
                    if lost:
                        seen.back.append(time.monotonic() - lost)
                        lost = 0.0
                    await asyncio.sleep(random.uniform(0, 2 * EVERY))
                    query = f"country={random.choice(COUNTRIES)}"
        except (OSError, WebSocketException, TimeoutError):
            seen.ends["cut off" if not lost else "tried in vain to come back"] += 1
            lost = lost or time.monotonic()
            await asyncio.sleep(1)
    seen.ends["visitors inside who ended without a map"] += missing or bool(lost)
    seen.listed[said.rpartition(" of ")[2].split(" ")[0]] += 1


async def arrive(port: int, source: str, seen: Seen, end: float) -> None:
    """Arrive when it is full: ask for the page, and look once at the live one where that is given."""
    await asyncio.sleep(random.uniform(0, 60))
    start = time.monotonic()
    cookie = await open_page(port, source, f"country={random.choice(COUNTRIES)}", seen)
    seen.arrivals.append(time.monotonic() - start)
    if cookie is not None:
        async with visit(port, cookie=cookie, source=source) as visitor:
            await visitor.run()
            seen.ends["runs without a map"] += not visitor.has_map
            await asyncio.sleep(max(end - time.monotonic(), 0))


def write_list(shared: Postgres, rows: list[list[str]], columns: list[str]) -> None:
    """Replace the shared list, as somebody does who edits it."""
    named = ", ".join(f'"{name}" text' for name in columns)
    shared.run("drop table if exists actions", f"create table actions ({named})")
    values = ", ".join("(" + ", ".join("'" + cell.replace("'", "''") + "'" for cell in row) + ")" for row in rows)
    shared.run(f"insert into actions values {values}")


def counted(port: int, what: str) -> int:
    """Return one of a replica's counters."""
    metrics = urlopen(Request(f"http://127.0.0.1:{port}/metrics", headers={"Authorization": f"Bearer {TOKEN}"}))
    lines = (line.decode().rpartition(" ") for line in metrics)
    return sum(int(number) for name, _, number in lines if name in {f'actionmap_total{{what="{what}"}}', what})


async def once_all(ports: list[int], what: str, more: dict[int, int]) -> float:
    """Wait until a counter of every replica has grown; return the seconds."""
    start = time.monotonic()
    for port in ports:
        while await asyncio.to_thread(counted, port, what) <= more[port]:
            await asyncio.sleep(0.5)
    return time.monotonic() - start


async def evening(site: int, replicas: dict[int, Replica], shared: Postgres, visitors: int, arrivals: int) -> Seen:
    """Let it all happen; print what happened when."""
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(64))
    seen, start, ports = Seen(), time.monotonic(), list(replicas)
    columns, *rows = csv.reader((ROOT / "data" / "actions.csv").open(encoding="utf-8"))

    def tell(what: str) -> None:
        print(f"{time.monotonic() - start:4.0f} s: {what}", flush=True)

    def now(what: str) -> dict[int, int]:
        return {port: counted(port, what) for port in ports}

    end = start + 420  # at the latest
    inside = [asyncio.create_task(look(site, next(ADDRESSES), seen, lambda: end)) for _ in range(visitors)]
    await asyncio.sleep(COMING + EVERY)
    tell(f"live visitors {now('actionmap_live_visitors')}, runs {len(seen.runs)}")
    killed = max(ports, key=now("actionmap_live_visitors").__getitem__)
    await asyncio.to_thread(replicas[killed].kill)
    tell(f"replica {killed} is killed")
    await asyncio.sleep(EVERY)
    await asyncio.to_thread(replicas[killed].start)
    await asyncio.sleep(EVERY)
    tell(f"it is back; cut off {seen.ends['cut off']}, back {len(seen.back)}; live {now('actionmap_live_visitors')}")
    failed = now("refreshes of the list that failed")
    write_list(shared, [["broken"] * len(columns)] * 3, columns)
    seconds = await once_all(ports, "refreshes of the list that failed", failed)
    tell(f"the list is broken; both replicas have refused it, after {seconds:.0f} s")
    taken = now("refreshes of the list")
    test = dict.fromkeys(columns, "") | {"id": "test-eve", "date": "2024-03-02", "locality": "Lyon", "country": "FR"}
    write_list(shared, [*rows, [test[name] for name in columns]], columns)
    seconds = await once_all(ports, "refreshes of the list", taken)
    tell(f"a good one, of {len(rows) + 1} actions, is on both after {seconds:.0f} s")
    end = time.monotonic() + 75
    await asyncio.gather(*inside, *(arrive(site, next(ADDRESSES), seen, end) for _ in range(arrivals)))
    tell(f"{len(seen.arrivals)} more have come; all leave")
    return seen


def report(seen: Seen, logs: list[Path], access: Path) -> None:
    """Print what became of the visitors, and what the servers' logs say."""
    for what, times in {"a run": seen.runs, "back after a cut": seen.back, "an arrival": seen.arrivals}.items():
        p50, p95, p99 = np.percentile(times, (50, 95, 99)) if times else (0, 0, 0)
        print(f"{what}: {len(times)}, {p50:.2f} / {p95:.2f} / {p99:.2f} s, longest {max(times, default=0):.2f} s")
    for what, number in sorted(seen.ends.items()):
        print(f"{what}: {number}")
    print(f"listed, as each visitor's last page says: {dict(seen.listed)}")
    lines = [line for log in logs for line in log.read_text().splitlines()]
    said = [json.loads(line) for line in lines if line.startswith("{")]
    print(f"tracebacks in the logs: {sum('Traceback' in line for line in lines) + sum('error' in one for one in said)}")
    print(f"lines by level: {dict(Counter(one['level'] for one in said))}")
    print(f"nginx's answers: {dict(Counter(line.split()[1] for line in access.read_text().splitlines()))}")


def main() -> None:
    """Set it all up, let it happen, and print what became of everybody."""
    visitors, arrivals = (*map(int, sys.argv[1:]), *(VISITORS, ARRIVALS)[len(sys.argv) - 1 :])
    print(f"Load of the machine before: {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder, shared = Path(name), stack.enter_context(running_postgres())
        folder.chmod(0o755)
        columns, *rows = csv.reader((ROOT / "data" / "actions.csv").open(encoding="utf-8"))
        write_list(shared, rows, columns)
        shutil.copytree(ROOT / "data", folder / "campaign", ignore=shutil.ignore_patterns("gazetteer", "actions.csv"))
        settings = folder / "campaign" / "campaign.toml"
        settings.write_text(settings.read_text(encoding="utf-8") + SOURCE, encoding="utf-8")
        replicas = [Replica(folder / f"replica-{number}", shared, stack) for number in (1, 2)]
        for replica in replicas:
            replica.start()
        (folder / "nginx").mkdir()
        address = stack.enter_context(before([f"http://127.0.0.1:{one.port}" for one in replicas], folder / "nginx"))
        site = int(address.rpartition(":")[2])
        seen = asyncio.run(evening(site, {one.port: one for one in replicas}, shared, visitors, arrivals))
        report(seen, [one.log for one in replicas], folder / "nginx" / "access.log")
    print(f"Load of the machine after: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
