"""Sources: where the list of actions comes from (a file, a web address, a database), bounded in size and time."""

import csv
import io
import ipaddress
import os
import socket
import sqlite3
import ssl
import time
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field

from actionmap.errors import SourceError, reason
from actionmap.lists.cells import HostUrl
from actionmap.lists.http import Answer, RefusedAddressError, answer_of, ended, seconds_to_wait

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

# SQLAlchemy is slow to import, so only reading a database imports it.

USER_AGENT = "ActionMap/0.1 (refreshes a list of public actions every few minutes)"

_LONGEST_RETRY = 86_400.0
"""Seconds that a server may ask not to be asked again."""
_BATCH = 1_000
"""Rows of a database that are held at a time."""

Minutes = Annotated[float, Field(ge=1, le=1440, description="minutes from one refresh to the next, from 1 to 1440")]


@dataclass(frozen=True)
class Limits:
    """What a source may take: bytes of CSV, rows (of a database), seconds and redirects in all."""

    size: int = 10_000_000
    rows: int = 50_000
    seconds: float = 20.0
    redirects: int = 3


@dataclass(frozen=True)
class Fetched:
    """A list as it came: the bytes of a CSV file, and what the server said to recognize them by."""

    content: bytes
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True)
class FileSource:
    """A file on this machine."""

    path: Path
    limits: Limits = Limits()

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name

    def fetch(self, last: Fetched | None = None) -> Fetched:
        """Read the file."""
        try:
            if self.path.exists() and not self.path.is_file():
                raise SourceError.of("not-a-file", name=self.name)
            with self.path.open("rb") as file:
                content = file.read(self.limits.size + 1)
        except OSError as error:
            raise SourceError.of("check-path", name=self.name, reason=reason(error)) from error
        return _unless_same(last, Fetched(_small_enough(self.name, content, self.limits)))


@dataclass(frozen=True)
class HttpsSource:
    """A CSV file on a web server.

    A host's name is looked up once for each connection, and the connection made to an address that has been checked:
    what the name means a moment later does not matter. No proxy is used, because it would look the name up itself.

    Parameters
    ----------
    url
        Its address.
    trusted_hosts
        Hosts that may be on a private network, and be asked over http://.
    """

    url: str
    trusted_hosts: tuple[str, ...] = ()
    limits: Limits = Limits()

    @property
    def name(self) -> str:
        """The host alone: the rest of an address may be known to few."""
        return urlsplit(self.url).hostname or ""

    def fetch(self, last: Fetched | None = None) -> Fetched:
        """Ask for what has changed, and follow redirects; each host on the way is checked."""
        until, url = time.monotonic() + self.limits.seconds, self.url
        for _ in range(self.limits.redirects + 1):
            answer = self._ask(url, last, until)
            if isinstance(answer, Fetched):
                return _unless_same(last, answer)
            url = answer
        raise SourceError.of("circle", host=self.name)

    def _ask(self, url: str, last: Fetched | None, until: float) -> Fetched | str:
        """Return the list, or the address where it is said to be."""
        host = self.name
        try:
            parts = urlsplit(url)
            host, trusted = ascii(parts.hostname or "")[1:-1], parts.hostname in self.trusted_hosts
            if parts.scheme != "https" and not (trusted and parts.scheme == "http"):
                raise SourceError.of("no-encryption", host=host)
            answer = answer_of(
                url, _conditions(last), until, self.limits.size, lambda address: trusted or is_public(address)
            )
            return answer.leads_to or self._read(host, answer, last)
        except RefusedAddressError:
            raise SourceError.of("private", host=host) from None
        except (OSError, HTTPException, ValueError) as error:
            raise _broken(host, error, self.limits) from None

    def _read(self, host: str, answer: Answer, last: Fetched | None) -> Fetched:
        status, headers = answer.status, answer.headers
        if status == 304 and last:
            return last
        if status != 200:
            kind = "not-shown" if status in (401, 403, 404, 410) else "later"
            wait = min(seconds_to_wait(headers) or 0.0, _LONGEST_RETRY)
            raise SourceError.of(kind, host=host, status=str(status), retry_after=wait)
        content = _small_enough(host, answer.content, self.limits)
        page = headers.get_content_type() in ("text/html", "application/xhtml+xml")
        if page or content[:500].lstrip().lower().startswith((b"<!doctype html", b"<html")):
            raise SourceError.of("web-page", host=host)
        return Fetched(content, headers["ETag"] or "", headers["Last-Modified"] or "")


