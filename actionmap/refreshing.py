"""Refreshing: the last good list of a source, kept in memory and on disk, and a newer one looked for in background."""

import datetime as dt
import hashlib
import json
import logging
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from babel.dates import format_timedelta

from actionmap.errors import ActionMapError, SourceError
from actionmap.files import write_file
from actionmap.lists.sources import Fetched, Source, SourceSettings
from actionmap.paths import source_cache
from actionmap.preparing import Loaded
from actionmap.text import count

_IMPATIENCE = 60.0
"""Seconds at most that the first visitor waits, and until the next attempt, as long as there is no list at all."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class SourceState:
    """How a source is doing.

    Parameters
    ----------
    name
        What the source is called.
    checked
        When the list that is shown was last known to be the source's own, in UTC; None where there is none.
    problem
        Why the last attempt brought none, to be read by organizers; empty where it did.
    """

    name: str
    checked: dt.datetime | None = None
    problem: str = ""

    @property
    def age(self) -> str:
        """How long ago the list was the source's own, as "3 hours"; empty where there is no list."""
        return format_timedelta(dt.datetime.now(dt.UTC) - self.checked, locale="en") if self.checked else ""

    @property
    def stale(self) -> bool:
        """Whether the list that is shown may no longer be the source's own."""
        return bool(self.checked and self.problem)


class Refresher:
    """Keeps the last good list of a source, and looks for a newer one every few minutes.

    If a list cannot be fetched or read, or has lost more than half of its actions, the last good one stays.

    Parameters
    ----------
    source
        Where the list is kept.
    prepare
        Makes a campaign with pinned actions of the bytes of the list, and raises `ActionMapError` where they are none.
        It is called in the background, so that nobody waits.
    minutes
        From one refresh to the next.
    store
        The file that holds the last good list, so that it survives a restart; its time is that of the last refresh.
    """

    def __init__(self, source: Source, prepare: Callable[[bytes], Loaded], *, minutes: float, store: Path) -> None:
        self.state = SourceState(source.name, problem=f"{source.name} has not answered yet.")
        self._source, self._prepare, self._pause, self._store = source, prepare, minutes * 60, store
        self._last: Fetched | None = None
        self._loaded: Loaded | None = None
        self._tried, self._stopped = threading.Event(), threading.Event()

    def start(self) -> None:
        """Take up the list on disk and begin to refresh; where there is none, wait until the source has been asked."""
        self._restore()
        threading.Thread(target=self._run, name="refresh", daemon=True).start()
        if not self._loaded:
            self._tried.wait(_IMPATIENCE)

    def stop(self) -> None:
        """Stop refreshing."""
        self._stopped.set()

    def latest(self) -> Loaded:
        """Return the last good list; nothing is waited for.

        Raises
        ------
        SourceError
            There has never been one; the message says why.
        """
        if not self._loaded:
            raise SourceError(self.state.problem)
        return self._loaded

    def refresh(self) -> float:
        """Look for a newer list once, and return how many seconds to wait before the next time; raises nothing."""
        wait, problem = 0.0, ""
        try:
            self._take(self._source.fetch(self._last))
        except ActionMapError as error:
            problem, wait = str(error), error.retry_after if isinstance(error, SourceError) else 0.0
        except Exception:  # noqa: BLE001 (the list that is shown must outlive any mistake of ours)
            _log.exception("The refresh of %s has failed", self.state.name)
            problem = f"{self.state.name} could not be read because of a mistake in this program; its log says which."
        if problem and problem != self.state.problem:
            _log.warning("%s", problem)
        self.state = replace(
            self.state, problem=problem, checked=self.state.checked if problem else dt.datetime.now(dt.UTC)
        )
        self._tried.set()
        return max(wait, self._pause if self._loaded else min(self._pause, _IMPATIENCE))

    def _run(self) -> None:
        while not self._stopped.wait(self.refresh()):
            pass

    def _take(self, fetched: Fetched) -> None:
        """Make a fetched list the one that is shown, unless it is worse."""
        if not self._last or fetched.content != self._last.content:
            loaded = self._prepare(fetched.content)
            actions, before = len(loaded[1]), len(self._loaded[1]) if self._loaded else 0
            if actions * 2 < before:
                raise SourceError(
                    f"{self.state.name} now has {count(actions, 'usable action')}, and had {before:,}: the longer list "
                    "stays. If the loss is meant, remove the kept list, as data/README.md says."
                )
            self._loaded = loaded
        self._last = fetched
        try:
            _write(self._store, fetched)
        except OSError as error:
            _log.warning("The list is not kept for the next start: %s", error)

    def _restore(self) -> None:
        """Take up the list on disk, if there is one that can be read."""
        try:
            fetched, checked = _read(self._store)
            self._loaded, self._last = self._prepare(fetched.content), fetched
        except (OSError, ValueError, KeyError, TypeError):  # none, or not one of ours
            return
        except ActionMapError as error:
            _log.warning("The kept list is not used: %s", error)
            return
        self.state = SourceState(self._source.name, checked)


def store_of(folder: Path, settings: SourceSettings) -> Path:
    """Return the file for the last good list of a campaign folder's source; another source has another file."""
    what = f"{folder.resolve()} {settings.model_dump_json(exclude={'refresh'})}"
    return source_cache() / f"{hashlib.sha256(what.encode()).hexdigest()[:16]}.list"


def _read(path: Path) -> tuple[Fetched, dt.datetime]:
    """Read a kept list: a line of JSON, then the list as it came."""
    head, _, content = path.read_bytes().partition(b"\n")
    said = json.loads(head)
    return Fetched(content, said["etag"], said["modified"]), dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC)


def _write(path: Path, fetched: Fetched) -> None:
    """Keep a list, in one step and for nobody else to read; where it is kept already, note the time."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        if _read(path)[0] == fetched:
            os.utime(path)
            return
    path.parent.mkdir(parents=True, exist_ok=True)
    head = json.dumps({"etag": fetched.etag, "modified": fetched.modified}).encode()
    write_file(path, head + b"\n" + fetched.content, mode=0o600)
