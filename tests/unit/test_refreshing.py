"""The last good list: kept through every failure and restart, replaced by a good one alone."""

import datetime as dt
import os
import threading
from pathlib import Path

import pytest

from actionmap.campaign.folder import load_campaign
from actionmap.errors import SourceError
from actionmap.lists.sources import DatabaseSettings, Fetched, FileSettings, FileSource, HttpsSettings
from actionmap.places.gazetteer import Gazetteer
from actionmap.preparing import Loaded, pinned
from actionmap.refreshing import Refresher, store_of

HEADER = "id,country,locality\n"
FOUR = HEADER + "a,FR,Paris\nb,AT,Vienna\nc,JP,Tokyo\nd,CL,Santiago\n"


class Workbench:
    """A campaign whose list is a file, and refreshers of it that remember what they prepared."""

    def __init__(self, folder: Path, gazetteer: Gazetteer) -> None:
        self.folder, self.store = folder, folder / "kept" / "one.list"
        self.list = folder / "list.csv"
        self.prepared: list[bytes] = []
        self._gazetteer = gazetteer
        settings = 'title = "A test day"\ndate = 2031-01-01\n[source]\nkind = "file"\npath = "list.csv"\n'
        (folder / "campaign.toml").write_text(settings, encoding="utf-8")

    def prepare(self, content: bytes) -> Loaded:
        self.prepared.append(content)
        return pinned(load_campaign(self.folder, content), self._gazetteer)

    def refresher(self) -> Refresher:
        return Refresher(FileSource(self.list), self.prepare, minutes=5, store=self.store)

    def started(self) -> Refresher:
        """Start a refresher, wait for its first attempt, and let it make no other by itself."""
        refresher = self.refresher()
        before = set(threading.enumerate())
        refresher.start()
        refresher.stop()
        for thread in set(threading.enumerate()) - before:
            thread.join()
        return refresher


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


@pytest.fixture
def bench(tmp_path: Path, gazetteer: Gazetteer) -> Workbench:
    bench = Workbench(tmp_path, gazetteer)
    bench.list.write_text(FOUR)
    return bench


def ids(refresher: Refresher) -> str:
    return "".join(refresher.latest()[1].frame["id"])


def test_the_first_list_is_there_when_the_start_is_over(bench: Workbench) -> None:
    refresher = bench.started()
    assert ids(refresher) == "abcd"
    assert refresher.latest()[1].frame["precision"].tolist() == ["locality"] * 4
    assert (refresher.state.name, refresher.state.problem, refresher.state.stale) == ("list.csv", None, False)
    assert refresher.state.age == "0 seconds" or refresher.state.age.endswith(("second", "seconds"))


def test_a_newer_list_takes_its_place_with_a_version_of_its_own(bench: Workbench) -> None:
    refresher = bench.started()
    before = refresher.latest()
    bench.list.write_text(FOUR + "e,PE,Lima\n")
    refresher.refresh()
    assert ids(refresher) == "abcde"
    assert refresher.latest()[0].version != before[0].version
    assert len(before[1]) == 4  # whoever is looking at the old one goes on doing so


def test_a_list_that_has_not_changed_is_not_read_again(bench: Workbench) -> None:
    refresher = bench.started()
    before = refresher.latest()
    refresher.refresh()
    assert refresher.latest() is before
    assert len(bench.prepared) == 1


@pytest.mark.parametrize(
    ("worse", "reason"),
    [
        (None, "list.csv cannot be read: No such file or directory. Check its path."),
        ("", "list.csv is empty."),
        ("<html>nothing here</html>", "list.csv has no row with known column names."),
        ("PK\x03\x04", "list.csv cannot be read as a workbook"),
        (HEADER + "a,FR,Paris\n", "list.csv has fewer usable rows than before (1, not 4): the longer list stays."),
        (
            HEADER + "a,FR,Paris\nb,Atlantis,x\nc,,\nd,Nowhere,y\n",
            "list.csv has fewer usable rows than before (1, not 4)",
        ),
    ],
)
def test_a_worse_list_leaves_the_last_good_one_and_says_why(bench: Workbench, worse: str | None, reason: str) -> None:
    refresher = bench.started()
    checked = refresher.state.checked
    bench.list.write_text(worse) if worse is not None else bench.list.unlink()
    for _ in range(2):
        refresher.refresh()
        assert ids(refresher) == "abcd"
        assert str(refresher.state.problem).startswith(reason)
        assert refresher.state.stale
        assert refresher.state.checked == checked
    assert ids(bench.started()) == "abcd"
    bench.list.write_text(FOUR + "e,PE,Lima\n")
    refresher.refresh()
    assert ids(refresher) == "abcde"
    assert not refresher.state.stale


def test_a_list_that_loses_half_of_its_actions_is_taken(bench: Workbench) -> None:
    refresher = bench.started()
    bench.list.write_text(HEADER + "a,FR,Paris\nb,AT,Vienna\n")
    refresher.refresh()
    assert ids(refresher) == "ab"


def test_the_last_good_list_survives_a_restart_with_its_age(bench: Workbench) -> None:
    bench.started()
    three_hours_ago = dt.datetime.now().timestamp() - 3 * 3600
    os.utime(bench.store, (three_hours_ago, three_hours_ago))
    bench.list.unlink()
    refresher = bench.started()
    assert ids(refresher) == "abcd"
    assert refresher.state.age == "3 hours"
    assert refresher.state.stale


