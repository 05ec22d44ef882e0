"""How long visitors wait when many come at once, beside the same points on bare pages of pydeck, folium and Plotly.

Each on a server of its own, and visitors without a browser that speak Streamlit's protocol over its websocket. All come
within the same seconds; each opens the map, changes the country every few seconds, and in our app opens an action,
looks at Global reach and Coverage gaps and leaves. Then 2,000 more arrive within a minute, beside as many live visitors
as are let in: each asks for the page as a browser does first, and is given the live page or the plain site. Last, some
ask for one file again and again over connections that stay open.

The chart is written beside this file.

Run: python -m benchmarks.load [VISITORS …]; folium and Plotly are brought by `uv pip install streamlit-folium plotly`.
"""

import asyncio
import os
import random
import socket
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

import altair as alt
import numpy as np
import psutil
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from actionmap.web.crowd import MOST_VISITORS

ROOT = Path(__file__).parent.parent
CHART = Path(__file__).with_name("load.svg")
VISITORS = (1, 10, 50, 100, 200, 300, 400)
BARE = (50, 200)
"""As many come to each of the bare pages."""
ASKED, CONNECTIONS, SECONDS = ("/site/", "/app/static/map.js", "/actions.csv"), (1, 10, 50), 3.0
"""What is asked for again and again, over how many connections at once, and for how long."""
MAPS = ("pydeck", "folium", "plotly")
ARRIVALS = 2000
CHANGES = 3
AWAY = 150
"""Seconds after the last visitor has left: Streamlit keeps a session for two minutes, should its visitor come back."""
EVERY = 10.0
"""Seconds from one change of a visitor's filter to the next, on average."""
ARRIVAL = 10.0
"""Seconds within which all visitors come."""
COUNTRIES = ("US", "CA", "ZA", "AU", "GB", "FR", "ES", "AR", "MA", "JP")


@contextmanager
def served(
    folder: Path,
    scripts: Sequence[str] = ("server.py", "dashboard.py"),
    *,
    port: int = 0,
    log: Path = Path(os.devnull),
    **variables: str,
) -> Iterator[tuple[int, psutil.Process]]:
    """Serve a checkout with the first of these scripts that it has, and these variables; give its port and process."""
    with socket.socket() as free:
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind(("127.0.0.1", port))
        port = free.getsockname()[1]
    script = next(name for name in scripts if (folder / name).exists())
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    environment = os.environ | {"PYTHONPATH": str(folder)} | variables
    with log.open("ab") as said:
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=said)
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
    """Somebody with a page open: `widgets` are its fields and buttons, by name.

    `said` is what its last run sent, in so many bytes (`received`), and `has_map` whether a map was among it.
    """

    def __init__(self, port: int, connection: ClientConnection) -> None:
        self.widgets: dict[str, str] = {}
        self.said, self.session, self.received, self.has_map = "", "", 0, False
        self._address, self._connection = f"http://127.0.0.1:{port}/_stcore", connection

    async def run(self, page: str = "", *, query: str = "", pressed: str = "", file: str = "") -> float:
        """Ask for a run of a page, perhaps with a button pressed or a file; return the seconds until it is there."""
        asked, start, said = BackMsg(), time.perf_counter(), []
        self.received, self.has_map = 0, False
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
            said += [element.alert.body, element.markdown.body, element.html.body]
            self.received += len(content)
            self.has_map |= element.bidi_component.component_name.endswith("action_map")
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
async def visit(port: int, session: str = "", *, cookie: str = "", source: str = "") -> AsyncIterator[Visitor]:
    """Come without a browser, perhaps to a session that was left, or from an address of one's own, and leave again."""
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    protocols = [Subprotocol(one) for one in ("streamlit", *(("none", session) if session else ()))]
    given: dict[str, Any] = {"additional_headers": {"Cookie": cookie}} if cookie else {}
    given |= {"local_addr": (source, 0)} if source else {}
    async with connect(address, subprotocols=protocols, max_size=None, **given) as connection:
        yield Visitor(port, connection)


Waits = dict[str, list[float]]
"""What visitors did, and the seconds they waited for it each time."""


async def look(port: int, waits: Waits, further: Sequence[tuple[str, str, str]]) -> None:
    """Come at some moment, open the page, change its filter, and look further: at what, its page and its query."""
    await asyncio.sleep(random.uniform(0, ARRIVAL))
    start = time.perf_counter()
    async with visit(port) as visitor:
        await visitor.run()
        waits["opening"].append(time.perf_counter() - start)
        changes = [("filter change", "", f"country={random.choice(COUNTRIES)}") for _ in range(CHANGES)]
        for what, page, query in (*changes, *further):
            await asyncio.sleep(random.uniform(0, 2 * EVERY))
            waits[what].append(await visitor.run(page, query=query))


FURTHER = (("action", "", "action=at-vienna"), ("Global reach", "reach", ""), ("Coverage gaps", "coverage", ""))


async def load(port: int, visitors: int, further: Sequence[tuple[str, str, str]] = ()) -> tuple[Waits, int]:
    """Return how long visitors waited, and how many were cut off."""
    waits: Waits = defaultdict(list)
    coming = (look(port, waits, further) for _ in range(visitors))
    ends = await asyncio.gather(*coming, return_exceptions=True)
    return waits, sum(isinstance(end, BaseException) for end in ends)


