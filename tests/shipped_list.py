"""The shipped list as it stands in its file, read without the library that the tests are about."""

import csv
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"


def rows(name: str, folder: Path = DATA) -> list[dict[str, str]]:
    """Return the rows of one of the campaign's files."""
    with (folder / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


TIES = {"organized": "organizers", "supported": "supporters", "called": "callers"}
ACTIONS = rows("actions.csv")
ORGANIZATIONS = rows("organizations.csv")
LISTED = len(ACTIONS)
COUNTRIES = len({action["country"] for action in ACTIONS})
COALITION = [row["id"] for row in ORGANIZATIONS if row["role"] == "coalition"]
IN_BRITAIN = [action for action in ACTIONS if action["country"] == "GB"]
IN_LONDON = [action for action in IN_BRITAIN if action["locality"] == "London"]
SAME_DAY_IN_BRITAIN = [action for action in IN_BRITAIN if action["basis"] == "same-day"]
IN_MIDDLE_OF_LONDON = [action for action in SAME_DAY_IN_BRITAIN if action["locality"] == "London"]
"""Those that share a pin: the one that is tied to the call has a venue's."""


_PLACE = ("venue", "locality", "region", "country")
_PINS = {tuple(row[name] for name in _PLACE): row for row in rows("geocodes.csv", DATA.parent / "geocode_cache")}


def pin_of(action: dict[str, str], *, of_the_town: bool = False) -> dict[str, str]:
    """Return the row of the file of pins for an action: of its venue, else of its town, region or country."""
    venue, *town = (action[name] for name in _PLACE)
    wider = _PINS["", *town]
    return wider if of_the_town else _PINS.get((venue, *town), wider)


def linked_to(organization: str, *columns: str) -> list[dict[str, str]]:
    """Return the actions that name an organization, or one of its chapters, in one of these columns."""
    parents = {row["id"]: row["parent"] for row in ORGANIZATIONS}

    def lineage(id_: str) -> set[str]:
        return {id_} | (lineage(parents[id_]) if parents.get(id_) else set())

    def named(action: dict[str, str]) -> set[str]:
        ids = (id_ for column in columns for id_ in action[column].split(";") if id_)
        return {one for id_ in ids for one in lineage(id_)}

    return [action for action in ACTIONS if organization in named(action)]
