"""Refreshing: the last good list of a source, kept in memory and on disk, and a newer one looked for in background."""

import datetime as dt
import hashlib
import json
import logging
import math
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from babel.dates import format_timedelta

from actionmap.campaign.folder import Files, Size, loss, usable_files
from actionmap.campaign.settings import read_settings
from actionmap.counts import COUNTS
from actionmap.errors import ActionMapError, CampaignError, SourceError, together
from actionmap.files import write_file
from actionmap.languages import spoken
from actionmap.lists.sources import Fetched, FileSource, Limits, Source, SourceSettings
from actionmap.lists.tables import MOST_BYTES
from actionmap.paths import ACTIONS, CLAIMS, ORGANIZATIONS, SETTINGS, geocode_cache, source_cache
from actionmap.preparing import Apart, Loaded

_IMPATIENCE = 60.0
"""Seconds at most that the first visitor waits, and until the next attempt, as long as there is no list at all."""

_IMPATIENT_WITH_A_FOLDER = 10.0
"""Seconds until a folder that could not be used is looked at again though nothing in it seems to have changed."""
_OWN_LIMITS = Limits(size=MOST_BYTES)
"""A campaign's own list is the keeper's, who may have it as long as the machine can bear."""

Load = Callable[[Files, bytes], Loaded]

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
        Why the last attempt brought none, to be read by organizers; None where it did.
    """

    name: str
    checked: dt.datetime | None = None
    problem: ActionMapError | None = None

    @property
    def age(self) -> str:
        """How long ago the list was the source's own, as "3 hours"; empty where there is no list."""
        return format_timedelta(dt.datetime.now(dt.UTC) - self.checked, locale=spoken().locale) if self.checked else ""

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
        None where the list need not.
    after
        The refresher whose place this one takes: what that one shows stays until there is better.
    """

    def __init__(
        self,
        source: Source | Apart,
        prepare: Callable[[bytes], Loaded],
        *,
        minutes: float,
        store: Path | None,
        after: "Refresher | None" = None,
    ) -> None:
        checked = after.state.checked if after else None
        unheard = SourceError.of("not-yet", name=source.name)
        self.state: SourceState = SourceState(source.name, checked, problem=unheard)
        self._source, self._prepare, self._pause, self._store = source, prepare, minutes * 60, store
        self._last: Fetched | None = None
        self._loaded: Loaded | None = after._loaded if after else None
        self._tried, self._stopped = threading.Event(), threading.Event()

    def start(self) -> None:
        """Take up the list on disk and begin to refresh; where there is none, wait until the source has been asked."""
        if self._store:
            self._restore(self._store)
        threading.Thread(target=self._run, name="refresh", daemon=True).start()
        if not self._loaded:
            self._tried.wait(_IMPATIENCE)

    def stop(self) -> None:
        """Stop refreshing."""
        self._stopped.set()

    @property
    def is_elsewhere(self) -> bool:
        """Whether the list is not the campaign folder's own, and looked for in the background."""
        return self._store is not None

    def latest(self) -> Loaded:
        """Return the last good list; nothing is waited for.

        Raises
        ------
        SourceError
            There has never been one; the message says why.
        """
        if not self._loaded:
            raise SourceError("{problem}", problem=self.state.problem)
        return self._loaded

    def refresh(self) -> float:
        """Look for a newer list once, and return how many seconds to wait before the next time; raises nothing."""
        wait = 0.0
        problem: ActionMapError | None = None
        cause: BaseException | None = None
        try:
            self._take(self._source.fetch(self._last))
        except ActionMapError as error:
            problem, cause = error, error.__cause__
            wait = error.retry_after if isinstance(error, SourceError) else 0.0
        except Exception:  # noqa: BLE001 (the list that is shown must outlive any mistake of ours)
            _log.exception("The refresh of %s has failed", self.state.name)
            problem = SourceError.of("our-mistake", name=self.state.name)
        if problem and str(problem) != str(self.state.problem):
            _log.warning("%s%s", problem, f" ({cause})" if cause else "")
        self.state = replace(
            self.state, problem=problem, checked=self.state.checked if problem else dt.datetime.now(dt.UTC)
        )
        COUNTS["refreshes of the list that failed" if problem else "refreshes of the list"] += 1
        self._tried.set()
        return max(wait, self._pause if self._loaded else min(self._pause, _IMPATIENCE))

    def _run(self) -> None:
        while not self._stopped.wait(self.refresh()):
            pass

    def _take(self, fetched: Fetched) -> None:
        """Make a fetched list the one that is shown, unless it is worse."""
        if not self._last or fetched.content != self._last.content:
            loaded = self._prepare(fetched.content)
            if self._loaded and loaded[0].settings.are_of(self._loaded[0].settings):
                both = loaded, self._loaded
                now, before = (Size.of(table, campaign.problems, self.state.name) for campaign, table in both)
                if problem := loss(self.state.name, now, before):
                    raise SourceError.of("if-meant-and-kept" if self._store else "if-meant", problem=problem)
            self._loaded = loaded
        self._last = fetched
        try:
            if self._store:
                _write(self._store, fetched)
        except OSError as error:
            _log.warning("The list is not kept for the next start: %s", error)

    def _restore(self, store: Path) -> None:
        """Take up the list on disk, if there is one that can be read."""
        try:
            fetched, checked = _read(store)
            self._loaded, self._last = self._prepare(fetched.content), fetched
        except (OSError, ValueError, KeyError, TypeError):  # none, or not one of ours
            return
        except ActionMapError as error:
            _log.warning("The kept list is not used: %s", error)
            return
        self.state = SourceState(self._source.name, checked)


