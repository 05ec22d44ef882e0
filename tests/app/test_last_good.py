"""The campaign folder while it is served: edited, cut off, emptied, removed, replaced by garbage; what visitors see."""

import datetime as dt
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from actionmap.ui import loading
from tests.app.conftest import OpenApp

SETTINGS = 'title = "Test day"\ndate = 2031-01-02\n'
ROWS = [f"id{number},FR,Paris,group,test venue {number}\n" for number in range(10)]
LIST = "id,country,locality,organizers,venue\n" + "".join(ROWS)
ORGANIZATIONS = "id,name,role\ngroup,Test group,coalition\n"
CLAIMS = "id,claimant,claim,measure,figure,source_url\none,Somebody,Ten actions,actions,10,https://test.example/\n"
FILES = {
    "campaign.toml": SETTINGS,
    "actions.csv": LIST,
    "organizations.csv": ORGANIZATIONS,
    "claims.csv": CLAIMS,
}


@pytest.fixture
def campaign(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "secret-folder"
    write(folder, FILES)
    yield folder
    loading.keeper.clear()


def write(folder: Path, files: dict[str, str]) -> None:
    if folder.is_file():
        folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def counted(app: AppTest) -> str:
    return app.sidebar.markdown[0].value


def footer(app: AppTest) -> str:
    [text] = [element.proto.body for element in app.html if "<footer" in element.proto.body]
    return " ".join(text.split())


def told(app: AppTest) -> str:
    return "\n".join(element.value for element in app.markdown)


def hours_pass(campaign: Path) -> None:
    """Let the list that is shown have been the folder's own three hours ago."""
    found = loading.keeper(campaign)._refresher
    assert found
    assert found.state.checked
    found.state = replace(found.state, checked=dt.datetime.now(dt.UTC) - dt.timedelta(hours=3))


def a_link_to_itself(folder: Path) -> None:
    (folder / "actions.csv").unlink()
    (folder / "actions.csv").symlink_to("actions.csv")


def a_folder_in_its_place(folder: Path) -> None:
    (folder / "actions.csv").unlink()
    (folder / "actions.csv").mkdir()


FAULTS: dict[str, Callable[[Path], object]] = {
    "removed": shutil.rmtree,
    "emptied": lambda folder: [path.unlink() for path in folder.iterdir()],
    "a file in its place": lambda folder: (shutil.rmtree(folder), folder.write_text("garbage")),
    "garbage in every file": lambda folder: [path.write_bytes(b"\x00\xff\xfe" * 1000) for path in folder.iterdir()],
    "an empty list": lambda folder: (folder / "actions.csv").write_text(""),
    "a list removed": lambda folder: (folder / "actions.csv").unlink(),
    "half a list": lambda folder: (folder / "actions.csv").write_text(LIST[: len(LIST) // 2]),
    "most of a list": lambda folder: (folder / "actions.csv").write_text(LIST[: LIST.index("id8,FR,Pa") + 7]),
    "a list of another kind": lambda folder: (folder / "actions.csv").write_text("<html><body>404</body></html>"),
    "a link to itself": a_link_to_itself,
    "a folder in its place": a_folder_in_its_place,
    "settings and list cut off": lambda folder: [
        (folder / name).write_text(FILES[name][:25]) for name in ("campaign.toml", "actions.csv")
    ],
}


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_happens_to_the_list_the_last_good_one_is_shown_with_its_age(
    open_app: OpenApp, campaign: Path, fault: str
) -> None:
    app = open_app(campaign=campaign)
    assert "10 of 10 actions" in counted(app)
    FAULTS[fault](campaign)
    app.run()
    hours_pass(campaign)
    app.run()
    assert not app.exception
    assert not app.error
    assert "10 of 10 actions" in counted(app)
    assert ", 3 hours old. Places:" in footer(app)
    about = told(app.switch_page("pages/about.py").run())
    assert "kept in actions\\.csv, and was last looked at there 3 hours ago. The last attempt failed: " in about
    assert "secret" not in about
    assert str(campaign.parent) not in about
    write(campaign, FILES | {"actions.csv": LIST + "more,AT,Vienna,group,\n"})
    app.run()
    assert " old." not in footer(app)
    assert "The last attempt failed" not in told(app)
    assert "11 of 11 actions" in counted(app.switch_page("pages/map.py").run())


@pytest.mark.parametrize(
    ("name", "fault", "says"),
    [
        ("organizations.csv", b"", "organizations.csv is empty."),
        ("organizations.csv", None, "organizations.csv is missing."),
        ("organizations.csv", b"\x00\x01", "organizations.csv"),
        ("organizations.csv", b"id,name,role\n", "organizations.csv has fewer usable rows than before (0, not 1)"),
        ("claims.csv", b"nothing,of,this\n1,2,3\n", "claims.csv has no row with known column names"),
        (
            "claims.csv",
            CLAIMS.split("\n")[0].encode() + b"\n",
            "claims.csv has fewer usable rows than before (0, not 1)",
        ),
        ("campaign.toml", b'title = "Another', "campaign.toml is not TOML"),
        ("campaign.toml", b"title = " + b"[" * 5000, "campaign.toml has too many brackets inside brackets"),
        ("campaign.toml", b'title = "Another"', "The key date is missing"),
    ],
)
def test_another_broken_file_fails_alone(
    open_app: OpenApp, campaign: Path, caplog: pytest.LogCaptureFixture, name: str, fault: bytes | None, says: str
) -> None:
    app = open_app(campaign=campaign)
    before = footer(app)
    (campaign / name).write_bytes(fault) if fault is not None else (campaign / name).unlink()
    assert footer(app.run()) == before
    (campaign / "actions.csv").write_text(LIST + "more,AT,Vienna,group,\n")
    app.run()
    assert not app.error
    assert "11 of 11 actions" in counted(app)
    assert "Test group" in app.sidebar.checkbox[0].label
    assert " old." not in footer(app)
    assert caplog.text.count(says) == 1
    about = told(app.switch_page("pages/about.py").run()).replace("\\", "")
    assert says in about
    assert "The last good one stays." in about
    assert "Test day" in about
    assert "Ten actions" in "".join(one.proto.body for one in app.switch_page("pages/reach.py").run().html)


@pytest.mark.parametrize("name", ["organizations.csv", "claims.csv"])
def test_a_list_that_is_broken_from_the_start_is_left_out_and_said_to_be(
    open_app: OpenApp, campaign: Path, name: str
) -> None:
    (campaign / name).write_bytes(b"")
    app = open_app(campaign=campaign)
    assert "10 of 10 actions" in counted(app)
    about = told(app.switch_page("pages/about.py").run()).replace("\\", "")
    assert f"{name} is empty." in about
    assert "The others are used without it." in about


def test_what_is_meant_as_another_campaign_is_taken_however_short(open_app: OpenApp, campaign: Path) -> None:
    app = open_app(campaign=campaign)
    write(campaign, {"campaign.toml": SETTINGS.replace("Test", "Next"), "actions.csv": "country\nFR\n"})
    app.run()
    assert "1 of 1 action" in counted(app)
    assert not app.sidebar.checkbox
    assert "Ten actions" not in "".join(one.proto.body for one in app.switch_page("pages/reach.py").run().html)
    assert "last good" not in told(app.switch_page("pages/about.py").run())


def test_a_great_loss_that_is_meant_is_taken_after_a_restart(open_app: OpenApp, campaign: Path) -> None:
    app = open_app(campaign=campaign)
    (campaign / "actions.csv").write_text("id,country\na,FR\n")
    app.run()
    assert "10 of 10 actions" in counted(app)
    assert "start the server again" in told(app.switch_page("pages/about.py").run())
    loading.keeper.clear()  # as a restart does
    assert "1 of 1 action" in counted(open_app(campaign=campaign))


def test_rows_that_are_removed_are_gone_at_once(open_app: OpenApp, campaign: Path) -> None:
    app = open_app(campaign=campaign)
    (campaign / "actions.csv").write_text("".join(LIST.splitlines(keepends=True)[:-3]))
    app.run()
    assert "7 of 7 actions" in counted(app)
    assert " old." not in footer(app)


def test_a_list_that_is_cut_off_before_there_was_a_whole_one_is_said_to_be(open_app: OpenApp, campaign: Path) -> None:
    (campaign / "actions.csv").write_text(LIST[: LIST.index("id6,FR,Pa") + 7])
    app = open_app(campaign=campaign)
    assert "7 of 7 actions" in counted(app)
    [warning] = app.warning
    assert "ends in the middle of a row" in warning.value
    (campaign / "actions.csv").write_text(LIST)
    app.run()
    assert not app.warning
    assert "10 of 10 actions" in counted(app)


@pytest.mark.parametrize("day", [1, 4_000_000_000])
def test_a_clock_that_jumps_hides_no_edit(open_app: OpenApp, campaign: Path, day: int) -> None:
    app = open_app(campaign=campaign)
    (campaign / "actions.csv").write_text(LIST + "more,AT,Vienna,group,\n")
    os.utime(campaign / "actions.csv", (day, day))
    app.run()
    assert "11 of 11 actions" in counted(app)
    (campaign / "actions.csv").write_text(LIST + "more,CH,Berne,,group\n")
    os.utime(campaign / "actions.csv", (day, day))
    before = footer(app)
    assert footer(app.run()) != before


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"campaign.toml": "title = ", "actions.csv": LIST}, "campaign.toml is not TOML"),
        ({"campaign.toml": SETTINGS.replace("date", "day"), "actions.csv": LIST}, "The key date is missing"),
        ({"campaign.toml": "a = " + "[" * 5000, "actions.csv": LIST}, "too many brackets inside brackets"),
        ({"campaign.toml": SETTINGS}, "actions.csv cannot be read: No such file or directory"),
        ({"campaign.toml": SETTINGS, "actions.csv": "\0\1"}, "actions.csv"),
        ({"actions.csv": LIST}, "campaign.toml is missing"),
        ({}, "campaign.toml is missing"),
    ],
)
def test_an_unreadable_campaign_gets_a_friendly_page_and_recovers_by_itself(
    open_app: OpenApp, campaign: Path, files: dict[str, str], says: str
) -> None:
    write(campaign, files)
    app = open_app(campaign=campaign)
    assert app.title[0].value == "There is nothing to show yet"
    assert says in app.error[0].value.replace("\\", "")
    assert "secret" not in app.error[0].value
    assert not app.exception
    write(campaign, FILES)
    app.run()
    assert not app.error
    assert "10 of 10 actions" in counted(app)


