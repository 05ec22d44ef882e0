"""Preparing: from the bytes of a list to a campaign with pinned actions; lists of others in a process of its own.

A thread would make every page wait: while Python reads rows in one thread, the others get their turns late. And what a
stranger brings may be made to take more time and memory than there is (`actionmap.worker`).
"""

import datetime as dt
import os
import pickle
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

import pandas as pd

from actionmap.campaign.actions import ActionList, read_actions
from actionmap.campaign.folder import Campaign, ListedCampaign, load_campaign
from actionmap.campaign.organizations import Organization
from actionmap.campaign.own import campaign_zip, own_campaign, usual_day, with_places
from actionmap.campaign.settings import NominatimSettings
from actionmap.campaign.sheet import UnclearDate, as_list, read_sheet, unclear_date
from actionmap.campaign.table import ActionTable
from actionmap.errors import UnreadableListError
from actionmap.lists.problems import Problem
from actionmap.lists.rows import Row
from actionmap.lists.tables import Table
from actionmap.places.gazetteer import Gazetteer
from actionmap.places.nominatim import OnlineGeocoder
from actionmap.places.pin_cache import PinCache
from actionmap.places.pinning import OfflineGeocoder, PlaceGeocoder, Progress, pin_actions
from actionmap.worker import Lane, Limits, Workers
from actionmap.world.place import Pin

Loaded = tuple[Campaign, ActionTable]
"""A campaign, and the table that has its actions."""
Result = TypeVar("Result")

WORKERS = Workers("actionmap.preparing:gazetteer")
OWN = Lane(max(1, min(2, (os.cpu_count() or 1) - 1)), waiting=8)
"""Where own lists queue; one processor is left to those who look at pages."""
ONLINE = Lane(2, waiting=8)
"""Where they queue whose places are asked for online, which is waiting more than work."""
READING, PLACING, ASKING = Limits(seconds=6), Limits(seconds=60), Limits(seconds=1800)
"""What reading or checking an own list may take, finding its places, and asking for them online."""
_REFRESHES, _REFRESHING = Lane(1, waiting=8), Limits(seconds=150, memory=4_000_000_000, answer=1_000_000_000)

_MOST_ORGANIZATIONS = 20_000
"""Of an own list: the page that takes them over holds up all others meanwhile."""
_BYTES_OF_AN_ORGANIZATION = 1500
"""What one takes in memory, about."""


def pinned(listed: ListedCampaign, gazetteer: Gazetteer) -> Loaded:
    """Give the actions of a campaign their pins, and leave them to the table alone.

    While a list is taken over from another process, every page waits: for the columns of a table a tenth as long as for
    the actions themselves, which would also take more than twice the memory.
    """
    campaign, actions = listed
    frame = pin_actions(actions, OfflineGeocoder(gazetteer), PinCache())
    return campaign, ActionTable(frame, campaign.organizations)


def prepare(folder: Path, content: bytes) -> Loaded:
    """Load a campaign folder with this list of actions and pin them, without keeping this process from its work.

    Raises
    ------
    ActionMapError
        What `load_campaign`, `Gazetteer` or `Workers.run` raise.
    """
    return WORKERS.run(_prepared, folder, content, lane=_REFRESHES, limits=_REFRESHING)


# ---------------------------------------------------------------------------------- own lists, for a worker to be given


class Sheet(NamedTuple):
    """A list that was brought: its table without the rows, how many there are, and all of it, packed."""

    head: Table
    rows: int
    packed: bytes

    @classmethod
    def of(cls, table: Table) -> "Sheet":
        """Pack a table: in memory it would take ten times as much."""
        head = Table(table.name, table.header, table.columns, (), table.also, (), table.form, table.notices)
        return cls(head, len(table.rows), zlib.compress(pickle.dumps(table), 1))

    def table(self) -> Table:
        """Return the whole table."""
        table: Table = pickle.loads(zlib.decompress(self.packed))  # noqa: S301 (our own worker has written it)
        return table


