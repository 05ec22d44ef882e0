"""A visitor's own list in place of the public one: in this session alone, with a banner that says so."""

import threading
import time
import weakref
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, TypeVar

import streamlit as st
from streamlit import runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from actionmap import preparing
from actionmap.campaign.duplicates import Towns
from actionmap.campaign.folder import Campaign
from actionmap.campaign.own import UNNAMED
from actionmap.campaign.settings import NominatimSettings
from actionmap.campaign.table import ActionTable
from actionmap.errors import ActionMapError, WorkerError
from actionmap.languages import mark, say, say_many
from actionmap.memory import give_back
from actionmap.preparing import Checked, Manner, Placed, Sheet, Wishes
from actionmap.publish import exports
from actionmap.text import markdown_text
from actionmap.ui import view
from actionmap.ui.loading import public_campaign
from actionmap.ui.review import given
from actionmap.ui.view import SESSION
from actionmap.worker import Limits

Result = TypeVar("Result")

MOST_BYTES_HELD = 250_000_000
"""Of memory that the own lists of all sessions take together, about."""
MOST_BYTES_UPLOADED = 50_000_000
"""Of all files that have come and that no page has read yet."""
_AWAY = 20.0
"""Seconds after which what a visitor held who has left is forgotten; a network that fails for less is not noticed."""
_UNREAD = 120.0
"""Seconds after which a file is dropped that no page has read."""
_SWEEP = 2.0
_TIMES = 3
"""How many times the memory of its table a list takes with all that a page makes of it, about."""
_BYTES_OF_A_TOWN = 500
"""What a spelling takes in memory, about."""
_QUICK = 0.4
"""Seconds for which nobody needs to be told what is waited for."""
_CROWDED = mark(
    "Your own list was forgotten, because other visitors have brought theirs since. Bring it again to go on."
)
_LEFT = mark(
    "Your own list was forgotten, because the connection to your browser was lost for a while. Bring it again."
)
_OWN = "_own_list"
FILE = "own-file"
"""The key of the field for a file."""
GIVEN = "_own_given"
"""Where this session keeps the pins that were corrected in its own list."""


@dataclass(eq=False)
class Own:
    """All that a session holds of its own list; when another session needs the room, it is emptied and says so."""

    session: str
    sheet: Sheet
    title: str = ""
    manner: Manner = field(default_factory=lambda: Manner({}))
    before: Sheet | None = None
    """What it was before it was last mended."""
    checked: tuple[object, Checked] | None = None
    """What was read of it, and by what."""
    placed: Placed | None = None
    towns: Towns = field(default_factory=dict)
    """Which spellings were found to be of one town."""
    online: NominatimSettings | None = None
    """Who was asked for its places besides the gazetteer."""
    shown: Placed | None = None
    reviews: dict[Any, Any] = field(default_factory=dict)
    used: float = field(default_factory=time.monotonic)
    forgotten: str = ""
    """Why it was emptied."""

    @property
    def size(self) -> int:
        """About how many bytes of memory it takes."""
        placed = _TIMES * (self.placed.size if self.placed else 0)
        kept = len(self.before.packed) if self.before else 0
        return len(self.sheet.packed) + kept + placed + _BYTES_OF_A_TOWN * len(self.towns)

    def change(self, sheet: Sheet, manner: Manner) -> None:
        """Read from now on another sheet, or in another manner; what was found of the one before is forgotten."""
        if (sheet, manner) != (self.sheet, self.manner):
            self.sheet, self.manner, self.placed, self.online = sheet, manner, None, None

    def empty(self, why: str) -> None:
        """Let go of the list."""
        self.forgotten, self.sheet = why, self.sheet._replace(packed=b"")
        self.checked = self.placed = self.shown = self.before = None
        self.towns = {}
        self.reviews.clear()


_all: "weakref.WeakSet[Own]" = weakref.WeakSet()
_lock = threading.Lock()


def held() -> Own | None:
    """Return what this session holds of a list that it was brought."""
    own: Own | None = SESSION.get(_OWN)
    if not own or own.forgotten:
        return None
    own.used = time.monotonic()
    return own


def shown() -> tuple[Campaign, ActionTable] | None:
    """Return the list that this session shows instead of the public one, if any."""
    own = held()
    if not own or not own.shown:
        return None
    campaign = own.shown.campaign
    settings = campaign.settings.model_copy(update={"titles": {"": own.title or say(UNNAMED)}})
    return replace(campaign, settings=settings), own.shown.table


def public() -> Campaign:
    """Return the public campaign."""
    return public_campaign()[0]


def bring(file: UploadedFile) -> None:
    """Read a file into this session, and keep nothing else of it.

    Raises
    ------
    ActionMapError
        It is no list, or takes too much.
    """
    forget()
    try:
        sheet = apart(say("Reading the list…"), preparing.read, file.getvalue(), file.name)
        SESSION[_OWN] = own = Own(_session(), sheet, manner=Manner(sheet.head.columns))
        keep(own)
    except ActionMapError:
        _drop(file)
        raise
    _drop(file)


def keep(own: Own) -> None:
    """Count a list that was read or has grown; where all are too large together, empty the longest unused others."""
    with _lock:
        _all.add(own)
        total = sum(one.size for one in _all)
        for other in sorted(_all, key=lambda one: one.used):
            if total > MOST_BYTES_HELD and other is not own:
                total -= other.size
                other.empty(_CROWDED)


