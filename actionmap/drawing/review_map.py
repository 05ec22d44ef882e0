"""The map of a review: the pins of a list, and by their numbers those in doubt and what they may mean."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from actionmap.drawing.layers import ANNOUNCED_COLOR, INK, PAPER, REPORTED_COLOR, Deck, at, circles, numbers
from actionmap.languages import mark, say
from actionmap.places.review import Doubtful
from actionmap.world.place import Candidate
from actionmap.world.town_names import place_name

MOST_PINS = 2000
_PINNED, _MAY_BE = mark("{place} is pinned at {found}"), mark("{place} may be {found}")


def review_deck(sure: pd.DataFrame, doubts: Sequence[Doubtful], *, dark: bool) -> Deck:
    """Compose the map.

    Parameters
    ----------
    sure
        Rows of `review.places` that nobody doubts; the first `MOST_PINS` are drawn.
    doubts
        What is in doubt; the first has number 1.
    dark
        Whether the page is dark.
    """
    rows = [
        _row(row["longitude"], row["latitude"], 4, place_name(row["matched_place"]))
        for row in sure[sure["latitude"].notna()].head(MOST_PINS).to_dict("records")
    ]
    numbered = list(enumerate(doubts, 1))
    pins = [_numbered(number, one, one.pin, _PINNED) for number, one in numbered if one.pin]
    options = [_numbered(number, one, option, _MAY_BE) for number, one in numbered for option in one.options]
    ink, paper = (PAPER, INK) if dark else (INK, PAPER)
    return Deck(
        [
            circles("sure", rows, REPORTED_COLOR, pickable=True),
            circles("options", options, paper, get_line_color=list(ink), pickable=True),
            numbers("option-numbers", options, ink),
            circles("pins", pins, ANNOUNCED_COLOR, pickable=True),
            numbers("pin-numbers", pins, INK),
        ],
        look=[(latitude, longitude) for longitude, latitude in (row["p"] for row in pins + options or rows)],
        closest=5,
    )


def _numbered(number: int, one: Doubtful, at: Candidate, how: str) -> dict[str, Any]:
    said = f"{number}. {say(how, place=one.place.said, found=place_name(at.name))}"
    return _row(at.longitude, at.latitude, 10, said) | {"n": str(number)}


def _row(longitude: float, latitude: float, size: int, said: str) -> dict[str, Any]:
    return {"p": at(latitude, longitude), "s": size, "t": said}
