"""What the journeys share: a server, real Chromium, and visitors."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from scripts.install_browser import find_browser
from tests.browser.screen import Screen, Sight, new_profile

ROOT = Path(__file__).parents[2]
_STARTS_WITHIN = 120  # s

Visit = Callable[..., Screen]


@dataclass(frozen=True)
class Workbench:
    """A server whose campaign a test writes for itself."""

    site: str
    folder: Path
    cache: Path

    def write(self, files: Mapping[str, str], *, pins: str = "") -> None:
        """Make these the campaign's files, and the only ones; `pins` is the content of the geocode cache.

        Where they are already, the server need not read them again.
        """
        there = {path.name: path.read_text(encoding="utf-8") for path in self.folder.glob("*")}
        if there == files and self.cache.read_text(encoding="utf-8") == pins:
            return
        self.cache.write_text(pins, encoding="utf-8")
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        for name, text in files.items():
            (self.folder / name).write_text(text, encoding="utf-8")


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all journeys."""
    path = find_browser()
    if not path:
        pytest.fail(
            "The browser tests need Chromium: `make test` installs it; or name one with CHROMIUM=/path/to/chromium."
        )
    with sync_playwright() as playwright:
        arguments = [
            *("--no-sandbox", "--disable-background-networking"),
            # Only WebGL is drawn by its software; the rest of the page would take twice as long that way.
            "--use-angle=swiftshader-webgl",
            # Other hosts are out of reach. (To intercept requests would switch the browser's own cache off.)
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
        ]
        chromium = playwright.chromium.launch(executable_path=path, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of the shipped campaign."""
    with serve(tmp_path_factory.mktemp("shipped"), {"ACTIONMAP_CAMPAIGN": ""}) as site:
        yield site


@pytest.fixture(scope="package")
def workbench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    """A server of a campaign that each test writes, with its own geocode cache."""
    folder = tmp_path_factory.mktemp("workbench")
    campaign, cache = folder / "campaign", folder / "geocodes.csv"
    environment = {"ACTIONMAP_CAMPAIGN": str(campaign), "ACTIONMAP_GEOCODE_CACHE": str(cache)}
    with serve(folder, environment) as site:
        yield Workbench(site, campaign, cache)


class Profiles:
    """Browser profiles, which one visitor after the other gets empty but for what the browser keeps of our scripts."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._idle: dict[Sight, list[BrowserContext]] = defaultdict(list)

    def take(self, sight: Sight) -> BrowserContext:
        return self._idle[sight].pop() if self._idle[sight] else new_profile(self._browser, sight)

    def give_back(self, screen: Screen) -> None:
        screen.leave()
        self._idle[screen.sight].append(screen.context)


@pytest.fixture(scope="package")
def profiles(browser: Browser) -> Profiles:
    """The profiles of all visitors, so that not each of them has to fetch and compile the same scripts."""
    return Profiles(browser)


@pytest.fixture
def visit(profiles: Profiles, shipped: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Open a page as a new visitor; whatever the journey, nothing may fail, pop up, or be asked of another host.

    The map is drawn without WebGL, whose software takes longer than all the rest, but where a test is marked `webgl`.
    """
    screens: list[Screen] = []
    webgl = request.node.get_closest_marker("webgl") is not None

    def open_page(path: str = "/", *, site: str = shipped, phone: bool = False, dark: bool = False) -> Screen:
        sight = Sight(phone=phone, dark=dark, webgl=webgl)
        screens.append(Screen(profiles.take(sight), site, **sight._asdict()))
        return screens[-1].open(path)

    yield open_page
    for screen in screens:
        profiles.give_back(screen)
    assert [screen.elsewhere for screen in screens] == [[]] * len(screens), "requests to other hosts"
    assert [screen.errors for screen in screens] == [[]] * len(screens), "errors in the browser"
    assert [screen.dialogs for screen in screens] == [[]] * len(screens), "dialogs"


@contextmanager
def serve(folder: Path, environment: Mapping[str, str], *, path: str = "") -> Iterator[str]:
    """Run a server with these environment variables under a path, its log in a folder; give its address."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "server.py", f"--server.port={port}"]
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=os.environ | environment, stdout=log, stderr=log)
    try:
        site = f"http://localhost:{port}"
        _wait_for(site + path, server, folder / "server.log")
        yield site
    finally:
        server.terminate()
        server.wait()


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        return int(free.getsockname()[1])


def _wait_for(site: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < until and server.poll() is None:
        try:
            with urlopen(f"{site}/_stcore/health"):
                return
        except URLError:
            time.sleep(0.1)
    pytest.fail(f"The app did not start:\n{log.read_text(encoding='utf-8', errors='replace')}")
