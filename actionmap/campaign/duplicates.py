"""Duplicates: actions that a list has twice, surely or possibly, and two of them made one."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import OSA

from actionmap.campaign.organizations import TIES
from actionmap.lists.problems import Problem, ProblemKind
from actionmap.text import fold, word_table

if TYPE_CHECKING:
    from actionmap.campaign.actions import Action, ActionList

Towns = Mapping[tuple[str, str, str], str]
"""Locality, region and country as a list has them → the full name of the town, where it is known."""

_APART = 60
"""Minutes by which two sources may differ about the start of one action."""
_MOST_COMPARED = 20
"""Actions of one town, day and word that another is compared with."""
_LONG, _VERY_LONG = 5, 9
"""Letters from which on one letter of a word, or two, may be another."""
_SHOWN = ("locality", "region", "venue", "start_time", "organizers")
"""Columns that are named where two actions differ in them."""
_SAID_OTHERWISE = ("locality", "region", "venue", "start_time", "end_date", "end_time", "latitude", "longitude")
"""Columns of which one action has one value: what the other has goes into the evidence."""
_WORDS = word_table(Path(__file__).with_name("venue_words.txt"))
_EMPTY = frozenset(_WORDS["empty"])
"""Words that do not tell which venue or organization is meant."""
_KINDS = {word: kind for kind, words in _WORDS.items() if kind != "empty" for word in words}
"""Words for a kind of street or square, with what abbreviates them → one for all; such a word alone names no venue."""
_Set = frozenset[str]


class Pair(NamedTuple):
    """Two actions of a list that are one, or may be, by their place in it.

    `differs` has what differs where they only may be: column, the first's, the second's.
    """

    first: int
    second: int
    differs: tuple[tuple[str, str, str], ...] = ()


def duplicates(
    actions: Sequence["Action"], towns: Towns | None = None, parents: Mapping[str, str] | None = None
) -> list[Pair]:
    """Find the actions that are an earlier one again, or may be as another source tells it; each with the first such.

    Those that are have the same place, venue and date, and no start times that tell them apart. Those that may be are
    of one town and day, and start at most an hour apart. The words of one venue are all in the other, but for a letter;
    or an organizer of one is one of the other, or a chapter of it by id or name. What one of them does not say does not
    part them.

    Parameters
    ----------
    actions
        A list.
    towns
        Which spellings are of one town. Where that is not known, those without accents and punctuation are compared.
    parents
        Organization → the one whose chapter it is.
    """
    venues = [fold(action.venue) for action in actions]
    again = _repeated(actions, venues)
    together: dict[object, list[int]] = defaultdict(list)
    for at, action in enumerate(actions):
        if action.locality and at not in again:
            together[_town(action, towns or {}), action.date].append(at)
    found: dict[int, int] = {}
    for places in together.values():
        if len(places) > 1:
            words = {at: _telling(venues[at], actions[at].locality) for at in places}
            names = {at: _names(actions[at].organizers, parents or {}) for at in places}
            for one, other in _worth_comparing(words, names):
                first, second = min(one, other), max(one, other)
                told, again_told = ((actions[at], words[at], names[at]) for at in (first, second))
                if first < found.get(second, second) and _may_be_one(told, again_told, towns or {}):
                    found[second] = first
    pairs = [Pair(first, second) for second, first in again.items()]
    for second, first in found.items():
        texts = [(name, _text(actions[first], name), _text(actions[second], name)) for name in _SHOWN]
        pairs.append(Pair(first, second, tuple(one for one in texts if one[1] != one[2])))
    return sorted(pairs, key=lambda pair: pair.second)


def _repeated(actions: Sequence["Action"], venues: Sequence[str]) -> dict[int, int]:
    """Return second → first of the actions of one place, venue and date, unless start times tell them apart."""
    seen: dict[tuple[object, ...], int] = {}
    found = {}
    for at, (action, venue) in enumerate(zip(actions, venues, strict=True)):
        where = (action.country, _folded(action.region), _folded(action.locality), venue, action.date)
        at_any_time, at_no_time, at_this_time = (*where, "any"), (*where, None), (*where, action.start_time)
        other = seen.get(at_any_time) if action.start_time is None else seen.get(at_this_time, seen.get(at_no_time))
        if other is not None:
            found[at] = other
        for key in (at_any_time, at_this_time):
            seen.setdefault(key, at)
    return found


def _worth_comparing(venues: Mapping[int, _Set], organizers: Mapping[int, Sequence[_Set]]) -> Iterator[tuple[int, int]]:
    """Pair the actions of a town and day whose words may fit, so that the pairs do not grow as a square.

    A venue whose words are all in another's is found there by its rarest; where one names none, organizers are.
    """
    keys = {at: set(map(_key, words)) for at, words in venues.items()}
    names = {at: {f"by {_key(word)}" for word in chain.from_iterable(organizers[at])} for at in venues}
    uses = Counter(chain.from_iterable(keys.values()))
    alike: dict[str, list[int]] = defaultdict(list)
    for at, own in keys.items():
        rarest = {min(own, key=lambda key: (uses[key], key))} if own and all(uses[key] > 1 for key in own) else set()
        for key in rarest if own else names[at]:
            alike[key].append(at)
    for at in keys:
        for key in (keys[at] | names[at]) & alike.keys():
            yield from ((at, other) for other in alike[key][:_MOST_COMPARED] if other != at)


_Told = tuple["Action", _Set, Sequence[_Set]]
"""An action, the telling words of its venue, and those of its organizers' names."""


