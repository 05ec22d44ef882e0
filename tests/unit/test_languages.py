"""Languages: one is chosen by what a visitor prefers, and numbers, lists and foreign names are said as it says them."""

import pickle
from datetime import date

import pytest

from actionmap.errors import BasemapError, SourceError
from actionmap.languages import (
    accepted,
    joined,
    languages,
    number_said,
    percent,
    percents,
    say,
    sentences,
    speaking,
    strung,
    understood,
)
from actionmap.world.times import long_date, short_date

ALL = [*languages()]


def test_there_are_the_languages_of_the_call_english_first_each_by_its_own_name() -> None:
    assert {*ALL} == {"en", "es", "fr", "pt", "ar", "id", "ms", "ko", "ja", "sv"}
    assert ALL[0] == "en"
    assert languages()["ar"].name == "العربية"


def test_only_arabic_runs_from_right_to_left() -> None:
    assert [one.code for one in languages().values() if one.direction == "rtl"] == ["ar"]


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("pt-BR,pt;q=0.9,en;q=0.8", "pt"),
        ("de, fr;q=0.5", "fr"),
        ("en;q=0.1, ko-KR", "ko"),
        ("ar-JO", "ar"),
        ("zh-CN", ""),
        ("", ""),
        (";q=1,,*", ""),
        ("en-US;q=high", "en"),
    ],
)
def test_a_browser_gets_the_first_of_its_languages_that_is_spoken_here(header: str, code: str) -> None:
    assert understood(accepted(header)) == code


@pytest.mark.parametrize(
    ("code", "number", "share", "shares", "list_"),
    [
        ("en", "1,234.5", "12%", "5 to 15%", "a, b and c"),
        ("fr", "1\u202f234,5", "12\xa0%", "5 à 15\xa0%", "a, b et c"),
        ("es", "1234,5", "12\xa0%", "5 a 15\xa0%", "a, b y c"),
        ("sv", "1\xa0234,5", "12\xa0%", "5–15\xa0%", "a, b och c"),
        ("ja", "1,234.5", "12%", "5～15%", "a、b、c"),
    ],
)
def test_numbers_shares_and_lists_are_written_as_the_language_does(
    code: str, number: str, share: str, shares: str, list_: str
) -> None:
    with speaking(code):
        said = number_said(1234.5, ",.1f"), percent(0.123), percents(0.05, 0.15), joined("abc")
        assert said == (number, share, shares, list_)


def test_words_with_commas_of_their_own_are_parted_by_semicolons() -> None:
    assert joined(["Paris, Texas", "Paris, France", "Paris, Ontario"], "or") == (
        "Paris, Texas; Paris, France or Paris, Ontario"
    )


def test_spanish_parts_the_thousands_of_five_digits_and_more() -> None:
    with speaking("es"):
        assert [number_said(one) for one in (5000, 9999, 10_000, -5000)] == ["5000", "9999", "10.000", "-5000"]
        assert [number_said(one, ",.0f") for one in (9999.4, 9999.6)] == ["9999", "10.000"]


@pytest.mark.parametrize(
    ("code", "first", "second", "full"),
    [
        ("en", "1 March", "2 March 2024", "Friday 1 March 2024"),
        ("fr", "1er mars", "2 mars 2024", "vendredi 1er mars 2024"),
        ("pt", "1º de março", "2 de março de 2024", "sexta-feira, 1º de março de 2024"),
        ("es", "1 de marzo", "2 de marzo de 2024", "viernes, 1 de marzo de 2024"),
        ("id", "1 Maret", "2 Maret 2024", "Jumat, 1 Maret 2024"),
        ("ja", "3月1日", "2024年3月2日", "2024年3月1日金曜日"),
    ],
)
def test_dates_are_written_as_newspapers_do(code: str, first: str, second: str, full: str) -> None:
    with speaking(code):
        assert (short_date(date(2024, 3, 1)), long_date(date(2024, 3, 1))) == (first, full)
        assert say("{day}", day=date(2024, 3, 2)) == second


def test_after_a_full_width_stop_comes_no_blank() -> None:
    assert sentences("One.", "", "Two.") == "One. Two."
    assert sentences("一。", "二（三）", "Four.", "五。") == "一。二（三）Four. 五。"


def test_a_foreign_name_in_arabic_keeps_its_own_direction_and_an_address_stays_as_it_is() -> None:
    with speaking("ar"):
        assert say("{one}", one="CODEPINK (US)").strip("\u200e\u200f") == "CODEPINK (US)"
        assert say("{day}", day="2024-03-02") == "\u200e2024-03-02\u200e"
        assert strung(["Malmö", "", "السويد"]) == "\u200f\u200eMalmö\u200e\u200f، السويد"
        assert say("{one}", one="CODEPINK (US)") != "CODEPINK (US)"
        assert say("{one}", one="https://example.org/") == "https://example.org/"
        assert say("{one}", one="القدس") == "القدس"


def test_an_unknown_language_is_english() -> None:
    with speaking("tlh"):
        assert say("{number} x", number=1200) == "1,200 x"


def test_an_error_is_said_in_the_language_of_whoever_reads_it_and_comes_whole_from_another_process() -> None:
    error = pickle.loads(pickle.dumps(SourceError("{host} waits {seconds}.", host="{a}", seconds=1200, retry_after=3)))
    assert (str(error), error.retry_after) == ("{a} waits 1,200.", 3)
    with speaking("es"):
        assert str(error) == "{a} waits 1200."
    assert "land" in str(pickle.loads(pickle.dumps(BasemapError("land"))))
