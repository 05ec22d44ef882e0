import codecs
import csv
import io
import json
import os
import pty
import shutil
import subprocess
import sys
from collections import Counter
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from typer.testing import CliRunner, Result

from actionmap.cli import app, main
from actionmap.cli.shared import pinned_campaign
from actionmap.paths import campaign_folder
from tests.faults import no_file_longer_than
from tests.shipped_list import LISTED
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


@pytest.fixture(scope="module")
def campaign():
    return pinned_campaign()


@pytest.fixture
def export(run, campaign, monkeypatch):
    """Export the shipped campaign, which is pinned once for all tests."""
    monkeypatch.setattr("actionmap.cli.export.pinned_campaign", lambda: campaign)
    return partial(run, "export")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


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


def test_what_the_gazetteer_finds_of_a_list_that_is_not_the_campaigns_is_not_cached(run, folder):
    assert rows(run("geocode", str(folder / "list.csv")).stdout)[0]["geocoder"] == "gazetteer"
    assert not (folder / "cache.csv").exists()


def test_what_is_found_of_the_campaigns_own_actions_is_cached_and_broken_rows_of_the_cache_are_named(run, folder):
    (folder / "list.csv").rename(folder / "actions.csv")
    listed, ours = str(folder / "actions.csv"), {"ACTIONMAP_CAMPAIGN": str(folder)}
    run("geocode", listed, **ours)
    cache = folder / "cache.csv"
    assert [row["locality"] for row in rows(cache.read_text(encoding="utf-8"))] == ["Vienna", "東京"]
    cache.write_text(cache.read_text(encoding="utf-8").replace("48.20849", "north"), encoding="utf-8")
    done = run("geocode", listed, **ours)
    assert "cache.csv row 2, latitude: “north”" in done.stderr
    assert rows(done.stdout)[0]["latitude"] == "48.20849"


def test_a_cache_that_cannot_be_written_does_not_stop_geocoding(run, folder, caplog):
    (folder / "file").write_text("in the way")
    (folder / "list.csv").rename(folder / "actions.csv")
    ours = {"ACTIONMAP_CAMPAIGN": str(folder), "ACTIONMAP_GEOCODE_CACHE": str(folder / "file" / "cache.csv")}
    done = run("geocode", str(folder / "actions.csv"), **ours)
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


CAMPAIGN = 'title = "A test day"\ndate = 2031-01-01\n[nominatim]\n'
ONLINE = ("--geocoder", "nominatim")


@pytest.fixture
def online(run, folder):
    """Pin the list with a service that the campaign beside it names, and that need not be given time."""

    def online(url: str, *options: str) -> Result:
        (folder / "campaign.toml").write_text(f'{CAMPAIGN}url = "{url}"\npause = 0\n')
        return run("geocode", str(folder / "list.csv"), *ONLINE, *options)

    return online


def test_where_the_service_fails_the_gazetteer_stands_in_and_the_next_run_asks_again(online, folder):
    service = Service((500, b"", {}))
    with service.running() as url:
        done = online(url)
        assert done.exit_code == 0
        assert [row["geocoder"] for row in rows(done.stdout)] == ["gazetteer", "", "gazetteer"]
        (said,) = (line for line in done.stderr.splitlines() if "list.csv" in line)
        assert said == (
            "list.csv row 2, City: “Vienna, AT” is one of 3 places that were not answered for: "
            f"{url} gives no answer (HTTP 500); the gazetteer's pins stand in for 2 of them. "
            "Run the command again later; what was answered is saved."
        )
        assert not (folder / "cache.csv").exists()
        service.answers = [(200, [VIENNA], {})]
        assert rows(online(url).stdout)[0]["geocoder"] == "nominatim"
    assert [query["city"] for query in service.asked] == ["Vienna", "Springfield", "東京"] * 2


@pytest.mark.parametrize(("strict", "code"), [("Graz,AT\n", 0), ("Graz,AT\nSpringfield,US\n", 1)])
def test_a_pin_that_stands_in_is_a_pin_to_strict(online, folder, strict, code):
    (folder / "list.csv").write_text(f"locality,country\n{strict}")
    with Service((429, b"", {})).running() as url:
        assert online(url, "--strict").exit_code == code


