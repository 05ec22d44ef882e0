"""Preparing: from the bytes of a list to a campaign with pinned actions; lists of others in a process of its own.

A thread would make every page wait: while Python reads rows in one thread, the others get their turns late. And what a
stranger brings may be made to take more time and memory than there is (`actionmap.worker`).
"""

import datetime as dt
import os
import pickle
import zlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import pandas as pd

from actionmap.campaign.actions import ActionList, read_actions
from actionmap.campaign.duplicates import DUPLICATES, Towns, settled, town_as_listed, with_duplicates
from actionmap.campaign.folder import Campaign, Files, ListedCampaign, load_campaign
from actionmap.campaign.organizations import Organization
from actionmap.campaign.own import campaign_zip, own_campaign, usual_day, with_places
from actionmap.campaign.settings import NominatimSettings
from actionmap.campaign.sheet import Open, UnclearDate, as_list, left_open_by, read_sheet, unclear_date
from actionmap.campaign.table import ActionTable, known_by
from actionmap.errors import UnreadableListError
from actionmap.lists.dates import Order
from actionmap.lists.problems import Alike, Notice, NoticeKind, Problem, alike
from actionmap.lists.rows import Row
from actionmap.lists.sources import Fetched, Source
from actionmap.lists.tables import Table
from actionmap.places.dividing import several_towns
from actionmap.places.gazetteer import Gazetteer
from actionmap.places.nominatim import OnlineGeocoder
from actionmap.places.pin_cache import PinCache
from actionmap.places.pinning import OfflineGeocoder, Progress, pin_actions
from actionmap.worker import Lane, Limits, Workers
from actionmap.world.place import FoundBy, Pin, Place, Precision

Loaded = tuple[Campaign, ActionTable]
"""A campaign, and the table that has its actions."""
Result = TypeVar("Result")

WORKERS = Workers("actionmap.preparing:gazetteer")
OWN = Lane(max(1, min(2, (os.cpu_count() or 1) - 1)), waiting=8)
"""Where own lists queue; one processor is left to those who look at pages."""
ONLINE = Lane(2, waiting=8)
"""Where they queue whose places are asked for online, which is waiting more than work."""
READING, CHECKING, PLACING, ASKING = (Limits(seconds) for seconds in (5, 6, 60, 900))
"""What reading an own list may take, checking it, finding its places, and asking for them online."""
_PRINTS, _PRINTING = Lane(1, waiting=16, busy="busy-with-pictures"), Limits(seconds=30, memory=2_000_000_000)
_REFRESHES, _REFRESHING = Lane(1, waiting=8), Limits(seconds=150, memory=4_000_000_000, answer=1_000_000_000)
_FETCHING = Limits(seconds=20, memory=500_000_000)

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
    return campaign, _table(frame, campaign, gazetteer)


def _table(frame: pd.DataFrame, campaign: Campaign, gazetteer: Gazetteer) -> ActionTable:
    """Return the table of a campaign's pinned actions; the other names of a venue are those of its town."""
    venues = frame.assign(known_by=known_by(frame))[frame["precision"] == Precision.VENUE].drop_duplicates("known_by")
    towns = dict(zip(venues["known_by"], gazetteer.geocode_frame(venues)["matched_place"], strict=True))
    names = gazetteer.other_names([*frame["matched_place"].unique(), *towns.values()])
    of_venues = {venue: names[town] for venue, town in towns.items() if town in names}
    return ActionTable(frame, campaign.organizations, names | of_venues)


@dataclass(frozen=True)
class Apart:
    """A source that is asked in a process of its own: what it answers may take neither memory nor time of this one."""

    source: Source

    @property
    def name(self) -> str:
        """What it is called."""
        return self.source.name

    def fetch(self, last: Fetched | None = None) -> Fetched:
        """Return the list as the source does, or raise a `WorkerError`."""
        return WORKERS.run(self.source.fetch, last, lane=_REFRESHES, limits=_FETCHING)