def test_a_list_without_actions_gets_a_friendly_page(open_app: OpenApp, campaign: Path) -> None:
    (campaign / "actions.csv").write_text("id,country\n")
    app = open_app(campaign=campaign)
    assert app.title[0].value == "Test day"
    assert app.info[0].value.startswith("No action is listed yet.")


def test_a_thousand_unknown_values_of_a_link_are_one_notice(open_app: OpenApp, campaign: Path) -> None:
    app = open_app({"country": [f"no country {number}" for number in range(1000)]}, campaign=campaign)
    [notice] = app.warning
    assert "country “no country 0”" in notice.value
    assert "It asks for 980 more things that this map does not know." in notice.value


def test_what_reorders_or_hides_text_does_not_pass_from_a_link_or_the_settings(
    open_app: OpenApp, campaign: Path
) -> None:
    hidden = "\u202egpj.exe\u202c\x00\u200b\u2066"
    (campaign / "campaign.toml").write_text(
        'title = "Test \\u202eyad\\u0000"\nstandfirst = "\\u2066a"\ndate = 2031-01-02\n'
    )
    app = open_app({"near": hidden, "country": hidden, "q": hidden, "action": hidden}, campaign=campaign)
    shown = [one.proto.body for one in app.html] + [one.value for one in (*app.markdown, *app.warning, *app.text_input)]
    assert "gpj.exe" in "".join(shown)
    assert "Test yad" in "".join(shown)
    assert not [text for text in shown if set(text) & set(hidden.replace("gpj.exe", ""))]
