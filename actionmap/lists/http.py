"""One question to a web server, bounded in time from the first packet to the last byte; no proxy is used."""

import datetime as dt
import socket
import ssl
import string
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from email.message import Message
from email.utils import parsedate_to_datetime
from http.client import HTTPConnection, HTTPException
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

_REDIRECTS = (301, 302, 303, 307, 308)
_LONGEST_CONNECT = 5.0
"""Seconds that one of a host's addresses may take before the next is tried."""


class RefusedAddressError(OSError):
    """No address of the host may be asked."""


class Answer(NamedTuple):
    """What a web server answers: status, headers, the beginning of a good answer's content, and where else it leads."""

    status: int
    headers: Message
    content: bytes
    leads_to: str


def answer_of(
    url: str,
    headers: Mapping[str, str],
    until: float,
    most: int,
    is_allowed: Callable[[str], bool] = lambda address: True,
) -> Answer:
    """Ask for a web address; redirects are not followed.

    A host's name is looked up once, and the connection made to an address that has been checked.

    Parameters
    ----------
    url
        What to ask for.
    headers
        What to send besides host and connection.
    until
        When all must be over, by the monotonic clock.
    most
        Bytes that may come; of more, one is read.
    is_allowed
        Tells whether an IP address may be asked.

    Raises
    ------
    RefusedAddressError
        No address of the host is allowed.
    TimeoutError
        It has taken too long: to connect, to be answered, or to be read.
    OSError, HTTPException, ValueError
        There is no such host, it cannot be reached, it breaks off, or the address is none.
    """
    parts = urlsplit(url)
    target = quote(parts.path or "/", string.punctuation) + (parts.query and "?")
    ours = {"Host": parts.netloc.rpartition("@")[2].encode("idna").decode(), "Connection": "close"}
    with closing(_connect(parts, until, is_allowed)) as sock, ended(until, lambda: sock.shutdown(socket.SHUT_RDWR)):
        connection = HTTPConnection(parts.hostname or "")
        connection.sock = sock
        connection.request("GET", target + quote(parts.query, string.punctuation), headers={**headers, **ours})
        with closing(connection.getresponse()) as response:
            content = response.read(most + 1) if response.status == 200 else b""
            if content and response.length and len(content) <= most:  # some of the bytes that were promised are missing
                raise HTTPException("it broke off")
            there = response.headers["Location"] if response.status in _REDIRECTS else None
            return Answer(response.status, response.headers, content, urljoin(url, there) if there else "")


def seconds_to_wait(headers: Message) -> float | None:
    """Return the seconds until the server wants to be asked again (Retry-After); None where it does not say."""
    text = headers["Retry-After"] or ""
    with suppress(ValueError):
        return max(0.0, float(text))
    with suppress(ValueError, TypeError):  # no date either, or one without a time zone
        return max(0.0, (parsedate_to_datetime(text) - dt.datetime.now(dt.UTC)).total_seconds())
    return None


@contextmanager
def ended(until: float, end: Callable[[], object]) -> Iterator[None]:
    """Run `end` and raise TimeoutError if the block is still running at a time (monotonic clock)."""
    is_ended = threading.Event()  # a timer may be early: not every system lets it wait by this clock

    def ending() -> None:
        is_ended.set()
        with suppress(Exception):  # it has ended in the meantime
            end()

    timer = threading.Timer(max(0.0, until - time.monotonic()), ending)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        if is_ended.is_set() or time.monotonic() >= until:
            raise TimeoutError


def _connect(parts: SplitResult, until: float, is_allowed: Callable[[str], bool]) -> socket.socket:
    """Connect to an allowed address of a host."""
    host, secure = parts.hostname or "", parts.scheme == "https"
    found = socket.getaddrinfo(host, parts.port or (443 if secure else 80), type=socket.SOCK_STREAM)
    addresses = [(str(at[0]), int(at[1])) for *_, at in found if is_allowed(str(at[0]))]
    if not addresses:
        raise RefusedAddressError
    sock = _connected(addresses, until)
    sock.settimeout(max(0.01, until - time.monotonic()))
    return ssl.create_default_context().wrap_socket(sock, server_hostname=host) if secure else sock


def _connected(addresses: list[tuple[str, int]], until: float) -> socket.socket:
    """Connect to the first address that answers."""
    for address in addresses[:-1]:
        with suppress(OSError):
            return socket.create_connection(address, max(0.01, min(_LONGEST_CONNECT, until - time.monotonic())))
    return socket.create_connection(addresses[-1], max(0.01, min(_LONGEST_CONNECT, until - time.monotonic())))
