"""Regions of the world: the continents and subregions of the United Nations' geoscheme (UN M49)."""

from pathlib import Path

from actionmap.text import word_table
from actionmap.world.countries import country_name

_COUNTRIES = {
    tuple(areas.split()): countries for areas, countries in word_table(Path(__file__).with_name("regions.txt")).items()
}
"""The areas that lie in each other, the largest first: a continent, perhaps an intermediate region (Sub-Saharan Africa;
Latin America and the Caribbean), a subregion → ISO 3166-1 codes. Taiwan and Kosovo, which M49 does not list, stand
where CLDR puts them."""

_AREAS_OF = {country: areas for areas, countries in _COUNTRIES.items() for country in countries}

CONTINENTS = tuple(dict.fromkeys(continent for continent, *_ in _COUNTRIES))
"""The five continents of the geoscheme. Antarctica belongs to none of them."""

SUBREGIONS = tuple(subregion for *_, subregion in _COUNTRIES)
"""The 22 subregions, continent by continent."""


def countries() -> frozenset[str]:
    """Return the codes of all countries and territories that belong to a subregion."""
    return frozenset(_AREAS_OF)


def subregion(country: str) -> str:
    """Return the M49 code of a country's subregion; empty if it belongs to none."""
    return _AREAS_OF.get(country, ("",))[-1]


def continent(country: str) -> str:
    """Return the M49 code of a country's continent; empty if it belongs to none."""
    return _AREAS_OF.get(country, ("",))[0]


def areas() -> dict[str, tuple[str, ...]]:
    """Return the M49 code of every continent, intermediate region and subregion → its countries and territories."""
    found: dict[str, tuple[str, ...]] = {}
    for continent_ in CONTINENTS:
        rows = [(within, countries) for within, countries in _COUNTRIES.items() if within[0] == continent_]
        for level in (slice(1), slice(1, -1), slice(-1, None)):  # the larger before all those in it
            for area, countries in ((area, countries) for within, countries in rows for area in within[level]):
                found[area] = (*found.get(area, ()), *countries)
    return found


def area_name(code: str) -> str:
    """Return the name of a continent, intermediate region or subregion: "155" is "Western Europe"."""
    return country_name(code)
