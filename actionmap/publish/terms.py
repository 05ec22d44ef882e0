"""Words that the pages and the published site share, each in one place."""

from actionmap.campaign.organizations import Link

MISSING = "A missing action is missing from this list: that does not say that nothing happened."
NONE_STATED = "Organizer not stated"
TIED: dict[Link, str] = {
    "organized": "{number} organized",
    "supported": "{number} supported",
    "called": "{number} called",
}
"""Tie → how many actions are so tied to an organization."""

UNKNOWN_NAME = "This link has “{parameter}={value}”, which is no filter here"
UNKNOWN_VALUE = "The link asks for {parameter} “{value}”, which this map does not know. It was left out."
SHOWN = "{number} of {listed} actions"
COUNTED: dict[str, tuple[str, str]] = {
    "countries": ("in {number} country or territory", "in {number} countries and territories"),
    "unpinned": (
        "{number} of them in the list only, because its place could not be found",
        "{number} of them in the list only, because their places could not be found",
    ),
    "at_place": ("{number} action at this place", "{number} actions at this place"),
    "actions": ("{number} action", "{number} actions"),
    "townless": ("{number} action, town not stated", "{number} actions, towns not stated"),
    "left_out": (
        "{number} action elsewhere has no known town.",
        "{number} actions elsewhere have no known town.",
    ),
}
"""What is counted → how one is said, and how several are."""


def counted(what: str, number: int) -> str:
    """Say a number of `COUNTED`."""
    return COUNTED[what][number != 1].format(number=f"{number:,}")