def test_of_all_places_that_are_not_asked_for_one_line_speaks(online, folder):
    towns = ["Graz", "Linz", "Wels", "Steyr", "Krems", "Xyzzyqqville"]
    (folder / "list.csv").write_text("locality,country\n" + "".join(f"{town},AT\n{town},AT\n" for town in towns))
    with Service((403, b"", {})).running() as url:
        done = online(url)
    assert done.stderr.count("\n") == 3
    assert f"row 2, locality: “Graz, AT” was not answered for: {url} refuses to answer (403); the gaz" in done.stderr
    assert (
        "row 4, locality: “Linz, AT” is one of 5 places that were not answered for: not asked for, because"
        in done.stderr
    )
    assert "the gazetteer's pins stand in for 4 of them" in done.stderr
    assert "10 of 12 rows with a pin" in done.stderr


@pytest.mark.parametrize("locality", ["Graz", "Viennna", "Testau"])
def test_what_is_doubtful_is_said_in_every_run_and_asked_for_in_the_first(online, folder, locality):
    """Testau is known to nobody but the service."""
    (folder / "list.csv").write_text(f"venue,locality,country\nTest Square,{locality},AT\n")
    service = Service((200, [SQUARE], {}), (200, [VIENNA] if locality == "Testau" else [], {}))
    with service.running() as url:
        first, second = online(url), online(url)
    assert first.stderr == second.stderr
    assert first.stdout == second.stdout
    assert ("has no pin: Test Square" if locality == "Viennna" else "; doubtful: Test Square") in first.stderr
    assert len(service.asked) == (1 if locality == "Graz" else 2)


def test_what_was_found_of_a_doubtful_venues_town_is_kept_for_the_town(online, folder):
    (folder / "list.csv").write_text("venue,locality,country\nTest Square,Testau,AT\n")
    with Service((200, [SQUARE], {}), (200, [VIENNA], {})).running() as url:
        assert [row["precision"] for row in rows(online(url).stdout)] == ["locality"]
    (kept,) = rows((folder / "cache.csv").read_text())
    assert (kept["venue"], kept["locality"], kept["geocoder"]) == ("", "Testau", "nominatim")


def test_which_service_is_asked_stands_beside_the_list_or_in_the_campaign_folder_or_is_named(run, folder):
    (folder / "campaign").mkdir()
    command = "geocode", str(folder / "list.csv"), *ONLINE
    services = beside, campaign, named = [Service((200, [VIENNA], {})) for _ in range(3)]
    with beside.running() as url1, campaign.running() as url2, named.running() as url3:
        text = f'{CAMPAIGN}url = "{url2}"\npause = 0\nattribution = "© Test Surveyors"\n'
        (folder / "campaign" / "campaign.toml").write_text(text, encoding="utf-8")
        done = run(*command, ACTIONMAP_CAMPAIGN=str(folder / "campaign"))
        assert "Positions: © Test Surveyors." in done.stderr
        assert [len(service.asked) for service in services] == [0, 3, 0]
        (folder / "campaign.toml").write_text(f'{CAMPAIGN}url = "{url1}"\npause = 0\nuser_agent = "Test/1"\n')
        (folder / "cache.csv").unlink()
        run(*command, ACTIONMAP_CAMPAIGN=str(folder / "campaign"))
        assert [len(service.asked) for service in services] == [3, 3, 0]
        (folder / "cache.csv").unlink()
        run(*command, "--nominatim-url", url3, ACTIONMAP_CAMPAIGN=str(folder / "campaign"))
        assert [len(service.asked) for service in services] == [3, 3, 3]
    assert named.agents == {"Test/1"}


def test_a_broken_campaign_beside_the_list_is_said_and_nobody_is_asked(run, folder):
    (folder / "campaign.toml").write_text(f"{CAMPAIGN}pause = 0\n")
    done = run("geocode", str(folder / "list.csv"), *ONLINE)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "campaign.toml: The key nominatim.pause is wrong: write seconds" in done.stderr
    assert run("geocode", str(folder / "list.csv")).exit_code == 0  # offline, it does not matter


def test_the_public_service_is_not_asked_with_the_haste_that_ones_own_allows(run, folder):
    (folder / "campaign.toml").write_text(f'{CAMPAIGN}url = "http://127.0.0.1:9"\npause = 0\n')
    done = run("geocode", str(folder / "list.csv"), *ONLINE, "--nominatim-url", "https://nominatim.openstreetmap.org")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "“0.0” is too short a pause for nominatim.openstreetmap.org" in done.stderr


