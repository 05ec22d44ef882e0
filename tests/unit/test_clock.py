"""Times of day as people write them, and whether a zone is that of the place."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionmap.lists.clock import Hours, halves_left_open, is_local, read_hours
from actionmap.lists.problems import ProblemKind

DAY = dt.date(2024, 3, 2)


@pytest.mark.parametrize("text", [
    "14:00", "14.00", "14h", "14:00 Uhr", "um 14 Uhr", "kl. 14", "a las 14:00", "2pm", "2:00 p. m.", "٢ م", "2:00 مساءً",
    "下午2:00", "下午两点", "午後2時", "오후 2시", "14時", "0.5833333", "0,5833333", "45353.58333", "2024-03-02 14:00",
])  # fmt: skip
def test_a_time_is_read_however_it_is_written(text: str) -> None:
    assert read_hours(text) == Hours(dt.time(14))


@pytest.mark.parametrize("text", ["12 noon", "noon", "mediodía", "midi", "meio-dia", "Mittag", "正午", "12pm"])
def test_noon_has_many_names(text: str) -> None:
    assert read_hours(text) == Hours(dt.time(12))


@pytest.mark.parametrize("text", ["midnight", "medianoche", "minuit", "12am", "00:00"])
def test_midnight_begins_the_day(text: str) -> None:
    assert read_hours(text) == Hours(dt.time(0))


@pytest.mark.parametrize(("text", "start", "end"), [
    ("2-4pm", 14, 16), ("11-1pm", 11, 13), ("14-16h", 14, 16), ("noon - 2pm", 12, 14), ("10pm-1am", 22, 1),
    ("von 14:00 bis 16:00 Uhr", 14, 16), ("下午2点到4点", 14, 16), ("من 2 م إلى 4 م", 14, 16), ("오후 2시~4시", 14, 16),
])  # fmt: skip
def test_a_start_and_an_end_complete_one_another(text: str, start: int, end: int) -> None:
    assert read_hours(text) == Hours(dt.time(start), dt.time(end))


@pytest.mark.parametrize(
    "text", ["", "14", "2-4", "2024", "noonish", "all day", "بعد صلاة الجمعة", "14:00, 16:00", "2pm 3pm"]
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_hours(text) is ProblemKind.NOT_A_TIME


@pytest.mark.parametrize("text", ["25:00", "14:75", "0 am"])
def test_a_time_that_no_clock_shows_is_told_from_no_time(text: str) -> None:
    assert read_hours(text) is ProblemKind.NO_SUCH_TIME


def test_two_decimals_may_be_minutes_or_a_rounded_part_of_a_day() -> None:
    assert read_hours("0.58") is ProblemKind.PART_OF_A_DAY
    assert read_hours("0.75") == Hours(dt.time(18))


@pytest.mark.parametrize(("text", "country", "local"), [
    ("5pm EST", "US", None), ("14:00 CET", "FR", True), ("14:00 MEZ", "DE", True), ("14:00 UTC+1", "FR", True),
    ("14:00+01:00", "FR", True), ("14:00Z", "FR", False), ("14:00 GMT", "GB", True), ("14:00 IST", "GB", False),
    ("14:00 IST", "IN", True), ("14:00 CET", "US", False), ("2pm SAST", "ZA", True),
])  # fmt: skip
def test_a_zone_is_that_of_all_of_a_country_or_of_some_or_of_none_of_it(
    text: str, country: str, local: bool | None
) -> None:
    found = read_hours(text)
    assert isinstance(found, Hours)
    assert is_local(found.zone, country, DAY) is local


@pytest.mark.parametrize(("texts", "is_open"), [
    (["2:00", "1:30", "12:30"], True), (["14:00", "5:00"], False), (["2pm", "3:00"], True), (["05:00"], False),
    (["10:00", "11:00"], False),
])  # fmt: skip
def test_small_hours_are_doubted_where_the_list_shows_no_clock_of_24_hours(texts: list[str], is_open: bool) -> None:
    found = [one for one in map(read_hours, texts) if isinstance(one, Hours)]
    assert halves_left_open(found) is is_open


@given(
    st.times().map(lambda time: time.replace(second=0, microsecond=0)), st.sampled_from(["%H:%M", "%I:%M %p", "%Hh%M"])
)
def test_every_time_is_read_as_it_was_written(time: dt.time, form: str) -> None:
    found = read_hours(time.strftime(form))
    assert isinstance(found, Hours)
    assert found.start == time


@given(st.text(max_size=60) | st.text("0123456789:.-h apm時", max_size=12))
def test_any_text_is_a_time_or_none(text: str) -> None:
    assert isinstance(read_hours(text), Hours | ProblemKind)
