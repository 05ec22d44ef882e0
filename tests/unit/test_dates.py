"""Dates as people write them, and what a column of them tells of its order."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionmap.lists.dates import Days, Order, date_order, read_days
from actionmap.lists.problems import ProblemKind

DAY = dt.date(2024, 3, 2)
ONE_DAY = [
    "2024-03-02", "20240302", "2024 03 02", "2.3.24", "2 Mar '24", "Sat, 2nd of March 2024", "Mar. 2, 2024",
    "2. März 2024", "2 de março de 2024", "2 Mac 2024", "2 марта 2024 г.", "2024. március 2.", "2 آذار 2024",
    "2 آذار/مارس 2024", "٢٠٢٤-٠٣-٠٢", "2024年3月2日(土)", "２０２４／０３／０２", "2024년 3월 2일", "2024. 3. 2.",
    "2024\u200f/\u200f03\u200f/\u200f02", "2024–03–02", "mar. 2 mars 2024", "45353", "45353.0",
]  # fmt: skip


@pytest.mark.parametrize("text", ONE_DAY)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert read_days(text) == (Days(DAY),)


@pytest.mark.parametrize("text", [
    "2-4 March 2024", "March 2–4, 2024", "2024-03-02/2024-03-04", "2.-4.3.2024", "2. bis 4. März 2024",
    "du 2 au 4 mars 2024",
    "من 2 إلى 4 مارس 2024", "2024年3月2日〜3月4日", "2024년 3월 2일~4일", "2, 3 and 4 March 2024",
])  # fmt: skip
def test_days_in_a_row_are_kept_from_first_to_last(text: str) -> None:
    assert read_days(text) == (Days(DAY, dt.date(2024, 3, 4)),)


@pytest.mark.parametrize("text", ["2 and 9 March 2024", "March 2 & 9, 2024", "2024-03-02; 2024-03-09"])
def test_days_apart_are_named(text: str) -> None:
    assert read_days(text) == (Days(DAY, further=(dt.date(2024, 3, 9),)),)


@pytest.mark.parametrize(("text", "time"), [
    ("2024-03-02T14:00:00+01:00", "14:00:00+01:00"), ("2 March 2024, 2pm", "2pm"), ("2024-03-02 00:00:00", ""),
    ("2024年3月2日 下午2点", "下午2点"), ("45353.5833", "0.5833"),
])  # fmt: skip
def test_a_time_is_divided_from_its_day(text: str, time: str) -> None:
    assert read_days(text) == (Days(DAY, time=time),)


@pytest.mark.parametrize("text", ["", "soon", "March 2024", "2024", "2 March", "12/2024", "2 March 2O24", "2-2-2-2024"])
def test_what_is_no_whole_date_is_none(text: str) -> None:
    assert read_days(text) is ProblemKind.NOT_A_DATE


@pytest.mark.parametrize("text", ["31 February 2024", "30.02.2024", "2024-13-45", "2 March 0024"])
def test_a_day_that_is_in_no_calendar_is_told_from_no_date(text: str) -> None:
    assert read_days(text) is ProblemKind.NO_SUCH_DAY


@pytest.mark.parametrize("text", ["2 March", "Sat 2.3.", "3月2日", "2 de marzo"])
def test_the_campaign_gives_the_year_where_a_date_has_none(text: str) -> None:
    assert read_days(text, DAY) == (Days(DAY),)


def test_a_number_is_of_the_system_of_1904_where_only_that_is_near_the_campaign() -> None:
    assert read_days("43891", DAY) == (Days(DAY),)
    assert read_days("43891") == (Days(dt.date(2020, 3, 1)),)


def test_a_short_date_that_may_begin_with_its_year_is_read_by_the_campaign_or_left_open() -> None:
    assert read_days("24-03-02", DAY) == (Days(DAY),)
    assert isinstance(read_days("24-03-13"), tuple)
    assert len(read_days("24-03-13")) == 2


@pytest.mark.parametrize(("cells", "day", "order"), [
    (["13/03/2024", "05/03/2024"], None, Order.DAY_FIRST),
    (["32/03/2024", "05/03/2024"], None, Order.DAY_FIRST),
    (["3/2/2024", "3/16/2024"], None, Order.MONTH_FIRST),
    (["02/03/2024", "2024-03-02", "soon"], None, Order.UNCLEAR),
    (["02/03/2024"], DAY, Order.DAY_FIRST),
    (["03/02/2024"], DAY, Order.MONTH_FIRST),
    (["13/03/2024", "03/14/2024"], None, Order.CONTRADICTORY),
    (["02/03/2024", "02/03/2024", "03/16/2024"], DAY, Order.CONTRADICTORY),
    (["02/03/2024", "02/03/2024", "03/16/2024"], None, Order.CONTRADICTORY),
    (["13/03/2024", "03/02/2024"], DAY, Order.CONTRADICTORY),
    (["13/03/2024", "02/03/2024", "03/02/2024"], DAY, Order.CONTRADICTORY),
])  # fmt: skip
def test_evidence_of_the_order_is_weighed_and_never_outvoted(
    cells: list[str], day: dt.date | None, order: Order
) -> None:
    assert date_order(cells, day) is order


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)), st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d %B %Y"]))
def test_every_day_is_read_as_it_was_written(day: dt.date, form: str) -> None:
    assert read_days(day.strftime(form)) == (Days(day),)


@given(st.text(max_size=60) | st.text("0123456789-/.~, amTZ年月日", max_size=20))
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = read_days(text)
    assert isinstance(found, ProblemKind) or 1 <= len(found) <= 2
