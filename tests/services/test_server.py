"""The server around the pages: what it answers before and beside them, over a real socket."""

import asyncio
import http.client
import json
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from icalendar import Calendar
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from actionmap.languages import say, speaking
from actionmap.paths import MOST_VISITORS_VARIABLE
from actionmap.ui import frame
from actionmap.ui.frame import PAGES, is_answered
from actionmap.web import data, head, plain
from actionmap.web.crowd import Uploads
from tests.browser.conftest import ROOT as PROJECT
from tests.browser.conftest import serve
from tests.shipped_list import LISTED

TOKEN = "token-of-the-tests"
STREAMLIT = [Subprotocol("streamlit")]
AT = {"type": "http", "scheme": "http", "method": "GET", "path": "/", "headers": [(b"host", b"test")]}
HOSTILE = '"><img src=https://evil.example/x><script>alert(1)</script>'


class Answer:
    """What a server answered: status, headers by small letters, content."""

    def __init__(self, site: str, path: str, **headers: str) -> None:
        connection = http.client.HTTPConnection(urlsplit(site).netloc, timeout=60)
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        self.status, self.content = response.status, response.read()
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        connection.close()


def sent_to(site: str, *messages: BackMsg) -> list[ForwardMsg]:
    """Send messages over a visitor's websocket; return all that comes of them until a page is whole."""

    async def talk() -> list[ForwardMsg]:
        async with connect(f"{site.replace('http', 'ws')}/_stcore/stream", subprotocols=STREAMLIT) as visitor:
            for message in messages:
                await visitor.send(message.SerializeToString())
            answers: list[ForwardMsg] = []
            while not answers or answers[-1].WhichOneof("type") != "script_finished":
                answers.append(ForwardMsg.FromString(await visitor.recv(decode=False)))
            return answers

    return asyncio.run(talk())


class Elements(HTMLParser):
    """The elements of a page, with their attributes."""

    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def all(self, tag: str, **attributes: str) -> list[dict[str, str | None]]:
        return [own for name, own in self.found if name == tag and attributes.items() <= own.items()]


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped campaign."""
    folder = tmp_path_factory.mktemp("campaign")
    for path in (*(PROJECT / "data").glob("*.csv"), PROJECT / "data" / "campaign.toml"):
        shutil.copy(path, folder)
    return folder


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the server's log."""
    return tmp_path_factory.mktemp("server") / "server.log"


@pytest.fixture(scope="module")
def site(log: Path, campaign: Path) -> Iterator[str]:
    """A server of it that takes two live visitors."""
    environment = {
        "ACTIONMAP_CAMPAIGN": str(campaign),
        "ACTIONMAP_MOST_VISITORS": "2",
        "ACTIONMAP_METRICS_TOKEN": TOKEN,
    }
    with serve(log.parent, environment) as address:
        yield address


@pytest.mark.parametrize("path", [f"/{one.path}" for one in PAGES])
def test_a_page_says_what_it_is_before_any_script_runs(site: str, path: str) -> None:
    answer = Answer(site, f"{path}?country=FR")
    page = Elements(answer.content)
    assert answer.status == 200
    assert page.all("html", lang="en")
    assert b"<title>Streamlit</title>" not in answer.content
    assert len(re.findall(rb"<title>[^<]{3,}</title>", answer.content)) == 1
    assert page.all("link", rel="canonical", href=f"{site}{path}?country=FR")
    assert page.all("meta", property="og:image", content=f"{site}/picture.png?country=FR")
    assert f"3 of {LISTED} actions: France".encode() in answer.content
    assert b"agent" not in answer.content


def test_the_map_page_carries_a_drawing_of_the_selection(site: str) -> None:
    everywhere, in_france = (Answer(site, path).content for path in ("/", "/?country=FR"))
    assert re.findall(rb"<text[^>]*>(\d+)</text>", in_france) == [b"3", b"3"]  # for wide screens, and for narrow ones
    assert len({(one["cx"], one["cy"]) for one in Elements(everywhere).all("circle")}) > 30
    assert Elements(Answer(site, "/reach").content).all("circle") == []