def test_after_a_restart_too_a_worse_list_is_not_taken(bench: Workbench) -> None:
    bench.started()
    bench.list.write_text(HEADER + "a,FR,Paris\n")
    assert ids(bench.started()) == "abcd"
    bench.store.unlink()  # as an organizer does who means it
    assert ids(bench.started()) == "a"


def test_a_refresh_without_change_makes_the_kept_list_young_again(bench: Workbench) -> None:
    refresher = bench.started()
    os.utime(bench.store, (0, 0))
    refresher.refresh()
    assert bench.store.stat().st_mtime > 0


def test_the_kept_list_is_for_nobody_else_to_read_and_one_file(bench: Workbench) -> None:
    bench.started()
    assert bench.store.stat().st_mode & 0o077 == 0
    assert [path.name for path in bench.store.parent.iterdir()] == ["one.list"]


@pytest.mark.parametrize(
    "damage", [b"", b"not JSON\n", b"{}\ncountry\nFR\n", b'{"etag": "", "modified": ""}\n', b"\xff\xfe"]
)
def test_a_kept_list_that_is_damaged_is_as_none(bench: Workbench, damage: bytes) -> None:
    bench.store.parent.mkdir()
    bench.store.write_bytes(damage)
    assert ids(bench.started()) == "abcd"
    bench.list.unlink()
    assert ids(bench.started()) == "abcd"


def test_where_nothing_can_be_kept_the_list_is_shown_all_the_same(
    bench: Workbench, caplog: pytest.LogCaptureFixture
) -> None:
    bench.store.parent.write_text("a file where the folder should be")
    assert ids(bench.started()) == "abcd"
    assert "The list is not kept for the next start" in caplog.text


def test_without_any_list_the_reason_is_given_until_there_is_one(bench: Workbench) -> None:
    bench.list.unlink()
    refresher = bench.started()
    with pytest.raises(SourceError, match=r"list\.csv cannot be read"):
        refresher.latest()
    assert (refresher.state.stale, refresher.state.age) == (False, "")
    bench.list.write_text(FOUR)
    refresher.refresh()
    assert ids(refresher) == "abcd"


def test_a_reason_is_logged_once(bench: Workbench, caplog: pytest.LogCaptureFixture) -> None:
    bench.list.unlink()
    refresher = bench.started()
    refresher.refresh()
    assert caplog.text.count("list.csv cannot be read") == 1


def test_a_mistake_of_our_own_leaves_the_last_good_list_too(
    bench: Workbench, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresher = bench.started()
    bench.list.write_text(FOUR + "e,PE,Lima\n")
    with monkeypatch.context() as broken:
        broken.setattr(refresher, "_prepare", lambda content: 1 // 0)
        assert refresher.refresh() == 300
    assert ids(refresher) == "abcd"
    assert "because of a mistake in this program" in str(refresher.state.problem)
    assert "ZeroDivisionError" in caplog.text
    refresher.refresh()
    assert ids(refresher) == "abcde"


class BusySource:
    """A source that asks to be left alone for an hour."""

    name = "a busy test source"

    def fetch(self, last: Fetched | None = None) -> Fetched:
        raise SourceError("Too many requests.", retry_after=3600)


def test_the_wait_is_what_the_settings_say_less_without_a_list_and_more_where_a_server_asks(bench: Workbench) -> None:
    refresher = bench.started()
    assert refresher.refresh() == 300
    bench.list.unlink()
    assert refresher.refresh() == 300
    assert Refresher(FileSource(bench.list), bench.prepare, minutes=5, store=bench.folder / "x").refresh() == 60
    assert Refresher(BusySource(), bench.prepare, minutes=5, store=bench.folder / "x").refresh() == 3600


def test_it_refreshes_in_the_background_until_it_is_stopped(bench: Workbench) -> None:
    refresher, twice = bench.refresher(), threading.Event()
    refresher._pause = 0.01
    checks = refresher._source.fetch

    class Counting:
        name, times = "list.csv", 0

        def fetch(self, last: Fetched | None = None) -> Fetched:
            self.times += 1
            if self.times == 3:
                twice.set()
            return checks(last)

    refresher._source = Counting()
    before = set(threading.enumerate())
    refresher.start()
    [thread] = set(threading.enumerate()) - before
    assert thread.daemon
    assert twice.wait(60)
    refresher.stop()
    thread.join(60)
    assert not thread.is_alive()


def test_every_source_has_a_file_of_its_own_whatever_its_pace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACTIONMAP_SOURCE_CACHE", str(tmp_path))
    several = [
        FileSettings(kind="file", path="a.csv"),
        FileSettings(kind="file", path="b.csv"),
        HttpsSettings(kind="https", url="https://sheets.example/secret-key"),
        DatabaseSettings(kind="database", url_from="LIST_DB", table="actions"),
    ]
    stores = {store_of(tmp_path, one) for one in several} | {store_of(tmp_path / "other", several[0])}
    assert len(stores) == 5
    assert {store.parent for store in stores} == {tmp_path}
    assert not any("secret" in str(store) for store in stores)
    assert store_of(tmp_path, several[0]) == store_of(tmp_path, FileSettings(kind="file", path="a.csv", refresh=60))
