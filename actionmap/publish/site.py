"""The site: a campaign as files for any web server, with a map, filters and sources, and without Python behind it."""

import json
from collections.abc import Iterator
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
from actionmap.drawing.basemap import CITY_ZOOMS, COUNTRY_ZOOMS, features
from actionmap.drawing.layers import ON_SITE
from actionmap.errors import SiteError
from actionmap.files import write_files
from actionmap.paths import STATIC, STYLE_SHEET, TEMPLATES
from actionmap.publish import exports, formats, terms
from actionmap.publish.about import rests
from actionmap.publish.cards import card, detail, title
from actionmap.publish.citation import places_credit
from actionmap.publish.markup import render
from actionmap.world.countries import country_name
from actionmap.world.place import EXACT

_WIDTH = 1000
"""Width of the drawing in its own units."""
_LAND_LEVEL = 1
_MARK = b'<script src="terms.js" defer>'
"""Stands in every published `index.html`, and hardly in another."""
_MOST_NAMED = 3
"""Files that are in the way and are named."""
_CLOSEST_NAMES = 4
"""Names are written up to this zoom of the basemap."""


def write_site(folder: Path, campaign: Campaign, table: ActionTable) -> dict[str, bytes]:
    """Write the site of a campaign: the list as data, what the page needs, and `index.html` when all of that is there.

    Its URL takes the same query as the dashboard's map. A browser that opens it asks no other host for anything, and
    the page says so to the browser (Content-Security-Policy).

    Parameters
    ----------
    folder
        Is made where it is missing. Each file of an earlier publication is replaced in one step, and none before there
        is room for all.
    campaign, table
        The campaign and its actions with their pins.

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
    files = site_files(campaign, table)
    others = _others(folder, {name.partition("/")[0] for name in files})
    if others:
        raise SiteError(
            f"{folder} holds what is no part of a published site ({', '.join(others[:_MOST_NAMED])}"
            f"{', …' if len(others) > _MOST_NAMED else ''}). Name an empty folder, or that of an earlier publication."
        )
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


def site_files(campaign: Campaign, table: ActionTable) -> dict[str, bytes]:
    """Return name → content of the files that `write_site` writes."""
    name = exports.file_name(campaign.settings.date, Selection())
    what = shown(len(table), len(table), Selection(), table.organizations)
    data = {one: f"{name}.{one.ending}" for one in formats.FORMATS if not one.picture}
    static = [STATIC / "favicon.png", *sorted((STATIC / "fonts").iterdir())]
    return {
        "site.css": STYLE_SHEET.read_bytes() + (TEMPLATES / "site.css").read_bytes(),
        "site.js": (TEMPLATES / "site.js").read_bytes(),
        "terms.js": _terms().encode(),
        **{path.relative_to(STATIC).as_posix(): path.read_bytes() for path in static},
        **{file: one.write(table.frame, campaign, what) for one, file in data.items()},
        "index.html": _page(campaign, table, {one.label: file for one, file in data.items()}).encode(),
    }


def _page(campaign: Campaign, table: ActionTable, data: dict[str, str]) -> str:
    start = campaign.settings.map
    ((x, y),) = equal_earth.points([start.longitude], [start.latitude], _WIDTH).round().tolist()
    return render(
        "site.html",
        campaign=campaign,
        start=f"{x:g} {y:g}",
        actions=list(_actions(campaign, table)),
        shown=terms.SHOWN.format(number=f"{len(table):,}", listed=f"{len(table):,}"),
        filters=[(one, _options(one, table)) for one in filters.by_kind()],
        columns=[one.name for one in filters.FILTERS if one.column],
        none_stated=terms.NONE_STATED,
        roles=table.organizations_by_role(),
        width=_WIDTH,
        height=round(_WIDTH * equal_earth.HEIGHT, 1),
        world=equal_earth.world(_WIDTH, _LAND_LEVEL),
        names=[*_names("countries", COUNTRY_ZOOMS), *_names("cities", CITY_ZOOMS)],
        credit=places_credit(table.frame),
        rests=rests(table.frame),
        missing=terms.MISSING,
        data=data,
    )


def _options(one: Filter, table: ActionTable) -> list[tuple[str, str]]:
    """Return what can be chosen of a filter, each with its name; organizations are listed by their roles instead."""
    return [] if one.kind is Kind.ORGANIZATIONS else [(o, one.called(o)) for o in table.options()[one.name]]


def _terms() -> str:
    """Write for the page's script the filters, the words and the sizes of markers that the library has."""
    most = 2 ** ((ON_SITE.largest - ON_SITE.smallest) / ON_SITE.step)  # with more actions, no marker is larger
    radii = ON_SITE.radii(range(1, ceil(most) + 1)).round(2)
    said = {
        "filters": [{"name": one.name, "kind": one.kind} for one in filters.FILTERS],
        "notStated": NOT_STATED,
        "formerNames": filters.FORMER_NAMES,
        "trackers": f"^({filters.TRACKERS})$",
        "unknownName": terms.UNKNOWN_NAME,
        "unknownValue": terms.UNKNOWN_VALUE,
        "radii": radii.tolist(),
        "areaMargin": ON_SITE.area,
        "shown": terms.SHOWN,
        "tied": terms.TIED,
        "counted": terms.COUNTED,
    }
    return f"const TERMS = {json.dumps(said)};\n"


def _actions(campaign: Campaign, table: ActionTable) -> Iterator[dict[str, Any]]:
    """Give what the page says and knows of every action, by country and then by town."""
    values = list(zip(*(table.values(one.column) for one in filters.FILTERS if one.column), strict=True))
    frame = table.frame.assign(
        country_name=[country_name(code) for code in table.frame["country"]],
        **{link: pd.Series(table.tied(link), index=table.frame.index) for link in filters.LINKS},
        searchable=table.searchable,
        values=pd.Series(values, index=table.frame.index),
    )
    frame[["x", "y"]] = equal_earth.points(frame["longitude"].to_numpy(), frame["latitude"].to_numpy(), _WIDTH).round(2)
    for action in records(frame.sort_values(["country_name", "locality"], kind="stable")):
        pinned = pd.notna(action["latitude"])
        yield action | {
            "title": title(action),
            "detail": detail(action, campaign.settings.date),
            "card": card(action, campaign.organizations),
            "at": f"{action['x']:g} {action['y']:g}" if pinned else "",
            "exact": action["precision"] in EXACT,
            "starts": "" if pd.isna(action["starts_utc"]) else f"{action['starts_utc']:%Y-%m-%dT%H:%MZ}",
        }


def _names(kind: str, zooms: tuple[int, ...]) -> Iterator[dict[str, Any]]:
    """Give the basemap's names of a kind: their lines, where they stand, and from which zoom on."""
    for zoom in zooms:
        path = STATIC / f"labels/{kind}-{zoom}.json"
        if zoom > _CLOSEST_NAMES and kind == "cities":
            return
        for feature in features(path):
            longitude, latitude = feature["geometry"]["coordinates"]
            ((x, y),) = equal_earth.points([longitude], [latitude], _WIDTH).round(2).tolist()
            yield {"kind": kind, "zoom": zoom, "x": x, "y": y, "lines": feature["properties"]["text"].split("\n")}
