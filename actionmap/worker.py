"""Workers: what reads or places a list runs in a process of its own, within limits, and ends with whoever asked for it.

A server of workers imports once what they need and then forks: each task has a fresh process that shares the server's
memory, keeps nothing for the next, and returns to the system whatever it took. Beside it stands a guard, which ends it
when its time is over or when nobody listens any more, and says how it ended. multiprocessing and what is built upon it
would run the page's script in each new process, because under Streamlit that is `__main__`.

Tasks and answers are pickled. That is as safe as running the task: nobody but this program holds an end of the socket,
and a worker that is taken over by what it reads has the rights of the server anyway. What is bounded here is harm by
accident or by excess; it is no sandbox.
"""

import atexit
import gc
import logging
import os
import pickle
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from enum import StrEnum
from multiprocessing.connection import Connection
from pathlib import Path
from pkgutil import resolve_name
from typing import Any, NamedTuple, TypeVar

from actionmap.counts import COUNTS
from actionmap.errors import ActionMapError, WorkerError
from actionmap.languages import languages, speak, spoken
from actionmap.paths import PACKAGE

Result = TypeVar("Result")
Said = Callable[[int], None]
"""Is told several times a second how many tasks are before one's own; what it raises ends the task."""

_NICENESS = 10
"""How far workers stand back behind the process that serves pages."""
_EVERY = 0.2
"""Seconds from one look at a task to the next."""
_CLOCK = 8
"""How many times its processor time a task may take by the clock: on a busy machine a good list takes its time."""
_SERVE = "from actionmap import worker; worker.serve()"
"""How Python is to call a function of this module; `-m` would give it another module with other classes."""
_ALONE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "ARROW_DEFAULT_MEMORY_POOL": "system"}
"""A worker has one thread, so that it can be forked, and one kind of memory, which its limit counts."""

_log = logging.getLogger(__name__)


class Limits(NamedTuple):
    """What a task may take: seconds of processor time, bytes of memory, bytes of its answer."""

    seconds: int
    memory: int = 1_000_000_000
    answer: int = 64_000_000


class _Kind(StrEnum):
    """What a message of a worker is: its result, a word on the way, an error to be raised, or how it ended."""

    RESULT = "result"
    WORD = "word"
    ERROR = "error"
    SLOW = "slow-task"
    LARGE = "large-task"
    BROKEN = "broken-task"


_ENDINGS = {"SIGXCPU": _Kind.SLOW, "SIGABRT": _Kind.LARGE, "SIGKILL": _Kind.LARGE}
"""What the signals mean that end a worker: a reader in Rust aborts where it gets no memory, and the system kills."""


class Lane:
    """A queue: so many tasks at a time, and so many that wait, in the order in which they came.

    Parameters
    ----------
    abreast, waiting
        How many tasks run at a time, and how many may wait.
    busy
        Which error of `errors.toml` says so to whom it cannot take; ``{number}`` is how many there are.
    """

    def __init__(self, abreast: int, waiting: int, busy: str = "busy-with-lists") -> None:
        self._abreast, self._most, self._busy = abreast, abreast + waiting, busy
        self._line: list[object] = []
        self._moved = threading.Condition()

    @contextmanager
    def turn(self, said: Said) -> Iterator[None]:
        """Wait until there is room for a task, and hold it.

        Raises
        ------
        WorkerError
            Too many wait already.
        """
        ticket = object()
        with self._moved:
            if len(self._line) >= self._most:
                raise WorkerError.of(self._busy, number=self._most)
            self._line.append(ticket)
        try:
            while (before := self._line.index(ticket)) >= self._abreast:
                said(before)
                with self._moved:
                    self._moved.wait(_EVERY)
            yield
        finally:
            with self._moved:
                self._line.remove(ticket)
                self._moved.notify_all()


