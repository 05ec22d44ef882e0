"""The crowd: how many visitors have a live page open or send a file, and who is given the published site instead."""

import asyncio
import os
import time
from collections import deque
from typing import ClassVar

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from actionmap.languages import asked_for
from actionmap.paths import MOST_VISITORS_VARIABLE
from actionmap.site.pages import folder_of
from actionmap.ui.frame import base_path, is_answered

_ARRIVING = 10.0
"""Seconds that a browser has from the page to its websocket before its place is another's."""
MOST_VISITORS = 200
"""Live visitors whom two cores serve well: the most of those tried who waited less than 1 s (p95; benchmarks/)."""
_TOO_MANY = 5
"""Times so many that none is let in, whatever page led there: each may hold some megabytes."""


class Crowd:
    """ASGI middleware that counts live visitors, by their websockets, and passes on what their pages say alone.

    Attributes
    ----------
    live
        How many have a page open.
    arriving
        When those were given a page who have not opened it yet: else all who come within one second would be let in.
    turned_away
        How many have been given the site instead, so far.
    """

    live = 0
    arriving: ClassVar[deque[float]] = deque()
    turned_away = 0

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the app answer, counting while a websocket is open."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        if Crowd.live >= _TOO_MANY * _most():
            await send({"type": "websocket.close", "code": 1013})
            return
        Crowd.live += 1
        if self.arriving:
            self.arriving.popleft()

        async def receiving() -> Message:
            while (message := await receive()).get("bytes") and not is_answered(message["bytes"]):
                pass
            return message

        try:
            await self._app(scope, receiving, send)
        finally:
            Crowd.live -= 1

    @classmethod
    def is_full(cls) -> bool:
        """Tell whether a further visitor would slow down those who are inside."""
        while cls.arriving and cls.arriving[0] < time.monotonic() - _ARRIVING:
            cls.arriving.popleft()
        return cls.live + len(cls.arriving) >= _most()

    @classmethod
    def let_in(cls, request: Request) -> None:
        """Keep a place for a browser that is given a live page; programs open none."""
        if "text/html" in request.headers.get("accept", ""):
            cls.arriving.append(time.monotonic())


class Uploads:
    """ASGI middleware that takes few files at a time, each within its time: memory is held for whoever sends one.

    Parameters
    ----------
    app
        Takes them, and answers for everything else.
    folder
        How the addresses of files begin.
    most, seconds
        How many are taken at a time, and how long each may take.
    """

    def __init__(self, app: ASGIApp, folder: str, most: int = 40, seconds: float = 120) -> None:
        self._app, self._folder, self._seconds = app, folder, seconds
        self._turns = asyncio.Semaphore(most)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take a file, or say that it takes too long or that too many come at once."""
        if scope["type"] != "http" or scope["method"] != "PUT" or not scope["path"].startswith(self._folder):
            await self._app(scope, receive, send)
            return
        refused = PlainTextResponse("Service Unavailable", 503, {"Retry-After": "60", "Connection": "close"})
        if not self._turns.locked():
            try:
                async with self._turns, asyncio.timeout(self._seconds):
                    await self._app(scope, receive, send)
                return
            except TimeoutError:
                refused = PlainTextResponse("Request Timeout", 408, {"Connection": "close"})
        await refused(scope, receive, send)


def _most() -> int:
    return int(os.environ.get(MOST_VISITORS_VARIABLE) or MOST_VISITORS)


def to_site(request: Request) -> Response:
    """Send a visitor to the published site, filters and language included; not kept, so that the next try counts."""
    Crowd.turned_away += 1
    code = asked_for(request.query_params.get("lang", ""), request.headers.get("Accept-Language", ""))
    query = QueryParams([("full", "1"), *without_language(request)])
    return RedirectResponse(f"{base_path()}/site/{folder_of(code)}?{query}", 307, {"Cache-Control": "no-store"})


def without_language(request: Request) -> list[tuple[str, str]]:
    """Return what a request's query has besides the language, which an address on the site has in its path."""
    return [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
