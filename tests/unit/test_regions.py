"""Continents and subregions of the United Nations' geoscheme."""

import pytest

from actionmap.world.countries import country_codes
from actionmap.world.regions import CONTINENTS, SUBREGIONS, area_name, continent, countries, subregion

EXCEPTIONALLY_RESERVED = {"AC", "CP", "DG", "EA", "IC", "TA"}
"""Codes that CLDR names though ISO 3166-1 only reserves them."""


@pytest.mark.parametrize(
    ("country", "area"),
    [
        ("PR", "Caribbean"),
        ("CY", "Western Asia"),
        ("IR", "Southern Asia"),
        ("MX", "Central America"),
        ("SD", "Northern Africa"),
        ("EG", "Northern Africa"),
        ("RU", "Eastern Europe"),
        ("IE", "Northern Europe"),
        ("GF", "South America"),
        ("GL", "Northern America"),
    ],
)
def test_a_country_is_of_the_subregion_that_the_geoscheme_gives_it(country: str, area: str) -> None:
    assert area_name(subregion(country)) == area


def test_every_country_and_territory_but_antarctica_is_of_exactly_one_subregion() -> None:
    assert countries() == country_codes() - EXCEPTIONALLY_RESERVED - {"AQ"}
    assert {subregion(country) for country in countries()} == set(SUBREGIONS)
    assert {continent(country) for country in countries()} == set(CONTINENTS)


def test_the_geoscheme_has_five_continents_and_22_subregions() -> None:
    assert (len(CONTINENTS), len(SUBREGIONS)) == (5, 22)


@pytest.mark.parametrize("country", ["AQ", "XX", ""])
def test_what_is_of_no_subregion_is_of_no_continent(country: str) -> None:
    assert (subregion(country), continent(country)) == ("", "")
