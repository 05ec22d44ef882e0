"""What is chosen: the selection and its form in the URL."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from actionmap.campaign.actions import BASIS_NAMES, STATUS_NAMES, Basis, Status
from actionmap.campaign.organizations import Organization
from actionmap.text import count
from actionmap.world.countries import country_name

Link = Literal["organized", "called"]
"""How an organization is tied to an action: a source names it as an organizer of it, or as a caller of the day."""

NOT_STATED = "not-stated"
"""The choice, among organizations, of actions for which no source names an organizer."""

STATUSES: tuple[str, ...] = get_args(Status)
BASES: tuple[str, ...] = get_args(Basis)
LINKS: tuple[Link, ...] = get_args(Link)

PARAMETERS = ("country", "member", "link", "status", "basis", "q")
"""The query parameters that are a selection's."""

Query = Mapping[str, Sequence[str]]


class Unknown(NamedTuple):
    """Something that a URL asks for and that means nothing here: the parameter and its value."""

    parameter: str
    value: str


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


def shown(chosen: int, listed: int, selection: Selection, organizations: Mapping[str, Organization]) -> str:
    """Say how many actions a selection keeps of those listed, and what it asks for: "12 of 110 actions: Austria"."""
    return ": ".join(filter(None, (f"{chosen:,} of {count(listed, 'action')}", _asked(selection, organizations))))


def _asked(selection: Selection, organizations: Mapping[str, Organization]) -> str:
    names = [organizations[id_].name for id_ in selection.members if id_ in organizations]
    if NOT_STATED in selection.members:
        names.append("organizer not stated")
    asked = [", ".join(country_name(code) for code in selection.countries)]
    asked.append(", ".join(names) + (f" ({selection.link})" if names and selection.link else ""))
    asked += [", ".join(STATUS_NAMES[status] for status in selection.statuses).lower()]
    asked += [", ".join(BASIS_NAMES[basis] for basis in selection.bases).lower()]
    asked += [f"“{selection.text}”" if selection.text else ""]
    return "; ".join(filter(None, asked))
