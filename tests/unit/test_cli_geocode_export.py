import csv
import io
import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from typer.testing import CliRunner, Result

from actionmap.campaign import campaign_folder
from actionmap.cli import app
from tests.unit.test_nominatim import SQUARE, VIENNA, Service

LIST = "name,City,Country\nfirst,Vienna,Austria\nsecond,Springfield,US\n=1+1,東京,JP\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(folder, monkeypatch):
    def run(*arguments: str, **environment: str) -> Result:
        ours = {"ACTIONMAP_GEOCODE_CACHE": str(folder / "cache.csv"), "XDG_CACHE_HOME": str(folder / "kept")}
        for name, value in (ours | {"COLUMNS": "200"} | environment).items():
            monkeypatch.setenv(name, value)
        done = CliRunner().invoke(app, arguments)
        assert done.exception is None or isinstance(done.exception, SystemExit)
        return done

    return run


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_geocode_writes_the_list_with_pins_and_says_what_is_missing(run, folder):
    done = run("geocode", str(folder / "list.csv"), "-o", str(folder / "out.csv"))
    assert (done.exit_code, done.stdout) == (0, "")
    vienna, springfield, tokyo = rows((folder / "out.csv").read_text(encoding="utf-8"))
    assert list(vienna) == [
        "name",
        "City",
        "Country",
        "latitude",
        "longitude",
        "precision",
        "matched_place",
        "geocoder",
    ]
    assert vienna["latitude"] == "48.20849"
    assert springfield["latitude"] == ""
    assert (tokyo["name"], tokyo["City"], tokyo["precision"]) == ("=1+1", "東京", "locality")
    assert "list.csv row 3, City: “Springfield, US” has no pin" in done.stderr
    assert "Did you mean Springfield" in done.stderr
    assert "2 of 3 rows with a pin" in done.stderr
    assert "\x1b" not in done.stderr


def test_geocode_without_an_output_file_writes_to_standard_output(run, folder):
    assert len(rows(run("geocode", str(folder / "list.csv")).stdout)) == 3


def test_strict_makes_a_missing_pin_a_failure(run, folder):
    assert run("geocode", str(folder / "list.csv"), "--strict").exit_code == 1
    (folder / "list.csv").write_text("locality,country\nVienna,AT\n")
    assert run("geocode", str(folder / "list.csv"), "--strict").exit_code == 0


def test_geocode_caches_what_it_finds_and_names_broken_rows_of_the_cache(run, folder):
    run("geocode", str(folder / "list.csv"))
    cache = folder / "cache.csv"
    assert [row["locality"] for row in rows(cache.read_text(encoding="utf-8"))] == ["Vienna", "東京"]
    cache.write_text(cache.read_text(encoding="utf-8").replace("48.20849", "north"), encoding="utf-8")
    done = run("geocode", str(folder / "list.csv"))
    assert "cache.csv row 2, latitude: “north”" in done.stderr
    assert rows(done.stdout)[0]["latitude"] == "48.20849"


def test_a_cache_that_cannot_be_written_does_not_stop_geocoding(run, folder, caplog):
    (folder / "file").write_text("in the way")
    done = run("geocode", str(folder / "list.csv"), ACTIONMAP_GEOCODE_CACHE=str(folder / "file" / "cache.csv"))
    assert done.exit_code == 0
    assert rows(done.stdout)[0]["latitude"]
    assert "not cached" in caplog.text


def test_a_bar_shows_progress_on_a_terminal_only(folder):
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "actionmap", "geocode", str(folder / "list.csv")]
    variables = os.environ | {"ACTIONMAP_GEOCODE_CACHE": str(folder / "cache.csv"), "TERM": "xterm"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env=variables)
    os.close(theirs)
    shown = b""
    while True:
        try:
            chunk = os.read(ours, 4096)
        except OSError:  # Linux says so when the other side is closed
            break
        if not chunk:
            break
        shown += chunk
    os.close(ours)
    written, _ = process.communicate()
    assert process.returncode == 0
    assert b"3/3" in shown
    assert b"\x1b" not in written


def test_nominatim_is_asked_where_it_is_chosen_and_only_once(run, folder):
    service = Service((200, [VIENNA], {}))
    (folder / "list.csv").write_text("locality,country\nVienna,AT\nVienna,AT\n")
    with service.running() as url:
        for _ in range(2):
            done = run("geocode", str(folder / "list.csv"), "--geocoder", "nominatim", "--nominatim-url", url)
            assert [row["geocoder"] for row in rows(done.stdout)] == ["nominatim"] * 2
            assert "OpenStreetMap" in done.stderr
    assert len(service.asked) == 1
    assert "nominatim" in (folder / "cache.csv").read_text()


def test_a_service_that_fails_leaves_rows_unresolved_with_a_sentence(run, folder):
    with Service((500, b"", {})).running() as url:
        done = run("geocode", str(folder / "list.csv"), "--geocoder", "nominatim", "--nominatim-url", url)
    assert done.exit_code == 0
    assert [row["latitude"] for row in rows(done.stdout)] == [""] * 3
    assert done.stderr.count("Run the command again later") == 3


def test_a_doubtful_answer_is_said_and_the_town_is_pinned_instead(run, folder):
    (folder / "list.csv").write_text("venue,locality,country\nTest Square,Graz,AT\nTest Square,Graz,AT\n")
    with Service((200, [SQUARE], {})).running() as url:
        done = run("geocode", str(folder / "list.csv"), "--geocoder", "nominatim", "--nominatim-url", url, "--strict")
    assert done.exit_code == 0
    assert [(row["precision"], row["geocoder"]) for row in rows(done.stdout)] == [("locality", "gazetteer")] * 2
    assert "row 2, venue: “Test Square, Graz, AT” is pinned at Graz, Steiermark, Austria; " in done.stderr
    assert "doubtful: Test Square, Vienna, Austria is 1" in done.stderr
    assert done.stderr.count("doubtful") == 1


