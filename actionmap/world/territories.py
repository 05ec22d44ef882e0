"""Territories that have a code of their own and belong to a state: people write either for the country."""

from pathlib import Path

from actionmap.text import word_table

_OF_STATE = word_table(Path(__file__).with_name("territories.txt"))

TERRITORIES = {territory: state for state, territories in _OF_STATE.items() for territory in territories}
"""Territory → state, by their ISO 3166-1 codes."""


def territories_of(state: str) -> tuple[str, ...]:
    """Return the territories of a state."""
    return _OF_STATE.get(state, ())


def of_one_state(one: str, other: str) -> bool:
    """Tell whether two codes are of one state: "PR" and "US", "MQ" and "GP"."""
    return TERRITORIES.get(one, one) == TERRITORIES.get(other, other)


def narrower(one: str, other: str) -> str | None:
    """Return the territory where one code is its state's and the other its own; None where neither is the other's."""
    if TERRITORIES.get(one) == other:
        return one
    return other if TERRITORIES.get(other) == one or one == other else None