def test_a_killed_run_is_started_again_and_asks_only_for_what_is_missing(run, folder):
    towns = [f"Testdorf {number}" for number in range(20)]
    (folder / "list.csv").write_text("locality,country\n" + "".join(f"{town},AT\n" for town in towns))
    command = ["geocode", str(folder / "list.csv"), "-o", str(folder / "out.csv"), *ONLINE]
    process = [sys.executable, "-m", "actionmap", *command]
    ours = {"ACTIONMAP_GEOCODE_CACHE": str(folder / "cache.csv"), "XDG_CACHE_HOME": str(folder / "kept")}
    service = Service(*[(200, [VIENNA], {}), (200, [], {})] * 10)
    service.hangs_from = 9
    with service.running() as url:
        (folder / "campaign.toml").write_text(f'{CAMPAIGN}url = "{url}"\npause = 0.01\n')
        with subprocess.Popen(process, env=os.environ | ours, stderr=subprocess.DEVNULL) as started:
            assert service.hanging.wait(60)
            started.kill()
        assert not (folder / "out.csv").exists()
        service.hangs_from = 10**9
        assert run(*command).exit_code == 0
    written = rows((folder / "out.csv").read_text(encoding="utf-8"))
    assert [(row["locality"], row["geocoder"]) for row in written] == [
        (town, "" if number % 2 else "nominatim") for number, town in enumerate(towns)
    ]
    asked = Counter(query["city"] for query in service.asked)
    assert list(asked) == towns
    assert [town for town, times in asked.items() if times > 1] == ["Testdorf 8"]  # which was under way


def test_what_a_list_holds_does_no_harm_on_a_terminal(run, folder):
    (folder / "list.csv").write_text("City,Country\nXyzzy\x1b[2Jville,AT\nGraz,Nar\x1b[31mnia\n")
    done = run("geocode", str(folder / "list.csv"))
    assert "Xyzzy�[2Jville" in done.stderr
    assert "\x1b" not in done.stderr


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
        (["geocode", "{list}", "--geocoder", "nominatim", "--nominatim-url", "nonsense"], 2, "“nonsense” is not a web"),
        (["geocode", "{list}", "--geocoder", "nominatim", "--nominatim-url", ""], 2, "is not a web address"),
        (["geocode", "{list}", "--geocoder", "nominatim", "--nominatim-url", "ftp://x"], 2, "is not a web address"),
        (["geocode", "{empty}"], 1, "is empty"),
        (["geocode", "{list}", "-o", "/no/such/folder/out.csv"], 1, "cannot be written"),
        (["export", "--format", "docx"], 2, "geojson"),
        (["export", "--country", "Jappan"], 2, "Did you mean Japan (JP)"),
        (["export", "--member", "codepnik"], 2, "Did you mean codepink"),
        (["export", "--status", "planned"], 2, "is none of: reported, announced"),
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


def test_a_list_may_be_written_in_place_of_itself_and_keeps_its_permissions(run, folder):
    (folder / "list.csv").chmod(0o640)
    done = run("geocode", str(folder / "list.csv"), "-o", str(folder / "list.csv"))
    assert done.exit_code == 0
    found = rows((folder / "list.csv").read_text(encoding="utf-8"))
    assert [row["name"] for row in found] == ["first", "second", "=1+1"]
    assert found[0]["matched_place"].startswith("Vienna")
    assert (folder / "list.csv").stat().st_mode & 0o777 == 0o640
    assert [path.name for path in folder.glob(".*")] == []


@pytest.mark.parametrize("command", [["geocode", "{list}"], ["export", "--format", "geojson"], ["export"]])
def test_on_a_full_disk_what_was_in_the_file_stays(run, folder, command):
    out = folder / "list.csv"
    before = out.read_bytes()
    with no_file_longer_than(50):
        done = run(*(part.format(list=folder / "list.csv") for part in command), "-o", str(out))
    assert done.exit_code == 1
    assert f"{out} cannot be written: File too large." in done.stderr
    assert out.read_bytes() == before
    assert [path.name for path in folder.glob(".*")] == []


@pytest.mark.parametrize(("out", "written"), [("/dev/null", False), ("-", True), ("/dev/stdout", True)])
def test_a_list_may_be_written_to_a_device_or_to_standard_output(run, folder, out, written):
    done = run("geocode", str(folder / "list.csv"), "-o", out)
    assert done.exit_code == 0
    assert ("matched_place" in done.stdout) == written
    assert not (folder / "-").exists()


FULL = "Standard output cannot be written: No space left on device."


@pytest.mark.parametrize("command", [["export"], ["export", "--format", "pdf"]])
def test_a_full_standard_output_is_said_in_a_sentence(monkeypatch, capsys, command):
    monkeypatch.setattr(sys, "argv", ["actionmap", *command])
    with Path("/dev/full").open("w", buffering=1) as full:
        monkeypatch.setattr(sys, "stdout", full)
        with pytest.raises(SystemExit, match=r"^1$"):
            main()
        monkeypatch.undo()
    assert FULL in capsys.readouterr().err


