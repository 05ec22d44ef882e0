"""Organizations: who called, endorsed or organized, and whose chapter each is."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict

from actionmap.lists.cells import Id, Text, Url, Word, closest
from actionmap.lists.problems import Problem, ProblemKind
from actionmap.lists.reading import Reading
from actionmap.text import fold

Role = Literal["coalition", "endorser", "local"]
ROLES: tuple[Role, ...] = get_args(Role)


class Organization(BaseModel):
    """A group that an action's sources name; never a person."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    id: Id
    """stable short name"""
    name: Text
    """the organization's name"""
    role: Annotated[Role, Word] = "local"
    """`coalition`: a member named in the call; `endorser`: a named endorser; `local`: any other"""
    parent: Id = ""
    """id of the organization whose chapter it is; empty where it is none"""
    source_url: Url | None = None
    """address of the source that names it"""


@dataclass(frozen=True)
class OrganizationList:
    """The usable organizations of a list, in its order, and its problems by row."""

    organizations: tuple[Organization, ...]
    problems: tuple[Problem, ...]


def read_organizations(source: Path | bytes, *, name: str = "the list of organizations") -> OrganizationList:
    """Read and check a list of organizations.

    A row without id or name, or with an id given before, is left out; a parent that is unknown, or makes a circle, is
    left empty. Each is a problem.

    Parameters
    ----------
    source
        A CSV or TSV file, or its bytes.
    name
        What to call the list in problems when `source` is bytes.

    Raises
    ------
    UnreadableListError
        The file cannot be read as a list, or has no column for id or name.
    """
    reading = Reading(Organization, source, name=name)
    reading.leave_out_repeated_ids()
    known = {organization.id: organization for _, organization in reading.rows}
    named = {fold(text): one.id for one in known.values() for text in (one.name, one.id)}
    for row, organization in reading.rows:
        parent = organization.parent
        if parent and parent not in known:
            near = reading.candidates(ProblemKind.UNKNOWN_PARENT, parent, lambda text: closest(text, named))
            reading.report(row, "parent", parent, ProblemKind.UNKNOWN_PARENT, candidates=near)
        elif parent and _comes_round(organization, known):
            reading.report(row, "parent", parent, ProblemKind.CIRCLE_OF_PARENTS)
        else:
            continue
        known[organization.id] = organization.model_copy(update={"parent": ""})
    return OrganizationList(tuple(known.values()), reading.problems)


def _comes_round(organization: Organization, known: Mapping[str, Organization]) -> bool:
    """Tell whether an organization is its own ancestor."""
    passed: set[str] = set()
    above = organization.parent
    while above in known and above not in passed:
        if above == organization.id:
            return True
        passed.add(above)
        above = known[above].parent
    return False