def _may_be_one(one: _Told, other: _Told, towns: Towns) -> bool:
    (mine, my_venue, my_names), (theirs, their_venue, their_names) = one, other
    regions = {_folded(action.region) for action in (mine, theirs)} - {""}
    if len(regions) > 1 and not {town_as_listed(mine), town_as_listed(theirs)} <= towns.keys():
        return False
    apart = abs(_minute(mine) - _minute(theirs)) if mine.start_time and theirs.start_time else None
    if apart is not None and apart > _APART:
        return False
    same_venue = _within(*sorted((my_venue, their_venue), key=len)) if my_venue and their_venue else None
    same_organizer = None
    if my_names and their_names:
        same_organizer = any(a <= b or b <= a for a in my_names for b in their_names)
    if same_organizer is False:  # who reports an action may name others: then the hour has to be the same
        return bool(same_venue) and apart == 0
    return same_venue is not False and bool(same_venue or same_organizer)


def _within(shorter: _Set, longer: _Set) -> bool:
    """Tell whether all words of one venue are in the other, but for a letter."""
    return all(any(_alike(word, other) for other in longer - shorter) for word in shorter - longer)


def _alike(word: str, other: str) -> bool:
    length = min(len(word), len(other))
    if length < _LONG or not (word + other).isalpha():
        return False
    return OSA.distance(word, other, score_cutoff=2) <= 1 + (length >= _VERY_LONG)


def _key(word: str) -> str:
    """Return under what a word is looked up: its beginning, so that it may end otherwise; a number is whole."""
    return word[:4] if word.isalpha() else word


def _telling(venue: str, locality: str) -> _Set:
    """Return the words that tell a venue from others of its town; none where all of them are words for a kind."""
    words = frozenset([_KINDS.get(word, word) for word in venue.split() if word not in _EMPTY])
    own = words - _town_words(locality)
    return next((some for some in (own, words) if not some <= _KINDS_OF_PLACE), frozenset())


_KINDS_OF_PLACE = frozenset(_KINDS.values())


@lru_cache(maxsize=8192)
def _town_words(locality: str) -> _Set:
    return frozenset(filter(str.isalpha, fold(locality).split()))


def _names(organizers: Sequence[str], parents: Mapping[str, str]) -> tuple[_Set, ...]:
    return tuple(filter(None, (_name_words(name) for one in organizers for name in {one, parents.get(one, one)})))


@lru_cache(maxsize=8192)
def _name_words(name: str) -> _Set:
    words = frozenset(fold(name).split())
    return words - _EMPTY or words


def town_as_listed(action: "Action") -> tuple[str, str, str]:
    """Return an action's locality, region and country, as `Towns` has them."""
    return action.locality, action.region, action.country


def _town(action: "Action", towns: Towns) -> object:
    return towns.get(town_as_listed(action)) or (action.country, _folded(action.locality).replace(" ", ""))


def _minute(action: "Action") -> int:
    return action.start_time.hour * 60 + action.start_time.minute if action.start_time else 0


def _text(action: "Action", column: str) -> str:
    value = getattr(action, column)
    if isinstance(value, tuple):
        return "; ".join(value)
    return f"{value:%H:%M}" if isinstance(value, dt.time) else str(value or "")


