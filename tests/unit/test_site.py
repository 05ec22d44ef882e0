"""The published site: its files, their size, and what a browser will be let to load."""

import gzip
import json
import re
import struct
from collections import Counter
from html import escape
from pathlib import Path

import html5lib
import pandas as pd
import pytest
from typer.testing import CliRunner

from actionmap.campaign.folder import load_campaign
from actionmap.campaign.table import ActionTable
from actionmap.cli import app
from actionmap.languages import ENGLISH, languages
from actionmap.places.gazetteer import Gazetteer
from actionmap.preparing import pinned
from actionmap.publish import exports
from actionmap.publish.first_map import PICTURE
from actionmap.site.files import SiteFiles, site_files, write_site
from actionmap.site.pages import action_page, folder_of
from actionmap.world.place import Place
from tests.faults import no_file_longer_than
from tests.shipped_list import ACTIONS, DATA

WRITTEN = ("en", "ar", "ja")


@pytest.fixture(scope="module")
def table():
    return pinned(load_campaign(DATA), Gazetteer())[1]


@pytest.fixture(scope="module")
def site(tmp_path_factory, table):
    folder = tmp_path_factory.mktemp("site")
    write_site(folder, load_campaign(DATA).campaign, table, "https://map.example/", codes=WRITTEN)
    return folder


def pages(site):
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}


def test_every_action_country_and_member_has_a_page_that_the_list_leads_to(site, table):
    written = {name: page for name, page in pages(site).items() if name.partition("/")[0] not in languages()}
    index = written["index.html"]
    assert set(re.findall(r'<li id="([^"]+)"', index)) == {action["id"] for action in ACTIONS}
    linked = set(re.findall(r'href="((?:actions|countries|members)/[^"]+)"', index))
    assert linked == written.keys() - {"index.html", "reach.html"}
    assert sum(name.startswith("countries/") for name in linked) == len(table.countries)
    members = {one.id for one in table.organizations.values() if one.role == "coalition"}
    assert {f"members/{id_}.html" for id_ in members} <= linked
    for action in ACTIONS:
        page = written[action_page(action["id"])]
        assert f'href="{escape(action["source_url"])}"' in page
        assert page.count("<h1>") == 1


def test_pages_are_valid_html_and_load_nothing_that_is_not_on_the_site(site):
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    for name, page in pages(site).items():
        document = parser.parse(page)
        folder = (site / name).parent
        for element in document.iter():
            url = element.get("src") or (element.get("href") if element.tag == "link" else None)
            if url and element.get("rel") not in {"canonical", "alternate"}:
                assert (folder / url).is_file(), (name, url)
            if element.tag == "a" and "//" not in element.get("href") and element.get("lang", ENGLISH) in WRITTEN:
                path = element.get("href").partition("?")[0].partition("#")[0]
                assert (folder / path).exists(), (name, element.get("href"))
        assert "default-src 'self'" in page
    loaded = re.findall(r"url\((fonts[^)]+)\)", (site / "site.css").read_text(encoding="utf-8"))
    assert len(loaded) == 6
    faces = re.findall(
        r'@font-face \{ font-family: "?([\w ]+)"?;.*? font-weight: ([\d ]+);', (site / "site.css").read_text("utf-8")
    )
    assert len({*faces}) == len({family for family, _ in faces}) == 2  # of several weights, a browser takes one file
    assert [name for name in loaded if not (site / name).is_file()] == []
    assert not [path for path in site.glob("*.js") if "https://" in path.read_text(encoding="utf-8")]


