"""What is chosen: the selection, its form in the URL, and its application to the table of actions with facet counts."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, Literal, get_args

import numpy as np
import numpy.typing as npt
import pandas as pd

from actionmap.actions import Basis, Status
from actionmap.countries import country_name, fold
from actionmap.organizations import ROLES, Organization

Link = Literal["organized", "called"]
"""How an organization is tied to an action: a source names it as an organizer of it, or as a caller of the day."""

NOT_STATED = "not-stated"
"""The choice, among organizations, of actions for which no source names an organizer."""

STATUSES: tuple[str, ...] = get_args(Status)
BASES: tuple[str, ...] = get_args(Basis)
LINKS: tuple[str, ...] = get_args(Link)

PARAMETERS = ("country", "member", "link", "status", "basis", "q")
"""The query parameters that are a selection's."""

Mask = npt.NDArray[np.bool_]
Query = Mapping[str, Sequence[str]]


def records(actions: pd.DataFrame) -> list[dict[str, Any]]:
    """Return rows of a frame as dictionaries, column → value."""
    return [{str(column): value for column, value in row.items()} for row in actions.to_dict("records")]


@dataclass(frozen=True)
class Selection:
    """What a visitor has chosen; an empty choice leaves everything in.

    Choices of one kind widen the selection (this country *or* that one), choices of different kinds narrow it.

    Parameters
    ----------
    countries
        ISO 3166-1 alpha-2 codes.
    members
        Organization ids, or `NOT_STATED`; an organization's chapters count with it.
    link
        Which tie to `members` counts; None is either.
    statuses, bases
        Values of `Action.status` and `Action.basis`.
    text
        Words that must all occur in an action's venue, locality, region or organizers; case and accents do not matter.
    """

    countries: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    link: Link | None = None
    statuses: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    text: str = ""

    def to_query(self) -> dict[str, list[str]]:
        """Return the selection as the URL's query parameters; what is not chosen has no parameter."""
        query: dict[str, list[str]] = {
            "country": list(self.countries),
            "member": list(self.members),
            "link": [self.link] if self.link else [],
            "status": list(self.statuses),
            "basis": list(self.bases),
            "q": [self.text] if self.text else [],
        }
        return {name: values for name, values in query.items() if values}

    @classmethod
    def from_query(
        cls, query: Query, *, countries: Container[str], organizations: Container[str]
    ) -> "tuple[Selection, list[tuple[str, str]]]":
        """Read a selection from the URL's query parameters.

        Parameters
        ----------
        query
            Parameter name → its values, in the URL's order. Parameters that are not a selection's are left alone.
        countries, organizations
            The country codes and organization ids that mean something here.

        Returns
        -------
        Selection
            What could be read; repeated values count once.
        list of (str, str)
            The parameters and values that mean nothing here.
        """
        unknown: list[tuple[str, str]] = []

        def known(name: str, allowed: Container[str]) -> tuple[str, ...]:
            values = tuple(dict.fromkeys(query.get(name, ())))
            unknown.extend((name, value) for value in values if value not in allowed)
            return tuple(value for value in values if value in allowed)

        links = known("link", LINKS)
        members = [id_ for id_ in query.get("member", ()) if id_ in organizations or id_ == NOT_STATED]
        text = " ".join(query.get("q", ())).strip()
        selection = cls(
            countries=known("country", countries),
            members=known("member", members),
            link=links[0] if len(links) == 1 else None,  # type: ignore[arg-type]  # known() lets only a Link through
            statuses=known("status", STATUSES),
            bases=known("basis", BASES),
            text=text[:200],
        )
        return selection, unknown


@dataclass(frozen=True)
class Facets:
    """For each option, how many actions it would show under the *other* filters; 0 is information.

    `organized` and `called` are keyed by organization id and count each organization's chapters with it.
    """

    countries: dict[str, int]
    organized: dict[str, int]
    called: dict[str, int]
    not_stated: int
    statuses: dict[str, int]
    bases: dict[str, int]


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


