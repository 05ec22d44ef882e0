"""The published site: its files, their size, and what a browser will be let to load."""

import gzip
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from actionmap.campaign.folder import load_campaign
from actionmap.cli import app
from actionmap.places.gazetteer import Gazetteer
from actionmap.preparing import pinned
from actionmap.publish import exports
from actionmap.publish.site import write_site
from tests.faults import no_file_longer_than
from tests.shipped_list import ACTIONS, DATA, LISTED


@pytest.fixture(scope="module")
def table():
    return pinned(load_campaign(DATA), Gazetteer())[1]


@pytest.fixture(scope="module")
def site(tmp_path_factory, table):
    folder = tmp_path_factory.mktemp("site")
    write_site(folder, load_campaign(DATA).campaign, table)
    return folder


def test_every_action_is_on_the_page_with_its_source(site):
    page = (site / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'<li id="([^"]+)"', page) == sorted(
        (action["id"] for action in ACTIONS), key=lambda id_: page.index(f'<li id="{id_}"')
    )
    assert all(f'href="{action["source_url"]}"'.replace("&", "&amp;") in page for action in ACTIONS)


def test_the_page_loads_nothing_that_is_not_beside_it(site):
    page = (site / "index.html").read_text(encoding="utf-8")
    loaded = re.findall(r'<(?:link|script|img|iframe)[^>]+(?:src|href)="([^"]+)"', page)
    loaded += re.findall(r"url\(([^)]+)\)", (site / "site.css").read_text(encoding="utf-8"))
    assert len(loaded) >= 7
    assert [name for name in loaded if not (site / name).is_file()] == []
    assert "http" not in (site / "site.js").read_text(encoding="utf-8")
    assert "default-src 'self'" in page


def test_the_list_can_be_taken_along_as_data(site, table):
    page = (site / "index.html").read_text(encoding="utf-8")
    assert (site / "actions-2024-03-02.csv").read_bytes() == exports.to_csv(table.frame)
    for ending in ("csv", "geojson", "kml", "ics"):
        assert f'<a href="actions-2024-03-02.{ending}" download>' in page


def test_the_whole_site_is_small(site):
    sent = sum(len(gzip.compress(path.read_bytes())) for path in site.rglob("*") if path.is_file())
    assert sent < 5_000_000


@pytest.fixture
def publish(monkeypatch, tmp_path):
    monkeypatch.setenv("ACTIONMAP_GEOCODE_CACHE", str(tmp_path / "geocodes.csv"))

    def run(*arguments: object, campaign: Path = DATA):
        monkeypatch.setenv("ACTIONMAP_CAMPAIGN", str(campaign))
        return CliRunner().invoke(app, ["publish", *map(str, arguments)])

    return run


def test_publishing_again_replaces_its_own_files_alone(publish, tmp_path):
    folder = tmp_path / "public" / "map"
    done = publish(folder)
    assert (done.exit_code, done.stdout) == (0, "")
    assert f"{LISTED} actions in {len([p for p in folder.rglob('*') if p.is_file()])} files" in done.stderr
    (folder / "CNAME").write_text("test.example")
    whole = (folder / "index.html").read_text(encoding="utf-8")
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


def test_a_folder_with_hidden_files_alone_and_one_half_published_are_taken(publish, tmp_path):
    folder = tmp_path / "public"
    (folder / ".git").mkdir(parents=True)
    (folder / "site.css").write_text("as a killed first publication leaves it")
    assert publish(folder).exit_code == 0
    assert (folder / "index.html").is_file()


def test_where_there_is_no_room_for_all_files_the_old_site_stays_whole(publish, tmp_path):
    folder = tmp_path / "public"
    publish(folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with no_file_longer_than(len((folder / "index.html").read_bytes()) - 1):
        done = publish(folder)
    assert (done.exit_code, done.stderr) == (1, f"{folder} cannot be written: File too large.\n")
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_folder_that_cannot_be_written_is_named(publish, tmp_path):
    (tmp_path / "file").write_text("")
    done = publish(tmp_path / "file" / "site")
    assert done.exit_code == 1
    assert "cannot be written: Not a directory" in done.stderr


def test_a_campaign_that_cannot_be_read_publishes_nothing(publish, tmp_path):
    done = publish(tmp_path / "site", campaign=tmp_path)
    assert done.exit_code == 1
    assert "campaign.toml" in done.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("rows", ["", "test-1,Graz,AT\n", "test-1,Nowhere of this name,AT\n"])
def test_a_campaign_of_no_action_or_of_one_has_a_site(publish, tmp_path, rows):
    campaign = tmp_path / "campaign"
    campaign.mkdir()
    (campaign / "campaign.toml").write_text('title = "Test day"\ndate = 2031-05-01\n')
    (campaign / "actions.csv").write_text(f"id,locality,country\n{rows}")
    done = publish(tmp_path / "site", campaign=campaign)
    assert done.exit_code == 0
    assert "Test day" in (tmp_path / "site/index.html").read_text(encoding="utf-8")