def prepare(folder: Path, content: bytes, files: Files | None = None) -> Loaded:
    """Do what `load_campaign` does and pin the actions, without keeping this process from its work.

    Raises
    ------
    ActionMapError
        What `load_campaign`, `Gazetteer` or `Workers.run` raise.
    """
    return WORKERS.run(_prepared, folder, content, files, lane=_REFRESHES, limits=_REFRESHING)


def printed(write: Callable[..., bytes], *args: object) -> bytes:
    """Write a picture, which would make every page wait, away from the process that serves them.

    Raises
    ------
    WorkerError
        Too many wait already, or it takes more than it may.
    """
    return WORKERS.run(write, *args, lane=_PRINTS, limits=_PRINTING)


# ---------------------------------------------------------------------------------- own lists, for a worker to be given


class Sheet(NamedTuple):
    """A list that was brought: its table without the rows, how many, what they leave open, and all of it, packed."""

    head: Table
    rows: int
    open: Open
    packed: bytes

    @classmethod
    def of(cls, table: Table) -> "Sheet":
        """Pack a table: in memory it would take ten times as much."""
        head = Table(table.name, table.header, table.columns, (), table.also, (), table.form, table.notices)
        return cls(head, len(table.rows), left_open_by(table), zlib.compress(pickle.dumps(table), 1))

    def table(self) -> Table:
        """Return the whole table."""
        table: Table = pickle.loads(zlib.decompress(self.packed))  # noqa: S301 (our own worker has written it)
        return table


class Manner(NamedTuple):
    """How a sheet is to be read.

    Parameters
    ----------
    columns
        Our column → the sheet's.
    constants
        What is given once for all rows, named as `read_actions` takes it.
    day_first
        What comes first in a date, where that was asked.
    divided
        Cell of several towns → these.
    decisions
        What was said of actions that may be one.
    """

    columns: Mapping[str, str]
    constants: Mapping[str, Any] = {}
    day_first: bool | None = None
    divided: Mapping[Place, tuple[str, ...]] = {}
    decisions: Mapping[tuple[int, int], int] = {}


class Checked(NamedTuple):
    """What was read of a sheet: counts, and as much of the rest as a page shows.

    Parameters
    ----------
    actions, suggestions, problems, duplicates
        How many there are, as the list is settled; problems without possible duplicates.
    alike, rows
        The problems that most rows have, by value, and the first rows in which there are any.
    pairs, every_pair
        The first possible duplicates, the settled ones too, and how many there are.
    several, divided
        Cell that names several towns → these, of cells that have not been divided, and of those that have.
    unclear, order
        A date that may be two days, and what comes first in dates.
    notices
        What is to be said of the actions, besides the sheet's own notices.
    """

    actions: int
    suggestions: int
    problems: int
    duplicates: int
    alike: tuple[Alike, ...]
    rows: tuple[Row, ...]
    pairs: tuple[Problem, ...]
    every_pair: int
    several: Mapping[Place, tuple[str, ...]]
    divided: Mapping[Place, tuple[str, ...]]
    unclear: UnclearDate | None
    order: Order
    notices: tuple[Notice, ...]


class Wishes(NamedTuple):
    """What a visitor says of a campaign: its title and organizations, places and pins corrected, who to ask."""

    title: str
    known: Mapping[str, Organization]
    accepted: Mapping[tuple[str, str, str], str]
    given: tuple[Pin, ...] = ()
    online: NominatimSettings | None = None


class Placed(NamedTuple):
    """A campaign and the table that has its actions and pins; towns spelt in several ways; about how many bytes."""

    campaign: Campaign
    table: ActionTable
    towns: Towns
    size: int


def read(content: bytes, name: str) -> Sheet:
    """Read what was brought, as `read_sheet` does."""
    return Sheet.of(read_sheet(content, name, gazetteer().known))


def changed(sheet: Sheet, change: Callable[..., Table], *args: object) -> Sheet:
    """Return a sheet whose table went through a function."""
    return Sheet.of(change(sheet.table(), *args))


