"""The frame around every page: the table of pages, and how each is drawn."""

import runpy
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import streamlit as st
from streamlit import config
from streamlit.navigation.page import Page
from streamlit.proto.BackMsg_pb2 import BackMsg

from actionmap.campaign.folder import Campaign
from actionmap.campaign.selection import Selection, asked
from actionmap.campaign.table import ActionTable
from actionmap.errors import ActionMapError
from actionmap.languages import mark, say, strung
from actionmap.publish.cards import title
from actionmap.publish.markup import render
from actionmap.publish.terms import counted
from actionmap.text import markdown_text
from actionmap.ui import view
from actionmap.ui.live import live
from actionmap.ui.view import SESSION

INDEX = Path(st.__file__).parent / "static" / "index.html"
"""The page that Streamlit serves for every address."""
_DASHBOARD = Path(__file__).parent.parent.parent / "dashboard.py"
_LOADED = "_loaded"
_ANSWERED = {"rerun_script", "stop_script", "file_urls_request", "app_heartbeat", "backend_operation_request"}
_LONGEST_EVENT = 5_000
"""Letters that tell what was clicked or typed; a page sends one at a time, which is looked up."""


class PageEntry(NamedTuple):
    """A page: its path in the address, its script, its title, what a search engine says of it, if filters matter."""

    path: str
    script: str
    title: str
    description: str
    is_filtered: bool = False


PAGES = (
    PageEntry("", "pages/map.py", mark("Map"), "", is_filtered=True),
    PageEntry(
        "reach", "pages/reach.py", mark("Global reach"), mark("How far the day reached, with its evidence."), True
    ),
    PageEntry(
        "coverage", "pages/coverage.py", mark("Coverage gaps"), mark("Who lives within reach of an action."), True
    ),
    PageEntry(
        "your_list",
        "pages/your_list.py",
        mark("Your list"),
        mark("Bring a list of actions: checked, mended and mapped."),
    ),
    # Translators: the markers of a map.
    PageEntry(
        "pins", "pages/pins.py", mark("Pins"), mark("The places of the list beside what else may be meant."), True
    ),
    PageEntry("about", "pages/about.py", mark("About"), mark("Sources, licences, and what is not known.")),
)
"""Each entry is a page in the navigation, in the served HTML and in the site map."""


BESIDE: set[str] = set()
"""What stands beside the pages in this process: "site", where `server.py` is the way in."""
_MOST_ON_SITE = 20_000
"""Actions of which the published site is served: its page names each of them, and a browser reads all of it."""


def has_site(table: ActionTable) -> bool:
    """Tell whether the published site of these actions stands beside the pages."""
    return "site" in BESIDE and len(table) <= _MOST_ON_SITE


def base_path() -> str:
    """Return the path under which everything is served: empty, or as "/map"."""
    path = (config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


def is_answered(content: bytes) -> bool:
    """Tell whether a visitor's message is one that pages send: others empty all caches, or do thousands of things."""
    try:
        message = BackMsg.FromString(content)
    except ValueError:
        return True  # Streamlit ends the connection
    events = (one.json_trigger_value for one in message.rerun_script.widget_states.widgets)
    return message.WhichOneof("type") in _ANSWERED and all(len(one) <= _LONGEST_EVENT for one in events)


def tab_title(
    path: str, campaign: Campaign, table: ActionTable, selection: Selection, action: str, near: str = ""
) -> str:
    """Return the title of a page with this view: what is open or chosen, the page, the campaign."""
    opened = table.action(action)
    seen = title(opened) if opened else asked(selection, table.organizations)
    town = say("Nearest to {name}", name=near) if near and not path else ""
    return strung((seen, town, say(entry_of(path).title) if path else "", campaign.settings.title), " · ")


def entry_of(path: str) -> PageEntry:
    """Return the page at a path."""
    return next(one for one in PAGES if one.path == path)


def head(page: Page, pages: Sequence[Page], campaign: Campaign, table: ActionTable) -> None:
    """Draw what stands above every page: the tab's title, the short ways by keyboard, the pages on small screens."""
    seen, path, entry = view.current(), page.url_path, entry_of(page.url_path)
    st.set_page_config(page_title=tab_title(path, campaign, table, seen.selection, seen.action, seen.near))
    html = render(
        "skip.html",
        places=() if path else (("map", say("Skip to the map")), ("listing", say("Skip to the list"))),
        page=say(entry.title),
        shown=entry.is_filtered and counted("shown", len(table), shown=int(table.mask(seen.selection).sum())),
        is_filtered=entry.is_filtered,
        in_force=len(seen.selection.chosen),
        is_framed=st.context.is_embedded,
    )
    live(html, key="skip", does={"language": view.speak_from_now})
    shown = [] if st.context.is_embedded else [one for one in pages if one.visibility == "visible"]
    with st.container(horizontal=True, key="pages"):
        for one in shown:
            st.page_link(one)


def run(page: Page, campaign: Campaign, table: ActionTable) -> None:
    """Run a page from the dashboard."""
    SESSION[_LOADED] = campaign, table
    try:
        page.run()
    except ActionMapError as error:  # a file of the program is missing or damaged
        st.error(markdown_text(str(error)))
    finally:
        del SESSION[_LOADED]


def draw(show: Callable[[Campaign, ActionTable], None]) -> None:
    """Draw a page inside the dashboard.

    Where a new server's first visitor comes straight to a page's address, Streamlit runs the file in `pages/` alone:
    beside a folder of that name it takes every script for one of its older kind of app, until `st.navigation` has been
    called once in the process. No setting, argument or hook before the first run says otherwise (1.67), so the page
    runs the dashboard, and that runs the page.
    """
    if _LOADED in SESSION:
        show(*SESSION[_LOADED])
    else:
        runpy.run_path(str(_DASHBOARD))
