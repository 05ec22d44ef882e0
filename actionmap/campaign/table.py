"""The table of actions: what a selection keeps of it, and the facet counts of every option."""

import re
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property, reduce
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd
from rapidfuzz import process
from rapidfuzz.distance import OSA

from actionmap.campaign import filters
from actionmap.campaign.filters import NOT_STATED, Filter, Kind
from actionmap.campaign.organizations import ROLES, TIES, Link, Organization, lineage
from actionmap.campaign.selection import Selection
from actionmap.languages import ENGLISH, spoken
from actionmap.text import fold, sort_key
from actionmap.world.countries import by_name, country_code, country_name, country_names
from actionmap.world.place import Precision
from actionmap.world.spelling import place_key
from actionmap.world.subdivisions import region_name

Mask = npt.NDArray[np.bool_]
Made = TypeVar("Made")

_BETWEEN_NAMES = re.compile("[,،，、;/|]+")
_CODE = re.compile("[a-z0-9]{1,2}")
"""What is sought as a whole word alone: nearly every word has a part like it."""
_LONGEST_NAME = 6
"""Words of a place's name that are sought together."""
_SHORTEST_BEGINNING = 3
"""Letters of the beginning of a name."""
_LIKE = 0.75
"""How similar a name must be, of 1, to be what was meant."""
_ENDS = slice(10), slice(-10, None)
"""The first and the last day of an interval in ISO 8601."""
_NOTHING: Any = object()
_SMALL, _MOST_MADE, _FEW_MADE = 2_000, 1_000, 40
"""A table of so many actions keeps many things that were asked of it; a larger one, whose answers are large, a few:
more than the 25 of a page."""


def records(actions: pd.DataFrame) -> list[dict[str, Any]]:
    """Return rows of a frame as dictionaries, column → value."""
    return [{str(column): value for column, value in row.items()} for row in actions.to_dict("records")]


def countries_in(actions: pd.DataFrame) -> tuple[str, ...]:
    """Return the codes of the countries and territories of actions; one whose country is not known has none."""
    return tuple(code for code in actions["country"].unique() if code)


def towns_in(actions: pd.DataFrame) -> "pd.Series[str]":
    """Return the towns of the actions that have one: as found, or, where that is not known, as the list names it."""
    named = actions["locality"] + ", " + actions["region"] + ", " + actions["country"]
    towns = actions["town"].where(actions["town"] != "", named.map(fold))
    return towns[(actions["town"] != "") | (actions["locality"] != "")]


def regions_in(actions: pd.DataFrame) -> "pd.Series[str]":
    """Return the countries' regions, with their country's code, of the actions of which one is known."""
    country, towns = actions["country"], actions["town"]
    named = map(_region_of, country, towns, actions["region"])
    found = pd.Series(list(named), index=actions.index, dtype="str")
    return (country + " " + found)[found != ""]


def _region_of(country: str, town: str, region: str) -> str:
    """Return the region that a town's full name has ("Bayamo, Granma, Cuba"), else the one that the list names."""
    within = town.removesuffix(f", {country_name(country, ENGLISH)}")
    named = region_name(country, region, ENGLISH)
    return fold(within.rpartition(", ")[2] if ", " in within and within != town else named)


def sourced(actions: pd.DataFrame) -> "pd.Series[bool]":
    """Tell which actions have the address of a source."""
    return (actions["source_url"] != "") | (actions["other_sources"].str.len() > 0)


@dataclass(frozen=True)
class Facets:
    """For each option, how many actions it would show under the *other* filters; 0 is information.

    `options` holds, by the name of a filter that goes by a column, its options' counts; `tied`, by the tie, those of
    each organization's id, its chapters counted with it.
    """

    options: dict[str, dict[str, int]]
    tied: dict[Link, dict[str, int]]
    not_stated: int


@dataclass(frozen=True)
class _Links:
    """Ties between actions and organizations: two arrays of equal length with the positions of both."""

    action: npt.NDArray[np.int64]
    organization: npt.NDArray[np.int64]

    def mask(self, organizations: Iterable[int], size: int) -> Mask:
        mask = np.zeros(size, dtype=bool)
        mask[self.action[np.isin(self.organization, list(organizations))]] = True
        return mask

    def counts(self, actions: Mask, size: int) -> npt.NDArray[np.int64]:
        return np.bincount(self.organization[actions[self.action]], minlength=size)


