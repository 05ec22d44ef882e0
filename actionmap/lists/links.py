"""Links: whether the pages that a list rests on answer, have moved or are gone; no host is asked twice at a time."""

import json
import ssl
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from http.client import HTTPException
from pathlib import Path
from urllib.parse import urlsplit

from actionmap.lists.http import Answer, RefusedAddressError, answer_of, seconds_to_wait
from actionmap.lists.sources import is_public

USER_AGENT = "ActionMap/0.1 (looks whether the sources of a list of public actions still answer)"
_AT_ONCE = 8
"""Hosts that are asked at the same time."""
_GONE = (404, 410)
_LATER = (429, 503)
_FOR_GOOD = (301, 308)


class State(StrEnum):
    """What became of a page."""

    ANSWERS = "answers"
    MOVED = "moved"
    """It answers under another address, for good."""
    GONE = "gone"
    REFUSED = "refused"
    """The server does not show it to programs."""
    WAITS = "waits"
    """The server wants to be asked later."""
    FAILED = "failed"
    TIMED_OUT = "timed-out"
    UNSAFE = "unsafe"
    """The certificate of its server cannot be trusted."""
    NO_ANSWER = "no-answer"
    CIRCLE = "circle"
    """It leads from one address to another without end."""
    PRIVATE = "private"
    """It leads into a private network."""


SETTLED = (State.ANSWERS, State.MOVED, State.GONE)
"""What need not be asked again the same day."""


@dataclass(frozen=True)
class Look:
    """What was found at an address: when (seconds since 1970), with which HTTP status, and under which address now."""

    url: str
    state: State
    at: float
    status: int = 0
    leads_to: str = ""


@dataclass(frozen=True)
class Asker:
    """Asks for pages, one at a time of each host.

    Parameters
    ----------
    seconds, pause, longest_wait
        How long a server may take, is left alone between two questions, and is waited for at most where it says so.
    redirects
        How many are followed.
    is_allowed
        Tells whether an IP address may be asked.
    """

    seconds: float = 20.0
    pause: float = 1.0
    longest_wait: float = 30.0
    redirects: int = 5
    is_allowed: Callable[[str], bool] = is_public
    _hosts: defaultdict[str, threading.Lock] = field(default_factory=lambda: defaultdict(threading.Lock))

    def look(self, url: str) -> Look:
        """Look at a page, wherever it leads."""
        at, moved, answer = url, True, None
        try:
            for _ in range(self.redirects + 1):
                answer = self._answer(at)
                if not answer.leads_to or urlsplit(answer.leads_to).scheme not in ("http", "https"):
                    break
                moved &= answer.status in _FOR_GOOD
                at = answer.leads_to
            else:
                return Look(url, State.CIRCLE, time.time())
        except RefusedAddressError:
            return Look(url, State.PRIVATE, time.time(), leads_to=at)
        except TimeoutError:
            return Look(url, State.TIMED_OUT, time.time())
        except ssl.SSLError:
            return Look(url, State.UNSAFE, time.time())
        except (OSError, HTTPException, ValueError):
            return Look(url, State.NO_ANSWER, time.time())
        elsewhere = at if at != url else ""
        return Look(url, _state(answer.status, moved=bool(elsewhere) and moved), time.time(), answer.status, elsewhere)

    def _answer(self, url: str) -> Answer:
        """Ask once; and once more where a server says how soon, and that is not long."""
        wait = None
        with self._hosts[urlsplit(url).netloc]:
            for _ in range(2):
                until = time.monotonic() + self.seconds
                answer = answer_of(url, {"User-Agent": USER_AGENT}, until, 0, self.is_allowed)
                wait = seconds_to_wait(answer.headers) if answer.status in _LATER else None
                time.sleep(self.pause if wait is None else min(wait, self.longest_wait))
                if wait is None or wait > self.longest_wait:
                    break
        return answer


def _state(status: int, *, moved: bool) -> State:
    if 200 <= status < 300:
        return State.MOVED if moved else State.ANSWERS
    if status in _GONE:
        return State.GONE
    if status == 429:
        return State.WAITS
    return State.REFUSED if 400 <= status < 500 else State.FAILED


def look_at(
    urls: Collection[str],
    known: Mapping[str, Look],
    asker: Asker | None = None,
    heard: Callable[[Look], None] = lambda look: None,
) -> dict[str, Look]:
    """Look at pages, each once; of those that are `known` nothing is asked. `heard` is told one after the other."""
    by_host: defaultdict[str, list[str]] = defaultdict(list)
    found = {url: known[url] for url in urls if url in known}
    for url in dict.fromkeys(urls):
        if url not in found:
            by_host[urlsplit(url).netloc].append(url)
    asking, one_by_one, ends = asker or Asker(), threading.Lock(), threading.Event()

    def of_host(pages: list[str]) -> None:
        for page in pages:
            if not ends.is_set():
                look = asking.look(page)
                with one_by_one:
                    found[page] = look
                    heard(look)

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        try:
            for done in as_completed([pool.submit(of_host, pages) for pages in by_host.values()]):
                done.result()
        finally:
            ends.set()  # a run that is ended waits for nothing more than what has been asked
    return found


class Journal:
    """What was found lately, a line each in a file, so that a run that was ended goes on where it was.

    Parameters
    ----------
    path
        The file.
    lately
        Seconds for which what is settled counts.
    """

    def __init__(self, path: Path, lately: float = 86_400.0) -> None:
        self._path, self.known = path, dict[str, Look]()
        since = time.time() - lately
        for line in path.read_text("utf-8").splitlines() if path.is_file() else ():
            try:
                told = json.loads(line)
                look = Look(**told | {"state": State(told["state"])})
            except (ValueError, TypeError, KeyError):
                continue  # a line that was cut off
            if look.state in SETTLED and look.at > since:
                self.known[look.url] = look

    def write(self, look: Look) -> None:
        """Keep what was found; a folder that cannot be written to keeps nothing."""
        self.known[look.url] = look
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(look)) + "\n")
