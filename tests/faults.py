"""Faults made on purpose: a disk that is full, and writers that are killed at any moment."""

import itertools
import json
import os
import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from actionmap import refreshing
from actionmap.campaign.settings import NominatimSettings
from actionmap.files import write_file, write_files
from actionmap.lists.sources import Fetched
from actionmap.places.nominatim_service import Found, Service
from actionmap.places.pin_cache import PinCache
from actionmap.world.place import FoundBy, Pin, Precision

LENGTH = 300_000
PIN = Pin(
    "", "Wien", "", "AT", 48.2, 16.3, Precision.LOCALITY, "Vienna", "Europe/Vienna", FoundBy.REVIEWED, "2024-03-01"
)


@contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    """Let every write beyond so many bytes fail, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def content(number: int) -> bytes:
    """Return a content of which a part, or a part of another, is told from the whole."""
    return (b"%09d\n" % number) * (LENGTH // 10)


def is_whole(found: bytes) -> bool:
    """Tell whether a file has one such content, whole."""
    return len(found) == LENGTH and found == found[:10] * (LENGTH // 10)


def _one_file(folder: Path, number: int) -> None:
    write_file(folder / "out.csv", content(number))


def _several_files(folder: Path, number: int) -> None:
    write_files({folder / name: content(number) for name in ("site.css", "site.js", "index.html")})


def _pins(folder: Path, number: int) -> None:
    named = Pin(**{**PIN.__dict__, "matched_place": f"{number:09d}" * 10_000})
    assert PinCache(folder / "geocodes.csv").add([named])


def _last_good_list(folder: Path, number: int) -> None:
    refreshing._write(folder / "kept" / "one.list", Fetched(content(number)))


def _memory(folder: Path, number: int) -> None:
    service = Service(NominatimSettings(), folder)
    service._note_time()
    service._remember(json.dumps(number), [Found(1, 2, f"{number:09d}" * 10_000, "city", {}, [])])


KINDS: dict[str, Callable[[Path, int], None]] = {
    one.__name__.strip("_"): one for one in (_one_file, _several_files, _pins, _last_good_list, _memory)
}


def main(folder: Path) -> None:
    """For every kind on standard input, start a writer that goes on until it is killed; give its id and its end."""
    for kind in map(str.strip, sys.stdin):
        if not (writer := os.fork()):
            for number in itertools.count():
                KINDS[kind](folder, number)
        print(writer, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(writer, 0)[1]), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
