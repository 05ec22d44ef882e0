"""Headers: what a browser may do with what this server sends it."""

import base64
import hashlib
import os
import re
import tomllib
from collections.abc import Collection
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from actionmap.paths import EMBEDDERS_VARIABLE
from actionmap.web.metrics import knows_token

_TABLE = tomllib.loads(Path(__file__).with_name("headers.toml").read_text("utf-8"))
_INLINE = re.compile(rb"<script>(.*?)</script>", re.DOTALL)


def policy(html: bytes, *, images: str = "") -> str:
    """Return the Content-Security-Policy of a page: this host alone, and no script but its files and its own lines.

    Parameters
    ----------
    html
        The page; its inline scripts are allowed by their hashes.
    images
        The one other host from which pictures may come: that of the street map which the campaign offers.
    """
    hashes = [base64.b64encode(hashlib.sha256(line).digest()).decode() for line in _INLINE.findall(html)]
    given = {"hashes": " ".join(f"'sha256-{one}'" for one in hashes), "images": images}
    given |= {"embedders": os.environ.get(EMBEDDERS_VARIABLE) or "*"}
    return "; ".join(f"{name} {value.format_map(given).rstrip()}" for name, value in _TABLE["policy"].items())


class SecurityHeaders:
    """ASGI middleware that adds to every answer what keeps a browser from doing more than it shall.

    Parameters
    ----------
    app
        What answers.
    csp
        The Content-Security-Policy.
    closed
        Addresses at which nothing is, but for who knows the token: Streamlit's own that are nobody else's business.
    """

    def __init__(self, app: ASGIApp, csp: str, closed: Collection[str]) -> None:
        self._app, self._closed = app, closed
        self._headers = {"Content-Security-Policy": csp, **_TABLE["headers"]}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the headers."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        closed = scope.get("path") in self._closed and not knows_token(Headers(scope=scope))
        app = PlainTextResponse("Not Found", 404) if closed else self._app
        await app(scope, receive, sending)
