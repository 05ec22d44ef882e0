"""Headers: what a browser may do with what this server sends it."""

import base64
import hashlib
import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_INLINE = re.compile(rb"<script>(.*?)</script>", re.DOTALL)


def policy(html: bytes, *, embedders: str = "*") -> str:
    """Return the Content-Security-Policy of a page: this host alone, and no script but its files and its own lines.

    Streamlit's tables read their data with WebAssembly, which is allowed by its own word; `eval` is not.

    Parameters
    ----------
    html
        The page; its inline scripts are allowed by their hashes.
    embedders
        Who may show it in a frame, as ``frame-ancestors`` takes it.
    """
    hashes = [base64.b64encode(hashlib.sha256(line).digest()).decode() for line in _INLINE.findall(html)]
    allowed = {
        "default-src": "'self'",
        "script-src": " ".join(["'self' blob: 'wasm-unsafe-eval'", *(f"'sha256-{one}'" for one in hashes)]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self' data:",  # deck.gl fetches a layer's own data so
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": embedders,
    }
    return "; ".join(f"{name} {value}" for name, value in allowed.items())


class SecurityHeaders:
    """ASGI middleware that adds to every answer what keeps a browser from doing more than it shall.

    Parameters
    ----------
    app
        What answers.
    csp
        The Content-Security-Policy.
    """

    def __init__(self, app: ASGIApp, csp: str) -> None:
        self._app = app
        self._headers = {
            "Content-Security-Policy": csp,
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "strict-origin-when-cross-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
            "Cross-Origin-Opener-Policy": "same-origin",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the headers."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, sending)
