"""What is chosen: the selection and its form in the URL."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from actionmap.campaign import filters
from actionmap.campaign.actions import TIE_NAMES
from actionmap.campaign.filters import FORMER_NAMES, LINKS, NOT_STATED, TRACKERS, Filter, Kind
from actionmap.campaign.organizations import Link, Organization
from actionmap.languages import joined, said_of_several, say, say_many, strung
from actionmap.lists.cells import closest
from actionmap.text import fold

Query = Mapping[str, Sequence[str]]

_LONGEST = 200
"""Letters of a search."""
_BEFORE_A_NAME = re.compile(r"^(?:amp;|[?&])+", re.IGNORECASE)


class Unknown(NamedTuple):
    """A parameter and value in a URL that mean nothing here.

    Parameters
    ----------
    parameter, value
        What the URL has.
    is_name
        Whether the parameter is one, and only its value means nothing.
    candidate
        The parameter, or the value, that may be meant; empty where none is near.
    """

    parameter: str
    value: str
    is_name: bool = True
    candidate: str = ""


def understood(query: Query, names: Collection[str]) -> tuple[dict[str, list[str]], list[Unknown]]:
    """Return a query under the names that it means, and what has none; what other sites hang on to links goes.

    Links change on their way: mailers write `&amp;` for `&` or encode it, people write capitals or an older name.
    """
    joined = re.compile(rf"&(?:amp;)*(?=(?:{'|'.join(names)})=)", re.IGNORECASE)
    pairs: list[Sequence[str]] = []
    for name, values in query.items():
        for value in values:
            first, *more = joined.split(value)
            pairs += [(name, first), *(one.split("=", 1) for one in more)]
    found: dict[str, list[str]] = {}
    unknown = []
    for written, value in pairs:
        plain = _BEFORE_A_NAME.sub("", written).strip().casefold()
        name = FORMER_NAMES.get(plain, plain)
        if name in names:
            found.setdefault(name, []).append(value)
        elif not re.fullmatch(TRACKERS, name):
            near = closest(name, {one: one for one in names})
            unknown.append(Unknown(written, value, is_name=False, candidate=near or ""))
    return found, unknown


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

    def __hash__(self) -> int:
        return hash(tuple(self.chosen.items()))

    def __getitem__(self, name: str) -> tuple[str, ...]:
        """Return what is chosen of a filter."""
        return self.chosen.get(name, ())

    @property
    def links(self) -> tuple[Link, ...]:
        """Which ties to the chosen organizations count: all where none is chosen."""
        return tuple(link for link in LINKS if link in self["link"]) or LINKS

    def but(self, **chosen: tuple[str, ...]) -> "Selection":
        """Return the selection with other choices of these filters."""
        return Selection(**{**self.chosen, **chosen})

    def to_query(self) -> dict[str, list[str]]:
        """Return the selection as the URL's query parameters; what is not chosen has no parameter."""
        return {one.name: list(self[one.name]) for one in filters.FILTERS if self[one.name]}

    @classmethod
    def from_query(cls, query: Query, options: Mapping[str, Collection[str]]) -> "tuple[Selection, list[Unknown]]":
        """Read a selection from the URL's query parameters, as they are `understood`.

        Parameters
        ----------
        query
            Parameter name → its values, in the URL's order: those of a selection alone.
        options
            Name of a filter → the values that mean something here, beside the filter's own options. Of a filter that
            has neither, every value does.

        Returns
        -------
        Selection
            What could be read; repeated values count once.
        list of Unknown
            The parameters and values that mean nothing here.
        """
        chosen: dict[str, tuple[str, ...]] = {}
        meant, unknown = understood(query, [one.name for one in filters.FILTERS])
        for one in filters.FILTERS:
            values = meant.get(one.name, [])
            if one.kind is Kind.WORDS:
                text = " ".join(values).strip()[:_LONGEST].strip()
                chosen[one.name] = (text,) if text else ()
                continue
            known = (*one.options, *options.get(one.name, () if one.options else values))
            read = {value: one.meant(value, known) for value in values}
            kept = tuple(dict.fromkeys(option for option in read.values() if option is not None))
            if missed := [value for value, option in read.items() if option is None]:
                near = {fold(name): option for option in known for name in (one.called(option), option)}
                unknown += [Unknown(one.name, value, candidate=closest(value, near) or "") for value in missed]
            chosen[one.name] = kept
        return cls(**chosen), unknown


def shown(chosen: int, listed: int, selection: Selection, organizations: Mapping[str, Organization]) -> str:
    """Say how many actions a selection keeps of those listed, and what it asks for: "12 of 110 actions: Austria"."""
    number = say_many("{chosen} of {number} action", "{chosen} of {number} actions", listed, chosen=chosen)
    filters_ = asked(selection, organizations)
    return say("{number}: {filters}", number=number, filters=filters_) if filters_ else number


def asked(selection: Selection, organizations: Mapping[str, Organization]) -> str:
    """Say what a selection asks for: "Austria; reported"; empty where it asks for nothing."""
    # Translators: between parts of a line that may have commas of their own, with its space
    return say("; ").join(filter(None, (_asked(one, selection, organizations) for one in filters.FILTERS)))


def _asked(one: Filter, selection: Selection, organizations: Mapping[str, Organization]) -> str:
    values = selection[one.name]
    match one.kind:
        case Kind.TIE:
            return ""
        case Kind.WORDS:
            return "".join(say("“{text}”", text=text) for text in values)
        case Kind.ORGANIZATIONS:
            names = strung(_names(values, organizations))
            ties = joined([said_of_several(TIE_NAMES[link]).lower() for link in selection.links], "or")
            return say("{name} ({local})", name=names, local=ties) if names and selection["link"] else names
        case Kind.FEW:
            return strung(map(one.called, values)).lower()
    return strung(map(one.called, values))


def _names(ids: Sequence[str], organizations: Mapping[str, Organization]) -> Iterator[str]:
    yield from (organizations[id_].name for id_ in ids if id_ in organizations)
    if NOT_STATED in ids:
        yield say("organizer not stated")