def joined(kept: "Action", other: "Action") -> "Action":
    """Make one action of two: what one of them says, the kept one first, and the sources of both; nothing is lost.

    What the other says otherwise stands with its source in the evidence, which is free text.
    """
    values = {name: getattr(kept, name) or getattr(other, name) for name in type(kept).model_fields}
    if kept.latitude is None:
        values |= {"latitude": other.latitude, "longitude": other.longitude}
    for name in TIES.values():
        values[name] = tuple(dict.fromkeys(getattr(kept, name) + getattr(other, name)))
    addresses = (*kept.other_sources, other.source_url, *other.other_sources)
    values["other_sources"] = tuple(one for one in dict.fromkeys(addresses) if one and one != values["source_url"])
    values["attendance"] = "; ".join(dict.fromkeys(filter(None, (kept.attendance, other.attendance))))
    for name, surest in (("status", "reported"), ("basis", "same-day"), ("basis", "call"), ("confidence", "high")):
        if surest in (getattr(kept, name), getattr(other, name)):
            values[name] = surest
    if not kept.source_url:
        values |= {name: getattr(other, name) for name in ("archived_url", "checked")}
    otherwise = [
        text
        for name in _SAID_OTHERWISE
        if (text := _text(other, name)) and text != _text(kept, name) and getattr(kept, name)
    ]
    source = other.source_name if other.source_name != kept.source_name else ""
    told = ": ".join(filter(None, (source, ", ".join(otherwise))))
    notes = (kept.evidence, other.evidence if other.evidence != kept.evidence else "", told)
    values["evidence"] = " · ".join(filter(None, notes))
    return kept.model_copy(update=values)


_folded = lru_cache(maxsize=8192)(fold)
DUPLICATES = (ProblemKind.REPEATED_ACTION, ProblemKind.POSSIBLE_DUPLICATE)


def with_duplicates(
    listed: "ActionList", name: str, *, towns: Towns | None = None, parents: Mapping[str, str] | None = None
) -> "ActionList":
    """Return a list with its duplicates among its problems, each named once.

    Parameters
    ----------
    listed
        The list.
    name
        What to call it in problems.
    towns
        Which spellings are of one town: of these alone the actions are compared, because the others have been.
    parents
        Organization → the one whose chapter it is.
    """
    said = {one.row for one in listed.problems if one.kind in DUPLICATES}
    spellings: dict[str, set[object]] = defaultdict(set)
    for asked, town in (towns or {}).items():
        spellings[town].add((_folded(asked[0]), _folded(asked[1])))
    some = [
        (row, action)
        for row, action in zip(listed.rows, listed.actions, strict=True)
        if towns is None or len(spellings[towns.get(town_as_listed(action), "")]) > 1
    ]
    problems = [*listed.problems]
    for pair in duplicates([action for _, action in some], towns, parents):
        (first, _), (row, action) = some[pair.first], some[pair.second]
        if row not in said:
            kind = ProblemKind.POSSIBLE_DUPLICATE if pair.differs else ProblemKind.REPEATED_ACTION
            values = {"first": first, **({"differs": pair.differs} if pair.differs else {})}
            problems.append(Problem(kind, name, row, "", action.where, values))
    return replace(listed, problems=tuple(sorted(problems, key=lambda problem: problem.row)))


Decisions = Mapping[tuple[int, int], int]
"""Rows of two actions that are one, or may be → the row that is kept, 0 where both are."""


def settled(listed: "ActionList", decisions: Decisions) -> "ActionList":
    """Return a list without what somebody has decided on: pairs joined as they say, and no longer problems."""
    place = {row: at for at, row in enumerate(listed.rows)}
    actions = dict(enumerate(listed.actions))
    into: dict[int, int] = {}
    for (first, second), kept in decisions.items():
        if not kept or not {first, second} <= place.keys():
            continue
        here, there = place[kept], place[first + second - kept]
        while here in into or there in into:  # it has gone into another before
            here, there = into.get(here, here), into.get(there, there)
        if here != there:
            actions[here] = joined(actions[here], actions.pop(there))
            into[there] = here
    return replace(
        listed,
        actions=tuple(actions.values()),
        rows=tuple(listed.rows[at] for at in actions),
        problems=tuple(one for one in listed.problems if (one.values.get("first"), one.row) not in decisions),
    )
