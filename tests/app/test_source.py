"""A list that is kept elsewhere: what visitors and organizers see while its source does well, fails and recovers."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import streamlit as st
from streamlit import config
from streamlit.runtime.secrets import Secrets
from streamlit.testing.v1 import AppTest

from actionmap.refreshing import Refresher
from actionmap.ui import loading
from tests.app.conftest import OpenApp

SETTINGS = 'title = "Test day"\ndate = 2031-01-02\n[source]\nkind = "file"\npath = "elsewhere/list.csv"\n'
LIST = "id,country,locality\na,FR,Paris\nb,AT,Vienna\n"


@pytest.fixture
def campaign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("ACTIONMAP_SOURCE_CACHE", str(tmp_path / "kept"))
    folder = tmp_path / "campaign"
    (folder / "elsewhere").mkdir(parents=True)
    (folder / "campaign.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "elsewhere/list.csv").write_text(LIST, encoding="utf-8")
    yield folder
    loading.keeper.clear()


def refresher(campaign: Path) -> Refresher:
    found = loading.keeper(campaign)._refresher
    assert found
    return found


def footer(app: AppTest) -> str:
    [text] = [element.proto.body for element in app.html if "<footer" in element.proto.body]
    return " ".join(text.split())


def told(app: AppTest) -> str:
    return "\n".join(element.value for element in app.markdown)


def test_a_list_from_elsewhere_is_shown_and_where_it_is_kept(open_app: OpenApp, campaign: Path) -> None:
    app = open_app(campaign=campaign)
    assert "2 of 2 actions" in app.sidebar.markdown[0].value
    assert " old." not in footer(app)
    about = told(open_app(campaign=campaign, page="about"))
    assert "The list of actions is kept in list\\.csv, and was last looked at there" in about
    assert "The last attempt failed" not in about


def test_a_new_list_is_there_at_the_next_run(open_app: OpenApp, campaign: Path) -> None:
    app = open_app(campaign=campaign)
    before = footer(app)
    (campaign / "elsewhere/list.csv").write_text(LIST + "c,JP,Tokyo\n", encoding="utf-8")
    assert "2 of 2 actions" in app.run().sidebar.markdown[0].value
    refresher(campaign).refresh()
    app.run()
    assert "3 of 3 actions" in app.sidebar.markdown[0].value
    assert footer(app) != before


def test_a_stale_list_is_shown_with_its_age_and_organizers_read_why(open_app: OpenApp, campaign: Path) -> None:
    open_app(campaign=campaign)
    [kept] = (campaign.parent / "kept").iterdir()
    three_hours_ago = time.time() - 3 * 3600
    os.utime(kept, (three_hours_ago, three_hours_ago))
    (campaign / "elsewhere/list.csv").unlink()
    loading.keeper.clear()  # as a restart does
    app = open_app(campaign=campaign)
    refresher(campaign).refresh()
    app.run()
    assert "2 of 2 actions" in app.sidebar.markdown[0].value
    assert not app.error
    assert not app.warning
    assert ", 3 hours old. Places:" in footer(app)
    assert "cannot be read" not in footer(app)
    about = told(app.switch_page("pages/about.py").run())
    assert "was last looked at there 3 hours ago. The last attempt failed: list\\.csv cannot be read" in about


def test_without_any_list_the_page_says_so_and_recovers_by_itself(open_app: OpenApp, campaign: Path) -> None:
    (campaign / "elsewhere/list.csv").unlink()
    app = open_app(campaign=campaign)
    assert app.title[0].value == "There is nothing to show yet"
    assert "list\\.csv cannot be read\\: No such file or directory" in app.error[0].value
    assert not app.exception
    (campaign / "elsewhere/list.csv").write_text(LIST, encoding="utf-8")
    refresher(campaign).refresh()
    app.run()
    assert not app.error
    assert "2 of 2 actions" in app.sidebar.markdown[0].value


def test_a_source_that_is_described_wrongly_is_said_to_be(open_app: OpenApp, campaign: Path) -> None:
    (campaign / "campaign.toml").write_text(SETTINGS.replace("path", "paht"), encoding="utf-8")
    assert "The key source\\.path is missing" in open_app(campaign=campaign).error[0].value


def test_an_edit_of_the_settings_ends_the_old_refreshes(open_app: OpenApp, campaign: Path) -> None:
    open_app(campaign=campaign)
    old = refresher(campaign)
    (campaign / "campaign.toml").write_text(SETTINGS.replace("Test day", "Another test day"), encoding="utf-8")
    os.utime(campaign / "campaign.toml", (0, 0))
    app = open_app(campaign=campaign)
    assert "Another test day" in "".join(element.proto.body for element in app.html)
    assert old._stopped.is_set()


def test_a_secret_of_streamlit_may_hold_the_databases_address(
    open_app: OpenApp, campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(campaign.parent / "list.db")) as database, database:
        database.execute("create table listed as select 'FR' as country, 'Paris' as locality")
    secrets = campaign.parent / "secrets.toml"
    secrets.write_text(f'TEST_LIST_DB = "sqlite:///{campaign.parent / "list.db"}"\n', encoding="utf-8")
    monkeypatch.setenv("TEST_LIST_DB", "")  # so that it is put back afterwards
    monkeypatch.setattr(st, "secrets", Secrets())
    monkeypatch.setattr(Secrets, "_maybe_install_file_watchers", lambda self: None)
    before = st.get_option("secrets.files")
    (campaign / "campaign.toml").write_text(
        SETTINGS.split("[source]")[0] + '[source]\nkind = "database"\nurl_from = "TEST_LIST_DB"\ntable = "listed"\n',
        encoding="utf-8",
    )
    app = open_app(campaign=campaign)
    assert "TEST\\_LIST\\_DB holds no database's address" in app.error[0].value
    config.set_option("secrets.files", [str(secrets)])
    try:
        loading.keeper.clear()
        assert "1 of 1 action" in open_app(campaign=campaign).sidebar.markdown[0].value
    finally:
        config.set_option("secrets.files", before)
