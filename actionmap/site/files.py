"""Files: the site as name → content, and how it is written to a folder."""

import json
from collections import UserDict, defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from math import ceil
from pathlib import Path
from typing import Any

import pandas as pd

from actionmap.campaign import filters
from actionmap.campaign.filters import NOT_STATED, Filter, Kind
from actionmap.campaign.folder import Campaign
from actionmap.campaign.selection import Selection, shown
from actionmap.campaign.table import ActionTable, records
from actionmap.drawing import equal_earth
from actionmap.drawing.basemap import CITY_ZOOMS, COUNTRY_ZOOMS, broken, features
from actionmap.drawing.layers import ON_SITE
from actionmap.drawing.shading import shapes
from actionmap.errors import SiteError
from actionmap.files import write_files
from actionmap.languages import ENGLISH, first_day, languages, mark, say, speaking, spoken
from actionmap.paths import LABELS, STATIC, STYLE_SHEET, TEMPLATES
from actionmap.publish import exports, formats, terms
from actionmap.publish.cards import detail, title
from actionmap.publish.citation import places_credit
from actionmap.publish.markup import render
from actionmap.publish.wording import site_words
from actionmap.reach.towns import towns_json
from actionmap.site.pages import WHOLE, Pages, Writer, action_page, folder_of, in_order
from actionmap.text import LETTERS
from actionmap.world.countries import country_name
from actionmap.world.place import Precision

_WIDTH = 1000
"""Width of the drawing in its own units."""
_COARSE = 8
"""Hundredths of the drawing's unit to which outlines are drawn: a pixel where one is closest."""
_LAND_LEVEL, _CLOSER_LEVEL = 0, 1
"""Of the basemap's land: on the page, and in the file that it fetches once somebody comes closer."""
_HEIGHTS = {"map": 420, "list": 900}
"""Of a frame whose page does not listen to how high it wants to be, in pixels."""
_MOST_IN_SITEMAP = 50_000
_MARK = b'<script src="terms.js" defer>'
"""Stands in every published `index.html`, and hardly in another."""
_MOST_NAMED = 3
"""Files that are in the way and are named."""
_TOWN_ZOOMS = 2
"""From so many zooms of the basemap, the first, towns are named."""


def write_site(
    folder: Path, campaign: Campaign, table: ActionTable, address: str = "", *, codes: Collection[str] = ()
) -> dict[str, bytes]:
    """Write the site of a campaign in all languages, `index.html` when everything else is there.

    Its URL takes the same query as the dashboard's map. A browser that opens it asks no other host for anything, and
    the page says so to the browser (Content-Security-Policy).

    Parameters
    ----------
    folder
        Is made where it is missing. Each file of an earlier publication is replaced in one step, and none before there
        is room for all.
    campaign, table
        The campaign and its actions with their pins.
    address
        Where the site will be found, ending with a slash: its pages then say so to search engines and previews.
    codes
        The languages that are written; all where none is named.

    Returns
    -------
    dict
        Name → content of the files written.

    Raises
    ------
    SiteError
        The folder holds something else than an earlier publication.
    OSError
        The folder cannot be written to.
    """
    sites: dict[str, SiteFiles] = {}
    for code in reversed([*(codes or languages())]):
        with speaking(code):
            sites[folder_of(code)] = site_files(campaign, table, address)
    others = _others(folder, {(within + name).partition("/")[0] for within, site in sites.items() for name in site})
    if others:
        named = [*others[:_MOST_NAMED], *["…"][: len(others) > _MOST_NAMED]]
        raise SiteError.of("no-site", folder=folder, names=say(", ").join(named))
    files = {within + name: content for within, site in sites.items() for name, content in site.items()}
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
    write_files({folder / name: content for name, content in files.items()})
    return files


def _others(folder: Path, ours: set[str]) -> list[str]:
    """Return what a folder holds, hidden files aside, that no publication has written."""
    index = folder / "index.html"
    if index.is_file():
        return [] if _MARK in index.read_bytes() else [index.name]
    there = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    return [name for name in there if name not in ours and not name.startswith(".")]


