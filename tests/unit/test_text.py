"""One folding of letters for search, matching and suggestion."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionmap.languages import speaking
from actionmap.text import about, csv_cell, fold, label_text, markdown_text, plain, slug, sort_key
from tests.hostile import LIKES, TEXTS, WRITTEN


@pytest.mark.parametrize(("written", "typed"), [
    ("København", "KOBENHAVN"), ("Diyarbakır", "diyarbakir"), ("KIBRIS", "Kıbrıs"), ("Łódź", "lodz"),
    ("Đà Nẵng", "da nang"), ("Straße", "strasse"), ("Æble", "aeble"), ("الإسكندرية", "الاسكندريه"), ("آذار", "اذار"),
    ("مـصـر", "مصر"), ("می\u200cخواهم", "میخواهم"), ("ＴＯＫＹＯ", "tokyo"), ("Oʻzbekiston", "o'zbekiston"),
    ("Côte d’Ivoire", "cote d'ivoire"), ("٢٠٢٤", "2024"), ("\u200fمصر", "مصر"),
])  # fmt: skip
def test_letters_that_differ_only_in_their_writing_are_one(written: str, typed: str) -> None:
    assert fold(written) == fold(typed)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0"), (7, "7"), (999, "999"), (1234, "1,230"), (27_512, "27,500"), (999_499, "999,000"),
        (999_500, "1 million"), (1_706_000, "1.71 million"), (295_812_345, "296 million"), (999_600_000, "1 billion"),
        (3_541_000_000, "3.54 billion"), (-20, "-20"),
    ],
)  # fmt: skip
def test_an_estimate_is_said_to_three_figures(number: float, said: str) -> None:
    assert about(number) == said


def test_an_id_keeps_the_letters_of_its_script() -> None:
    assert slug("Place d'Essai, القاهرة") == "place-d-essai-القاهرة"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize("name", ["Al-Awda (the coalition)", "St. Mary's", "Friends of the Congo", "Test, 2nd & third"])
def test_the_label_of_an_ordinary_name_is_the_name(name: str) -> None:
    assert label_text(name) == name


@pytest.mark.parametrize("text", TEXTS)
def test_a_label_is_read_as_it_is_written_and_nothing_acts_in_it(text: str) -> None:
    label = label_text(text)
    assert label.translate(LIKES) == WRITTEN[text].translate(LIKES)
    assert not re.search(r"[`$]|[*_~](?!\ufeff)|\]\(|[:<&]\w|https?://|\\\\(?!\ufeff)", label)
    assert not re.match(r"[\d#>+|=-]", label)


@pytest.mark.parametrize("text", TEXTS)
def test_markdown_without_its_escapes_is_the_text(text: str) -> None:
    shown = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown_text(text))
    assert shown.replace("\u2060", "") == WRITTEN[text].replace("\u2060", "")


@pytest.mark.parametrize("text", TEXTS)
def test_a_cell_that_is_safe_stays_as_it_is(text: str) -> None:
    assert csv_cell(csv_cell(text)) == csv_cell(text)


def test_names_are_sorted_by_the_alphabet_of_the_language() -> None:
    names = ["Österrike", "Zambia", "Åland", "Albanien", "Ñame", "Nz", "Oz", "El Salvador", "Égypte"]
    with speaking("sv"):
        assert sorted(names[:4], key=sort_key) == ["Albanien", "Zambia", "Åland", "Österrike"]
    with speaking("es"):
        assert sorted(names[4:7], key=sort_key) == ["Nz", "Ñame", "Oz"]
    with speaking("fr"):
        assert sorted(names[7:], key=sort_key) == ["Égypte", "El Salvador"]


def test_estimates_are_said_as_each_language_says_them() -> None:
    said = {}
    for code in ("en", "es", "sv", "ko"):
        with speaking(code):
            said[code] = [about(3.544e9), about(2.961e8), about(27_512)]
    assert said["en"] == ["3.54 billion", "296 million", "27,500"]
    assert said["es"] == ["3,54 mil millones", "296 millones", "27.500"]
    assert (said["sv"][0], said["ko"][1]) == ("3,54 miljarder", "2.96억")
    for code, few, several in (
        ("fr", ["1 million", "1,5 million", "1 milliard"], "2 millions"),
        ("pt", ["1 milhão", "1,5 milhão", "1 bilhão"], "2 milhões"),
        ("es", ["1 millón", "1,5 millones", "1 mil millones"], "2 millones"),
        ("sv", ["1 miljon", "1,5 miljoner", "1 miljard"], "2 miljoner"),
        ("ar", ["1 مليون", "1.5 مليون", "1 مليار"], "2 مليون"),
        ("ja", ["100万", "150万", "10億"], "200万"),
    ):
        with speaking(code):
            assert [about(number) for number in (1e6, 1.5e6, 999_600_000, 2e6)] == [*few, several]
