"""An hour of visitors who come, bring good and bad lists, and leave: what the server holds must not grow.

Run: python -m benchmarks.churn [MINUTES]
"""

import asyncio
import random
import sys
import time

import psutil

from benchmarks.load import COUNTRIES, ROOT, served, visit
from benchmarks.own_lists import HEADER, HOSTILE, large_list

MINUTES = 60
EVERY = 2.0
"""Seconds from one visitor to the next, on average."""
STAYS = 20.0
"""Seconds that a visitor stays, on average."""


async def come_and_go(port: int, chance: random.Random, content: bytes) -> None:
    """Look at the map, bring a list, see it on the map, and leave in the middle of something."""
    async with visit(port) as visitor:
        await visitor.run(query=f"country={chance.choice(COUNTRIES)}")
        await visitor.bring(f"list-{chance.random()}.csv", content)
        await asyncio.sleep(chance.expovariate(1 / STAYS))
        leaving = asyncio.create_task(visitor.run("", query="q=test"))
        await asyncio.sleep(chance.uniform(0, 0.1))
        leaving.cancel()


def held(server: psutil.Process) -> str:
    """Return what a server holds, and how many workers it has, as cells of a table."""
    children = server.children(recursive=True)
    memory = server.memory_info().rss  # that of its workers ends with them
    return f"{memory / 1e6:.0f} | {server.num_threads()} | {server.num_fds()} | {len(children)}"


async def churn(port: int, server: psutil.Process, minutes: int) -> None:
    """Let visitors come and go; print what the server holds, minute by minute."""
    chance = random.Random(1)
    lists = [HEADER + b"Lyon,FR,2031-05-02,Test\n", large_list(chance)[:500_000], *HOSTILE.values()]
    weights = [30, 3, *[1] * len(HOSTILE)]
    print("| minute | visitors so far | memory, MB | threads | open files | workers |\n|---|---|---|---|---|---|")
    visitors: set[asyncio.Task[None]] = set()
    came, start = 0, time.monotonic()
    for minute in range(minutes + 1):
        while time.monotonic() < start + 60 * minute:
            visitors.add(asyncio.create_task(come_and_go(port, chance, *chance.choices(lists, weights))))
            came += 1
            visitors = {one for one in visitors if not one.done()}
            await asyncio.sleep(chance.expovariate(1 / EVERY))
        print(f"| {minute} | {came} | {held(server)} |", flush=True)
    await asyncio.gather(*visitors, return_exceptions=True)
    await asyncio.sleep(60)
    print(f"| a minute after the last | {came} | {held(server)} |")


def main() -> None:
    """Print the table."""
    with served(ROOT) as (port, server):
        asyncio.run(churn(port, server, int(sys.argv[1]) if len(sys.argv) > 1 else MINUTES))


if __name__ == "__main__":
    main()
