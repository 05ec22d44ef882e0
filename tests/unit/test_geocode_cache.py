import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from actionmap.places.pin_cache import PinCache
from actionmap.publish.wording import problem_line
from actionmap.world.place import COLUMNS, FoundBy, Pin, Place, Precision

HEADER = ",".join(COLUMNS) + "\n"
TOWN = Pin(
    *("", "Testtown", "TS", "AT", 48.2, 16.3, Precision.LOCALITY),
    *("Testtown, Austria", "Europe/Vienna", FoundBy.GAZETTEER, "2024-03-01"),
)
SQUARE = replace(TOWN, venue="Test Square", latitude=48.21, precision=Precision.VENUE, geocoder=FoundBy.NOMINATIM)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "geocodes.csv"


def test_an_added_pin_is_found_again_by_whoever_reads_the_file(path):
    assert PinCache(path).add([TOWN])
    assert PinCache(path).find(TOWN.place) == TOWN


def test_case_and_white_space_do_not_matter(path):
    cache = PinCache(path)
    cache.add([TOWN])
    assert cache.find(Place("", "  TESTTOWN ", "ts", "at")) == TOWN


def test_an_unknown_venue_has_the_pin_of_its_locality(path):
    cache = PinCache(path)
    cache.add([TOWN, SQUARE])
    assert cache.find(SQUARE.place) == SQUARE
    assert cache.find(TOWN.place._replace(venue="Another Square")) == TOWN
    assert cache.find(TOWN.place._replace(region="")) is None


def test_a_reviewed_pin_wins_over_any_other_even_of_the_venue(path):
    reviewed = replace(TOWN, latitude=47.0, geocoder=FoundBy.REVIEWED)
    cache = PinCache(path)
    cache.add([reviewed, SQUARE])
    assert cache.find(SQUARE.place) == reviewed
    reviewed_square = replace(SQUARE, geocoder=FoundBy.REVIEWED)
    cache.add([reviewed_square])
    assert cache.find(SQUARE.place) == reviewed_square


def test_a_row_reviewed_by_hand_outlives_every_write(path):
    cache = PinCache(path)
    cache.add([TOWN])
    by_hand = path.read_text().replace("48.20000", "47.00000").replace("gazetteer", "reviewed")
    path.write_text(by_hand)
    cache.add([replace(TOWN, latitude=1.0), replace(SQUARE, locality="Elsewhere")])
    assert cache.find(TOWN.place).latitude == 47.0
    assert by_hand.splitlines()[1] in path.read_text().splitlines()


def test_what_a_person_reviews_anew_replaces_what_was_reviewed_before(path):
    cache = PinCache(path)
    cache.add([replace(TOWN, geocoder=FoundBy.REVIEWED)])
    assert cache.add([replace(TOWN, latitude=47.5, geocoder=FoundBy.REVIEWED)])
    assert PinCache(path).find(TOWN.place).latitude == 47.5


def test_corrections_can_be_tried_in_memory_and_handed_out_without_a_write(path):
    cache = PinCache(path)
    cache.add([TOWN, replace(TOWN, locality="Elsewhere")])
    before = path.read_text()
    corrected = replace(TOWN, latitude=47.5, geocoder=FoundBy.REVIEWED)
    assert cache.including([corrected]).find(SQUARE.place) == corrected
    assert cache.find(TOWN.place) == TOWN
    assert path.read_text() == before
    handed_out = path.with_name("other.csv")
    handed_out.write_text(cache.csv_with([corrected]))
    assert sorted(pin.latitude for pin in PinCache(handed_out)) == [47.5, 48.2]


def test_of_a_damaged_file_only_the_corrections_are_handed_out(path):
    path.parent.mkdir()
    path.write_text("no,cache\n1,2\n")
    text = PinCache(path).csv_with([TOWN])
    assert text.splitlines()[0] == HEADER.strip()
    assert "no,cache" not in text
    assert "Testtown" in text