def test_a_process_whose_standard_output_is_full_ends_with_a_sentence(folder):
    ours = {"ACTIONMAP_GEOCODE_CACHE": str(folder / "cache.csv"), "PYTHONPATH": str(Path(__file__).parents[2])}
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "actionmap", "geocode", "list.csv"],
            cwd=folder,
            env=os.environ | ours,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert FULL in done.stderr
    assert "Traceback" not in done.stderr


def test_export_writes_all_actions_as_csv_to_standard_output(run):
    done = run("export")
    assert done.exit_code == 0
    assert len(rows(done.stdout)) == LISTED
    assert done.stderr == f"{LISTED} of {LISTED} actions.\n"


@pytest.mark.parametrize(
    "command", [["export"], ["coverage", "--format", "csv"], ["coverage", "--format", "csv", "--suggest", "2"]]
)
def test_csv_begins_with_the_mark_of_spreadsheets_unless_somebody_wants_it_without(run, folder, command):
    command = [*command, str(folder / "list.csv"), "--date", "2031-05-01"] if command[0] == "coverage" else command
    with_mark, without = run(*command).stdout_bytes, run(*command, "--no-bom").stdout_bytes
    assert with_mark == codecs.BOM_UTF8 + without
    assert not without.startswith(codecs.BOM_UTF8)


def test_export_chooses_by_country_and_member_with_its_chapters(export):
    exported = rows(export("--country", "US", "--country", "Puerto Rico").stdout)
    assert {row["country"] for row in exported} == {"US", "PR"}
    of_member = rows(export("--member", "answer").stdout)
    of_chapter = rows(export("--member", "answer-indiana").stdout)
    assert 0 < len(of_chapter) < len(of_member) < LISTED
    assert {row["id"] for row in of_chapter} < {row["id"] for row in of_member}
    both = rows(export("--member", "answer", "--country", "US").stdout)
    assert [row["id"] for row in both] == [row["id"] for row in of_member if row["country"] == "US"]


def test_export_takes_every_filter_of_the_pages(export):
    everything = rows(export().stdout)
    announced = rows(export("--status", "announced", "--basis", "call").stdout)
    assert [row["id"] for row in announced] == [
        row["id"] for row in everything if (row["status"], row["basis"]) == ("announced", "call")
    ]
    called = export("--member", "answer", "--link", "called", "--q", "park")
    assert called.stderr.endswith(" (called); “park”.\n")
    assert {row["id"] for row in rows(called.stdout)} < {row["id"] for row in everything}


def test_export_writes_every_format_to_a_file(export, folder):
    counts = {
        "csv": lambda data: len(rows(data.decode())),
        "geojson": lambda data: len(json.loads(data)["features"]),
        "kml": lambda data: len(list(ElementTree.fromstring(data).iter("{http://www.opengis.net/kml/2.2}Placemark"))),
        "ics": lambda data: len(Calendar.from_ical(data).walk("VEVENT")),
    }
    for name, count in counts.items():
        path = folder / f"out.{name}"
        assert export("--format", name, "-o", str(path)).stdout == ""
        assert count(path.read_bytes()) == LISTED


@pytest.mark.parametrize(("name", "start"), [("svg", b"<svg "), ("png", b"\x89PNG"), ("pdf", b"%PDF-")])
def test_export_draws_a_map_for_print(export, folder, name, start):
    path = folder / f"map.{name}"
    done = export("--format", name, "--country", "JP", "-o", str(path))
    assert (done.exit_code, done.stdout) == (0, "")
    assert path.read_bytes().startswith(start)


def test_the_map_for_print_shows_the_chosen_actions_and_says_which(export, folder):
    path = folder / "map.svg"
    export("--format", "svg", "--country", "US", "--country", "PR", "--member", "codepink", "-o", str(path))
    exported = rows(export("--country", "US", "--country", "PR", "--member", "codepink").stdout)
    svg = "{http://www.w3.org/2000/svg}"
    root = ElementTree.fromstring(path.read_bytes())
    assert len(root.findall(f"{svg}g[@id='places']/{svg}g")) == len(
        {(row["latitude"], row["longitude"]) for row in exported}
    )
    (line,) = (text.text for text in root.iter(f"{svg}text") if f"of {LISTED} actions" in text.text)
    assert line == f"2 March 2024 · {len(exported)} of {LISTED} actions: United States, Puerto Rico; CODEPINK"


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