class SiteFiles(UserDict[str, Any]):
    """Name → content of the files of a site; each is written when it is asked for, in the language of its maker.

    Parameters
    ----------
    writers
        Name → what writes it.
    """

    def __init__(self, writers: Mapping[str, Writer]) -> None:
        super().__init__(writers)
        self._language = spoken().code

    def __getitem__(self, name: str) -> bytes:
        """Write a file."""
        with speaking(self._language):
            return bytes(self.data[name]())


def site_files(campaign: Campaign, table: ActionTable, address: str = "") -> SiteFiles:
    """Return the files of the site in the language spoken; the English ones are those which all share, too."""
    pages = Pages(campaign, table, address)
    name = exports.file_name(campaign.settings.date, Selection())
    what = shown(len(table), len(table), Selection(), table.organizations)
    data = {one: f"{name}.{one.ending}" for one in formats.FORMATS if not one.picture}
    fonts = (path for path in (STATIC / "fonts").iterdir() if "vietnamese" not in path.name)
    static = [STATIC / "favicon.png", *sorted(fonts)]
    root = "../" * folder_of(spoken().code).count("/")
    index = {say(one.label): file if one.has_words else root + file for one, file in data.items()}
    said: dict[str, Writer] = {
        "terms.js": lambda: _terms(campaign, table).encode(),
        "index.html": lambda: _page(table, index, pages),
    }
    lists: dict[str, Writer] = {file: partial(one.write, table.frame, campaign, what) for one, file in data.items()}
    if spoken().code != ENGLISH:
        said |= {file: lists[file] for one, file in data.items() if one.has_words}
        return SiteFiles({name: write for name, write in pages.writers.items() if not name.endswith(".png")} | said)
    return SiteFiles(
        {
            "site.css": lambda: STYLE_SHEET.read_bytes() + (TEMPLATES / "site.css").read_bytes(),
            **{name: (TEMPLATES / name).read_bytes for name in ("site.js", "site_map.js")},
            "towns.json": lambda: towns_json(table.countries),
            "land.json": lambda: json.dumps(_land(_CLOSER_LEVEL)[2:], separators=(",", ":")).encode(),
            **{path.relative_to(STATIC).as_posix(): path.read_bytes for path in static},
            **lists,
            **pages.writers,
            **({"sitemap.xml": lambda: _sitemap(address, pages).encode()} if address else {}),
            **said,
        }
    )


def _land(level: int) -> equal_earth.World:
    return equal_earth.world(_WIDTH / _COARSE, level)


def _sitemap(address: str, pages: Pages) -> str:
    """List the pages for search engines, as many as a site map may have, each with what it is in other languages."""
    names = ["", *(name for name in pages.writers if name.endswith(".html"))][:_MOST_IN_SITEMAP]
    return render("sitemap.xml", pages=[(address + name, in_languages(address, name)) for name in names])


def in_languages(address: str, name: str) -> dict[str, str]:
    """Return language → address of a page of the site."""
    return {code: f"{address}{folder_of(code)}{name}" for code in languages()}


def _page(table: ActionTable, data: dict[str, str], pages: Pages) -> bytes:
    return pages.render(
        "site.html",
        "",
        actions=list(_actions(pages.campaign, table)),
        shown=terms.counted("shown", len(table), shown=len(table)),
        filters=[(one, _options(one, table)) for one in filters.by_kind()],
        columns=[one.name for one in filters.FILTERS if one.column],
        none_stated=say(terms.NONE_STATED),
        roles=table.organizations_by_role(),
        width=_WIDTH,
        coarse=_COARSE,
        world=_land(_LAND_LEVEL),
        tints=[(code, equal_earth.outlines(shape, _WIDTH / _COARSE)) for code, shape in _tinted(table)],
        names=[*_names("countries", COUNTRY_ZOOMS), *_names("cities", CITY_ZOOMS[:_TOWN_ZOOMS])],
        data=data,
        pages=[(group.page, group.name) for group in pages.groups],
        pictures=defaultdict(str, pages.pictures),
        embeds=EMBEDS,
    )


def _tinted(table: ActionTable) -> Iterator[tuple[str, list[Any]]]:
    """Give the shapes of the countries of which actions name no more."""
    codes = set(table.frame.loc[table.frame["precision"] == Precision.COUNTRY, "country"])
    for shape in shapes():
        if shape["properties"]["code"] in codes:
            yield shape["properties"]["code"], shape["geometry"]["coordinates"]