def test_where_answers_cannot_be_kept_nothing_is_asked(run, folder):
    (folder / "kept").write_text("a file, not a folder")
    service = Service((200, [VIENNA], {}))
    with service.running() as url:
        done = run("geocode", str(folder / "list.csv"), "--geocoder", "nominatim", "--nominatim-url", url)
    assert done.exit_code == 1
    assert "XDG_CACHE_HOME" in done.stderr
    assert service.asked == []


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["geocode", "no-such-file.csv"], 2, "no-such-file.csv"),
        (["geocode", "{list}", "--geocoder", "guess"], 2, "gazetteer"),
        (["geocode", "{list}", "--geocoder", "nominatim", "--nominatim-url", "nonsense"], 2, "is no web address"),
        (["geocode", "{empty}"], 1, "is empty"),
        (["geocode", "{list}", "-o", "/no/such/folder/out.csv"], 1, "cannot be written"),
        (["export", "--format", "docx"], 2, "geojson"),
        (["export", "--country", "Jappan"], 2, "Did you mean Japan (JP)"),
        (["export", "--member", "codepnik"], 2, "Did you mean codepink"),
        (["export", "-o", "/no/such/folder/out.csv"], 1, "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(run, folder, arguments, code, said):
    (folder / "empty.csv").write_text("")
    names = {"list": folder / "list.csv", "empty": folder / "empty.csv"}
    done = run(*(argument.format(**names) for argument in arguments))
    assert done.exit_code == code
    assert said in done.stderr
    assert done.stdout == ""


def test_export_writes_all_actions_as_csv_to_standard_output(run):
    done = run("export")
    assert done.exit_code == 0
    assert len(rows(done.stdout)) == 110
    assert done.stderr == "110 of 110 actions.\n"


def test_export_chooses_by_country_and_member_with_its_chapters(run):
    exported = rows(run("export", "--country", "US", "--country", "Puerto Rico").stdout)
    assert {row["country"] for row in exported} == {"US", "PR"}
    of_member = rows(run("export", "--member", "answer").stdout)
    of_chapter = rows(run("export", "--member", "answer-indiana").stdout)
    assert 0 < len(of_chapter) < len(of_member) < 110
    assert {row["id"] for row in of_chapter} < {row["id"] for row in of_member}
    both = rows(run("export", "--member", "answer", "--country", "US").stdout)
    assert [row["id"] for row in both] == [row["id"] for row in of_member if row["country"] == "US"]


def test_export_writes_every_format_to_a_file(run, folder):
    counts = {
        "csv": lambda data: len(rows(data.decode())),
        "geojson": lambda data: len(json.loads(data)["features"]),
        "kml": lambda data: len(list(ElementTree.fromstring(data).iter("{http://www.opengis.net/kml/2.2}Placemark"))),
        "ics": lambda data: len(Calendar.from_ical(data).walk("VEVENT")),
    }
    for name, count in counts.items():
        path = folder / f"out.{name}"
        assert run("export", "--format", name, "-o", str(path)).stdout == ""
        assert count(path.read_bytes()) == 110


@pytest.mark.parametrize(("name", "start"), [("svg", b"<svg "), ("png", b"\x89PNG"), ("pdf", b"%PDF-")])
def test_export_draws_a_map_for_print(run, folder, name, start):
    path = folder / f"map.{name}"
    done = run("export", "--format", name, "--country", "JP", "-o", str(path))
    assert (done.exit_code, done.stdout) == (0, "")
    assert path.read_bytes().startswith(start)


def test_the_map_for_print_shows_the_chosen_actions_and_says_which(run, folder):
    path = folder / "map.svg"
    run("export", "--format", "svg", "--country", "US", "--country", "PR", "--member", "codepink", "-o", str(path))
    exported = rows(run("export", "--country", "US", "--country", "PR", "--member", "codepink").stdout)
    svg = "{http://www.w3.org/2000/svg}"
    root = ElementTree.fromstring(path.read_bytes())
    assert len(root.findall(f"{svg}g[@id='places']/{svg}g")) == len(
        {(row["latitude"], row["longitude"]) for row in exported}
    )
    (line,) = (text.text for text in root.iter(f"{svg}text") if "of 110 actions" in text.text)
    assert line == f"2 March 2024 · {len(exported)} of 110 actions: United States, Puerto Rico; CODEPINK"


def test_another_campaign_folder_is_exported(run, folder):
    other = folder / "campaign"
    other.mkdir()
    shutil.copyfile(campaign_folder() / "campaign.toml", other / "campaign.toml")
    (other / "actions.csv").write_text("id,date,locality,country\ntest-1,2031-05-01,Graz,AT\n")
    done = run("export", ACTIONMAP_CAMPAIGN=str(other))
    assert [row["id"] for row in rows(done.stdout)] == ["test-1"]
    (other / "campaign.toml").unlink()
    broken = run("export", ACTIONMAP_CAMPAIGN=str(other))
    assert (broken.exit_code, broken.stdout) == (1, "")
    assert "campaign.toml" in broken.stderr


@pytest.mark.parametrize("command", ["geocode", "export"])
def test_help_has_examples(run, command):
    done = run(command, "--help")
    assert done.exit_code == 0
    assert f"python -m actionmap {command}" in done.stdout
