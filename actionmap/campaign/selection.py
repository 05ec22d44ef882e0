"""What is chosen: the selection and its form in the URL."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from actionmap.campaign import filters
from actionmap.campaign.filters import LINKS, NOT_STATED, Filter, Kind, Link
from actionmap.campaign.organizations import Organization
from actionmap.text import count

Query = Mapping[str, Sequence[str]]

_LONGEST = 200
"""Letters of a search."""


class Unknown(NamedTuple):
    """A parameter and value in a URL that mean nothing here."""

    parameter: str
    value: str


@dataclass(frozen=True, init=False)
class Selection:
    """What a visitor has chosen; an empty choice leaves everything in.

    Choices of one filter widen the selection (this country *or* that one), choices of different filters narrow it.

    Parameters
    ----------
    **chosen
        Name of a filter of `filters.FILTERS` → what is chosen of it.
    """

    chosen: Mapping[str, tuple[str, ...]]

    def __init__(self, **chosen: tuple[str, ...]) -> None:
        object.__setattr__(self, "chosen", {name: values for name, values in sorted(chosen.items()) if values})

    def __getitem__(self, name: str) -> tuple[str, ...]:
        """Return what is chosen of a filter."""
        return self.chosen.get(name, ())

    @property
    def link(self) -> Link | None:
        """Which tie to the chosen organizations counts; None is either."""
        return next((link for link in LINKS if link in self["link"]), None)

    def but(self, **chosen: tuple[str, ...]) -> "Selection":
        """Return the selection with other choices of these filters."""
        return Selection(**{**self.chosen, **chosen})

    def to_query(self) -> dict[str, list[str]]:
        """Return the selection as the URL's query parameters; what is not chosen has no parameter."""
        return {one.name: list(self[one.name]) for one in filters.FILTERS if self[one.name]}

    @classmethod
    def from_query(
        cls, query: Query, options: Mapping[str, Container[str]]
    ) -> "tuple[Selection, list[tuple[str, str]]]":
        """Read a selection from the URL's query parameters.

        Parameters
        ----------
        query
            Parameter name → its values, in the URL's order. Parameters that are not a selection's are left alone.
        options
            Name of a filter → the values that mean something here, beside the filter's own options. Of a filter that
            has neither, every value does.

        Returns
        -------
        Selection
            What could be read; repeated values count once.
        list of (str, str)
            The parameters and values that mean nothing here.
        """
        chosen: dict[str, tuple[str, ...]] = {}
        unknown: list[tuple[str, str]] = []
        for one in filters.FILTERS:
            values = tuple(dict.fromkeys(query.get(one.name, ())))
            if one.kind is Kind.WORDS:
                text = " ".join(query.get(one.name, ())).strip()[:_LONGEST].strip()
                chosen[one.name] = (text,) if text else ()
                continue
            known = options.get(one.name, () if one.options else values)
            unknown += [(one.name, value) for value in values if value not in one.options and value not in known]
            kept = tuple(value for value in values if value in one.options or value in known)
            chosen[one.name] = () if one.kind is Kind.TIE and len(kept) > 1 else kept
        return cls(**chosen), unknown


def shown(chosen: int, listed: int, selection: Selection, organizations: Mapping[str, Organization]) -> str:
    """Say how many actions a selection keeps of those listed, and what it asks for: "12 of 110 actions: Austria"."""
    asked = "; ".join(filter(None, (_asked(one, selection, organizations) for one in filters.FILTERS)))
    return ": ".join(filter(None, (f"{chosen:,} of {count(listed, 'action')}", asked)))


def _asked(one: Filter, selection: Selection, organizations: Mapping[str, Organization]) -> str:
    values = selection[one.name]
    match one.kind:
        case Kind.TIE:
            return ""
        case Kind.WORDS:
            return "".join(f"“{text}”" for text in values)
        case Kind.ORGANIZATIONS:
            names = ", ".join(_names(values, organizations))
            return f"{names} ({selection.link})" if names and selection.link else names
        case Kind.FEW:
            return ", ".join(map(one.called, values)).lower()
    return ", ".join(map(one.called, values))


def _names(ids: Sequence[str], organizations: Mapping[str, Organization]) -> Iterator[str]:
    yield from (organizations[id_].name for id_ in ids if id_ in organizations)
    if NOT_STATED in ids:
        yield "organizer not stated"
