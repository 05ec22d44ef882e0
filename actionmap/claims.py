"""Claims: what has been said about the day's reach, to be set beside what is itemised."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from actionmap._values import Date, Id, Text, Url, WholeNumber, Word, mistake
from actionmap.countries import country_code
from actionmap.records import Column, Problem, Reading

Measure = Literal["actions", "places", "localities", "organizations", "attendance"]
Qualifier = Literal["about", "exactly", "at least", "over"]


def _place(value: str) -> str:
    parts = re.fullmatch(r"([A-Z]{2})(-[A-Z0-9]{1,3})?(:.+)?", value)
    if not parts or country_code(parts[1]) != parts[1]:
        raise mistake("is not a place", "Write a code, as AR or US-HI, or a code and a locality, as US-NY:New York.")
    return value


class Claim(BaseModel):
    """A figure that someone has given for the day's reach, with its source."""

    model_config = ConfigDict(frozen=True)

    id: Id = Field(description="stable short name")
    claimant: Text = Field(description="who says it")
    claim: Text = Field(description="what is said, as a sentence")
    measure: Annotated[Measure, Word] = Field(
        description="what is counted: `actions`, `places` (countries, territories, ISO 3166-2 regions), `localities`, "
        "`organizations`, `attendance`"
    )
    qualifier: Annotated[Qualifier, Word] = Field(
        "exactly", description="how the figure is meant: `about`, `exactly`, `at least`, `over`"
    )
    figure: WholeNumber = Field(description="the number, digits alone")
    places: Annotated[tuple[Annotated[Text, AfterValidator(_place)], ...], Column(separator=";")] = Field(
        (), description="`;`-separated places named: codes (`AR`, `US-HI`) or `code:locality` (`US-NY:New York`)"
    )
    filter: Text = Field("", description="the actions it speaks of, written like the dashboard's URL query")
    source_name: Text = Field("", description="name of the source")
    source_url: Url | None = Field(None, description="address of the source, `https://` or `http://`")
    source_date: Date | None = Field(None, description="day on which the source was published, ISO 8601")


@dataclass(frozen=True)
class ClaimList:
    """The usable claims of a list, in its order, and its problems by row."""

    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]


def read_claims(source: Path | bytes, *, name: str = "the list of claims") -> ClaimList:
    """Read and check a list of claims.

    A row without a usable id, claimant, claim, measure or figure, or with an id given before, is left out; any other
    unusable value is left empty. Each is a problem.

    Parameters
    ----------
    source
        A CSV or TSV file, or its bytes.
    name
        What to call the list in problems when `source` is bytes.

    Raises
    ------
    UnreadableListError
        The file cannot be read as a list, or has no column for a value that every claim needs.
    """
    reading = Reading(Claim, source, name=name)
    reading.leave_out_repeated_ids()
    return ClaimList(tuple(claim for _, claim in reading.rows), reading.problems)
