"""A list prepared in another process is the same list, and its errors are the same errors."""

import io
from functools import partial
from pathlib import Path

import pytest
from openpyxl import Workbook

from actionmap import preparing
from actionmap.campaign.folder import load_campaign
from actionmap.errors import CampaignError, UnreadableListError, WorkerError
from actionmap.paths import campaign_folder
from actionmap.places.gazetteer import Gazetteer
from actionmap.preparing import Manner, Wishes, pinned, prepare
from actionmap.worker import Limits

DATA = campaign_folder()


def test_a_list_prepared_apart_is_the_one_prepared_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)  # wherever the server was started
    content = (DATA / "actions.csv").read_bytes()
    campaign, table = prepare(DATA, content)
    here, table_here = pinned(load_campaign(DATA, content), Gazetteer())
    assert campaign == here
    assert table.frame.equals(table_here.frame)
    assert table.frame.dtypes.equals(table_here.frame.dtypes)
    assert (table.countries, table.organizations) == (table_here.countries, table_here.organizations)


def test_the_table_alone_has_the_actions_each_in_its_place() -> None:
    loaded = load_campaign(DATA)
    campaign, table = pinned(loaded, Gazetteer())
    assert campaign == loaded.campaign
    assert table.frame["id"].tolist() == [action.id for action in loaded.actions]


def test_what_is_wrong_with_a_list_is_said_here_too() -> None:
    with pytest.raises(CampaignError, match=r"^actions\.csv is empty"):
        prepare(DATA, b"")


def test_a_list_that_takes_too_much_is_an_error_for_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "_REFRESHING", Limits(seconds=5, memory=5_000_000))
    with pytest.raises(WorkerError, match="needs more memory"):
        prepare(DATA, (DATA / "actions.csv").read_bytes() * 200)


def test_a_worker_reads_a_workbook_too() -> None:
    book, content = Workbook(), io.BytesIO()
    for row in (["city", "country", "date"], ["Lyon", "FR", "2031-05-01"]):
        book.active.append(row)
    book.save(content)
    run = partial(preparing.WORKERS.run, lane=preparing.OWN, limits=preparing.READING)
    assert run(preparing.read, content.getvalue(), "list.xlsx").rows == 1


def test_a_list_of_too_many_organizations_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = preparing.read(b"city,country,date,organizers\nLyon,FR,2031-05-01,Test A;Test B;Test C\n", "list.csv")
    asked = sheet, Manner(sheet.head.columns), Wishes("Test", {}, {}), lambda done, total, left: None
    assert len(preparing.place(*asked).campaign.organizations) == 3
    monkeypatch.setattr(preparing, "_MOST_ORGANIZATIONS", 2)
    with pytest.raises(UnreadableListError, match=r"list\.csv names 3 organizations, and 2 are the most"):
        preparing.place(*asked)
