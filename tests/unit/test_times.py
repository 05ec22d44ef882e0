"""When an action is, said in local time, UTC and the reader's own time."""

from datetime import UTC, date, datetime, time

from actionmap.world.times import long_date, moments

DAY = date(2024, 3, 2)


def test_a_date_is_said_in_words():
    assert long_date(DAY) == "Saturday 2 March 2024"


def test_a_time_is_said_in_three_clocks():
    said = dict(moments(DAY, time(10), datetime(2024, 3, 2, 13, tzinfo=UTC), "America/Fortaleza", "Europe/Paris"))
    assert said["Local time"] == "10:00 (Fortaleza time)"
    assert said["UTC"] == "13:00"
    assert said["Your time"] == "14:00 (Europe/Paris)"


def test_another_day_is_named_where_the_clock_is_past_midnight():
    said = dict(moments(DAY, time(18), datetime(2024, 3, 3, 4, tzinfo=UTC), "Pacific/Honolulu", "Asia/Tokyo"))
    assert said["UTC"] == "04:00 on 3 March"
    assert said["Your time"] == "13:00 on 3 March (Asia/Tokyo)"


def test_an_unknown_time_is_said_to_be_unknown():
    assert moments(DAY, None, None, "", "Europe/Paris")[1] == ("Time", "not stated in the source")


def test_a_time_without_a_known_zone_stays_local():
    assert moments(DAY, time(10), None, "", "Europe/Paris")[1:] == [("Local time", "10:00")]


def test_a_browser_with_a_strange_zone_gets_no_own_time():
    said = moments(DAY, time(10), datetime(2024, 3, 2, 13, tzinfo=UTC), "America/Fortaleza", "../etc/passwd")
    assert [name for name, _ in said] == ["Date", "Local time", "UTC"]