def check(sheet: Sheet, manner: Manner, towns: Towns, most: int, most_pairs: int) -> Checked:
    """Read the actions of a sheet, as `read_actions` does.

    Parameters
    ----------
    sheet, manner
        What is read, and how.
    towns
        Which spellings are known to be of one town.
    most, most_pairs
        How many problems and possible duplicates are returned.
    """
    table = sheet.table()
    listed = _listed(table, manner)
    if towns:
        listed = with_duplicates(listed, table.name, towns=towns)
    pairs = [one for one in listed.problems if one.kind in DUPLICATES]
    left = settled(listed, manner.decisions)
    wrong = [one for one in left.problems if one.kind not in DUPLICATES]
    numbers = {one.row for one in wrong[:most]}
    towns_and_areas = dict.fromkeys(map(town_as_listed, listed.actions))
    several = several_towns((Place("", *one) for one in towns_and_areas), gazetteer())
    localities = {locality for locality, _, _ in towns_and_areas}
    return Checked(
        len(left.actions),
        left.suggestions,
        len(wrong),
        len(left.problems) - len(wrong),
        alike=tuple(alike(wrong)[:most]),
        rows=tuple(row for row in table.rows if row.number in numbers),
        pairs=tuple(pairs[:most_pairs]),
        every_pair=len(pairs),
        several={place: named for place, named in several.items() if named},
        divided={place: named for place, named in manner.divided.items() if localities.issuperset(named)},
        unclear=unclear_date(left),
        order=left.date_order,
        notices=tuple(one for one in left.notices if one.kind is NoticeKind.TIMES_ELSEWHERE),
    )


def place(sheet: Sheet, manner: Manner, wishes: Wishes, tell: Progress) -> Placed:
    """Find the places of a sheet's actions."""
    listed = _settled(sheet.table(), manner)
    campaign, actions = _own(listed, sheet.head.name, wishes)
    geocoder = OnlineGeocoder(wishes.online, gazetteer()) if wishes.online else OfflineGeocoder(gazetteer())
    pins = PinCache().including(wishes.given)
    table = _table(pin_actions(actions, geocoder, pins, tell), campaign, gazetteer())
    size = table.memory() + _BYTES_OF_AN_ORGANIZATION * len(campaign.organizations)
    return Placed(campaign, table, _spelt_otherwise(listed, table.frame), size)


def _spelt_otherwise(listed: ActionList, pinned: pd.DataFrame) -> Towns:
    """Return what a list calls a town → its full name, of the towns that it calls several names."""
    is_town = (pinned["geocoder"] == FoundBy.GAZETTEER) & (pinned["precision"] == Precision.LOCALITY)
    rows = zip(listed.actions, pinned["matched_place"], is_town, strict=True)
    names = {town_as_listed(action): name for action, name, known in rows if known and action.locality}
    uses = Counter(names.values())
    return {asked: name for asked, name in names.items() if uses[name] > 1}


def packed_campaign(sheet: Sheet, manner: Manner, wishes: Wishes, frame: pd.DataFrame) -> bytes:
    """Write a sheet's campaign as `campaign_zip` does."""
    return campaign_zip(_own(_settled(sheet.table(), manner), sheet.head.name, wishes), frame)


def _own(listed: ActionList, name: str, wishes: Wishes) -> ListedCampaign:
    listed = with_places(listed, wishes.accepted)
    day = usual_day(listed) or dt.datetime.now(dt.UTC).date()
    own = own_campaign(listed, wishes.known, title=wishes.title, day=day)
    if (many := len(own.campaign.organizations)) > _MOST_ORGANIZATIONS:
        raise UnreadableListError.of("too-many-organizations", name=name, number=many, most=_MOST_ORGANIZATIONS)
    return own


def _settled(table: Table, manner: Manner) -> ActionList:
    return settled(_listed(table, manner), manner.decisions)


def _listed(table: Table, manner: Manner) -> ActionList:
    how = {**manner.constants, "day_first": manner.day_first, "divide": manner.divided}
    return read_actions(as_list(table, manner.columns), **how)


def _prepared(folder: Path, content: bytes, files: Files | None) -> Loaded:
    return pinned(load_campaign(folder, content, files), gazetteer())


@cache
def gazetteer() -> Gazetteer:
    """Return the one gazetteer of this process."""
    return Gazetteer()
