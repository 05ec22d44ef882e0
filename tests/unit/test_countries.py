"""Countries and territories, as people write them."""

import pytest

from actionmap.world.countries import country_code, country_name, near_country
from actionmap.world.territories import TERRITORIES, narrower, of_one_state, territories_of


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


@pytest.mark.parametrize(("written", "code"), [
    ("Korea, Republic of", "KR"), ("Korea (the Democratic People's Republic of)", "KP"), ("Korea, South", "KR"),
    ("Palestine, State of", "PS"), ("Taiwan, Province of China", "TW"), ("Bolivia (Plurinational State of)", "BO"),
    ("Netherlands (the)", "NL"), ("Congo, the Democratic Republic of the", "CD"), ("D.R. Congo", "CD"),
    ("Congo, Rep.", "CG"), ("Virgin Islands, U.S.", "VI"), ("Western Sahara*", "EH"), ("Gaza", "PS"), ("U.A.E.", "AE"),
    ("فلسطين", "PS"), ("السعودية", "SA"), ("الامارات", "AE"), ("Filistin", "PS"), ("EUA", "US"), ("KIBRIS", "CY"),
    ("Birlesik Krallik", "GB"), ("Palaestina", "PS"), ("Sverige", "SE"), ("日本", "JP"), ("대한민국", "KR"),
    ("Puerto Rico, USA", "PR"), ("Hong Kong SAR, China", "HK"), ("United States (Hawaii)", "US"),
])  # fmt: skip
def test_names_of_iso_everyday_and_of_the_country_itself_are_understood(written, code):
    assert country_code(written) == code


@pytest.mark.parametrize(
    "written", ["Georgia, USA", "Lebanon, PA", "Cuba, NY", "Korea (Cheju)", "France, Spain", "N/A"]
)
def test_a_country_beside_what_is_not_its_own_is_not_guessed(written):
    assert country_code(written) is None


@pytest.mark.parametrize(("written", "code"), [
    ("Gremany", "DE"), ("Untied States", "US"), ("Autralia", "AU"), ("Saudia Arabia", "SA"), ("Nigera", None),
    ("Frankland", None), ("Catalunya", None), ("Kurdistan", None), ("Atlantis", None), ("", None), ("سعوديا", None),
])  # fmt: skip
def test_a_near_miss_is_one_country_in_the_same_script_or_none(written, code):
    assert near_country(written) == code


def test_a_territory_and_its_state_are_one_both_ways():
    assert (narrower("PR", "US"), narrower("US", "PR"), narrower("FR", "FR"), narrower("FR", "US")) == (
        "PR", "PR", "FR", None
    )  # fmt: skip
    assert of_one_state("MQ", "GP")
    assert not of_one_state("MQ", "US")
    assert all(territory in territories_of(state) for territory, state in TERRITORIES.items())
    assert all(country_code(code) == code for pair in TERRITORIES.items() for code in pair)


def test_a_part_stands_for_its_country_only_where_a_country_is_asked_for():
    assert country_code("Gaza") == "PS"
    assert country_code("Gaza", with_parts=False) is None
