"""How much of lists as people write them comes out as it was meant.

All cases are those of tests/lists: right, said (absent, with a word) or wrong; a list is partly right where nothing is
wrong in it.

Run: python -m benchmarks.lists [--cases]       --cases prints every case that does not pass, and why
"""

import argparse
from collections import Counter, defaultdict

from benchmarks.gazetteer import show
from tests.list_cases import Case, Outcome, cases, rows_of, verdict

NAMES = {"right": "passes", "said": "partly", "wrong": "fails"}


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


if __name__ == "__main__":
    main()
