"""The real parts that sources are tested with: PostgreSQL, SQLite, and a web server that can be made to fail."""

import csv
import io
import os
import shutil
import signal
import socket
import sqlite3
import ssl
import subprocess
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import psycopg
import pytest

from actionmap.lists.sources import DatabaseSource, FileSource, HttpsSource, Limits, Source
from scripts.install_services import find_postgresql
from tests.app.conftest import open_app  # noqa: F401 (a fixture of theirs)

PASSWORD = "test-pass-word-9f3a"
"""Must never be seen in a message."""
_STARTS_WITHIN = 60  # s

Table = Sequence[Sequence[str | None]]


@dataclass(frozen=True)
class Postgres:
    """A running server with a database and a user of its own."""

    port: int

    @property
    def url(self) -> str:
        return f"postgresql://tester:{PASSWORD}@127.0.0.1:{self.port}/postgres"

    def run(self, *commands: str) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            for command in commands:
                connection.execute(command)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    with running_postgres() as server:
        yield server


@contextmanager
def running_postgres() -> Iterator[Postgres]:
    """Run a PostgreSQL of the tests' own, which never runs as root."""
    programs = find_postgresql()
    if not programs:
        pytest.fail("These tests need PostgreSQL: `make test` installs it (Debian: apt install postgresql).")
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="actionmap-postgres-"))
    try:
        (folder / "password").write_text(PASSWORD)
        if user:
            for path in (folder, folder / "password"):
                shutil.chown(path, user)
        _run(user, programs / "initdb", "-D", folder / "data", "-U", "tester", "-A", "scram-sha-256", "-N",
             f"--pwfile={folder / 'password'}", "-E", "UTF8", "--no-locale")  # fmt: skip
        port = free_port()
        settings = {"port": port, "listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "off"}
        options = [text for name, value in settings.items() for text in ("-c", f"{name}={value}")]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(
                [programs / "postgres", "-D", folder / "data", *options], user=user, cwd="/", stdout=log, stderr=log
            )
        try:
            yield _answering(Postgres(port), server, folder / "log")
        finally:
            server.send_signal(signal.SIGINT)  # without waiting for those who are connected
            server.wait()
    finally:
        shutil.rmtree(folder)


def _run(user: str | None, *command: object) -> None:
    done = subprocess.run(list(map(str, command)), user=user, cwd="/", capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(f"{command[0]} has failed: {done.stderr}")


def _answering(server: Postgres, process: "subprocess.Popen[bytes]", log: Path) -> Postgres:
    until = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            server.run("select 1")
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return server
    pytest.fail(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


Behaviour = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Sheet:
    """A web server with one list, which behaves well until it is told otherwise."""

    content: bytes = b""
    behaviour: Behaviour | None = None
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    served: int = 0
    ends: Event = field(default_factory=Event)
    port: int = 0

    def url(self, host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}/list.csv?key={PASSWORD}"

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.append((handler.path, {name.lower(): value for name, value in handler.headers.items()}))
        if self.behaviour:
            self.behaviour(handler)
            return
        etag = f'"{hash(self.content)}"'
        if handler.headers["If-None-Match"] == etag:
            reply(handler, 304, {"ETag": etag})
        else:
            self.served += 1
            reply(handler, 200, {"Content-Type": "text/csv", "ETag": etag}, self.content)


def reply(handler: BaseHTTPRequestHandler, status: int, headers: dict[str, str], body: bytes = b"") -> None:
    """Send an answer whose length is said, unless the headers say another."""
    handler.send_response(status)
    for name, value in ({"Content-Length": str(len(body))} | headers).items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


@pytest.fixture
def sheet() -> Iterator[Sheet]:
    """A web server on this machine."""
    with running(Sheet()) as one:
        yield one


@pytest.fixture
def secure_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sheet]:
    """The same behind TLS, with a certificate for localhost that is trusted here."""
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    command = f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -out {certificate} -keyout {key}"
    _run(None, *command.split(), "-addext", "subjectAltName=DNS:localhost")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with running(Sheet(), context) as one:
        yield one


@contextmanager
def running(sheet: Sheet, context: ssl.SSLContext | None = None) -> Iterator[Sheet]:
    """Serve a sheet from this machine."""

    class Handler(BaseHTTPRequestHandler):
        def setup(self) -> None:
            if context:
                self.request = context.wrap_socket(self.request, server_side=True)
            super().setup()

        def finish(self) -> None:
            try:
                super().finish()
            finally:
                self.request.close()

        def do_GET(self) -> None:
            sheet.answer(self)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """Say nothing: the client has hung up."""

    server = Server(("127.0.0.1", 0), Handler)
    sheet.port = server.server_port
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield sheet
    finally:
        sheet.ends.set()
        server.shutdown()
        thread.join()
        server.server_close()


class Place(ABC):
    """Where a test keeps a list: one way to write it, one to lose it, and the source that reads it."""

    @abstractmethod
    def write(self, table: Table) -> None:
        """Make this the list: its header, and its rows."""

    @abstractmethod
    def lose(self) -> None:
        """Have no list there any more."""

    @abstractmethod
    def source(self, limits: Limits = Limits()) -> Source:  # noqa: B008 (frozen)
        """Return what reads the list there."""


@dataclass
class FilePlace(Place):
    path: Path

    def write(self, table: Table) -> None:
        self.path.write_bytes(as_csv(table))

    def lose(self) -> None:
        self.path.unlink()

    def source(self, limits: Limits = Limits()) -> Source:  # noqa: B008
        return FileSource(self.path, limits)


@dataclass
class SheetPlace(Place):
    sheet: Sheet

    def write(self, table: Table) -> None:
        self.sheet.content, self.sheet.behaviour = as_csv(table), None

    def lose(self) -> None:
        self.sheet.behaviour = lambda handler: reply(handler, 404, {})

    def source(self, limits: Limits = Limits()) -> Source:  # noqa: B008
        return HttpsSource(self.sheet.url(), ("127.0.0.1",), limits)


@dataclass
class SqlitePlace(Place):
    path: Path
    variable: str = "TEST_LIST_DB"

    def write(self, table: Table) -> None:
        with sqlite3.connect(self.path) as connection:
            write_table(lambda command, *values: connection.execute(command.replace("%s", "?"), *values), table)
        connection.close()

    def lose(self) -> None:
        self.path.unlink()

    def source(self, limits: Limits = Limits()) -> Source:  # noqa: B008
        os.environ[self.variable] = f"sqlite:///{self.path}"
        return DatabaseSource(self.variable, "test_actions", limits)


@dataclass
class PostgresPlace(Place):
    server: Postgres
    variable: str = "TEST_LIST_DB"

    def write(self, table: Table) -> None:
        with psycopg.connect(self.server.url) as connection:
            write_table(connection.execute, table)

    def lose(self) -> None:
        self.server.run("drop table test_actions")

    def source(self, limits: Limits = Limits()) -> Source:  # noqa: B008
        os.environ[self.variable] = self.server.url
        return DatabaseSource(self.variable, "test_actions", limits)


@pytest.fixture(params=["file", "https", "sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """Every place in which a list may be kept, one after the other."""
    monkeypatch.setenv("TEST_LIST_DB", "")
    match request.param:
        case "file":
            return FilePlace(tmp_path / "list.csv")
        case "https":
            return SheetPlace(request.getfixturevalue("sheet"))
        case "sqlite":
            return SqlitePlace(tmp_path / "list.db")
    return PostgresPlace(request.getfixturevalue("postgres"))


def as_csv(table: Table) -> bytes:
    file = io.StringIO()
    csv.writer(file).writerows(table)
    return file.getvalue().encode()


def write_table(execute: Callable[..., object], table: Table) -> None:
    header, *rows = table
    execute("drop table if exists test_actions")
    columns = ", ".join(f'"{name}" text' for name in header)
    execute(f"create table test_actions ({columns})")
    for row in rows:
        execute(f"insert into test_actions values ({', '.join(['%s'] * len(header))})", tuple(row))
