"""Organizations: who called, supported or organized an action, and whose chapter each is."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict

from actionmap.lists.cells import Id, Text, Url, Word, closest
from actionmap.lists.problems import ProblemKind
from actionmap.lists.reading import Checked, Reading
from actionmap.text import fold

Link = Literal["organized", "supported", "called"]
"""How a source ties an organization to an action: it organizes it; endorses, joins or marches in it; or called the day
or series that it is part of."""
TIES: dict[Link, str] = {"organized": "organizers", "supported": "supporters", "called": "callers"}
"""Tie → the column of an action that names the organizations so tied to it."""

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

    @property
    def initials(self) -> str:
        """The initials of its name ("PYM"); empty where they are too few to mean it."""
        initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", self.name) if word[0].isupper())
        return initials if len(initials) > 2 else ""


def read_organizations(source: Path | bytes, *, name: str = "the list of organizations") -> Checked[Organization]:
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
        elif parent and known[lineage(organization.id, known)[-1]].parent == organization.id:
            reading.report(row, "parent", parent, ProblemKind.CIRCLE_OF_PARENTS)
        else:
            continue
        known[organization.id] = organization.model_copy(update={"parent": ""})
    return Checked(tuple(known.values()), reading.problems)


def lineage(id_: str, known: Mapping[str, Organization]) -> list[str]:
    """Return an organization and those above it, as far as they are known; a circle of parents ends where it closes."""
    found: list[str] = []
    while id_ in known and id_ not in found:
        found.append(id_)
        id_ = known[id_].parent
    return found
