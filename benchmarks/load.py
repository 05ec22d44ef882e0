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
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

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
def served(
    folder: Path, scripts: Sequence[str] = ("server.py", "dashboard.py")
) -> Iterator[tuple[int, psutil.Process]]:
    """Serve a checkout with the first of these scripts that it has; give its port and process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    script = next(name for name in scripts if (folder / name).exists())
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


class Visitor:
    """Somebody with a page open: `widgets` are its fields and buttons, by name, `said` is what its last run sent."""

    def __init__(self, port: int, connection: ClientConnection) -> None:
        self.widgets: dict[str, str] = {}
        self.said, self.session = "", ""
        self._address, self._connection = f"http://127.0.0.1:{port}/_stcore", connection

    async def run(self, page: str = "", *, query: str = "", pressed: str = "", file: str = "") -> float:
        """Ask for a run of a page, perhaps with a button pressed or a file; return the seconds until it is there."""
        asked, start, said = BackMsg(), time.perf_counter(), []
        asked.rerun_script.page_name, asked.rerun_script.query_string = page, query
        states = asked.rerun_script.widget_states.widgets
        if pressed:
            states.add(id=self.widgets[pressed], trigger_value=True)
        if file:
            field = states.add(id=self.widgets["own-file"]).file_uploader_state_value
            field.uploaded_file_info.add(file_id=file, name=file, size=1)
        await self._connection.send(asked.SerializeToString())
        async for content in self._connection:
            message = ForwardMsg.FromString(content) if isinstance(content, bytes) else ForwardMsg()
            self.session = message.new_session.initialize.session_id or self.session
            element = message.delta.new_element
            self.widgets |= {
                element.button.label: element.button.id,
                element.file_uploader.id[-8:]: element.file_uploader.id,
            }
            said += [element.alert.body, element.markdown.body]
            if message.WhichOneof("type") == "script_finished":
                self.said = " ".join(filter(None, said))
                return time.perf_counter() - start
        raise ConnectionError("the server has hung up")

    async def upload(self, name: str, content: bytes) -> None:
        """Send a file, which no widget names yet."""
        token = urlopen(f"{self._address}/health").headers["Set-Cookie"].split(";")[0]
        head = f'--end\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
        headers = {
            "Content-Type": "multipart/form-data; boundary=end",
            "Cookie": token,
            "X-Xsrftoken": token.split("=", 1)[1],
        }
        address = f"{self._address}/upload_file/{self.session}/{name}"
        body = head.encode() + content + b"\r\n--end--\r\n"
        await asyncio.to_thread(urlopen, Request(address, body, headers, method="PUT"))

    async def bring(self, name: str, content: bytes) -> float:
        """Bring an own list; return the seconds from the file's arrival to the page's end."""
        await self.run("your_list")
        await self.upload(name, content)
        return await self.run("your_list", file=name)


@asynccontextmanager
async def visit(port: int, session: str = "") -> AsyncIterator[Visitor]:
    """Come without a browser, perhaps to a session that was left, and leave again."""
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    protocols = [Subprotocol(one) for one in ("streamlit", *(("none", session) if session else ()))]
    async with connect(address, subprotocols=protocols, max_size=None) as connection:
        yield Visitor(port, connection)


async def look(port: int, openings: list[float], changes: list[float]) -> None:
    """Come at some moment, open the map page and change its filter."""
    await asyncio.sleep(random.uniform(0, ARRIVAL))
    start = time.perf_counter()
    async with visit(port) as visitor:
        await visitor.run()
        openings.append(time.perf_counter() - start)
        for _ in range(CHANGES):
            await asyncio.sleep(random.uniform(0, 2 * EVERY))
            changes.append(await visitor.run(query=f"country={random.choice(COUNTRIES)}"))


async def load(port: int, visitors: int) -> tuple[list[float], list[float]]:
    """Return how long visitors waited for the page and for their changes."""
    openings: list[float] = []
    changes: list[float] = []
    await asyncio.gather(*(look(port, openings, changes) for _ in range(visitors)))
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