def _options(one: Filter, table: ActionTable) -> list[tuple[str, str]]:
    """Return what can be chosen of a filter, each with its name; organizations are listed by their roles instead."""
    return [] if one.kind is Kind.ORGANIZATIONS else [(o, one.called(o)) for o in table.options()[one.name]]


def _terms(campaign: Campaign, table: ActionTable) -> str:
    """Write for the page's script the filters, the words and the sizes of markers that the library has."""
    most = 2 ** ((ON_SITE.largest - ON_SITE.smallest) / ON_SITE.step)  # with more actions, no marker is larger
    radii = ON_SITE.radii(range(1, ceil(most) + 1)).round(2)
    message = spoken().messages.gettext
    said = {
        "filters": [{"name": one.name, "kind": one.kind} for one in filters.FILTERS],
        "notStated": NOT_STATED,
        "between": say(", "),
        "formerNames": filters.FORMER_NAMES,
        "trackers": f"^({filters.TRACKERS})$",
        "radii": radii.tolist(),
        "root": "../" * folder_of(spoken().code).count("/"),
        "links": filters.LINKS,
        "firstDay": first_day(),
        "unknownName": message(terms.UNKNOWN_NAME),
        "unknownValue": message(terms.UNKNOWN_VALUE),
        "counted": terms.counted_forms(),
        "said": site_words(),
        "letters": {chr(letter): like for letter, like in LETTERS.items()},
        "picture": WHOLE,
        "embeds": embeds(campaign, table, src="«src»", full="«full»", picture="«picture»"),
    }
    return f"const TERMS = {json.dumps(said, separators=(',', ':'))};\n"


EMBEDS = {"map": mark("Live, map only"), "list": mark("Live, with list"), "still": mark("A picture with a link")}
"""The ways to show a selection inside another page → what each is called."""


def embeds(campaign: Campaign, table: ActionTable, *, src: str, full: str, picture: str) -> dict[str, str]:
    """Return for each of `EMBEDS` what another page needs, as HTML.

    Parameters
    ----------
    campaign, table
        What is shown.
    src, full, picture
        The addresses of the map in a frame, of the map itself, and of a picture of it.
    """
    said = {"title": campaign.settings.title, "full": full, "picture": picture, "credit": places_credit(table.frame)}
    live = {kind: render("embed_live.html", src=src, height=height, **said) for kind, height in _HEIGHTS.items()}
    return live | {"still": render("embed_still.html", **said)}


def _actions(campaign: Campaign, table: ActionTable) -> Iterator[dict[str, Any]]:
    """Give what the page says and knows of every action, by country and then by town."""
    values = list(zip(*(table.values(one.column) for one in filters.FILTERS if one.column), strict=True))
    frame = table.frame.assign(
        **{link: pd.Series(table.tied(link), index=table.frame.index) for link in filters.LINKS},
        searchable=table.searchable,
        values=pd.Series(values, index=table.frame.index),
    )
    for action in records(in_order(frame)):
        pinned = pd.notna(action["latitude"])
        yield action | {
            "title": title(action),
            "detail": detail(action, campaign.settings.date),
            "page": action_page(action["id"]),
            "at": f"{action['latitude']:.5f} {action['longitude']:.5f}" if pinned else "",
        }


def _names(kind: str, zooms: tuple[int, ...]) -> Iterator[dict[str, Any]]:
    """Give the basemap's names of a kind: their lines, where they stand, and from which zoom on."""
    for zoom in zooms:
        path = LABELS / spoken().code / f"{kind}-{zoom}.json"
        towns = json.loads(path.read_bytes()) if path.exists() else {}
        for at, feature in enumerate(features(LABELS / f"{kind}-{zoom}.json")):
            longitude, latitude = feature["geometry"]["coordinates"]
            ((x, y),) = equal_earth.points([longitude], [latitude], _WIDTH).round(2).tolist()
            code = spoken().code != ENGLISH and feature["properties"].get("code")
            text = broken(country_name(code)) if code else towns.get(str(at), feature["properties"]["text"])
            yield {"kind": kind, "zoom": zoom, "x": x, "y": y, "lines": text.split("\n")}
