"""The plain site: the published site, written at the start and served beside the live pages, for when they are full."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from actionmap.errors import ActionMapError
from actionmap.publish.markup import render
from actionmap.publish.site import site_files
from actionmap.ui.loading import public_campaign
from actionmap.web.asked import Kept
from actionmap.web.files import File

_INDEX = "index.html"
_sites = Kept[dict[str, File]](2)


def routes(base: str) -> list[Route]:
    """Return the route of the site under a base path."""
    return [Route(f"{base}/site/{{name:path}}", site)]


def written() -> dict[str, File]:
    """Return name → file of the site of the list as it is now, and of the same page with a word to who was sent to it.

    Raises
    ------
    ActionMapError
        There is no list.
    """
    campaign, table = public_campaign()

    def write() -> dict[str, File]:
        files = {name: File(content, name) for name, content in site_files(campaign, table).items()}
        note = render("full.html")
        full = files[_INDEX].plain.replace(b"<main>", note.encode() + b"<main>", 1)
        return files | {"full.html": File(full, _INDEX)}

    return _sites.get(campaign.version, write)


async def site(request: Request) -> Response:
    """Answer with a file of the site."""
    name = request.path_params["name"] or (_INDEX if "full" not in request.query_params else "full.html")
    try:
        file = (await run_in_threadpool(written)).get(name)
    except ActionMapError:
        return PlainTextResponse("There is no list that can be read.", 503, {"Retry-After": "600"})
    if not file:
        return PlainTextResponse("There is no such file here.", 404)
    return file.answer(request) if file.is_ready else await run_in_threadpool(file.answer, request)
