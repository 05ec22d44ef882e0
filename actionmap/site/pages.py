"""Pages: plain HTML for every action, country and organization, and for the day's reach."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pandas as pd
from markupsafe import Markup

from actionmap.campaign.actions import TIE_NAMES
from actionmap.campaign.filters import LINKS
from actionmap.campaign.folder import Campaign
from actionmap.campaign.organizations import Organization
from actionmap.campaign.selection import Selection, shown
from actionmap.campaign.table import ActionTable, records
from actionmap.drawing import charts
from actionmap.drawing.chart_parts import Chart
from actionmap.languages import ENGLISH, joined, languages, mark, say, sentences, spoken, strung
from actionmap.publish import terms
from actionmap.publish.about import rests
from actionmap.publish.cards import card, claim_beside_evidence, detail, figures_of, title
from actionmap.publish.citation import imprint, places_credit
from actionmap.publish.first_map import small_picture
from actionmap.publish.markup import render
from actionmap.publish.prints import chart_file
from actionmap.text import fold, slug
from actionmap.world.countries import country_name
from actionmap.world.place import EXACT, Place

Writer = Callable[[], bytes]
"""Writes a file once somebody asks for it."""

_MOST_PICTURES = 400
"""Pictures of single places and countries; what comes after them shows the picture of everything."""
_PLAIN_ID = re.compile("[a-z0-9][a-z0-9_-]*")
_SAME_PICTURE = 1
"""Decimals of degrees to which places must agree to share a picture: a few of its pixels."""
WHOLE = "pictures/all.png"
"""The picture of everything."""
_TIES_TO_DAY = {"call": mark("{place}: {title}"), "same-day": mark("{place}: same day as {title}")}
"""Basis of an action → what its name for programs says of its place; nothing more where the basis is not stated."""


def folder_of(language: str) -> str:
    """Return the folder in which the site's pages of a language lie: English ones at the root, Spanish in "es/"."""
    return "" if language in {"", ENGLISH} else f"{language}/"


def page_name(id_: str) -> str:
    """Return what the file of an id is called, without folder and ending: the same on every system, whatever the id."""
    if _PLAIN_ID.fullmatch(id_):
        return id_
    return f"{slug(id_)[:60] or 'id'}-{hashlib.sha256(id_.encode()).hexdigest()[:8]}"


def action_page(id_: str) -> str:
    """Return the address of an action's page on the site."""
    return f"actions/{page_name(id_)}.html"


class Group(NamedTuple):
    """Actions that share a page: those of a country, or those tied to an organization.

    Parameters
    ----------
    parameter, value
        The filter that shows them, and its value.
    name
        What stands above them.
    rows
        Their places in `ActionTable.frame`, each with the tie.
    """

    parameter: str
    value: str
    name: str
    rows: dict[int, str]
    source_url: str = ""

    @property
    def page(self) -> str:
        """The address of its page on the site."""
        if self.parameter == "country":
            return f"countries/{page_name(self.value.lower())}.html"
        return f"members/{page_name(self.value)}.html"


def groups(table: ActionTable) -> list[Group]:
    """Return the groups that have a page: countries with an action, coalition members, organizations of several."""
    by_country: dict[str, dict[int, str]] = {code: {} for code in table.countries}
    for row, code in enumerate(table.frame["country"]):
        if code:
            by_country[code][row] = ""
    tied: dict[str, dict[int, list[str]]] = {}
    for link in LINKS:
        for row, ids in enumerate(table.tied(link)):
            for id_ in ids:
                tied.setdefault(id_, {}).setdefault(row, []).append(link)
    named: Mapping[str, Organization] = table.organizations
    countries = [Group("country", code, country_name(code), rows) for code, rows in by_country.items()]
    rows_of = {
        id_: {
            row: joined([say(TIE_NAMES[one]) for one in ties]).capitalize() for row, ties in tied.get(id_, {}).items()
        }
        for id_ in named
    }
    members = [
        Group("member", one.id, one.name, rows_of[one.id], one.source_url or "")
        for one in sorted(named.values(), key=lambda one: fold(one.name))
        if one.role == "coalition" or len(rows_of[one.id]) > 1
    ]
    return countries + members


