"""The command `check`, as a person and as a program use it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from actionmap.campaign.actions import Action
from actionmap.cli import app
from tests.shipped_list import LISTED

ROOT = Path(__file__).parents[2]


def process(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "actionmap", "check", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", cwd=ROOT, env=os.environ | environment, check=False
    )


def invoke(*arguments: str | Path, **environment: str) -> Result:
    return CliRunner().invoke(app, ["check", *map(str, arguments)], env=environment)


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    path = tmp_path / "messy.csv"
    rows = [
        "Pays;Ville;Date;Heure",
        "France;Préville;02.03.2031;14h00",
        "Narnia;Châteauville;02.03.2031;",
        "DE;X;03/02/2031;25:00",
    ]
    path.write_bytes("\r\n".join(rows).encode("cp1252"))
    return path


def test_the_shipped_list_is_clean() -> None:
    result = invoke(ROOT / "data/actions.csv")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith(
        f"{LISTED} actions, 0 problems\nRead as UTF-8, cells divided by comma.\nColumns: id, date,"
    )


def test_the_shipped_folder_is_clean() -> None:
    assert invoke(ROOT / "data").exit_code == 0


def test_each_problem_is_one_whole_line(messy: Path) -> None:
    result = invoke(messy, COLUMNS="40")
    lines = result.stdout.splitlines()
    assert result.exit_code == 1
    assert [line.split(": ")[0] for line in lines] == [
        "messy.csv row 3, Pays",
        "messy.csv row 4, Date",
        "messy.csv row 4, Heure",
    ]
    assert lines[1] == (
        "messy.csv row 4, Date: “03/02/2031” may be 3 February or 2 March. "
        "Write 2031-02-03 or 2031-03-02. Until then the row is left out."
    )
    assert result.stderr.startswith("1 action, 3 problems\n")


def test_json_is_all_there_is_on_standard_output(messy: Path) -> None:
    result = invoke(messy, "--json")
    found = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (found["actions"], found["suggestions"], found["error"], result.stderr) == (1, 0, None, "")
    assert found["problems"][0] == {
        "kind": "not-a-country",
        "file": "messy.csv",
        "row": 3,
        "column": "Pays",
        "value": "Narnia",
        "values": {"candidates": found["problems"][0]["values"]["candidates"], "left_out": True},
        "message": "is not a country or territory",
        "hint": found["problems"][0]["hint"],
    }
    assert found["problems"][1]["values"] == {"days": ["2031-02-03", "2031-03-02"], "left_out": True}


@pytest.mark.parametrize("whole_folder", [False, True])
def test_suggestions_are_counted_and_are_no_actions(tmp_path: Path, whole_folder: bool) -> None:
    (tmp_path / "campaign.toml").write_text('title = "A test day"\ndate = 2031-01-01\n', encoding="utf-8")
    (tmp_path / "actions.csv").write_text("country,status\nFR,\nDE,suggested\nAT,suggested\n", encoding="utf-8")
    path = tmp_path if whole_folder else tmp_path / "actions.csv"
    found = json.loads(invoke(path, "--json").stdout)
    assert (found["actions"], found["suggestions"], found["problems"]) == (1, 2, [])
    assert invoke(path).stderr.startswith("1 action, 0 problems, 2 suggestions left out\n")


def test_a_terminal_without_unicode_gets_its_lines_too(messy: Path) -> None:
    result = process(messy, PYTHONIOENCODING="ascii")
    assert (result.returncode, len(result.stdout.splitlines()), "Traceback" in result.stderr) == (1, 3, False)


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("country,date,st\x1b[2Jatus\nN\x1b[31marnia,2031-01-01,x\n", encoding="utf-8")
    result = invoke(path)
    assert result.exit_code == 1
    assert "\x1b" not in result.output


def test_organizations_beside_the_list_are_the_known_ones(tmp_path: Path) -> None:
    path = tmp_path / "my-list.csv"
    path.write_text("country,date,organizers\nFR,2031-01-01,tset-group\n", encoding="utf-8")
    assert invoke(path).exit_code == 0
    (tmp_path / "organizations.csv").write_text("id,name\ntest-group,Test Group\n", encoding="utf-8")
    result = invoke(path)
    assert result.exit_code == 1
    assert "“tset-group” is not the id of an organization. Did you mean test-group?" in result.stdout


def test_a_campaign_beside_the_list_gives_the_date(tmp_path: Path) -> None:
    path = tmp_path / "my-list.csv"
    path.write_text("country\nFR\n", encoding="utf-8")
    assert "Add one named date" in invoke(path).stderr
    (tmp_path / "campaign.toml").write_text('title = "A test day"\ndate = 2031-01-01\n', encoding="utf-8")
    assert invoke(path).exit_code == 0


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", bytes(range(256)), b"one,two\n1,2\n"])
def test_an_unreadable_list_is_a_problem(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    result = invoke(path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "list.csv" in result.stderr
    assert "list.csv" in json.loads(invoke(path, "--json").stdout)["error"]


def test_a_folder_without_a_campaign_is_a_problem(tmp_path: Path) -> None:
    result = invoke(tmp_path)
    assert result.exit_code == 1
    assert "campaign.toml" in result.stderr


@pytest.mark.parametrize("arguments", [[], ["nothing-here.csv"], ["data/actions.csv", "--no-such-option"], ["a", "b"]])
def test_bad_usage_exits_with_2(arguments: list[str]) -> None:
    assert invoke(*arguments).exit_code == 2


def test_help_names_every_column_and_gives_examples() -> None:
    result = invoke("--help", COLUMNS="200")
    assert result.exit_code == 0
    assert [name for name in Action.model_fields if f"{name}:" not in result.stdout] == []
    assert "python -m actionmap check data/actions.csv" in result.stdout


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    code = "import sys, actionmap.cli; print({'pandas', 'streamlit', 'pyarrow', 'pydeck', 'geopy'} & set(sys.modules))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", cwd=ROOT, check=True)
    assert result.stdout.strip() == "set()"


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    path = tmp_path / "bare.csv"
    path.write_text('Ort,Uhrzeit\n"Berlin, Hamburg",14:00\nKöln,\n', "utf-8")
    return path


def test_what_holds_for_every_row_can_be_given_once(bare: Path) -> None:
    given = ["--country", "Alemania", "--date", "1 May 2031", "--time-zone", "Tokyo", "--status", "reported"]
    told = invoke(bare, *given, "--divide-towns")
    assert told.exit_code == 0
    assert "3 actions, 0 problems" in told.stderr
    assert "read as Tokyo time" in told.stderr


def test_what_comes_first_in_dates_is_asked_and_can_be_said(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("city,country,date\nGraz,AT,02/05/2031\n", "utf-8")
    assert "read in two ways, as 02/05/2031. Say what comes first" in invoke(path).stderr
    for flag, order in (("--day-first", "day first"), ("--month-first", "month first")):
        told = invoke(path, flag)
        assert (told.exit_code, told.stdout) == (0, "")
        assert order in told.stderr
    assert "speaks for itself" in invoke(tmp_path, "--day-first").stderr


def test_a_cell_of_several_towns_is_a_problem_that_names_the_flag(bare: Path) -> None:
    told = invoke(bare, "--country", "DE", "--date", "2031-05-01")
    assert told.exit_code == 1
    assert "row 2, Ort: “Berlin, Hamburg” names several towns" in told.stdout
    assert "--divide-towns, which makes 2 actions of it: Berlin, Hamburg." in told.stdout


@pytest.mark.parametrize(("option", "value", "words"), [
    ("--country", "Frnce", "Did you mean France"), ("--time-zone", "Nowhere", "is not a time zone"),
    ("--date", "soon", "is not a date"), ("--date", "02/05/2031", "2031-02-05 or 2031-05-02"),
    ("--status", "perhaps", "reported"),
])  # fmt: skip
def test_what_cannot_be_meant_for_a_list_is_said_in_words(bare: Path, option: str, value: str, words: str) -> None:
    told = invoke(bare, option, value, COLUMNS="300")
    assert told.exit_code == 2
    assert words in told.stderr
    assert option in told.stderr


def test_a_campaign_folder_takes_no_word_for_its_list() -> None:
    assert invoke(ROOT / "data", "--country", "FR").exit_code == 2


def test_a_reviewed_venue_outside_its_town_and_a_distance_that_is_none_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    header = (ROOT / "geocode_cache/geocodes.csv").read_text().partition("\n")[0]
    far = "Test Square,Lyon,,FR,48.85,2.35,venue,Test Square,Europe/Paris,reviewed,2031-01-01,Test,20"
    wide = "Test Park,Lyon,,FR,45.76,4.83,venue,Test Park,Europe/Paris,reviewed,2031-01-01,Test,some"
    (tmp_path / "pins.csv").write_text(f"{header}\n{far}\n{wide}\n")
    monkeypatch.setenv("ACTIONMAP_GEOCODE_CACHE", str(tmp_path / "pins.csv"))
    path = tmp_path / "list.csv"
    path.write_text(
        "date,venue,city,country,Mine\n2031-05-01,Test Square,Lyon,FR,x\n" + "Sat Mar 2 or so,,Lyon,FR,\n" * 3
    )
    said = invoke(path).output
    assert "Test Square, Lyon, FR” is pinned at Test Square; doubtful: 39" in said
    assert "pins.csv row 3, uncertainty_m: “some” is not a length." in said
    assert "“Sat Mar 2 or so” (date) stands in 3 rows alike: one answer mends them all (rows 3, 4 and 5)." in said
    assert "Columns not used: “Mine”." in said
    assert "all are taken for announced" in said
    assert "1 place in doubt" in said
