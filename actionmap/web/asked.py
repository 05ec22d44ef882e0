"""Asked: which selection of the public list a request means, and what has been made for it already."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, NamedTuple, TypeVar
from urllib.parse import urlencode

from starlette.requests import Request

from actionmap.campaign.folder import Campaign
from actionmap.campaign.selection import Selection, shown
from actionmap.campaign.table import ActionTable
from actionmap.counts import COUNTS
from actionmap.languages import spoken
from actionmap.ui.frame import base_path
from actionmap.ui.loading import public_campaign

Made = TypeVar("Made")


class Asked(NamedTuple):
    """A selection of the public list."""

    campaign: Campaign
    table: ActionTable
    selection: Selection

    @property
    def query(self) -> str:
        """The selection as the query of an address."""
        return urlencode(self.selection.to_query(), doseq=True)


def asked(request: Request) -> Asked:
    """Return what a request's query asks for; what means nothing here is passed over.

    Raises
    ------
    ActionMapError
        There is no list.
    """
    campaign, table = public_campaign()
    query = {name: request.query_params.getlist(name) for name in request.query_params}
    return Asked(campaign, table, Selection.from_query(query, table.options())[0])


def home(request: Request) -> str:
    """Return the address of the map page as the visitor wrote it, ending with a slash."""
    return f"{str(request.base_url).rstrip('/')}{base_path()}/"


def shown_of(one: Asked) -> str:
    """Say what is asked for in one line: "12 of 110 actions: Austria"."""
    chosen = int(one.table.mask(one.selection).sum())
    return shown(chosen, len(one.table), one.selection, one.table.organizations)


class Kept(Generic[Made]):
    """The latest of what has been made, so that it is made once for all who ask for it.

    Parameters
    ----------
    most
        How much is kept; what was not asked for the longest goes first.
    weigh
        Tells how much one is: 1 where they are counted, bytes where they are large.
    """

    def __init__(self, most: int, weigh: Callable[[Made], int] = lambda made: 1) -> None:
        self._most, self._weigh = most, weigh
        self._made: OrderedDict[Hashable, Made] = OrderedDict()
        self._making: dict[Hashable, Lock] = {}
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what a key stands for in the language spoken, made now if it is not there.

        Who asks meanwhile waits and makes nothing.
        """
        key = (spoken().code, key)
        with self._lock:
            making = self._making.setdefault(key, Lock())
        with making:
            try:
                kept = self._made.get(key)
                made = make() if kept is None else kept
                with self._lock:
                    COUNTS["answers made" if kept is None else "answers taken from what was made"] += 1
                    self._made[key] = made
                    self._made.move_to_end(key)
                    weight = sum(map(self._weigh, self._made.values())) if kept is None else 0
                    while weight > self._most and len(self._made) > 1:
                        weight -= self._weigh(self._made.popitem(last=False)[1])
                return made
            finally:
                with self._lock:
                    self._making.pop(key, None)
