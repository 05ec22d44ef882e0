"""The server itself: whom it lets in, and how it takes a hard place to live in, damage, and its own end."""

import ctypes
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import psutil
import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from tests.shipped_list import LISTED

ROOT = Path(__file__).parents[2]
SERVED = (".streamlit", "Makefile", "actionmap", "dashboard.py", "data", "geocode_cache", "pages", "static")
STREAMLIT = (sys.executable, "-m", "streamlit", "run", "dashboard.py")
NO_UTF8 = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
MAKE = ("make", "--assume-old=.venv/run")
_STARTS_WITHIN = 120  # s
_DROP_CAPABILITY, _OVERRIDES_PERMISSIONS = 24, (1, 2)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("localhost", 0))
        return int(free.getsockname()[1])


def obey_permissions() -> None:
    """Let not even root write what is write-protected."""
    for capability in _OVERRIDES_PERMISSIONS:
        ctypes.CDLL(None).prctl(_DROP_CAPABILITY, capability, 0, 0, 0)


@contextmanager
def running(
    command: Sequence[str], log: Path, health: str, environment: Mapping[str, str] | None = None, folder: Path = ROOT
) -> Iterator["subprocess.Popen[bytes]"]:
    """Run a server until the block ends, in a process group of its own."""
    with log.open("wb") as file:
        server = subprocess.Popen(
            command,
            cwd=folder,
            env=os.environ | (environment or {}),
            stdout=file,
            stderr=file,
            start_new_session=True,
            preexec_fn=obey_permissions,
        )
    try:
        wait_for(health, server, log)
        yield server
    finally:
        with suppress(ProcessLookupError):  # a test has ended it
            os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def wait_for(health: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < until and server.poll() is None:
        with suppress(URLError, ConnectionError), urlopen(health) as answer:
            assert answer.read() == b"ok"
            return
        time.sleep(0.1)
    pytest.fail(f"The server did not start:\n{log.read_text(encoding='utf-8', errors='replace')}")


def page(port: int, name: str = "", *, host: str = "localhost", at: str = "localhost", under: str = "") -> str:
    """Open a page as a browser does that knows the server by some name; return all that is sent to be shown."""
    asked = BackMsg()
    asked.rerun_script.page_name = name
    address = f"ws://{host}:{port}{under}/_stcore/stream"
    origin, protocols = Origin(f"http://{host}:{port}"), [Subprotocol("streamlit")]
    received = []
    there, whole = (at, port), {"max_size": None, "proxy": None}
    with connect(address, address=there, origin=origin, subprotocols=protocols, **whole) as visitor:
        visitor.send(asked.SerializeToString())
        for content in visitor:
            assert isinstance(content, bytes)
            message = ForwardMsg.FromString(content)
            if message.WhichOneof("type") != "new_session":  # in which Streamlit sends its script's path
                received.append(str(message))
            if message.WhichOneof("type") == "script_finished":
                break
    return "\n".join(received)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of what is served, in a folder whose name not every program can write."""
    folder = tmp_path / "a map – карта 地図"
    folder.mkdir()
    for name in SERVED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder)
    return folder


def every(folder: Path) -> list[Path]:
    """Return everything in a folder, without what is linked from elsewhere."""
    return [path for path in folder.rglob("*") if ".venv" not in path.parts]


def test_the_local_server_answers_under_names_of_this_machine_alone(tmp_path: Path) -> None:
    port = free_port()
    command = [*MAKE, "local", f"PORT={port}"]
    with running(command, tmp_path / "log", f"http://localhost:{port}/_stcore/health"):
        for host in ("localhost", "127.0.0.1", "[::1]"):
            assert "written into `geocode_cache/geocodes.csv` at once" in page(port, "pins", host=host)
        for host in ("rebound.example", "localhost.rebound.example", "192.0.2.1"):
            with pytest.raises(InvalidStatus) as refused:
                page(port, "pins", host=host)
            assert refused.value.response.status_code == 403


def test_however_a_local_server_was_started_a_rebound_page_is_a_visitors(tmp_path: Path) -> None:
    port = free_port()
    command = [*STREAMLIT, f"--server.port={port}", "--server.address=localhost"]
    with running(command, tmp_path / "log", f"http://localhost:{port}/_stcore/health", {"ACTIONMAP_LOCAL": "1"}):
        assert "written into `geocode_cache/geocodes.csv` at once" in page(port, "pins")
        assert "What you correct changes nothing on this server" in page(port, "pins", host="rebound.example")
        with urlopen(f"http://localhost:{port}/_stcore/host-config") as answer:
            assert json.load(answer)["allowedOrigins"] == []


def test_a_write_protected_folder_of_any_name_without_home_or_utf8_is_served_at_any_address(
    copied: Path, tmp_path: Path
) -> None:
    (copied / ".venv").symlink_to(ROOT / ".venv")
    for path in [*every(copied), copied]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        port = free_port()
        environment = NO_UTF8 | {"HOME": "/nonexistent", "PYTHONDONTWRITEBYTECODE": "", "XDG_CACHE_HOME": ""}
        server = f".venv/bin/streamlit run dashboard.py --server.port={port} --server.address=::1"
        command = [*MAKE, "run", f"STREAMLIT={server} --server.baseUrlPath=/under/this"]
        health = f"http://[::1]:{port}/under/this/_stcore/health"
        with running(command, tmp_path / "log", health, environment, copied):
            for name in ("", "reach", "coverage", "your_list", "pins", "about"):
                shown = page(port, name, host="[::1]", at="::1", under="/under/this")
                assert name == "your_list" or f"{LISTED} actions" in shown  # which is about another list
                assert "exception" not in shown
            with urlopen(f"http://[::1]:{port}/under/this/app/static/countries.json") as answer:
                assert answer.status == 200
        log = (tmp_path / "log").read_text(encoding="utf-8", errors="replace")
        assert "Traceback" not in log
    finally:
        copied.chmod(0o755)
        for path in every(copied):
            path.chmod(0o755)


def test_without_a_whole_basemap_all_else_is_shown_and_what_is_missing_is_said(copied: Path, tmp_path: Path) -> None:
    countries = copied / "static" / "countries.json"
    countries.write_bytes(countries.read_bytes()[:-1000])
    shutil.rmtree(copied / "static" / "land")
    port = free_port()
    command = [*STREAMLIT, f"--server.port={port}"]
    with running(command, tmp_path / "log", f"http://localhost:{port}/_stcore/health", folder=copied):
        assert f"{LISTED} of {LISTED} actions" in page(port)
        for name in ("reach", "coverage"):
            shown = page(port, name)
            assert f"{LISTED} of {LISTED} actions" in shown
            assert "exception" not in shown
            assert str(tmp_path) not in shown
        assert "is missing or damaged" in page(port, "coverage").replace("\\", "")
    for arguments in (["export", "--format", "pdf"], ["publish", str(tmp_path / "site")]):
        done = subprocess.run(
            [sys.executable, "-m", "actionmap", *arguments], cwd=copied, capture_output=True, text=True, check=False
        )
        assert done.returncode == 1
        assert "The basemap's land is missing or damaged." in done.stderr
        assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()


def test_files_of_any_name_are_read_and_written_without_utf8_too(tmp_path: Path) -> None:
    (tmp_path / "liste – 地図.csv").write_text("country,city,date\nJP,東京,2031-01-02\n", encoding="utf-8")
    command = [sys.executable, "-m", "actionmap", "geocode", "liste – 地図.csv", "-o", "mit Nadeln – карта.csv"]
    ours = {"PYTHONPATH": str(ROOT), "ACTIONMAP_GEOCODE_CACHE": str(tmp_path / "pins.csv")}
    environment = os.environ | NO_UTF8 | ours
    for _ in range(2):
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
        assert (done.returncode, done.stdout) == (0, b"")
        assert b"1 of 1 row with a pin." in done.stderr
    assert "Tokyo" in (tmp_path / "mit Nadeln – карта.csv").read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["liste – 地図.csv", "mit Nadeln – карта.csv"]


@pytest.mark.parametrize("table", ["names", "places", "areas", "area_names"])
def test_without_a_whole_gazetteer_every_command_says_so(copied: Path, table: str) -> None:
    path = copied / "data" / "gazetteer" / f"{table}.parquet"
    path.write_bytes(path.read_bytes()[:-1000])
    for arguments in (["export"], ["geocode", "data/actions.csv"]):
        done = subprocess.run(
            [sys.executable, "-m", "actionmap", *arguments], cwd=copied, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout) == (1, "")
        assert "The gazetteer's tables are missing or damaged." in done.stderr
        assert "Traceback" not in done.stderr


def test_a_server_without_a_gazetteer_says_so_and_no_path_of_its_machine(copied: Path, tmp_path: Path) -> None:
    shutil.rmtree(copied / "data" / "gazetteer")
    port = free_port()
    command = [*STREAMLIT, f"--server.port={port}"]
    with running(command, tmp_path / "log", f"http://localhost:{port}/_stcore/health", folder=copied):
        shown = page(port).replace("\\", "")
        assert "The gazetteer's tables are missing or damaged." in shown
        assert str(tmp_path) not in shown
        assert "exception" not in shown


def test_a_server_that_is_killed_comes_back_by_itself_until_it_is_ended(tmp_path: Path) -> None:
    port = free_port()
    health = f"http://localhost:{port}/_stcore/health"
    with running([*MAKE, "serve", f"PORT={port}"], tmp_path / "log", health) as make:
        for _ in range(2):
            [server] = [one for one in psutil.Process(make.pid).children(recursive=True) if "run" in one.cmdline()]
            server.kill()
            server.wait()
            wait_for(health, make, tmp_path / "log")
        everything = psutil.Process(make.pid).children(recursive=True)
        make.terminate()
        make.wait()
        psutil.wait_procs(everything)
    assert not [one for one in everything if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]
