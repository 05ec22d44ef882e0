"""Duplicates: one march from two sources is named, two marches of one town are not, and joining two loses nothing."""

import datetime as dt
from pathlib import Path

import pytest

from actionmap.campaign.actions import Action, ActionList, read_actions
from actionmap.campaign.duplicates import duplicates, joined, settled, with_duplicates
from actionmap.lists.problems import ProblemKind

ROOT = Path(__file__).parents[2]
HEADER = "date,time,venue,city,country,organizers,source,link,notes\n"
DAY = dt.date(2031, 3, 2)


def action(venue: str = "", time: str = "", organizers: tuple[str, ...] = (), **values: object) -> Action:
    given = {"locality": "Leeds", "country": "GB", "date": DAY, **values}
    return Action(**given, venue=venue, start_time=time or None, organizers=organizers)  # type: ignore[arg-type]


@pytest.mark.parametrize(("one", "other"), [
    (action("Market Square", "14:00"), action("The Market Square, Leeds", "15:00")),
    (action("Trafalger Square"), action("Trafalgar Square to Whitehall", "13:00")),
    (action("Place de la République", "14:00"), action("Pl. de la République", "14:00")),
    (action("", "14:00", ("Test Union",)), action("Market Square", "", ("Test Union Leeds branch",))),
    (action("Market Square", "14:00", ("A",)), action("The Market Square", "14:00", ("B",))),
])  # fmt: skip
def test_what_two_sources_tell_otherwise_may_be_one(one: Action, other: Action) -> None:
    [pair] = duplicates([one, other])
    assert (pair.first, pair.second) == (0, 1)
    assert pair.differs


@pytest.mark.parametrize(("one", "other"), [
    (action("Market Square", "14:00"), action("Market Street", "14:00")),
    (action("Gate 5", "14:00"), action("Gate 6", "14:00")),
    (action("Market Square", "10:00"), action("The Market Square", "14:00")),
    (action("Market Square", "14:00", ("A",)), action("The Market Square", "15:00", ("B",))),
    (action("Market Square"), action("City Park")),
    (action("Square", "14:00"), action("Market Square", "14:00")),
    (action("Market Square"), action("The Market Square", date=dt.date(2031, 3, 3))),
])  # fmt: skip
def test_other_venues_hours_and_days_are_other_actions(one: Action, other: Action) -> None:
    assert duplicates([one, other]) == []


def test_the_shipped_list_has_none() -> None:
    assert duplicates(read_actions(ROOT / "data/actions.csv").actions) == []


def test_two_spellings_of_a_town_are_compared_once_the_towns_are_known() -> None:
    actions = (action("Opera Square", locality="Cairo"), action("The Opera Square", locality="القاهرة"))
    listed = ActionList(actions, (), rows=(2, 3))
    towns = dict.fromkeys([("Cairo", "", "GB"), ("القاهرة", "", "GB")], "Cairo, Egypt")
    [problem] = with_duplicates(listed, "list.csv", towns=towns).problems
    assert (problem.kind, problem.row, problem.values["first"]) == (ProblemKind.POSSIBLE_DUPLICATE, 3, 2)


def test_joining_keeps_both_sources_and_every_word() -> None:
    rows = "2031-03-02,14:00,Market Square,Leeds,GB,A,Paper A,https://a.example/1,One note\n"
    rows += '2031-03-02,15:00,"The Market Square, Leeds",Leeds,GB,A branch,Paper B,https://b.example/2,Another\n'
    listed = read_actions((HEADER + rows).encode())
    kept = joined(*listed.actions)
    assert (kept.venue, kept.organizers) == ("Market Square", ("A", "A branch"))
    assert (str(kept.source_url), kept.other_sources) == ("https://a.example/1", ("https://b.example/2",))
    for text in ("One note", "Another", "Paper B", "The Market Square, Leeds", "15:00"):
        assert text in kept.evidence
    assert [len(settled(listed, {(2, 3): row}).actions) for row in (0, 2, 3)] == [2, 1, 1]
    assert settled(listed, {(2, 3): 3}).rows == (3,)
    assert settled(listed, {(2, 3): 2}).problems == ()