class Pages:
    """The pages of a campaign in the language spoken, none of which is written before somebody asks for it.

    Attributes
    ----------
    campaign
        Whose they are.
    writers
        Name of a file on the site → what writes it.
    pictures
        Parameter and value of a group → the name of its picture.
    """

    def __init__(self, campaign: Campaign, table: ActionTable, address: str) -> None:
        self.campaign, self._table, self._address = campaign, table, address
        pins = table.frame[["latitude", "longitude"]].round(_SAME_PICTURE).itertuples(index=False, name=None)
        self._pins = [pin if pd.notna(pin[0]) else None for pin in pins]
        self._drawn: dict[frozenset[tuple[float, float] | None], str] = {}
        self.writers: dict[str, Writer] = {WHOLE: partial(small_picture, table.frame)}
        self.groups = groups(table)
        self._of_action: dict[int, list[Group]] = {}
        self.pictures: dict[str, str] = {}
        for group in self.groups:
            self.pictures[group.parameter + group.value] = self._picture(list(group.rows), group.page)
            self.writers[group.page] = partial(self._group, group)
            for row in group.rows:
                self._of_action.setdefault(row, []).append(group)
        for row, id_ in enumerate(table.frame["id"]):
            page = action_page(id_)
            self.writers[page] = partial(self._action, row, self._picture([row], page))
        self.writers["reach.html"] = self._reach
        self.writers |= {f"pictures/{name}.svg": partial(self._chart, draw) for name, (_, draw) in self._charts.items()}

    def _picture(self, rows: list[int], page: str) -> str:
        """Return the name of the picture of these rows: drawn for them, or for others at the same places."""
        places = frozenset(self._pins[row] for row in rows if self._pins[row] is not None)
        if not places or (places not in self._drawn and len(self._drawn) >= _MOST_PICTURES):
            return WHOLE
        if places not in self._drawn:
            self._drawn[places] = f"pictures/{page.removesuffix('.html').replace('/', '-')}.png"
            self.writers.setdefault(self._drawn[places], lambda: small_picture(self._table.frame.iloc[rows]))
        return self._drawn[places]

    @cached_property
    def _on_all(self) -> dict[str, str]:
        return {"credit": places_credit(self._table.frame), "rests": rests(self._table.frame)}

    @cached_property
    def _records(self) -> list[dict[str, Any]]:
        return records(self._table.frame)

    @cached_property
    def _ranks(self) -> dict[int, int]:
        """Row of `ActionTable.frame` → its rank among all."""
        rows = in_order(self._table.frame.assign(row=range(len(self._table))))["row"]
        return {row: rank for rank, row in enumerate(rows)}

    def render(self, template: str, path: str, **values: object) -> bytes:
        """Fill the template of a page: `path` is where it lies in the folder of its language."""
        home, folder = "../" * path.count("/"), folder_of(spoken().code)
        given = {
            "campaign": self.campaign,
            "address": self._address,
            "path": path,
            "home": home,
            "root": home + "../" * folder.count("/"),
            "folder": folder,
            "folders": {code: folder_of(code) for code in languages()},
            "picture": WHOLE,
            "missing": say(terms.MISSING),
            "event": "",
            "query": "",
        }
        return render(template, **given | self._on_all | values).encode()

    def _action(self, row: int, picture: str) -> bytes:
        action = self._records[row]
        settings, page = self.campaign.settings, action_page(action["id"])
        return self.render(
            "site_action.html",
            page,
            title=strung((title(action), settings.title), " · "),
            description=detail(action, None),
            event=Markup(self._event(action, page)),  # noqa: S704 (JSON without a "<")
            card=card(action, self.campaign.organizations, language=self.campaign.settings.language, level=1),
            starts="" if pd.isna(action["starts_utc"]) else f"{action['starts_utc']:%Y-%m-%dT%H:%MZ}",
            picture=picture if pd.notna(action["latitude"]) else WHOLE,
            query=f"?action={action['id']}",
            more=[(group.page, group.name) for group in self._of_action.get(row, ())],
        )

    def _event(self, action: Mapping[str, Any], page: str) -> str:
        """Say what the page says for programs, as an Event of schema.org; whether it took place has no word there."""
        place, tie = Place.of(action), _TIES_TO_DAY.get(action["basis"], "{place}")
        starts, named = action["starts_utc"], self._table.organizations
        parts = {"addressLocality": "locality", "addressRegion": "region", "addressCountry": "country"}
        address = {name: action[column] for name, column in parts.items() if action[column]}
        location: dict[str, object] = {"@type": "Place", "name": action["venue"] or place.name}
        location["address"] = {"@type": "PostalAddress"} | address
        if action["precision"] in EXACT:
            at = {"latitude": round(action["latitude"], 5), "longitude": round(action["longitude"], 5)}
            location["geo"] = {"@type": "GeoCoordinates"} | at
        organizers = [named[id_].name for id_ in action["organizers"] if id_ in named]
        parts = {"url": "source_url", "archivedAt": "archived_url"}
        source = {name: action[column] for name, column in parts.items() if action[column]}
        local = starts.astimezone(ZoneInfo(action["timezone"])) if pd.notna(starts) and action["timezone"] else None
        event = {
            "@context": "https://schema.org",
            "@type": "Event",
            "name": say(tie, place=place.name, title=self.campaign.settings.title),
            "startDate": local.isoformat() if local else action["date"].isoformat(),
            "endDate": action["end_date"].isoformat() if action["end_date"] else "",
            "location": location,
            "organizer": [{"@type": "Organization", "name": name} for name in organizers],
            "url": self._address and f"{self._address}{folder_of(spoken().code)}{page}",
            "subjectOf": action["source_url"] and {"@type": "CreativeWork"} | source,
        }
        written = json.dumps(
            {name: value for name, value in event.items() if value}, ensure_ascii=False, separators=(",", ":")
        )
        return written.translate({ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})

    def _group(self, group: Group) -> bytes:
        settings = self.campaign.settings
        day = settings.date
        listed = [
            action
            | {"title": title(action), "detail": detail(action, day), "page": action_page(action["id"]), "tie": tie}
            for action, tie in (
                (self._records[row], group.rows[row]) for row in sorted(group.rows, key=self._ranks.__getitem__)
            )
        ]
        number = terms.counted("actions", len(listed))
        return self.render(
            "site_actions.html",
            group.page,
            title=strung((group.name, settings.title), " · "),
            heading=group.name,
            description=sentences(say("{name}: {number}.", name=group.name, number=number), settings.standfirst),
            counted=number,
            actions=listed,
            picture=self.pictures[group.parameter + group.value],
            query=f"?{group.parameter}={group.value}",
            source_url=group.source_url,
        )

    @property
    def _charts(self) -> dict[str, tuple[str, Callable[[], Chart]]]:
        """Return the pictures of all actions: name of the file → what it is called, and what draws it."""
        frame = self._table.frame
        return {
            "by-country": (mark("By country"), partial(charts.by_country, frame)),
            "world-map": (mark("World map"), partial(charts.shaded_world, frame)),
            "follow-the-sun": (mark("Follow the sun"), partial(charts.by_hour, frame)),
            "organizers": (mark("Organizers"), partial(charts.by_organizer, frame, self.campaign.organizations)),
            "attendance-as-reported": (mark("Attendance as reported"), partial(charts.attendance, frame)),
        }

    def _chart(self, draw: Callable[[], Chart]) -> bytes:
        listed = len(self._table)
        said = imprint(self.campaign, self._table.frame, shown(listed, listed, Selection(), self._table.organizations))
        drawn = chart_file(charts.spec(draw()), said, "svg")
        return re.sub(rb' d="[^"]*"', lambda path: re.sub(rb"(\.\d)\d+", rb"\1", path[0]), drawn)  # tenths of a pixel

    def _reach(self) -> bytes:
        frame, settings = self._table.frame, self.campaign.settings
        return self.render(
            "site_reach.html",
            "reach.html",
            title=strung((say("Global reach"), settings.title), " · "),
            description=say("How far the day reached, with its evidence."),
            figures=figures_of(frame, len(frame)),
            claims=[claim_beside_evidence(claim, self._table) for claim in self.campaign.claims],
            pictures=[(say(name), f"pictures/{file}.svg") for file, (name, _) in self._charts.items()],
        )


def in_order(actions: pd.DataFrame) -> pd.DataFrame:
    """Return rows of `ActionTable.frame` as people sort them: by country, then by town, whatever case and accents."""
    names = {code: fold(country_name(code)) for code in actions["country"].unique()}
    by = actions.assign(_country=actions["country"].map(names), _town=actions["locality"].map(fold))
    return by.sort_values(["_country", "_town"], kind="stable")
