"""The way to a Nominatim service: one request at a time on this machine, never faster than is allowed, none twice."""

import datetime as dt
import json
import os
import re
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit

from filelock import FileLock
from geopy.point import Point

from actionmap.campaign.settings import NominatimSettings
from actionmap.errors import OnlineGeocoderError
from actionmap.files import write_file
from actionmap.lists.http import answer_of, seconds_to_wait
from actionmap.text import one_line
from actionmap.world.doubts import FailureKind

_LONGEST_WAIT = 60.0
"""Seconds that the service may ask to wait before it is given up."""
_PATIENCE = 300.0
"""Seconds to wait until other processes have asked."""
_KEPT = dt.timedelta(days=30)
"""How long an answer is good; that nothing was found is an answer too."""
_MOST_RESULTS = 5
_LARGEST = 2_000_000
"""Bytes that an answer may have; five results with all their names have a few thousand."""
_OVERLOADED = dict.fromkeys((408, 503, 504), FailureKind.TIMED_OUT)
_REFUSALS = _OVERLOADED | {403: FailureKind.REFUSED, 429: FailureKind.RATE_LIMITED}
"""Status of an answer → how asking has failed; any other is no answer."""


class Found(NamedTuple):
    """One result: WGS 84 decimal degrees, its full name, its kind ("city", "square"), its address and its names."""

    latitude: float
    longitude: float
    label: str
    kind: str
    address: dict[str, str]
    names: list[str]


class NotAskedError(Exception):
    """The service has been given up, and no old answer is kept."""


class ServiceError(Exception):
    """The service does not answer the question; `seconds` after which it wants to be asked again, if it says so."""

    def __init__(self, kind: FailureKind, detail: str, seconds: float | None = None) -> None:
        super().__init__(detail)
        self.kind, self.seconds = kind, seconds


