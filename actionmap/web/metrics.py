"""Metrics: what the keeper of a server watches, in Prometheus' text format, for who knows the token."""

import hmac
import os

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from actionmap.counts import COUNTS
from actionmap.paths import METRICS_TOKEN_VARIABLE
from actionmap.web.crowd import Crowd

_KIND = "text/plain; version=0.0.4; charset=utf-8"


def knows_token(headers: Headers) -> bool:
    """Tell whether a request names the token; nobody does where there is none."""
    token = os.environ.get(METRICS_TOKEN_VARIABLE, "")
    return bool(token) and hmac.compare_digest(headers.get("authorization", "").encode(), f"Bearer {token}".encode())


async def metrics(request: Request) -> Response:
    """Answer with the counters; without the token, nothing is here."""
    if not knows_token(request.headers):
        return PlainTextResponse("Not Found", 404)
    lines = [
        "# TYPE actionmap_live_visitors gauge",
        f"actionmap_live_visitors {Crowd.live}",
        "# TYPE actionmap_total counter",
        f'actionmap_total{{what="visitors turned to the site"}} {Crowd.turned_away}',
        *(f'actionmap_total{{what="{what}"}} {times}' for what, times in sorted(COUNTS.items())),
    ]
    return PlainTextResponse("\n".join([*lines, ""]), media_type=_KIND)