@dataclass(frozen=True)
class DatabaseSource:
    """A table or view of a PostgreSQL or SQLite database, which is only read.

    Parameters
    ----------
    variable
        The environment variable that holds SQLAlchemy's URL of the database; it is looked up with each fetch.
    table
        The table or view, with its schema (`schema.table`) where it is not the usual one.
    """

    variable: str
    table: str
    limits: Limits = Limits()

    @property
    def name(self) -> str:
        """The table's name."""
        return f"table {self.table}"

    def fetch(self, last: Fetched | None = None) -> Fetched:
        """Read all rows as CSV, in the order in which the database gives them."""
        until = time.monotonic() + self.limits.seconds
        try:
            with self._engine().connect() as connection, ended(until, lambda: _break_off(connection)):
                content = self._csv(connection)
        except (SourceError, MemoryError):
            raise
        except TimeoutError:
            raise SourceError.of("slow-database", name=self.name, seconds=self.limits.seconds) from None
        except Exception as error:  # noqa: BLE001 (what a driver says may quote the address, password and all)
            kind = type(getattr(error, "orig", None) or error).__name__
            raise SourceError.of("broken-database", name=self.name, kind=kind, variable=self.variable) from None
        return _unless_same(last, Fetched(_small_enough(self.name, content, self.limits)))

    def _engine(self) -> "Engine":
        from sqlalchemy import NullPool, create_engine, make_url

        address = os.environ.get(self.variable, "")
        kind = address.partition("://")[0].partition("+")[0]
        if kind in ("postgresql", "postgres"):
            url = make_url(address).set(drivername="postgresql+psycopg")
            return create_engine(url, poolclass=NullPool, connect_args={"connect_timeout": int(self.limits.seconds)})
        if kind == "sqlite" and (path := make_url(address).database):
            return create_engine("sqlite://", poolclass=NullPool, creator=lambda: _sqlite(Path(path), self.limits))
        raise SourceError.of("no-database", variable=self.variable)

    def _csv(self, connection: "Connection") -> bytes:
        from sqlalchemy import inspect, select, table, text

        schema, _, name = self.table.rpartition(".")
        if connection.dialect.name == "postgresql":
            connection.execution_options(postgresql_readonly=True)
            connection.execute(text(f"SET LOCAL statement_timeout = {int(self.limits.seconds * 1000)}"))
        if not inspect(connection).has_table(name, schema=schema or None):
            raise SourceError.of("no-table", table=self.table)
        rows = select(text("*")).select_from(table(name, schema=schema or None)).limit(self.limits.rows + 1)
        file = io.StringIO()
        writer = csv.writer(file)
        with connection.execution_options(yield_per=_BATCH).execute(rows) as result:
            writer.writerow(result.keys())
            for number, row in enumerate(result):
                if number == self.limits.rows:
                    raise SourceError.of("too-many-records", name=self.name, most=number)
                writer.writerow("" if value is None else str(value) for value in row)
                if file.tell() > self.limits.size:
                    break
        return file.getvalue().encode()


Source = FileSource | HttpsSource | DatabaseSource
"""Where a list is kept. Its `name` is for messages and holds no credential and no unlisted address; `fetch` returns the
list as it is now, or what it was given as the last one where that is the same, or raises a `SourceError`."""


class TomlTable(BaseModel):
    """A table of `campaign.toml`: what to write as a key's value stands under the key."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class FileSettings(TomlTable):
    """`[source]` in `campaign.toml` where the list is a file."""

    kind: Literal["file"] = Field(description='"file", "https" or "database"')
    path: str = Field(min_length=1)
    """the list's path, from this folder, in quotation marks"""
    refresh: Minutes = 5

    def source(self, folder: Path) -> FileSource:
        """Return the source; a relative path is one from the campaign folder."""
        return FileSource(folder / self.path)