def test_a_better_pin_replaces_an_unreviewed_one(path):
    cache = PinCache(path)
    cache.add([TOWN])
    cache.add([replace(TOWN, locality="TESTTOWN", latitude=48.3)])
    assert path.read_text() == HEADER + (
        ',Testtown,TS,AT,48.30000,16.30000,locality,"Testtown, Austria",Europe/Vienna,gazetteer,2024-03-01,,\n'
    )


def test_the_same_pin_found_again_later_changes_nothing_in_the_file(path):
    cache = PinCache(path)
    cache.add([TOWN, SQUARE])
    before = path.read_bytes()
    cache.add([replace(SQUARE, date="2025-01-01"), replace(TOWN, date="2025-01-01")])
    assert path.read_bytes() == before


def test_the_file_is_sorted_whatever_the_order_of_writing(tmp_path):
    pins = [replace(TOWN, country=c, locality=n) for c in ("AT", "CH") for n in ("A", "b", "C", "é")] + [SQUARE]
    texts = set()
    for seed in range(3):
        random.Random(seed).shuffle(pins)
        path = tmp_path / f"{seed}.csv"
        for pin in pins:
            PinCache(path).add([pin])
        texts.add(path.read_bytes())
    (text,) = texts
    assert text.startswith(HEADER.encode())
    assert b"\r" not in text
    localities = [row.split(",")[1] for row in text.decode().splitlines()[1:]]
    assert localities == ["A", "b", "C", "Testtown", "é", "A", "b", "C", "é"]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("country", "Nowhereland"),
        ("latitude", "48,2"),
        ("latitude", "91"),
        ("latitude", "nan"),
        ("longitude", ""),
        ("longitude", "-180.1"),
        ("precision", "exact"),
        ("timezone", "Europe"),
        ("timezone", "../zones"),
        ("geocoder", ""),
        ("geocoder", "Somebody"),
        ("uncertainty_m", "about 20"),
        ("uncertainty_m", "-1"),
        ("uncertainty_m", "inf"),
    ],
)
def test_a_broken_row_is_reported_skipped_and_kept_for_whoever_wrote_it(path, column, value):
    path.parent.mkdir()
    cells = replace(TOWN, geocoder=FoundBy.REVIEWED).cells() | {column: value}
    broken = ",".join(f'"{cell}"' if "," in cell else cell for cell in cells.values())
    path.write_text(HEADER + broken + "\n")
    cache = PinCache(path)
    (problem,) = cache.problems
    assert (problem.file, problem.row, problem.column, problem.value) == ("geocodes.csv", 2, column, value)
    assert problem_line(problem).startswith(f"geocodes.csv row 2, {column}: ")
    assert len(cache) == 0
    cache.add([TOWN])
    assert cache.find(TOWN.place) == TOWN
    assert broken in path.read_text().splitlines()
    assert PinCache(path).problems


def test_a_file_of_before_reviews_said_what_they_rest_on_is_read_and_gets_the_columns_when_it_is_written(path):
    path.parent.mkdir()
    row = ',Testtown,TS,AT,48.20000,16.30000,locality,"Testtown, Austria",Europe/Vienna,reviewed,2024-03-01'
    broken, narrow = row.replace("48.2", "north").replace("Testtown,TS", "Elsewhere,TS"), ",Narrow,,AT"
    path.write_text("\n".join([HEADER.strip().removesuffix(",source,uncertainty_m"), row, broken, narrow, ""]))
    cache = PinCache(path)
    assert cache.find(TOWN.place) == replace(TOWN, geocoder=FoundBy.REVIEWED)
    problems = {(problem.kind, problem.value) for problem in cache.problems}
    assert len(problems) == 2
    cache.add([SQUARE])
    assert {(problem.kind, problem.value) for problem in PinCache(path).problems} == problems
    lines = path.read_text().splitlines()
    assert lines[0] == HEADER.strip()
    assert {f"{row},,", f"{broken},,", narrow} < set(lines)


