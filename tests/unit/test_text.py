"""One folding of letters for search, matching and suggestion."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionmap.text import fold, plain, slug


@pytest.mark.parametrize(("written", "typed"), [
    ("København", "KOBENHAVN"), ("Diyarbakır", "diyarbakir"), ("KIBRIS", "Kıbrıs"), ("Łódź", "lodz"),
    ("Đà Nẵng", "da nang"), ("Straße", "strasse"), ("Æble", "aeble"), ("الإسكندرية", "الاسكندريه"), ("آذار", "اذار"),
    ("مـصـر", "مصر"), ("می\u200cخواهم", "میخواهم"), ("ＴＯＫＹＯ", "tokyo"), ("Oʻzbekiston", "o'zbekiston"),
    ("Côte d’Ivoire", "cote d'ivoire"), ("٢٠٢٤", "2024"), ("\u200fمصر", "مصر"),
])  # fmt: skip
def test_letters_that_differ_only_in_their_writing_are_one(written: str, typed: str) -> None:
    assert fold(written) == fold(typed)


def test_an_id_keeps_the_letters_of_its_script() -> None:
    assert slug("Place d'Essai, القاهرة") == "place-d-essai-القاهرة"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert plain(plain(text)) == plain(text)