def test_pages_tell_programs_what_they_tell_people(site):
    written = {name: page for name, page in pages(site).items() if name.partition("/")[0] not in languages()}
    for action in ACTIONS:
        page = written[action_page(action["id"])]
        (event,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
        event = json.loads(event)
        assert event["@type"] == "Event"
        assert event["startDate"][:10] == action["date"]
        assert ("geo" in event["location"]) == (action["locality"] != "")
        assert event["location"]["address"]["addressCountry"] == action["country"]
        assert event["url"] == f"https://map.example/{action_page(action['id'])}"
        assert "eventStatus" not in event
        (picture,) = re.findall(r'og:image" content="https://map.example/([^"]+)"', page)
        assert struct.unpack(">II", (site / picture).read_bytes()[16:24]) == PICTURE
    listed = re.findall("<loc>https://map.example/(.*?)</loc>", (site / "sitemap.xml").read_text())
    assert set(listed) == {"", *written} - {"index.html"}


def test_an_event_cannot_end_its_script(table):
    frame = table.frame.head(1).assign(venue="</script><script>alert(1)</script>\u2028", id="..")
    files = site_files(load_campaign(DATA).campaign, ActionTable(frame, table.organizations))
    name = action_page("..")
    assert re.fullmatch(r"actions/[a-z0-9-]+\.html", name)
    page = files[name].decode()
    assert page.count("<script") == page.count("</script>") == 1
    (event,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert json.loads(event)["location"]["name"].startswith("</script>")


@pytest.mark.parametrize(("basis", "said"), [("call", ": {}"), ("same-day", ": same day as {}"), ("not-stated", "")])
def test_an_event_says_of_its_tie_to_the_day_only_what_is_stated(table, basis, said):
    archived = "https://archive.example/1"
    frame = table.frame.head(1).assign(basis=basis, archived_url=archived)
    campaign = load_campaign(DATA).campaign
    page = site_files(campaign, ActionTable(frame, table.organizations))[action_page(frame["id"].iloc[0])].decode()
    (event,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    event = json.loads(event)
    assert event["name"] == Place.of(frame.iloc[0]).name + said.format(campaign.settings.title)
    assert event["subjectOf"]["archivedAt"] == archived


def test_the_list_can_be_taken_along_as_data(site, table):
    page = (site / "index.html").read_text(encoding="utf-8")
    assert (site / "actions-2024-03-02.csv").read_bytes() == exports.to_csv(table.frame)
    for ending in ("csv", "geojson", "kml", "ics"):
        assert f'<a href="actions-2024-03-02.{ending}" download>' in page
    page = (site / "ja/index.html").read_text(encoding="utf-8")
    for path in ("../actions-2024-03-02.csv", "actions-2024-03-02.kml", "actions-2024-03-02.ics"):
        assert f'<a href="{path}" download>' in page
        assert (site / "ja" / path).exists()
    calendar = (site / "ja/actions-2024-03-02.ics").read_bytes().replace(b"\r\n ", b"").decode()
    assert "SUMMARY:カラカス（Caracas）、ベネズエラ：「" in calendar, "what has words has the reader's"


def test_the_whole_site_with_its_pages_is_small(site):
    sent: Counter[str] = Counter()
    for path in site.rglob("*"):
        if path.is_file():
            folder = path.relative_to(site).parts[0]
            sent[folder if folder in languages() else ENGLISH] += len(gzip.compress(path.read_bytes()))
    assert {*sent} == {*WRITTEN}
    assert max(sent.values()) < 1_500_000
    first = {code: len(gzip.compress((site / folder_of(code) / "index.html").read_bytes())) for code in sent}
    assert max(first.values()) < first[ENGLISH] + 60_000


def test_every_page_leads_to_itself_in_every_language(site):
    for code in WRITTEN:
        page = (site / folder_of(code) / "reach.html").read_text(encoding="utf-8")
        assert f'<html lang="{code}" dir="{languages()[code].direction}">' in page
        others = re.findall(r'hreflang="(\w+)" href="https://map.example/(.*?)"', page)
        assert others == [(one, f"{folder_of(one)}reach.html") for one in languages()]
        assert f'<link rel="canonical" href="https://map.example/{folder_of(code)}reach.html">' in page
    sitemap = (site / "sitemap.xml").read_text()
    assert sitemap.count("<xhtml:link") == sitemap.count("<loc>") * len(languages())


def test_many_actions_at_one_place_share_a_picture(table):
    many = pd.concat([table.frame[table.frame["locality"] == "Vienna"]] * 2000, ignore_index=True)
    many["id"] = [f"test-{number}" for number in range(len(many))]
    files = site_files(load_campaign(DATA).campaign, ActionTable(many, table.organizations))
    assert sum(name.startswith("actions/") for name in files) == 2000
    assert sum(name.endswith(".png") for name in files if name.startswith("pictures/")) == 2
    assert b"pictures/countries-at.png" in files["actions/test-1999.html"]


@pytest.fixture
def publish(monkeypatch, tmp_path):
    monkeypatch.setenv("ACTIONMAP_GEOCODE_CACHE", str(tmp_path / "geocodes.csv"))
    small = tmp_path / "campaign"
    small.mkdir()
    address = "https://map.example/march"
    (small / "campaign.toml").write_text(f'title = "Test day"\ndate = 2031-05-01\naddress = "{address}"\n')
    (small / "actions.csv").write_text("id,locality,country\ntest-1,Graz,AT\n")

    def run(*arguments: object, campaign: Path = small):
        monkeypatch.setenv("ACTIONMAP_CAMPAIGN", str(campaign))
        return CliRunner().invoke(app, ["publish", *map(str, arguments)])

    return run


@pytest.fixture
def in_english_alone(monkeypatch):
    """Return what makes further publications quick."""
    return lambda: monkeypatch.setattr("actionmap.site.files.languages", lambda: ["en"])


def test_publishing_again_replaces_its_own_files_alone_and_all_or_none(publish, tmp_path, in_english_alone):
    folder = tmp_path / "public" / "map"
    (folder / ".git").mkdir(parents=True)
    (folder / "site.css").write_text("as a killed first publication leaves it")
    done = publish(folder)
    assert (done.exit_code, done.stdout) == (0, "")
    assert f"1 action in {len([p for p in folder.rglob('*') if p.is_file()])} files" in done.stderr
    assert all((folder / folder_of(code) / "index.html").is_file() for code in languages())
    in_english_alone()
    (folder / "CNAME").write_text("test.example")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with no_file_longer_than(len((folder / "index.html").read_bytes()) - 1):
        done = publish(folder)
    assert (done.exit_code, done.stderr) == (1, f"{folder} cannot be written: File too large.\n")
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    whole = (folder / "index.html").read_text(encoding="utf-8")
    assert 'rel="canonical" href="https://map.example/march/"' in whole
    (folder / "index.html").write_text(whole[:2000], encoding="utf-8")
    assert publish(folder).exit_code == 0
    assert (folder / "CNAME").read_text() == "test.example"
    assert (folder / "index.html").read_text(encoding="utf-8") == whole


@pytest.mark.parametrize("name", ["index.html", "thesis.txt", "site.txt/index.html"])
def test_a_folder_that_holds_something_else_is_left_alone(publish, tmp_path, name):
    folder = tmp_path / "home"
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_text("mine")
    done = publish(folder)
    assert done.exit_code == 1
    assert f"is no part of a published site ({name.partition('/')[0]}). Name an empty folder" in done.stderr
    assert [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()] == [name]
    assert (folder / name).read_text() == "mine"


def test_a_folder_that_cannot_be_written_is_named(publish, tmp_path, in_english_alone):
    in_english_alone()
    (tmp_path / "file").write_text("")
    done = publish(tmp_path / "file" / "site")
    assert done.exit_code == 1
    assert "cannot be written: Not a directory" in done.stderr


def test_a_campaign_that_cannot_be_read_publishes_nothing(publish, tmp_path):
    done = publish(tmp_path / "site", campaign=tmp_path / "none")
    assert done.exit_code == 1
    assert "campaign.toml" in done.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("rows", ["", "test-1,Nowhere of this name,AT\n"])
def test_a_campaign_of_no_action_or_of_one_has_a_site(tmp_path, rows):
    (tmp_path / "campaign.toml").write_text('title = "Test day"\ndate = 2031-05-01\n')
    (tmp_path / "actions.csv").write_text(f"id,locality,country\n{rows}")
    listed = load_campaign(tmp_path)
    written = write_site(tmp_path / "site", listed.campaign, pinned(listed, Gazetteer())[1], codes=("en",))
    assert b"Test day" in written["index.html"]


def test_whether_there_is_a_file_is_told_without_writing_it() -> None:
    written: list[str] = []

    def write() -> bytes:
        written.append("index.html")
        return b"a page"

    site = SiteFiles({"index.html": write})
    assert "index.html" in site
    assert "other.html" not in site
    assert written == []
    assert site["index.html"] == b"a page"
    assert written == ["index.html"]
