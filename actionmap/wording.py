"""Words that the pages, the files and the command line share."""

from collections.abc import Mapping

from actionmap.countries import country_name
from actionmap.organizations import Organization
from actionmap.selection import NOT_STATED, Selection

STATUS_NAMES = {"reported": "Reported", "announced": "Announced"}
BASIS_NAMES = {"call": "Tied to the call", "same-day": "Same day only"}
CREDITS = {"gazetteer": "GeoNames (CC BY 4.0)", "nominatim": "© OpenStreetMap contributors (ODbL 1.0)"}
"""How a pin's `geocoder` begins → whose data the pin is, with the licence."""


def count(number: int, singular: str, plural: str | None = None) -> str:
    """Return a number with its noun: "1 action", "1,200 actions"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


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
