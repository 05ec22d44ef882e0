"""The plain site: the published site beside the live pages, for embeds, search engines, and for when they are full."""

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from actionmap.errors import ActionMapError
from actionmap.languages import ENGLISH, languages, say, speaking, spoken, understood
from actionmap.publish.markup import render
from actionmap.site.files import SiteFiles, site_files
from actionmap.site.pages import folder_of
from actionmap.ui.frame import BESIDE, base_path, has_site
from actionmap.ui.loading import public_campaign
from actionmap.web.asked import Kept, home
from actionmap.web.crowd import without_language
from actionmap.web.files import File

_INDEX, _FULL = "index.html", "full.html"
_sites = Kept[SiteFiles](40)
_MOST_BYTES = 200_000_000
"""Of the files that are kept: every host by whose name the server is asked has pages of its own."""
_files = Kept[File](_MOST_BYTES, lambda file: file.size)


def routes(base: str) -> list[Route]:
    """Return the route of the site under a base path; pages then lead there."""
    BESIDE.add("site")
    return [Route(f"{base}/site/{{name:path}}", site)]


def files(address: str = "") -> SiteFiles:
    """Return the files of the site of the list as it is now in the language spoken, none of them written yet.

    A list that is too long for a page has none.

    Raises
    ------
    ActionMapError
        There is no list.
    """
    campaign, table = public_campaign()
    if not has_site(table):
        return SiteFiles({})
    return _sites.get((campaign.version, address), lambda: site_files(campaign, table, address))


def file(name: str, address: str = "") -> File | None:
    """Return a file of the site in the language spoken, written once; the page that who was sent to it gets says so.

    Raises
    ------
    ActionMapError
        There is no list, or a file of the program is missing.
    """
    site, written = files(address), _INDEX if name == _FULL else name
    if written not in site:
        return None

    def write() -> File:
        content = site[written]
        if name == _FULL:
            live = f"{'../' * (1 + folder_of(spoken().code).count('/'))}?lang={spoken().code}"
            content = content.replace(b"<main>", render("full.html", address=live).encode() + b"<main>", 1)
        return File(content, written)

    return _files.get((public_campaign()[0].version, address if written.endswith(".html") else "", name), write)


def warm_up() -> None:
    """Write and compress what everybody who comes to the site gets, the pages aside."""
    for name in files():
        if "/" not in name and name != _INDEX and (one := file(name)):
            one.compress()


async def site(request: Request) -> Response:
    """Answer with a file of the site, or lead to it in the language that the address asks for."""
    language, slash, name = request.path_params["name"].partition("/")
    if language == ENGLISH or language not in languages():
        language, slash, name = ENGLISH, "/", request.path_params["name"]
    asked = understood(request.query_params.getlist("lang"))
    if asked or not slash:
        query = QueryParams(without_language(request))
        return RedirectResponse(f"{base_path()}/site/{folder_of(asked or language)}{name}{f'?{query}' * bool(query)}")
    name = name or (_INDEX if "full" not in request.query_params else _FULL)
    with speaking(language):
        try:
            found = await run_in_threadpool(file, name, f"{home(request)}site/")
        except ActionMapError:
            return PlainTextResponse(say("There is no list that can be read."), 503, {"Retry-After": "600"})
        if not found:
            return PlainTextResponse(say("There is no such file here."), 404)
    return found.answer(request) if found.is_ready else await run_in_threadpool(found.answer, request)
