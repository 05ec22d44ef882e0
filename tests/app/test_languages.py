"""Languages: every page speaks each of them, with the same figures, and says nothing that is in no catalogue."""

import asyncio
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request
from streamlit.testing.v1 import AppTest

from actionmap import cli
from actionmap.campaign.actions import Action
from actionmap.campaign.folder import load_campaign
from actionmap.languages import languages, speaking
from actionmap.paths import CAMPAIGN_VARIABLE
from actionmap.preparing import gazetteer, pinned
from actionmap.publish.citation import imprint
from actionmap.publish.exports import to_ics, to_kml
from actionmap.publish.prints import map_file
from actionmap.site.files import site_files
from actionmap.ui.frame import PAGES
from actionmap.web import head
from scripts.messages import template
from tests import greek
from tests.app.conftest import OpenApp

FILES = [one.script.removeprefix("pages/").removesuffix(".py") for one in PAGES]
VIEW = {"country": "GB", "near": "Lyon", "action": "gb-glasgow"}
COMMANDS = ("check", "geocode", "coverage", "export", "publish", "sources")
MESSY = """city,country,date,start_time,end_date,status,source_url,attendance,organizers
Graz,Frnce,32/05/2031,25:00,,perhaps,nope,,
Tokyo,JP,2031-05-01,14:00 CET,2031-04-01,reported,https://a.example/1,,
"Berlin, Hamburg",DE,02/05/2031,2,,announced,ftp://a.example,,nobody
Nowhere Town,AT,2031-05-01,,,announced,,,
Springfield,US,2031-05-01,,,announced,,,
Graz,AT,2031-05-01,,,announced,https://a.example/2,,
Graz,AT,2031-05-01,,,announced,https://a.example/3,,
"""


def texts(app: AppTest) -> Iterator[str]:
    """Yield all that a page says."""
    todo: list[Any] = [app._tree]
    while todo:
        node = todo.pop()
        todo += getattr(node, "children", {}).values()
        if hasattr(proto := getattr(node, "proto", None), "ListFields"):
            yield from greek.texts_in(proto)
        if node.type == "dataframe":
            for column in node.value.select_dtypes(exclude="number"):
                yield from map(str, node.value[column].head(20))


def figures(app: AppTest) -> list[Any]:
    """Return the figures of a page: of its maps, tables and charts."""
    told = [json.loads(one.proto.bytes)["deck"] for one in app.get("bidi_component") if one.proto.bytes]
    maps = [sorted((row.get("n", 1), *row["p"]) for row in layer["data"]) for deck in told for layer in deck["layers"]
            if layer["id"] in ("places", "gaps", "actions")]  # fmt: skip
    drawn = [json.loads(one.proto.json)["html"] for one in app.get("bidi_component") if "am-table" in one.proto.json]
    cells = [re.findall(r"<td[^>]*>(.*?)</td>", html, re.DOTALL) for html in drawn]
    tables = [sorted(re.sub(r"<[^>]*>|\D", "", cell) for cell in table) for table in cells]
    specs = [one.proto.spec for one in app.get("vega_lite_chart")]
    return [maps, tables, [sorted(re.findall(r'"domain": \[([\d., ]+)\]', spec)) for spec in specs]]


_ENGLISH: dict[str, list[Any]] = {}
"""Page → its figures in English, which come first."""


@pytest.mark.parametrize("code", languages())
def test_every_page_is_drawn_in_every_language_with_the_same_figures(open_app: OpenApp, code: str) -> None:
    with speaking(code):  # in which AppTest reads the options of a widget
        app = open_app({"lang": code, "country": "US", "near": "Lyon"})
        for page in FILES:
            if page != FILES[0]:
                app.switch_page(f"pages/{page}.py").run()
            assert not app.exception
            assert (app.query_params["lang"], app.query_params["country"]) == (code, "US")
            assert figures(app) == _ENGLISH.setdefault(page, figures(app))
    assert all(any(one[kind] for one in _ENGLISH.values()) for kind in range(3)), "maps, tables, charts"


def test_another_language_keeps_the_view_and_is_in_the_address(open_app: OpenApp) -> None:
    app = open_app({"country": "US", "lang": "pt-BR"})
    assert app.query_params == {"country": "US", "lang": "pt"}


def test_a_language_that_is_not_spoken_here_is_told_of(open_app: OpenApp) -> None:
    app = open_app({"lang": "tlh"})
    assert "tlh" in app.warning[0].value
    assert "lang" not in app.query_params


# ----------------------------------------------------------------------------------- what is in no catalogue, see greek


