"""What the about page says holds of the list that is shown, whatever list that is."""

import datetime as dt
from collections import Counter

import pytest

from actionmap.campaign.actions import read_actions
from actionmap.campaign.folder import load_campaign
from actionmap.campaign.own import own_campaign
from actionmap.places.gazetteer import Gazetteer
from actionmap.preparing import pinned
from actionmap.publish import about
from tests.shipped_list import ACTIONS, COUNTRIES, DATA, LISTED

BARE = "date,city,country\n2031-05-01,Lyon,FR\n2031-05-01,Recife,BR\n"
SOURCED = "date,time,city,country,basis,organizers,url,source date\n"
FULL = SOURCED + "2031-05-01,14:00,Lyon,FR,call,Test Group,https://test.example/,2031-04-01\n"
MIXED = FULL + "2031-05-01,,Recife,BR,,,,\n"


def told(content: str | None) -> str:
    """Return all that is said of the shipped list, or of one that a visitor brings."""
    own = content is not None
    if content is None:
        listed = load_campaign(DATA)
    else:
        listed = own_campaign(read_actions(content.encode()), {}, title="Test", day=dt.date(2031, 5, 1))
    campaign, table = pinned(listed, Gazetteer())
    of_it = (about.what_this_is(campaign, table, own=own), about.sources(campaign, table, own=own))
    return "\n".join((*of_it, about.method(table), about.how_exact(table), about.not_known(table)))


def test_of_the_shipped_list_every_number_follows_from_its_file() -> None:
    said = told(None)
    statuses, bases = (Counter(action[name] for action in ACTIONS) for name in ("status", "basis"))
    assert f"{LISTED} actions in {COUNTRIES} countries and territories" in said
    assert ("Each action rests on the public source" in said) == all(action["source_url"] for action in ACTIONS)
    assert ("Same day only" in said) == bool(bases["same-day"])
    left_open = {
        "no start time is stated": sum(not action["start_time"] for action in ACTIONS),
        "no organizer is named": sum(not action["organizers"] for action in ACTIONS),
        "the source has no date": sum(not action["source_date"] for action in ACTIONS),
        "nothing here says whether the action took place": statuses["announced"],
    }
    for what, number in left_open.items():
        assert f"For {number} of {LISTED} actions {what}" in said
    assert f"- **{sum(bool(action['locality']) for action in ACTIONS)}**" not in said  # towns and venues are told apart
    assert "no source is named" not in said


@pytest.mark.parametrize(
    ("content", "holds", "does_not"),
    [
        (
            BARE,
            ["names no source", "2 of 2 actions no source is named", "nothing says whether the action is tied"],
            ["public", "Tied to the call", "Attendance", "Supported", "supported", "never private persons", "pale"],
        ),
        (
            FULL,
            ["Each action rests on the public", "Tied to the call"],
            ["no source is named", "no start time"],
        ),
        (
            MIXED,
            ["rest on a public source, which the card names: 1 of 2.", "For 1 of 2 actions nothing says whether"],
            ["Each action rests", "never private persons"],
        ),
    ],
    ids=["bare", "full", "mixed"],
)
def test_of_a_list_that_is_brought_nothing_is_promised_that_it_does_not_keep(
    content: str, holds: list[str], does_not: list[str]
) -> None:
    said = told(content).replace("Natural Earth](https://www.naturalearthdata.com/), public domain", "")
    assert [words for words in holds if words not in said] == []
    assert [words for words in does_not if words in said] == []
