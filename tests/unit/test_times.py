"""When an action is, said in local time, UTC and the reader's own time."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from actionmap.world.times import Phase, When, long_date, moments, phase, read_zone, zone_name

DAY = date(2024, 3, 2)


def test_a_date_is_said_in_words():
    assert long_date(DAY) == "Saturday 2 March 2024"


def test_a_time_is_said_in_three_clocks():
    said = dict(moments(DAY, time(10), datetime(2024, 3, 2, 13, tzinfo=UTC), "America/Fortaleza", "Europe/Paris"))
    assert said["Local time"] == "10:00 (Fortaleza time)"
    assert said["UTC"] == "13:00"
    assert said["Your time"] == "14:00 (Paris time)"


def test_another_day_is_named_where_the_clock_is_past_midnight():
    said = dict(moments(DAY, time(18), datetime(2024, 3, 3, 4, tzinfo=UTC), "Pacific/Honolulu", "Asia/Tokyo"))
    assert said["UTC"] == "04:00 on 3 March"
    assert said["Your time"] == "13:00 on 3 March (Tokyo time)"


def test_an_unknown_time_is_said_to_be_unknown():
    assert moments(DAY, None, None, "", "Europe/Paris")[1] == ("Time", "not stated")


def test_a_time_without_a_known_zone_stays_local():
    assert moments(DAY, time(10), None, "", "Europe/Paris")[1:] == [("Local time", "10:00")]


def test_a_browser_with_a_strange_zone_gets_no_own_time():
    said = moments(DAY, time(10), datetime(2024, 3, 2, 13, tzinfo=UTC), "America/Fortaleza", "../etc/passwd")
    assert [name for name, _ in said] == ["Date", "Local time", "UTC"]


def test_a_start_in_another_zone_whose_place_is_not_known_is_said_in_utc():
    assert moments(DAY, None, datetime(2024, 3, 2, 13, tzinfo=UTC), "", "")[1:] == [("UTC", "13:00")]


@pytest.mark.parametrize(("text", "zone"), [
    ("Berlin", "Europe/Berlin"), ("berlin time", "Europe/Berlin"), ("europe/vienna", "Europe/Vienna"), ("CET", "CET"),
    ("São Paulo", "America/Sao_Paulo"), ("New York", "America/New_York"), ("UTC+2", "Etc/GMT-2"),
    ("GMT-3", "Etc/GMT+3"),
    ("UTC", "UTC"), ("Etc/GMT-2", "Etc/GMT-2"), ("UTC+99", ""), ("Nowhere", ""), ("", ""),
])  # fmt: skip
def test_a_time_zone_is_known_by_its_city_its_name_or_its_distance_from_utc(text, zone):
    assert read_zone(text) == zone


def test_time_zones_are_called_by_their_city():
    named = [zone_name(zone) for zone in ("America/Argentina/Buenos_Aires", "Asia/Calcutta", "UTC", "Etc/GMT-2")]
    assert named == ["Buenos Aires", "Kolkata", "UTC", "UTC+2"]


def test_the_clocks_of_another_place_may_show_another_day():
    here = ZoneInfo("Europe/Berlin")
    late = When(DAY, time(22, tzinfo=here), date(2024, 3, 4), time(23, 30, tzinfo=here))
    assert late.at("Asia/Tokyo") == (date(2024, 3, 3), time(6), date(2024, 3, 5), time(7, 30))
    assert late.start() == datetime(2024, 3, 2, 21, tzinfo=UTC)
    early = When(DAY, time(2, tzinfo=here), None, None)
    assert early.at("America/New_York") == (date(2024, 3, 1), time(20), None, None)


def test_where_the_zone_of_a_place_is_not_known_neither_is_its_time():
    assert When(DAY, time(22, tzinfo=UTC), None, time(23, tzinfo=UTC)).at("") == (DAY, None, None, None)


@pytest.mark.parametrize(
    ("start", "end", "now", "expected"),
    [
        (time(14), time(16), "2024-03-02T10:00", Phase.AHEAD),
        (time(14), time(16), "2024-03-02T13:30", Phase.ON),
        (time(14), None, "2024-03-02T13:30", Phase.BEGUN),
        (time(14), time(16), "2024-03-02T15:30", Phase.OVER),
        (time(22), time(1), "2024-03-02T23:30", Phase.ON),
        (None, None, "2024-03-01T22:30", Phase.AHEAD),
        (None, None, "2024-03-01T23:30", Phase.TODAY),
        (None, None, "2024-03-03T12:00", Phase.OVER),
        (time(14), time(16), "2024-03-04T12:00", None),
        (None, None, "2026-11-27T12:00", None),
    ],
)
def test_an_action_in_paris_is_to_come_on_or_over_by_its_own_clock(
    start: time | None, end: time | None, now: str, expected: Phase | None
) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert phase(When(DAY, start, None, end), "Europe/Paris", moment)[0] == expected


def test_where_the_time_zone_is_not_known_nothing_is_said_of_now() -> None:
    assert phase(When(DAY, time(14), None, None), "", datetime(2024, 3, 2, tzinfo=UTC))[0] is None


def test_the_names_of_all_zones_are_looked_for_on_the_disk_once(monkeypatch: pytest.MonkeyPatch):
    read_zone("CET")
    monkeypatch.setattr("actionmap.world.times.available_timezones", None)
    assert [read_zone(text) for text in ("Berlin", "UTC+2", "Nowhere")] == ["Europe/Berlin", "Etc/GMT-2", ""]