class Manner(NamedTuple):
    """How a sheet is to be read: which column is which, the day of rows that give none, what comes first in a date."""

    columns: Mapping[str, str]
    day: dt.date | None = None
    day_first: bool | None = None


class Checked(NamedTuple):
    """What was read of a sheet: how many actions, suggestions and problems; the first problems, and their rows."""

    actions: int
    suggestions: int
    problems: int
    first: tuple[Problem, ...]
    rows: tuple[Row, ...]
    unclear: UnclearDate | None


class Wishes(NamedTuple):
    """What a visitor says of a campaign: its title and organizations, places and pins corrected, who to ask."""

    title: str
    known: Mapping[str, Organization]
    accepted: Mapping[tuple[str, str, str], str]
    given: tuple[Pin, ...] = ()
    online: NominatimSettings | None = None


class Placed(NamedTuple):
    """A campaign, the table that has its actions and pins, and about how many bytes of memory they take."""

    campaign: Campaign
    table: ActionTable
    size: int


def read(content: bytes, name: str) -> Sheet:
    """Read what was brought, as `read_sheet` does."""
    return Sheet.of(read_sheet(content, name, gazetteer().known))


def changed(sheet: Sheet, change: Callable[..., Table], *args: object) -> Sheet:
    """Return a sheet whose table went through a function."""
    return Sheet.of(change(sheet.table(), *args))


def check(sheet: Sheet, manner: Manner, most: int) -> Checked:
    """Read the actions of a sheet, as `read_actions` does, and return at most so many of its problems."""
    table = sheet.table()
    listed = _listed(table, manner)
    first = listed.problems[:most]
    numbers = {one.row for one in first}
    rows = tuple(row for row in table.rows if row.number in numbers)
    counts = len(listed.actions), listed.suggestions, len(listed.problems)
    return Checked(*counts, first, rows, unclear_date(listed))


def place(sheet: Sheet, manner: Manner, wishes: Wishes, tell: Progress) -> Placed:
    """Find the places of a sheet's actions."""
    campaign, actions = _own(sheet, manner, wishes)
    geocoder: PlaceGeocoder = OfflineGeocoder(gazetteer())
    if wishes.online:
        geocoder = OnlineGeocoder(wishes.online, gazetteer())
    pins = PinCache().including(wishes.given)
    table = ActionTable(pin_actions(actions, geocoder, pins, tell), campaign.organizations)
    size = int(table.frame.memory_usage(deep=True).sum() + table.searchable.memory_usage(deep=True))
    return Placed(campaign, table, size + _BYTES_OF_AN_ORGANIZATION * len(campaign.organizations))


def packed_campaign(sheet: Sheet, manner: Manner, wishes: Wishes, frame: pd.DataFrame) -> bytes:
    """Write a sheet's campaign as `campaign_zip` does."""
    return campaign_zip(_own(sheet, manner, wishes), frame)


def _own(sheet: Sheet, manner: Manner, wishes: Wishes) -> ListedCampaign:
    table = sheet.table()
    listed = with_places(_listed(table, manner), wishes.accepted)
    day = usual_day(listed) or dt.datetime.now(dt.UTC).date()
    own = own_campaign(listed, wishes.known, title=wishes.title, day=day)
    if (many := len(own.campaign.organizations)) > _MOST_ORGANIZATIONS:
        raise UnreadableListError(
            f"{table.name} names {many:,} organizations, and {_MOST_ORGANIZATIONS:,} are the most. Divide the list, or "
            "match the column of organizers anew."
        )
    return own


def _listed(table: Table, manner: Manner) -> ActionList:
    content = as_list(table, manner.columns)
    return read_actions(content, default_date=manner.day, day_first=manner.day_first, name=table.name)


def _prepared(folder: Path, content: bytes) -> Loaded:
    return pinned(load_campaign(folder, content), gazetteer())


@cache
def gazetteer() -> Gazetteer:
    """Return the one gazetteer of this process."""
    return Gazetteer()
