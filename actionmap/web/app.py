"""The app: what stands around Streamlit's pages, put together."""

import asyncio
import gc
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route

from actionmap.errors import ActionMapError
from actionmap.paths import STATIC
from actionmap.ui.frame import INDEX, PAGES, base_path
from actionmap.ui.loading import gazetteer
from actionmap.web import data, head, log, plain
from actionmap.web.crowd import Crowd, Uploads
from actionmap.web.files import Repeated, StaticFiles, folder_files
from actionmap.web.headers import SecurityHeaders, policy
from actionmap.web.metrics import metrics

_FONTS = {"SourceSansVF-Upright": "public-sans-latin", "MaterialSymbols-Rounded": "material-symbols"}
"""Streamlit's fonts that it fetches before it hears of the theme's → what it gets: ours, with the icons it names."""

_log = logging.getLogger(__name__)


def routes() -> list[BaseRoute]:
    """Return what is answered beside Streamlit's own addresses."""
    base = base_path()
    pages = [Route(f"{base}/{one.path}", head.page) for one in PAGES]
    return [*pages, *data.routes(base), *plain.routes(base), Route(f"{base}/metrics", metrics)]


def middleware() -> list[Middleware]:
    """Return what every request goes through, from outside to inside."""
    base = base_path()
    ours = folder_files(f"{base}/app/static", STATIC)
    streamlits = folder_files(f"{base}/static", INDEX.parent / "static", forever=True)
    fonts = [(address, to) for address in streamlits for font, to in _FONTS.items() if font in address]
    files = streamlits | ours | {address: ours[f"{base}/app/static/fonts/{to}.woff2"] for address, to in fonts}
    return [
        Middleware(SecurityHeaders, csp=policy(head.shell().encode()), closed={f"{base}/_stcore/metrics"}),
        Middleware(Crowd),
        Middleware(Uploads, folder=f"{base}/_stcore/upload_file/"),
        Middleware(StaticFiles, files=files),
        Middleware(Repeated, folders=[f"{base}/{name}" for name in ("site/", "actions.", "picture.")]),
    ]


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """Warm up beside the first visitors: nobody waits for it, and everybody has the use of it."""
    log.begin()
    Thread(target=_warm_up, name="warm-up", daemon=True).start()
    counting = asyncio.create_task(log.tell_counts())
    yield
    counting.cancel()


def _warm_up() -> None:
    start = time.monotonic()
    gazetteer()
    try:
        plain.warm_up()
    except ActionMapError as error:
        _log.warning("There is no list yet: %s", error)
    gc.collect()
    gc.freeze()
    _log.info("warmed up", extra={"figures": {"seconds": round(time.monotonic() - start, 1)}})
