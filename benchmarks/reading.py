"""How long it takes to read and check a long list: 100,000 rows of obviously invented test data, some of them broken.

Run: python -m benchmarks.reading [ROWS]
"""

import csv
import io
import sys
import time

from actionmap.actions import Action, read_actions
from actionmap.organizations import Organization
from actionmap.records import to_cells


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


if __name__ == "__main__":
    main()
