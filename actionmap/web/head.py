"""The head: what the served HTML says of a page before any script runs, and the first picture of the map."""

import re
from contextlib import suppress
from functools import cache
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from actionmap.errors import ActionMapError
from actionmap.languages import ENGLISH, asked_for, say, speak, spoken
from actionmap.publish.first_map import first_map
from actionmap.publish.markup import render
from actionmap.ui.frame import INDEX, PageEntry, entry_of, has_site, tab_title
from actionmap.ui.live import script_of
from actionmap.ui.loading import public_campaign
from actionmap.web.asked import Asked, Kept, asked, home, shown_of
from actionmap.web.crowd import Crowd, to_site
from actionmap.web.headers import policy

_REMOVED = re.compile(
    r"<!--.*?-->\s*"
    r"|<title>.*?</title>\s*"
    r"|<link rel=\"service-desc\"[^>]*>\s*"  # of an interface that is off
    r"|<link\s+rel=\"preload\"[^>]*SourceSans[^>]*>\s*"  # a font that this theme does not show
    r"|<noscript>.*?</noscript>\s*",
    re.DOTALL,
)
_SCRIPTS = re.compile(r"<script.*?</script>|<link[^>]*modulepreload[^>]*>|</?noscript>", re.DOTALL)
_NEEDED_BY_MAP = "js/BidiComponent.*.js"
"""What Streamlit fetches only once the page asks for a map, which takes a slow phone seconds."""
_FRESH = {"Cache-Control": "no-cache", "Vary": "Accept-Language"}
_drawn = Kept[str](256)


@cache
def shell() -> str:
    """Return Streamlit's page without what it says of itself: the place that `page` fills."""
    return _REMOVED.sub("", INDEX.read_text())


async def page(request: Request) -> Response:
    """Answer for a page: Streamlit's HTML with its own head and the first picture, or the way to the plain site."""
    if not Crowd.is_full():
        Crowd.let_in(request)
        return await run_in_threadpool(_page, request)
    with suppress(ActionMapError):
        if has_site(public_campaign()[1]):
            return to_site(request)
    return await run_in_threadpool(_page, request, is_still=True)


def _page(request: Request, *, is_still: bool = False) -> Response:
    entry = entry_of(request.url.path.rsplit("/", 1)[-1])
    try:
        one = asked(request)
    except ActionMapError:
        return HTMLResponse(shell(), headers=_FRESH)  # the page itself says what to do
    code = asked_for(request.query_params.get("lang", ""), request.headers.get("Accept-Language", ""))
    speak(code or one.campaign.settings.language)
    action = request.query_params.get("action", "")
    head, body = render("served_head.html", **_said(one, entry, action, home(request))), _body(one, entry)
    html = shell().replace("</head>", f"{head}</head>", 1).replace('<div id="root">', f'{body}<div id="root">', 1)
    html = html.replace('<html lang="en">', f'<html lang="{spoken().code}" dir="{spoken().direction}">', 1)
    if is_still:  # of a list that is too long for the plain site
        Crowd.turned_away += 1
        full = render("full.html", address=f"./{entry.path}{_query(one)}")
        return HTMLResponse(_SCRIPTS.sub("", html.replace("<body>", f"<body>{full}", 1)), headers=_FRESH)
    offered = one.campaign.settings.street_map
    allowed = {"Content-Security-Policy": policy(shell().encode(), images=offered.origin)} if offered else {}
    return HTMLResponse(html, headers=_FRESH | allowed)


@cache
def _preloaded() -> tuple[str, ...]:
    static = INDEX.parent / "static"
    return (
        *(str(path.relative_to(INDEX.parent)) for path in static.glob(_NEEDED_BY_MAP)),
        *map(script_of, ("map.js", "live.js")),
    )


def _said(one: Asked, entry: PageEntry, action: str, base: str) -> dict[str, object]:
    settings = one.campaign.settings
    return {
        "title": tab_title(entry.path, one.campaign, one.table, one.selection, action),
        "description": say(entry.description) or settings.standfirst,
        "shown": shown_of(one),
        "base": f"{settings.address.rstrip('/')}/" if settings.address else base,
        "path": entry.path,
        "query": _query(one),
        "preloaded": () if entry.path else _preloaded(),
    }


def _query(one: Asked) -> str:
    """Return the query of this selection in this language."""
    asked_for_it = one.selection.to_query() | ({} if spoken().code == ENGLISH else {"lang": [spoken().code]})
    return f"?{urlencode(asked_for_it, doseq=True)}" if asked_for_it else ""


def _body(one: Asked, entry: PageEntry) -> str:
    """Return the first picture, which is kept: of the map page with a map."""
    settings = one.campaign.settings

    def drawn() -> str:
        beside = {"has_site": has_site(one.table)}
        drawing = "" if entry.path else Markup(first_map(one.table.select(one.selection)))  # noqa: S704 (of a template)
        return render(
            "served_body.html", settings=settings, shown=shown_of(one), query=_query(one), drawing=drawing, **beside
        )

    return _drawn.get((one.campaign.version, entry.path, one.query), drawn)
