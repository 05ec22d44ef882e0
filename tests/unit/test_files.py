"""Files are written whole or not at all, whatever happens on the way."""

import os
import random
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from actionmap import refreshing
from actionmap.campaign.settings import NominatimSettings
from actionmap.files import write_file, write_files
from actionmap.places.nominatim_service import Service
from actionmap.places.pin_cache import PinCache
from tests.faults import KINDS, content, is_whole, no_file_longer_than

NEWEST = 999_999_999  # which no writer reaches: pins that the file has already are not written again
KILLS = 200
ROOT = Path(__file__).parents[2]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_in_one_step_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    for text in (b"old", b"", b"new" * 100_000):
        write_file(path, text)
        assert path.read_bytes() == text
    assert names(tmp_path) == ["out.csv"]


def test_whoever_is_reading_goes_on_reading_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    write_file(path, b"old")
    with path.open("rb") as file:
        write_file(path, b"new")
        assert file.read() == b"old"


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_a_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_file(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_new_file_has_the_usual_permissions_or_those_that_are_asked_for(tmp_path: Path) -> None:
    usual, new, private = tmp_path / "usual", tmp_path / "new", tmp_path / "private"
    usual.touch()
    write_file(new, b"")
    write_file(private, b"", mode=0o600)
    assert new.stat().st_mode == usual.stat().st_mode
    assert stat.S_IMODE(private.stat().st_mode) == 0o600


def test_what_a_link_leads_to_is_written_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link, file = tmp_path / "out.csv", tmp_path / "elsewhere" / "real.csv"
    link.symlink_to(file)
    for text in (b"first", b"second"):
        write_file(link, text)
        assert link.is_symlink()
        assert file.read_bytes() == text
    assert names(tmp_path) == ["elsewhere", "out.csv"]


def test_a_device_and_a_pipe_are_written_to_as_they_are(tmp_path: Path) -> None:
    write_file(Path(os.devnull), b"nothing")
    assert not Path(os.devnull).is_file()
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_file(pipe, b"through")
    reader.join()
    assert read == [b"through"]
    assert pipe.is_fifo()


@pytest.mark.parametrize("name", ["o" * 255, "ö" * 127, "[a]*?.csv", "a list with blanks – 東京.csv", ".hidden", "-"])
def test_any_name_that_a_file_may_have_will_do(tmp_path: Path, name: str) -> None:
    for text in (b"old", b"new"):
        write_file(tmp_path / name, text)
        assert names(tmp_path) == [name]
        assert (tmp_path / name).read_bytes() == text


def test_on_a_full_disk_the_old_file_stays_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    write_file(path, b"old")
    with no_file_longer_than(1000), pytest.raises(OSError, match="File too large"):
        write_file(path, b"n" * 2000)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["out.csv"]


def test_of_several_files_none_is_replaced_where_there_is_no_room_for_the_last(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a", "b", "c")]
    write_files(dict.fromkeys(paths, b"old"))
    with no_file_longer_than(1000), pytest.raises(OSError, match="File too large"):
        write_files(dict(zip(paths, (b"new", b"new", b"n" * 2000), strict=True)))
    assert [path.read_bytes() for path in paths] == [b"old"] * 3
    assert names(tmp_path) == ["a", "b", "c"]


@pytest.mark.parametrize(("there", "said"), [("folder", "Is a directory"), ("missing/out.csv", "No such file")])
def test_what_is_no_file_is_refused(tmp_path: Path, there: str, said: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match=said):
        write_file(tmp_path / there, b"new")
    assert names(tmp_path) == ["folder"]


def test_what_a_killed_process_has_left_is_removed_and_a_draft_in_work_is_not(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    left, other = tmp_path / ".out.csv.0123abcd.tmp", tmp_path / ".another.csv.0123abcd.tmp"
    left.touch()
    other.touch()
    writers = [threading.Thread(target=write_file, args=(path, content(number))) for number in range(20)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert is_whole(path.read_bytes())
    assert names(tmp_path) == [other.name, "out.csv"]


def assert_all_whole(folder: Path) -> None:
    """Every file there is has an old content or a new one, and can be read by its reader."""
    for name in ("out.csv", "site.css", "site.js", "index.html"):
        assert not (folder / name).exists() or is_whole((folder / name).read_bytes())
    cache = PinCache(folder / "geocodes.csv")
    assert cache.problems == []
    assert all(pin.matched_place == pin.matched_place[:9] * 10_000 for pin in cache)
    if (kept := folder / "kept" / "one.list").exists():
        assert is_whole(refreshing._read(kept)[0].content)
    service = Service(NominatimSettings(), folder)
    with service._remembering() as memory:
        assert memory.execute("pragma integrity_check").fetchone() == ("ok",)
    if service._last.exists():
        float(service._last.read_text())


def test_a_writer_killed_at_any_moment_leaves_every_file_whole(tmp_path: Path) -> None:
    moments, kinds = random.Random(4), list(KINDS)
    command = [sys.executable, "-m", "tests.faults", str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as writers:
        assert writers.stdin
        assert writers.stdout
        for kill in range(KILLS):
            print(kinds[kill % len(kinds)], file=writers.stdin, flush=True)
            writer = int(writers.stdout.readline())
            time.sleep(moments.uniform(0, 0.04))
            os.kill(writer, signal.SIGKILL)
            assert int(writers.stdout.readline()) == -signal.SIGKILL
            assert_all_whole(tmp_path)
        writers.stdin.close()
    expected = {"out.csv", "site.css", "site.js", "index.html", "geocodes.csv", "kept"}
    assert expected < set(names(tmp_path))
    for write in KINDS.values():
        write(tmp_path, NEWEST)
    assert list(tmp_path.rglob("*.tmp")) == []
