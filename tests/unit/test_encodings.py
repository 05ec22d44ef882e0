"""Encodings are found by the words that are known; text that was decoded wrongly earlier is repaired where certain."""

from collections.abc import Iterable

import pytest

from actionmap.lists.encodings import CODE_PAGES, decode, may_be_garbled, repaired

KNOWN = {
    "Málaga",
    "Łódź",
    "Kraków",
    "Москва",
    "Київ",
    "القاهرة",
    "İstanbul",
    "東京",
    "서울",
    "北京",
    "Αθήνα",
    "ירושלים",
}


def judge(words: Iterable[str]) -> int:
    return sum(word in KNOWN for word in words)


@pytest.mark.parametrize(("text", "encodings"), [
    ("Málaga", "cp1252 iso-8859-1 iso-8859-15 mac-roman cp850 utf-8 utf-8-sig utf-16 utf-32"),
    ("Łódź,Kraków", "cp1250 iso-8859-2 cp852 utf-8 utf-16 utf-32"),
    ("Москва", "cp1251 koi8-r iso-8859-5 cp866 utf-8 utf-16"),
    ("Київ", "cp1251 koi8-u utf-8"),
    ("القاهرة", "cp1256 iso-8859-6 utf-8 utf-16"),
    ("İstanbul", "cp1254 iso-8859-9 utf-8"),
    ("東京", "shift-jis euc-jp utf-8"),
    ("서울", "euc-kr cp949 utf-8"),
    ("北京", "gbk gb18030 big5 utf-8"),
    ("Αθήνα", "cp1253 iso-8859-7 utf-8"),
    ("ירושלים", "cp1255 iso-8859-8 utf-8"),
])  # fmt: skip
def test_the_reading_with_the_most_known_words_is_taken(text: str, encodings: str) -> None:
    written = f"city,date,note\n{text},2024-03-02,see the flyer\n"
    for encoding in encodings.split():
        decoded = decode(written.encode(encoding), judge)
        assert (decoded.text, decoded.guessed) == (written, False), encoding
        assert written.encode(decoded.codec).decode(decoded.codec) == written


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize(
    "text", ["city,country\nLyon,FR\n", "city,country\n東京,JP\nМосква,RU\n", "city\nLyon\n" + '"","","",""\n' * 50]
)
def test_wide_letters_are_told_by_their_zeros_where_no_mark_says_so(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), judge).text == text


def test_an_encoding_of_which_no_word_is_known_is_said_to_be_a_guess() -> None:
    decoded = decode("city,country\nÖdflecken,AT\nGrünhügel,AT\n".encode("cp1252"), judge)
    assert decoded.guessed
    assert "Grünhügel" in decoded.text


def test_a_stray_byte_in_utf_8_spoils_nothing_but_itself() -> None:
    decoded = decode("Málaga, Łódź ".encode() + "Córdoba".encode("cp1252"), judge)
    assert (decoded.text, decoded.encoding) == ("Málaga, Łódź Córdoba", "UTF-8")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_half_a_letter_in_a_file_with_a_mark_spoils_nothing_but_itself(encoding: str) -> None:
    decoded = decode("city,note\nŁódź,\ud800\n東京,\n".encode(encoding, "surrogatepass"), judge)
    lines = decoded.text.split("\n")
    assert (lines[0], lines[1].split(",")[0], lines[2]) == ("city,note", "Łódź", "東京,")


def test_no_bytes_are_refused() -> None:
    for data in (b"", bytes(range(256)) * 9, b"\xff\xfe\x00", b"\x81\x8d\x8f\x90\x9d", b"\x00" * 50):
        assert isinstance(decode(data, judge).text, str)
    assert "cp1252" in CODE_PAGES


WORDS = ["Málaga", "Łódź", "Москва", "القاهرة", "東京", "서울", "İstanbul", "Αθήνα", "Saint-Étienne", "غزة"]


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "cp1251", "cp1256", "mac-roman"])
def test_utf_8_that_was_read_in_a_code_page_is_repaired(word: str, encoding: str) -> None:
    try:
        garbled = word.encode().decode(encoding)
    except UnicodeDecodeError:
        return
    assert may_be_garbled(garbled)
    assert repaired(garbled) == word


def test_text_that_was_garbled_twice_is_repaired() -> None:
    assert repaired("Málaga".encode().decode("cp1252").encode().decode("cp1252")) == "Málaga"


@pytest.mark.parametrize("word", [
    *WORDS, "SÃO PAULO", "PRAÇA DA SÉ", "MACEIÓ", "CAFÉ€", "Â¡", "Рівне", "Київ", "Їжа", "Ð", "“Café”", "ÄÖÜ", "طهران",
])  # fmt: skip
def test_words_that_are_right_stay_as_they_are(word: str) -> None:
    assert repaired(word) == word