@pytest.mark.parametrize("path", ["/", "/reach", "/app/static/first.js", "/actions.csv", "/site/", "/nothing.here"])
def test_every_answer_keeps_the_browser_from_doing_more_than_it_shall(site: str, path: str) -> None:
    headers = Answer(site, path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'self'"
    assert not {"'unsafe-eval'", "'unsafe-inline'"} & set(policy["script-src"].split())
    assert policy["object-src"] == "'none'"
    assert "frame-ancestors" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert "referrer-policy" in headers
    assert "geolocation=()" in headers["permissions-policy"]


@pytest.mark.parametrize("name", ["q", "country", "near", "full", "unknown"])
@pytest.mark.parametrize("path", ["/", "/reach", "/site/"])
def test_text_of_an_address_is_never_markup(site: str, path: str, name: str) -> None:
    page = Elements(Answer(site, f"{path}?{name}={quote(HOSTILE)}").content)
    assert page.all("img") == []
    assert [one for one in page.all("script") if "src" not in one] in ([{}], [])


@pytest.mark.parametrize(("encoding", "sent"), [("br, gzip", "br"), ("gzip", "gzip"), ("", None)])
def test_files_travel_in_the_best_encoding_that_the_browser_takes(site: str, encoding: str, sent: str | None) -> None:
    page = Elements(Answer(site, "/").content)
    script = next(str(one["href"]) for one in page.all("link", rel="modulepreload")).removeprefix(".")
    answer = Answer(site, script, accept_encoding=encoding)
    assert answer.headers.get("content-encoding") == sent
    assert "immutable" in answer.headers["cache-control"]
    assert Answer(site, script, if_none_match=answer.headers["etag"]).status == 304


def test_the_list_stands_at_addresses_that_follow_the_filters(site: str) -> None:
    written = json.loads(Answer(site, "/actions.geojson?country=FR&country=AT").content)
    assert {one["properties"]["country"] for one in written["features"]} == {"FR", "AT"}
    lines = Answer(site, "/actions.csv?country=FR").content.decode("utf-8-sig").splitlines()
    assert len(lines) == 4
    calendar = Answer(site, "/actions.ics?country=FR")
    assert calendar.headers["content-type"].startswith("text/calendar")
    assert len(Calendar.from_ical(calendar.content).events) == 3
    assert calendar.headers["access-control-allow-origin"] == "*"
    assert Answer(site, "/actions.ics?country=FR", if_none_match=calendar.headers["etag"]).status == 304
    picture = Answer(site, "/picture.png?country=FR")
    assert picture.content.startswith(b"\x89PNG")


def test_who_waits_too_long_for_data_is_asked_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "_LONGEST_WAIT", 0.1)
    monkeypatch.setattr(data, "_turns", asyncio.Semaphore(0))  # others have them
    [route] = [one for one in data.routes("") if one.path == "/actions.csv"]
    answer = asyncio.run(route.endpoint(Request(AT | {"query_string": b"country=FR"})))
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")
    assert b"Many ask at once" in answer.body


def test_search_engines_are_told_what_stands_for_everybody(site: str) -> None:
    assert f"Sitemap: {site}/sitemap.xml" in Answer(site, "/robots.txt").content.decode()
    listed = re.findall(r"<loc>(.*?)</loc>", Answer(site, "/sitemap.xml").content.decode())
    assert f"{site}/reach" in listed
    assert f"{site}/your_list" not in listed