def apart(
    words: str,
    function: Callable[..., Result],
    *args: object,
    limits: Limits = preparing.READING,
    heard: Callable[..., None] | None = None,
) -> Result:
    """Have a worker call a function, and say meanwhile what is waited for; any click ends it, or that the tab closes.

    Raises
    ------
    ActionMapError
        What the function raises, and `WorkerError`.
    """
    place, start = st.empty(), time.monotonic()

    def said(before: int) -> None:
        if time.monotonic() - start > _QUICK:
            waits = say_many(
                "Waiting: {number} list is before yours.", "Waiting: {number} lists are before yours.", before
            )
            place.caption(markdown_text(waits if before else words))

    lane = preparing.ONLINE if limits is preparing.ASKING else preparing.OWN
    try:
        found = preparing.WORKERS.run(function, *args, lane=lane, limits=limits, said=said, heard=heard)
    except ActionMapError:
        place.empty()
        raise
    place.empty()
    return found


def wishes(own: Own, accepted: Mapping[tuple[str, str, str], str], online: NominatimSettings | None = None) -> Wishes:
    """Return what this session says of the campaign that its list makes, and who is asked from now on."""
    known, pins = public().organizations, tuple(given(GIVEN).values())
    return Wishes(own.title, known, accepted, pins, online or own.online)


def csv(own: Own) -> bytes:
    """Write the checked list with its pins, away from the process that serves pages."""
    return _written(own, exports.to_csv)


def packed(own: Own, wanted: Wishes) -> bytes:
    """Write a campaign folder to host it, away from the process that serves pages."""
    return _written(own, preparing.packed_campaign, own.sheet, own.manner, wanted)


def _written(own: Own, function: Callable[..., Result], *args: object) -> Result:
    if not own.placed:
        raise WorkerError(own.forgotten or mark("There is no list any more."))
    frame = own.placed.table.frame
    return preparing.WORKERS.run(function, *args, frame, lane=preparing.OWN, limits=preparing.PLACING)


def take() -> None:
    """Show the list that was brought on all pages of this session."""
    if own := held():
        own.shown = own.placed or own.shown
    view.start_anew()


def leave() -> None:
    """Show the public list again."""
    if own := held():
        own.shown = None
    view.start_anew()


def forget() -> None:
    """Forget everything of a list that this session was brought."""
    if shown():
        leave()
    for key in [key for key in SESSION if str(key).startswith("_own_")]:
        del SESSION[key]


def banner() -> None:
    """Say whose list is shown, where it is not the public one, and offer the way back."""
    _watch()
    if (lost := SESSION.get(_OWN)) and lost.forgotten:
        st.warning(markdown_text(say(lost.forgotten)))
        forget()
    if not (own := shown()):
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="own-banner"):
        st.markdown(
            say_many(
                "**Your own list**: {number} action. Only you see it, and it is gone when you close this tab.",
                "**Your own list**: {number} actions. Only you see it, and it is gone when you close this tab.",
                len(own[1]),
            )
        )
        st.button(say("Back to the public map"), type="tertiary", key="own-leave", on_click=leave)


# ---------------------------------------------------------------------------------------------------- what nobody holds


def _session() -> str:
    context = get_script_run_ctx()
    return context.session_id if context else ""


def _drop(file: UploadedFile) -> None:
    """Let go of the bytes of a file; the visitor's browser goes on showing its name."""
    context = get_script_run_ctx()
    if context and isinstance(files := context.uploaded_file_mgr, MemoryUploadedFileManager):
        files.remove_file(context.session_id, file.file_id)
    for copy in (file, SESSION[FILE]):  # Streamlit hands out copies of a widget's value
        if isinstance(copy, UploadedFile):
            copy.truncate(0)


@cache
def _watch() -> None:
    """Begin to look for what nobody holds any more, once a process."""
    if runtime.exists():
        threading.Thread(target=_sweep, args=(runtime.get_instance(),), name="sweep", daemon=True).start()


def _sweep(server: runtime.Runtime) -> None:
    """Empty the lists of visitors who have left, and drop files that no page reads."""
    seen: dict[str, float] = {}
    while True:
        time.sleep(_SWEEP)
        now = time.monotonic()
        left = [own for own in list(_all) if not own.forgotten and not server.is_active_session(own.session)]
        seen = {own.session: seen.get(own.session, now) for own in left} | _unread(server, seen, now)
        gone = [own for own in left if now - seen[own.session] >= _AWAY]
        for own in gone:
            own.empty(_LEFT)
        if gone:
            give_back()


def _unread(server: runtime.Runtime, seen: dict[str, float], now: float) -> dict[str, float]:
    """Drop files but for the newest of each visitor who is here, unless it is old, or all are too large together."""
    files = server.uploaded_file_mgr
    if not isinstance(files, MemoryUploadedFileManager):
        return {}
    since: dict[str, float] = {}
    total = 0
    for session, named in reversed(list(files.file_storage.items())):
        for place, (id_, file) in enumerate(reversed(list(named.items()))):
            since[id_] = seen.get(id_, now)
            total += len(file.data)
            old = now - since[id_] > _UNREAD or not server.is_active_session(session)
            if place or old or total > MOST_BYTES_UPLOADED:
                files.remove_file(session, id_)
    return since
