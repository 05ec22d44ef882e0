"""How the time to read a list grows with what strangers bring: rows, columns, organizers, values, problems, long cells.

Each is doubled three times. The exponent is that of the last two doublings: 1 is linear, 2 quadratic; the aim is that
none is worse than n log n, which is about 1.1 here. All of it is obviously invented test data.

Run: python -m benchmarks.growth [FACTOR]       FACTOR makes all of them larger, 1 where none is given
"""

import math
import sys
import time
from collections.abc import Callable
from contextlib import suppress

from actionmap.campaign.actions import read_actions
from actionmap.campaign.organizations import Organization
from actionmap.errors import UnreadableListError
from benchmarks.gazetteer import show

HEADER, ROW = "city,country,date,organizers,notes\n", "Lyon,FR,2024-03-02,test,ok\n"
ORGANIZATIONS = [Organization(id=f"test-{number}", name=f"Test group {number}") for number in range(1_000)]
DOUBLINGS, TIMES = 3, 3


def rows(write: Callable[[int], str]) -> Callable[[int], str]:
    """Return a generator of lists of so many rows, written by their number."""
    return lambda n: HEADER + "".join(map(write, range(n)))


GROWING: dict[str, tuple[int, Callable[[int], str]]] = {
    "rows": (5_000, rows(lambda n: ROW)),
    "columns": (100, lambda n: f"city,country,date,{','.join(f'c{at}' for at in range(n))}\n" + ROW * 200),
    "columns of one meaning": (100, lambda n: f"country,date,{','.join(['city'] * n)}\n" + ROW * 200),
    "organizers in a cell": (500, lambda n: HEADER + f"Lyon,FR,2024-03-02,{';'.join(f't{at}' for at in range(n))},\n"),
    "organizers that differ": (4_000, rows(lambda n: f"Lyon,FR,2024-03-02,{n}x;{n}y,\n")),
    "countries that are none": (4_000, rows(lambda n: f"Lyon,Testland{n},2024-03-02,,\n")),
    "dates that differ": (4_000, rows(lambda n: f"Lyon,FR,{n % 28 + 1} März {n},,\n")),
    "places that differ": (4_000, rows(lambda n: f"Testville {n},FR,2024-03-02,,\n")),
    "garbled cells": (4_000, rows(lambda n: f"TÃ©stville {n},FR,2024-03-02,,\n")),
    "problems in a row": (100, lambda n: HEADER + f"Lyon,FR,2024-03-02,{';'.join(['?!'] * n)},\n" * 20),
    "rows that are no entries": (4_000, rows(lambda n: "Total,,,,\n")),
    "quotes that are stray": (4_000, rows(lambda n: '"Lyon\n')),
    "quotes that open again": (2_000, rows(lambda n: 'x","z\n')),
    "blank lines": (200_000, lambda n: HEADER + ROW + "\n" * n),
    "letters of a text": (500_000, lambda n: HEADER + f"Lyon,FR,2024-03-02,,{'é ' * n}\n"),
    "letters of a country": (500_000, lambda n: HEADER + f"Lyon,{'é ' * n},2024-03-02,,\n"),
    "letters after a stray byte": (500_000, lambda n: HEADER + "Ly\udce9on\n" + "a" * n),
}


def seconds(text: str) -> float:
    """Return the processor time that reading a list takes, the least of some; to be refused in words is fine."""
    data, least = text.encode("utf-8", "surrogateescape"), math.inf
    for _ in range(TIMES):
        start = time.process_time()
        with suppress(UnreadableListError):
            read_actions(data, organizations=ORGANIZATIONS)
        least = min(least, time.process_time() - start)
    return least


def main() -> None:
    factor = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    seconds(HEADER + ROW)  # whatever is looked up once
    found = []
    for name, (first, write) in GROWING.items():
        counts = [first * factor << doubling for doubling in range(DOUBLINGS + 1)]
        taken = [seconds(write(count)) for count in counts]
        steps = {f"×{1 << at}, s": f"{second:.3f}" for at, second in enumerate(taken)}
        exponent = math.log2(taken[-1] / taken[-3]) / 2
        found.append({"what": name, "from": f"{counts[0]:,}", **steps, "exponent": f"{exponent:.2f}"})
    show(found)


if __name__ == "__main__":
    main()
