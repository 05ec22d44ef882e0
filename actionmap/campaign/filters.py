"""The table of filters: each entry is one on every page, in the URL, on the command line and on the published site."""

import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from actionmap.campaign.actions import BASIS_NAMES, STATUS_NAMES, TIE_NAMES
from actionmap.campaign.organizations import TIES, Link
from actionmap.languages import day_said, said_of_several
from actionmap.lists.dates import read_days
from actionmap.lists.problems import ProblemKind
from actionmap.text import fold
from actionmap.world.countries import country_code, country_name

LINKS: tuple[Link, ...] = tuple(TIES)

NOT_STATED = "not-stated"
"""The choice, among organizations, of actions for which no source names an organizer."""


_BEHIND_A_LINK = ' .,;)>]"”'
"""What may stand behind a link and be taken for its end."""

FORMER_NAMES = {"countries": "country", "members": "member", "search": "q"}
"""Parameters of older links → what they are called now."""

TRACKERS = "(utm|mc|hs|ga|gad|pk|mtm)_.*|_.*|[a-z]*cl(ick_?)?id|igsh(id)?|ref|ref_src|si|embed.*"
"""Parameters, as a regular expression, that other sites hang on to a link: nobody meant them as filters."""


class Kind(StrEnum):
    """What a filter goes by, and so how it is drawn; pages and the site draw the kinds in this order."""

    WORDS = "words"
    """Words that an action's venue, organizers, town, region or country has, in any language."""
    MANY = "many"
    """The values of a column, in a list to choose from."""
    DAYS = "days"
    """The days on which actions begin; an action of several days is on each of them. One day alone is no choice."""
    FEW = "few"
    """The values of a column, side by side."""
    TIE = "tie"
    """Which ties to the chosen organizations count; none chosen is any."""
    ORGANIZATIONS = "organizations"
    """Organizations, each with its chapters."""


@dataclass(frozen=True)
class Filter:
    """One filter.

    Parameters
    ----------
    name
        Its parameter in the URL, and its option on the command line.
    label, help, example
        What stands above it, what its question mark says, and what stands in it while it is empty: messages.
    kind
        What it goes by.
    metavar, asks
        What its option on the command line takes, and asks for: a message.
    column
        The column of `ActionTable.frame` whose values it goes by.
    options
        All that can be chosen, in order; where none are given, what occurs in the column.
    called
        What an option is called, in the language spoken.
    known_as
        The option that a text means which is neither one nor what one is called.
    """

    name: str
    label: str
    kind: Kind
    metavar: str
    asks: str
    column: str = ""
    options: tuple[str, ...] = ()
    called: Callable[[str], str] = str
    known_as: Callable[[str], str | None] = lambda text: None
    help: str = ""
    example: str = ""

    def meant(self, text: str, options: Collection[str]) -> str | None:
        """Return the one of these options that a text surely means; None where none is."""
        if text in options:
            return text
        key, known = fold(text), self.known_as(text.strip(_BEHIND_A_LINK))
        called = {option: (fold(option), fold(self.called(option))) for option in options}
        same = [option for option, names in called.items() if option == known or (key and key in names)]
        return same[0] if len(same) == 1 else None


_WORDS = tomllib.loads(Path(__file__).with_name("filters.toml").read_text("utf-8"))


def _filter(name: str, kind: Kind, **how: Any) -> Filter:  # noqa: ANN401 (of `Filter`)
    return Filter(name=name, kind=kind, **_WORDS[name], **how)


def _called(names: Mapping[str, str]) -> Callable[[str], str]:
    return lambda option: said_of_several(names[option])


def day_meant(text: str) -> str | None:
    """Return the day that a text means, in ISO 8601; None where it means none, or one of two."""
    found = read_days(text)
    return None if isinstance(found, ProblemKind) or len(found) > 1 else found[0].first.isoformat()


def _called_day(day: str) -> str:
    return day_said(date.fromisoformat(day))


FILTERS: tuple[Filter, ...] = (
    _filter("country", Kind.MANY, column="country", called=country_name, known_as=country_code),
    _filter("member", Kind.ORGANIZATIONS, options=(NOT_STATED,)),
    _filter("link", Kind.TIE, options=LINKS, called=_called(TIE_NAMES)),
    _filter("status", Kind.FEW, column="status", options=tuple(STATUS_NAMES), called=_called(STATUS_NAMES)),
    _filter("basis", Kind.FEW, column="basis", options=tuple(BASIS_NAMES), called=_called(BASIS_NAMES)),
    _filter("date", Kind.DAYS, column="days", called=_called_day, known_as=day_meant),
    _filter("q", Kind.WORDS),
)
"""All filters, in the order of the URL."""


def by_kind() -> list[Filter]:
    """Return the filters in the order in which they are drawn."""
    return sorted(FILTERS, key=lambda one: list(Kind).index(one.kind))