class Service:
    """A Nominatim service.

    All processes and threads that share the folder take turns: the next request starts a pause after the answer to the
    last one, so that the service never sees them nearer together. An answer is kept as soon as it is there.

    Parameters
    ----------
    settings
        Which service, and how it is asked.
    folder
        Where answers and the time of the last request are kept.

    Raises
    ------
    OnlineGeocoderError
        The folder cannot be written.
    """

    def __init__(self, settings: NominatimSettings, folder: Path) -> None:
        parts = urlsplit(settings.url)
        self.given_up = False  # then only old answers are given
        self._settings = settings
        self._path = parts.path.rstrip("/")
        name = re.sub(r"[^\w.]+", "-", parts.netloc.lower())  # of the machine that is asked, whose rate it is
        self._turn = folder / f"{name}.lock"
        self._last = folder / f"{name}.last"
        self.memory = folder / f"{name}.db"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with self._remembering() as memory:
                memory.execute("create table if not exists answers (query text primary key, day text, results text)")
                memory.execute("delete from answers where day < ?", [(dt.datetime.now(dt.UTC) - _KEPT).isoformat()])
        except (OSError, sqlite3.Error) as error:
            raise OnlineGeocoderError.of("not-kept", file=self.memory, reason=error) from error

    def ask(self, query: str | Mapping[str, str], country: str) -> list[Found]:
        """Return what a query finds in a country (alpha-2 code in lower case), best first; an old answer will do.

        Raises
        ------
        NotAskedError
            The service has been given up, and no old answer is kept.
        ServiceError
            The service says so, or does not answer in JSON.
        OSError, HTTPException, TypeError, ValueError, LookupError, AttributeError, sqlite3.Error
            The network, the service's answer or the memory is broken.
        """
        key = json.dumps([self._path, query, country, self._settings.language], ensure_ascii=False, sort_keys=True)
        found = self._remembered(key)
        if found is None and self.given_up:
            raise NotAskedError
        if found is None:
            with FileLock(self._turn, timeout=_PATIENCE):
                found = self._remembered(key)  # by the process that had its turn
                if found is None:
                    found = self._request(query, country)
                    self._remember(key, found)
        return found

    def _request(self, query: str | Mapping[str, str], country: str) -> list[Found]:
        """Ask, and once more if the service says when to come back, and that is soon."""
        try:
            return self._send(query, country)
        except ServiceError as error:
            if error.seconds is None or error.seconds > _LONGEST_WAIT:
                raise
            time.sleep(error.seconds)
        return self._send(query, country)

    def _send(self, query: str | Mapping[str, str], country: str) -> list[Found]:
        how = {"format": "json", "limit": _MOST_RESULTS, "countrycodes": country, "addressdetails": 1, "namedetails": 1}
        how |= {"accept-language": self._settings.language, **({"q": query} if isinstance(query, str) else query)}
        url = f"{self._settings.url.rstrip('/')}/search?{urlencode(how)}"
        self._wait()
        self._note_time()  # should this process be killed before there is an answer
        try:
            until = time.monotonic() + self._settings.timeout
            answer = answer_of(url, {"User-Agent": self._settings.user_agent}, until, _LARGEST)
        finally:
            self._note_time()
        if answer.leads_to:  # it would be one more request, without a pause, and perhaps to somebody else
            there = ascii(answer.leads_to.partition("?")[0].removesuffix("/search"))[1:-1]
            raise ServiceError(FailureKind.LEADS_ELSEWHERE, there)
        if answer.status != 200:
            kind = _REFUSALS.get(answer.status, FailureKind.NO_ANSWER)
            raise ServiceError(kind, f"HTTP {answer.status}", seconds_to_wait(answer.headers))
        if len(answer.content) > _LARGEST:
            raise ServiceError(FailureKind.TOO_LARGE, f"{_LARGEST / 1e6:g}")
        try:
            found = json.loads(answer.content)
        except (ValueError, RecursionError) as error:
            raise ServiceError(FailureKind.NOT_JSON, "") from error
        if isinstance(found, dict) and "error" in found:
            raise ServiceError(FailureKind.NO_ANSWER, str(found["error"]))
        return [_found(one) for one in found[:_MOST_RESULTS]]

    def _wait(self) -> None:
        try:
            last = float(self._last.read_text())
        except FileNotFoundError:
            return
        except ValueError:  # half written
            last = time.monotonic()
        pause = self._settings.pause
        time.sleep(min(max(last + pause - time.monotonic(), 0.0), pause))  # a restart sets the clock to 0

    def _note_time(self) -> None:
        write_file(self._last, repr(time.monotonic()).encode())  # one clock for all processes, which nobody sets

    def _remembered(self, key: str) -> list[Found] | None:
        with self._remembering() as memory:
            row = memory.execute("select results from answers where query = ?", [key]).fetchone()
        return [Found(*one) for one in json.loads(row[0])] if row else None

    def _remember(self, key: str, found: list[Found]) -> None:
        row = [key, dt.datetime.now(dt.UTC).isoformat(), json.dumps(found, ensure_ascii=False)]
        with self._remembering() as memory:
            memory.execute("insert or replace into answers values (?, ?, ?)", row)

    @contextmanager
    def _remembering(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.memory, timeout=_PATIENCE)) as connection, connection:
            yield connection


def default_folder() -> Path:
    """Return the user's cache folder, shared by all copies of the project."""
    named = os.environ.get("XDG_CACHE_HOME")
    try:
        return (Path(named) if named else Path.home() / ".cache") / "actionmap"
    except RuntimeError:  # no home folder
        return Path(tempfile.gettempdir()) / "actionmap"


def _found(one: Mapping[str, Any]) -> Found:
    point = Point(float(one["lat"]), float(one["lon"]))  # which refuses what is not on Earth
    address = {str(part): str(name) for part, name in one.get("address", {}).items()}
    names = [str(name) for kind, name in (one.get("namedetails") or {}).items() if "name" in kind]
    kind = str(one.get("addresstype") or one["type"])
    return Found(point.latitude, point.longitude, one_line(str(one["display_name"])), kind, address, names)
