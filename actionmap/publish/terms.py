"""Words that the pages and the published site share, each in one place."""

from actionmap.languages import forms, mark, mark_many, say_many

MISSING = mark("A missing action is missing from this list: that does not say that nothing happened.")
NONE_STATED = mark("Organizer not stated")
UNKNOWN_NAME = mark("This link has “{parameter}={value}”, which is no filter here.")
UNKNOWN_VALUE = mark("The link asks for {parameter} “{value}”, which this map does not know. It was left out.")
COUNTED: dict[str, tuple[str, str]] = {
    "countries": mark_many("in {number} country or territory", "in {number} countries and territories"),
    "territories": mark_many("{number} country or territory", "{number} countries and territories"),
    "unpinned": mark_many(
        "{number} of them in the list only, because its place could not be found",
        "{number} of them in the list only, because their places could not be found",
    ),
    "at_place": mark_many("{number} action at this place", "{number} actions at this place"),
    "actions": mark_many("{number} action", "{number} actions"),
    "townless": mark_many("{number} action, town not stated", "{number} actions, towns not stated"),
    "left_out": mark_many(
        "{number} action elsewhere has no known town.",
        "{number} actions elsewhere have no known town.",
    ),
    # Translators: how many actions are shown, of how many in the list
    "shown": mark_many("{shown} of {number} action", "{shown} of {number} actions"),
    # Translators: number of actions that an organization organized, supported, called for
    "organized": mark_many("{number} organized", "{number} organized"),
    "supported": mark_many("{number} supported", "{number} supported"),
    "called": mark_many("{number} called", "{number} called"),
}
"""What is counted → how one is said, and how several are."""


def counted(what: str, number: int, **values: object) -> str:
    """Say a number of `COUNTED`."""
    return say_many(*COUNTED[what], number, **values)


def counted_forms() -> dict[str, dict[str, str]]:
    """Return what is counted → its plural forms, see `languages.forms`, for a script."""
    return {what: forms(*message) for what, message in COUNTED.items()}