@pytest.fixture
def in_greek(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Speak Greek, of a campaign in Greek."""
    monkeypatch.setitem(languages(), greek.CODE, greek.language())
    monkeypatch.setenv(CAMPAIGN_VARIABLE, str(folder := greek.campaign(tmp_path / "campaign")))
    with speaking(greek.CODE):
        yield folder


def test_no_page_says_what_is_in_no_catalogue(open_app: OpenApp, in_greek: Path) -> None:
    app = open_app({"lang": greek.CODE, **VIEW}, campaign=in_greek)
    said = {"map": [*texts(app)]}
    for page in FILES[1:]:
        app.switch_page(f"pages/{page}.py").run()
        said[page] = [*texts(app)]
    assert not app.exception
    assert all(said.values())
    assert {page: found for page, one in said.items() if (found := greek.found_in(one))} == {}


def test_a_list_that_is_brought_is_checked_in_no_other_language(open_app: OpenApp, in_greek: Path) -> None:
    app = open_app({"lang": greek.CODE}, page="your_list", campaign=in_greek)
    app.file_uploader(key="own-file").set_value(("list.csv", MESSY.encode(), "text/csv")).run()
    checked = [*texts(app)]
    next(one for one in app.button if one.label == greek.greek("Find the places")).click().run()
    assert not app.exception
    assert greek.found_in([*checked, *texts(app)], MESSY) == []


def test_nothing_that_leaves_says_what_is_in_no_catalogue(in_greek: Path) -> None:
    campaign, table = pinned(load_campaign(in_greek), gazetteer())
    frame, title = table.frame, campaign.settings.title
    site = site_files(campaign, table, "https://map.example/")
    pages = [name for name in site if (name.endswith((".html", ".svg")) and "/" not in name) or "pictures/" in name]
    actions = [name for name in site if name.startswith("actions/")]
    said = {name: greek.texts_of(site[name].decode()) for name in [*pages, *actions[:8]] if not name.endswith(".png")}
    calendar = to_ics(frame, title, campaign.organizations).decode().replace("\r\n ", "")
    said["ics"] = re.findall(r"^(?:SUMMARY|DESCRIPTION|LOCATION|X-WR-CALNAME)[^:]*:(.*)$", calendar, re.MULTILINE)
    described = re.findall(
        r"<(?:name|description)>(.*?)</", to_kml(frame, title, campaign.organizations).decode(), re.DOTALL
    )
    said["kml"] = [text for one in described for text in greek.texts_of(unescape(one))]
    said["print"] = greek.texts_of(map_file(frame, imprint(campaign, frame, ""), "svg").decode())
    assert all(said.values())
    assert {name: found for name, one in said.items() if (found := greek.found_in(one))} == {}


def test_the_served_page_says_nothing_that_is_in_no_catalogue(in_greek: Path) -> None:
    query = f"lang={greek.CODE}&country=GB".encode()
    scope = {"type": "http", "method": "GET", "scheme": "http", "server": ("map.example", 80), "path": "/reach"}
    request = Request({**scope, "root_path": "", "query_string": query, "headers": []})
    html = bytes(asyncio.run(head.page(request)).body).decode()
    assert f'<html lang="{greek.CODE}" dir="ltr">' in html
    assert greek.found_in(greek.texts_of(html.replace(head.shell(), ""))) == []


_NO_WORDS = re.compile(
    r"LIST\.csv|<[^ ]+>|\b[A-Z]+\b|•.*actionmap.*|\w+ -m actionmap[ a-z]*|\bactionmap[ a-z]*|'\S+'|\{\S+"
)
"""Kinds of values, examples, commands, and what was typed."""


def to_type() -> str:
    """Return what is to be typed on the command line: columns, commands, and the words that messages have as code."""
    messages = " ".join(str(one.id) for one in template())
    return "\n".join(
        [*Action.model_fields, *COMMANDS, "gazetteer", "nominatim", "table", "csv", *re.findall(r"`([^`]+)`", messages)]
    )


CALLS = (
    *([*name, "--help"] for name in ((), *((name,) for name in COMMANDS))),
    *(["check", "{list}"], ["check"], ["check", "--nope"], ["nope"], ["coverage", "{list}", "--radius", "far"]),
    *(["coverage", "{list}", "--suggest", "2"], ["export", "--format", "doc"], ["export", "--status", "gone"]),
)


def test_the_command_line_says_nothing_that_is_in_no_catalogue(
    in_greek: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (in_greek / "list.csv").write_text(MESSY, "utf-8")
    monkeypatch.setenv("COLUMNS", "2000")
    monkeypatch.setenv("LANGUAGE", greek.CODE)
    known, found = f"{MESSY}\n{to_type()}", {}
    for arguments in CALLS:
        monkeypatch.setattr("sys.argv", ["actionmap", *(one.format(list=in_greek / "list.csv") for one in arguments)])
        with pytest.raises(SystemExit):
            cli.main()
        said = "".join(capfd.readouterr())
        assert re.search("[Α-ω]", said)
        lines = _NO_WORDS.sub("\n", said).splitlines()
        found[" ".join(arguments)] = greek.found_in(lines, f"{known}\n{arguments}")
    assert {call: one for call, one in found.items() if one} == {}