def measure(
    name: str, port: int, server: psutil.Process, visitors: int, further: Sequence[tuple[str, str, str]]
) -> dict[str, object]:
    """Print a row: what visitors waited, what a run cost, what a session takes in memory; return it for the chart."""
    random.seed(visitors)
    before, memory = sum(server.cpu_times()[:2]), server.memory_info().rss
    seconds = time.perf_counter()
    waits, cut_off = asyncio.run(load(port, visitors, further))
    seconds = time.perf_counter() - seconds
    runs = sum(map(len, waits.values()))
    processor = (sum(server.cpu_times()[:2]) - before) / max(runs, 1)
    cells = [" / ".join(f"{at:.2f}" for at in np.percentile(times, (50, 95, 99))) for times in waits.values()]
    session = (server.memory_info().rss - memory) / visitors / 1e6
    figures = (f"{runs / seconds:.1f}", cut_off, f"{processor:.3f}", f"{session:.2f}")
    print("|", *(f"{cell} |" for cell in (name, visitors, *cells, *[""] * (5 - len(cells)), *figures)), flush=True)
    return {"page": name, "visitors": visitors, "seconds": float(np.percentile(waits["filter change"], 95))}


def draw(points: list[dict[str, object]]) -> None:
    """Write the chart: the wait that nineteen of twenty filter changes stay below, by how many visitors are there."""
    chart = alt.Chart(alt.Data(values=points), width=420, height=220, title="Filter change, p95").mark_line(point=True)
    chart.encode(
        alt.X("visitors:Q").scale(type="log").title("visitors at once").axis(values=[1, 10, 50, 100, 200, 400]),
        alt.Y("seconds:Q").scale(type="log").title("seconds").axis(values=[0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30]),
        alt.Color("page:N").title(None),
    ).save(CHART)


async def ask_again(port: int, path: str, until: float) -> int:
    """Ask for a file over one connection until the time has come; return how often it was answered."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**20)
    answers = 0
    while time.perf_counter() < until:
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: br\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        await reader.readexactly(int(head.split(b"content-length:")[1].split(b"\r\n")[0]))
        answers += 1
    writer.close()
    return answers


async def still_answers(port: int) -> None:
    """Print how many answers a second the server gives that it does not make anew."""
    print(f"\n| answers a second, over connections | {' | '.join(map(str, CONNECTIONS))} |\n|---|---|---|---|")
    for path in ASKED:
        figures = []
        for connections in CONNECTIONS:
            until = time.perf_counter() + SECONDS
            answers = await asyncio.gather(*(ask_again(port, path, until) for _ in range(connections)))
            figures.append(f"{sum(answers) / SECONDS:,.0f}")
        print(f"| `{path}` | {' | '.join(figures)} |")


async def arrive(port: int, waits: list[float], sites: list[bool]) -> None:
    """Ask for the page as a browser does first; go where it sends."""
    await asyncio.sleep(random.uniform(0, 60))
    start = time.perf_counter()
    answer = await asyncio.to_thread(urlopen, f"http://127.0.0.1:{port}/?country=ZA")
    answer.read()
    waits.append(time.perf_counter() - start)
    sites.append("/site/" in answer.url)


async def crowd(port: int, inside: int) -> None:
    """Let many arrive while as many as are let in are inside; print what both waited."""
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(64))
    arrivals: list[float] = []
    sites: list[bool] = []
    (waits, cut_off), *_ = await asyncio.gather(
        load(port, inside), *(arrive(port, arrivals, sites) for _ in range(ARRIVALS))
    )
    p50, p95, p99 = np.percentile(arrivals, (50, 95, 99))
    print(
        f"\n{len(arrivals)} arrivals in a minute: {p50:.3f} / {p95:.3f} / {p99:.3f} s, longest {max(arrivals):.2f} s;"
    )
    change = np.percentile(waits["filter change"], 95)
    print(f"{sum(sites)} to the site. {inside} inside: filter change p95 {change:.2f} s, {cut_off} cut off.")


def main() -> None:
    """Print the table."""
    visitors = [int(number) for number in sys.argv[1:]] or VISITORS
    print(f"Seconds are p50 / p95 / p99. Load of the machine before: {os.getloadavg()[0]:.1f}\n")
    points = []
    kinds = ("opening", "filter change", *(what for what, *_ in FURTHER))
    print(f"| | visitors | {' | '.join(kinds)} | runs a second | cut off | processor a run, s | memory a session, MB |")
    print("|---" * (len(kinds) + 6) + "|")
    with served(ROOT, ACTIONMAP_MOST_VISITORS="100000") as (port, server):
        asyncio.run(load(port, 1, FURTHER))  # who comes first waits for everything to be loaded
        quiet = server.memory_info().rss
        for number in visitors:
            points.append(measure("Action Map", port, server, number, FURTHER))
        print(f"\nMemory before all of them {quiet / 1e6:.0f} MB", end=", ")
        time.sleep(AWAY)
        print(f"{AWAY} s after the last has left {server.memory_info().rss / 1e6:.0f} MB.\n")
    for drawn in MAPS:
        with served(ROOT, ["benchmarks/bare.py"], BARE_MAP=drawn) as (port, server):
            asyncio.run(load(port, 1))
            for number in BARE:
                points.append(measure(f"bare page, {drawn}", port, server, number, ()))
    draw(points)
    with served(ROOT) as (port, _):
        asyncio.run(load(port, 1))
        asyncio.run(crowd(port, MOST_VISITORS))
        asyncio.run(still_answers(port))
    print(f"Load of the machine after: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
