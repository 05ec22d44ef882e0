"""A worker that is slow, large, broken or no longer wanted is ended, said in a sentence, and hurts nobody else."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from actionmap.errors import UnreadableListError, WorkerError
from actionmap.worker import Lane, Limits, Workers

LIMITS = Limits(seconds=2, memory=300_000_000, answer=1_000_000)


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    started = Workers("os:getpid")
    yield started
    started.stop()


@pytest.fixture
def run(workers: Workers) -> Callable[..., object]:
    def call(function: Callable[..., object], *args: object, limits: Limits = LIMITS, **further: object) -> object:
        return workers.run(function, *args, **{"lane": Lane(2, 2), "limits": limits, **further})

    return call


def pid() -> int:
    return os.getpid()


def end_with(number: int) -> None:
    os.kill(os.getpid(), number)


def take_memory() -> int:
    return len([bytearray(50_000_000) for _ in range(100)])


def take_time() -> None:
    while True:
        pass


def wait(path: Path, seconds: float = 60.0) -> None:
    path.write_text(str(os.getpid()))
    time.sleep(seconds)


def answer_at_length() -> bytes:
    return bytes(2_000_000)


def refuse() -> None:
    raise UnreadableListError("no list")


def panic() -> None:
    raise BaseException("a panic")  # as a reader in Rust does


def count_to(number: int, tell: Callable[..., None]) -> str:
    for one in range(number):
        tell(one, number)
    return "there"


def variable(name: str) -> str | None:
    return os.environ.get(name)


def pid_in(path: Path) -> int:
    while not path.exists() or not path.read_text():
        time.sleep(0.02)
    return int(path.read_text())


def gone(process: int) -> bool:
    for _ in range(250):
        if not psutil.pid_exists(process):
            return True
        time.sleep(0.02)
    return False


def test_every_task_has_a_process_of_its_own_that_stands_back(run: Callable[..., int]) -> None:
    first, second = run(pid), run(pid)
    assert len({first, second, os.getpid()}) == 3
    assert gone(first)
    assert run(os.nice, 0) == min(os.nice(0) + 10, 19)


def test_what_a_task_raises_for_people_is_raised_here(run: Callable[..., object]) -> None:
    with pytest.raises(UnreadableListError, match=r"^no list$"):
        run(refuse)


def test_words_on_the_way_are_heard_in_their_order(run: Callable[..., object]) -> None:
    heard: list[tuple[int, int]] = []
    assert run(count_to, 3, heard=lambda *word: heard.append(word)) == "there"
    assert heard == [(0, 3), (1, 3), (2, 3)]


def test_a_task_has_the_environment_of_its_asker_now(
    run: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(pid)
    monkeypatch.setenv("ACTIONMAP_CAMPAIGN", "elsewhere")
    assert run(variable, "ACTIONMAP_CAMPAIGN") == "elsewhere"


@pytest.mark.parametrize(
    ("function", "args", "sentence"),
    [
        (take_time, (), "takes longer than this server gives"),
        (time.sleep, (60,), "takes longer than this server gives"),
        (take_memory, (), "needs more memory than this server gives"),
        (end_with, (signal.SIGKILL,), "needs more memory than this server gives"),
        (end_with, (signal.SIGABRT,), "needs more memory than this server gives"),
        (answer_at_length, (), "needs more memory than this server gives"),
        (end_with, (signal.SIGSEGV,), "has broken down"),
        (panic, (), "has broken down"),
        (os._exit, (3,), "has broken down"),
        (os._exit, (0,), "has broken down"),
    ],
    ids=["busy", "idle", "memory", "killed", "aborted", "answer", "crashed", "panicked", "failed", "silent"],
)
def test_a_task_that_goes_wrong_is_a_sentence_and_the_next_one_is_done(
    run: Callable[..., object], function: Callable[..., object], args: tuple[object, ...], sentence: str
) -> None:
    with pytest.raises(WorkerError, match=sentence):
        run(function, *args, limits=LIMITS._replace(seconds=1))
    assert run(pid)


def test_a_task_ends_when_its_asker_leaves(run: Callable[..., object], tmp_path: Path) -> None:
    file = tmp_path / "pid"

    def leave(before: int) -> None:
        if file.exists():
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(wait, file, said=leave, limits=LIMITS._replace(seconds=60))
    assert gone(pid_in(file))


def test_a_server_of_workers_that_was_killed_is_replaced(tmp_path: Path) -> None:
    workers, lane = Workers("os:getpid"), Lane(1, 0)
    workers.run(pid, lane=lane, limits=LIMITS)
    [server] = [one for one in psutil.Process().children() if one.cmdline()[-1] == "os:getpid"][-1:]
    server.kill()
    server.wait()
    assert workers.run(pid, lane=lane, limits=LIMITS)
    workers.stop()


def test_who_waits_is_told_how_many_are_before_and_a_full_queue_takes_nobody(
    run: Callable[..., object], tmp_path: Path
) -> None:
    lane, told, ended = Lane(1, 1), list[int](), threading.Event()

    def until_ended(before: int) -> None:
        if ended.is_set():
            raise WorkerError("left")

    def first() -> None:
        with pytest.raises(WorkerError, match="left"):
            run(wait, tmp_path / "first", lane=lane, said=until_ended, limits=LIMITS._replace(seconds=60))

    def second() -> None:
        told.append(run(pid, lane=lane, said=told.append))  # type: ignore[arg-type]

    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    threads[0].start()
    pid_in(tmp_path / "first")
    threads[1].start()
    while not told:
        time.sleep(0.02)
    with pytest.raises(WorkerError, match="busy with 2 other lists"):
        run(pid, lane=lane)
    ended.set()
    for thread in threads:
        thread.join()
    assert set(told[:-2]) <= {0, 1}
    assert told[0] == 1
    assert told[-1] > 1