class HttpsSettings(TomlTable):
    """`[source]` in `campaign.toml` where the list is on a web server."""

    kind: Literal["https"] = Field(description='"file", "https" or "database"')
    url: HostUrl
    """the address of a CSV file, beginning with https://"""
    trusted_hosts: tuple[str, ...] = ()
    """hosts that may be on a private network or asked over http://, as ["sheets.example"]"""
    refresh: Minutes = 5

    def source(self, folder: Path) -> HttpsSource:
        """Return the source."""
        return HttpsSource(self.url, tuple(host.casefold() for host in self.trusted_hosts))


class DatabaseSettings(TomlTable):
    """`[source]` in `campaign.toml` where the list is in a database."""

    kind: Literal["database"] = Field(description='"file", "https" or "database"')
    url_from: str = Field(
        pattern=r"^[A-Za-z_]\w*$",
        description='the name of the environment variable or secret that holds the database\'s address, as "LIST_DB"',
    )
    table: str = Field(pattern=r"^[^.]+(\.[^.]+)?$", description='the table or view, as "actions" or "schema.actions"')
    refresh: Minutes = 5

    def source(self, folder: Path) -> DatabaseSource:
        """Return the source."""
        return DatabaseSource(self.url_from, self.table)


SourceSettings = FileSettings | HttpsSettings | DatabaseSettings


def _unless_same(last: Fetched | None, fetched: Fetched) -> Fetched:
    return last if last and last.content == fetched.content else fetched


def _small_enough(name: str, content: bytes, limits: Limits) -> bytes:
    if len(content) > limits.size:
        raise SourceError.of("too-many-mb", name=name, size=limits.size / 1e6)
    return content


def _sqlite(path: Path, limits: Limits) -> sqlite3.Connection:
    """Open a database to be read, which may make no value larger than the list, and writes nothing to sort."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=limits.seconds)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, limits.size)
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _break_off(connection: "Connection") -> None:
    """End what a database's connection is waiting for: another thread's call."""
    raw = connection.connection.driver_connection
    if isinstance(raw, sqlite3.Connection):
        raw.interrupt()
    elif raw:
        with socket.socket(fileno=os.dup(raw.fileno())) as line:
            line.shutdown(socket.SHUT_RDWR)


_NOT_PUBLIC = tuple(map(ipaddress.ip_network, ("fec0::/10", "64:ff9b:1::/48", "::/96")))
"""Networks that Python may take for global: site-local, a translator's own, and IPv4 addresses written as IPv6."""


def is_public(text: str) -> bool:
    """Tell whether an address, and any IPv4 address inside it, is on the public internet."""
    address = ipaddress.ip_address(text.partition("%")[0])
    carried: list[ipaddress.IPv4Address | None] = []
    if any(address in network for network in _NOT_PUBLIC):
        return False
    if isinstance(address, ipaddress.IPv6Address):
        through_nat64 = address in ipaddress.ip_network("64:ff9b::/96")
        last = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if through_nat64 else None
        carried = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ()), last]
    return all(one.is_global and not one.is_multicast for one in (address, *filter(None, carried)))


def _conditions(last: Fetched | None) -> dict[str, str]:
    """Return headers that ask for the list only if it has changed."""
    known = {"If-None-Match": last.etag, "If-Modified-Since": last.modified} if last else {}
    always = {"User-Agent": USER_AGENT, "Accept": "text/csv, text/plain;q=0.9, */*;q=0.5"}
    return always | {name: value for name, value in known.items() if value}


_BROKEN: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str], ...] = (
    (TimeoutError, "slow-host"),
    (ssl.SSLCertVerificationError, "certificate"),
    (socket.gaierror, "no-host"),
    ((HTTPException, ConnectionResetError, BrokenPipeError), "broke-off"),
    (OSError, "unreachable"),
    (ValueError, "not-an-address"),
)
"""What asking a web server ends in → what that means; the first that fits."""


def _broken(host: str, error: Exception, limits: Limits) -> SourceError:
    """Return why asking a web server failed."""
    kind = next(meaning for errors, meaning in _BROKEN if isinstance(error, errors))
    said = getattr(error, "verify_message", None) or reason(error)
    return SourceError.of(kind, host=host, seconds=limits.seconds, reason=said)
