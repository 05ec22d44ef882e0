"""The map of a review: what it draws, and by which numbers."""

import json

import pandas as pd

from actionmap.drawing.review_map import MOST_PINS, review_deck
from actionmap.places.review import Doubtful
from actionmap.world.doubts import Doubt, DoubtKind
from actionmap.world.place import Candidate, FoundBy, Place, Precision

HERE = Candidate("Test Here, Austria", 48.2, 16.3, Precision.LOCALITY, "Europe/Vienna", FoundBy.NEAR_MISS)
THERE = Candidate("Test There, Austria", 47.1, 15.4, Precision.LOCALITY, "Europe/Vienna", FoundBy.GAZETTEER)
DOUBTS = [
    Doubtful(Place("", "Testt", "", "AT"), 2, Doubt(DoubtKind.NOT_FOUND), None, (THERE,)),
    Doubtful(Place("", "Testh", "", "AT"), 1, Doubt(DoubtKind.NEAR_MISS), HERE, (THERE,)),
]
SURE = pd.DataFrame({"latitude": [10.0, float("nan")], "longitude": [20.0, float("nan")], "matched_place": ["A", ""]})


def drawn(doubts=DOUBTS, sure=SURE):
    deck = json.loads(review_deck(sure, doubts, dark=False).to_json())
    return deck["look"], {layer["id"]: layer for layer in deck["layers"]}


def test_each_place_in_doubt_has_its_number_at_its_pin_and_at_whatever_it_may_be():
    _, layers = drawn()
    assert [(row["n"], row["t"]) for row in layers["pins"]["data"]] == [
        ("2", "2. Testh, Austria is pinned at Test Here, Austria")
    ]
    assert [row["t"] for row in layers["options"]["data"]] == [
        "1. Testt, Austria may be Test There, Austria",
        "2. Testh, Austria may be Test There, Austria",
    ]
    assert layers["pin-numbers"]["data"] == layers["pins"]["data"]


def test_sure_pins_are_dots_and_what_has_no_pin_is_not_drawn():
    _, layers = drawn()
    assert [row["p"] for row in layers["sure"]["data"]] == [[20.0, 10.0]]


def test_the_map_looks_at_what_is_in_doubt_and_at_everything_where_nothing_is():
    look, _ = drawn()
    assert {tuple(point) for point in look} == {(16.3, 48.2), (15.4, 47.1)}
    assert drawn(doubts=[])[0] == [[20.0, 10.0]]
    assert drawn(doubts=[], sure=SURE[1:])[0] == []


def test_of_very_many_sure_pins_not_all_are_sent():
    many = pd.concat([SURE[:1]] * (MOST_PINS + 5))
    assert len(drawn(sure=many)[1]["sure"]["data"]) == MOST_PINS
