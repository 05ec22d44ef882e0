"""What a list says of days and times beyond a first day and an hour, and what is said of it."""

import datetime as dt

import pytest

from actionmap.campaign.actions import ActionList, read_actions
from actionmap.lists.clock import is_named
from actionmap.lists.problems import ProblemKind

DAY = dt.date(2024, 3, 2)


def read(*rows: str, day: dt.date | None = None) -> ActionList:
    return read_actions("\n".join(["date;time;city;country", *rows]).encode(), default_date=day)


def kinds(listed: ActionList) -> list[ProblemKind]:
    return [problem.kind for problem in listed.problems]


def test_a_range_of_days_is_one_action_with_its_last_day() -> None:
    listed = read("2-4 March 2024;;Lyon;FR")
    assert (listed.actions[0].date, listed.actions[0].end_date) == (DAY, dt.date(2024, 3, 4))
    assert kinds(listed) == []


def test_of_several_days_apart_the_first_is_kept_and_the_others_are_named() -> None:
    listed = read("2 and 9 March 2024;;Lyon;FR")
    assert (listed.actions[0].date, listed.actions[0].end_date) == (DAY, None)
    assert listed.problems[0].kind is ProblemKind.SEVERAL_DAYS
    assert listed.problems[0].values["others"] == (dt.date(2024, 3, 9),)


def test_a_last_day_before_the_first_is_left_out() -> None:
    listed = read_actions(b"date,end_date,country\n2024-03-02,2024-03-01,FR")
    assert listed.actions[0].end_date is None
    assert kinds(listed) == [ProblemKind.END_BEFORE_START]


@pytest.mark.parametrize(("row", "time"), [
    ("2024-03-02T14:00:00+01:00;;Lyon;FR", dt.time(14)),
    ("2024-03-02T00:00:00;15:00;Lyon;FR", dt.time(15)),
    ("2024-03-02 00:00;;Lyon;FR", None),
])  # fmt: skip
def test_a_time_in_the_dates_cell_counts_where_no_other_is_given(row: str, time: dt.time | None) -> None:
    listed = read(row)
    assert (listed.actions[0].start_time, kinds(listed)) == (time, [])


def test_a_start_and_an_end_are_both_kept() -> None:
    action = read("2024-03-02;2-4pm;Lille;FR").actions[0]
    assert (action.start_time, action.end_time) == (dt.time(14), dt.time(16))


def test_a_time_in_another_zone_than_the_countrys_is_a_question() -> None:
    listed = read("2024-03-02;14:00 GMT;Lyon;FR", "2024-03-02;14:00 CET;Lille;FR")
    assert [action.start_time for action in listed.actions] == [None, dt.time(14)]
    assert kinds(listed) == [ProblemKind.OTHER_TIME_ZONE]
    assert dict(listed.problems[0].values) == {"zone": "GMT", "start": dt.time(14)}


def test_zones_of_a_country_that_has_several_are_doubted_once() -> None:
    listed = read("2024-03-02;5pm EST;New York;US", "2024-03-02;5pm PST;Los Angeles;US")
    assert [action.start_time for action in listed.actions] == [dt.time(17), dt.time(17)]
    assert kinds(listed) == [ProblemKind.SOME_TIME_ZONE]
    assert listed.problems[0].values["rows"] == ((2, "EST"), (3, "PST"))


@pytest.mark.parametrize(("zone", "time_zone", "local"), [
    ("EST", "America/New_York", True), ("EST", "America/Los_Angeles", False), ("ET", "America/New_York", True),
    ("PT", "America/Los_Angeles", True), ("UTC+1", "Europe/Paris", True), ("UTC+1", "Europe/London", False),
])  # fmt: skip
def test_a_zone_of_a_list_is_compared_with_that_of_the_very_place(zone: str, time_zone: str, local: bool) -> None:
    assert is_named(zone, time_zone, DAY) is local


def test_small_hours_without_am_or_pm_are_doubted_once() -> None:
    listed = read("2024-03-02;2:00;Lyon;FR", "2024-03-02;1:30;Lille;FR", "2024-03-02;12:30;Brest;FR")
    assert kinds(listed) == [ProblemKind.HALF_OF_THE_DAY]
    assert kinds(read("2024-03-02;14:00;Lyon;FR", "2024-03-02;5:00;Lille;FR")) == []


def test_dates_that_contradict_one_another_are_a_question_and_sure_ones_are_kept() -> None:
    listed = read("02/03/2024;;Lyon;FR", "02/03/2024;;Lille;FR", "03/16/2024;;Boston;US", day=DAY)
    assert [action.date for action in listed.actions] == [dt.date(2024, 3, 16)]
    assert kinds(listed) == [ProblemKind.UNCLEAR_DATE, ProblemKind.UNCLEAR_DATE]


def test_every_column_of_dates_has_its_own_order() -> None:
    rows = b"date,city,country,published\n13/03/2024,Lyon,FR,03/14/2024\n05/03/2024,Lille,FR,03/15/2024"
    assert [action.date for action in read_actions(rows).actions] == [dt.date(2024, 3, 13), dt.date(2024, 3, 5)]


@pytest.mark.parametrize(
    "word", ["nan", "None", "NULL", "n/a", "TBA", "tbc", "-", "sin datos", "k.A.", "غير محدد", "미정"]
)
def test_words_for_nothing_are_empty_in_every_column(word: str) -> None:
    rows = f"date,time,venue,city,state,country,notes\n2024-03-02,{word},{word},{word},{word},FR,{word}"
    (action,) = read_actions(rows.encode()).actions
    assert (action.start_time, action.venue, action.locality, action.region, action.evidence) == (None, "", "", "", "")


def test_na_is_namibia_where_a_country_stands() -> None:
    assert [action.country for action in read("2024-03-02;;NA;NA", "2024-03-02;;NA;na").actions] == ["NA", "NA"]
