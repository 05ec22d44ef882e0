"""Files: what does not change while the server runs, or for a second, is answered from memory ahead of all else."""

import gzip
import hashlib
import mimetypes
import time
from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import brotli
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from actionmap.counts import COUNTS

_COMPRESSIBLE = {".js", ".css", ".json", ".svg", ".html", ".txt", ".csv", ".geojson", ".kml", ".ics", ".xml"}
mimetypes.add_type("font/woff2", ".woff2")
mimetypes.add_type("application/geo+json", ".geojson")
_FOREVER = "public, max-age=31536000, immutable"
_AGAIN, _MOST_AGAIN = 1.0, 256
"""Seconds for which an answer stands for all who ask the same, and how many such answers are held."""
_DIFFERS_BY = {b"host", b"accept-encoding", b"accept-language", b"if-none-match"}
_BROTLI, _GZIP = 9, 9  # levels: higher ones take ten times as long for two hundredths less


@dataclass(frozen=True)
class File:
    """A file's content, and what to say of it; a Path is read when somebody first asks for it."""

    source: Path | bytes
    name: str
    cache: str = "public, max-age=600"

    @cached_property
    def plain(self) -> bytes:
        """Its content."""
        return self.source if isinstance(self.source, bytes) else self.source.read_bytes()

    @cached_property
    def brotli(self) -> bytes:
        """Its content for nearly every browser."""
        return bytes(brotli.compress(self.plain, quality=_BROTLI))

    @cached_property
    def gzip(self) -> bytes:
        """Its content for all others."""
        return gzip.compress(self.plain, _GZIP, mtime=0)

    @cached_property
    def etag(self) -> str:
        """What changes with its content."""
        return f'W/"{hashlib.sha256(self.plain).hexdigest()[:16]}"'

    @property
    def size(self) -> int:
        """How many bytes of memory it takes as it is now."""
        return sum(len(held) for held in vars(self).values() if isinstance(held, bytes))

    def compress(self) -> None:
        """Compress it, where that is of use, before anybody asks for it."""
        _ = Path(self.name).suffix in _COMPRESSIBLE and self.brotli

    @property
    def is_ready(self) -> bool:
        """Whether it is compressed, so that answering takes no time."""
        return "brotli" in vars(self)

    def answer(self, request: Request) -> Response:
        """Answer a request for it: 304 where the browser has it, else in the best encoding that the browser takes."""
        headers = {"ETag": self.etag, "Cache-Control": self.cache, "Vary": "Accept-Encoding"}
        if self.etag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        taken = {one.partition(";")[0].strip() for one in request.headers.get("accept-encoding", "").split(",")}
        kind = mimetypes.guess_type(self.name)[0] or "application/octet-stream"
        if Path(self.name).suffix not in _COMPRESSIBLE or not taken & {"br", "gzip"}:
            return Response(self.plain, headers=headers, media_type=kind)
        encoding = "br" if "br" in taken else "gzip"
        content = self.brotli if encoding == "br" else self.gzip
        return Response(content, headers=headers | {"Content-Encoding": encoding}, media_type=kind)


def folder_files(prefix: str, folder: Path, *, forever: bool = False) -> dict[str, File]:
    """Return address → file for all files of a folder, hidden ones left out."""
    return {
        f"{prefix}/{path.relative_to(folder).as_posix()}": File(path, path.name, *([_FOREVER] if forever else []))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


class StaticFiles:
    """ASGI middleware that answers for files itself: an address is looked up in a table, never on the disk.

    Parameters
    ----------
    app
        Answers for everything else.
    files
        Address → file; may grow while the server runs.
    """

    def __init__(self, app: ASGIApp, files: Mapping[str, File]) -> None:
        self._app = app
        self._files = files

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a file, or let the app answer."""
        file = self._files.get(scope["path"]) if scope["type"] == "http" else None
        if file and scope["method"] in {"GET", "HEAD"}:
            COUNTS["files answered"] += 1
            request = Request(scope)
            response = file.answer(request) if file.is_ready else await run_in_threadpool(file.answer, request)
            await response(scope, receive, send)
        else:
            await self._app(scope, receive, send)


class Repeated:
    """ASGI middleware that gives an answer again to all who ask for the same within a second.

    It stands before Streamlit's sessions and routes, and before the look at whether the list has changed: they take
    ten times as long as the answer.

    Parameters
    ----------
    app
        Answers for everything else.
    folders
        Beginnings of the addresses whose answers depend on nothing but the address and a few headers.
    """

    def __init__(self, app: ASGIApp, folders: Collection[str]) -> None:
        self._app, self._folders = app, tuple(folders)
        self._given: dict[Hashable, tuple[float, list[Message]]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as a moment ago, or let the app answer."""
        if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith(self._folders):
            await self._app(scope, receive, send)
            return
        headers = tuple(one for one in scope["headers"] if one[0] in _DIFFERS_BY)
        key = scope["scheme"], scope["path"], scope["query_string"], headers
        until, messages = self._given.get(key, (0.0, []))
        if time.monotonic() < until:
            COUNTS["answers given again"] += 1
            start, *body = messages
            for message in ({**start, "headers": [*start["headers"]]}, *body):  # who sends it adds headers of its own
                await send(message)
            return
        given: list[Message] = []

        async def sending(message: Message) -> None:
            given.append(message)
            await send(message)

        await self._app(scope, receive, sending)
        if len(self._given) >= _MOST_AGAIN:
            self._given.clear()
        if given and given[0]["status"] in {200, 304} and not given[-1].get("more_body"):
            self._given[key] = time.monotonic() + _AGAIN, given
