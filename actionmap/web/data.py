"""Data: the list at addresses of its own, which follow the filters as the pages do."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from actionmap.errors import ActionMapError
from actionmap.languages import languages, say, speak, understood
from actionmap.preparing import printed
from actionmap.publish import prints
from actionmap.publish.citation import imprint
from actionmap.publish.formats import FORMATS
from actionmap.publish.markup import render
from actionmap.site.files import in_languages
from actionmap.ui.frame import PAGES, base_path
from actionmap.web import plain
from actionmap.web.asked import Asked, Kept, asked, home, shown_of
from actionmap.web.files import File

_MOST_AT_ONCE = 2
"""Answers that are made at a time."""
_LONGEST_WAIT = 15.0
"""Seconds after which who waits is asked to come back."""
_SERVED = {"csv", "geojson", "kml", "ics", "svg"}
"""Endings of the formats that have an address."""
_PREVIEW_WIDTH = 1200
"""Of the picture that previews of a link show, in pixels."""

_MOST_BYTES = 200_000_000
"""Of answers that are kept: every search makes another."""
_made = Kept[File](_MOST_BYTES, lambda file: file.size)
_turns = asyncio.Semaphore(_MOST_AT_ONCE)

Write = Callable[[Asked], bytes]


def routes(base: str) -> list[Route]:
    """Return the routes of the data under a base path."""
    names = {one.ending: f"{'picture' if one.picture else 'actions'}.{one.ending}" for one in FORMATS}
    written = {name: _data(ending) for ending, name in names.items() if ending in _SERVED}
    made = written | {"picture.png": _preview}
    return [
        *(Route(f"{base}/{name}", partial(_answer, name, write)) for name, write in made.items()),
        Route(f"{base}/robots.txt", robots),
        Route(f"{base}/sitemap.xml", sitemap),
    ]


async def _answer(name: str, write: Write, request: Request) -> Response:
    """Answer with a selection in the query's language, made once for all who ask for it, while few others are made."""
    speak(understood(request.query_params.getlist("lang")))
    try:
        async with asyncio.timeout(_LONGEST_WAIT), _turns:
            file = await run_in_threadpool(_file, name, write, request)
    except TimeoutError:
        return PlainTextResponse(say("Many ask at once: please come back in a minute."), 503, {"Retry-After": "60"})
    except ActionMapError:
        return PlainTextResponse(say("There is no list that can be read."), 503, {"Retry-After": "600"})
    response = await run_in_threadpool(file.answer, request)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _file(name: str, write: Write, request: Request) -> File:
    one = asked(request)
    return _made.get((one.campaign.version, name, one.query), lambda: File(write(one), name))


def _data(ending: str) -> Write:
    (format_,) = (one for one in FORMATS if one.ending == ending)
    return lambda one: format_.write(one.table.select(one.selection), one.campaign, shown_of(one))


def _preview(one: Asked) -> bytes:
    """Draw the map for print in the size that previews of a link have."""
    actions = one.table.select(one.selection)
    return printed(prints.preview, actions, imprint(one.campaign, actions, shown_of(one)), _PREVIEW_WIDTH)


async def robots(request: Request) -> Response:
    """Let search engines in, except to what differs for every visitor."""
    base = base_path()
    lines = (
        "User-agent: *",
        f"Disallow: {base}/_stcore/",
        f"Disallow: {base}/your_list",
        f"Sitemap: {home(request)}sitemap.xml",
    )
    return PlainTextResponse("\n".join([*lines, ""]))


async def sitemap(request: Request) -> Response:
    """List the pages that stand for everybody, each with what it is in other languages."""
    at = [home(request) + one.path for one in PAGES if one.path not in {"pins", "your_list"}]
    pages = [(page, {code: f"{page}?lang={code}" for code in languages()}) for page in at]
    site = f"{home(request)}site/"
    with suppress(ActionMapError):  # without a list there are no pages of it
        names = [name for name in await run_in_threadpool(plain.files) if name.endswith(".html")]
        pages += [(site + name, in_languages(site, name)) for name in names]
    return Response(render("sitemap.xml", pages=pages), media_type="application/xml")