def known_by(frame: pd.DataFrame) -> "pd.Series[str]":
    """Return the full name of each row's place, of a venue with its town's: two towns may have one of that name."""
    matched, town = frame["matched_place"], frame["locality"] + "\n" + frame["region"] + "\n" + frame["country"]
    return matched.where(frame["precision"] != Precision.VENUE, matched + "\n" + town)


@dataclass(frozen=True)
class ActionTable:
    """All actions of a campaign with their pins, prepared once so that every selection is quick.

    Parameters
    ----------
    frame
        One row per action, as `pinning.pin_actions` gives it.
    organizations
        Organization id → organization.
    other_names
        What `known_by` says of a row → the other names of its town and region, as `Gazetteer.other_names` gives them.
    """

    frame: pd.DataFrame
    organizations: Mapping[str, Organization]
    other_names: Mapping[str, str] = field(repr=False, default_factory=dict)
    _texts: "pd.Series[str]" = field(init=False, repr=False)
    """For every row of `frame` what the list says of place and organizers, folded, between spaces."""
    _made: OrderedDict[Hashable, Any] = field(init=False, repr=False, compare=False, default_factory=OrderedDict)
    """What has been asked of the table lately, the latest last."""
    _ties: dict[Link, _Links] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_ties", {link: self._links(column) for link, column in TIES.items()})
        object.__setattr__(self, "_texts", self._own_texts())

    def __len__(self) -> int:
        return len(self.frame)

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries and territories that have an action, by name."""
        return self.once("countries", lambda: tuple(sorted(countries_in(self.frame), key=by_name)))

    def memory(self) -> int:
        """Return how many bytes the actions and their names take, about."""
        names = sum(map(len, self.other_names.values()))
        return int(self.frame.memory_usage(deep=True).sum() + self._texts.memory_usage(deep=True)) + names

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what a key stands for, made only if it was not asked for lately: all who read a language share it.

        It goes with the table, so that nobody else ever sees what is made of a visitor's own list.
        """
        key = (spoken().code, key)
        kept = self._made.get(key, _NOTHING)
        made: Made = make() if kept is _NOTHING else kept
        self._made[key] = made
        with suppress(KeyError):  # another visitor may have pushed it out meanwhile
            self._made.move_to_end(key)
        while len(self._made) > (_MOST_MADE if len(self) <= _SMALL else _FEW_MADE):
            self._made.popitem(last=False)
        return made

    def mask(self, selection: Selection) -> Mask:
        """Return which rows of `frame` a selection keeps: booleans of shape (actions,)."""
        return self._all(self._masks(selection))

    def select(self, selection: Selection) -> pd.DataFrame:
        """Return the rows of `frame` that a selection keeps."""
        return self.once(("rows", selection), lambda: self.frame[self.mask(selection)])

    def action(self, id_: str) -> dict[str, Any] | None:
        """Return an action, column → value; None where there is none of this id."""
        row = self._rows.get(id_)
        return None if row is None else self.once(("action", id_), lambda: records(self.frame.iloc[[row]])[0])

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {id_: row for row, id_ in enumerate(self.frame["id"])}

    def facets(self, selection: Selection) -> Facets:
        """Count every option of every filter under the other filters of a selection."""
        return self.once(("facets", selection), lambda: self._facets(selection))

    def _facets(self, selection: Selection) -> Facets:
        masks = self._masks(selection)

        def others(kept: Filter) -> Mask:
            return self._all({name: mask for name, mask in masks.items() if name != kept.name})

        (members,) = (one for one in filters.FILTERS if one.kind is Kind.ORGANIZATIONS)
        for_members = others(members)
        ids = list(self.organizations)
        return Facets(
            options={one.name: self._count(one, others(one)) for one in filters.FILTERS if one.column},
            tied={
                link: dict(zip(ids, links.counts(for_members, len(ids)).tolist(), strict=True))
                for link, links in self._ties.items()
            },
            not_stated=int((for_members & self._not_stated).sum()),
        )

    def options(self) -> dict[str, tuple[str, ...]]:
        """Return name of a filter → what can be chosen of it here."""
        return self.once("options", lambda: {one.name: self._options(one) for one in filters.FILTERS})

    def values(self, column: str) -> "pd.Series[str]":
        """Return a column as the texts that a filter goes by: of ``days`` the first, or an interval in ISO 8601."""
        if column == "days":
            return self.once(column, self._days)
        values = self.frame[column]
        return values if values.dtype == "str" else values.astype("str")

    def _days(self) -> "pd.Series[str]":
        both = zip(self.frame["date"], self.frame["end_date"], strict=True)
        return pd.Series([f"{first}/{last}" if last else str(first) for first, last in both], self.frame.index, "str")

    def organizations_by_role(self) -> dict[str, list[Organization]]:
        """Return role → its organizations: members in the call's order, the others by name."""
        return self.once("organizations by role", lambda: {role: self._in(role) for role in ROLES})

    def _in(self, role: str) -> list[Organization]:
        those = [one for one in self.organizations.values() if one.role == role]
        return those if role == "coalition" else sorted(those, key=lambda one: sort_key(one.name))

    def tied(self, link: Link) -> list[list[str]]:
        """Return for every row of `frame` the ids of the organizations so tied to it, chapters and their parents."""
        links = self._ties[link]
        ids = list(self.organizations)
        tied: list[list[str]] = [[] for _ in range(len(self))]
        for row, organization in zip(links.action.tolist(), links.organization.tolist(), strict=True):
            tied[row].append(ids[organization])
        return tied

    def _options(self, one: Filter) -> tuple[str, ...]:
        if one.kind is Kind.ORGANIZATIONS:
            return (*one.options, *self.organizations)
        if one.options or not one.column:
            unstated = not one.column or self.values(one.column).eq(NOT_STATED).any()
            return tuple(option for option in one.options if option != NOT_STATED or unstated)
        values = filter(None, self.values(one.column).unique())
        if one.kind is Kind.DAYS:
            return tuple(sorted({days[_ENDS[0]] for days in values}))
        return tuple(sorted(values, key=lambda value: sort_key(one.called(value))))

    def _masks(self, selection: Selection) -> dict[str, Mask]:
        chosen = (one for one in filters.FILTERS if selection[one.name] and one.kind is not Kind.TIE)
        return {one.name: self._mask(one, selection) for one in chosen}

    def _mask(self, one: Filter, selection: Selection) -> Mask:
        values = selection[one.name]
        match one.kind:
            case Kind.WORDS:
                return self._words_mask(" ".join(values))
            case Kind.ORGANIZATIONS:
                return self._member_mask(values, selection.links)
            case Kind.DAYS:
                return reduce(np.logical_or, map(self._on, values))
        return self.values(one.column).isin(values).to_numpy(bool)

    def _on(self, day: str) -> Mask:
        """Return which actions are on a day: ISO dates sort as texts."""
        first, last = self.once("ends", lambda: [self.values("days").str[part].to_numpy() for part in _ENDS])
        return np.asarray((first <= day) & (day <= last))

    def _member_mask(self, members: tuple[str, ...], links: Iterable[Link]) -> Mask:
        position = {id_: i for i, id_ in enumerate(self.organizations)}
        wanted = [position[id_] for id_ in members if id_ in position]
        masks = [self._ties[link].mask(wanted, len(self)) for link in links]
        return reduce(np.logical_or, [*masks, self._not_stated] if NOT_STATED in members else masks)

    @property
    def _not_stated(self) -> Mask:
        mask = np.ones(len(self), dtype=bool)
        mask[self._ties["organized"].action] = False
        return mask

    def _all(self, masks: Mapping[str, Mask]) -> Mask:
        return reduce(np.logical_and, masks.values(), np.ones(len(self), dtype=bool))

    def _count(self, one: Filter, mask: Mask) -> dict[str, int]:
        options = self.options()[one.name]
        if one.kind is Kind.DAYS:
            return {day: int((self._on(day) & mask).sum()) for day in options}
        counted = self.values(one.column)[mask].value_counts()
        return {option: int(counted.get(option, 0)) for option in options}

    def _links(self, column: str) -> _Links:
        """Tie every action to the organizations in a column and to those whose chapters they are, each once."""
        position = {id_: i for i, id_ in enumerate(self.organizations)}
        with_parents = {id_: [position[one] for one in lineage(id_, self.organizations)] for id_ in self.organizations}
        pairs = {
            (row, organization)
            for row, ids in enumerate(self.frame[column])
            for id_ in ids
            for organization in with_parents.get(id_, ())
        }
        action, organization = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2).T
        return _Links(action, organization)

    @property
    def searchable(self) -> "pd.Series[str]":
        """For every row of `frame` the one text in which all words of a search are sought, beside its title."""
        codes = self.frame["country"]
        known = [self.other_names.get(place, "").partition("||")[0].replace("|", " ") for place in self._known_by]
        names = pd.Series(known, self.frame.index, "str")
        return self._texts + names + " " + codes.map({one: " ".join(country_names(one)) for one in set(codes)})

    @property
    def _known_by(self) -> "pd.Series[str]":
        return self.once("known by", lambda: known_by(self.frame))

    def _known_as(self, part: str) -> Mask:
        """Return the rows of whose town or region the other names have this part."""
        places = [place for place, names in self.other_names.items() if part in names]
        return self._known_by.isin(places).to_numpy(bool) if places else np.zeros(len(self), dtype=bool)

    def _words_mask(self, text: str) -> Mask:
        """Return which rows a search means: those that each of its words, or run of words that is a name, means."""
        words = [word for word in _BETWEEN_NAMES.sub(" ", text).split() if fold(word)]
        masks, start = [], 0
        while start < len(words):
            for stop in range(min(len(words), start + _LONGEST_NAME), start, -1):
                run = " ".join(words[start:stop])
                mask = self._named(run, alone=stop - start == len(words))
                if mask.any() or stop == start + 1:
                    break
            masks.append(mask if mask.any() else self._saying(run))
            start = stop
        return reduce(np.logical_and, masks, np.ones(len(self), dtype=bool))

    def _named(self, run: str, *, alone: bool) -> Mask:
        """Return the rows whose country, region or town has this very name or code, and those that say it in words.

        A code of two letters that is all that is sought is a code; among other words it may be one of them.
        """
        folded, code = fold(run), country_code(run, with_parts=False)
        mask = self._known_as(f"|{place_key(run)}|").copy()
        if code and (folded in country_names(code) or not mask.any()):  # Scotland is a part of a country, and a region
            mask |= (self.frame["country"] == code).to_numpy(bool)
        is_code = alone and _CODE.fullmatch(folded)
        return mask | self._says(f" {folded} ") if mask.any() and not is_code else mask

    def _saying(self, word: str) -> Mask:
        """Return the rows that say a word, or a part of it, or whose town has a name that begins like it."""
        folded, key = fold(word), place_key(word)
        mask = self._says(f" {folded} " if _CODE.fullmatch(folded) else folded)
        return mask | self._known_as(f"|{key}") if len(key) >= _SHORTEST_BEGINNING else mask

    def _says(self, part: str) -> Mask:
        return self._texts.str.contains(part, regex=False).to_numpy(bool)

    def like(self, text: str) -> list[str]:
        """Return the towns and organizations of the list whose names are almost a text, the nearest first."""
        names = {*self.frame["locality"].unique(), *(one.name for one in self.organizations.values())} - {""}
        folded = {fold(name): name for name in sorted(names)}
        found = process.extract(fold(text), list(folded), scorer=OSA.normalized_similarity, score_cutoff=_LIKE, limit=3)
        return [folded[name] for name, _, _ in found]

    def _own_texts(self) -> "pd.Series[str]":
        called = {id_: fold(f"{one.name} {id_} {one.initials}") for id_, one in self.organizations.items()}
        named = {id_: " ".join(called[one] for one in lineage(id_, self.organizations)) for id_ in called}
        matched = self.frame["matched_place"] if "matched_place" in self.frame else [""] * len(self)
        areas = list(zip(*(self.frame[c] for c in ("locality", "region", "country")), matched, strict=True))
        said = {area: _area_text(*area) for area in set(areas)}
        texts = [
            f" {fold(venue)} {said[area]} {' '.join(named.get(id_) or fold(id_) for id_ in organizers)} "
            for venue, area, organizers in zip(self.frame["venue"], areas, self.frame["organizers"], strict=True)
        ]
        return pd.Series(texts, index=self.frame.index, dtype="str")


def _area_text(locality: str, region: str, country: str, matched: str) -> str:
    names = region_name(country, region, ENGLISH), country_name(country, ENGLISH)
    return fold(" ".join((locality, region, *names, matched)))