@dataclass(frozen=True)
class ActionTable:
    """All actions of a campaign with their pins, prepared once so that every selection is quick.

    Parameters
    ----------
    frame
        One row per action, as `geocoding.pin_actions` gives it.
    organizations
        Organization id → organization.
    """

    frame: pd.DataFrame
    organizations: Mapping[str, Organization]
    countries: tuple[str, ...] = field(init=False)
    """The countries and territories that have an action, by name in English."""
    _organized: _Links = field(init=False, repr=False)
    _called: _Links = field(init=False, repr=False)
    _haystack: "pd.Series[str]" = field(init=False, repr=False)

    def __post_init__(self) -> None:
        countries = sorted(self.frame["country"].unique(), key=country_name)
        object.__setattr__(self, "countries", tuple(countries))
        object.__setattr__(self, "_organized", self._links("organizers"))
        object.__setattr__(self, "_called", self._links("callers"))
        object.__setattr__(self, "_haystack", self._searchable())

    def __len__(self) -> int:
        return len(self.frame)

    def mask(self, selection: Selection) -> Mask:
        """Return which rows of `frame` a selection keeps: booleans of shape (actions,)."""
        return self._all(self._masks(selection))

    def select(self, selection: Selection) -> pd.DataFrame:
        """Return the rows of `frame` that a selection keeps."""
        return self.frame[self.mask(selection)]

    def facets(self, selection: Selection) -> Facets:
        """Count every option of every filter under the other filters of a selection."""
        masks = self._masks(selection)

        def others(name: str) -> Mask:
            return self._all({kind: mask for kind, mask in masks.items() if kind != name})

        for_members = others("members")
        ids = list(self.organizations)
        return Facets(
            countries=self._count("country", others("countries"), self.countries),
            organized=dict(zip(ids, self._organized.counts(for_members, len(ids)).tolist(), strict=True)),
            called=dict(zip(ids, self._called.counts(for_members, len(ids)).tolist(), strict=True)),
            not_stated=int((for_members & self._not_stated).sum()),
            statuses=self._count("status", others("statuses"), STATUSES),
            bases=self._count("basis", others("bases"), BASES),
        )

    def organizations_by_role(self) -> dict[str, list[Organization]]:
        """Return role → its organizations: members in the call's order, the others by name."""
        by_role = {role: [o for o in self.organizations.values() if o.role == role] for role in ROLES}
        return {
            role: listed if role == "coalition" else sorted(listed, key=lambda o: fold(o.name))
            for role, listed in by_role.items()
        }

    def _masks(self, selection: Selection) -> dict[str, Mask]:
        masks: dict[str, Mask] = {}
        if selection.countries:
            masks["countries"] = self.frame["country"].isin(selection.countries).to_numpy()
        if selection.members:
            masks["members"] = self._member_mask(selection)
        if selection.statuses:
            masks["statuses"] = self.frame["status"].isin(selection.statuses).to_numpy()
        if selection.bases:
            masks["bases"] = self.frame["basis"].isin(selection.bases).to_numpy()
        words = fold(selection.text).split()
        if words:
            masks["text"] = self._all({w: self._haystack.str.contains(w, regex=False).to_numpy(bool) for w in words})
        return masks

    def _member_mask(self, selection: Selection) -> Mask:
        position = {id_: i for i, id_ in enumerate(self.organizations)}
        wanted = [position[id_] for id_ in selection.members if id_ in position]
        mask = np.zeros(len(self), dtype=bool)
        if selection.link != "called":
            mask |= self._organized.mask(wanted, len(self))
        if selection.link != "organized":
            mask |= self._called.mask(wanted, len(self))
        if NOT_STATED in selection.members:
            mask |= self._not_stated
        return mask

    @property
    def _not_stated(self) -> Mask:
        mask = np.ones(len(self), dtype=bool)
        mask[self._organized.action] = False
        return mask

    def _all(self, masks: Mapping[str, Mask]) -> Mask:
        return reduce(np.logical_and, masks.values(), np.ones(len(self), dtype=bool))

    def _count(self, column: str, mask: Mask, options: Iterable[str]) -> dict[str, int]:
        counted = self.frame.loc[mask, column].value_counts()
        return {option: int(counted.get(option, 0)) for option in options}

    def _links(self, column: str) -> _Links:
        """Tie every action to the organizations in a column and to those whose chapters they are, each once."""
        position = {id_: i for i, id_ in enumerate(self.organizations)}
        with_parents = {id_: [position[one] for one in self._lineage(id_)] for id_ in self.organizations}
        pairs = {
            (row, organization)
            for row, ids in enumerate(self.frame[column])
            for id_ in ids
            for organization in with_parents.get(id_, ())
        }
        action, organization = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2).T
        return _Links(action, organization)

    def _lineage(self, id_: str) -> list[str]:
        """Return an organization and those above it; a circle of parents ends where it closes."""
        lineage: list[str] = []
        above = id_
        while above in self.organizations and above not in lineage:
            lineage.append(above)
            above = self.organizations[above].parent
        return lineage

    def _searchable(self) -> "pd.Series[str]":
        names = {id_: organization.name for id_, organization in self.organizations.items()}
        columns = zip(*(self.frame[c] for c in ("venue", "locality", "region", "organizers")), strict=True)
        texts = (
            fold(f"{venue} {locality} {region} {' '.join(names.get(id_, id_) for id_ in organizers)}")
            for venue, locality, region, organizers in columns
        )
        return pd.Series(list(texts), index=self.frame.index, dtype="str")