class CampaignKeeper:
    """Keeps the last good state of a campaign folder while it is served, each of its files by itself.

    Parameters
    ----------
    folder
        The campaign folder.
    load
        Makes a campaign with pinned actions of the folder's own list, and of what its other files hold.
    prepare
        Does so in the background, where the list is kept elsewhere.
    """

    def __init__(self, folder: Path, load: Load, prepare: Load) -> None:
        self.problems: tuple[ActionMapError, ...] = ()
        """Why files other than the list of actions are not used as they are."""
        self._folder, self._load, self._prepare = folder, load, prepare
        self._files: Files = {}
        self._refresher: Refresher | None = None
        self._seen: object = None
        self._unchanged = dt.datetime.now(dt.UTC)
        self._again = 0.0
        self._looking = threading.Lock()

    def latest(self) -> Loaded:
        """Return the last good campaign, after a look at a folder that has changed.

        Raises
        ------
        ActionMapError
            There has never been one; the message says why.
        """
        shown = self._refresher and self._refresher.state.checked
        if self._is_due() and self._looking.acquire(blocking=not shown):  # nobody waits for what others look at
            try:
                if self._is_due():
                    self._look()
            finally:
                self._looking.release()
        if not self._refresher:
            raise together(self.problems)
        return self._refresher.latest()

    @property
    def state(self) -> SourceState | None:
        """How the list of actions is doing, where it is kept elsewhere or is not the one in the folder."""
        found = self._refresher
        return found.state if found and (found.is_elsewhere or found.state.problem) else None

    def stop(self) -> None:
        """Stop refreshing."""
        if self._refresher:
            self._refresher.stop()

    def _is_due(self) -> bool:
        unchanged = self._seen == _stamp(self._folder)
        if unchanged and self._again == math.inf:
            self._unchanged = dt.datetime.now(dt.UTC)
        return not unchanged or time.monotonic() >= self._again

    def _look(self) -> None:
        """Take up what can be used of the folder."""
        self._seen, before = _stamp(self._folder), self.problems
        self._again = time.monotonic() + _IMPATIENT_WITH_A_FOLDER
        try:
            self._files, self.problems = usable_files(self._folder, self._files)
        except CampaignError as error:
            self.problems = (error,)
        for problem in {*map(str, self.problems)} - {*map(str, before)}:
            _log.warning("%s: %s", self._folder, problem)
        if SETTINGS in self._files:
            self._refresh(read_settings(self._files[SETTINGS]).source)

    def _refresh(self, settings: SourceSettings | None) -> None:
        """Put a refresher of the list, with the files as they now are, in place of the last one."""
        last, files = self._refresher, self._files
        if last and not last.is_elsewhere and not last.state.problem:
            last.state = replace(last.state, checked=self._unchanged)
        source: Source | Apart
        if settings:
            source, store = Apart(settings.source(self._folder)), store_of(self._folder, settings)
            minutes, prepare = settings.refresh, self._prepare
        else:
            source, store = FileSource(self._folder / ACTIONS, _OWN_LIMITS), None
            minutes, prepare = 0.0, self._load
        new = Refresher(source, lambda content: prepare(files, content), minutes=minutes, store=store, after=last)
        self.stop()
        new.start() if settings else new.refresh()
        if settings or not new.state.problem:
            self._again = math.inf  # until something changes
        self._refresher = new


def _stamp(folder: Path) -> list[object]:
    """Return what changes whenever the campaign's own files or the geocode cache do."""
    stamps: list[object] = []
    for path in (*(folder / name for name in (SETTINGS, ACTIONS, ORGANIZATIONS, CLAIMS)), geocode_cache()):
        with suppress(OSError):
            about = path.stat()
            stamps.append((path.name, about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns))
    return stamps


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
    """Keep a list, in one step and for nobody else to read; the file's time says until when it was the source's own."""
    path.parent.mkdir(parents=True, exist_ok=True)
    head = json.dumps({"etag": fetched.etag, "modified": fetched.modified}).encode()
    write_file(path, head + b"\n" + fetched.content, mode=0o600)