class Workers:
    """Runs functions of modules in processes of their own.

    Parameters
    ----------
    loader
        Module and function (`package.module:function`) that load what workers have before they are asked for anything.
    """

    def __init__(self, loader: str) -> None:
        self._loader = loader
        self._lock = threading.RLock()
        self._server: subprocess.Popen[bytes] | None = None
        self._control = socket.socket()
        atexit.register(self.stop)

    def start(self) -> None:
        """Start the server of workers in the background, if it is not running, so that the first task need not wait."""
        with self._lock:
            if self._server and self._server.poll() is None:
                return
            self._control.close()
            self._control, theirs = socket.socketpair()
            path = str(PACKAGE.parent), os.environ.get("PYTHONPATH")
            with theirs:
                self._server = subprocess.Popen(
                    [sys.executable, "-P", "-c", _SERVE, str(theirs.fileno()), self._loader],
                    env=os.environ | _ALONE | {"PYTHONPATH": os.pathsep.join(filter(None, path))},
                    pass_fds=[theirs.fileno()],
                    start_new_session=True,  # so that Ctrl+C reaches the app alone, which then hangs up
                )

    def stop(self) -> None:
        """End the server of workers; the next task starts another."""
        self._control.close()
        if self._server:
            self._server.wait()

    def run(
        self,
        function: Callable[..., Result],
        *args: object,
        lane: Lane,
        limits: Limits,
        said: Said = lambda before: None,
        heard: Callable[..., None] | None = None,
    ) -> Result:
        """Call a function in another process, which speaks the same language.

        Parameters
        ----------
        function, args
            A function of a module, and what it is given; all of that has to be picklable.
        lane, limits
            Where to queue, and what it may take.
        said
            See `Said`.
        heard
            Is called with what the function gives to its argument `tell` on the way.

        Raises
        ------
        ActionMapError
            What the function raises.
        WorkerError
            It met a limit, broke down, or too many wait before it.
        """
        COUNTS[f"work done apart: {function.__name__.strip('_')}"] += 1
        task = pickle.dumps((dict(os.environ), spoken().code, function, args, heard is not None))
        with lane.turn(said):
            try:
                with closing(self._connected()) as worker:
                    kind, value = _answer(worker, task, limits, said, heard)
            except (EOFError, ConnectionError, pickle.UnpicklingError) as error:
                raise WorkerError.of(_Kind.BROKEN) from error
        if kind is _Kind.ERROR:
            raise value
        if kind is not _Kind.RESULT:
            raise WorkerError.of(kind)
        return value  # type: ignore[no-any-return]

    def _connected(self) -> Connection:
        """Return a connection to a new worker."""
        ours, theirs = socket.socketpair()
        with self._lock, theirs:
            self.start()
            socket.send_fds(self._control, [b"."], [theirs.fileno()])
        return Connection(ours.detach())


def _answer(
    worker: Connection, task: bytes, limits: Limits, said: Said, heard: Callable[..., None] | None
) -> tuple[_Kind, Any]:
    """Give a worker its task, and wait for what comes of it."""
    worker.send(limits)
    worker.send_bytes(task)
    while True:
        said(0)
        if worker.poll(_EVERY):
            kind, value = pickle.loads(worker.recv_bytes())  # noqa: S301 (see above)
            if kind is not _Kind.WORD:
                return kind, value
            if heard:
                heard(*value)


# ----------------------------------------------------------------------------------------------- in the other processes


def serve() -> None:
    """Fork a worker for whoever comes through the socket that is named."""
    os.nice(_NICENESS)
    control = socket.socket(fileno=int(sys.argv[1]))
    with suppress(ActionMapError):  # which is said by the tasks that need it
        resolve_name(sys.argv[2])()
    languages()  # so that no worker has to read them
    gc.collect()
    gc.freeze()  # a collection would write to every object, and what is written is no longer shared
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while given := socket.recv_fds(control, 1, 1)[1]:
        if not os.fork():
            control.close()
            with suppress(OSError, EOFError):  # nobody listens any more
                _guard(Connection(given[0]))
            os._exit(0)
        os.close(given[0])


def _guard(asker: Connection) -> None:
    """Let another process do a task; end it when its time is over or its asker gone; say how it ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    limits, task = asker.recv(), asker.recv_bytes()
    end = time.monotonic() + limits.seconds * _CLOCK
    worker = os.fork()
    if not worker:
        gc.disable()  # which takes a quarter of the time; the memory is given back at the end, and has its limit
        _limit(limits)
        answer = _done(task, lambda *word: asker.send((_Kind.WORD, word)))
        asker.send_bytes(answer if len(answer) <= limits.answer else pickle.dumps((_Kind.LARGE, None)))
        os._exit(0)
    del task
    ended = status = 0
    while not ended:
        if asker.poll(_EVERY) or time.monotonic() > end:
            os.kill(worker, signal.SIGXCPU)
        ended, status = os.waitpid(worker, os.WNOHANG)
    if status:
        name = signal.Signals(os.WTERMSIG(status)).name if os.WIFSIGNALED(status) else ""
        asker.send((_ENDINGS.get(name, _Kind.BROKEN), None))


def _done(task: bytes, tell: Callable[..., None]) -> bytes:
    """Do a task; return the answer, pickled."""
    try:
        environment, language, function, args, tells = pickle.loads(task)  # noqa: S301 (see above)
        os.environ.clear()
        os.environ.update(environment)
        speak(language)
        further = {"tell": tell} if tells else {}
        return pickle.dumps((_Kind.RESULT, function(*args, **further)))
    except ActionMapError as error:
        return pickle.dumps((_Kind.ERROR, error))
    except MemoryError:
        return pickle.dumps((_Kind.LARGE, None))
    except BaseException:  # noqa: BLE001 (a reader that is written in Rust panics with one that is no Exception)
        _log.exception("A worker has broken down")
        return pickle.dumps((_Kind.BROKEN, None))


def _limit(limits: Limits) -> None:
    """Set this process its limits; where the system runs out of memory all the same, it is the first to go."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 1))
    with suppress(OSError, ValueError):  # not on macOS, which has no /proc and does not keep to a limit of memory
        taken = int(Path("/proc/self/statm").read_text().split()[5]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_DATA, (taken + limits.memory,) * 2)
        Path("/proc/self/oom_score_adj").write_text("1000")
