"""How long visitors wait when many come at once: the map page opened, then its filter changed again and again.

The app on a server of its own, and visitors without a browser that speak Streamlit's protocol over its websocket. All
come within the same seconds, and each changes the country at a moment of its own every few seconds.

Run: python -m benchmarks.load [VISITORS [SERVER_FOLDER]], the folder that of another checkout to compare with.
"""

import asyncio
import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import numpy as np
import psutil
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

ROOT = Path(__file__).parent.parent
VISITORS = 50
CHANGES = 3
EVERY = 10.0
"""Seconds from one change of a visitor's filter to the next, on average."""
ARRIVAL = 10.0
"""Seconds within which all visitors come."""
COUNTRIES = ("US", "CA", "ZA", "AU", "GB", "FR", "ES", "AR", "MA", "JP")


@contextmanager
def served(folder: Path) -> Iterator[tuple[int, psutil.Process]]:
    """Serve a checkout as `make run` does; give its port and process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    script = next(name for name in ("server.py", "dashboard.py") if (folder / name).exists())
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    quiet = subprocess.DEVNULL
    environment = os.environ | {"PYTHONPATH": str(folder)}
    server = subprocess.Popen(command, cwd=folder, env=environment, stdout=quiet, stderr=quiet)
    try:
        while True:
            try:
                urlopen(f"http://127.0.0.1:{port}/_stcore/health").close()
                break
            except URLError:
                time.sleep(0.05)
        yield port, psutil.Process(server.pid)
    finally:
        server.terminate()
        server.wait()


async def rerun(visitor: ClientConnection, query: str) -> float:
    """Ask for a run of the page with a query, and return the seconds until it is there whole."""
    asked = BackMsg()
    asked.rerun_script.query_string = query
    start = time.perf_counter()
    await visitor.send(asked.SerializeToString())
    async for content in visitor:
        message = ForwardMsg.FromString(content) if isinstance(content, bytes) else ForwardMsg()
        if message.WhichOneof("type") == "script_finished":
            return time.perf_counter() - start
    raise ConnectionError("the server has hung up")


async def visit(port: int, openings: list[float], changes: list[float]) -> None:
    """Come at some moment, open the map page and change its filter."""
    await asyncio.sleep(random.uniform(0, ARRIVAL))
    start = time.perf_counter()
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    async with connect(address, subprotocols=[Subprotocol("streamlit")], max_size=None) as visitor:
        await rerun(visitor, "")
        openings.append(time.perf_counter() - start)
        for _ in range(CHANGES):
            await asyncio.sleep(random.uniform(0, 2 * EVERY))
            changes.append(await rerun(visitor, f"country={random.choice(COUNTRIES)}"))


async def load(port: int, visitors: int) -> tuple[list[float], list[float]]:
    """Return how long visitors waited for the page and for their changes."""
    openings: list[float] = []
    changes: list[float] = []
    await asyncio.gather(*(visit(port, openings, changes) for _ in range(visitors)))
    return openings, changes


def main() -> None:
    """Print what visitors waited and what a run of the page cost."""
    visitors = int(sys.argv[1]) if len(sys.argv) > 1 else VISITORS
    random.seed(visitors)
    with served(Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT) as (port, server):
        asyncio.run(load(port, 1))  # who comes first waits for everything to be loaded
        before = sum(server.cpu_times()[:2])
        waited = asyncio.run(load(port, visitors))
        processor = sum(server.cpu_times()[:2]) - before
    for name, seconds in zip(("opening", "filter change"), waited, strict=True):
        p50, p95 = np.percentile(seconds, (50, 95))
        print(f"{visitors} visitors, {name}: p50 {p50:.2f} s, p95 {p95:.2f} s")
    print(f"processor for a run of the page: {processor / sum(map(len, waited)):.3f} s")


if __name__ == "__main__":
    main()
