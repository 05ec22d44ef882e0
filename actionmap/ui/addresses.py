"""The table of pages: each entry is one in the app's navigation, in the served HTML and in the site map."""

from typing import NamedTuple


class PageEntry(NamedTuple):
    """A page: its path in the address, its script, its title, and what a search engine says of it."""

    path: str
    script: str
    title: str
    description: str


PAGES = (
    PageEntry("", "pages/map.py", "Map", ""),
    PageEntry("reach", "pages/reach.py", "Global reach", "How far the day reached, claim by claim, with its evidence."),
    PageEntry(
        "coverage", "pages/coverage.py", "Coverage gaps", "Who lives within reach of an action, and who does not."
    ),
    PageEntry("your_list", "pages/your_list.py", "Your list", "Bring a list of actions: checked, mended and mapped."),
    PageEntry("pins", "pages/pins.py", "Pins", "The places of the list beside what else may be meant."),
    PageEntry("about", "pages/about.py", "About", "Sources, licences, and what is not known."),
)
