"""Countries and territories, as people write them."""

import pytest

from actionmap.world.countries import country_code, country_name


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("FR", "FR"),
        ("fr", "FR"),
        ("FRA", "FR"),
        ("NA", "NA"),
        ("Namibia", "NA"),
        ("South Korea", "KR"),
        ("Corea del Sur", "KR"),
        ("Corée du Sud", "KR"),
        ("Coreia do Sul", "KR"),
        ("كوريا الجنوبية", "KR"),
        ("  united   states ", "US"),
        ("U.S.A.", "US"),
        ("U.K.", "GB"),
        ("Scotland", "GB"),
        ("Cote d'Ivoire", "CI"),
        ("Puerto Rico", "PR"),
        ("Palestine", "PS"),
        ("Hong Kong", "HK"),
    ],
)
def test_codes_and_names_in_five_languages_are_understood(written, code):
    assert country_code(written) == code


@pytest.mark.parametrize("written", ["", "Atlantis", "Europe", "EU", "world", "001", "XX"])
def test_what_is_no_country_has_no_code(written):
    assert country_code(written) is None


def test_names_come_in_the_language_asked_for():
    assert (country_name("KR"), country_name("KR", "es")) == ("South Korea", "Corea del Sur")


def test_every_code_with_a_name_finds_itself_by_that_name():
    codes = [a + b for a in map(chr, range(65, 91)) for b in map(chr, range(65, 91))]
    named = [code for code in codes if country_code(code) == code]
    assert len(named) > 240
    assert [code for code in named if country_code(country_name(code)) != code] == []
