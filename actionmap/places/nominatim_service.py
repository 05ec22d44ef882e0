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
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from filelock import FileLock
from geopy import exc
from geopy.adapters import AdapterHTTPError, BaseSyncAdapter, get_retry_after
from geopy.geocoders import Nominatim
from geopy.location import Location

from actionmap.campaign.settings import NominatimSettings
from actionmap.errors import OnlineGeocoderError
from actionmap.files import write_file
from actionmap.lists.http import REDIRECTS, opened
from actionmap.text import one_line

_LONGEST_WAIT = 60.0
"""Seconds that the service may ask to wait before it is given up."""
_PATIENCE = 300.0
"""Seconds to wait until other processes have asked."""
_KEPT = dt.timedelta(days=30)
"""How long an answer is good; that nothing was found is an answer too."""
_MOST_RESULTS = 5
_LARGEST = 2_000_000
"""Bytes that an answer may have; five results with all their names have a few thousand."""


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
        self._pause = settings.pause
        self._language = settings.language
        self._client = Nominatim(
            domain=f"{parts.netloc}{parts.path}",
            scheme=parts.scheme,
            user_agent=settings.user_agent,
            timeout=settings.timeout,
            adapter_factory=_Adapter,
        )
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
            raise OnlineGeocoderError(
                f"{self.memory} cannot be written ({error}): delete it if it is damaged, "
                "or name a folder that can be written in the environment variable XDG_CACHE_HOME."
            ) from error

    def ask(self, query: str | Mapping[str, str], country: str) -> list[Found]:
        """Return what a query finds in a country (alpha-2 code in lower case), best first; an old answer will do.

        Raises
        ------
        NotAskedError
            The service has been given up, and no old answer is kept.
        GeopyError, OSError, TypeError, ValueError, LookupError, AttributeError, sqlite3.Error
            The network, the service or its answer is broken.
        """
        key = json.dumps([self._path, query, country, self._language], ensure_ascii=False, sort_keys=True)
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
        except exc.GeopyError as failure:
            seconds = _retry_after(failure)
            if seconds is None or seconds > _LONGEST_WAIT:
                raise
            time.sleep(seconds)
        return self._send(query, country)

    def _send(self, query: str | Mapping[str, str], country: str) -> list[Found]:
        self._wait()
        self._note_time()  # should this process be killed before there is an answer
        try:
            found = self._client.geocode(
                query,
                exactly_one=False,
                limit=_MOST_RESULTS,
                country_codes=country,
                addressdetails=True,
                namedetails=True,
                language=self._language,
            )
        finally:
            self._note_time()
        return [_found(one) for one in (found or ())[:_MOST_RESULTS]]

    def _wait(self) -> None:
        try:
            last = float(self._last.read_text())
        except FileNotFoundError:
            return
        except ValueError:  # half written
            last = time.monotonic()
        time.sleep(min(max(last + self._pause - time.monotonic(), 0.0), self._pause))  # a restart sets the clock to 0

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


class _Adapter(BaseSyncAdapter):  # type: ignore[misc]
    """geopy's way to a service, bounded in size and time.

    Redirects are not followed: each would be one more request, without a pause, and perhaps to somebody else.
    """

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> object:
        text = self.get_text(url, timeout=timeout, headers=headers)
        try:
            return json.loads(text)
        except (ValueError, RecursionError) as error:
            raise exc.GeocoderParseError("no JSON") from error

    def get_text(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> str:
        try:
            with opened(url, headers, time.monotonic() + timeout) as response:
                return _text(url, response)
        except AdapterHTTPError:
            raise
        except TimeoutError as error:
            raise exc.GeocoderTimedOut("too slow") from error
        except (OSError, HTTPException, ValueError) as error:  # there is no such host, it breaks off, …
            said = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise exc.GeocoderUnavailable(said) from error


def _text(url: str, response: HTTPResponse) -> str:
    """Return the text of a good answer."""
    status, headers = response.status, response.headers
    if status in REDIRECTS and headers["Location"]:
        there = ascii(urljoin(url, headers["Location"]).partition("?")[0].removesuffix("/search"))[1:-1]
        raise exc.GeocoderServiceError(f"it leads to {there}: write that as url")
    if status != 200:
        low = {name.lower(): value for name, value in headers.items()}
        raise AdapterHTTPError(f"error {status}", status_code=status, headers=low, text="")
    body = response.read(_LARGEST + 1)
    if len(body) > _LARGEST:
        raise exc.GeocoderServiceError(f"its answer has more than {_LARGEST / 1e6:g} MB")
    if response.length:  # of the bytes that were promised, this many have not come
        raise exc.GeocoderServiceError("it broke off")
    try:
        return body.decode(headers.get_content_charset("utf-8"))
    except (ValueError, LookupError) as error:
        raise exc.GeocoderParseError("no text") from error


def default_folder() -> Path:
    """Return the user's cache folder, shared by all copies of the project."""
    named = os.environ.get("XDG_CACHE_HOME")
    try:
        return (Path(named) if named else Path.home() / ".cache") / "actionmap"
    except RuntimeError:  # no home folder
        return Path(tempfile.gettempdir()) / "actionmap"


def _found(one: Location) -> Found:
    raw: dict[str, Any] = one.raw
    address = {str(part): str(name) for part, name in raw.get("address", {}).items()}
    names = [str(name) for kind, name in (raw.get("namedetails") or {}).items() if "name" in kind]
    kind = str(raw.get("addresstype") or raw["type"])
    return Found(float(one.latitude), float(one.longitude), one_line(str(raw["display_name"])), kind, address, names)


def _retry_after(failure: exc.GeopyError) -> float | None:
    """Return the seconds after which the service wants to be asked again, None if it does not say."""
    if isinstance(failure, exc.GeocoderRateLimited):
        return failure.retry_after  # type: ignore[no-any-return]
    cause = failure.__cause__  # 503, of which geopy does not tell
    return get_retry_after(cause.headers) if isinstance(cause, AdapterHTTPError) else None
