"""The table of formats: each entry is one on the pages, on the command line and on the published site."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from actionmap.campaign.folder import Campaign

if TYPE_CHECKING:
    from pandas import DataFrame

# The writers import what they need themselves: the command line reads this table for its help.

Writer = Callable[["DataFrame", Campaign, str], bytes]
"""Writes rows of `ActionTable.frame` of a campaign; the text says in one line which they are."""


@dataclass(frozen=True)
class Format:
    """One format.

    Parameters
    ----------
    ending
        The end of a file's name, and what the command line calls it.
    label
        What stands on its button.
    media_type
        What a server calls it.
    write
        What writes it.
    picture
        Whether it is a map for print; the others are data, and on the published site too.
    has_words
        Whether it is data that says something of each action, as a card does, in the language spoken.
    """

    ending: str
    label: str
    media_type: str
    write: Writer
    picture: bool = False
    has_words: bool = False


def _csv(actions: "DataFrame", campaign: Campaign, selection: str) -> bytes:
    from actionmap.publish.exports import to_csv

    return to_csv(actions)


def _geojson(actions: "DataFrame", campaign: Campaign, selection: str) -> bytes:
    from actionmap.publish.exports import to_geojson

    return to_geojson(actions).encode()


def _in_words(ending: str, actions: "DataFrame", campaign: Campaign, selection: str) -> bytes:
    from actionmap.publish.exports import to_ics, to_kml

    write = to_ics if ending == "ics" else to_kml
    return write(actions, campaign.settings.title, campaign.organizations)


def _print(ending: str, actions: "DataFrame", campaign: Campaign, selection: str) -> bytes:
    from actionmap.publish.citation import imprint
    from actionmap.publish.prints import map_file

    return map_file(actions, imprint(campaign, actions, selection), ending)


FORMATS: tuple[Format, ...] = (
    Format("csv", "CSV", "text/csv", _csv),
    Format("geojson", "GeoJSON", "application/geo+json", _geojson),
    Format("kml", "KML", "application/vnd.google-earth.kml+xml", partial(_in_words, "kml"), has_words=True),
    Format("ics", "iCalendar", "text/calendar", partial(_in_words, "ics"), has_words=True),
    Format("pdf", "PDF", "application/pdf", partial(_print, "pdf"), picture=True),
    Format("png", "PNG, 300 dpi", "image/png", partial(_print, "png"), picture=True),
    Format("svg", "SVG", "image/svg+xml", partial(_print, "svg"), picture=True),
)
"""All formats, in the order of the buttons."""


def media_type(file_name: str) -> str:
    """Return what a server calls a file of this name."""
    ending = file_name.rpartition(".")[2]
    return next((one.media_type for one in FORMATS if one.ending == ending), f"application/{ending}")
