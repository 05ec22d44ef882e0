"""Duplicates: actions that a list has twice, surely or possibly, and two of them made one."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import OSA

from actionmap.text import fold

if TYPE_CHECKING:
    from actionmap.campaign.actions import Action

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
_KINDS = {
    word: words[0]
    for words in map(
        str.split,
        ("square sq", "place pl", "plaza pza plza", "praca pca", "piazza pzza", "park parque parc", "platz", "gardens")
        + ("st street saint sainte ste", "strasse str", "road rd", "avenue ave av avenida avda", "boulevard blvd bd")
        + ("rue", "calle", "rua", "via", "meydan meydani", "ميدان", "ساحه", "شارع"),
    )
    for word in words
}
"""Words for a kind of street or square, with what abbreviates them → one for all; such a word alone names no venue."""
_EMPTY = frozenset(
    "the of at in on and to from near front outside an a de la le les du des en el los las del y e da do dos das na no"  # noqa: SIM905
    " et au aux devant di della il al der die am im auf vor und zu zum zur march".split()
)
"""Words that do not tell which venue or organization is meant."""
_Words = frozenset[str]


class Pair(NamedTuple):
    """Two actions of a list that may be one, by their place in it; and what differs: column, first's, second's."""

    first: int
    second: int
    differs: tuple[tuple[str, str, str], ...]


class _Features(NamedTuple):
    """What two actions of a town and day are compared by."""

    minute: int | None
    venue: _Words
    organizers: tuple[_Words, ...]
    region: str


def repeated(actions: Sequence["Action"]) -> dict[int, int]:
    """Return second → first of the actions of one place, venue and date, unless start times tell them apart."""
    seen: dict[tuple[object, ...], int] = {}
    found = {}
    for at, action in enumerate(actions):
        where = (action.country, *map(_folded, (action.region, action.locality, action.venue)), action.date)
        at_any_time, at_no_time, at_this_time = (*where, "any"), (*where, None), (*where, action.start_time)
        other = seen.get(at_any_time) if action.start_time is None else seen.get(at_this_time, seen.get(at_no_time))
        if other is not None:
            found[at] = other
        for key in (at_any_time, at_this_time):
            seen.setdefault(key, at)
    return found


def possible(
    actions: Sequence["Action"], towns: Towns | None = None, parents: Mapping[str, str] | None = None
) -> Iterator[Pair]:
    """Find the actions that may be an earlier one as another source tells it; each with the first that it may be.

    They are of one town and day, and start at most an hour apart. The words of one venue are all in the other, but for
    a letter; or an organizer of one is one of the other, or a chapter of it by id or name. What one of them does not
    say does not part them. Those of `repeated` are not compared again.

    Parameters
    ----------
    actions
        A list.
    towns
        Which spellings are of one town. Where that is not known, those without accents and punctuation are compared.
    parents
        Organization → the one whose chapter it is.
    """
    again = repeated(actions)
    towns, parents = towns or {}, parents or {}
    places = [at for at, action in enumerate(actions) if action.locality and at not in again]
    where = {at: (_town(actions[at], towns), actions[at].date) for at in places}
    crowd = Counter(where.values())
    features = {at: _features(actions[at], towns, parents) for at in places if crowd[where[at]] > 1}
    found: dict[int, int] = {}
    for at, other in _worth_comparing(features, where):
        first, second = min(at, other), max(at, other)
        if first < found.get(second, second) and _may_be_one(features[first], features[second]):
            found[second] = first
    for second, first in sorted(found.items()):
        texts = [(name, *(_text(getattr(actions[at], name)) for at in (first, second))) for name in _SHOWN]
        yield Pair(first, second, tuple(one for one in texts if one[1] != one[2]))


def _worth_comparing(features: Mapping[int, _Features], where: Mapping[int, object]) -> Iterator[tuple[int, int]]:
    """Pair each action with those of its town and day whose rarest word it has too: the pairs do not grow as a square.

    A venue whose words are all in another's is found by its rarest; where one names none, organizers take its place.
    """
    uses = Counter(chain.from_iterable(map(_keys, (one.venue for one in features.values()))))
    by_venue: dict[tuple[object, str], list[int]] = defaultdict(list)
    by_organizer: dict[tuple[object, str], list[int]] = defaultdict(list)
    for at, one in features.items():
        if one.venue:
            by_venue[where[at], min(_keys(one.venue), key=lambda key: (uses[key], key))].append(at)
        else:
            for key in _keys(chain.from_iterable(one.organizers)):
                by_organizer[where[at], key].append(at)
    for at, one in features.items():
        found = [by_venue.get((where[at], key), ()) for key in _keys(one.venue)]
        found += [by_organizer.get((where[at], key), ()) for key in _keys(chain.from_iterable(one.organizers))]
        for others in found:
            yield from ((at, other) for other in islice(others, _MOST_COMPARED) if other != at)


def _features(action: "Action", towns: Towns, parents: Mapping[str, str]) -> _Features:
    start = action.start_time
    known = (action.locality, action.region, action.country) in towns
    organizers = {name for one in action.organizers for name in (one, parents.get(one, one))}
    return _Features(
        start.hour * 60 + start.minute if start else None,
        _venue_words(action.venue, action.locality),
        tuple(filter(None, map(_name_words, organizers))),
        "" if known else _folded(action.region),
    )


def _may_be_one(one: _Features, other: _Features) -> bool:
    known = one.minute is not None and other.minute is not None
    apart = abs(one.minute - other.minute) if one.minute is not None and other.minute is not None else 0
    if apart > _APART or (one.region and other.region and one.region != other.region):
        return False
    same_venue = _within(*sorted((one.venue, other.venue), key=len)) if one.venue and other.venue else None
    same_organizer = None
    if one.organizers and other.organizers:
        pairs = (sorted((mine, theirs), key=len) for mine in one.organizers for theirs in other.organizers)
        same_organizer = any(shorter <= longer for shorter, longer in pairs)
    if same_venue is False or (same_organizer is False and not (same_venue and known and not apart)):
        return False
    return bool(same_venue or same_organizer)


def _within(shorter: _Words, longer: _Words) -> bool:
    """Tell whether all words of one venue are in the other, but for a letter."""
    missing = shorter - longer
    return len(missing) < 3 and all(any(_alike(word, other) for other in longer - shorter) for word in missing)


def _alike(word: str, other: str) -> bool:
    length = min(len(word), len(other))
    if length < _LONG or not (word + other).isalpha():
        return False
    return OSA.distance(word, other, score_cutoff=2) <= 1 + (length >= _VERY_LONG)


def _keys(words: Iterable[str]) -> set[str]:
    """Return under what words are looked up: their beginnings, so that they may end otherwise."""
    return {word[:4] for word in words}


@lru_cache(maxsize=65_536)
def _venue_words(venue: str, locality: str) -> _Words:
    """Return the words that tell a venue from others of its town; none where all of them are words for a kind."""
    words = frozenset(_KINDS.get(word, word) for word in _name_words(venue))
    own = words - _name_words(locality)
    return next((some for some in (own, words) if some - _KINDS_OF_PLACE), frozenset())


_KINDS_OF_PLACE = frozenset(_KINDS.values())


@lru_cache(maxsize=8192)
def _name_words(name: str) -> _Words:
    return frozenset(_folded(name).split()) - _EMPTY


def _town(action: "Action", towns: Towns) -> object:
    found = towns.get((action.locality, action.region, action.country))
    return found or (action.country, _folded(action.locality).replace(" ", ""))


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(value)
    return f"{value:%H:%M}" if isinstance(value, dt.time) else str(value or "")


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    return fold(text)