def test_what_a_review_rests_on_is_kept_with_how_exact_it_is(path):
    sign = replace(SQUARE, geocoder=FoundBy.REVIEWED, source="a map on the spot, 2024", uncertainty_m=25.0)
    PinCache(path).add([sign])
    assert path.read_text().splitlines()[1].endswith('2024-03-01,"a map on the spot, 2024",25')
    assert PinCache(path).find(sign.place) == sign


def test_the_marks_of_a_merge_conflict_are_reported_and_the_rows_between_them_read(path):
    path.parent.mkdir()
    mine, theirs = (",".join(replace(TOWN, matched_place="Testtown", locality=n).cells().values()) for n in "AB")
    path.write_text(f"{HEADER}<<<<<<< mine\n{mine}\n=======\n{theirs}\n>>>>>>> theirs\n")
    cache = PinCache(path)
    assert len(cache.problems) == 3
    assert {pin.locality for pin in cache} == {"A", "B"}
    cache.add([TOWN])
    assert all(mark in path.read_text().splitlines() for mark in ("<<<<<<< mine", "=======", ">>>>>>> theirs"))


def test_two_reviewed_rows_for_one_place_are_reported_and_both_kept(path):
    path.parent.mkdir()
    rows = [
        ",".join(replace(TOWN, matched_place=m, geocoder=FoundBy.REVIEWED).cells().values())
        for m in ("First", "Second")
    ]
    path.write_text(HEADER + "\n".join(rows) + "\n")
    cache = PinCache(path)
    assert cache.find(TOWN.place).matched_place == "First"
    assert [problem.row for problem in cache.problems] == [3]
    cache.add([SQUARE])
    assert set(rows) <= set(path.read_text().splitlines())


def test_a_column_that_a_person_added_stays(path):
    path.parent.mkdir()
    cells = replace(TOWN, matched_place="Testtown", geocoder=FoundBy.REVIEWED).cells()
    path.write_text(HEADER.strip() + ",note\n" + ",".join(cells.values()) + ",checked on the ground\n")
    cache = PinCache(path)
    cache.add([SQUARE])
    assert path.read_text().count("checked on the ground") == 1
    assert PinCache(path).problems == []


def test_a_file_that_a_spreadsheet_saved_with_semicolons_is_understood(path):
    path.parent.mkdir()
    cells = replace(TOWN, locality="Prüfstädt", geocoder=FoundBy.REVIEWED).cells()
    path.write_bytes((";".join(COLUMNS) + "\r\n" + ";".join(cells.values()) + "\r\n").encode("cp1252"))
    assert PinCache(path).find(Place("", "Prüfstädt", "TS", "AT")).reviewed


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04 a workbook", b"a,b\n1,2\n", f",,,AT,1,2,country,,,reviewed,\n{HEADER}".encode(), b"\n\n"],
)
def test_a_file_that_is_no_cache_is_reported_and_left_alone(path, content, caplog):
    path.parent.mkdir()
    path.write_bytes(content)
    cache = PinCache(path)
    assert len(cache.problems) == 1
    assert not cache.add([TOWN])
    assert path.read_bytes() == content
    assert "not cached" in caplog.text


def test_a_read_only_folder_only_means_no_caching(tmp_path_factory, caplog):
    folder = Path(os.path.realpath(tmp_path_factory.mktemp("readonly")))
    cache = PinCache(folder / "geocodes.csv")
    cache.add([TOWN])
    root = os.geteuid() == 0
    opened = [parent for parent in folder.parents if root and not parent.stat().st_mode & 0o001]
    modes = {parent: parent.stat().st_mode for parent in (*opened, folder)}
    try:
        for parent in opened:
            parent.chmod(0o711)
        folder.chmod(0o555)
        if root:  # whom no mode stops
            os.seteuid(65534)
        assert not cache.add([SQUARE])
        assert PinCache(folder / "geocodes.csv").find(TOWN.place) == TOWN
        assert not PinCache(folder / "new" / "geocodes.csv").add([SQUARE])
    finally:
        if root:
            os.seteuid(0)
        for parent, mode in modes.items():
            parent.chmod(mode)
    assert "not cached" in caplog.text


WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from actionmap.places.pin_cache import PinCache
from actionmap.world.place import FoundBy, Pin, Precision
path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
pin = Pin("", "", "", "AT", 48.2, 16.3, Precision.LOCALITY, "", "Europe/Vienna", FoundBy.GAZETTEER, "2024-03-01")
print("ready", flush=True)
sys.stdin.readline()
for i in range(count):
    assert PinCache(path).add([replace(pin, locality=f"{name} {i}", matched_place="x" * 2000)])
    print(i, flush=True)
"""


def writer(path: Path, name: str, count: int) -> subprocess.Popen:
    command = [sys.executable, "-c", WRITER, str(path), name, str(count)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "ready\n"
    return process


def test_two_processes_that_write_at_once_lose_nothing(path):
    processes = [writer(path, name, 20) for name in ("first", "second")]
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in processes:
        process.communicate()
        assert process.returncode == 0
    cache = PinCache(path)
    assert cache.problems == []
    assert {pin.locality for pin in cache} == {f"{name} {i}" for name in ("first", "second") for i in range(20)}


def test_a_process_killed_while_it_writes_loses_nothing_that_was_written(path):
    PinCache(path).add([replace(TOWN, geocoder=FoundBy.REVIEWED, matched_place="y" * 100_000)])
    moments = random.Random(1)
    for round_ in range(3):
        process = writer(path, f"round {round_}", 10_000)
        process.stdin.write("go\n")
        process.stdin.flush()
        said = process.stdout.readline()
        time.sleep(moments.uniform(0, 0.05))
        process.kill()
        rest, _ = process.communicate()
        done = int((said + rest).split("\n")[-2])
        cache = PinCache(path)
        assert cache.problems == []
        assert cache.find(TOWN.place).matched_place == "y" * 100_000
        assert {f"round {round_} {i}" for i in range(done + 1)} <= {pin.locality for pin in cache}
        assert cache.add([SQUARE])


WRITER_WITHIN_LIMITS = """
import resource
import signal
import sys
from pathlib import Path
from actionmap.places.pin_cache import PinCache
from actionmap.world.place import FoundBy, Pin, Precision
signal.signal(signal.SIGXFSZ, signal.Handlers[sys.argv[2]])
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
found = "x" * 90_000, "Europe/Vienna", FoundBy.GAZETTEER, "2024-03-01"
pin = Pin("", "Large", "", "AT", 48.2, 16.3, Precision.LOCALITY, *found)
print(PinCache(Path(sys.argv[1])).add([pin]))
"""


@pytest.mark.parametrize(("handler", "ends"), [("SIG_DFL", -signal.SIGXFSZ), ("SIG_IGN", 0)])
def test_a_write_that_is_cut_off_in_the_middle_leaves_the_old_file_whole(path, handler, ends):
    PinCache(path).add([TOWN])
    before = path.read_bytes()
    command = [sys.executable, "-c", WRITER_WITHIN_LIMITS, str(path), handler]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == ends
    assert done.stdout == ("" if ends else "False\n")
    assert path.read_bytes() == before


def test_what_a_killed_process_left_beside_the_file_does_no_harm(path):
    cache = PinCache(path)
    cache.add([TOWN])
    path.with_name(".geocodes.csv.0123abcd.tmp").write_text(HEADER + "half a ro")
    cache.add([SQUARE])
    assert set(PinCache(path)) == {TOWN, SQUARE}
    assert not path.with_name(".geocodes.csv.0123abcd.tmp").exists()


def test_the_environment_names_another_file(path, monkeypatch):
    monkeypatch.setenv("ACTIONMAP_GEOCODE_CACHE", str(path))
    assert PinCache().path == path.resolve()
    monkeypatch.delenv("ACTIONMAP_GEOCODE_CACHE")
    assert PinCache().path.parts[-2:] == ("geocode_cache", "geocodes.csv")