def test_a_visitor_beyond_the_limit_gets_the_plain_site_with_the_same_filters(site: str) -> None:
    async def crowd() -> tuple[Answer, bytes]:
        address = f"{site.replace('http', 'ws')}/_stcore/stream"
        async with connect(address, subprotocols=STREAMLIT), connect(address, subprotocols=STREAMLIT):
            turned = await asyncio.to_thread(Answer, site, "/?country=FR")
            return turned, (await asyncio.to_thread(Answer, site, turned.headers["location"])).content

    turned, plain = asyncio.run(crowd())
    assert turned.status == 307
    assert "country=FR" in turned.headers["location"]
    assert b"Try the live map again" in plain
    assert b"Try the live map again" not in Answer(site, "/site/").content
    assert Answer(site, "/?country=FR").status == 200
    counted = Answer(site, "/metrics", authorization=f"Bearer {TOKEN}").content.decode()
    assert 'actionmap_total{what="visitors turned to the site"} 1' in counted
    assert "actionmap_live_visitors 0" in counted


def test_where_a_list_is_too_long_for_the_plain_site_who_comes_too_late_gets_the_drawn_map(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(frame, "_MOST_ON_SITE", LISTED - 1)
    monkeypatch.setattr(frame, "BESIDE", {"site"})
    monkeypatch.setenv(MOST_VISITORS_VARIABLE, "0")
    answer = asyncio.run(head.page(Request(AT | {"query_string": b"country=FR"})))
    page = Elements(bytes(answer.body))
    assert answer.status_code == 200
    assert f"3 of {LISTED} actions: France".encode() in answer.body
    assert b"Try the live map again" in answer.body
    assert len({(one["cx"], one["cy"]) for one in page.all("circle")}) == 1
    assert page.all("script") == []
    assert "site/" not in {str(link["href"]).removeprefix("./")[:5] for link in page.all("a")}
    assert list(plain.files()) == []


def test_counters_are_there_for_who_knows_the_token_alone(site: str) -> None:
    for address in ("/metrics", "/_stcore/metrics"):
        tried = ("", "Bearer x", f"Bearer {TOKEN}")
        assert [Answer(site, address, authorization=one).status for one in tried] == [404, 404, 200]
    counted = Answer(site, "/metrics", authorization=f"Bearer {TOKEN}").content.decode()
    what = {"files answered", "answers made", "answers taken from what was made", "refreshes of the list"}
    assert what <= set(re.findall('what="(.+?)"', counted))


def test_what_many_ask_for_within_a_second_is_answered_again_with_all_its_headers(site: str) -> None:
    first, again, other = (Answer(site, f"/site/?country={one}", accept_encoding="br") for one in ("FR", "FR", "AT"))
    assert (first.status, first.content) == (again.status, again.content) == (other.status, other.content)
    told = {name: value for name, value in first.headers.items() if name != "date"}
    assert told == {name: value for name, value in again.headers.items() if name != "date"}
    assert "content-security-policy" in told
    assert Answer(site, "/site/?country=FR", accept_encoding="br", if_none_match=told["etag"]).status == 304
    assert "content-encoding" not in Answer(site, "/site/?country=FR").headers


def test_a_place_is_kept_for_a_browser_that_has_the_page_and_not_yet_opened_it(site: str) -> None:
    answers = [Answer(site, "/?country=AT", accept="text/html").status for _ in range(3)]
    assert answers == [200, 200, 307]


def test_the_log_is_lines_that_say_neither_who_asked_nor_for_what(site: str, log: Path) -> None:
    Answer(site, f"/?q={quote(HOSTILE)}&country=FR")
    Answer(site, "/site/?country=FR", accept_encoding="br")
    elements = [one.delta.new_element.bidi_component.id for one in sent_to(site, BackMsg(rerun_script={}))]
    wrong = [{"id": one, "json_value": f'{{"127.0.0.1 {HOSTILE}'} for one in elements if one]
    sent_to(site, BackMsg(rerun_script={"widget_states": {"widgets": wrong}}))
    written = log.read_text()
    lines = [json.loads(line) for line in written.splitlines() if line.startswith("{")]
    assert {"time", "level", "module", "message"} <= set(lines[0])
    assert "JSONDecodeError" in [line.get("error") for line in lines]
    assert [said for said in ("127.0.0.1", "country", "evil", "Traceback", "\x1b") if said in written] == []


@pytest.mark.parametrize(
    "path", ["/site/../server.py", "/app/static/../server.py", "/app/static/%2e%2e/server.py", "/site//etc/passwd"]
)
def test_nothing_beside_the_files_can_be_asked_for(site: str, path: str) -> None:
    assert b"App(" not in Answer(site, path).content
    assert b"root:" not in Answer(site, path).content


def test_what_the_site_does_not_have_is_said_in_its_language(site: str) -> None:
    with speaking("es"):
        said = say("There is no such file here.")
    answer = Answer(site, "/site/es/none.html")
    assert (answer.status, answer.content.decode()) == (404, said)


def test_no_visitor_empties_what_all_share(site: str, campaign: Path) -> None:
    listed = (campaign / "actions.csv").read_bytes()
    assert Answer(site, "/actions.csv?country=FR").status == 200
    (campaign / "actions.csv").write_bytes(listed[:1000])
    try:
        sent_to(site, BackMsg(clear_cache=True), BackMsg(rerun_script={}))
        assert Answer(site, "/actions.csv?country=US").content.count(b"\n") > 10  # of the last good list
    finally:
        (campaign / "actions.csv").write_bytes(listed)


def test_a_message_does_one_thing() -> None:
    for events, answered in (("[]", True), ("[7]" * 2_000, False)):
        states = {"widgets": [{"id": "x", "json_trigger_value": events}]}
        assert is_answered(BackMsg(rerun_script={"widget_states": states}).SerializeToString()) is answered


def test_a_long_message_ends_its_connection_before_it_is_held(site: str) -> None:
    async def send() -> int | None:
        async with connect(f"{site.replace('http', 'ws')}/_stcore/stream", subprotocols=STREAMLIT) as visitor:
            with suppress(ConnectionClosed):
                await visitor.send(bytes(26_000_000))
            await visitor.wait_closed()
            return visitor.close_code

    assert asyncio.run(send()) == 1009  # too big


def test_files_that_never_end_are_few_at_a_time_and_given_up_in_time() -> None:
    async def taken(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse(await Request(scope, receive).body())(scope, receive, send)

    async def whole() -> Message:
        return {"type": "http.request", "body": b"x"}

    async def never() -> Message:
        return await asyncio.Future()

    async def bring(receive: Receive) -> int:
        sent: list[Message] = []

        async def send(message: Message) -> None:
            sent.append(message)

        await uploads({"type": "http", "method": "PUT", "path": "/files/x", "headers": []}, receive, send)
        return int(sent[0]["status"])

    async def crowd() -> list[int]:
        return [*await asyncio.gather(bring(never), bring(never), bring(whole)), await bring(whole)]

    uploads = Uploads(taken, "/files/", most=2, seconds=0.2)
    assert asyncio.run(crowd()) == [408, 408, 503, 200]


def test_everything_stands_under_a_path_where_the_server_is_told_so(tmp_path: Path) -> None:
    settings = {"STREAMLIT_SERVER_BASE_URL_PATH": "map", "ACTIONMAP_EMBEDDERS": "https://news.example"}
    with serve(tmp_path, settings, path="/map") as site:
        page = Elements(Answer(site, "/map/?country=FR").content)
        assert page.all("link", rel="canonical", href=f"{site}/map/?country=FR")
        reach = Answer(site, "/map/reach")
        assert b"Global reach" in reach.content
        assert "frame-ancestors https://news.example" in reach.headers["content-security-policy"]
        assert Answer(site, "/map/actions.csv").status == 200
        assert Answer(site, "/map/app/static/first.js", accept_encoding="br").headers["content-encoding"] == "br"
