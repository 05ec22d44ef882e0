"""How much of lists as people write them comes out as it was meant; how often a pin is wrong, and sure of itself.

All cases are those of tests/lists: right, said (absent, with a word) or wrong; a list is partly right where nothing is
wrong in it. The two samples are read as columns and as "Town, Region" and "Town, Region, Country" in one cell.

Run: python -m benchmarks.lists [--cases]       --cases prints every case that does not pass, and why
"""

import argparse
import csv
import io
from collections import Counter, defaultdict

from geopy.distance import great_circle

from benchmarks.gazetteer import show
from tests.list_cases import Case, Outcome, cases, rows_of, verdict
from tests.lists_as_written import TOWNS, Entry, country_name, read_list

NAMES = {"right": "passes", "said": "partly", "wrong": "fails"}
SAMPLES = {"geocoding_sample_us.csv": 25.0, "geocoding_sample_world.csv": 75.0}
"""Places with independent coordinates, and within how many kilometres an answer is right."""
FORMS = ("columns", "Town, Region", "Town, Region, Country")


def judged() -> list[tuple[Case, list[Outcome]]]:
    return [(case, case.judge()) for case in cases()]


def totals(found: list[tuple[Case, list[Outcome]]]) -> list[dict[str, str | float]]:
    """Count by table and, for whole lists, by whether they are of the 47 given ones."""
    given = {row["file"] for row in rows_of("cases.csv")}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for case, outcomes in found:
        table = case.table
        if table == "lists":
            table = "lists, given" if any(name.startswith(case.name) for name in given) else "lists, our own"
        counts[table][NAMES[verdict(outcomes)]] += 1
    rows = [*counts.items(), ("all", sum(counts.values(), Counter()))]
    return [{"table": name, **{word: str(count[word]) for word in NAMES.values()}} for name, count in rows]


def written_as(form: str, row: dict[str, str]) -> tuple[str, str, str]:
    """Write a place of a sample in columns (town, region, country) or in one cell."""
    region = row["region"].strip()
    if form == "columns":
        return row["locality"], region, row["country"]
    parts = [row["locality"], region, country_name(row["country"]) if form.endswith("Country") else ""]
    return ", ".join(filter(None, parts)), "", row["country"]


def accuracy(name: str, form: str) -> dict[str, str | float]:
    """Compare a sample's pins with independent coordinates."""
    rows = rows_of(name)
    file = io.StringIO()
    lines = [("2024-03-02", *written_as(form, row)) for row in rows]
    csv.writer(file).writerows([("date", "city", "state", "country"), *lines])
    listed = read_list(file.getvalue().encode(), name)
    answered: list[tuple[dict[str, str], Entry]] = [
        (row, entries[0])
        for number, row in enumerate(rows, 2)
        if (entries := listed.rows.get(number)) and entries[0].pin.precision in TOWNS
    ]
    wrong = [
        entry
        for row, entry in answered
        if great_circle(entry.pin.point, (row["latitude"], row["longitude"])).km > SAMPLES[name]
    ]
    sure = sum(entry.pin.sure for entry in wrong)
    return {
        "sample": name.split("_")[2].removesuffix(".csv"),
        "written as": form,
        "places": str(len(rows)),
        "answered": f"{len(answered) / len(rows):.1%}",
        "of these right": f"{1 - len(wrong) / max(len(answered), 1):.1%}",
        "wrong": str(len(wrong)),
        "wrong and sure": f"{sure} ({sure / len(rows) * 1000:.1f} in 1,000)",
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", action="store_true", help="print every case that does not pass, and why")
    found = judged()
    if parser.parse_args().cases:
        for case, outcomes in found:
            if verdict(outcomes) != "right":
                print(f"{NAMES[verdict(outcomes)]}  {case.table} · {case.kind} · {case.name}")
                for one in outcomes:
                    if one.verdict != "right":
                        print(f"        {one.verdict}: {one.what}; came: {one.came}")
        print()
    show(totals(found))
    print()
    show([accuracy(name, form) for name in SAMPLES for form in FORMS])


if __name__ == "__main__":
    main()
