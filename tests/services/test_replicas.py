"""Two replicas behind a real nginx with the configuration that is shipped."""

import asyncio
import http.client
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Subprotocol

from tests.browser.conftest import ROOT, free_port, serve
from tests.services.test_server import TOKEN, Answer
from tests.shipped_list import LISTED

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


@contextmanager
def before(replicas: list[str], folder: Path, **otherwise: str) -> Iterator[str]:
    """Run nginx before these servers, with some values written otherwise; give its address."""
    if not NGINX:
        pytest.fail("These tests need nginx: `make test` installs it (Debian: apt install nginx-light).")
    port = free_port()
    named = "\n".join(f"server {urlsplit(one).netloc} max_fails=1 fail_timeout=5s;" for one in replicas)
    text = (ROOT / "deploy" / "nginx.conf").read_text()
    for written, here in {
        "server app:8501 max_fails=1 fail_timeout=5s;": named,
        "listen 8080;": f"listen 127.0.0.1:{port};",
        "/tmp/": f"{folder}/",
        "/dev/stdout": f"{folder}/access.log",
        **{f"{name}=": f"{name}={value}\n#" for name, value in otherwise.items()},
    }.items():
        assert written in text
        text = text.replace(written, here)
    (folder / "nginx.conf").write_text(text)
    command = [NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", "daemon off;"]
    folder.chmod(0o777)
    with (folder / "nginx.log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        site = f"http://127.0.0.1:{port}"
        for _ in range(100):
            try:
                Answer(site, "/_stcore/health")
                break
            except OSError:
                time.sleep(0.1)
        yield site
    finally:
        server.terminate()
        server.wait()


@pytest.fixture
def behind(tmp_path: Path) -> Iterator[tuple[str, dict[str, ExitStack]]]:
    """The address of nginx, and each replica's address with what ends it."""
    with ExitStack() as stack:
        replicas: dict[str, ExitStack] = {}
        for name in ("first", "second"):
            (tmp_path / name).mkdir()
            own = stack.enter_context(ExitStack())
            environment = {"ACTIONMAP_CAMPAIGN": "", "ACTIONMAP_METRICS_TOKEN": TOKEN}
            replicas[own.enter_context(serve(tmp_path / name, environment))] = own
        (tmp_path / "nginx").mkdir()
        yield stack.enter_context(before(list(replicas), tmp_path / "nginx")), replicas


async def view(site: str, cookie: str, *, until_closed: bool = False) -> str:
    """Open the map of France over a websocket as a browser does; return what its page says of how many are shown."""
    address = f"{site.replace('http', 'ws')}/_stcore/stream"
    asked = BackMsg()
    asked.rerun_script.query_string = "country=FR"
    said = ""
    async with connect(
        address, subprotocols=[Subprotocol("streamlit")], max_size=None, additional_headers={"Cookie": cookie}
    ) as visitor:
        await visitor.send(asked.SerializeToString())
        async for content in visitor:
            message = ForwardMsg.FromString(content if isinstance(content, bytes) else b"")
            if f"of {LISTED} actions" in (body := message.delta.new_element.html.body):
                said = body
            if message.WhichOneof("type") == "script_finished" and not until_closed:
                break
    return said


def live(replica: str) -> int:
    """Return how many visitors a replica has."""
    counted = Answer(replica, "/metrics", authorization=f"Bearer {TOKEN}").content.decode()
    return int(next(line.split()[-1] for line in counted.splitlines() if line.startswith("actionmap_live")))


def test_a_visitor_stays_with_one_replica_and_goes_to_another_when_it_ends(
    behind: tuple[str, dict[str, ExitStack]],
) -> None:
    site, replicas = behind

    async def journey() -> tuple[list[int], str]:
        cookie = "replica=0123456789abcdef"
        visits = [asyncio.create_task(view(site, cookie, until_closed=True)) for _ in range(4)]
        for _ in range(100):
            spread = [await asyncio.to_thread(live, replica) for replica in replicas]
            if sum(spread) == len(visits):
                break
            await asyncio.sleep(0.1)
        await asyncio.to_thread(replicas[list(replicas)[spread.index(max(spread))]].close)
        ended = await asyncio.gather(*visits, return_exceptions=True)
        assert all(isinstance(one, str | ConnectionClosed) for one in ended)
        for _ in range(20):  # as a browser does, once a second
            try:
                return spread, await view(site, cookie)
            except (OSError, ConnectionClosed, InvalidStatus):
                await asyncio.sleep(1)
        raise AssertionError("the other replica has not taken the visitor")

    spread, seen = asyncio.run(journey())
    assert sorted(spread) == [0, 4], "one visitor is on both replicas"
    assert f"3 of {LISTED} actions" in seen


def test_what_the_server_says_comes_through_and_too_much_does_not(behind: tuple[str, dict[str, ExitStack]]) -> None:
    site, _ = behind
    answer = Answer(site, "/?country=FR")
    assert f"3 of {LISTED} actions".encode() in answer.content
    assert "content-security-policy" in answer.headers
    assert answer.headers["set-cookie"].startswith("replica=")
    assert "nginx/" not in answer.headers["server"]
    connection = http.client.HTTPConnection(urlsplit(site).netloc, timeout=30)
    connection.request("POST", "/_stcore/upload_file/x/y", headers={"Content-Length": str(12_000_000)})
    assert connection.getresponse().status == 413
    connection.close()


def test_who_asks_without_end_is_asked_to_wait(behind: tuple[str, dict[str, ExitStack]], tmp_path: Path) -> None:
    (tmp_path / "limited").mkdir()
    with before(list(behind[1]), tmp_path / "limited", rate="1r/s;", burst="5 nodelay;") as site:
        assert {Answer(site, "/app/static/first.css").status for _ in range(40)} == {200, 429}
