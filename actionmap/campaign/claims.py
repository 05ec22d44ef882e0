"""Claims: what has been said about the day's reach, to be set beside what is itemised."""

import re
from collections.abc import Collection
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import parse_qs

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PrivateAttr

from actionmap.campaign.filters import FILTERS, day_meant
from actionmap.campaign.selection import Selection, Unknown
from actionmap.languages import ENGLISH, Told
from actionmap.lists.cells import LONGEST_TEXT, Date, Id, Text, Url, WholeNumber, Word, mistake
from actionmap.lists.problems import ProblemKind
from actionmap.lists.reading import Checked, Column, Reading
from actionmap.lists.rows import cell_at
from actionmap.text import one_line
from actionmap.world.countries import country_code, country_codes

Measure = Literal["actions", "places", "regions", "localities", "endorsers", "organizations", "attendance"]
Qualifier = Literal["about", "exactly", "at least", "over"]


class Verdict(StrEnum):
    """What the list has beside a claim."""

    FULL = "full"
    FEWER = "fewer"  # than claimed
    PLACES_MISSING = "places-missing"  # as many as claimed, but not in every place that the claim names
    NOTHING = "nothing"
    NOT_COUNTED = "not-counted"  # attendance is never added up
    NOT_COMPARED = "not-compared"  # the list counts something else than the claim


def _place(value: str) -> str:
    parts = re.fullmatch(r"([A-Z]{2})(-[A-Z0-9]{1,3})?(:.+)?", value)
    if not parts or country_code(parts[1]) != parts[1]:
        raise mistake(ProblemKind.NOT_A_PLACE_CODE)
    return value


class Claim(BaseModel):
    """A figure that someone has given for the day's reach, with its source."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    id: Id
    """stable short name"""
    claimant: Text
    """who says it"""
    claim: Text
    """what is said, as a sentence"""
    measure: Annotated[Measure, Word] = Field(
        description="what is counted: `actions`, `places` (countries, territories, ISO 3166-2 regions), `regions` (of "
        "a country: its provinces or states), `localities`, `endorsers` (of the call), `organizations`, `attendance`"
    )
    qualifier: Annotated[Qualifier, Word] = "exactly"
    """how the figure is meant: `about`, `exactly`, `at least`, `over`"""
    figure: WholeNumber
    """the number, digits alone"""
    words: Text = ""
    """how the claim itself says the number, where that is no figure: `dozens`"""
    places: Annotated[tuple[Annotated[Text, AfterValidator(_place)], ...], Column(separator=";")] = ()
    """`;`-separated places named: codes (`AR`, `US-HI`) or `code:locality` (`US-NY:New York`)"""
    filter: Text = ""
    """the actions it speaks of, written like the dashboard's URL query; empty is all"""
    source_name: Text = ""
    """name of the source"""
    source_url: Url
    """address of the source, `https://` or `http://`"""
    source_date: Date | None = None
    """day on which the source was published, ISO 8601"""

    _language: str = PrivateAttr(ENGLISH)
    _translated: dict[str, dict[str, str]] = PrivateAttr(default_factory=dict)

    def told(self, column: str) -> Told:
        """Return its `claim`, `claimant` or `words` in the language spoken, or as it was first said."""
        texts = {self._language: getattr(self, column), **self._translated.get(column, {})}
        return Told.of(texts, self._language)

    def scope(self, organizations: Collection[str]) -> tuple[Selection, list[Unknown]]:
        """Return the actions that it speaks of, and what in its filter means nothing."""
        query = parse_qs(self.filter, keep_blank_values=True)
        days = list(filter(None, map(day_meant, query.get("date", ()))))
        return Selection.from_query(query, {"country": country_codes(), "member": organizations, "date": days})


_IN_A_LANGUAGE = re.compile(r"(claim|claimant|words)_([a-z]{2,3}(?:-\w+)?)")
"""The name of a column that has one of the others in another language."""


def read_claims(
    source: Path | bytes,
    *,
    organizations: Collection[str] = (),
    language: str = ENGLISH,
    name: str = "the list of claims",
) -> Checked[Claim]:
    """Read and check a list of claims.

    A row without a usable id, claimant, claim, measure, figure or source, or with an id given before, or whose filter
    asks for something unknown, is left out; any other unusable value is left empty. Each is a problem.

    Parameters
    ----------
    source
        A CSV or TSV file, or its bytes.
    organizations
        The ids that a filter may name.
    language
        The language of the columns that name none.
    name
        What to call the list in problems when `source` is bytes.

    Raises
    ------
    UnreadableListError
        The file cannot be read as a list, or has no column for a value that every claim needs.
    """
    reading = Reading(Claim, source, name=name)
    reading.leave_out_repeated_ids()
    claims = []
    named = [(at, _IN_A_LANGUAGE.fullmatch(name)) for at, name in enumerate(reading.table.header)]
    columns = [(at, found.groups()) for at, found in named if found]
    written = {row.number: row for row in reading.table.rows}
    for row, claim in reading.rows:
        claim._language = language
        for at, (column, code) in columns:
            if text := one_line(cell_at(written[row], [at]))[:LONGEST_TEXT]:
                claim._translated.setdefault(column, {})[code] = text
        _, unknown = claim.scope(organizations)
        if unknown:
            one, *_ = unknown
            near = (one.candidate,) if one.candidate else ()
            values = {"parameter": one.parameter, "asked": one.value, "parameters": [each.name for each in FILTERS]}
            values |= {"candidates": near}
            reading.report(row, "filter", claim.filter, ProblemKind.UNKNOWN_FILTER, **values, left_out=True)
        else:
            claims.append(claim)
    return Checked(tuple(claims), reading.problems)
